"""How sure an order is: counts against a slow reference, and the weights at which first and second swap."""

from __future__ import annotations

import json

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from wor_match import Catalogue, Client, InputError, Matcher, Profile
from wor_match.explain.draws import FACTORS, HALF, ONE, Draw, drawn
from wor_match.explain.sentences import sentence
from wor_match.explain.stability import Field, below_floor, field_of, scores_of
from wor_match.explain.stability_text import Stability
from wor_match.sample import SAMPLE_DATE, load_sample
from wor_match.scoring import EXPECTED, contributions_of
from wor_match.testing import TODAY, a_client, an_activity
from wor_match.testing.slow_stability import check_stability
from wor_match.testing.strategies import catalogues, clients

SAMPLE, PEOPLE = load_sample()
MATCHER = Matcher(SAMPLE, as_of=SAMPLE_DATE)
SMALL = settings(
    deadline=None, derandomize=True, max_examples=100,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)  # fmt: skip


@pytest.mark.parametrize("client", PEOPLE[::4], ids=lambda one: one.reference)
def test_it_agrees_with_the_slow_reference_to_the_exact_count(client: Client) -> None:
    check_stability(MATCHER, client, 5, 150, 3)


@SMALL
@given(clients(), catalogues(), st.integers(1, 6), st.integers(0, 2**40))
def test_it_agrees_with_the_slow_reference_on_any_catalogue(
    client: Client, catalogue: Catalogue, k: int, seed: int
) -> None:
    found = check_stability(Matcher(catalogue, as_of=TODAY), client, k, 20, seed)
    for one in found.activities:
        assert 0 < one.in_top <= 20 - one.fell_out
    for rank in range(k):
        assert sum(one.at_rank[rank] for one in found.activities) <= 20


@pytest.mark.parametrize("client", PEOPLE[1:15:3], ids=lambda one: one.reference)
def test_a_profile_with_the_drawn_weights_gives_the_same_order(client: Client) -> None:
    """The pipeline itself with each drawn weight vector; only rounding to a thousandth of a point may part them."""
    run = MATCHER.run(client, 5)
    field = field_of(run)
    names = [one.name for one in run.scored.criteria]
    compared = 0
    for draw in drawn(5, 12, len(names), len(field.numbers)):
        plain = Draw(draw.factors, np.zeros_like(draw.facts), draw.luck)
        for factors, scores in zip(draw.factors, scores_of(field, plain), strict=True):
            weights = dict(MATCHER.profile.weights)
            weights |= {name: weights[name] * factor / ONE for name, factor in zip(names, factors, strict=True)}
            milli = np.array([round(weights[name] * 1000) for name in names])
            slow = contributions_of(run.chosen.values[EXPECTED], milli).sum(axis=1)  # type: ignore[union-attr]
            order = [int(np.flatnonzero(run.chosen.activity == number)[0]) for number in field.numbers]  # type: ignore[union-attr]
            fast = scores / (ONE * HALF)
            assert np.abs(slow[order] - fast).max() <= 3 * len(names)
            compared += len(fast)
    assert compared > 50


def test_without_doubt_the_scores_are_the_stored_ones() -> None:
    for client in PEOPLE:
        run = MATCHER.run(client, 5)
        field = field_of(run)
        shape = (1, len(field.numbers))
        plain = Draw(np.full((1, len(field.weights)), ONE), np.zeros(shape, int), np.zeros(shape, int))
        assert (scores_of(field, plain)[0] == field.expected.sum(axis=1) * ONE * HALF).all()
        if run.chosen is not None:
            assert len(field.numbers) - int(below_floor(field, plain).sum()) == run.above_floor


def test_draws_are_the_same_on_every_machine() -> None:
    one = next(iter(drawn(1, 2, 2, 2)))
    assert one.factors.tolist() == [[771, 1103], [1675, 650]]
    assert one.facts.tolist()[0] != one.facts.tolist()[1]
    assert FACTORS.min() >= 500
    assert FACTORS.max() <= 2000
    assert abs(float(np.median(FACTORS)) - ONE) <= 1


def test_the_same_seed_gives_the_same_answer_and_another_seed_nearly() -> None:
    first, second = MATCHER.stability(PEOPLE[0], seed=1), MATCHER.stability(PEOPLE[0], seed=2)
    assert first == MATCHER.stability(PEOPLE[0], seed=1)
    assert first != second
    assert abs(first.activities[0].share_in_top - second.activities[0].share_in_top) < 0.03


