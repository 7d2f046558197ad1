"""One row of the golden tables: a client and an activity of which everything is known, but for what is changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from wor_match.geo import TravelEstimate
from wor_match.vocabulary.enums import TravelMode

Data = dict[str, Any]
OUT_OF_REACH = float("inf")


@dataclass(frozen=True)
class Trip:
    """A router that always gives the same minutes."""

    low: float
    expected: float
    high: float
    km: float = 1.0
    name: str = "fixed"
    version: str = "1"

    def minutes(
        self, home: tuple[float, float], modes: Sequence[TravelMode], lats: Any, lons: Any, error_km: Any
    ) -> TravelEstimate:
        def known(value: float) -> Any:
            return np.where(np.isnan(lats), np.nan, value)

        mode = np.where(np.isnan(lats) | np.isinf(self.expected), -1, 0)
        return TravelEstimate(known(self.low), known(self.expected), known(self.high), mode, known(self.km))

    def reach_km(self, modes: Sequence[TravelMode], max_minutes: float) -> float:
        return OUT_OF_REACH


@dataclass(frozen=True)
class Case:
    """What a rule must say of a pair."""

    rule: str
    why: str
    client: Data
    activity: Data
    verdict: str
    code: str | None = None
    params: Data = field(default_factory=dict)
    travel: Trip | None = None

    def __str__(self) -> str:
        return f"{self.rule}: {self.why}"


@dataclass(frozen=True)
class Table:
    """Cases of one rule."""

    rule: str

    def yes(self, why: str, client: Data, activity: Data, *, travel: Trip | None = None) -> Case:
        return Case(self.rule, why, client, activity, "yes", travel=travel)

    def silent(self, why: str, client: Data, activity: Data) -> Case:
        return Case(self.rule, why, client, activity, "silent")

    def no(
        self, case: str, why: str, client: Data, activity: Data, *, travel: Trip | None = None, **params: Any
    ) -> Case:
        return Case(self.rule, why, client, activity, "no", f"{self.rule}.{case}", params, travel)

    def unknown(
        self, case: str, why: str, client: Data, activity: Data, *, travel: Trip | None = None, **params: Any
    ) -> Case:
        return Case(self.rule, why, client, activity, "unknown", f"ask.{self.rule}.{case}", params, travel)
