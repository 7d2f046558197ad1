"""What a matcher is asked with, checked: a day, and whole numbers within their range."""

from __future__ import annotations

import operator
from datetime import date, datetime
from typing import SupportsIndex

from wor_match.domain.given import FIRST_YEAR, LAST_YEAR
from wor_match.errors import InputError, Problem

MAX_K = 1000
MAX_DRAWS, MAX_SEED = 1_000_000, 2**63 - 1
MAX_QUESTIONS = 50


def day(as_of: object) -> date:
    """The date itself; of a datetime its date.

    >>> day(datetime(2026, 11, 23, 9, 30))
    datetime.date(2026, 11, 23)
    """
    if isinstance(as_of, datetime) and as_of == as_of:  # pandas' "not a time" is a datetime that equals nothing
        as_of = as_of.date()
    if not isinstance(as_of, date) or isinstance(as_of, datetime):
        raise InputError("Matcher", [Problem("as_of", "not_a_date", "must be a datetime.date")])
    if not FIRST_YEAR <= as_of.year <= LAST_YEAR:
        must_be = f"must be a day of the years {FIRST_YEAR} to {LAST_YEAR}"
        raise InputError("Matcher", [Problem("as_of", "out_of_range", must_be)])
    return as_of


def check_k(k: int) -> int:
    """The length of a list; InputError when it is none."""
    return check_whole("k", k, 1, MAX_K)


def check_whole(name: str, value: object, least: int, most: int) -> int:
    """The value as a whole number, one of numpy's too; InputError when it is none from the least to the most.

    >>> check_whole("k", 5, 1, 10)
    5
    """
    found = value if type(value) is int else None if isinstance(value, bool) else _whole(value)
    if found is None or not least <= found <= most:
        must_be = f"must be a whole number from {least} to {most}"
        raise InputError("Matcher", [Problem(name, "out_of_range", must_be)])
    return found


def _whole(value: object) -> int | None:
    """What counts as an index, as numpy's integers do and its booleans and arrays of several do not."""
    if not isinstance(value, SupportsIndex):
        return None
    try:
        return operator.index(value)
    except TypeError:  # an array says that it can, and cannot
        return None
