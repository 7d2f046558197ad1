"""Small things to make for tests: a criterion asked about a few activities, a query, a matcher."""

from __future__ import annotations

from datetime import date
from typing import Any

import numpy as np

from wor_match.catalogue.catalogue import Catalogue
from wor_match.criteria.base import Criterion, Telling, Values
from wor_match.domain.activity import Activity
from wor_match.domain.client import Client
from wor_match.domain.profile import Profile
from wor_match.matcher import Matcher
from wor_match.query import Query, compile_query
from wor_match.query.scene import Scene

#: A Monday.
TODAY = date(2026, 11, 23)
#: In Woerden; one kilometre north is 0.009 degrees.
HOME = {"lat": 52.09, "lon": 4.88}


def near(km: float) -> dict[str, Any]:
    """A place so many kilometres north of home."""
    return {"lat": HOME["lat"] + km / 111.195, "lon": HOME["lon"], "geo_precision": "address"}


def activity(**facts: Any) -> Activity:
    return Activity(**{"id": "a", "title": "Iets", **facts})


def profile(priors: dict[str, float] | None = None, **limits: Any) -> Profile:
    return Profile(priors=priors or {}, limits=limits)


def query(*, at: date = TODAY, using: Profile | None = None, **client: Any) -> Query:
    return compile_query(Client(**{"reference": "c-1", **client}), as_of=at, profile=using)


def matcher(*offers: dict[str, Any], **options: Any) -> Matcher:
    """A matcher over activities that certainly run, with ids a00, a01 and so on unless told."""
    return Matcher(catalogue(*offers), as_of=TODAY, **options)


def catalogue(*offers: dict[str, Any]) -> Catalogue:
    made = [activity(**{"id": f"a{n:02}", "status": "active", **offer}) for n, offer in enumerate(offers)]
    return Catalogue.from_activities(made)


class Asked:
    """A criterion asked about a few activities for one client; everything in the order of the activities."""

    def __init__(self, criterion: Criterion, asking: Query, *offers: dict[str, Any]) -> None:
        self.criterion = criterion
        self.scene = Scene(asking, catalogue(*offers).all_rows)
        self._place = np.argsort(self.scene.rows.activity, kind="stable")
        assert criterion.applies(asking)
        self.values: Values = criterion.evaluate(self.scene)
        for one in (self.values.low, self.values.expected, self.values.high):
            assert one.shape == (len(self.scene),)
            assert ((one >= 0) & (one <= 1)).all()
        assert (self.values.low <= self.values.expected).all()
        assert (self.values.expected <= self.values.high).all()

    @property
    def low(self) -> list[float]:
        return [round(float(one), 6) for one in self.values.low[self._place]]

    @property
    def expected(self) -> list[float]:
        return [round(float(one), 6) for one in self.values.expected[self._place]]

    @property
    def high(self) -> list[float]:
        return [round(float(one), 6) for one in self.values.high[self._place]]

    def is_known(self) -> bool:
        return self.low == self.expected == self.high

    def tellings(self) -> list[list[Telling]]:
        return [self.criterion.tell(self.scene, int(row), float(self.values.expected[row])) for row in self._place]

    def cases(self) -> list[list[tuple[bool, str]]]:
        return [[(one.is_for, one.case) for one in each] for each in self.tellings()]


PRIORS = (0.0, 0.4, 1.0)
