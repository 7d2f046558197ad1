"""Hours of the clock as people say them: "half elf", "na tweeën", "14.30 uur", "van acht tot twaalf".

What is found is blotted out in the text by a mark of the same length, so that places in it stay valid.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

_NUMBERS = ("een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf")
#: "Na tweeen", "voor elven": always an hour.
BENT = ("enen", "tweeen", "drieen", "vieren", "vijven", "zessen", "zevenen", "achten", "negenen", "tienen", "elven",
        "twaalven")  # fmt: skip
_ENGLISH = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_HOUR_OF = {word: hour for words in (_NUMBERS, BENT, _ENGLISH) for hour, word in enumerate(words, 1)}
_WORD = "|".join(sorted(_HOUR_OF, key=len, reverse=True))
#: After a plain number: that it is an hour, and not how many or how much.
_IS_HOUR = r"(?:\s*uur|\s*o'clock|\s*(?=[ap]\.?m\b))"
_PART = r"(?:\s*(?:'?s\s)?(?P<part>ochtends|morgens|middags|avonds|nachts|am|pm|a\.m|p\.m)\b)?(?!\w)"
_SAID = (
    rf"(?:(?P<half>half)\s+(?P<to>{_WORD})|kwart (?:voor|over)\s+(?P<near>{_WORD})|een uur of (?P<about>{_WORD})"
    rf"|(?P<bent>{'|'.join(BENT)})|(?P<digits>\d{{1,2}})[.:](?P<minutes>\d\d)(?:\s*uur)?"
    rf"|(?P<plain>\d{{1,2}}|{_WORD})"
)
_TIME = re.compile(rf"\b{_SAID}{_IS_HOUR}){_PART}")
_EITHER = re.compile(rf"{_SAID}{_IS_HOUR}?){_PART}")
_UNNAMED = re.sub(r"\?P<\w+>", "?:", rf"{_SAID}{_IS_HOUR}?){_PART}")
_FROM = re.compile(
    rf"\b(?:van|tussen|from|between)\s+(?P<first>{_UNNAMED})\s+(?:tot|en|to|until|till|and)\s+(?P<last>{_UNNAMED})"
    r"(?!\s*(?:\d|jan|feb|maart|apr|mei\b|jun|jul|aug|sep|okt|nov|dec|jaar|keer|kinder|week|weken|maand|dagen|euro))"
)
#: "9.30-12.00", "9 tot 12 uur".
_BRIEFLY = re.compile(
    r"\b(?P<first>\d\d?[.:]\d\d|\d\d?(?=\s*(?:-|–|tot)\s*\d\d?\s*uur))(?:\s*uur)?\s*(?:-|–|tot|to)\s*"
    r"(?P<last>\d\d?[.:]\d\d(?:\s*uur)?|\d\d?\s*uur)(?!\w)"
)
_AFTERNOON = ("middags", "avonds", "pm", "p.m")
#: Up to so many plain hours may as well be how long something lasts.
_SHORT = 3
_DAY, _HALF_DAY = 48, 24


class Moment(NamedTuple):
    """An hour in half hours since midnight, and whether it is sure that it is no hour of the afternoon."""

    value: float
    is_sure: bool

    def at(self, afternoon: float) -> float:
        """In half hours; where the part of the day is not told, of the afternoon up to some half hour.

        >>> Moment(8.0, False).at(afternoon=10), Moment(8.0, True).at(afternoon=10)
        (32.0, 8.0)
        """
        return self.value if self.is_sure or self.value > afternoon else self.value + _HALF_DAY


def hours_blotted(plain: str) -> tuple[str, dict[int, Moment]]:
    """The text with each hour as T and dots of smoke, and what hour begins where.

    Parameters
    ----------
    plain : without accents, in lower case.

    Examples
    --------
    >>> hours_blotted("tot elf uur")
    ('tot T~~~~~~', {4: Moment(value=22.0, is_sure=False)})
    """
    found: dict[int, Moment] = {}

    def blot(match: re.Match[str]) -> str:
        if _is_no_hour(match, plain):
            return match[0]
        found[match.start()] = _moment(match)
        return _mark("T", match)

    return _TIME.sub(blot, plain), found


def spans_blotted(plain: str) -> tuple[str, dict[int, tuple[Moment, Moment]]]:
    """The text with each "van acht tot twaalf" as S and smoke, and what hours these are.

    >>> spans_blotted("van acht tot 12 uur")
    ('S~~~~~~~~~~~~~~~~~~', {0: (Moment(value=16.0, is_sure=False), Moment(value=24.0, is_sure=False))})
    """
    found: dict[int, tuple[Moment, Moment]] = {}

    def blot(match: re.Match[str]) -> str:
        both = [_EITHER.fullmatch(match[name]) for name in ("first", "last")]
        moments = [_moment(one) for one in both if one is not None and int(one["digits"] or 0) < _DAY // 2]
        if len(moments) < len(both) or any(one.value > _DAY for one in moments):
            return match[0]
        found[match.start()] = (moments[0], moments[1])
        return _mark("S", match)

    return _BRIEFLY.sub(blot, _FROM.sub(blot, plain)), found


def span_in(span: tuple[Moment, Moment], part: tuple[float, float] | None) -> tuple[float, float] | None:
    """Begin and end of what is said, in a part of the day where one is told; else it begins from seven to seven.

    >>> eight, twelve = Moment(16.0, False), Moment(24.0, False)
    >>> span_in((eight, twelve), None), span_in((twelve, eight), None), span_in((twelve, twelve), (12, 24))
    ((16.0, 24.0), (24.0, 40.0), (24.0, 48.0))
    """
    begin = moment_in(span[0], part)
    end = span[1].value
    if end <= begin and not span[1].is_sure:
        end += _HALF_DAY
    return (begin, end) if begin < end <= _DAY else None


def moment_in(moment: Moment, part: tuple[float, float] | None) -> float:
    """An hour in a part of the day where one is told; else from seven to seven.

    >>> moment_in(Moment(16.0, False), None), moment_in(Moment(16.0, False), (36, 48))
    (16.0, 40.0)
    """
    last = 13.5 if part is None else _HALF_DAY - 0.5 if part[0] >= _HALF_DAY else 0.0
    return moment.at(last)


def _mark(letter: str, match: re.Match[str]) -> str:
    return letter + "~" * (len(match[0]) - 1)


def _is_no_hour(match: re.Match[str], plain: str) -> bool:
    """At night, and where it may as well tell how long."""
    is_length = (
        match["plain"]
        and not match["part"]
        and _hour(match) <= _SHORT
        and plain[: match.start()].rstrip().endswith(("na", "after"))
    )
    return _hour(match) >= _DAY // 2 or match["part"] == "nachts" or bool(is_length)


def _hour(match: re.Match[str]) -> int:
    word = next(match[name] for name in ("to", "near", "about", "bent", "digits", "plain") if match[name])
    return _HOUR_OF.get(word) or int(word)


def _moment(match: re.Match[str]) -> Moment:
    hour, part = _hour(match), match["part"]
    if part in _AFTERNOON and hour < 12:
        hour += 12
    value = hour * 2 - (1 if match["half"] else 0) + int(match["minutes"] or 0) / 30
    return Moment(value, bool(part) or hour > 12)


Moments = Mapping[int, Moment]
Spans = Mapping[int, tuple[Moment, Moment]]
