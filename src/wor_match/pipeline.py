"""The whole way from a client and a catalogue to a ranked run: arrays and records, no sentences.

::

    query -> gates -> candidates -> rules -> criteria -> score -> rank and vary
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from wor_match.candidates import BEYOND, Chosen, choose, rows_in_reach, taken_hours
from wor_match.catalogue.catalogue import Catalogue
from wor_match.catalogue.columns import NO, UNKNOWN
from wor_match.catalogue.rows import Rows
from wor_match.criteria.base import Criterion
from wor_match.gates import Gates, check_gates
from wor_match.likeness import likeness
from wor_match.query.query import Query, without_hours
from wor_match.query.scene import Scene
from wor_match.ranking import Picked, in_order, vary
from wor_match.rules.base import Mask, Rule
from wor_match.scoring import EXPECTED, MILLI, Scored, score

Index = npt.NDArray[np.int64]
#: How many more than k are looked at for variety.
_POOL = 5
#: Rules whose exclusions are final: what is listed there is never told as a near miss.
NEVER_NEAR = frozenset({"avoid", "current", "dislikes", "status", "referral", "label", "gender", "age"})
#: The rule whose exclusions go through the GP or mental health care.
CARE = "referral"
_NEAR_MISSES, _VIA_CARE = 3, 2
_NONE: Index = np.zeros(0, dtype=np.int64)


@dataclass(frozen=True)
class Run:
    """What happened: everything that explanations are made from.

    Parameters
    ----------
    scene : Scene
        The query and the rows that were looked at.
    rules : tuple of Rule
        Those that had something to say.
    verdicts : int8 (rules, rows)
    scored : Scored
        Of ``scored_rows``, places in the scene: rows with no NO, and with just one.
    chosen : Chosen
        Activities that no rule excludes.
    picked : list of Picked
        Places in ``chosen``, in the order shown.
    eligible : int
        How many activities no rule excludes.
    above_floor : int
        How many of those have a link above the floor.
    counts : dict
        Excluded activities by the first rule that excludes the row that comes furthest; with ``eligible`` they add
        up to the catalogue.
    near : list of (place in scene, rule, score)
        Near misses, best first.
    via_care : list of places in scene
        Indicated activities that fit otherwise: only through the GP or mental health care.
    """

    scene: Scene
    gates: Gates
    rules: tuple[Rule, ...]
    verdicts: npt.NDArray[np.int8]
    scored: Scored
    scored_rows: Index
    chosen: Chosen | None
    picked: list[Picked]
    ranked: list[int]
    eligible: int
    above_floor: int
    counts: dict[str, int]
    near: list[tuple[int, Rule, int]]
    via_care: list[int]


def run(
    query: Query,
    catalogue: Catalogue,
    rules: Sequence[Rule],
    criteria: Sequence[Criterion],
    k: int,
    also: Index = _NONE,
) -> Run:
    """Run the pipeline for one client; rows of ``also`` are looked at even when they are far out of reach."""
    gates = check_gates(query)
    if gates.is_stopped:
        return _stopped(query, catalogue, gates)
    query = without_hours(query, taken_hours(query, catalogue))
    rows = rows_in_reach(query, catalogue)
    scene = Scene(query, Rows(catalogue, np.union1d(rows.index, also)) if len(also) else rows)
    used = tuple(rule for rule in rules if rule.applies(query))
    verdicts = check(used, scene)
    scene.risk = _risk(used, verdicts)
    fails = (verdicts == NO).sum(axis=0)
    places = np.flatnonzero(fails <= 1)
    scored = score(criteria, scene.take(places))
    passing = np.flatnonzero(fails[places] == 0)
    chosen = _onto(choose(scene.rows.take(places[passing]), _some(scored, passing)), places[passing])
    ranked, above = _ranked(query, catalogue, chosen, scored, k)
    picked = _varied(query, catalogue, chosen, ranked, k)
    near, via_care = _near_misses(scene, used, verdicts, scored, places, chosen)
    counts = _counts(catalogue, scene, used, verdicts, chosen)
    return Run(
        scene, gates, used, verdicts, scored, places, chosen, picked, ranked,
        len(chosen.activity), above, counts, near, via_care,
    )  # fmt: skip


def settle(
    query: Query, catalogue: Catalogue, rows: Rows, scored: Scored, k: int, *, is_varied: bool = True
) -> tuple[Chosen, list[int], list[int]]:
    """From rows that no rule excludes to activities: chosen, ranked by score, and shown; places in ``chosen``.

    The end of :func:`run`, for those who try other answers on rows that were looked at already.
    """
    chosen = choose(rows, scored)
    ranked, _ = _ranked(query, catalogue, chosen, scored, k)
    if not is_varied:
        return chosen, ranked, ranked[:k]
    return chosen, ranked, [one.place for one in _varied(query, catalogue, chosen, ranked, k)]


def _risk(rules: Sequence[Rule], verdicts: npt.NDArray[np.int8]) -> npt.NDArray[np.float64]:
    """Summed risk of what is unknown, one rule after the other: to the bit the same for a row among any others."""
    found = np.zeros(verdicts.shape[1])
    for rule, answers in zip(rules, verdicts, strict=True):
        found += rule.risk * (answers == UNKNOWN)
    return found


def check(rules: Sequence[Rule], scene: Scene) -> npt.NDArray[np.int8]:
    """Verdicts of all rules on all rows, int8 (rules, rows)."""
    found = np.ones((len(rules), len(scene)), dtype=np.int8)
    for place, rule in enumerate(rules):
        found[place] = rule.check(scene)
    return found


def _stopped(query: Query, catalogue: Catalogue, gates: Gates) -> Run:
    none = np.zeros(0, dtype=np.int64)
    scene = Scene(query, Rows(catalogue, none))
    scored = Scored((), none, np.zeros((3, 0, 0)), np.zeros((3, 0, 0), dtype=np.int64))
    empty = np.zeros((0, 0), dtype=np.int8)
    return Run(scene, gates, (), empty, scored, none, None, [], [], 0, 0, {}, [], [])


def _some(scored: Scored, places: Index) -> Scored:
    return Scored(scored.criteria, scored.weights, scored.values[:, places], scored.contributions[:, places])


def _onto(chosen: Chosen, places: Index) -> Chosen:
    """The same choice, with rows as places in the whole scene."""
    return Chosen(chosen.activity, tuple(places[rows] for rows in chosen.rows), chosen.contributions, chosen.values)


def _ranked(query: Query, catalogue: Catalogue, chosen: Chosen, scored: Scored, k: int) -> tuple[list[int], int]:
    """Places in ``chosen`` above the floor, best first; and how many are above the floor."""
    keep = _above_floor(query, scored, chosen)
    ids = [catalogue.activities[number].id for number in chosen.activity[keep]]
    reference, day = query.client.reference, query.as_of.isoformat()
    order = in_order(chosen.contributions[EXPECTED, keep].sum(axis=1), ids, reference, day, k * _POOL)
    return [int(keep[place]) for place in order], len(keep)


def _above_floor(query: Query, scored: Scored, chosen: Chosen) -> Index:
    """Places in ``chosen`` with a link to interest, role or need above the floor; all when nothing could link."""
    links = Scored(scored.criteria, scored.weights, chosen.values, chosen.contributions).links
    if links is None:
        return np.arange(len(chosen.activity))
    return np.flatnonzero(links >= scored.floor(query.profile.limits.floor_share))


def _varied(query: Query, catalogue: Catalogue, chosen: Chosen, ranked: list[int], k: int) -> list[Picked]:
    room = round(query.profile.limits.variety_points * MILLI)
    scores = chosen.contributions[EXPECTED].sum(axis=1)
    alike = likeness(catalogue, [int(chosen.activity[place]) for place in ranked])
    return vary(ranked, scores, alike, k, room)


def _near_misses(
    scene: Scene,
    rules: tuple[Rule, ...],
    verdicts: npt.NDArray[np.int8],
    scored: Scored,
    places: Index,
    chosen: Chosen,
) -> tuple[list[tuple[int, Rule, int]], list[int]]:
    """Activities that one rule excludes, best first: those that a change could bring in, and those for care."""
    failing = verdicts[:, places] == NO
    missing = ~np.isin(scene.rows.activity[places], chosen.activity)
    single, passing = missing & (failing.sum(axis=0) == 1), missing & ~failing.any(axis=0)
    best: dict[int, tuple[int, int, Rule]] = {}
    for number, rule in enumerate(rules):
        mine = single & failing[number]
        if rule.name == "reach":
            mine &= ~_far_beyond(scene)[places]
        if not mine.any() or (rule.name in NEVER_NEAR and rule.name != CARE):
            continue
        for place, points in _but_for(scene, scored, places, mine, passing):
            activity = int(scene.rows.activity[place])
            if activity not in best or points > best[activity][0]:
                best[activity] = (points, place, rule)
    near = [one for one in best.values() if one[2].name != CARE]
    care = [one for one in best.values() if one[2].name == CARE]
    first = [(place, rule, points) for points, place, rule in _first(scene, near, _NEAR_MISSES)]
    return first, [place for _, place, _ in _first(scene, care, _VIA_CARE)]


def _but_for(scene: Scene, scored: Scored, places: Index, mine: Mask, passing: Mask) -> Iterator[tuple[int, int]]:
    """Activities that would be chosen if the rows of ``mine`` were not excluded: one of these rows, and the score."""
    activity = scene.rows.activity[places]
    some = np.flatnonzero(mine | (passing & np.isin(activity, activity[mine])))
    without = choose(scene.rows.take(places[some]), _some(scored, some))
    for place in _above_floor(scene.query, scored, without):
        row = next(int(row) for row in some[without.rows[place]] if mine[row])
        yield int(places[row]), int(without.contributions[EXPECTED, place].sum())


def _far_beyond(scene: Scene) -> Mask:
    """Rows that are more than a little out of reach; which of these were looked at at all depends on other rows."""
    limit = scene.query.client.travel.max_minutes
    if not scene.query.has_travel or limit is None:
        return np.zeros(len(scene), dtype=bool)
    return np.asarray(scene.is_onsite & (scene.travel.low > limit * BEYOND))


def _first(scene: Scene, found: list[tuple[int, int, Rule]], most: int) -> list[tuple[int, int, Rule]]:
    """The highest scores of (score, place, rule), best first, equals as in the ranking."""
    query = scene.query
    ids = [scene.rows.source(place).activity.id for _, place, _ in found]
    scores = np.array([points for points, _, _ in found], dtype=np.int64)
    return [found[one] for one in in_order(scores, ids, query.client.reference, query.as_of.isoformat(), most)]


def _counts(
    catalogue: Catalogue, scene: Scene, rules: tuple[Rule, ...], verdicts: npt.NDArray[np.int8], chosen: Chosen
) -> dict[str, int]:
    """Excluded activities by the first rule that excludes the row that comes furthest.

    Rows never looked at are out of reach. "parts": a row passes, but another required part has none that does.
    """
    passes = np.ones((1, len(scene)), dtype=bool)
    first = np.argmax(np.concatenate([verdicts == NO, passes]), axis=0)
    furthest = np.full(len(catalogue), -1, dtype=np.int64)
    np.maximum.at(furthest, scene.rows.activity, first)
    furthest[chosen.activity] = len(rules) + 1
    names = [rule.name for rule in rules] + ["parts"]
    counts = {name: int(np.count_nonzero(furthest == place)) for place, name in enumerate(names)}
    counts["reach"] = counts.get("reach", 0) + int(np.count_nonzero(furthest == -1))
    return {name: count for name, count in counts.items() if count}
