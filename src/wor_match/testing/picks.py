"""One description of made-up activities and clients, two ways of choosing: a seed, or a hypothesis strategy.

Whatever chooses is a function that takes options and gives one of them. The plainest option stands first, so that
hypothesis shrinks towards it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, TypeVar

T = TypeVar("T")
_PERCENT = range(100)


class Pick(Protocol):
    """Gives one of several options."""

    def __call__(self, options: Sequence[T], /) -> T:
        """One of the options; each is as likely as the others."""
        ...


def chance(pick: Pick, percent: int) -> bool:
    """Whether something of so many percent happens.

    >>> chance(lambda options: options[0], 99), chance(lambda options: options[-1], 1)
    (False, True)
    """
    return pick(_PERCENT) >= 100 - percent


def told(pick: Pick, percent: int, options: Sequence[T]) -> T | None:
    """One of the options with a chance, else None: not known, or not asked."""
    return pick(options) if chance(pick, percent) else None


def some(pick: Pick, counts: Sequence[int], options: Sequence[T]) -> tuple[T, ...]:
    """As many different options as one of the counts says; of options that are picked twice the first only."""
    return tuple(dict.fromkeys(pick(options) for _ in range(pick(counts))))
