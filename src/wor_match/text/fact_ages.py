"""Read for which ages an activity is meant."""

import re
from collections.abc import Iterator

from wor_match.text.found_fact import FoundFact

_YEARS = r" ?(?:jaar|jarigen?|years?[ -]olds?|years)(?!\w)"
# "bestaat 20 jaar", "wachttijd van 1 tot 2 jaar", "30+ leden", "tot 12 jaar gratis" tell no age limit, and the age of
# the children that parents come with is not that of whom it is for.
_NOT_BEFORE = re.compile(
    r"(?:wacht\w*|duurt|duur|bestaa[nt]|looptijd|korting|gratis|al|ruim|sinds|opvang|oppas"
    r"|\b(?:ouders?|moeders?|vaders?|gezin|gezinnen|families|opa|oma|opa's|oma's|grootouders|parents?|mothers|fathers)"
    r"|\b(?:met|with) (?:(?:je|uw|hun|een|jonge|kleine|your|their|young) ?)*(?:kind|kinderen|children|kids))\b"
    r"[^.!?;]{0,25}$"
)
_NOT_AFTER = re.compile(
    r" ?(?:krijg\w*|ontvang\w*|betal\w*|betaalt) (?:u |je |jij )?(?:\w+ )?(?:korting|minder|niets|de helft|half)|"
    r" ?(?:is (?:er )?(?:een |ook )?(?:kinder)?(?:opvang|oppas|speel\w*)|mogen (?:\w+ )?(?:mee|gratis))|"
    r" ?(?:gratis|korting|ervaring|geleden|garantie|free|experience|betalen|half|"
    r"leden|deelnemers|mensen|vrijwilligers|bezoekers|activiteiten|members|volunteers|%)"
)

_BAND = re.compile(
    rf"(?<![\w€,.+-])(\d{{1,2}})(?: jaar)? ?(?:-|–|t/m|tot en met|tot|en|to|and) ?(?:de )?(\d{{1,2}}){_YEARS}"
)
_BARE_BAND = re.compile(
    r"(?<!\w)(?:jongeren|kinderen|jeugd|volwassenen|leeftijd|mensen|aged|ages):?"
    r" (?:van |tussen |tussen de )?(\d{1,2}) ?(?:-|–|t/m|tot en met|tot|to) ?(\d{1,2})(?![\w:]|[.,]\d| uur)"
)
_FROM = re.compile(
    rf"(?<!\w)(?:vanaf|minimaal|minstens|ouder dan|boven de|from|over|aged)(?: de)? (\d{{2}}){_YEARS}"
    r"|(?<![\w€,.+-])(\d{2}) ?(?:\+(?!\d)|-? ?plus(?:sers?)?(?!\w)|-(?= (?:en|of) \d{2} ?-? ?plus))"
    r"|(?<![\w€,.+-])(\d{2}) (?:jaar|years)(?: old)? (?:en|of|and|or) (?:ouder|older|over)(?!\w)"
    r"|(?<!\w)over (\d{2})s(?!\w)"
)
_TO = re.compile(rf"(?<!\w)(?:tot en met|tot|t/m|maximaal|jonger dan|onder de|up to|under)(?: de)? (\d{{2}}){_YEARS}")


def ages(plain: str) -> Iterator[FoundFact]:
    """Yield the lowest and highest age that a text names; no highest if a band is open ("66 t/m 85 en 86+").

    "Tot 27 jaar" is read as 27 included: a limit that may be one year too wide is asked about, one that is too
    narrow takes an option away.

    Examples
    --------
    >>> [(fact.fact, fact.value) for fact in ages("voor jongeren van 18 t/m 30 jaar")]
    [('age_min', 18), ('age_max', 30)]
    >>> [(fact.fact, fact.value) for fact in ages("46 t/m 85 jaar en 86+")]
    [('age_min', 46)]
    """
    found = list(_bands(plain))
    lowest = [band for band in found if band[0] is not None]
    if lowest and len(lowest) == len(found):
        age, _, start, end = min(lowest, key=lambda band: (band[0] or 0, band[2]))
        yield FoundFact("age_min", int(age or 0), start, end)
    highest = [band for band in found if band[1] is not None]
    if highest and len(highest) == len(found):
        _, age, start, end = max(highest, key=lambda band: (band[1] or 0, -band[2]))
        yield FoundFact("age_max", int(age or 0), start, end)


def _bands(plain: str) -> Iterator[tuple[int | None, int | None, int, int]]:
    """Yield (lowest, highest, start, end) for each group of ages; what lies inside a band is not read twice."""
    taken: list[tuple[int, int]] = []
    for pattern in (_BAND, _BARE_BAND, _FROM, _TO):
        for match in pattern.finditer(plain):
            start, end = match.span()
            if any(start < until and since < end for since, until in taken) or _is_no_limit(plain, start, end):
                continue
            taken.append((start, end))
            numbers = [int(number) for number in match.groups() if number]
            if len(numbers) == 2 and numbers[0] < numbers[1]:
                yield numbers[0], numbers[1], start, end
            elif len(numbers) == 1:
                yield (None, numbers[0], start, end) if pattern is _TO else (numbers[0], None, start, end)


def _is_no_limit(plain: str, start: int, end: int) -> bool:
    """Return whether the words around say that the number is no age limit."""
    return bool(_NOT_AFTER.match(plain, end) or _NOT_BEFORE.search(plain[max(start - 40, 0) : start]))
