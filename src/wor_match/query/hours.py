"""The hours of a week: what is free, and how much of a session falls in it.

Moments are told in half hours since midnight. What is free is kept by five minutes: who can come from a quarter to nine
is there for all of what begins at a quarter to nine.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import time

import numpy as np
import numpy.typing as npt

from wor_match.domain.wishes import Availability, Slot
from wor_match.vocabulary.enums import WEEKDAYS, DayPart

#: Half hours of a day, cells in each of them, and cells of a day.
SLOTS = 48
FINE = 6
CELLS = SLOTS * FINE
#: Morning 06-12, afternoon 12-18, evening 18-24, in half hours.
PART_SLOTS = {DayPart.MORNING: (12, 24), DayPart.AFTERNOON: (24, 36), DayPart.EVENING: (36, 48)}
#: A session of which the end is not known is taken for two hours: the median of the sample directory.
USUAL_SLOTS = 4
_MOMENT = 1 / 60
_EXACT = 6
Week = npt.NDArray[np.float64]
_EDGES = np.arange(CELLS)


def slot_of(moment: time) -> float:
    """A time as half hours since midnight, with fractions.

    >>> slot_of(time(19, 45))
    39.5
    """
    return moment.hour * 2 + moment.minute / 30


def span_of(slot: Slot) -> tuple[float, float]:
    """Begin and end of a free slot: its part of the day, narrowed by its times.

    >>> span_of(Slot(weekday="mon", part="evening", start="19:30"))
    (39.0, 48.0)
    """
    # Without a part of the day the times stand alone: 0 and the whole day narrow nothing.
    first, last = PART_SLOTS[slot.part] if slot.part else (0, SLOTS)
    begin = float(first) if slot.start is None else max(float(first), slot_of(slot.start))
    end = float(last) if slot.end is None else min(float(last), slot_of(slot.end))
    return begin, max(begin, end)


def week_of(free: Availability | None, busy: Availability | None) -> Week | None:
    """Share of each five minutes of the week that is free, (7, CELLS), or None when hours were not asked.

    Taken hours alone mean that all other hours are free.
    """
    if free is None and busy is None:
        return None
    week = np.zeros((7, CELLS)) if free is not None else np.ones((7, CELLS))
    if free is not None and free.slots:
        for day, share in _shares(free.slots):
            np.maximum(week[day], share, out=week[day])
    if busy is not None and busy.slots:
        for day, share in _shares(busy.slots):
            np.minimum(week[day], 1 - share, out=week[day])
    return week


def _shares(slots: Sequence[Slot]) -> Iterator[tuple[int, Week]]:
    """The weekday of each slot, and how much of each cell of that day it covers."""
    spans = np.array([_in_cells(*span_of(slot)) for slot in slots])
    return zip((WEEKDAYS.index(slot.weekday) for slot in slots), _shares_of(spans), strict=True)


def cells_of(begin: float, end: float) -> Week:
    """How much of each cell of a day lies between two moments, (CELLS,).

    >>> float(cells_of(17.5, 18.0).sum())
    3.0
    """
    return np.asarray(_shares_of(np.array([_in_cells(begin, end)]))[0])


def _in_cells(begin: float, end: float) -> tuple[float, float]:
    return round(begin * FINE, _EXACT), round(end * FINE, _EXACT)


def _shares_of(spans: Week) -> Week:
    """How much of each cell lies within each span of cells (n, 2), (n, CELLS)."""
    share = np.minimum(_EDGES + 1, spans[:, 1:]) - np.maximum(_EDGES, spans[:, :1])
    return np.asarray(np.minimum(np.maximum(share, 0.0), 1.0))


def cumulative(week: Week) -> Week:
    """Free cells before each point of the week, flat (7 * (CELLS + 1),), so that a session is one subtraction.

    Of one week (7, CELLS) or of several (..., 7, CELLS).
    """
    total = np.zeros((*week.shape[:-1], CELLS + 1))
    np.cumsum(week, axis=-1, out=total[..., 1:])
    return total.reshape(*week.shape[:-2], -1)


def covered(total: Week, day: npt.NDArray[np.int64], begin: Week, end: Week) -> Week:
    """Share of each session that is free, in [0, 1]; linear within a cell. Of one week or of several (..., n)."""
    base, first, last = day * (CELLS + 1), begin * FINE, end * FINE
    free = _at_all(total, base + last) - _at_all(total, base + first)
    return np.asarray(np.minimum(np.maximum(free / np.maximum(last - first, _MOMENT), 0.0), 1.0))


def covered_one(total: Week, day: int, begin: float, end: float) -> float:
    """The same of one session, to the bit; quicker than an array of a few.

    >>> free = cumulative(np.ones((7, CELLS)))
    >>> covered_one(free, 1, 20.0, 24.0), covered_one(np.zeros_like(free), 1, 20.0, 24.0)
    (1.0, 0.0)
    """
    base, first, last = day * (CELLS + 1), begin * FINE, end * FINE
    free = _at(total, base + last) - _at(total, base + first)
    return min(max(free / max(last - first, _MOMENT), 0.0), 1.0)


def _at_all(total: Week, moment: Week) -> Week:
    """Free cells before some points of the week."""
    whole = moment.astype(np.int64)
    here = total[..., whole]
    return np.asarray((total[..., np.minimum(whole + 1, total.shape[-1] - 1)] - here) * (moment - whole) + here)


def _at(total: Week, moment: float) -> float:
    """Free cells before one point of the week."""
    whole = int(moment)
    here = float(total[whole])
    return here if moment == whole else (float(total[whole + 1]) - here) * (moment - whole) + here
