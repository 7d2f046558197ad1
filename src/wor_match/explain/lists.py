"""The lists of many changes at once, alone and in pairs: whole numbers of points, added as the pipeline adds them.

What changes besides hours makes a *unit*: rules and criteria as :class:`Trials` asks them. What changes in the free
hours makes a *week*: the rule and the criterion on hours are asked for all weeks together. Every list is that of one
unit in one week.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

import numpy as np
import numpy.typing as npt

from wor_match.catalogue.columns import NO, UNKNOWN, YES
from wor_match.criteria import CRITERIA
from wor_match.criteria.certainty import certain
from wor_match.criteria.hours import HoursCriterion
from wor_match.explain.trial import Answers, Trials
from wor_match.likeness import likeness
from wor_match.pipeline import POOL
from wor_match.query.hours import Week, covered, cumulative
from wor_match.query.sessions import packed
from wor_match.ranking import tie_break, vary
from wor_match.rules.hours import best_share, has_time
from wor_match.scoring import EXPECTED, MILLI, Scored, contributions_of, together, weights_of

Floats = npt.NDArray[np.float64]
Points = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]
_HOURS, _CERTAINTY = "hours", "certainty"
#: Of the rules and criteria these are asked by week, or follow from the others.
_APART = frozenset({_HOURS, _CERTAINTY})
#: For an activity that is not possible, or below the floor.
_OUT = -1


class Lists:
    """Lists of units in weeks.

    Parameters
    ----------
    trials : Trials
        Of shipped rules and criteria only: a host's own may rest on anything.
    units : sequence of Answers
        The first is the client as they are. In each the same criteria count.
    weeks : sequence of Week
        The first is the client's own; empty when no change is about hours.
    """

    def __init__(self, trials: Trials, units: Sequence[Answers], weeks: Sequence[Week]) -> None:
        self._trials, self._units, self._weeks = trials, units, weeks
        self._used = [one for one in trials.criteria if one.name in trials.start.columns]
        self._weights = weights_of(self._used, trials.query.profile)
        passes = np.array([_passes(one, len(trials.rows)) for one in units])
        some = np.flatnonzero(passes.any(axis=0))
        self._verdicts, self._hours = self._by_week(some)
        self._here, keep = some, np.flatnonzero((self._verdicts != NO).any(axis=0))
        keep = keep[self._order(some[keep])]
        self._here, self._passes = some[keep], passes[:, some[keep]]
        self._verdicts, self._hours = self._verdicts[:, keep], self._hours[:, keep]
        self._wholes: dict[tuple[object, ...], tuple[int, int]] = {}

    def of(self, unit: Points, week: Points) -> list[dict[int, int]]:
        """Activity numbers with their scores, in the order shown, of each unit in its week."""
        if not len(self._here):
            return [{} for _ in unit]
        scores = self._scores(unit, week)
        edge, m = np.zeros(len(unit), dtype=np.int64), scores.shape[1]
        if m > self._trials.k:
            edge = np.partition(scores, m - self._trials.k, axis=1)[:, m - self._trials.k] - self._room
        pools = np.where(scores >= np.maximum(edge, 0)[:, None], scores, _OUT)
        some = (pools > _OUT).any(axis=0)
        return self._shown(self._numbers[some], pools[:, some])

    def _shown(self, numbers: Points, pools: Points) -> list[dict[int, int]]:
        """The lists of what can come onto them; the same pool gives the same list."""
        query, id_of = self._trials.query, self._trials.catalogue.id_of(numbers)
        asked = query.client.reference, query.as_of.isoformat()
        ties = [tie_break(*asked, id_of(number)) for number in range(len(numbers))]
        alike, known = likeness(self._trials.catalogue, numbers), {}
        for pool in {pool.tobytes(): pool for pool in pools}.values():
            ranked = sorted(np.flatnonzero(pool > _OUT).tolist(), key=lambda place: (-pool[place], ties[place]))
            ranked = ranked[: self._trials.k * POOL]
            picked = vary(ranked, pool, alike[np.ix_(ranked, ranked)], self._trials.k, self._room)
            known[pool.tobytes()] = {int(numbers[one.place]): int(pool[one.place]) for one in picked}
        return [known[pool.tobytes()] for pool in pools]

    def _by_week(self, some: Points) -> tuple[npt.NDArray[np.int8], Floats]:
        """Of some rows the verdicts and values on hours in every week, (weeks, rows)."""
        start = self._trials.start
        if not self._weeks:
            every = start.verdicts.get(_HOURS, np.full(len(self._trials.rows), YES, dtype=np.int8))
            values = start.columns[_HOURS][0][EXPECTED] if _HOURS in start.columns else np.zeros(len(every))
            return every[None, some], values[None, some]
        scene, weeks = start.scene.take(some), np.array(self._weeks)
        slots = scene.rows.catalogue.once(packed).slots
        share = covered(cumulative(weeks), slots.day, slots.begin, slots.end)
        low, high = best_share(scene, share)
        verdicts = has_time(scene, low, high, np.asarray(weeks.any(axis=(1, 2)))[:, None])
        criterion = next(one for one in CRITERIA if isinstance(one, HoursCriterion))
        return verdicts, criterion.expected(scene, low, high)

    def _order(self, places: Points) -> npt.NDArray[np.int64]:
        """Rows by activity, by part where all are required, and then in the activity's own order."""
        catalogue, rows = self._trials.catalogue, self._trials.rows.take(places)
        return np.lexsort((catalogue.own_order[rows.index], self._part(places), rows.activity))

    def _part(self, places: Points) -> Points:
        """The part that a row is of, where all are required; of alternatives one may stand for all."""
        catalogue, rows = self._trials.catalogue, self._trials.rows.take(places)
        return np.where(catalogue.needs_all_parts[rows.activity], catalogue.row_part[rows.index], 0)

    def _scores(self, unit: Points, week: Points) -> Points:
        """Scores of the activities, (lists, activities); ``_OUT`` for what is not possible or below the floor."""
        risk = self._risk(unit, week)
        points = self._plain[unit] + self._points_of(_HOURS, self._hours)[week]
        points += self._points_of(_CERTAINTY, certain(risk))
        passes = self._passes[unit] & (self._verdicts[week] != NO)
        stands, score = self._best(np.where(passes, points, _OUT))
        links = np.take_along_axis(self._links[unit], stands, axis=1)
        found = np.where((score > _OUT) & (links >= self._floor), score, _OUT)
        first, is_whole = self._first, self._is_whole
        for activity in is_whole.nonzero()[0].tolist():
            parts = slice(first[activity], first[activity + 1])
            found[:, first[activity]] = self._together(activity, stands[:, parts], score[:, parts], unit, week, risk)
        return np.asarray(found[:, first[:-1]])

    def _best(self, points: Points) -> tuple[Points, Points]:
        """Of each part (or activity) the row that stands for it and its points, of equals the first."""
        rows = points.shape[1]
        key = np.maximum.reduceat(points * rows + np.arange(rows - 1, -1, -1), self._begins, axis=1)
        score = key // rows
        return np.where(score > _OUT, rows - 1 - key % rows, 0), score

    def _together(
        self, activity: int, rows: Points, scores: Points, unit: Points, week: Points, risk: Floats
    ) -> list[int]:
        """The scores of an activity of which all parts are required."""
        is_there = (scores > _OUT).all(axis=1) & (
            rows.shape[1] == self._trials.catalogue.parts[self._numbers[activity]]
        )
        found = []
        for number, here in enumerate(is_there.tolist()):
            score, links = (
                self._whole(rows[number], int(unit[number]), int(week[number]), risk[number]) if here else (_OUT, 0)
            )
            found.append(score if links >= self._floor else _OUT)
        return found

    def _whole(self, rows: Points, unit: int, week: int, risk: Floats) -> tuple[int, int]:
        """Score and link points of some parts together, by the reducer of each criterion."""
        hours, certainty = self._hours[week, rows], certain(risk[rows])
        key = (unit, *rows.tolist(), *hours.tolist(), *certainty.tolist())
        if key not in self._wholes:
            columns, names = self._units[unit].columns, [one.name for one in self._used]
            values = np.array([columns[name][0][EXPECTED, self._here[rows]] for name in names]).T
            for name, own in ((_HOURS, hours), (_CERTAINTY, certainty)):
                if name in names:
                    values[:, names.index(name)] = own
            every = np.broadcast_to(values, (3, *values.shape))
            scored = Scored(tuple(self._used), self._weights, every, every.astype(np.int64))
            points = together(scored, np.arange(len(rows)), np.zeros(1, dtype=np.int64))[1][EXPECTED]
            self._wholes[key] = int(points.sum()), int(scored.link_points(points)[0])
        return self._wholes[key]

    def _risk(self, unit: Points, week: Points) -> Floats:
        """Summed risk of what is unknown (lists, rows), one rule after the other as in the pipeline."""
        found = np.zeros((len(unit), len(self._here)))
        for rule in self._trials.rules:
            if rule.name == _HOURS:
                found += rule.risk * (self._verdicts == UNKNOWN)[week]
                continue
            open_ = np.array([_is_open(one, rule.name, self._here) for one in self._units])
            if open_.any():
                found += rule.risk * open_[unit]
        return found

    def _points_of(self, name: str, values: Floats) -> Points:
        """Contributions of one criterion; nothing when it does not count."""
        place = next((place for place, one in enumerate(self._used) if one.name == name), None)
        none = np.zeros(values.shape, dtype=np.int64)
        return none if place is None else contributions_of(values, self._weights[place])

    @cached_property
    def _plain(self) -> Points:
        """Points of the criteria that do not rest on hours, (units, rows)."""
        return self._added([one.name for one in self._used if one.name not in _APART])

    @cached_property
    def _links(self) -> Points:
        """Points of the criteria that link to interest, role or need, (units, rows)."""
        return self._added([one.name for one in self._used if one.is_link])

    def _added(self, names: Sequence[str]) -> Points:
        none = np.zeros(len(self._here), dtype=np.int64)
        each = ((one.columns[name][1][EXPECTED, self._here] for name in names) for one in self._units)
        return np.array([sum(points, start=none) for points in each])

    @cached_property
    def _floor(self) -> int:
        """Link points that the floor asks for; none when nothing could link."""
        if not any(one.is_link for one in self._used):
            return 0
        none = np.zeros((3, 0, len(self._used)))
        scored = Scored(tuple(self._used), self._weights, none, none.astype(np.int64))
        return scored.floor(self._trials.query.profile.limits.floor_share)

    @cached_property
    def _room(self) -> int:
        return round(self._trials.query.profile.limits.variety_points * MILLI)

    @cached_property
    def _begins(self) -> Points:
        """Where the rows of each part (or activity of alternatives) begin."""
        activity, part = self._trials.rows.activity[self._here], self._part(self._here)
        is_new = np.ones(len(activity), dtype=bool)
        is_new[1:] = (activity[1:] != activity[:-1]) | (part[1:] != part[:-1])
        return is_new.nonzero()[0]

    @cached_property
    def _first(self) -> Points:
        """Of each activity the first of its parts among all parts, and at the end how many there are."""
        activity = self._trials.rows.activity[self._here[self._begins]]
        is_new = np.ones(len(activity) + 1, dtype=bool)
        is_new[1:-1] = activity[1:] != activity[:-1]
        return is_new.nonzero()[0]

    @cached_property
    def _numbers(self) -> Points:
        """Numbers of the activities."""
        return self._trials.rows.activity[self._here[self._begins[self._first[:-1]]]]

    @cached_property
    def _is_whole(self) -> Mask:
        """Activities of which all parts are required."""
        return np.asarray(self._trials.catalogue.needs_all_parts[self._numbers])


def _passes(one: Answers, rows: int) -> Mask:
    """Rows that no rule but that on hours excludes."""
    passes = np.ones(rows, dtype=bool)
    for name, verdicts in one.verdicts.items():
        if name != _HOURS:
            passes &= verdicts != NO
    return passes


def _is_open(one: Answers, name: str, here: Points) -> Mask:
    verdicts = one.verdicts.get(name)
    return np.zeros(len(here), dtype=bool) if verdicts is None else np.asarray(verdicts[here] == UNKNOWN)
