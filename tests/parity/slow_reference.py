"""The pipeline again, slow and obvious: one row at a time and plain integers.

Only the answers of rules and criteria are taken from the library; what is done with them is written anew here.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from wor_match.candidates import rows_in_reach, taken_hours
from wor_match.catalogue.catalogue import Catalogue
from wor_match.catalogue.columns import RowSource
from wor_match.criteria import CRITERIA
from wor_match.gates import check_gates
from wor_match.likeness import likeness
from wor_match.query.query import Query, without_hours
from wor_match.query.scene import Scene
from wor_match.rules import RULES
from wor_match.vocabulary.enums import Setting

NO, UNKNOWN = -1, 0
NEVER_NEAR = {"avoid", "current", "dislikes", "status", "label", "gender", "age"}


@dataclass
class Row:
    """One part at one place, with all that was answered about it."""

    source: RowSource
    verdicts: dict[str, int]
    values: dict[str, tuple[float, float, float]]
    points: dict[str, tuple[int, int, int]]
    far_beyond: bool

    @property
    def key(self) -> tuple[int, int]:
        return (self.source.part_number, self.source.place_number)

    @property
    def score(self) -> int:
        return sum(three[1] for three in self.points.values())

    @property
    def fails(self) -> list[str]:
        return [name for name, verdict in self.verdicts.items() if verdict == NO]


@dataclass
class Stand:
    """An activity with the rows that stand for it."""

    activity: str
    rows: list[Row]
    points: dict[str, tuple[int, int, int]]

    @property
    def score(self) -> int:
        return sum(three[1] for three in self.points.values())


@dataclass
class Slow:
    """What came out."""

    eligible: dict[str, Stand] = field(default_factory=dict)
    ranked: list[str] = field(default_factory=list)
    picked: list[tuple[str, int]] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    near: list[tuple[str, tuple[int, int], str, int]] = field(default_factory=list)
    via_care: list[str] = field(default_factory=list)


def slow_run(query: Query, catalogue: Catalogue, k: int) -> Slow:
    """All of it for one client."""
    if check_gates(query).is_stopped:
        return Slow()
    query = without_hours(query, taken_hours(query, catalogue))
    weights = _weights(query)
    activities: dict[str, list[Row]] = {}
    for number in range(len(catalogue.all_rows)):
        row = _row(query, catalogue, number, weights)
        activities.setdefault(row.source.activity.id, []).append(row)
    for rows in activities.values():
        rows.sort(key=lambda row: row.key)
    slow = Slow()
    for name, rows in activities.items():
        stand = _stand(name, [row for row in rows if not row.fails], weights)
        if stand is not None:
            slow.eligible[name] = stand
    above = [one for one in slow.eligible.values() if _is_linked(one, weights, query)]
    slow.ranked = [one.activity for one in _sorted(above, query)]
    slow.picked = _picks(slow, catalogue, query, k)
    slow.counts = _counts(activities, slow)
    slow.near, slow.via_care = _near(activities, slow, weights, query)
    return slow


def _weights(query: Query) -> dict[str, int]:
    given = query.profile.weights
    return {
        one.name: round(given[one.name] * 1000) for one in CRITERIA if given.get(one.name, 0) > 0 and one.applies(query)
    }


def _row(query: Query, catalogue: Catalogue, number: int, weights: dict[str, int]) -> Row:
    scene = Scene(query, catalogue.all_rows.take(np.array([number])))
    verdicts = {rule.name: int(rule.check(scene)[0]) for rule in RULES if rule.applies(query)}
    risk = 0.0
    for rule in RULES:
        if verdicts.get(rule.name) == UNKNOWN:
            risk += rule.risk
    scene.risk = np.array([risk])
    values, points = {}, {}
    for criterion in CRITERIA:
        if criterion.name in weights:
            found = criterion.evaluate(scene)
            values[criterion.name] = (float(found.low[0]), float(found.expected[0]), float(found.high[0]))
            points[criterion.name] = _points(values[criterion.name], weights[criterion.name])
    return Row(scene.rows.source(0), verdicts, values, points, _far_beyond(scene))


def _points(values: tuple[float, float, float], weight: int) -> tuple[int, int, int]:
    low, expected, high = (round(value * weight) for value in values)
    return (low, expected, high)


def _far_beyond(scene: Scene) -> bool:
    """Whether it is not even a near miss: more than a quarter too far, or a home visit in another region.

    Where no time was asked: what no way of travelling reaches.
    """
    limit = scene.query.client.travel.max_minutes
    is_asked = scene.query.home is not None and limit is not None
    if scene.rows.source(0).setting is Setting.HOME_VISIT or not is_asked:
        return int(scene.rows.index[0]) not in rows_in_reach(scene.query, scene.rows.catalogue).index
    if limit is None or not scene.is_onsite[0]:
        return False
    return bool(scene.possible_travel.low[0] > limit * 1.25)


def _stand(name: str, rows: list[Row], weights: dict[str, int]) -> Stand | None:
    """The best row, or the best of every part where all are required."""
    if not rows:
        return None
    activity = rows[0].source.activity
    if not activity.parts or activity.parts_require.value == "any":
        best = max(rows, key=lambda row: (row.score, -row.key[0], -row.key[1]))
        return Stand(name, [best], best.points)
    best_of_part = []
    for part in range(len(activity.parts)):
        here = [row for row in rows if row.source.part_number == part]
        if not here:
            return None
        best_of_part.append(max(here, key=lambda row: (row.score, -row.key[1])))
    return Stand(name, best_of_part, _together(best_of_part, weights))


def _together(rows: list[Row], weights: dict[str, int]) -> dict[str, tuple[int, int, int]]:
    reducers = {one.name: one.reducer for one in CRITERIA}
    found = {}
    for name, weight in weights.items():
        low, expected, high = (
            _reduced(reducers[name], [row.values[name][which] for row in rows]) for which in range(3)
        )
        found[name] = _points((low, expected, high), weight)
    return found


def _reduced(reducer: str, values: list[float]) -> float:
    if reducer == "mean":
        total = 0.0
        for value in values:
            total += value
        return total / len(values)
    return min(values) if reducer == "min" else max(values)


def _is_linked(stand: Stand, weights: dict[str, int], query: Query) -> bool:
    links = [one.name for one in CRITERIA if one.is_link and one.name in weights]
    if not links:
        return True
    floor = round(query.profile.limits.floor_share * sum(weights[name] for name in links))
    return sum(stand.points[name][1] for name in links) >= floor


def _tie(name: str, query: Query) -> str:
    return hashlib.sha256(f"{query.client.reference}|{query.as_of.isoformat()}|{name}".encode()).hexdigest()


def _sorted(stands: list[Stand], query: Query) -> list[Stand]:
    return sorted(stands, key=lambda one: (-one.score, _tie(one.activity, query)))


def _picks(slow: Slow, catalogue: Catalogue, query: Query, k: int) -> list[tuple[str, int]]:
    """Each time the one with most points less its likeness to the most similar pick, if near the best that is left."""
    room = round(query.profile.limits.variety_points * 1000)
    pool = slow.ranked[: 5 * k]
    alike = likeness(catalogue, [catalogue.number(name) for name in pool])
    left, picks = list(range(len(pool))), []
    taken: list[int] = []

    def points(one: int) -> int:
        return slow.eligible[pool[one]].score

    def varied(one: int) -> float:
        return points(one) - room * max((float(alike[one, other]) for other in taken), default=0.0)

    while left and len(picks) < k:
        best = points(left[0])
        near = [one for one in left if best - points(one) <= room]
        choice = max(near, key=lambda one: (varied(one), -one))
        left.remove(choice)
        taken.append(choice)
        picks.append((pool[choice], best - points(choice)))
    return picks


def _counts(activities: dict[str, list[Row]], slow: Slow) -> dict[str, int]:
    """Each activity that is not possible by the first rule that stops the row that comes furthest."""
    order = [rule.name for rule in RULES]
    counts: Counter[str] = Counter()
    for name, rows in activities.items():
        if name not in slow.eligible:
            furthest = max(order.index(row.fails[0]) if row.fails else len(order) for row in rows)
            counts[(*order, "parts")[furthest]] += 1
    return dict(counts)


def _near(
    activities: dict[str, list[Row]], slow: Slow, weights: dict[str, int], query: Query
) -> tuple[list[tuple[str, tuple[int, int], str, int]], list[str]]:
    """What would be possible but for one rule."""
    best: dict[str, tuple[Stand, Row, str]] = {}
    for name, rows in activities.items():
        for rule in (rule.name for rule in RULES):
            if name in slow.eligible or rule in NEVER_NEAR:
                continue
            kept = [
                row
                for row in rows
                if set(row.fails) <= {rule} and not (rule == "reach" and row.fails and row.far_beyond)
            ]
            stand = _stand(name, kept, weights) if any(row.fails for row in kept) else None
            if stand is None or not _is_linked(stand, weights, query):
                continue
            if name not in best or stand.score > best[name][0].score:
                best[name] = (stand, next(row for row in stand.rows if row.fails), rule)
    found = [best[one.activity] for one in _sorted([stand for stand, _, _ in best.values()], query)]
    near = [(one.activity, row.key, rule, one.score) for one, row, rule in found if rule != "referral"]
    return near[:3], [one.activity for one, _, rule in found if rule == "referral"][:2]


def as_slow(ran: Any) -> Slow:
    """A run of the library in the same words."""
    catalogue = ran.scene.rows.catalogue
    slow = Slow(counts=ran.counts)
    names = [catalogue.activities[number].id for number in ran.chosen.activity] if ran.chosen else []
    for place, name in enumerate(names):
        three = ran.chosen.contributions[:, place].T.tolist()
        points = {one.name: tuple(values) for one, values in zip(ran.scored.criteria, three, strict=True)}
        rows = [Row(ran.scene.rows.source(int(row)), {}, {}, {}, False) for row in ran.chosen.rows[place]]
        slow.eligible[name] = Stand(name, rows, points)
    slow.ranked = [names[place] for place in ran.ranked]
    slow.picked = [(names[one.place], one.cost_milli) for one in ran.picked]
    for place, rule, score in ran.near:
        source = ran.scene.rows.source(place)
        slow.near.append((source.activity.id, (source.part_number, source.place_number), rule.name, score))
    slow.via_care = [ran.scene.rows.source(place).activity.id for place in ran.via_care]
    return slow
