"""HSDS schedules: RRULE parts (3.x, ORUK 3.0), weekday rows (1.x, ORUK 1.0), else the text beside them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any

from wor_match.domain.clean import clean
from wor_match.domain.schedule import ScheduleRule
from wor_match.errors import InputError
from wor_match.exchange.draft import Draft
from wor_match.exchange.facts import put_schedule, put_times
from wor_match.exchange.hsds_json import Object, words
from wor_match.exchange.report import Notes
from wor_match.exchange.values.numbers import read_whole
from wor_match.text.clock import read_clock, read_span
from wor_match.text.days import read_date, read_weekday
from wor_match.text.times import Session, Times, read_times
from wor_match.vocabulary.enums import WEEKDAYS, Weekday

_BYDAY = re.compile(r"([+-]?\d)?\s*([A-Za-z]{2,9})")
_TEXTS = ("original_text", "description", "notes")
_MOST_NTH = 5
_MOST_WEEKS = 52
_ENDS = ("until", "valid_to")


def put_schedules(draft: Draft, schedules: Sequence[Object]) -> None:
    """Read all schedules of a service onto its draft; their texts are kept.

    Examples
    --------
    >>> draft = Draft(Notes("1"))
    >>> put_schedules(draft, [{"freq": "WEEKLY", "byday": "TH,FR", "opens_at": "10:00:00", "closes_at": "18:00:00"}])
    >>> [rule["weekday"].value for rule in draft.facts["schedule.rules"]]
    ['thu', 'fri']
    """
    texts: dict[str, None] = {}
    schedules = _from_texts(draft, schedules)
    for schedule in schedules:
        for name in _TEXTS:
            if text := words(schedule, name):
                texts[text] = None
        times = _times(schedule, draft.notes)
        put_schedule(draft, times, "schedules")
    for text in texts:
        draft.add_text("schedule.text", text)
    if "schedule.rules" not in draft.facts and "schedule.occurrences" not in draft.facts:
        for text in texts:
            put_times(draft, text, "schedules")


def _from_texts(draft: Draft, rows: Sequence[Object]) -> list[Object]:
    """Weekday rows (1.x) hold only part of the text beside them: where that reads cleanly, it is taken instead."""
    left: list[Object] = []
    groups: dict[str, list[Object]] = {}
    for row in rows:
        text = words(row, "original_text")
        groups.setdefault(text, []).append(row)
    for text, members in groups.items():
        times, codes = read_times(clean(text)) if text else (Times(), ())
        if not times.sessions or codes:
            left += members
            continue
        notes = Notes("")
        told = {one for row in members for one in _times(row, notes).sessions}
        if told != set(times.sessions):
            draft.notes.add("schedules.original_text", "schedule_from_text", text)
        draft.add_text("schedule.text", text)
        put_schedule(draft, times, "schedules.original_text")
    return left


def rules_data(schedules: Iterable[Object], notes: Notes) -> dict[str, Any]:
    """The data of a Schedule, for one place of several."""
    draft = Draft(notes)
    put_schedules(draft, list(schedules))
    names = ("rules", "occurrences", "text", "is_flexible")
    return {name: draft.facts[f"schedule.{name}"] for name in names if f"schedule.{name}" in draft.facts}


def _times(schedule: Object, notes: Notes) -> Times:
    first, last = _period(schedule, notes)
    start, end = _hours(schedule, notes)
    days, is_monthly = _days(schedule, first, notes)
    if not days:
        has_hours = start is not None or end is not None
        if has_hours and not any(words(schedule, name) for name in _TEXTS):
            notes.add("schedules", "time_without_day", f"{start}-{end}")
        is_single = first is not None and not words(schedule, "freq") and bool(words(schedule, "dtstart"))
        return Times(dates=((first, start, end),)) if is_single and first else Times(first_day=first, last_day=last)
    every = 1 if is_monthly else max(1, read_whole(words(schedule, "interval") or "1") or 1)
    if every > _MOST_WEEKS:
        notes.add("schedules.interval", "time_partly_read", str(every))
        return Times(first_day=first, last_day=last)
    sessions = tuple(Session(day, start, end, None, nth, every) for day, nth in days)
    times = Times(sessions, first_day=first, last_day=last)
    if not _happens(times):
        notes.add("schedules", "schedule_never", f"{first} - {last}")
        bare = tuple(Session(day, None, None, None, nth) for day, nth in days)
        return Times(bare)
    if every > 1 and first is None:
        notes.add("schedules", "every_other_week")
    return times


def _period(schedule: Object, notes: Notes) -> tuple[date | None, date | None]:
    first = _date(schedule, ("dtstart", "valid_from"), notes)
    last = _date(schedule, _ENDS, notes)
    count = read_whole(words(schedule, "count"))
    if last is None and first is not None and count is not None and 0 < count < 1000:
        weeks = max(1, read_whole(words(schedule, "interval") or "1") or 1)
        if words(schedule, "freq").lower().startswith("week"):
            last = first + timedelta(weeks=min(count * weeks, 1000)) - timedelta(days=1)
    return first, last


def _date(schedule: Object, names: Sequence[str], notes: Notes) -> date | None:
    for name in names:
        if text := words(schedule, name):
            day, codes = read_date(text, is_end=name in _ENDS)
            notes.add_all(f"schedules.{name}", codes, text)
            if day is not None:
                return day
    return None


def _hours(schedule: Object, notes: Notes) -> tuple[Any, Any]:
    moments = []
    for name in ("opens_at", "closes_at"):
        text = words(schedule, name)
        moment, codes = read_clock(text)
        notes.add_all(f"schedules.{name}", codes, text)
        moments.append(moment)
    start, end, codes = read_span(*moments)
    notes.add_all("schedules", codes, f"{words(schedule, 'opens_at')} - {words(schedule, 'closes_at')}")
    return start, end


def _days(schedule: Object, first: date | None, notes: Notes) -> tuple[list[tuple[Weekday, tuple[int, ...]]], bool]:
    """Weekdays with which of the month; and whether it is monthly."""
    freq = words(schedule, "freq").lower()
    is_monthly = freq.startswith("month")
    text = words(schedule, "byday", "weekday")
    found: dict[Weekday, list[int]] = {}
    for number, word in _BYDAY.findall(text[:200]):
        day = read_weekday(word)
        if day is None:
            notes.add("schedules.byday", "time_unread", text)
        else:
            found.setdefault(day, []).extend([int(number)] if number and abs(int(number)) <= _MOST_NTH else [])
    if is_monthly and (not found or not all(found.values())):
        if found or words(schedule, "bymonthday"):
            notes.add("schedules", "schedule_month_day", f"{text} {words(schedule, 'bymonthday')}".strip())
        found = {day: nth for day, nth in found.items() if nth}
    if not found and (freq.startswith("dai") or freq == "day"):
        if (read_whole(words(schedule, "interval") or "1") or 1) == 1:
            found = {day: [] for day in WEEKDAYS}
        else:
            notes.add("schedules.interval", "time_partly_read", words(schedule, "interval"))
    if not found and freq.startswith("week") and first is not None:
        found = {WEEKDAYS[first.weekday()]: []}
    return [(day, tuple(dict.fromkeys(n for n in nth if n))) for day, nth in found.items()], is_monthly


def _happens(times: Times) -> bool:
    """Whether at least one of the sessions falls within the period."""
    first, last = times.first_day, times.last_day
    if first is None or last is None:
        return True
    if last < first:
        return False
    if (last - first).days > 62:
        return True
    try:
        rules = [
            ScheduleRule(weekday=one.weekday, nth_in_month=one.nth_in_month, first_day=first, last_day=last)
            for one in times.sessions
        ]
    except InputError:
        return False
    return any(next(rule.dates(first), None) is not None for rule in rules)
