"""The whole way from a client and a catalogue to a ranked run: arrays and records, no sentences.

::

    query -> gates -> candidates -> rules -> criteria -> score -> rank and vary
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from wor_match.candidates import Chosen, choose, rows_in_reach
from wor_match.catalogue.catalogue import Catalogue
from wor_match.catalogue.columns import NO
from wor_match.catalogue.rows import Rows
from wor_match.criteria.base import Criterion
from wor_match.gates import Gates, check_gates
from wor_match.likeness import likeness
from wor_match.query.query import Query
from wor_match.query.scene import Scene
from wor_match.ranking import Picked, in_order, vary
from wor_match.rules.base import Rule
from wor_match.scoring import EXPECTED, MILLI, Scored, score

Index = npt.NDArray[np.int64]
#: How many more than k are looked at for variety.
_POOL = 5
#: Rules whose exclusions are final: what is listed there is never told as a near miss.
NEVER_NEAR = frozenset({"avoid", "current", "dislikes", "status", "referral", "label"})
_NEAR_MISSES = 3


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
        Excluded activities by the first rule that excluded them; with ``eligible`` they add up to the catalogue.
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
    query: Query, catalogue: Catalogue, rules: Sequence[Rule], criteria: Sequence[Criterion], k: int
) -> Run:
    """Run the pipeline for one client."""
    gates = check_gates(query)
    if gates.is_stopped:
        return _stopped(query, catalogue, gates)
    scene = Scene(query, rows_in_reach(query, catalogue))
    used = tuple(rule for rule in rules if rule.applies(query))
    verdicts = check(used, scene)
    fails = (verdicts == NO).sum(axis=0)
    places = np.flatnonzero(fails <= 1)
    scored = score(criteria, Scene(query, scene.rows.take(places)))
    passing = np.flatnonzero(fails[places] == 0)
    chosen = _onto(choose(scene.rows.take(places[passing]), _some(scored, passing)), places[passing])
    ranked, above = _ranked(query, catalogue, chosen, scored, k)
    picked = _varied(query, catalogue, chosen, ranked, k)
    near, via_care = _near_misses(scene, used, verdicts, scored, places, fails)
    counts = _counts(catalogue, scene, used, verdicts, chosen)
    return Run(
        scene, gates, used, verdicts, scored, places, chosen, picked, ranked,
        len(chosen.activity), above, counts, near, via_care,
    )  # fmt: skip


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


def _ranked(
    query: Query, catalogue: Catalogue, chosen: Chosen, scored: Scored, k: int
) -> tuple[list[int], int]:
    """Places in ``chosen`` above the floor, best first; and how many are above the floor."""
    whole = Scored(scored.criteria, scored.weights, chosen.values, chosen.contributions)
    links = whole.links
    keep = np.arange(len(chosen.activity))
    if links is not None:
        keep = np.flatnonzero(links >= round(query.profile.limits.floor_points * MILLI))
    ids = [catalogue.activities[number].id for number in chosen.activity[keep]]
    reference, day = query.client.reference, query.as_of.isoformat()
    order = in_order(whole.total(EXPECTED)[keep], ids, reference, day, k * _POOL)
    return [int(keep[place]) for place in order], len(keep)


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
    fails: npt.NDArray[np.int64],
) -> tuple[list[tuple[int, Rule, int]], list[int]]:
    """Rows that one rule excludes, best first: those that a change could bring in, and those for care."""
    single = np.flatnonzero(fails[places] == 1)
    if not len(single):
        return [], []
    scores = scored.scores[single]
    which = np.argmax(verdicts[:, places[single]] == NO, axis=0)
    linked = scored.links
    floor = round(scene.query.profile.limits.floor_points * MILLI)
    near: list[tuple[int, Rule, int]] = []
    care: list[int] = []
    seen: set[int] = set()
    ids = [scene.rows.source(int(places[one])).activity.id for one in single] if len(single) < 200 else None
    order = sorted(range(len(single)), key=lambda one: (-int(scores[one]), ids[one] if ids else int(places[single[one]])))
    for one in order:
        place, rule = int(places[single[one]]), rules[int(which[one])]
        number = int(scene.rows.activity[place])
        if number in seen or (linked is not None and linked[single[one]] < floor):
            continue
        if rule.name == "referral" and len(care) < 2:
            care.append(place)
            seen.add(number)
        elif rule.name not in NEVER_NEAR and len(near) < _NEAR_MISSES:
            near.append((place, rule, int(scores[one])))
            seen.add(number)
        if len(near) == _NEAR_MISSES and len(care) == 2:
            break
    return near, care


def _counts(
    catalogue: Catalogue, scene: Scene, rules: tuple[Rule, ...], verdicts: npt.NDArray[np.int8], chosen: Chosen
) -> dict[str, int]:
    """Excluded activities by the first rule that excludes their best row; rows never looked at are out of reach."""
    fails = (verdicts == NO).sum(axis=0) if len(rules) else np.zeros(len(scene), dtype=np.int64)
    first = np.argmax(verdicts == NO, axis=0) if len(rules) else np.zeros(len(scene), dtype=np.int64)
    numbers = scene.rows.activity
    out = ~np.isin(numbers, chosen.activity)
    order = np.lexsort((first[out], fails[out], numbers[out]))
    kept_numbers, kept = np.unique(numbers[out][order], return_index=True)
    found = first[out][order][kept]
    failing = fails[out][order][kept] > 0
    counts = {rule.name: int(np.count_nonzero((found == place) & failing)) for place, rule in enumerate(rules)}
    parts = int(np.count_nonzero(~failing))
    if parts:
        counts["parts"] = parts
    unseen = len(catalogue) - len(kept_numbers) - len(chosen.activity)
    counts["reach"] = counts.get("reach", 0) + unseen
    return {name: count for name, count in counts.items() if count}
