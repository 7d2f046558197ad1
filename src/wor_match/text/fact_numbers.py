"""Facts with a number or a name in them: ages, prices, waiting times, months, residents."""

import re
from collections.abc import Iterator

from wor_match.text.fact_ages import ages
from wor_match.text.fact_price import prices
from wor_match.text.fact_residents import residents
from wor_match.text.found_fact import FoundFact

_NUMBERS = {
    "een": 1.0, "half": 0.5, "anderhalf": 1.5, "twee": 2.0, "drie": 3.0, "vier": 4.0, "vijf": 5.0, "zes": 6.0,
    "acht": 8.0, "tien": 10.0, "a": 1.0, "one": 1.0, "two": 2.0, "three": 3.0, "four": 4.0, "six": 6.0,
}  # fmt: skip
_WEEKS = {"dag": 1 / 7, "wee": 1.0, "wek": 1.0, "maa": 52 / 12, "mon": 52 / 12, "jaa": 52.0, "yea": 52.0}
#: Where one waits for something else, while this can begin.
_OTHERS_WAIT = (
    r"\b(?:ggz|psycho|therap|behandel|ziekenhuis|specialist|jeugdzorg|woning|huisvesting|traject|mental health)"
)
_WAIT = re.compile(
    r"(?<!\w)(?<!geen )(?<!zonder )(?<!no )(?:wacht(?:lijst|tijd)|waiting (?:list|time))(?!\w)"
    rf"(?:(?!{_OTHERS_WAIT})[^.!?;\n]){{0,40}}?(?<!\w)"
    rf"(\d{{1,2}}|{'|'.join(_NUMBERS)}) (dag|dagen|weken|week|weeks?|maand|maanden|months?|jaar|years?)(?!\w)"
)
_NO_WAIT = re.compile(r"(?<!\w)(?:geen|zonder|no) (?:wachtlijst|wachttijd|waiting (?:list|time))(?!\w)")

_MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
_MONTHS_EN = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_FULL_UNTIL = re.compile(
    r"(?<!\w)(?:vol|volgeboekt|vol geboekt|full|fully booked) (?:tot|t/m|tm|until|till)"
    r" (?:en met |in |na |begin |eind |half |medio )?(?:\d{1,2} )?"
    rf"({'|'.join((*_MONTHS, *_MONTHS_EN))})(?!\w)"
)


def measured(plain: str, original: str) -> Iterator[FoundFact]:
    """Yield ages, prices, waiting weeks, the month until which it is full, and for whose residents it is.

    Parameters
    ----------
    plain : the text in lower case without accents.
    original : the same text as written; places are the same in both.

    Examples
    --------
    >>> text = "wachtlijst van ongeveer een jaar; vol tot maart"
    >>> [(fact.fact, fact.value) for fact in measured(text, text)]
    [('waiting_weeks', 52), ('full_until_month', 3), ('full', True)]
    """
    yield from ages(plain)
    yield from prices(plain)
    yield from _waiting(plain)
    for match in _FULL_UNTIL.finditer(plain):
        names = _MONTHS if match[1] in _MONTHS else _MONTHS_EN
        yield FoundFact("full_until_month", names.index(match[1]) + 1, *match.span())
        yield FoundFact("full", True, *match.span())
    yield from residents(plain, original)


def _waiting(plain: str) -> Iterator[FoundFact]:
    """Yield the waiting time in whole weeks; of "2 à 3 maanden" the longer one."""
    for match in _WAIT.finditer(plain):
        number = _NUMBERS[match[1]] if match[1] in _NUMBERS else float(match[1])
        yield FoundFact("waiting_weeks", round(number * _WEEKS[match[2][:3]]), *match.span())
    for match in _NO_WAIT.finditer(plain):
        yield FoundFact("waiting_weeks", 0, *match.span())
