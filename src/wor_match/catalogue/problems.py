"""What importing found: every record is counted, nothing is lost silently."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class CatalogueProblem:
    """Something about one record of a directory.

    Parameters
    ----------
    record : str
        The activity's id, or where the record stands in the file.
    field : str
        Source field, as ``services.minimum_age`` or a column header.
    code : str
        Stable word for what is wrong.
    message : str
        For a person: what was found and what was done about it.
    severity : {"skipped", "repaired", "doubt", "note"}
        skipped: the record is not in the catalogue; repaired: a value was mended or left out; doubt: a value was
        kept but should be checked; note: something to know.
    """

    record: str
    field: str
    code: str
    message: str
    severity: Literal["skipped", "repaired", "doubt", "note"]

    def __str__(self) -> str:
        return f"[{self.severity}] {self.record}: {self.field}: {self.message} ({self.code})"


@dataclass(frozen=True, slots=True)
class FileCount:
    """What came of one file: ``read == kept + skipped``, as in :class:`ImportReport`."""

    name: str
    source_format: str
    read: int
    kept: int
    repaired: int
    skipped: int


@dataclass(frozen=True, slots=True)
class ImportReport:
    """Counts that add up (``read == kept + skipped``) and the problems behind them.

    ``repaired`` counts kept records of which at least one value was mended or left out.
    One record may become several activities (one a place): ``activities`` counts those.
    ``files`` tells the same of each file that was read, also of the only one; they add up to the whole.
    """

    read: int = 0
    kept: int = 0
    repaired: int = 0
    skipped: int = 0
    activities: int = 0
    problems: tuple[CatalogueProblem, ...] = ()
    source_format: str = "models"
    files: tuple[FileCount, ...] = ()
