"""What a client does on named days: "werkt ma, wo en do", "dinsdagochtend taalles", "op woensdag past ze op".

A weekday alone says nothing: it takes words for being busy. Where neither hours nor a part of the day is told, the
hours are those that are usual for work, day care and minding children, and nothing is read of the rest.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from wor_match.query.busy_words import BUSY, DAYTIME, NOT_TAKEN, NOT_WEEKLY, NOW, ONCE, Busy, Hours
from wor_match.query.clock_words import Moments, Spans, hours_blotted, moment_in, span_in, spans_blotted
from wor_match.query.day_words import Day, part_of
from wor_match.query.hours import SLOTS, USUAL_SLOTS

#: A clause of hundreds of words is no prose.
_LONGEST = 400
_WHOLE_DAY: Hours = (12.0, 36.0)
_NOON = 24.0
_DAYS = re.compile("D~*")
#: What tells no more than when: a clause of nothing else belongs to the one before it.
_WHEN = re.compile(
    r"[DST]~*|[^\w~]+|\b(?:op|van|tot|en|met|vanaf|om|rond|ook|alleen|elke|elk|iedere|ieder|de|het|hele|heel|dag|dagen"
    r"|allebei|allemaal|samen|altijd|steeds|overdag|in|s|ochtends?|ochtenden|morgens|middags?|middagen|avonds?|avonden"
    r"|on|at|from|until|to|and|only|every|all|day|both|always|also|the|mornings?|afternoons?|evenings?)\b"
)
_ALL_DAY = re.compile(r"\b(?:(?:de )?hele dag(?:en)?|heel de dag|all day)\b")
_BY_DAY = re.compile(r"\b(?:overdag|during the day|in the daytime)\b")
_SPAN = re.compile("S~*")
_UNTIL = re.compile(r"\b(?:tot|until|till) (?P<at>T~*)")
_AT = re.compile(r"\b(?:om|rond|vanaf|na|at|from|after|around) (?P<at>T~*)")
_BARE = re.compile(r"(?:^|[,;:(~D])\s*(?P<at>T~*)")
#: Besides what tells when.
_BRIEF = 2


class Taken(NamedTuple):
    """Weekday numbers and half hours that are taken, where in the sentence it is said, and by which word whose."""

    days: tuple[int, ...]
    hours: Hours
    said: slice
    who: int | None


class _Clause(NamedTuple):
    """A clause in which days are named, blotted out like the hours, and where it begins in the sentence."""

    text: str
    begin: int
    days: tuple[Day, ...]
    spans: Spans
    moments: Moments


def is_of_every_week(sentence: str) -> bool:
    """Whether nothing says that it is over, or not of every week.

    >>> is_of_every_week("dinsdag heeft ze les"), is_of_every_week("om de week heeft ze dinsdag les")
    (True, False)
    """
    return not NOT_WEEKLY.search(sentence) and not (ONCE.search(sentence) and not NOW.search(sentence))


def taken_on_days(
    blotted: str, days: Mapping[int, tuple[Day, ...]], cuts: Callable[[str], Iterator[tuple[int, int]]]
) -> Iterator[Taken]:
    """Hours of named days that a sentence tells to be taken.

    Parameters
    ----------
    blotted : the sentence with its lists of days blotted out.
    days : the days of each list, by where it begins.
    cuts : where the clauses of a text begin and end.
    """
    text, spans = spans_blotted(blotted)
    text, moments = hours_blotted(text)
    for begin, end in _joined(text, list(cuts(text))):
        clause = text[begin:end]
        named = tuple(day for one in _DAYS.finditer(clause) for day in days.get(begin + one.start(), ()))
        if named and len(clause) <= _LONGEST and not NOT_TAKEN.search(clause):
            yield from _taken(_Clause(clause, begin, named, spans, moments))


def _joined(text: str, cuts: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The clauses, those that only tell when joined to the one before; to the one after at the beginning."""
    joined: list[tuple[int, int]] = []
    is_open = False
    for begin, end in cuts:
        is_when = not _WHEN.sub("", text[begin:end])
        if joined and (is_when or is_open):
            joined[-1] = (joined[-1][0], end if text[begin:end].strip(" .") else joined[-1][1])
            is_open = is_open and is_when
        else:
            joined.append((begin, end))
            is_open = is_when
    return joined


def _taken(clause: _Clause) -> Iterator[Taken]:
    is_brief = len(_WHEN.sub(" ", clause.text).split()) <= _BRIEF
    for busy in BUSY:
        found = busy.words.search(clause.text) if is_brief or not busy.is_brief else None
        if found:
            break
    else:
        return
    place = found.start("who") if "who" in busy.words.groupindex else found.start()
    who = None if busy.is_own else clause.begin + place
    by_hours: dict[Hours, set[int]] = {}
    for day in clause.days:
        hours = _hours(clause, day.part or part_of(clause.text), busy)
        if hours:
            by_hours.setdefault(hours, set()).add(day.number)
    said = slice(clause.begin, clause.begin + len(clause.text))
    for hours, numbers in by_hours.items():
        yield Taken(tuple(sorted(numbers)), hours, said, who)


def _hours(clause: _Clause, part: Hours | None, busy: Busy) -> Hours | None:
    """The hours that are told, else the part of the day, else what is usual."""
    span = _SPAN.search(clause.text)
    if span:
        return span_in(clause.spans[clause.begin + span.start()], part)
    told = _until(clause, part, busy) or _since(clause, part, busy)
    if told or part:
        return told or part
    if _ALL_DAY.search(clause.text):
        return _WHOLE_DAY
    return DAYTIME if _BY_DAY.search(clause.text) else busy.usual


def _until(clause: _Clause, part: Hours | None, busy: Busy) -> Hours | None:
    match, around = _UNTIL.search(clause.text), part or busy.usual
    if not match or not around:
        return None
    end = moment_in(clause.moments[clause.begin + match.start("at")], part)
    return (around[0], end) if around[0] < end else None


def _since(clause: _Clause, part: Hours | None, busy: Busy) -> Hours | None:
    """From an hour to the usual end, or for as long as something lasts mostly."""
    match = _AT.search(clause.text)
    is_bare = match is None
    match = match or _BARE.search(clause.text)
    if not match:
        return None
    moment = clause.moments[clause.begin + match.start("at")]
    if is_bare and not part and moment.value > _NOON:
        return None  # "20 uur" may as well be how many
    begin = moment_in(moment, part)
    end = busy.usual[1] if busy.usual else 0.0
    return begin, end if end > begin else min(begin + USUAL_SLOTS, float(SLOTS))
