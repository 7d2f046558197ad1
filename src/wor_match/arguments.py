"""What a matcher is asked with, checked: a day, and whole numbers within their range."""

from __future__ import annotations

from datetime import date, datetime

from wor_match.errors import InputError, Problem

MAX_K = 1000
#: A day around which weeks and months can be reckoned; what lies outside is a slip or a missing date.
FIRST_YEAR, LAST_YEAR = 1900, 2999
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


def check_k(k: int) -> None:
    """Raise InputError when that is no length of a list."""
    check_whole("k", k, 1, MAX_K)


def check_whole(name: str, value: int, least: int, most: int) -> None:
    """Raise InputError when that is no whole number from the least to the most."""
    if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
        must_be = f"must be a whole number from {least} to {most}"
        raise InputError("Matcher", [Problem(name, "out_of_range", must_be)])
