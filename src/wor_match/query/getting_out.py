"""Whether somebody gets out of the house, and cycles: for whom a service is meant that comes to those who cannot.

Only the client's own answers say so: how they travel, what they cannot do, that they are homebound. Where these leave
it open, it is left open: then what is meant for those who hardly get out is as good as what is meant for all.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from wor_match.domain.client import Client
from wor_match.vocabulary.enums import AccessNeed, GoesAlone, TravelMode

HOMEBOUND, NO_CYCLING = "homebound", "no_cycling"
_AIDS = frozenset({TravelMode.ROLLATOR, TravelMode.WHEELCHAIR, TravelMode.MOBILITY_SCOOTER})
_OWN_WHEELS = frozenset({TravelMode.BIKE, TravelMode.EBIKE, TravelMode.CAR})
_CYCLES = frozenset({TravelMode.BIKE, TravelMode.EBIKE})
_ON_FOOT = frozenset({TravelMode.WALK, TravelMode.BUS})
#: Who travels so gets somewhere, if need be with some help.
_GOING = _OWN_WHEELS | {TravelMode.BUS, TravelMode.MOBILITY_SCOOTER, TravelMode.WHEELCHAIR}
#: With these alone somebody else has to fetch or bring them.
_BROUGHT = frozenset({TravelMode.LIFT, TravelMode.WMO_TAXI})
_SIGHT = frozenset({"visual_impairment", "deafblind"})
_BODY = frozenset({"physical_disability", "parkinson", "ms", "stroke_abi"})
_LIMITS = frozenset({"short_walks", "poor_sight"})
#: Up to this physical effort (0 to 3) a trip on foot may be too much.
_LIGHT = 1
#: Who travels less far than this may not get out much, in minutes (assumption).
_SHORT = 15


class GettingOut(NamedTuple):
    """Circumstances that are the client's own, and those of which it is open whether they are."""

    own: frozenset[str]
    open: frozenset[str]


def getting_out(client: Client, limits: Collection[str], circumstances: Collection[str]) -> GettingOut:
    """What the client's answers say of getting out and of cycling.

    Parameters
    ----------
    limits : ids of limits that were read in their words
    circumstances : ids of circumstances that were named or read

    Examples
    --------
    >>> cyclist = Client(reference="c", travel={"modes": ["bike", "car"]}, max_physical_effort=2)
    >>> getting_out(cyclist, (), ())
    GettingOut(own=frozenset(), open=frozenset())
    >>> sorted(getting_out(Client(reference="c", travel={"is_homebound": True}), (), ()).own)
    ['homebound', 'no_cycling']
    >>> sorted(getting_out(Client(reference="c"), (), ()).open)
    ['homebound', 'no_cycling']
    """
    impaired = bool(
        _AIDS & {*client.travel.modes}
        or (_SIGHT | _BODY) & {*circumstances}
        or _LIMITS & {*limits}
        or AccessNeed.VISUAL_SUPPORT in client.access_needs
    )
    hardly = HOMEBOUND in circumstances or client.travel.is_homebound is True or _is_brought(client, impaired)
    found = {HOMEBOUND: hardly or (False if _goes_out(client, impaired) else None)}
    found[NO_CYCLING] = NO_CYCLING in circumstances or hardly or _cannot_cycle(client, impaired)
    own = frozenset(name for name, holds in found.items() if holds)
    return GettingOut(own, frozenset(name for name, holds in found.items() if holds is None))


def _is_brought(client: Client, impaired: bool) -> bool:
    """Whether somebody has to be brought, or can hardly move. Nobody who goes alone, or on wheels of their own."""
    modes = {*client.travel.modes}
    if not modes or modes & _GOING or client.goes_alone is GoesAlone.YES:
        return False
    return modes <= _BROUGHT or client.max_physical_effort == 0 or (impaired and not modes & _ON_FOOT)


def _goes_out(client: Client, impaired: bool) -> bool:
    """Whether somebody plainly gets out: on their own wheels, or on foot without a limit to it."""
    modes, effort, minutes = {*client.travel.modes}, client.max_physical_effort, client.travel.max_minutes
    if client.goes_alone is GoesAlone.NO or effort == 0 or (minutes is not None and minutes < _SHORT):
        return False
    if modes & _OWN_WHEELS:
        return True
    return bool(modes & _ON_FOOT) and not impaired and effort is not None and effort > _LIGHT


def _cannot_cycle(client: Client, impaired: bool) -> bool | None:
    """Whether somebody cannot cycle; None when it was not told. Who is impaired and names other ways only does not."""
    if _CYCLES & {*client.travel.modes}:
        return False
    return True if impaired and client.travel.modes else None
