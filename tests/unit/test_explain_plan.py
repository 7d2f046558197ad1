"""What is in the plan besides contact and dates: the way there, cost, remedies, a smaller step, contact again."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from making import TODAY, activity, query
from test_explain_first_step import codes, whole
from wor_match import Remedy, load_sample_remedies
from wor_match.catalogue.columns import RowSource
from wor_match.criteria.first_step import LOW_READINESS
from wor_match.explain.first_month import cost_step
from wor_match.explain.first_step import Trip
from wor_match.explain.lint import lint
from wor_match.explain.sentences import sentence

HERE = {"name": "De Brug", "street": "Dijk 1"}
MONDAYS = {"rules": [{"weekday": "mon", "start": "10:00"}]}
ROWS = load_sample_remedies()


def month(client: dict[str, Any] | None = None, schedule: Any = MONDAYS, **cost: Any) -> tuple[str, dict[str, Any]]:
    """What the first month costs: the case and what it tells."""
    found = cost_step(query(**(client or {})), RowSource(activity(cost=cost, schedule=schedule)))
    return found["code"].removeprefix("first_step."), {k: v for k, v in found["params"].items() if v is not None}


@pytest.mark.parametrize(
    ("cost", "case", "params"),
    [
        ({}, "ask_cost", {}),
        ({"has_reduction": True}, "ask_cost", {}),
        ({"amount_eur": 0}, "cost_free", {}),
        ({"amount_eur": 0, "once_extra_eur": 12}, "cost", {"eur": 12.0}),
        ({"amount_eur": 2.5, "per": "time"}, "cost_about", {"eur": 11.0}),
        ({"amount_eur": 1.5, "per": "time"}, "cost_about", {"eur": 7.0}),
        ({"amount_eur": 2.5, "per": "time", "first_time_free": True}, "cost_about", {"eur": 8.0}),
        ({"amount_eur": 0.1, "per": "time"}, "cost_about", {"eur": 0.43}),
        ({"amount_eur": 2, "amount_max_eur": 4, "per": "time"}, "cost_about", {"eur": 9.0, "most": 17.0}),
        ({"amount_eur": 3, "per": "week"}, "cost_about", {"eur": 13.0}),
        ({"amount_eur": 5, "per": "month"}, "cost", {"eur": 5.0}),
        ({"amount_eur": 5, "per": "month", "once_extra_eur": 10}, "cost", {"eur": 15.0}),
        ({"amount_eur": 60, "per": "once"}, "cost", {"eur": 60.0}),
        ({"amount_eur": 60, "per": "year"}, "cost_at_most", {"eur": 60.0}),
        ({"amount_eur": 30, "per": "quarter"}, "cost_at_most", {"eur": 30.0}),
        ({"amount_eur": 12}, "cost_period", {"amount": 12.0}),
        ({"amount_eur": 20, "per": "month", "is_insured": True}, "cost_insured", {"eur": 20.0}),
        ({"amount_eur": 20, "per": "month", "reduced_eur": 5}, "cost", {"eur": 20.0}),
        ({"amount_eur": 20, "per": "month", "has_reduction": True}, "cost", {"eur": 20.0}),
    ],
)
def test_what_the_first_month_costs(cost: dict[str, Any], case: str, params: dict[str, Any]) -> None:
    assert month(**cost) == (case, params)


def test_a_pass_that_the_client_has_counts() -> None:
    has = {"has_city_pass": True}
    assert month(has, amount_eur=20, per="month", reduced_eur=5) == ("cost", {"eur": 5.0})
    assert month(has, amount_eur=20, per="month", reduced_eur=0) == ("cost_free", {})
    assert month(has, amount_eur=20, per="month", has_reduction=True) == ("cost_reduction", {"eur": 20.0})
    assert month({"has_city_pass": False}, amount_eur=20, per="month", reduced_eur=5) == ("cost", {"eur": 20.0})


def test_more_at_once_than_the_budget_is_asked_in_parts() -> None:
    little, enough = {"budget_eur_per_month": 15}, {"budget_eur_per_month": 100}
    assert month(little, amount_eur=60, per="once") == ("cost_parts", {"eur": 60.0})
    assert month(little, amount_eur=60, per="year") == ("cost_parts", {"eur": 60.0})
    assert month(enough, amount_eur=60, per="once") == ("cost", {"eur": 60.0})
    assert month(little, amount_eur=60, per="month") == ("cost", {"eur": 60.0}), "each month: the rule asks about it"


def test_how_often_is_not_made_up() -> None:
    assert month(schedule={"is_flexible": True}, amount_eur=2.5, per="time") == ("cost_each", {"amount": 2.5})
    assert month(schedule={}, amount_eur=5, per="month") == ("cost", {"eur": 5.0})
    monthly = {"rules": [{"weekday": "mon", "nth_in_month": [1]}]}
    assert month(schedule=monthly, amount_eur=5, per="time") == ("cost_about", {"eur": 5.0})
    assert month(schedule=monthly, amount_eur=5, per="time", first_time_free=True) == ("cost_free", {})


def test_all_parts_of_an_arrangement_are_paid() -> None:
    def parts(*costs: dict[str, Any]) -> tuple[str, dict[str, Any]]:
        given = [{"title": "Deel", "cost": cost, "schedule": MONDAYS} for cost in costs]
        found = cost_step(query(), RowSource(activity(parts=given)))
        return found["code"], found["params"]

    a_month, a_time = {"amount_eur": 5, "per": "month"}, {"amount_eur": 1, "per": "time"}
    assert parts(a_month, a_time) == ("first_step.cost_about", {"eur": 9.0, "most": None})
    assert parts(a_month, {})[0] == "first_step.ask_cost", "unknown is never nothing"
    assert parts(a_month, {"amount_eur": 3})[0] == "first_step.ask_cost"


def pairs(
    client: dict[str, Any], remedies: Any = ROWS, trip: Trip | None = None, **facts: Any
) -> list[tuple[str, str]]:
    """Barriers with the code of what is told of each."""
    steps = whole(client, remedies=remedies, trip=trip, **facts)
    found = [(n, one) for n, one in enumerate(steps) if one.code.startswith("first_step.barrier")]
    return [(str(one.params["kind"]), steps[n + 1].code) for n, one in found]


def test_who_does_not_go_alone_hears_of_a_maatje_where_that_helps() -> None:
    alone = {"goes_alone": "no"}
    assert pairs(alone) == [("buddy", "remedy.known")]
    assert pairs(alone, remedies=()) == [("buddy", "remedy.ask")]
    for facts in (
        {"setting": "online"}, {"kind": "one_to_one"}, {"first_step": {"buddy_available": True}},
        {"first_step": {"companion_welcome": False}},
    ):  # fmt: skip
        assert pairs(alone, **facts) == []
    for client in ({"goes_alone": "yes"}, {}, {"goes_alone": "no", "has_buddy": True}):
        assert pairs(client) == []


def test_a_language_buddy_where_dutch_may_fall_short() -> None:
    little = {"dutch_level": "A2"}
    assert pairs(little) == [("language_buddy", "remedy.known")]
    assert pairs(little, language={"dutch_level_needed": "A2"}) == []
    assert pairs(little, language={"has_interpreter": True}) == []
    assert pairs({"dutch_level": "B1"}) == pairs(little | {"has_language_buddy": True}) == pairs({}) == []


def test_a_city_pass_where_the_price_is_a_large_part_of_the_budget() -> None:
    little, dear = {"budget_eur_per_month": 20}, {"amount_eur": 15, "per": "month", "reduced_eur": 5}
    assert pairs(little, cost=dear) == [("city_pass", "remedy.known")]
    assert pairs(little, cost=dear | {"reduced_eur": None, "has_reduction": True}) == [("city_pass", "remedy.known")]
    assert pairs(little, cost=dear | {"reduced_eur": None}) == []
    assert pairs(little, cost=dear | {"amount_eur": 9}) == []
    assert pairs(little, cost={"has_reduction": True}) == []
    assert pairs(little | {"has_city_pass": True}, cost=dear) == pairs({}, cost=dear) == []


def test_transport_where_the_trip_is_long() -> None:
    far, near = Trip(30, "walk", is_far=True), Trip(5, "walk")
    client: dict[str, Any] = {"home": "3434", "travel": {"modes": ["walk"], "max_minutes": 30}}
    assert pairs(client, trip=far) == [("bike", "remedy.known")]
    assert pairs(client, trip=near) == []
    assert pairs(client, trip=far, setting="online") == []
    only_taxi = [one for one in ROWS if one.kind.value == "wmo_taxi"]
    assert pairs(client | {"own_words": "Ik durf niet met de bus."}, only_taxi, trip=far) == [
        ("wmo_taxi", "remedy.known")
    ], "what is there goes first"
    assert pairs(client, only_taxi, trip=far) == [("bike", "remedy.ask")], "nothing limits how they get about"
    cyclist = client | {"travel": {"modes": ["bike"], "max_minutes": 30}}
    assert pairs(cyclist, trip=far) == [("ebike", "remedy.ask")], "no row: it is asked"
    assert pairs(client | {"travel": {"modes": ["walk"]}}, trip=far) == []


def test_a_remedy_is_told_with_all_that_is_known_and_without_a_row_nothing_is_promised() -> None:
    row = Remedy(kind="buddy", name="Maatje mee", condition="Voor iedereen", wait_weeks=2, cost="gratis",
                 phone="0344-1", checked_on="2026-10-12")  # fmt: skip
    barrier, known = whole({"goes_alone": "no"}, remedies=[row])[2:4]
    assert sentence(barrier) == "De cliënt gaat de eerste keer liever niet alleen."
    for told in ("Maatje mee", "Voor iedereen", "2 weken", "gratis", "0344-1", "12 oktober 2026"):
        assert told in sentence(known)
    assert sentence(barrier, audience="client") == "Wilt u dat er de eerste keer een maatje meegaat?"
    assert sentence(barrier, audience="client", address="je") == "Wil je dat er de eerste keer een maatje meegaat?"
    asked = whole({"goes_alone": "no"})[3]
    assert sentence(asked) == "Is er hier iemand die de eerste keer mee kan gaan? Dat is nog niet bekend."
    assert sentence(asked, audience="client") == "Uw coach zoekt uit of dit hier bestaat."


def way(mode: str, is_far: bool = False, **facts: Any) -> list[str]:
    client = {"travel": {"modes": [mode]}}
    steps = codes(*whole(client, trip=Trip(12.4, mode, is_far), **facts))
    return [one for one in steps if one in ("travel", "bus", "lift", "taxi", "fetched")]


def test_how_to_get_there() -> None:
    assert [way(mode) for mode in ("bike", "bus", "lift", "wmo_taxi")] == [["travel"], ["bus"], ["lift"], ["taxi"]]
    fetched = {"first_step": {"transport_offered": True}}
    assert way("bus", **fetched) == way("walk", is_far=True, **fetched) == ["fetched"]
    assert way("walk", **fetched) == ["travel"], "who gets there easily need not be fetched"
    assert way("bike", setting="online") == []
    assert not [one for one in codes(*whole(trip=Trip(12.0, "bus"))) if one == "bus"], "travel was not asked"
    (step,) = (one for one in whole({"travel": {"modes": ["bike"]}}, trip=Trip(0.2, "bike")) if "travel" in one.code)
    assert sentence(step) == "Reken op ongeveer 1 minuut fietsen."


def small(readiness: int | None, client: Any = None, **facts: Any) -> list[str]:
    told = codes(*whole({"readiness": readiness, **(client or {})}, **facts))
    return [one for one in told if one in ("pass_by", "call_together", "half_hour", "come_once")]


LOOK, FREE, PHONE = {"look_in_possible": True}, {"free_to_skip": True}, {"phone": "0348-1"}


def test_a_smaller_step_at_low_readiness_only() -> None:
    facts = {"places": [HERE], "first_step": LOOK}
    assert [small(one, **facts) for one in (None, LOW_READINESS + 1, 10)] == [[], [], []]
    assert small(LOW_READINESS, **facts) == small(3, **facts) == ["half_hour"]
    assert small(2, **facts) == small(0, **facts) == ["pass_by"]


@pytest.mark.parametrize(
    ("facts", "hardly", "a_little"),
    [
        ({"places": [HERE], "first_step": FREE}, "pass_by", "come_once"),
        ({"places": [HERE], "first_step": {"sign_up": "walk_in"}}, "pass_by", "come_once"),
        ({"places": [HERE], "first_step": {"sign_up": "walk_in", "free_to_skip": False}}, "pass_by", "pass_by"),
        ({"places": [HERE], "first_step": FREE, "schedule": {**MONDAYS, "sessions": "all"}}, "pass_by", "pass_by"),
        ({"contact": PHONE}, "call_together", "call_together"),
        ({"contact": PHONE, "setting": "online", "first_step": LOOK}, "call_together", "call_together"),
        ({"contact": PHONE, "places": [{"lat": 52.1, "lon": 5.1}]}, "call_together", "call_together"),
        ({}, None, None),
    ],
)
def test_only_what_the_activity_allows(facts: dict[str, Any], hardly: str | None, a_little: str | None) -> None:
    assert small(1, **facts) == ([hardly] if hardly else [])
    assert small(4, **facts) == ([a_little] if a_little else [])


def test_who_does_not_call_does_not_call_together_and_looking_is_told_once() -> None:
    assert small(1, {"contact": ["app"]}, contact=PHONE) == []
    told = codes(*whole({"readiness": 4}, first_step=LOOK))
    assert "half_hour" in told
    assert "look" not in told
    assert "look" in codes(*whole({"readiness": 8}, first_step=LOOK))


def test_small_steps_are_told_kindly() -> None:
    for facts in ({"places": [HERE]}, {"contact": PHONE}, {"first_step": LOOK}, {"first_step": FREE}):
        for step in whole({"readiness": 1}, **facts):
            for audience in ("coach", "client"):
                assert "moet" not in sentence(step, audience=audience)
                assert not lint(sentence(step, audience="client"))


def test_when_there_is_contact_again() -> None:
    *_, last = whole(schedule=MONDAYS, first_step={"sign_up": "walk_in"})
    assert date(2026, 11, 23) == TODAY
    assert last.code == "first_step.follow_up"
    assert last.params == {"contact_by": "2026-12-07", "after": "2026-11-30", "later": "2027-03-01"}
    assert sentence(last) == (
        "Neem binnen twee weken contact op: uiterlijk maandag 7 december. Vraag na de eerste keer hoe het was. Dat kan "
        "na maandag 30 november. Vraag ongeveer drie maanden na de start of het bevalt, dus rond 1 maart 2027."
    )
    *_, unknown = whole()
    assert unknown.params == {"contact_by": "2026-12-07", "after": None, "later": None}
    assert "rond" not in sentence(unknown)
    *_, later = whole({"wanted_from": "2027-01-01"}, schedule=MONDAYS)
    assert later.params["after"] == "2027-01-04"


def test_the_whole_plan_in_order() -> None:
    client = {"goes_alone": "no", "readiness": 2, "travel": {"modes": ["bus"]}, "contact": ["call"]}
    facts = {"contact": PHONE, "places": [HERE], "schedule": MONDAYS, "cost": {"amount_eur": 2, "per": "time"}}
    found = codes(*whole(client, trip=Trip(20.0, "bus"), remedies=ROWS, first_step={"trial_possible": True}, **facts))
    assert found == [
        "contact", "ask_along", "barrier", "remedy.known", "bus", "cost_about", "try_once", "pass_by", "dates",
        "follow_up",
    ]  # fmt: skip
