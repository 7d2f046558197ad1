"""Collect what importing finds, so that the counts add up and nothing is lost silently."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import Literal, cast

from wor_match.catalogue.problems import CatalogueProblem, FileCount, ImportReport
from wor_match.vocabulary.tables import read_table

Severity = Literal["skipped", "repaired", "doubt", "note"]
_QUOTED = 60


@cache
def _codes() -> dict[str, tuple[Severity, str]]:
    rows = read_table("codes", "wor_match.exchange")
    return {row["code"]: (cast(Severity, row["severity"]), row["en"]) for row in rows}


def problem(record: str, where: str, code: str, value: object = "") -> CatalogueProblem:
    """Make a problem of a published code (``codes.csv``), quoting the first characters of the value.

    Examples
    --------
    >>> print(problem("a1", "kosten", "cost_unread", "een vriendelijke glimlach"))
    [doubt] a1: kosten: no amount could be read; the text is kept: 'een vriendelijke glimlach' (cost_unread)
    """
    severity, message = _codes()[code]
    text = str(value).strip()
    quoted = f": {text[:_QUOTED]!r}{'...' if len(text) > _QUOTED else ''}" if text else ""
    return CatalogueProblem(record, where, code, message + quoted, severity)


@dataclass(slots=True)
class Notes:
    """What is found about one record while it is read; its id may become known later.

    Parameters
    ----------
    record : str
        Id, or where the record stands in the file.
    """

    record: str
    found: list[tuple[str, str, object]] = field(default_factory=list)

    def add(self, where: str, code: str, value: object = "") -> None:
        """Note one thing about one source field."""
        self.found.append((where, code, value))

    def add_all(self, where: str, codes: Iterable[str], value: object = "") -> None:
        """Note several codes about one source field."""
        for code in codes:
            self.add(where, code, value)

    def problems(self) -> list[CatalogueProblem]:
        """The same as problems, each once."""
        made = (problem(self.record, where, code, value) for where, code, value in self.found)
        return list(dict.fromkeys(made))


class Collector:
    """Counts records while they are read: each is either kept or skipped, once.

    Examples
    --------
    >>> collector = Collector()
    >>> collector.keep(Notes("a1")); collector.skip(Notes("row 2"), "titel", "no_title")
    >>> report = collector.report("table", activities=1)
    >>> report.read, report.kept, report.skipped, report.repaired
    (2, 1, 1, 0)
    """

    def __init__(self) -> None:
        self._kept = self._skipped = self._repaired = 0
        self.problems: list[CatalogueProblem] = []
        self.files: list[FileCount] = []

    def keep(self, notes: Notes) -> None:
        """Count a record that is in the catalogue."""
        found = notes.problems()
        self._kept += 1
        self._repaired += any(item.severity == "repaired" for item in found)
        self.problems += found

    def skip(self, notes: Notes, where: str, code: str, value: object = "") -> None:
        """Count a record that is not in the catalogue, and say why."""
        self._skipped += 1
        notes.add(where, code, value)
        self.problems += notes.problems()

    def note(self, record: str, where: str, code: str, value: object = "") -> None:
        """Tell something about the whole file, or about a record after it was kept."""
        self.problems.append(problem(record, where, code, value))

    def end_file(self, name: str, source_format: str) -> None:
        """Tell that all records since the file before (or since the start) were of this one."""
        before = [sum(getattr(one, field) for one in self.files) for field in ("kept", "repaired", "skipped")]
        now = (self._kept, self._repaired, self._skipped)
        kept, repaired, skipped = (number - past for number, past in zip(now, before, strict=True))
        self.files.append(FileCount(name, source_format, kept + skipped, kept, repaired, skipped))

    def report(self, source_format: str, activities: int) -> ImportReport:
        """The counts and problems so far."""
        read = self._kept + self._skipped
        found, files = tuple(self.problems), tuple(self.files)
        return ImportReport(read, self._kept, self._repaired, self._skipped, activities, found, source_format, files)
