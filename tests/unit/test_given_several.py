"""Several things handed in count once and all: as a list, a tuple, a generator, whatever gives them one by one."""

from __future__ import annotations

import re

import pytest

from talked_about import ADVICE, CATALOGUE, CLIENTS, IDS, SAID, SAMPLE
from wor_match import Catalogue, InputError, Matcher, load_sample_remedies
from wor_match.criteria import CRITERIA
from wor_match.domain.overrule import Overrule
from wor_match.explain.questions_text import NextQuestions
from wor_match.explain.what_if_text import WhatIfs
from wor_match.rules import RULES
from wor_match.sample import SAMPLE_DATE
from wor_match.testing.shares import shares

HIDE = Overrule(kind="hide", activity_ids=(IDS[0],), **SAID)
FEW = CATALOGUE.activities[:12]
REMEDIES = load_sample_remedies()
WAYS = {
    "list": list,
    "tuple": tuple,
    "generator": lambda given: (one for one in given),
    "filter": lambda given: filter(lambda one: True, given),
    "iterator": iter,
    "dict": dict.fromkeys,
}


def matcher(**options):
    return Matcher(CATALOGUE, as_of=SAMPLE_DATE, **options)


def listed(advice):
    return [one.activity.id for one in advice.suggestions]


#: What is asked with several things, and how much there must be of the answer.
CALLS = {
    "rules": (RULES, lambda given: [one.name for one in matcher(rules=given).rules], len(RULES)),
    "rules, asked": (RULES, lambda given: listed(matcher(rules=given).recommend(CLIENTS[1])), 5),
    "criteria": (CRITERIA, lambda given: [one.name for one in matcher(criteria=given).criteria], len(CRITERIA)),
    "remedies": (REMEDIES, lambda given: matcher(remedies=given).remedies, len(REMEDIES)),
    "remedies of a what-if": (REMEDIES, lambda given: SAMPLE.what_if(CLIENTS[1], remedies=given), 5),
    "overrules": ([HIDE], lambda given: SAMPLE.recommend(CLIENTS[1], overrules=given).overrules, 1),
    "clients": (CLIENTS[:3], lambda given: SAMPLE.recommend_many(given, 2).advices, 3),
    "activities": (FEW, lambda given: Catalogue.from_activities(given).activities, 12),
    "activities, at once": (FEW, lambda given: Catalogue(given).activities, 12),
    "add": (FEW, lambda given: Catalogue.from_activities(FEW[:1]).updated(add=given).activities, 12),
    "end": ([one.id for one in FEW], lambda given: Catalogue.from_activities(CATALOGUE.activities[:15]).updated(
        end=given).activities, 3),
    "reorder": (IDS[::-1], lambda given: listed(ADVICE.reorder(given, **SAID)), len(IDS)),
    "chosen": (IDS[:2], lambda given: re.findall("^- .+", ADVICE.letter(given, consent=True), re.M), 2),
    "what-ifs": (SAMPLE.what_if(CLIENTS[1]), WhatIfs, 5),
    "questions": (SAMPLE.questions(CLIENTS[2]), NextQuestions, 5),
    "shares": (CLIENTS[:2], lambda given: shares(Catalogue.from_activities(FEW), given), len(RULES)),
    "shares by rule": (RULES, lambda given: shares(Catalogue.from_activities(FEW), CLIENTS[:2], given), len(RULES)),
}  # fmt: skip


@pytest.mark.parametrize("name", CALLS)
def test_all_of_them_count_however_they_are_given(name):
    given, call, much = CALLS[name]
    first = call(list(given))
    assert len(first) == much
    for way, made in WAYS.items():
        assert call(made(given)) == first, way


def test_what_is_not_several_is_named():
    wrong = {
        "end": lambda: CATALOGUE.updated(end=IDS[0]),
        "end[1]": lambda: CATALOGUE.updated(end=[IDS[0], 5]),
        "remedies": lambda: SAMPLE.what_if(CLIENTS[6], remedies=5),
        "activity_ids": lambda: ADVICE.reorder(None, **SAID),
        "chosen": lambda: ADVICE.letter(5, consent=True),
        "chosen[0]": lambda: ADVICE.letter([["a"]], consent=True),
    }
    for field, make in wrong.items():
        with pytest.raises(InputError) as caught:
            make()
        assert [one.field for one in caught.value.problems] == [field]
