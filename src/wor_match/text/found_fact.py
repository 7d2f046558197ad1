"""A fact and the place where it was found."""

from typing import NamedTuple

from wor_match.text.fact_table import FactValue


class FoundFact(NamedTuple):
    """A fact with the characters ``start`` to ``end`` (exclusive) that it was read from."""

    fact: str
    value: FactValue
    start: int
    end: int
    negated: bool = False
