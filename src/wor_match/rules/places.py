"""Is there a place, or is the wait short enough."""

from __future__ import annotations

import numpy as np

from wor_match.catalogue.columns import CategoryColumn, RowSource
from wor_match.catalogue.marks import is_doubted
from wor_match.domain.records import Param
from wor_match.query.query import Query
from wor_match.query.scene import Scene
from wor_match.rules.base import Rule, Verdicts

#: (waiting weeks or None, whether it is full, whether the group is closed, whether prose contradicts this)
ROOM = CategoryColumn("room", lambda row: (*room_of(row), room_is_doubted(row)))


def room_of(row: RowSource) -> tuple[int | None, bool, bool]:
    """What is known of places: waiting weeks, full, closed."""
    capacity, group = row.activity.capacity, row.activity.group
    is_full = capacity.is_full is True or capacity.places_free == 0
    return (capacity.waiting_weeks, is_full, group.is_closed is True)


def room_is_doubted(row: RowSource) -> bool:
    """Whether its own words say that it is full or closed, and its fields that it is not."""
    return any(is_doubted(row.activity, path) for path in ("capacity.is_full", "group.is_closed"))


def fits(room: tuple[int | None, bool, bool, bool], longest: int) -> int:
    """NO when closed or the wait is too long, UNKNOWN when full for who knows how long or in doubt, else YES.

    >>> fits((26, True, False, False), 12), fits((None, True, False, False), 12), fits((4, True, False, False), 12)
    (-1, 0, 1)
    """
    weeks, is_full, is_closed, doubted = room
    if is_closed or (weeks is not None and weeks > longest):
        return -1
    return 0 if doubted or (is_full and weeks is None) else 1


def longest_wait(query: Query) -> int:
    """Longest wait in weeks: the profile's, or until the day before which the client wants to have started."""
    longest, before = query.profile.limits.max_wait_weeks, query.client.wanted_before
    return longest if before is None else min(longest, max((before - query.as_of).days, 0) // 7)


class PlacesRule(Rule):
    """No when closed to newcomers or the wait is too long; full without a wait is asked."""

    name = "places"
    field = "capacity"
    urgency = 8
    risk = 0.9

    def applies(self, query: Query) -> bool:
        """Always."""
        return True

    def check(self, scene: Scene) -> Verdicts:
        """Once for every distinct state; no word about places is not a doubt."""
        longest = longest_wait(scene.query)
        return scene.rows.answer(ROOM, lambda room: fits(room, longest), np.int8)

    def why_not(self, scene: Scene, place: int) -> tuple[str, dict[str, Param]]:
        """Closed, or how long the wait is."""
        weeks, _, is_closed = room_of(scene.rows.source(place))
        return ("closed", {}) if is_closed else ("wait", {"weeks": weeks})

    def ask(self, scene: Scene, place: int) -> tuple[str, dict[str, Param]]:
        """How long is the wait? Or, where the listing contradicts itself, is there a place?"""
        return ("full" if room_of(scene.rows.source(place))[1] else "doubted"), {}
