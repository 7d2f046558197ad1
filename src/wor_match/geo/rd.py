"""Dutch national grid (RD, Rijksdriehoeksmeting, EPSG:28992) to degrees WGS84.

Polynomial of Schreutelkamp and Strang van Hees, *Benaderingsformules voor de transformatie tussen RD- en
WGS84-kaartcoördinaten*, Geodesia 43 (2001), 64-69. The authors give an error of about 25 cm.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import ArrayLike, NDArray

from wor_match.geo.distance import FloatArray

_AMERSFOORT_RD: Final = (155_000.0, 463_000.0)
_AMERSFOORT_WGS84: Final = (52.15517440, 5.38720621)
_RD_X: Final = (-7_000.0, 300_000.0)
_RD_Y: Final = (289_000.0, 629_000.0)

_Term = tuple[int, int, float]  # power of x, power of y, seconds of arc
_LAT_TERMS: Final[Sequence[_Term]] = (
    (0, 1, 3235.65389), (2, 0, -32.58297), (0, 2, -0.24750), (2, 1, -0.84978), (0, 3, -0.06550),
    (2, 2, -0.01709), (1, 0, -0.00738), (4, 0, 0.00530), (2, 3, -0.00039), (4, 1, 0.00033), (1, 1, -0.00012),
)  # fmt: skip
_LON_TERMS: Final[Sequence[_Term]] = (
    (1, 0, 5260.52916), (1, 1, 105.94684), (1, 2, 2.45656), (3, 0, -0.81885), (1, 3, 0.05594),
    (3, 1, -0.05607), (0, 1, 0.01199), (3, 2, -0.00256), (1, 4, 0.00128), (0, 2, 0.00022), (2, 0, -0.00022),
    (5, 0, 0.00026),
)  # fmt: skip


def rd_to_wgs84(x: ArrayLike, y: ArrayLike) -> tuple[FloatArray, FloatArray]:
    """Turn RD coordinates into latitude and longitude.

    Parameters
    ----------
    x, y : array_like of float
        Metres RD: x (east) from -7,000 to 300,000, y (north) from 289,000 to 629,000.

    Returns
    -------
    lat, lon : ndarray of float64
        Degrees WGS84, in the shape of the input; nan outside the range in which RD is defined (swapped x and
        y, degrees given as metres), where the polynomial means nothing.

    Examples
    --------
    >>> lat, lon = rd_to_wgs84(120700.723, 487525.501)  # the Westertoren in Amsterdam
    >>> round(float(lat), 6), round(float(lon), 6)
    (52.374533, 4.883526)
    """
    east, north = np.asarray(x, dtype=np.float64), np.asarray(y, dtype=np.float64)
    inside = _between(east, _RD_X) & _between(north, _RD_Y)
    dx, dy = (east - _AMERSFOORT_RD[0]) * 1e-5, (north - _AMERSFOORT_RD[1]) * 1e-5
    lat = _AMERSFOORT_WGS84[0] + _polynomial(_LAT_TERMS, dx, dy) / 3600
    lon = _AMERSFOORT_WGS84[1] + _polynomial(_LON_TERMS, dx, dy) / 3600
    return np.where(inside, lat, np.nan), np.where(inside, lon, np.nan)


def _polynomial(terms: Sequence[_Term], dx: FloatArray, dy: FloatArray) -> FloatArray:
    total = np.zeros(np.broadcast_shapes(dx.shape, dy.shape))
    for power_x, power_y, seconds in terms:
        total = total + seconds * dx**power_x * dy**power_y
    return total


def _between(values: FloatArray, edges: tuple[float, float]) -> NDArray[np.bool_]:
    return (values >= edges[0]) & (values <= edges[1])
