"""For whose residents something is: "alleen voor inwoners van Oss en Bernheze", "voor bewoners van het complex"."""

import re
from collections.abc import Iterator

from wor_match.text.found_fact import FoundFact
from wor_match.text.name_lists import NAMES, names_of

#: Between the names in the value of the fact.
SEPARATOR = ", "
#: Not tenants: a landlord has houses in many towns.
_WHO = r"(?:inwoners|bewoners|buurtbewoners|wijkbewoners)"
_ONLY = re.compile(
    r"(?<!\w)(?<!niet )(?:alleen|uitsluitend|enkel|exclusief|bedoeld) (?:bestemd |toegankelijk )?voor "
    rf"(?:de |onze |alle )?{_WHO} (?:van|uit|in) "
)
_FOR = re.compile(
    r"(?:(?:^|(?<=[.!?:;] ))"
    r"|\b(?:activiteit|\w*groep|cursus|training|\w*inloop|club|\w*ochtend|\w*middag|dagbesteding|hulp|dienst) is "
    r"(?:er )?)voor (?:alle )?(?:inwoners|bewoners) van "
)
#: What may follow upon "voor inwoners van", where it is a rule: "vanaf 23 jaar", "met een klein netwerk".
_GOES_ON = re.compile(r"\s*(?:[.!?;:,\n]|$|(?:vanaf|met|die|tussen|tot|boven|onder|van \d)\b)")
#: Who pays less; behind a comma that is another matter where it says "alleen voor".
_PRICE = r"[^{ends}]{{0,80}}\b(?:gratis|korting|kost\w*|goedkoper|betaal\w*|betalen|vergoed\w*|free|discount|pay)\b"
_PAYS_LESS = {weak: re.compile(_PRICE.format(ends=r".!?;\n" if weak else r".,!?;\n")) for weak in (True, False)}
_NO_PLACE = frozenset({"nederland", "holland", "europa", "the netherlands"})
_OF_HOUSE = re.compile(r"(?<!\w)voor (?:de |onze )?(?:bewoners|huurders) van ")
_ENGLISH = re.compile(r"(?<!\w)(?:(?<!not )only for|(?<!only )for) residents of ")
#: "U moet in Zeist wonen": the verb may stand behind the names.
_MUST = re.compile(
    r"(?<!\w)(?:u|je|jij|deelnemers|you) (?:moet|moeten|dient|dienen|must) (?:wel |zelf |te )?"
    r"(?:(?:wonen|woonachtig zijn|ingeschreven staan|live) )?in "
)
_LIVES = re.compile(r"(?:wonen|woonachtig|ingeschreven|live)\b")
_THEY_LIVE = re.compile(r" (?:te )?(?:wonen|woonachtig|ingeschreven|staan ingeschreven)\b")
#: What may stand before names; in small letters, for "De Bilt" is a name.
_BEFORE = re.compile(r"(?:(?:de|het|onze|the) )?(?:(?:wijk|wijken|buurt|buurten|gemeenten?|stad|dorp|dorpen|kernen) )?")
_NAMES = re.compile(NAMES)
#: It goes further: with those around, or with anybody else whom it names.
_WIDER = re.compile(
    r"[, (]*(?:(?:en|and|of|or|&|plus) (?![A-Z]|(?:de|het) (?:\w+ ){0,2}(?:flats?|gebouw(?:en)?|huizen|straten)\b)"
    r"|daarbuiten|elders"
    r"|(?:directe |wijde |nabije |naaste )?(?:omgeving|omstreken|e\.? ?o\b|regio))"
)
_CODES = re.compile(
    r"(?:(?:het |de )?postcodes?(?:gebied(?:en)?)? )?(\d{4}(?:(?:, | en )\d{4})*)(?!\w| ?(?:t/m|tot|-)|,\d)"
)
_HERE = re.compile(
    r"(?:het|dit|ons|de|deze|die|onze|the|this|our) (?:\w*(?:complex|gebouw|flat|centrum|wijk|buurt|gemeente|dorp|stad"
    r"|straat|plein|hof|hofje|park|kern)|neighbourhood|village|building)(?!\w)"
)
_COMPLEX = re.compile(
    r"(?:het|dit|ons|de|deze|onze) (?:complex|wooncomplex|gebouw|flat|woonzorgcentrum|appartementencomplex)(?!\w)"
)
#: A name in small letters, where it surely is one.
_SMALL = re.compile(
    r"(?!(?:alle|elke|iedere|een|het|de|dit|deze|onze|ons|harte|boven|onder|rond|buiten|provincie|regio|heel)\b)"
    r"(?!nood\b|armoede\b)([a-z][\w'-]+(?:[ -][A-Z][\w'-]*){0,3})(?=[.,;:!?)\n]|$| (?:vanaf|met|die|en)\b)(?! en ouder)"
)
#: "Van Turkse afkomst" names no place: behind one stands no plain noun.
_NOUN = re.compile(r" (?:afkomst|achtergrond\w*|komaf|origine|nationaliteit|cultuur|culturen|leeftijd|geloof|taal)\b")
#: The sentence, or the next, takes it back: everybody is welcome (not "voor iedereen vanaf 55"), or others too.
_TAKEN_BACK = re.compile(
    r"[^\n]{0,120}?(?:\b(?:iedereen|voor ieder)\b(?! (?:vanaf|van|tussen|boven|onder|tot|ouder|uit|met|die)\b)"
    r"|\bmaar ook\b|[.!;,] ook (?:\w+ ){0,3}(?:uit|van|buiten)\b"
    r"|\bvan buiten\b|\banderen (?:zijn|mogen)\b|\bniet.?inwoners\b|\bbuurtgenoten\b|\beveryone\b|\beverybody\b)"
)
#: Something else than coming is for residents only: the van, the discount; or it was so once.
_OF_PART = re.compile(
    r"\b(?:vervoer\w*|haal|brengservice|breng\w*|taxi|bus|busje|korting\w*|gratis|stadspas|\w*pas|vergoeding|regeling|tarief|wachtlijst"
    r"|voorrang|niet langer|niet meer|voorheen|vroeger"
    r"|discount|transport|free)\b[^.!?;\n]*$"
)
#: ... told behind it: "voor inwoners van Houten met een laag inkomen is er een regeling".
_THERE_IS = re.compile(r"[^.!?;\n]{0,80}?\b(?:is er|zijn er|rijdt|rijden|geldt|gelden)\b")


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
    for pattern in (_ONLY, _FOR, _OF_HOUSE, _ENGLISH, _MUST):
        for match in pattern.finditer(plain):
            said = _said(plain, original, match.end(), pattern)
            if said and not _is_of_part(plain, match.start(), said[1]):
                value, end = said
                yield FoundFact("residents_only", value, match.start(), end)


