"""The fastest of the ways in which this client gets around, and how far that can reach."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import inf, isnan
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

from wor_match.geo.distance import FloatArray
from wor_match.geo.speeds import speeds
from wor_match.vocabulary.enums import TravelMode

_ROUNDING = 1 + 1e-9  # so that reach_km stays an upper bound after float rounding


@dataclass(frozen=True, slots=True, eq=False)
class TravelEstimate:
    """Travel from one home to n places. Arrays of length n, hidden in ``repr``: they tell of a client's home.

    Parameters
    ----------
    low, expected, high : ndarray of float64
        Minutes door to door, one way, low <= expected <= high. nan: not known where. inf: known, and none of
        the modes is reasonable so far.
    mode : ndarray of intp
        Which of the asked modes gives ``expected``; -1 where none does.
    km : ndarray of float64
        Kilometres as the crow flies; nan where not known.
    """

    low: FloatArray = field(repr=False)
    expected: FloatArray = field(repr=False)
    high: FloatArray = field(repr=False)
    mode: NDArray[np.intp] = field(repr=False)
    km: FloatArray = field(repr=False)


def fastest(modes: Sequence[TravelMode], km_low: ArrayLike, km: ArrayLike, km_high: ArrayLike) -> TravelEstimate:
    """Give the minutes of the fastest reasonable mode, element by element.

    Low, expected and high are each the best over all modes, at their own distance: someone who cannot cycle
    that far takes the bus. So ``low`` fails a limit only if every mode does.

    Parameters
    ----------
    modes : sequence of TravelMode
        How the client gets around. Empty: nothing is known, and every answer is nan.
    km_low, km, km_high : array_like of float
        Straight-line km, km_low <= km <= km_high: what is not known of the two places widens it. nan in one
        of them makes that element unknown.

    Returns
    -------
    TravelEstimate
        Of two equally fast modes the first one asked.

    Examples
    --------
    >>> modes = [TravelMode.WALK, TravelMode.BUS]
    >>> estimate = fastest(modes, [0.4, 9.0], [0.5, 9.5], [0.6, 10.0])
    >>> estimate.expected.round().tolist(), [modes[i] for i in estimate.mode]
    ([9.0, 54.0], [<TravelMode.WALK: 'walk'>, <TravelMode.BUS: 'bus'>])
    """
    near, middle, far = (np.asarray(value, dtype=np.float64) for value in (km_low, km, km_high))
    low, _ = _best(modes, near, "low")
    expected, mode = _best(modes, middle, "expected")
    high, _ = _best(modes, far, "high")
    unknown = np.isnan(near) | np.isnan(middle) | np.isnan(far) | (len(modes) == 0)
    low, expected, high = (np.where(unknown, np.nan, value) for value in (low, expected, high))
    return TravelEstimate(low, expected, high, np.where(unknown, -1, mode), middle)


def reach_km(modes: Sequence[TravelMode], max_minutes: float) -> float:
    """Give the straight-line km beyond which no mode arrives within the minutes, even if all goes well.

    An upper bound for ``km_low`` (so add the error of both places before leaving anything out), no estimate.
    Unknown modes or minutes (empty, nan) bound nothing: inf.

    Examples
    --------
    >>> round(reach_km([TravelMode.WALK, TravelMode.BIKE], 20), 1)
    3.9
    >>> reach_km([], 20)
    inf
    """
    if not modes or isnan(max_minutes):
        return inf
    return max(_reach_of(mode, max_minutes) for mode in modes)


def _reach_of(mode: TravelMode, max_minutes: float) -> float:
    speed = speeds()[mode]
    km = max(0.0, max_minutes - speed.fixed.low) / speed.minutes_per_km.low
    return min(km, speed.max_reasonable_km) * _ROUNDING


def _best(
    modes: Sequence[TravelMode], km: FloatArray, band: Literal["low", "expected", "high"]
) -> tuple[FloatArray, NDArray[np.intp]]:
    best, index = np.full(km.shape, np.inf), np.full(km.shape, -1, dtype=np.intp)
    for i, mode in enumerate(modes):
        speed = speeds()[mode]
        fixed: float = getattr(speed.fixed, band)
        per_km: float = getattr(speed.minutes_per_km, band)
        taken = np.where(km <= speed.max_reasonable_km, fixed + km * per_km, np.inf)
        faster = taken < best
        best, index = np.where(faster, taken, best), np.where(faster, i, index)
    return best, index
