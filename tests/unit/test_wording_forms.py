"""How numbers, dates, times and lists are written; and how templates are filled."""

from __future__ import annotations

from datetime import date, time

import pytest

from wor_match.domain.offer import Cost
from wor_match.domain.place import Place
from wor_match.domain.records import Record, Shortfall
from wor_match.domain.schedule import Schedule
from wor_match.explain.facts import address, cost, when, where
from wor_match.explain.lint import lint
from wor_match.explain.sentences import phrase, sentence
from wor_match.explain.wording import forms_en, forms_nl
from wor_match.explain.wording.labels import label
from wor_match.vocabulary.enums import Setting


@pytest.mark.parametrize(
    ("euros", "nl", "en"),
    [
        (0, "gratis", "free"),
        (2.5, "€ 2,50", "€2.50"),
        (13.0, "€ 13", "€13"),
        (19.999, "€ 20", "€20"),
        (0.1, "€ 0,10", "€0.10"),
    ],
)
def test_money(euros, nl, en):
    assert (forms_nl.money(euros), forms_en.money(euros)) == (nl, en)


@pytest.mark.parametrize(
    ("mode", "coach", "client"),
    [
        ("bike", "fietsen", "fietsen"),
        ("wmo_taxi", "met de Wmo-taxi", "onderweg"),
        ("rollator", "lopen met de rollator", "lopen"),
        ("lift", "als iemand de cliënt brengt", "als iemand u brengt"),
    ],
)
def test_minutes_and_mode(mode, coach, client):
    record = Record(code="travel.near", params={"minutes": 15, "low": 9, "high": 21, "mode": mode})
    assert sentence(record) == f"Dichtbij: ongeveer 15 minuten {coach}."
    assert sentence(record, "nl", "client") == f"Het is dichtbij: ongeveer 15 minuten {client}."


def test_one_minute_and_unknown_bounds():
    near = Record(code="travel.near", params={"minutes": 1, "low": 1, "high": None, "mode": "walk"})
    assert sentence(near) == "Dichtbij: ongeveer 1 minuut lopen."
    far = Record(code="travel.far", params={"minutes": 40, "low": 30, "high": None, "mode": "bus"})
    assert sentence(far) == "Best ver: ongeveer 40 minuten met de bus."
    assert sentence(far, "en", "client") == "The trip takes about 40 minutes by bus."


def test_dates_and_times():
    record = Record(code="first_step.dates", params={"days": ("2026-11-24", "2026-12-01"), "times": ("10:00", "")})
    assert sentence(record) == "Het kan op dinsdag 24 november om 10.00 uur of dinsdag 1 december."
    assert sentence(record, "en") == "It can be on Tuesday 24 November at 10:00 or Tuesday 1 December."
    assert forms_nl.at(date(2026, 3, 1), time(9, 5)) == "zondag 1 maart om 9.05 uur"


def test_lists_keep_each_thing_once():
    joined = forms_nl.GRAMMAR.joined
    assert joined([]) == ""
    assert joined(["a"]) == "a"
    assert joined(["a", "b", "a", "c"]) == "a, b en c"


def test_weeks_and_months():
    assert sentence(Record(code="places.wait", params={"weeks": 1})) == "De wachttijd is 1 week."
    assert [forms_nl.months(count) for count in (1, 14, 24, 26, 35)] == [
        "1 maand", "14 maanden", "2 jaar", "ruim 2 jaar", "bijna 3 jaar",
    ]  # fmt: skip
    assert forms_en.months(26) == "over 2 years"


def test_own_words_are_quoted_on_one_line_without_a_second_full_stop():
    record = Record(code="interest.own_words", params={"phrase": "Ik houd\n van vogels.", "theme": ""})
    assert sentence(record) == "Sluit aan bij de eigen woorden: ‘Ik houd van vogels’."
    assert sentence(record, "nl", "client") == "Dit past bij wat u vertelde."


def test_questions_about_access_are_asked_one_by_one():
    record = Record(code="ask.access.unknown", params={"needs": ("step_free", "hearing_loop")})
    assert sentence(record) == "Is er een lift, of is alles gelijkvloers? Is er een ringleiding, en werkt die?"


def test_research_is_cited_with_its_grade_and_without_a_study_there_is_nothing_to_cite():
    found = Record(code="evidence.not_scored", params={"row": "siette_loneliness", "grade": "none"})
    assert sentence(found).endswith("(geen effect aangetoond; Siette J et al. 2017 BMJ Open 7:e014304)")
    none = Record(code="evidence.not_scored", params={"row": "nothing_found", "grade": "none"})
    assert "No study" not in sentence(none)
    assert sentence(found, "nl", "client") == ""


def test_a_shortfall_tells_how_many():
    record = Shortfall(code="shortfall.no_more_links", params={"below": 1}, asked=5, given=2)
    assert sentence(record) == "Gevonden: 2 van de 5. Er kan nog meer (1 activiteit), maar dat sluit niet genoeg aan."


