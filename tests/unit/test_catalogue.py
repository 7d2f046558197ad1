"""The local supply, compiled: the same however it was built, and it finds what is in reach."""

import math
import pickle

import numpy as np
import pandas as pd
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from making import activity, near
from wor_match import Catalogue, load_sample
from wor_match.catalogue.build import build_activity
from wor_match.catalogue.columns import NO, CategoryColumn, Column, RaggedColumn, RowSource, tri
from wor_match.catalogue.frames import columns, dtypes, is_missing, nested
from wor_match.catalogue.location import ERROR, ERROR_KM, IS_ONSITE, LAT, LatitudeBand, point
from wor_match.catalogue.problems import CatalogueProblem
from wor_match.catalogue.words import WordIndex, theme_strengths
from wor_match.domain.activity import Activity
from wor_match.domain.place import Place
from wor_match.errors import InputError, UnknownIdError
from wor_match.geo import haversine_km, locate
from wor_match.rules.reach import serves
from wor_match.testing import draw_activities
from wor_match.vocabulary.enums import GeoPrecision

MADE = [activity(id=name, title=f"Groep {name}", places=[near(n)]) for n, name in enumerate("cab")]


HERE = {"lat": 52.09, "lon": 5.11}


def ids(catalogue):
    return [one.id for one in catalogue.activities]


# building


def test_doubles_are_an_error_that_names_all_of_them():
    doubles = [activity(id=name) for name in ("x", "y", "x", "z", "y", "x")]
    with pytest.raises(InputError) as caught:
        Catalogue.from_activities(doubles)
    assert [(one.record, one.code) for one in caught.value.problems] == [("x", "duplicate_id"), ("y", "duplicate_id")]
    with pytest.raises(InputError):
        Catalogue.from_activities(MADE).updated(add=doubles)


def test_the_order_does_not_matter():
    one, other = Catalogue.from_activities(MADE), Catalogue.from_activities(reversed(MADE))
    assert ids(one) == ids(other) == ["a", "b", "c"]
    assert one.content_hash == other.content_hash
    assert one.column(LAT).tolist() == other.column(LAT).tolist()
    assert [source.activity.id for source in one.sources] == [source.activity.id for source in other.sources]


def test_updated_adds_replaces_and_ends_and_leaves_the_old_one_alone():
    before = Catalogue.from_activities(MADE)
    new, changed = activity(id="d"), activity(id="a", title="Anders")
    after = before.updated(add=[new, changed], end=["b"])
    assert ids(after) == ["a", "c", "d"]
    assert after["a"].title == "Anders"
    assert ids(before) == ["a", "b", "c"]
    assert before["a"].title == "Groep a"
    assert after.content_hash == Catalogue.from_activities([MADE[0], changed, new]).content_hash
    assert before.updated().content_hash == before.content_hash
    assert ids(before.updated(add=[changed], end=["a"])) == ["a", "b", "c"]


def test_ending_what_is_not_there_names_all_that_is_not():
    with pytest.raises(UnknownIdError) as caught:
        Catalogue.from_activities(MADE).updated(end=["y", "a", "x"])
    assert [one.record for one in caught.value.problems] == ["x", "y"]


def test_the_hash_depends_on_the_content_alone():
    base = {"id": "a", "title": "Koor", "cost": {"amount_eur": 2}}
    one = activity(**base, codes={"hsds": ["1"], "oruk": ["2"]}, provenance={"title": "x", "cost": "y"})
    same = activity(**base, codes={"oruk": ["2"], "hsds": ["1"]}, provenance={"cost": "y", "title": "x"})
    other = activity(**base, codes={"hsds": ["2"], "oruk": ["2"]})
    hashes = [Catalogue.from_activities([each]).content_hash for each in (one, same, other)]
    assert hashes[0] == hashes[1] != hashes[2]
    assert len(hashes[0]) == 64
    assert Catalogue.from_activities([]).content_hash == "0" * 64


@settings(derandomize=True, deadline=None, max_examples=25)
@given(st.permutations(range(8)), st.sets(st.integers(0, 7)), st.sets(st.integers(0, 7)))
def test_the_hash_is_the_same_for_any_way_of_building(order, early, replaced):
    made = [activity(id=f"a{n}", title=f"Groep {n}", cost={"amount_eur": n}) for n in range(8)]
    whole = Catalogue.from_activities([made[n] for n in order])
    first = [activity(id=f"a{n}", title="Oud") if n in replaced else made[n] for n in order if n in early]
    built = Catalogue.from_activities([*first, activity(id="over")])
    built = built.updated(add=[made[n] for n in order if n not in early or n in replaced], end=["over"])
    assert built.content_hash == whole.content_hash
    assert built.activities == whole.activities


