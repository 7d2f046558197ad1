"""The way in: a file, folder, frame or parsed JSON becomes activities with a report."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from wor_match.catalogue.catalogue import Catalogue
from wor_match.catalogue.problems import ImportReport
from wor_match.domain.activity import Activity
from wor_match.errors import FormatError, Problem
from wor_match.exchange import table
from wor_match.exchange.draft import Draft, Raw, finished
from wor_match.exchange.files import refuse
from wor_match.exchange.folder import flat_files, note_unread, without_twins
from wor_match.exchange.recognise import Records, records_of
from wor_match.exchange.report import Collector, Notes
from wor_match.exchange.settle import settle

FORMATS = ("hsds", "oruk", "table")
_LATER = ("openactive", "amsterdam", "wor_register")


def read_catalogue(source: Any, *, format: str | None = None, source_name: str | None = None) -> Catalogue:  # noqa: A002  # the name of the public call
    """Read a directory into a catalogue; what was mended, doubted or skipped stands in ``catalogue.problems``.

    Parameters
    ----------
    source : str, Path, DataFrame, list or dict
        A file, a folder or zip of HSDS tables, a folder of flat files, a frame, or parsed JSON. The files of a folder
        become one catalogue: ``report.files`` counts each, an id that two of them use gets a number behind it, and what
        two of them tell of the same page stands once, in the fuller form.
    format : {"hsds", "oruk", "table"}, optional
        Absent: recognised by content.
    source_name : str, optional
        What activities tell as their source; absent: the file's name.

    Raises
    ------
    FormatError
        If the file is not what it says, or nothing that can be read; it names the file (of a folder all that are
        wrong), never a value.
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
    format: str | None = None,  # noqa: A002  # the name of the public call
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
        refuse(name, "unknown_format", f"format {str(format)[:20]!r}{later} must be one of {', '.join(FORMATS)}")
    collector = Collector()
    if files := flat_files(source):
        return _folder(Path(source), files, format, source_name, collector)
    records = records_of(source, format, name, collector)
    origin = source_name if source_name is not None else ("" if name == "(records)" else name)
    kept = list(_kept(_drafts(records, collector, name), collector, origin, _Ids()))
    if isinstance(source, str | Path):
        collector.end_file(name, records.format)
    activities = settle([activity for activity, _ in kept], [raw for _, raw in kept], collector)
    return activities, collector.report(records.format, len(activities))


def _folder(
    folder: Path, files: Sequence[Path], asked: str | None, source_name: str | None, collector: Collector
) -> tuple[list[Activity], ImportReport]:
    """Read the files of a folder one after the other; ids are unique over all of them."""
    opened = [
        (file.name, records) for file, records in zip(files, _opened(folder, files, asked, collector), strict=True)
    ]
    ids = _Ids()
    kept: list[tuple[Activity, Raw]] = []
    for name, records in opened:
        origin = name if source_name is None else f"{source_name}: {name}"
        kept += _kept(_drafts(records, collector, name), collector, origin, ids)
        collector.end_file(name, records.format)
    note_unread(folder, files, collector)
    settled = settle([activity for activity, _ in kept], [raw for _, raw in kept], collector)
    activities = without_twins(settled, collector)
    formats = sorted({records.format for _, records in opened})
    return activities, collector.report(", ".join(formats), len(activities))


def _opened(folder: Path, files: Sequence[Path], asked: str | None, collector: Collector) -> list[Records]:
    """All files opened, or one error that names every file that cannot be read."""
    found: list[Records] = []
    problems: list[Problem] = []
    for file in files:
        try:
            found.append(records_of(file, asked, file.name, collector))
        except FormatError as error:
            problems += [replace(problem, record=file.name) for problem in error.problems]
    if problems:
        raise FormatError(folder.name, problems)
    return found


def _drafts(records: Records, collector: Collector, name: str) -> Iterator[Draft | None]:
    if records.format == "table":
        return table.drafts(records.items, collector, "" if name == "(records)" else name)
    from wor_match.exchange import hsds_service

    return hsds_service.drafts(records.items, collector)


def _kept(
    drafts: Iterable[Draft | None], collector: Collector, source: str, ids: _Ids
) -> Iterator[tuple[Activity, Raw]]:
    """What is kept, each under an id of its own."""
    for draft in drafts:
        if draft is None:
            continue
        activity = finished(draft, source)
        if activity is None:
            has_title = bool(draft.facts.get("title"))
            collector.skip(draft.notes, "title", "refused" if has_title else "no_title")
            continue
        unique = ids.unique(activity, draft.notes)
        if unique is None:
            collector.skip(draft.notes, "id", "duplicate_record")
            continue
        collector.keep(draft.notes)
        yield unique, draft.raw


class _Ids:
    """The ids that are given out, over all files of a folder; and what was told under each, once it comes again."""

    def __init__(self) -> None:
        self._first: dict[str, Activity] = {}
        self._told: dict[str, set[str]] = {}
        self._number: dict[str, int] = {}

    def unique(self, activity: Activity, notes: Notes) -> Activity | None:
        """The activity under an id that is free; None if the same record was there before."""
        own = activity.id
        if own not in self._first:
            self._first[own] = activity
            return activity
        told = self._told.setdefault(own, {_content(self._first[own])})
        content = _content(activity)
        if content in told:
            return None
        told.add(content)
        name = own
        while name in self._first:
            self._number[own] = self._number.get(own, 1) + 1
            name = f"{own[:190]}#{self._number[own]}"
        notes.add("id", "duplicate_id", own)
        notes.record = name
        self._first[name] = renamed = activity.model_copy(update={"id": name})
        return renamed


def _content(activity: Activity) -> str:
    """All that a record tells but its id; short, for there may be many of one id."""
    return hashlib.sha256(activity.model_dump_json(exclude={"id"}).encode("utf-8", "replace")).hexdigest()
