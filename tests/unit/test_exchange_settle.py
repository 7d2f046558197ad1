"""What is settled across records, and that counts add up for any garbage."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wor_match.catalogue.catalogue import Catalogue
from wor_match.catalogue.frames import activities_from_frame, frame_from_activities
from wor_match.domain.activity import Activity
from wor_match.domain.clean import clean
from wor_match.exchange import read_activities
from wor_match.exchange.table import headers


def rows(count, **same):
    return [{"titel": f"Groep {n}", "organisatie": "Welzijn", **same} for n in range(count)]


def test_points_of_the_head_office_are_found():
    found, _ = read_activities([{**row, "lat": 52.1, "lon": 5.1} for row in rows(6)])
    assert {activity.places[0].geo_precision.value for activity in found} == {"organisation"}
    streets = [{**row, "lat": 52.1, "lon": 5.1, "straat": f"Laan {n}"} for n, row in enumerate(rows(6))]
    found, _ = read_activities(streets)
    assert {activity.places[0].geo_precision.value for activity in found} == {"organisation"}


def test_a_community_centre_may_host_many():
    found, _ = read_activities(rows(9, lat=52.1, lon=5.1, straat="Dorpsstraat", huisnummer=1))
    assert {activity.places[0].geo_precision.value for activity in found} == {"unknown"}


def test_copied_texts_and_tags_are_weak():
    found, _ = read_activities(rows(6, omschrijving="Voor iedereen", tags="jongeren"))
    assert found[0].weak_fields == ("description", "kind_words")
    others = [{"titel": f"Iets {n}", "organisatie": "Welzijn", "omschrijving": str(n)} for n in range(20)]
    found, _ = read_activities([*rows(5, omschrijving="Voor iedereen"), *others])
    assert found[0].weak_fields == ()


def test_duplicates_point_to_the_first():
    same = {"titel": "Koor", "organisatie": "Welzijn", "straat": "Laan 1", "dag": "maandag"}
    found, _ = read_activities(
        [{"id": 1, **same}, {"id": 2, **same, "titel": "KOOR"}, {"id": 3, **same, "dag": "dinsdag"}]
    )
    assert [activity.duplicate_of for activity in found] == [None, "1", None]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"status": "gestopt"}, {"status": "actief"}),
        ({"einddatum": "2026-04-01"}, {"einddatum": "2027-03-01"}),
        ({"startdatum": "2026-01-05"}, {"startdatum": "2027-01-04"}),
        ({"geslacht": "vrouwen"}, {"geslacht": "mannen"}),
        ({"vol": "ja"}, {"vol": "nee"}),
        ({"vol": "ja"}, {"vrije plekken": "4"}),
        ({"kosten": "€ 40 per maand"}, {"kosten": "gratis"}),
        ({"talen": "Turks"}, {"talen": "Arabisch"}),
    ],
)
def test_records_whose_hard_facts_differ_are_no_duplicates(one, other):
    same = {"titel": "Zangkoor", "aanbieder": "X", "dagen": "maandag 10:00"}

    def marked(first, second):
        found, _ = read_activities([{"id": "oud", **same, **first}, {"id": "nieuw", **same, **second}])
        return found[1].duplicate_of

    assert marked(one, other) is None
    assert marked(other, one) is None
    assert marked(one, one) == "oud"
    assert marked(one, {}) == marked({}, one) == "oud"


CELLS = st.one_of(
    st.none(),
    st.text(max_size=30),
    st.integers(),
    st.floats(),
    st.booleans(),
    st.just("maandag 10-12 uur"),
    st.sampled_from(["€ 5 per keer", "46 t/m 85 jaar", "nee", "3511AB", "22:00-16:00", "Koor", "[1", "{}", "0"]),
    st.lists(st.one_of(st.text(max_size=5), st.none()), max_size=3),
    st.dictionaries(st.text(max_size=5), st.text(max_size=5), max_size=2),
)
COLUMNS = st.one_of(
    st.sampled_from(sorted(headers())),
    st.sampled_from(["cost.amount_eur", "schedule.rules", "place.lat", "places", "parts"]),
)
TABLES = st.lists(st.one_of(st.dictionaries(COLUMNS, CELLS, max_size=12), CELLS), max_size=6)


@settings(max_examples=200, deadline=None)
@given(TABLES)
def test_counts_add_up_for_any_table(table):
    found, report = read_activities([{"titel": "Koor"}, *table])
    assert report.read == 1 + len(table) == report.kept + report.skipped
    assert report.activities == len(found) == report.kept
    assert report.repaired <= report.kept
    kept = {p.record for p in report.problems if p.severity == "repaired"}
    assert report.repaired <= max(len(kept), 0)
    Catalogue(found, report)


NAMES = st.sampled_from(
    [
        "id",
        "name",
        "status",
        "organization",
        "schedules",
        "service_at_locations",
        "location",
        "latitude",
        "longitude",
        "addresses",
        "postal_code",
        "byday",
        "freq",
        "opens_at",
        "closes_at",
        "dtstart",
        "until",
        "interval",
        "count",
        "minimum_age",
        "maximum_age",
        "cost_options",
        "amount",
        "languages",
        "attributes",
        "taxonomy_term",
        "valid_from",
        "valid_to",
        "weekday",
        "original_text",
        "accessibility",
        "description",
        "phones",
        "number",
    ]
)
JSON = st.recursive(
    CELLS,
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(NAMES, inner, max_size=6)),
    max_leaves=12,
)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.dictionaries(NAMES, JSON, max_size=12), max_size=5))
def test_counts_add_up_for_any_services(services):
    found, report = read_activities([{"id": "a", "name": "A", "status": "active"}, *services], format="hsds")
    assert report.read == 1 + len(services) == report.kept + report.skipped
    assert len(found) == report.kept


def test_reading_twice_gives_the_same():
    table = rows(7, kosten="€ 5", tags="x", lat=52.1, lon=5.1)
    assert read_activities(table) == read_activities(table)


PLACES = st.builds(
    dict,
    name=st.text(max_size=10),
    postcode=st.sampled_from([None, "3511", "3511AB"]),
    lat=st.floats(50, 53),
    lon=st.floats(3, 7),
    access=st.fixed_dictionaries({"step_free": st.sampled_from([None, True, False])}),
)
RULES = st.builds(
    dict,
    weekday=st.sampled_from(["mon", "fri"]),
    start=st.one_of(st.none(), st.times().map(lambda t: t.isoformat("minutes"))),
)
ACTIVITIES = st.builds(
    dict,
    title=st.text(min_size=1, max_size=20).filter(clean),
    description=st.text(max_size=30).filter(lambda text: not text or text.strip()),
    places=st.lists(PLACES, max_size=3),
    themes=st.lists(st.sampled_from(["walking", "singing"]), max_size=2),
    schedule=st.fixed_dictionaries(
        {"rules": st.lists(RULES, max_size=2), "is_flexible": st.sampled_from([None, True, False])}
    ),
    cost=st.fixed_dictionaries(
        {"amount_eur": st.one_of(st.none(), st.floats(0, 900)), "per": st.sampled_from([None, "time"])}
    ),
    group=st.fixed_dictionaries({"age_min": st.one_of(st.none(), st.integers(0, 120)), "age_is_hard": st.booleans()}),
    valid_from=st.one_of(st.none(), st.dates()),
    codes=st.dictionaries(st.text(min_size=1, max_size=4), st.lists(st.text(max_size=4), max_size=2), max_size=2),
)


@settings(max_examples=120, deadline=None)
@given(st.lists(ACTIVITIES, max_size=5))
def test_a_frame_gives_back_equal_activities(data):
    activities = [Activity.model_validate({"id": f"a{n}", **values}) for n, values in enumerate(data)]
    frame = frame_from_activities(activities)
    again, report = activities_from_frame(frame)
    places = [
        place.model_copy(update={"name": place.name.strip() and place.name}) for a in activities for place in a.places
    ]
    assert len(places) == sum(len(activity.places) for activity in again)
    assert [_plain(activity) for activity in again] == [_plain(activity) for activity in activities]
    assert report.problems == ()


def _plain(activity):
    """Blank names of places cannot be told from missing ones in a cell."""
    places = tuple(
        place.model_copy(update={"name": place.name if place.name.strip() else ""}) for place in activity.places
    )
    return activity.model_copy(update={"places": places})


def test_a_frame_survives_csv(tmp_path):
    activity = Activity(
        id="1",
        title="Koor",
        cost={"amount_eur": 2.5},
        group={"age_min": 18},
        valid_from="2026-01-01",
        places=({"lat": 52.1, "lon": 5.1, "access": {"step_free": False}},),
        themes=("singing",),
    )
    Catalogue([activity]).to_frame().to_csv(tmp_path / "a.csv", index=False)
    again = Catalogue.from_frame(pd.read_csv(tmp_path / "a.csv"))
    assert again.activities == (activity,)
    (read,), _ = read_activities(tmp_path / "a.csv")
    assert read.model_copy(update={"source": "", "provenance": {}}) == activity


def test_bad_rows_of_a_frame_are_told():
    frame = pd.DataFrame({"id": ["1", "1", "2", None], "title": ["A", "B", "C", "D"], "group.age_min": [-5, 1, 200, 2],
                          "themes": ["[", None, '["nonsense"]', None], "kleur": list("abcd")})  # fmt: skip
    catalogue = Catalogue.from_frame(frame)
    report = catalogue.report
    assert (report.read, report.kept, report.skipped, report.repaired) == (4, 2, 2, 2)
    assert {p.code for p in report.problems} == {"column_unread", "value_refused", "duplicate_id", "refused"}
