"""How sure is the order: rank acceptability under doubt about weights and facts, and where two would swap.

The method is stochastic multicriteria acceptability analysis, SMAA-2 (Lahdelma & Salminen 2001, Operations Research
49(3), 444-454): draw weights and values from what they may be, rank, count. The draws scale the stored contributions;
nothing is evaluated a second time.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from wor_match.domain.stability import Acceptability, Leader, StabilityFacts
from wor_match.explain.contest import Contest, Field, Turned, scores_of
from wor_match.explain.draws import Draw, drawn
from wor_match.explain.stability_sentence import in_a_sentence
from wor_match.explain.stability_text import STOPPED, Stability
from wor_match.explain.swaps import swaps
from wor_match.pipeline import Run

Points = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]


def stability(run: Run, k: int, draws: int, seed: int) -> Stability:
    """Rank acceptability of a run's activities; after a STOP there is nothing to rank, and it says so.

    Parameters
    ----------
    k : int
    draws : int
    seed : int

    Notes
    -----
    *Weights*: each is multiplied by a factor from 0.5 to 2, log-uniform, and all are brought back to the same total.
    *Facts*: what is unknown of one activity turns out well or badly together, evenly spread from its low to its
    expected and from there to its high contributions; expected is the median. *Open hard rules*: a row falls out with
    one minus the product of ``1 - risk`` of its rules that answered unknown, of which none counts for more than 0.9;
    an activity falls out when all its rows do. *Several places or parts*: the row that is best in the draw stands for
    the activity, as in a new run. *Floor and ties* are those of the ranking; variety is left out.
    Cost O(draws * m * (c + k)).
    """
    if run.gates.is_stopped:
        return Stability(k=k, draws=draws, seed=seed, is_stopped=True, summary=STOPPED)
    contest = Contest(run)
    field = contest.field
    first, second = _leaders(run, field)
    ranks = np.zeros((len(field.numbers), k), dtype=np.int64)
    fell = np.zeros(len(field.numbers), dtype=np.int64)
    above = 0
    for draw in drawn(seed, draws, len(field.weights), len(field.numbers)) if len(field.numbers) else ():
        turned = contest.of(draw)
        fell += turned.fell.sum(axis=0)
        out = turned.fell | turned.below
        some = _rivals(out, first, second)
        scores, out = _scores(field, draw, turned, some), out[:, some]
        if first is not None and second is not None:
            above += _times_above(scores, out, *np.searchsorted(some, (first, second)))
        ranks[some] += _counts(scores, out, k)
    found = StabilityFacts(
        k=k, draws=draws, seed=seed, first_above_second=above / draws if second is not None else None,
        leaders=_named(run, field, first, second), activities=_acceptabilities(run, field, ranks, fell, draws),
        first_fell_out=int(fell[first]) if first is not None else None, swaps=swaps(run, contest, first, second),
        summary=in_a_sentence(None),
    )  # fmt: skip
    return Stability(**dict(found) | {"summary": in_a_sentence(found)})


def _scores(field: Field, draw: Draw, turned: Turned, some: Points) -> Floats:
    """Scores of some of the activities, each by the row that stands for it in the draw."""
    scores = scores_of(field.only(some), draw.only(some))
    here = np.isin(turned.places, some)
    scores[:, np.searchsorted(some, turned.places[here])] = turned.scores[:, here]
    return scores


def _rivals(out: Mask, first: int | None, second: int | None) -> Points:
    """Places of what is not out in every draw, and of first and second; the others need no score."""
    some: Mask = np.logical_not(out.all(axis=0))
    some[[one for one in (first, second) if one is not None]] = True
    return np.flatnonzero(some)


def _counts(scores: Floats, out: npt.NDArray[np.bool_], k: int) -> Points:
    """How often each is at each of the first k ranks, (m, k); of equals the first."""
    left = np.where(out, -np.inf, scores)
    draws, ranks = np.arange(len(left)), np.zeros((left.shape[1], k), dtype=np.int64)
    for rank in range(min(k, left.shape[1])):
        best = left.argmax(axis=1)
        there = left[draws, best] > -np.inf
        ranks[:, rank] = np.bincount(best[there], minlength=len(ranks))
        left[draws, best] = -np.inf
    return ranks


def _leaders(run: Run, field: Field) -> tuple[int, int | None] | tuple[None, None]:
    """Places in the field of the first and second by score."""
    if run.chosen is None or not run.ranked:
        return None, None
    place = {int(number): here for here, number in enumerate(field.numbers)}
    first, *others = [place[int(run.chosen.activity[one])] for one in run.ranked[:2]]
    return first, others[0] if others else None


def _named(run: Run, field: Field, *places: int | None) -> tuple[Leader, ...]:
    activities = run.scene.rows.catalogue.activities
    numbers = [int(field.numbers[place]) for place in places if place is not None]
    return tuple(Leader(activity_id=activities[one].id, title=activities[one].title) for one in numbers)


def _times_above(scores: Floats, out: Mask, first: int, second: int) -> int:
    """In how many draws the first is there and the second is not, or comes after it; of equals by their tie-break."""
    ahead = scores[:, first] - scores[:, second]
    is_above = ahead >= 0 if first < second else ahead > 0
    return int(np.count_nonzero(~out[:, first] & (out[:, second] | is_above)))


def _acceptabilities(run: Run, field: Field, ranks: Points, fell: Points, draws: int) -> tuple[Acceptability, ...]:
    places = [int(place) for place in np.flatnonzero(ranks.any(axis=1))]
    places.sort(key=lambda place: (-int(ranks[place].sum()), [-count for count in ranks[place].tolist()], place))
    activities = run.scene.rows.catalogue.activities
    return tuple(
        Acceptability(
            activity_id=activities[int(field.numbers[place])].id, title=activities[int(field.numbers[place])].title,
            at_rank=tuple(ranks[place].tolist()), fell_out=int(fell[place]), draws=draws,
        )
        for place in places
    )  # fmt: skip
