"""The trips of an advice asked again: whether the source of travel times gives other minutes than it gave then."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from wor_match.catalogue.catalogue import Catalogue
from wor_match.domain.client import Client
from wor_match.errors import InputError
from wor_match.query.query import Query
from wor_match.query.scene import Scene

if TYPE_CHECKING:
    from wor_match.advice import Advice
    from wor_match.domain.suggestion import Suggestion

#: What is closer than this is the rounding of a computer.
_ROUNDING = 1e-9


def has_other_minutes(stored: Advice, ask: Callable[[Client], Query]) -> bool:
    """Whether a trip of a stored advice takes other minutes now: the same intake, to the same place.

    Of the activities as they are in the advice, so that neither another list nor another supply makes a difference.

    Parameters
    ----------
    ask : callable
        Gives the query of a client with the source of travel times as it is now.
    """
    client, then = stored.provenance.client, stored.provenance.travel_minutes
    trips = [one for one in stored.suggestions if one.activity.id in then]
    if client is None or not trips:
        return False
    try:
        found = _minutes(trips, ask(client))
    except InputError:
        return False  # where they live is not known any more: that is not the router
    return any(not _are_alike(minutes, then[name]) for name, minutes in found.items())


def _minutes(trips: Sequence[Suggestion], query: Query) -> dict[str, tuple[float, ...]]:
    """Least, expected and most to the place and part of each that was shown, by id."""
    if query.home is None:
        return {}
    meant = {one.activity.id: (one.row, one.part or 0) for one in trips}
    rows = Catalogue.from_activities(one.activity for one in trips).all_rows
    trip = Scene(query, rows).travel
    times = zip(trip.low.tolist(), trip.expected.tolist(), trip.high.tolist(), strict=True)
    each = [(rows.source(number), minutes) for number, minutes in enumerate(times)]
    return {
        one.activity.id: minutes
        for one, minutes in each
        if meant[one.activity.id] == (one.place_number, one.part_number)
    }


def _are_alike(now: Sequence[float], before: Sequence[float | None]) -> bool:
    """None stands for what is not known or out of reach."""
    return all(
        not math.isfinite(one) if other is None else math.isclose(one, other, rel_tol=_ROUNDING)
        for one, other in zip(now, before, strict=True)
    )
