"""How fresh and complete a listing is."""

from datetime import timedelta

import pytest

from making import PRIORS, TODAY, Asked, profile, query
from wor_match.catalogue.columns import RowSource
from wor_match.criteria.freshness import FRESH_DAYS, FreshnessCriterion, completeness
from wor_match.domain.activity import Activity

FULL = {
    "description": "Zingen.",
    "schedule": {"rules": [{"weekday": "mon"}]},
    "places": [{"town": "Woerden"}],
    "cost": {"amount_eur": 0},
    "contact": {"phone": "030"},
}


def checked(days, **more):
    return {**FULL, "last_verified": TODAY - timedelta(days=days), **more}


def test_it_always_applies():
    assert FreshnessCriterion().applies(query())


def test_it_counts_down_linearly():
    stale = profile().limits.stale_days
    gone = 3 * stale
    halfway = (FRESH_DAYS + gone) // 2
    asked = Asked(
        FreshnessCriterion(), query(), *(checked(days) for days in (0, FRESH_DAYS, halfway, gone, 5 * gone, -30))
    )
    assert asked.is_known()
    assert asked.expected[0] == asked.expected[1] == asked.expected[5] == 1
    assert asked.expected[2] == pytest.approx(0.65, abs=0.01)
    assert asked.expected[3] == asked.expected[4] == pytest.approx(0.3)


def test_old_and_never_checked_are_told():
    stale = profile().limits.stale_days
    asked = Asked(FreshnessCriterion(), query(), checked(stale), checked(stale + 1), FULL)
    assert asked.cases() == [[], [(False, "old")], [(False, "never_checked")]]
    assert asked.tellings()[1][0].params == {"months": 12}


@pytest.mark.parametrize("prior", PRIORS)
def test_never_checked_is_the_prior(prior):
    asked = Asked(FreshnessCriterion(), query(using=profile({"freshness": prior})), checked(0), FULL, checked(9999))
    assert asked.expected[0] >= asked.expected[1] >= asked.expected[2]
    assert asked.expected[1] == pytest.approx(0.7 * prior + 0.3)
    assert (asked.low[1], asked.high[1]) == (asked.expected[2], asked.expected[0])


@pytest.mark.parametrize("lacking", [*FULL])
def test_each_fact_is_a_fifth(lacking):
    facts = {name: value for name, value in FULL.items() if name != lacking}
    assert completeness(source(**facts)) == 0.8


def source(**facts):
    activity = Activity(**{"id": "a", "title": "Koor", **facts})
    return RowSource(activity, place=activity.places[0] if activity.places else None)


def test_what_counts_as_complete():
    assert completeness(source(**FULL)) == 1
    assert completeness(source()) == 0
    assert completeness(source(setting="online")) == 0.2
    assert completeness(source(schedule={"is_flexible": True})) == 0.2
    assert completeness(source(schedule={"is_flexible": False})) == 0
    assert completeness(source(contact={"url": "x"})) == completeness(source(contact={"email": "x"})) == 0.2
