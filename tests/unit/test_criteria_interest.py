"""Does it answer what this client likes."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from making import PRIORS, Asked, profile, query
from wor_match.criteria.interest import (
    OF_AN_OPEN_RULE,
    OF_OTHERS,
    OWN_KIND,
    WEAK,
    InterestCriterion,
    combined,
    matches,
)
from wor_match.query.wants import STRENGTH

CHOIR = {"title": "Buurtkoor", "description": "We zingen elke week."}
WORDS = {"description": "Elke week in het park."}
CARDS = {"title": "Klaverjassen", "description": "Kaarten in de soos."}


def test_it_applies_when_a_wish_says_something():
    criterion = InterestCriterion()
    assert criterion.applies(query(interests=["zingen"]))
    assert criterion.applies(query(interests=["plorkwiz"]))  # no theme, but a word
    assert not criterion.applies(query(interests=["!!!"]))
    assert not criterion.applies(query())


def test_what_is_liked_is_better_than_what_is_not():
    asked = Asked(InterestCriterion(), query(interests=["vroeger zong ik in een koor"]), CHOIR, CARDS)
    assert asked.is_known()
    assert asked.expected[0] > 0.7 * STRENGTH[2]
    assert asked.expected[1] < WEAK
    assert asked.cases() == [[(True, "interest")], [(False, "none")]]
    told = asked.tellings()[0][0].params
    assert told == {"phrase": "vroeger zong ik in een koor", "theme": "singing"}


def test_the_strength_of_a_wish_counts():
    values = [
        Asked(InterestCriterion(), query(interests=[{"phrase": "zingen", "strength": n}]), CHOIR).expected[0]
        for n in (1, 2, 3)
    ]
    assert values[0] < values[1] < values[2] <= 1
    assert values[0] / values[2] == pytest.approx(STRENGTH[1] / STRENGTH[3], rel=1e-4)


@pytest.mark.parametrize(
    ("client", "case"),
    [
        ({"interests": ["zingen"]}, "interest"),
        ({"strengths": ["zingen"]}, "energy"),
        ({"goals": ["weer zingen in een koor"]}, "goal"),
        ({"own_words": "Ze hield van zingen."}, "own_words"),
    ],
)
def test_every_kind_of_wish_is_told_by_its_name(client, case):
    assert Asked(InterestCriterion(), query(**client), CHOIR).cases() == [[(True, case)]]


def test_at_most_two_wishes_are_told_best_first():
    asking = query(interests=[{"phrase": one, "strength": n} for n, one in enumerate(("zingen", "koor", "muziek"), 1)])
    told = Asked(InterestCriterion(), asking, CHOIR).tellings()[0]
    assert len(told) == 2
    assert told[0].params["phrase"] == "koor"


def test_only_a_word_in_common_has_no_theme():
    offer = {"title": "Plorkwiz", "description": "Plorkwiz, plorkwiz!"}
    asked = Asked(InterestCriterion(), query(interests=[{"phrase": "plorkwiz", "strength": 3}]), offer, CARDS)
    assert asked.expected[0] > asked.expected[1]
    hardly = {"phrase": "plorkwiz", "strength": 3, "themes": ["politics"]}
    offer = {"title": "Plorkwiz", "themes": ["watching_sport"]}  # politics and watching sport are hardly alike
    asked = Asked(InterestCriterion(), query(interests=[hardly]), offer)
    assert asked.tellings()[0][0].params == {"phrase": "plorkwiz", "theme": ""}


def test_a_second_wish_adds_to_the_first():
    both = {"title": "Zingen en schilderen", "description": "Zingen en schilderen."}
    one = Asked(InterestCriterion(), query(interests=["zingen"]), both).expected[0]
    two = Asked(InterestCriterion(), query(interests=["zingen", "schilderen"]), both).expected[0]
    assert one < two <= 1


@pytest.mark.parametrize("prior", PRIORS)
def test_a_listing_without_words_is_unknown(prior):
    asking = query(interests=["zingen"], using=profile({"interest": prior}))
    asked = Asked(InterestCriterion(), asking, {"title": "De Kern"}, CHOIR, CARDS)
    assert asked.low[0] == 0
    assert asked.high[0] == STRENGTH[2]
    assert asked.expected[0] == pytest.approx(prior * STRENGTH[2])


def test_a_title_that_answers_is_known_without_further_words_but_for_whom_it_is():
    asked = Asked(InterestCriterion(), query(interests=["zingen"]), {"title": "Zingen"})
    assert asked.expected == asked.high
    for_others = {"title": "Zingen", "description": "Voor mensen met parkinson."}
    assert asked.low == Asked(InterestCriterion(), query(interests=["zingen"]), for_others).expected


def test_between_weak_and_clear_nothing_is_told():
    criterion, asking = InterestCriterion(), query(interests=["zingen"])
    asked = Asked(criterion, asking, CARDS)
    assert criterion.tell(asked.scene, 0, WEAK) == []


def test_what_is_only_near_to_a_wish_is_told_as_near_and_a_goal_never_is():
    walk = {"title": "Wandelclub", "description": "Wij wandelen elke week."}
    asked = Asked(InterestCriterion(), query(interests=["vogels"]), walk, {"title": "Vogels kijken", **WORDS})
    assert asked.cases() == [[(True, "near")], [(True, "interest")]]
    assert asked.tellings()[0][0].params == {"phrase": "vogels", "theme": "walking"}
    goal = Asked(InterestCriterion(), query(goals=["vogels"]), walk)
    assert goal.cases() == [[(True, "goal")]]


def test_what_shares_a_word_only_is_not_told_as_near():
    asked = Asked(InterestCriterion(), query(interests=[{"phrase": "plorkwiz", "strength": 3}]), {"title": "Plorkwiz"})
    assert asked.cases() == [[(True, "interest")]]
    assert asked.tellings()[0][0].params == {"phrase": "plorkwiz", "theme": ""}


def test_a_gender_rule_that_may_be_met_weighs_less_than_a_group_of_others():
    """Nobody's answer on gender is an exclusion: what they like there stays a reason, and is asked about."""
    ladies, nah = {"group": {"gender_rule": "women"}}, {"group": {"audiences": ["stroke_abi"]}}
    both = {"group": {"gender_rule": "women", "audiences": ["stroke_abi"]}}
    offers = [CHOIR, CHOIR | ladies, CHOIR | nah, CHOIR | both]
    plain = Asked(InterestCriterion(), query(interests=["zingen"], gender="woman"), *offers).expected
    assert [one / plain[0] for one in plain] == pytest.approx([1, 1, OF_OTHERS, OF_OTHERS], rel=1e-4)
    assert Asked(InterestCriterion(), query(interests=["zingen"]), *offers).expected == plain  # not asked
    for gender in ("undisclosed", "non_binary"):
        asked = Asked(InterestCriterion(), query(interests=["zingen"], gender=gender), *offers)
        share = [one / plain[0] for one in asked.expected]
        assert share == pytest.approx([1, OF_AN_OPEN_RULE, OF_OTHERS, OF_OTHERS], rel=1e-4)
        assert asked.cases()[1] == [(True, "interest")]


