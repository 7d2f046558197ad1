"""Hours within which someone can come: "ze kan van half negen tot half twaalf", "alleen onder schooltijd".

The rest of the day is then taken; of the days that are named with it, or of all. So a word too many makes it the
opposite ("ik kan van negen tot vijf uur slecht weg"), and nothing is read but a clause of which every word is known
and that ends the sentence, but for a reason that tells of children or of day care.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from wor_match.query.clock_words import Moments, hours_blotted
from wor_match.query.day_words import Day
from wor_match.query.hours import SLOTS
from wor_match.query.unable import EVERY_DAY, WORKDAYS, Unable

_NOON, _MIDNIGHT = 24.0, float(SLOTS)
#: Dutch schools: from half past eight; many let out at two, others at a quarter past three (assumption).
_SCHOOL_BEGINS, _SCHOOL_ENDS = 17.0, 29.0
_WEEKEND = (5, 6)
#: Up to here (half past six, in half hours) an hour of the clock is one of the afternoon: nobody comes at six in the
#: morning. From there to eight it may be of the evening as well.
_AFTERNOON, _EARLY = 13.0, 16.0

_WHO = r"(?:ik|ze|zij|hij|mevrouw|meneer)"
_CAN = rf"(?:{_WHO} kan|(?:wij|we) kunnen|(?:i|she|he|we) can)"
_ONLY = r"(?:alleen|enkel|slechts|only)"
#: Where it may begin: the sentence, or a part of it that says that these are the only hours.
_BEGIN = (
    rf"(?:^\W*(?:(?:en|maar|dus|and|but|so)\s+)?"
    rf"|(?:[,;(]\s*|\b(?:en|maar|want|dus|and|but|because|so)\s+)(?={_CAN}\s+{_ONLY}\b))"
)
_SOMEONE = rf"(?:op |on )?D~*(?: kan {_WHO}|,? (?:i|she|he|we) can)|{_CAN}"
_SMALL = rf"(?:\s+(?:{_ONLY}|wel|maar|just|komen|come))*"
#: In this pattern T stands for an hour, and D for days.
_WITHIN = re.compile(
    rf"{_BEGIN}(?P<can>{_SOMEONE}|(?P<it>kan|can))(?:{_SMALL}(?:\s+(?:op|on))?\s+D~*)?{_SMALL}"
    r"\s+(?:tussen|van|between|from)\s+(?P<at>T~*)\s+(?:en|tot|and|to|until|till)\s+(?P<end>T~*)"
    r"(?:\s+(?:op|on)\s+D~*)?(?:\s+(?:komen|come|weg)\b)?"
)
_SCHOOL_TIME = r"(?:onder|tijdens|binnen|during)\s+(?:de\s+)?school(?:tijd|tijden|uren| ?hours)\b"
_CHILD = r"(?:kind(?:eren)?|jongste|oudste|zoon(?:tje)?|dochter(?:tje)?|child(?:ren)?|kids?)"
_WHILE_AT_SCHOOL = (
    rf"{_ONLY}(?:\s+(?:komen|come))?\s+(?:als|wanneer|when|while)\s+"
    rf"(?:(?:de|mijn|haar|zijn|onze|the|my|her|his|our)\s+)?{_CHILD}\s+"
    r"(?:op school (?:is|zijn|zit|zitten)|naar school (?:is|zijn)|(?:is|are) at school)\b"
)
_AT_SCHOOL = re.compile(
    rf"{_BEGIN}(?P<can>{_SOMEONE}|(?P<it>kan|can|(?:het )?(?:kan|lukt)(?=\s+{_ONLY}\b))){_SMALL}\s+"
    rf"(?:{_SCHOOL_TIME}(?:\s+(?:komen|weg)\b)?|{_WHILE_AT_SCHOOL})"
)
#: What may come after it.
_REASON = re.compile(r",?\s*(?:als|omdat|want|zolang|when|because|since)\s+(?P<told>[^.!?;,:]{1,100})")
_OF_CHILDREN = re.compile(
    rf"\b(?:{_CHILD}|(?:\w{{1,20}})?opvang|creche|peuterspeelzaal|bso|school|dagbesteding|nursery|day ?care)\b"
)
#: With these the sentence tells of more, or of some days only.
_MORE = re.compile(
    r"\b(?:kan|kon|kun|kunnen|can|could|als|indien|if|when|wanneer|toen|terwijl|while|of|or|whether|behalve|except|ook"
    r"|also|soms|sometimes|vroeger|altijd|always|overdag|(?:ochtend|morgen|middag|avond|nacht)(?:en|s)?|mornings?"
    r"|afternoons?|evenings?|nights?|weekends?|vakanties?|holidays?|ziek|sick|ill|niet|geen|nooit|not|never)\b|[DT]~"
)


def able_in(plain: str, named: Mapping[int, Sequence[Day]]) -> Iterator[tuple[Unable, slice]]:
    """Hours outside those at which someone can come, with the words that say it.

    Parameters
    ----------
    plain : a sentence in which the days are blotted out.
    named : the days, by where each blot begins.

    Examples
    --------
    >>> [(hours.begin, hours.end) for hours, _ in able_in("ik kan van half tien tot half twaalf", {})]
    [(0.0, 19.0), (23.0, 48.0)]
    >>> list(able_in("ik kan van half tien tot half twaalf slecht weg", {}))
    []
    """
    at_school = None if named else _AT_SCHOOL.search(plain)
    if at_school and _is_all(at_school, plain):
        yield from _outside(at_school, (_SCHOOL_BEGINS, _SCHOOL_ENDS), WORKDAYS)
        yield from _outside(at_school, (_MIDNIGHT, _MIDNIGHT), _WEEKEND)
    timed, moments = hours_blotted(plain)
    within = _WITHIN.search(timed) if len(moments) > 1 else None
    if within and _is_all(within, timed) and all(within.start() <= place < within.end() for place in named):
        days = [day for several in named.values() for day in several]
        hours = _hours(within, moments)
        if len(named) < 2 and hours and all(_holds(day, hours) for day in days):
            yield from _outside(within, hours, tuple(sorted({day.number for day in days})) or EVERY_DAY)


def _is_all(said: re.Match[str], plain: str) -> bool:
    """Whether the sentence tells of no other hours: neither before it nor after."""
    after = plain[said.end() :].strip(" .!)…")
    reason = _REASON.fullmatch(after)
    is_end = not after or (reason and _OF_CHILDREN.search(reason["told"]) and not _MORE.search(reason["told"]))
    return bool(is_end) and not _MORE.search(plain, 0, said.start())


def _hours(said: re.Match[str], moments: Moments) -> tuple[float, float] | None:
    first, last = (moments[said.start(name)] for name in ("at", "end"))
    begin, end = first.at(_AFTERNOON), last.at(_AFTERNOON)
    is_of_evening = not (first.is_sure or last.is_sure) and begin < _EARLY and end <= _NOON
    return None if begin >= end or is_of_evening else (begin, end)


def _holds(day: Day, hours: tuple[float, float]) -> bool:
    """Whether the hours are of the part of the day that is told."""
    return day.part is None or (day.part[0] <= hours[0] and hours[1] <= day.part[1])


def _outside(said: re.Match[str], able: tuple[float, float], days: tuple[int, ...]) -> Iterator[tuple[Unable, slice]]:
    who = None if said["it"] else said.end("can") - 1
    for begin, end in ((0.0, able[0]), (able[1], _MIDNIGHT)):
        if begin < end:
            yield Unable(begin, end, days, who), slice(said.start("can"), said.end())
