"""Every shipped rule keeps the contract of rules."""

from __future__ import annotations

import pytest

from wor_match.rules import RULES, Rule
from wor_match.testing import RuleContract

#: A rule of the group or of the listing holds also for a client of whom nothing was asked.
ALWAYS = (
    "status",
    "current",
    "referral",
    "start",
    "age",
    "gender",
    "audience",
    "residents",
    "membership",
    "language",
    "places",
)
BY_NAME = {rule.name: rule for rule in RULES}


class TestRulesThatAlwaysApply(RuleContract):
    always_applies = True

    @pytest.fixture(params=ALWAYS)
    def rule(self, request: pytest.FixtureRequest) -> Rule:
        return BY_NAME[request.param]


class TestRulesThatNeedAnAnswer(RuleContract):
    @pytest.fixture(params=[name for name in BY_NAME if name not in ALWAYS])
    def rule(self, request: pytest.FixtureRequest) -> Rule:
        return BY_NAME[request.param]


def test_names_are_unique() -> None:
    assert len(BY_NAME) == len(RULES)
