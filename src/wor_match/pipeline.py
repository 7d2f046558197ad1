"""The whole way from a client and a catalogue to a ranked run: arrays and records, no sentences.

::

    query -> gates -> candidates -> rules -> criteria -> score -> rank and vary
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from wor_match.candidates import Chosen, above_floor, choose, rows_in_reach, taken_hours
from wor_match.catalogue.catalogue import Catalogue
from wor_match.catalogue.rows import Rows
from wor_match.criteria.base import Criterion
from wor_match.gates import Gates, check_gates
from wor_match.left_out import counts_of, near_misses
from wor_match.likeness import likeness
from wor_match.query.query import Query, without_hours
from wor_match.query.scene import Scene
from wor_match.ranking import Picked, in_order, vary
from wor_match.rules.base import Rule
from wor_match.scoring import EXPECTED, MILLI, Scored, active, floor_of, links_at_most, score, weights_of
from wor_match.sifting import NOTHING, Sifted, sift

Index = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]
#: How many more than k are looked at for variety.
POOL = 5
#: From so many rows on it is quicker to rule out first what cannot have a link above the floor.
_MANY = 400
NO_ROWS: Index = np.zeros(0, dtype=np.int64)


class Shown(NamedTuple):
    """The rows that stand for what is shown.

    Parameters
    ----------
    scene : Scene
        Of these rows alone, with what was worked out for them.
    rows : int64
        Their places in the scene of the run.
    own : list of range
        Which of them are of each pick.
    """

    scene: Scene
    rows: Index
    own: list[range]


@dataclass(frozen=True, repr=False)
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
        Of ``scored_rows``, places in the scene: what nothing excludes, and what may be told as a near miss.
    left : Scene
        Of ``scored_rows``: it knows what the criteria worked out.
    chosen : Chosen
        Activities that no rule excludes; of a run that is not whole only the best of those above the floor.
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
    left: Scene
    chosen: Chosen | None
    picked: list[Picked]
    ranked: list[int]
    eligible: int
    above_floor: int
    counts: dict[str, int]
    near: list[tuple[int, Rule, int]]
    via_care: list[int]

    @cached_property
    def shown(self) -> Shown:
        """The rows behind what is picked."""
        each = [] if self.chosen is None else [self.chosen.rows_of(one.place) for one in self.picked]
        rows = np.concatenate([NO_ROWS, *each])
        ends = np.cumsum([len(one) for one in each]).tolist()
        own = [range(end - len(one), end) for one, end in zip(each, ends, strict=True)]
        return Shown(self.left.take(np.searchsorted(self.scored_rows, rows)), rows, own)


def run(
    query: Query,
    catalogue: Catalogue,
    rules: Sequence[Rule],
    criteria: Sequence[Criterion],
    k: int,
    also: Index = NO_ROWS,
    *,
    is_whole: bool = True,
) -> Run:
    """Run the pipeline for one client.

    Parameters
    ----------
    also : int64, optional
        Rows that are looked at even when they are far out of reach.
    is_whole : bool, default True
        False leaves out the scores of activities without a link above the floor, for which there is no use in a list:
        quicker, and otherwise the same.
    """
    gates = check_gates(query)
    if gates.is_stopped:
        return _stopped(query, catalogue, gates)
    query = without_hours(query, taken_hours(query, catalogue))
    rows = rows_in_reach(query, catalogue)
    scene = Scene(query, Rows(catalogue, np.union1d(rows.index, also)) if len(also) else rows)
    used = tuple(rule for rule in rules if rule.applies(query))
    sifted = sift(used, scene)
    possible = _simple(sifted)
    criteria = active(criteria, query)
    sifted, linked = (sifted, None) if is_whole else _linked(criteria, sifted)
    scored = score(criteria, sifted.left, linked)
    chosen = choose(sifted.left.rows, scored, np.flatnonzero(sifted.rule == NOTHING))
    eligible = np.union1d(possible, chosen.activity)
    ranked, above = _ranked(query, catalogue, chosen, k)
    near, via_care = near_misses(used, sifted, scored, chosen)
    if not is_whole:
        chosen, ranked = chosen.only(ranked)
    picked = _varied(query, catalogue, chosen, ranked, k)
    counts = counts_of(scene, used, sifted, eligible)
    return Run(
        scene, gates, used, sifted.verdicts, scored, sifted.places, sifted.left,
        replace(chosen, row=sifted.places[chosen.row]), picked, ranked, len(eligible), above, counts, near, via_care,
    )  # fmt: skip


def _simple(sifted: Sifted) -> Index:
    """Numbers of activities that a single row may stand for, of the rows that nothing excludes."""
    passing = sifted.left.rows.activity[sifted.rule == NOTHING]
    found: Index = passing[~sifted.left.rows.catalogue.needs_all_parts[passing]]
    return found


def _linked(criteria: Sequence[Criterion], sifted: Sifted) -> tuple[Sifted, Scored | None]:
    """Only rows of activities of which any has a link above the floor, with what was scored for that.

    Where all parts are required the parts together decide, so that these rows stay.
    """
    query = sifted.left.query
    links = [one for one in criteria if one.is_link]
    if not links:
        return sifted, None
    floor = floor_of(query.profile.limits.floor_share, weights_of(links, query.profile))
    if len(sifted.left) >= _MANY:
        sifted = sifted.take(_staying(sifted.left.rows, links_at_most(links, sifted.left) >= floor))
    scored = score(links, sifted.left)
    keep = _staying(sifted.left.rows, scored.total(EXPECTED) >= floor)
    return sifted.take(keep), scored.take(keep)


def _staying(rows: Rows, good: Mask) -> Index:
    """Rows of activities of which any row is good, or of which all parts are required."""
    activity, catalogue = rows.activity, rows.catalogue
    stays: Mask = catalogue.marked(activity[good])[activity] | catalogue.needs_all_parts[activity]
    return stays.nonzero()[0]


def settle(
    query: Query, catalogue: Catalogue, rows: Rows, scored: Scored, k: int, *, is_varied: bool = True
) -> tuple[Chosen, list[int], list[int]]:
    """From rows that no rule excludes to activities: chosen, ranked by score, and shown; places in ``chosen``.

    The end of :func:`run`, for those who try other answers on rows that were looked at already.
    """
    chosen = choose(rows, scored)
    ranked, _ = _ranked(query, catalogue, chosen, k)
    if not is_varied:
        return chosen, ranked, ranked[:k]
    return chosen, ranked, [one.place for one in _varied(query, catalogue, chosen, ranked, k)]


def _stopped(query: Query, catalogue: Catalogue, gates: Gates) -> Run:
    none = np.zeros(0, dtype=np.int64)
    scene = Scene(query, Rows(catalogue, none))
    scored = Scored((), none, np.zeros((3, 0, 0)), np.zeros((3, 0, 0), dtype=np.int64))
    empty = np.zeros((0, 0), dtype=np.int8)
    return Run(scene, gates, (), empty, scored, none, scene, None, [], [], 0, 0, {}, [], [])


def _ranked(query: Query, catalogue: Catalogue, chosen: Chosen, k: int) -> tuple[list[int], int]:
    """Places in ``chosen`` above the floor, best first; and how many are above the floor."""
    keep = above_floor(query, chosen)
    id_of = catalogue.id_of(chosen.activity[keep])
    order = in_order(chosen.scores[keep], id_of, query.client.reference, query.as_of.isoformat(), k * POOL)
    return [int(keep[place]) for place in order], len(keep)


def _varied(query: Query, catalogue: Catalogue, chosen: Chosen, ranked: list[int], k: int) -> list[Picked]:
    room = round(query.profile.limits.variety_points * MILLI)
    if len(ranked) > k:
        # The best that is left is never below the last of the first k, so what is further below that is never picked.
        least = chosen.scores[ranked[k - 1]] - room
        ranked = [place for place in ranked if chosen.scores[place] >= least]
    alike = likeness(catalogue, chosen.activity[ranked])
    return vary(ranked, chosen.scores, alike, k, room)
