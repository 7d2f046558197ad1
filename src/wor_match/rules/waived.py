"""A rule that a coach set aside for one activity; for every other activity it stands."""

from __future__ import annotations

from typing import cast

import numpy as np

from wor_match.catalogue.columns import NO, YES
from wor_match.domain.records import Param
from wor_match.query.query import Query
from wor_match.query.scene import Scene
from wor_match.rules.base import Rule, Verdicts


class _WaivedRule(Rule):
    """The same rule, but a no becomes a yes for some activities; what is not known stays a question."""

    def __init__(self, rule: Rule, numbers: tuple[int, ...]) -> None:
        self._rule = rule
        self._numbers = np.array(numbers, dtype=np.int64)

    def applies(self, query: Query) -> bool:
        """As the rule itself."""
        return self._rule.applies(query)

    def check(self, scene: Scene) -> Verdicts:
        """As the rule itself, without its no for these activities."""
        found = self._rule.check(scene)
        here = np.isin(scene.rows.activity, self._numbers)
        return np.where(here & (found == NO), YES, found).astype(np.int8)

    def why_not(self, scene: Scene, place: int) -> tuple[str, dict[str, Param]]:
        """As the rule itself."""
        return self._rule.why_not(scene, place)

    def ask(self, scene: Scene, place: int) -> tuple[str, dict[str, Param]] | None:
        """As the rule itself."""
        return self._rule.ask(scene, place)


def waived(rule: Rule, numbers: tuple[int, ...]) -> Rule:
    """A rule with its no taken away for activities of these numbers in the catalogue."""
    same = {"name": rule.name, "field": rule.field, "urgency": rule.urgency, "risk": rule.risk}
    kind = type(type(rule).__name__, (_WaivedRule,), {"__doc__": type(rule).__doc__, **same})
    return cast(Rule, kind(rule, numbers))
