"""One query against some rows: what several rules and criteria need, worked out once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt

from wor_match.catalogue.columns import RaggedColumn, RowSource
from wor_match.catalogue.location import ERROR, IS_ONSITE, LAT, LON
from wor_match.catalogue.rows import Rows
from wor_match.domain.schedule import Schedule
from wor_match.geo import TravelEstimate
from wor_match.query.hours import PART_SLOTS, SLOTS, USUAL_SLOTS, covered, slot_of
from wor_match.query.query import Query
from wor_match.vocabulary.enums import WEEKDAYS, TravelMode

Floats = npt.NDArray[np.float64]
Work = TypeVar("Work")
#: A session is one of the evening when it begins at half past five or later, or ends after seven.
EVENING_BEGIN, EVENING_END = 35.0, 38.0


def _sessions(row: RowSource) -> list[tuple[int, float, float, bool, int, int]]:
    until = row.activity.valid_to or date.max
    lasts = [min(day, until).toordinal() for day in row.schedule.last_days]
    return [(*session, last) for session, last in zip(sessions_of(row.schedule), lasts, strict=True)]


def sessions_of(schedule: Schedule) -> list[tuple[int, float, float, bool, int]]:
    """Sessions as (weekday number, begin, end in half hours, whether only the part of the day is known, weeks).

    One for each rule and then one for each single date, those that are over among them.
    """
    found = []
    for rule in schedule.rules:
        day = WEEKDAYS.index(rule.weekday)
        if rule.start is not None:
            begin = slot_of(rule.start)
            end = slot_of(rule.end) if rule.end and rule.end > rule.start else min(begin + USUAL_SLOTS, SLOTS)
            found.append((day, begin, end, False, rule.every_weeks))
        else:
            begin, end = PART_SLOTS[rule.part] if rule.part else (12, SLOTS)
            found.append((day, float(begin), float(end), True, rule.every_weeks))
    for one in schedule.occurrences:
        begin = slot_of(one.start) if one.start else 12.0
        end = slot_of(one.end) if one.end and one.start and one.end > one.start else begin + USUAL_SLOTS
        found.append((one.day.weekday(), begin, min(end, SLOTS) if one.start else SLOTS, one.start is None, 1))
    return found


SESSIONS = RaggedColumn(
    "sessions",
    (
        ("day", np.int64),
        ("begin", np.float64),
        ("end", np.float64),
        ("rough", np.bool_),
        ("weeks", np.int64),
        ("last", np.int64),
    ),
    _sessions,
)


@dataclass(frozen=True)
class Sessions:
    """The sessions of some rows, flat; what is over when the client can start is no session any more.

    Parameters
    ----------
    owner : int64 (m,)
        Which row each session is of, ascending.
    day, begin, end : int64, float64, float64 (m,)
        Weekday number, and beginning and end in half hours since midnight.
    share : float64 (m,)
        How much of it is in the client's free hours; nan when hours were not asked.
    is_evening : bool (m,)
        It begins or ends in the evening.
    is_rough : bool (m,)
        Only the part of the day is known.
    may_end_late : bool (m,)
        That part of the day runs into the evening.
    """

    owner: npt.NDArray[np.int64]
    day: npt.NDArray[np.int64]
    begin: Floats
    end: Floats
    share: Floats
    is_evening: npt.NDArray[np.bool_]
    is_rough: npt.NDArray[np.bool_]
    may_end_late: npt.NDArray[np.bool_]
    rows: int

    def best(self, values: Floats, *, fill: float) -> Floats:
        """Highest value of each row's sessions; ``fill`` for rows without any."""
        found = np.full(self.rows, fill, dtype=np.float64)
        begin = self._begin
        if len(begin):
            found[self.owner[begin]] = np.maximum.reduceat(values, begin)
        return found

    def worst(self, values: Floats, *, fill: float) -> Floats:
        """Lowest value of each row's sessions; ``fill`` for rows without any."""
        return -self.best(-values, fill=-fill)

    @cached_property
    def _begin(self) -> npt.NDArray[np.int64]:
        """Where the sessions of each row that has any begin: they lie row by row."""
        changes = np.ones(len(self.owner), dtype=bool)
        changes[1:] = self.owner[1:] != self.owner[:-1]
        return changes.nonzero()[0]

    @property
    def count(self) -> npt.NDArray[np.int64]:
        """How many sessions each row has."""
        return np.bincount(self.owner, minlength=self.rows).astype(np.int64)


