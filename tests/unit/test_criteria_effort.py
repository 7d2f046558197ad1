"""Physical effort and pace against a limit."""

import pytest

from making import PRIORS, Asked, profile, query
from wor_match.criteria.effort import EffortCriterion


def asks(physical=None, pace=None):
    return {"effort": {"physical": physical, "pace": pace}}


def test_it_applies_when_the_limit_was_asked():
    assert EffortCriterion().applies(query(max_physical_effort=0))
    assert not EffortCriterion().applies(query())


def test_within_the_limit_is_one_and_over_it_is_less():
    asked = Asked(EffortCriterion(), query(max_physical_effort=2), asks(0), asks(2), asks(3))
    assert asked.is_known()
    assert asked.expected[:2] == [1, 1]
    assert 0 < asked.expected[2] < 0.5
    assert asked.cases() == [[], [], []]


def test_pace_counts_at_a_low_limit():
    asked = Asked(EffortCriterion(), query(max_physical_effort=1), asks(1, "slow"), asks(1), asks(1, "brisk"))
    assert 1 == asked.expected[0] > asked.expected[1] > asked.expected[2]
    assert asked.cases() == [[(True, "slow")], [(True, "within_limit")], [(False, "brisk")]]
    assert asked.tellings()[1][0].params == {"asks": 1}
    assert Asked(EffortCriterion(), query(max_physical_effort=2), asks(1, "brisk")).expected == [1]


def test_slow_is_told_at_a_moderate_limit_and_nothing_without_a_limit():
    assert Asked(EffortCriterion(), query(max_physical_effort=2), asks(1, "slow")).cases() == [[(True, "slow")]]
    assert Asked(EffortCriterion(), query(max_physical_effort=3), asks(3, "slow")).cases() == [[]]
    assert Asked(EffortCriterion(), query(max_physical_effort=1), asks(2)).cases() == [[]]


@pytest.mark.parametrize("limit", [0, 1, 2, 3])
@pytest.mark.parametrize("prior", PRIORS)
def test_unknown_lies_between_no_and_yes(prior, limit):
    asking = query(max_physical_effort=limit, using=profile({"effort": prior}))
    asked = Asked(EffortCriterion(), asking, asks(0), asks(), asks(3))
    yes, unknown, no = asked.expected
    assert yes >= unknown >= no
    assert asked.low[1] <= asked.expected[2]
    assert asked.high[1] >= asked.expected[0]


def test_what_asks_nothing_of_the_body_is_within_a_low_limit():
    asked = Asked(EffortCriterion(), query(max_physical_effort=1), asks(0), asks(1), asks(2))
    assert asked.cases() == [[(True, "within_limit")], [(True, "within_limit")], []]
    assert asked.tellings()[0][0].params == {"asks": 0}
