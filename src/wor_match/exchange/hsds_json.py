"""Reach into HSDS objects of any version: 3.x names first, then those of 1.x, 2.x and ORUK 1.0; never raises."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

Object = Mapping[str, Any]
#: Names of lists and fields in 3.x with their older or ORUK 1.0 names.
ALIASES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "schedules": ("regular_schedules", "regular_schedule", "schedule"),
        "eligibility": ("eligibilitys", "eligibilities"),
        "attributes": ("service_taxonomys", "service_taxonomies", "services_taxonomy", "other_attributes"),
        "addresses": ("physical_addresses", "physical_address", "address"),
        "accessibility": ("accessibility_for_disabilities", "accessibility_for_disability"),
        "service_at_locations": ("services_at_location", "service_at_location"),
        "languages": ("language",),
        "phones": ("phone",),
        "cost_options": ("cost_option",),
        "service_areas": ("service_area",),
        "capacities": ("service_capacities", "capacity"),
        "organization": ("organisation",),
        "taxonomy_term": ("taxonomy",),
        "postal_code": ("postcode",),
        "address_1": ("address", "street"),
        "fees_description": ("fees",),
        "number": ("phone_number",),
        "website": ("url",),
    }
)


#: Fields of a service that hold objects, under any of their names.
_PARTS = (
    "schedules", "eligibility", "attributes", "service_at_locations", "languages", "phones", "contacts", "cost_options",
    "service_areas", "capacities", "organization", "locations", "required_documents",
)  # fmt: skip
PARTS = frozenset(one for name in _PARTS for one in (name, *ALIASES.get(name, ())))
#: Fields of a service that are read as text.
TEXTS = frozenset(
    {
        "id", "name", "alternate_name", "description", "summary", "short_description", "status", "minimum_age",
        "maximum_age", "eligibility_description", "fees_description", "fees", "interpretation_services", "email", "url",
        "website", "application_process", "wait_time", "alert", "assured_date", "last_modified", "organization_id",
        "(missing)", "program_id",
    }
)  # fmt: skip


def misshapen(service: Object) -> list[tuple[str, str]]:
    """Name and text of what stands where objects should stand, and of none of which anything would be read.

    >>> misshapen({"id": "1", "phones": "06 1", "schedules": [{"byday": "MO"}, "vrijdag"]})
    [('phones', '06 1'), ('schedules', 'vrijdag')]
    """
    found = []
    for name, value in service.items():
        if name not in PARTS or isinstance(value, Mapping):
            continue
        for item in value if isinstance(value, list | tuple) else [value]:
            if item not in (None, "") and not isinstance(item, Mapping):
                found.append((name, str(item)))
    return found


def unread_fields(service: Object) -> list[str]:
    """Names of fields that tell something and are not known.

    >>> unread_fields({"id": "1", "mood": "good", "accreditations": ""})
    ['mood']
    """
    empty: tuple[Any, ...] = (None, "", [], {})
    return [str(name) for name, value in service.items() if name not in PARTS | TEXTS and value not in empty]


def items(source: Any, name: str) -> list[Object]:
    """A list of objects by its name or an older one; one object counts as a list of one, the rest as none.

    Examples
    --------
    >>> items({"regular_schedules": [{"weekday": "Monday"}, None]}, "schedules")
    [{'weekday': 'Monday'}]
    """
    if not isinstance(source, Mapping):
        return []
    for key in (name, *ALIASES.get(name, ())):
        value = source.get(key)
        if isinstance(value, Mapping):
            return [value]
        if isinstance(value, list | tuple) and value:
            return [item for item in value if isinstance(item, Mapping)]
    return []


def one(source: Any, name: str) -> Object:
    """One object by its name or an older one; an empty one if it is not there."""
    found = items(source, name)
    return found[0] if found else {}


def words(source: Any, *names: str) -> str:
    """The first text that is there, trimmed; numbers become text, anything else is no text.

    Examples
    --------
    >>> words({"name": None, "language": " Urdu "}, "name", "language"), words({"name": ["x"]}, "name")
    ('Urdu', '')
    """
    if not isinstance(source, Mapping):
        return ""
    for name in names:
        for key in (name, *ALIASES.get(name, ())):
            value = source.get(key)
            if isinstance(value, bool) or not isinstance(value, str | int | float) or value != value:
                continue
            if text := str(value).strip():
                return text
    return ""


def places_of(service: Object) -> list[tuple[Object, Object]]:
    """Each location of a service with what is told of the service there."""
    found = [(one(here, "location"), here) for here in items(service, "service_at_locations")]
    return found or [(location, {}) for location in items(service, "locations")]


def terms_of(service: Object) -> list[Object]:
    """Taxonomy terms of a service, wherever its version keeps them."""
    found = []
    for attribute in items(service, "attributes"):
        term = one(attribute, "taxonomy_term")
        found.append(term or attribute)
    return [term for term in found if words(term, "name", "term", "label", "value")]
