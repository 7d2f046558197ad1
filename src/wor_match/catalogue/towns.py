"""In which municipality a place or a home is: as it is told, or by the postcode."""

from __future__ import annotations

import re

from wor_match.domain.place import Place
from wor_match.domain.wishes import Home
from wor_match.geo import locate, regions_of

#: What people and providers call a municipality that CBS calls otherwise.
_CALLED = {"den haag": "'s-gravenhage", "den bosch": "'s-hertogenbosch", "ljouwert": "leeuwarden"} | {
    town: municipality
    for municipality, towns in {
        "baarle-nassau": "baarle",
        "bodegraven-reeuwijk": "bodegraven reeuwijk",
        "borger-odoorn": "borger odoorn",
        "echt-susteren": "echt susteren",
        "edam-volendam": "edam volendam",
        "eijsden-margraten": "eijsden margraten",
        "geldrop-mierlo": "geldrop mierlo",
        "gemert-bakel": "gemert bakel",
        "gilze en rijen": "gilze rijen",
        "gulpen-wittem": "gulpen wittem",
        "hardinxveld-giessendam": "hardinxveld giessendam",
        "heeze-leende": "heeze leende",
        "leidschendam-voorburg": "leidschendam voorburg",
        "mook en middelaar": "mook",
        "nuenen, gerwen en nederwetten": "nuenen",
        "olst-wijhe": "olst wijhe",
        "pijnacker-nootdorp": "pijnacker nootdorp",
        "rijssen-holten": "rijssen holten",
        "sittard-geleen": "sittard geleen",
        "son en breugel": "son breugel",
    }.items()
    for town in towns.split()
}
_AROUND = re.compile(r"^gemeente\s+|\s*\([^)]*\)\s*$", re.IGNORECASE)


def town_named(name: str) -> str:
    """The municipality that a name is of, in small letters as CBS has it; empty when the table knows none.

    >>> town_named("Den Haag"), town_named("gemeente Utrecht"), town_named("Utrecht-Oost")
    ("'s-gravenhage", 'utrecht', '')
    >>> town_named("Son"), town_named("Bergen (NH.)"), town_named("Bergen")
    ('son en breugel', 'bergen (nh.)', '')
    """
    whole = name.strip().casefold()
    for plain in (whole, _AROUND.sub("", whole).strip()):
        found = _CALLED.get(plain, plain)
        if regions_of(found):
            return found
    return ""


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
