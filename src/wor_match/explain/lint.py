"""A check on plain language. It finds what often makes a text hard to read; it does not certify a level.

Level B1 cannot be measured exactly; a text without findings can still be hard, and a finding can be right as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from wor_match.explain.wording.table import Shipped
from wor_match.vocabulary.tables import read_table

MOST_WORDS = 20
_MOST_LETTERS = 22
#: Sentences end at a mark with a space behind it, or at the end of a line or of a point in a list.
_SENTENCE = re.compile(r"(?<=[.!?:])\s+|\n\s*(?:[-=!]+\s*)?|\s+\|\s+")
_QUOTED = re.compile(r"‘[^’]*’(?!\w)")
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_ABBREVIATION = re.compile(
    r"\b(?:[a-z]\.){2,}[a-z]?|\b(?:bijv|evt|incl|excl|max|min|tel|nr|e\.g|i\.e|etc|enz|resp)\.", re.I
)
_CAPITALS = re.compile(r"\b[A-Z]{2,5}(?:-[A-Z]{2,5})*\b")
_PASSIVE = {
    "nl": re.compile(
        r"\b(?:worden|wordt|werd|werden)\b(?:\W+\w+){0,6}?\W+(?:ge|be|ver|ont|her)\w{2,}(?:d|t|en)\b", re.I
    ),
    "en": re.compile(r"\b(?:is|are|was|were|been|being)\s+(?:being\s+)?\w+ed\s+by\b", re.I),
}


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that may be hard to read.

    Parameters
    ----------
    code : {"long_sentence", "long_word", "jargon", "passive", "abbreviation"}
    text : str
        The sentence or word.
    instead : str
        What one could write, where that is known.
    """

    code: str
    text: str
    instead: str = ""


def lint(text: str, language: Shipped = "nl") -> list[Finding]:
    """What may be hard to read in a text; words in ‘quotes’ are someone's own and are left alone.

    Examples
    --------
    >>> [(one.code, one.instead) for one in lint("Indien gewenst, i.o.m. de coach.")]
    [('jargon', 'als'), ('abbreviation', '')]
    >>> lint("U kunt zo binnenlopen. Aanmelden hoeft niet.")
    []
    """
    plain = _QUOTED.sub("", text)
    return [finding for sentence in sentences(plain) for finding in _findings(sentence, language)]


def longest(text: str) -> int:
    """How many words the longest sentence has, quotes aside.

    >>> longest("Dit is kort. Dit is iets langer: ‘wat iemand zei’ telt niet.")
    4
    """
    return max((len(_WORD.findall(one)) for one in sentences(_QUOTED.sub("", text))), default=0)


def sentences(text: str) -> list[str]:
    """The sentences and lines of a text."""
    return [piece.strip() for piece in _SENTENCE.split(text) if piece and piece.strip()]


def _findings(sentence: str, language: Shipped) -> Iterator[Finding]:
    words = _WORD.findall(sentence)
    if len(words) > MOST_WORDS:
        yield Finding("long_sentence", sentence)
    for word in words:
        if max(len(part) for part in word.split("-")) > _MOST_LETTERS:
            yield Finding("long_word", word)
    for word, instead in _jargon(language).items():
        if re.search(rf"(?<!\w){re.escape(word)}(?:en|s|e)?(?!\w)", sentence, re.I):
            yield Finding("jargon", word, instead)
    if passive := _PASSIVE[language].search(sentence):
        yield Finding("passive", passive[0])
    for pattern in (_ABBREVIATION, _CAPITALS):
        yield from (Finding("abbreviation", found[0]) for found in pattern.finditer(sentence))


@cache
def _jargon(language: Shipped) -> dict[str, str]:
    rows = read_table("jargon", "wor_match.explain.wording")
    return {row["word"]: row["instead"] for row in rows if row["language"] == language}
