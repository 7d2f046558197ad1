"""When an activity takes place: weekly rules with season and exceptions, and one-off dates."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import Self

from pydantic import field_validator, model_validator

from wor_match.domain.base import Model, told
from wor_match.domain.clean import one_line
from wor_match.vocabulary.enums import WEEKDAYS, DayPart, Requires, Weekday

_NOON = time(12)
_SIX = time(18)
#: What begins from here on may end in the night, until the next hour.
_EVENING, _NIGHT = time(17), time(6)
_LOOK_AHEAD = timedelta(days=3 * 366)
#: From one 29 February back to the one before is longer, but no season is that one day only.
_YEAR_AND_A_DAY = 366


def day_part(moment: time) -> DayPart:
    """Part of the day in which a time falls: before 12:00, before 18:00, or evening.

    >>> day_part(time(13, 30)).value
    'afternoon'
    """
    if moment < _NOON:
        return DayPart.MORNING
    return DayPart.AFTERNOON if moment < _SIX else DayPart.EVENING


class Season(Model):
    """The months in which something runs, every year; it may run over New Year.

    >>> Season(start="11-01", end="03-31").holds(date(2026, 1, 5))
    True
    """

    start: str = told(..., nl="begin", en="start", meaning="First day, MM-DD, included.", pattern=r"^\d\d-\d\d$")
    end: str = told(..., nl="einde", en="end", meaning="Last day, MM-DD, included.", pattern=r"^\d\d-\d\d$")

    @model_validator(mode="after")
    def _real_days(self) -> Self:
        for text in (self.start, self.end):
            date.fromisoformat(f"2024-{text}")  # a leap year, so that 02-29 is a day
        return self

    def last_until(self, day: date) -> date:
        """The last day of the season that is not after this day; the day itself when the season never runs.

        >>> Season(start="03-01", end="09-30").last_until(date(2026, 12, 31)).isoformat()
        '2026-09-30'
        """
        back = (day - timedelta(days=number) for number in range(min(_YEAR_AND_A_DAY, day.toordinal())))
        return next((one for one in back if self.holds(one)), day)

    def holds(self, day: date) -> bool:
        """Whether the season runs on this day."""
        this = day.strftime("%m-%d")
        if self.start <= self.end:
            return self.start <= this <= self.end
        return this >= self.start or this <= self.end


class ScheduleRule(Model):
    """One repeating session: a weekday with times, or a monthly one such as "every last Friday".

    Weekly ones are counted in days, monthly ones expanded with python-dateutil's rrule; day boundaries are local
    dates, no time zones.
    """

    weekday: Weekday = told(..., nl="dag", en="weekday", meaning="Day of the week.")
    start: time | None = told(None, nl="begintijd", en="start time", meaning="Start; absent is not known.")
    end: time | None = told(None, nl="eindtijd", en="end time", meaning="End; absent is not known.")
    part: DayPart | None = told(
        None, nl="dagdeel", en="part of day", meaning="When no time is known but the part of the day is."
    )
    every_weeks: int = told(
        1, nl="om de hoeveel weken", en="every n weeks", meaning="1 is weekly.", unit="weeks", ge=1, le=52
    )
    nth_in_month: tuple[int, ...] = told(
        (),
        nl="hoeveelste in de maand",
        en="nth in month",
        meaning="For monthly sessions: 1 is the first such weekday, -1 the last.",
    )
    first_day: date | None = told(
        None, nl="vanaf", en="from", meaning="First day on which it can fall; anchors every_weeks."
    )
    last_day: date | None = told(None, nl="tot en met", en="until", meaning="Last day, included.")
    not_on: tuple[date, ...] = told((), nl="niet op", en="not on", meaning="Dates on which it does not happen.")

    @field_validator("start", "end")
    @classmethod
    def _local(cls, moment: time | None) -> time | None:
        """Times are local: a zone that stands behind one is left out."""
        return None if moment is None else moment.replace(tzinfo=None)

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.first_day and self.last_day and self.last_day < self.first_day:
            raise ValueError("last_day must not be before first_day: this would never happen")
        if any(not -5 <= n <= 5 or n == 0 for n in self.nth_in_month):
            raise ValueError("nth_in_month must hold numbers from 1 to 5 or -1 to -5")
        if self.start and self.end and self.end <= self.start and not (self.start >= _EVENING and self.end <= _NIGHT):
            raise ValueError("end must be after start, or in the night that follows an evening")
        return self

    @property
    def day_part(self) -> DayPart | None:
        """Part of the day: from the start time, or as told."""
        return day_part(self.start) if self.start is not None else self.part

    def dates(self, start: date, season: Season | None = None) -> Iterator[date]:
        """Real dates from ``start`` on, exceptions and season applied, at most three years ahead.

        >>> rule = ScheduleRule(weekday="fri", nth_in_month=(-1,))
        >>> next(rule.dates(date(2026, 11, 23))).isoformat()
        '2026-11-27'
        """
        begin = max(start, self.first_day) if self.first_day else start
        anchor = self.first_day if self.first_day and self.every_weeks > 1 else begin
        end = min(start + _LOOK_AHEAD, self.last_day or date.max)
        days = self._monthly(begin, end) if self.nth_in_month else self._weekly(anchor, begin, end)
        if season is None and not self.not_on:
            return days
        return (day for day in days if day not in self.not_on and (season is None or season.holds(day)))

    def _weekly(self, anchor: date, begin: date, end: date) -> Iterator[date]:
        """Every so many weeks, counted from the week of the anchor, which begins on Monday (as RFC 5545 has it)."""
        step = 7 * self.every_weeks
        first = anchor.toordinal() - anchor.weekday() + WEEKDAYS.index(self.weekday)
        first += -(-max(begin.toordinal() - first, 0) // step) * step
        return map(date.fromordinal, range(first, end.toordinal() + 1, step))

    def _monthly(self, begin: date, end: date) -> Iterator[date]:
        from dateutil import rrule  # only needed for shown rows

        number = WEEKDAYS.index(self.weekday)
        by = [rrule.weekday(number, n) for n in self.nth_in_month]
        moments = rrule.rrule(rrule.MONTHLY, byweekday=by, dtstart=_midnight(begin), until=_midnight(end))
        return (moment.date() for moment in moments)


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day)


class Occurrence(Model):
    """One real date, for one-off things and extra sessions."""

    day: date = told(..., nl="datum", en="date", meaning="The date.")
    start: time | None = told(None, nl="begintijd", en="start time", meaning="Start; absent is not known.")
    end: time | None = told(None, nl="eindtijd", en="end time", meaning="End; absent is not known.")

    @property
    def day_part(self) -> DayPart | None:
        """Part of the day, when the start is known."""
        return day_part(self.start) if self.start is not None else None


class Schedule(Model):
    """All that is known of when: rules, single dates, season, and the text it came from.

    No rules and no dates means *not known* (or by appointment, when ``is_flexible`` is true), never "never".
    """

    rules: tuple[ScheduleRule, ...] = told((), nl="vaste tijden", en="rules", meaning="Repeating sessions.")
    occurrences: tuple[Occurrence, ...] = told((), nl="losse data", en="dates", meaning="Single sessions.")
    season: Season | None = told(None, nl="seizoen", en="season", meaning="Months in which it runs.")
    is_flexible: bool | None = told(
        None, nl="in overleg", en="by appointment", meaning="True when the time is agreed per person."
    )
    sessions: Requires = told(
        lambda: Requires.ANY,
        nl="alle keren of een",
        en="all sessions or any",
        meaning="'all' when someone must come to every rule (two sessions a week), else 'any'.",
    )
    text: str = told("", nl="tekst", en="text", meaning="As the source wrote it.", max_length=2000)

    _one_line = field_validator("text")(one_line)

    @property
    def is_known(self) -> bool:
        """Whether any session is known."""
        return bool(self.rules or self.occurrences)

    @property
    def last_days(self) -> tuple[date, ...]:
        """The last day of each of the rules and then of the single dates; ``date.max`` when it has no end.

        >>> rules = (ScheduleRule(weekday="tue", last_day="2026-12-31"), ScheduleRule(weekday="thu"))
        >>> [day.isoformat() for day in Schedule(rules=rules, season=Season(start="03-01", end="09-30")).last_days]
        ['2026-09-30', '9999-12-31']
        """
        ends = [self._last_day_of(rule) for rule in self.rules]
        return (*ends, *(one.day for one in self.occurrences))

    def _last_day_of(self, rule: ScheduleRule) -> date:
        if rule.last_day is None:
            return date.max
        return self.season.last_until(rule.last_day) if self.season else rule.last_day

    def next_dates(self, start: date, count: int = 2) -> tuple[tuple[date, time | None], ...]:
        """The next real dates with their start times, soonest first.

        Parameters
        ----------
        start : date
            First day that counts.
        count : int, default 2
            At most so many.

        Examples
        --------
        >>> rules = (ScheduleRule(weekday="tue", start="10:00"),)
        >>> plan = Schedule(rules=rules, season=Season(start="03-01", end="11-15"))
        >>> [day.isoformat() for day, _ in plan.next_dates(date(2026, 11, 21))]
        ['2027-03-02', '2027-03-09']
        """
        found = [(day, rule.start) for rule in self.rules for day in islice(rule.dates(start, self.season), count)]
        if len(self.rules) == 1 and not self.occurrences:
            return tuple(found)
        found += [(one.day, one.start) for one in self.occurrences if one.day >= start]
        return tuple(sorted(set(found), key=lambda pair: (pair[0], pair[1] or time.min))[:count])
