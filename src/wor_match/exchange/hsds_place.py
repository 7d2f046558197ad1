"""One HSDS location becomes one place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from wor_match.exchange import facts
from wor_match.exchange.draft import Draft
from wor_match.exchange.hsds_json import Object, items, words
from wor_match.exchange.values.places import Point, read_point, read_postcode
from wor_match.geo import in_netherlands

_HERE = ("nl", "nld", "")
_PROVINCES = frozenset(("NH", "ZH", "NB", "GR", "FR", "DR", "OV", "FL", "GE", "GD", "UT", "ZE", "LI", "LB"))


def place_of(draft: Draft, location: Object) -> tuple[dict[str, Any], bool]:
    """The place's data, and whether the location is a virtual one.

    Examples
    --------
    >>> from wor_match.exchange.report import Notes
    >>> location = {"name": "De Kade", "latitude": 52.1, "longitude": 5.1, "addresses": [{"postal_code": "3511 AB"}]}
    >>> place_of(Draft(Notes("1")), location)[0]["postcode"]
    '3511AB'
    """
    if words(location, "location_type").lower() == "virtual":
        return {}, True
    point, codes = read_point(words(location, "latitude"), words(location, "longitude"))
    place: dict[str, Any] = {"name": words(location, "name")}
    facts.put_point(draft, place, point, codes, "locations.latitude")
    _put_address(draft, place, _physical(items(location, "addresses")), point)
    access: dict[str, bool] = {}
    for told in items(location, "accessibility"):
        text = " ".join(
            dict.fromkeys(words(told, name) for name in ("description", "accessibility", "details"))
        ).strip()
        if text:
            access = facts.access_of(draft, text, "Accessibility") | access
    return place | {"access": access}, False


def _physical(addresses: Sequence[Object]) -> Object:
    """The physical address; a postal one only if there is no other."""
    physical = [one for one in addresses if words(one, "address_type").lower() not in ("postal", "virtual")]
    return (physical or list(addresses) or [{}])[0]


def _put_address(draft: Draft, place: dict[str, Any], address: Object, point: Point) -> None:
    street = ", ".join(text for name in ("address_1", "address_2") if (text := words(address, name)))
    place |= {"street": street, "town": words(address, "city")}
    text = words(address, "postal_code")
    if not text:
        return
    postcode, codes = read_postcode(text, _country(address, point))
    draft.notes.add_all("addresses.postal_code", codes, text)
    place["postcode"] = postcode


def _country(address: Object, point: Point) -> str:
    """The country, as told; a point abroad or an American state means that it is not the Netherlands."""
    country = words(address, "country")
    if country.lower() not in _HERE:
        return country
    state = words(address, "state_province")
    is_state = len(state) == 2 and state.isupper() and state not in _PROVINCES
    is_far = point.lat is not None and point.lon is not None and not in_netherlands(point.lat, point.lon)
    return "XX" if is_state or is_far else country
