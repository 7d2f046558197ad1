"""Numbers as directories write them: "12", "12,5", " 4.0 ", 12.0; never nan or infinite."""

from __future__ import annotations

import math
import re

_NUMBER = re.compile(r"[+-]?\d{1,15}(?:[.,]\d{1,15})?(?:e[+-]?\d{1,2})?", re.IGNORECASE)


def read_number(value: object) -> float | None:
    """Read one number; None if it is not one.

    Examples
    --------
    >>> read_number("52,09"), read_number(" 4 "), read_number("nan"), read_number(True), read_number("4 keer")
    (52.09, 4.0, None, None, None)
    """
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        try:
            number = float(value)
        except OverflowError:
            return None
        return number if math.isfinite(number) else None
    text = str(value).strip()
    return float(text.replace(",", ".")) if _NUMBER.fullmatch(text) else None


def read_whole(value: object) -> int | None:
    """Read one whole number; "12.0" is one, "12.5" is not.

    Examples
    --------
    >>> read_whole("12.0"), read_whole("12.5"), read_whole("ca. 12")
    (12, None, None)
    """
    number = read_number(value)
    return int(number) if number is not None and number == int(number) else None


def first_whole(text: str) -> int | None:
    """Read the first whole number in a text ("ongeveer 12 personen"); None if there is none.

    Examples
    --------
    >>> first_whole("ongeveer 12 personen"), first_whole("klein")
    (12, None)
    """
    match = re.search(r"(?<![\d.,-])\d{1,6}(?![\d]|[.,]\d)", text[:300])
    return int(match[0]) if match else None
