"""Hours that a client told of in passing: "voor elven komt hij de deur niet uit", "na tweeën is ze op".

What was filled in as available is by parts of the day at most; what people tell is finer. It is read on the careful
side: an hour or a weekday alone says nothing, it takes words for not being able to (`unable`), or for being busy on a
day that is named (`taken_days`). What is read weighs and is asked about; it never excludes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np

from wor_match.query.able import able_in
from wor_match.query.clock_words import BENT
from wor_match.query.day_words import days_blotted
from wor_match.query.hours import CELLS, Week, cells_of, cumulative
from wor_match.query.only_then import only_then_in
from wor_match.query.taken_days import is_of_every_week, taken_on_days
from wor_match.query.unable import Unable, unable_in
from wor_match.text.fold import fold
from wor_match.text.words import words

#: The id of the limit.
OWN_HOURS = "own_hours"
#: Without any of these a sentence tells of no hours: nearly always.
#: It begins with plain letters everywhere, by which a search is ten times as quick.
_HINT = re.compile(
    r"dag|day|school|weekend|doordeweek|door de week|uur|half|kwart|[.:]\d|clock|am\b|pm\b|a\.m|p\.m"
    rf"|ocht|morg|morn|avon|noon|even|{'|'.join(BENT)}"
    r"|ma[ .,/&+–-]|di[ .,/&+–-]|wo[ .,/&+–-]|do[ .,/&+–-]|vr[ .,/&+–-]|za[ .,/&+–-]"
)
#: A clause of hundreds of words is no prose; without these, reading stays linear in the text.
_LONGEST = 400
_DAYS = re.compile("D~*")
#: The apostrophe before it went with the quotation marks.
_CLIPPED = re.compile(r"(?<!\S)\s?(s (?:ochtends|morgens|middags|avonds|nachts))\b", re.IGNORECASE)
_CLAUSE = re.compile(r"[,;:()](?!\d)|\s-\s|\b(?:en|maar|want|and|but)\b(?=\s)")


class Told(NamedTuple):
    """Hours at which someone cannot come: from where to where in half hours since midnight, on which weekdays."""

    begin: float
    end: float
    days: tuple[int, ...]
    said: str

    @property
    def is_every_evening(self) -> bool:
        """Whether it is the evening, on all days."""
        return len(self.days) == 7 and (self.begin, self.end) == (36.0, 48.0)


def hours_told(sentence: str, of_others: Sequence[bool] = ()) -> list[Told]:
    """Hours at which the client cannot come, as far as a sentence tells; most sentences do not.

    Parameters
    ----------
    of_others : of each word, whether it tells of somebody else; without it all is taken for the client's.

    Examples
    --------
    >>> hours_told("Voor elven komt hij de deur niet uit.")
    [Told(begin=0.0, end=22.0, days=(0, 1, 2, 3, 4, 5, 6), said='Voor elven komt hij de deur niet uit')]
    >>> [(one.begin, one.end, one.days) for one in hours_told("Ma en wo werkt ze van acht tot twaalf.")]
    [(16.0, 24.0, (0, 2))]
    >>> hours_told("Om drie uur 's nachts ligt ze te malen."), hours_told("Na twee uur praten was hij op.")
    ([], [])
    """
    plain = fold(sentence).replace("’", "'").replace("‘", "'").lower()
    if not _HINT.search(plain):
        return []
    found: list[Told] = []
    for one, place in _in_sentence(plain):
        told = Told(one.begin, one.end, one.days, _quoted(sentence, place))
        is_own = one.who is None or not _is_marked(sentence, one.who, of_others)
        if is_own and not any(_covers(other, told) for other in found):
            found.append(told)
    return found


def _quoted(sentence: str, place: slice) -> str:
    """The words in which it is told, with the bracket that ends them and the apostrophe of "'s avonds"."""
    said = _CLIPPED.sub(r"'\1", sentence[place].strip(" .,;:!?\"“”'‘’"))
    return said + ")" if said.count("(") > said.count(")") else said


def _covers(told: Told, other: Told) -> bool:
    """Whether the same words told these hours already."""
    is_within = told.begin <= other.begin and other.end <= told.end and set(other.days) <= set(told.days)
    return is_within and told.said == other.said


def _is_marked(sentence: str, place: int, of_others: Sequence[bool]) -> bool:
    """Whether the word at a place of the sentence is marked."""
    number = len(words(sentence[: place + 1])) - 1
    return 0 <= number < len(of_others) and of_others[number]


def _in_sentence(plain: str) -> Iterator[tuple[Unable, slice]]:
    blotted, named = days_blotted(plain)
    is_weekly = not named or is_of_every_week(blotted)
    for begin, end in _clauses(blotted):
        if end - begin > _LONGEST:
            continue
        days = tuple(day for one in _DAYS.finditer(blotted, begin, end) for day in named[one.start()])
        if is_weekly or not days:
            for found in unable_in(blotted[begin:end], days):
                yield found._replace(who=None if found.who is None else begin + found.who), slice(begin, end)
    if is_weekly or not named:
        yield from able_in(blotted, named)
        yield from only_then_in(blotted, named)
    if named and is_weekly:
        for taken in taken_on_days(blotted, named, _clauses):
            yield Unable(*taken.hours, taken.days, taken.who), taken.said


def _clauses(plain: str) -> Iterator[tuple[int, int]]:
    """Where the clauses of a sentence begin and end."""
    begin = 0
    for cut in _CLAUSE.finditer(plain):
        yield begin, cut.start()
        begin = cut.end()
    yield begin, len(plain)


def free_of(told: Iterable[Told]) -> Week:
    """A week in which nothing but these hours is taken, as :func:`cumulative` gives it."""
    week = np.ones((7, CELLS))
    for one in told:
        week[list(one.days)] *= 1 - cells_of(one.begin, one.end)
    return cumulative(week)
