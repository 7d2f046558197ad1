"""Can this client pay it, a month, with the reductions that they have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

import numpy as np

from wor_match.catalogue.catalogue import Catalogue
from wor_match.catalogue.columns import CategoryColumn
from wor_match.domain.offer import Cost
from wor_match.domain.records import Param
from wor_match.domain.schedule import Schedule
from wor_match.query.query import Query
from wor_match.query.scene import Floats, Scene
from wor_match.rules.base import Rule, Verdicts, verdicts
from wor_match.vocabulary.enums import CostPeriod

_WEEKS_A_MONTH = 52 / 12
_USUAL_SESSIONS = 52 / 12
_CENT = 0.005
#: Euros a month over the budget about which one calls, rather than leave something out: a coin for the coffee
#: (assumption; coaches look for a way there).
SMALL_CHANGE = 2.0
#: Twice a month is often enough to belong; who pays per time may come that often.
_LEAST_A_MONTH = 26 / 12
#: What is usually left of a price with a reduction of unknown size: half with a city pass, else 0.7 (assumption).
_REDUCED = {True: 0.5, None: 0.7}


def sessions_a_month(schedule: Schedule) -> float:
    """How often one goes a month: the rule that comes most often, because one session a week is enough to take part.

    Weekly when nothing is known.
    """
    if not schedule.rules:
        return _USUAL_SESSIONS if not schedule.occurrences else 1.0
    often = [len(r.nth_in_month) if r.nth_in_month else _WEEKS_A_MONTH / r.every_weeks for r in schedule.rules]
    return sum(often) if schedule.sessions.value == "all" else max(often)


Costs = tuple[tuple[Cost, Schedule], ...]
COSTS = CategoryColumn("costs", lambda row: PaidCosts(row.costs))


def how_often(costs: Costs) -> tuple[tuple[Cost, float], ...]:
    """Each cost with how often one goes a month."""
    return tuple([(cost, sessions_a_month(schedule)) for cost, schedule in costs])


def _told(cost: Cost) -> tuple[object, ...]:
    """All that is told of a cost but the words; quicker to compare than the model."""
    return tuple(value for name, value in cost.__dict__.items() if name != "text")


class PaidCosts:
    """Costs that compare by what one pays, so that a column of them has few values."""

    def __init__(self, costs: Costs) -> None:
        self.costs = how_often(costs)
        #: Whether it is told how often one comes, of each.
        self.is_timed = tuple(schedule.is_known for _, schedule in costs)
        self._key = (tuple((_told(cost), often) for cost, often in self.costs), self.is_timed)

    def __hash__(self) -> int:
        return hash(self._key)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, PaidCosts) and self._key == other._key

    def __iter__(self) -> Iterator[tuple[Cost, float]]:
        return iter(self.costs)


def monthly(costs: Iterable[tuple[Cost, float]], has_city_pass: bool | None) -> tuple[float, float]:
    """Least and most that one pays a month, nan where it is not known.

    What is paid per time counts every time in the pessimistic value, and every other week in the optimistic
    one: one may come less often. A reduction of unknown size counts in the optimistic value only.

    A reduction counts in the optimistic value unless the client has no city pass, and in the pessimistic value
    only when they have one and the reduced amount is known.
    """
    low = high = 0.0
    for cost, often in costs:
        least, most = one_monthly(cost, often, has_city_pass)
        low, high = low + least, high + most
    return low, high


def one_monthly(cost: Cost, often: float, has_city_pass: bool | None) -> tuple[float, float]:
    """Least and most a month of one cost, for something that one does so often a month; nan when it is not known."""
    known = cost.monthly_eur(often)
    if known is None:
        return (np.nan, np.nan)
    low, high = known
    may_have = has_city_pass is not False
    if cost.reduced_eur is not None and may_have:
        reduced = cost.model_copy(update={"amount_eur": cost.reduced_eur, "amount_max_eur": None}).monthly_eur(often)
        assert reduced is not None
        low, high = min(low, reduced[0]), reduced[1] if has_city_pass else high
    elif cost.has_reduction is True and may_have:
        low *= _REDUCED[has_city_pass or None]
    low *= min(1.0, _LEAST_A_MONTH / often) if cost.per is CostPeriod.TIME and often > 0 else 1.0
    extra = cost.once_extra_eur or 0.0  # nobody reduces the sign-up fee
    return (0.0 if cost.is_insured is True else low + extra / 12, high + extra / 3)


def monthly_cost(scene: Scene) -> tuple[Floats, Floats]:
    """Least and most a month in euros for each row, (n,) each; nan where not known."""
    low, high = scene.rows.catalogue.once(_OF_ALL[scene.query.client.has_city_pass]).take(scene.rows.index, axis=1)
    return low, high


def _of_all(catalogue: Catalogue, has_city_pass: bool | None) -> Floats:
    """The same of all rows, (2, rows): three answers in all, so that they are worked out once."""
    pairs = catalogue.all_rows.answer(COSTS, lambda costs: monthly(costs, has_city_pass), np.float64)
    return np.ascontiguousarray(pairs.reshape(-1, 2).T)  # also when there are no rows


_OF_ALL = {answer: partial(_of_all, has_city_pass=answer) for answer in (True, False, None)}


class BudgetRule(Rule):
    """No when even the least is well over the budget, yes when the most is within it, else unknown."""

    name = "budget"
    field = "cost"
    urgency = 25
    risk = 0.3

    def applies(self, query: Query) -> bool:
        """When a budget was asked."""
        return query.client.budget_eur_per_month is not None

    def check(self, scene: Scene) -> Verdicts:
        """Whole cents; a price that is not known is unknown, also for a large purse. Small change over is asked."""
        budget = scene.query.client.budget_eur_per_month
        assert budget is not None
        low, high = scene.once(monthly_cost)
        return verdicts(no=low > budget + SMALL_CHANGE + _CENT, yes=high <= budget + _CENT)

    def why_not(self, scene: Scene, place: int) -> tuple[str, dict[str, Param]]:
        """What it costs a month."""
        low, _ = scene.once(monthly_cost)
        return "too_expensive", {"eur": round(float(low[place]), 2), "limit": scene.query.client.budget_eur_per_month}

    def ask(self, scene: Scene, place: int) -> tuple[str, dict[str, Param]]:
        """What does it cost; is there a reduction; may one pay in parts, or come less often?"""
        source = scene.rows.source(place)
        low, high = scene.once(monthly_cost)
        if np.isnan(high[place]):
            return "price", {}
        if low[place] > (scene.query.client.budget_eur_per_month or 0.0) + _CENT:
            return "just_over", {"eur": round(float(low[place]), 2)}
        if any(cost.per is CostPeriod.ONCE for cost, _ in source.costs):
            amount = max(cost.amount_eur or 0.0 for cost, _ in source.costs if cost.per is CostPeriod.ONCE)
            return "parts", {"eur": round(amount, 2)}
        if any(cost.has_reduction or cost.reduced_eur is not None for cost, _ in source.costs):
            return "reduction", {"eur": round(float(high[place]), 2)}
        periods = {cost.per for cost, _ in source.costs}
        often = "often" if CostPeriod.TIME in periods else "price"
        return often, {"eur": round(float(high[place]), 2)}
