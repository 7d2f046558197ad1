"""The weight of one criterion at which the first and second of a list are equal."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from wor_match.domain.profile import MAX_EVIDENCE_POINTS
from wor_match.domain.stability import Swap
from wor_match.explain.contest import Contest
from wor_match.pipeline import Run
from wor_match.scoring import MILLI

Points = npt.NDArray[np.int64]
_HUNDRED, _EVIDENCE = 100.0, "evidence"
#: Thousandths of a point within which two scores are equal, but for the last bits of a division.
_SAME = 1e-6


def swaps(run: Run, contest: Contest, first: int | None, second: int | None) -> tuple[Swap, ...]:
    """For each criterion the nearest weight at which first and second are equal, smallest change first.

    With a lead of ``d`` points, of which this criterion gives ``e``, they are equal when its weight is ``1 - d / e``
    times itself. Where several rows may stand for one of them, those that are best at that weight count. Left out is
    what no profile may have: a weight below nothing, and evidence above its most points.
    """
    if first is None or second is None:
        return ()
    one, other = contest.stands(first), contest.stands(second)
    if one.sum(axis=1).max() == other.sum(axis=1).max():
        return ()
    weights = run.scored.weights / MILLI
    evidence = run.scene.query.profile.weights.get(_EVIDENCE, 0.0)
    found = []
    for place, criterion in enumerate(run.scored.criteria):
        made = [_swap(criterion.name, float(weights[place]), factor) for factor in _factors(one, other, place)]
        allowed = [swap for swap in made if _is_allowed(swap, evidence)]
        found += sorted(allowed, key=_change)[:1]
    return tuple(sorted(found, key=lambda swap: (_change(swap), swap.criterion)))


def _factors(one: Points, other: Points, place: int) -> Iterator[float]:
    """Factors of one weight at which the best rows of both are equal."""
    lead = one.sum(axis=1)[:, None] - other.sum(axis=1)
    own = one[:, place, None] - other[:, place]
    for here, there in zip(*np.nonzero(own), strict=True):
        factor = 1 - float(lead[here, there]) / float(own[here, there])
        if factor >= 0 and all(_is_best(rows, at, place, factor) for rows, at in ((one, here), (other, there))):
            yield factor


def _is_best(rows: Points, at: int, place: int, factor: float) -> bool:
    scores = rows.sum(axis=1) + rows[:, place] * (factor - 1)
    return bool(scores[at] >= scores.max() - _SAME)


def _swap(criterion: str, now: float, factor: float) -> Swap:
    then = _HUNDRED * now * factor / (_HUNDRED - now + now * factor) if _HUNDRED - now + now * factor > 0 else 0.0
    return Swap(criterion=criterion, points_now=now, points_then=then, factor=factor)


def _is_allowed(swap: Swap, evidence: float) -> bool:
    """Whether a profile may have these weights: evidence is capped, also where it grows with all the others."""
    if swap.criterion == _EVIDENCE:
        return swap.points_then <= MAX_EVIDENCE_POINTS
    rest = _HUNDRED - swap.points_now
    return rest <= 0 or evidence * (_HUNDRED - swap.points_then) / rest <= MAX_EVIDENCE_POINTS


def _change(swap: Swap) -> float:
    return abs(swap.points_then - swap.points_now)
