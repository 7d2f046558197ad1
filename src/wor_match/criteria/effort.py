"""Physical effort and pace against what this body can do."""

from __future__ import annotations

import numpy as np

from wor_match.catalogue.columns import CategoryColumn
from wor_match.criteria.base import Criterion, OpenFacts, Telling, Values, spread
from wor_match.query.query import Query
from wor_match.query.scene import Scene
from wor_match.rules.effort import NOT_KNOWN, PHYSICAL

PACE = CategoryColumn("pace", lambda row: row.effort.pace)
#: A brisk pace is hard on someone with a low limit, a slow one good for them.
_LOW_LIMIT = 1
#: One step over the limit may be adapted; the rule has it asked.
_OVER = 0.2
#: Low, expected and high share that is left for someone with a low limit, by pace; a pace that is not told is a doubt.
_PACE = {"brisk": (0.3, 0.3, 0.3), "slow": (1.0, 1.0, 1.0), "usual": (0.95, 0.95, 0.95), None: (0.3, 0.95, 1.0)}


class EffortCriterion(Criterion):
    """1 within the limit, less for a brisk pace at a low limit; not told is unknown."""

    name = "effort"
    prior = 0.6
    reducer = "min"

    def applies(self, query: Query) -> bool:
        """When the physical limit was asked."""
        return query.client.max_physical_effort is not None

    def evaluate(self, scene: Scene) -> Values:
        """See the class."""
        limit = scene.query.client.max_physical_effort
        assert limit is not None
        asks = scene.rows.get(PHYSICAL)
        lost = asks == NOT_KNOWN
        worst = 1.0 if limit >= 3 else _OVER
        pace = np.ones((len(scene), 3))
        if limit <= _LOW_LIMIT:
            pace = scene.rows.answer(PACE, lambda told: _PACE[told], np.float64).reshape(-1, 3)
        value = np.where(asks <= limit, 1.0, _OVER)
        middle = np.where(lost, max(worst, self.unknown(scene.query)), value)
        low = np.where(lost, worst, value) * pace[:, 0]
        expected = middle * pace[:, 1]
        high = np.where(lost, 1.0, value) * pace[:, 2]
        return spread(low, expected, high)

    def open_facts(self, scene: Scene, place: int) -> OpenFacts:
        """How heavy it is, and, where that matters, how fast."""
        limit = scene.query.client.max_physical_effort
        is_pace_asked = limit is not None and limit <= _LOW_LIMIT and scene.rows.value(PACE, place) is None
        is_lost = scene.rows.at(PHYSICAL, place) == NOT_KNOWN
        return OpenFacts(("effort.physical",) * bool(is_lost) + ("effort.pace",) * is_pace_asked)

    def tell(self, scene: Scene, place: int, value: float) -> list[Telling]:
        """Calm or brisk, and how light it is, for someone with a limit."""
        limit = scene.query.client.max_physical_effort
        asks = scene.rows.at(PHYSICAL, place)
        pace = scene.rows.source(place).effort.pace
        if limit is None or limit > 2:
            return []
        if pace == "brisk" and limit <= _LOW_LIMIT:
            return [Telling(False, "brisk", {})]
        if pace == "slow":
            return [Telling(True, "slow", {})]
        return [Telling(True, "within_limit", {"asks": asks})] if 0 <= asks <= limit and limit <= _LOW_LIMIT else []
