"""How long the trip takes, against what the client wants; linear, on an absolute scale."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from wor_match.catalogue.columns import NO, UNKNOWN, YES, CategoryColumn, Column, RowSource
from wor_match.catalogue.towns import municipality_of, town_named, town_of
from wor_match.criteria.base import Criterion, Floats, Telling, Values, unit
from wor_match.criteria.doubts import MAY_COME_HOME, lowered, raised
from wor_match.domain.activity import Activity
from wor_match.domain.place import Place
from wor_match.domain.records import Param
from wor_match.query.query import Query
from wor_match.query.scene import Scene
from wor_match.rules.reach import FEW, IS_VISIT, ServiceArea
from wor_match.vocabulary.enums import GeoPrecision, Setting

#: Not having to travel is good, though coming out of the house counts for something too.
AT_HOME = 0.5
#: Who comes to people's homes in another municipality than the client's: mostly not here (care and welfare are the
#: municipality's, and volunteers stay near), as long as nobody tells whom they visit (assumption).
ELSEWHERE = 0.1
#: What is left at the very limit: it is still possible.
AT_LIMIT = 0.2
#: Up to so many minutes a trip is told as near, whatever the limit; it is never called long.
NEAR = FEW
#: From this share of the limit a longer trip is told as far.
_FAR = 0.75


def is_far(minutes: float, limit: float) -> bool:
    """Whether a trip is long for someone: near or over their limit, and more than a few minutes.

    >>> is_far(8, 10), is_far(9, 20), is_far(18, 20)
    (False, False, True)
    """
    return minutes > NEAR and minutes > _FAR * limit


def is_near(minutes: float, limit: float) -> bool:
    """Whether a trip is short for someone: a few minutes or half of their limit, and never over it.

    >>> is_near(8, 10), is_near(18, 40), is_near(8, 5)
    (True, True, False)
    """
    return minutes <= min(max(0.5 * limit, NEAR), limit)


def value_of(minutes: Floats, limit: float) -> Floats:
    """1 at the door, 0.2 at the limit, 0 at 1.25 times the limit and beyond."""
    return unit(1 - (1 - AT_LIMIT) * minutes / limit)


class _Visited(NamedTuple):
    """What comes to one's home: to where, and in which municipality who comes is based; "" where that is not told, or
    the table does not know it."""

    area: ServiceArea
    base: str
    known_base: str


def _visited(row: RowSource) -> _Visited:
    base = municipality_of(row.place)
    return _Visited(ServiceArea.of(row.activity.service_area), base, town_named(base))


VISITED = CategoryColumn("visited", _visited)


def _comes_from(visited: _Visited, town: str) -> int:
    """YES when who comes is based in another municipality, UNKNOWN when that cannot be told; NO too where the area
    decides, by the rule on reach, and where the client's own municipality is not known."""
    if not town or visited.area.decides(town):
        return NO
    if not visited.known_base:
        return UNKNOWN
    return YES if visited.known_base != town else NO


#: The place that is told is the organisation's office; where it is done is not told.
AT_OFFICE = Column("at_office", np.bool_, lambda row: _is_office(row.place))


def _is_office(place: Place | None) -> bool:
    return place is not None and place.geo_precision is GeoPrecision.ORGANISATION


class TravelCriterion(Criterion):
    """Nearer is better, by the fastest of the client's own modes. A place that is not known is unknown.

    What comes to one's home is no trip; from another municipality it is doubted whether they come.
    """

    name = "travel"
    prior = 0.4
    reducer = "min"

    def applies(self, query: Query) -> bool:
        """When the home is known."""
        return query.home is not None

    def evaluate(self, scene: Scene) -> Values:
        """The interval of the travel time gives low and high."""
        trip, limit = scene.travel, self._limit(scene.query)
        away = ~scene.is_onsite
        lost = np.isnan(trip.expected)
        low, expected, high = (
            np.where(away, AT_HOME, np.where(lost, unknown, value_of(minutes, limit)))
            for minutes, unknown in (
                (trip.high, 0.0), (trip.expected, self.unknown(scene.query)), (trip.low, 1.0)
            )
        )  # fmt: skip
        office = scene.rows.get(AT_OFFICE)
        expected = np.where(office, np.clip(np.maximum(expected, self.unknown(scene.query)), low, high), expected)
        return self._at_home(scene, Values(low, expected, high))

    def _at_home(self, scene: Scene, values: Values) -> Values:
        """With what is known of those who come to one's home, or may."""
        home, visit = scene.rows.get(MAY_COME_HOME), scene.rows.get(IS_VISIT)
        coming = (home | visit).nonzero()[0]
        if not len(coming):
            return values
        town = town_named(town_of(scene.query.client.home))
        other = np.full(len(scene), NO, dtype=np.int8)
        other[coming] = scene.rows.take(coming).answer(VISITED, lambda visited: _comes_from(visited, town), np.int8)
        at_worst = np.where(other == NO, AT_HOME, ELSEWHERE)
        values = values._replace(expected=np.where(visit & (other == YES), ELSEWHERE, values.expected))
        return raised(lowered(values, visit | home, at_worst), home, AT_HOME)

    def _limit(self, query: Query) -> float:
        return query.client.travel.max_minutes or query.profile.limits.default_max_minutes

    def tell(self, scene: Scene, place: int, value: float) -> list[Telling]:
        """How long and how; near is for, more than three quarters of the limit is against."""
        if not scene.is_onsite[place]:
            visited = scene.rows.value(VISITED, place)
            is_visit = scene.rows.at(IS_VISIT, place)
            if is_visit and _comes_from(visited, town_named(town_of(scene.query.client.home))) == YES:
                return [Telling(False, "elsewhere", {"town": visited.base})]
            return [] if _has_trip(scene.rows.source(place).activity) else [Telling(True, "no_trip", {})]
        trip = scene.travel
        low, minutes, high = trip.low.item(place), trip.expected.item(place), trip.high.item(place)
        if not math.isfinite(minutes):
            return []
        params: dict[str, Param] = {
            "minutes": max(round(minutes), 1),
            "low": max(round(low), 1),
            "high": round(high) if math.isfinite(high) else None,
            "mode": scene.query.usual_modes[trip.mode.item(place)].value,
        }
        if part := scene.rows.source(place).part:
            params["part"] = part.title
        limit = self._limit(scene.query)
        if is_near(minutes, limit):
            return [Telling(True, "near", params)]
        return [Telling(False, "far", params)] if is_far(minutes, limit) else []


def _has_trip(activity: Activity) -> bool:
    """Whether any part of an arrangement is somewhere to go to."""
    return any((part.setting or activity.setting) is Setting.ONSITE for part in activity.parts)
