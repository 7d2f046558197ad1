"""For whose residents something is: "alleen voor inwoners van Oss en Bernheze", "voor bewoners van het complex"."""

import re
from collections.abc import Iterator

from wor_match.text.found_fact import FoundFact
from wor_match.text.name_lists import NAMES, names_of

#: Between the names in the value of the fact.
SEPARATOR = ", "
_WHO = r"(?:inwoners|bewoners|buurtbewoners|wijkbewoners|huurders)"
_ONLY = re.compile(
    r"(?<!\w)(?<!niet )(?:alleen|uitsluitend|enkel|exclusief|bedoeld) (?:bestemd |toegankelijk )?voor "
    rf"(?:de |onze |alle )?{_WHO} (?:van|uit|in) "
)
_FOR = re.compile(r"(?:^|(?<=[.!?:;] ))voor (?:alle )?(?:inwoners|bewoners) (?:van|uit) ")
_OF_HOUSE = re.compile(r"(?<!\w)(?:voor|door) (?:de |onze )?bewoners van ")
_ENGLISH = re.compile(r"(?<!\w)(?:(?<!not )only for|(?<!only )for) residents of ")
#: What may stand before names; in small letters, for "De Bilt" is a name.
_BEFORE = re.compile(r"(?:(?:de|het|onze|the) )?(?:(?:wijk|wijken|buurt|buurten|gemeenten?|stad|dorp|dorpen|kernen) )?")
_NAMES = re.compile(NAMES)
_WIDER = re.compile(
    r"[, ]*(?:(?:en|and) )?(?:de |the )?(?:directe )?(?:omgeving|omstreken|e\.? ?o\b|regio|daarbuiten|elders)"
)
_CODES = re.compile(
    r"(?:(?:het |de )?postcodes?(?:gebied(?:en)?)? )?(\d{4}(?:(?:, | en )\d{4})*)(?!\w| ?(?:t/m|tot|-)|,\d)"
)
_HERE = re.compile(
    r"(?:het|dit|ons|de|deze|onze|the|this|our) (?:\w*(?:complex|gebouw|flat|centrum|wijk|buurt|gemeente|dorp|stad"
    r"|straat|plein|hof|hofje|park|kern)|neighbourhood|village|building)(?!\w)"
)
_COMPLEX = re.compile(
    r"(?:het|dit|ons|de|deze|onze) (?:complex|wooncomplex|gebouw|flat|woonzorgcentrum|appartementencomplex)(?!\w)"
)
#: A name in small letters, where it surely is one.
_SMALL = re.compile(
    r"(?!(?:alle|elke|iedere|een|het|de|dit|deze|onze|ons|harte|boven|onder|rond|buiten)\b)([a-z][\w'-]+)(?! jaar)"
)


def residents(plain: str, original: str) -> Iterator[FoundFact]:
    """Yield whose residents are meant, as names with ``SEPARATOR`` between them; nothing where it is wider than these.

    Parameters
    ----------
    plain : the text in lower case without accents.
    original : the same text as written; places are the same in both.

    Examples
    --------
    >>> text = "Voor inwoners van Oss en Bernheze. Alleen voor bewoners van 55 jaar."
    >>> [fact.value for fact in residents(text.lower(), text)]
    ['Oss, Bernheze']
    """
    for pattern in (_ONLY, _FOR, _OF_HOUSE, _ENGLISH):
        for match in pattern.finditer(plain):
            said = _said(plain, original, match.end(), pattern)
            if said:
                value, end = said
                yield FoundFact("residents_only", value, match.start(), end)


def _said(plain: str, original: str, start: int, pattern: re.Pattern[str]) -> tuple[str, int] | None:
    """Whose residents they are, told from a place on, and where that ends."""
    if pattern is _OF_HOUSE:
        house = _COMPLEX.match(plain, start)
        return (original[start : house.end()], house.end()) if house else None
    before = _BEFORE.match(original, start)
    named = _NAMES.match(original, before.end() if before else start)
    if named:
        names = names_of(named[0])
        return None if not names or _WIDER.match(plain, named.end()) else (SEPARATOR.join(names), named.end())
    if codes := _CODES.match(plain, start):
        return SEPARATOR.join(re.findall(r"\d{4}", codes[1])), codes.end()
    here = _HERE.match(plain, start) or (
        _SMALL.match(plain, before.end() if before else start) if pattern is _ONLY else None
    )
    return (original[here.start() : here.end()], here.end()) if here else None