# looking up


def test_looking_up():
    catalogue = Catalogue.from_activities(MADE)
    assert len(catalogue) == 3
    assert "a" in catalogue
    assert "x" not in catalogue
    assert 7 not in catalogue
    assert catalogue["c"].id == "c"
    assert catalogue.number("b") == 1
    for ask in (catalogue.number, catalogue.__getitem__):
        with pytest.raises(UnknownIdError) as caught:
            ask("nergens")
        assert caught.value.problems[0].record == "nergens"


def test_the_repr_is_short():
    assert repr(Catalogue.from_activities(MADE)) == "Catalogue(3 activities, 3 rows)"


def test_counts_of_what_was_handed_in():
    report = Catalogue.from_activities(MADE).report
    assert (report.read, report.kept, report.skipped) == (3, 3, 0)
    assert Catalogue.from_activities(MADE).problems == ()
    problem = CatalogueProblem("a", "cost", "odd", "too dear", "doubt")
    assert str(problem) == "[doubt] a: cost: too dear (odd)"


def test_what_is_odd_about_models_is_told_and_kept():
    swapped, lost = {"lat": 5.1, "lon": 52.1}, {"postcode": "1000"}
    offers = [
        activity(id="a", description="woord " * 20_000),
        activity(id="b", places=[near(1), swapped]),
        activity(id="c", places=[{"town": "x"}], parts=[{"title": "x", "places": [lost, {"postcode": "3434"}]}]),
    ]
    catalogue = Catalogue.from_activities(offers)
    assert [(one.record, one.field, one.code, one.severity) for one in catalogue.problems] == [
        ("a", "description", "text_cut", "note"),
        ("b", "places[1]", "point_swapped", "doubt"),
        ("c", "parts[0].places[0].postcode", "postcode_unknown", "doubt"),
    ]
    assert catalogue.report.kept == 3


def test_prose_is_noticed_but_the_original_is_handed_back():
    catalogue = Catalogue.from_activities([activity(id="a", description="Alleen voor vrouwen.")])
    assert catalogue["a"].group.gender_rule is None
    assert catalogue.effective[0].group.gender_rule == "women"


# rows


def test_a_row_is_one_part_at_one_place():
    offer = activity(
        id="a",
        places=[{"name": "P1"}, {"name": "P2"}],
        parts=[
            {"title": "een"},
            {"title": "twee", "places": [{"name": "Q"}], "setting": "online", "schedule": {"is_flexible": True}},
        ],
        effort={"physical": 1},
        cost={"amount_eur": 1},
    )
    catalogue = Catalogue.from_activities([offer, activity(id="b")])
    found = [
        (one.activity.id, one.part.title if one.part else None, one.place.name if one.place else None)
        for one in catalogue.sources
    ]
    assert found == [("a", "een", "P1"), ("a", "een", "P2"), ("a", "twee", "Q"), ("b", None, None)]
    assert [(one.part_number, one.place_number) for one in catalogue.sources] == [(0, 0), (0, 1), (1, 0), (0, 0)]
    assert catalogue.all_rows.activity.tolist() == [0, 0, 0, 1]
    one, _, two, _ = catalogue.sources
    assert (one.setting, two.setting) == ("onsite", "online")
    assert (one.schedule.is_flexible, two.schedule.is_flexible) == (None, True)
    assert one.effort.physical == two.effort.physical == 1


def test_costs_of_an_arrangement():
    def costs(require, own, *parts):
        offer = activity(
            cost={"amount_eur": own},
            parts=[{"title": "deel", "cost": None if eur is None else {"amount_eur": eur}} for eur in parts],
            parts_require=require,
        )
        sources = Catalogue.from_activities([offer]).sources
        return [[cost.amount_eur for cost, _ in source.costs] for source in sources]

    assert costs("all", 5, 1, 2) == [[5, 1, 2], [5, 1, 2]]
    assert costs("any", 5, 1, 2) == [[5, 1], [5, 2]]
    assert costs("all", None, 1, None) == [[1], [1]]
    assert costs("any", None, 1, None) == [[1], [None]]
    assert RowSource(activity(cost={"amount_eur": 3})).costs[0][0].amount_eur == 3


