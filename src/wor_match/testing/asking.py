"""Ask one rule or criterion about one pair: for golden tables, of the shipped ones and of a host's own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

import numpy as np

from wor_match.catalogue.catalogue import Catalogue
from wor_match.catalogue.columns import NO, UNKNOWN, YES
from wor_match.criteria.base import Criterion, Telling
from wor_match.domain.activity import Activity
from wor_match.domain.client import Client
from wor_match.domain.profile import Profile
from wor_match.domain.records import Param, Record
from wor_match.geo import TravelTime
from wor_match.query import compile_query
from wor_match.query.scene import Scene
from wor_match.rules.base import Rule
from wor_match.testing.region import TODAY

Verdict = Literal["yes", "no", "unknown", "silent"]
_VERDICTS: dict[int, Verdict] = {YES: "yes", NO: "no", UNKNOWN: "unknown"}


@dataclass(frozen=True, slots=True)
class Answer:
    """What a rule says of one row.

    Parameters
    ----------
    verdict : {"yes", "no", "unknown", "silent"}
        Silent: the rule does not apply to this client.
    code : str or None
        Of the exclusion or the question, if there is one.
    params : dict
        Its parameters.
    """

    verdict: Verdict
    code: str | None
    params: dict[str, Param]


@dataclass(frozen=True, slots=True)
class Valued:
    """What a criterion says of one row: its values, and what it would tell."""

    low: float
    expected: float
    high: float
    tellings: tuple[Telling, ...]


def scene_of(
    client: Client,
    *activities: Activity,
    as_of: date = TODAY,
    profile: Profile | None = None,
    travel: TravelTime | None = None,
) -> Scene:
    """The scene of a client and all rows of some activities, by id, part and place.

    Raises
    ------
    InputError
        If the client's home cannot be placed.
    """
    rows = Catalogue.from_activities(activities).all_rows
    sources = [rows.source(place) for place in range(len(rows))]
    keys = [(one.activity.id, one.part_number, one.place_number) for one in sources]
    order = np.array(sorted(range(len(keys)), key=keys.__getitem__), dtype=np.int64)
    return Scene(compile_query(client, as_of=as_of, profile=profile, travel=travel), rows.take(order))


def answers(rule: Rule, scene: Scene) -> tuple[Answer, ...]:
    """What a rule says of every row of a scene.

    >>> from wor_match.rules.age import AgeRule
    >>> from wor_match.testing.factories import a_client, an_activity
    >>> scene = scene_of(a_client(age=54), an_activity(group={"age_min": 55}))
    >>> answers(AgeRule(), scene)[0].code
    'age.outside'
    """
    if not rule.applies(scene.query):
        return tuple(Answer("silent", None, {}) for _ in range(len(scene)))
    return tuple(_answer(rule, scene, place, int(verdict)) for place, verdict in enumerate(rule.check(scene)))


def valued(criterion: Criterion, scene: Scene) -> tuple[Valued, ...] | None:
    """What a criterion says of every row of a scene; None when the intake holds nothing for it."""
    if not criterion.applies(scene.query):
        return None
    found = criterion.evaluate(scene)
    three = zip(found.low.tolist(), found.expected.tolist(), found.high.tolist(), strict=True)
    return tuple(
        Valued(low, expected, high, tuple(criterion.tell(scene, place, expected)))
        for place, (low, expected, high) in enumerate(three)
    )


def _answer(rule: Rule, scene: Scene, place: int, verdict: int) -> Answer:
    record: Record | None = None
    if verdict == NO:
        record = rule.exclusion(scene, place)
    elif verdict == UNKNOWN:
        record = rule.question(scene, place)
    return Answer(_VERDICTS[verdict], record.code if record else None, dict(record.params) if record else {})
