"""How fresh and complete the listing is: a listing that no longer exists is a classic reason to give up."""

from __future__ import annotations

import numpy as np

from wor_match.catalogue.columns import Column, RowSource
from wor_match.catalogue.rows import Rows
from wor_match.criteria.base import Criterion, Floats, Telling, Values, unit
from wor_match.query.query import Query
from wor_match.query.scene import Scene
from wor_match.rules.status import VERIFIED
from wor_match.vocabulary.enums import Setting

#: Checked within this many days counts as fresh.
FRESH_DAYS = 90
#: After this many times the profile's stale days nothing is left of the freshness.
_GONE = 3
_SHARE_OF_FRESHNESS = 0.7


def completeness(row: RowSource) -> float:
    """Share of the facts that every visitor needs and that are told: what, when, where, cost, whom to call."""
    activity = row.activity
    contact = activity.contact
    facts = (
        bool(activity.prose),
        row.schedule.is_known or row.schedule.is_flexible is True,
        row.setting is not Setting.ONSITE or row.place is not None,
        activity.cost.amount_eur is not None,
        bool(contact.phone or contact.email or contact.url),
    )
    return sum(facts) / len(facts)


COMPLETE = Column("completeness", np.float64, completeness)


def _values(rows: Rows, today: int, stale: int, unknown: float) -> Floats:
    """Low, expected and high, (3, rows)."""
    verified = rows.get(VERIFIED)
    days = np.maximum(today - verified, 0)
    fresh = unit(1 - (days - FRESH_DAYS) / max(_GONE * stale - FRESH_DAYS, 1))
    rest = rows.get(COMPLETE) * (1 - _SHARE_OF_FRESHNESS)
    low, expected, high = (_SHARE_OF_FRESHNESS * np.where(verified >= 0, fresh, one) for one in (0.0, unknown, 1.0))
    # What is not told makes it less complete, and may be told after all.
    return np.array([low + rest, expected + rest, high + (1 - _SHARE_OF_FRESHNESS)])


class FreshnessCriterion(Criterion):
    """Seven tenths when it was last checked, three tenths how complete it is. Never checked is unknown."""

    name = "freshness"
    prior = 0.4

    def applies(self, query: Query) -> bool:
        """Always."""
        return True

    def evaluate(self, scene: Scene) -> Values:
        """Linear from 1 at 90 days to 0 at three times the stale limit."""
        query = scene.query
        return Values(*scene.of_day(_values, query.day, query.profile.limits.stale_days, self.unknown(query)))

    def tell(self, scene: Scene, place: int, value: float) -> list[Telling]:
        """Only what is old or never checked."""
        verified = scene.rows.at(VERIFIED, place)
        if verified < 0:
            return [Telling(False, "never_checked", {})]
        months = round((scene.query.day - verified) / 30.4)
        stale = scene.query.day - verified > scene.query.profile.limits.stale_days
        return [Telling(False, "old", {"months": months})] if stale else []
