"""Places: coordinates in degrees or Dutch grid, postcodes, and addresses in one text."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from wor_match.exchange.values.numbers import read_number
from wor_match.geo import check_point, in_netherlands, locate, looks_swapped, parse_postcode, rd_to_wgs84

Codes = tuple[str, ...]
_RD_X, _RD_Y = (-7_000, 300_000), (289_000, 629_000)
_POINT = re.compile(
    r"(?:srid\s*=\s*(?P<srid>\d+)\s*;\s*)?point\s*\(\s*(?P<x>[-+\d.,e]+)\s+(?P<y>[-+\d.,e]+)\s*\)", re.IGNORECASE
)
_PAIR = re.compile(r"\s*(?P<x>[-+]?\d{1,3}\.\d+)\s*[,; ]\s*(?P<y>[-+]?\d{1,3}\.\d+)\s*")
_POSTCODE = re.compile(r"(?<!\d)([1-9]\d{3})\s?([A-Z]{2})(?![A-Za-z])")
_WITH_COUNTRY = re.compile(r"^NL[- ]?(?=\d)", re.IGNORECASE)
_NUMBERED = re.compile(r"^(?P<street>[^,;\n]*?\D\s\d{1,5}\s?[a-zA-Z]{0,3}(?:\s?[-/]\s?\w{1,4})?)(?=$|[\s,;\n])")


class Point(NamedTuple):
    """Degrees WGS84, or nothing."""

    lat: float | None = None
    lon: float | None = None


class Address(NamedTuple):
    """What could be told apart in an address."""

    street: str = ""
    postcode: str | None = None
    town: str = ""


def read_point(lat: object, lon: object) -> tuple[Point, Codes]:
    """Read two coordinates: mends swapped ones, turns RD into degrees, leaves out what cannot be.

    Examples
    --------
    >>> read_point("52,09", "5,12")
    (Point(lat=52.09, lon=5.12), ())
    >>> read_point(5.12, 52.09)
    (Point(lat=52.09, lon=5.12), ('point_swapped',))
    >>> [read_point(*pair)[1] for pair in ((0, 0), (100, 101), ("", 5.1))]
    [('point_zero',), ('point_impossible',), ('point_half',)]
    """
    told = [value is not None and str(value).strip().lower() not in ("", "nan", "none", "null") for value in (lat, lon)]
    if not all(told):
        return Point(), (("point_half",) if any(told) else ())
    north, east = read_number(lat), read_number(lon)
    if north is None or east is None:
        return Point(), ("point_not_a_number",)
    for x, y in ((north, east), (east, north)):
        if _RD_X[0] <= x <= _RD_X[1] and _RD_Y[0] <= y <= _RD_Y[1]:
            return _from_rd(x, y)
    wrong = check_point(north, east)
    if wrong:
        return Point(), ("point_zero" if wrong == "zero_zero" else "point_impossible",)
    if looks_swapped(north, east):
        return Point(east, north), ("point_swapped",)
    return Point(north, east), ()


def read_geometry(text: str) -> tuple[Point, Codes]:
    """Read a point in one text: "SRID=28992;POINT (123746 485056)", "POINT(5.1 52.1)" or "52.1, 5.1".

    Examples
    --------
    >>> point, codes = read_geometry("SRID=28992;POINT (123746 485056)")
    >>> round(point.lat, 3), round(point.lon, 3), codes
    (52.353, 4.928, ('point_rd',))
    >>> read_geometry("bij de kerk")
    (Point(lat=None, lon=None), ('point_not_a_number',))
    """
    if not text.strip():
        return Point(), ()
    if match := _POINT.search(text[:500]):
        point, codes = read_point(match["y"], match["x"])
        return point, codes
    if match := _PAIR.fullmatch(text[:500]):
        return read_point(match["x"], match["y"])
    return Point(), ("point_not_a_number",)


def is_abroad(point: Point) -> bool:
    """Tell whether a point lies outside the box around the Netherlands."""
    return point.lat is not None and point.lon is not None and not in_netherlands(point.lat, point.lon)


def read_postcode(text: str, country: str = "") -> tuple[str | None, Codes]:
    """Read a postcode: a Dutch one in its usual form; another is kept, with its country if it looks Dutch.

    Examples
    --------
    >>> read_postcode("1097 dh"), read_postcode("3000", country="BE")
    (('1097DH', ()), ('BE-3000', ('postcode_abroad',)))
    >>> read_postcode("0123")
    ('0123', ('postcode_unknown',))
    """
    plain = " ".join(unicodedata.normalize("NFKC", text).split()).removesuffix(".0")
    if (bare := _WITH_COUNTRY.sub("", plain)) != plain and parse_postcode(bare):
        plain = bare
    if not plain or plain.lower() in ("nan", "none", "null", "-", "onbekend"):
        return None, ()
    land = re.sub(r"[^A-Z]", "", country.upper())
    if land and land not in ("NL", "NLD", "NEDERLAND", "THENETHERLANDS", "NETHERLANDS"):
        # four digits would be read as Dutch; anything else speaks for itself
        return (f"{land[:2]}-{plain}" if parse_postcode(plain) else plain)[:12], ("postcode_abroad",)
    code = parse_postcode(plain)
    if code is None:
        return plain[:12], ("postcode_unknown",)
    return code.digits + code.letters, (() if locate(plain) else ("postcode_unknown",))


def read_address(text: str) -> Address:
    """Tell street, postcode and town apart in one text; what is not sure stays in the street.

    Examples
    --------
    >>> read_address("Dorpsstraat 12a, 3511 AB Utrecht")
    Address(street='Dorpsstraat 12a', postcode='3511AB', town='Utrecht')
    >>> read_address("Buurthuis De Kade")
    Address(street='', postcode=None, town='')
    """
    plain = " ".join(text[:500].split())
    postcode, town, before = None, "", plain
    if match := _POSTCODE.search(plain):
        postcode = match[1] + match[2]
        town = plain[match.end() :].strip(" ,;.-")
        before = plain[: match.start()].strip(" ,;.-")
    elif "," in plain:
        before, _, town = (part.strip() for part in plain.rpartition(","))
        town = "" if any(sign.isdigit() for sign in town) else town
    street = _NUMBERED.search(before)
    if street is None:
        return Address("", postcode, town if postcode else "")
    return Address(street["street"].strip(" ,;-"), postcode, town[:200])


def _from_rd(x: float, y: float) -> tuple[Point, Codes]:
    lat, lon = rd_to_wgs84(x, y)
    north, east = float(lat), float(lon)
    if check_point(north, east):
        return Point(), ("point_impossible",)
    return Point(round(north, 7), round(east, 7)), ("point_rd",)
