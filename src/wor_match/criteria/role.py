"""What the client wants to be: take part, help, lead, learn."""

from __future__ import annotations

import numpy as np

from wor_match.catalogue.columns import CategoryColumn, Column, RowSource
from wor_match.criteria.base import Criterion, Floats, Telling, Values
from wor_match.query.query import Query
from wor_match.query.scene import Scene
from wor_match.vocabulary.enums import ActivityKind, Role

_BY_KIND = {
    ActivityKind.VOLUNTEERING: frozenset({Role.HELP}),
    ActivityKind.COURSE: frozenset({Role.LEARN, Role.TAKE_PART}),
}
#: Another role than the one wished for is still something.
_OTHER = 0.25


def roles_of(row: RowSource) -> frozenset[Role]:
    """Roles that an activity offers: as told, else what its kind implies, else taking part."""
    activity = row.activity
    if activity.roles:
        return frozenset(activity.roles)
    return _BY_KIND.get(activity.kind, frozenset({Role.TAKE_PART})) if activity.kind else frozenset({Role.TAKE_PART})


ROLES = CategoryColumn("roles", roles_of)
IS_TOLD = Column("roles_told", np.bool_, lambda row: bool(row.activity.roles))


class RoleCriterion(Criterion):
    """1 when a wished role is offered, 0.25 when not. Expected is what its kind implies; not told may be either."""

    name = "role"
    reducer = "max"

    def applies(self, query: Query) -> bool:
        """When a role wish was named, or is read in the wishes."""
        return bool(query.roles)

    def evaluate(self, scene: Scene) -> Values:
        """Once for every distinct set of roles."""
        wanted = frozenset(scene.query.roles)
        value = scene.rows.answer(ROLES, lambda roles: 1.0 if roles & wanted else _OTHER, np.float64)
        # What is not told may be more, or something else, than what its kind implies.
        told = scene.rows.get(IS_TOLD)
        return Values(np.where(told, value, _OTHER), value, np.where(told, value, 1.0))

    def at_most(self, scene: Scene) -> Floats:
        """The value itself: it is quick."""
        return self.evaluate(scene).expected

    def tell(self, scene: Scene, place: int, value: float) -> list[Telling]:
        """The role, or that it is another one."""
        wanted = scene.query.roles
        shared = [role for role in wanted if role in roles_of(scene.rows.source(place))]
        if shared:
            return [Telling(True, "offered", {"role": shared[0].value})]
        return [Telling(False, "other", {"role": wanted[0].value})]
