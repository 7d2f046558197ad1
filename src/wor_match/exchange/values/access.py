"""Accessibility in a sentence: "Rolstoeltoegankelijk, ringleiding aanwezig", "Handicap accessible"."""

from __future__ import annotations

import re

_FEATURES: tuple[tuple[str, str], ...] = (
    (
        "step_free",
        r"rolstoel|wheelchair|handicap(?:ped)?[- ]accessible|drempelvrij|drempelloos"
        r"|gelijkvloers"
        r"|zonder (?:trap|drempel)"
        r"|step[- ]?free|level access|\bramp\b"
        r"|toegankelijk voor (?:rolstoel|iedereen|minder ?validen)|wheelchair_entrance",
    ),
    (
        "accessible_toilet",
        r"(?:invaliden|aangepast|mindervaliden|rolstoel|toegankelijk)\w* ?(?:toilet|wc|sanitair)"
        r"|accessible (?:toilet|restroom)|disabled toilet",
    ),
    ("hearing_loop", r"ringleiding|(?:hearing|induction) loop|hoorlus|t-coil"),
    ("quiet_space", r"prikkelarm\w*|rustige? ruimte|stilteruimte|quiet (?:space|room)"),
    ("parking", r"parke(?:er|ren)\w*|parking|car park"),
)
_PATTERNS = tuple((name, re.compile(pattern)) for name, pattern in _FEATURES)
_NOT_BEFORE = re.compile(r"(?:\b(?:geen|niet|no|not|without|zonder|nog geen)\b)[^,.;]{0,25}$")
_NOT_AFTER = re.compile(
    r"^\w*[^,.;\w]{0,3}(?:is |zijn )?(?:niet|geen|nee|no\b|not)\b"
    r"|^\w*[^,.;]{0,15}(?:niet (?:aanwezig|mogelijk|toegankelijk)|not available)"
)
_UNKNOWN = re.compile(r"\W*(?:onbekend|unknown|n\.?v\.?t\.?|n/?a|nan|null|none)?\W*")


def read_access(text: str) -> tuple[dict[str, bool], tuple[str, ...]]:
    """Read what a place has, by name of :class:`wor_match.domain.place.Access`; what is not told is not in it.

    Examples
    --------
    >>> read_access("Handicap accessible")
    ({'step_free': True}, ())
    >>> read_access("Niet rolstoeltoegankelijk; ringleiding aanwezig")[0]
    {'step_free': False, 'hearing_loop': True}
    >>> read_access("Bel voor informatie")
    ({}, ('text_unread',))
    """
    plain = " ".join(text[:2000].lower().split())
    if _UNKNOWN.fullmatch(plain):
        return {}, ()
    found = {}
    for name, pattern in _PATTERNS:
        if match := pattern.search(plain):
            before, after = plain[: match.start()], plain[match.end() :]
            found[name] = not (_NOT_BEFORE.search(before[-40:]) or _NOT_AFTER.search(after[:40]))
    return found, (() if found else ("text_unread",))
