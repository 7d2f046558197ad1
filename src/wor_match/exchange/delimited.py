"""CSV as people save it: any of four separators, a heading that may stand lower, rows that are too long."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from wor_match.exchange.files import refuse
from wor_match.exchange.report import Collector

SEPARATORS = (",", ";", "\t", "|")
#: A cell that is longer than this is refused by Python's own reader; 10 MB descriptions do occur.
_LONGEST_CELL = 200_000_000
_LOOK_FOR_HEADING = 10
#: Lines of one row in a file with a quotation mark too many.
_LONGEST_ROW = 1000
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
    name: str,
    text: str,
    is_heading: Callable[[list[str]], bool] | None = None,
    separator: str | None = None,
    collector: Collector | None = None,
) -> list[dict[str, str]]:
    """Read rows as dicts by heading. ``is_heading`` tells a heading that stands below a few lines of title.

    Parameters
    ----------
    collector : Collector, optional
        Is told when quotation marks had to be mended.

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
    sign = separator or separator_of(text)
    try:
        lines = _filled(_reader(text, sign))
        if _is_broken(text, lines, sign):
            # A quotation mark that is never closed makes one cell of what follows, up to the next one or the end.
            lines = _filled(_with_odd_quotes(text, sign))
            if collector is not None:
                collector.note(name, "(file)", "quote_unclosed")
    except csv.Error:
        refuse(name, "not_csv", "must be CSV with a heading and one row a record")
    finally:
        csv.field_size_limit(limit)
    return list(as_records(lines, is_heading))


def _reader(text: str, separator: str, **how: Any) -> Iterator[list[str]]:
    return csv.reader(io.StringIO(text, newline=""), delimiter=separator, skipinitialspace=separator != "\t", **how)


def _filled(rows: Iterable[list[str]]) -> list[list[str]]:
    return [cells for cells in rows if any(cell.strip() for cell in cells)]


def _is_broken(text: str, lines: list[list[str]], separator: str) -> bool:
    """Whether a quotation mark is never closed, or not where its cell ends; a cell may well hold lines of its own."""
    if '"' not in text:
        return False
    try:
        for _ in _reader(text, separator, strict=True):
            pass
    except csv.Error as error:
        return "end of data" in str(error) or _swallowed(lines, separator, 0)
    return _swallowed(lines, separator, len(lines[0]) if lines else 0)


def _swallowed(lines: list[list[str]], separator: str, whole: int) -> bool:
    """Whether a cell holds lines that look like records themselves: as many separators, or as many as its row lacks.

    A row of ``whole`` cells lacks none.
    """
    if len(lines) < 2:
        return False
    width = len(lines[0]) - 1
    rows = [cells for cells in lines[1:] if len(cells) != whole]
    return width > 0 and any(_holds_records(cell, separator, width) for cells in rows for cell in cells)


def _holds_records(cell: str, separator: str, width: int) -> bool:
    """Whether most whole lines within a cell have the separators of a record; the last line may be a piece of one."""
    inner = cell.splitlines()[1:] if "\n" in cell or "\r" in cell else []
    whole = inner[:-1] if len(inner) > 1 else inner
    alike = sum(line.count(separator) >= width for line in whole)
    return bool(whole) and 2 * alike > len(whole)


def _with_odd_quotes(text: str, separator: str) -> list[list[str]]:
    """Rows of a text with a quotation mark that is never closed: a line that has an odd one is read without quotes.

    A cell with lines of its own is kept when it is closed before it holds records.
    """
    found: list[list[str]] = []
    lines = list(io.StringIO(text, newline=""))
    width = next((line.count(separator) for line in lines if line.strip()), 0)
    start = 0
    while start < len(lines):
        cells, count = _row_at(lines, start, separator, width)
        found.append(cells)
        start += count
    return found


def _row_at(lines: list[str], start: int, separator: str, width: int) -> tuple[list[str], int]:
    """The row that begins at a line, and how many lines it takes."""
    quotes = 0
    for count, line in enumerate(lines[start : start + _LONGEST_ROW], start=1):
        if count > 1 and line.count(separator) >= width > 0:
            break
        quotes += line.count('"')
        if quotes % 2 == 0:
            whole = "".join(lines[start : start + count])
            return next(_reader(whole, separator), []), count
    row = next(csv.reader([lines[start]], delimiter=separator, quoting=csv.QUOTE_NONE), [])
    return [_without_quotes(cell) for cell in row], 1


def _without_quotes(cell: str) -> str:
    plain = cell.strip()
    return plain[1:].removesuffix('"') if plain.startswith('"') else cell


def as_records(
    lines: list[list[str]], is_heading: Callable[[list[str]], bool] | None = None
) -> Iterator[dict[str, str]]:
    """Turn lines of cells into records; a column name that stands twice gets a number."""
    start = 0
    if is_heading is not None:
        found = [place for place, cells in enumerate(lines[:_LOOK_FOR_HEADING]) if is_heading(cells)]
        # One cell alone above a table ("Activiteiten 2026") is the title of the sheet.
        several = [place for place in found if sum(bool(cell.strip()) for cell in lines[place]) > 1]
        start = next(iter(several or found), 0)
    if start >= len(lines):
        return
    heading = without_doubles(lines[start])
    for cells in lines[start + 1 :]:
        record = dict(zip(heading, cells, strict=False))
        if any(cell.strip() for cell in cells[len(heading) :]):
            record[RAGGED] = " ".join(cells[len(heading) :])
        yield record


def without_doubles(names: list[str]) -> list[str]:
    """Column names, with a number behind one that stands there again.

    >>> without_doubles(["titel", "dag", "dag"])
    ['titel', 'dag', 'dag (2)']
    """
    seen: dict[str, int] = {}
    found = []
    for name in names:
        plain = name.strip().lstrip("\ufeff")
        seen[plain] = seen.get(plain, 0) + 1
        found.append(plain if seen[plain] == 1 else f"{plain} ({seen[plain]})")
    return found
