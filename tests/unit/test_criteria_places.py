"""Whether there is a place soon."""

from datetime import timedelta

import pytest

from making import PRIORS, TODAY, Asked, activity, profile, query
from wor_match import Client
from wor_match.catalogue.marks import CONTRADICTED
from wor_match.criteria.places import PlacesCriterion, room_value
from wor_match.rules.places import Waits
from wor_match.testing.intervals import check_interval

WAITS = Waits(group=16, one_to_one=32)


def room(**capacity):
    return {"capacity": capacity}


def test_it_always_applies():
    assert PlacesCriterion().applies(query())


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ((None, False, False, True, False), (1, 1, 1)),
        ((0, False, False, False, False), (1, 1, 1)),
        ((0, True, False, False, False), (1, 1, 1)),
        ((8, True, False, False, False), (0.5, 0.5, 0.5)),
        ((8, False, False, False, False), (0.5, 0.5, 0.5)),
        ((99, True, False, False, False), (0, 0, 0)),
        ((None, False, True, True, False), (0, 0, 0)),
        ((None, False, False, False, False), (0, 0.7, 1)),
        ((8, True, False, False, True), (0.75, 0.75, 0.75)),
        ((24, True, False, False, None), (0, 0, 0.25)),
    ],
)
def test_room(told, expected):
    assert room_value(told, WAITS, 0.7) == expected


def test_full_without_a_wait_is_doubtful():
    low, expected, high = room_value((None, True, False, True, False), WAITS, 0.7)
    assert 0 == low < expected < 0.5 < high == 1


def test_a_profile_that_accepts_no_wait():
    assert room_value((1, True, False, False, False), Waits(0, 0), 0.7) == (0, 0, 0)
    assert room_value((0, True, False, False, False), Waits(0, 0), 0.7) == (1, 1, 1)


def test_free_places_and_waits_are_told():
    offers = [room(places_free=4), room(waiting_weeks=6), room(is_full=True), {}, room(waiting_weeks=6, is_full=True)]
    asked = Asked(PlacesCriterion(), query(), *offers)
    assert asked.cases() == [[(True, "free")], [(False, "wait")], [], [], [(False, "wait")]]
    assert asked.tellings()[0][0].params == {"places": 4}
    assert asked.tellings()[1][0].params == {"weeks": 6}
    assert asked.expected[0] > asked.expected[3] > asked.expected[2]


def test_a_later_start_counts_down_and_is_told_in_weeks():
    weeks = profile().limits.max_start_weeks
    days = (0, 14, 15, 7 * weeks, 14 * weeks)
    offers = [room(places_free=1, starts_on=TODAY + timedelta(days=one)) for one in days]
    asked = Asked(PlacesCriterion(), query(), *offers)
    assert asked.expected == pytest.approx([max(0, 1 - one / (7 * weeks)) for one in days])
    assert [[case for _, case in each] for each in asked.cases()] == [["free"], ["free"], *[["free", "later"]] * 3]
    assert asked.tellings()[2][1].params == {"weeks": 2}


def test_a_profile_without_patience_is_no_division_by_zero():
    asked = Asked(PlacesCriterion(), query(using=profile(max_start_weeks=0)), room(places_free=1))
    assert asked.expected == [1]


@pytest.mark.parametrize("prior", PRIORS)
def test_no_word_is_the_prior(prior):
    asked = Asked(
        PlacesCriterion(), query(using=profile({"places": prior})), room(places_free=1), {}, room(waiting_weeks=99)
    )
    assert asked.expected == [1, prior, 0]
    assert (asked.low[1], asked.high[1]) == (0, 1)


def test_a_later_start_is_told_in_whole_weeks():
    offers = [room(starts_on=TODAY + timedelta(days=one)) for one in (15, 70, 73, 74)]
    told = Asked(PlacesCriterion(), query(), *offers).tellings()
    assert [each[0].params["weeks"] for each in told] == [2, 10, 10, 11]


def test_walking_in_is_no_place_where_the_words_contradict_that_there_is_one():
    walk_in = {"first_step": {"sign_up": "walk_in"}}
    doubted = {**walk_in, "provenance": {"capacity.is_full": CONTRADICTED}}
    asked = Asked(PlacesCriterion(), query(), walk_in, doubted)
    assert asked.expected == [1, PlacesCriterion.prior]


@pytest.mark.parametrize("group", [{}, {"size": 1}, {"size": 2}, {"is_fixed": True}, {"size": 2, "is_fixed": True}])
@pytest.mark.parametrize("weeks", [8, 14])
def test_what_may_be_one_to_one_is_worth_no_more_than_it_said(group, weeks):
    one = activity(title="Wandelen", kind=None, group=group, capacity={"waiting_weeks": weeks})
    assert check_interval(one, [Client(reference="c", interests=["wandelen"])], [{"kind": "one_to_one"}]) > 0
