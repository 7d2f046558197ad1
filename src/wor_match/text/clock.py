"""Clock times: "15.30", "9:00am", "830am", "20u", "10:00:00Z"; mistyped ones as what they must mean."""

from __future__ import annotations

import re
from datetime import time

from wor_match.text.spoken_times import in_figures

_CLOCK = re.compile(
    r"(?P<hour>\d{1,2})\s*[:.h]\s*(?P<minute>\d{1,3})(?::(?P<second>\d{2}))?(?:\.\d+)?\s*(?P<half>[ap]\.?m?\.?(?![a-z]))?"
    r"|(?P<packed>\d{3,4})\s*(?P<half2>[ap]\.?m\.?(?![a-z]))"
    r"|(?P<whole>\d{1,2})\s*(?:(?P<half3>[ap]\.?m\.?(?![a-z]))|(?P<uur>uur|u\b))"
)
_FOUR = re.compile(r"(\d{1,2})(\d{2})")
_HOUR = re.compile(r"\d{1,2}")
#: A part of a day, as a workbook keeps a time.
_OF_DAY = re.compile(r"0?[.,](\d{1,20})")
#: Quarters of an hour: 14.5, and 14.75; "9.3" is 9.30 without its last figure.
_DECIMAL = re.compile(r"(\d{1,2})[.,](5|75)")


def read_clock(text: str) -> tuple[time | None, tuple[str, ...]]:
    """Read the first clock time in a text.

    Examples
    --------
    >>> [read_clock(text)[0].isoformat("minutes") for text in ("9:00am", "830am", "15.30 uur", "12:00am")]
    ['09:00', '08:30', '15:30', '00:00']
    >>> [read_clock(text)[0].isoformat("minutes") for text in ("0.5625", "14.5", "14", "900")]
    ['13:30', '14:30', '14:00', '09:00']
    >>> read_clock("6:300pm")
    (datetime.time(18, 30), ('time_typo',))
    >>> read_clock("half 3")
    (datetime.time(14, 30), ('time_half_assumed',))
    >>> read_clock("25:00")
    (None, ('time_unread',))
    """
    plain = " ".join(text[:200].lower().split())
    if not plain:
        return None, ()
    if four := _FOUR.fullmatch(plain):
        return _time(int(four[1]), int(four[2]), "", False)
    if _HOUR.fullmatch(plain):
        return _time(int(plain), 0, "", False)
    if part := _OF_DAY.fullmatch(plain):
        minutes = round(float(f"0.{part[1]}") * 24 * 60)
        return _time(minutes // 60, minutes % 60, "", True)
    if decimal := _DECIMAL.fullmatch(plain):
        return _time(int(decimal[1]), 30 if decimal[2] == "5" else 45, "", True)
    figures, said = in_figures(plain)
    match = _CLOCK.search(figures)
    if match is None:
        return None, said or ("time_unread",)
    moment, codes = clock_of(match)
    return moment, (*said, *codes)


def clock_of(match: re.Match[str]) -> tuple[time | None, tuple[str, ...]]:
    """Make a time of a match of :data:`CLOCK`."""
    half = (match["half"] or match["half2"] or match["half3"] or "")[:1]
    if match["packed"]:
        packed = match["packed"]
        return _time(int(packed[:-2]), int(packed[-2:]), half, False)
    if match["whole"]:
        return _time(int(match["whole"]), 0, half, False)
    minute = match["minute"]
    is_typo = len(minute) == 3 or (len(minute) == 1 and match["hour"] is not None)
    return _time(int(match["hour"]), int(minute[:2]) if len(minute) != 1 else int(minute) * 10, half, is_typo)


def _time(hour: int, minute: int, half: str, is_typo: bool) -> tuple[time | None, tuple[str, ...]]:
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    if hour > 23 or minute > 59:
        is_midnight = hour == 24 and minute == 0
        return (time(23, 59), ()) if is_midnight else (None, ("time_unread",))
    return time(hour, minute), (("time_typo",) if is_typo else ())


#: The pattern behind :func:`read_clock`, for texts with several times; needs lower case.
CLOCK = _CLOCK


def read_span(start: time | None, end: time | None) -> tuple[time | None, time | None, tuple[str, ...]]:
    """Check that a session ends after it starts; an end in the small hours is told as a start only.

    Examples
    --------
    >>> read_span(time(22), time(16))
    (None, None, ('time_inverted',))
    >>> read_span(time(20), time(1))[2]
    ('time_past_midnight',)
    """
    if start is None or end is None or start < end:
        return start, end, ()
    if start >= time(17) and end <= time(6):
        return start, None, ("time_past_midnight",)
    return None, None, ("time_inverted",)
