"""How sure is the order: rank acceptability under doubt about weights and facts, and where two would swap.

The method is stochastic multicriteria acceptability analysis, SMAA-2 (Lahdelma & Salminen 2001, Operations Research
49(3), 444-454): draw weights and values from what they may be, rank, count. The draws scale the stored contributions;
nothing is evaluated a second time.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from wor_match.candidates import Chosen
from wor_match.catalogue.columns import UNKNOWN
from wor_match.domain.records import Record
from wor_match.domain.stability import Acceptability, Leader, Swap
from wor_match.explain.draws import HALF, ONE, WHOLE, Draw, drawn
from wor_match.explain.stability_text import STOPPED, Stability
from wor_match.pipeline import Run
from wor_match.ranking import tie_break
from wor_match.scoring import EXPECTED, HIGH, LOW, MILLI

Points = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
#: Below the first share the two are about equal, above the second the order is firm; between them it is likely.
EVEN, FIRM = 0.7, 0.9
#: From this chance on, that the first may still fall out is what has to be said.
_MAY_FALL = 0.3
_HUNDRED = 100.0


@dataclass(frozen=True, slots=True)
class Field:
    """What is ranked in every draw: all activities that no rule excludes, equals in the order of their tie-break.

    Parameters
    ----------
    numbers : int64 (m,)
        Activities in the catalogue.
    low, expected, high : int64 (m, c)
        Stored contributions in thousandths of a point.
    risk : int64 (m,)
        Chance in 65536ths that an open question of the activity turns out badly.
    weights : int64 (c,)
    links : bool (c,)
        Criteria that the floor asks for.
    floor_share : float
    """

    numbers: Points
    low: Points
    expected: Points
    high: Points
    risk: Points
    weights: Points
    links: npt.NDArray[np.bool_]
    floor_share: float

    def only(self, places: Points) -> Field:
        """Some of the activities."""
        low, expected, high = self.low[places], self.expected[places], self.high[places]
        return replace(
            self, numbers=self.numbers[places], low=low, expected=expected, high=high, risk=self.risk[places]
        )


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
    expected and from there to its high contributions; expected is the median. *Open hard rules*: an activity falls
    out with one minus the product of ``1 - risk`` of its rules that answered unknown. *Floor and ties* are those of
    the ranking; variety is left out. Cost O(draws * m * (c + k)).
    """
    if run.gates.is_stopped:
        return Stability(k=k, draws=draws, seed=seed, is_stopped=True, summary=STOPPED)
    field = field_of(run)
    first, second = _leaders(run, field)
    ranks = np.zeros((len(field.numbers), k), dtype=np.int64)
    fell = np.zeros(len(field.numbers), dtype=np.int64)
    above = 0
    for draw in drawn(seed, draws, len(field.weights), len(field.numbers)) if len(field.numbers) else ():
        out = draw.luck < field.risk
        fell += out.sum(axis=0)
        out |= below_floor(field, draw)
        some = _rivals(out, first, second)
        scores = scores_of(field.only(some), draw.only(some))
        if first is not None and second is not None:
            above += _times_above(scores, *np.searchsorted(some, (first, second)))
        ranks[some] += _counts(scores, out[:, some], k)
    share = above / draws if second is not None else None
    risk = int(field.risk[first]) / WHOLE if first is not None else 0.0
    return Stability(
        k=k, draws=draws, seed=seed, first_above_second=share, leaders=_named(run, field, first, second),
        activities=_acceptabilities(run, field, ranks, fell, draws),
        swaps=swaps(run, field, first, second), summary=_in_a_sentence(share, risk, first is not None),
    )  # fmt: skip


def field_of(run: Run) -> Field:
    """What is ranked of a run."""
    scored = run.scored
    links = np.array([one.is_link for one in scored.criteria], dtype=bool)
    share = run.scene.query.profile.limits.floor_share if links.any() else 0.0
    if run.chosen is None or not len(run.chosen.activity):
        none = np.zeros((0, len(scored.weights)), dtype=np.int64)
        empty = np.zeros(0, dtype=np.int64)
        return Field(empty, none, none, none, empty, scored.weights, links, share)
    client, day = run.scene.query.client.reference, run.scene.query.as_of.isoformat()
    ids = [run.scene.rows.catalogue.activities[number].id for number in run.chosen.activity]
    order = np.array(sorted(range(len(ids)), key=lambda place: tie_break(client, day, ids[place])), dtype=np.int64)
    points = run.chosen.contributions[:, order]
    numbers, risk = run.chosen.activity[order], _risks(run, run.chosen)[order]
    return Field(numbers, points[LOW], points[EXPECTED], points[HIGH], risk, scored.weights, links, share)


