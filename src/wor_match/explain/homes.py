"""Where a client may live who was not asked: at the places of a catalogue, all of them or a seeded sample."""

from __future__ import annotations

import numpy as np

from wor_match.catalogue.catalogue import Catalogue
from wor_match.catalogue.location import LAT, LON
from wor_match.domain.wishes import Home

#: So many different places are all tried; of more, so many draws.
ALL, DRAWS = 50, 20
_SEED = 0


def homes(catalogue: Catalogue) -> tuple[tuple[tuple[Home, float], ...], bool]:
    """Homes with their chances, and whether they are a sample.

    Each activity of which the place is known counts once, so that a place with more of them has more chance.

    Examples
    --------
    >>> from wor_match.sample import load_sample
    >>> found, is_sample = homes(load_sample()[0])
    >>> len(found), is_sample
    (45, False)
    """
    lats, lons = catalogue.column(LAT), catalogue.column(LON)
    is_known = np.isfinite(lats) & np.isfinite(lons)
    located = np.stack([lats[is_known], lons[is_known]], axis=1)
    if not len(located):
        return (), False
    places, counts = np.unique(located, axis=0, return_counts=True)
    is_sample = len(places) > ALL
    if is_sample:
        drawn = np.random.PCG64(_SEED).random_raw(DRAWS) % np.uint64(len(located))
        places, counts = located[drawn], np.ones(DRAWS, dtype=np.int64)
    chances = counts / counts.sum()
    pairs = zip(places.tolist(), chances.tolist(), strict=True)
    return tuple((Home(lat=lat, lon=lon), chance) for (lat, lon), chance in pairs), is_sample


__all__ = ["ALL", "DRAWS", "homes"]
