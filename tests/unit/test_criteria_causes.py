"""Each cause: what shares it, what does not, and what does not tell."""

import pytest

from making import catalogue, query
from wor_match.criteria.causes import CHECKS, checked
from wor_match.criteria.earlier import tellings
from wor_match.query.scene import Scene
from wor_match.vocabulary.enums import FailureCause


def place(**access):
    return {"places": [{"access": access}]}


def effort(**facts):
    return {"effort": facts}


def group(**facts):
    return {"group": facts}


def step(**facts):
    return {"first_step": facts}


def said(text):
    return {"description": text}


#: cause -> (good, bad); a listing that tells nothing is unknown.
CASES = {
    "too_large": [
        (group(size=8), group(size=24)),
        ({"kind": "one_to_one"}, group(size=500)),
    ],
    "too_noisy": [
        (place(quiet_space=True), place(quiet_space=False)),
        ({"setting": "home_visit"}, said("Het kan er rumoerig zijn.")),
        (place(quiet_space=True), {**place(quiet_space=True), **said("Het kan er rumoerig zijn.")}),
    ],
    "too_much_talk": [
        (effort(social=0), effort(social=3)),
        (effort(social=0), said("We delen ervaringen met elkaar.")),
        (effort(social=1), {**effort(social=0), **said("We delen ervaringen met elkaar.")}),
    ],
    "too_emotional": [
        (effort(social=1), effort(social=3)),
        (effort(social=2), {"kind": "peer_group", **effort(social=1)}),
        (effort(social=0), said("Er is ruimte voor verdriet.")),
    ],
    "about_illness": [(None, {"kind": "peer_group"}), (None, group(audiences=["carer"]))],
    "too_strenuous": [(effort(physical=0), effort(physical=3)), (effort(physical=1), effort(physical=2))],
    "too_fast": [(effort(pace="slow"), effort(pace="brisk")), (effort(pace="usual"), effort(pace="brisk"))],
    "too_easy": [(effort(physical=3), effort(physical=0)), (effort(physical=2), effort(physical=1))],
    "stairs": [
        (place(step_free=True), place(step_free=False)),
        ({"setting": "online"}, {**place(), **said("De zaal is alleen met de trap te bereiken.")}),
    ],
    "mixed_group": [
        (group(gender_rule="women"), {}),
        (group(gender_rule="men"), group(gender_rule="mixed")),
        ({"kind": "one_to_one"}, {}),
    ],
    "closed_circle": [(group(is_fixed=False), group(is_fixed=True))],
    "alone": [
        (step(companion_welcome=True), step(companion_welcome=False, buddy_available=False)),
        (step(companion_welcome=False, buddy_available=True), None),
    ],
    "commitment": [(step(free_to_skip=True), step(free_to_skip=False))],
    "homework": [(said("Je krijgt geen huiswerk."), said("Na elke les krijg je huiswerk."))],
    "performance": [
        (said("Er is geen uitvoering."), said("Twee keer per jaar is er een uitvoering.")),
        (said("We spelen niet in competitie."), said("We spelen in competitie.")),
    ],
    "digital": [
        (step(sign_up="walk_in"), step(sign_up="online")),
        (step(sign_up="call"), {**step(sign_up="call"), "setting": "online"}),
    ],
}
#: What is known of a listing that tells nothing: no stated rule means mixed.
KNOWN_WHEN_SILENT = {"mixed_group"}


def values(cause, offer):
    found = CHECKS[FailureCause(cause)](
        Scene(query(), catalogue({"title": "Iets", "kind": "activity", **offer}).all_rows)
    )
    low, expected, high = float(found.low[0]), float(found.expected[0]), float(found.high[0])
    assert 0 <= low <= expected <= high <= 1
    return low, expected, high


def test_every_cause_that_can_be_checked_has_a_case_here():
    assert set(CASES) == {cause.value for cause in CHECKS}


@pytest.mark.parametrize(("cause", "good", "bad"), [(cause, *pair) for cause in CASES for pair in CASES[cause]])
def test_good_unknown_bad(cause, good, bad):
    unknown = values(cause, {})
    if good is not None:
        low, expected, high = values(cause, good)
        assert low == expected == high >= 0.6
        assert expected >= unknown[1] or expected == pytest.approx(0.6, abs=0.1)
    if bad is not None:
        low, expected, high = values(cause, bad)
        assert low == expected == high <= 0.6
        assert expected <= unknown[1]
    if cause not in KNOWN_WHEN_SILENT:
        assert (unknown[0], unknown[2]) == (0, 1)
        assert 0 < unknown[1] < 1


def test_a_doubted_composition_is_unknown():
    low, _, high = values("mixed_group", {"group": {"gender_rule": "men"}, "description": "Alleen voor vrouwen."})
    assert (low, high) == (0, 1)


def test_words_that_contradict_themselves_tell_nothing():
    text = "We spelen in competitie. We spelen niet in competitie."
    low, _, high = values("performance", said(text))
    assert (low, high) == (0, 1)


def test_causes_stand_in_a_fixed_order_and_others_are_left_out():
    asked = {FailureCause.DIGITAL: 0.5, FailureCause.TOO_FAR: 1.0, FailureCause.TOO_LARGE: 1.0}
    assert list(checked(asked).items()) == [(FailureCause.TOO_LARGE, 1.0), (FailureCause.DIGITAL, 0.5)]


def test_words_say_on_which_side_of_a_large_group_it_is():
    small, large = (values("too_large", said(text)) for text in ("We werken in kleine groepen.", "Een grote groep."))
    assert small == (0.25, 1, 1)
    assert large == (0, 0, 0.25)


@pytest.mark.parametrize(
    ("cause", "told", "may_be"),
    [
        ("mixed_group", {}, (0, 0, 1)),
        ("mixed_group", group(size=12), (0, 0, 0)),
        ("too_emotional", effort(social=1), (0.3, 1, 1)),
        ("stairs", place(step_free=False), (0, 0, 1)),
    ],
)
def test_what_has_no_kind_may_be_one_to_one_or_for_peers(cause, told, may_be):
    assert values(cause, {**told, "kind": None}) == may_be


def test_a_group_of_peers_may_share_feelings():
    assert values("too_emotional", {"kind": "peer_group"}) == (0, 0.3, 0.3)


def test_side_by_side_is_small_talk_at_most():
    low, expected, high = values("too_much_talk", effort(is_side_by_side=True))
    assert low == expected < high == 1


def test_one_to_one_is_not_praised_for_being_unmixed():
    rows = catalogue({"id": "a", "kind": "one_to_one"}, {"id": "b", "group": {"gender_rule": "women"}}).all_rows
    scene = Scene(query(own_words="Ik ga alleen als er alleen vrouwen zijn."), rows)
    told = [
        [one.case for one in tellings(scene, place, [FailureCause.MIXED_GROUP], "spares", "dreaded")]
        for place in (0, 1)
    ]
    assert told == [[], ["spares"]]