def _risks(run: Run, chosen: Chosen) -> Points:
    """Of each activity the chance that an open hard rule turns out badly, in 65536ths."""
    stays = np.ones(len(chosen.activity))
    for rule, verdicts in zip(run.rules, run.verdicts, strict=True):
        is_open = np.logical_or.reduceat(verdicts[chosen.row] == UNKNOWN, chosen.start[:-1])
        stays *= np.where(is_open, 1 - rule.risk, 1.0)
    return np.asarray(np.rint((1 - stays) * WHOLE), dtype=np.int64)


def _rivals(out: npt.NDArray[np.bool_], first: int | None, second: int | None) -> Points:
    """Places of what is not out in every draw, and of first and second; the others need no score."""
    some: npt.NDArray[np.bool_] = np.logical_not(out.all(axis=0))
    some[[one for one in (first, second) if one is not None]] = True
    return np.flatnonzero(some)


def scores_of(field: Field, draw: Draw) -> Floats:
    """Scores in the draws, (d, m): whole numbers far below 2**53, so that every order of adding gives the same."""
    factors = draw.factors.astype(np.float64)
    expected = factors @ field.expected.T.astype(np.float64)
    up, down = _doubt(factors, field.high - field.expected), _doubt(factors, field.expected - field.low)
    return np.asarray(expected * HALF + draw.facts * np.where(draw.facts > 0, up, down))


def _doubt(factors: Floats, points: Points) -> Floats:
    """The same points with the drawn weights, (d, m); most criteria leave nothing in doubt."""
    some = np.flatnonzero(points.any(axis=0))
    return np.asarray(factors[:, some] @ points[:, some].T.astype(np.float64))


def below_floor(field: Field, draw: Draw) -> npt.NDArray[np.bool_]:
    """Which activities have too small a share of the points that links can give, in each draw (d, m)."""
    factors = draw.factors[:, field.links].astype(np.float64)
    linked = factors @ field.expected[:, field.links].T.astype(np.float64)
    least = np.rint(field.floor_share * (factors @ field.weights[field.links].astype(np.float64)))
    return np.asarray(linked < least[:, None])


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


def swaps(run: Run, field: Field, first: int | None, second: int | None) -> tuple[Swap, ...]:
    """For each criterion the weight at which first and second are equal, smallest change first.

    With a lead of ``d`` points, of which this criterion gives ``e``, they are equal when its weight is ``1 - d / e``
    times itself; when that is below nothing, or ``e`` is 0, no weight of it swaps them.
    """
    if first is None or second is None:
        return ()
    by_criterion = field.expected[first] - field.expected[second]
    lead, found = int(by_criterion.sum()), []
    for criterion, weight, own in zip(run.scored.criteria, field.weights.tolist(), by_criterion.tolist(), strict=True):
        if own == 0 or lead == 0 or 1 - lead / own < 0:
            continue
        factor, now = 1 - lead / own, weight / MILLI
        then = _HUNDRED * now * factor / (_HUNDRED - now + now * factor) if _HUNDRED - now + now * factor > 0 else 0.0
        found.append(Swap(criterion=criterion.name, points_now=now, points_then=then, factor=factor))
    return tuple(sorted(found, key=lambda one: (abs(one.points_then - one.points_now), one.criterion)))


def _times_above(scores: Floats, first: int, second: int) -> int:
    """In how many draws the first comes before the second; of equals the one that stands first."""
    ahead = scores[:, first] - scores[:, second]
    return int(np.count_nonzero(ahead >= 0 if first < second else ahead > 0))


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


def _in_a_sentence(share: float | None, risk: float, is_any: bool) -> Record:
    if not is_any:
        return Record(code="stability.nothing", params={})
    if share is not None and share < EVEN:
        return Record(code="stability.even", params={"share": round(share, 4)})
    if risk >= _MAY_FALL:
        return Record(code="stability.open", params={"share": round(risk, 4)})
    if share is None:
        return Record(code="stability.alone", params={})
    return Record(code="stability.firm" if share >= FIRM else "stability.likely", params={"share": round(share, 4)})


__all__ = ["ONE", "Field", "below_floor", "field_of", "scores_of", "stability", "swaps"]
