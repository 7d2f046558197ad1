"""An advice as lines for the client: what the leaflet, the voice and the plain text say."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from wor_match.explain.address import Address, addressed
from wor_match.explain.line import Line
from wor_match.explain.lines import as_lines
from wor_match.explain.sentences import phrase
from wor_match.explain.wording.table import Language, wording
from wor_match.query.needs import speaks_of_complaint

if TYPE_CHECKING:
    from wor_match.advice import Advice


def client_lines(advice: Advice, language: Language, address: Address) -> list[Line]:
    """What a client reads: own words that name a complaint are left out, and so is a label with nothing under it."""
    lines = as_lines(advice, language, "client")
    told = [line for line in lines if not (line.own and names_health(line.text, language))]
    kept = [
        line
        for line, after in zip(told, [*told[1:], None], strict=True)
        if line.role != "label" or (after is not None and after.role == "point")
    ]
    ours = {phrase(name, language, "client") for name in ("home_visit", "online", "by_appointment")}
    return [
        replace(line, text=addressed(line.text, language, address)) if line.own or line.text in ours else line
        for line in kept
    ]


def names_health(text: str, language: Language = "nl") -> bool:
    """Whether someone's own words in a text name a complaint.

    >>> names_health("Dit past bij wat u graag wilt: ‘minder somber zijn’."), names_health("U kunt ‘zingen’.")
    (True, False)
    """
    opening, closing = (re.escape(mark) for mark in wording(language).grammar.quotes)
    said = re.findall(rf"{opening}(.*?){closing}(?!\w)", text)
    return any(speaks_of_complaint(one) for one in said)
