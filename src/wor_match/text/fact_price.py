"""Prices that stand in running text: only one that is plainly the price of taking part, with what it covers."""

import re
from collections.abc import Iterator

from wor_match.text.found_fact import FoundFact

_AMOUNT = (
    r"(?:(?:€|eur|euro) ?(\d{1,3}(?:[.,]\d{2})?)(?![\d.,]*\d)(?:,-)?"
    r"|(?<![\d.,])(\d{1,3}(?:[.,]\d{1,2})?)(?:,-)? ?(?:euro|eur)(?!\w))"
)
_PERIODS = {
    "time": r"keer|les|bijeenkomst|avond|middag|ochtend|sessie|dagdeel|time|session|class|lesson",
    "week": r"week",
    "month": r"maand|month",
    "quarter": r"kwartaal|quarter",
    "year": r"jaar|year|seizoen",
}
_PERIOD = rf"(?:per|p/|a|each|elke|iedere) ?({'|'.join(_PERIODS.values())})(?!\w)"
_NAMED = r"(?:u betaalt|je betaalt|kosten|kost|bijdrage|prijs|contributie|entree|tarief|lesgeld|fee|costs?|price)"
_PRICE = re.compile(rf"(?:(?<!\w){_NAMED}(?!\w)[^.!?\d€]{{0,20}}|(?:^|[.!?;:] )){_AMOUNT} ?{_PERIOD}")
#: A price of which the period is not told; it says no more than that it is not free.
_WITHOUT_PERIOD = re.compile(
    rf"(?<!\w){_NAMED}(?!\w)(?: (?:is|zijn|bedraagt|:))?:? ?{_AMOUNT} ?(?:$|[.!;]|per persoon|p\.?p)"
)
#: A sentence that says no more than this; "free for members" or "the first time free" is longer.
_FREE = re.compile(
    r"(?:^|[.!?] )(?:(?:deelname|deelnemen|meedoen|(?:de )?toegang) is )?(?:gratis|kosteloos) ?(?:[.!]|$)"
    r"|(?:^|[.!?] )(?:(?:taking part|participation|entry) is )?(?:free|free of charge) ?(?:[.!]|$)"
)
#: Words near an amount that make it something else than what everybody pays for taking part.
_OTHER = re.compile(
    r"(?<!\w)(?:extra|borg|inschrij\w*|koffie|thee|lunch|soep|maaltijd\w*|vervoer|taxi|parkeren|material\w*|materiaal"
    r"|consumptie\w*|drankje\w*|kraam|uitgaven|reductie|korting|stadspas\w*|minima|leden|lid|kinderen|kind|jeugd"
    r"|vanaf|tot|tussen|ongeveer|ca|of|members?|children|discount|materials)(?!\w)"
)
#: What is in the price: "inclusief koffie of thee".
_INCLUDED = re.compile(r"^[ ,(]*(?:inclusief|incl\.?|including|dit is inclusief|en dat is inclusief)\b[^.!?;]*")
_NEAR = 30
_SENTENCE_END = re.compile(r"[.!?;\n]")


def prices(plain: str) -> Iterator[FoundFact]:
    """Yield what taking part costs, as "amount period"; free is "0 time".

    What is asked without a period is another fact. A price for some people only, or of something else, is left alone.

    >>> [fact.value for fact in prices("bijdrage: € 2,50 per keer.")]
    ['2.5 time']
    >>> [fact.value for fact in prices("leden 8 euro per maand. materiaal kost 5 euro per les.")]
    []
    """
    for match in _FREE.finditer(plain):
        yield FoundFact("price", "0 time", *match.span())
    for match in _WITHOUT_PERIOD.finditer(plain):
        if not _is_of_something_else(match, plain):
            yield FoundFact("price_without_period", _amount(match), *match.span())
    for match in _PRICE.finditer(plain):
        if not _is_of_something_else(match, plain):
            period = next(name for name, words in _PERIODS.items() if match[3] in words.split("|"))
            yield FoundFact("price", f"{_amount(match):g} {period}", *match.span())


def _amount(match: re.Match[str]) -> float:
    return float((match[1] or match[2]).replace(",", "."))


def _is_of_something_else(match: re.Match[str], plain: str) -> bool:
    after = _INCLUDED.sub("", plain[match.end() : match.end() + 2 * _NEAR])[:_NEAR]
    before = _SENTENCE_END.split(plain[max(match.start() - _NEAR, 0) : match.start()])[-1]
    return bool(_OTHER.search(f"{before}{match[0]}{after}"))
