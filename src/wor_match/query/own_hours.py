"""Hours that a client told of in passing: "voor elven komt hij de deur niet uit", "na tweeën is ze op".

What was filled in as available is by parts of the day at most; what people tell is finer. It is read on the careful
side: an hour alone says nothing, it takes words for not being able to. What is read weighs and is asked about; it
never excludes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import numpy as np

from wor_match.query.hours import CELLS, SLOTS, Week, cells_of, cumulative
from wor_match.text.fold import fold

#: The id of the limit.
OWN_HOURS = "own_hours"
_MORNING, _NOON, _EVENING, _MIDNIGHT = 12.0, 24.0, 36.0, float(SLOTS)
_NUMBERS = ("een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf")
_BENT = ("enen", "tweeen", "drieen", "vieren", "vijven", "zessen", "zevenen", "achten", "negenen", "tienen", "elven",
         "twaalven")  # fmt: skip
_ENGLISH = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_HOUR_OF = {word: hour for words in (_NUMBERS, _BENT, _ENGLISH) for hour, word in enumerate(words, 1)}
_WORD = "|".join(sorted(_HOUR_OF, key=len, reverse=True))
#: An hour as people say it. Of a plain number it must be said that it is an hour, and not how many or how much.
_TIME = re.compile(
    rf"\b(?:(?P<half>half)\s+(?P<to>{_WORD})|kwart (?:voor|over)\s+(?P<near>{_WORD})|een uur of (?P<about>{_WORD})"
    rf"|(?P<bent>{'|'.join(_BENT)})|(?P<digits>\d{{1,2}})[.:](?P<minutes>\d\d)(?:\s*uur)?"
    rf"|(?P<plain>\d{{1,2}}|{_WORD})(?:\s*uur|\s*o'clock|\s*(?=[ap]\.?m\b)))"
    r"(?:\s*(?:'s\s)?(?P<part>ochtends|morgens|middags|avonds|nachts|am|pm|a\.m|p\.m)\b)?(?!\w)"
)
_AFTERNOON = ("middags", "avonds", "pm", "p.m")
#: Up to so many plain hours may as well be how long something lasts.
_SHORT = 3
_WHO = r"(?:ik|ze|zij|hij|mevrouw|meneer|i|she|he)"
_NOT = r"(?:niet|geen|niks|niets|nooit|nauwelijks|amper|nergens|not|never|nothing|cannot|can't)"
#: Who has nothing then is free.
_FAILS = r"(?:niet|geen|nooit|nauwelijks|amper|nergens|not|never|cannot|can't)"
_SPENT = r"(?:op|moe|doodmoe|leeg|kapot|gesloopt|uitgeput|bekaf|in bed|naar bed|het licht uit|exhausted|tired|worn out)"
_CLAUSE = re.compile(r"[,;:()](?!\d)|\s-\s|\b(?:en|maar|want|and|but)\b(?=\s)")
_DAY = re.compile(r"\b(?:maan|dins|woens|donder|vrij|zater|zon)dag|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day")
#: In these patterns T stands for an hour, followed by its number of half hours.
_T = r"T(?P<at>[\d.]+)"
_NOT_BEFORE = [
    re.compile(pattern)
    for pattern in (
        rf"\b(?:voor|before) {_T}(?=.*\b{_NOT}\b)",
        rf"\b{_NOT}\b[\w\s']*\b(?:voor|before) {_T}",
        rf"\bpas (?:om|na|vanaf|rond|tegen) {_T}",
        rf"\b{_WHO} (?:\w+ )?(?:slaapt|slaap|sleeps?) (?:\w+ )?(?:tot|until|till) {_T}",
        rf"\b(?:sta|staat) (?:\w+ )?(?:rond|om|tegen) {_T}\s+(?:pas )?op\b",
        rf"\bthuiszorg\b[\w\s']*\b(?:tot|om) {_T}",
    )
]
_NOT_AFTER = [
    re.compile(pattern)
    for pattern in (
        rf"\b(?:na|after) {_T}(?=.*\b(?:{_FAILS}|{_SPENT})\b)",
        rf"\b(?:voor|before) {_T}\s+(?:weer |al )?(?:thuis|terug|home|back)\b",
    )
]
#: Someone waits for them at the school, and the rest of the afternoon too.
_SCHOOL = [
    re.compile(pattern)
    for pattern in (
        rf"\b(?:om|at) {_T}(?=.*\b(?:school|gehaald|ophalen|halen|pick)\b)",
        rf"\b(?:school|gehaald|ophalen|halen|pick)\b.*\b(?:om|at) {_T}",
    )
]
_CANNOT = (
    rf"(?:(?:val(?:t|len) af|is het licht uit|(?:is|ben) {_WHO} {_SPENT}|(?:zit|zitten) {_WHO} op slot)\b"
    rf"|(?:kan|kun|lukt|gaat|doet|doe|can|do|does)\b(?: \w+)? {_NOT}\b|(?:is|ben) {_WHO} nergens\b)"
)
_PARTS = [
    (re.compile(rf"^\W*(?:{words}) {_CANNOT}"), begin, end)
    for words, begin, end in (
        ("'?s ochtends|'?s morgens|(?:in )?de ochtend|(?:de )?ochtenden|in the morning|mornings", 0.0, _NOON),
        ("'?s middags|(?:in )?de middag|(?:de )?middagen|in the afternoon|afternoons", _NOON, _EVENING),
        ("'?s avonds|(?:in )?de avond|(?:de )?avonden|in the evening|evenings", _EVENING, _MIDNIGHT),
    )
]


class Told(NamedTuple):
    """Hours at which someone cannot come: begin and end in half hours since midnight, on working days only or all."""

    begin: float
    end: float
    is_workdays: bool
    said: str


def hours_told(sentence: str) -> list[Told]:
    """Hours at which the client cannot come, as far as a sentence tells; most sentences do not.

    Examples
    --------
    >>> hours_told("Voor elven komt hij de deur niet uit.")
    [Told(begin=0.0, end=22.0, is_workdays=False, said='Voor elven komt hij de deur niet uit')]
    >>> hours_told("Om drie uur 's nachts ligt ze te malen."), hours_told("Na twee uur praten was hij op.")
    ([], [])
    """
    plain = fold(sentence.replace("’", "'").replace("‘", "'").lower())
    found = [told for begin, end in _clauses(plain) for told in _in_clause(plain[begin:end], sentence[begin:end])]
    return list(dict.fromkeys(found))


def _clauses(plain: str) -> Iterator[tuple[int, int]]:
    """Where the clauses of a sentence begin and end."""
    begin = 0
    for cut in _CLAUSE.finditer(plain):
        yield begin, cut.start()
        begin = cut.end()
    yield begin, len(plain)


def _in_clause(plain: str, clause: str) -> Iterator[Told]:
    if _DAY.search(plain):
        return  # of that day it may be said, and of the others not
    said = clause.strip(" .!?\"“”'‘’")
    timed = _TIME.sub(lambda match: _hour(match, plain), plain)
    for part, begin, end in _PARTS:
        if part.search(timed):
            yield Told(begin, end, False, said)
    if "T" not in timed:  # no hour is named: nearly always
        return
    for moment in _moments(_NOT_BEFORE, timed, afternoon=5):
        if _MORNING < moment <= _EVENING:
            yield Told(0.0, moment, False, said)
    for moment in _moments(_NOT_AFTER, timed, afternoon=9):
        yield Told(moment, _MIDNIGHT, False, said)
    for moment in _moments(_SCHOOL, timed, afternoon=5):
        if _NOON <= moment < _EVENING:
            yield Told(moment, _EVENING, True, said)


def _hour(match: re.Match[str], plain: str) -> str:
    """T with half hours since midnight; as it stands at night, and where it may as well tell how long."""
    told = match.groupdict()
    word = next(told[name] for name in ("to", "near", "about", "bent", "digits", "plain") if told[name])
    hour, part = _HOUR_OF.get(word) or int(word), told["part"]
    is_length = (
        told["plain"] and not part and hour <= _SHORT and plain[: match.start()].rstrip().endswith(("na", "after"))
    )
    if hour >= 24 or part == "nachts" or is_length:
        return match[0]
    if part in _AFTERNOON and hour < 12:
        hour += 12
    exact = "." if part or hour > 12 else ""
    return f"T{hour * 2 - (1 if told['half'] else 0) + int(told['minutes'] or 0) / 30:g}{exact}"


def _moments(patterns: Iterable[re.Pattern[str]], timed: str, *, afternoon: int) -> Iterator[float]:
    """What the patterns find; an hour of which the part of the day is not told is of the afternoon up to some hour."""
    for match in (match for pattern in patterns for match in pattern.finditer(timed)):
        moment = float(match["at"].rstrip("."))
        is_told = match["at"].endswith(".")
        yield moment if is_told or moment > afternoon * 2 else moment + _NOON


def free_of(told: Iterable[Told]) -> Week:
    """A week in which nothing but these hours is taken, as :func:`cumulative` gives it."""
    week = np.ones((7, CELLS))
    for one in told:
        week[: 5 if one.is_workdays else 7] *= 1 - cells_of(one.begin, one.end)
    return cumulative(week)
