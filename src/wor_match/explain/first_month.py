"""What an activity costs the first month, as one step of the plan to begin with.

The months and periods are those of the rule on the budget. It differs in what is paid at the beginning: an extra and a
price for a whole course, quarter or year count in full, and a first time that is free counts off.
"""

from __future__ import annotations

from dataclasses import dataclass

from wor_match.catalogue.columns import RowSource
from wor_match.domain.offer import Cost
from wor_match.explain.step import Step, step
from wor_match.query.query import Query
from wor_match.rules.budget import sessions_a_month
from wor_match.vocabulary.enums import CostPeriod

#: Periods that are paid at once, at the beginning.
_AT_ONCE = frozenset({CostPeriod.QUARTER, CostPeriod.YEAR, CostPeriod.ONCE})
#: Periods of which it is not exact how many there are in a month.
_ABOUT = frozenset({CostPeriod.TIME, CostPeriod.WEEK})


@dataclass(frozen=True, slots=True)
class _Paid:
    """One price, in the first month.

    Parameters
    ----------
    low, high : float
        Euros; they differ when there are several tariffs.
    is_reduced : bool
        There is a reduction for this client of which the size is not told.
    """

    cost: Cost
    low: float
    high: float
    is_reduced: bool


def cost_step(query: Query, source: RowSource) -> Step:
    """What the first month costs, or what to ask about it; a price that is not known is never nothing.

    Examples
    --------
    >>> from wor_match.domain.activity import Activity
    >>> from wor_match.query import compile_query
    >>> from wor_match.testing import TODAY, a_client
    >>> asked = compile_query(a_client(has_city_pass=None), as_of=TODAY)
    >>> facts = {"cost": {"amount_eur": 2.5, "per": "time"}, "schedule": {"rules": [{"weekday": "tue"}]}}
    >>> found = cost_step(asked, RowSource(Activity(id="a", title="Koor", **facts)))
    >>> found["code"], found["params"]["eur"]
    ('first_step.cost_about', 11.0)
    >>> cost_step(asked, RowSource(Activity(id="a", title="Koor")))["code"]
    'first_step.ask_cost'
    """
    costs, has_pass = source.costs, query.client.has_city_pass is True
    if any(cost.amount_eur is None for cost, _ in costs):
        return step("ask_cost")
    paying = [(cost, schedule) for cost, schedule in costs if _is_paid(cost)]
    if not paying:
        return step("cost_free")
    loose = [cost for cost, schedule in paying if _is_loose(cost, schedule.is_known)]
    if loose:
        return _of_loose(loose[0], has_pass) if len(paying) == 1 else step("ask_cost")
    return _total([_paid(cost, sessions_a_month(schedule), has_pass) for cost, schedule in paying], query)


def _is_paid(cost: Cost) -> bool:
    return bool(cost.amount_eur or cost.amount_max_eur or cost.once_extra_eur)


def _is_loose(cost: Cost, is_timed: bool) -> bool:
    """Whether it cannot be told of a month: the period is not known, or how often one comes."""
    has_price = bool(cost.amount_eur or cost.amount_max_eur)
    return has_price and (cost.per is None or (cost.per is CostPeriod.TIME and not is_timed))


def _prices(cost: Cost, has_pass: bool) -> tuple[float, float]:
    """What one pays at a time, with the reduction that this client certainly has."""
    if has_pass and cost.reduced_eur is not None:
        return cost.reduced_eur, cost.reduced_eur
    low = cost.amount_eur or 0.0
    return low, cost.amount_max_eur or low


def _of_loose(cost: Cost, has_pass: bool) -> Step:
    amount, most = _prices(cost, has_pass)
    case = "cost_period" if cost.per is None else "cost_each"
    return step(case, amount=amount, most=most if most > amount else None)


def _paid(cost: Cost, often: float, has_pass: bool) -> _Paid:
    low, high = _prices(cost, has_pass)
    if cost.per in _AT_ONCE:
        times = 1.0
    elif cost.per is CostPeriod.TIME:
        times = max(often - (cost.first_time_free is True), 0.0)
    else:
        times = (Cost(amount_eur=1.0, per=cost.per).monthly_eur(often) or (0.0, 0.0))[1] if high else 0.0
    extra = cost.once_extra_eur or 0.0
    is_reduced = has_pass and cost.reduced_eur is None and cost.has_reduction is True
    return _Paid(cost, low * times + extra, high * times + extra, is_reduced)


def _total(paid: list[_Paid], query: Query) -> Step:
    low, high = sum(one.low for one in paid), sum(one.high for one in paid)
    if not high:
        return step("cost_free")
    is_about = any(one.cost.per in _ABOUT for one in paid)
    least, most = (neat(eur) if is_about else round(eur, 2) for eur in (low, high))
    if case := _at_most(paid, high, query):
        return step(case, eur=most)
    return step("cost_about" if is_about else "cost", eur=least, most=most if most > least else None)


def _at_most(paid: list[_Paid], high: float, query: Query) -> str:
    """Why it may turn out to be less, with what to ask; empty when it does not."""
    budget = query.client.budget_eur_per_month
    at_once = [one for one in paid if one.cost.per in _AT_ONCE]
    if any(one.is_reduced for one in paid):
        return "cost_reduction"
    if any(one.cost.is_insured for one in paid):
        return "cost_insured"
    if at_once and budget is not None and high > budget:
        return "cost_parts"
    return "cost_at_most" if any(one.cost.per is not CostPeriod.ONCE for one in at_once) else ""


def neat(eur: float) -> float:
    """Whole euros: it is about so much.

    >>> neat(10.83), neat(0.43)
    (11.0, 0.43)
    """
    return float(int(eur + 0.5)) if eur >= 1 else round(eur, 2)
