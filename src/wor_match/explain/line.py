"""One line of an advice."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

#: title, banner (must not be missed), heading, suggestion (its name), fact (label and value), point (of a list, under
#: a label), note (small print), plain, remark (a paragraph of its own, outside any suggestion).
Role = Literal["title", "banner", "heading", "suggestion", "fact", "label", "point", "note", "plain", "remark"]


@dataclass(frozen=True, slots=True)
class Line:
    """One line.

    Parameters
    ----------
    role : str
        What it is, for whoever draws it.
    text : str
    label : str
        For a fact: its name ("Kosten").
    number : int
        For a suggestion: its rank.
    own : bool
        Whether the words are ours. False: as the directory has them, and no matter for a check on plain language.
    name : str
        For a label: which one ("call_provider"), so that a page can make it stand out.
    """

    role: Role
    text: str
    label: str = ""
    number: int = 0
    own: bool = True
    name: str = ""
