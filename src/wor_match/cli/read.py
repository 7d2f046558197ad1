"""Files and options read into what the library takes."""

from __future__ import annotations

import argparse
import json
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from wor_match.cli.write import unusable, warn
from wor_match.errors import InputError, Problem

if TYPE_CHECKING:
    from wor_match.catalogue.catalogue import Catalogue
    from wor_match.domain.client import Client
    from wor_match.domain.profile import Profile
    from wor_match.domain.remedy import Remedy
    from wor_match.matcher import Matcher


def matcher(chosen: argparse.Namespace) -> Matcher:
    """The matcher of the catalogue, profile and date that were chosen."""
    from wor_match.matcher import Matcher

    found = catalogue(chosen.catalogue)
    table = remedies(getattr(chosen, "remedies", None))
    return Matcher(found, _profile(chosen.profile), as_of=_day(chosen.as_of), remedies=table)


def catalogue(file: str) -> Catalogue:
    """A directory."""
    from wor_match.exchange import read_catalogue

    path = Path(file)
    try:
        if not path.exists():
            raise unusable(file, "(file)", "does not exist")
        return read_catalogue(path)
    except OSError as error:
        raise unusable(file, "(file)", why(error)) from None


@dataclass(frozen=True, slots=True)
class Asked:
    """The clients of a file.

    Parameters
    ----------
    good : list of (int, Client)
        With their number in the file, from 1.
    refused : list of (int, InputError)
        Those that are no clients, with what is wrong.
    is_list : bool
        Whether the file holds a list.
    """

    good: list[tuple[int, Client]]
    refused: list[tuple[int, InputError]]
    is_list: bool

    def __len__(self) -> int:
        return len(self.good) + len(self.refused)


def clients(file: str) -> Asked:
    """The clients of a file; one that is none keeps the others from nothing, and is told on the side.

    Raises
    ------
    InputError
        If there is no client at all; it names what is wrong with each.
    """
    from wor_match.domain.client import Client

    found = _json(file)
    rows = found if isinstance(found, list) else [found]
    if not rows:
        raise unusable(file, "(whole)", "must hold at least one client")
    asked = Asked([], [], isinstance(found, list))
    for number, row in enumerate(rows, 1):
        try:
            asked.good.append((number, Client.model_validate(row)))
        except InputError as error:
            asked.refused.append((number, error))
    if not asked.good:
        raise InputError(file, [one for number, error in asked.refused for one in _of(error, number, asked.is_list)])
    for number, refusal in asked.refused:
        warn(f"{file}, client {number}: {refusal}")
    return asked


def _of(error: InputError, number: int, is_list: bool) -> list[Problem]:
    record = f"client {number}" if is_list else ""
    return [Problem(one.field, one.code, one.must_be, record) for one in error.problems]


def remedies(file: str | None) -> tuple[Remedy, ...]:
    """The local table of remedies.

    Raises
    ------
    InputError
        If it is no list of remedies; it names what is wrong with each.
    """
    from wor_match.domain.remedy import Remedy

    if file is None:
        return ()
    rows = _json(file)
    if not isinstance(rows, list):
        raise unusable(file, "(whole)", "must be a list of remedies")
    good, wrong = [], []
    for number, row in enumerate(rows, 1):
        try:
            good.append(Remedy.model_validate(row))
        except InputError as error:
            wrong += [replace(one, record=f"remedy {number}") for one in error.problems]
    if wrong:
        raise InputError(file, wrong)
    return tuple(good)


def why(error: OSError) -> str:
    """What went wrong with a file, in a few words."""
    return (error.strerror or "cannot be used").lower()


def _profile(file: str | None) -> Profile:
    from wor_match.domain.profile import Profile

    return Profile.default() if file is None else Profile.model_validate(_json(file))


def _json(file: str) -> Any:
    try:
        text = Path(file).read_text(encoding="utf-8-sig")
    except OSError as error:
        raise unusable(file, "(file)", why(error)) from None
    except UnicodeDecodeError:
        raise unusable(file, "(file)", "must be UTF-8 text") from None
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        where = f" (line {error.lineno})" if isinstance(error, json.JSONDecodeError) else ""
        raise unusable(file, "(file)", f"must be JSON{where}") from None


def _day(text: str | None) -> date:
    if text is None:
        return date.today()
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise unusable("options", "--as-of", "must be a date as YYYY-MM-DD") from None
