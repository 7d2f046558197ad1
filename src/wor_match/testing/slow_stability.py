"""The stability of an order worked out slowly: every draw scored again, one contribution after the other."""

from __future__ import annotations

from wor_match.catalogue.columns import UNKNOWN
from wor_match.domain.client import Client
from wor_match.explain.draws import HALF, WHOLE, Draw, drawn
from wor_match.explain.stability_text import Stability
from wor_match.matcher import Matcher
from wor_match.pipeline import Run
from wor_match.ranking import tie_break
from wor_match.scoring import EXPECTED, HIGH, LOW

Counts = dict[str, list[int]]


def check_stability(matcher: Matcher, client: Client, k: int = 5, draws: int = 20, seed: int = 0) -> Stability:
    """The fast counts are those of the slow way, to the last draw.

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
    return found


def slowly(run: Run, k: int, draws: int, seed: int) -> tuple[Counts, dict[str, int], int]:
    """Counts at each rank, draws in which each fell out, and in how many the first had more than the second.

    With whole numbers of Python alone. Of the fast way only the drawn numbers are used.
    """
    if run.chosen is None or not len(run.chosen.activity):
        return {}, {}, 0
    activities, query = run.scene.rows.catalogue.activities, run.scene.query
    ids = [activities[number].id for number in run.chosen.activity]
    places = sorted(
        range(len(ids)), key=lambda place: tie_break(query.client.reference, query.as_of.isoformat(), ids[place])
    )
    counts, fell, above = {name: [0] * k for name in ids}, dict.fromkeys(ids, 0), 0
    for draw in drawn(seed, draws, len(run.scored.weights), len(ids)):
        for number in range(len(draw.factors)):
            scores = {place: _score(run, place, draw, number, at) for at, place in enumerate(places)}
            falls = {place for at, place in enumerate(places) if int(draw.luck[number, at]) < _risk(run, place)}
            linked = {place for place in places if _is_linked(run, place, draw.factors[number].tolist())}
            order = sorted((place for place in places if place in linked - falls), key=lambda place: -scores[place])
            for rank, place in enumerate(order[:k]):
                counts[ids[place]][rank] += 1
            for place in falls:
                fell[ids[place]] += 1
            if len(run.ranked) > 1:
                first, second = run.ranked[:2]
                tied_well = scores[first] == scores[second] and places.index(first) < places.index(second)
                above += scores[first] > scores[second] or tied_well
    return {name: ranks for name, ranks in counts.items() if any(ranks)}, fell, above


def _score(run: Run, place: int, draw: Draw, number: int, at: int) -> int:
    """The score of one activity with the drawn weights and facts, in units too small to round."""
    assert run.chosen is not None
    low, expected, high = (run.chosen.contributions[which, place].tolist() for which in (LOW, EXPECTED, HIGH))
    fact, found = int(draw.facts[number, at]), 0
    for least, usual, most, factor in zip(low, expected, high, draw.factors[number].tolist(), strict=True):
        found += factor * (usual * HALF + fact * (most - usual if fact > 0 else usual - least))
    return found


def _is_linked(run: Run, place: int, factors: list[int]) -> bool:
    """Whether its links give enough points with the drawn weights."""
    assert run.chosen is not None
    links = [number for number, one in enumerate(run.scored.criteria) if one.is_link]
    points = run.chosen.contributions[EXPECTED, place].tolist()
    most = sum(int(run.scored.weights[number]) * factors[number] for number in links)
    least = round(run.scene.query.profile.limits.floor_share * most)
    return bool(sum(points[number] * factors[number] for number in links) >= least)


def _risk(run: Run, place: int) -> int:
    """The chance in 65536ths that an open hard rule of it turns out badly."""
    assert run.chosen is not None
    stays, rows = 1.0, run.chosen.rows_of(place)
    for rule, verdicts in zip(run.rules, run.verdicts, strict=True):
        if (verdicts[rows] == UNKNOWN).any():
            stays *= 1 - rule.risk
    return round((1 - stays) * WHOLE)
