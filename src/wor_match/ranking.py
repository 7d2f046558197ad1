"""From scores to a short list: ties, floor, variety. Only variety may change the score order, and it says so."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Index = npt.NDArray[np.int64]
Points = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]


def tie_break(reference: str, day: str, activity_id: str) -> str:
    """Order of equals: reproducible, different for every client and day, and nobody can buy it with a name.

    >>> tie_break("c-1", "2026-11-23", "a1") == tie_break("c-1", "2026-11-23", "a1")
    True
    """
    return hashlib.sha256(f"{reference}|{day}|{activity_id}".encode()).hexdigest()


def in_order(scores: Points, id_of: Callable[[int], str], reference: str, day: str, most: int) -> list[int]:
    """Places of the highest scores, best first, equals by :func:`tie_break`.

    Parameters
    ----------
    scores : int64 (m,)
    id_of : gives the activity id of a place; asked of equals only
    most : int
        How many are wanted; fewer come back when there are fewer. Not all are sorted: cost O(m + most log most).
    """
    places = np.arange(len(scores))
    if len(scores) > most > 0:
        edge = np.partition(scores, len(scores) - most)[len(scores) - most]
        places = (scores >= edge).nonzero()[0]
    points = scores[places].tolist()
    if len(set(points)) == len(points):
        return [place for _, place in sorted(zip(points, places.tolist(), strict=True), reverse=True)[:most]]
    equals = Counter(points)
    keyed = [
        (-one, tie_break(reference, day, id_of(place)) if equals[one] > 1 else "", place)
        for place, one in zip(places.tolist(), points, strict=True)
    ]
    return [place for *_, place in sorted(keyed)[:most]]


@dataclass(frozen=True, slots=True)
class Picked:
    """One pick.

    Parameters
    ----------
    place : int
        In the arrays that were handed in.
    cost_milli : int
        How many thousandths of a point variety cost here: 0 when the order is that of the scores.
    """

    place: int
    cost_milli: int = 0


def vary(ranked: Sequence[int], scores: Points, likeness: Floats, k: int, room_milli: int) -> list[Picked]:
    """Pick k of the ranked, preferring what differs from those already picked.

    Each pick is the one with the highest score minus ``room_milli`` times its likeness to the most similar pick so
    far, among those at most ``room_milli`` below the best that is left. So no pick costs more than the room.

    Parameters
    ----------
    ranked : places, best first
    likeness : float64 (len(ranked), len(ranked)) in [0, 1]
        Of the ranked among each other.
    """
    points = scores[np.asarray(ranked, dtype=np.int64)].tolist()
    to_each = likeness.tolist()  # of the few that are ranked: lists are quicker than arrays
    alike = [0.0] * len(ranked)  # of each to the most similar pick so far
    left = list(range(len(ranked)))
    picked: list[Picked] = []
    while left and len(picked) < k:
        best = points[left[0]]
        near = [place for place in left if points[place] >= best - room_milli]
        choice = max(near, key=lambda place: points[place] - room_milli * alike[place])  # of equals the first
        left.remove(choice)
        alike = [max(so_far, other) for so_far, other in zip(alike, to_each[choice], strict=True)]
        picked.append(Picked(ranked[choice], best - points[choice]))
    return picked