def _is_of_part(plain: str, start: int, end: int) -> bool:
    """Whether only a part of it is for residents, or whether what stands around takes it back."""
    before = plain[max(start - 80, 0) : start]
    return bool(_OF_PART.search(before) or _TAKEN_BACK.match(plain, end) or _THERE_IS.match(plain, end))


def _said(plain: str, original: str, start: int, pattern: re.Pattern[str]) -> tuple[str, int] | None:
    """Whose residents they are, told from a place on, and where that ends."""
    if pattern is _OF_HOUSE:
        house = _COMPLEX.match(plain, start)
        is_wider = house and (_WIDER.match(original, house.end()) or _PAYS_LESS[True].match(plain, house.end()))
        return (original[start : house.end()], house.end()) if house and not is_wider else None
    named = _named(plain, original, start, may_be_small=pattern is _ONLY)
    if pattern is _MUST and named:
        is_told = _LIVES.search(plain, max(start - 30, 0), start) or _THEY_LIVE.match(plain, named[1])
        return named if is_told and not _WIDER.match(original, named[1]) else None
    if (
        named is None
        or _NOUN.match(plain, named[1])
        or _WIDER.match(original, named[1])
        or _PAYS_LESS[pattern is _FOR].match(plain, named[1])
    ):
        return None
    return None if pattern is _FOR and not _GOES_ON.match(plain, named[1]) else named


def _named(plain: str, original: str, start: int, *, may_be_small: bool) -> tuple[str, int] | None:
    """Names, postcodes, or a place as "onze gemeente"; and where they end."""
    before = _BEFORE.match(original, start)
    first = before.end() if before else start
    if listed := _NAMES.match(original, first):
        names = names_of(listed[0])
        is_place = names and _NO_PLACE.isdisjoint(map(str.lower, names))
        return (SEPARATOR.join(names), listed.end()) if is_place else None
    if codes := _CODES.match(plain, start):
        return SEPARATOR.join(re.findall(r"\d{4}", codes[1])), codes.end()
    here = _HERE.match(plain, start) or (_SMALL.match(original, first) if may_be_small else None)
    return (original[here.start() : here.end()], here.end()) if here else None
