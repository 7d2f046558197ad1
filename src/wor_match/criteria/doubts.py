"""What is not known of an activity and reaches into several criteria: its kind, a listing without words, open hours."""

from __future__ import annotations

import numpy as np

from wor_match.catalogue.columns import Column, RowSource
from wor_match.criteria.base import Floats, Mask, Values
from wor_match.domain.schedule import Occurrence, Schedule, ScheduleRule
from wor_match.query.scene import Scene
from wor_match.vocabulary.enums import ActivityKind, Setting

#: Nobody told what sort of thing it is, and its words do not either: it may be volunteering, or one to one.
KIND_IS_OPEN = Column("kind_is_open", np.bool_, lambda row: row.activity.kind is None)
#: It may turn out to be one to one: of a group of a told size that is plain.
MAY_BE_ONE_TO_ONE = Column(
    "may_be_one_to_one", np.bool_, lambda row: row.activity.kind is None and row.activity.group.size is None
)
#: It may turn out to be one to one, and so at somebody's home.
MAY_COME_HOME = Column("may_come_home", np.bool_, lambda row: _may_come_home(row))
#: A session of which the beginning or the end is not told.
HAS_OPEN_HOURS = Column("has_open_hours", np.bool_, lambda row: has_open_hours(row.schedule))
#: It may turn out to begin later: a course without a first day, or something of which no time is known.
MAY_BEGIN_LATER = Column("may_begin_later", np.bool_, lambda row: _may_begin_later(row))
_WITH_A_BEGIN = (ActivityKind.COURSE, ActivityKind.ONE_OFF, None)


def _may_come_home(row: RowSource) -> bool:
    is_open = row.activity.kind is None and row.activity.group.size is None
    return is_open and not row.schedule.is_known and row.setting is Setting.ONSITE


def has_open_hours(schedule: Schedule) -> bool:
    """Whether any session has no beginning or no end.

    >>> has_open_hours(Schedule(rules=({"weekday": "tue", "start": "10:00"},)))
    True
    """
    sessions: tuple[ScheduleRule | Occurrence, ...] = (*schedule.rules, *schedule.occurrences)
    return any(one.start is None or one.end is None or one.end <= one.start for one in sessions)


def _may_begin_later(row: RowSource) -> bool:
    undated = row.activity.capacity.starts_on is None and row.activity.kind in _WITH_A_BEGIN
    return undated or not row.schedule.is_known


def is_silent(scene: Scene) -> Mask:
    """Rows of a listing with no words but its title: what it is about is not known, (n,)."""
    return np.asarray(~scene.rows.catalogue.words.has_words[scene.rows.activity])


def lowered(values: Values, where: Mask, to: float | Floats) -> Values:
    """The same, with the low value at most so high in some rows."""
    return Values(np.where(where, np.minimum(values.low, to), values.low), values.expected, values.high)


def raised(values: Values, where: Mask, to: float | Floats) -> Values:
    """The same, with the high value at least so high in some rows."""
    return Values(values.low, values.expected, np.where(where, np.maximum(values.high, to), values.high))
