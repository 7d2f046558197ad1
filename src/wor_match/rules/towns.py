"""In which municipality a place or a home is: as it is told, or by the postcode."""

from __future__ import annotations

from wor_match.domain.place import Place
from wor_match.domain.wishes import Home
from wor_match.geo import locate


def municipality_of(place: Place | None) -> str:
    """Municipality of a place; empty when it is not known."""
    return (place.municipality or _by_postcode(place.postcode)) if place else ""


def town_of(home: Home | None) -> str:
    """Municipality of a home; empty when it is not known.

    >>> town_of(Home(postcode="3511")), town_of(None)
    ('Utrecht', '')
    """
    return (home.municipality or _by_postcode(home.postcode)) if home else ""


def _by_postcode(postcode: str | None) -> str:
    """By the shipped CBS table; empty when it does not know the postcode."""
    found = locate(postcode) if postcode else None
    return found.municipality if found else ""
