"""Flat tables: one row an activity, headers in Dutch or English, or our own dotted names."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from types import MappingProxyType
from typing import Any

from wor_match.catalogue.frames import columns, is_missing, nested
from wor_match.exchange.delimited import DOUBLED, RAGGED
from wor_match.exchange.draft import Draft
from wor_match.exchange.excel import NOT_WORKED_OUT
from wor_match.exchange.report import Collector, Notes
from wor_match.exchange.table_fields import COMBINED, READERS
from wor_match.exchange.table_place import Cells, read_place
from wor_match.vocabulary.tables import read_table

_NOT_WORD = re.compile(r"[^a-z0-9]+")
#: What a workbook shows where a formula failed.
_ERRORS = frozenset(
    ("#N/A", "#N/B", "#REF!", "#VALUE!", "#WAARDE!", "#NAME?", "#NAAM?", "#DIV/0!", "#DEEL/0!", "#NUM!", NOT_WORKED_OUT)
)
#: What pandas writes where nothing was.
_NOTHING = frozenset(("nan", "NaN"))


@cache
def headers() -> MappingProxyType[str, str]:
    """Header aliases to fields, from ``headers.csv``."""
    return MappingProxyType({row["alias"]: row["field"] for row in read_table("headers", "wor_match.exchange")})


def header_field(header: str) -> str | None:
    """Which field a column header stands for; None if it is not known.

    Examples
    --------
    >>> header_field("Kosten"), header_field("Leeftijd (vanaf)"), header_field("cost.amount_eur"), header_field("Kleur")
    ('cost', 'ages', 'cost.amount_eur', None)
    """
    exact = header.strip()
    if exact in columns() and ("." in exact or exact not in headers()):
        return exact
    for text in (exact, re.sub(r"\(.*?\)", " ", exact)):
        plain = unicodedata.normalize("NFKD", text.lower()).encode("ascii", "ignore").decode()
        found = headers().get(_NOT_WORD.sub("_", plain).strip("_"))
        if found:
            return found
    return None


def is_heading(cells: Sequence[str]) -> bool:
    """Whether a row of cells is a heading: one of them stands for the title."""
    return any(header_field(str(cell)) == "title" for cell in cells)


def drafts(rows: Iterable[Mapping[str, Any]], collector: Collector, source: str) -> Iterator[Draft | None]:
    """Read rows; None for something that is no record (and is counted as skipped).

    Examples
    --------
    >>> draft, = drafts([{"Titel": "Koor", "Kosten": "€ 5 per keer"}], Collector(), "test")
    >>> draft.facts["title"], draft.facts["cost.amount_eur"]
    ('Koor', 5.0)
    """
    unread: dict[str, None] = {}
    for number, row in enumerate(rows, start=1):
        notes = Notes(f"{source} row {number}" if source else f"row {number}")
        if not isinstance(row, Mapping):
            collector.skip(notes, "(record)", "not_a_record")
            yield None
            continue
        draft = Draft(notes)
        _read_row(draft, flattened(row), unread)
        yield draft
    for column in unread:
        collector.note(source or "(table)", column, "column_unread")


def flattened(row: Mapping[str, Any], prefix: str = "", depth: int = 0) -> dict[str, Any]:
    """Give nested values dotted names, and lists of words one cell.

    Examples
    --------
    >>> flattened({"a": {"b": 1}, "tags": ["x", "y"]})
    {'a.b': 1, 'tags': 'x; y'}
    """
    cells: dict[str, Any] = {}
    for key, value in row.items():
        name = f"{prefix}{key}"
        if isinstance(value, Mapping) and depth < 4 and name not in columns():
            cells |= flattened(value, f"{name}.", depth + 1)
        elif isinstance(value, list | tuple) and name not in columns():
            is_plain = all(isinstance(item, str | int | float) for item in value)
            cells[name] = "; ".join(map(str, value)) if is_plain else _as_json(value)
        else:
            cells[name] = value
    return cells


def _read_row(draft: Draft, row: Mapping[str, Any], unread: dict[str, None]) -> None:
    fields: dict[str, list[tuple[str, Any]]] = {}
    own: dict[str, Any] = {}
    for column, value in row.items():
        if column == RAGGED:
            draft.notes.add("(row)", "row_ragged", value)
            continue
        plain = value.strip() if isinstance(value, str) else ""
        if is_missing(value) or plain in _NOTHING:
            continue
        if plain in _ERRORS:
            draft.notes.add(str(column), "cell_error", value)
            continue
        first = DOUBLED.sub("", str(column))
        if first != column and not is_missing(row.get(first)) and row[first] != value:
            draft.notes.add(str(column), "column_twice", value)
        target = header_field(str(column))
        if target is None:
            unread[str(column)] = None
        elif target not in READERS and target in columns():
            own[target] = value
        else:
            fields.setdefault(target, []).append((str(column), value))
    _read_own(draft, own)
    _keep_others(draft, fields)
    read_place(draft, {name: cells for name, cells in fields.items() if name not in READERS})
    for name, reader in READERS.items():
        for column, value in fields.get(name, ()):
            reader(draft, value, column)


def _keep_others(draft: Draft, fields: Cells) -> None:
    """Of columns that tell the same fact the first counts; what the others tell beside it is kept as text."""
    for name in sorted(fields.keys() - COMBINED):
        (_, first), *others = fields[name]
        told = _compared(first)
        for column, value in others:
            if _compared(value) in told:
                continue
            if not DOUBLED.search(column):
                draft.notes.add(column, "column_twice", value)
            draft.keep_text(column, str(value))


def _compared(value: Any) -> str:
    return "".join(str(value).lower().removesuffix(".0").split())


def _read_own(draft: Draft, cells: Mapping[str, Any]) -> None:
    """Cells under our own names go in as they are; building the activity checks them."""
    data, wrong = nested(cells)
    for name in wrong:
        draft.notes.add(name, "json_unread")
    for name, value in data.items():
        if isinstance(value, dict) and name not in ("codes", "provenance"):
            for key, inner in value.items():
                draft.put(f"{name}.{key}", inner)
        else:
            draft.put(name, value)


def _as_json(value: Any) -> str:
    try:
        return json.dumps(value, ensure_ascii=False, default=str)
    except (ValueError, RecursionError):
        return ""
