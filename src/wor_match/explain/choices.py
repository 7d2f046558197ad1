"""For "I don't know": contrasting choices that best split what this client can do."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from wor_match.criteria.activities import gather
from wor_match.domain.next_question import Choice
from wor_match.domain.records import Record
from wor_match.query.query import Query
from wor_match.query.scene import Scene
from wor_match.query.wants import facet_mask, want
from wor_match.text.themes import default_reader

#: At most so many choices; a choice that tells less than this is not worth asking.
MOST, _LEAST_BITS = 6, 0.05
#: From here on an activity suits a wish.
_SUITS = 0.5
#: Both sides of a choice must be there: something to do for either answer.
_LEAST_EACH = 2


def knows_nothing(query: Query) -> bool:
    """Whether the intake holds no wish that says anything."""
    return not any(one.is_understood or one.stems for one in query.wants)


def choices(scene: Scene, rows: npt.NDArray[np.int64]) -> tuple[Choice, ...]:
    """Pairs of qualities ("working with your hands or being outdoors") that split the possible activities best.

    Parameters
    ----------
    rows : places in the scene of the activities that no rule excludes

    Notes
    -----
    Each possible activity suits the one, the other, both or neither; a pair is worth the entropy of that, given the
    choices before it, in bits. The best pair is taken each time, and each quality once. Exact; all pairs are looked
    at. Cost O(pairs * activities).
    """
    suits = _suits(scene.take(rows)) if len(rows) else np.zeros((0, 0), dtype=bool)
    names = [theme for theme, is_facet in zip(default_reader().theme_ids, facet_mask(), strict=True) if is_facet]
    left = [place for place in range(len(suits)) if suits[place].sum() >= _LEAST_EACH]
    cells = np.zeros(suits.shape[1] if len(suits) else 0, dtype=np.int64)
    found: list[Choice] = []
    while len(found) < MOST and len(left) >= 2:
        known = _bits(cells)
        pairs = [(one, other) for place, one in enumerate(left) for other in left[place + 1 :]]
        gains = [_bits(_split(cells, suits[one], suits[other])) - known for one, other in pairs]
        best = int(np.argmax(np.round(gains, 9)))  # of equals the first of the table
        if gains[best] < _LEAST_BITS:
            break
        one, other = pairs[best]
        cells = np.unique(_split(cells, suits[one], suits[other]), return_inverse=True)[1]
        left = [place for place in left if place not in (one, other)]
        question = Record(code="next.choice", params={"one": names[one], "other": names[other]})
        counts = (int(suits[one].sum()), int(suits[other].sum()))
        bits = round(gains[best], 3)
        found.append(Choice(themes=(names[one], names[other]), counts=counts, bits=bits, question=question))
    return tuple(found)


def _suits(scene: Scene) -> npt.NDArray[np.bool_]:
    """Whether each activity would answer a wish for each quality, (qualities, rows)."""
    names = [theme for theme, is_facet in zip(default_reader().theme_ids, facet_mask(), strict=True) if is_facet]
    wanted = np.array([want("", "interest", 1.0, (name,)).wanted for name in names])
    return np.asarray(gather(scene).best(wanted) >= _SUITS)


def _split(
    cells: npt.NDArray[np.int64], one: npt.NDArray[np.bool_], other: npt.NDArray[np.bool_]
) -> npt.NDArray[np.int64]:
    return np.asarray(cells * 4 + one * 2 + other, dtype=np.int64)


def _bits(cells: npt.NDArray[np.int64]) -> float:
    """Entropy of how the activities lie over cells.

    >>> _bits(np.array([0, 0, 1, 1]))
    1.0
    """
    counts = np.unique(cells, return_counts=True)[1]
    shares = counts / counts.sum()
    return float(-(shares * np.log2(shares)).sum()) + 0.0
