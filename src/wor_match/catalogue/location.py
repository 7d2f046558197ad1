"""Where each row is, how exact that is, and which rows can be in reach: rows lie sorted by latitude."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt

from wor_match.catalogue.columns import Column, RowSource
from wor_match.domain.place import Place
from wor_match.geo import EARTH_RADIUS_KM, locate, regions_of
from wor_match.vocabulary.enums import GeoPrecision, Setting

KM_PER_DEGREE = 111.2
#: How far off a coordinate may be, by its precision. PC4 has its own figure per area; the others are assumptions:
#: an unstated precision of a coordinate that a directory gives is taken for the right street.
ERROR_KM = {
    GeoPrecision.ADDRESS: 0.0,
    GeoPrecision.POSTCODE6: 0.1,
    GeoPrecision.POSTCODE4: 1.0,
    GeoPrecision.UNKNOWN: 0.1,
    GeoPrecision.TOWN: 3.0,
    GeoPrecision.ORGANISATION: 5.0,
}
Floats = npt.NDArray[np.float64]
Index = npt.NDArray[np.int64]


def point(place: Place | None) -> tuple[float, float, float]:
    """Latitude, longitude and error in km of a place; nan where it is not known.

    A place with only a postcode is put at the centroid of its PC4 area, with that area's error.
    """
    if place is None:
        return (math.nan, math.nan, math.nan)
    if place.lat is not None and place.lon is not None:
        return (place.lat, place.lon, ERROR_KM[place.geo_precision])
    found = locate(place.postcode) if place.postcode else None
    return (found.lat, found.lon, found.error_km) if found else (math.nan, math.nan, math.nan)


def _on_site(row: RowSource, value: float) -> float:
    return value if row.setting is Setting.ONSITE else math.nan


LAT = Column("lat", np.float64, lambda row: _on_site(row, point(row.place)[0]))
LON = Column("lon", np.float64, lambda row: _on_site(row, point(row.place)[1]))
ERROR = Column("error_km", np.float64, lambda row: _on_site(row, point(row.place)[2]))
IS_ONSITE = Column("is_onsite", np.bool_, lambda row: row.setting is Setting.ONSITE)


#: Kept beyond the radius, in km, for float rounding: a superset is promised.
_SPARE = 1e-3


class LatitudeBand:
    """Finds the rows that may lie within a radius, without looking at most of the others.

    The rows with a place lie sorted by latitude, so that those in the band around the radius are one slice; of that
    slice the straight line through the earth decides, row by row with the row's own error. Measured choice: see
    benchmarks/README.md.

    Parameters
    ----------
    rows : int64 (n,)
        Row numbers, in order of latitude; those without a place are left out.
    lat, lon, error_km : float64 (n,)
        Of these rows.
    """

    def __init__(self, rows: Index, lat: Floats, lon: Floats, error_km: Floats) -> None:
        located = ~np.isnan(lat)
        self._rows, self._lat, self._error = rows[located], lat[located], error_km[located]
        self._points = _points(self._lat, lon[located])
        self._widest = float(np.max(self._error, initial=0.0))

    def within(self, lat: float, lon: float, radius_km: float) -> Index:
        """Row numbers that may lie within the radius, given their error, in order: a superset, hardly ever more."""
        span = (radius_km + self._widest) * 1.01 / KM_PER_DEGREE
        begin, end = np.searchsorted(self._lat, [lat - span, lat + span])
        home = _points(np.array([lat]), np.array([lon]))
        square = sum((axis[begin:end] - at) ** 2 for axis, at in zip(self._points, home, strict=True))
        reach = self._error[begin:end] + (radius_km + _SPARE)
        found: Index = self._rows[begin:end][square <= reach * reach]
        return found


def _points(lat: Floats, lon: Floats) -> tuple[Floats, Floats, Floats]:
    """Points of a sphere in km: the line between two of them is never longer than the way over the ground."""
    phi, theta = np.radians(lat), np.radians(lon)
    around = EARTH_RADIUS_KM * np.cos(phi)
    return around * np.cos(theta), around * np.sin(theta), EARTH_RADIUS_KM * np.sin(phi)


def union(numbers: Sequence[Index]) -> Index:
    """All of several lists of row numbers, in order, each once; each list is in order, so that sorting is a merge.

    >>> union([np.array([1, 4]), np.array([2, 4])]).tolist()
    [1, 2, 4]
    """
    both = np.concatenate(numbers)
    both.sort(kind="stable")
    new = np.ones(len(both), dtype=bool)
    np.not_equal(both[1:], both[:-1], out=new[1:])
    found: Index = both[new]
    return found


class ServiceAreas:
    """Finds the home visits that may come to a home, by region: the first two digits of a postcode.

    A row whose area is not told, or names a municipality that the postcode table does not know, is always found.

    Parameters
    ----------
    rows : int64 (n,)
        Row numbers of home visits.
    areas : n service areas
    """

    def __init__(self, rows: Index, areas: Sequence[tuple[str, ...]]) -> None:
        by_name: dict[str, list[int]] = {}
        for row, area in zip(rows.tolist(), areas, strict=True):
            for name in _regions_of(area):
                by_name.setdefault(name, []).append(row)
        self._rows = rows
        self._by_name = {name: np.array(found, dtype=np.int64) for name, found in by_name.items()}

    def around(self, postcode: str | None, municipality: str | None) -> Index:
        """Row numbers of home visits in this municipality, in this region, or nobody knows where; ascending.

        All of them when postcode or municipality is not known: then an area cannot be ruled out.
        """
        if not postcode or not municipality:
            return self._rows
        names = (_ANYWHERE, postcode.replace(" ", "")[:2], municipality.casefold())
        found = [self._by_name[name] for name in names if name in self._by_name]
        return union(found) if found else self._rows[:0]


#: The region of an area that nobody can place.
_ANYWHERE = ""


def _regions_of(area: tuple[str, ...]) -> set[str]:
    """Regions and names of municipalities in which a service area lies."""
    found: set[str] = set() if area else {_ANYWHERE}
    for one in area:
        if one[:1].isdigit():
            found |= {region for region in _all_regions() if region.startswith(one.replace(" ", "")[:2])}
        else:
            found |= {one.casefold(), *regions_of(one)} if regions_of(one) else {_ANYWHERE}
    return found


def _all_regions() -> Iterable[str]:
    return (f"{number}" for number in range(10, 100))
