"""How fast people get around: the table of ``travel_speeds.csv``, and minutes per way of getting around.

``minutes = fixed + km * detour / kmh * 60``, with km as the crow flies. Low and high are the
usual range: detour and speed vary independently, so their deviations a km are combined by root of squares.
Where each figure comes from, and which are assumptions: column ``source`` and ``SOURCE.md``.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files
from math import hypot
from types import MappingProxyType
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from wor_match.geo.distance import FloatArray
from wor_match.vocabulary.enums import TravelMode


class Span(NamedTuple):
    """A low, an expected and a high value."""

    low: float
    expected: float
    high: float


class TravelMinutes(NamedTuple):
    """Minutes door to door, one way: float64 arrays, low <= expected <= high; nan is unknown."""

    low: FloatArray
    expected: FloatArray
    high: FloatArray


@dataclass(frozen=True, slots=True)
class ModeSpeed:
    """One row of the table.

    Parameters
    ----------
    fixed : Span
        Minutes that do not depend on distance: locking, parking, walking to the stop, waiting.
    detour : Span
        Length of the way divided by the straight line.
    kmh : Span
        Kilometres an hour along the way.
    max_reasonable_km : float
        Beyond this straight line the mode is not offered.
    source : str
        Where the figures come from; ``assumption`` says which are ours.
    """

    fixed: Span
    detour: Span
    kmh: Span
    max_reasonable_km: float
    source: str

    @property
    def minutes_per_km(self) -> Span:
        """Minutes for one km as the crow flies."""
        detour, kmh = self.detour, self.kmh
        expected = detour.expected * 60 / kmh.expected
        less = hypot(1 - detour.low / detour.expected, 1 - kmh.expected / kmh.high)
        more = hypot(detour.high / detour.expected - 1, kmh.expected / kmh.low - 1)
        return Span(expected * (1 - less), expected, expected * (1 + more))


def minutes(mode: TravelMode, km: ArrayLike) -> TravelMinutes:
    """Give the minutes for distances as the crow flies, whether or not the mode is reasonable so far.

    Examples
    --------
    >>> low, expected, high = minutes(TravelMode.BIKE, [1.0, 3.0, float("nan")])
    >>> expected.round(1).tolist()
    [8.4, 19.3, nan]
    """
    distance, speed = np.asarray(km, dtype=np.float64), speeds()[mode]
    bands = zip(speed.fixed, speed.minutes_per_km, strict=True)
    return TravelMinutes(*(fixed + distance * per_km for fixed, per_km in bands))


@cache
def speeds() -> Mapping[TravelMode, ModeSpeed]:
    """Give the whole table, one row for every `TravelMode`.

    Examples
    --------
    >>> speeds()[TravelMode.BIKE].kmh.expected
    14.0
    """
    rows = csv.DictReader(_table_text().splitlines())
    return MappingProxyType({TravelMode(row["mode"]): _speed(row) for row in rows})


@cache
def speeds_version() -> str:
    """Give the first twelve hex digits of the SHA-256 of the table: another table, another version.

    Examples
    --------
    >>> len(speeds_version())
    12
    """
    return sha256(_table_text().encode()).hexdigest()[:12]


def _table_text() -> str:
    return files("wor_match.geo").joinpath("travel_speeds.csv").read_text(encoding="utf-8")


def _speed(row: dict[str, str]) -> ModeSpeed:
    def span(name: str) -> Span:
        return Span(float(row[f"{name}_low"]), float(row[name]), float(row[f"{name}_high"]))

    farthest = float(row["max_reasonable_km"])
    return ModeSpeed(span("fixed"), span("detour"), span("kmh"), farthest, row["source"])
