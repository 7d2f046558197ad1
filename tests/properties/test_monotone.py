"""Better is never worse: a fact that is better, a shorter trip or a lower price never costs a place in the order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
import pytest

from wor_match import Activity, Catalogue, Client, Matcher
from wor_match.catalogue.columns import NO, UNKNOWN
from wor_match.criteria import CRITERIA
from wor_match.query import compile_query
from wor_match.query.scene import Scene
from wor_match.rules import RULES
from wor_match.testing import TODAY, a_client, an_activity, draw_activities, draw_clients
from wor_match.testing.promises import ranked

#: Three-valued facts of an activity, and which answer is the better one for whoever it matters to.
FACTS: dict[str, bool] = {
    "capacity.can_join_midway": True,
    "capacity.is_full": False,
    "cost.has_reduction": True,
    "cost.is_insured": True,
    "first_step.buddy_available": True,
    "first_step.companion_welcome": True,
    "first_step.free_to_skip": True,
    "first_step.look_in_possible": True,
    "first_step.transport_offered": True,
    "first_step.trial_possible": True,
    "group.audience_is_hard": False,
    "group.experience_needed": False,
    "group.is_closed": False,
    "group.is_fixed": False,
    "group.is_label_free": True,
    "group.membership_required": False,
    "group.referral_required": False,
    "group.welcomes_newcomers": True,
    "language.has_interpreter": True,
    "schedule.is_flexible": True,
}
NEEDS = ("step_free", "accessible_toilet", "hearing_loop", "quiet_space", "parking")
#: Facts that suit one client and not another, or that nothing in the matching asks.
NEITHER = {
    "cost.first_time_free": "told, not weighed: a trial does not make it free",
    "effort.is_side_by_side": "some want to talk",
}
ACTIVITIES = draw_activities(40, seed=21)
CLIENTS = [*draw_clients(14, seed=22), a_client(goes_alone="no", access_needs=["step_free"], readiness=2)]


def test_every_three_valued_fact_is_here() -> None:
    found = set()
    for group, field in Activity.model_fields.items():
        model = field.annotation
        for name, inner in getattr(model, "model_fields", {}).items():
            if inner.annotation == bool | None:
                found.add(f"{group}.{name}")
    assert found == FACTS.keys() | NEITHER.keys()


def variants(activity: Activity, fact: str, good: bool) -> list[Activity]:
    """The activity with the better answer, none, and the worse one."""
    group, name = fact.split(".")
    return [
        activity.replaced(id=f"{activity.id}{place}", **{group: getattr(activity, group).replaced(**{name: value})})
        for place, value in enumerate((good, None, not good))
    ]


def needing(activity: Activity, need: str) -> list[Activity]:
    found = []
    for place, value in enumerate((True, None, False)):
        places = [one.replaced(access=one.access.replaced(**{need: value})) for one in activity.places]
        found.append(activity.replaced(id=f"{activity.id}{place}", places=tuple(places)))
    return found


ALL = ("low", "expected", "high")


def check_steps(steps: Iterable[list[Activity]], clients: Iterable[Client], bounds: Sequence[str] = ALL) -> None:
    """Of each list of variants, best first: no rule and no criterion likes a later one better."""
    lists = list(steps)
    catalogue = Catalogue.from_activities(one for several in lists for one in several)
    rows = catalogue.all_rows
    keys = {
        (source.activity.id, source.part_number, source.place_number): place
        for place, source in enumerate(rows.source(number) for number in range(len(rows)))
    }
    pairs = [
        (place, keys[several[step + 1].id, part, number])
        for several in lists
        for step, one in enumerate(several[:-1])
        for (name, part, number), place in keys.items()
        if name == one.id
    ]
    better, worse = (np.array(places) for places in zip(*pairs, strict=True))
    for client in clients:
        check_scene(Scene(compile_query(client, as_of=TODAY), rows), better, worse, bounds)


def check_scene(scene: Scene, better: Any, worse: Any, bounds: Sequence[str]) -> None:
    is_possible = np.ones(len(scene), dtype=bool)
    for rule in RULES:
        if rule.applies(scene.query):
            found = rule.check(scene)
            assert (found[better] >= found[worse]).all(), rule.name
            scene.risk = scene.risk + rule.risk * (found == UNKNOWN)
            is_possible &= found != NO
    for criterion in CRITERIA:
        if criterion.applies(scene.query):
            # How sure it is that it can be done says nothing of what cannot be done.
            keep = is_possible[worse] if criterion.name == "certainty" else np.ones(len(worse), dtype=bool)
            values = criterion.evaluate(scene)
            for which in bounds:
                found = getattr(values, which)
                assert (found[better] >= found[worse] - 1e-12)[keep].all(), f"{criterion.name} {which}"


@pytest.mark.parametrize(("fact", "good"), FACTS.items())
def test_yes_is_no_worse_than_unknown_and_unknown_than_no(fact: str, good: bool) -> None:
    # By appointment always works out; an hour that nobody told could fit even better, so its upper bound is above.
    bounds = ("low", "expected") if fact == "schedule.is_flexible" else ALL
    check_steps((variants(activity, fact, good) for activity in ACTIVITIES), CLIENTS, bounds)


@pytest.mark.parametrize("need", NEEDS)
def test_what_a_place_has_is_no_worse_than_what_it_may_have(need: str) -> None:
    check_steps((needing(activity, need) for activity in ACTIVITIES), CLIENTS)


def cheaper(activity: Activity) -> list[Activity]:
    cost = activity.cost
    found = []
    for place, share in enumerate((0.0, 0.5, 0.9, 1.0)):
        amounts = {
            name: None if value is None else value * share
            for name, value in (
                ("amount_eur", cost.amount_eur),
                ("amount_max_eur", cost.amount_max_eur),
                ("reduced_eur", cost.reduced_eur),
            )
        }
        found.append(activity.replaced(id=f"{activity.id}{place}", cost=cost.replaced(**amounts)))
    return found


def test_cheaper_is_no_worse() -> None:
    check_steps((cheaper(activity) for activity in ACTIVITIES), CLIENTS)


def nearer(activity: Activity, home: tuple[float, float]) -> list[Activity]:
    found = []
    for place, share in enumerate((0.0, 0.3, 0.6, 0.9, 1.0, 1.5)):
        places = [
            one.replaced(lat=home[0] + share * (one.lat - home[0]), lon=home[1] + share * (one.lon - home[1]))
            if one.lat is not None and one.lon is not None
            else one
            for one in activity.places
        ]
        found.append(activity.replaced(id=f"{activity.id}{place}", places=tuple(places)))
    return found


def test_nearer_is_no_worse() -> None:
    for client in CLIENTS[-8:]:
        home = compile_query(client, as_of=TODAY).home
        if home is not None:
            check_steps((nearer(activity, home[:2]) for activity in ACTIVITIES), [client])


STEPS: list[tuple[str, list[dict[str, Any]]]] = [
    ("price", [{"cost": {"amount_eur": amount, "per": "month"}} for amount in (0, 3, 8, 15, 19, 50)]),
    ("waiting", [{"capacity": {"is_full": True, "waiting_weeks": weeks}} for weeks in (0, 2, 6, 10, 60)]),
    ("trial", [{"first_step": {"trial_possible": one, "look_in_possible": one}} for one in (True, None, False)]),
    ("company", [{"first_step": {"companion_welcome": one, "buddy_available": one}} for one in (True, None, False)]),
    ("membership", [{"group": {"membership_required": value}} for value in (False, True)]),
    ("effort", [{"effort": {"physical": effort}} for effort in (0, 3)]),
    ("status", [{"status": "active"}, {"status": None, "last_verified": None}, {"status": "ended"}]),
]  # fmt: skip


@pytest.mark.parametrize(("what", "steps"), STEPS, ids=[what for what, _ in STEPS])
def test_a_better_fact_never_costs_a_place(what: str, steps: list[dict[str, Any]]) -> None:
    client = a_client(goes_alone="no", readiness=2, max_physical_effort=1)
    found = []
    for changes in steps:
        others = [an_activity(id=f"b{number}", cost={"amount_eur": 2 * number, "per": "month"}) for number in range(8)]
        matcher = Matcher(Catalogue.from_activities([an_activity(**changes), *others]), as_of=TODAY)
        names = [name for name, _ in ranked(matcher, client)]
        found.append(names.index("a") if "a" in names else len(names) + 1)
    assert found == sorted(found), what


def test_step_free_or_not_decides_who_can_come() -> None:
    client = a_client(access_needs=["step_free"])
    steps = needing(an_activity(), "step_free")
    matcher = Matcher(Catalogue.from_activities(steps), as_of=TODAY)
    assert [name for name, _ in ranked(matcher, client)] == ["a0", "a1"]
    shown = {one.activity.id: one for one in matcher.recommend(client).suggestions}
    assert not shown["a0"].call_first
    assert [one.code for one in shown["a1"].call_first] == ["ask.access.outdoors"]
