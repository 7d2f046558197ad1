"""Days of the week as people list them: "dinsdag- en donderdagochtend", "ma, wo en do", "maandag t/m donderdag"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from wor_match.query.hours import PART_SLOTS
from wor_match.vocabulary.enums import DayPart

_DAYS = ("maan", "dins", "woens", "donder", "vrij", "zater", "zon")
_ENGLISH = ("mon", "tues", "wednes", "thurs", "fri", "satur", "sun")
_SHORT = ("ma", "di", "wo", "do", "vr", "za", "zo")
_NUMBER = {
    **{f"{day}dag": number for number, day in enumerate(_DAYS)},
    **{f"{day}day": number for number, day in enumerate(_ENGLISH)},
    **{day: number for number, day in enumerate(_SHORT)},
}
_PART_OF = {
    **dict.fromkeys(("ochtend", "morgen", "morning"), DayPart.MORNING),
    **dict.fromkeys(("middag", "afternoon"), DayPart.AFTERNOON),
    **dict.fromkeys(("avond", "evening"), DayPart.EVENING),
}
_PART = "|".join(_PART_OF)
#: A part of the day: "'s ochtends", "in de middag", "avonden".
PART_SAID = re.compile(rf"\b(?P<part>{_PART})(?:en|s)?\b")
_DAY = rf"(?:{'|'.join(_DAYS)})dag|(?:{'|'.join(_ENGLISH)})day"
_ITEM = (
    rf"(?:{_DAY})(?:en|s)?(?:-?(?:ochtend|morgen|middag|avond)(?:en|s)?)?"
    rf"(?:\s+(?:'?s\s|in de |in the )?(?:{_PART})(?:en|s)?\b)?(?!\w)(?:-(?=,|\s+(?:en|and)\b))?"
)
_TO = rf"\s+(?:tot en met|t/m|tm|tot|through|to|until|till)\s+|\s*[-–]\s*(?=(?:{_DAY})|(?:{'|'.join(_SHORT)})\b)"
_AND = r"\s*,\s*(?:(?:en|and)\s+)?(?:op\s+)?|\s*[&/+]\s*|\s+(?:en|and)\s+(?:op\s+|on\s+)?"
_BRIEF = rf"(?:{'|'.join(_SHORT)})\b\.?"
_LIST = re.compile(rf"\b(?:{_ITEM}(?:(?:{_AND}|{_TO}){_ITEM})*|{_BRIEF}(?:(?:{_AND}|{_TO}){_BRIEF})+)")
_PIECE = re.compile(
    rf"(?P<to>{_TO})|(?P<day>{_DAY}|\b(?:{'|'.join(_SHORT)})\b)|(?P<part>{_PART})",
)
#: "Ma en zo" is mother and more.
_NO_DAYS = frozenset(("ma", "zo"))


class Day(NamedTuple):
    """A weekday number, and begin and end of the part of it that is meant, in half hours, where that is told."""

    number: int
    part: tuple[float, float] | None


def days_blotted(plain: str) -> tuple[str, dict[int, tuple[Day, ...]]]:
    """The text with each list of days as D and smoke, and which days these are; "ma" and "do" in a list only.

    Parameters
    ----------
    plain : without accents, in lower case.

    Examples
    --------
    >>> days_blotted("les dinsdag- en vrijdagochtend")
    ('les D~~~~~~~~~~~~~~~~~~~~~~~~~', {4: (Day(number=1, part=(12, 24)), Day(number=4, part=(12, 24)))})
    >>> days_blotted("ma en zo")[1], [day.number for day in days_blotted("ma t/m wo")[1][0]]
    ({}, [0, 1, 2])
    """
    found: dict[int, tuple[Day, ...]] = {}

    def blot(match: re.Match[str]) -> str:
        if _is_list(match[0]):
            found[match.start()] = tuple(_listed(match[0]))
            return "D" + "~" * (len(match[0]) - 1)
        return match[0]

    return _LIST.sub(blot, plain), found


def _is_list(said: str) -> bool:
    days = {match["day"] for match in _PIECE.finditer(said) if match["day"]}
    return not days <= set(_SHORT) or (len(days) > 1 and not days <= _NO_DAYS)


def _listed(said: str) -> Iterator[Day]:
    """Each day, with the part of the day that is told of it or of the next: "dinsdag en donderdagochtend"."""
    days: list[tuple[int, str | None]] = []
    is_range = False
    for match in _PIECE.finditer(said):
        if match["part"] and days:
            days[-1] = (days[-1][0], match["part"])
        elif match["day"]:
            last = _NUMBER[match["day"]]
            if is_range and days:
                days += [(day % 7, None) for day in range(days[-1][0] + 1, last + 7 * (last < days[-1][0]))]
            days.append((last, None))
        is_range = bool(match["to"])
    parts: list[tuple[float, float] | None] = []
    for _, part in reversed(days):
        parts.append(PART_SLOTS[_PART_OF[part]] if part else parts[-1] if parts else None)
    yield from dict.fromkeys(Day(day, part) for (day, _), part in zip(days, reversed(parts), strict=True))


def part_of(clause: str) -> tuple[float, float] | None:
    """The part of the day that is told in a clause, in half hours.

    >>> part_of("heeft hij 's ochtends les"), part_of("heeft hij les")
    ((12, 24), None)
    """
    match = PART_SAID.search(clause)
    return PART_SLOTS[_PART_OF[match["part"]]] if match else None
