"""What fell out: how many by which rule, and what only just did."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from wor_match.candidates import Chosen, above_floor, best_of_parts, first_of_each
from wor_match.query.scene import Scene
from wor_match.ranking import in_order
from wor_match.rules.base import Mask, Rule
from wor_match.scoring import EXPECTED, Points, Scored
from wor_match.sifting import CARE, NOTHING, Sifted

Index = npt.NDArray[np.int64]
_NEAR_MISSES, _VIA_CARE = 3, 2
#: Rows, the rule that alone excludes each, and the score that they would have had.
_Near = tuple[Index, Index, Index]


def near_misses(
    rules: tuple[Rule, ...], sifted: Sifted, scored: Scored, chosen: Chosen
) -> tuple[list[tuple[int, Rule, int]], list[int]]:
    """Activities that one rule excludes, best first: those that a change could bring in, and those for care.

    An activity is one that would be chosen if its rows that this rule alone excludes were not excluded.
    """
    left, catalogue = sifted.left, sifted.left.rows.catalogue
    activity = left.rows.activity
    is_chosen = catalogue.marked(chosen.activity)
    row = np.flatnonzero(~is_chosen[activity] & (sifted.rule != NOTHING))
    rule, whole = sifted.rule[row], catalogue.needs_all_parts[activity[row]]
    is_care = np.array([one.name == CARE for one in rules], dtype=bool)
    found = _best_but_for(left, scored, row[~whole], rule[~whole])
    row, rule = row[whole], rule[whole]
    if len(row):
        may = _may_be_told(left, scored, row, is_care[rule], found[2][~is_care[found[1]]])
        row, rule = row[may], rule[may]
    if len(row):
        ready = np.flatnonzero(~is_chosen[activity] & (sifted.rule == NOTHING) & catalogue.needs_all_parts[activity])
        rows, names, scores = _whole_but_for(left, scored, row, rule, ready)
        found = (np.append(found[0], rows), np.append(found[1], names), np.append(found[2], scores))
    goes_to_care = is_care[found[1]]
    near = _first(left, found, ~goes_to_care, _NEAR_MISSES)
    care = _first(left, found, goes_to_care, _VIA_CARE)
    places = sifted.places
    told = [(int(places[place]), rules[number], points) for place, number, points in near]
    return told, [int(places[place]) for place, _, _ in care]


def _best_but_for(left: Scene, scored: Scored, row: Index, rule: Index) -> _Near:
    """Of each activity the row that would stand for it but for one rule; of several rules the one that costs most."""
    catalogue, activity = left.rows.catalogue, left.rows.activity[row]
    scores = scored.scores[row]
    best = first_of_each((activity, rule), (-scores, catalogue.own_order[left.rows.index[row]]))
    links = scored.links
    if links is not None:
        best = best[links[row[best]] >= scored.floor(left.query.profile.limits.floor_share)]
    best = best[first_of_each((activity[best],), (-scores[best], rule[best]))]
    return row[best], rule[best], scores[best]


def _may_be_told(left: Scene, scored: Scored, row: Index, is_care: Mask, scores: Points) -> Mask:
    """Which of these rows are of activities that may come among the near misses, besides those with these scores.

    All parts together never have more of a criterion than the part that has most of it. Hardly any come so far, and
    this is much quicker than putting the parts together.
    """
    of = left.rows.activity[row]
    if len(scores) < _NEAR_MISSES:
        return np.ones(len(row), dtype=bool)
    least = np.sort(scores)[-_NEAR_MISSES]
    points, activity = scored.contributions[EXPECTED], left.rows.activity
    may = [one for one in set(of.tolist()) if points[activity == one].max(axis=0).sum() >= least]
    found: Mask = np.isin(of, [*may, *of[is_care].tolist()])
    return found


def _whole_but_for(left: Scene, scored: Scored, row: Index, rule: Index, ready: Index) -> _Near:
    """The same for activities of which all parts are required: ``ready`` are their rows that nothing excludes."""
    without, rules = _without_one(left, scored, row, rule, ready)
    alone = dict(zip(row.tolist(), rule.tolist(), strict=True))
    found: dict[int, tuple[int, int, int]] = {}
    for place in above_floor(left.query, without).tolist():
        points, of, number = int(without.scores[place]), int(without.activity[place]), rules[place]
        if of not in found or points > found[of][2]:
            first = next(one for one in without.rows_of(place).tolist() if alone.get(one) == number)
            found[of] = (first, number, points)
    columns = np.array(list(found.values()), dtype=np.int64).reshape(-1, 3)
    return columns[:, 0], columns[:, 1], columns[:, 2]


def _without_one(left: Scene, scored: Scored, row: Index, rule: Index, ready: Index) -> tuple[Chosen, list[int]]:
    """What would be chosen without one of the rules, of each activity and each rule that excludes a row of it alone.

    The activities and the rules, by activity and then by rule.
    """
    activity = left.rows.activity
    at_hand: dict[int, list[int]] = {}
    for one, of in zip(ready.tolist(), activity[ready].tolist(), strict=True):
        at_hand.setdefault(of, []).append(one)
    tried: dict[tuple[int, int], list[int]] = {}
    for one, of, number in zip(row.tolist(), activity[row].tolist(), rule.tolist(), strict=True):
        tried.setdefault((of, number), list(at_hand.get(of, ()))).append(one)
    pairs = sorted(tried)
    rows = np.array([one for pair in pairs for one in tried[pair]], dtype=np.int64)
    which = np.repeat(np.arange(len(pairs)), [len(tried[pair]) for pair in pairs])
    stand, kept = best_of_parts(left.rows, scored, rows, which)
    return stand, [pairs[place][1] for place in kept.tolist()]


def _first(left: Scene, found: _Near, which: Mask, most: int) -> list[tuple[int, int, int]]:
    """The highest scores, best first, equals as in the ranking."""
    row, rule, scores = (column[which] for column in found)
    id_of = left.rows.catalogue.id_of(left.rows.activity[row])
    order = in_order(scores, id_of, left.query.client.reference, left.query.as_of.isoformat(), most)
    return [(int(row[one]), int(rule[one]), int(scores[one])) for one in order]


def counts_of(scene: Scene, rules: tuple[Rule, ...], sifted: Sifted, eligible: Index) -> dict[str, int]:
    """Excluded activities by the first rule that excludes the row that comes furthest.

    Rows never looked at are out of reach. "parts": a row passes, but another required part has none that does.
    """
    furthest = np.full(len(scene.rows.catalogue), -1, dtype=np.int16)
    np.maximum.at(furthest, scene.rows.activity, sifted.first)
    furthest[eligible] = len(rules) + 1
    looked_at = furthest[(furthest >= 0).nonzero()[0]]
    by_place = np.bincount(looked_at, minlength=len(rules) + 2).tolist()
    found = dict(zip([rule.name for rule in rules] + ["parts"], by_place[:-1], strict=True))
    found["reach"] = found.get("reach", 0) + len(furthest) - len(looked_at)
    return {name: count for name, count in found.items() if count}
