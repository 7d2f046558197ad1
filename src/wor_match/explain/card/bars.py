"""A stacked bar of contributions, drawn from the stored points, with a table that tells the same."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from wor_match.domain.records import Contribution
from wor_match.domain.suggestion import Suggestion
from wor_match.explain.card.safe import esc
from wor_match.explain.sentences import phrase
from wor_match.explain.wording.labels import label
from wor_match.explain.wording.table import Language, wording

#: Criteria that are drawn alike, in the order of the bar.
FAMILIES = {
    "wish": ("interest", "story", "identity", "purpose", "role", "dislikes", "earlier"),
    "practical": ("travel", "hours", "money", "places", "effort"),
    "courage": ("group", "side_by_side", "first_step"),
    "need": ("need", "evidence"),
    "sure": ("certainty", "freshness"),
    "other": (),
}
_FAMILY = {criterion: family for family, criteria in FAMILIES.items() for criterion in criteria}
_ORDER = {family: place for place, family in enumerate(FAMILIES)}
_WIDTH, _HEIGHT, _LINE = 600, 26, 33
#: What is drawn on a family's ground, so that the bar can be read without colour.
_MARKS = {
    "wish": "",
    "practical": '<path class="ink" d="M-2,2 l4,-4 M0,8 l8,-8 M6,10 l4,-4"/>',
    "courage": '<circle class="dot" cx="4" cy="4" r="1.8"/>',
    "need": '<path class="ink" d="M0,4 h8"/>',
    "sure": "",
    "other": '<path class="ink" d="M4,0 v8"/>',
}


def patterns() -> str:
    """What the bars of a page are filled with; stands in a page once."""
    made = (
        f'<pattern id="p-{family}" width="8" height="8" patternUnits="userSpaceOnUse">'
        f'<rect class="{family}" width="8" height="8"/>{mark}</pattern>'
        for family, mark in _MARKS.items()
    )
    return f'<svg class="defs" width="0" height="0" aria-hidden="true"><defs>{"".join(made)}</defs></svg>'


def legend(suggestions: Sequence[Suggestion], language: Language) -> str:
    """Which filling means what, for the families that occur."""
    used = {family(part) for one in suggestions for part in one.contributions}
    told = "".join(
        f'<li><svg viewBox="0 0 24 16" width="24" height="16" aria-hidden="true">'
        f'<rect class="part" x="1" y="1" width="22" height="14" fill="url(#p-{name})"/></svg> '
        f"{esc(label('family', name, language))}</li>"
        for name in FAMILIES
        if name in used
    )
    title, doubt = phrase("bar_legend", language), phrase("bar_doubt", language)
    return f'<div class="legend"><p>{esc(title)}</p><ul>{told}</ul><p class="note">{esc(doubt)}</p></div>'


def family(part: Contribution) -> str:
    """The family of a criterion; one of a host's own has none."""
    return _FAMILY.get(part.criterion, "other")


def bar(one: Suggestion, possible_milli: int, language: Language) -> str:
    """The bar of a suggestion and, folded away, the table."""
    parts = sorted(one.contributions, key=lambda part: _ORDER[family(part)])
    whole = max(possible_milli, one.score_high_milli, 1)
    ends = [0, *accumulate(part.points_milli for part in parts)]
    drawn = "".join(
        f'<rect class="part" x="{_x(start, whole)}" y="1" width="{_x(part.points_milli, whole)}" '
        f'height="{_HEIGHT}" fill="url(#p-{family(part)})"/>'
        for part, start in zip(parts, ends, strict=False)
        if part.points_milli > 0
    )
    low, high = _x(one.score_low_milli, whole), _x(one.score_high_milli, whole)
    doubt = f"M{low},{_LINE} H{high} M{low},{_LINE - 3} v6 M{high},{_LINE - 3} v6"
    told = esc(_told(one, possible_milli, language))
    return (
        f'<svg class="bar" role="img" viewBox="-2 0 {_WIDTH + 4} 38" aria-label="{told}">'
        f'<rect class="frame" x="0" y="1" width="{_WIDTH}" height="{_HEIGHT}"/>{drawn}'
        f'<path class="doubt" d="{doubt}"/></svg>{_table(one, language)}'
    )


def _x(milli: int, whole: int) -> str:
    return f"{milli * _WIDTH / whole:.1f}"


def _told(one: Suggestion, possible_milli: int, language: Language) -> str:
    """The bar in a sentence, most points first."""
    number = wording(language).grammar.number
    most = sorted((part for part in one.contributions if part.points_milli), key=lambda part: -part.points_milli)
    parts = tuple(f"{label('criterion', part.criterion, language)} {number(part.points)}" for part in most)
    return phrase("bar", language, points=round(one.score, 1), possible=round(possible_milli / 1000, 1), parts=parts)


def _table(one: Suggestion, language: Language) -> str:
    number = wording(language).grammar.number
    rows = [
        (
            label("criterion", part.criterion, language),
            part.points_milli,
            part.low_milli,
            part.high_milli,
            part.max_milli,
        )
        for part in one.contributions
    ]
    total = (
        phrase("bar_total", language), one.score_milli, one.score_low_milli, one.score_high_milli,
        sum(part.max_milli for part in one.contributions),
    )  # fmt: skip

    def row(cells: tuple[str, int, int, int, int]) -> str:
        name, points, low, high, most = cells
        span = number(low / 1000) if low == high else f"{number(low / 1000)} - {number(high / 1000)}"
        told = "".join(f"<td>{text}</td>" for text in (number(points / 1000), span, number(most / 1000)))
        return f'<tr><th scope="row">{esc(name)}</th>{told}</tr>'

    told = "".join(map(row, rows))
    return f"{_table_head(language)}<tbody>{told}</tbody><tfoot>{row(total)}</tfoot></table></details>"


def _table_head(language: Language) -> str:
    names = ("bar_criterion", "bar_points", "bar_range", "bar_possible")
    heads = "".join(f'<th scope="col">{esc(phrase(name, language))}</th>' for name in names)
    summary = esc(phrase("bar_table", language))
    return f'<details class="points"><summary>{summary}</summary><table><thead><tr>{heads}</tr></thead>'
