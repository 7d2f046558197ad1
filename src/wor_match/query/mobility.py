"""What limits how somebody gets about, as far as it was named or read: for whom which help with the trip can be."""

from __future__ import annotations

from wor_match.query.query import Query
from wor_match.query.usual_modes import AID_MODES
from wor_match.vocabulary.enums import AccessNeed, TravelMode

#: On wheels or with an aid one does not cycle, and the bus is not to be counted on.
AIDS = frozenset({TravelMode.WHEELCHAIR, TravelMode.ROLLATOR, TravelMode.MOBILITY_SCOOTER})
#: Needs at a place that tell how somebody gets there.
NEEDS = frozenset({AccessNeed.STEP_FREE, AccessNeed.VISUAL_SUPPORT, AccessNeed.ASSISTANCE_DOG})
SIGHT = frozenset({"visual_impairment", "deafblind"})
_BODY = frozenset({"physical_disability", "parkinson", "ms", "stroke_abi", "dementia_self"})
_LIMITS = frozenset({"short_walks", "no_stairs", "poor_sight", "no_long_standing", "no_bus", *AID_MODES})
_SELF, _PARTNER = "dementia_self", "dementia_partner"
_ON_FOOT = frozenset({TravelMode.WALK, TravelMode.ROLLATOR})
_NO_LONG_WALK = frozenset({"short_walks", "no_long_walks"})
#: From this age on a trip alone may be too much without anybody having asked (assumption).
_OLD = 75
#: Up to this physical effort (0 to 3) somebody does only what is light.
_LIGHT = 1
_OWN_WHEELS = frozenset({TravelMode.BIKE, TravelMode.EBIKE, TravelMode.CAR})


def circumstances_of_body(query: Query) -> frozenset[str]:
    """Circumstances that limit how the client moves or sees; a partner's dementia is not theirs."""
    found = query.circumstances & (SIGHT | _BODY)
    return found - {_SELF} if _PARTNER in query.circumstances else found


def is_limited(query: Query) -> bool:
    """Whether anything that was named or read limits how the client gets about.

    >>> from wor_match.query import compile_query
    >>> from wor_match.testing import TODAY, a_client
    >>> asked = {"age": 31, "access_needs": []}
    >>> [is_limited(compile_query(a_client(**asked | more), as_of=TODAY)) for more in ({}, {"age": 80})]
    [False, True]
    """
    client, effort = query.client, query.client.max_physical_effort
    return bool(
        AIDS & set(client.travel.modes)
        or NEEDS & client.access_needs
        or circumstances_of_body(query)
        or _LIMITS & query.limits
        or (client.age is not None and client.age >= _OLD)
        or (effort is not None and effort <= _LIGHT)
    )


def may_get_wmo(query: Query) -> bool:
    """Whether council transport can be for this client: it is for who is limited and cannot take the bus.

    Not for who takes the bus, cycles or drives, and not for who has it.
    """
    modes = set(query.client.travel.modes)
    takes_bus = TravelMode.BUS in modes and "no_bus" not in query.limits
    return not (takes_bus or modes & (_OWN_WHEELS | {TravelMode.WMO_TAXI})) and is_limited(query)


def may_go_longer(query: Query) -> bool:
    """Whether a longer trip can be proposed: not to who goes on foot only, and told that they cannot walk far.

    >>> from wor_match.query import compile_query
    >>> from wor_match.testing import TODAY, a_client
    >>> asked = {"own_words": "Ik kan hooguit een kwartier lopen.", "access_needs": []}
    >>> trips = [{"modes": modes, "max_minutes": 15} for modes in (["walk"], ["walk", "bus"])]
    >>> [may_go_longer(compile_query(a_client(travel=one, **asked), as_of=TODAY)) for one in trips]
    [False, True]
    """
    modes = set(query.modes)
    return not (modes and modes <= _ON_FOOT and _NO_LONG_WALK & query.limits)
