"""Only for members."""

from __future__ import annotations

import numpy as np

from wor_match.catalogue.columns import UNKNOWN, YES, Column
from wor_match.domain.records import Param
from wor_match.query.query import Query
from wor_match.query.scene import Scene
from wor_match.rules.base import Rule, Verdicts

MEMBERS = Column("membership", np.int8, lambda row: UNKNOWN if row.activity.group.membership_required is True else YES)


class MembershipRule(Rule):
    """Membership can be had, so it is a question and never a no."""

    name = "membership"
    field = "group.membership_required"
    urgency = 40
    risk = 0.2

    def applies(self, query: Query) -> bool:
        """Always."""
        return True

    def check(self, scene: Scene) -> Verdicts:
        """Yes when no membership is needed as far as told."""
        return scene.rows.get(MEMBERS)

    def ask(self, scene: Scene, place: int) -> tuple[str, dict[str, Param]]:
        """How does one become a member, and what does it cost?"""
        return "members_only", {}
