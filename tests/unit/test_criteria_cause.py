"""Helping is no wish for what one helps with."""

import pytest

from making import Asked, query
from wor_match.criteria.interest import InterestCriterion

SHELTER = {"title": "Vrijwilliger dierenasiel", "description": "Katten en konijnen verzorgen.", "kind": "volunteering"}
FOOD_BANK = {"title": "Vrijwilliger voedselbank", "description": "Kratten inpakken.", "kind": "volunteering"}
READING = {
    "title": "Voorlezen aan kinderen: vrijwilliger",
    "description": "Lees voor op school.",
    "kind": "volunteering",
}


def values(client, *listings):
    return Asked(InterestCriterion(), query(**client), *listings).expected


def test_who_only_wants_to_help_is_no_lover_of_animals():
    shelter, food, reading = values({"goals": ["vrijwilligerswerk doen"]}, SHELTER, FOOD_BANK, READING)
    assert shelter < food / 2
    assert shelter < reading


@pytest.mark.parametrize(
    "client",
    [
        {"goals": ["vrijwilligerswerk doen"], "interests": ["dieren"]},
        {"goals": ["vrijwilligerswerk doen"], "own_words": "Ze is gek op katten."},
        {"interests": ["vrijwilligerswerk met dieren"]},
    ],
)
def test_who_likes_animals_loses_nothing(client):
    shelter, food = values(client, SHELTER, FOOD_BANK)
    assert shelter >= food


def test_of_a_wish_for_animals_nothing_is_taken():
    assert values({"interests": ["dieren"]}, SHELTER)[0] > 0.5


def test_the_bounds_hold_what_is_expected():
    asked = Asked(InterestCriterion(), query(goals=["anderen helpen"]), SHELTER, {**SHELTER, "kind": None})
    assert (asked.values.low <= asked.values.expected).all()
    assert (asked.values.expected <= asked.values.high).all()
