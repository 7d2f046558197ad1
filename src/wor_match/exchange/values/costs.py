"""Costs: "€ 30,93 per kwartaal & € 7,50 inschrijfgeld", "Ontdek gratis", "13 euro per les"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from wor_match.exchange.values.money import CITY_CARD, Amount, amounts_in
from wor_match.vocabulary.enums import CostPeriod

HIGHEST = 100_000
_UNKNOWN = re.compile(r"\W*(?:onbekend|unknown|n\.?v\.?t\.?|n/?a|nan|null|none|nog niet bekend)?\W*")
_FREE = re.compile(
    r"(?<!niet )(?:\bgratis\b|\bkosteloos|\bkostenloos|\bgeen (?:kosten|bijdrage)|\bfree\b(?! parking)"
    r"|\bno (?:fee|cost|charge)|\bvrije? toegang|\bvrije? entree|\bvrijwillige bijdrage|\bvrije bijdrage|\bdonatie"
    r"|\bkost(?:en)?\b ?:? ?(?:je |u |het )?(?:niks|niets|nihil|geen)\b|^\W*(?:geen|niks|niets|nihil|nul)\W*$)"
    r"(?! (?:parkeren|parkeer|koffie|thee|wifi))"
)
_REDUCING = rf"(?:{CITY_CARD}|minima|laag inkomen|lage inkomens|uitkering|bijstand|low incomes?|kindpakket)"
#: For whom it is free, when that is not for everyone: with a pass, or of an age.
_SOME = (
    rf"(?:{_REDUCING}|\d{{2}}[- ]?(?:\+|plus\w*)|kinderen|jeugd|studenten|leden|mantelzorgers|vrijwilligers"
    r"|vluchtelingen|members|children)"
)
_GRATIS = r"(?:gratis|kosteloos|kostenloos|free|geen (?:kosten|bijdrage))"
_FREE_FOR_SOME = re.compile(
    rf"\b{_GRATIS}\b (?:\w+ ){{0,2}}?(?:met|voor|bij|for|with|op vertoon van) (?:\w+ ){{0,3}}?{_SOME}"
    rf"|\b(?:met|voor|for|with)? ?(?:een |de |je |uw )?{_SOME}\b(?: \w+){{0,2}}?[ :,=(-]{{1,3}}{_GRATIS}\b"
)
#: Only the first time: "1e les gratis", "gratis proefles".
_FIRST_FREE = re.compile(
    rf"\b(?:eerste|1e|1ste|first) (?:keer|les|maand|bijeenkomst|time|class|lesson)\b(?: is)? {_GRATIS}\b"
    rf"|\b{_GRATIS} (?:proefles|kennismaking\w*|trial)\b"
)
_WITH_PASS = re.compile(_REDUCING)
_NOT_FREE = re.compile(rf"\b{_GRATIS}\b ?[:?=-] ?(?:nee|niet|no|n\.?v\.?t|onbekend)\b|\b{_GRATIS}\b\W{{0,3}}nee\b")
_TRIAL = re.compile(
    r"ontdek gratis|kennismak|introductie|proefles|proefmaand|proeflid|meetrainen|meedoen om"
    r"|(?:eerste|1e|1ste) (?:keer|les|maand)"
    r"|gratis \d+ ?x|\d+ ?x gratis|first (?:time|session|class|lesson) (?:is )?free|free (?:trial|taster)|trial"
)
_AFTER_TRIAL = re.compile(r"daarna|verder|vervolgens|thereafter|afterwards")
_NOT_INSURED = re.compile(r"niet vergoed|geen vergoeding|not covered")
_INSURED = re.compile(r"verzeker|insurance|\bzvw\b|vergoed(?!ing voor)")
_BY_OTHERS = re.compile(r"vergoed door de gemeente|betaald door")
_REDUCTION = re.compile(
    rf"{CITY_CARD}|minima|korting|gereduceerd|reductie|laag inkomen|discount|concession|reduced"
    r"|sliding scale|low income"
)
_PAID = re.compile(r"\bbetaald\b|\bpaid\b|contributie|eigen bijdrage|\bfee\b|tarief|kosten")


@dataclass(frozen=True, slots=True)
class Costs:
    """What a text tells of costs, with the names of :class:`wor_match.domain.offer.Cost`; None is not told."""

    amount_eur: float | None = None
    amount_max_eur: float | None = None
    per: CostPeriod | None = None
    once_extra_eur: float | None = None
    reduced_eur: float | None = None
    has_reduction: bool | None = None
    first_time_free: bool | None = None
    is_insured: bool | None = None

    @property
    def is_told(self) -> bool:
        """Whether anything is told."""
        return self != Costs()


def read_costs(text: str) -> tuple[Costs, tuple[str, ...]]:
    """Read the text of a cost field; a trial offer does not make it free.

    Examples
    --------
    >>> costs, codes = read_costs("€ 46,58 per kwartaal & 7,50 inschrijfgeld")
    >>> costs.amount_eur, costs.per.value, costs.once_extra_eur, codes
    (46.58, 'quarter', 7.5, ())
    >>> costs, codes = read_costs("Ontdek gratis")
    >>> costs.amount_eur, costs.first_time_free, codes
    (None, True, ('cost_trial_only',))
    """
    plain = " ".join(text[:2000].lower().split())
    if _UNKNOWN.fullmatch(plain):
        return Costs(), ()
    amounts = amounts_in(plain)
    codes: list[str] = [] if all(amount.is_euro for amount in amounts) else ["cost_foreign_currency"]
    amounts = [amount for amount in amounts if amount.is_euro]
    if any(amount.value < 0 for amount in amounts):
        codes.append("cost_negative")
    if any(amount.value > HIGHEST for amount in amounts):
        codes.append("cost_impossible")
    amounts = [amount for amount in amounts if 0 <= amount.value <= HIGHEST]
    found = _costs(plain, amounts, codes)
    if not found.is_told and not codes:
        codes.append("cost_amount_unknown" if _PAID.search(plain) else "cost_unread")
    return found, tuple(dict.fromkeys(codes))


def _costs(text: str, amounts: Sequence[Amount], codes: list[str]) -> Costs:
    free_for_some = _FREE_FOR_SOME.search(text)
    if free_for_some and not _FREE.search(_FIRST_FREE.sub(" ", _FREE_FOR_SOME.sub(" ", text))):
        # What stands beside "gratis met stadspas" is what the others pay.
        amounts = _for_others(text, amounts)
    else:
        free_for_some = None
    text = _NOT_FREE.sub(" ", text)
    tariffs = [amount for amount in amounts if amount.role == "tariff"]
    has_trial = bool(_TRIAL.search(text))
    is_free = bool(_FREE.search(text)) and not has_trial and not free_for_some
    is_free_with_pass = free_for_some is not None and bool(_WITH_PASS.search(free_for_some[0]))
    low, high, per = _tariff(tariffs, codes)
    if is_free and (low is None or not _BY_OTHERS.search(text)):
        low, high = 0.0, high if high is not None else low
    if low is None and has_trial:
        codes.append("cost_trial_only")
    return Costs(
        amount_eur=low,
        amount_max_eur=high,
        per=per,
        once_extra_eur=_sum_of(amounts, "once_extra"),
        reduced_eur=0.0 if is_free_with_pass else min((a.value for a in amounts if a.role == "reduced"), default=None),
        has_reduction=True if _REDUCTION.search(text) else None,
        first_time_free=True if has_trial and _FREE.search(text) else None,
        is_insured=_insured(text),
    )


def _for_others(text: str, amounts: Sequence[Amount]) -> list[Amount]:
    """Amounts that count as a reduction only because the word that makes it free stands near."""
    alone = [one for one in amounts_in(_FREE_FOR_SOME.sub(" ", text)) if one.is_euro and 0 <= one.value <= HIGHEST]
    return alone if len(alone) == len(amounts) else list(amounts)


def _tariff(tariffs: Sequence[Amount], codes: list[str]) -> tuple[float | None, float | None, CostPeriod | None]:
    """Lowest and highest price for the first period that is told."""
    if not tariffs:
        return None, None, None
    per = next((amount.per for amount in tariffs if amount.per), None)
    same = [amount for amount in tariffs if amount.per in (per, None)]
    if len(same) < len(tariffs):
        codes.append("cost_other_period")
    if any(amount.is_converted for amount in same):
        codes.append("cost_converted")
    values = sorted({amount.value for amount in same})
    if len(values) > 1:
        codes.append("cost_several")
    return values[0], (values[-1] if len(values) > 1 else None), per


def _sum_of(amounts: Sequence[Amount], role: str) -> float | None:
    values = [amount.value for amount in amounts if amount.role == role]
    return round(sum(values), 2) if values else None


def _insured(text: str) -> bool | None:
    if _NOT_INSURED.search(text):
        return False
    return True if _INSURED.search(text) and not _BY_OTHERS.search(text) else None