def test_a_part_has_its_own_effort_or_that_of_the_whole():
    offer = activity(effort={"physical": 1}, parts=[{"title": "een", "effort": {"physical": 3}}, {"title": "twee"}])
    assert [one.effort.physical for one in Catalogue.from_activities([offer]).sources] == [3, 1]


def test_slices_of_columns():
    catalogue = Catalogue.from_activities([activity(id=f"a{n:03}", title=f"t{n % 70}") for n in range(140)])
    numbers = Column("number", np.int64, lambda row: int(row.activity.id[1:]))
    titles = CategoryColumn("title", lambda row: row.activity.title)
    digits = RaggedColumn(
        "digits", (("digit", np.int64),), lambda row: [(int(one),) for one in row.activity.id[1:]][:2]
    )
    rows = catalogue.all_rows.take(np.array([5, 139, 0]))
    assert len(rows) == 3
    assert rows.get(numbers).tolist() == [5, 139, 0]
    assert rows.get(numbers) is not catalogue.column(numbers)
    asked = []

    def length(title):
        asked.append(title)
        return len(title)

    assert rows.answer(titles, length, np.int64).tolist() == [2, 3, 2]
    assert sorted(asked) == ["t0", "t5", "t69"]  # of many distinct values only those that are here
    assert rows.value(titles, 1) == "t69"
    assert catalogue.all_rows.answer(titles, length, np.int64)[[5, 139, 0]].tolist() == [2, 3, 2]
    assert rows.have(titles, [catalogue.categories(titles)[1].index("t69")]).tolist() == [False, True, False]
    assert rows.have(titles, []).tolist() == [False] * 3
    assert rows.by_code(titles, np.array([len(one) for one in catalogue.categories(titles)[1]])).tolist() == [2, 3, 2]
    owner, fields = rows.ragged(digits)
    assert owner.tolist() == [0, 0, 1, 1, 2, 2]
    assert fields["digit"].tolist() == [0, 0, 1, 3, 0, 0]
    assert rows.source(1).activity.id == "a139"
    assert rows.take(np.array([2])).source(0).activity.id == "a000"
    assert catalogue.column(numbers) is catalogue.column(numbers)


def test_an_empty_catalogue_has_no_rows():
    catalogue = Catalogue.from_activities([])
    titles = CategoryColumn("title", lambda row: row.activity.title)
    assert len(catalogue) == len(catalogue.all_rows) == 0
    assert catalogue.all_rows.answer(titles, len, np.int64).tolist() == []
    assert catalogue.band.within(52, 5, 10).tolist() == []
    assert catalogue.to_frame().columns.tolist() == ["id", "title"]


def test_three_values():
    assert [tri(one) for one in (True, None, False)] == [1, 0, -1]


def test_rows_of_which_the_provider_fetches_people():
    made = enumerate((True, False, None))
    offers = [activity(id=f"a{n}", places=[HERE], first_step={"transport_offered": one}) for n, one in made]
    offers.append(activity(id="nowhere", places=[], first_step={"transport_offered": True}))
    catalogue = Catalogue.from_activities(offers)
    found = catalogue.fetched.within(HERE["lat"], HERE["lon"], 6.0)
    assert [catalogue.sources[row].activity.id for row in found] == ["a0"]
    assert not len(catalogue.fetched.within(HERE["lat"] + 0.1, HERE["lon"], 6.0))


REGIONS = {
    "untold": [],
    "utrecht": ["Utrecht"],
    "digits": ["3433", "3434"],
    "short": ["3"],
    "elsewhere": ["Groningen", "97"],
    "unheard": ["Waterhoven"],
}