def test_a_gender_rule_in_doubt_lowers_the_low_end_only():
    """Field and words contradict each other: it may be for women, for men or for all."""
    doubted = CHOIR | {"description": "We zingen elke week. Alleen voor mannen.", "group": {"gender_rule": "women"}}
    open_to_all = CHOIR | {"description": "We zingen elke week."}
    asked = Asked(InterestCriterion(), query(interests=["zingen"], gender="undisclosed"), doubted, open_to_all)
    assert asked.low[0] == pytest.approx(OF_AN_OPEN_RULE * asked.expected[0], rel=1e-4)
    assert asked.expected[0] == asked.high[0] == asked.low[1]
    known = Asked(InterestCriterion(), query(interests=["zingen"], gender="man"), doubted)
    assert known.low == known.expected


def test_a_wish_for_what_one_can_no_longer_do_counts_less():
    dance = {"title": "Dansavond", "description": "Wij dansen de hele avond.", "effort": {"physical": 2}}
    light = dance | {"effort": {"physical": 1}}
    free = Asked(InterestCriterion(), query(interests=["dansen", "zingen"]), dance, light, CHOIR)
    told = query(interests=["dansen", "zingen"], own_words="Van de dokter mag ik niet draaien of springen.")
    asked = Asked(InterestCriterion(), told, dance, light, CHOIR)
    assert asked.expected[0] < asked.expected[1] < free.expected[0] == free.expected[1]
    assert asked.expected[2] == free.expected[2]
    assert asked.low[1] == asked.expected[0] == asked.high[0]  # light: perhaps one can, and perhaps not
    assert asked.high[1] == free.high[1]


