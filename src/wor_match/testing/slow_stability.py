"""The stability of an order worked out slowly: every draw scored again, one contribution after the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from wor_match.catalogue.columns import NO, UNKNOWN
from wor_match.domain.client import Client
from wor_match.domain.frozen import FrozenDict
from wor_match.domain.stability import Acceptability
from wor_match.explain.draws import HALF, ONE, WHOLE, drawn
from wor_match.explain.stability_text import Stability
from wor_match.matcher import Matcher
from wor_match.pipeline import Run
from wor_match.ranking import tie_break
from wor_match.scoring import EXPECTED, HIGH, LOW, together

Counts = dict[str, list[int]]
#: Thousandths of a point that rounding of weights and contributions may make of one criterion.
_ROUNDING = 4


def check_stability(matcher: Matcher, client: Client, k: int = 5, draws: int = 20, seed: int = 0) -> Stability:
    """The fast counts are those of the slow way, to the last draw; and the sentence says no more than they do.

    >>> from wor_match.catalogue.catalogue import Catalogue
    >>> from wor_match.testing import TODAY, a_client, draw_activities
    >>> matcher = Matcher(Catalogue.from_activities(draw_activities(20, seed=1)), as_of=TODAY)
    >>> check_stability(matcher, a_client()).draws
    20
    """
    found, run = matcher.stability(client, k, draws, seed), matcher.run(client, k)
    ranks, fell, above = slowly(run, k, draws, seed)
    assert {one.activity_id: list(one.at_rank) for one in found.activities} == ranks
    assert {one.activity_id: one.fell_out for one in found.activities} == {name: fell[name] for name in ranks}
    assert found.first_above_second == (above / draws if len(run.ranked) > 1 else None)
    assert found.first_fell_out == (fell[found.leaders[0].activity_id] if found.leaders else None)
    check_sentence(found)
    return found


def check_sentence(found: Stability) -> None:
    """The one sentence and the numbers below it do not contradict each other."""
    if found.is_stopped:
        assert found.summary.code == "shortfall.stopped"
        return
    told, share = found.summary.code.removeprefix("stability."), found.summary.params.get("share")
    assert (told == "nothing") == (not found.leaders), "nothing is said of nothing only"
    if told == "nothing":
        return
    shares = {one.activity_id: one.share_first for one in found.activities}
    names = [one.activity_id for one in found.leaders]
    first, others = shares.pop(names[0], 0.0), sorted(shares.values(), reverse=True)
    own = found.of(names[0]) or Acceptability(activity_id="", title="", at_rank=(), draws=found.draws)
    falls = (found.first_fell_out or 0) / found.draws
    assert share in (None, round({"open": falls, "loose": own.share_in_top}.get(told, first), 4)), "its own number"
    assert (told == "open") == (falls >= 0.25), "what may well fall out is said to, and nothing else is"
    if told in ("open", "loose"):
        assert told == "open" or own.share_in_top < 0.7
        return
    assert own.share_in_top >= 0.7, "what is on no list is not called the best"
    assert (told == "other") == (max(others, default=0.0) > first), "who is first more often is named"
    assert (told == "alone") == (told != "other" and len(names) == 1), "alone is who has no second"
    most = max(others, default=0.0)
    if told == "firm":
        assert first >= 0.9, "firm is what hardly anything turns round"
    elif told == "likely":
        assert first >= max(0.5, 2 * most), "probably best is at the top far more often than any other"
    elif told == "even":
        assert shares[names[1]] == most, "even are the two that are at the top most often"
        assert first + most >= 0.7
        assert most > first / 2
    elif told == "several":
        assert first < 0.9
        assert first < max(0.5, 2 * most), "who is ahead of all others is said to be"


@dataclass(frozen=True)
class Stand:
    """A row, or several that are required together, of which the one that is best in a draw stands.

    Parameters
    ----------
    low, expected, high : list of int
        Contributions.
    risk : int
        In 65536ths.
    """

    low: list[int]
    expected: list[int]
    high: list[int]
    risk: int

    def score(self, factors: Sequence[int], fact: int) -> int:
        """With drawn weights and facts, in units too small to round."""
        found = 0
        for least, usual, most, factor in zip(self.low, self.expected, self.high, factors, strict=True):
            found += factor * (usual * HALF + fact * (most - usual if fact > 0 else usual - least))
        return found


class Rows:
    """The rows of one activity that nothing excludes, by part where all parts are required."""

    def __init__(self, run: Run, number: int) -> None:
        self._run, catalogue = run, run.scene.rows.catalogue
        rows = run.left.rows
        eligible = (run.verdicts[:, run.scored_rows] != NO).all(axis=0) & (rows.activity == number)
        here = sorted(np.flatnonzero(eligible).tolist(), key=lambda row: int(catalogue.own_order[rows.index[row]]))
        part = {
            row: int(catalogue.row_part[rows.index[row]]) if catalogue.needs_all_parts[number] else 0 for row in here
        }
        self._known: dict[tuple[int, ...], Stand] = {}
        self.parts = [[row for row in here if part[row] == one] for one in sorted({*part.values()})]

    def best(self, factors: Sequence[int], fact: int, luck: int) -> tuple[Stand, int] | None:
        """What stands in a draw, with its score; None when it fell out."""
        rows = []
        for part in self.parts:
            left = [row for row in part if luck >= self._of([row]).risk]
            if not left:
                return None
            rows.append(max(left, key=lambda row: self._of([row]).score(factors, fact)))
        stand = self._of(rows)
        return (stand, stand.score(factors, fact)) if luck >= stand.risk else None

    def _of(self, rows: list[int]) -> Stand:
        if tuple(rows) not in self._known:
            self._known[tuple(rows)] = self._looked_up(rows)
        return self._known[tuple(rows)]

    def _looked_up(self, rows: list[int]) -> Stand:
        points = self._run.scored.contributions[:, rows[0]]
        if len(self.parts) > 1 and len(rows) == len(self.parts):
            points = together(self._run.scored, np.array(rows), np.zeros(1, dtype=np.int64))[1][:, 0]
        stays = 1.0
        for rule, verdicts in zip(self._run.rules, self._run.verdicts, strict=True):
            if (verdicts[self._run.scored_rows[rows]] == UNKNOWN).any():
                stays *= 1 - min(rule.risk, 0.9)
        low, expected, high = (points[which].tolist() for which in (LOW, EXPECTED, HIGH))
        return Stand(low, expected, high, round((1 - stays) * WHOLE))


def slowly(run: Run, k: int, draws: int, seed: int) -> tuple[Counts, dict[str, int], int]:
    """Counts at each rank, draws in which each fell out, and in how many the first was there above the second.

    With whole numbers of Python alone, row by row. Of the fast way only the drawn numbers are used.
    """
    ids = _ids(run)
    counts, fell, above = {name: [0] * k for name in ids}, dict.fromkeys(ids, 0), 0
    first, second = ([ids[place] for place in _ranked(run, ids)[:2]] + [None, None])[:2]
    for factors, turned in _draws(run, ids, draws, seed):
        least = _least(run, factors)
        linked = {name: one for name, one in turned.items() if one and _links(run, one[0], factors) >= least}
        order = sorted(linked, key=lambda name: -linked[name][1])  # of equals as they stand
        for rank, name in enumerate(order[:k]):
            counts[name][rank] += 1
        for name, one in turned.items():
            fell[name] += one is None
        if second is not None:
            above += first in order and (second not in order or order.index(first) < order.index(second))
    return {name: ranks for name, ranks in counts.items() if any(ranks)}, fell, above


def check_rescored(matcher: Matcher, client: Client, draws: int = 10, seed: int = 0) -> int:
    """Each draw is what the whole pipeline gives with a profile of the drawn weights; how many scores were compared.

    Only rounding to a thousandth may part them: the weights of a profile are rounded, and so are contributions.
    """
    run, compared = matcher.run(client, 5), 0
    ids, used = _ids(run), [one.name for one in run.scored.criteria]
    if not ids:
        return 0
    for number, (factors, turned) in enumerate(_draws(run, ids, draws, seed)):
        weights = dict(matcher.profile.weights)
        weights |= {name: weights[name] * factor / ONE for name, factor in zip(used, factors, strict=True)}
        scale = 100 / sum(weights.values())
        drawn_ = FrozenDict({name: points * scale for name, points in weights.items()})
        # Not checked again: evidence may be drawn somewhat above what a profile may give it.
        profile = matcher.profile.model_copy(update={"weights": drawn_})
        other = Matcher(
            matcher.catalogue, profile, as_of=matcher.as_of, travel=matcher.travel, rules=matcher.rules,
            criteria=matcher.criteria,
        ).run(client, 5)  # fmt: skip
        assert _ids(other) == ids, "weights exclude nothing"
        again = [each for _, each in _draws(other, ids, draws, seed, are_weights_drawn=False)][number]
        for name, one in turned.items():
            same = again[name]
            assert (one is None) == (same is None), "what falls out does so with any weights"
            if one is not None and same is not None:
                apart = abs(one[1] * scale / (ONE * HALF) - same[1] / (ONE * HALF))
                assert apart <= _ROUNDING * len(used), "the best row with the drawn weights stands"
                compared += 1
    return compared


def _draws(
    run: Run, ids: Sequence[str], draws: int, seed: int, *, are_weights_drawn: bool = True
) -> Iterator[tuple[list[int], dict[str, tuple[Stand, int] | None]]]:
    """The factors of each draw, and what stands for each activity with its score: None when it fell out."""
    numbers = {one.id: number for number, one in enumerate(run.scene.rows.catalogue.activities)}
    rows = {name: Rows(run, numbers[name]) for name in ids}
    for draw in drawn(seed, draws, len(run.scored.weights), len(ids)) if ids else ():
        for number in range(len(draw.factors)):
            factors = draw.factors[number].tolist() if are_weights_drawn else [ONE] * len(run.scored.weights)
            facts, luck = draw.facts[number].tolist(), draw.luck[number].tolist()
            yield factors, {name: rows[name].best(factors, facts[at], luck[at]) for at, name in enumerate(ids)}


def _ids(run: Run) -> list[str]:
    """Activities that no rule excludes, equals in the order of their tie-break."""
    if run.chosen is None:
        return []
    activities, query = run.scene.rows.catalogue.activities, run.scene.query
    ids = [activities[number].id for number in run.chosen.activity]
    return sorted(ids, key=lambda one: tie_break(query.client.reference, query.as_of.isoformat(), one))


def _ranked(run: Run, ids: Sequence[str]) -> list[int]:
    activities = run.scene.rows.catalogue.activities
    return [] if run.chosen is None else [ids.index(activities[run.chosen.activity[one]].id) for one in run.ranked]


def _links(run: Run, stand: Stand, factors: Sequence[int]) -> int:
    """Points of links with the drawn weights."""
    links = [number for number, one in enumerate(run.scored.criteria) if one.is_link]
    return sum(stand.expected[number] * factors[number] for number in links)


def _least(run: Run, factors: Sequence[int]) -> int:
    """What the floor asks for with the drawn weights."""
    links = [number for number, one in enumerate(run.scored.criteria) if one.is_link]
    most = sum(int(run.scored.weights[number]) * factors[number] for number in links)
    return round(run.scene.query.profile.limits.floor_share * most)
