"""The coach's card: safety first, then each suggestion with its bar, then why other things are not there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wor_match.explain.card.bars import bar, legend, patterns
from wor_match.explain.card.blocks import Section, body, sections
from wor_match.explain.card.page import page
from wor_match.explain.card.safe import esc, leading, links
from wor_match.explain.line import Line
from wor_match.explain.lines import as_lines
from wor_match.explain.lines_gates import gate_lines
from wor_match.explain.sentences import phrase
from wor_match.explain.wording.table import Language
from wor_match.vocabulary.tables import read_table

if TYPE_CHECKING:
    from wor_match.advice import Advice


def coach_card(advice: Advice, language: Language) -> str:
    """The card as a page."""
    title, *lines = as_lines(advice, language, "coach")
    count = len(list(gate_lines(advice.gates, language)))
    shown = sections(lines[count:])
    safety, told = _safety(advice, lines[:count], language), _suggestions(advice, shown, language)
    main = f"<main>{safety}{''.join(_before(shown))}{told}{''.join(_after(shown))}</main>"
    closing = "".join(_paragraph(one) for one in shown[-1:] if one.head.role == "remark")
    footer = f"<footer>{closing}</footer>" if closing else ""
    return page(title.text, language, ("base", "coach"), f"<header><h1>{esc(title.text)}</h1></header>{main}{footer}")


def _safety(advice: Advice, lines: list[Line], language: Language) -> str:
    if not lines:
        return ""
    phones = leading(part for row in read_table("contacts") for part in row["phone"].split(" of "))
    kind = "stop" if advice.is_stopped else "mind"
    head = f'<h2 id="safety">{esc(phrase("safety", language))}</h2>'
    return f'<section class="safety {kind}" aria-labelledby="safety">{head}{body(lines, 3, phones)}</section>'


def _before(shown: list[Section]) -> list[str]:
    """What was read in the client's words, above the suggestions."""
    first = next((n for n, one in enumerate(shown) if one.head.role == "suggestion"), 0)
    return [_open(one) for one in shown[:first]]


def _suggestions(advice: Advice, shown: list[Section], language: Language) -> str:
    told = [one for one in shown if one.head.role == "suggestion"]
    if not told:
        return ""
    cards = "".join(_suggestion(advice, one, language) for one in told)
    head = f'<h2 id="suggestions">{esc(phrase("suggestions", language))}</h2>'
    key = patterns() + legend(advice.suggestions, language)
    return f'<section aria-labelledby="suggestions">{head}{key}{cards}</section>'


def _suggestion(advice: Advice, shown: Section, language: Language) -> str:
    number = shown.head.number
    one = next(one for one in advice.suggestions if one.rank == number)
    phones = [str(step.params["phone"]) for step in one.first_step if step.params.get("phone")]
    found = {**links(one.activity.contact), **leading(phones)}
    cut = next((n for n, line in enumerate(shown.lines) if line.role == "label"), len(shown.lines))
    facts, rest = body(shown.lines[:cut], 4, found), body(shown.lines[cut:], 4, found)
    head = f'<h3 id="s{number}"><span class="rank">{number}.</span> {esc(shown.head.text)}</h3>'
    drawn = bar(one, advice.possible_milli, language)
    return f'<article aria-labelledby="s{number}">{head}{facts}{drawn}<div class="told">{rest}</div></article>'


def _after(shown: list[Section]) -> list[str]:
    """Remarks in sight, why other things fell out folded away; the last remark goes below the line."""
    last = max((n for n, one in enumerate(shown) if one.head.role == "suggestion"), default=-1)
    rest = shown[last + 1 :]
    if rest and rest[-1].head.role == "remark":
        rest = rest[:-1]
    remarks = [_paragraph(one) for one in rest if one.head.role != "heading"]
    return remarks + [_folded(one) for one in rest if one.head.role == "heading"]


def _paragraph(one: Section) -> str:
    return f'<p class="remark">{esc(one.head.text)}</p>{body(one.lines, 3)}'


def _open(one: Section) -> str:
    if one.head.role != "heading":
        return _paragraph(one)
    return f"<section><h2>{esc(one.head.text)}</h2>{body(one.lines, 3)}</section>"


def _folded(one: Section) -> str:
    return f'<details class="why-not"><summary>{esc(one.head.text)}</summary>{body(one.lines, 3)}</details>'
