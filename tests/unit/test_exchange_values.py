"""The value parsers: vectors from real directories, and never an exception."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wor_match.exchange import read_catalogue
from wor_match.exchange.mojibake import mended
from wor_match.exchange.values.access import read_access
from wor_match.exchange.values.ages import ages_in_words, read_ages
from wor_match.exchange.values.costs import read_costs
from wor_match.exchange.values.languages import read_languages
from wor_match.exchange.values.numbers import first_whole, read_number, read_whole
from wor_match.exchange.values.places import read_address, read_geometry, read_point, read_postcode
from wor_match.exchange.values.words import read_sign_up, read_truth, read_weeks, read_word
from wor_match.text.clock import read_clock
from wor_match.text.days import read_date, read_weekday
from wor_match.text.times import read_times

PARSERS = (
    read_access, ages_in_words, read_ages, read_clock, read_costs, read_date, read_weekday, read_languages,
    first_whole, read_number, read_whole, read_address, read_geometry, read_postcode, read_times, read_sign_up,
    read_truth, read_weeks, mended,
)  # fmt: skip
PIECES = st.sampled_from(
    [
        "46",
        "t/m",
        "85",
        "jaar",
        "en",
        "+",
        "€",
        "7,50",
        "per",
        "kwartaal",
        "&",
        "gratis",
        "maandag",
        "15.30",
        "-",
        "uur",
        "1e",
        "laatste",
        "dinsdag",
        "om",
        "de",
        "week",
        "9:00am",
        "Mon-Fri",
        "12",
        "augustus",
        "2026",
        "nee",
        "niet",
        "ja",
        "POINT",
        "(",
        ")",
        "SRID=28992;",
        "3511",
        "AB",
        "nan",
        "-1",
        "99999999999",
        "99:99",
        "6:300pm",
        "tot",
        "vanaf",
        ";",
        "\n",
        "“",
        "٣",
        "²",
        "½",
    ]
)
TEXTS = st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=14).map(" ".join), st.binary(max_size=40).map(repr))


@pytest.mark.parametrize("parse", PARSERS, ids=lambda parse: parse.__name__)
def test_no_parser_raises(parse):
    @given(TEXTS)
    def holds(text):
        parse(text)

    holds()


@given(TEXTS, TEXTS)
def test_points_never_raise_and_are_on_earth(lat, lon):
    point, _ = read_point(lat, lon)
    assert (point.lat is None) == (point.lon is None)
    assert point.lat is None or (abs(point.lat) <= 90 and abs(point.lon) <= 180)


@given(TEXTS, st.sampled_from(["status", "gender", "setting", "kind", "access", "no such list"]))
def test_words_never_raise(text, name):
    read_word(text, name)


@pytest.mark.parametrize("parse", PARSERS[:10], ids=lambda parse: parse.__name__)
@pytest.mark.parametrize("text", ["1" * 50_000, " -" * 20_000, "gratis " * 9_000, "ma, " * 9_000, "\x00" * 9_000])
def test_long_texts_are_cut_and_quick(parse, text):
    parse(text)


@pytest.mark.parametrize(
    ("text", "low", "high", "codes"),
    [
        ("46 t/m 85 jaar en 86+", 46, None, ()),
        ("66 t/m 85 jaar en 86+", 66, None, ()),
        ("18+", 18, None, ()),
        ("Alle leeftijden", 0, None, ()),
        ("6 t/m 12 jaar", 6, 12, ()),
        ("16 en 17 jaar en 18 t/m 55 jaar", 16, 55, ()),
        ("7 t/m 17 jaar, 18 t/m 85 jaar en 86+", 7, None, ()),
        ("4 t/m 7 jaar en 9 t/m 12 jaar", 4, 12, ("age_gap",)),
        ("Children 6-14 years old", 6, 14, ()),
        ("tot 18 jaar", 0, 17, ()),
        ("60 jaar en ouder", 60, None, ()),
        ("12 t/m 5 jaar", None, None, ("age_impossible",)),
        ("senioren", 65, None, ("age_assumed",)),
        ("Kinderen", None, 17, ("age_of_children",)),
        ("jeugd en volwassenen", None, None, ("age_assumed",)),
        ("onbekend", None, None, ()),
        ("wie wil", None, None, ("age_unread",)),
    ],
)
def test_ages(text, low, high, codes):
    ages, found = read_ages(text)
    assert (ages.low, ages.high, found) == (low, high, codes)
    assert ages.is_hard == ("age_assumed" not in codes)


@pytest.mark.parametrize(
    ("text", "low"),
    [
        ("50Plus Sport", 50),
        ("Sportinloop 12+ Noord", 12),
        ("11-15 Years", 11),
        ("Koor 2024-2025", None),
        ("Top 40", None),
    ],
)
def test_ages_in_titles(text, low):
    assert ages_in_words(text)[0].low == low


@pytest.mark.parametrize(
    ("text", "low", "high", "per", "extra"),
    [
        ("Gratis", 0, None, None, None),
        ("gratis, consumptie voor eigen rekening", 0, None, None, None),
        ("Ontdek gratis", None, None, None, None),
        ("Gratis (4 x keer ter kennismaking)", None, None, None, None),
        ("Gratis introductieperiode (daarna betaald)", None, None, None, None),
        ("Proefles gratis. Verder 10 lessen voor € 75,00", 7.5, None, "time", None),
        ("€ 30,93 per kwartaal & € 7,50 inschrijfgeld", 30.93, None, "quarter", 7.5),
        ("€ 46,58 per kwartaal & 7,50 inschrijfgeld", 46.58, None, "quarter", 7.5),
        ("€ 30.93 per kwartaal", 30.93, None, "quarter", None),
        ("13 euro per les", 13, None, "time", None),
        ("€10,-", 10, None, None, None),
        ("€ 75,- per jaar voor senioren en € 30,- per jaar voor jeugdleden", 30, 75, "year", None),
        ("vanaf 52,50 per maand", 52.5, None, "month", None),
        ("€ 35,00 per maand (bij 6 maanden) & € 29,55 (bij 12 maanden)", 29.55, 35, "month", None),
        ("€ 150,00 voor 10 lessen", 15, None, "time", None),
        ("€ 30 per jaar p/p en €45 voor paren", 30, 45, "year", None),
        ("€ 31,00 per maand - € 15,00 inschrijfkosten", 31, None, "month", 15),
        ("Gratis 3 proeflessen & € 46,25 per kwartaal", 46.25, None, "quarter", None),
        ("Dit wordt vergoed door de zorgverzekering", None, None, None, None),
        ("€ 1.250,00 per jaar", 1250, None, "year", None),
        ("€ 5 per keer, met stadspas € 2,50", 5, None, "time", None),
        ("Onbekend", None, None, None, None),
        ("-", None, None, None, None),
        ("", None, None, None, None),
        ("-5", None, None, None, None),
    ],
)
def test_costs(text, low, high, per, extra):
    costs, _ = read_costs(text)
    assert (costs.amount_eur, costs.amount_max_eur, costs.per, costs.once_extra_eur) == (low, high, per, extra)


def test_trials_insurance_and_reductions_are_facts_of_their_own():
    assert read_costs("Ontdek gratis")[0].first_time_free is True
    assert read_costs("Dit wordt vergoed door de zorgverzekering")[0].is_insured is True
    assert read_costs("€ 5 per keer, met stadspas € 2,50")[0].reduced_eur == 2.5
    assert read_costs("-5")[1] == ("cost_negative",)
    assert read_costs("£5")[1] == ("cost_foreign_currency",)
    assert read_costs("")[1] == read_costs("-")[1] == ()


@pytest.mark.parametrize(
    "text",
    [
        "rolstoeltoegankelijk: onbekend",
        "rolstoeltoegankelijk?",
        "rolstoeltoegankelijk (deels)",
        "deels rolstoeltoegankelijk",
        "niet bekend of rolstoeltoegankelijk",
        "niet volledig rolstoeltoegankelijk",
        "bel of het rolstoeltoegankelijk is",
        "wheelchair access: limited",
    ],
)
def test_access_in_doubt_is_not_known_and_told(text):
    assert read_access(text) == ({}, ("text_unread",))


def test_access_beside_a_doubt_is_read():
    assert read_access("rolstoeltoegankelijk: ja") == ({"step_free": True}, ())
    assert read_access("rolstoeltoegankelijk: nee") == ({"step_free": False}, ())
    assert read_access("parkeren mogelijk") == ({"parking": True}, ())
    assert read_access("Rolstoeltoegankelijk, toilet deels aangepast")[0] == {"step_free": True}
    assert read_access("Rolstoeltoegankelijk. Ringleiding onbekend") == ({"step_free": True}, ("text_unread",))


@pytest.mark.parametrize(
    ("text", "amount", "highest", "reduced"),
    [
        ("Gratis met Stadspas, zonder pas € 40 per maand", 40, None, 0),
        ("gratis met stadspas, anders € 5", 5, None, 0),
        ("Met stadspas gratis, anders € 40 per maand", 40, None, 0),
        ("Minima gratis, overigen € 25 per maand", 25, None, 0),
        ("€ 10 per maand (gratis met U-pas)", 10, None, 0),
        ("gratis met stadspas", None, None, 0),
        ("€ 0 met stadspas, anders € 8", 8, None, 0),
        ("€ 8,- / € 4,- met pas", 8, None, 4),
        ("€ 8 zonder pas, € 4 met pas", 8, None, 4),
        ("met pas 4 euro, zonder pas 8 euro", 8, None, 4),
        ("€ 10 (pashouders € 5)", 10, None, 5),
        ("€ 2 voor minima, overig € 5", 5, None, 2),
        ("Toegang met museumpas gratis", 0, None, None),
        ("Gratis voor inwoners met een laag inkomen", None, None, 0),
        ("gratis voor 65-plussers, anders € 30 per maand", 30, None, None),
        ("€ 40 per maand, voor kinderen gratis", 40, None, None),
        ("Gratis: nee", None, None, None),
        ("Gratis? Nee, € 40 per maand", 40, None, None),
        ("1,000.00", 1000, None, None),
        ("€ 1,250 per jaar", 1250, None, None),
        ("1.000", 1000, None, None),
        ("€ 60 per 10-rittenkaart", 6, None, None),
        ("10-rittenkaart € 60", 6, None, None),
        ("2 euro 50", 2.5, None, None),
        ("5-10 euro", 5, 10, None),
        ("5 tot 10 euro per keer", 5, 10, None),
        # What was right stays so.
        ("Gratis", 0, None, None),
        ("Gratis: ja", 0, None, None),
        ("gratis voor iedereen", 0, None, None),
        ("gratis, ook met stadspas", 0, None, None),
        ("€ 5 per keer, met stadspas € 2,50", 5, None, 2.5),
        ("De cursus kost 5 euro, 12 lessen", 5, None, None),
        ("1.50", 1.5, None, None),
        ("Kost 5 euro 10 bijeenkomsten", 5, None, None),
        ("5 euro 12 personen", 5, None, None),
        ("2 euro 50 per keer", 2.5, None, None),
        ("9-12 uur, € 5", 5, None, None),
        ("geen kosten met stadspas", None, None, 0),
        ("1e les gratis, gratis met stadspas, € 10 per maand", 10, None, 0),
        ("gratis: n.v.t.", None, None, None),
        ("Eerste les gratis, daarna € 5 per keer", 5, None, None),
        ("1000", 1000, None, None),
    ],
)
def test_costs_are_never_read_as_cheaper_than_they_are(text, amount, highest, reduced):
    costs, _ = read_costs(text)
    assert (costs.amount_eur, costs.amount_max_eur, costs.reduced_eur) == (amount, highest, reduced)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024/12/01", "2024-12-01", "2024-12-01"),
        ("20241231", "2024-12-31", "2024-12-31"),
        ("45500", "2024-07-27", "2024-07-27"),
        ("45500.0", "2024-07-27", "2024-07-27"),
        ("12/31/2024", "2024-12-31", "2024-12-31"),
        ("12-2024", "2024-12-01", "2024-12-31"),
        ("februari 2024", "2024-02-01", "2024-02-29"),
        ("begin mei 2026", "2026-05-01", "2026-05-10"),
        ("half mei 2026", "2026-05-11", "2026-05-20"),
        ("eind december 2024", "2024-12-21", "2024-12-31"),
        ("t/m 2024", "2024-01-01", "2024-12-31"),
    ],
)
def test_a_month_or_year_is_its_first_day_and_as_an_end_its_last(text, first, last):
    assert read_date(text) == (date.fromisoformat(first), ())
    assert read_date(text, is_end=True) == (date.fromisoformat(last), ())


@pytest.mark.parametrize("text", ["13-2024", "20241340", "99999", "tot nader order", "12.30", "35 personen"])
def test_what_is_no_date_is_none(text):
    assert read_date(text, is_end=True) == (None, ("date_unread",))


def sessions(text):
    times, codes = read_times(text)
    return [
        (s.weekday.value, s.start and s.start.strftime("%H:%M"), s.end and s.end.strftime("%H:%M"))
        for s in times.sessions
    ], codes


@pytest.mark.parametrize(
    ("text", "found", "codes"),
    [
        ("Maandag 15.30 - 16.30 uur", [("mon", "15:30", "16:30")], ()),
        ("Dinsdag 20.30 tot 22.30 uur", [("tue", "20:30", "22:30")], ()),
        ("Donderdag van 18.30 – 19.30 uur", [("thu", "18:30", "19:30")], ()),
        (
            "Donderdag 9.00 - 12.00 uur. Donderdag 13.30 - 14.30 uur. Vrijdag 13.00 - 14.00 uur.",
            [("thu", "09:00", "12:00"), ("thu", "13:30", "14:30"), ("fri", "13:00", "14:00")],
            (),
        ),
        ("1x op dinsdag 12 augustus - 12.00 uur", [], ("date_without_year",)),
        ("Wij nemen contact op na inschrijving", [], ("time_unread",)),
        ("9:00am-5:00pm, Mon, Wed", [("mon", "09:00", "17:00"), ("wed", "09:00", "17:00")], ()),
        ("10:00pm-4:00pm, Sat", [("sat", None, None)], ("time_inverted",)),
        ("zaterdag 22:00-16:00", [("sat", None, None)], ("time_inverted",)),
        ("zaterdag 20:00-01:00", [("sat", "20:00", None)], ("time_past_midnight",)),
        ("", [], ()),
        ("onbekend", [], ()),
    ],
)
def test_times(text, found, codes):
    assert sessions(text) == (found, codes)


def test_months_weeks_parts_seasons_and_dates():
    assert read_times("1e dinsdag van de maand")[0].sessions[0].nth_in_month == (1,)
    assert read_times("elke laatste vrijdag")[0].sessions[0].nth_in_month == (-1,)
    assert read_times("om de week op woensdag")[0].sessions[0].every_weeks == 2
    assert read_times("om de week op woensdag")[1] == ("every_other_week",)
    assert read_times("dinsdagochtend")[0].sessions[0].part.value == "morning"
    assert read_times("september t/m mei, maandag")[0].season == ("09-01", "05-31")
    assert read_times("in overleg")[0].is_flexible is True
    assert read_times("dinsdag 12 augustus 2025 om 14.00 uur")[0].dates[0][1] == time(14)
    assert "date_wrong_weekday" in read_times("maandag 12 augustus 2025")[1]


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("9:00am", time(9)), ("7:30 am ", time(7, 30)), ("9am", time(9)), ("830am", time(8, 30)), ("9:00a", time(9)),
        ("9:0am", time(9)), ("6:300pm", time(18, 30)), ("5:00pm Mon", time(17)), ("12:00pm (dispensing)", time(12)),
        ("12:00am", time(0)), ("10:00:00Z", time(10)), ("20u", time(20)), ("25:00", None), ("", None),
    ],
)  # fmt: skip
def test_clock(text, clock):
    assert read_clock(text)[0] == clock


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("English. Spanish", ("en", "es")), ("Spanish\\n\\nTranslation services available if needed", ("es",)),
        ("Creole (limited)", ("ht",)), ("others available upon request", ()), ("Espa+¦ol", ()), ("* English", ("en",)),
        ("Nederlands en Turks", ("nl", "tr")), ("nl", ("nl",)), ("Spanish and English", ("es", "en")),
        ("nl, tur, amh", ("nl", "tr", "am")), ("Litouws", ("lt",)), ("Türkçe", ("tr",)), ("nee", ()), ("ja", ()),
    ],
)  # fmt: skip
def test_languages(text, codes):
    assert read_languages(text)[0].codes == codes


def test_unknown_is_never_no():
    assert [read_truth(word)[0] for word in ("onbekend", "", "?", "n.v.t.")] == [None] * 4
    assert read_truth("nee")[0] is False
    assert read_access("")[0] == {}
    assert read_access("Niet rolstoeltoegankelijk")[0] == {"step_free": False}


@pytest.mark.parametrize(
    ("text", "moment"),
    [("0.5", time(12)), ("0,5625", time(13, 30)), ("0.395833333333333", time(9, 30)), ("14.5", time(14, 30)),
     ("15,75", time(15, 45)), ("14", time(14)), ("900", time(9)), ("9.3", time(9, 30)), ("14.30", time(14, 30))],
)  # fmt: skip
def test_clock_times_of_a_workbook(text, moment):
    assert read_clock(text)[0] == moment


def test_an_odd_quotation_mark_loses_no_row(tmp_path):
    rows = 'id;titel;omschrijving\n1;A;"Koffie\n2;B;Thee\n3;C;"Soep, en\nbrood"\n4;D;x\n'
    (tmp_path / "a.csv").write_text(rows)
    assert [one.title for one in read_catalogue(tmp_path / "a.csv").activities] == ["A", "B", "C", "D"]


@pytest.mark.parametrize("title", ["#N/A", "#WAARDE!", "#REF!", "NaN"])
def test_the_error_of_a_workbook_is_no_title(title):
    made = read_catalogue([{"id": 1, "titel": title}, {"id": 2, "titel": "Koffie"}])
    assert [one.title for one in made.activities] == ["Koffie"]
    assert [one.code for one in made.report.problems if one.code != "cell_error"] == ["no_title"]


@pytest.mark.parametrize(
    ("text", "days", "season"),
    [
        ("elke dag behalve zondag van 10 tot 12 uur", "mon tue wed thu fri sat", None),
        ("dagelijks 9.00-17.00 uur, behalve in het weekend", "mon tue wed thu fri", None),
        ("ma-vr 9-12 (niet op woensdag)", "mon tue thu fri", None),
        ("dagelijks 10-12, zondag gesloten", "mon tue wed thu fri sat", None),
        ("zaterdag gesloten, zondag 10-12 uur", "sun", None),
        ("maandag 10-12 uur (niet in juli en augustus)", "mon", ("09-01", "06-30")),
        ("maandag 10-12 niet in december", "mon", ("01-01", "11-30")),
        ("dinsdag 10-12 uur, niet in de schoolvakanties", "tue", None),
    ],
)
def test_days_and_months_that_are_left_out(text, days, season):
    times, codes = read_times(text)
    assert (" ".join(one.weekday.value for one in times.sessions), times.season, codes) == (days, season, ())


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [("6-12 jaar (groep 3-8)", 6, 12), ("groep 5-8", None, 17), ("min. 18", 18, None), ("minimum 21 jaar", 21, None)],
)
def test_classes_of_a_school_are_no_ages(text, low, high):
    ages, _ = read_ages(text)
    assert (ages.low, ages.high, ages.is_hard) == (low, high, True)