class Scene:
    """A query and the rows that it is asked of."""

    def __init__(self, query: Query, rows: Rows) -> None:
        self.query = query
        self.rows = rows
        #: Summed risk of the rules that answer unknown, (n,); the pipeline fills it in before the criteria.
        self.risk: Floats = np.zeros(len(rows))
        self._known: dict[Any, Any] = {}
        self._owned: dict[Any, Any] = {}
        self._whole: tuple[Scene, npt.NDArray[np.int64]] | None = None

    def take(self, places: npt.NDArray[np.int64]) -> Scene:
        """Some of these rows, with what was worked out for them already."""
        part = Scene(self.query, self.rows.take(places))
        part._whole = (self, places)
        part.risk = self.risk[places]
        return part

    def once(self, work: Callable[[Scene], Work]) -> Work:
        """What a function gives for this scene, worked out once.

        The function returns an array or a tuple of arrays whose last axis are the rows; a scene taken from another
        takes its part of what is known there.
        """
        if work not in self._known:
            above = self._above(work)
            self._known[work] = work(self) if above is None else _part(above.once(work), self._places_in(above))
        found: Work = self._known[work]
        return found

    def own(self, work: Callable[[Scene], Work]) -> Work:
        """What a function gives for this scene, worked out once; of any kind, and not for parts of the scene."""
        if work not in self._owned:
            self._owned[work] = work(self)
        found: Work = self._owned[work]
        return found

    def _above(self, work: Any) -> Scene | None:
        """The nearest scene that this one was taken from, over as many steps as it takes, which knows the work."""
        scene = self._whole[0] if self._whole else None
        while scene is not None and work not in scene._known:
            scene = scene._whole[0] if scene._whole else None
        return scene

    def _places_in(self, above: Scene) -> npt.NDArray[np.int64]:
        """Where these rows stand in a scene that this one was taken from."""
        assert self._whole is not None
        scene, places = self._whole
        while scene is not above:
            assert scene._whole is not None
            scene, outer = scene._whole
            places = outer[places]
        return places

    def __len__(self) -> int:
        return len(self.rows)

    @cached_property
    def is_onsite(self) -> npt.NDArray[np.bool_]:
        """Rows to which one must travel, (n,)."""
        return self.rows.get(IS_ONSITE)

    @cached_property
    def travel(self) -> TravelEstimate:
        """Travel minutes by the client's modes, nan where home or place is not known; home must be known."""
        return TravelEstimate(*self.once(_travel))

    @property
    def possible_travel(self) -> TravelEstimate:
        """The same by the modes that are not ruled out: all that there are when the client's were not asked.

        Only where the usual ones are too slow; elsewhere they are what it gives.
        """
        return self.travel if self.query.modes else TravelEstimate(*self.once(_possible_travel))

    @cached_property
    def sessions(self) -> Sessions:
        """The rows' sessions that are not over, against the client's week."""
        owner, flat = self.rows.ragged(SESSIONS)
        goes_on = flat["last"] >= self.query.begin.toordinal()
        if not goes_on.all():
            owner, flat = owner[goes_on], {name: values[goes_on] for name, values in flat.items()}
        total = self.query.week_total
        share = np.full(len(owner), np.nan)
        if total is not None:
            share = covered(total, flat["day"], flat["begin"], flat["end"])
        is_late, rough = flat["end"] > EVENING_END, flat["rough"]
        evening = (flat["begin"] >= EVENING_BEGIN) | (is_late & ~rough)
        day, begin, end = flat["day"], flat["begin"], flat["end"]
        return Sessions(owner, day, begin, end, share, evening, rough, is_late & rough, len(self.rows))


def _part(found: Any, places: npt.NDArray[np.int64]) -> Any:
    """Some rows of an array, or of each of several, in a tuple of the same kind."""
    if isinstance(found, np.ndarray):
        return found[..., places]
    parts = [one[..., places] for one in found]
    return type(found)(*parts) if hasattr(found, "_fields") else tuple(parts)


def _travel(scene: Scene) -> tuple[npt.NDArray[Any], ...]:
    return _trips(scene, scene.query.usual_modes)


def _possible_travel(scene: Scene) -> tuple[npt.NDArray[Any], ...]:
    usual, limit = scene.once(_travel), scene.query.client.travel.max_minutes
    slow = np.flatnonzero(np.isinf(usual[0]) if limit is None else usual[0] > limit)
    found = tuple(values.copy() for values in usual)
    for values, better in zip(found, _trips(scene.take(slow), scene.query.possible_modes), strict=True):
        values[slow] = better
    return found


def _trips(scene: Scene, modes: Sequence[TravelMode]) -> tuple[npt.NDArray[Any], ...]:
    home = scene.query.home
    assert home is not None
    error = scene.rows.get(ERROR) + home[2]
    lats, lons = scene.rows.get(LAT), scene.rows.get(LON)
    trip = scene.query.travel.minutes((home[0], home[1]), modes, lats, lons, error)
    return trip.low, trip.expected, trip.high, trip.mode, trip.km
