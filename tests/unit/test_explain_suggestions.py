"""Suggestions tell the numbers of the run, and why."""

import pytest

from making import HOME, TODAY, Asked, matcher, near, profile, query
from wor_match import Matcher, load_sample
from wor_match.catalogue.columns import NO, UNKNOWN
from wor_match.criteria.money import MoneyCriterion
from wor_match.domain.client import Client
from wor_match.explain.codes import codes
from wor_match.scoring import EXPECTED, HIGH, LOW

CATALOGUE, CLIENTS = load_sample()
SAMPLE = Matcher(CATALOGUE, as_of=TODAY)
ADVICES = [SAMPLE.recommend(client, k=5) for client in CLIENTS]
SUGGESTIONS = [one for advice in ADVICES for one in advice.suggestions]
SINGER = {"reference": "c", "interests": [{"phrase": "zingen", "strength": 3}]}


def only(*offers, using=None, **client):
    advice = matcher(*offers, profile=using).recommend(Client(**SINGER | client), k=10)
    assert len(advice.suggestions) == len(offers)
    return sorted(advice.suggestions, key=lambda one: one.activity.id)


@pytest.mark.parametrize("client", CLIENTS, ids=lambda one: one.reference)
def test_contributions_are_those_of_the_run(client):
    ran, advice = SAMPLE.run(client), SAMPLE.recommend(client)
    assert len(ran.picked) == len(advice.suggestions)
    for picked, shown in zip(ran.picked, advice.suggestions, strict=True):
        points = ran.chosen.contributions[:, picked.place]
        assert shown.activity == CATALOGUE.activities[ran.chosen.activity[picked.place]]
        assert [one.criterion for one in shown.contributions] == [one.name for one in ran.scored.criteria]
        for which, name in ((EXPECTED, "points_milli"), (LOW, "low_milli"), (HIGH, "high_milli")):
            assert [getattr(one, name) for one in shown.contributions] == points[which].tolist()
        assert [one.max_milli for one in shown.contributions] == ran.scored.weights.tolist()
        totals = (shown.score_low_milli, shown.score_milli, shown.score_high_milli)
        assert totals == tuple(points[which].sum() for which in (LOW, EXPECTED, HIGH))
        assert totals == tuple(sorted(totals))
        row = ran.chosen.rows[picked.place]
        assert not (ran.verdicts[:, row] == NO).any()
        asked = {
            rule.name
            for rule, verdicts in zip(ran.rules, ran.verdicts, strict=True)
            if (verdicts[row] == UNKNOWN).any()
        }
        questions = (*shown.call_first, *shown.more_questions)
        assert {one.rule for one in questions if one.could_remove} <= asked
        assert all(one.could_remove or one.code == "ask.dislikes.limit" for one in questions)


def test_scores_in_points_are_thousandths():
    one = SUGGESTIONS[0]
    assert (one.score, one.score_low, one.score_high) == (
        one.score_milli / 1000, one.score_low_milli / 1000, one.score_high_milli / 1000,
    )  # fmt: skip
    assert one.contributions[0].points == one.contributions[0].points_milli / 1000


def test_ranks_count_from_one():
    for advice in ADVICES:
        assert [one.rank for one in advice.suggestions] == list(range(1, len(advice.suggestions) + 1))


def test_reasons_are_sorted_by_what_they_are_worth():
    for one in SUGGESTIONS:
        for reasons in (one.reasons_for, one.reasons_against):
            points = [reason.points_milli for reason in reasons]
            assert points == sorted(points, reverse=True)
            assert min(points, default=0) >= 0


def test_a_reason_is_worth_what_its_criterion_won_or_missed():
    for one in SUGGESTIONS:
        by_name = {each.criterion: each for each in one.contributions}
        for reason in one.reasons_for:
            assert reason.points_milli == by_name[reason.criterion].points_milli
        for reason in one.reasons_against:
            each = by_name[reason.criterion]
            assert reason.points_milli == each.max_milli - each.points_milli


def test_no_reason_is_told_twice_and_every_code_is_published():
    for one in SUGGESTIONS:
        for reasons in (one.reasons_for, one.reasons_against):
            told = [(reason.code, sorted(reason.params.items())) for reason in reasons]
            assert all(told.count(each) == 1 for each in told)
        records = (*one.reasons_for, *one.reasons_against, *one.call_first, *one.first_step, *one.from_prose)
        assert {record.code for record in records} <= set(codes())


