"""The only days or part of the day at which someone can come: "ik kan alleen 's middags", "alleen op zaterdag".

All else is then taken, so nothing is read but a sentence that says just that: "ik ben alleen op zaterdag" and "ik kan
niet alleen 's middags" say something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from wor_match.query.clock_words import hours_blotted, moment_in
from wor_match.query.day_words import Day, part_of
from wor_match.query.hours import SLOTS
from wor_match.query.unable import EVERY_DAY, WORKDAYS, Unable


def _loose(pattern: str) -> re.Pattern[str]:
    """A pattern with any white space for a space: quotation marks leave some behind."""
    return re.compile(pattern.replace(" ", r"\s+"))


_WEEKEND = (5, 6)
_MIDNIGHT, _NINE = float(SLOTS), 18.0
_WHO = r"(?:ik|ze|zij|hij|mevrouw|meneer|mw\.?|dhr\.?|cli[eë]nte?)"
_PART = r"(?:(?:'?s |in de )(?:ochtend|morgen|middag|avond)(?:s|en)?|in the (?:morning|afternoon|evening)s?)"
#: In this pattern D stands for days.
_WHEN = rf"(?P<when>(?:op |on )?D~*|{_PART}|in het weekend|in de weekenden|doordeweeks|door de week)"
_ONLY = _loose(
    rf"^\W*(?:(?:en|maar|dus|nee) )?(?:"
    rf"(?:{_WHO} kan|kan {_WHO}|kan) (?:eigenlijk )?(?:alleen|enkel|slechts)(?: maar)?(?: komen)? {_WHEN}"
    r"(?: komen| weg)?"
    rf"|alleen (?:maar )?{_WHEN.replace('<when>', '<then>')} (?:kan|heb|heeft) {_WHO}(?: tijd| komen| weg)?"
    rf"|{_WHO} (?:heb|heeft) alleen {_WHEN.replace('<when>', '<free>')} tijd"
    rf"|{_WHO} kan alleen weg {_WHEN.replace('<when>', '<away>')}"
    rf"|(?:alleen|enkel) (?:maar )?{_WHEN.replace('<when>', '<sits>')} (?:is|komt|zit|past) (?:er )?"
    r"(?:iemand|oppas|een oppas|de oppas|thuiszorg|een vrijwilliger|(?:mijn|zijn|haar|onze) \w+) (?:bij|voor|op) "
    r"(?:haar|hem|ze|(?:mijn|zijn|onze|de) \w+)"
    r"|(?:i|she|he) (?:can only (?:come|go|make it)|ha(?:ve|s) (?:only time|time only)|only ha(?:ve|s) time"
    rf"|(?:am|is) only free) {_WHEN.replace('<when>', '<english>')}"
    r")(?P<end>\W*$)"
)
_WORKS = _loose(rf"\b(?:doordeweeks|door de week) werkt? {_WHO}(?: tot (?:een uur of )?(?P<until>\w+)(?: uur)?)?\W*$")


def only_then_in(plain: str, named: Mapping[int, Sequence[Day]]) -> Iterator[tuple[Unable, slice]]:
    """Hours outside the only ones at which someone can come, with the words that say it.

    Parameters
    ----------
    plain : a sentence in which the days are blotted out.
    named : the days, by where each blot begins.

    Examples
    --------
    >>> [(hours.begin, hours.end) for hours, _ in only_then_in("ik kan alleen 's middags", {})]
    [(0.0, 24), (36, 48.0)]
    >>> list(only_then_in("ik kan niet alleen 's middags", {}))
    []
    """
    only = _ONLY.search(plain)
    if only:
        said = slice(only.start(), only.start("end"))
        when = next(only[name] for name in ("when", "then", "free", "away", "sits", "english") if only[name])
        days = [day for several in named.values() for day in several]
        free = {day.number: day.part for day in days} or dict.fromkeys(_days_of(when), part_of(when))
        yield from ((one, said) for one in _outside(free))
    works = _WORKS.search(plain)
    if works:
        yield Unable(_NINE, _until(works["until"]), WORKDAYS, None), slice(works.start(), works.end())


def _days_of(when: str) -> tuple[int, ...]:
    return _WEEKEND if "weekend" in when else WORKDAYS if "week" in when else EVERY_DAY


def _outside(free: Mapping[int, tuple[float, float] | None]) -> Iterator[Unable]:
    """What is not in the part of the day that is free, of the days that are; and the other days."""
    for part in dict.fromkeys(free.values()):
        days = tuple(sorted(day for day in free if free[day] == part))
        begin, end = part or (0.0, _MIDNIGHT)
        if begin > 0:
            yield Unable(0.0, begin, days, None)
        if end < _MIDNIGHT:
            yield Unable(end, _MIDNIGHT, days, None)
    others = tuple(day for day in EVERY_DAY if day not in free)
    if others:
        yield Unable(0.0, _MIDNIGHT, others, None)


def _until(hour: str | None) -> float:
    """When work ends: at five where it is not told."""
    _, moments = hours_blotted(f"{hour} uur")
    end = moment_in(next(iter(moments.values())), None) if hour and moments else 0.0
    return end if end > _NINE else 34.0