def test_whom_volunteers_help_takes_nothing_from_a_match():
    title = {"title": "Zingen met blinden", "description": "We zingen elke week."}
    kinds = [title | {"kind": "volunteering"}, title | {"kind": "activity"}, title]
    asked = Asked(InterestCriterion(), query(interests=["zingen"]), *kinds)
    whole, others, may_be = zip(asked.expected, asked.high, strict=True)
    assert others[0] == others[1] == may_be[0] < whole[0]
    assert may_be[1] >= whole[0]


def test_matches_do_not_depend_on_other_rows():
    asking = query(interests=["zingen", "kaarten"])
    alone = Asked(InterestCriterion(), asking, CHOIR)
    among = Asked(InterestCriterion(), asking, CHOIR, CARDS, {"title": "Tuin"})
    assert matches(alone.scene)[:, 0].tolist() == matches(among.scene)[:, 0].tolist()


@settings(derandomize=True, deadline=None, max_examples=60)
@given(st.lists(st.tuples(st.sampled_from([0.5, 0.75, 1.0]), st.floats(0, 1)), min_size=1, max_size=4), st.floats(0, 1))
def test_a_better_match_is_never_worth_less(wants, more):
    strengths = np.array([one for one, _ in wants])
    match = np.array([[value] for _, value in wants])
    before = combined(strengths, match)[0]
    match[0, 0] = max(match[0, 0], more)
    after = combined(strengths, match)[0]
    assert 0 <= before <= after + 1e-12
    assert after <= 1


CARERS_CAFE = {"title": "Cafe voor mantelzorgers"}


@pytest.mark.parametrize(
    ("client", "raised"),
    [
        ({}, False),
        ({"circumstances": ["carer"]}, True),
        ({"household": "partner met dementie"}, True),
        ({"circumstances": ["carer"], "label_wishes": ["no_patient_group"]}, False),
        ({"circumstances": ["bereaved"]}, False),
    ],
)
def test_what_is_meant_for_people_like_oneself_counts_as_one_more_wish(client, raised):
    asked = Asked(InterestCriterion(), query(interests=["zingen"], **client), CARERS_CAFE, CHOIR)
    assert (asked.expected[0] >= OWN_KIND) is raised
    assert asked.expected[1] == Asked(InterestCriterion(), query(interests=["zingen"]), CHOIR).expected[0]


def test_ones_own_language_is_at_home_too_where_one_speaks_little_dutch():
    told, other, silent = ({"title": "Soos", "language": {"languages": one}} for one in (["tr"], ["nl"], []))
    asked = Asked(
        InterestCriterion(), query(interests=["zingen"], languages=["tr"], dutch_level="A1"), told, other, silent
    )
    assert asked.expected[0] >= OWN_KIND > asked.expected[1]
    assert asked.expected[2] == asked.expected[1]
    assert asked.high[2] >= OWN_KIND  # it may be spoken there
    fluent = query(interests=["zingen"], languages=["tr"], dutch_level="C1")
    assert Asked(InterestCriterion(), fluent, told).expected[0] < OWN_KIND


@given(st.integers(1, 6), st.integers(0, 2**32 - 1))
def test_long_rows_are_combined_as_short_ones(wants, seed):
    draws = np.random.default_rng(seed)
    strengths, match = draws.random(wants), draws.random((wants, 500)) * (draws.random((wants, 500)) < 0.7)
    short = [combined(strengths, match[:, begin : begin + 100]) for begin in range(0, 500, 100)]
    assert combined(strengths, match).tolist() == np.concatenate(short).tolist()
