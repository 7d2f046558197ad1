"""HSDS as a package of CSV tables, 1.x to 3.x: joined into one object a service, as in HSDS JSON."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from typing import Any

from wor_match.errors import FormatError
from wor_match.exchange.delimited import table_rows
from wor_match.exchange.files import CORE_TABLES, Content
from wor_match.exchange.report import Collector

Row = dict[str, str]
#: Tables that belong to a service, by its id: name in JSON -> names of the table.
_OF_SERVICE = {
    "schedules": ("schedules", "schedule", "regular_schedules", "regular_schedule"),
    "languages": ("languages", "language"),
    "phones": ("phones", "phone"),
    "contacts": ("contacts", "contact"),
    "cost_options": ("cost_options", "cost_option"),
    "eligibility": ("eligibility", "eligibilities"),
    "service_areas": ("service_areas", "service_area"),
    "capacities": ("service_capacities", "service_capacity"),
}
_OF_LOCATION = {
    "addresses": ("addresses", "address", "physical_addresses", "physical_address"),
    "accessibility": ("accessibility", "accessibility_for_disabilities"),
    "phones": ("phones", "phone"),
}
_HERE = ("services_at_location", "service_at_location", "service_at_locations", "services_at_locations")


class Package:
    """The tables of a package, read once and indexed by what they are joined on."""

    def __init__(self, content: Content, collector: Collector) -> None:
        self._content = content
        self._collector = collector
        self._tables: dict[str, list[Row]] = {}
        self._told: set[str] = set()
        for name in content.unread:
            collector.note(name, "(file)", "table_unread")

    def table(self, *names: str) -> list[Row]:
        """The rows of these tables, one after the other, for they are one under several names."""
        found: list[Row] = []
        for name in names:
            if name not in self._content.tables:
                continue
            if name not in self._tables:
                rows = self._rows(name)
                self._tables[name] = [{key.strip().lower(): value for key, value in row.items()} for row in rows]
            found = [*found, *self._tables[name]] if found else self._tables[name]
        return found

    def _rows(self, name: str) -> list[Row]:
        """The rows of a table; none, and a problem, when it is no CSV and the package can do without it."""
        try:
            return table_rows(name, self._content.tables[name], collector=self._collector)
        except FormatError:
            if name in CORE_TABLES:
                raise
            self._collector.note(name, "(file)", "table_unread")
            return []

    def by(self, key: str, *names: str) -> dict[str, list[Row]]:
        """Rows by the value of one column; rows without it are left out."""
        found: dict[str, list[Row]] = defaultdict(list)
        for row in self.table(*names):
            if value := row.get(key, "").strip():
                found[value].append(row)
        return found

    def has(self, name: str) -> bool:
        """Whether the package holds such a table."""
        return name in self._content.tables

    def unique(self, *names: str) -> dict[str, Row]:
        """Rows by their id; of several rows of one id the first, and how many others there are is told once."""
        found: dict[str, Row] = {}
        rows = self.table(*names)
        for row in rows:
            found.setdefault(row.get("id", "").strip(), row)
        nameless = sum(not row.get("id", "").strip() for row in rows)
        found.pop("", None)
        if (twice := len(rows) - nameless - len(found)) and names[0] not in self._told:
            self._told.add(names[0])
            here = next(name for name in names if name in self._content.tables)
            self._collector.note(here, "id", "row_twice", f"{twice} rows")
        return found

    def tell_unread(self) -> None:
        """Tell of tables that nothing was taken of."""
        for name in self._content.tables:
            if name not in self._tables and not name.startswith("datapackage"):
                self._collector.note(name, "(file)", "file_unread")

    def tell_loose(self, name: str, rows: Sequence[Row], keys: Iterable[str]) -> None:
        """Tell how many rows of a table belong to nothing."""
        loose = sum(not any(row.get(key, "").strip() for key in keys) for row in rows)
        if loose:
            self._collector.note(name, "/".join(keys), "link_missing", f"{loose} rows")

    def tell_lost(self, name: str, rows: Sequence[Row], key: str, known: Container[str]) -> None:
        """Tell how many rows of a table point to a record that is not there."""
        lost = sum(bool(told := row.get(key, "").strip()) and told not in known for row in rows)
        if lost:
            self._collector.note(name, key, "link_missing", f"{lost} rows")


def services_of(content: Content, collector: Collector) -> list[dict[str, Any]]:
    """Join the tables; a link to something that is not there leaves that out and is told per record.

    Examples
    --------
    >>> tables = {"services": "id,name,organization_id\\n1,Choir,9\\n", "organizations": "id,name\\n9,The Hall\\n"}
    >>> service, = services_of(Content("x.zip", tables=tables), Collector())
    >>> service["name"], service["organization"]["name"]
    ('Choir', 'The Hall')
    """
    package = Package(content, collector)
    organizations = package.unique("organizations", "organization")
    locations = _locations(package)
    here = _at_locations(package, locations)
    terms = _terms(package)
    parts = {name: package.by("service_id", *tables) for name, tables in _OF_SERVICE.items()}
    for name, tables in _OF_SERVICE.items():
        keys = ("service_id", "service_at_location_id", "location_id", "organization_id")
        package.tell_loose(name, package.table(*tables), keys)
    _tell_lost(package, locations)
    found = []
    for row in package.table("services"):
        key = row.get("id", "").strip()
        service: dict[str, Any] = {name: value for name, value in row.items() if value.strip()}
        service |= {name: rows for name, by in parts.items() if (rows := by.get(key))}
        service |= {"service_at_locations": here.get(key, []), "attributes": terms.get(key, [])}
        owner = row.get("organization_id", "").strip()
        service["organization"] = organizations.get(owner, {})
        if owner and owner not in organizations:
            service["(missing)"] = "organization_id"
        found.append(service)
    package.tell_unread()
    return found


def _tell_lost(package: Package, locations: Container[str]) -> None:
    """Tell of rows that belong to a service, a location or a place of a service that is not there."""
    services = {row.get("id", "").strip() for row in package.table("services")}
    here = package.unique(*_HERE)
    for name, tables in _OF_SERVICE.items():
        rows = package.table(*tables)
        package.tell_lost(name, rows, "service_id", services)
        package.tell_lost(name, rows, "service_at_location_id", here)
    for name, tables in _OF_LOCATION.items():
        package.tell_lost(name, package.table(*tables), "location_id", locations)
    package.tell_lost(_HERE[0], package.table(*_HERE), "service_id", services)
    package.tell_lost(_HERE[0], package.table(*_HERE), "location_id", locations)


def _locations(package: Package) -> dict[str, dict[str, Any]]:
    parts = {name: package.by("location_id", *tables) for name, tables in _OF_LOCATION.items()}
    found: dict[str, dict[str, Any]] = {}
    for key, row in package.unique("locations", "location").items():
        found[key] = {**row, **{name: by.get(key, []) for name, by in parts.items()}}
    return found


def _at_locations(package: Package, locations: Mapping[str, Any]) -> dict[str, list[dict[str, Any]]]:
    """What is told of a service at a location, by service id."""
    schedules = package.by("service_at_location_id", *_OF_SERVICE["schedules"])
    phones = package.by("service_at_location_id", *_OF_SERVICE["phones"])
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in package.table(*_HERE):
        key = row.get("id", "").strip()
        place: dict[str, Any] = {**row, "location": locations.get(row.get("location_id", "").strip(), {})}
        own = [one for one in schedules.get(key, []) if not one.get("service_id", "").strip()]
        place |= {"schedules": own, "phones": phones.get(key, [])}
        found[row.get("service_id", "").strip()].append(place)
    return found


def _terms(package: Package) -> dict[str, list[dict[str, Any]]]:
    """Taxonomy terms by service id: 1.x-2.x ``services_taxonomy``, 3.x ``attributes``."""
    # 3.x has terms and, in a table of its own, the taxonomies that they are of.
    names = [name for name in ("taxonomy_terms", "taxonomy_term", "taxonomy", "taxonomies") if package.has(name)]
    terms = package.unique(*names[:1])
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in package.table("services_taxonomy", "service_taxonomy"):
        if term := terms.get(row.get("taxonomy_id", "").strip()):
            found[row.get("service_id", "").strip()].append({"taxonomy_term": term})
    for row in package.table("attributes", "attribute", "service_attribute", "service_attributes"):
        term = terms.get(row.get("taxonomy_term_id", row.get("taxonomy_id", "")).strip())
        owner = row.get("link_id", row.get("service_id", "")).strip()
        if term and owner:
            found[owner].append({"taxonomy_term": term})
    return found
