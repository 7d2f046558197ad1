"""Days: weekdays in Dutch and English, ranges of them, parts of the day, "1e en 3e dinsdag", dates."""

from __future__ import annotations

import re
from datetime import date

from wor_match.vocabulary.enums import WEEKDAYS, DayPart, Weekday

_STEMS = {
    Weekday.MON: ("maandag", "ma", "monday", "mon", "mo"),
    Weekday.TUE: ("dinsdag", "di", "tuesday", "tues", "tue", "tu"),
    Weekday.WED: ("woensdag", "wo", "wednesday", "wed", "we"),
    Weekday.THU: ("donderdag", "do", "thursday", "thurs", "thur", "thu", "th"),
    Weekday.FRI: ("vrijdag", "vr", "friday", "fri", "fr"),
    Weekday.SAT: ("zaterdag", "za", "saturday", "sat", "sa"),
    Weekday.SUN: ("zondag", "zo", "sunday", "sun", "su"),
}
WEEKDAY_OF = {word: day for day, words in _STEMS.items() for word in words}
# "do", "we" and "zo" are also Dutch or English words: alone they are days only beside another day or a time
_SURE = "|".join(sorted((word for word in WEEKDAY_OF if word not in ("we", "mo", "su")), key=len, reverse=True))
DAY = rf"(?:{_SURE})(?:en|s)?"
DAY_WORD = re.compile(rf"\b({_SURE})(?:en|s)?\.?(?=(ochtend|morgen|middag|avond)?(?:en|s)?\b)")
PARTS = {
    "ochtend": DayPart.MORNING, "morgen": DayPart.MORNING, "morning": DayPart.MORNING,
    "middag": DayPart.AFTERNOON, "afternoon": DayPart.AFTERNOON,
    "avond": DayPart.EVENING, "evening": DayPart.EVENING,
}  # fmt: skip
MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januari january jan", "februari february feb", "maart march mrt mar", "april apr", "mei may",
            "juni june jun", "juli july jul", "augustus august aug", "september sept sep",
            "oktober october okt oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_DUTCH = re.compile(r"(?<!\d)(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(?!\d)")
_WRITTEN = re.compile(rf"(?<!\d)(\d{{1,2}})(?:e|st|nd|rd|th)?\s+({MONTH})\b\.?(?:\s+(\d{{4}}))?")
_AMERICAN = re.compile(rf"\b({MONTH})\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})")


def read_date(text: str) -> tuple[date | None, tuple[str, ...]]:
    """Read one date; without a year it is not guessed, and ``dd-mm-yyyy`` is the Dutch order.

    Examples
    --------
    >>> read_date("12 augustus 2026")[0].isoformat(), read_date("03-09-2026")[0].isoformat()
    ('2026-08-12', '2026-09-03')
    >>> read_date("12 augustus")
    (None, ('date_without_year',))
    """
    plain = " ".join(text[:200].lower().split())
    if not plain:
        return None, ()
    if match := _ISO.search(plain):
        return _date(int(match[1]), int(match[2]), int(match[3]))
    if match := _DUTCH.search(plain):
        year = int(match[3]) + (2000 if len(match[3]) == 2 else 0)
        return _date(year, int(match[2]), int(match[1]))
    if match := _AMERICAN.search(plain):
        return _date(int(match[3]), MONTHS[match[1]], int(match[2]))
    if match := _WRITTEN.search(plain):
        if not match[3]:
            return None, ("date_without_year",)
        return _date(int(match[3]), MONTHS[match[2]], int(match[1]))
    return None, ("date_unread",)


def _date(year: int, month: int, day: int) -> tuple[date | None, tuple[str, ...]]:
    try:
        return date(year, month, day), ()
    except ValueError:
        return None, ("date_unread",)


def day_range(first: Weekday, last: Weekday) -> tuple[Weekday, ...]:
    """All days from first to last; "friday to monday" runs over the weekend.

    >>> [day.value for day in day_range(Weekday.SAT, Weekday.MON)]
    ['sat', 'sun', 'mon']
    """
    begin, end = WEEKDAYS.index(first), WEEKDAYS.index(last)
    count = (end - begin) % 7 + 1
    return tuple(WEEKDAYS[(begin + step) % 7] for step in range(count))


def read_weekday(text: str) -> Weekday | None:
    """Read one weekday: a name, an abbreviation, RRULE's two letters or schema.org's address of it.

    >>> read_weekday("https://schema.org/Thursday").value, read_weekday("TU").value, read_weekday("x")
    ('thu', 'tue', None)
    """
    word = re.sub(r"[^a-z]", "", text[-60:].lower().rsplit("/", 1)[-1])
    return WEEKDAY_OF.get(word) or WEEKDAY_OF.get(word.removesuffix("s"))
