"""Excel workbooks: every sheet that has a column with titles. Needs the extra "excel" (openpyxl)."""

from __future__ import annotations

import io
import warnings
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime, time

from wor_match.errors import FormatError, MissingExtraError
from wor_match.exchange.delimited import as_records
from wor_match.exchange.files import refuse

#: Of a sheet; as many rows as Excel itself has.
_MOST_ROWS, _MOST_CELLS = 1_048_576, 50_000_000


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
            for sheet in book.worksheets:
                sheet.reset_dimensions()  # what a sheet says of its own size may be of an earlier day
                lines = list(_lines(name, sheet.iter_rows(values_only=True)))
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


def _lines(name: str, rows: Iterable[tuple[object, ...]]) -> Iterator[list[str]]:
    """The rows that hold something, as text. A few bytes can claim billions of empty rows or cells: these are counted.

    Raises
    ------
    FormatError
        If there are more than any directory has.
    """
    cells = 0
    for number, row in enumerate(rows):
        cells += len(row)
        if number >= _MOST_ROWS or cells > _MOST_CELLS:
            refuse(name, "too_large", f"must have at most {_MOST_ROWS} rows and {_MOST_CELLS} cells on a sheet")
        width = max((place for place, cell in enumerate(row, 1) if cell is not None), default=0)
        line = [_text(cell) for cell in row[:width]]
        if any(cell.strip() for cell in line):
            yield line


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
