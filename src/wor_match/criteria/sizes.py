"""A number of people of which only the fewest or the most is told."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from wor_match.catalogue.columns import Column, RowSource
from wor_match.criteria.base import Floats, Values, spread
from wor_match.query.scene import Scene
from wor_match.rules.company import ANY_SIZE, LEAST, MOST, size_bounds
from wor_match.vocabulary.enums import ActivityKind


def _is_bounded(row: RowSource) -> bool:
    least, most = size_bounds(row.activity)
    is_told = least > 1 or most < ANY_SIZE
    return is_told and least < most and row.activity.kind is not ActivityKind.ONE_TO_ONE


#: The usual number is not known, and the fewest or the most is.
IS_BOUNDED = Column("size_is_bounded", np.bool_, _is_bounded)


def bounded(
    values: Values, scene: Scene, value: Callable[[Floats], Floats], turns: tuple[int, ...], prior: float
) -> Values:
    """The same values, but where the size is bounded as wide as the sizes that are left.

    Parameters
    ----------
    value : function of sizes
    turns : sizes after which the value may change; between two of them it goes one way.
    prior : the expected value where no largest size is told; else it is that of the size in the middle.
    """
    here = np.flatnonzero(scene.rows.get(IS_BOUNDED))
    if not len(here):
        return values
    least, most = scene.rows.get(LEAST)[here], scene.rows.get(MOST)[here]
    steps = [0, *turns, *(turn + 1 for turn in turns), ANY_SIZE]
    tried = np.array([value(np.clip(step, least, most).astype(np.float64)) for step in steps])
    low, high = tried.min(axis=0), tried.max(axis=0)
    found = spread(low, np.where(most < ANY_SIZE, value((least + most) / 2), prior), high)
    low, expected, high = (old.copy() for old in values)
    low[here], expected[here], high[here] = found
    return Values(low, expected, high)
