"""Lines as HTML: sections of an advice, and what stands in one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import groupby

from wor_match.explain.card.safe import esc, linked
from wor_match.explain.line import Line

_OPENS = ("title", "banner", "heading", "suggestion", "remark")


@dataclass(slots=True)
class Section:
    """Lines that belong together.

    Parameters
    ----------
    head : Line
        What opens it: a title, banner, heading, the name of a suggestion, or a paragraph of its own.
    lines : list of Line
        What stands under it.
    """

    head: Line
    lines: list[Line] = field(default_factory=list)


def sections(lines: Iterable[Line]) -> list[Section]:
    """Lines in sections; what comes before the first opening makes a section of its own."""
    found: list[Section] = []
    for line in lines:
        if line.role in _OPENS or not found:
            found.append(Section(line))
        else:
            found[-1].lines.append(line)
    return found


def body(lines: Iterable[Line], level: int, links: Mapping[str, str] | None = None) -> str:
    """What stands in a section; labels become headings of this level."""
    found, parts = links or {}, []
    for role, group in groupby(lines, key=lambda line: line.role):
        told = list(group)
        if role == "fact":
            parts.append(f"<dl>{''.join(_fact(line, found) for line in told)}</dl>")
        elif role == "point":
            parts.append(f"<ul>{''.join(f'<li>{linked(line.text, found)}</li>' for line in told)}</ul>")
        else:
            parts += [_one(line, level, found) for line in told]
    return "".join(parts)


def _fact(line: Line, found: Mapping[str, str]) -> str:
    return f"<div><dt>{esc(line.label)}</dt><dd>{linked(line.text, found)}</dd></div>"


def _one(line: Line, level: int, found: Mapping[str, str]) -> str:
    if line.role in ("label", "heading"):
        kind = f' class="{esc(line.name)}"' if line.name else ""
        return f"<h{level}{kind}>{linked(line.text.rstrip(':'), found)}</h{level}>"
    if line.role == "banner":
        return f'<p class="banner"><strong>{esc(line.text)}</strong></p>'
    kind = ' class="note"' if line.role == "note" else ""
    return f"<p{kind}>{linked(line.text, found)}</p>"
