"""The group's own rule about age."""

from __future__ import annotations

import numpy as np

from wor_match.catalogue.catalogue import Catalogue
from wor_match.catalogue.columns import NO, UNKNOWN, YES, CategoryColumn, RowSource
from wor_match.catalogue.marks import is_doubted
from wor_match.catalogue.said import prose_facts
from wor_match.domain.offer import Group
from wor_match.domain.records import Param
from wor_match.query.query import Query
from wor_match.query.scene import Scene
from wor_match.rules.base import Rule, Verdicts

AGES = CategoryColumn("ages", lambda row: _hard_ages(row.activity.group))


_BOUNDS = ("age_min", "age_max")
#: The highest age a client can have.
_OLDEST = 120


def _hard_ages(group: Group) -> tuple[int | None, int | None]:
    """The bounds that keep somebody out: "from 0 years" is no rule."""
    if not group.age_is_hard:
        return (None, None)
    return (group.age_min or None, None if group.age_max == _OLDEST else group.age_max)


def _ages_in_prose(row: RowSource) -> tuple[int | None, int | None]:
    """The bounds with those of the prose in place of the field's where it contradicts these."""
    activity, group = row.activity, row.activity.group
    doubted = [name for name in _BOUNDS if is_doubted(activity, f"group.{name}")]
    if not doubted or not group.age_is_hard:
        return _hard_ages(group)
    told = prose_facts(activity.title, activity.prose)
    found = {name: int(told[name]) for name in doubted if name in told}
    least, most = _hard_ages(group.model_copy(update=found))
    # Ages that leave nobody are not believed.
    return _hard_ages(group) if least is not None and most is not None and least > most else (least, most)


#: The same as AGES, but where the prose is narrower.
NARROWER = CategoryColumn("ages_in_prose", _ages_in_prose)


def _has_doubts(catalogue: Catalogue) -> bool:
    return any(is_doubted(one, f"group.{name}") for one in catalogue.effective for name in _BOUNDS)


def fits(ages: tuple[int | None, int | None], age: int | None) -> int:
    """YES, NO, or UNKNOWN when there is a rule and the age was not asked.

    >>> fits((55, None), 54), fits((55, None), None), fits((None, None), None)
    (-1, 0, 1)
    """
    least, most = ages
    if least is None and most is None:
        return YES
    if age is None:
        return UNKNOWN
    return YES if (least is None or age >= least) and (most is None or age <= most) else NO


class AgeRule(Rule):
    """No when the client is outside a stated age rule; a recommendation is no rule, and contradicted ages are asked."""

    name = "age"
    field = "group.age_min"
    urgency = 35

    def applies(self, query: Query) -> bool:
        """Always: a rule of the group holds also when the age was not asked."""
        return True

    def check(self, scene: Scene) -> Verdicts:
        """Once for every distinct rule."""
        age = scene.query.client.age
        by_field = scene.rows.answer(AGES, lambda ages: fits(ages, age), np.int8)
        if not scene.rows.catalogue.once(_has_doubts):
            return by_field
        by_prose = scene.rows.answer(NARROWER, lambda ages: fits(ages, age), np.int8)
        return np.where((by_field == YES) & (by_prose != YES), np.int8(UNKNOWN), by_field)

    def _params(self, scene: Scene, place: int) -> dict[str, Param]:
        group = scene.rows.source(place).activity.group
        least, most = scene.rows.value(NARROWER, place)
        return {"age_min": least or group.age_min, "age_max": most or group.age_max}

    def why_not(self, scene: Scene, place: int) -> tuple[str, dict[str, Param]]:
        """The group's rule; never the client's age."""
        return "outside", self._params(scene, place)

    def ask(self, scene: Scene, place: int) -> tuple[str, dict[str, Param]]:
        """Does the client's age fit?"""
        return "unknown", self._params(scene, place)
