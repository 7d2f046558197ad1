"""The only place that adds: rounded once, exact sums, and the same weights for every row."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wor_match import Client, Profile
from wor_match.criteria import CRITERIA
from wor_match.criteria.base import Criterion, Telling, Values, known
from wor_match.query import compile_query
from wor_match.query.query import Query
from wor_match.query.scene import Scene
from wor_match.scoring import EXPECTED, HIGH, LOW, Scored, active, contributions_of, score, together, weights_of
from wor_match.testing import TODAY, a_client, an_activity, draw_activities, draw_clients, scene_of


class Fixed(Criterion):
    """Gives the same values to every row, as many as are asked."""

    def __init__(self, name: str, low: float, expected: float, high: float, *, asked: bool = True) -> None:
        self.name = name  # type: ignore[misc]
        self.three = (low, expected, high)
        self.asked = asked

    def applies(self, query: Query) -> bool:
        return self.asked

    def evaluate(self, scene: Scene) -> Values:
        return Values(*(np.full(len(scene), value) for value in self.three))

    def tell(self, scene: Scene, place: int, value: float) -> list[Telling]:
        return []


def profile(**weights: float) -> Profile:
    return Profile.model_validate({"weights": weights})


def test_weights_are_thousandths_of_a_point() -> None:
    criteria = (Fixed("one", 0, 0, 0), Fixed("two", 0, 0, 0))
    assert weights_of(criteria, profile(one=33.3333, two=66.6667)).tolist() == [33333, 66667]


def test_contributions_are_rounded_once_half_to_even() -> None:
    assert contributions_of(np.array([0.5, 0.5, 0.25]), np.array([1001, 1003, 2])).tolist() == [500, 502, 0]


def test_what_has_no_weight_or_was_not_asked_drops_out_for_every_row() -> None:
    criteria = (
        Fixed("one", 0, 0, 0),
        Fixed("two", 0, 0, 0, asked=False),
        Fixed("three", 0, 0, 0),
        Fixed("four", 0, 0, 0),
    )
    query = compile_query(Client(reference="c"), as_of=TODAY, profile=profile(one=50, two=50, three=0))
    assert [one.name for one in active(criteria, query)] == ["one"]


def test_score_is_the_sum_of_its_contributions() -> None:
    criteria = (Fixed("one", 0.0, 0.5, 1.0), Fixed("two", 0.25, 0.25, 0.25))
    scene = scene_of(a_client(), an_activity(), an_activity(id="b"), profile=profile(one=60, two=40))
    found = score(criteria, scene)
    assert found.contributions.shape == (3, 2, 2)
    assert found.contributions[:, 0].tolist() == [[0, 10_000], [30_000, 10_000], [60_000, 10_000]]
    assert [found.total(which).tolist() for which in (LOW, EXPECTED, HIGH)] == [
        [10_000] * 2,
        [40_000] * 2,
        [70_000] * 2,
    ]
    assert found.scores.tolist() == [40_000, 40_000]


def test_nothing_asked_is_no_points() -> None:
    found = score((), scene_of(a_client(), an_activity()))
    assert found.scores.tolist() == [0]
    assert found.links is None
    assert found.floor(0.5) == 0


def test_links_are_the_points_of_interest_and_need() -> None:
    scene = scene_of(a_client(complaints=[{"term": "loneliness"}]), an_activity())
    found = score(active(CRITERIA, scene.query), scene)
    names = [one.name for one in found.criteria if one.is_link]
    assert set(names) == {"interest", "need"}
    by_name = dict(zip([one.name for one in found.criteria], found.contributions[EXPECTED][0].tolist(), strict=True))
    assert found.links is not None
    assert found.links.tolist() == [sum(by_name[name] for name in names)]
    weights = scene.query.profile.weights
    assert found.floor(0.5) == round(500 * sum(weights[name] for name in names))


def test_without_a_link_in_the_intake_there_is_no_floor() -> None:
    assert score((Fixed("one", 1, 1, 1),), scene_of(a_client(), an_activity(), profile=profile(one=100))).links is None


@pytest.mark.parametrize(
    ("reducer", "expected"), [("mean", [150, 350, 600]), ("min", [100, 200, 300]), ("max", [200, 500, 900])]
)
def test_required_parts_come_together_by_the_reducer(reducer: str, expected: list[int]) -> None:
    one = Fixed("one", 0, 0, 0)
    one.reducer = reducer  # type: ignore[misc]
    values = np.array([[[0.1], [0.2]], [[0.5], [0.2]], [[0.9], [0.3]]])
    scored = Scored((one,), np.array([1000]), values, contributions_of(values, np.array([1000])))
    reduced, points = together(scored, np.array([0, 1]), np.array([0]))
    assert points[:, 0, 0].tolist() == expected
    assert reduced.shape == (3, 1, 1)
    assert together(scored, np.array([0, 1]), np.array([0, 1]))[1].tolist() == scored.contributions.tolist()


def test_together_without_criteria_is_nothing() -> None:
    scored = score((), scene_of(a_client(), an_activity()))
    values, points = together(scored, np.array([0]), np.array([0]))
    assert values.shape == points.shape == (3, 1, 0)


@settings(derandomize=True, deadline=None, max_examples=10)
@given(st.integers(0, 1000))
def test_low_expected_high_in_order_and_a_row_alone_is_the_same(seed: int) -> None:
    (client,) = draw_clients(1, seed)
    scene = scene_of(client, *draw_activities(12, seed))
    found = score(active(CRITERIA, scene.query), scene)
    assert (found.contributions[LOW] <= found.contributions[EXPECTED]).all()
    assert (found.contributions[EXPECTED] <= found.contributions[HIGH]).all()
    assert (found.contributions <= found.weights).all()
    for place in range(0, len(scene), 5):
        alone = score(found.criteria, Scene(scene.query, scene.rows.take(np.array([place]))))
        assert alone.contributions[:, 0].tolist() == found.contributions[:, place].tolist()


def test_a_known_value_has_no_doubt() -> None:
    values = known(np.array([0.3]))
    assert values.low is values.expected is values.high
