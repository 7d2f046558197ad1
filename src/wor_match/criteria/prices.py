"""What one may turn out to pay a month: insured or not, reduced or not, for whichever period, however often."""

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

#: Times a month when it is not told how often one comes: once a year, or weekly.
_SELDOM, _OFTEN = 1 / 12, 52 / 12


def ends(scene: Scene) -> tuple[Floats, Floats]:
    """Least and most a month in euros that it may turn out to cost, (n,) each; nan where no price is told."""
    least, most = scene.rows.catalogue.once(_OF_ALL[scene.query.client.has_city_pass]).take(scene.rows.index, axis=1)
    return least, most


def _of_all(catalogue: Catalogue, has_city_pass: bool | None) -> Floats:
    """The same of all rows, (2, rows)."""
    pairs = catalogue.all_rows.answer(COSTS, lambda costs: _ends(costs, has_city_pass), np.float64)
    return np.ascontiguousarray(pairs.reshape(-1, 2).T)


_OF_ALL = {answer: partial(_of_all, has_city_pass=answer) for answer in (True, False, None)}


def _ends(costs: PaidCosts, has_city_pass: bool | None) -> tuple[float, float]:
    every = [
        list(_turns_out(cost, often, is_timed, has_city_pass))
        for (cost, often), is_timed in zip(costs.costs, costs.is_timed, strict=True)
    ]
    least = sum(min(low for low, _ in one) for one in every)
    return least, sum(max(high for _, high in one) for one in every)


def _turns_out(cost: Cost, often: float, is_timed: bool, has_city_pass: bool | None) -> Iterator[tuple[float, float]]:
    """Least and most a month in every way in which what is not told of one price can turn out."""
    for per in CostPeriod if cost.per is None else (cost.per,):
        told = cost.model_copy(update={"per": per})
        for times in (often,) if is_timed else (_SELDOM, often, _OFTEN):
            yield one_monthly(told, times, has_city_pass)
            if cost.reduced_eur is None and cost.has_reduction is not False:
                yield one_monthly(told.model_copy(update={"reduced_eur": 0.0}), times, has_city_pass)
            if cost.is_insured is None:
                yield one_monthly(told.model_copy(update={"is_insured": True}), times, has_city_pass)
