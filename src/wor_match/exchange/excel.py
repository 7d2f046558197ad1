"""Excel workbooks: every sheet that has a column with titles. Needs the extra "excel" (openpyxl)."""

from __future__ import annotations

import io
import warnings
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime, time

from wor_match.errors import FormatError, MissingExtraError
from wor_match.exchange.delimited import as_records
from wor_match.exchange.excel_shape import Shape, shapes
from wor_match.exchange.files import refuse

#: Of a sheet; as many rows as Excel itself has.
_MOST_ROWS, _MOST_CELLS = 1_048_576, 50_000_000
#: Stands for the value of a formula that was never worked out, as Excel has its own words for one that failed.
NOT_WORKED_OUT = "#FORMULA!"


def workbook_rows(
    name: str, data: bytes, is_heading: Callable[[list[str]], bool]
) -> tuple[list[dict[str, str]], list[str]]:
    """Records of all sheets with a title column, and the names of the sheets without one.

    Raises
    ------
    MissingExtraError
        If openpyxl is not installed.
    FormatError
        If the workbook cannot be read.
    """
    try:
        import openpyxl
    except ImportError:
        raise MissingExtraError("reading Excel files", "excel") from None
    rows: list[dict[str, str]] = []
    unread: list[str] = []
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl warns of styles and validations, which we do not read
            book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
            seen = shapes(data)
            for sheet in book.worksheets:
                sheet.reset_dimensions()  # what a sheet says of its own size may be of an earlier day
                shape = seen.get(sheet.title, Shape())
                lines = list(_lines(name, sheet.iter_rows(values_only=True), shape, is_heading))
                if any(is_heading(cells) for cells in lines[:10]):
                    rows += list(as_records(lines, is_heading))
                elif lines:
                    unread.append(sheet.title)
            book.close()
    except FormatError:
        raise
    except Exception:  # noqa: BLE001 - openpyxl raises whatever the broken part of the file makes it raise
        refuse(name, "not_excel", "must be a whole Excel workbook (.xlsx)")
    return rows, unread


def _lines(
    name: str, rows: Iterable[tuple[object, ...]], shape: Shape, is_heading: Callable[[list[str]], bool]
) -> Iterator[list[str]]:
    """The rows that hold something, as text. A few bytes can claim billions of empty rows or cells: these are counted.

    What stands in a cell that is merged over rows below the heading counts for each of these rows that holds anything.

    Raises
    ------
    FormatError
        If there are more than any directory has.
    """
    cells = 0
    begins = {(first, column): last for column, first, last in shape.merged}
    open_merges: dict[int, tuple[int, str]] = {}
    is_below = False
    for number, row in enumerate(rows, 1):
        cells += len(row)
        if number > _MOST_ROWS or cells > _MOST_CELLS:
            refuse(name, "too_large", f"must have at most {_MOST_ROWS} rows and {_MOST_CELLS} cells on a sheet")
        width = max((place for place, cell in enumerate(row, 1) if cell is not None), default=0)
        line = [_text(cell) for cell in row[:width]]
        for column in shape.unknown.get(number, ()):
            line = _put(line, column, NOT_WORKED_OUT)
        if not any(cell.strip() for cell in line):
            continue
        if is_below:
            open_merges = {column: one for column, one in open_merges.items() if number <= one[0]}
            for column, (_, text) in open_merges.items():
                line = _put(line, column, text)
            for column, cell in enumerate(line):
                if (last := begins.get((number, column), 0)) > number and cell.strip():
                    open_merges[column] = (last, cell)
        is_below = is_below or is_heading(line)
        yield line


def _put(line: list[str], column: int, text: str) -> list[str]:
    """The line with a text in an empty cell; what stands there stays."""
    longer = line + [""] * (column + 1 - len(line))
    return longer if longer[column].strip() else [*longer[:column], text, *longer[column + 1 :]]


def _text(cell: object) -> str:
    """A cell as text: whole numbers without a decimal, dates and times in ISO form."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "ja" if cell else "nee"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time(0) else cell.isoformat(sep=" ")
    if isinstance(cell, date):
        return cell.isoformat()
    return cell.isoformat("minutes") if isinstance(cell, time) else str(cell)
