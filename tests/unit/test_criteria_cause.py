"""Helping is no wish for what one helps with, and what comes to people at home is for who stays in."""

import pytest

from making import Asked, query
from wor_match.criteria.audiences import is_for_who_stays_in
from wor_match.criteria.interest import InterestCriterion

SHELTER = {"title": "Vrijwilliger dierenasiel", "description": "Katten en konijnen verzorgen.", "kind": "volunteering"}
FOOD_BANK = {"title": "Vrijwilliger voedselbank", "description": "Kratten inpakken.", "kind": "volunteering"}
READING = {
    "title": "Voorlezen aan kinderen: vrijwilliger",
    "description": "Lees voor op school.",
    "kind": "volunteering",
}
BOOKS = {"title": "Boeken aan huis", "description": "Voor wie niet meer naar de bibliotheek kan."}
LIBRARY = {"title": "Boeken in huis", "description": "Voor wie graag komt lezen."}
ABLE = {"age": 40, "access_needs": [], "max_physical_effort": 3}


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


@pytest.mark.parametrize(
    "prose",
    [
        "Voor mensen die niet meer goed de deur uit komen.",
        "Voor wie de deur niet meer uit kan.",
        "Kunt u niet meer zelf naar de bieb?",
        "Kunt u moeilijk de deur uit? Wij komen langs.",
        "Voor ouderen die weinig de deur uit komen.",
        "Bezoek voor mensen die aan huis gebonden zijn.",
        "For people who are housebound.",
    ],
)
def test_for_who_stays_in(prose):
    assert is_for_who_stays_in(prose)


@pytest.mark.parametrize(
    "prose",
    [
        "",
        "Voor wie er even uit wil.",
        "Weer eens de deur uit? Kom mee wandelen.",
        "Wij gaan niet naar buiten als het regent.",
        "Niet de deur uit zonder jas!",
        "Voor iedereen die graag buiten is.",
        "Het is moeilijk een plek te krijgen.",
    ],
)
def test_not_for_who_stays_in(prose):
    assert not is_for_who_stays_in(prose)


def test_who_gets_out_is_brought_no_books():
    brought, there = values({**ABLE, "interests": ["boeken"]}, BOOKS, LIBRARY)
    assert brought < there / 2


@pytest.mark.parametrize(
    "more",
    [
        {"age": 82},
        {"max_physical_effort": 1},
        {"max_physical_effort": None},
        {"circumstances": ["physical_disability"]},
        {"own_words": "Ze kan geen trap op."},
        {"goals": ["vrijwilligerswerk doen"]},
    ],
)
def test_who_may_stay_in_or_bring_them_loses_nothing(more):
    brought, there = values({**ABLE, "interests": ["boeken"], **more}, BOOKS, LIBRARY)
    assert brought == pytest.approx(there, rel=0.2)
