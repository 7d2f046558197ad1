"""Of two equal things the one without open questions comes first."""

from datetime import timedelta

import numpy as np
import pytest

from making import HOME, TODAY, Asked, matcher, query
from wor_match.criteria.certainty import CertaintyCriterion
from wor_match.domain.client import Client
from wor_match.rules import RULES
from wor_match.testing import an_activity

#: Of which everything is told that a rule would otherwise take to be so.
TOLD = an_activity().model_dump(exclude={"id"})
PRESUMED = {
    "membership": {"group": {"membership_required": None, "referral_required": False}, "access": "open"},
    "referral": {"group": {"membership_required": False, "referral_required": None}, "access": None},
    "places": {"capacity": {}, "first_step": {"sign_up": "call"}},
    "language": {"language": {}},
    "audience": {"group": {**TOLD["group"], "audiences": ["carer"], "audience_is_hard": None}},
    "start": {"kind": "course", "capacity": {**TOLD["capacity"], "can_join_midway": None}},
    "budget": {"cost": {"amount_eur": 1, "per": None}},
    "evening": {"schedule": {"rules": [{"weekday": "tue", "start": "17:00"}]}},
    "hours": {"schedule": {"rules": [{"weekday": "tue", "start": "10:00"}]}},
    "reach": {"kind": None, "schedule": {}, "group": {**TOLD["group"], "size": None}, "capacity": {
        **TOLD["capacity"], "can_join_midway": True}},
}  # fmt: skip


def test_it_always_applies():
    assert CertaintyCriterion().applies(query())


def test_it_counts_down_with_the_risk():
    criterion = CertaintyCriterion()
    asked = Asked(criterion, query(), *[TOLD] * 3)
    asked.scene.risk = np.array([0.0, 0.4, 9.0])
    values = criterion.evaluate(asked.scene)
    assert values.expected.tolist() == values.low.tolist() == [1.0, 0.6, 0.0]
    assert values.high.tolist() == [1.0, 1.0, 1.0]  # every question may be answered with yes
    assert criterion.tell(asked.scene, 1, 0.6) == []


@pytest.mark.parametrize("rule", PRESUMED)
def test_what_a_rule_takes_to_be_so_makes_the_low_value(rule):
    asking = query(home=HOME, budget_eur_per_month=20, availability=[{"weekday": "tue"}], travel={"evening": False})
    asked = Asked(CertaintyCriterion(), asking, {**TOLD, **PRESUMED[rule]}, TOLD)
    risk = next(one.risk for one in RULES if one.name == rule)
    assert asked.low[0] <= 1 - risk + 1e-9
    assert asked.expected == [1, 1]
    assert asked.low[1] == 1


def test_an_open_question_costs_points():
    offers = [{"title": "Koor", "last_verified": TODAY - timedelta(days=3)}, {"title": "Koor", "status": None}]
    advice = matcher(*offers).recommend(Client(reference="c", interests=["zingen"]))
    points = {
        one.activity.id: next(each.points_milli for each in one.contributions if each.criterion == "certainty")
        for one in advice.suggestions
    }
    assert points["a00"] > points["a01"]
