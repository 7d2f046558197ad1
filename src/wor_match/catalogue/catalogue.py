"""The local supply, compiled once into columns; immutable, and it knows no today."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import replace
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np
import numpy.typing as npt

from wor_match.catalogue.checks import checked
from wor_match.catalogue.columns import Array, CategoryColumn, Column, RaggedColumn, RowSource, T, fixed
from wor_match.catalogue.location import ERROR, LAT, LON, LatitudeBand, ServiceAreas
from wor_match.catalogue.notice import notice
from wor_match.catalogue.problems import CatalogueProblem, ImportReport
from wor_match.catalogue.rows import Rows
from wor_match.catalogue.words import WordIndex
from wor_match.domain.activity import Activity
from wor_match.domain.given import SetOnce, check_kinds
from wor_match.errors import InputError, Problem, UnknownIdError
from wor_match.vocabulary.enums import Requires, Setting

if TYPE_CHECKING:
    import pandas as pd

Work = TypeVar("Work")
#: So many arrays of all rows are kept for a day and a profile: some days' worth.
_KEPT = 16


class Catalogue(SetOnce):
    """All activities of one place, as models at the edges and columns inside.

    Build with :meth:`from_activities` or :meth:`from_frame`, or read a file with ``read_catalogue``.

    Examples
    --------
    >>> catalogue = Catalogue.from_activities([Activity(id="a1", title="Buurtkoor")])
    >>> len(catalogue), catalogue["a1"].title
    (1, 'Buurtkoor')
    """

    def __init__(self, activities: Iterable[Activity], report: ImportReport | None = None) -> None:
        activities = check_kinds("Catalogue", "activities", activities, Activity)
        _refuse_doubles(activities)
        # Sorted by id, so that the order in which a host hands them in can never matter.
        self.activities: tuple[Activity, ...] = tuple(sorted(activities, key=lambda activity: activity.id))
        self.report = report if report is not None else checked(self.activities)
        self._number = {activity.id: place for place, activity in enumerate(self.activities)}
        self._columns: dict[int, Any] = {}
        self._worked: dict[Any, Any] = {}
        self._of_all = lru_cache(maxsize=_KEPT)(self._of_all_rows)
        self._kept: list[Any] = []  # keeps packed columns' declarations alive, so that their id() stays theirs
        self.effective: tuple[Activity, ...] = tuple(notice(activity) for activity in self.activities)
        self.sources: tuple[RowSource, ...] = _sorted_sources(self.effective)
        self.row_activity: npt.NDArray[np.int64] = fixed(
            np.array([self._number[source.activity.id] for source in self.sources], dtype=np.int64)
        )
        self._set_once()

    @classmethod
    def from_activities(cls, activities: Iterable[Activity]) -> Catalogue:
        """Compile a catalogue from models.

        Raises
        ------
        InputError
            If two activities have the same id; all doubles are named.
        """
        return cls(activities)

    @classmethod
    def from_frame(cls, frame: pd.DataFrame) -> Catalogue:
        """Compile a catalogue from a pandas frame with one row an activity.

        Columns are our own, as :meth:`to_frame` names them; a table with other headers goes through
        ``read_catalogue``. Bad rows are skipped and reported in :attr:`problems`, never raised.
        """
        from wor_match.catalogue.frames import activities_from_frame

        activities, report = activities_from_frame(frame)
        odd = checked(activities).problems
        return cls(activities, replace(report, problems=(*report.problems, *odd)) if odd else report)

    def to_frame(self) -> pd.DataFrame:
        """One row an activity, one column a fact; nested facts have dotted names."""
        from wor_match.catalogue.frames import frame_from_activities

        return frame_from_activities(self.activities)

    def updated(self, add: Iterable[Activity] = (), end: Iterable[str] = ()) -> Catalogue:
        """A new catalogue with activities added or replaced (same id) and others ended; this one stays as it is.

        Raises
        ------
        UnknownIdError
            If an id to end is not here.
        """
        ending = set(check_kinds("Catalogue.updated", "end", end, str))
        if unknown := sorted(ending - self._number.keys()):
            raise UnknownIdError("Catalogue.updated", [_not_here(name) for name in unknown])
        adding = check_kinds("Catalogue.updated", "add", add, Activity)
        _refuse_doubles(adding)
        replaced = ending | {activity.id for activity in adding}
        kept = [activity for activity in self.activities if activity.id not in replaced]
        together = [*kept, *adding]
        fresh = checked(sorted(adding, key=lambda activity: activity.id))
        old = tuple(problem for problem in self.problems if problem.record not in replaced)
        report = ImportReport(
            read=len(together), kept=len(together), activities=len(together), problems=(*old, *fresh.problems)
        )
        return Catalogue(together, report)

    def __reduce__(self) -> tuple[type[Catalogue], tuple[tuple[Activity, ...], ImportReport]]:
        # What was worked out is left behind: it is made again at first use, in whatever process that is.
        return type(self), (self.activities, self.report)

    def __len__(self) -> int:
        return len(self.activities)

    def __contains__(self, activity_id: object) -> bool:
        return activity_id in self._number

    def __getitem__(self, activity_id: str) -> Activity:
        return self.activities[self.number(activity_id)]

    def __repr__(self) -> str:
        return f"Catalogue({len(self)} activities, {len(self.sources)} rows)"

    def number(self, activity_id: str) -> int:
        """Place of an activity in :attr:`activities`; UnknownIdError if it is not here."""
        if not isinstance(activity_id, str) or activity_id not in self._number:
            raise UnknownIdError("Catalogue", [_not_here(activity_id)])
        return self._number[activity_id]

    @property
    def problems(self) -> tuple[CatalogueProblem, ...]:
        """What importing repaired, doubted or skipped."""
        return self.report.problems

    @cached_property
    def content_hash(self) -> str:
        """Hash of all activities, combined by id: the same for any order and any way of building."""
        total = 0
        for activity in self.activities:
            digest = hashlib.sha256(_canonical(activity).encode()).digest()
            total = (total + int.from_bytes(digest, "big")) % (1 << 256)
        return f"{total:064x}"

    @cached_property
    def words(self) -> WordIndex:
        """What the activities' words say."""
        return WordIndex(self.effective)

    @cached_property
    def band(self) -> LatitudeBand:
        """Finds rows by place."""
        return self._band(self.all_rows)

    @cached_property
    def fetched(self) -> LatitudeBand:
        """Finds rows of which the provider fetches people by place: for these a long trip does not rule out."""
        offered = [row.activity.first_step.transport_offered is True for row in self.sources]
        return self._band(self.all_rows.take(np.flatnonzero(offered)))

    def _band(self, rows: Rows) -> LatitudeBand:
        return LatitudeBand(rows.index, rows.get(LAT), rows.get(LON), rows.get(ERROR))

    @cached_property
    def home_visits(self) -> ServiceAreas:
        """Finds home visits by service area."""
        visits = np.flatnonzero([row.setting is Setting.HOME_VISIT for row in self.sources])
        return ServiceAreas(visits, [self.sources[row].activity.service_area for row in visits])

    @cached_property
    def placeless(self) -> npt.NDArray[np.int64]:
        """Rows online, and rows on site of which nobody knows where: always looked at."""
        visits = np.array([row.setting is Setting.HOME_VISIT for row in self.sources], dtype=bool)
        return fixed(np.flatnonzero(np.isnan(self.column(LAT)) & ~visits))

    @cached_property
    def all_rows(self) -> Rows:
        """Every row."""
        return Rows(self, fixed(np.arange(len(self.sources), dtype=np.int64)))

    @cached_property
    def needs_all_parts(self) -> npt.NDArray[np.bool_]:
        """Activities of several parts that are all required, (activities,)."""
        return fixed(np.array([bool(a.parts) and a.parts_require is Requires.ALL for a in self.effective], dtype=bool))

    @cached_property
    def parts(self) -> npt.NDArray[np.int64]:
        """How many parts each activity has, (activities,)."""
        return fixed(np.array([len(activity.parts) for activity in self.effective], dtype=np.int64))

    @cached_property
    def row_part(self) -> npt.NDArray[np.int64]:
        """Which part of its activity each row is, from 0, (rows,)."""
        return fixed(np.array([source.part_number for source in self.sources], dtype=np.int64))

    @cached_property
    def own_order(self) -> npt.NDArray[np.int64]:
        """Place of each row in its activity's own order, by part and then by place; not without gaps, (rows,)."""
        places = np.array([source.place_number for source in self.sources], dtype=np.int64)
        return fixed(self.row_part * (int(places.max(initial=0)) + 1) + places)

    def marked(self, numbers: npt.NDArray[np.int64]) -> npt.NDArray[np.bool_]:
        """Which activities are among these numbers, (activities,); to look many up in."""
        found = np.zeros(len(self.activities), dtype=bool)
        found[numbers] = True
        return found

    def id_of(self, numbers: npt.NDArray[np.int64]) -> Callable[[int], str]:
        """What gives the id of one of some activities, by its place among them."""
        return lambda place: self.activities[numbers.item(place)].id

    def once(self, work: Callable[[Catalogue], Work]) -> Work:
        """What a function gives for this catalogue, worked out at first use."""
        if work not in self._worked:
            done = work(self)
            self._worked[work] = fixed(done) if isinstance(done, np.ndarray) else done
        found: Work = self._worked[work]
        return found

    def of_all(self, work: Callable[..., Array], *facts: Hashable) -> Array:
        """What a function of rows and some facts gives for every row, (..., rows); the last few are kept.

        What it gives for a row must not depend on which others there are; and the facts are no client's, but a day and
        limits of a profile, because what is kept outlives the answer.
        """
        found: Array = self._of_all(work, *facts)
        return found

    def _of_all_rows(self, work: Callable[..., Array], *facts: Hashable) -> Array:
        return fixed(work(self.all_rows, *facts))

    def column(self, column: Column) -> Array:
        """A numeric column, packed at first use."""
        found: Array | None = self._columns.get(id(column))
        return self._packed(column) if found is None else found

    def categories(self, column: CategoryColumn[T]) -> tuple[npt.NDArray[np.int32], tuple[T, ...]]:
        """Codes and values of a category column, packed at first use."""
        found: tuple[npt.NDArray[np.int32], tuple[T, ...]] | None = self._columns.get(id(column))
        return self._packed(column) if found is None else found

    def ragged(self, column: RaggedColumn) -> tuple[npt.NDArray[np.int64], dict[str, Array]]:
        """Starts and flat arrays of a ragged column, packed at first use."""
        found: tuple[npt.NDArray[np.int64], dict[str, Array]] | None = self._columns.get(id(column))
        return self._packed(column) if found is None else found

    def _packed(self, column: Any) -> Any:
        """Pack a column that is asked for the first time."""
        found = self._columns[id(column)] = column.pack(self.sources)
        self._kept.append(column)
        return found


