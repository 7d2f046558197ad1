"""A folder of several flat files, read as one directory; a folder of HSDS tables is one package and no such folder."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from wor_match.domain.activity import Activity
from wor_match.exchange.files import is_folder, refuse
from wor_match.exchange.report import Collector

_READ = (".csv", ".tsv", ".json", ".jsonl", ".ndjson", ".geojson", ".xlsx")
#: Tables of HSDS: a folder with one of these is a package, and what is missing in it is told by who reads packages.
_HSDS = frozenset(
    name
    for one in ("service", "organization", "location", "service_at_location", "taxonomy", "taxonomy_term", "phone")
    for name in (one, f"{one}s")
) | {"taxonomies"}


def flat_files(source: object) -> list[Path]:
    """The files of a folder that are each a table or a list of records, by name; empty for anything else.

    Raises
    ------
    FormatError
        If it is a folder without any file that can be read.
    """
    path = Path(source) if isinstance(source, str | Path) else None
    if path is None or str(path) == "." or not is_folder(path) or _is_package(path):
        return []
    found = [file for file in _visible(path) if file.is_file() and file.suffix.lower() in _READ]
    return found or refuse(path.name, "no_records", f"must hold HSDS tables, or files that end in {', '.join(_READ)}")


def note_unread(folder: Path, read: Sequence[Path], collector: Collector) -> None:
    """Tell of what else lies in the folder."""
    for other in _visible(folder):
        if other not in read:
            collector.note(folder.name, other.name, "file_unread")


def without_twins(activities: Sequence[Activity], collector: Collector) -> list[Activity]:
    """Mark what another file tells of the same page, title and provider: the one that tells more stands.

    That one tells of places and times; of equals the first. Two records of one file are left as they are.
    """
    groups: dict[tuple[str, ...], list[Activity]] = defaultdict(list)
    for one in activities:
        page = one.source_url or one.contact.url
        if page and one.duplicate_of is None:
            groups[(page, one.title.casefold(), one.provider.casefold())].append(one)
    better = {
        one.id: best.id
        for group in groups.values()
        for best in [max(group, key=_told)]
        for one in group
        if one.source != best.source
    }
    for name, other in better.items():
        collector.note(name, "source_url", "duplicate_of", other)
    return [one.model_copy(update={"duplicate_of": better[one.id]}) if one.id in better else one for one in activities]


def _told(activity: Activity) -> int:
    return bool(activity.places) + activity.schedule.is_known


def _is_package(folder: Path) -> bool:
    return any(file.suffix.lower() == ".csv" and file.stem.lower() in _HSDS for file in folder.rglob("*"))


def _visible(folder: Path) -> list[Path]:
    """What lies in the folder itself, by name; not what is hidden or a lock file of Excel."""
    return sorted(one for one in folder.iterdir() if not one.name.startswith((".", "~$")))
