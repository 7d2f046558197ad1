"""When: "Maandag 15.30 - 16.30 uur", "elke laatste vrijdag", "9:00am-5:00pm, Mon-Fri", "1e dinsdag van de maand"."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, time
from functools import lru_cache
from typing import NamedTuple

from wor_match.text.clock import CLOCK, clock_of, read_span
from wor_match.text.days import DAY, DAY_WORD, MONTH, MONTHS, PARTS, WEEKDAY_OF, day_range, read_date
from wor_match.text.spoken_times import in_figures
from wor_match.vocabulary.enums import WEEKDAYS, DayPart, Weekday

_READ = 2000
_UNKNOWN = re.compile(r"\W*(?:onbekend|unknown|n\.?v\.?t\.?|n/?a|nan|null|none)?\W*")
_SIMPLE = r"\d{1,2}(?:[.:h]\d{1,3})?(?::\d\d)?\s*(?:[ap]\.?m\.?(?![a-z])|[ap](?![a-z]))?|\d{3,4}\s*[ap]m"
_DASH = r"\s*(?:uur|u)?\s*(?:-|–|—|/m|tot(?: en met)?|t/m|to|until)\s*"
_DATE = (
    rf"(?:{DAY}\s+)?(?:\d{{4}}-\d{{1,2}}-\d{{1,2}}|\d{{1,2}}[-/]\d{{1,2}}[-/]\d{{4}}"
    rf"|\d{{1,2}}(?:e|st|nd|rd|th)?\s+(?:{MONTH})\b\.?(?:\s+\d{{4}})?"
    rf"|\b(?:{MONTH})\.?\s+\d{{1,2}}(?:st|nd|rd|th)?\b(?:,?\s+\d{{4}})?)"
)
_ORDINAL = {
    "1e": 1, "1ste": 1, "eerste": 1, "1st": 1, "first": 1, "2e": 2, "2de": 2, "tweede": 2, "2nd": 2, "second": 2,
    "3e": 3, "3de": 3, "derde": 3, "3rd": 3, "third": 3, "4e": 4, "4de": 4, "vierde": 4, "4th": 4, "fourth": 4,
    "5e": 5, "5de": 5, "vijfde": 5, "laatste": -1, "last": -1,
}  # fmt: skip
_ORD = "|".join(sorted(_ORDINAL, key=len, reverse=True))
_SHARED_PART = re.compile(
    rf"\b(?P<day>{DAY})-(?P<between>\s*(?:,|en|of|&)\s*(?:{DAY}-\s*(?:,|en|of|&)\s*)?{DAY}(?P<part>ochtend|morgen|middag|avond))"
)
#: What is left out of the days before it; the times of the others may follow.
_EXCEPT = r"(?:behalve|uitgezonderd|met uitzondering van|m\.?u\.?v\.?|niet in|except|but not)(?!\w)"
#: "Zaterdag gesloten, zondag 10 uur" leaves out no Sunday.
_LEAVES_DAYS = re.compile(rf"\(?(?:{_EXCEPT}|(?:gesloten|closed|niet) (?:op |on )?(?:de |het )?(?:{DAY}|weekend)\b)")
_TOKEN = re.compile(
    rf"(?P<never>\(?\b(?:niet|geen|not|no)\s+(?:op\s+|on\s+)?(?:de\s+)?{DAY}(?:\s*(?:,|en|of|and|or)\s*{DAY})*\b\)?)"
    rf"|(?P<shut>\b{DAY}(?:\s*(?:,|en|and|&)\s*{DAY})*\s+(?:is |zijn |are )?"
    r"(?:gesloten|dicht|closed)(?=\s*(?:$|[,;.)])))"
    rf"|(?P<closed>\(?\b(?:(?:closed|gesloten|niet op)\b[^);.\n]*|{_EXCEPT}[^);.\n\d]*)\)?)"
    rf"|(?P<months>\b(?:{MONTH})\b\s*(?:-|–|t/m|tot en met|tot|to)\s*(?:{MONTH})\b)"
    rf"|(?P<date>(?:\b(?P<bound>vanaf|from|start(?:t|datum)?(?: op)?|t/m|tot en met|tot|until)\s+)?{_DATE})"
    rf"|(?P<ord>\b(?:{_ORD})(?:\s*(?:en|,|&|and)\s*(?:{_ORD}))*(?=\s+(?:\w+\s+)?{DAY}))"
    rf"|(?P<days>\b(?P<first>{DAY})\.?\s*(?:-|–|t/m|tot en met|through|to)\s*(?P<last>{DAY})\b)"
    r"|(?P<group>\b(?:dagelijks|elke dag|iedere dag|daily|every day|doordeweeks|werkdagen|weekdays|weekend)\b)"
    rf"|(?P<span>(?<![\d€])(?:{_SIMPLE}){_DASH}(?:{_SIMPLE})(?!\d))"
    r"|(?P<clock>(?<![\d€])\d{1,2}[.:]\d{2}\s*(?:[ap]\.?m\.?(?![a-z]))?(?!\d)|(?<!\d)\d{1,2}\s*(?:[ap]m\b|uur\b))"
    rf"|(?P<day>{DAY_WORD.pattern})"
    r"|(?P<part>(?:ochtend|morgen|middag|avond|morning|afternoon|evening)(?:en|s)?\b)"
)
_TWO_WEEKS = re.compile(
    r"om de (?:week|2 weken|twee weken|andere)|tweewekelijks|2-wekelijks"
    r"|(?:per|elke|iedere|every) (?:2|twee|two) (?:weken|weeks)"
    r"|every other week|\b(?:on)?even weken|fortnightly|biweekly"
)
#: Weeks by their number in the year, or "even weken": no rule of ours.
_WEEK_NUMBERS = re.compile(
    r"(?<!\ba )(?<!per )(?<!de )\b(?:week|weken|weeks) ?\d{1,2}(?![\d.:]| ?[ap]m| ?uur)|\bweeknummer"
)
_FLEXIBLE = re.compile(r"in overleg|op afspraak|op aanvraag|by appointment|flexib|nader te bepalen|zelf te bepalen")


class Session(NamedTuple):
    """One repeating session that a text tells of; names as in ScheduleRule."""

    weekday: Weekday
    start: time | None = None
    end: time | None = None
    part: DayPart | None = None
    nth_in_month: tuple[int, ...] = ()
    every_weeks: int = 1


@dataclass(frozen=True, slots=True)
class Times:
    """All that a text tells of when."""

    sessions: tuple[Session, ...] = ()
    dates: tuple[tuple[date, time | None, time | None], ...] = ()
    first_day: date | None = None
    last_day: date | None = None
    season: tuple[str, str] | None = None
    is_flexible: bool | None = None


@dataclass(slots=True)
class _Reading:
    """Days wait for times, or times for days: whichever stands first in the text says which."""

    codes: list[str] = field(default_factory=list)
    sessions: list[Session] = field(default_factory=list)
    dates: list[tuple[date, time | None, time | None]] = field(default_factory=list)
    days: list[tuple[Weekday, tuple[int, ...], DayPart | None]] = field(default_factory=list)
    times: list[tuple[time | None, time | None, DayPart | None]] = field(default_factory=list)
    on: list[date] = field(default_factory=list)
    bounds: dict[str, date] = field(default_factory=dict)
    season: tuple[str, str] | None = None
    without: set[Weekday] = field(default_factory=set)
    not_nth: set[int] = field(default_factory=set)
    nth: tuple[int, ...] = ()
    is_time_first: bool | None = None
    last: str = ""

    def flush(self) -> None:
        """Combine the days and times that belong together."""
        for day, nth, part in self.days:
            for start, end, when in self.times or [(None, None, None)]:
                self.sessions.append(Session(day, start, end, None if start else part or when, nth))
        for one in self.on:
            for start, end, _ in self.times or [(None, None, None)]:
                self.dates.append((one, start, end))
        if self.times and not self.days and not self.on:
            self.codes.append("time_without_day")
        self.days, self.times, self.on = [], [], []

    def see(self, kind: str) -> None:
        """Note that a day or a time comes; begin a new group where the order turns back."""
        if self.is_time_first is None:
            self.is_time_first = kind == "time"
        begins = "time" if self.is_time_first else "day"
        if kind == begins and self.last and self.last != begins:
            self.flush()
        self.last = kind


@lru_cache(maxsize=1 << 12)
def read_times(text: str) -> tuple[Times, tuple[str, ...]]:
    """Read the text of a time field.

    Returns
    -------
    Times, codes
        Whatever could not be read is told by a code; the caller keeps the text.

    Examples
    --------
    >>> times, codes = read_times("Elke laatste vrijdag van de maand 14.00 - 16.00 uur")
    >>> times.sessions[0].weekday.value, times.sessions[0].nth_in_month, codes
    ('fri', (-1,), ())
    >>> read_times("1x op dinsdag 12 augustus - 12.00 uur")
    (Times(sessions=(), dates=(), first_day=None, last_day=None, season=None, is_flexible=None), ('date_without_year',))
    """
    plain = " ".join(text[:_READ].lower().split())
    if _UNKNOWN.fullmatch(plain):
        return Times(), ()
    # "Dinsdag- en donderdagochtend": the part of the day is that of both.
    figures, codes = in_figures(_SHARED_PART.sub(r"\g<day>\g<part>\g<between>", plain))
    reading = _Reading(codes=list(codes))
    for match in _TOKEN.finditer(figures):
        _take(match, reading)
    reading.flush()
    return _result(plain, reading)


def _take(match: re.Match[str], reading: _Reading) -> None:
    kind = match.lastgroup
    if match["ord"]:
        words = re.findall(_ORD, match["ord"])
        reading.nth = tuple(dict.fromkeys(_ORDINAL[word] for word in words))
    elif match["months"]:
        _take_season(match["months"], reading)
    elif match["date"]:
        _take_date(match, reading)
    elif match["span"] or match["clock"]:
        _take_time(match[0], reading)
    elif match["part"]:
        _take_part(match["part"], reading)
    elif denied := match["never"] or match["shut"]:
        reading.without |= {_weekday(day[1]) for day in DAY_WORD.finditer(denied)}
    elif match["closed"]:
        _leave_out(match["closed"], reading)
    else:
        _take_days(match, kind, reading)


def _leave_out(text: str, reading: _Reading) -> None:
    """Days, or months in a row, at which it does not happen; with a date it is that date only."""
    months = [MONTHS[word] for word in re.findall(rf"\b({MONTH})\b", text)]
    if months and not re.search(r"\d", text):
        first, last = months[0], months[-1]
        if (last - first) % 12 == len(months) - 1 < 11:
            reading.season = _season(last % 12 + 1, (first - 2) % 12 + 1)
    elif not months and _LEAVES_DAYS.match(text):
        days = {_weekday(match[1]) for match in DAY_WORD.finditer(text)}
        days |= set(WEEKDAYS[5:]) if "weekend" in text else set()
        reading.without |= days
        if not days:
            _leave_out_nth(text, reading)


def _leave_out_nth(text: str, reading: _Reading) -> None:
    """ "Behalve de eerste van de maand" leaves the others; what else is left out is not known."""
    words = re.findall(rf"\b(?:{_ORD})\b", text) if "maand" in text or "month" in text else []
    without = {_ORDINAL[word] for word in words}
    if re.search(r"vakantie|feestdag|holiday|vacation", text):
        return  # then nearly everything stands still
    if not without or -1 in without:
        reading.codes.append("time_partly_read")
    else:
        reading.not_nth |= without


def _take_days(match: re.Match[str], kind: str | None, reading: _Reading) -> None:
    reading.see("day")
    part: DayPart | None = None
    if match["days"]:
        days = day_range(_weekday(match["first"]), _weekday(match["last"]))
    elif match["group"]:
        days = _group(match["group"])
    else:
        days = (_weekday(match["day"]),)
    reading.days += [(day, reading.nth, part) for day in days]
    reading.nth = ()


def _group(word: str) -> tuple[Weekday, ...]:
    if word == "weekend":
        return WEEKDAYS[5:]
    return WEEKDAYS[:5] if word in ("doordeweeks", "werkdagen", "weekdays") else WEEKDAYS


def _weekday(word: str) -> Weekday:
    stem = word.strip(". ")
    for ending in ("", "en", "s"):
        if stem.endswith(ending) and (found := WEEKDAY_OF.get(stem.removesuffix(ending))):
            return found
    return WEEKDAY_OF[stem[:2]]


def _take_part(word: str, reading: _Reading) -> None:
    part = next(value for stem, value in PARTS.items() if word.startswith(stem))
    if reading.days and not reading.times:
        day, nth, _ = reading.days[-1]
        reading.days[-1] = (day, nth, part)
    elif not reading.days and not reading.times:
        reading.see("time")
        reading.times.append((None, None, part))


def _take_time(text: str, reading: _Reading) -> None:
    found = [clock_of(match) for match in CLOCK.finditer(_with_hours(text))]
    moments = [moment for moment, _ in found if moment is not None]
    codes = [code for _, several in found for code in several]
    if not moments or len(moments) < len(found):  # an end is no start
        reading.codes += codes or ["time_partly_read"]
        return
    start, end, wrong = read_span(moments[0], moments[1] if len(moments) > 1 else None)
    reading.codes += [*codes, *wrong]
    reading.see("time")
    reading.times.append((start, end, None))


def _with_hours(text: str) -> str:
    """Give bare hours of a range their minutes, so that "10 - 12 uur" reads as two times."""
    text = re.sub(r"\buur\b|\bu\b|/m", " ", text)
    return re.sub(r"(?<![\d.:h])(\d{1,2})(?![\d.:h]|\s*[ap]\.?m?\b)", r"\1:00", text)


def _take_season(text: str, reading: _Reading) -> None:
    first, last = [MONTHS[word] for word in re.findall(MONTH, text)][:2]
    reading.season = _season(first, last)


def _season(first: int, last: int) -> tuple[str, str]:
    """From the first day of a month to the last of another."""
    ends = {2: 28, 4: 30, 6: 30, 9: 30, 11: 30}
    return f"{first:02d}-01", f"{last:02d}-{ends.get(last, 31):02d}"


def _take_date(match: re.Match[str], reading: _Reading) -> None:
    day, codes = read_date(match["date"].removeprefix(match["bound"] or ""))
    if day is None:
        reading.codes += codes
        reading.last = "yearless"
        return
    bound = match["bound"] or ""
    if bound:
        reading.bounds.setdefault("last" if bound in ("t/m", "tot en met", "tot", "until") else "first", day)
        return
    told = DAY_WORD.search(match["date"])
    if told and _weekday(told[1]) != WEEKDAYS[day.weekday()]:
        reading.codes.append("date_wrong_weekday")
    reading.see("day")
    reading.on.append(day)


def _result(text: str, reading: _Reading) -> tuple[Times, tuple[str, ...]]:
    every = 2 if _TWO_WEEKS.search(text) else 1
    kept = [one for one in reading.sessions if one.weekday not in reading.without]
    if reading.not_nth:
        others = tuple(number for number in range(1, 6) if number not in reading.not_nth)
        kept = [one._replace(nth_in_month=one.nth_in_month or others) for one in kept]
    sessions = tuple(dict.fromkeys(one._replace(every_weeks=every) for one in kept))
    flexible = True if _FLEXIBLE.search(text) else None
    codes = list(dict.fromkeys(reading.codes))
    if sessions and _WEEK_NUMBERS.search(text):
        codes.append("time_partly_read")
    if "date_without_year" in codes and "time_without_day" in codes:
        codes.remove("time_without_day")
    first, last = reading.bounds.get("first"), reading.bounds.get("last")
    if first and last and last < first:
        first = last = None
        codes.append("schedule_never")
    if every == 2 and sessions and first is None:
        codes.append("every_other_week")
    times = Times(sessions, tuple(dict.fromkeys(reading.dates)), first, last, reading.season, flexible)
    if times == Times() and not codes:
        codes.append("time_unread")
    return times, tuple(codes)
