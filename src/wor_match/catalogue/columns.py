"""How a fact becomes a column: declared once by the rule or criterion that needs it, packed by the catalogue."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import numpy as np
import numpy.typing as npt

from wor_match.domain.activity import Activity, Part
from wor_match.domain.offer import Cost, Effort
from wor_match.domain.place import Place
from wor_match.domain.schedule import Schedule
from wor_match.vocabulary.enums import Requires, Setting

Array = npt.NDArray[Any]
#: Three-valued facts as small integers: yes > unknown > no, so that Kleene "and" is min and "or" is max.
YES, UNKNOWN, NO = 1, 0, -1

T = TypeVar("T", bound=Hashable)


def fixed(array: Array) -> Array:
    """The same array, in which nobody can write: what a catalogue holds is shared by all who ask it.

    >>> fixed(np.zeros(2))[:] = 1
    Traceback (most recent call last):
    ValueError: assignment destination is read-only
    """
    array.setflags(write=False)
    return array


def tri(value: bool | None) -> int:
    """A three-valued fact as YES, UNKNOWN or NO.

    >>> tri(None), tri(True), tri(False)
    (0, 1, -1)
    """
    return UNKNOWN if value is None else (YES if value else NO)


@dataclass(frozen=True, slots=True)
class RowSource:
    """One row of the catalogue before it is packed: one part of one activity at one place."""

    activity: Activity
    part: Part | None = None
    place: Place | None = None
    part_number: int = 0
    place_number: int = 0

    @property
    def schedule(self) -> Schedule:
        """The part's own schedule, or the activity's."""
        own = self.part.schedule if self.part else None
        return own if own is not None else self.activity.schedule

    @property
    def setting(self) -> Setting:
        """The part's own setting, or the activity's."""
        own = self.part.setting if self.part else None
        return own if own is not None else self.activity.setting

    @property
    def effort(self) -> Effort:
        """The part's own effort, or the activity's."""
        own = self.part.effort if self.part else None
        return own if own is not None else self.activity.effort

    @property
    def costs(self) -> tuple[tuple[Cost, Schedule], ...]:
        """All that one pays: for an arrangement of which all parts are required, every part's cost too."""
        activity = self.activity
        whole = ((activity.cost, activity.schedule),)
        if not activity.parts:
            return whole
        with_cost = [part for part in activity.parts if part.cost is not None]
        if activity.parts_require is Requires.ANY:
            with_cost = [part for part in with_cost if part is self.part]
        own = tuple((part.cost, part.schedule or activity.schedule) for part in with_cost if part.cost)
        has_whole = activity.cost.amount_eur is not None
        return (whole if has_whole or not own else ()) + own


@dataclass(frozen=True, eq=False)
class Column:
    """A numeric column, one value a row.

    Parameters
    ----------
    name : str
        For people; two columns are the same only if they are the same object.
    dtype : numpy dtype
    read : callable(RowSource) -> value
        Missing values are given in the dtype's own way (nan, -1, or 0 for three-valued facts); say so in the rule.
    """

    name: str
    dtype: npt.DTypeLike
    read: Callable[[RowSource], Any]

    def pack(self, sources: Sequence[RowSource]) -> Array:
        """The whole column."""
        return fixed(np.fromiter((self.read(source) for source in sources), dtype=self.dtype, count=len(sources)))


@dataclass(frozen=True, eq=False)
class CategoryColumn(Generic[T]):
    """A column of few distinct values of any kind: a code a row, and the list of values.

    A rule answers once for every distinct value and takes by code, so that its cost does not grow with the rows.
    """

    name: str
    read: Callable[[RowSource], T]

    def pack(self, sources: Sequence[RowSource]) -> tuple[npt.NDArray[np.int32], tuple[T, ...]]:
        """Codes by row, and the distinct values in order of first appearance."""
        numbers: dict[T, int] = {}
        codes = np.fromiter(
            (numbers.setdefault(self.read(source), len(numbers)) for source in sources),
            dtype=np.int32,
            count=len(sources),
        )
        return fixed(codes), tuple(numbers)


@dataclass(frozen=True, eq=False)
class RaggedColumn:
    """A column with several numeric tuples a row, such as sessions: flat arrays and where each row begins."""

    name: str
    fields: tuple[tuple[str, npt.DTypeLike], ...]
    read: Callable[[RowSource], list[tuple[Any, ...]]]

    def pack(self, sources: Sequence[RowSource]) -> tuple[npt.NDArray[np.int64], dict[str, Array]]:
        """Starts (one more than rows) and the flat arrays by field."""
        lists = [self.read(source) for source in sources]
        starts = np.zeros(len(sources) + 1, dtype=np.int64)
        np.cumsum([len(items) for items in lists], out=starts[1:])
        flat = [item for items in lists for item in items]
        arrays = {
            name: fixed(np.fromiter((item[place] for item in flat), dtype=dtype, count=len(flat)))
            for place, (name, dtype) in enumerate(self.fields)
        }
        return fixed(starts), arrays
