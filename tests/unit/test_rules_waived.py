"""A rule set aside for one activity: its no becomes a yes there, and nowhere else."""

from __future__ import annotations

import pytest

from wor_match.rules import RULES, Rule
from wor_match.rules.waived import waived
from wor_match.testing import RuleContract, a_client, an_activity, answers, scene_of

BUDGET = next(rule for rule in RULES if rule.name == "budget")
DEAR, UNTOLD = {"cost": {"amount_eur": 900, "per": "month"}}, {"cost": {"amount_eur": None}}


class TestWaivedForNothing(RuleContract):
    @pytest.fixture
    def rule(self) -> Rule:
        return waived(BUDGET, ())


def test_only_its_no_is_set_aside_and_only_there() -> None:
    activities = [
        an_activity(id="a", **DEAR),
        an_activity(id="b", **DEAR),
        an_activity(id="c", **UNTOLD),
        an_activity(id="d"),
    ]
    scene = scene_of(a_client(), *activities)
    found = answers(waived(BUDGET, (0, 2)), scene)
    assert [one.verdict for one in found] == ["yes", "no", "unknown", "yes"]
    assert found[1:] == answers(BUDGET, scene)[1:]


def test_it_is_told_as_the_same_rule() -> None:
    same = waived(BUDGET, (0,))
    assert (same.name, same.field, same.urgency, same.risk) == ("budget", BUDGET.field, BUDGET.urgency, BUDGET.risk)
    assert answers(same, scene_of(a_client(budget_eur_per_month=None), an_activity(**DEAR)))[0].verdict == "silent"
