"""Dutch postcodes: read them, and place their four digits (PC4) on the map with a stated error.

The table is that of CBS (see ``SOURCE.md``). Nothing finer than PC4 is known here: the letters are read and
kept, not used. No ``repr`` of this module shows a postcode or a place, because they may be a client's.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from math import pi, sqrt
from typing import Final, Literal

import numpy as np

from wor_match.geo.distance import FloatArray

_PATTERN: Final = re.compile(r"\s*([1-9][0-9]{3})\s*(?:(?![Ss][AaDdSs])([A-Za-z]{2}))?\s*")
_MEAN_DISTANCE: Final = 2 / 3  # of an evenly spread point to the centre of a circle, in radii
_COVERING: Final = 1.5  # times that mean: within it lie 95.0 % of the mean addresses of a PC4 (SOURCE.md)


@dataclass(frozen=True, slots=True)
class Postcode:
    """A Dutch postcode: ``digits`` (PC4), and ``letters`` if given, in capitals, else empty."""

    digits: str = field(repr=False)
    letters: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Located:
    """Where a postcode lies: the middle of its area.

    Parameters
    ----------
    lat, lon : float
        Degrees WGS84.
    error_km : float
        Radius of a circle as big as the area: ``1.5 * 2/3 * sqrt(area / pi)``, that is 1.5 times the mean
        distance of an evenly spread point to the middle. Of all PC4's mean addresses 95.0 % lie within.
    municipality : str
        Municipality (gemeente) of 2022: one, even if the area lies in two; empty if not known.
    precision : str
        Always ``postcode4``.
    """

    lat: float = field(repr=False)
    lon: float = field(repr=False)
    error_km: float = field(repr=False)
    municipality: str = field(default="", repr=False)
    precision: Literal["postcode4"] = "postcode4"


@dataclass(frozen=True, slots=True, eq=False)
class LocatedMany:
    """Places of many postcodes: float64 arrays of equal length, nan where the postcode is not known."""

    lat: FloatArray = field(repr=False)
    lon: FloatArray = field(repr=False)
    error_km: FloatArray = field(repr=False)


def parse_postcode(text: str) -> Postcode | None:
    """Read a Dutch postcode: four digits, with or without two letters; None if it is not one.

    The first digit is never 0 and the letters are never SA, SD or SS. Whether it exists is not checked.

    Examples
    --------
    >>> code = parse_postcode(" 3511 ab ")
    >>> code.digits, code.letters
    ('3511', 'AB')
    >>> [parse_postcode(wrong) for wrong in ("0123", "3511 SS", "3511 A", "B-3000")]
    [None, None, None, None]
    """
    match = _PATTERN.fullmatch(text)
    return Postcode(match[1], (match[2] or "").upper()) if match else None


def locate(postcode: str) -> Located | None:
    """Place one postcode, with or without letters; None if it is not a postcode or has no area of its own.

    Examples
    --------
    >>> place = locate("3511 AB")
    >>> round(place.lat, 2), round(place.lon, 2), round(place.error_km, 2), place.municipality
    (52.09, 5.12, 0.64, 'Utrecht')
    >>> locate("1000") is None  # post office boxes live nowhere
    True
    """
    code = parse_postcode(postcode)
    return _places().get(code.digits) if code else None


def located(postcodes: Iterable[str]) -> LocatedMany:
    """Place many postcodes at once; the same answers as `locate`, with nan for None.

    Examples
    --------
    >>> located(["3511AB", "no idea"]).lat.round(2).tolist()
    [52.09, nan]
    """
    codes = (parse_postcode(text) for text in postcodes)
    rows = np.fromiter((int(code.digits) if code else 0 for code in codes), dtype=np.intp)
    lat, lon, error_km = _columns()[:, rows]
    return LocatedMany(lat, lon, error_km)


def regions_of(municipality: str) -> frozenset[str]:
    """First two digits of the postcodes in a municipality; empty if the table does not know it.

    Examples
    --------
    >>> sorted(regions_of("utrecht"))
    ['34', '35']
    """
    return _regions().get(municipality.casefold(), frozenset())


@cache
def _regions() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for digits, place in _places().items():
        found.setdefault(place.municipality.casefold(), set()).add(digits[:2])
    return {town: frozenset(regions) for town, regions in found.items() if town}


@cache
def _places() -> dict[str, Located]:
    text = files("wor_match.geo").joinpath("pc4.csv").read_text(encoding="utf-8")
    return {row["postcode"]: _place(row) for row in csv.DictReader(text.splitlines())}


def _place(row: dict[str, str]) -> Located:
    error_km = _COVERING * _MEAN_DISTANCE * sqrt(float(row["area_km2"]) / pi)
    return Located(float(row["lat"]), float(row["lon"]), error_km, row["municipality"])


@cache
def _columns() -> FloatArray:
    columns = np.full((3, 10_000), np.nan)
    for digits, place in _places().items():
        columns[:, int(digits)] = place.lat, place.lon, place.error_km
    columns.setflags(write=False)
    return columns