def test_at_the_swap_the_two_are_equal_and_beyond_it_they_swap() -> None:
    swapped = 0
    for client in PEOPLE:
        run = MATCHER.run(client, 5)
        if run.chosen is None:
            continue
        field, found = field_of(run), MATCHER.stability(client, draws=1)
        names = [one.name for one in run.scored.criteria]
        first, second = (int(np.flatnonzero(field.numbers == run.chosen.activity[one])[0]) for one in run.ranked[:2])
        lead = (field.expected[first] - field.expected[second]).astype(float)
        for swap in found.swaps:
            place = names.index(swap.criterion)
            weights = field.weights / 1000
            for more in (0.0, 0.01, -0.01):
                factor = np.ones(len(names))
                factor[place] = max(swap.factor * (1 + more), 0.0)
                rest = float((lead * factor).sum())
                assert (rest * more * lead[place] >= -1e-6) if more else abs(rest) < 1e-6
            others = (100 - weights[place]) / 100
            assert swap.points_then == pytest.approx(
                100 * weights[place] * swap.factor / (100 * others + weights[place] * swap.factor)
            )
            swapped += 1
    assert swapped > 20


def test_one_honest_sentence() -> None:
    told = {client.reference: MATCHER.stability(client, draws=2000).summary for client in PEOPLE}
    assert {one.code for one in told.values()} >= {"stability.even", "stability.firm", "shortfall.stopped"}
    even = next(one for one in told.values() if one.code == "stability.even")
    assert sentence(even) == "De eerste twee zijn ongeveer even goed."
    alone = Matcher(Catalogue.from_activities([an_activity()]), as_of=TODAY)
    assert alone.stability(a_client(), draws=5).summary.code == "stability.alone"


def test_it_is_stored_and_read_back() -> None:
    found = MATCHER.stability(PEOPLE[2], draws=100)
    assert Stability.model_validate(json.loads(found.model_dump_json())) == found
    best = found.activities[0]
    assert found.of(best.activity_id) == best
    assert found.of("nothing like it") is None
    assert best.share_first == best.at_rank[0] / 100


def test_a_stop_leaves_nothing_to_compare_and_says_that_safety_goes_first() -> None:
    found = MATCHER.stability(PEOPLE[15])
    assert (found.activities, found.first_above_second, found.is_stopped) == ((), None, True)
    for audience in ("coach", "client"):
        for language in ("nl", "en"):
            told = found.to_text(language=language, audience=audience)
            assert told == MATCHER.what_if(PEOPLE[15]).to_text(language=language, audience=audience)
    assert "Veiligheid gaat voor" in found.to_text()
    assert Stability.model_validate_json(found.model_dump_json()) == found


def test_a_list_that_is_empty_for_another_reason_is_no_stop() -> None:
    found = MATCHER.stability(Client(reference="c-1", avoid=[one.title for one in SAMPLE.activities]))
    assert (found.is_stopped, found.summary.code) == (False, "stability.nothing")


@pytest.mark.parametrize("wrong", [{"draws": 0}, {"draws": 2.5}, {"seed": -1}, {"k": 0}, {"draws": True}])
def test_numbers_out_of_range_are_refused(wrong: dict[str, int]) -> None:
    with pytest.raises(InputError):
        MATCHER.stability(a_client(), **wrong)


def test_a_floor_is_asked_for_in_every_draw() -> None:
    field = Field(
        np.array([0, 1]), np.array([[0, 9]]), np.array([[1000, 0], [0, 9]]), np.array([[0, 9]]), np.zeros(2, int),
        np.array([1000, 9]), np.array([True, False]), 0.5,
    )  # fmt: skip
    draw = Draw(np.array([[600, 2000]]), np.zeros((1, 2), int), np.zeros((1, 2), int))
    assert below_floor(field, draw).tolist() == [[False, True]]


def test_weights_of_a_profile_may_be_zero() -> None:
    weights = dict.fromkeys(Profile.default().weights, 0.0) | {"interest": 60.0, "travel": 40.0}
    found = Matcher(SAMPLE, Profile(weights=weights), as_of=SAMPLE_DATE).stability(PEOPLE[0], draws=50)
    assert found.activities
