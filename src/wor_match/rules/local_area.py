"""Who comes to the homes of some villages only: how far those are, where the table of municipalities has no such name.

"Aan huis in Volkel en Odiliapeel" names neither a municipality nor a region. Whoever lives far from the place that the
listing gives with it, and in another municipality, lives in neither village.
"""

from __future__ import annotations

import math
import re
from functools import cache
from typing import NamedTuple

from wor_match.catalogue.columns import RowSource
from wor_match.catalogue.location import point
from wor_match.catalogue.towns import municipality_of, town_named
from wor_match.geo import haversine_km
from wor_match.vocabulary.tables import read_table

#: Farther than this from one another no two homes are in one village, or quarter of a town (assumption).
FAR_KM = 10.0
#: More than one place, or part of something larger than a town.
_WIDE = re.compile(
    r"\b(?:regio\w*|provincie|omgeving|omstreken|e\.?\s?o\.?|rond\w*|land|streek|gebied|eiland\w*|heel|hele|gehele"
    r"|noord|zuid|oost|west|midden|noordoost|noordwest|zuidoost|zuidwest|overal|dorpen|kernen|region|county|island)\b"
)


class Based(NamedTuple):
    """Where a listing is: degrees, by how many km that may be off, and the municipality; nan and "" are not known."""

    lat: float
    lon: float
    error_km: float
    town: str


def based_at(row: RowSource) -> Based:
    """Where the listing of a row puts it, whether people come there or are visited."""
    return Based(*point(row.place), town_named(municipality_of(row.place)))


def is_local(name: str) -> bool:
    """Whether a name is that of one place as far as its words tell, and of no region that is known.

    >>> is_local("Volkel"), is_local("Twente"), is_local("Volkel en omgeving"), is_local("Oost-Gelderland")
    (True, False, False, False)
    """
    plain = " ".join(name.casefold().split())
    return plain not in _regions() and not _WIDE.search(plain)


def is_elsewhere(based: Based, home: tuple[float, float, float] | None, town: str) -> bool:
    """Whether a home is surely too far to be in the same village, and in another municipality.

    Parameters
    ----------
    home : latitude, longitude and by how many km that may be off; None if not known.
    town : the home's municipality, in small letters as CBS has it; "" if not known.
    """
    if home is None or math.isnan(based.lat) or not town or not based.town or based.town == town:
        return False
    km = float(haversine_km(home[0], home[1], [based.lat], [based.lon])[0])
    return km - home[2] - based.error_km > FAR_KM


@cache
def _regions() -> frozenset[str]:
    return frozenset(row["region"] for row in read_table("regions"))
