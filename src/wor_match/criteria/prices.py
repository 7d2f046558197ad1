"""The least that one may turn out to pay a month: insured, reduced, for whichever period, however seldom."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import numpy as np

from wor_match.catalogue.catalogue import Catalogue
from wor_match.criteria.base import Floats
from wor_match.domain.offer import Cost
from wor_match.query.scene import Scene
from wor_match.rules.budget import COSTS, PaidCosts, one_monthly
from wor_match.vocabulary.enums import CostPeriod

#: Times a month when it is not told how often one comes: once a year.
_SELDOM = 1 / 12


def least_of_all(scene: Scene) -> Floats:
    """Least a month in euros that it may turn out to cost, (n,); nan where no price is told.

    The most is known: what one pays without any reduction, every week where it is not told how often.
    """
    least: Floats = scene.rows.catalogue.once(_OF_ALL[scene.query.client.has_city_pass])[scene.rows.index]
    return least


def _of_all(catalogue: Catalogue, has_city_pass: bool | None) -> Floats:
    """The same of all rows, (rows,)."""
    return catalogue.all_rows.answer(COSTS, lambda costs: _least(costs, has_city_pass), np.float64)


_OF_ALL = {answer: partial(_of_all, has_city_pass=answer) for answer in (True, False, None)}


def _least(costs: PaidCosts, has_city_pass: bool | None) -> float:
    each = zip(costs.costs, costs.is_timed, strict=True)
    return sum(min(_turns_out(cost, often, is_timed, has_city_pass)) for (cost, often), is_timed in each)


def _turns_out(cost: Cost, often: float, is_timed: bool, has_city_pass: bool | None) -> Iterator[float]:
    """Least a month in every way in which what is not told of one price can turn out."""
    for per in CostPeriod if cost.per is None else (cost.per,):
        told = cost.model_copy(update={"per": per})
        for times in (often,) if is_timed else (_SELDOM, often):
            yield one_monthly(told, times, has_city_pass)[0]
            if cost.reduced_eur is None and cost.has_reduction is not False:
                yield one_monthly(told.model_copy(update={"reduced_eur": 0.0}), times, has_city_pass)[0]
            if cost.is_insured is None:
                yield one_monthly(told.model_copy(update={"is_insured": True}), times, has_city_pass)[0]