def test_a_hosts_own_code_stays_readable_for_a_coach_and_hidden_from_a_client():
    record = Record(code="my_rule.no", params={})
    assert sentence(record) == "my_rule.no"
    assert sentence(record, "nl", "client") == ""
    assert label("rule", "my_rule", "nl") == "my rule"


@pytest.mark.parametrize(
    ("schedule", "nl", "en"),
    [
        ({}, "tijd niet bekend", "time not known"),
        ({"is_flexible": True}, "in overleg", "by appointment"),
        (
            {
                "rules": [
                    {"weekday": "thu", "start": "10:00", "end": "12:00"},
                    {"weekday": "tue", "start": "10:00", "end": "12:00"},
                ]
            },
            "dinsdag en donderdag 10.00-12.00 uur",
            "Tuesday and Thursday 10:00-12:00",
        ),
        ({"rules": [{"weekday": "tue", "part": "morning"}]}, "dinsdagochtend", "Tuesday morning"),
        (
            {"rules": [{"weekday": "fri", "start": "14:00", "every_weeks": 2}]},
            "om de 2 weken op vrijdag 14.00 uur",
            "every 2 weeks on Friday 14:00",
        ),
        (
            {"rules": [{"weekday": "wed", "start": "19:30", "nth_in_month": [1, 3]}]},
            "elke eerste en derde woensdag van de maand 19.30 uur",
            "every first and third Wednesday of the month 19:30",
        ),
        (
            {"rules": [{"weekday": "mon", "start": "9:00".zfill(5)}], "season": {"start": "11-01", "end": "03-31"}},
            "maandag 9.00 uur, van 1 november tot en met 31 maart",
            "Monday 9:00, from 1 November to 31 March",
        ),
        (
            {"occurrences": [{"day": "2026-12-12", "start": "14:00"}]},
            "zaterdag 12 december om 14.00 uur",
            "Saturday 12 December at 14:00",
        ),
    ],
)
def test_when(schedule, nl, en):
    found = Schedule.model_validate(schedule)
    assert when(found, "nl", "coach") == nl
    assert when(found, "en", "coach") == en


@pytest.mark.parametrize(
    ("found", "nl"),
    [
        ({}, "prijs niet bekend"),
        ({"amount_eur": 0}, "gratis"),
        ({"amount_eur": 2.5, "per": "time"}, "€ 2,50 per keer"),
        ({"amount_eur": 10, "amount_max_eur": 15, "per": "month"}, "€ 10 tot € 15 per maand"),
        ({"amount_eur": 42, "per": "month", "reduced_eur": 0}, "€ 42 per maand, met korting gratis"),
        ({"amount_eur": 5, "per": "time", "has_reduction": True}, "€ 5 per keer, korting mogelijk"),
        ({"amount_eur": 60, "per": "once", "once_extra_eur": 7.5}, "€ 60 in één keer, € 7,50 extra bij de start"),
        ({"amount_eur": 5, "first_time_free": True}, "€ 5, eerste keer gratis"),
    ],
)
def test_cost(found, nl):
    assert cost(Cost.model_validate(found), "nl", "coach") == nl


def test_where():
    here = {"name": "De Brug", "street": "Dijk 1", "town": "Ede"}
    places = [Place.model_validate(one) for one in (here, {"name": "De Hoek"})]
    assert where(Setting.ONSITE, places, 0, "nl", "coach") == "De Brug, Dijk 1, Ede"
    assert where(Setting.ONSITE, places, 1, "nl", "coach") == "De Hoek"
    assert where(Setting.ONSITE, [], 0, "nl", "coach") == "plek niet bekend"
    assert where(Setting.HOME_VISIT, places, 0, "nl", "client") == "bij u thuis"
    assert address(places[1]) == "De Hoek"


def test_phrases_of_the_text():
    assert phrase("score", "nl", points=62, possible=97, low=55, high=70) == "62 van 97 punten (tussen 55 en 70)"
    assert phrase("score", "nl", "client", points=62, possible=97, low=55, high=70) == ""


@pytest.mark.parametrize(
    ("text", "language", "code"),
    [
        ("Dit is een zin " + "met heel veel woorden " * 5 + "erin.", "nl", "long_sentence"),
        ("U heeft een indicatie nodig.", "nl", "jargon"),
        ("U wordt door de coach gebeld.", "nl", "passive"),
        ("Dat gaat o.a. over geld.", "nl", "abbreviation"),
        ("Vraag het de POH-GGZ.", "nl", "abbreviation"),
        ("Een arbeidsongeschiktheidsverzekering.", "nl", "long_word"),
        ("Please commence the intervention.", "en", "jargon"),
        ("You are called by the coach.", "en", "passive"),
    ],
)
def test_lint_finds(text, language, code):
    assert code in [one.code for one in lint(text, language)]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "U kunt zo binnenlopen. Aanmelden hoeft niet.",
        "Dit past bij: ‘de POH-GGZ en o.a. de indicatie’.",
        "Het wordt leuk.",
    ],
)
def test_lint_leaves_alone(text):
    assert lint(text) == []


def test_lint_offers_another_word():
    assert lint("Indien u wilt.")[0].instead == "als"
