"""Who may send someone. What needs an indication is never an ordinary suggestion."""

from __future__ import annotations

import numpy as np

from wor_match.catalogue.columns import NO, UNKNOWN, YES, CategoryColumn, RowSource
from wor_match.catalogue.marks import FROM_PROSE, is_doubted
from wor_match.domain.records import Param
from wor_match.query.query import Query
from wor_match.query.scene import Scene
from wor_match.rules.base import Rule, Verdicts
from wor_match.vocabulary.enums import Access
from wor_match.vocabulary.tables import read_table

_RANK = {Access.OPEN: 0, Access.REFERRAL: 1, Access.INDICATED: 2}


def access_of(row: RowSource) -> Access:
    """The strictest of what the activity states and what its intervention types carry; open when nothing does."""
    activity = row.activity
    table = {one["intervention"]: Access(one["access"]) for one in read_table("intervention_types")}
    found = [table[name] for name in activity.interventions]
    if activity.provenance.get("interventions") == FROM_PROSE:
        # Words such as "bereavement group" tell its type, not that this one wants a referral; treatment is treatment.
        found = [access for access in found if access is Access.INDICATED]
    if activity.access is not None:
        found.append(activity.access)
    if activity.group.referral_required is True:
        found.append(Access.REFERRAL)
    return max(found, key=lambda access: _RANK[access], default=Access.OPEN)


def _is_doubted(row: RowSource) -> bool:
    return is_doubted(row.activity, "group.referral_required")


#: (access, whether prose contradicts what is told of a referral)
ACCESS = CategoryColumn("access", lambda row: (access_of(row), _is_doubted(row)))
_ANSWER = {Access.OPEN: YES, Access.REFERRAL: UNKNOWN, Access.INDICATED: NO}


def fits(access: Access, doubted: bool) -> int:
    """Open is YES unless the prose says otherwise, a referral UNKNOWN, an indication NO.

    >>> fits(Access.OPEN, False), fits(Access.OPEN, True), fits(Access.INDICATED, True)
    (1, 0, -1)
    """
    return UNKNOWN if doubted and access is Access.OPEN else _ANSWER[access]


class ReferralRule(Rule):
    """Open is yes, a referral is a question, an indication is no: that goes through the GP or mental health care."""

    name = "referral"
    field = "access"
    urgency = 18
    risk = 0.6

    def applies(self, query: Query) -> bool:
        """Always."""
        return True

    def check(self, scene: Scene) -> Verdicts:
        """Once for every kind of access."""
        return scene.rows.answer(ACCESS, lambda value: fits(*value), np.int8)

    def why_not(self, scene: Scene, place: int) -> tuple[str, dict[str, Param]]:
        """It needs an indication."""
        return "indicated", {}

    def ask(self, scene: Scene, place: int) -> tuple[str, dict[str, Param]]:
        """Who arranges the referral, or, where the listing contradicts itself, is one needed?"""
        return ("doubted" if scene.rows.value(ACCESS, place) == (Access.OPEN, True) else "needed"), {}
