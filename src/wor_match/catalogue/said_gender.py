"""Whether a group is for one gender, as its own words say: by a rule, by a name, and who is welcome besides.

A rule ("alleen voor vrouwen", "geen mannen") is firm. A name ("vrouwengroep", a title with "voor dames") gives way to
what the text adds: the others are welcome too, or everybody is. Where it cannot be told which of the two holds, it is
disputed, and so becomes a question.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from wor_match.catalogue.sentences import sentence_at
from wor_match.domain.clean import clean
from wor_match.text.facts import ProseFact
from wor_match.vocabulary.enums import GroupGender

#: In a title "for ladies" is a name; in running text it may be an aside. "Especially" or "also for men" is neither.
_FOR_WHOM = re.compile(
    r"(?<!vooral )(?<!met name )(?<!m\.n\. )(?<!hoofdzakelijk )(?<!ook )(?<!niet alleen )(?<!niet enkel )"
    r"\bvoor (vrouwen|dames|mannen|heren)\b(?!\s*[,/&+]|\s(?:en|of|als|maar)\s)"
)
_WHO = {"vrouwen": "women", "dames": "women", "mannen": "men", "heren": "men"}
_OTHER = {"women": "men", "men": "women"}
_MIXED = GroupGender.MIXED.value
_IN_DOUBT = (None, True)

#: The fact that a group is for one gender.
GENDER_RULE = "gender_rule"


#: A sentence with one of these names another group, a part of the offer, or people who do something for it.
_ASIDE = re.compile(
    r"\b(?:werken|werkt|balie|dacht|vertelt|lid zijn|betalen minder|organiseren|organiseert|tot vorig jaar"
    r"|tot voor kort|vroeger|voorheen|gemengde?|naast|aparte?|tafel|ruimte|kleedkamers?|douches?|begeleid\w+|leiding"
    r"|docent\w*|vrijwilligers"
    r"|samenwerk\w*|(?:gekookt|gemaakt|georganiseerd|verzorgd|geleid) door|onderhoud\w*|andere groep|ook een|ook nog"
    r"|(?:is|zijn) er (?:nu |ook |een |aparte )|er (?:is|zijn) (?:nu|ook|een|aparte)|hebben (?:we|wij|ook)"
    r"|(?:we|wij) hebben|mixed|besides|separate)\b"
)
_MIXED_TOO = re.compile(r"\b(?:gemengde?|mixed)\b")


def in_passing(title: str, prose: str, found: Sequence[ProseFact]) -> bool:
    """Whether a gender is named in the prose only, where another group, a part of it or a helper may be meant.

    >>> from wor_match.text.facts import read_facts
    >>> texts = "Alleen voor vrouwen.", "Naast ons is er een vrouwengroep."
    >>> [in_passing("Koor", text, read_facts(f"Koor. {text}")) for text in texts]
    [False, True]
    """
    text = clean(f"{title}. {prose}").lower()
    begins = len(clean(title))
    named = [one for one in found if one.fact in (GENDER_RULE, "gender_named")]
    if not named or any(one.start < begins for one in named):
        return False
    if _MIXED_TOO.search(text, begins):
        return True
    return all(_ASIDE.search(sentence_at(text, one.start)) for one in named)


def gender_said(title: str, found: Sequence[ProseFact]) -> tuple[str | None, bool]:
    """For whom a group is by its title and the facts that were read in its words, and whether that is disputed.

    >>> from wor_match.text.facts import read_facts
    >>> [gender_said("", read_facts(text)) for text in ("Vrouwengroep, ook mannen welkom", "Vrouwengroep")]
    [('mixed', False), ('women', False)]
    """
    rules = _values(found, GENDER_RULE)
    named = _values(found, "gender_named") | {_WHO[who[1]] for who in _FOR_WHOM.finditer(title.lower())}
    also = _values(found, "also_welcome")
    if len(rules or named) > 1:
        return _IN_DOUBT
    for one in rules:
        return _IN_DOUBT if _OTHER[one] in also else (one, False)
    for one in named:
        if _OTHER[one] in also:
            return (_MIXED, False)
        is_open = _values(found, "open_to_all") or _OTHER[one] in _values(found, "welcome")
        return _IN_DOUBT if is_open else (one, False)
    return (_MIXED if also else None, False)


def _values(found: Sequence[ProseFact], fact: str) -> frozenset[str]:
    return frozenset(str(one.value) for one in found if one.fact == fact)
