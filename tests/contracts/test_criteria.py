"""Every shipped criterion keeps the contract of criteria."""

from __future__ import annotations

import pytest

from wor_match.criteria import CRITERIA, Criterion
from wor_match.domain.profile import Profile
from wor_match.testing import CriterionContract

#: What a listing says of itself counts also for a client of whom nothing was asked.
ALWAYS = ("identity", "purpose", "places", "certainty", "freshness")
BY_NAME = {criterion.name: criterion for criterion in CRITERIA}


class TestCriteriaThatAlwaysApply(CriterionContract):
    always_applies = True

    @pytest.fixture(params=ALWAYS)
    def criterion(self, request: pytest.FixtureRequest) -> Criterion:
        return BY_NAME[request.param]


class TestCriteriaThatNeedAnAnswer(CriterionContract):
    @pytest.fixture(params=[name for name in BY_NAME if name not in ALWAYS])
    def criterion(self, request: pytest.FixtureRequest) -> Criterion:
        return BY_NAME[request.param]


def test_names_are_unique_and_all_have_a_weight() -> None:
    assert len(BY_NAME) == len(CRITERIA)
    assert set(Profile.default().weights) == set(BY_NAME)
