"""Is this a usable point? Coordinates in directories are missing, zero, swapped or text."""

from __future__ import annotations

from math import isfinite
from numbers import Real
from typing import Final, Literal

PointProblem = Literal["missing", "not_a_number", "out_of_range", "zero_zero"]

NL_LAT: Final = (50.7, 53.6)
"""South and north edge of the European Netherlands, degrees WGS84."""
NL_LON: Final = (3.3, 7.3)
"""West and east edge of the European Netherlands, degrees WGS84."""


def check_point(lat: object, lon: object) -> PointProblem | None:
    """Say what is wrong with a point, or None if it can be used.

    A missing coordinate never becomes zero (``geopy.Point(None, None)`` is a point in the Gulf of Guinea).

    Parameters
    ----------
    lat, lon : object
        What the record holds. Text is not read here: a reader turns it into a number first.

    Returns
    -------
    str or None
        ``missing`` (None or empty text), ``not_a_number`` (text, nan, infinite), ``out_of_range`` (beyond 90
        or 180 degrees), ``zero_zero``; the first that applies. None if nothing is wrong.

    Examples
    --------
    >>> check_point(52.09, 5.11) is None
    True
    >>> check_point(None, 5.11), check_point(float("nan"), 5.11), check_point(152.0, 5.1), check_point(0, 0)
    ('missing', 'not_a_number', 'out_of_range', 'zero_zero')
    """
    if any(value is None or value == "" for value in (lat, lon)):
        return "missing"
    latitude, longitude = _number(lat), _number(lon)
    if latitude is None or longitude is None:
        return "not_a_number"
    if abs(latitude) > 90 or abs(longitude) > 180:
        return "out_of_range"
    return "zero_zero" if latitude == 0 == longitude else None


def in_netherlands(lat: float, lon: float) -> bool:
    """Tell whether a point lies in the box around the European Netherlands.

    Examples
    --------
    >>> in_netherlands(52.09, 5.11), in_netherlands(48.86, 2.35)
    (True, False)
    """
    return NL_LAT[0] <= lat <= NL_LAT[1] and NL_LON[0] <= lon <= NL_LON[1]


def looks_swapped(lat: float, lon: float) -> bool:
    """Tell whether a point falls in the Netherlands when read the other way round.

    Examples
    --------
    >>> looks_swapped(5.11, 52.09), looks_swapped(52.09, 5.11)
    (True, False)
    """
    return in_netherlands(lon, lat)


def _number(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, Real):
        return None
    number = float(value)
    return number if isfinite(number) else None
