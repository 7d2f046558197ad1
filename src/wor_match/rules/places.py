"""Is there a place, or is the wait short enough."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from wor_match.catalogue.columns import CategoryColumn, RowSource
from wor_match.catalogue.marks import is_doubted
from wor_match.catalogue.rows import Rows
from wor_match.domain.records import Param
from wor_match.query.query import Query
from wor_match.query.scene import Scene
from wor_match.rules.base import Rule, Verdicts
from wor_match.vocabulary.enums import ActivityKind

#: (waiting weeks or None, whether it is full, whether the group is closed, whether prose contradicts this, and whether
#: it is one to one: None when it may turn out so)
ROOM = CategoryColumn("room", lambda row: (*room_of(row), room_is_doubted(row), is_one_to_one(row)))


#: One to one is two people at most.
_PAIR = 2


class Waits(NamedTuple):
    """The longest wait in weeks for a group, and for somebody who is sought for one person."""

    group: int
    one_to_one: int

    def between(self, alone: bool | None) -> tuple[int, int]:
        """The least and the most that it can be: one to one or not, or open which."""
        if alone is None:
            return min(self), max(self)
        longest = self.one_to_one if alone else self.group
        return longest, longest


def is_one_to_one(row: RowSource) -> bool | None:
    """Whether it is one to one; None when nobody told what sort of thing it is, nor that more than two come."""
    kind, size = row.activity.kind, row.activity.group.size
    if kind is None and (size is None or size <= _PAIR):
        return None
    return kind is ActivityKind.ONE_TO_ONE


def room_of(row: RowSource) -> tuple[int | None, bool, bool]:
    """What is known of places: waiting weeks, full, closed."""
    capacity, group = row.activity.capacity, row.activity.group
    is_full = capacity.is_full is True or capacity.places_free == 0
    return (capacity.waiting_weeks, is_full, group.is_closed is True)


def room_is_doubted(row: RowSource) -> bool:
    """Whether its own words say that it is full or closed, and its fields that it is not."""
    return any(is_doubted(row.activity, path) for path in ("capacity.is_full", "group.is_closed"))


def fits(room: tuple[int | None, bool, bool, bool, bool | None], waits: Waits) -> int:
    """NO when closed or the wait is too long, UNKNOWN when full for who knows how long or in doubt, else YES.

    >>> waits = Waits(group=12, one_to_one=20)
    >>> [fits((weeks, True, False, False, False), waits) for weeks in (26, None, 4)]
    [-1, 0, 1]
    >>> [fits((16, True, False, False, alone), waits) for alone in (False, None, True)]
    [-1, 0, 1]
    """
    weeks, is_full, is_closed, doubted, alone = room
    if is_closed:
        return -1
    if weeks is None:
        return 0 if doubted or is_full else 1
    least, most = waits.between(alone)
    if weeks > most:
        return -1
    return 0 if doubted or weeks > least else 1


def profile_waits(query: Query) -> Waits:
    """The longest waits of the profile."""
    limits = query.profile.limits
    return Waits(limits.max_wait_weeks, limits.max_wait_weeks_one_to_one)


def longest_waits(query: Query) -> Waits:
    """Longest waits: the profile's, or until the day before which the client wants to have started."""
    waits, before = profile_waits(query), query.client.wanted_before
    if before is None:
        return waits
    longest = max((before - query.as_of).days, 0) // 7
    return Waits(min(waits.group, longest), min(waits.one_to_one, longest))


def _verdicts(rows: Rows, waits: Waits) -> Verdicts:
    return rows.answer(ROOM, lambda room: fits(room, waits), np.int8)


class PlacesRule(Rule):
    """No when closed to newcomers or the wait is too long; full without a wait is asked.

    Somebody who fits one person takes longer to find than a place in a group, and is worth a longer wait.
    """

    name = "places"
    field = "capacity"
    urgency = 8
    risk = 0.9

    def applies(self, query: Query) -> bool:
        """Always."""
        return True

    def check(self, scene: Scene) -> Verdicts:
        """Once for every distinct state; no word about places is not a doubt."""
        waits = longest_waits(scene.query)
        if scene.query.client.wanted_before is not None:
            return _verdicts(scene.rows, waits)
        return scene.of_day(_verdicts, waits)

    def why_not(self, scene: Scene, place: int) -> tuple[str, dict[str, Param]]:
        """Closed, or how long the wait is."""
        weeks, _, is_closed = room_of(scene.rows.source(place))
        return ("closed", {}) if is_closed else ("wait", {"weeks": weeks})

    def ask(self, scene: Scene, place: int) -> tuple[str, dict[str, Param]]:
        """How long is the wait, or what is waited for? Or, where the listing contradicts itself, is there a place?"""
        source = scene.rows.source(place)
        weeks, is_full, _ = room_of(source)
        if weeks is not None and not room_is_doubted(source):
            return "wait", {"weeks": weeks}
        return ("full" if is_full else "doubted"), {}
