"""How far somebody says that they can walk: "ze loopt een kwartier, dan brandt het", "wandelen gaat nog drie kwartier".

It takes a walk, how long or far it is, and a word for the end of it. A walk of a quarter of an hour to the shop says
nothing, nor does one every morning with the dog.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from wor_match.text.fold import fold

#: The ids of the limits: only short walks, and none of an hour or more.
SHORT, NOT_LONG = "short_walks", "no_long_walks"
#: Up to so many minutes a walk is short, and from so many on there is no limit worth the name.
_SHORT_MINUTES, _LONG_MINUTES = 20, 60
#: Metres a minute for who walks slowly (3 km an hour).
_METRES = 50

_NUMBERS = {
    "een": 1.0, "anderhalve": 1.5, "twee": 2.0, "drie": 3.0, "vijf": 5.0, "tien": 10.0, "vijftien": 15.0,
    "twintig": 20.0, "vijfentwintig": 25.0, "dertig": 30.0, "veertig": 40.0, "honderd": 100.0, "tweehonderd": 200.0,
    "driehonderd": 300.0, "vijfhonderd": 500.0,
}  # fmt: skip
_NUMBER = rf"(?:\d{{1,3}}|{'|'.join(_NUMBERS)})"
_LONG = re.compile(
    rf"\b(?:(?P<three>drie kwartier)|(?P<half>half ?uur(?:tje)?)|(?P<quarter>kwartier(?:tje)?)"
    rf"|(?P<minutes>{_NUMBER}) (?:minuten|minuutjes|min|minutes)\b|(?P<metres>{_NUMBER}) (?:meter|metres|meters)\b"
    rf"|(?P<km>{_NUMBER}) (?:kilometer|km)\b)"
)
_WALKS = re.compile(r"\b(?:loop|loopt|lopen|liep|wandel|wandelt|wandelen|stappen|walk|walks|walking)\b")
#: That there it ends.
_ENDS = re.compile(
    r"\b(?:hooguit|hoogstens|maximaal|max|(?:niet|geen) (?:meer|verder|langer) dan|meer (?:niet|zit er niet in)"
    r"|gaat(?: nog| net)?(?= ?[.,;!]| ?$)|(?:gaat|lukt|kan) (?:nog|net|ze|hij|ik)\b|nog (?:net|maar)"
    r"|haalt|haal|redt|red|daarna|at most|no more than|not more than|no further than)\b"
    r"|,? dan (?:is|ben|moet|brandt|doet|krijg|krijgt|zakt|wil|gaat|houdt|kan|stopt)\b"
    r"|\bis (?:ze|hij) (?:op|kapot|doodop|bekaf)\b|\b(?:ben|is) (?:ik|ze|hij|de accu) (?:op|leeg|kapot)\b"
)
#: From or to somewhere: that is how far it is.
_WAY = re.compile(r"\b(?:naar|van huis|van hier|hiervandaan|vandaan|verderop|to the|from home|from here|away)\b")


class Walk(NamedTuple):
    """A limit of the two, and the words that say it."""

    limit: str
    said: str


def walk_told(sentence: str) -> Walk | None:
    """How far someone can walk, as far as a sentence tells; most sentences do not.

    Examples
    --------
    >>> walk_told("Ze loopt een kwartier, dan brandt het.")
    Walk(limit='short_walks', said='loopt een kwartier, dan brandt')
    >>> walk_told("Wandelen doet ze nu alleen, drie kwartier gaat.").limit
    'no_long_walks'
    >>> walk_told("Het is een kwartier lopen naar de winkel."), walk_told("Hij loopt elke dag een half uur.")
    (None, None)
    """
    text = fold(sentence.lower())
    walks = _WALKS.search(text)
    long = _LONG.search(text) if walks else None
    ends = _ENDS.search(text) if long else None
    if not (walks and long and ends) or _WAY.search(text):
        return None
    minutes = _minutes(long)
    if minutes >= _LONG_MINUTES:
        return None
    begin, end = min(each.start() for each in (walks, long, ends)), max(each.end() for each in (walks, long, ends))
    said = sentence[begin:end] if len(text) == len(sentence) else text[begin:end]
    return Walk(SHORT if minutes <= _SHORT_MINUTES else NOT_LONG, said.strip(" ,"))


def _minutes(long: re.Match[str]) -> float:
    found = long.groupdict()
    if found["three"] or found["half"] or found["quarter"]:
        return 45.0 if found["three"] else 30.0 if found["half"] else 15.0
    if found["minutes"]:
        return _number(found["minutes"])
    metres = _number(found["metres"]) if found["metres"] else 1000 * _number(found["km"])
    return metres / _METRES


def _number(word: str) -> float:
    return _NUMBERS[word] if word in _NUMBERS else float(word)
