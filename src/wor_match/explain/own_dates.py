"""The next real dates on which this client can come: by their own hours, and not in the evening if they stay in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time, timedelta

from wor_match.catalogue.columns import RowSource
from wor_match.domain.schedule import Schedule
from wor_match.query import Query
from wor_match.query.hours import covered_one
from wor_match.query.sessions import EVENING_BEGIN, EVENING_END, sessions_of
from wor_match.rules.hours import Session, least_of
from wor_match.rules.start import begin_of
from wor_match.vocabulary.enums import Requires, Setting


def own_dates(query: Query, source: RowSource, weeks: int = 0) -> tuple[tuple[date, time | None], ...]:
    """The next two, while it still runs; empty when nothing is known, or when another time must be agreed.

    Parameters
    ----------
    weeks : int, default 0
        How long the client waits for what has to be there first: who goes along, or a pass.
    """
    last = source.activity.valid_to or date.max
    dates = own_schedule(query, source).next_dates(_first_day(query, source, weeks))
    return tuple(one for one in dates if one[0] <= last)


def own_schedule(query: Query, source: RowSource) -> Schedule:
    """The sessions to which this client can come.

    All of them where one must come to all. Where none suits, nothing is left of what goes by appointment; the rest
    stays as it is, because somebody let it in or is still to be asked.
    """
    schedule = source.schedule
    if schedule.sessions is Requires.ALL or not (query.week_total is not None or _stays_in(query, source)):
        return schedule
    suits = _suit(query, source, sessions_of(schedule))
    if all(suits) or not (any(suits) or schedule.is_flexible):
        return schedule
    kept = iter(suits)
    rules = tuple(rule for rule in schedule.rules if next(kept))
    return schedule.model_copy(
        update={"rules": rules, "occurrences": tuple(one for one in schedule.occurrences if next(kept))}
    )


def _suit(query: Query, source: RowSource, sessions: Sequence[Session]) -> list[bool]:
    """Whether enough of each session is free to be worth coming, as the rule on hours has it."""
    stays_in = _stays_in(query, source)
    early = [not (stays_in and _is_late(begin, end, is_rough)) for _, begin, end, is_rough, _ in sessions]
    if query.week_total is None or not sessions:
        return early
    least, total = least_of(source, sessions), query.week_total
    free = [(covered_one(total, day, begin, end), is_rough) for day, begin, end, is_rough, _ in sessions]
    return [one and (share > 0 if rough else share >= least) for one, (share, rough) in zip(early, free, strict=True)]


def _stays_in(query: Query, source: RowSource) -> bool:
    """Whether the client does not go out for this in the evening."""
    return query.client.travel.evening is False and source.setting is Setting.ONSITE


def _is_late(begin: float, end: float, is_rough: bool) -> bool:
    return begin >= EVENING_BEGIN or (end > EVENING_END and not is_rough)


def _first_day(query: Query, source: RowSource, weeks: int) -> date:
    """The first day that counts: when this client can begin, and when it begins.

    That is tomorrow at the earliest, also where one drops in, because there is something to arrange first; and after
    the time that one waits there, or for who goes along.
    """
    activity = source.activity
    wait = timedelta(weeks=max(weeks, activity.capacity.waiting_weeks or 0))
    begin = max(begin_of(query), query.as_of + max(wait, timedelta(days=1)))
    return max(day for day in (begin, activity.valid_from, activity.capacity.starts_on) if day is not None)
