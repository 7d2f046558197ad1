"""What every rule says, by hand: yes, no and unknown, at the edges, and with each of its records."""

from __future__ import annotations

import pytest

import rule_cases_group
import rule_cases_listing
import rule_cases_practical
from rule_case import Case
from wor_match.explain.codes import codes
from wor_match.rules import RULES
from wor_match.testing import a_client, an_activity, answers, scene_of

CASES = [*rule_cases_listing.CASES, *rule_cases_group.CASES, *rule_cases_practical.CASES]
BY_NAME = {rule.name: rule for rule in RULES}


@pytest.mark.parametrize("case", CASES, ids=str)
def test_golden(case: Case) -> None:
    scene = scene_of(a_client(**case.client), an_activity(**case.activity), travel=case.travel)
    (answer,) = answers(BY_NAME[case.rule], scene)
    assert (answer.verdict, answer.code) == (case.verdict, case.code)
    assert answer.params == case.params


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_this_client_can_do_this_activity(rule: object) -> None:
    (answer,) = answers(BY_NAME[rule.name], scene_of(a_client(), an_activity()))  # type: ignore[attr-defined]
    assert answer.verdict in ("yes", "silent")


def test_every_published_record_of_a_rule_has_a_case() -> None:
    told = {name for name, code in codes().items() if code.kinds & {"exclusion", "question"}}
    published = {name for name in told if name.removeprefix("ask.").split(".")[0] in BY_NAME}
    of_a_criterion = {"ask.dislikes.limit"}  # the criterion and the rule have one name
    assert {case.code for case in CASES if case.code} == published - of_a_criterion


def test_every_rule_says_yes_and_whatever_else_it_can() -> None:
    found = {(case.rule, case.verdict) for case in CASES}
    never = {(name, "unknown") for name in ("current", "dislikes")} | {("membership", "no")}
    assert {(name, verdict) for name in BY_NAME for verdict in ("yes", "no", "unknown")} - never <= found
    assert not never & found
