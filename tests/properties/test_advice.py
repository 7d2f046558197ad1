"""What every advice promises, over some hundreds of pairs; ``benchmarks/properties.py`` does it over thousands."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from wor_match import Advice, Catalogue, Client, Matcher, Profile
from wor_match.testing import TODAY, a_client, draw_activities, draw_clients
from wor_match.testing.promises import check_advice, check_others_stay, ranked
from wor_match.testing.shares import NEVER, Share, shares, too_rare
from wor_match.testing.strategies import catalogues, clients

ACTIVITIES = draw_activities(60, seed=11)
CATALOGUE = Catalogue.from_activities(ACTIVITIES)
CLIENTS = [*draw_clients(12, seed=12), a_client(), Client(reference="bare"), Client(reference="b", home="3434")]
LEVEL = Profile.model_validate({"limits": {"variety_points": 0}})
VARIED = Profile.model_validate({"limits": {"variety_points": 25, "floor_share": 0.02}})
MATCHERS = {"default": Matcher(CATALOGUE, as_of=TODAY), "varied": Matcher(CATALOGUE, VARIED, as_of=TODAY)}
SMALL = settings(
    deadline=None,
    derandomize=True,
    max_examples=25,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@pytest.mark.parametrize("name", MATCHERS)
def test_every_advice_holds_up(name: str) -> None:
    given_, moved = 0, 0
    for client in CLIENTS:
        advice = check_advice(MATCHERS[name], client)
        given_ += len(advice.suggestions)
        moved += sum(one.variety is not None for one in advice.suggestions)
    assert given_ > 20
    assert moved or name == "default"


@SMALL
@given(clients(), catalogues())
def test_every_advice_on_any_catalogue_holds_up(client: Client, catalogue: Catalogue) -> None:
    check_advice(Matcher(catalogue, as_of=TODAY), client, k=3)


@pytest.mark.parametrize("seed", range(4))
def test_taking_activities_away_leaves_the_others_as_they_are(seed: int) -> None:
    matcher = MATCHERS["varied"]
    gone = [one.id for one in ACTIVITIES[seed::4]]
    for client in CLIENTS:
        check_others_stay(matcher, client, gone)


def test_one_by_one_each_activity_can_go() -> None:
    for activity in ACTIVITIES[:12]:
        check_others_stay(MATCHERS["default"], a_client(), [activity.id])


@SMALL
@given(st.permutations(ACTIVITIES[:20]), st.sampled_from(CLIENTS))
def test_the_order_of_the_catalogue_does_not_matter(activities: list[object], client: Client) -> None:
    one, other = Catalogue.from_activities(ACTIVITIES[:20]), Catalogue.from_activities(activities)  # type: ignore[arg-type]
    first, second = (Matcher(catalogue, as_of=TODAY).recommend(client) for catalogue in (one, other))
    assert first.to_json() == second.to_json()


def test_many_are_identical_to_one_by_one() -> None:
    for matcher in MATCHERS.values():
        batch = matcher.recommend_many(CLIENTS, k=4)
        for client, advice in zip(CLIENTS, batch.advices, strict=True):
            assert isinstance(advice, Advice)
            assert advice.to_json() == matcher.recommend(client, k=4).to_json()


def test_without_variety_a_shorter_list_is_the_beginning_of_a_longer_one() -> None:
    matcher = Matcher(CATALOGUE, LEVEL, as_of=TODAY)
    for client in CLIENTS:
        longest = [one.activity.id for one in matcher.recommend(client, k=60).suggestions]
        assert longest == [name for name, _ in ranked(matcher, client)]
        for k in (1, 2, 3, 7):
            assert [one.activity.id for one in matcher.recommend(client, k=k).suggestions] == longest[:k]


def test_the_same_question_gets_the_same_answer() -> None:
    again = Matcher(Catalogue.from_activities(draw_activities(60, seed=11)), as_of=TODAY)
    for client in CLIENTS[:5]:
        assert again.recommend(client).to_json() == MATCHERS["default"].recommend(client).to_json()


def test_nothing_asked_is_nothing_known() -> None:
    asked_most = MATCHERS["default"].run(CLIENTS[0])
    bare = MATCHERS["default"].run(Client(reference="bare"))
    assert bare.eligible > asked_most.eligible
    assert set(bare.counts) <= {"status", "current", "referral", "start", "places"}


def test_made_up_pairs_give_every_answer_often_enough() -> None:
    found = shares(Catalogue.from_activities(draw_activities(400, seed=1)), draw_clients(200, seed=2))
    assert too_rare(found, least=0.05) == []
    assert all(found[rule].of(verdict) == 0 for rule, verdict in NEVER)


def test_strategies_give_every_answer() -> None:
    seen: list[dict[str, Share]] = []

    @settings(SMALL, max_examples=120)
    @given(clients(), catalogues(min_size=4, max_size=8))
    def collect(client: Client, catalogue: Catalogue) -> None:
        seen.append(shares(catalogue, [client]))

    collect()
    mean = {
        name: Share(*(sum(one[name].of(verdict) for one in seen) / len(seen) for verdict in ("yes", "no", "unknown")))
        for name in seen[0]
    }
    assert too_rare(mean, least=0.02) == []  # loose: hypothesis looks for odd corners on purpose
