"""Which format a source has, by its content, and the records in it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from wor_match.exchange.delimited import separator_of, table_rows, without_doubles
from wor_match.exchange.files import Content, open_content, refuse
from wor_match.exchange.report import Collector
from wor_match.exchange.table import is_heading

_LISTS = ("contents", "content", "services", "items", "data", "results", "records", "activiteiten", "activities")
_HSDS = frozenset(
    {
        "organization", "organization_id", "service_at_locations", "schedules", "regular_schedules", "cost_options",
        "attributes", "service_areas", "assured_date", "eligibility_description", "service_taxonomys", "eligibilitys",
        "fees_description", "alternate_name", "interpretation_services", "application_process",
    }
)  # fmt: skip
_SERVICES = _HSDS - {"alternate_name", "schedules", "attributes", "organization_id"} | {"status", "service_id"}
_OTHERS = frozenset(
    {
        "location_type", "legal_status", "tax_id", "tax_status", "year_incorporated", "organization_identifiers",
        "term_uri", "taxonomy_detail", "parent_organization_id", "parent_id",
    }
)  # fmt: skip
_TITLE = "must have a column with titles, such as titel, naam, activiteit, title or name"
_JSON = "must be JSON: a list of records, or an object that holds one"
#: Figures of a number that says nothing any more.
_LONG_NUMBER = 400


@dataclass(frozen=True)
class Records:
    """The records of a source and the format they are in: "hsds" or "table"."""

    format: str
    items: Iterable[Any]


def records_of(source: Any, told: str | None, name: str, collector: Collector) -> Records:
    """Open a source and tell its format.

    Examples
    --------
    >>> records_of([{"titel": "Koor"}], None, "x", Collector()).format
    'table'
    >>> records_of({"contents": [{"id": "1", "name": "Choir", "status": "active"}]}, None, "x", Collector()).format
    'hsds'
    """
    if isinstance(source, str | Path):
        return _from_content(open_content(Path(source)), told, collector)
    if hasattr(source, "columns") and hasattr(source, "to_dicts"):  # a frame of polars
        return _table(name, source.to_dicts(), [str(column) for column in source.columns])
    if hasattr(source, "columns") and hasattr(source, "itertuples"):
        heading = without_doubles([str(column) for column in source.columns])
        rows = [dict(zip(heading, row, strict=True)) for row in source.itertuples(index=False, name=None)]
        return _table(name, rows, heading)
    if isinstance(source, list | tuple | dict):
        return _from_json(name, source, told, collector)
    return refuse(name, "unknown_source", "must be a path, a DataFrame, a list of records or parsed JSON")


def _from_content(content: Content, told: str | None, collector: Collector) -> Records:
    if content.is_guessed:
        collector.note(content.name, "(file)", "encoding_guessed")
    if content.is_mended:
        collector.note(content.name, "(file)", "mojibake_mended")
    if content.tables:
        from wor_match.exchange.hsds_csv import services_of

        return Records("hsds", services_of(content, collector))
    if content.workbook is not None:
        return _from_workbook(content, collector)
    text = content.text or ""
    if text.lstrip()[:1] in ("{", "["):
        return _from_json(content.name, _parsed(content.name, text), told, collector)
    if told in ("hsds", "oruk"):
        refuse(content.name, "not_json", f"as {told} {_JSON}; or a folder or zip of tables")
    return _from_csv(content.name, text, collector)


def _from_csv(name: str, text: str, collector: Collector) -> Records:
    rows = table_rows(name, text, is_heading, collector=collector)
    if not rows:
        heading = text.strip().splitlines()[0].split(separator_of(text))
        return _table(name, [], heading)
    return _table(name, rows, [column for row in rows[:1] for column in row])


def _from_workbook(content: Content, collector: Collector) -> Records:
    from wor_match.exchange.excel import workbook_rows

    rows, unread = workbook_rows(content.name, content.workbook or b"", is_heading)
    for sheet in unread:
        collector.note(content.name, sheet, "sheet_unread")
    if not rows:
        refuse(content.name, "no_title_column", _TITLE)
    return Records("table", rows)


def _table(name: str, rows: list[Any], heading: list[str]) -> Records:
    if not is_heading(heading):
        refuse(name, "no_title_column", _TITLE)
    return Records("table", rows)


def _parsed(name: str, text: str) -> Any:
    """JSON, or JSON with one record a line; a line that cannot be read stays, as no record, and is reported."""
    try:
        return json.loads(text, parse_int=_whole)
    except (ValueError, RecursionError):
        pass
    found = [_line(line) for line in text.split("\n") if line.strip()]
    # A broken file of another shape has lines that read by chance ("{}", "1,"): most lines must be records.
    is_lines = 2 * sum(isinstance(item, dict) and bool(item) for item in found) > len(found)
    return found if is_lines else refuse(name, "not_json", _JSON)


def _line(line: str) -> Any:
    try:
        return json.loads(line, parse_int=_whole)
    except (ValueError, RecursionError):
        return None


def _whole(figures: str) -> float:
    """A whole number; Python refuses to read one of thousands of figures, which would lose all other records."""
    return int(figures) if len(figures) < _LONG_NUMBER else float("inf")


def _from_json(name: str, parsed: Any, told: str | None, collector: Collector) -> Records:
    items = _items(name, parsed, collector)
    records = [item for item in items if isinstance(item, Mapping)]
    if any("location" in item and isinstance(item.get("service"), Mapping) for item in records):
        others = [item for item in items if not isinstance(item, Mapping)]
        records = turned_round(records)
        items = [*records, *others]
    if records and all(_OTHERS & item.keys() and not _SERVICES & item.keys() for item in records):
        refuse(name, "no_services", "must hold services; this holds organisations, locations or taxonomies")
    if items and not records:
        refuse(name, "no_records", _JSON)
    if _most(records[:20], lambda item: "@context" in item or bool(item.get("kind") and "state" in item)):
        refuse(name, "unknown_format", "looks like OpenActive, which is not read yet; must be hsds, oruk or a table")
    is_hsds = told in ("hsds", "oruk") or (told is None and _looks_like_hsds(parsed, records))
    if is_hsds:
        return Records("hsds", items)
    keys = list(dict.fromkeys(str(key) for item in records for key in item))
    return _table(name, items, keys) if items else Records("table", [])


def _most(records: list[Mapping[str, Any]], is_so: Callable[[Mapping[str, Any]], bool]) -> bool:
    return 2 * sum(map(is_so, records)) > len(records)


def _items(name: str, parsed: Any, collector: Collector) -> list[Any]:
    if isinstance(parsed, list | tuple):
        pages = [page for page in parsed if isinstance(page, Mapping) and _list_of(page) is not None]
        if pages and len(pages) == len(parsed):
            return [item for page in pages for item in _items(name, page, collector)]
        return list(parsed)
    if isinstance(parsed.get("features"), list):
        return [_feature(item) for item in parsed["features"]]
    found = _list_of(parsed)
    if found is None:
        return [parsed]
    for key, value in parsed.items():
        if isinstance(value, list) and value != found and any(isinstance(item, Mapping) for item in value):
            collector.note(name, str(key), "list_unread", f"{len(value)} records")
    if isinstance(parsed.get("services"), list) and "name" in parsed:
        owner = {key: value for key, value in parsed.items() if not isinstance(value, list)}
        found = [{"organization": owner, **item} if isinstance(item, Mapping) else item for item in found]
    total = parsed.get("total_items", parsed.get("totalElements"))
    if isinstance(total, int) and total != len(found) and parsed.get("total_pages", 1) == 1:
        collector.note(name, "total_items", "total_differs", f"{total} / {len(found)}")
    return found


def turned_round(records: list[Mapping[str, Any]]) -> list[Any]:
    """Turn services at locations, each holding its service, into services that hold their locations.

    Examples
    --------
    >>> service = {"id": "1", "name": "Choir"}
    >>> one, = turned_round([{"service": service, "location": {}}, {"service": service, "location": {"name": "Hall"}}])
    >>> one["name"], len(one["service_at_locations"])
    ('Choir', 2)
    """
    found: dict[Any, dict[str, Any]] = {}
    for number, record in enumerate(records):
        service = record.get("service")
        told = dict(service) if isinstance(service, Mapping) else {}
        # Two services of one id are two, and the second one's id is told to be taken.
        key = (str(told.get("id") or f"({number})"), str(told.get("name")))
        here = {name: value for name, value in record.items() if name != "service"}
        found.setdefault(key, {**told, "service_at_locations": []})["service_at_locations"].append(here)
    return list(found.values())


def _feature(item: Any) -> Any:
    """A feature of GeoJSON as a flat record: its properties, and its point as text."""
    if not isinstance(item, Mapping) or not isinstance(item.get("properties"), Mapping):
        return item
    record = {"id": item.get("id"), **item["properties"]}
    shape = item.get("geometry")
    pair = shape.get("coordinates") if isinstance(shape, Mapping) and shape.get("type") == "Point" else None
    if isinstance(pair, list | tuple) and len(pair) >= 2:
        record.setdefault("geometry", f"POINT({pair[0]} {pair[1]})")
    return record


def _list_of(parsed: Mapping[str, Any]) -> list[Any] | None:
    """The one list of records in an object, by its usual name or because it is the only one."""
    if isinstance(parsed.get("services"), list):
        return list(parsed["services"])
    is_record = bool({"name", "title", "titel", "naam"} & parsed.keys())
    for key in _LISTS:
        value = parsed.get(key)
        if not isinstance(value, list) or _HSDS & parsed.keys():
            continue
        # A record may have a list under such a name too ("data": ["2026-09-01"]).
        if not is_record or any(isinstance(item, Mapping) and is_heading([*map(str, item)]) for item in value):
            return list(value)
    if is_record:
        return None
    lists = [value for value in parsed.values() if isinstance(value, list) and value and isinstance(value[0], dict)]
    return lists[0] if len(lists) == 1 else None


def _looks_like_hsds(parsed: Any, records: list[Mapping[str, Any]]) -> bool:
    named = [item for item in records if "name" in item]
    if any(_HSDS & item.keys() for item in named[:50]):
        return True
    is_page = isinstance(parsed, dict) and ("contents" in parsed or "content" in parsed)
    return is_page and (bool(named) or any(_HSDS & item.keys() for item in records[:50]))
