"""Travel time as a socket: the default needs no network; a host with a real router plugs it in.

Units everywhere: minutes door to door, one way; km; degrees WGS84.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

import numpy as np

from wor_match.geo.distance import FloatArray, haversine_km
from wor_match.geo.fastest import TravelEstimate, fastest, reach_km
from wor_match.geo.speeds import speeds_version
from wor_match.vocabulary.enums import TravelMode


@runtime_checkable
class TravelTime(Protocol):
    """What a router must be able to do. It must be pure: the same question, the same answer.

    ``name`` and ``version`` go into the provenance of an advice; change the version whenever answers change.
    """

    @property
    def name(self) -> str:
        """Which router, in a word or two."""
        ...

    @property
    def version(self) -> str:
        """Version of the router and its data."""
        ...

    def minutes(
        self,
        home: tuple[float, float],
        modes: Sequence[TravelMode],
        lats: FloatArray,
        lons: FloatArray,
        error_km: FloatArray,
    ) -> TravelEstimate:
        """Give the travel from home to n places.

        Parameters
        ----------
        home : tuple of float
            Latitude and longitude; nan for unknown.
        modes : sequence of TravelMode
            How the client gets around; empty for unknown.
        lats, lons : ndarray of float64, length n
            The places; nan for unknown.
        error_km : ndarray of float64, length n
            How far home and place together may be off, at least 0; nan for unknown.

        Returns
        -------
        TravelEstimate
            nan minutes wherever something needed is unknown, inf where no mode is reasonable. The answer for
            a place never depends on the other places.
        """
        ...

    def reach_km(self, modes: Sequence[TravelMode], max_minutes: float) -> float:
        """Give an upper bound: no place with ``km - error_km`` above it has ``low`` within the minutes.

        For infinite minutes: no place beyond it has a finite ``low``; inf when nothing is known.
        """
        ...


@dataclass(frozen=True, slots=True)
class StraightLineTravel:
    """The default `TravelTime`: distance as the crow flies, a detour factor and a speed per mode.

    Examples
    --------
    >>> travel = StraightLineTravel()
    >>> places = np.array([52.10, np.nan]), np.array([5.11, 5.11])
    >>> estimate = travel.minutes((52.09, 5.11), [TravelMode.WALK], *places, np.array([0.5, 0.5]))
    >>> [array.round().tolist() for array in (estimate.low, estimate.expected, estimate.high)]
    [[9.0, nan], [20.0, nan], [34.0, nan]]
    >>> isinstance(travel, TravelTime), travel.name
    (True, 'straight-line')
    """

    @property
    def name(self) -> str:
        """Always ``straight-line``."""
        return "straight-line"

    @property
    def version(self) -> str:
        """Version of the formula and hash of the table of speeds."""
        return f"1+{speeds_version()}"

    def minutes(
        self,
        home: tuple[float, float],
        modes: Sequence[TravelMode],
        lats: FloatArray,
        lons: FloatArray,
        error_km: FloatArray,
    ) -> TravelEstimate:
        """Give the travel from home to n places; see `TravelTime`. The error widens low and high."""
        km = haversine_km(*home, lats, lons)
        return fastest(modes, np.maximum(km - error_km, 0.0), km, km + error_km)

    def reach_km(self, modes: Sequence[TravelMode], max_minutes: float) -> float:
        """Give an upper bound for ``km - error_km``; see `wor_match.geo.reach_km`.

        Examples
        --------
        >>> round(StraightLineTravel().reach_km([TravelMode.ROLLATOR], 20), 1)
        0.9
        """
        return reach_km(modes, max_minutes)