@pytest.mark.parametrize("most", [0, 1, 2, 5])
def test_no_more_questions_are_shown_than_the_profile_says(most):
    using = profile(max_questions=most)
    unknown = {"title": "Koor", "status": None}
    asking = {
        "home": HOME,
        "travel": {"modes": ["walk"], "max_minutes": 30},
        "budget_eur_per_month": 5,
        "availability": [{"weekday": "mon"}],
        "access_needs": ["step_free"],
    }
    (one,) = only(unknown, using=using, **asking)
    questions = (*one.call_first, *one.more_questions)
    assert len(one.call_first) == most
    assert len(questions) >= 5
    assert {"status", "reach", "budget", "hours", "access"} <= {each.rule for each in questions}
    assert questions[0].rule == "status"  # the most urgent one first
    (other,) = only(unknown, using=profile(max_questions=9), **asking)
    assert other.call_first == questions


def test_what_stood_only_in_the_prose_is_told():
    text = "Een verwijzing is niet nodig. Neem gerust iemand mee."
    filled, contradicted = only(
        {"title": "Koor", "description": text},
        {"title": "Koor", "description": text, "group": {"referral_required": True}},
    )
    told = [[(each.code, each.params["field"]) for each in one.from_prose] for one in (filled, contradicted)]
    assert ("prose.filled", "group.referral_required") in told[0]
    assert ("prose.contradicted", "group.referral_required") in told[1]
    assert all(("prose.filled", "first_step.companion_welcome") in each for each in told)
    assert contradicted.activity.group.referral_required is True  # the activity is shown as the directory has it


def test_which_place_is_meant_and_how_long_the_trip_is():
    client = {"home": HOME, "travel": {"modes": ["walk"], "max_minutes": 60}}
    far, here, lost, online = only(
        {"title": "Koor", "places": [near(3), near(0.2)]},
        {"title": "Koor", "places": [near(0.2), near(3)]},
        {"title": "Koor"},
        {"title": "Koor", "setting": "online"},
        **client,
    )
    assert (far.row, here.row) == (1, 0)
    assert far.travel_minutes == here.travel_minutes < 10
    assert lost.travel_minutes is None
    assert online.travel_minutes is None
    (unasked,) = only({"title": "Koor", "places": [near(1)]})
    assert unasked.travel_minutes is None


def test_an_arrangement_of_which_all_is_required_is_told_once():
    parts = [
        {"title": "Zingen", "schedule": {"rules": [{"weekday": "mon", "start": "10:00", "end": "12:00"}]}},
        {"title": "Koffie", "schedule": {"rules": [{"weekday": "mon", "start": "13:00", "end": "14:00"}]}},
    ]
    (one,) = only({"title": "Koor", "parts": parts}, availability=[{"weekday": "mon"}])
    assert [each.code for each in one.reasons_for].count("hours.fits") == 1


def test_variety_is_told_with_what_it_cost():
    same = [{"title": "Koor", "provider": "P", "kind": "activity", "themes": ["singing"]}] * 3
    other = {
        "title": "Zangcafe",
        "provider": "Q",
        "kind": "drop_in",
        "themes": ["singing", "coffee_meeting"],
        "cost": {},
    }
    client = Client(**SINGER, budget_eur_per_month=20)
    offers = [*({**one, "cost": {"amount_eur": 0}} for one in same), other]
    varied = matcher(*offers, profile=profile(variety_points=10)).recommend(client, k=2).suggestions
    plain = matcher(*offers, profile=profile(variety_points=0)).recommend(client, k=2).suggestions
    assert [one.variety for one in plain] == [None, None]
    assert [one.activity.title for one in varied] == ["Koor", "Zangcafe"]
    assert varied[0].variety is None
    assert varied[1].variety.code == "variety.moved_up"
    assert 0 < varied[1].variety.params["points"] <= 10


def test_what_is_told_is_what_the_criterion_tells():
    offer = {"title": "Koor", "cost": {"amount_eur": 0}}
    (one,) = only(offer, budget_eur_per_month=10)
    asked = Asked(MoneyCriterion(), query(budget_eur_per_month=10), offer)
    told = [(each.code, dict(each.params)) for each in one.reasons_for if each.criterion == "money"]
    assert told == [(f"money.{each.case}", each.params) for each in asked.tellings()[0]]
