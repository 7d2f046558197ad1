"""Themes of many rows at once, beside the slow way: one row, one theme at a time."""

from __future__ import annotations

import numpy as np
import pytest

from wor_match import Activity, Catalogue
from wor_match.criteria.activities import helping_themes, themes_by_row
from wor_match.query.wants import helping_places
from wor_match.sample import load_sample
from wor_match.testing import draw_activities
from wor_match.text.themes import default_reader

FEW = [Activity(id="a", title="Xqz"), Activity(id="b", title="Koor"), Activity(id="c", title="Wandelen en tuinieren")]
CATALOGUES = {
    "sample": load_sample()[0],
    "drawn": Catalogue.from_activities(draw_activities(60, seed=8)),
    "one without": Catalogue.from_activities(FEW),
    "none with any": Catalogue.from_activities(FEW[:1]),
    "empty": Catalogue.from_activities([]),
}


def slowly(catalogue: Catalogue, row: int, offered: np.ndarray, *, only_helping: bool) -> float:
    words, number = catalogue.words, int(catalogue.row_activity[row])
    places = range(int(words.theme_start[number]), int(words.theme_start[number + 1]))
    strengths = words.theme_most if only_helping else words.theme_strength
    kept = [place for place in places if not only_helping or words.theme_id[place] in helping_places()]
    return max((float(offered[words.theme_id[place]]) * float(strengths[place]) for place in kept), default=0.0)


@pytest.mark.parametrize("name", CATALOGUES)
@pytest.mark.parametrize("only_helping", [False, True])
def test_the_best_of_each_row_is_that_of_its_themes_one_by_one(name: str, only_helping: bool):
    catalogue, draw = CATALOGUES[name], np.random.default_rng(5)
    offered = draw.random((3, len(default_reader().theme_ids)))
    rows = draw.permutation(len(catalogue.row_activity))[:200]
    found = catalogue.once(helping_themes if only_helping else themes_by_row).of(rows)
    each = [[slowly(catalogue, row, one, only_helping=only_helping) for row in rows.tolist()] for one in offered]
    assert found.best(offered).tolist() == each
    assert found.best(offered[1]).tolist() == each[1]


def test_rows_with_many_themes_and_with_few_are_both_tried():
    table = CATALOGUES["sample"].once(themes_by_row)
    assert 0 < (table.place >= 0).sum() < 0.15 * len(table.place)
    assert table.more.theme.shape[1] > 0
