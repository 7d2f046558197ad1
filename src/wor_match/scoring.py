"""The only place that adds. Values times weights become integer thousandths of a point, rounded once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from wor_match.criteria.base import Criterion
from wor_match.domain.profile import Profile
from wor_match.query.query import Query
from wor_match.query.scene import Scene

MILLI = 1000
Points = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
#: Order of the first axis of values and contributions.
LOW, EXPECTED, HIGH = 0, 1, 2


@dataclass(frozen=True)
class Scored:
    """Contributions of some rows or activities.

    Parameters
    ----------
    criteria : tuple of Criterion, c
        Those that the intake speaks to and that have a weight.
    weights : int64 (c,)
        In thousandths of a point; the same for every row.
    values : float64 (3, n, c)
        Low, expected and high, in [0, 1].
    contributions : int64 (3, n, c)
        The one array that is both score and explanation.
    """

    criteria: tuple[Criterion, ...]
    weights: Points
    values: Floats
    contributions: Points

    @cached_property
    def scores(self) -> Points:
        """Expected scores (n,)."""
        return self.total(EXPECTED)

    def total(self, which: int) -> Points:
        """Sum over the criteria of low, expected or high contributions, (n,)."""
        total: Points = self.contributions[which].sum(axis=1)
        return total

    @cached_property
    def links(self) -> Points | None:
        """Points from the criteria that link to interest, goal or need (n,); None when the intake has none of them."""
        if not any(one.is_link for one in self.criteria):
            return None
        return self.link_points(self.contributions[EXPECTED])

    def link_points(self, points: Points) -> Points:
        """Of contributions (m, c) those that link, summed, (m,)."""
        linked = [place for place, one in enumerate(self.criteria) if one.is_link]
        found: Points = points.T[linked].sum(axis=0)
        return found

    def take(self, places: npt.NDArray[np.int64]) -> Scored:
        """Of some of these rows."""
        return Scored(self.criteria, self.weights, taken(self.values, places), taken(self.contributions, places))

    def floor(self, share: float) -> int:
        """Thousandths of a point that a share of all link points makes."""
        return floor_of(share, self.weights[np.array([one.is_link for one in self.criteria], dtype=bool)])


def taken(points: npt.NDArray[Any], places: npt.NDArray[np.int64]) -> npt.NDArray[Any]:
    """Some rows of values or contributions: they lie by criterion, so that it is quicker to take them so."""
    return points.transpose(2, 0, 1).take(places, axis=2).transpose(1, 2, 0)


def active(criteria: Sequence[Criterion], query: Query) -> tuple[Criterion, ...]:
    """Criteria with a weight for which the intake holds anything; the others drop out for every row alike."""
    weights = query.profile.weights
    return tuple(one for one in criteria if weights.get(one.name, 0.0) > 0 and one.applies(query))


def floor_of(share: float, weights: Points) -> int:
    """Thousandths of a point that a share of these weights makes."""
    return round(share * int(weights.sum()))


def weights_of(criteria: Sequence[Criterion], profile: Profile) -> Points:
    """Weights in thousandths of a point, (c,)."""
    return np.array([round(profile.weights[one.name] * MILLI) for one in criteria], dtype=np.int64)


def contributions_of(values: Floats, weights: Points) -> Points:
    """Values times weights, rounded half to even, once.

    >>> contributions_of(np.array([0.5, 1.0]), np.array([1001, 2000])).tolist()
    [500, 2000]
    """
    points = values * weights
    return np.asarray(np.rint(points, out=points).astype(np.int64))


def score(criteria: Sequence[Criterion], scene: Scene, done: Scored | None = None) -> Scored:
    """Score all rows of a scene.

    Parameters
    ----------
    criteria : those that are :func:`active`
    done : Scored, optional
        Of the same rows by some of the criteria: these are not worked out again.

    Notes
    -----
    Cost is linear in rows and criteria; nothing depends on which other rows there are.
    """
    weights = weights_of(criteria, scene.query.profile)
    written = np.empty((len(criteria), 3, len(scene)))  # one criterion after the other: quicker to write
    before = {} if done is None else {id(one): place for place, one in enumerate(done.criteria)}
    for found, criterion in zip(written, criteria, strict=True):
        place = before.get(id(criterion))
        known = None if done is None or place is None else done.values[:, :, place]
        found[LOW], found[EXPECTED], found[HIGH] = criterion.evaluate(scene) if known is None else known
    values = written.transpose(1, 2, 0)
    return Scored(tuple(criteria), weights, values, contributions_of(values, weights))


#: So much above a value rounding cannot come.
_SPARE = 1e-9


def links_at_most(criteria: Sequence[Criterion], scene: Scene) -> Points:
    """No less than the link points that :func:`score` gives each row, (n,); the criteria are active ones that link."""
    weights = weights_of(criteria, scene.query.profile)
    values = np.array([one.at_most(scene) + _SPARE for one in criteria])
    found: Points = contributions_of(values, weights[:, None]).sum(axis=0)
    return found


_REDUCE = {"mean": np.add, "min": np.minimum, "max": np.maximum}


def together(scored: Scored, rows: npt.NDArray[np.int64], begin: npt.NDArray[np.int64]) -> tuple[Floats, Points]:
    """Values and contributions of several parts that are all required, by each criterion's reducer, (3, m, c).

    Parameters
    ----------
    rows : int64
        Rows of the parts, those of one activity side by side.
    begin : int64 (m,)
        Where the rows of each activity begin; each has at least one.
    """
    values = taken(scored.values, rows)
    count = np.diff(np.append(begin, len(rows)))[:, None]
    reduced = np.empty((3, len(begin), len(scored.criteria)))
    for name, reduce in _REDUCE.items():
        own = [place for place, one in enumerate(scored.criteria) if one.reducer == name]
        found = reduce.reduceat(values[:, :, own], begin, axis=1)
        reduced[:, :, own] = found / count if name == "mean" else found
    return reduced, contributions_of(reduced, scored.weights)
