"""Size, composition, leader, and what it asks among people."""

import numpy as np
import pytest

from making import PRIORS, Asked, profile, query
from wor_match.criteria.group import GroupCriterion, size_value, social_values
from wor_match.rules.company import LARGE, SMALL
from wor_match.vocabulary.enums import GroupSize


def wishing(using=None, limit=None, **wishes):
    return query(group=wishes, max_social_effort=limit, using=using)


def test_it_applies_when_a_wish_or_the_social_limit_was_asked():
    criterion = GroupCriterion()
    asked = ({"size": "small"}, {"gender": "women"}, {"leader": "men"}, {"limit": 0})
    assert all(criterion.applies(wishing(**one)) for one in asked)
    assert not criterion.applies(wishing(size="any"))
    assert not criterion.applies(wishing())


def test_size_follows_the_wish():
    sizes = np.array([2.0, SMALL, LARGE, LARGE + 1])
    assert np.argmax(size_value(GroupSize.ONE_TO_ONE, sizes)) == 0
    assert np.argmax(size_value(GroupSize.SMALL, sizes)) == 1
    assert np.argmax(size_value(GroupSize.LARGE, sizes)) == 3
    assert (np.diff(size_value(GroupSize.LARGE, sizes)) > 0).all()
    assert (np.diff(size_value(GroupSize.ONE_TO_ONE, sizes)) < 0).all()


def test_a_size_that_fits_or_differs_is_told():
    offers = [{"group": {"size": SMALL}}, {"group": {"size": 60}}, {"kind": "one_to_one"}, {"group": {"size": 15}}, {}]
    asked = Asked(GroupCriterion(), wishing(size="small"), *offers)
    assert asked.cases() == [[(True, "size_fits")], [(False, "size_differs")], [(True, "size_fits")], [], []]
    assert asked.tellings()[2][0].params == {"size": 2, "wanted": "small"}
    assert asked.low[:4] == asked.high[:4]
    assert asked.low[4] < asked.expected[4] < asked.high[4]


def test_composition_and_leader_are_as_wished_or_not():
    women, men = {"group": {"gender_rule": "women"}}, {"group": {"gender_rule": "men"}}
    asked = Asked(GroupCriterion(), wishing(gender="women"), women, men, {}, {"kind": "one_to_one"})
    assert asked.low == asked.expected == [1, 0, 0, 1]  # no stated rule means mixed; one to one has no group
    assert asked.high == [1, 1, 1, 1]  # and that may be so of what has no kind
    known = Asked(GroupCriterion(), wishing(gender="women"), *({**one, "kind": "activity"} for one in (women, men, {})))
    assert known.is_known()
    by = [{"group": {"leader_gender": "women"}}, {"group": {"leader_gender": "men"}}, {}]
    asked = Asked(GroupCriterion(), wishing(leader="women"), *by)
    assert (asked.expected[0], asked.expected[1]) == (1, 0)
    assert (asked.low[2], asked.high[2]) == (0, 1)
    assert asked.cases() == [[], [], []]


def test_a_doubted_composition_is_unknown():
    doubted = {"group": {"gender_rule": "men"}, "description": "Alleen voor vrouwen."}
    asked = Asked(GroupCriterion(), wishing(gender="women"), doubted)
    assert (asked.low, asked.high) == ([0], [1])


@pytest.mark.parametrize("limit", [0, 1, 2, 3])
def test_over_the_social_limit_is_worst(limit):
    values = social_values(limit)
    within, over = values[: limit + 1], values[limit + 1 :]
    assert not len(over) or over.max() < within.min()
    assert len(set(over.tolist())) <= 1


def test_side_by_side_and_courage_are_told():
    offers = [{"effort": {"social": n}} for n in (0, 1, 2)] + [{}, {"effort": {"is_side_by_side": True}}]
    asked = Asked(GroupCriterion(), wishing(limit=2), *offers)
    assert asked.cases() == [[(True, "side_by_side")], [], [(False, "asks_courage")], [], []]
    assert asked.tellings()[2][0].params == {"asks": 2}
    assert asked.expected[4] == asked.expected[1]


