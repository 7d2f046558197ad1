"""Hours within which someone can come: "ze kan van half negen tot half twaalf", "alleen onder schooltijd".

The rest of the day is then taken; of the days that are named with it, or of all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from wor_match.query.clock_words import hours_blotted
from wor_match.query.day_words import Day
from wor_match.query.hours import SLOTS
from wor_match.query.unable import EVERY_DAY, WORKDAYS, Unable

_MIDNIGHT = float(SLOTS)
_WITHIN = re.compile(
    r"\b(?:kan|kun|kunnen|lukt|past|can)\b(?P<said>[^.!?;]{0,90}?)\b(?:tussen|van|between|from) (?P<at>T~*)"
    r" (?:en|tot|and|to|until|till) (?P<end>T~*)(?P<after>[^.!?;,]{0,20})"
)
_NOT = re.compile(r"\b(?:niet|geen|nooit|not|never|cannot|can't)\b")
_DAYS = re.compile("D~*")
#: Dutch schools: from half past eight; many let out at two, others at a quarter past three (assumption).
_SCHOOL_BEGINS, _SCHOOL_ENDS = 17.0, 29.0
_WEEKEND = (5, 6)
_AT_SCHOOL = re.compile(
    r"\b(?:kan|kunnen|lukt|past|alleen|enkel|slechts|only)\b(?P<said>[^.!?;]{0,40}?)\b(?:onder|tijdens|binnen|during)"
    r" (?:de )?school(?:tijd|tijden|uren| hours)\b"
    r"|\b(?:alleen|enkel|slechts|only) (?:als|when) [^.!?;]{0,20}\b(?:kind|kinderen|jongste|children|kids)\b"
    r"[^.!?;]{0,20}\b(?:op|naar|at) school\b"
)
#: Up to here (half past six, in half hours) an hour of the clock is one of the afternoon: nobody comes at six in the
#: morning.
_AFTERNOON = 13.0


def able_in(plain: str, named: Mapping[int, Sequence[Day]]) -> Iterator[tuple[Unable, slice]]:
    """Hours outside those at which someone can come, with the words that say it.

    Parameters
    ----------
    plain : a sentence in which the days are blotted out.
    named : the days, by where each blot begins.
    """
    at_school = _AT_SCHOOL.search(plain)
    if at_school and not _NOT.search(at_school[0]):
        yield from _outside(at_school, _SCHOOL_BEGINS, _SCHOOL_ENDS, WORKDAYS)
        yield Unable(0.0, _MIDNIGHT, _WEEKEND, at_school.start()), slice(*at_school.span())
    timed, moments = hours_blotted(plain)
    within = _WITHIN.search(timed) if len(moments) > 1 else None
    if within and not (_NOT.search(within["said"]) or _NOT.search(within["after"])):
        begin, end = (moments[within.start(name)].at(_AFTERNOON) for name in ("at", "end"))
        between = _DAYS.finditer(plain, within.start("said"), within.end("said"))
        days = tuple(sorted({day.number for one in between for day in named[one.start()]}))
        if begin < end:
            yield from _outside(within, begin, end, days or EVERY_DAY)


def _outside(said: re.Match[str], begin: float, end: float, days: tuple[int, ...]) -> Iterator[tuple[Unable, slice]]:
    for hours in ((0.0, begin), (end, _MIDNIGHT)):
        yield Unable(*hours, days, said.start()), slice(*said.span())
