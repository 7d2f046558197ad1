"""The fastest of the ways in which this client gets around, and how far that can reach."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from math import inf, isnan

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
    each = np.array([km_low, km, km_high], dtype=np.float64)
    unknown = np.isnan(each).any(axis=0) | (len(modes) == 0)
    best, mode = _best(modes, each)
    low, expected, high = np.where(unknown, np.nan, best)
    return TravelEstimate(low, expected, high, np.where(unknown, -1, mode), each[1])


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


def _best(modes: Sequence[TravelMode], km: FloatArray) -> tuple[FloatArray, NDArray[np.intp]]:
    """Minutes of the fastest mode for each of three distances, (3, n), and which mode it is for the middle one."""
    if not modes:
        return np.full(km.shape, np.inf), np.full(km.shape[1:], -1, dtype=np.intp)
    fixed, per_km, farthest = _figures(tuple(modes))
    minutes = np.where(km <= farthest, fixed + km * per_km, np.inf)
    best = minutes.min(axis=0)
    return best, np.where(np.isinf(best[1]), -1, minutes[:, 1].argmin(axis=0))


@cache
def _figures(modes: tuple[TravelMode, ...]) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Fixed minutes and minutes a kilometre (low, expected, high), and the farthest that is reasonable, by mode."""
    each = [speeds()[mode] for mode in modes]
    fixed = np.array([speed.fixed for speed in each])
    per_km = np.array([speed.minutes_per_km for speed in each])
    farthest = np.array([speed.max_reasonable_km for speed in each])
    return fixed[:, :, None], per_km[:, :, None], farthest[:, None, None]
