"""The client's leaflet: large type, plain words, no scores, no health words, a text to read aloud."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from wor_match.explain.address import Address, addressing
from wor_match.explain.card.blocks import Section, body, sections
from wor_match.explain.card.page import page
from wor_match.explain.card.pictograms import checked, picture
from wor_match.explain.card.safe import esc, links
from wor_match.explain.line import Line
from wor_match.explain.lines import as_lines
from wor_match.explain.sentences import phrase
from wor_match.explain.text import plain
from wor_match.explain.wording.table import Language, wording

if TYPE_CHECKING:
    from wor_match.advice import Advice


def leaflet(advice: Advice, language: Language, address: Address, pictograms: Mapping[str, str] | None = None) -> str:
    """The leaflet as a page."""
    shown, language = checked(pictograms or {}), addressing(language, address)
    title, *lines = as_lines(advice, language, "client")
    told = sections(lines)
    ideas = "".join(_idea(advice, one, language, shown) for one in told if one.head.role == "suggestion")
    others = [one for one in told if one.head.role != "suggestion"]
    last = others.pop() if others and others[-1].head.role == "remark" else None  # who decides
    rest = "".join(_paragraph(one) for one in others)
    closing = f"<footer>{_paragraph(last)}</footer>" if last else ""
    aloud = "".join(f"<p>{esc(text)}</p>" for text in spoken([title, *lines], language))
    read = f'<details class="aloud"><summary>{esc(phrase("read_aloud", language, "client"))}</summary>{aloud}</details>'
    head = f"<header><h1>{esc(title.text)}</h1></header>"
    return page(title.text, language, ("base", "leaflet"), f"{head}<main>{ideas}{rest}{read}</main>{closing}")


def read_aloud(advice: Advice, language: Language, address: Address) -> str:
    """The leaflet as running text, for a voice."""
    language = addressing(language, address)
    return "\n\n".join(map(plain, spoken(list(as_lines(advice, language, "client")), language)))


def spoken(lines: list[Line], language: Language) -> Iterator[str]:
    """Paragraphs for a voice: one for each idea."""
    for one in sections(lines):
        said = [_spoken_head(one.head, language), *(_said(line, language) for line in one.lines)]
        yield " ".join(text for text in said if text)


def _spoken_head(line: Line, language: Language) -> str:
    if line.role != "suggestion":
        return _ended(line.text)
    return phrase("idea", language, "client", number=line.number, title=line.text)


def _said(line: Line, language: Language) -> str:
    text = f"{line.label}: {line.text}" if line.role == "fact" else line.text.rstrip(":")
    text = re.sub(r"€ (\d+(?:[.,]\d+)?)", r"\1 euro", text)
    until = wording(language).grammar.until
    text = re.sub(r"(?<=\d[.:]\d\d)-(?=\d{1,2}[.:]\d\d)", lambda _: until, text)
    return _ended(text[:1].upper() + text[1:])


def _ended(text: str) -> str:
    return text if not text or text[-1] in ".?!" else f"{text}."


def _idea(advice: Advice, shown: Section, language: Language, pictograms: Mapping[str, str]) -> str:
    number = shown.head.number
    one = next(one for one in advice.suggestions if one.rank == number)
    pick = phrase("pick", language, "client")
    return (
        f'<article aria-labelledby="s{number}"><div class="top">{picture(one, pictograms)}'
        f'<h2 id="s{number}">{number}. {esc(shown.head.text)}</h2></div>'
        f"{body(shown.lines, 3, links(one.activity.contact))}"
        f'<p class="pick"><span class="box" aria-hidden="true"></span>{esc(pick)}</p></article>'
    )


def _paragraph(one: Section) -> str:
    return f"<p>{esc(one.head.text)}</p>{body(one.lines, 2)}"
