"""What it costs a month against the client's budget."""

from __future__ import annotations

import math

import numpy as np

from wor_match.criteria.base import Criterion, Floats, OpenFacts, Telling, Values, unit
from wor_match.criteria.prices import ends
from wor_match.domain.records import Param
from wor_match.query.query import Query
from wor_match.query.scene import Scene
from wor_match.rules.budget import monthly_cost
from wor_match.vocabulary.enums import CostPeriod

#: What is left when the whole budget goes to it.
AT_BUDGET = 0.3
#: Euros a month that count as the whole budget when it was not asked: a chosen scale, never an exclusion.
_USUAL = 25.0


def value_of(eur: Floats, budget: float) -> Floats:
    """1 for free, 0.3 at the whole budget, 0 from about 1.4 times the budget."""
    return unit(1 - (1 - AT_BUDGET) * eur / max(budget, 0.01))


class MoneyCriterion(Criterion):
    """Cheaper is better; a price that is not known is unknown.

    A price that is told may still turn out to be insured, to have a reduction, or to be for another period than was
    thought. A highest tariff or a one-off extra that nobody tells is taken not to be there.
    """

    name = "money"
    prior = 0.6

    def applies(self, query: Query) -> bool:
        """When a budget or a city pass was asked."""
        return query.client.budget_eur_per_month is not None or query.client.has_city_pass is True

    def evaluate(self, scene: Scene) -> Values:
        """Expected is halfway between paying with and without the reductions that are told; see the class."""
        budget = scene.query.client.budget_eur_per_month
        least, most = scene.once(monthly_cost)
        lost = np.isnan(most)
        scale = _USUAL if budget is None else budget
        low = np.where(lost, 0.0, value_of(most, scale))
        high = np.where(lost, 1.0, value_of(least, scale))
        middle = np.where(lost, self.unknown(scene.query), (low + high) / 2)
        cheapest, dearest = scene.once(ends)
        low = np.where(lost, 0.0, np.minimum(low, value_of(dearest, scale)))
        high = np.where(lost, 1.0, np.maximum(high, value_of(cheapest, scale)))
        return Values(low, middle, high)

    def open_facts(self, scene: Scene, place: int) -> OpenFacts:
        """The price, or, where that is told, what it is for and whether there is a reduction."""
        found: list[str] = []
        for cost, _ in scene.rows.source(place).costs:
            is_told, is_paid = cost.amount_eur is not None, cost.amount_eur != 0
            found += [] if is_told else ["price"]
            found += ["period"] if is_told and is_paid and cost.per is None else []
            found += ["reduction"] if is_paid and cost.reduced_eur is None and cost.has_reduction is None else []
        return OpenFacts(tuple(f"money.{name}" for name in dict.fromkeys(found)))

    def tell(self, scene: Scene, place: int, value: float) -> list[Telling]:
        """Free, cheap, a large part of the budget, or more than that."""
        least, most = (eur.item(place) for eur in scene.once(monthly_cost))
        if math.isnan(most):
            return []
        if most == 0:
            return [Telling(True, "free", {})]
        cost = scene.rows.source(place).costs[0][0]
        if cost.per is CostPeriod.ONCE and cost.amount_eur is not None:
            return [Telling(False, "once", {"amount": cost.amount_eur})] if value < 0.65 else []
        params: dict[str, Param] = {
            "eur": round(most, 2),
            "least": round(least, 2),
            "amount": cost.amount_eur,
            "per": cost.per.value if cost.per else None,
        }
        if value >= 0.65:
            return [Telling(True, "cheap", params)]
        budget = scene.query.client.budget_eur_per_month
        if budget is not None and most > budget:
            return [Telling(False, "over_budget", params)]
        return [Telling(False, "dear", params)] if value < 0.5 else []
