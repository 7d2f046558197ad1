"""How well its hours fall in the client's free hours."""

from __future__ import annotations

import math

import numpy as np

from wor_match.catalogue.columns import UNKNOWN, YES
from wor_match.criteria.base import Criterion, Floats, Mask, Telling, Values, spread
from wor_match.criteria.doubts import HAS_OPEN_HOURS, raised
from wor_match.query.hours import SLOTS, covered
from wor_match.query.query import Query
from wor_match.query.scene import Scene
from wor_match.query.sessions import EVENING_BEGIN
from wor_match.rules.base import Verdicts
from wor_match.rules.hours import FLEXIBLE, NEEDS_ALL, share_of_best

#: By appointment nearly always works out, though somebody has to arrange it.
FLEXIBLE_VALUE = 0.9
#: Shares of a session that are told as all of it, nearly all of it, and nothing.
_WHOLE, _NEARLY, _LEAST = 0.99, 0.9, 0.01


def _when_open(scene: Scene) -> tuple[Floats, Floats]:
    """Least and most of the best session when it begins within its part of the day and ends before midnight."""
    sessions, total = scene.sessions, scene.query.week_total
    assert total is not None
    day, begin = sessions.slots.day, sessions.slots.begin
    rest = covered(total, day, begin, np.full(len(begin), float(SLOTS)))
    both = sessions.of(np.array([rest >= 1.0, rest > 0.0], dtype=np.float64))
    if scene.query.client.travel.evening is False:
        on_the_way = scene.is_onsite[sessions.owner]
        both[0, on_the_way] = 0.0
        both[1, on_the_way & sessions.of(begin >= EVENING_BEGIN)] = 0.0
    (least, most), every = sessions.best(both, fill=0.0), scene.rows.get(NEEDS_ALL)
    if every.any():
        least = np.where(every, sessions.worst(both[0], fill=0.0), least)
        most = np.where(every, sessions.worst(both[1], fill=1.0), most)
    return least, most


class HoursCriterion(Criterion):
    """Share of the best session that the client can attend.

    A session without an end is taken for two hours, and may last until midnight; fixed hours may be by appointment
    after all, unless it is told that they are not.
    """

    name = "hours"
    reducer = "min"

    def applies(self, query: Query) -> bool:
        """When availability or taken hours were asked."""
        return query.week_total is not None

    def evaluate(self, scene: Scene) -> Values:
        """No session known is unknown."""
        low, high = scene.once(share_of_best)
        return self._doubted(scene, self._of(scene, low, high), np.isnan(low), scene.rows.get(FLEXIBLE))

    def expected(self, scene: Scene, low: Floats, high: Floats) -> Floats:
        """The expected values for what :func:`best_share` gives, of one week or of several (..., n)."""
        return self._of(scene, low, high).expected

    def _of(self, scene: Scene, low: Floats, high: Floats) -> Values:
        is_flexible, lost = scene.rows.get(FLEXIBLE) == YES, np.isnan(low)
        least = np.where(is_flexible, np.fmax(low, FLEXIBLE_VALUE), np.where(lost, 0.0, low))
        most = np.where(is_flexible, np.fmax(high, FLEXIBLE_VALUE), np.where(lost, 1.0, high))
        return spread(least, least + (most - least) * self.unknown(scene.query), most)

    def _doubted(self, scene: Scene, values: Values, lost: Mask, flexible: Verdicts) -> Values:
        """The same, with all that may turn out: hours that are not told, or agreed per person after all."""
        open_hours = np.flatnonzero(scene.rows.get(HAS_OPEN_HOURS))
        if len(open_hours):
            least, most = (every[open_hours] for every in _when_open(scene))
            low, high = values.low.copy(), values.high.copy()
            low[open_hours] = np.where(flexible[open_hours] == YES, np.fmax(least, FLEXIBLE_VALUE), least)
            high[open_hours] = np.fmax(high[open_hours], most)
            values = values._replace(low=np.minimum(low, values.low), high=high)
        return raised(raised(values, lost, 1.0), flexible == UNKNOWN, FLEXIBLE_VALUE)

    def tell(self, scene: Scene, place: int, value: float) -> list[Telling]:
        """Fits, by appointment, or only in part."""
        if scene.rows.at(FLEXIBLE, place) == 1:
            return [Telling(True, "flexible", {})]
        low, high = (share.item(place) for share in scene.once(share_of_best))
        return [] if math.isnan(low) else [_told(low, high)]


def _told(least: float, most: float) -> Telling:
    """How much of the best session there is time for; perhaps, where only the part of the day is told."""
    if least >= _WHOLE:
        return Telling(True, "fits", {})
    if least < most:
        return Telling(False, "unsure", {})
    if most >= _NEARLY:
        return Telling(False, "nearly", {})
    return Telling(False, "part", {"share": round(most, 2)}) if most > _LEAST else Telling(False, "never", {})
