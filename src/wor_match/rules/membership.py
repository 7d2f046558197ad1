"""Only for members."""

from __future__ import annotations

import numpy as np

from wor_match.catalogue.columns import UNKNOWN, YES, Column, RowSource
from wor_match.catalogue.marks import is_doubted
from wor_match.domain.records import Param
from wor_match.query.query import Query
from wor_match.query.scene import Scene
from wor_match.rules.base import Rule, Verdicts

_PATH = "group.membership_required"


def _members(row: RowSource) -> int:
    is_asked = row.activity.group.membership_required is True or is_doubted(row.activity, _PATH)
    return UNKNOWN if is_asked else YES


MEMBERS = Column("membership", np.int8, _members)


class MembershipRule(Rule):
    """Membership can be had, so it is a question and never a no."""

    name = "membership"
    field = _PATH
    urgency = 40
    risk = 0.2

    def applies(self, query: Query) -> bool:
        """Always."""
        return True

    def check(self, scene: Scene) -> Verdicts:
        """Yes when no membership is needed as far as told."""
        return scene.rows.get(MEMBERS)

    def ask(self, scene: Scene, place: int) -> tuple[str, dict[str, Param]]:
        """How does one become a member, and, where that is not told, what does it cost? Or is it needed at all?"""
        activity = scene.rows.source(place).activity
        if is_doubted(activity, _PATH):
            return "doubted", {}
        is_price_told = activity.cost.amount_eur is not None and not is_doubted(activity, "cost.amount_eur")
        return ("how" if is_price_told else "members_only"), {}
