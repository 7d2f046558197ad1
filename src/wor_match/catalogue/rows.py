"""A slice of the catalogue's rows, as rules and criteria see it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from wor_match.catalogue.columns import Array, CategoryColumn, Column, RaggedColumn, RowSource, T, fixed

if TYPE_CHECKING:
    from wor_match.catalogue.catalogue import Catalogue

Index = npt.NDArray[np.int64]
#: Up to so many rows lists are quicker than arrays; and up to so many distinct values it is quicker to answer for all
#: than to find out which are here.
_FEW = 64


class Rows:
    """Some rows of a catalogue, by number.

    Parameters
    ----------
    catalogue : Catalogue
    index : int64 array (n,)
        Row numbers; any order.
    """

    __slots__ = ("_activity", "catalogue", "index")

    def __init__(self, catalogue: Catalogue, index: Index) -> None:
        self.catalogue = catalogue
        self.index = index
        self._activity: Index | None = None

    def __reduce__(self) -> tuple[type[Rows], tuple[Catalogue, Index]]:
        """A copy is made of what rows are, and not of what was looked up."""
        return type(self), (self.catalogue, self.index)

    def __len__(self) -> int:
        return len(self.index)

    def get(self, column: Column) -> Array:
        """Values of a numeric column, (n,)."""
        found: Array = self.catalogue.column(column)[self.index]
        return found

    def answer(self, column: CategoryColumn[T], function: Callable[[T], Any], dtype: npt.DTypeLike) -> Array:
        """A function of a category column: called once for each distinct value here, taken by code, (n,)."""
        codes, values = self.catalogue.categories(column)
        if len(values) == 1 and len(self):
            return np.array([function(values[0])], dtype=dtype).repeat(len(self), axis=0)
        here = codes[self.index]
        if len(here) <= min(len(values), _FEW):
            each = here.tolist()
            by_code = {code: function(values[code]) for code in set(each)}
            return np.array([by_code[code] for code in each], dtype=dtype)
        if len(values) <= _FEW:
            return np.array([function(value) for value in values], dtype=dtype)[here]
        present = np.zeros(len(values), dtype=bool)
        present[here] = True
        asked = np.flatnonzero(present)
        answers = np.array([function(values[code]) for code in asked.tolist()], dtype=dtype)
        # From code to its place among those asked; what stands at the other codes is never read.
        place = np.empty(len(values), dtype=np.int32)
        place[asked] = np.arange(len(asked), dtype=np.int32)
        return answers[place[here]]

    def are(self, ids: Iterable[str]) -> npt.NDArray[np.bool_]:
        """Which rows are of one of these activities, (n,); ids that are not here are none of them."""
        numbers = [self.catalogue.number(one) for one in ids if one in self.catalogue]
        if not numbers:
            return np.zeros(len(self), dtype=bool)
        return self.catalogue.marked(np.array(numbers, dtype=np.int64))[self.activity]

    def have(self, column: CategoryColumn[T], chosen: Sequence[int]) -> npt.NDArray[np.bool_]:
        """Which rows have one of these values of a category column, by code, (n,)."""
        codes, values = self.catalogue.categories(column)
        if not chosen:
            return np.zeros(len(self), dtype=bool)
        marked = np.zeros(len(values), dtype=bool)
        marked[chosen] = True
        return marked[codes[self.index]]

    def by_code(self, column: CategoryColumn[T], known: Array) -> Array:
        """What is known of each distinct value of a category column, by code, taken for these rows, (n,)."""
        found: Array = known[self.catalogue.categories(column)[0][self.index]]
        return found

    def value(self, column: CategoryColumn[T], place: int) -> T:
        """The value of a category column for one row, by its place in this slice."""
        codes, values = self.catalogue.categories(column)
        return values[codes.item(self.index.item(place))]

    def at(self, column: Column, place: int) -> Any:
        """The value of a numeric column for one row, by its place in this slice: a plain number or bool.

        Of a few rows this is much quicker than :meth:`get`.
        """
        return self.catalogue.column(column).item(self.index.item(place))

    def ragged(self, column: RaggedColumn) -> tuple[Index, dict[str, Array]]:
        """Flat arrays of these rows: for each item which of the n rows it is of, and the fields."""
        starts, arrays = self.catalogue.ragged(column)
        owner, take = self.spans(starts)
        return owner, {name: values[take] for name, values in arrays.items()}

    def spans(self, starts: Index) -> tuple[Index, Index]:
        """For each item of these rows which of them it is of, and where it stands, by where each row begins."""
        return spans(starts, self.index)

    @property
    def activity(self) -> Index:
        """Activity number of each row, (n,)."""
        found = self._activity
        if found is None:
            found = self._activity = fixed(self.catalogue.row_activity[self.index])
        return found

    def source(self, place: int) -> RowSource:
        """The facts behind one row, by its place in this slice."""
        return self.catalogue.sources[self.index.item(place)]

    def take(self, places: Index) -> Rows:
        """Some of these rows, by their place in this slice."""
        return Rows(self.catalogue, self.index[places])


def spans(starts: Index, places: Index) -> tuple[Index, Index]:
    """For each item of some places which of them it is of, and where it stands, by where each place begins.

    >>> [numbers.tolist() for numbers in spans(np.array([0, 2, 2, 5]), np.array([2, 0]))]
    [[0, 0, 0, 1, 1], [2, 3, 4, 0, 1]]
    """
    begin = starts[places]
    count = starts[places + 1] - begin
    owner = np.repeat(np.arange(len(count)), count)
    take = (begin - count.cumsum() + count)[owner]
    take += np.arange(len(take))
    return owner, take
