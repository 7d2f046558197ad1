"""Something to do beside each other, for who can bear little talk."""

import pytest

from making import Asked, query
from wor_match.criteria.side_by_side import SideBySideCriterion

SHED = {"title": "Houtwerkplaats", "description": "Zagen, schuren en timmeren. Neem zelf hout mee."}
TALK = {"title": "Leesgroep", "description": "Over het nieuws van de week."}
SILENT = {"title": "Xqz"}


def beside(told, **more):
    return {**TALK, "effort": {"is_side_by_side": told}, **more}


@pytest.mark.parametrize(
    ("facts", "does"),
    [
        ({"max_social_effort": 0}, True),
        ({"max_social_effort": 1}, True),
        ({"max_social_effort": 2}, False),
        ({}, False),
        ({"dislikes": ["praatgroep"]}, True),
        ({"dislikes": ["bingo"]}, False),
    ],
)
def test_it_applies_to_who_can_bear_little_talk(facts, does):
    assert SideBySideCriterion().applies(query(**facts)) is does


def test_what_is_done_beside_each_other_is_better_and_told():
    garden = {"title": "Moestuin", "description": "Samen schoffelen, zaaien en oogsten."}
    asked = Asked(SideBySideCriterion(), query(max_social_effort=1), SHED, garden, TALK)
    assert asked.expected[0] > 0.9
    assert asked.expected[1] > 0.9
    assert asked.expected[2] == 0
    assert asked.low == [0, 0, 0]  # it may be mostly talk
    assert asked.cases() == [[(True, "beside")], [(True, "beside")], []]


def test_a_mention_is_not_enough():
    mention = {"title": "Koffieochtend", "description": "Koffie en een praatje. Soms lijmen we een kapotte kop."}
    assert Asked(SideBySideCriterion(), query(max_social_effort=1), mention).expected == [0]


def test_what_the_listing_tells_is_between_and_what_it_does_not_tell_may_turn_out():
    asked = Asked(SideBySideCriterion(), query(max_social_effort=1), beside(True), beside(None), beside(False), SILENT)
    assert asked.expected == [0.5, 0, 0, 0]
    assert asked.low == [0.5, 0, 0, 0]
    assert asked.high == [0.5, 0.5, 0, 1]
    assert asked.cases() == [[(True, "beside")], [], [], []]
    sheds = [{**SHED, "kind": "activity", "effort": {"is_side_by_side": told}} for told in (True, None, False)]
    told = Asked(SideBySideCriterion(), query(max_social_effort=1), *sheds)
    assert told.expected[0] == told.expected[1] > told.expected[2] == 0
    assert told.low == [told.expected[0], 0, 0]
    assert told.high == [told.expected[0], told.expected[0], 0]


@pytest.mark.parametrize("facts", [{"kind": "service"}, {"kind": "one_to_one"}, {"setting": "online"}])
def test_what_is_not_done_with_others_at_a_place_is_not_it(facts):
    asked = Asked(SideBySideCriterion(), query(max_social_effort=1), {**SHED, **facts})
    assert asked.expected == [0]
    assert asked.cases() == [[]]


def test_nothing_of_it_is_asked_apart():
    asked = Asked(SideBySideCriterion(), query(max_social_effort=1), beside(None))
    assert SideBySideCriterion().open_facts(asked.scene, 0).names == ()
