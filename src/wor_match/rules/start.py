"""Can one start in time: season, first day of a course, a course that has begun."""

from __future__ import annotations

from datetime import date

import numpy as np
import numpy.typing as npt

from wor_match.catalogue.columns import NO, UNKNOWN, YES, CategoryColumn, Column, RowSource, tri
from wor_match.catalogue.marks import is_doubted
from wor_match.catalogue.rows import Rows
from wor_match.domain.records import Param
from wor_match.query.query import Query
from wor_match.query.scene import Scene
from wor_match.rules.base import Rule, Verdicts
from wor_match.vocabulary.enums import ActivityKind

_YEAR = 365
_COMMON_YEAR = 2025
_DAYS_A_WEEK = 7
_YES, _UNKNOWN, _NO = np.int8(YES), np.int8(UNKNOWN), np.int8(NO)
Days = npt.NDArray[np.int64]


def _day_of_year(month_day: str) -> int:
    month, day = (int(part) for part in month_day.split("-"))
    return date(_COMMON_YEAR, month, min(day, 28) if month == 2 else day).timetuple().tm_yday


def _season_edge(row: RowSource, edge: str) -> int:
    season = row.schedule.season
    return _day_of_year(getattr(season, edge)) if season else 0


def _course_start(row: RowSource) -> int:
    """Day number on which a course begins; 0 when that is not told."""
    return row.activity.capacity.starts_on.toordinal() if row.activity.capacity.starts_on else 0


def _first_day(row: RowSource) -> int:
    """Day number before which it cannot happen; 0 when nothing is said."""
    days = [day.toordinal() for day in (row.activity.valid_from,) if day]
    sessions = [rule.first_day.toordinal() if rule.first_day else 0 for rule in row.schedule.rules]
    sessions += [one.day.toordinal() for one in row.schedule.occurrences]
    if sessions:
        days.append(min(sessions))
    return max(days, default=0)


SEASON = CategoryColumn("season", lambda row: (_season_edge(row, "start"), _season_edge(row, "end")))
COURSE_START = Column("starts_on", np.int64, lambda row: _course_start(row))
FIRST_DAY = Column("first_day", np.int64, lambda row: max(_first_day(row), _course_start(row)))
JOIN_MIDWAY = Column("can_join_midway", np.int8, lambda row: tri(row.activity.capacity.can_join_midway))
JOIN_DOUBTED = Column("can_join_doubted", np.bool_, lambda row: is_doubted(row.activity, "capacity.can_join_midway"))
SEASON_DOUBTED = Column("season_doubted", np.bool_, lambda row: is_doubted(row.activity, "schedule.season"))
IS_COURSE = Column("is_course", np.bool_, lambda row: row.activity.kind in (ActivityKind.COURSE, ActivityKind.ONE_OFF))


def season_wait(start: int, end: int, today: int) -> int:
    """Days until the season runs; 0 inside it or without one. Day-of-year numbers, 0 is no season.

    >>> season_wait(244, 151, 10), season_wait(244, 151, 234), season_wait(0, 0, 234)
    (0, 10, 0)
    """
    is_inside = start <= today <= end if start <= end else (today >= start or today <= end)
    return 0 if start == 0 or is_inside else (start - today) % _YEAR


def begin_of(query: Query) -> date:
    """The first day on which the client can start: the asking date, or a later one that they named."""
    return query.begin


def days_until_start(scene: Scene) -> Days:
    """Days from the client's first day until one can start, (n,); 0 is at once."""
    return scene.of_day(days_from, begin_of(scene.query))


def days_from(rows: Rows, begin: date) -> Days:
    """The same from a day, whoever begins then."""
    today = _day_of_year(begin.strftime("%m-%d"))
    season = rows.answer(SEASON, lambda edges: season_wait(*edges, today), np.int64)
    waiting: Days = np.maximum(rows.get(FIRST_DAY) - begin.toordinal(), season)
    return waiting


def _verdicts(rows: Rows, begin: date, longest: int) -> Verdicts:
    answer = np.where(days_from(rows, begin) > longest, _NO, _YES)
    courses = rows.get(IS_COURSE).nonzero()[0]
    if len(courses):
        answer[courses] = np.minimum(answer[courses], _joining(rows.take(courses), begin))
    return np.where((answer == YES) & rows.get(SEASON_DOUBTED), _UNKNOWN, answer)


def _joining(courses: Rows, begin: date) -> Verdicts:
    course, join = courses.get(COURSE_START), courses.get(JOIN_MIDWAY)
    begun = (course > 0) & (course < begin.toordinal())
    # One cannot join midway, or the listing contradicts itself about that: has it begun?
    undated = np.where((course == 0) & ((join == NO) | courses.get(JOIN_DOUBTED)), UNKNOWN, YES)
    return np.where(begun, join, undated).astype(np.int8)


class StartRule(Rule):
    """No when one cannot start within the time wanted; a course that has begun is no, or a question."""

    name = "start"
    field = "schedule.season"
    urgency = 5

    def applies(self, query: Query) -> bool:
        """Always: without a wanted date the profile's longest time to a start holds."""
        return True

    def check(self, scene: Scene) -> Verdicts:
        """Late starts are no; a begun course is no unless one can join midway (unknown: ask)."""
        query = scene.query
        begin, longest = begin_of(query), self._longest(query)
        if query.client.wanted_before is not None:
            return _verdicts(scene.rows, begin, longest)
        return scene.of_day(_verdicts, begin, longest)

    def _longest(self, query: Query) -> int:
        client = query.client
        if client.wanted_before is not None:
            return max((client.wanted_before - begin_of(query)).days, 0)
        return query.profile.limits.max_start_weeks * _DAYS_A_WEEK

    def why_not(self, scene: Scene, place: int) -> tuple[str, dict[str, Param]]:
        """Begun, or when it starts."""
        wait = int(scene.once(days_until_start)[place])
        if wait > self._longest(scene.query):
            return "too_late", {"day": date.fromordinal(begin_of(scene.query).toordinal() + wait).isoformat()}
        return "begun", {}

    def ask(self, scene: Scene, place: int) -> tuple[str, dict[str, Param]]:
        """Can one still join the course, or is it there in winter too?"""
        if scene.rows.at(SEASON_DOUBTED, place):
            return "season", {}
        starts = scene.rows.source(place).activity.capacity.starts_on
        return "begun", {"day": starts.isoformat() if starts else ""}
