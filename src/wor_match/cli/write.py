"""Where answers and errors go."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import Any

from wor_match.errors import InputError, Problem

OK, PROBLEMS, UNUSABLE = 0, 1, 2


def write(text: str, file: str | None) -> None:
    """Write to a file, or to the screen.

    Raises
    ------
    InputError
        If the file cannot be written.
    """
    if file is None:
        print(text)
        return
    try:
        Path(file).write_text(text.rstrip("\n") + "\n", encoding="utf-8")
    except OSError as error:
        raise unusable(file, "--output", (error.strerror or "cannot be written").lower()) from None


def as_json(value: Any) -> str:
    """JSON for people and programs."""
    return json.dumps(value, ensure_ascii=False, indent=2)


def warn(text: str) -> None:
    """Tell on the side what went wrong."""
    print(f"wor-match: {text}", file=sys.stderr)


def exit_code(good: int, asked: int) -> int:
    """All, some or none of the clients could be answered."""
    return OK if good == asked else (PROBLEMS if good else UNUSABLE)


def unusable(what: str, field: str, must_be: str) -> InputError:
    """The error that something cannot be used."""
    return InputError(what, [Problem(field, "unusable", must_be)])


def write_utf8() -> None:
    """Write UTF-8 whatever the locale says."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
