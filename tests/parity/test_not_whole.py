"""A run for a list only, which scores no more than it needs, gives the list of the whole run."""

from __future__ import annotations

from typing import Any

import pytest

from wor_match import pipeline
from wor_match.catalogue.catalogue import Catalogue
from wor_match.criteria import CRITERIA
from wor_match.pipeline import Run, run
from wor_match.query import compile_query
from wor_match.rules import RULES
from wor_match.testing import TODAY, draw_activities, draw_clients

K = 2


def _told(ran: Run) -> dict[str, Any]:
    """All that a list tells of a run, by activity."""
    chosen = ran.chosen
    assert chosen is not None
    numbers = chosen.activity.tolist()
    return {
        "shown": [
            (
                numbers[one.place],
                one.cost_milli,
                chosen.rows_of(one.place).tolist(),
                chosen.values[:, one.place].tolist(),
            )
            for one in ran.picked
        ],
        "points": [chosen.contributions[:, one.place].tolist() for one in ran.picked],
        "ranked": [(numbers[place], int(chosen.scores[place])) for place in ran.ranked],
        "eligible": ran.eligible,
        "above the floor": ran.above_floor,
        "counts": ran.counts,
        "near": [(place, rule.name, points) for place, rule, points in ran.near],
        "via care": ran.via_care,
    }


@pytest.mark.parametrize("many", [0, 1_000_000])
@pytest.mark.parametrize("seed", range(4))
def test_the_list_is_that_of_the_whole_run(seed: int, many: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "_MANY", many)  # with, and without ruling out by the quick bound
    catalogue = Catalogue.from_activities(draw_activities(80, seed))
    shown = fewer = 0
    for client in draw_clients(8, seed + 10):
        query = compile_query(client, as_of=TODAY)
        whole = run(query, catalogue, RULES, CRITERIA, K)
        if whole.chosen is None:
            continue
        short = run(query, catalogue, RULES, CRITERIA, K, is_whole=False)
        assert _told(short) == _told(whole)
        shown += len(short.picked)
        fewer += len(short.left) < len(whole.left)
    assert shown
    assert fewer