@pytest.mark.parametrize("limit", [0, 1, 2, 3])
@pytest.mark.parametrize("prior", PRIORS)
def test_unknown_social_effort_lies_between_the_worst_and_the_best(prior, limit):
    offers = [{"effort": {"social": n}} for n in range(4)] + [{}]
    asked = Asked(GroupCriterion(), wishing(limit=limit, using=profile({"group": prior})), *offers)
    known, unknown = asked.expected[:4], asked.expected[4]
    assert max(known) >= unknown >= min(known)
    assert (asked.low[4], asked.high[4]) == (min(known), max(known))


@pytest.mark.parametrize("wanted", ["one_to_one", "small", "large"])
@pytest.mark.parametrize("prior", PRIORS)
def test_an_unknown_size_lies_between_the_worst_and_the_best(prior, wanted):
    offers = [{"group": {"size": n}} for n in range(1, 40)] + [{}]
    asked = Asked(GroupCriterion(), wishing(size=wanted, using=profile({"group": prior})), *offers)
    known, unknown = asked.expected[:-1], asked.expected[-1]
    assert max(known) >= unknown >= min(known)
    assert (asked.low[-1], asked.high[-1]) == (min(known), max(known))


def test_everything_together_is_the_weighted_mean():
    offer = {"group": {"size": 8, "gender_rule": "women", "leader_gender": "men"}, "effort": {"social": 0}}
    asked = Asked(GroupCriterion(), wishing(size="small", gender="women", leader="women", limit=1), offer)
    assert asked.expected[0] == pytest.approx((1 + 1 + 0.5 * 0 + 1.5 * social_values(1)[0]) / 4)


def test_bounds_make_the_doubt_as_wide_as_the_sizes_that_are_left():
    bounds = [(4, 9), (1, 10), (11, 40), (25, None), (None, 60)]
    offers = [{"group": {"size_min": least, "size_max": most}} for least, most in bounds]
    asked = Asked(GroupCriterion(), wishing(size="small"), *offers)
    every = [range(least or 1, (most or 400) + 1) for least, most in bounds]
    sizes = [size_value(GroupSize.SMALL, np.array(some, dtype=float)) for some in every]
    assert asked.low == [float(some.min()) for some in sizes]
    assert asked.high == [float(some.max()) for some in sizes]
    assert asked.expected == [1.0, 1.0, 0.1, 0.1, 0.1]  # 6.5, 5.5, 25.5; then all, and 30.5


def test_bounds_are_told_when_all_that_is_left_fits_or_differs():
    offers = [{"size_max": 9}, {"size_min": 25}, {"size_min": 2, "size_max": 40}, {"size": 8, "size_max": 40}]
    cases = Asked(GroupCriterion(), wishing(size="small"), *({"group": one} for one in offers)).cases()
    assert cases == [[(True, "at_most_fits")], [(False, "at_least_differs")], [], [(True, "size_fits")]]
    others = Asked(GroupCriterion(), wishing(size="large"), *({"group": one} for one in offers[:2]))
    assert others.cases() == [[(False, "at_most_differs")], [(True, "at_least_fits")]]
    assert [told[0].params["size"] for told in others.tellings()] == [9, 25]


def test_there_are_never_more_people_than_places():
    offers = [{"capacity": {"places_total": 8}}, {"group": {"size_max": 8}}]
    values = Asked(GroupCriterion(), wishing(size="small"), *offers).values
    assert values.low[0] == values.low[1] > 0


def test_a_small_group_differs_for_who_wants_a_large_one():
    offers = [{"group": {"size": size}} for size in (SMALL, SMALL + 1, LARGE + 1)]
    asked = Asked(GroupCriterion(), wishing(size="large"), *offers)
    assert asked.cases() == [[(False, "size_differs")], [(True, "size_fits")], [(True, "size_fits")]]
