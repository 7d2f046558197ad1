"""How big the first step is for this client."""

import math

import pytest

from making import PRIORS, Asked, profile, query
from wor_match.criteria.first_step import LOW_READINESS, FirstStepCriterion, sign_up_value
from wor_match.domain.client import Client
from wor_match.vocabulary.enums import SignUp


def step(**facts):
    return {"first_step": facts}


def value(way, **client):
    return sign_up_value(way, Client(reference="c", **client))


@pytest.mark.parametrize(
    "asked", [{"goes_alone": "yes"}, {"readiness": 0}, {"digital": "own"}, {"contact": ["call"]}], ids=str
)
def test_it_applies_when_any_of_it_was_asked(asked):
    assert FirstStepCriterion().applies(query(**asked))
    assert not FirstStepCriterion().applies(query())


def test_walking_in_is_easiest_and_not_told_is_not_known():
    assert math.isnan(value(None))
    values = [value(way) for way in SignUp]
    assert max(values) == value(SignUp.WALK_IN) == 1
    assert all(0 < one <= 1 for one in values)


def test_what_is_hard_depends_on_the_client():
    assert value(SignUp.CALL) > value(SignUp.CALL, contact=["email"])
    assert value(SignUp.CALL) == value(SignUp.CALL, contact=["call"])
    assert value(SignUp.EMAIL) > value(SignUp.EMAIL, contact=["call"])
    assert value(SignUp.EMAIL) > value(SignUp.EMAIL, needs_help_reading=True)
    assert value(SignUp.EMAIL) == value(SignUp.EMAIL, contact=["email"])
    digital = [value(SignUp.ONLINE, digital=skill) for skill in ("none", "with_help", "own")]
    assert digital == sorted(digital)
    assert digital[0] < value(SignUp.ONLINE) < digital[2]


def test_sign_up_is_told_when_it_is_easy_or_hard():
    asked = Asked(
        FirstStepCriterion(),
        query(digital="none"),
        step(sign_up="walk_in"),
        step(sign_up="online"),
        step(sign_up="call"),
        {},
    )
    assert asked.cases() == [[(True, "walk_in")], [(False, "hard_sign_up")], [], []]
    assert asked.tellings()[1][0].params == {"way": "online"}
    assert asked.expected[0] > asked.expected[3] > asked.expected[1]


@pytest.mark.parametrize("alone", ["first_time_together", "no"])
def test_who_does_not_go_alone_needs_company(alone):
    offers = [
        step(companion_welcome=True),
        step(companion_welcome=False, buddy_available=True),
        {},
        step(companion_welcome=False, buddy_available=False),
        {**step(companion_welcome=False, buddy_available=False), "kind": "one_to_one"},
    ]
    asked = Asked(FirstStepCriterion(), query(goes_alone=alone), *offers)
    assert asked.cases() == [[(True, "together")], [(True, "together")], [], [(False, "alone")], [(True, "together")]]
    assert asked.expected[0] == asked.expected[1] > asked.expected[2] > asked.expected[3]
    assert asked.expected[4] == asked.expected[0]


def test_who_goes_alone_is_not_told_of_company():
    asked = Asked(FirstStepCriterion(), query(goes_alone="yes"), step(companion_welcome=True), {})
    assert asked.cases() == [[], []]
    assert asked.expected[0] == asked.expected[1]


def test_trial_and_welcome_and_experience_are_told():
    offers = [
        step(trial_possible=True),
        step(look_in_possible=True),
        {"group": {"welcomes_newcomers": True}},
        {"group": {"welcomed_by": "gastvrouw Riet"}},
        {"group": {"experience_needed": True}},
        {"group": {"welcomes_newcomers": False, "experience_needed": False}},
    ]
    asked = Asked(FirstStepCriterion(), query(readiness=8), *offers)
    told = [[(True, "trial")]] * 2 + [[(True, "welcome")]] * 2 + [[(False, "experience")], []]
    assert asked.cases() == told
    assert asked.tellings()[3][0].params == {"by": "gastvrouw Riet"}
    assert asked.expected[2] > asked.expected[5]


