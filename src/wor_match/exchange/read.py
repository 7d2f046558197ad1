"""The way in: a file, folder, frame or parsed JSON becomes activities with a report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from wor_match.catalogue.catalogue import Catalogue
from wor_match.catalogue.problems import ImportReport
from wor_match.domain.activity import Activity
from wor_match.exchange import table
from wor_match.exchange.draft import Draft, Raw, finished
from wor_match.exchange.files import refuse
from wor_match.exchange.recognise import Records, records_of
from wor_match.exchange.report import Collector, Notes
from wor_match.exchange.settle import settle

FORMATS = ("hsds", "oruk", "table")
_LATER = ("openactive", "amsterdam", "wor_register")


def read_catalogue(source: Any, *, format: str | None = None, source_name: str | None = None) -> Catalogue:  # noqa: A002
    """Read a directory into a catalogue; what was mended, doubted or skipped stands in ``catalogue.problems``.

    Parameters
    ----------
    source : str, Path, DataFrame, list or dict
        A file, a folder or zip of tables, a frame, or parsed JSON.
    format : {"hsds", "oruk", "table"}, optional
        Absent: recognised by content.
    source_name : str, optional
        What activities tell as their source; absent: the file's name.

    Raises
    ------
    FormatError
        If the file is not what it says, or nothing that can be read; it names the file, never a value.
    MissingExtraError
        If it is Excel and openpyxl is not installed.

    Examples
    --------
    >>> catalogue = read_catalogue([{"titel": "Buurtkoor", "kosten": "€ 2,50 per keer"}])
    >>> catalogue.activities[0].cost.amount_eur, catalogue.report.kept
    (2.5, 1)
    """
    activities, report = read_activities(source, format=format, source_name=source_name)
    return Catalogue(activities, report)


def read_activities(
    source: Any,
    *,
    format: str | None = None,  # noqa: A002
    source_name: str | None = None,
) -> tuple[list[Activity], ImportReport]:
    """Read a directory into activities and a report, in order of the source; see :func:`read_catalogue`.

    Examples
    --------
    >>> activities, report = read_activities([{"titel": "Koor"}, {"titel": ""}])
    >>> report.read, report.kept, report.skipped
    (2, 1, 1)
    """
    name = Path(source).name if isinstance(source, str | Path) else source_name or "(records)"
    if format is not None and format not in FORMATS:
        later = " is not read yet;" if format in _LATER else " is not a format;"
        refuse(name, "unknown_format", f"format {format[:20]!r}{later} must be one of {', '.join(FORMATS)}")
    collector = Collector()
    records = records_of(source, format, name, collector)
    origin = source_name if source_name is not None else ("" if name == "(records)" else name)
    kept = list(_kept(_drafts(records, collector, name), collector, origin))
    activities = settle([activity for activity, _ in kept], [raw for _, raw in kept], collector)
    return activities, collector.report(records.format, len(activities))


def _drafts(records: Records, collector: Collector, name: str) -> Iterator[Draft | None]:
    if records.format == "table":
        return table.drafts(records.items, collector, "" if name == "(records)" else name)
    from wor_match.exchange import hsds_service

    return hsds_service.drafts(records.items, collector)


def _kept(drafts: Iterable[Draft | None], collector: Collector, source: str) -> Iterator[tuple[Activity, Raw]]:
    seen: dict[str, Activity] = {}
    for draft in drafts:
        if draft is None:
            continue
        activity = finished(draft, source)
        if activity is None:
            has_title = bool(draft.facts.get("title"))
            collector.skip(draft.notes, "title", "refused" if has_title else "no_title")
            continue
        unique = _unique(activity, seen, draft.notes)
        if unique is None:
            collector.skip(draft.notes, "id", "duplicate_record")
            continue
        seen[unique.id] = unique
        collector.keep(draft.notes)
        yield unique, draft.raw


def _unique(activity: Activity, seen: dict[str, Activity], notes: Notes) -> Activity | None:
    """The activity under an id that is free; None if the same record was there before."""
    number, name = 1, activity.id
    while name in seen:
        if seen[name].model_copy(update={"id": activity.id}) == activity:
            return None
        number += 1
        name = f"{activity.id[:190]}#{number}"
    if number == 1:
        return activity
    notes.add("id", "duplicate_id", activity.id)
    notes.record = name
    return activity.model_copy(update={"id": name})
