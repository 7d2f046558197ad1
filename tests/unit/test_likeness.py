"""How alike two activities are: by themes, provider and kind."""

from __future__ import annotations

import numpy as np

from wor_match import Activity, Catalogue
from wor_match.likeness import likeness
from wor_match.testing import draw_activities


def alike(*activities: Activity) -> np.ndarray:
    catalogue = Catalogue.from_activities(activities)
    return likeness(catalogue, range(len(catalogue)))


def test_the_same_is_most_alike() -> None:
    one = {"title": "Buurtkoor", "provider": "Zang", "kind": "activity"}
    found = alike(Activity(id="a", **one), Activity(id="b", **one), Activity(id="c", title="Bingo"))
    assert found[0, 1] == 1.0
    assert found[0, 2] < 0.5


def test_what_is_not_told_is_not_alike() -> None:
    found = alike(Activity(id="a", title="Xyzzy"), Activity(id="b", title="Plugh"))
    assert found.tolist() == [[1.0, 0.0], [0.0, 1.0]]


def test_provider_and_kind_count_a_little() -> None:
    apart = alike(Activity(id="a", title="Xyzzy", provider="P"), Activity(id="b", title="Plugh", provider="P"))
    assert 0 < apart[0, 1] < 0.5
    more = alike(
        Activity(id="a", title="Xyzzy", provider="P", kind="course"),
        Activity(id="b", title="Plugh", provider="P", kind="course"),
    )
    assert more[0, 1] > apart[0, 1]


def test_symmetric_within_bounds_and_the_same_among_others() -> None:
    catalogue = Catalogue.from_activities(draw_activities(30, 1))
    found = likeness(catalogue, range(30))
    assert (found == found.T).all()
    assert ((found >= 0) & (found <= 1)).all()
    assert (np.diag(found) == 1).all()
    assert likeness(catalogue, [3, 17]).tolist() == found[np.ix_([3, 17], [3, 17])].tolist()
    assert likeness(catalogue, []).shape == (0, 0)
