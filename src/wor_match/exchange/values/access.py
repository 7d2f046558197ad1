"""Accessibility in a sentence: "Rolstoeltoegankelijk, ringleiding aanwezig", "Handicap accessible"."""

from __future__ import annotations

import re

from wor_match.vocabulary.enums import Support

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
    (
        "assistance_dog",
        r"(?:hulp|assistentie|geleide)hond\w*|(?:assistance|guide|service)[- ](?:dogs?|animals?)|assistance_dog",
    ),
    (
        "public_transport_near",
        r"(?:bus|tram|metro)?halte (?:dichtbij|vlakbij|voor de deur|om de hoek|in de buurt|op loopafstand)"
        r"|(?<!slecht )(?<!moeilijk )(?:bereikbaar|te bereiken) (?:met|per) (?:het |de )?"
        r"(?:ov\b|openbaar vervoer|bus|tram)"
        r"|(?:near|close to) (?:an? |the )?(?:public transport|bus|tram|metro|station|train)"
        r"|bus stop|public_transport_near",
    ),
    ("sign_language", r"gebaren(?:taal|tolk)\w*|\bngt\b|sign[- _]language|\b(?:bsl|asl)\b"),
    (
        "visual_support",
        r"slechtziend\w*|\bblinden?\b|visuele (?:beperking|ondersteuning)|braille|groot(?:letter|schrift)|grote letters"
        r"|audiodescriptie|visual[- _]support|visual(?:ly)? impair\w*|partially sighted|large print|audio descri\w+",
    ),
)
#: Words of OpenActive's list of accessibility support, in its own terms and in Dutch.
_SUPPORT = (
    (Support.PHYSICAL, r"physical|lichamelijk|fysiek|motorisch|mobility"),
    (Support.VISUAL, r"visual|visueel|visuele|slechtziend|blind\b|blinden|\bsight"),
    (Support.HEARING, r"hearing|gehoor|auditief|auditieve|slechthorend|doven\b|\bdoof|\bdeaf"),
    (Support.LEARNING, r"learning|verstandelijk|leerproblemen|leerbeperking|\blvb\b"),
    (Support.MENTAL_HEALTH, r"mental|psychisch|psychiatrisch|\bggz\b"),
    (Support.SOCIAL_BEHAVIOURAL, r"social[- _/]?(?:and )?behaviou?r|behaviou?ral|gedrag|sociaal-emotioneel|autis"),
)
_SUPPORT_PATTERNS = tuple((support, re.compile(pattern)) for support, pattern in _SUPPORT)
_PATTERNS = tuple((name, re.compile(pattern)) for name, pattern in _FEATURES)
_NOT_BEFORE = re.compile(r"(?:\b(?:geen|niet|no|not|without|zonder|nog geen)\b)[^,.;]{0,25}$")
_NOT_AFTER = re.compile(
    r"^\w*[^,.;\w]{0,3}(?:is |zijn )?(?:niet|geen|nee|no\b|not)\b"
    r"|^\w*[^,.;]{0,15}(?:niet (?:aanwezig|mogelijk|toegankelijk)|not available)"
)
#: What is asked, half so or not known is neither yes nor no.
_DOUBT = (
    r"(?:onbekend|onduidelijk|(?:nog )?niet (?:zeker|duidelijk|bekend)|weet (?:ik )?niet|unknown|not (?:known|sure)"
    r"|navragen|vraag (?:het )?na|in overleg|deels|gedeeltelijk|beperkt|ten dele|niet (?:overal|helemaal|volledig)"
    r"|partly|partially|partial|limited|misschien|wellicht|nagaan|to be confirmed|tbc|tbd)"
)
_DOUBT_BEFORE = re.compile(
    rf"\b(?:{_DOUBT}|mogelijk)\b[^,.;]{{0,15}}$|\b(?:bel|vraag|check|informeer|ask)\b[^.;]{{0,25}}\b(?:of|if)\b[^.;]{{0,15}}$"
)
_DOUBT_AFTER = re.compile(
    rf"^\w*(?: (?:is|zijn|toegankelijk|aanwezig|access(?:ible)?))*(?:\s*\?|\s*[:=(–-]\s*(?:is |nog )?(?:{_DOUBT}\b|\?)"
    rf"| (?:is |zijn )?(?:nog )?{_DOUBT}\b)"
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
    is_doubtful = False
    for name, pattern in _PATTERNS:
        if match := pattern.search(plain):
            before, after = plain[: match.start()][-40:], plain[match.end() :][:40]
            if _DOUBT_BEFORE.search(before) or _DOUBT_AFTER.search(after):
                is_doubtful = True
            else:
                found[name] = not (_NOT_BEFORE.search(before) or _NOT_AFTER.search(after))
    return found, (() if found and not is_doubtful else ("text_unread",))


def read_support(text: str) -> tuple[tuple[Support, ...], tuple[str, ...]]:
    """Read for whom a provider says that it is fit: OpenActive's six words, also within JSON.

    Examples
    --------
    >>> read_support("Visual impairment; doven en slechthorenden")
    ((<Support.VISUAL: 'visual'>, <Support.HEARING: 'hearing'>), ())
    >>> read_support("iedereen")
    ((), ('text_unread',))
    """
    plain = " ".join(text[:2000].lower().split())
    if _UNKNOWN.fullmatch(plain):
        return (), ()
    found = tuple(support for support, pattern in _SUPPORT_PATTERNS if _is_told(pattern, plain))
    return found, (() if found else ("text_unread",))


def _is_told(pattern: re.Pattern[str], plain: str) -> bool:
    match = pattern.search(plain)
    return match is not None and not _NOT_BEFORE.search(plain[: match.start()][-40:])