@pytest.mark.parametrize(
    ("client", "is_told"),
    [({"readiness": LOW_READINESS}, True), ({"readiness": LOW_READINESS + 1}, False), ({"digital": "own"}, True)],
)
def test_having_to_come_every_time_is_told_at_low_readiness(client, is_told):
    asked = Asked(FirstStepCriterion(), query(**client), step(free_to_skip=False), step(free_to_skip=True))
    assert asked.cases() == [[(False, "every_time")] if is_told else [], []]
    assert asked.expected[0] < asked.expected[1]


def test_readiness_of_zero_is_low():
    assert Asked(FirstStepCriterion(), query(readiness=0), step(free_to_skip=False)).cases() == [
        [(False, "every_time")]
    ]


def test_a_small_step_counts_for_more_at_low_readiness():
    trial = [step(trial_possible=True, free_to_skip=True, sign_up="intake"), step(sign_up="intake")]
    low = Asked(FirstStepCriterion(), query(readiness=2), *trial).expected
    high = Asked(FirstStepCriterion(), query(readiness=9), *trial).expected
    assert low[0] - low[1] > high[0] - high[1] > 0


GOOD = step(sign_up="walk_in", companion_welcome=True, trial_possible=True, free_to_skip=True) | {
    "group": {"welcomes_newcomers": True, "experience_needed": False}
}
BAD = step(
    sign_up="online", companion_welcome=False, buddy_available=False, trial_possible=False, look_in_possible=False,
    free_to_skip=False,
) | {"group": {"welcomes_newcomers": False, "experience_needed": True}}  # fmt: skip


@pytest.mark.parametrize("prior", PRIORS)
def test_unknown_lies_between_no_and_yes(prior):
    asking = query(goes_alone="no", digital="none", readiness=1, using=profile({"first_step": prior}))
    asked = Asked(FirstStepCriterion(), asking, GOOD, {}, BAD)
    yes, unknown, no = asked.expected
    assert 1 == yes >= unknown >= no
    assert asked.low[1] == pytest.approx(no)
    assert asked.high[1] == yes


def test_whether_somebody_may_come_is_not_asked_where_it_is_told():
    """That there is perhaps a buddy is open still, but that is another question."""
    onsite = {"places": [{"name": "Wijkcentrum"}]}
    told = {**onsite, "first_step": {"companion_welcome": False}}
    asked = Asked(FirstStepCriterion(), query(goes_alone="no"), onsite, told)
    facts = [asked.criterion.open_facts(asked.scene, int(row)).names for row in asked._place]
    assert "first_step.companion" in facts[0]
    assert "first_step.companion" not in facts[1]


FACTS = ("trial", "skip")
COURSE_ONLINE = {"kind": "course", "setting": "online"}


@pytest.mark.parametrize(
    ("offer", "asked"),
    [
        ({"kind": "activity"}, FACTS),
        ({"kind": "course"}, FACTS),
        ({"kind": "activity", "setting": "online"}, FACTS),
        ({"kind": "one_to_one"}, ()),
        (COURSE_ONLINE, ()),
        ({"kind": "one_off"}, ()),
        ({"kind": "drop_in"}, ("trial",)),
        ({"kind": "activity", "first_step": {"sign_up": "walk_in"}}, ("skip",)),
    ],
)
def test_only_what_can_matter_there_is_asked(offer, asked):
    at = {"places": [{"name": "Wijkcentrum"}]} if offer.get("setting") != "online" else {}
    found = Asked(FirstStepCriterion(), query(readiness=2, goes_alone="yes"), {**at, **offer})
    names = found.criterion.open_facts(found.scene, 0).names
    assert tuple(one for one in FACTS if f"first_step.{one}" in names) == asked


def test_with_a_buddy_a_place_where_nobody_may_come_along_is_less_hard():
    told = {"places": [{"name": "Wijkcentrum"}], "first_step": {"companion_welcome": False}}
    alone, together = (
        Asked(FirstStepCriterion(), query(goes_alone="no", has_buddy=buddy), told).expected[0] for buddy in (None, True)
    )
    assert together > alone
