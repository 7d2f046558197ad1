"""What the client wants to be there."""

import pytest

from making import Asked, query
from wor_match.criteria.role import RoleCriterion

HELPING = {"kind": "volunteering"}


def test_it_applies_when_a_role_was_named_or_is_read_in_a_wish():
    criterion = RoleCriterion()
    assert criterion.applies(query(roles=["help"]))
    assert criterion.applies(query(interests=["vrijwilligerswerk"]))
    assert not criterion.applies(query(interests=["zingen"]))
    assert not criterion.applies(query(own_words="Ik doe graag vrijwilligerswerk."))
    assert not criterion.applies(query())


def test_named_roles_go_before_roles_read_in_words():
    assert query(interests=["vrijwilligerswerk"], roles=["learn"]).roles == ("learn",)
    assert query(interests=["vrijwilligerswerk"]).roles == ("help",)


def test_the_kind_tells_the_role_when_nothing_else_does():
    offers = [HELPING, {"kind": "course"}, {"kind": "activity"}, {}, {"roles": ["help"], "kind": "course"}]
    asked = Asked(RoleCriterion(), query(roles=["help"]), *offers)
    best, other = asked.expected[0], asked.expected[1]
    assert asked.low == [other, other, other, other, best]  # what is not told may be something else
    assert asked.high == [1, 1, 1, 1, 1]
    assert best == 1 > other > 0
    assert asked.expected == [best, other, other, other, best]
    assert asked.cases()[:2] == [[(True, "offered")], [(False, "other")]]
    assert asked.tellings()[0][0].params == asked.tellings()[1][0].params == {"role": "help"}


@pytest.mark.parametrize(("role", "kind"), [("take_part", "activity"), ("take_part", "course"), ("learn", "course")])
def test_taking_part_and_learning(role, kind):
    assert Asked(RoleCriterion(), query(roles=[role]), {"kind": kind}).expected == [1]


def test_the_first_shared_role_is_told():
    asked = Asked(RoleCriterion(), query(roles=["lead", "take_part"]), {"roles": ["take_part", "help"]})
    assert asked.tellings()[0][0].params == {"role": "take_part"}
