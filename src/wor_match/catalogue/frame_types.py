"""Which pandas dtype a column of a frame has: never ``object``, and what is not told is missing, not false or zero."""

from __future__ import annotations

from datetime import date
from enum import Enum
from types import UnionType
from typing import TYPE_CHECKING, Any, Literal, Union, get_args, get_origin

import numpy as np

if TYPE_CHECKING:
    import pandas as pd

_BY_TYPE = {bool: "boolean", int: "Int64", float: "Float64", date: "datetime64[s]", str: "string"}


def dtype_of(annotation: Any) -> str | tuple[str, ...]:
    """The dtype for a field's annotation; a tuple holds the categories of a category.

    Lists and objects stand in a frame as JSON text, so they are strings too.

    Examples
    --------
    >>> dtype_of(int | None), dtype_of(bool), dtype_of(tuple[str, ...]), dtype_of(Literal["slow", "brisk"] | None)
    ('Int64', 'boolean', 'string', ('slow', 'brisk'))
    """
    is_optional = get_origin(annotation) in (UnionType, Union)
    kinds = [one for one in get_args(annotation) if one is not type(None)] if is_optional else [annotation]
    for kind in kinds:
        if get_origin(kind) is Literal:
            return tuple(str(one) for one in get_args(kind))
        if isinstance(kind, type) and issubclass(kind, Enum):
            return tuple(str(one.value) for one in kind)
    return _BY_TYPE.get(kinds[0], "string")


def series_of(cells: list[Any], dtype: str | tuple[str, ...]) -> pd.Series:
    """Cells of one column, None for missing, as a series of this dtype.

    Examples
    --------
    >>> series_of([1, None], "Int64").tolist()
    [1, <NA>]
    """
    import pandas as pd

    if isinstance(dtype, tuple):
        return pd.Series(pd.Categorical(cells, categories=list(dtype)))
    if dtype.startswith("datetime"):  # in seconds, as a date may lie beyond the year 2262
        return pd.Series(np.array([cell or "NaT" for cell in cells], dtype=dtype))
    return pd.Series(cells, dtype=dtype)
