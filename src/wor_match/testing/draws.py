"""Many made-up activities and clients quickly, from a seed: for benchmarks and heavy property tests."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from wor_match.domain.activity import Activity
from wor_match.domain.client import Client
from wor_match.testing.made_activities import made_activity
from wor_match.testing.made_clients import made_client
from wor_match.testing.picks import Pick, T


def seeded(seed: int) -> Pick:
    """A chooser that gives the same choices for the same seed."""
    random = np.random.default_rng(seed)

    def pick(options: Sequence[T], /) -> T:
        return options[int(random.integers(len(options)))]

    return pick


def draw_activities(n: int, seed: int) -> list[Activity]:
    """Draw n activities, with ids ``a0000``, ``a0001`` and so on.

    >>> [one.id for one in draw_activities(2, seed=1)]
    ['a0000', 'a0001']
    >>> draw_activities(5, seed=1) == draw_activities(5, seed=1)
    True
    """
    pick = seeded(seed)
    return [made_activity(pick, f"a{number:04}") for number in range(n)]


def draw_clients(n: int, seed: int) -> list[Client]:
    """Draw n clients, with references ``c-0000``, ``c-0001`` and so on.

    >>> draw_clients(3, seed=1)[2].reference
    'c-0002'
    """
    pick = seeded(seed)
    return [made_client(pick, f"c-{number:04}") for number in range(n)]
