"""Amounts of money in a text, each with what it is for and per what."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from wor_match.vocabulary.enums import CostPeriod

Role = Literal["tariff", "once_extra", "reduced", "trial", "apart"]

_NUMBER = (
    r"(?P<whole>\d{1,3}(?:\.\d{3})+(?!\d)|\d{1,3}(?:,\d{3})+(?!\d)|\d{1,9})"
    r"(?:[.,] ?(?P<cents>\d{2})(?!\d)|[.,](?P<tenth>\d)(?!\d)"
    r"|[.,]?(?P<dash>[-–]{1,2})(?!\s*\d))?"
)
_MONEY = re.compile(
    rf"(?P<minus>^\s*-\s*)?(?P<before>€|£|\$|\beuro?s?\b|\bgbp\b|\busd\b)?\s*(?P<inner>-\s*)?{_NUMBER}"
    r"\s*(?P<after>€|£|\beuro?s?\b|\beuros?\b|\bgbp\b|\busd\b|\bpounds?\b|\bdollars?\b)?"
)
_NOT_DIGIT = re.compile(r"\D")
#: Thousands with a mark between them; "1.000" is no euro.
_THOUSANDS = re.compile(r"-?\s*[1-9]\d{0,2}(?:([.,])\d{3}(?:\1\d{3})*)(?:[.,]\d{2})?")
#: "2 euro 50": the cents stand behind the word; "5 euro 10 bijeenkomsten" has none.
_EURO_CENTS = re.compile(
    r"(\d{1,6}) ?euro ?(\d{2})"
    r"(?=\s*(?:$|[.;)|(](?!\d)|,(?!\s?\d)|(?:per|p\.|voor|inclusief|incl|exclusief|excl|en|met|zonder)(?![a-z])))"
)
#: "5-10 euro": the sign behind the second amount is that of the first too; "0-4 jaar 5 euro" is none.
_EURO_RANGE = re.compile(
    r"(?<![\d.,€-])(\d{1,5}(?:[.,]\d{2})?) ?(?:-|–|à|a|tot|of) ?(\d{1,5}(?:[.,]\d{2})?) ?(?=euro|€(?!\s*\d))"
)
#: "€5-10" and "€ 3 a 4": the sign before the first amount is that of the second too; "€ 5 - 10 lessen" is none.
_SIGN_RANGE = re.compile(
    r"€ ?(\d{1,5}(?:[.,]\d{2})?) ?(?:-|–|à|a|tot) ?(?:€ ?)?(\d{1,5}(?:[.,]\d{2})?)"
    r"(?![\d%]|[.,:]\d| ?(?:x|keer|lessen|jaar|uur|personen|weken|maanden|dagen|rit|strip|sessies|minuten)\b"
    r"| ?bijeenkomst)"
)
_SPACED = re.compile(r"(€ ?\d{1,3}) (\d{3})(?=(?:[.,]\d{2})?(?:$|[\s;)](?! ?\d)))")
_BARE = re.compile(r"-?\s*\d{1,9}(?:[.,]\d{1,4})?")
_PERIODS: tuple[tuple[re.Pattern[str], CostPeriod, float], ...] = (
    (re.compile(r"half ?jaar|zes maanden|6 maanden|six months"), CostPeriod.YEAR, 2.0),
    (re.compile(r"kwartaal|quarter|\b(?:drie|3) maanden"), CostPeriod.QUARTER, 1.0),
    (re.compile(r"\b(?:twee|2|two) ?(?:maanden|months)"), CostPeriod.MONTH, 0.5),
    (re.compile(r"(?:per|elke|a|om de) (?:twee|2|two) ?(?:weken|weeks)|tweewekelijks"), CostPeriod.WEEK, 0.5),
    (re.compile(r"maand|p\.?/?m\b|month"), CostPeriod.MONTH, 1.0),
    (re.compile(r"jaar(?!lijks eenmalig)|p\.?/?j\b|per year|annual|yearly|seizoen"), CostPeriod.YEAR, 1.0),
    (re.compile(r"per week|wekelijks|p\.?/?w\b|weekly|a week"), CostPeriod.WEEK, 1.0),
    (
        re.compile(
            r"(?:per|p/|a|each|elke) ?(?:losse )?(?:les|keer|bezoek|dag|sessie|session|ochtend|middag|avond|class|"
            r"bijeenkomst|visit|activiteit|consult|maaltijd|lunch|kop|uur|hour|1 hour)|/ ?(?:les|keer|uur)|p\.?/?k\b"
        ),
        CostPeriod.TIME,
        1.0,
    ),
    (re.compile(r"per cursus|per course|hele cursus|de cursus|eenmalig|per deelname|workshop"), CostPeriod.ONCE, 1.0),
)
_PACK = re.compile(r"(?:voor|per|for)\s+(\d{1,3})\s*(?:x\b|lessen|keer|bijeenkomsten|sessies|sessions|classes|lessons)")
_CARD = re.compile(r"(?:x[- ]?|rit|les|bad|beurt|keer|strip)\w*kaart")
_PACK_CARD = re.compile(rf"^\W*(?:per|voor een|voor|for an?|een)?\s*(\d{{1,3}})[- ]?{_CARD.pattern}")
_PACK_CARD_BEFORE = re.compile(rf"(\d{{1,3}})[- ]?{_CARD.pattern}(?: kost)?\W*$")
_PACK_BEFORE = re.compile(r"(\d{1,3})\s*(?:x|lessen|keer|sessies|lessons)\s*(?:voor|for)\s*$")
_EXTRA = re.compile(
    r"inschrij|aanmeldkosten|eenmalig|registration fee|sign-up fee|materiaal|borg\b|schermbond|bondscontributie"
)
_EXTRA_BEFORE = re.compile(r"(?:inschrij\w*|eenmalig|aanmeldkosten|materiaal\w*|borg)\W*$")
#: The passes for who has little, as municipalities call them; a plain "pas" only where somebody has one.
CITY_CARD = (
    r"(?:\b(?:stads?|stadjers|rotterdam|ooievaars|gelre|minima|maxima|meedoen?|doe|participatie|kortings?|u)[- ]?pas"
    r"(?:houders?)?|\bmet (?:een |de |uw |je )?pas|\bpashouders?)"
)
_REDUCED = re.compile(rf"{CITY_CARD}|minima|korting|concession|reduced|laag inkomen")
#: "€ 0 met stadspas, anders € 8": what stands behind such a word is what the others pay.
_OTHERS_BEFORE = re.compile(
    r"\b(?:anders|anderen|overige?n?(?: deelnemers| bezoekers)?|de rest|niet-pashouders?)\W*$"
    r"|\bzonder(?: \S*pas)?[ :=]*$"
)
#: What it costs besides, and what is taken off, are no price of the activity.
_APART_BEFORE = re.compile(r"\b(?:excl(?:usief|\.)?|exclusive of|excluding)\W*$")
_APART_AFTER = re.compile(r"^\W*(?:euro\W*)?(?:korting|discount|off\b)|^[^,;.|&€]{0,30}\bapart\b")
_TRIAL_AFTER = re.compile(r"^\W*(?:voor|for)?\s*\d*\s*(?:x )?(?:proef|trial|kennismak)")
_TRIAL_BEFORE = re.compile(r"(?:proefles(?:sen)?|trial|kennismaking\w*)[\s:=]*(?:kost|voor)?[\s:=]*$")


@dataclass(frozen=True, slots=True)
class Amount:
    """One amount: its value, per what, what for, and whether it was converted from another period."""

    value: float
    per: CostPeriod | None = None
    role: Role = "tariff"
    is_euro: bool = True
    is_converted: bool = False


def amounts_in(text: str) -> list[Amount]:
    """Find the amounts in lower-case text, in order; one without a period takes that of the one before it.

    Examples
    --------
    >>> [(a.value, a.per and a.per.value) for a in amounts_in("€ 35,00 per maand (bij 6 maanden) & € 29,55")]
    [(35.0, 'month'), (29.55, 'month')]
    >>> [(a.value, a.per.value, a.is_converted) for a in amounts_in("€ 150,00 voor 10 lessen")]
    [(15.0, 'time', True)]
    """
    if thousands := _THOUSANDS.fullmatch(text):
        whole, mark, cents = text.rpartition("." if thousands[1] == "," else ",")
        plain = _NOT_DIGIT.sub("", whole if mark else cents) + (f".{cents}" if mark else "")
        return [Amount(-float(plain) if text.startswith("-") else float(plain))]
    text = _EURO_RANGE.sub(r"\1 euro en \2 ", _EURO_CENTS.sub(r"\1,\2 euro", text))
    text = _SIGN_RANGE.sub(r"€ \1 en € \2", _SPACED.sub(r"\1\2", text))
    if _BARE.fullmatch(text):
        return [Amount(float(text.replace(" ", "").replace(",", ".")))]
    matches = [match for match in _MONEY.finditer(text) if _is_money(match, text)]
    found: list[Amount] = []
    per: CostPeriod | None = None
    for place, match in enumerate(matches):
        begin = matches[place - 1].end() if place else 0
        end = matches[place + 1].start() if place + 1 < len(matches) else len(text)
        amount = _amount(match, text[begin : match.start()], text[match.end() : end], per)
        per = amount.per if amount.role == "tariff" else per
        found.append(amount)
    return found


def _is_money(match: re.Match[str], text: str) -> bool:
    """A currency sign, two decimals or a dash make money of a number; "10 lessen" and "9.30 uur" are not."""
    if match["before"] or match["after"]:
        return True
    follows = text[match.end() : match.end() + 6].strip()
    if _CARD.match(text[match.end() : match.end() + 30].strip()):
        return False
    if follows.startswith(("uur", "km", "min", "x ", "jaar", "+", "-plus", "plus")):
        return False
    return bool(match["cents"]) or (bool(match["dash"]) and not follows[:1].isdigit()) or follows.startswith("per ")


def _amount(match: re.Match[str], before: str, after: str, inherited: CostPeriod | None) -> Amount:
    value = float(_NOT_DIGIT.sub("", match["whole"])) + int(match["cents"] or 0) / 100 + int(match["tenth"] or 0) / 10
    value = round(-value if match["minus"] or match["inner"] else value, 2)
    currency = match["before"] or match["after"] or "€"
    is_euro = currency == "€" or currency.startswith("eur")
    role = _role(before[-40:], after)
    per, factor = _period(after, before[-40:])
    converted = factor != 1
    if pack := _PACK.search(after) or _PACK_CARD.search(after) or _before(before):
        per, factor, converted = CostPeriod.TIME, 1 / max(int(pack[1]), 1), True
    if role == "tariff" and per is None:
        per = inherited
    return Amount(round(value * factor, 2), per, role, is_euro, converted)


def _before(text: str) -> re.Match[str] | None:
    return _PACK_BEFORE.search(text) or _PACK_CARD_BEFORE.search(text)


def _role(before: str, after: str) -> Role:
    if _APART_BEFORE.search(before) or _APART_AFTER.search(after):
        return "apart"
    near = re.split(r"[|&.;,]|\([^)]*$|\ben\b|\bof\b", after, maxsplit=1)[0]
    if _TRIAL_AFTER.search(after) or _TRIAL_BEFORE.search(before):
        return "trial"
    if _EXTRA_BEFORE.search(before) or (_EXTRA.search(near) and before.strip()):
        return "once_extra"
    if _EXTRA.search(near) and "eenmalig" not in near:
        return "once_extra"
    if _OTHERS_BEFORE.search(before) or near.lstrip().startswith("zonder "):
        return "tariff"
    return "reduced" if _REDUCED.search(near) or _REDUCED.search(before[-25:]) else "tariff"


def _period(after: str, before: str) -> tuple[CostPeriod | None, float]:
    """The period that is named first after the amount; else one named before it ("maandelijkse contributie")."""
    for text in (after, before):
        hits = [(match.start(), per, factor) for pattern, per, factor in _PERIODS if (match := pattern.search(text))]
        if hits:
            _, per, factor = min(hits, key=lambda hit: hit[0])
            return per, factor
    return None, 1.0
