"""How somebody probably travels who was not asked: what was read in their words leaves some ways out."""

from __future__ import annotations

from collections.abc import Collection

from wor_match.vocabulary.enums import TravelMode

_USUAL = (TravelMode.WALK, TravelMode.BIKE, TravelMode.BUS)
#: Limits that tell by what aid somebody goes.
AID_MODES = {
    "uses_rollator": TravelMode.ROLLATOR,
    "uses_wheelchair": TravelMode.WHEELCHAIR,
    "uses_mobility_scooter": TravelMode.MOBILITY_SCOOTER,
}
#: Limits and circumstances with which one does not cycle.
NO_BIKE = frozenset(("poor_sight", "short_walks", "no_cycling", "visual_impairment", "deafblind"))
#: The usual ways first; then all that there are.
ALL_MODES = tuple(dict.fromkeys((*_USUAL, *TravelMode)))


def usual_modes(limits: Collection[str], circumstances: Collection[str]) -> tuple[TravelMode, ...]:
    """The ways in which somebody with these limits and circumstances, as they were read, can be thought to travel.

    Only a guess for the minutes that are shown: it leaves no activity out.

    Examples
    --------
    >>> [mode.value for mode in usual_modes((), ())]
    ['walk', 'bike', 'bus']
    >>> [mode.value for mode in usual_modes({"uses_rollator"}, ())]
    ['rollator', 'bus']
    """
    aids = tuple(mode for limit, mode in AID_MODES.items() if limit in limits)
    unlikely: set[TravelMode] = set()
    if aids:
        unlikely = {TravelMode.WALK, TravelMode.BIKE}
    elif not NO_BIKE.isdisjoint((*limits, *circumstances)):
        unlikely = {TravelMode.BIKE}
    if "no_bus" in limits:
        unlikely.add(TravelMode.BUS)
    return (*aids, *(mode for mode in _USUAL if mode not in unlikely))
