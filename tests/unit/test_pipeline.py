"""What the pipeline counts, and which activities are nearly possible."""

from __future__ import annotations

from typing import Any

import pytest

from wor_match import Activity, Catalogue, Client
from wor_match.criteria import CRITERIA
from wor_match.pipeline import Run, run
from wor_match.query import compile_query
from wor_match.ranking import tie_break
from wor_match.rules import RULES, Rule
from wor_match.scoring import EXPECTED
from wor_match.sifting import NEVER_NEAR
from wor_match.testing import TODAY, a_client, a_place, an_activity

DEAR = {"cost": {"amount_eur": 900, "per": "month"}}
IN_THE_NIGHT = {"schedule": {"rules": [{"weekday": "tue", "start": "02:00", "end": "03:00"}]}}
BY_DAY = {"availability": [{"weekday": "tue", "part": "morning"}]}


def ran(client: Client, *activities: Activity, rules: tuple[Rule, ...] = RULES, k: int = 5) -> Run:
    return run(compile_query(client, as_of=TODAY), Catalogue.from_activities(activities), rules, CRITERIA, k)


def near(found: Run) -> list[tuple[str, str]]:
    return [(found.scene.rows.source(place).activity.id, rule.name) for place, rule, _ in found.near]


def part(**facts: Any) -> dict[str, Any]:
    return {"title": "Deel", **facts}


def test_an_empty_catalogue_gives_nothing() -> None:
    found = ran(a_client())
    assert (found.eligible, found.above_floor, found.picked, found.counts, found.near) == (0, 0, [], {}, [])


def test_without_rules_everything_is_possible() -> None:
    found = ran(a_client(), an_activity(**DEAR), an_activity(id="b", status="ended"), rules=())
    assert found.eligible == 2
    assert found.counts == {}


def test_without_rules_a_missing_part_is_still_missing() -> None:
    parts = [part(), part(places=[a_place(lat=53.0)])]
    assert ran(a_client(), an_activity(parts=parts), rules=()).counts == {"parts": 1}
    assert ran(a_client(), an_activity(places=[a_place(lat=53.0)]), rules=()).counts == {"reach": 1}


def test_each_activity_is_counted_once_by_the_first_rule() -> None:
    found = ran(
        a_client(**BY_DAY),
        an_activity(),
        an_activity(id="b", **DEAR),
        an_activity(id="c", **DEAR, **IN_THE_NIGHT),
        an_activity(id="d", status="ended", **DEAR),
        an_activity(id="e", places=[a_place(lat=53.0)]),
        an_activity(id="f", places=[a_place(lat=53.0), a_place(lat=52.9)], **DEAR),
    )
    assert found.counts == {"reach": 2, "status": 1, "hours": 1, "budget": 1}
    assert found.eligible == 1


def test_of_several_rows_the_one_that_comes_furthest_is_counted() -> None:
    far, steps = a_place(lat=53.0), a_place(access={"step_free": False})
    client = a_client(access_needs=["step_free"])
    assert ran(client, an_activity(places=[far, steps], **DEAR)).counts == {"access": 1}


def test_below_the_floor_is_possible_but_not_ranked() -> None:
    found = ran(a_client(interests=["bingo"]), an_activity(), an_activity(id="b", title="Bingo", themes=["bingo"]))
    assert (found.eligible, found.above_floor) == (2, 1)
    assert len(found.picked) == 1


def test_a_near_miss_fails_one_rule() -> None:
    activities = [an_activity(id="b", **DEAR), an_activity(id="c", **DEAR, **IN_THE_NIGHT), an_activity(id="d")]
    found = ran(a_client(**BY_DAY), *activities)
    assert near(found) == [("b", "budget")]


def test_what_is_possible_at_another_place_is_no_near_miss() -> None:
    places = [a_place(), a_place(lat=52.04, access={"step_free": False})]
    found = ran(a_client(access_needs=["step_free"]), an_activity(places=places))
    assert found.eligible == 1
    assert near(found) == []


def test_near_misses_are_the_best_three_equals_by_the_tie() -> None:
    names = ["p", "q", "r", "s", "t"]
    found = ran(a_client(), *(an_activity(id=name, **DEAR) for name in names))
    order = sorted(names, key=lambda name: tie_break("c-1", TODAY.isoformat(), name))
    assert [name for name, _ in near(found)] == order[:3]


