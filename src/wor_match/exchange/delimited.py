"""CSV as people save it: any of four separators, a heading that may stand lower, rows that are too long."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator

from wor_match.exchange.files import refuse

SEPARATORS = (",", ";", "\t", "|")
#: A cell that is longer than this is refused by Python's own reader; 10 MB descriptions do occur.
_LONGEST_CELL = 200_000_000
_LOOK_FOR_HEADING = 10
RAGGED = "(more cells than the heading)"
#: What is put behind a column name that stands twice in the heading.
DOUBLED = re.compile(r" \(\d+\)$")


def separator_of(text: str) -> str:
    """The separator that stands most often, and equally often, in the first lines.

    Examples
    --------
    >>> separator_of("titel;kosten\\nKoor;7,50\\n"), separator_of("titel")
    (';', ',')
    """
    lines = [line for line in text[:20_000].splitlines() if line.strip()][:10]
    if not lines:
        return ","

    def worth(separator: str) -> tuple[int, int]:
        counts = [line.count(separator) for line in lines]
        return counts[0], min(counts)

    best = max(SEPARATORS, key=worth)
    return best if worth(best)[0] else max(SEPARATORS, key=lambda sep: max(line.count(sep) for line in lines))


def table_rows(
    name: str, text: str, is_heading: Callable[[list[str]], bool] | None = None, separator: str | None = None
) -> list[dict[str, str]]:
    """Read rows as dicts by heading. ``is_heading`` tells a heading that stands below a few lines of title.

    Raises
    ------
    FormatError
        If it cannot be read as CSV at all.

    Examples
    --------
    >>> table_rows("a.csv", "titel;kosten\\nKoor;7,50\\n")
    [{'titel': 'Koor', 'kosten': '7,50'}]
    """
    limit = csv.field_size_limit(_LONGEST_CELL)
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator or separator_of(text))
        lines = [cells for cells in reader if any(cell.strip() for cell in cells)]
        if _swallowed(lines, reader.dialect.delimiter):
            # A quotation mark that is never closed makes one cell of the rest: read such a file without quotes.
            plain = csv.reader(
                io.StringIO(text, newline=""), delimiter=separator or separator_of(text), quoting=csv.QUOTE_NONE
            )
            lines = [cells for cells in plain if any(cell.strip() for cell in cells)]
    except csv.Error:
        refuse(name, "not_csv", "must be CSV with a heading and one row a record")
    finally:
        csv.field_size_limit(limit)
    return list(as_records(lines, is_heading))


def _swallowed(lines: list[list[str]], separator: str) -> bool:
    """Whether the last cell of the file holds lines that look like records themselves."""
    if len(lines) < 2 or not lines[-1]:
        return False
    width = len(lines[0]) - 1
    inner = lines[-1][-1].splitlines()[1:]
    return bool(inner) and width > 0 and all(line.count(separator) >= width for line in inner)


def as_records(
    lines: list[list[str]], is_heading: Callable[[list[str]], bool] | None = None
) -> Iterator[dict[str, str]]:
    """Turn lines of cells into records; a column name that stands twice gets a number."""
    start = 0
    if is_heading is not None:
        first = (place for place, cells in enumerate(lines[:_LOOK_FOR_HEADING]) if is_heading(cells))
        start = next(first, 0)
    if start >= len(lines):
        return
    heading = _unique(lines[start])
    for cells in lines[start + 1 :]:
        record = dict(zip(heading, cells, strict=False))
        if any(cell.strip() for cell in cells[len(heading) :]):
            record[RAGGED] = " ".join(cells[len(heading) :])
        yield record


def _unique(names: list[str]) -> list[str]:
    seen: dict[str, int] = {}
    found = []
    for name in names:
        plain = name.strip().lstrip("\ufeff")
        seen[plain] = seen.get(plain, 0) + 1
        found.append(plain if seen[plain] == 1 else f"{plain} ({seen[plain]})")
    return found
