"""What research says: a small, cited bonus."""

import re

import pytest

from making import Asked, query
from wor_match.criteria.evidence import GRADE, EvidenceCriterion, numbers_about, rows_on, score_of
from wor_match.vocabulary.tables import read_table

TABLE = [dict(row) for row in read_table("evidence")]


def rows_for(activity, complaints):
    return [one.row for one in rows_on(numbers_about(activity), complaints)]


def first(is_scored):
    """A row with one theme, that no row of the other sort shares a complaint for."""
    themes = {row["theme"] for row in read_table("themes")}
    for row in TABLE:
        theme, term = row["activity"].split("|")[0], row["complaint"].split("|")[0]
        rows = rows_for(frozenset({theme}), {term: 1.0})
        if theme in themes and rows and (score_of(rows[0]) > 0) is is_scored:
            return theme, term, rows[0]
    raise AssertionError("the table has no such row")


def complaint(term, severity=6):
    return query(complaints=[{"term": term, "severity": severity}])


def test_it_applies_when_a_complaint_was_understood():
    assert EvidenceCriterion().applies(complaint("low_mood"))
    assert not EvidenceCriterion().applies(query(interests=["wandelen"]))


def test_only_rows_that_may_be_scored_and_help_count():
    plus = {"is_scored": "1", "direction": "plus", "grade": "strong"}
    assert score_of(plus) == GRADE["strong"] == 1
    assert score_of({**plus, "is_scored": "0"}) == 0
    assert score_of({**plus, "direction": "none"}) == 0
    assert list(GRADE.values()) == sorted(GRADE.values(), reverse=True)
    assert {row["grade"] for row in TABLE} <= set(GRADE)


def test_every_row_tells_why_it_is_scored_or_only_shown():
    for row in TABLE:
        verdict, _, reason = row["note"].partition(": ")
        assert verdict == ("scored" if row["is_scored"] == "1" else "shown"), row["id"]
        assert len(reason) > 10, row["id"]


#: Words of a population that is not one of light psychosocial complaints, or of which it cannot be told.
OUTSIDE = re.compile(
    r"diagnosis|insomnia|chronic|psychosis|major depression|depression|mental|condition|prescription|patient|bereaved"
    r"|nature-based programmes"
)


def test_rows_outside_light_complaints_are_shown_and_never_scored():
    for row in TABLE:
        if row["is_scored"] == "1" and row["id"] != "jensen_arts":
            assert not OUTSIDE.search(row["population"].replace("without a clinical diagnosis", "")), row["id"]
    by_id = {row["id"]: row for row in TABLE}
    for name in (
        "bu_yoga",
        "bu_walking",
        "bu_tai_chi",
        "geneen_pain",
        "wen_pain_older",
        "singh_low_mood",
        "nguyen_nature",
    ):
        assert score_of(by_id[name]) == 0


def test_what_was_only_known_by_heart_has_a_page_that_was_read():
    sources = {row["id"]: row["source"] for row in TABLE}
    for name in ("nguyen_nature", "kiely_contacts", "webber_supported", "mead_befriending"):
        assert not sources[name].startswith("https://doi.org/")
    assert not [row["id"] for row in TABLE if "certainty rated" in row["effect"]]


def test_a_scored_row_is_for_and_says_which():
    theme, term, row = first(is_scored=True)
    asked = Asked(EvidenceCriterion(), complaint(term), {"title": "Xqz", "themes": [theme]}, {"title": "Xqz"})
    assert asked.low == asked.expected == [pytest.approx(score_of(row)), 0]
    assert asked.high[0] == asked.low[0]
    assert asked.high[1] >= asked.high[0]  # what it is about is not told, so that it may be just this
    assert asked.cases() == [[(True, "shown")], []]
    assert asked.tellings()[0][0].params == {"row": row["id"], "grade": row["grade"]}


def test_a_row_that_may_not_be_scored_adds_nothing_and_is_told_honestly():
    theme, term, row = first(is_scored=False)
    asked = Asked(EvidenceCriterion(), complaint(term), {"title": "Xqz", "themes": [theme]})
    assert asked.expected == [0]
    assert asked.cases() == [[(False, "not_scored")]]
    assert asked.tellings()[0][0].params["row"] == row["id"]


def test_a_light_reading_of_a_complaint_is_no_ground():
    theme, term, _ = first(is_scored=True)
    assert rows_for(frozenset({theme}), {term: 0.2}) == []


def test_intervention_types_count_as_well_as_themes():
    known = {row["intervention"] for row in read_table("intervention_types")}
    row = next(row for row in TABLE if set(row["activity"].split("|")) & known)
    name = sorted(set(row["activity"].split("|")) & known)[0]
    asked = Asked(
        EvidenceCriterion(), complaint(row["complaint"].split("|")[0]), {"title": "Xqz", "interventions": [name]}
    )
    assert len(asked.tellings()[0]) == 1


def test_the_best_row_counts_never_the_sum():
    _, term, row = first(is_scored=True)
    themes = [one["theme"] for one in read_table("themes")]
    asked = Asked(EvidenceCriterion(), complaint(term), {"title": "Xqz", "themes": themes})
    assert asked.expected[0] <= 1
    assert asked.expected[0] >= score_of(row)


@pytest.mark.parametrize(
    ("icpc1", "is_scored"), [(None, True), ("P03", True), ("P76", False), ("P74.01", False), ("R05", True)]
)
def test_a_disorder_that_the_gp_coded_is_no_light_complaint(icpc1, is_scored):
    asked = query(complaints=[{"term": "low_mood", "icpc1": icpc1}])
    about = Asked(EvidenceCriterion(), asked, {"title": "Zangkoor", "themes": ["singing"]})
    assert (about.expected[0] > 0) is is_scored
    assert about.cases() == [[(True, "shown") if is_scored else (False, "not_scored")]]


@pytest.mark.parametrize(("severity", "is_scored"), [(None, True), (0, True), (6, True), (7, False), (10, False)])
def test_research_on_light_complaints_is_shown_and_not_scored_for_a_heavy_one(severity, is_scored):
    theme, term, row = first(is_scored=True)
    offers = {"title": "Xqz", "themes": [theme]}, {"title": "Xqz"}
    asked = Asked(EvidenceCriterion(), complaint(term, severity), *offers)
    assert (asked.expected[0] > 0) is is_scored or severity == 0
    if severity != 0:  # so light that it is no ground at all
        assert asked.cases()[0] == [(True, "shown") if is_scored else (False, "heavy")]
        assert asked.tellings()[0][0].params["row"] == row["id"]
    if not is_scored:
        assert asked.high == [0, 0]


def test_a_light_complaint_beside_a_heavy_one_keeps_its_research():
    scored = [row for row in TABLE if score_of(row) > 0]
    pairs = ((one, other) for one in scored for other in scored)
    known = {row["theme"] for row in read_table("themes")}
    heavy, light, theme = next(
        (one["complaint"].split("|")[0], other["complaint"].split("|")[0], one["activity"].split("|")[0])
        for one, other in pairs
        if one["activity"].split("|")[0] in known & set(other["activity"].split("|"))
        and not set(one["complaint"].split("|")) & set(other["complaint"].split("|"))
    )
    told = [{"term": heavy, "severity": 9}, {"term": light, "severity": 5}]
    asked = Asked(EvidenceCriterion(), query(complaints=told), {"title": "Xqz", "themes": [theme]})
    assert asked.expected[0] > 0
    shown = next(row for row in TABLE if row["id"] == asked.tellings()[0][0].params["row"])
    assert light in shown["complaint"].split("|")
