"""How well its hours fall in the client's free hours."""

from __future__ import annotations

import numpy as np

from wor_match.criteria.base import Criterion, Telling, Values, spread
from wor_match.query.query import Query
from wor_match.query.scene import Scene
from wor_match.rules.hours import FLEXIBLE, share_of_best

#: By appointment nearly always works out, though somebody has to arrange it.
FLEXIBLE_VALUE = 0.9


class HoursCriterion(Criterion):
    """Share of the best session that the client can attend."""

    name = "hours"
    reducer = "min"

    def applies(self, query: Query) -> bool:
        """When availability or taken hours were asked."""
        return query.week_total is not None

    def evaluate(self, scene: Scene) -> Values:
        """No session known is unknown."""
        low, high = scene.once(share_of_best)
        flexible = scene.rows.get(FLEXIBLE) == 1
        lost = np.isnan(low) & ~flexible
        low = np.where(flexible, np.fmax(low, FLEXIBLE_VALUE), np.where(lost, 0.0, low))
        high = np.where(flexible, np.fmax(high, FLEXIBLE_VALUE), np.where(lost, 1.0, high))
        middle = low + (high - low) * self.unknown(scene.query)
        return spread(low, middle, high)

    def tell(self, scene: Scene, place: int, value: float) -> list[Telling]:
        """Fits, by appointment, or only in part."""
        low, high = scene.once(share_of_best)
        if scene.rows.get(FLEXIBLE)[place] == 1:
            return [Telling(True, "flexible", {})]
        if np.isnan(low[place]):
            return []
        if low[place] >= 0.99:
            return [Telling(True, "fits", {})]
        return [Telling(False, "part", {"share": round(float(high[place]), 2)})]
