"""Nearer is better, on an absolute scale."""

import numpy as np
import pytest

from making import HOME, PRIORS, Asked, near, profile, query
from wor_match.criteria.base import Telling
from wor_match.criteria.travel import AT_HOME, AT_LIMIT, ELSEWHERE, TravelCriterion, value_of

WALK = {"modes": ["walk"], "max_minutes": 30}


def test_it_applies_when_the_home_is_known():
    assert TravelCriterion().applies(query(home=HOME))
    assert not TravelCriterion().applies(query(travel=WALK))


def test_value_at_the_door_at_the_limit_and_beyond():
    zero = 30 / (1 - AT_LIMIT)
    found = value_of(np.array([0, 30, zero, 60, np.inf]), 30)
    assert found.tolist() == pytest.approx([1, AT_LIMIT, 0, 0, 0])


def test_nearer_is_better_and_home_is_fixed():
    asked = Asked(
        TravelCriterion(),
        query(home=HOME, travel=WALK),
        {"places": [near(0.1)]},
        {"places": [near(0.7)]},
        {"places": [near(1.9)]},
        {"places": [near(60)]},
        {"setting": "online"},
        {"setting": "home_visit", "places": [near(60)]},
    )
    assert asked.expected[0] > asked.expected[1] > asked.expected[2] > asked.expected[3] == 0
    assert asked.expected[4:] == asked.low[4:] == asked.high[4:] == [AT_HOME, AT_HOME]
    assert asked.cases() == [
        [(True, "near")],
        [(True, "near")],
        [(False, "far")],
        [],
        [(True, "no_trip")],
        [(True, "no_trip")],
    ]
    told = asked.tellings()[1][0].params
    assert told["mode"] == "walk"
    assert told["low"] <= told["minutes"] <= told["high"]


def test_between_near_and_far_nothing_is_told():
    asked = Asked(TravelCriterion(), query(home=HOME, travel={"modes": ["walk"]}), {"places": [near(1)]})
    assert asked.cases() == [[]]


def test_a_doubtful_point_is_told_with_an_open_end():
    place = near(4) | {"geo_precision": "organisation"}
    asked = Asked(
        TravelCriterion(), query(home=HOME, travel={"modes": ["walk"], "max_minutes": 80}), {"places": [place]}
    )
    assert asked.low[0] < asked.expected[0] < asked.high[0] == 1
    told = asked.tellings()[0][0].params
    assert told["low"] == 1
    assert told["high"] is None or told["high"] > told["minutes"]


@pytest.mark.parametrize("prior", PRIORS)
def test_an_unknown_place_is_the_prior(prior):
    asking = query(home=HOME, travel=WALK, using=profile({"travel": prior}))
    asked = Asked(TravelCriterion(), asking, {}, {"places": [{"town": "Ergens"}]})
    assert asked.expected == [prior, prior]
    assert (asked.low, asked.high) == ([0, 0], [1, 1])
    assert asked.cases() == [[], []]


def test_the_scale_is_the_clients_own_limit():
    values = [
        Asked(TravelCriterion(), query(home=HOME, travel={"modes": ["walk"], **limit}), {"places": [near(1)]}).expected[
            0
        ]
        for limit in ({"max_minutes": 60}, {"max_minutes": 30}, {})
    ]
    assert values[0] > values[1]
    assert values[1] == values[2]  # thirty minutes is the profile's own


UTRECHT, ZEIST = {"postcode": "3511"}, {"postcode": "3701"}
VISIT = {"title": "Maatje", "setting": "home_visit"}


def test_who_comes_from_another_municipality_may_not_come():
    asked = Asked(
        TravelCriterion(),
        query(home=UTRECHT),
        {**VISIT, "places": [UTRECHT]},
        {**VISIT, "places": [ZEIST]},
        {**VISIT, "places": [{"municipality": "Zeist"}]},
        {**VISIT, "places": [ZEIST], "service_area": ["Utrecht"]},
        VISIT,
        {**VISIT, "places": [{"name": "Bij u thuis"}]},
    )
    assert asked.expected == [AT_HOME, ELSEWHERE, ELSEWHERE, AT_HOME, AT_HOME, AT_HOME]
    assert asked.low == [AT_HOME, ELSEWHERE, ELSEWHERE, AT_HOME, ELSEWHERE, ELSEWHERE]  # who knows where they sit
    assert asked.high == [AT_HOME] * 6
    assert asked.tellings()[1] == [Telling(False, "elsewhere", {"town": "Zeist"})]
    assert asked.cases()[0] == asked.cases()[3] == [(True, "no_trip")]


def test_of_a_home_without_a_municipality_nothing_is_doubted():
    asked = Asked(TravelCriterion(), query(home=HOME), {**VISIT, "places": [ZEIST]})
    assert asked.expected == [AT_HOME]


def test_only_visits_are_doubted():
    asked = Asked(TravelCriterion(), query(home=UTRECHT), {"setting": "online", "places": [ZEIST]})
    assert asked.expected == [AT_HOME]


@pytest.mark.parametrize(
    ("postcode", "base"),
    [("2511", "Den Haag"), ("5211", "Den Bosch"), ("3511", "gemeente Utrecht"), ("3451", "Vleuten")],
)
def test_another_name_of_the_same_town_is_not_elsewhere(postcode, base):
    offer = {**VISIT, "places": [{"municipality": base}]}
    asked = Asked(TravelCriterion(), query(home={"postcode": postcode}), offer)
    assert asked.expected == [AT_HOME]
    assert asked.cases() == [[(True, "no_trip")]]


def test_what_may_turn_out_to_come_home_may_come_from_elsewhere():
    near_by = {"title": "Maatje", "kind": None, "places": [{**near(0.1), "municipality": "Zeist"}]}
    home = {**HOME, "postcode": "3441"}
    assert Asked(TravelCriterion(), query(home=home), near_by).low == [ELSEWHERE]


def test_an_arrangement_with_a_part_elsewhere_is_not_without_a_trip():
    talk = {"title": "Gesprek", "setting": "home_visit"}
    walk = {"title": "Wandelen", "setting": "onsite"}
    offers = [{"title": "Rouw", "parts": [talk, walk]}, {"title": "Thuis", "parts": [talk]}]
    asked = Asked(TravelCriterion(), query(home=HOME), *offers)
    assert asked.cases() == [[], [], [(True, "no_trip")]]