@pytest.mark.parametrize(
    ("postcode", "municipality", "expected"),
    [
        ("3434 AB", "Nieuwegein", {"untold", "utrecht", "digits", "short", "unheard"}),
        ("9711", "Groningen", {"untold", "elsewhere", "unheard"}),
        ("9711", "Utrecht", {"untold", "elsewhere", "utrecht", "unheard"}),
        ("3434", None, set(REGIONS)),
        (None, "Utrecht", set(REGIONS)),
        (None, None, set(REGIONS)),
    ],
)
def test_home_visits_are_found_by_region(postcode, municipality, expected):
    offers = [activity(id=name, setting="home_visit", service_area=area) for name, area in REGIONS.items()]
    offers += [activity(id="online", setting="online"), activity(id="onsite", places=[HERE])]
    catalogue = Catalogue.from_activities(offers)
    found = catalogue.home_visits.around(postcode, municipality)
    assert {catalogue.sources[row].activity.id for row in found} == expected
    assert [catalogue.sources[row].activity.id for row in catalogue.placeless] == ["online"]
    for one in offers:
        if one.setting == "home_visit" and serves(one.service_area, postcode, municipality) != NO:
            assert one.id in expected


# where it is


def test_where_a_place_is_and_how_exact():
    assert all(math.isnan(one) for one in point(None))
    assert all(math.isnan(one) for one in point(Place(town="Ergens")))
    assert all(math.isnan(one) for one in point(Place(postcode="1000")))
    assert point(Place(lat=52.1, lon=5.1, geo_precision="town")) == (52.1, 5.1, ERROR_KM[GeoPrecision.TOWN])
    area = locate("3434")
    assert point(Place(postcode="3434 AB")) == (area.lat, area.lon, area.error_km)
    assert set(ERROR_KM) == set(GeoPrecision)


def test_what_is_online_or_at_home_has_no_place():
    offers = [
        activity(id=f"a{n}", setting=one, places=[near(1)]) for n, one in enumerate(("onsite", "online", "home_visit"))
    ]
    catalogue = Catalogue.from_activities(offers)
    assert np.isnan(catalogue.column(LAT)).tolist() == [False, True, True]
    assert np.isnan(catalogue.column(ERROR)).tolist() == [False, True, True]
    assert catalogue.column(IS_ONSITE).tolist() == [True, False, False]


POINTS = st.lists(st.tuples(st.floats(-80, 80), st.floats(-170, 170), st.sampled_from([0.0, 0.6, 5.0])), max_size=12)
NEAR = st.lists(st.tuples(st.floats(51, 53), st.floats(4, 6), st.sampled_from([0.0, 0.6, 5.0])), max_size=12)


@settings(derandomize=True, deadline=None, max_examples=150)
@given(st.one_of(POINTS, NEAR), st.floats(51, 53), st.floats(4, 6), st.floats(0, 80), st.integers(0, 3))
@example([(79.9, 4.0, 0.0)], 52.0, 5.0, 4000.0, 1)
@example([(52.0, 5.0, 0.0), (52.0, 5.0, 5.0)], 52.0, 5.0, 0.0, 0)
def test_the_band_never_leaves_out_what_is_within_reach(places, lat, lon, radius, unplaced):
    places = sorted(places)
    lats, lons, errors = (np.array([one[n] for one in places] + [np.nan] * unplaced, dtype=float) for n in range(3))
    found = LatitudeBand(np.arange(len(lats)), lats, lons, errors).within(lat, lon, radius).tolist()
    km = haversine_km(lat, lon, lats, lons)
    assert {n for n in range(len(places)) if not km[n] - errors[n] > radius} <= set(found) <= set(range(len(places)))
    assert found == sorted(set(found))
    far = {n for n in range(len(places)) if km[n] - errors[n] > radius + 0.01 and radius < 100}
    assert not far & set(found)


# words


def test_words_by_where_they_stand():
    title = theme_strengths(activity(title="Zingen"))["singing"]
    prose = theme_strengths(activity(description="Zingen"))["singing"]
    weak = theme_strengths(activity(description="Zingen", weak_fields=["description"])).get("singing", 0)
    part = theme_strengths(activity(parts=[{"title": "Zingen", "description": "Zingen"}]))["singing"]
    kind = theme_strengths(activity(kind_words=["zingen"]))["singing"]
    weak_kind = theme_strengths(activity(kind_words=["zingen"], weak_fields=["kind_words"])).get("singing", 0)
    assert title > kind > prose > weak
    assert title > part > prose
    assert kind > weak_kind
    assert theme_strengths(activity(themes=["walking"]))["walking"] == 1


