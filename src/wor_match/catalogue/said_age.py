"""Which of the ages in an activity's words are of those whom it is for, and whether they are a rule."""

from __future__ import annotations

import re
from collections.abc import Sequence

from wor_match.catalogue.sentences import sentence_at
from wor_match.domain.clean import clean
from wor_match.text.facts import ProseFact

#: Words beside an age that make it a rule: in the same clause, for "vanaf 10.00 uur" is none.
_RULE = re.compile(r"\b(vanaf|alleen|uitsluitend|enkel|minimaal|minimum|t/m|tot en met|only|from age|aged)\b")
#: How far before an age words count that take it back.
_DENIAL = 60
_NOT_ONLY = re.compile(
    r"\b(?:niet (?:alleen|uitsluitend|enkel|slechts|per se|verplicht)|ook (?:\w+ )?voor|not (?:only|just)|also for)\b"
    r"[^.!?;]*$"
)
_DISCOUNT = re.compile(r"\b(?:korting|krijg\w* (?:\w+ )?korting|discount|betalen minder|betaalt minder)\b")
#: Who is younger may come as well.
_TOO = re.compile(r"\b(?:mag|mogen|kan|kunnen) ook\b|\bis ook welkom\b")
_CLAUSE_END = re.compile(r"[.!?;,:()\n]")
_CHILDREN = re.compile(r"kinder|kleinkind|peuter|kleuter|jeugd|leerling|scholier|\bchild|\bkids\b|pupils")
#: They come along, are looked after, or have hours of their own: then the others are grown up.
_BESIDE_GROWN_UPS = re.compile(
    r"\bmee\b|meespel|meedoen|meene|meebreng|opvang|oppas|speelhoek|onder begeleiding|samen met|volwassen|ouder[s ]"
    r"|moeder|vader|\bopa|\boma|jong en oud|iedereen|bring|welcome to join|adults|parents|together with"
)


def ages_said(title: str, prose: str, found: Sequence[ProseFact]) -> tuple[list[ProseFact], bool]:
    """The facts without the ages of children who come along, and whether an age is a rule.

    An age in the title is one. In running text it takes a word of a rule beside it: that many are over 70 is none.

    >>> from wor_match.text.facts import read_facts
    >>> texts = ("Inloop vanaf 10 uur. Veel bezoekers zijn 70+.", "Neem uw kleinkinderen van 4 t/m 12 jaar mee.")
    >>> for text in texts:
    ...     kept, is_rule = ages_said("Koffie", text, read_facts(f"Koffie. {text}"))
    ...     print([(one.fact, one.value) for one in kept], is_rule)
    [('age_min', 70)] False
    [] False
    """
    ages = [one for one in found if one.fact.startswith("age_")]
    if not ages:
        return list(found), False
    text, begins = clean(f"{title}. {prose}").lower(), len(clean(title))
    of_others = {id(one) for one in ages if one.start >= begins and _is_no_rule_of_theirs(text, one.start)}
    kept = [one for one in found if id(one) not in of_others]
    is_rule = any(
        one.start < begins
        or (_RULE.search(sentence_at(text, one.start, _CLAUSE_END)) and not _TOO.search(sentence_at(text, one.start)))
        for one in kept
        if one.fact.startswith("age_")
    )
    return kept, is_rule


def _is_no_rule_of_theirs(text: str, at: int) -> bool:
    """Whether the age is that of children who come along, of some among more ("niet alleen voor"), or of a discount."""
    sentence = sentence_at(text, at)
    before = text[max(at - _DENIAL, 0) : at]
    return _is_of_children(sentence) or bool(_NOT_ONLY.search(before)) or bool(_DISCOUNT.search(sentence))


def _is_of_children(sentence: str) -> bool:
    return bool(_CHILDREN.search(sentence) and _BESIDE_GROWN_UPS.search(sentence))
