"""What research says of such activities for such complaints: a small, capped bonus, cited, and never a promise."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import numpy as np

from wor_match.catalogue.columns import CategoryColumn
from wor_match.criteria.base import Criterion, Floats, Telling, Values, known
from wor_match.query.query import Query
from wor_match.query.scene import Scene
from wor_match.rules.dislikes import MAIN_THEMES, main_themes
from wor_match.vocabulary.tables import read_table

#: Grades as shares of the (small) weight. "None shown" and rows outside light complaints add nothing.
GRADE = {"strong": 1.0, "moderate": 0.7, "weak": 0.35, "none": 0.0}
_LEAST_COMPLAINT = 0.3
INTERVENTIONS = CategoryColumn("interventions", lambda row: row.activity.interventions)


@cache
def _rows() -> tuple[Mapping[str, str], ...]:
    return tuple(read_table("evidence"))


def rows_for(activity: frozenset[str], complaints: Mapping[str, float]) -> list[Mapping[str, str]]:
    """Evidence rows on an activity's main themes or intervention types, and a complaint of the client's.

    Scored rows first, better grades before weaker ones, then by id.
    """
    found = [
        row
        for row in _rows()
        if activity & set(row["activity"].split("|"))
        and any(complaints.get(name, 0.0) >= _LEAST_COMPLAINT for name in row["complaint"].split("|"))
    ]
    return sorted(found, key=lambda row: (-score_of(row), -GRADE[row["grade"]], row["id"]))


def score_of(row: Mapping[str, str]) -> float:
    """Value of a row: its grade if it may be scored, else 0."""
    return GRADE[row["grade"]] if row["is_scored"] == "1" and row["direction"] == "plus" else 0.0


def _value(activity: frozenset[str], complaints: Mapping[str, float]) -> float:
    """The best row, never the sum: several studies of one thing are one piece of evidence."""
    return max((score_of(row) for row in rows_for(activity, complaints)), default=0.0)


class EvidenceCriterion(Criterion):
    """Grade of the best scored row: strong 1, moderate 0.7, weak 0.35. Its weight is at most 3 of 100 points."""

    name = "evidence"
    reducer = "max"

    def applies(self, query: Query) -> bool:
        """When a complaint was understood."""
        return bool(query.complaints)

    def evaluate(self, scene: Scene) -> Values:
        """Once for every distinct title and set of intervention types."""
        complaints = scene.query.complaints
        by_theme: Floats = scene.rows.answer(MAIN_THEMES, lambda themes: _value(themes, complaints), np.float64)
        by_type: Floats = scene.rows.answer(INTERVENTIONS, lambda names: _value(frozenset(names), complaints), np.float64)
        return known(np.maximum(by_theme, by_type))

    def tell(self, scene: Scene, place: int, value: float) -> list[Telling]:
        """The best row, scored or not; the honest "none shown" too."""
        activity = scene.rows.source(place).activity
        themes = main_themes(activity.title, activity.kind_words, activity.themes)
        rows = rows_for(themes | set(activity.interventions), scene.query.complaints)
        if not rows:
            return []
        row = rows[0]
        return [Telling(value > 0, "shown" if value > 0 else "not_scored", {"row": row["id"], "grade": row["grade"]})]