def test_a_volunteer_who_helps_does_not_make_it_volunteering():
    def helping(**facts):
        found = theme_strengths(
            activity(title="Wandelen", description="Met een vrijwilliger, vrijwilligerswerk.", **facts)
        )
        return max((strength for theme, strength in found.items() if theme.startswith("volunteering")), default=0)

    assert helping() < helping(kind="volunteering") == helping(roles=["help"])


def test_markup_is_no_text():
    plain, marked = (
        activity(description="Zingen en dansen"),
        activity(description="<b>Zingen</b> &amp; dansen<img alt='bingo'>"),
    )
    assert theme_strengths(marked).keys() == theme_strengths(plain).keys()


def test_the_index_of_words():
    index = WordIndex([activity(title="Plorkwiz"), activity(description="Een plorkwiz."), activity(themes=["walking"])])
    numbers, strengths = index.posting("plorkwiz")
    assert numbers.tolist() == [0, 1]
    assert strengths[0] > strengths[1]
    assert index.posting("nergens") is None
    assert index.has_words.tolist() == [False, True, True]
    assert index.themes_of(2)[1].tolist() == [1.0]
    assert len(index.themes_of(0)[0]) == 0


# frames


def test_a_frame_and_back_is_the_same_catalogue():
    catalogue, _ = load_sample()
    frame = catalogue.to_frame()
    assert len(frame) == len(catalogue)
    back = Catalogue.from_frame(frame)
    assert back.problems == ()
    assert back.activities == catalogue.activities
    assert back.content_hash == catalogue.content_hash


def test_every_column_of_a_frame_has_a_dtype_of_its_own():
    facts = {
        "cost": {"amount_eur": 2.5, "is_insured": False},
        "group": {"age_min": 55},
        "effort": {"pace": "slow"},
        "valid_to": "9999-12-31",
        "themes": ["singing"],
    }
    made = Catalogue.from_activities([activity(id="a", title="Koor", **facts), activity(id="b", title="Niets")])
    frame = made.to_frame().set_index("id")
    assert frame.dtypes[["title", "themes"]].eq("string").all()
    assert frame.dtypes[["cost.amount_eur", "group.age_min", "cost.is_insured"]].tolist() == [
        "Float64",
        "Int64",
        "boolean",
    ]
    assert frame["effort.pace"].cat.categories.tolist() == ["slow", "usual", "brisk"]
    assert frame.dtypes["valid_to"] == "datetime64[s]"
    assert "object" not in frame.dtypes.astype(str).tolist()
    assert frame.loc["b", ["cost.amount_eur", "cost.is_insured", "valid_to", "effort.pace", "themes"]].isna().all()
    assert Catalogue.from_frame(made.to_frame()).activities == made.activities


def test_no_column_that_there_can_be_is_an_object():
    made = Catalogue.from_activities(draw_activities(200, 3))
    frame = made.to_frame()
    assert len(frame.columns) > 60
    assert "object" not in frame.dtypes.astype(str).tolist()
    assert Catalogue.from_frame(frame).content_hash == made.content_hash
    assert set(dtypes()) == set(columns())


def test_an_empty_catalogue_goes_through_a_frame_too():
    empty = Catalogue.from_activities([])
    frame = empty.to_frame()
    assert frame.dtypes.tolist() == ["string", "string"]
    back = Catalogue.from_frame(frame)
    assert (len(back), back.problems, back.content_hash) == (0, (), empty.content_hash)


def test_a_frame_through_csv_keeps_what_matters(tmp_path):
    catalogue = Catalogue.from_activities([activity(id="7", title="Koor", places=[near(1)], cost={"amount_eur": 0})])
    catalogue.to_frame().to_csv(tmp_path / "made.csv", index=False)
    back = Catalogue.from_frame(pd.read_csv(tmp_path / "made.csv"))
    assert back.content_hash == catalogue.content_hash


def test_bad_rows_are_skipped_and_told():
    frame = pd.DataFrame(
        [
            {"id": "a", "title": "Koor", "cost.amount_eur": -5, "themes": "[1", "moestuin": "x"},
            {"id": "a", "title": "Dubbel", "cost.amount_eur": 1, "themes": None, "moestuin": "x"},
            {"id": None, "title": "Geen nummer", "cost.amount_eur": 1, "themes": None, "moestuin": "x"},
            {"id": "b", "title": " ", "cost.amount_eur": 1, "themes": '"tekst"', "moestuin": "x"},
        ]
    )
    catalogue = Catalogue.from_frame(frame)
    report = catalogue.report
    assert (report.read, report.kept, report.repaired, report.skipped) == (4, 1, 1, 3)
    assert report.source_format == "frame"
    codes = [(one.record, one.code, one.severity) for one in catalogue.problems]
    assert codes == [
        ("(frame)", "column_unread", "note"),
        ("a", "value_refused", "repaired"),
        ("a", "value_refused", "repaired"),
        ("a", "duplicate_id", "skipped"),
        ("row 3", "refused", "skipped"),
        ("row 4", "refused", "skipped"),
    ]
    assert catalogue["a"].cost.amount_eur is None


