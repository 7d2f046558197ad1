"""Distances in bulk: great circles over a sphere.

Formula: haversine (Sinnott 1984), on a sphere with the mean earth radius of the IUGG, 6371.0088 km.
Error: compared with the geodesic on the WGS84 ellipsoid at most 0.33 % inside the Dutch box (due east-west)
and 0.18 % on average: far less than not knowing the street network. geopy's geodesic is the oracle in tests.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

FloatArray = NDArray[np.float64]

EARTH_RADIUS_KM = 6371.0088
"""Mean radius R1 of the IUGG, in km."""


def haversine_km(lat: float, lon: float, lats: ArrayLike, lons: ArrayLike) -> FloatArray:
    """Give the straight-line distance in km from one point to many.

    Rounded to the millimetre, so that the last bits of sine and cosine, which differ between machines,
    do not travel on.

    Parameters
    ----------
    lat, lon : float
        The point, in degrees WGS84. nan for unknown.
    lats, lons : array_like of float, length n
        The other points. nan for unknown.

    Returns
    -------
    ndarray of float64, length n
        Kilometres; nan where either point is unknown.

    Notes
    -----
    Cost: O(n), about 0.07 microseconds a point.

    Examples
    --------
    >>> haversine_km(52.0894, 5.1101, [52.3789, 52.0894], [4.9003, 5.1101]).round(1).tolist()
    [35.2, 0.0]
    """
    phi, phis = np.radians(lat), np.radians(np.asarray(lats, dtype=np.float64))
    half_lon = np.radians(np.asarray(lons, dtype=np.float64) - lon) / 2
    chord = np.sin((phis - phi) / 2) ** 2 + np.cos(phi) * np.cos(phis) * np.sin(half_lon) ** 2
    km = 2 * EARTH_RADIUS_KM * np.arcsin(np.sqrt(np.minimum(chord, 1.0)))
    rounded: FloatArray = np.round(km, 6)
    return rounded
