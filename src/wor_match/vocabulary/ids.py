"""Which ids a vocabulary table knows."""

from __future__ import annotations

from functools import cache

from wor_match.vocabulary.tables import read_table


@cache
def ids(table: str, column: str) -> frozenset[str]:
    """All values of one column of a vocabulary table.

    >>> "walking" in ids("themes", "theme")
    True
    """
    return frozenset(row[column] for row in read_table(table))
