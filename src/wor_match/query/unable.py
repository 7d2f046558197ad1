"""Words for not being able to come at some hours: "voor elven komt hij de deur niet uit", "na tweeën is ze op"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from wor_match.query.clock_words import Moments, hours_blotted
from wor_match.query.day_words import Day
from wor_match.query.hours import SLOTS

EVERY_DAY, WORKDAYS = tuple(range(7)), tuple(range(5))
#: Ten o'clock.
_EARLY = 20.0
_MORNING, _NOON, _EVENING, _MIDNIGHT = 12.0, 24.0, 36.0, float(SLOTS)
_WHO = r"(?:ik|ze|zij|hij|mevrouw|meneer|i|she|he)"
_NOT = r"(?:niet|geen|niks|niets|nooit|nauwelijks|amper|nergens|not|never|nothing|cannot|can't)"
#: Who has nothing then is free.
_FAILS = r"(?:niet|geen|nooit|nauwelijks|amper|nergens|not|never|cannot|can't)"
_SPENT = r"(?:op|moe|doodmoe|leeg|kapot|gesloopt|uitgeput|bekaf|in bed|naar bed|het licht uit|exhausted|tired|worn out)"
#: In these patterns T stands for an hour.
_T = r"(?P<at>T~*)"
_NOT_BEFORE = [
    re.compile(pattern)
    for pattern in (
        rf"\b(?:voor|before) {_T}(?=.*\b(?P<cannot>{_NOT})\b)",
        rf"\b{_NOT}\b[\w\s']*\b(?:voor|before) {_T}",
        rf"\bpas (?:om|na|vanaf|rond|tegen) {_T}",
        rf"\b(?:{_WHO} (?:\w+ )?(?:slaapt|sleeps?)|slaap) (?:\w+ )?(?:tot|until|till) {_T}",
        rf"\b(?:sta|staat) (?:\w+ )?(?:rond|om|tegen) {_T}\s+(?:pas )?op\b",
        rf"\bthuiszorg\b[\w\s']*\b(?:tot|om) {_T}",
    )
]
_NOT_AFTER = [
    re.compile(pattern)
    for pattern in (
        rf"\b(?:na|after) {_T}(?=.*\b(?P<cannot>{_FAILS}|{_SPENT})\b)",
        rf"\b(?:voor|before) {_T}\s+(?:weer |al )?(?:thuis|terug|home|back)\b",
    )
]
#: Someone waits for them at the school, and the rest of the afternoon too.
_SCHOOL = [
    re.compile(pattern)
    for pattern in (
        rf"\b(?:om|at) {_T}(?=.*\b(?:school(?:plein|hek|poort)?|gehaald|ophalen|halen|pick)\b)",
        rf"\b(?:school(?:plein|hek|poort)?|gehaald|ophalen|halen|pick)\b.*\b(?:om|at) {_T}",
    )
]
_CANNOT = (
    rf"(?:(?:val(?:t|len) af|is het licht uit|(?:is|ben) {_WHO} {_SPENT}|(?:zit|zitten) {_WHO} op slot)\b"
    rf"|(?:kom|komt) {_WHO} (?:\w+ )?(?:niet|moeilijk|slecht|nauwelijks|amper) op gang\b"
    rf"|(?:ga|gaat|kom|komt) {_WHO} (?:de deur |het huis )?(?:niet|nooit) (?:meer )?(?:de deur )?"
    r"(?:uit|weg|naar buiten)\b"
    rf"|(?:kan|kun|lukt|gaat|doet|doe|can|do|does)\b(?: \w+)? {_NOT}\b|(?:is|ben) {_WHO} nergens\b)"
)
_PARTS = [
    (re.compile(rf"^\W*(?:{words}) {_CANNOT}"), begin, end)
    for words, begin, end in (
        ("(?:heel )?vroeg in de ochtend|'?s (?:ochtends|morgens) vroeg|early in the morning", 0.0, _EARLY),
        ("'?s ochtends|'?s morgens|(?:in )?de ochtend|(?:de )?ochtenden|in the morning|mornings", 0.0, _NOON),
        ("'?s middags|(?:in )?de middag|(?:de )?middagen|in the afternoon|afternoons", _NOON, _EVENING),
        ("'?s avonds|(?:in )?de avond|(?:de )?avonden|in the evening|evenings", _EVENING, _MIDNIGHT),
    )
]


_CAN_NOT = r"(?:kan|kun|lukt|can)\b(?: \w+)? (?:niet|nooit|not|never)\b|(?:can't|cannot)\b(?: \w+)?"
#: Of a whole day, or the part of it that is named.
_NO_DAY = [
    re.compile(pattern)
    for pattern in (
        rf"^\W*(?:(?:alleen|ook|only) )?(?:op |on )?D~* (?:val(?:t|len) af\b|{_CAN_NOT})\W*$",
        rf"\b(?:{_CAN_NOT}) (?:op |on )?D~*\W*$",
        r"\b(?:kan|kun) (?:\w+ )?(?:op )?D~* (?:niet|nooit)\W*$",
    )
]
#: Whoever comes or is fetched: it is the client who stays at home or waits there.
_WAITS, _FETCHES = re.compile(r"\bthuiszorg\b"), re.compile(r"\b(?:haalt?|picks?|fetch(?:es)?)\b")


class Unable(NamedTuple):
    """Hours, and where in the clause it is said who cannot come then; None where it is the client's in any case."""

    begin: float
    end: float
    days: tuple[int, ...]
    who: int | None


def unable_in(plain: str, named: Sequence[Day]) -> Iterator[Unable]:
    """Hours at which someone is not able; where days are named, of these and not of the others."""
    timed, moments = hours_blotted(plain)
    days = tuple(sorted({day.number for day in named})) or EVERY_DAY
    for pattern, begin, end in _PARTS:
        match = pattern.search(timed)
        if match:
            yield Unable(begin, end, days, match.end() - 1)
    for match in (match for pattern in _NO_DAY if named for match in pattern.finditer(timed)):
        for day in named:
            yield Unable(*(day.part or (0.0, _MIDNIGHT)), (day.number,), match.end() - 1)
    if moments:  # an hour is named: hardly ever
        yield from _by_the_clock(timed, moments, days, days if named else WORKDAYS)


def _by_the_clock(
    timed: str, moments: Moments, days: tuple[int, ...], school_days: tuple[int, ...]
) -> Iterator[Unable]:
    for match, moment in _moments(_NOT_BEFORE, timed, moments, afternoon=10):
        if _MORNING < moment <= _EVENING:
            yield Unable(0.0, moment, days, None if _WAITS.match(match[0]) else _who(match))
    for match, moment in _moments(_NOT_AFTER, timed, moments, afternoon=18):
        yield Unable(moment, _MIDNIGHT, days, _who(match))
    for _, moment in _moments(_SCHOOL, timed, moments, afternoon=10):
        if _NOON <= moment < _EVENING:
            fetches = _FETCHES.search(timed)
            yield Unable(moment, _EVENING, school_days, fetches.start() if fetches else None)


def _who(match: re.Match[str]) -> int:
    """The word by which it is said who is not able."""
    return match.start("cannot") if "cannot" in match.re.groupindex else match.start()


def _moments(
    patterns: Iterable[re.Pattern[str]], timed: str, moments: Moments, *, afternoon: float
) -> Iterator[tuple[re.Match[str], float]]:
    """What the patterns find; an hour of which the part of the day is not told is of the afternoon up to some hour."""
    for match in (match for pattern in patterns for match in pattern.finditer(timed)):
        yield match, moments[match.start("at")].at(afternoon)
