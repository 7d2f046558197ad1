"""To whom the bus may be proposed, and evenings: never where what a client told speaks against it."""

from __future__ import annotations

from typing import Any

import pytest

from making import HOME, TODAY, catalogue, near
from wor_match import Client, Matcher
from wor_match.explain.what_if import possible_changes
from wor_match.query import compile_query
from wor_match.query.bus import may_take_bus
from wor_match.vocabulary.enums import DayPart

AGAINST = [
    {"own_words": text}
    for text in (
        "Ik durf niet met de bus.", "Ze durft niet met het openbaar vervoer.", "Hij durft het OV niet aan.",
        "In de bus raakt ze in paniek.", "Met de bus durft ze niet.", "De bus vindt ze eng.",
        "Openbaar vervoer durft hij niet.", "Reizen met de bus gaat niet meer.", "Ik ben blind.",
        "Ze ziet bijna niets.", "De trein maakt mij bang.", "I am afraid of the bus.", "Ik ben slechtziend.",
        "Bussen maken me ziek.", "Het OV is mij te duur.", "Ik ben in de tram overvallen.",
    )
] + [
    {"access_needs": ["visual_support"]}, {"access_needs": ["assistance_dog"]},
    {"circumstances": ["visual_impairment"]}, {"circumstances": ["deafblind"]}, {"dislikes": ["met de bus reizen"]},
    {"travel": {"modes": ["rollator"], "max_minutes": 20}},
    {"tried": [{"what": "koor", "why_it_failed": "de bus was te druk"}]},
]  # fmt: skip
NOTHING_AGAINST = [
    {}, {"own_words": "Ik fiets graag."}, {"own_words": "Ik durf niet te zwemmen."},
    {"own_words": "Ik reis met de bus."}, {"own_words": "De bus stopt voor de deur."},
    {"own_words": "Ik was ziek. Met de bus ga ik graag naar zee."}, {"own_words": "Mijn man durft niet met de bus."},
    {"access_needs": ["hearing_loop"]}, {"dislikes": ["bingo"]},
    {"own_words": "Het busje bracht ons naar zee. Zwemmen kon ik niet."},
]  # fmt: skip


def facts_with(facts: dict[str, Any]) -> Client:
    travel = {"modes": ["bike"], "max_minutes": 15}
    return Client(**{"reference": "c-1", "home": HOME, "interests": ["wandelen"], "travel": travel, **facts})


@pytest.mark.parametrize("facts", AGAINST, ids=str)
def test_whatever_speaks_against_the_bus_is_enough(facts):
    assert not may_take_bus(compile_query(facts_with(facts), as_of=TODAY))


@pytest.mark.parametrize("facts", NOTHING_AGAINST, ids=str)
def test_nothing_speaks_against_the_bus(facts):
    assert may_take_bus(compile_query(facts_with(facts), as_of=TODAY))


def ways(offer: dict[str, Any], **facts: Any) -> list[tuple[str, Any]]:
    found = Matcher(catalogue(offer), as_of=TODAY).why_not(facts_with(facts), "a00").ways
    return [(one.code, one.params.get("mode")) for way in found for one in way.changes]


def test_the_bus_is_proposed_only_to_who_may_take_it():
    far = {"title": "Wandelgroep", "places": [near(9)], "status": "active"}
    on_foot = {"modes": ["walk"], "max_minutes": 60}
    assert ("change.travel_mode", "bus") in ways(far, travel=on_foot)
    for words in ("Ik durf niet met het openbaar vervoer.", "Ik ben blind."):
        told = ways(far, travel=on_foot, own_words=words)
        assert told
        assert ("change.travel_mode", "bus") not in told


def test_an_evening_is_proposed_unless_words_speak_against_it():
    rules = [{"weekday": "tue", "start": "19:30", "end": "21:30"}]
    late = {"title": "Wandelgroep", "places": [near(1)], "status": "active", "schedule": {"rules": rules}}
    stays_in = {"modes": ["bike"], "max_minutes": 30, "evening": False}
    assert ("change.evening", None) in ways(late, travel=stays_in)
    assert ("change.evening", None) not in ways(late, travel=stays_in, own_words="Ik durf in het donker niet meer.")
    asking = facts_with({"availability": [{"weekday": "tue", "part": "morning"}]})
    said = asking.model_copy(update={"own_words": "Ik durf in het donker niet meer."})
    parts = [
        {one.part for one in possible_changes(compile_query(client, as_of=TODAY)) if one.part is not None}
        for client in (asking, said)
    ]
    assert parts[0] - parts[1] == {DayPart.EVENING}


def test_longer_under_way_is_not_proposed_on_foot_to_who_cannot_walk_far():
    near_by = {"title": "Wandelgroep", "places": [near(3)], "status": "active"}
    on_foot, said = {"modes": ["walk"], "max_minutes": 10}, "Ik kan hooguit een kwartier lopen."
    assert "change.travel_minutes" in dict(ways(near_by, travel=on_foot))
    assert "change.travel_minutes" not in dict(ways(near_by, travel=on_foot, own_words=said))
    on_wheels = {"modes": ["bike"], "max_minutes": 8}
    assert "change.travel_minutes" in dict(ways(near_by, travel=on_wheels, own_words=said))
    kinds = {
        said: {one.kind.value for one in possible_changes(compile_query(facts_with(facts), as_of=TODAY))}
        for said, facts in (("", {"travel": on_foot}), (said, {"travel": on_foot, "own_words": said}))
    }
    assert kinds[""] - kinds[said] >= {"minutes"}
