"""Lengths of time in a sentence: what the readers of how long and how far somebody can go share."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from wor_match.text.words import words

NUMBERS = {
    "een": 1.0, "anderhalf": 1.5, "anderhalve": 1.5, "twee": 2.0, "drie": 3.0, "vijf": 5.0, "tien": 10.0,
    "vijftien": 15.0, "twintig": 20.0, "vijfentwintig": 25.0, "dertig": 30.0, "veertig": 40.0, "vijfenveertig": 45.0,
    "vijftig": 50.0, "zestig": 60.0, "negentig": 90.0, "honderd": 100.0, "tweehonderd": 200.0, "driehonderd": 300.0,
    "vijfhonderd": 500.0, "one": 1.0, "an": 1.0, "two": 2.0, "ten": 10.0, "fifteen": 15.0, "twenty": 20.0,
    "thirty": 30.0, "forty": 40.0, "sixty": 60.0, "ninety": 90.0,
}  # fmt: skip
#: A number in figures or in one of these words, as a pattern.
NUMBER = rf"(?:\d{{1,3}}|{'|'.join(NUMBERS)})"


def number(word: str) -> float:
    """What :data:`NUMBER` found.

    >>> number("twintig"), number("25")
    (20.0, 25.0)
    """
    return NUMBERS[word] if word in NUMBERS else float(word)


def minutes_named(found: Mapping[str, str | None]) -> float | None:
    """Minutes by the groups ``three`` (quarters), ``half`` (an hour), ``quarter`` and ``minutes``; None without any.

    >>> minutes_named({"three": None, "half": "half uur", "quarter": None, "minutes": None})
    30.0
    """
    for name, minutes in (("three", 45.0), ("half", 30.0), ("quarter", 15.0)):
        if found[name]:
            return minutes
    return number(found["minutes"]) if found["minutes"] else None


def first_in_order(orders: Iterable[re.Pattern[str]], text: str) -> re.Match[str] | None:
    """Where the first of some patterns is found that is found at all."""
    return next((match for order in orders if (match := order.search(text))), None)


def is_of_others(text: str, span: tuple[int, int], of_others: Sequence[bool]) -> bool:
    """Whether any word of a part of the text tells of somebody else."""
    begin, end = span
    return any(of_others[len(words(text[:begin])) : len(words(text[:end]))])
