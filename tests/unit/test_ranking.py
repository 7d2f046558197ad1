"""Order, ties and variety, worked by hand."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wor_match.ranking import Picked, in_order, tie_break, vary

DAY = "2026-11-23"


def ordered(scores: list[int], most: int, reference: str = "c", ids: str = "abcdefgh", day: str = DAY) -> str:
    places = in_order(np.array(scores, dtype=np.int64), ids.__getitem__, reference, day, most)
    return "".join(ids[place] for place in places)


def test_the_highest_scores_come_first() -> None:
    assert ordered([10, 30, 20], 3) == "bca"
    assert ordered([10, 30, 20], 2) == "bc"
    assert ordered([10, 30, 20], 9) == "bca"
    assert ordered([], 5) == ""


def test_equals_are_ordered_by_the_hash_of_client_day_and_id() -> None:
    expected = "".join(sorted("abcd", key=lambda name: tie_break("c", DAY, name)))
    assert ordered([5, 5, 5, 5], 4) == expected
    assert ordered([5, 5, 5, 5], 2) == expected[:2]  # also when not all are asked for
    assert ordered([5, 5, 9, 5, 5], 3)[0] == "c"


def test_ties_differ_by_client_and_day_and_no_name_wins_them_all() -> None:
    orders = {ordered([5] * 8, 8, reference=f"c-{number}") for number in range(20)}
    assert len(orders) > 15
    assert {order[0] for order in orders} > {"a", "b"}
    assert len({ordered([5] * 8, 8, day=f"2026-11-{number}") for number in range(10, 20)}) > 7
    assert ordered([5] * 8, 8) == ordered([5] * 8, 8)


@settings(derandomize=True, max_examples=50)
@given(st.lists(st.integers(0, 5), max_size=30), st.integers(1, 40))
def test_the_best_of_many_are_those_of_a_whole_sort(scores: list[int], most: int) -> None:
    ids = [f"id{number}" for number in range(len(scores))]
    found = in_order(np.array(scores, dtype=np.int64), ids.__getitem__, "c", DAY, most)
    whole = sorted(range(len(scores)), key=lambda place: (-scores[place], tie_break("c", DAY, ids[place])))
    assert found == whole[:most]


def varied(scores: list[int], alike: list[list[float]], k: int, room: int) -> list[tuple[int, int]]:
    """Of things that stand in order of score: (place, cost) of each pick."""
    picked = vary(range(len(scores)), np.array(scores, dtype=np.int64), np.array(alike), k, room)
    return [(one.place, one.cost_milli) for one in picked]


TWINS = [[1.0, 1.0, 0.0], [1.0, 1.0, 0.0], [0.0, 0.0, 1.0]]


def test_without_room_the_order_is_that_of_the_scores() -> None:
    assert varied([30, 20, 10], TWINS, 3, 0) == [(0, 0), (1, 0), (2, 0)]


def test_a_twin_gives_way_to_something_else_within_the_room() -> None:
    assert varied([30, 20, 10], TWINS, 2, 11) == [(0, 0), (2, 10)]
    assert varied([30, 20, 10], TWINS, 3, 11) == [(0, 0), (2, 10), (1, 0)]


def test_what_would_cost_more_than_the_room_stays_behind() -> None:
    assert varied([30, 20, 10], TWINS, 2, 9) == [(0, 0), (1, 0)]
    assert varied([30, 20, 10], TWINS, 2, 10) == [(0, 0), (1, 0)]  # 20 - 10 is no less than 10 - 0


def test_the_most_similar_pick_so_far_counts() -> None:
    alike = [[1.0, 0.0, 0.9], [0.0, 1.0, 0.0], [0.9, 0.0, 1.0]]
    assert varied([30, 30, 30], alike, 3, 10) == [(0, 0), (1, 0), (2, 0)]


def test_equals_keep_their_order() -> None:
    assert varied([30, 30, 30], np.eye(3).tolist(), 3, 10) == [(0, 0), (1, 0), (2, 0)]


def test_no_more_than_there_are() -> None:
    assert varied([30], [[1.0]], 5, 10) == [(0, 0)]
    assert vary([], np.zeros(0, dtype=np.int64), np.zeros((0, 0)), 5, 10) == []


def test_places_are_those_of_the_scores_handed_in() -> None:
    picked = vary([4, 1], np.array([0, 20, 0, 0, 30]), np.eye(2), 2, 0)
    assert picked == [Picked(4, 0), Picked(1, 0)]


@st.composite
def pools(draw: Any) -> tuple[list[int], np.ndarray]:
    scores = sorted(draw(st.lists(st.integers(0, 40), max_size=12)), reverse=True)
    tenths = draw(st.lists(st.integers(0, 10), min_size=len(scores) ** 2, max_size=len(scores) ** 2))
    half = np.array(tenths, dtype=float).reshape(len(scores), len(scores)) / 10
    alike = np.maximum(half, half.T)
    np.fill_diagonal(alike, 1.0)
    return scores, alike


@settings(derandomize=True, max_examples=60, deadline=None)
@given(pools(), st.integers(1, 12), st.integers(0, 20))
def test_no_pick_costs_more_than_the_room(pool: tuple[list[int], np.ndarray], k: int, room: int) -> None:
    scores, alike = pool
    picked = varied(scores, alike.tolist(), k, room)
    assert len({place for place, _ in picked}) == len(picked) == min(k, len(scores))
    left = list(range(len(scores)))
    for place, cost in picked:
        assert cost == scores[left[0]] - scores[place]
        assert 0 <= cost <= room
        left.remove(place)


@pytest.mark.parametrize("k", [1, 2, 3])
def test_the_first_k_picks_do_not_depend_on_k(k: int) -> None:
    assert varied([30, 20, 10], TWINS, 3, 11)[:k] == varied([30, 20, 10], TWINS, k, 11)
