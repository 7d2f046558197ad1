"""Where each row is, how exact that is, and which rows can be in reach: rows lie sorted by latitude."""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt

from wor_match.catalogue.columns import Column, RowSource
from wor_match.domain.place import Place
from wor_match.geo import locate
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


class LatitudeBand:
    """Finds the rows that may lie within a radius, without looking at the others.

    Rows with a place come first, sorted by latitude; rows without one (place unknown, online, at home) follow and
    are always looked at. Measured choice: see benchmarks/speed.py.
    """

    def __init__(self, lat: Floats, lon: Floats, error_km: Floats) -> None:
        located = int(np.count_nonzero(~np.isnan(lat)))
        self._lat, self._lon = lat[:located], lon[:located]
        self._rest = np.arange(located, len(lat), dtype=np.int64)
        self._error = float(np.max(error_km[:located], initial=0.0))

    def within(self, lat: float, lon: float, radius_km: float) -> npt.NDArray[np.int64]:
        """Row numbers that may lie within the radius (a superset, never less), and all rows without a place."""
        reach = (radius_km + self._error) * 1.01 + 0.001  # a metre, for the edge itself
        span = reach / KM_PER_DEGREE
        begin, end = np.searchsorted(self._lat, [lat - span, lat + span])
        widest = min(abs(lat) + span, 89.0)
        span_lon = reach / (KM_PER_DEGREE * math.cos(math.radians(widest)))
        near = np.flatnonzero(np.abs(self._lon[begin:end] - lon) <= span_lon) + begin
        return np.concatenate([near.astype(np.int64), self._rest])
