"""Read the word tables that ship with the package."""

import csv
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from io import StringIO
from types import MappingProxyType

Row = Mapping[str, str]

_HERE = "wor_match.vocabulary"


@cache
def read_table(name: str, package: str = _HERE) -> tuple[Row, ...]:
    """Return the rows of one shipped CSV table; they are read-only, since every caller shares them.

    Parameters
    ----------
    name : the table, with or without ``.csv``.
    package : the package that it lies in.

    Raises
    ------
    FileNotFoundError  if there is no such table.
    ValueError  if a row has more or fewer cells than the heading.

    Examples
    --------
    >>> read_table("themes")[0]["nl"]
    'wandelen'
    """
    stem = name.removesuffix(".csv")
    return _rows(files(package).joinpath(f"{stem}.csv"))


@cache
def read_tables(prefix: str, package: str = _HERE) -> tuple[Row, ...]:
    """Return the rows of all tables ``<prefix>_*.csv`` in order of name, as if they were one table.

    A long table is kept in parts, so that people can work on them side by side.

    Raises
    ------
    FileNotFoundError  if no table has this prefix.

    Examples
    --------
    >>> len(read_tables("theme_words")) > 1000
    True
    """
    names = sorted(
        entry.name
        for entry in files(package).iterdir()
        if entry.name.startswith(f"{prefix}_") and entry.name.endswith(".csv")
    )
    if not names:
        raise FileNotFoundError(f"no table {prefix}_*.csv in {package}")
    return tuple(row for name in names for row in read_table(name, package))


def _rows(path: Traversable) -> tuple[Row, ...]:
    """Return each row as a read-only mapping of heading to stripped cell."""
    reader = csv.reader(StringIO(path.read_text(encoding="utf-8")))
    heading = next(reader)
    return tuple(_row(heading, cells, path.name, reader.line_num) for cells in reader if any(cells))


def _row(heading: list[str], cells: list[str], name: str, line: int) -> Row:
    """Return one row, and refuse a ragged one: a forgotten quote shifts every later column."""
    if len(cells) != len(heading):
        raise ValueError(f"{name} line {line}: {len(cells)} cells, must be {len(heading)}")
    return MappingProxyType({column: cell.strip() for column, cell in zip(heading, cells, strict=True)})
