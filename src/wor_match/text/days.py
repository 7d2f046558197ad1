"""Days: weekdays in Dutch and English, ranges of them, parts of the day, "1e en 3e dinsdag", dates."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

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
_ISO = re.compile(r"(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_COMPACT = re.compile(r"((?:19|20)\d{2})(\d{2})(\d{2})")
#: Days since the turn of 1900, as a workbook keeps them; from 1954 to 2119.
_SERIAL = re.compile(r"([2-7]\d{4})(?:[.,]\d+)?")
_FIRST_SERIAL = date(1899, 12, 30)
#: What stands before a month or year: the third of the month that it is in.
_THIRDS = {"begin": 0, "medio": 1, "half": 1, "halverwege": 1, "mid": 1, "eind": 2, "einde": 2, "end": 2, "late": 2}
_WHOLE_MONTH = re.compile(
    rf"(?:t/m |tot en met |tot |vanaf |sinds )?(?:(?P<third>{'|'.join(_THIRDS)}) (?:van |of )?)?"
    rf"(?:(?P<named>{MONTH})\.? |(?P<number>\d{{1,2}})[-/.])(?P<year>(?:19|20)\d{{2}})"
)
_WHOLE_YEAR = re.compile(r"(?:t/m |tot en met |vanaf |sinds )?((?:19|20)\d{2})")
_DUTCH = re.compile(r"(?<!\d)(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(?!\d)")
_WRITTEN = re.compile(rf"(?<!\d)(\d{{1,2}})(?:e|st|nd|rd|th)?\s+({MONTH})\b\.?(?:\s+(\d{{4}}))?")
_AMERICAN = re.compile(rf"\b({MONTH})\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})")

#: A date, where one was read, and codes of what is to be noted.
Read = tuple[date | None, tuple[str, ...]]


def read_date(text: str, *, is_end: bool = False) -> Read:
    """Read one date; without a year it is not guessed, and ``dd-mm-yyyy`` is the Dutch order.

    Parameters
    ----------
    text : also a number of days as a workbook keeps it, and a month or a year.
    is_end : bool, default False
        Whether something ends then: of a month or a year it is the last day, else the first.

    Examples
    --------
    >>> [read_date(text, is_end=True)[0].isoformat() for text in ("12-2026", "begin mei 2026", "20261231", "46387")]
    ['2026-12-31', '2026-05-10', '2026-12-31', '2026-12-31']
    >>> read_date("12 augustus 2026")[0].isoformat(), read_date("03-09-2026")[0].isoformat()
    ('2026-08-12', '2026-09-03')
    >>> read_date("12 augustus")
    (None, ('date_without_year',))
    """
    plain = " ".join(text[:200].lower().split())
    if not plain:
        return None, ()
    return _in_figures(plain) or _in_words(plain) or _in_part(plain, is_end=is_end) or (None, ("date_unread",))


def _in_figures(plain: str) -> Read | None:
    if match := _ISO.search(plain) or _COMPACT.fullmatch(plain):
        return _date(int(match[1]), int(match[2]), int(match[3]))
    if match := _DUTCH.search(plain):
        year = int(match[3]) + (2000 if len(match[3]) == 2 else 0)
        day, month = int(match[1]), int(match[2])
        if month > 12 >= day:  # the American order
            day, month = month, day
        return _date(year, month, day)
    if match := _SERIAL.fullmatch(plain):
        return _FIRST_SERIAL + timedelta(days=int(match[1])), ()
    return None


def _in_words(plain: str) -> Read | None:
    if match := _AMERICAN.search(plain):
        return _date(int(match[3]), MONTHS[match[1]], int(match[2]))
    if match := _WRITTEN.search(plain):
        if not match[3]:
            return None, ("date_without_year",)
        return _date(int(match[3]), MONTHS[match[2]], int(match[1]))
    return None


def _in_part(plain: str, *, is_end: bool) -> Read | None:
    """The last or first day of a month or a year."""
    if match := _WHOLE_MONTH.fullmatch(plain):
        return _in_month(match, is_end=is_end)
    if match := _WHOLE_YEAR.fullmatch(plain):
        return (date(int(match[1]), 12, 31) if is_end else date(int(match[1]), 1, 1)), ()
    return None


def _in_month(match: re.Match[str], *, is_end: bool) -> Read:
    """The last or first day of a month, or of the third of it that is told."""
    year, month = int(match["year"]), MONTHS[match["named"]] if match["named"] else int(match["number"])
    if not 1 <= month <= 12:
        return None, ("date_unread",)
    length = monthrange(year, month)[1]
    third = _THIRDS.get(match["third"])
    begin, end = (1, length) if third is None else ((1, 10), (11, 20), (21, length))[third]
    return date(year, month, end if is_end else begin), ()


def _date(year: int, month: int, day: int) -> Read:
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
