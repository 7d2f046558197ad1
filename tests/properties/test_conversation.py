"""Contrast, why-not and replay over some hundreds of cases; `benchmarks/conversation_properties.py` does thousands."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from wor_match import Catalogue, Client, Matcher
from wor_match.testing import TODAY, a_client, draw_activities, draw_clients
from wor_match.testing.audit import check_names_what_changed, check_replay
from wor_match.testing.conversation import check_contrasts, check_why_not
from wor_match.testing.inquiry import check_questions
from wor_match.testing.strategies import catalogues, clients

CATALOGUE = Catalogue.from_activities(draw_activities(60, seed=21))
CLIENTS = [*draw_clients(14, seed=22), a_client(), Client(reference="bare"), Client(reference="b", home="3434")]
MATCHER = Matcher(CATALOGUE, as_of=TODAY)
SMALL = settings(
    deadline=None,
    derandomize=True,
    max_examples=25,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def test_contrasts_add_up() -> None:
    assert sum(check_contrasts(MATCHER.recommend(client, k=8)) for client in CLIENTS) > 200


@pytest.mark.parametrize("client", CLIENTS[::2], ids=lambda client: client.reference)
def test_why_not_keeps_its_word(client: Client) -> None:
    found = [check_why_not(MATCHER, client, one.id) for one in CATALOGUE.activities[::3]]
    assert len({one.outcome for one in found}) >= 1


def test_why_not_meets_every_outcome() -> None:
    stopped = Client(reference="stop", safety=[{"signal": "crisis"}])
    found = [MATCHER.why_not(client, one.id) for client in (*CLIENTS, stopped) for one in CATALOGUE.activities[::5]]
    assert {one.outcome for one in found} == {"shown", "lower", "below_floor", "excluded", "stopped"}
    assert sum(bool(one.ways) for one in found if one.outcome == "excluded") > 5
    assert any(len(way.changes) > 1 for one in found for way in one.ways)


def test_questions_keep_their_word() -> None:
    found = [one for client in CLIENTS for one in check_questions(MATCHER, client, 4, 20)]
    assert {one.kind for one in found} == {"client", "provider", "choice", "enough"}
    assert {one.how for one in found} == {"exact"}  # the sample has 45 places, which are all tried


@pytest.mark.parametrize("client", CLIENTS, ids=lambda client: client.reference)
def test_every_advice_can_be_made_again(client: Client) -> None:
    check_replay(MATCHER, client)


def test_what_changed_is_named() -> None:
    assert sum(check_names_what_changed(MATCHER, client) for client in CLIENTS[::3]) > 70


@SMALL
@given(clients(), catalogues(min_size=1), st.integers(1, 6), st.data())
def test_any_conversation(client: Client, catalogue: Catalogue, k: int, data: st.DataObject) -> None:
    matcher = Matcher(catalogue, as_of=TODAY)
    check_contrasts(check_replay(matcher, client, k))
    name = data.draw(st.sampled_from([one.id for one in catalogue.activities]))
    check_why_not(matcher, client, name, k)
    check_questions(matcher, client, k)
