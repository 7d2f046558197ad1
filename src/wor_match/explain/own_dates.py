"""The next real dates on which this client can come: by their own hours, and not in the evening if they stay in."""

from __future__ import annotations

from datetime import date, time

import numpy as np

from wor_match.catalogue.columns import RowSource
from wor_match.domain.schedule import Schedule
from wor_match.query import Query
from wor_match.query.hours import covered
from wor_match.query.scene import EVENING_BEGIN, EVENING_END, sessions_of
from wor_match.rules.hours import least_share
from wor_match.rules.start import begin_of
from wor_match.vocabulary.enums import Requires, Setting


def own_dates(query: Query, source: RowSource) -> tuple[tuple[date, time | None], ...]:
    """The next two, while it still runs; empty when nothing is known, or when another time must be agreed."""
    last = source.activity.valid_to or date.max
    dates = own_schedule(query, source).next_dates(_first_day(query, source))
    return tuple(one for one in dates if one[0] <= last)


def own_schedule(query: Query, source: RowSource) -> Schedule:
    """The sessions to which this client can come.

    All of them where one must come to all. Where none suits, nothing is left of what goes by appointment; the rest
    stays as it is, because somebody let it in or is still to be asked.
    """
    schedule = source.schedule
    if schedule.sessions is Requires.ALL:
        return schedule
    suits = [_suits(query, source, *session[:4]) for session in sessions_of(schedule)]
    if all(suits) or not (any(suits) or schedule.is_flexible):
        return schedule
    kept = iter(suits)
    rules = tuple(rule for rule in schedule.rules if next(kept))
    return schedule.model_copy(
        update={"rules": rules, "occurrences": tuple(one for one in schedule.occurrences if next(kept))}
    )


def _suits(query: Query, source: RowSource, day: int, begin: float, end: float, is_rough: bool) -> bool:
    """Whether enough of a session is free to be worth coming, as the rule on hours has it."""
    is_late = begin >= EVENING_BEGIN or (end > EVENING_END and not is_rough)
    if query.client.travel.evening is False and source.setting is Setting.ONSITE and is_late:
        return False
    if query.week_total is None:
        return True
    share = float(covered(query.week_total, np.array([day]), np.array([begin]), np.array([end]))[0])
    return share > 0 if is_rough else share >= least_share(source)


def _first_day(query: Query, source: RowSource) -> date:
    """The first day that counts: when this client can begin, and when it begins."""
    activity = source.activity
    return max(day for day in (begin_of(query), activity.valid_from, activity.capacity.starts_on) if day is not None)
