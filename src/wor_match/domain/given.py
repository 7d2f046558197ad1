"""What is handed in, looked at before it is used: whether it is of the kind that is asked for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar

from wor_match.errors import InputError, Problem

#: A day around which weeks and months can be reckoned; what lies outside is a slip or a missing date.
FIRST_YEAR, LAST_YEAR = 1900, 2999

Once = TypeVar("Once", bound="SetOnce")


def check_kind(what: str, field: str, value: object, kind: type[Any]) -> None:
    """Raise InputError when a value is not of this kind.

    >>> check_kind("Matcher", "as_of", 5, int)
    """
    if not isinstance(value, kind):
        raise InputError(what, [_problem(field, kind)])


def check_kinds(what: str, field: str, values: object, kind: type[Any]) -> tuple[Any, ...]:
    """The values as a tuple; whatever holds them is gone through once only, because an iterator is empty after that.

    Raises
    ------
    InputError
        If they are not several values, or some are not of this kind; all of these are named.

    Examples
    --------
    >>> check_kinds("Matcher", "remedies", (word for word in ["a", "b"]), str)
    ('a', 'b')
    >>> check_kinds("Matcher", "remedies", ["a", 5], str)
    Traceback (most recent call last):
    ...
    wor_match.errors.InputError: Matcher: 1 problem
      remedies[1]: must be of class str [wrong_type]
    """
    if isinstance(values, str | bytes | kind) or not isinstance(values, Iterable):
        raise InputError(what, [Problem(field, "wrong_type", f"must be a list of {kind.__name__}")])
    found = tuple(values)
    wrong = [number for number, value in enumerate(found) if not isinstance(value, kind)]
    if wrong:
        raise InputError(what, [_problem(f"{field}[{number}]", kind) for number in wrong])
    return found


def _problem(field: str, kind: type[Any]) -> Problem:
    return Problem(field, "wrong_type", f"must be of class {kind.__name__}")


class SetOnce:
    """Something whose attributes stay as they were made: an answer must never depend on who changed what meanwhile.

    Examples
    --------
    >>> class Point(SetOnce):
    ...     def __init__(self, x: int) -> None:
    ...         self.x = x
    ...         self._set_once()
    >>> Point(1).x = 2
    Traceback (most recent call last):
    ...
    wor_match.errors.InputError: Point: 1 problem
      x: cannot be changed; make another [frozen]
    """

    _is_made = False

    def _set_once(self) -> None:
        """Let no attribute be set from here on; what is worked out at first use (``cached_property``) still is."""
        self._is_made = True

    def __setattr__(self, name: str, value: object) -> None:
        if self._is_made:
            raise InputError(type(self).__name__, [Problem(name, "frozen", "cannot be changed; make another")])
        super().__setattr__(name, value)

    def __delattr__(self, name: str) -> None:
        if self._is_made:
            raise InputError(type(self).__name__, [Problem(name, "frozen", "cannot be removed; make another")])
        super().__delattr__(name)


def set_once(*shared: Once) -> tuple[Once, ...]:
    """Things that all share, each of which stays as it is from here on."""
    for one in shared:
        one._set_once()
    return shared
