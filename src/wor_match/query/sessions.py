"""The sessions of rows against a client's week: each distinct one is looked at once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import numpy.typing as npt

from wor_match.catalogue.columns import RaggedColumn, RowSource
from wor_match.domain.client import Client
from wor_match.domain.schedule import Schedule
from wor_match.query.hours import PART_SLOTS, SLOTS, USUAL_SLOTS, slot_of, span_of
from wor_match.vocabulary.enums import WEEKDAYS

if TYPE_CHECKING:
    from wor_match.catalogue.catalogue import Catalogue
    from wor_match.catalogue.rows import Rows

Floats = npt.NDArray[np.float64]
Index = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]
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


def goes_out_in_evening(client: Client) -> bool | None:
    """Whether the client goes out in the evening: as asked, or because they named free hours in it; None: not known.

    Free hours by day only say nothing of the evening. Nothing is excluded by this: only a no that was told does that.

    >>> goes_out_in_evening(Client(reference="c", availability=[{"weekday": "wed", "part": "evening"}]))
    True
    """
    if client.travel.evening is not None:
        return client.travel.evening
    slots = client.availability.slots if client.availability else ()
    return True if any(span_of(slot)[1] > EVENING_END for slot in slots) else None


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


class Slots(NamedTuple):
    """The distinct sessions of a catalogue, (k,) each.

    Parameters
    ----------
    day : int64
        Weekday number.
    begin, end : float64
        In half hours since midnight.
    is_rough : bool
        Only the part of the day is known.
    is_evening : bool
        It begins or ends in the evening.
    may_end_late : bool
        Only the part of the day is known, and that runs into the evening.
    """

    day: Index
    begin: Floats
    end: Floats
    is_rough: Mask
    is_evening: Mask
    may_end_late: Mask


@dataclass(frozen=True, slots=True)
class Packed:
    """All sessions of a catalogue, flat by row: which slot each is, and its last day."""

    starts: Index
    slot: Index
    last: Index
    slots: Slots


def packed(catalogue: Catalogue) -> Packed:
    """The sessions of all rows; what costs most of a session is then asked once a slot."""
    starts, flat = catalogue.ragged(SESSIONS)
    numbers: dict[tuple[Any, ...], int] = {}
    each = zip(*(flat[name].tolist() for name, _ in SESSIONS.fields[:4]), strict=True)
    slot = np.array([numbers.setdefault(one, len(numbers)) for one in each], dtype=np.int64)
    day, begin, end, rough = (
        np.array([one[place] for one in numbers], dtype=dtype) for place, (_, dtype) in enumerate(SESSIONS.fields[:4])
    )
    is_late = end > EVENING_END
    evening = (begin >= EVENING_BEGIN) | (is_late & ~rough)
    return Packed(starts, slot, flat["last"], Slots(day, begin, end, rough, evening, is_late & rough))


class Sessions:
    """The sessions of some rows, flat; what is over when the client can start is no session any more.

    Parameters
    ----------
    owner : int64 (m,)
        Which row each session is of, ascending.
    slot : int64 (m,)
        Which of the slots it is.
    slots : Slots
    share : float64 (slots,)
        How much of each slot is in the client's free hours; nan when hours were not asked.
    rows : int
        How many rows there are.
    """

    def __init__(self, owner: Index, slot: Index, slots: Slots, share: Floats, rows: int) -> None:
        self.owner, self.slot, self.slots, self.share, self.rows = owner, slot, slots, share, rows

    def of(self, by_slot: npt.NDArray[Any]) -> npt.NDArray[Any]:
        """Of each session what is told of its slot, (..., m)."""
        return by_slot[self.slot] if by_slot.ndim == 1 else by_slot.take(self.slot, axis=-1)

    def best(self, values: Floats, *, fill: float) -> Floats:
        """Highest value of each row's sessions, of one or several kinds (..., m); ``fill`` for rows without any."""
        found = np.full((*values.shape[:-1], self.rows), fill, dtype=np.float64)
        begin = self._begin
        if len(begin):
            found[..., self.owner[begin]] = np.maximum.reduceat(values, begin, axis=-1)
        return found

    def worst(self, values: Floats, *, fill: float) -> Floats:
        """Lowest value of each row's sessions; ``fill`` for rows without any."""
        return -self.best(-values, fill=-fill)

    @cached_property
    def _begin(self) -> Index:
        """Where the sessions of each row that has any begin: they lie row by row."""
        changes = np.ones(len(self.owner), dtype=bool)
        changes[1:] = self.owner[1:] != self.owner[:-1]
        return changes.nonzero()[0]

    @property
    def count(self) -> Index:
        """How many sessions each row has."""
        return np.bincount(self.owner, minlength=self.rows).astype(np.int64)


def sessions(rows: Rows, share: Floats, begin: date) -> Sessions:
    """The sessions of some rows that are not over when the client can begin; ``share`` of each slot is free."""
    whole = rows.catalogue.once(packed)
    owner, take = rows.spans(whole.starts)
    goes_on = whole.last[take] >= begin.toordinal()
    if not goes_on.all():
        owner, take = owner[goes_on], take[goes_on]
    return Sessions(owner, whole.slot[take], whole.slots, share, len(rows))
