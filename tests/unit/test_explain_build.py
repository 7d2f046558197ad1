"""Why others are not there: shortfall, near misses, through care."""

import pytest

from making import HOME, matcher, near, profile
from wor_match.domain.client import Client
from wor_match.explain.build import expected_scores

SINGER = {"reference": "c", "interests": [{"phrase": "zingen", "strength": 3}]}
CHOIR = {"title": "Koor"}


def advise(*offers, k=5, using=None, **client):
    return matcher(*offers, profile=using).recommend(Client(**SINGER | client), k=k)


def test_enough_is_no_shortfall():
    assert advise(CHOIR, CHOIR, k=2).shortfall is None


@pytest.mark.parametrize(
    ("offers", "client", "code", "params"),
    [
        ([CHOIR], {"safety": [{"signal": "suicidal_thoughts"}]}, "stopped", {}),
        ([], {}, "empty_catalogue", {}),
        ([{**CHOIR, "status": "ended"}] * 3, {}, "nothing_possible", {"rule": "status", "count": 3}),
        ([CHOIR, {"title": "Xqz", "description": "Iets."}], {}, "no_more_links", {"below": 1}),
        ([CHOIR, {**CHOIR, "status": "ended"}], {}, "few_possible", {"eligible": 1}),
    ],
)
def test_why_there_are_fewer(offers, client, code, params):
    advice = advise(*offers, **client)
    assert advice.shortfall.code == f"shortfall.{code}"
    assert advice.shortfall.params == params
    assert (advice.shortfall.asked, advice.shortfall.given) == (5, len(advice.suggestions))


def test_the_rule_that_excludes_most_is_named():
    over = {**CHOIR, "group": {"gender_rule": "women"}}
    shortfall = advise({**CHOIR, "status": "ended"}, over, over, gender="man").shortfall
    assert shortfall.params == {"rule": "gender", "count": 2}


def test_counts_add_up_to_the_catalogue():
    advice = advise(CHOIR, {"title": "Xqz", "description": "Iets."}, {**CHOIR, "status": "ended"}, CHOIR, k=1)
    excluded = advice.excluded
    assert excluded.counts == {"status": 1}
    assert excluded.total == 1
    assert (excluded.below_floor, excluded.not_shown) == (1, 1)
    assert excluded.total + excluded.below_floor + excluded.not_shown + len(advice.suggestions) == 4


def test_a_floor_of_nothing_lets_all_through():
    assert len(advise(CHOIR, {"title": "Xqz", "description": "Iets."}, using=profile(floor_share=0)).suggestions) == 2


def test_what_one_rule_excludes_is_a_near_miss_with_the_reason_and_its_score():
    dear = {**CHOIR, "cost": {"amount_eur": 90, "per": "month"}}
    both = {**dear, "group": {"gender_rule": "women"}}
    advice = advise(CHOIR, dear, both, {**CHOIR, "status": "ended"}, budget_eur_per_month=10, gender="man")
    (missed,) = advice.excluded.near_misses
    assert (missed.activity_id, missed.title) == ("a01", "Koor")
    assert missed.exclusion.rule == "budget"
    assert missed.exclusion.code == "budget.too_expensive"
    assert 0 < missed.score_milli <= advice.possible_milli


def test_near_misses_are_the_best_three():
    costs = [{**CHOIR, "cost": {"amount_eur": eur, "per": "month"}} for eur in (30, 40, 50, 60)]
    missed = advise(*costs, budget_eur_per_month=20).excluded.near_misses
    scores = [one.score_milli for one in missed]
    assert len(missed) == 3
    assert scores == sorted(scores, reverse=True)


@pytest.mark.parametrize(
    ("offer", "client"),
    [
        ({"provider": "Vermijd BV"}, {"avoid": ["Vermijd BV"]}),
        ({}, {"current": ["Koor"]}),
        ({}, {"dislikes": ["koor"]}),
        ({"status": "ended"}, {}),
    ],
    ids=["avoid", "current", "dislikes", "status"],
)
def test_what_is_final_is_never_a_near_miss(offer, client):
    advice = advise({**CHOIR, **offer}, **client)
    assert advice.suggestions == advice.excluded.near_misses == advice.excluded.via_care == ()


def test_a_little_too_far_is_a_near_miss_and_much_too_far_is_not():
    travel = {"home": HOME, "travel": {"modes": ["walk"], "max_minutes": 20}}
    close, far = ({**CHOIR, "places": [near(km)]} for km in (1.7, 30))
    advice = advise(close, far, **travel)
    assert [one.activity_id for one in advice.excluded.near_misses] == ["a00"]
    assert advice.excluded.counts == {"reach": 2}


def test_what_needs_an_indication_goes_through_care_only():
    indicated = {**CHOIR, "access": "indicated"}
    advice = advise(CHOIR, indicated, indicated, indicated)
    assert [one.activity.id for one in advice.suggestions] == ["a00"]
    assert len(advice.excluded.via_care) == 2
    assert {one.activity_id for one in advice.excluded.via_care} <= {"a01", "a02", "a03"}
    assert {one.title for one in advice.excluded.via_care} == {"Koor"}
    assert advice.excluded.near_misses == ()
    assert advice.excluded.counts == {"referral": 3}


def test_what_is_not_linked_does_not_go_through_care():
    assert advise({"title": "Xqz", "description": "Iets.", "access": "indicated"}).excluded.via_care == ()


def test_interests_that_were_not_understood_are_told():
    advice = advise(CHOIR, interests=["plorkwiz", "zingen"], strengths=["plorkwiz"])
    assert advice.not_understood == ("plorkwiz",)
    assert advise(CHOIR).not_understood == ()


def test_expected_scores_of_all_that_is_possible():
    made = matcher(CHOIR, {"title": "Xqz", "description": "Iets."}, {**CHOIR, "status": "ended"})
    ran = made.run(Client(**SINGER), k=1)
    scores = expected_scores(ran)
    assert list(scores) == ["a00", "a01"]
    assert scores["a00"] == made.recommend(Client(**SINGER)).suggestions[0].score_milli > scores["a01"]
    assert expected_scores(made.run(Client(**SINGER, safety=[{"signal": "suicidal_thoughts"}]))) == {}
