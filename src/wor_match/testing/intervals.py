"""The promise of every interval: however what is unknown of an activity turns out, its value stays between the two."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from wor_match.catalogue.catalogue import Catalogue
from wor_match.catalogue.columns import NO, UNKNOWN
from wor_match.catalogue.rows import Rows
from wor_match.criteria import CRITERIA, Criterion
from wor_match.criteria.base import Mask
from wor_match.domain.activity import Activity
from wor_match.domain.client import Client
from wor_match.query import compile_query
from wor_match.query.scene import Scene
from wor_match.rules import RULES
from wor_match.scoring import EXPECTED, HIGH, LOW, Scored, active, score
from wor_match.testing.picks import Pick
from wor_match.testing.region import TODAY
from wor_match.testing.unknown_facts import resolved, unknown_facts

Facts = Mapping[str, Any]
#: Full for too long and closed besides is one no of one rule, and behind it the second cannot be seen.
_PLACES = [rule.name for rule in RULES].index("places")
#: These may fall below: a fact that a rule took for granted may turn out to be a question.
_MAY_FALL = frozenset({"certainty"})


def ways(activity: Activity, pick: Pick, several: int = 12) -> list[dict[str, Any]]:
    """Ways in which an activity can turn out: each unknown fact alone each way, and ``several`` times some at once."""
    unknown = unknown_facts(activity)
    alone = [{path: value} for path, values in unknown.items() for value in values]
    together = []
    for _ in range(several if unknown else 0):
        share = pick((1, 2, 4, 10))
        together.append({path: pick(values) for path, values in unknown.items() if pick(range(10)) < share})
    together.append({path: pick(values) for path, values in unknown.items()})
    return alone + together


def check_interval(
    activity: Activity, clients: Sequence[Client], facts: Sequence[Facts], criteria: Sequence[Criterion] = CRITERIA
) -> int:
    """However the facts turn out, every criterion's points stay within what was said before; so does the score.

    What makes a hard rule say no, or take its no back, is passed over: the interval tells of what stays possible.

    Returns
    -------
    int
        How many rows were compared.
    """
    whole = Catalogue.from_activities([activity]).effective[0]
    told = [resolved(whole, one, name=f"v{number:05}") for number, one in enumerate(facts)]
    catalogue = Catalogue.from_activities([whole.model_copy(update={"id": "base"}), *(one for one in told if one)])
    rows = catalogue.all_rows
    sources = [rows.source(place) for place in range(len(rows))]
    before = {
        (one.part_number, one.place_number): place for place, one in enumerate(sources) if one.activity.id == "base"
    }
    after = [place for place, one in enumerate(sources) if one.activity.id != "base"]
    base = np.array([before[sources[place].part_number, sources[place].place_number] for place in after], dtype=int)
    now, compared = np.array(after, dtype=np.int64), 0
    for client in clients:
        scored, fails = _scored(client, rows, criteria)
        same = (fails[:, now] == fails[:, base]).all(axis=0)
        stays = np.flatnonzero(same & ~fails[_PLACES, now])
        _compare(scored, base[stays], now[stays], lambda place: facts[int(sources[place].activity.id[1:])])
        compared += len(stays)
    return compared


def _scored(client: Client, rows: Rows, criteria: Sequence[Criterion]) -> tuple[Scored, Mask]:
    """Points of all rows, and which rules exclude which, (rules, n)."""
    scene = Scene(compile_query(client, as_of=TODAY), rows)
    fails = np.zeros((len(RULES), len(rows)), dtype=bool)
    for number, rule in enumerate(RULES):
        if rule.applies(scene.query):
            found = rule.check(scene)
            scene.risk = scene.risk + rule.risk * (found == UNKNOWN)
            fails[number] = found == NO
    return score(active(criteria, scene.query), scene), fails


def _compare(scored: Scored, before: Any, after: Any, facts: Any) -> None:
    points = scored.contributions
    stays = np.array([one.name not in _MAY_FALL for one in scored.criteria])
    for which in (LOW, EXPECTED, HIGH):
        below = (points[which][after] < points[LOW][before]) & stays
        above = points[which][after] > points[HIGH][before]
        for place, number in np.argwhere(below | above)[:1].tolist():
            name, path = scored.criteria[number].name, ", ".join(facts(int(after[place])))
            was = points[:, before[place], number].tolist()
            raise AssertionError(f"{name}: {path} makes {points[:, after[place], number].tolist()} of {was}")
