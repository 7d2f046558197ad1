"""Weekly sessions against python-dateutil, which expands rules of RFC 5545."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from itertools import islice

from dateutil import rrule
from hypothesis import given, settings
from hypothesis import strategies as st

from wor_match.domain.schedule import ScheduleRule
from wor_match.vocabulary.enums import WEEKDAYS

DAYS = st.dates(date(2025, 1, 1), date(2028, 12, 31))


@settings(derandomize=True, deadline=None, max_examples=200)
@given(DAYS, st.none() | DAYS, st.none() | st.integers(0, 400), st.sampled_from(WEEKDAYS), st.integers(1, 6))
def test_weekly_sessions_are_those_of_rrule(start, first_day, length, weekday, every_weeks):
    last_day = (first_day or start) + timedelta(days=length) if length is not None else None
    rule = ScheduleRule(weekday=weekday, every_weeks=every_weeks, first_day=first_day, last_day=last_day)
    end = min(start + timedelta(days=3 * 366), last_day or date.max)  # no further ahead than three years
    anchor = first_day if first_day and every_weeks > 1 else max(start, first_day or start)
    expected = rrule.rrule(
        rrule.WEEKLY,
        interval=every_weeks,
        byweekday=WEEKDAYS.index(weekday),
        dtstart=datetime(anchor.year, anchor.month, anchor.day),
        until=datetime(end.year, end.month, end.day),
    )
    days = (moment.date() for moment in expected if moment.date() >= max(start, first_day or start))
    assert list(islice(rule.dates(start), 8)) == list(islice(days, 8))


def test_at_the_end_of_time_there_are_no_more_dates():
    assert list(ScheduleRule(weekday="fri").dates(date(9996, 12, 25)))[-1] == date(9999, 12, 24)