def _sorted_sources(activities: Sequence[Activity]) -> tuple[RowSource, ...]:
    sources = [source for activity in activities for source in _rows_of(activity)]
    lat = LAT.pack(sources)
    order = np.argsort(lat, kind="stable")  # nan last: rows without a place follow the located ones
    return tuple(sources[place] for place in order)


def _rows_of(activity: Activity) -> Iterable[RowSource]:
    for part_number, part in enumerate(activity.parts or (None,)):
        places = (part.places if part else ()) or activity.places or (None,)
        for place_number, place in enumerate(places):
            yield RowSource(activity, part, place, part_number, place_number)


def _canonical(activity: Activity) -> str:
    """The activity as JSON, in which the order of its codes and provenance does not show."""
    if len(activity.codes) < 2 and len(activity.provenance) < 2:
        return activity.model_dump_json()
    ordered = {name: dict(sorted(getattr(activity, name).items())) for name in ("codes", "provenance")}
    return activity.model_copy(update=ordered).model_dump_json()


def _not_here(activity_id: object) -> Problem:
    named = activity_id if isinstance(activity_id, str) else ""
    return Problem("id", "unknown_id", "is not the id of an activity in this catalogue", named)


def _refuse_doubles(activities: Sequence[Activity]) -> None:
    doubles = {name for name, count in Counter(one.id for one in activities).items() if count > 1}
    if doubles:
        problems = [Problem("id", "duplicate_id", "must be unique in a catalogue", name) for name in sorted(doubles)]
        raise InputError("Catalogue", problems)
