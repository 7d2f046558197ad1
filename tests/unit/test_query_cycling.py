"""To whom a bike or council transport may be proposed."""

from __future__ import annotations

from typing import Any

import pytest

from wor_match import Client
from wor_match.query import compile_query
from wor_match.query.cycling import Cycling, cycling_of
from wor_match.query.mobility import may_get_wmo
from wor_match.testing import TODAY


def query(modes: tuple[str, ...] = ("walk",), **facts: Any) -> Any:
    client = Client(reference="c-1", home="3434", travel={"modes": modes, "max_minutes": 20}, **facts)
    return compile_query(client, as_of=TODAY)


AGAINST = [
    {"own_words": text}
    for text in (
        "Ik kan niet fietsen door epilepsie.", "Ik mag niet meer fietsen van de neuroloog.", "Ik ben blind.",
        "Ik heb een kapotte knie en kan niet fietsen.", "Fietsen, dat gaat niet meer.", "Fietsen durf ik niet.",
        "Ik heb nooit leren fietsen.", "Ik ben bang om te vallen.", "Ik ben vaak duizelig.", "I cannot cycle any more.",
        "Mijn evenwicht is slecht.", "Ik zie bijna niets meer.", "Ik ben vorig jaar gevallen.",
    )
] + [
    {"dislikes": ["fietsen"]}, {"complaints": [{"term": "epilepsie"}]}, {"complaints": [{"term": "slechtziend"}]},
    {"access_needs": ["visual_support"]}, {"access_needs": ["step_free"]}, {"circumstances": ["visual_impairment"]},
    {"circumstances": ["physical_disability"]}, {"tried": [{"what": "fietsclub", "why_it_failed": "ik viel steeds"}]},
    {"referral_reasons": ["valangst"]},
]  # fmt: skip


@pytest.mark.parametrize("facts", AGAINST, ids=str)
def test_whatever_speaks_against_it_is_enough_also_for_who_has_a_bike(facts: dict[str, Any]) -> None:
    assert cycling_of(query(**facts)) is Cycling.NOT
    assert cycling_of(query(("bike",), **facts)) is Cycling.NOT


def test_age_and_effort_count_for_who_named_no_bike() -> None:
    for facts in ({"age": 70}, {"age": 95}, {"max_physical_effort": 1}):
        assert cycling_of(query(**facts)) is Cycling.NOT
        assert cycling_of(query(("bike",), **facts)) is Cycling.DOES
    for facts in ({"age": 69}, {"max_physical_effort": 2}, {}):
        assert cycling_of(query(**facts)) is Cycling.MAY
    for aid in ("rollator", "wheelchair", "mobility_scooter"):
        assert cycling_of(query(("walk", aid))) is Cycling.NOT


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ik fiets graag.", Cycling.DOES),
        ("Ik kan goed fietsen, maar heb geen fiets.", Cycling.DOES),
        ("Ik heb geen fiets meer, die is gestolen.", Cycling.MAY),
        ("Vroeger fietste ik graag.", Cycling.MAY),
        ("Mijn man is blind.", Cycling.MAY),
        ("Mijn zoon heeft epilepsie. Ik wandel veel.", Cycling.MAY),
        ("Ik ben 10 kilo afgevallen.", Cycling.MAY),
        ("Het valt me zwaar.", Cycling.MAY),
        ("Ik word lastig gevallen door mijn ex.", Cycling.MAY),
        ("I love cycling.", Cycling.DOES),
    ],
)
def test_what_is_read_and_what_is_not(text: str, found: Cycling) -> None:
    assert cycling_of(query(own_words=text)) is found


def test_an_interest_in_cycling_tells_and_one_in_mending_bikes_does_not() -> None:
    assert cycling_of(query(interests=["fietsen"])) is Cycling.DOES
    assert cycling_of(query(interests=["fietsen repareren"])) is Cycling.MAY


def test_council_transport_is_for_who_is_limited_and_takes_no_bus() -> None:
    limited = (
        {"age": 80}, {"access_needs": ["step_free"]}, {"circumstances": ["physical_disability"]},
        {"own_words": "Ik kan niet ver lopen."}, {"own_words": "Ik ben blind."}, {"max_physical_effort": 1},
    )  # fmt: skip
    for facts in limited:
        assert may_get_wmo(query(**facts))
        for mode in ("bus", "bike", "car", "wmo_taxi"):
            assert not may_get_wmo(query(("walk", mode), **facts))
    assert may_get_wmo(query(("rollator",)))
    assert may_get_wmo(query(("walk", "bus"), own_words="Ik durf niet met de bus.", age=80))
    assert not may_get_wmo(query())
    assert not may_get_wmo(query(circumstances=["dementia_partner"])), "the partner's dementia is not theirs"
