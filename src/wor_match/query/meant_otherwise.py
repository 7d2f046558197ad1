"""What only sounds like a trouble: "verslaafd aan breien", debts that are paid off, helping at the food bank."""

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
_SOFT = re.compile(r"\b(?:koffie|thee|bakkie|water|melk|karnemelk|sap|cappuccino|coffee|tea|milk)\b")
_STRONG = re.compile(
    r"\b(?:bier\w*|pils\w*|wijn\w*|borrel\w*|drank|alcohol\w*|jenever|whisky|wodka|rum|fles\w*|glazen|biertje|beer|wine)\b"
)
_DEBT_KEYS = frozenset(("debts", "low_income", "money_worries"))
_YOUNG = "parent_young_children"
_FALLS = frozenset(("fear_of_falling", "repeated_falls"))
#: "In een gat vallen", "in slaap gevallen": nobody lies on the floor.
_FALLEN = re.compile(
    r"\b(?:val|valt|viel|vielen|vallen|gevallen)\b[^.;]{0,20}"
    r"\b(?:gat|slaap|stil|uit elkaar|in herhaling|buiten de boot)\b"
    r"|\b(?:gat|slaap|stil|uit elkaar|buiten de boot) (?:val|valt|viel|gevallen)\b"
)
_POOR_KEYS = frozenset(("low_budget", "low_income", "money_worries"))
#: Who works at the food bank, rather than needing it.
_GIVES = re.compile(
    r"\b(?:vrijwillig\w*|helpt?|hielp|geholpen|werkt?|werkte|sorteert?|sorteren|volunteer\w*|helps?)(?: \w+){0,2}"
    r" (?:bij|voor|in|op|at|for) (?:de |een |onze |the |a )?(?:voedselbank|kledingbank|food bank)\b"
    r"|\b(?:voedselbank|kledingbank|food bank)\b(?: \w+){0,3} (?:vrijwillig\w*|meehelpen|meegeholpen|volunteer\w*)\b"
)
_DEBT = re.compile(r"\b(?:schuld\w*|achterstand\w*|lening\w*|debts?|arrears)\b")
_SOLVED = re.compile(
    r"(?<!niet )(?<!nog )(?<!bijna )(?<!deels )(?<!not )"
    r"\b(?:opgelost|afbetaald|afgelost|kwijtgescholden|schuldenvrij|paid off|solved|cleared|debt[- ]free)\b"
    r"|\bschulden zijn (?:nu |gelukkig |eindelijk )*(?:weg|voorbij)\b"
)
_MAY_BE = _HOOKED_KEYS | _FALLS | _POOR_KEYS | _DEBT_KEYS | {_YOUNG}


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
    if hit.key not in _MAY_BE:
        return False
    if hit.key in _HOOKED_KEYS:
        return _is_fond(hit, sentence) or (hit.phrase.startswith("drink") and sentence.once(_is_soft))
    if hit.key in _FALLS:
        return sentence.once(_is_fallen)
    if hit.key in _POOR_KEYS and sentence.once(_is_given):
        return True
    if hit.key in _DEBT_KEYS:
        return sentence.once(_is_solved)
    return hit.key == _YOUNG and _is_compared(hit.start_word, sentence.words)


def _is_fallen(sentence: Reading) -> bool:
    return bool(_FALLEN.search(sentence.text.lower()))


def _is_given(sentence: Reading) -> bool:
    return bool(_GIVES.search(sentence.text.lower()))


def _is_solved(sentence: Reading) -> bool:
    text = sentence.text.lower()
    return bool(_DEBT.search(text)) and bool(_SOLVED.search(text))


def _is_soft(sentence: Reading) -> bool:
    """Whether it is coffee or tea that somebody drinks every day, and nothing else."""
    text = sentence.text.lower()
    return bool(_SOFT.search(text)) and not _STRONG.search(text)


def _is_compared(place: int, said: Sequence[str]) -> bool:
    """Whether it is what somebody is treated like: "als een (klein) kind"."""
    before = [word for word in said[max(0, place - 3) : place] if word not in ("klein", "little")]
    return before[-2:] in (["als", "een"], ["like", "a"]) or before[-1:] == ["als"]


def _is_hooked(sentence: Reading) -> bool:
    return bool(_HOOKED.search(sentence.text.lower()))


def _is_fond(hit: Hit, sentence: Reading) -> bool:
    """Whether what stands right behind "verslaafd aan" is a pastime."""
    if not sentence.once(_is_hooked):
        return False
    after = (
        sentence.words.index("aan", hit.start_word) + 1 if "aan" in sentence.words[hit.start_word :] else hit.end_word
    )
    named = {one.key for one in theme_hits(sentence) if one.start_word == after and one.exact}
    return bool(named) and named.isdisjoint(_IN_EARNEST)