def test_cells():
    assert [is_missing(one) for one in (None, pd.NA, pd.NaT, float("nan"), "  ")] == [True] * 5
    assert [is_missing(one) for one in (0, False, "x", [], 0.0)] == [False] * 5
    data, wrong = nested({"id": np.int64(7), "title": 3.5, "places": [{"town": "A"}], "place.town": "B", "themes": "7"})
    assert data == {"id": "7", "title": "3.5", "places": [{"town": "A"}]}
    assert wrong == ("themes",)
    assert columns()["place.access.step_free"] == "value"


@pytest.mark.parametrize(
    ("data", "left_out"),
    [
        ({"valid_from": "2026-02-01", "valid_to": "2026-01-01"}, "(whole)"),
        ({"group": {"age_min": 60, "age_max": 20}}, "group"),
        ({"cost": {"amount_eur": 9, "amount_max_eur": 2}}, "cost"),
        ({"places": [{"lat": 52.0}]}, "places[0]"),
        ({"places": [{"lat": 0, "lon": 0}]}, "places[0]"),
        ({"schedule": {"rules": [{"weekday": "mon"}, {"weekday": "nooit"}]}}, "schedule.rules[1].weekday"),
        ({"kind": "iets"}, "kind"),
        ({"themes": ["nergens"]}, "themes"),
        ({"onbekend": 1}, "onbekend"),
        ({"places": "x"}, "places"),
        ({"places": ({"lat": "x"},)}, "places[0].lat"),
        ({"group": "x"}, "group"),
    ],
)
def test_what_does_not_fit_is_left_out_and_the_rest_is_kept(data, left_out):
    made, paths = build_activity({"id": "a", "title": "Koor", **data})
    assert made is not None
    assert made.title == "Koor"
    assert left_out in paths


def test_what_lacks_something_goes_as_a_whole_and_its_neighbours_stay():
    days = ["mon", "nooit", "tue", *["wed"] * 9, "ooit", "thu"]
    rules = [{"weekday": day, "start": f"{n + 6:02}:00"} for n, day in enumerate(days)]
    made, paths = build_activity(
        {"id": "a", "title": "Koor", "schedule": {"rules": rules}, "parts": [{"description": "x"}]}
    )
    kept = [(rule.weekday, rule.start.hour - 6) for rule in made.schedule.rules]
    assert kept == [(day, n) for n, day in enumerate(days) if day not in ("nooit", "ooit")]
    assert made.parts == ()
    assert set(paths) >= {"schedule.rules[1].weekday", "schedule.rules[12].weekday", "parts[0].title"}


def test_without_id_or_title_there_is_no_activity():
    assert build_activity({"title": "Koor"}) == (None, ("id",))
    assert build_activity({"id": "", "title": "Koor"})[0] is None


def test_noticing_does_not_change_what_is_stored():
    made = Activity(id="a", title="Soos 55+")
    assert Catalogue.from_activities([made]).activities == (made,)


def test_what_was_compiled_cannot_be_changed_in_place():
    catalogue = Catalogue.from_activities([activity(id="a"), activity(id="b")])
    with pytest.raises(TypeError):
        catalogue.sources[0] = catalogue.sources[1]
    assert not hasattr(catalogue.sources, "append")
    with pytest.raises(ValueError, match="read-only"):
        catalogue.row_activity[0] = 1


def test_a_copy_of_rows_holds_no_more_than_the_rows():
    rows = Catalogue.from_activities([Activity(id="a", title="Koor")]).all_rows
    assert rows.activity.tolist() == [0]
    again = pickle.loads(pickle.dumps(rows))
    assert again.activity.tolist() == [0]
    with pytest.raises(ValueError, match="read-only"):
        again.activity[0] = 1