def test_what_is_final_is_never_told_as_near() -> None:
    assert {rule.name for rule in RULES} >= NEVER_NEAR
    found = ran(a_client(avoid=["de kern"]), an_activity())
    assert found.counts == {"avoid": 1}
    assert near(found) == []


def test_a_little_out_of_reach_is_near_and_far_out_of_reach_is_not() -> None:
    walk = {"travel": {"modes": ["walk"], "max_minutes": 20}}
    activities = [
        an_activity(id=f"{north}", places=[a_place(lat=52.03 + north / 10_000)]) for north in range(0, 500, 10)
    ]
    found = ran(a_client(**walk), *activities)
    limits = {name: _low_minutes(found, name) for name, _ in near(found)}
    assert len(limits) == 3
    assert all(20 < minutes <= 25 for minutes in limits.values())
    assert near(ran(a_client(**walk), an_activity(places=[a_place(lat=52.08)]))) == []


def _low_minutes(found: Run, name: str) -> float:
    number = found.scene.rows.catalogue.number(name)
    return float(found.scene.travel.low[found.scene.rows.activity == number][0])


def test_homebound_is_near_wherever_it_is() -> None:
    found = ran(a_client(travel={"is_homebound": True, "max_minutes": None}), an_activity())
    assert near(found) == [("a", "reach")]


def test_homebound_and_far_is_not_near_though_people_are_fetched() -> None:
    homebound = a_client(travel={"is_homebound": True, "max_minutes": 10, "modes": ["walk"]})
    fetched = {"first_step": {"transport_offered": True}}
    close, far = an_activity(**fetched), an_activity(id="b", places=[a_place(lat=52.07)], **fetched)
    found = ran(homebound, close, far)
    assert len(found.scene) == 2
    assert near(found) == [("a", "reach")]


def test_an_arrangement_that_one_rule_excludes_has_the_score_of_the_whole() -> None:
    parts = [part(), part(effort={"physical": 3, "social": 1})]
    client = a_client(max_physical_effort=0)
    found = ran(client, an_activity(parts=parts, parts_require="all", effort={"physical": 0}))
    assert found.counts == {"parts": 1}
    assert near(found) == [("a", "physical_effort")]
    place, _, points = found.near[0]
    assert found.scene.rows.source(place).part_number == 1
    without = tuple(rule for rule in RULES if rule.name != "physical_effort")
    whole = ran(client, an_activity(parts=parts, parts_require="all", effort={"physical": 0}), rules=without)
    assert whole.chosen is not None
    assert points == whole.chosen.contributions[EXPECTED, 0].sum()


def test_an_arrangement_whose_parts_fail_different_rules_is_no_near_miss() -> None:
    parts = [part(effort={"physical": 3, "social": 1}), part(**IN_THE_NIGHT)]
    client = a_client(max_physical_effort=0, **BY_DAY)
    assert near(ran(client, an_activity(parts=parts, parts_require="all"))) == []


def test_of_several_single_failures_the_best_scoring_is_told() -> None:
    places = [a_place(lat=52.045, access={"step_free": False}), a_place(lat=52.0305, access={"step_free": False})]
    found = ran(a_client(access_needs=["step_free"]), an_activity(places=places))
    assert [found.scene.rows.source(place).place_number for place, _, _ in found.near] == [1]
    parts = [part(places=[a_place(lat=52.045)], **IN_THE_NIGHT), part(places=[a_place(access={"step_free": False})])]
    either = ran(a_client(access_needs=["step_free"], **BY_DAY), an_activity(parts=parts, parts_require="any"))
    assert near(either) == [("a", "access")]


def test_indicated_ones_are_told_as_for_care_at_most_two() -> None:
    activities = [an_activity(id=name, access="indicated") for name in "abc"]
    found = ran(a_client(), *activities, an_activity(id="d", access="indicated", **DEAR))
    assert near(found) == []
    names = [found.scene.rows.source(place).activity.id for place in found.via_care]
    assert len(names) == 2
    assert "d" not in names


def test_what_does_not_link_to_the_client_is_no_near_miss() -> None:
    found = ran(a_client(interests=["bingo"]), an_activity(**DEAR), an_activity(id="b", access="indicated"))
    assert near(found) == []
    assert found.via_care == []


@pytest.mark.parametrize("k", [1, 2, 5])
def test_no_more_than_k(k: int) -> None:
    found = ran(a_client(), *(an_activity(id=f"a{number}") for number in range(4)), k=k)
    assert len(found.picked) == min(k, 4)
    assert found.above_floor == 4
