"""Days and times in running text: only what can be nothing else."""

import pytest

from wor_match.text.prose_times import NOTHING, times_in_prose


def told(text):
    return [
        f"{one.weekday.value}"
        + (f" {one.start:%H:%M}" if one.start else "")
        + (f"-{one.end:%H:%M}" if one.end else "")
        + (f" {one.part.value}" if one.part else "")
        + (f" {one.nth_in_month}" if one.nth_in_month else "")
        + (" /2" if one.every_weeks == 2 else "")
        for one in times_in_prose(text).sessions
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wij wandelen elke dinsdag van 10.00 tot 12.00 uur.", ["tue 10:00-12:00"]),
        ("We zingen op donderdagmiddag.", ["thu afternoon"]),
        ("Koffie op de eerste maandag van de maand.", ["mon (1,)"]),
        ("Op maandag en woensdag van 9.30 tot 11.30 uur is de zaal van ons.", ["mon 09:30-11:30", "wed 09:30-11:30"]),
        ("Om de week op woensdagavond. Neem iets mee.", ["wed evening /2"]),
        ("Elke dinsdag koffie. Elke donderdag soep.", ["tue", "thu"]),
        ("Iedere zaterdag. Aanmelden is nodig, bel Riet op maandag of dinsdag.", ["sat"]),
        ("Elke dinsdag, 3 tot 5 euro, in de Dorpsstraat 10-12. Bel 06-12 34 56 78.", ["tue"]),
        ("Elke vrijdag, u hoeft zich niet aan te melden.", ["fri"]),
        ("Start op maandag 11 januari. Elke maandag van 19.30 tot 21.00 uur.", ["mon 19:30-21:00"]),
        ("We meet every Thursday from 10 am to 12 pm.", ["thu 10:00-12:00"]),
        ("Choir on Tuesday evenings, all welcome.", ["tue evening"]),
        ("We zitten 's maandags bij elkaar.", ["mon"]),
    ],
)
def test_what_is_read(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Samen koken en eten.",
        "Wij zijn er elke dag, maar niet op maandag.",
        "Ons kantoor is open van maandag t/m vrijdag van 9 tot 17 uur.",
        "Het kantoor is open op dinsdagochtend.",
        "Bellen kan dinsdag van 9 tot 12 uur.",
        "Telefonisch bereikbaar op dinsdagochtend en donderdagochtend.",
        "Openingstijden: dinsdag 9.00 - 17.00 uur, donderdag 9.00 - 17.00 uur.",
        "Opgeven tot en met dinsdag 12 uur.",
        "Inlichtingen bij het buurthuis op woensdagochtend.",
        "Kennismaken kan elke woensdagmiddag.",
        "Soms zijn we er op dinsdagmiddag.",
        "Op dinsdag koken we met wat er groeit.",
        "Elke dinsdag of woensdag.",
        "Voor kinderen elke woensdagmiddag.",
        "Eens per maand op zondagochtend.",
        "Elke zondag van 2 tot 4 uur.",
        "De inloop is elke maandag, dinsdag, woensdag, donderdag en vrijdag van 9.00 tot 17.00 uur.",
        "Elke di en elke donderdag van 10.00 tot 12.00 uur.",
        "Elke dinsdag van 10.00 tot 12.00 uur. Ook op donderdag.",
        "Dinsdag 12 januari 2027 van 10.00 tot 12.00 uur.",
        "Elke vrijdag in overleg.",
        "The office is open every Tuesday.",
        "Meetings are held once a month, usually on Wednesdays.",
    ],
)
def test_what_stays_unknown(text):
    assert times_in_prose(text) == NOTHING


def test_the_season_beside_it_is_read():
    found = times_in_prose("Van oktober t/m april, elke zaterdag van 10.00 tot 12.00 uur.")
    assert found.season == ("10-01", "04-30")
    two = "Oktober t/m april elke zaterdag. Mei t/m september elke zondag."
    assert times_in_prose(two) == NOTHING


def test_when_it_was_last_year_is_not_when_it_is():
    assert times_in_prose("Vorig jaar elke dinsdag van 10.00 tot 12.00 uur.") == NOTHING
