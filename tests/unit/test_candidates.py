"""From rows to activities: alternatives are "any", required parts are "all"."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import numpy as np
import pytest

from wor_match import Activity, Catalogue, Client, Matcher
from wor_match.candidates import rows_in_reach, taken_hours
from wor_match.catalogue.columns import NO, UNKNOWN
from wor_match.criteria import CRITERIA
from wor_match.pipeline import Run, run
from wor_match.query import compile_query
from wor_match.query.scene import Scene
from wor_match.rules import RULES
from wor_match.testing import TODAY, a_client, a_place, an_activity, draw_activities, draw_clients

NEAR, FAR = a_place(), a_place(lat=52.30, lon=5.08)
STEPS = a_place(lat=52.0305, access={"step_free": False})
YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)
#: A Tuesday session of which the end is not told.
WHOLE = [(1, 20.0, 24.0)]
TUESDAY, THURSDAY = {"weekday": "tue", "start": "10:00"}, {"weekday": "thu", "start": "10:00"}


def ran(client: Client, *activities: Activity) -> Run:
    catalogue = Catalogue.from_activities(activities)
    return run(compile_query(client, as_of=TODAY), catalogue, RULES, CRITERIA, 5)


def chosen(found: Run, activity_id: str = "a") -> list[tuple[int, int]]:
    """(part, place) of the rows that stand for an activity; empty when it is not possible."""
    assert found.chosen is not None
    number = found.scene.rows.catalogue.number(activity_id)
    if number not in found.chosen.activity:
        return []
    rows = found.chosen.rows[found.chosen.activity.tolist().index(number)]
    sources = [found.scene.rows.source(int(row)) for row in rows]
    return [(one.part_number, one.place_number) for one in sources]


def part(**facts: Any) -> dict[str, Any]:
    return {"title": "Deel", **facts}


def test_of_two_places_the_nearest_that_is_possible() -> None:
    activity = an_activity(places=[a_place(lat=52.035), NEAR, FAR])
    assert chosen(ran(a_client(), activity)) == [(0, 1)]
    needs = a_client(access_needs=["step_free"])
    assert chosen(ran(needs, an_activity(places=[STEPS, a_place(lat=52.035)]))) == [(0, 1)]
    assert chosen(ran(needs, an_activity(places=[STEPS]))) == []


def test_of_equal_places_the_first_in_its_own_order() -> None:
    assert chosen(ran(a_client(), an_activity(places=[NEAR, NEAR]))) == [(0, 0)]


def test_an_activity_is_possible_once_however_many_places() -> None:
    found = ran(a_client(), an_activity(places=[NEAR, NEAR, FAR]), an_activity(id="b"))
    assert found.eligible == len(found.picked) == 2


def test_any_part_will_do() -> None:
    parts = [part(schedule={"rules": [TUESDAY]}), part(schedule={"rules": [THURSDAY]})]
    activity = an_activity(parts=parts, parts_require="any")
    assert chosen(ran(a_client(availability=[{"weekday": "thu"}]), activity)) == [(1, 0)]
    assert chosen(ran(a_client(availability=[{"weekday": "fri"}]), activity)) == []


def test_all_parts_are_needed() -> None:
    parts = [part(schedule={"rules": [TUESDAY]}), part(schedule={"rules": [THURSDAY]})]
    activity = an_activity(parts=parts, parts_require="all")
    both = a_client(availability=[{"weekday": "tue"}, {"weekday": "thu"}])
    assert chosen(ran(both, activity)) == [(0, 0), (1, 0)]
    one = ran(a_client(availability=[{"weekday": "thu"}]), activity)
    assert chosen(one) == []
    assert one.counts == {"parts": 1}


def test_of_each_part_the_best_place() -> None:
    parts = [part(places=[a_place(lat=52.035), NEAR]), part(places=[FAR, NEAR])]
    assert chosen(ran(a_client(), an_activity(parts=parts, parts_require="all"))) == [(0, 1), (1, 1)]
    parts = [part(places=[NEAR]), part(places=[FAR])]
    assert chosen(ran(a_client(), an_activity(parts=parts, parts_require="all"))) == []
    assert chosen(ran(a_client(), an_activity(parts=parts, parts_require="any"))) == [(0, 0)]


def test_an_arrangement_costs_what_all_its_parts_cost() -> None:
    parts = [part(cost={"amount_eur": 13, "per": "month"}), part(cost={"amount_eur": 13, "per": "month"})]
    whole = {"cost": {"amount_eur": None}}
    assert chosen(ran(a_client(), an_activity(parts=parts, parts_require="all", **whole))) == []
    assert chosen(ran(a_client(), an_activity(parts=parts, parts_require="any", **whole))) == [(0, 0)]
    assert (
        len(chosen(ran(a_client(budget_eur_per_month=24), an_activity(parts=parts, parts_require="all", **whole)))) == 2
    )


def test_an_arrangement_asks_of_its_worst_part() -> None:
    parts = [part(), part(effort={"physical": 1, "social": 1, "pace": "brisk"})]
    client = a_client(max_physical_effort=1)
    together, alone = (ran(client, an_activity(parts=parts, parts_require=requires)) for requires in ("all", "any"))
    effort = [one.name for one in together.scored.criteria].index("effort")
    assert together.chosen is not None
    assert alone.chosen is not None
    assert together.chosen.contributions[1, 0, effort] < alone.chosen.contributions[1, 0, effort]


def test_rows_out_of_reach_are_not_looked_at() -> None:
    activities = [an_activity(), an_activity(id="far", places=[FAR])]
    found = ran(a_client(), *activities)
    assert len(found.scene) == 1
    assert found.counts == {"reach": 1}


@pytest.mark.parametrize(
    "client",
    [
        a_client(home=None),
        a_client(travel={"max_minutes": None}),
        a_client(travel={"modes": ["car", "bus"], "max_minutes": 600}),
        a_client(travel={"modes": [], "max_minutes": 20}),
        a_client(travel={"modes": [], "max_minutes": None}),
        *draw_clients(8, 3),
    ],
)
def test_no_row_that_may_be_in_reach_is_left_out(client: Client) -> None:
    catalogue = Catalogue.from_activities(draw_activities(80, 3))
    query = compile_query(client, as_of=TODAY)
    seen = set(rows_in_reach(query, catalogue).index.tolist())
    reach = RULES[0]
    assert reach.name == "reach"
    if not reach.applies(query):
        assert len(seen) == len(catalogue.all_rows)
        return
    unseen = [row for row in range(len(catalogue.all_rows)) if row not in seen]
    verdicts = reach.check(Scene(query, catalogue.all_rows.take(np.array(unseen, dtype=np.int64))))
    assert (verdicts == -1).all()


def test_who_was_not_asked_about_travel_gets_what_is_near_first_and_loses_nothing_that_someone_could_reach() -> None:
    distances = (60, 38, 30, 20, 10, 5, 1)
    activities = [
        an_activity(id=f"{km:02} km", places=[a_place(lat=52.03 + km / 111.195, lon=5.08)]) for km in distances
    ]
    client = Client(reference="c-1", interests=["wandelen"], home={"lat": 52.03, "lon": 5.08})
    found = Matcher(Catalogue.from_activities(activities), as_of=TODAY).recommend(client, k=10)
    names = [one.activity.id for one in found.suggestions]
    assert names[:4] == ["01 km", "05 km", "10 km", "20 km"]
    assert sorted(names[4:]) == ["30 km", "38 km"]
    assert found.excluded.counts == {"reach": 1}
    asked = [[one.code for one in each.call_first] for each in found.suggestions]
    assert [("ask.reach.tight" in codes) for codes in asked] == [False, False, False, True, True, True]


def test_a_router_that_bounds_nothing_has_every_row_looked_at() -> None:
    from rule_case import Trip

    catalogue = Catalogue.from_activities(draw_activities(10, 3))
    query = compile_query(a_client(), as_of=TODAY, travel=Trip(1, 2, 3))
    assert len(rows_in_reach(query, catalogue)) == len(catalogue.all_rows)


@pytest.mark.parametrize(
    ("why", "schedule", "taken"),
    [
        ("one session a week", {"rules": [{**TUESDAY, "end": "11:00"}]}, [(1, 20.0, 22.0)]),
        ("any of two", {"rules": [TUESDAY, THURSDAY]}, []),
        ("every other week", {"rules": [{**TUESDAY, "every_weeks": 2}]}, []),
        ("some time in the morning", {"rules": [{"weekday": "tue", "part": "morning"}]}, []),
        ("not told", {"rules": []}, []),
        ("the series is over", {"rules": [{**TUESDAY, "last_day": YESTERDAY}]}, []),
        ("its last day is today", {"rules": [{**TUESDAY, "last_day": TODAY}]}, WHOLE),
        ("the series has not begun", {"rules": [{**TUESDAY, "first_day": TOMORROW}]}, []),
        ("it begins today", {"rules": [{**TUESDAY, "first_day": TODAY}]}, WHOLE),
        ("the season has not begun", {"rules": [TUESDAY], "season": {"start": "03-01", "end": "09-30"}}, []),
        ("the season runs", {"rules": [TUESDAY], "season": {"start": "10-01", "end": "03-31"}}, WHOLE),
        ("one of two series is over", {"rules": [{**THURSDAY, "last_day": YESTERDAY}, TUESDAY]}, WHOLE),
        ("once a month", {"rules": [{**TUESDAY, "nth_in_month": [1]}]}, []),
        ("a single date", {"rules": [], "occurrences": [{"day": TOMORROW, "start": "10:00"}]}, []),
        ("an extra date beside it", {"rules": [TUESDAY], "occurrences": [{"day": YESTERDAY, "start": "10:00"}]}, WHOLE),
    ],
)
def test_hours_of_what_the_client_does_already(why: str, schedule: Any, taken: list[Any]) -> None:
    catalogue = Catalogue.from_activities([an_activity(schedule=schedule)])
    query = compile_query(a_client(current=["a", "elsewhere"]), as_of=TODAY)
    assert taken_hours(query, catalogue) == taken, why


@pytest.mark.parametrize(
    ("facts", "wishes", "taken"),
    [
        ({"valid_to": YESTERDAY}, {}, []),
        ({"valid_from": TOMORROW}, {}, []),
        ({"status": "ended"}, {}, []),
        ({"status": "paused"}, {}, WHOLE),
        ({"valid_to": TODAY}, {}, WHOLE),
        ({"valid_to": TODAY}, {"wanted_from": TOMORROW}, []),
        ({"valid_from": TOMORROW}, {"wanted_from": TOMORROW}, WHOLE),
    ],
)
def test_what_is_over_or_has_not_begun_takes_no_hours(facts: Any, wishes: Any, taken: list[Any]) -> None:
    catalogue = Catalogue.from_activities([an_activity(**facts, schedule={"rules": [TUESDAY]})])
    assert taken_hours(compile_query(a_client(current=["a"], **wishes), as_of=TODAY), catalogue) == taken


def test_what_is_at_the_same_hour_falls_out() -> None:
    other = an_activity(id="b", title="Leesclub")
    assert chosen(ran(a_client(), an_activity(), other), "b")
    assert not chosen(ran(a_client(current=["a"]), an_activity(), other), "b")
    asked_nothing = a_client(current=["a"], availability=None)
    assert not chosen(ran(asked_nothing, an_activity(), other), "b")
    later = an_activity(id="b", title="Leesclub", schedule={"rules": [THURSDAY]})
    assert chosen(ran(asked_nothing, an_activity(), later), "b")


def test_what_is_all_past_falls_out_as_over_and_not_by_its_hours() -> None:
    past = {"day": YESTERDAY, "start": "20:00"}
    evening = {"weekday": "tue", "start": "20:00", "last_day": YESTERDAY}
    offers = [
        an_activity(id="dates", schedule={"rules": [], "occurrences": [past]}),
        an_activity(id="series", schedule={"rules": [evening]}),
        an_activity(id="valid", valid_to=YESTERDAY, schedule={"rules": [{**evening, "last_day": None}]}),
    ]
    client = a_client(travel={"evening": False}, availability=[{"weekday": "sun"}])
    found = ran(client, *offers)
    assert found.counts == {"status": 3}
    scene = Scene(compile_query(client, as_of=TODAY), Catalogue.from_activities(offers).all_rows)
    by_name = {rule.name: rule.check(scene) for rule in found.rules}
    assert (by_name["status"] == NO).all()
    assert (by_name["hours"] == UNKNOWN).all()
    assert (by_name["evening"] == UNKNOWN).all()


def test_a_series_that_is_over_opens_and_closes_nothing() -> None:
    by_day = {"weekday": "tue", "start": "10:00", "last_day": YESTERDAY}
    rules = [by_day, {"weekday": "tue", "start": "20:00"}]
    stays_in = a_client(travel={"evening": False}, availability=None)
    assert ran(stays_in, an_activity(schedule={"rules": rules})).counts == {"evening": 1}
    both = {"rules": [TUESDAY, {"weekday": "fri", "start": "20:00", "last_day": YESTERDAY}], "sessions": "all"}
    assert chosen(ran(stays_in, an_activity(schedule=both))) == [(0, 0)]
    mornings = a_client(availability=[{"weekday": "tue", "part": "morning"}])
    assert ran(mornings, an_activity(schedule={"rules": rules})).counts == {"hours": 1}


def test_days_are_days_of_the_asking_date() -> None:
    dated = an_activity(schedule={"rules": [], "occurrences": [{"day": TODAY + timedelta(days=1), "start": "10:00"}]})
    assert chosen(ran(a_client(), dated)) == [(0, 0)]
