"""However what is unknown of an activity turns out, its points stay between the low and the high that were told."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from wor_match import Activity, Catalogue, Client, Matcher
from wor_match.criteria import CRITERIA
from wor_match.criteria.base import Criterion, Values
from wor_match.criteria.money import MoneyCriterion
from wor_match.domain.base import Model
from wor_match.testing import TODAY, a_client, an_activity, draw_activities, draw_clients
from wor_match.testing.draws import seeded
from wor_match.testing.intervals import check_interval, ways
from wor_match.testing.strategies import activities, clients
from wor_match.testing.unknown_facts import COVERED, SETTLED, resolved, unknown_facts

ACTIVITIES = draw_activities(24, seed=31)
#: Who cannot walk far, and who can walk half an hour; both would like to walk.
WALKERS = [
    a_client(interests=["wandelen"], own_words=words)
    for words in ("Ze loopt een kwartier, dan brandt het.", "Na een half uur lopen is ze op.")
]
#: What is said to be for somebody is for these, or for others.
PEERS = [
    a_client(circumstances=["parkinson"], interests=["zingen", "helpen"], **more)
    for more in ({}, {"label_wishes": ["no_patient_group"]}, {"label_wishes": ["own_culture"], "languages": ["ar"]})
]
CLIENTS = [
    *draw_clients(24, seed=32),
    a_client(goes_alone="no", readiness=2, max_physical_effort=1, roles=["help"]),
    a_client(interests=["lezen"], goals=["vrijwilligerswerk doen"], gender="non_binary"),
    *WALKERS,
    *PEERS,
]
SMALL = settings(
    deadline=None,
    derandomize=True,
    max_examples=25,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
#: Nothing of which everything that can be left out is left out, and things of which little more is told.
BARE = [
    {"title": "De Kern"},
    {"title": "Vrijwilligers gezocht", "description": "Kom helpen als vrijwilliger.", "places": [{"name": "Zaal"}]},
    {"title": "Koor", "description": "Voor mensen met parkinson, help als vrijwilliger."},
    {"title": "Inloop", "kind": "drop_in", "language": {"languages": ("nl", "ar")}},
    {"title": "Rouwgroep", "kind": "peer_group", "cost": {"amount_eur": 12}},
    {"title": "Yoga", "kind": "course", "schedule": {"rules": [{"weekday": "tue", "start": "11:00"}]}},
    {"title": "Koor", "kind_words": ("zingen",), "schedule": {"rules": [{"weekday": "wed", "part": "afternoon"}]}},
    {"title": "Maatje", "setting": "home_visit", "effort": {"is_side_by_side": True}},
    {"title": "Eetclub", "description": "Met een grote groep.", "cost": {"amount_eur": 9, "per": "time"}},
    {"title": "Naaien", "description": "Alleen voor vrouwen.", "group": {"gender_rule": "mixed"}},
    {"title": "Wandelen"},
    {"title": "Chauffeur gezocht voor de wijkbus"},
    {"title": "Boodschappendienst", "description": "Ook bezorgers gezocht."},
    {"title": "Wandelen, een korte wandeling van 20 minuten", "kind": "activity"},
    {"title": "We wandelen 10 km", "kind": "activity"},
    {"title": "Soos", "cost": {"amount_eur": 9, "per": "week", "reduced_eur": 3}, "capacity": {"is_full": True}},
]


def _fields(model: type[Model], path: str = "") -> Iterator[str]:
    """Paths of all fields that can be absent; models within are gone through."""
    for name, field in model.model_fields.items():
        inner = [one for one in (field.annotation, *get_args(field.annotation)) if isinstance(one, type)]
        models = [one for one in inner if issubclass(one, Model)]
        several = "[]" if str(field.annotation).startswith("tuple") else ""
        if models and not (field.default is None or several):
            yield from _fields(models[0], f"{path}{name}.")
        elif not field.is_required() and field.get_default(call_default_factory=True) in (None, "", (), {}):
            yield f"{path}{name}"
            yield from _fields(models[0], f"{path}{name}{several}.") if models and several and name != "parts" else ()


def test_every_field_that_can_be_absent_is_covered_or_settled() -> None:
    found = set(_fields(Activity))
    inside = {path for path in found if "occurrences[]" in path}
    assert found - inside == COVERED.keys() | SETTLED.keys()
    assert not COVERED.keys() & SETTLED.keys()


def test_every_covered_fact_is_tried() -> None:
    seen = {path.replace("[0]", "[]").replace("[1]", "[]").replace("[2]", "[]") for path in _tried()}
    assert seen == COVERED.keys()


def _tried() -> Iterator[str]:
    for activity in (*ACTIVITIES, *(Activity(id="a", **one) for one in BARE)):
        effective = Catalogue.from_activities([activity]).effective[0]
        yield from (path for path, values in unknown_facts(effective).items() if values)


@pytest.mark.parametrize("first", range(0, len(ACTIVITIES), 8))
def test_made_up_activities(first: int) -> None:
    compared = 0
    for activity in ACTIVITIES[first : first + 8]:
        effective = Catalogue.from_activities([activity]).effective[0]
        compared += check_interval(activity, CLIENTS, ways(effective, seeded(first)))
    assert compared > 5000


@pytest.mark.parametrize("told", BARE, ids=lambda one: one["title"])
def test_activities_of_which_hardly_anything_is_told(told: dict[str, Any]) -> None:
    activity = Activity(id="a", status="active", **told)
    effective = Catalogue.from_activities([activity]).effective[0]
    assert check_interval(activity, CLIENTS, ways(effective, seeded(7), several=60)) > 500


@SMALL
@given(activities(), clients(), st.integers(0, 1000))
def test_any_activity_and_client(activity: Activity, client: Client, seed: int) -> None:
    effective = Catalogue.from_activities([activity]).effective[0]
    check_interval(activity, [client], ways(effective, seeded(seed)))


@SMALL
@given(activities(), clients(), st.integers(0, 1000))
def test_what_is_suggested_keeps_to_its_score(activity: Activity, client: Client, seed: int) -> None:
    """Through the whole pipeline: of something with one row, when all that is unknown is told."""
    effective = Catalogue.from_activities([activity]).effective[0]
    pick = seeded(seed)
    told = resolved(effective, {path: pick(values) for path, values in unknown_facts(effective).items()})
    before = Matcher(Catalogue.from_activities([effective]), as_of=TODAY).recommend(client, k=1).suggestions
    if told is None or not before or len(activity.places) > 1 or activity.parts:
        return
    for one in Matcher(Catalogue.from_activities([told]), as_of=TODAY).recommend(client, k=1).suggestions:
        assert before[0].score_low <= one.score <= before[0].score_high


def test_all_that_is_known_is_known() -> None:
    """Where nothing is unknown that matters, low and high are the same, but for how long the way may take."""
    found = Matcher(Catalogue.from_activities([an_activity()]), as_of=TODAY).recommend(a_client()).suggestions[0]
    doubtful = {one.criterion for one in found.contributions if one.low_milli != one.high_milli}
    assert doubtful <= {"travel"}


class _Narrow(Criterion):
    """Another criterion that takes what it does not know for known."""

    name, prior = "money", MoneyCriterion.prior

    def applies(self, query: Any) -> bool:
        return True

    def evaluate(self, scene: Any) -> Values:
        found = MoneyCriterion().evaluate(scene)
        return Values(found.expected, found.expected, found.expected)

    def tell(self, scene: Any, place: int, value: float) -> list[Any]:
        return []


def test_the_check_finds_an_interval_that_is_too_narrow() -> None:
    activity = an_activity(cost={"amount_eur": None})
    facts = [{"cost.amount_eur": 0}, {"cost.amount_eur": 60}]
    assert check_interval(activity, [a_client()], facts, CRITERIA) > 0
    with pytest.raises(AssertionError, match=r"money: cost.amount_eur"):
        check_interval(activity, [a_client()], facts, [_Narrow()])


def test_facts_that_contradict_one_another_are_no_way_to_turn_out() -> None:
    full = an_activity(capacity={"is_full": None, "places_free": None}, first_step={"sign_up": "call"})
    assert resolved(full, {"capacity.is_full": True, "capacity.places_free": 4}) is None
    assert resolved(full, {"capacity.is_full": True}) is not None
