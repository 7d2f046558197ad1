"""One query against some rows: what several rules and criteria need, worked out once."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from functools import cached_property
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt

from wor_match.catalogue.columns import Array
from wor_match.catalogue.location import ERROR, IS_ONSITE, LAT, LON
from wor_match.catalogue.rows import Rows
from wor_match.geo import TravelEstimate
from wor_match.query.hours import covered
from wor_match.query.query import Query
from wor_match.query.sessions import Sessions, packed, sessions
from wor_match.vocabulary.enums import TravelMode

Floats = npt.NDArray[np.float64]
Work = TypeVar("Work")


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

    def of_query(self, work: Callable[[Scene], Work]) -> Work:
        """What a function gives for query and catalogue, whatever the rows: once for all that is taken of it."""
        scene = self
        while scene._whole is not None:
            scene, _ = scene._whole
        return scene.own(work)

    def of_day(self, work: Callable[..., Array], *facts: Hashable) -> Array:
        """What a function of rows, a day and limits of a profile gives; see :meth:`Catalogue.of_all`.

        Taken from what the catalogue keeps for the day of asking; who begins later is one of few, so that for them it
        is worked out for these rows alone.
        """
        rows = self.rows
        if self.query.begin != self.query.as_of:
            return work(rows, *facts)
        return rows.catalogue.of_all(work, *facts).take(rows.index, axis=-1)

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
        return sessions(self.rows, self.of_query(_slot_shares), self.query.begin)


def _part(found: Any, places: npt.NDArray[np.int64]) -> Any:
    """Some rows of an array, or of each of several, in a tuple of the same kind."""
    if isinstance(found, np.ndarray):
        return _some(found, places)
    parts = [_some(one, places) for one in found]
    return type(found)(*parts) if hasattr(found, "_fields") else tuple(parts)


def _some(found: npt.NDArray[Any], places: npt.NDArray[np.int64]) -> npt.NDArray[Any]:
    """Some rows of an array; the quickest way for one axis and for more."""
    return found[places] if found.ndim == 1 else found.take(places, axis=-1)


def _slot_shares(scene: Scene) -> Floats:
    """How much of each slot is in the client's free hours, (slots,); nan when hours were not asked."""
    slots, total = scene.rows.catalogue.once(packed).slots, scene.query.week_total
    return np.full(len(slots.day), np.nan) if total is None else covered(total, slots.day, slots.begin, slots.end)


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
    rows, lats = scene.rows, scene.rows.get(LAT)
    located = (~np.isnan(lats)).nonzero()[0]
    here = rows if len(located) == len(rows) else rows.take(located)
    lats, lons, error = here.get(LAT), here.get(LON), here.get(ERROR) + home[2]
    trip = scene.query.travel.minutes((home[0], home[1]), modes, lats, lons, error)
    found = trip.low, trip.expected, trip.high, trip.mode, trip.km
    return found if here is rows else tuple(_where(located, values, len(rows)) for values in found)


def _where(places: npt.NDArray[np.int64], values: npt.NDArray[Any], n: int) -> npt.NDArray[Any]:
    """Values at some of n places; elsewhere they are not known: nan, or no mode."""
    found = np.full(n, -1 if values.dtype.kind == "i" else np.nan, dtype=values.dtype)
    found[places] = values
    return found
