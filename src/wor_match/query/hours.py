"""The hours of a week, in half hours: what is free, and how much of a session falls in it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import time

import numpy as np
import numpy.typing as npt

from wor_match.domain.wishes import Availability, Slot
from wor_match.vocabulary.enums import WEEKDAYS, DayPart

SLOTS = 48
#: Morning 06-12, afternoon 12-18, evening 18-24, in half hours.
PART_SLOTS = {DayPart.MORNING: (12, 24), DayPart.AFTERNOON: (24, 36), DayPart.EVENING: (36, 48)}
#: A session of which the end is not known is taken for two hours: the median of the sample directory.
USUAL_SLOTS = 4
_MOMENT = 1 / 60
Week = npt.NDArray[np.float64]


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
    """Share of each half hour of the week that is free, (7, 48), or None when hours were not asked.

    Taken hours alone mean that all other hours are free.
    """
    if free is None and busy is None:
        return None
    week = np.zeros((7, SLOTS)) if free is not None else np.ones((7, SLOTS))
    if free is not None and free.slots:
        np.maximum.at(week, *_shares(free.slots))
    if busy is not None and busy.slots:
        days, share = _shares(busy.slots)
        np.minimum.at(week, days, 1 - share)
    return week


def _shares(slots: Sequence[Slot]) -> tuple[list[int], Week]:
    """The weekday of each slot, and how much of each half hour of that day it covers, (slots, 48)."""
    spans = np.array([span_of(slot) for slot in slots])
    edges = np.arange(SLOTS)
    share = np.minimum(edges + 1, spans[:, 1:]) - np.maximum(edges, spans[:, :1])
    return [WEEKDAYS.index(slot.weekday) for slot in slots], np.maximum(share, 0)


def cumulative(week: Week) -> Week:
    """Free half hours before each point of the week, flat (7 * 49,), so that a session is one subtraction.

    Of one week (7, 48) or of several (..., 7, 48).
    """
    total = np.zeros((*week.shape[:-1], SLOTS + 1))
    np.cumsum(week, axis=-1, out=total[..., 1:])
    return total.reshape(*week.shape[:-2], -1)


def covered(total: Week, day: npt.NDArray[np.int64], begin: Week, end: Week) -> Week:
    """Share of each session that is free, in [0, 1]; linear within a half hour. Of one week or of several (..., n)."""
    base = day * (SLOTS + 1)
    free = _at_all(total, base + end) - _at_all(total, base + begin)
    return np.asarray(np.minimum(np.maximum(free / np.maximum(end - begin, _MOMENT), 0.0), 1.0))


def covered_one(total: Week, day: int, begin: float, end: float) -> float:
    """The same of one session, to the bit; quicker than an array of a few.

    >>> free = cumulative(np.ones((7, SLOTS)))
    >>> covered_one(free, 1, 20.0, 24.0), covered_one(np.zeros_like(free), 1, 20.0, 24.0)
    (1.0, 0.0)
    """
    base = day * (SLOTS + 1)
    free = _at(total, base + end) - _at(total, base + begin)
    return min(max(free / max(end - begin, _MOMENT), 0.0), 1.0)


def _at_all(total: Week, moment: Week) -> Week:
    """Free half hours before some points of the week."""
    whole = moment.astype(np.int64)
    here = total[..., whole]
    return np.asarray((total[..., np.minimum(whole + 1, total.shape[-1] - 1)] - here) * (moment - whole) + here)


def _at(total: Week, moment: float) -> float:
    """Free half hours before one point of the week."""
    whole = int(moment)
    here = float(total[whole])
    return here if moment == whole else (float(total[whole + 1]) - here) * (moment - whole) + here
