"""What a notebook shows of an advice: names and scores, nothing of the client. Notebooks get shared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wor_match.explain.card.safe import esc
from wor_match.explain.sentences import phrase

if TYPE_CHECKING:
    from wor_match.advice import Advice


def preview(advice: Advice) -> str:
    """A fragment of HTML. A stopped advice tells no more than where to look."""
    if advice.is_stopped:
        return f'<p lang="en">{esc(phrase("preview_stopped", "en"))}</p>'
    rows = "".join(
        f'<tr><td>{one.rank}</td><td style="text-align:left">{esc(one.activity.title)}</td>'
        f'<td style="text-align:left">{esc(one.activity.provider)}</td>'
        f'<td style="text-align:left">{esc(one.activity.id)}</td>'
        f"<td>{one.score:.1f}</td></tr>"
        for one in advice.suggestions
    )
    count = phrase("preview_title", "en", count=len(advice.suggestions))
    left = "".join(f'<th scope="col" style="text-align:left">{name}</th>' for name in ("title", "provider", "id"))
    heads = f'<tr><th scope="col">rank</th>{left}<th scope="col">score</th></tr>'
    return (
        f'<div lang="en"><table><caption>{esc(count)}</caption><thead>{heads}</thead>'
        f"<tbody>{rows}</tbody></table><p>{esc(phrase('preview_rest', 'en'))}</p></div>"
    )
