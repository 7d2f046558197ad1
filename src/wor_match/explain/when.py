"""When a client can go for the first time, as steps of the plan: of an activity in parts, each part with its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time

from wor_match.catalogue.columns import RowSource
from wor_match.domain.holidays import is_public_holiday
from wor_match.explain.own_dates import own_dates
from wor_match.explain.step import Step, step
from wor_match.query import Query
from wor_match.vocabulary.enums import Setting

Dates = tuple[tuple[date, time | None], ...]


@dataclass(frozen=True, slots=True)
class When:
    """The dates as steps.

    Parameters
    ----------
    first : date or None
        The first day on which the client can go, where it is known.
    is_exact : bool
        Whether the day and the hour of all of them are known.
    is_by_appointment : bool
        Whether there are no dates because a time is agreed.
    """

    steps: tuple[Step, ...] = ()
    first: date | None = None
    is_exact: bool = False
    is_by_appointment: bool = False


def when_of(query: Query, rows: Sequence[RowSource], weeks: int = 0) -> When:
    """The next two real dates; of several parts the next of each, never a date without its part.

    Parameters
    ----------
    rows : RowSource rows
        One, or of an activity in parts one for each part to which the client can go.
    weeks : int, default 0
        How long the client waits for what has to be there first: who goes along, or a pass.
    """
    found = [(row, own_dates(query, row, weeks)) for row in rows]
    told = [one for row, dates in found for one in _steps(row, dates[:1] if len(found) > 1 else dates)]
    days = [one for _, dates in found for one in dates]
    return When(
        steps=tuple(told),
        first=min((day for day, _ in days), default=None),
        is_exact=bool(days) and all(moment is not None for _, moment in days),
        is_by_appointment=bool(told) and not days,
    )


def _steps(row: RowSource, dates: Dates) -> Iterator[Step]:
    part, place = _named(row)
    if dates:
        days = tuple(day.isoformat() for day, _ in dates)
        times = tuple(f"{moment.hour:02}:{moment.minute:02}" if moment else "" for _, moment in dates)
        if part:
            yield step("part_dates", part=part, place=place, days=days, times=times)
        else:
            yield step("dates", days=days, times=times)
        if free := tuple(day.isoformat() for day, _ in dates if is_public_holiday(day)):
            yield step("holiday", days=free)
    elif row.schedule.is_flexible:
        yield step("part_by_appointment", part=part) if part else step("by_appointment")


def _named(row: RowSource) -> tuple[str, str]:
    """A part and where it is; only the place where that holds the name of the part."""
    if row.part is None:
        return "", ""
    title = row.part.title
    if row.setting is not Setting.ONSITE or row.place is None:
        return title, ""
    place = row.place.name or row.place.street
    return (place, "") if title.casefold() in place.casefold() else (title, place)
