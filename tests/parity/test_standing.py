"""How a client stands to each audience, all at once, beside the slow way: set by set, one audience at a time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import pytest

from wor_match import Activity, Catalogue, Client
from wor_match.catalogue.rows import Rows
from wor_match.criteria.audiences import AUDIENCES, Audience
from wor_match.criteria.standing import Standing, _doubtful, as_told_least_most, at_home_in
from wor_match.query import Query, compile_query
from wor_match.query.scene import Scene
from wor_match.testing import TODAY, draw_activities, draw_clients
from wor_match.vocabulary.enums import Role

NOBODY: frozenset[str] = frozenset()


class Way(NamedTuple):
    named: frozenset[str]
    also: frozenset[str]

    def stands(self, own: frozenset[str]) -> tuple[bool, bool, bool]:
        """Whether anyone is named, whether it is for others, whether it is for people like the client."""
        said = self.named | self.also
        return bool(self.named), bool(said) and not said & own, bool(said & own)


def ways(named: frozenset[str], also: frozenset[str], helping: frozenset[str], one: Audience, own: frozenset[str]):
    yield Way(named, also)
    if one.may_be_helping:
        yield Way(helping, NOBODY)
    if one.is_silent:
        yield Way(named, also | own)
        yield Way(named, also | {"somebody else"})


def slowly(one: Audience, query: Query) -> Iterator[Way]:
    own = query.circumstances
    doubtful = _doubtful(query) | at_home_in(one.all, query)
    told = Way(one.named - doubtful, one.also - doubtful)
    helping = one.if_helping - doubtful
    if Role.HELP not in query.roles or not told.stands(own)[1]:
        yield from ways(*told, helping, one, own)
    elif one.seeks_helpers:
        yield from ways(NOBODY, NOBODY, helping - one.all, one, own)
    else:
        yield from ways(*told, helping, one, own)
        if one.seeks_helpers is None:
            yield Way(NOBODY, NOBODY)


def activities() -> list[Activity]:
    titles = ["Koffie", "Lotgenotengroep rouw", "Taalles Nederlands", "Eetclub voor mantelzorgers", "Taalmaatje worden"]
    facts: list[dict[str, object]] = [
        {},
        {"description": "Samen koffie drinken en bijpraten."},
        {"description": "Wij zoeken vrijwilligers.", "roles": ["help"]},
        {"description": "Elke week.", "roles": ["take_part"], "group": {"audiences": ["carer", "bereaved"]}},
        {"description": "Elke week.", "kind": "volunteering", "group": {"audiences": ["carer"]}},
        {"description": "Elke week.", "kind": "peer_group", "kind_words": ["mantelzorg", "dementie"]},
        {"kind_words": ["nieuwkomers"]},
        {"description": "Thee drinken.", "language": {"languages": ["tr", "ar", "nl"]}},
        {"description": "Thee. Buren welkom.", "language": {"languages": ["pl", "nl"]}, "roles": ["help"]},
    ]
    made = [
        Activity.model_validate({"id": f"{number}-{place}", "title": title, **fact})
        for number, title in enumerate(titles)
        for place, fact in enumerate(facts)
    ]
    return made + draw_activities(40, 3)


def clients() -> list[Client]:
    facts: list[dict[str, object]] = [
        {},
        {"circumstances": ["carer"]},
        {"circumstances": ["bereaved", "newcomer"], "roles": ["help"], "dutch_level": "A2", "languages": ["ar"]},
        {"roles": ["help"], "dutch_level": "C2", "languages": ["nl"]},
        {"travel": {"is_homebound": True}, "roles": ["help", "take_part"]},
    ]
    return [
        Client.model_validate({"reference": f"c{place}", **fact}) for place, fact in enumerate(facts)
    ] + draw_clients(12, 5)


@pytest.mark.parametrize("client", clients(), ids=lambda client: client.reference)
def test_all_audiences_at_once_are_as_one_at_a_time(client: Client) -> None:
    catalogue = Catalogue.from_activities(activities())
    query = compile_query(client, as_of=TODAY)
    scene = Scene(query, catalogue.all_rows)
    codes, audiences = catalogue.categories(AUDIENCES)

    def as_number(found: Standing):
        return 4 * found.is_named + 2 * found.is_other + found.is_own

    told, least, most = as_told_least_most(scene, as_number).tolist()
    for row, code in enumerate(codes.tolist()):
        each = [
            4 * named + 2 * other + own
            for named, other, own in (way.stands(query.circumstances) for way in slowly(audiences[code], query))
        ]
        assert (told[row], least[row], most[row]) == (each[0], min(each), max(each))


def test_some_rows_are_a_part_of_all() -> None:
    catalogue = Catalogue.from_activities(activities())
    query = compile_query(clients()[1], as_of=TODAY)
    rows = catalogue.all_rows
    whole = as_told_least_most(Scene(query, rows), lambda found: found.is_other)
    some = as_told_least_most(Scene(query, Rows(catalogue, rows.index[::3])), lambda found: found.is_other)
    assert whole.any()
    assert not whole.all()
    assert (whole[:, ::3] == some).all()
