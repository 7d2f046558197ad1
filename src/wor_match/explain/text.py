"""An advice as plain text for a terminal: lines in, a page of at most 90 columns out."""

from __future__ import annotations

import re
import textwrap
import unicodedata
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from wor_match.domain.visible import JOINERS, well_joined
from wor_match.explain.address import Address, addressing
from wor_match.explain.lines import Line, as_lines
from wor_match.explain.wording.table import Audience, Language

if TYPE_CHECKING:
    from wor_match.advice import Advice

WIDTH = 90
_LABEL_WIDTH = 10
#: A space that no line may break at: within a phone number, and after the euro sign.
_STAYS = "\N{NO-BREAK SPACE}"
_TOGETHER = re.compile(r"(?<=\d) (?=\d)|(?<=€) ")

#: Control and format characters, and what breaks a line or paragraph.
_UNSEEN = frozenset({"Cc", "Cf", "Zl", "Zp"})


def advice_text(
    advice: Advice, *, language: Language = "nl", audience: Audience = "coach", address: Address = "u"
) -> str:
    """The advice as text, wrapped at 90 columns.

    Parameters
    ----------
    language : {"nl", "en"}
    audience : {"coach", "client"}
        For a client: no scores, no safety signals, no health words.
    address : {"u", "je"}
        How a client is addressed in Dutch.
    """
    return page_of(as_lines(advice, addressing(language, address, audience), audience))


def page_of(lines: Iterable[Line], width: int = WIDTH) -> str:
    """Lines as text, wrapped."""
    return "\n".join(plain(line) for line in drawn(lines, width))


def plain(line: str) -> str:
    """A line without control characters and marks that turn the direction of text: none may reach a terminal."""
    return well_joined("".join(one for one in line if one in JOINERS or unicodedata.category(one) not in _UNSEEN))


def drawn(lines: Iterable[Line], width: int = WIDTH) -> Iterator[str]:
    """Lines of text. What stands under a suggestion is set in."""
    margin, before = "", ""
    for line in lines:
        if line.role in ("title", "banner", "heading", "remark"):
            margin = ""
        if _gap(before, line.role):
            yield ""
        if line.role == "suggestion":
            margin = "   "
            yield from _wrapped(f"{line.number}. {line.text}", "", "   ", width)
        else:
            yield from _one(line, margin, width)
        before = line.role


def _gap(before: str, role: str) -> bool:
    return bool(before) and (role in ("banner", "heading", "suggestion", "remark") or before in ("title", "banner"))


def _one(line: Line, margin: str, width: int) -> Iterator[str]:
    if line.role == "title":
        yield line.text
        yield "=" * min(len(line.text), width)
    elif line.role == "banner":
        yield "!" * width
        yield from _wrapped(line.text.upper(), "!! ", "!! ", width)
        yield "!" * width
    elif line.role == "heading":
        yield from _wrapped(line.text, "", "", width)
    elif line.role == "label":
        yield from _wrapped(line.text.rstrip(":") + ":", margin, margin, width)
    elif line.role == "fact":
        name = f"{line.label}: ".ljust(_LABEL_WIDTH)
        yield from _wrapped(line.text, margin + name, margin + " " * len(name), width)
    elif line.role == "point":
        yield from _wrapped(line.text, f"{margin}- ", f"{margin}  ", width)
    else:
        yield from _wrapped(line.text, margin, margin, width)


def _wrapped(text: str, first: str, rest: str, width: int) -> list[str]:
    """Wrapped text; phone numbers and amounts stay on one line."""
    whole = _TOGETHER.sub(_STAYS, text)
    wrapped = textwrap.wrap(
        whole, width, initial_indent=first, subsequent_indent=rest, break_long_words=False, break_on_hyphens=False
    )
    return [line.replace(_STAYS, " ") for line in wrapped] or [first.rstrip()]


def wrapped(text: str, width: int = WIDTH, margin: str = "") -> str:
    """A text of several lines, each wrapped; what stands under a point is set in.

    >>> print(wrapped("- een lange zin met veel woorden", width=20, margin="  "))
      - een lange zin
        met veel woorden
    """
    lines = []
    for line in text.splitlines():
        point = re.match(r"\s*(?:- |\d+\. )?", line)
        own = margin + (point[0] if point else "")
        lines += _wrapped(line[len(own) - len(margin) :], own, " " * len(own), width) if line.strip() else [""]
    return "\n".join(lines)
