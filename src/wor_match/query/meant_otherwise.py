"""What only sounds like a trouble: "verslaafd aan breien", debts that are paid off, "behandeld als een kind"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from wor_match.query.no_answer import theme_hits
from wor_match.text.phrases import Hit
from wor_match.text.reading import Reading

_HOOKED = re.compile(r"\b(?:verslaafd aan|verslaving aan|addicted to)\b")
#: What people are hooked on in earnest.
_IN_EARNEST = frozenset(("gaming", "bingo", "card_games", "billiards", "addiction_recovery", "food", "mental_peers"))
_HOOKED_KEYS = frozenset(("addiction", "addiction_recovery"))
_DEBT_KEYS = frozenset(("debts", "low_income", "money_worries"))
_DEBT = re.compile(r"\b(?:schuld\w*|achterstand\w*|lening\w*|debts?|arrears)\b")
_SOLVED = re.compile(
    r"(?<!niet )(?<!nog )(?<!bijna )(?<!deels )(?<!not )"
    r"\b(?:opgelost|afbetaald|afgelost|kwijtgescholden|schuldenvrij|paid off|solved|cleared|debt[- ]free)\b"
    r"|\bschulden zijn (?:nu |gelukkig |eindelijk )*(?:weg|voorbij)\b"
)


def is_meant_otherwise(hit: Hit, sentence: Reading) -> bool:
    """Whether a trouble is named in play, or is over.

    Examples
    --------
    >>> from wor_match.text.reading import reading
    >>> read = reading("Ik ben verslaafd aan breien")
    >>> is_meant_otherwise(Hit("addiction", "verslaafd", 1.0, 2, 3, True, False), read)
    True
    >>> read = reading("Ik ben verslaafd aan drank, en brei")
    >>> is_meant_otherwise(Hit("addiction", "verslaafd", 1.0, 2, 3, True, False), read)
    False
    """
    if hit.key in _HOOKED_KEYS:
        return _is_fond(hit, sentence)
    if hit.key in _DEBT_KEYS:
        text = sentence.text.lower()
        return bool(_DEBT.search(text)) and bool(_SOLVED.search(text))
    return hit.key == "parent_young_children" and _is_compared(hit.start_word, sentence.words)


def _is_compared(place: int, said: Sequence[str]) -> bool:
    """Whether it is what somebody is treated like: "als een (klein) kind"."""
    before = [word for word in said[max(0, place - 3) : place] if word not in ("klein", "little")]
    return before[-2:] in (["als", "een"], ["like", "a"]) or before[-1:] == ["als"]


def _is_fond(hit: Hit, sentence: Reading) -> bool:
    """Whether what stands right behind "verslaafd aan" is a pastime."""
    if not _HOOKED.search(sentence.text.lower()):
        return False
    after = (
        sentence.words.index("aan", hit.start_word) + 1 if "aan" in sentence.words[hit.start_word :] else hit.end_word
    )
    named = {one.key for one in theme_hits(sentence) if one.start_word == after and one.exact}
    return bool(named) and named.isdisjoint(_IN_EARNEST)
