"""What research says of such activities for such complaints: a small, capped bonus, cited, and never a promise."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

import numpy as np

from wor_match.catalogue.catalogue import Catalogue
from wor_match.catalogue.columns import CategoryColumn, Column, RowSource
from wor_match.criteria.base import Criterion, Mask, Telling, Values, known
from wor_match.criteria.doubts import is_silent, raised
from wor_match.query.query import Query
from wor_match.query.scene import Scene
from wor_match.rules.dislikes import MAIN_THEMES, main_themes
from wor_match.vocabulary.enums import ActivityKind, Role
from wor_match.vocabulary.tables import read_table

#: Grades as shares of the (small) weight. "None shown" and rows outside light complaints add nothing.
GRADE = {"strong": 1.0, "moderate": 0.7, "weak": 0.35, "none": 0.0}
_LEAST_COMPLAINT = 0.3
#: Its title or category words name volunteering, and it is not told whether one comes to do that.
MAY_BE_HELPING = Column("may_be_helping", np.bool_, lambda row: _may_be_helping(row))
INTERVENTIONS = CategoryColumn("interventions", lambda row: row.activity.interventions)


def _may_be_helping(row: RowSource) -> bool:
    activity = row.activity
    is_told = activity.kind is ActivityKind.VOLUNTEERING or (bool(activity.roles) and activity.kind is not None)
    if is_told or Role.HELP in activity.roles:
        return False
    themes = main_themes(activity.title, activity.kind_words, activity.themes)
    return any(theme.startswith("volunteering") for theme in themes)


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of evidence.csv, split."""

    row: Mapping[str, str]
    activities: frozenset[str]
    complaints: frozenset[str]


@cache
def _rows() -> tuple[_Row, ...]:
    """All rows: scored ones first, better grades before weaker ones, then by id."""
    rows = sorted(read_table("evidence"), key=lambda row: (-score_of(row), -GRADE[row["grade"]], row["id"]))
    return tuple(
        _Row(row, frozenset(row["activity"].split("|")), frozenset(row["complaint"].split("|"))) for row in rows
    )


def _asked(complaints: Mapping[str, float]) -> frozenset[str]:
    return frozenset(name for name, weight in complaints.items() if weight >= _LEAST_COMPLAINT)


def numbers_about(names: frozenset[str]) -> tuple[int, ...]:
    """Which rows of evidence.csv, by place in :func:`_rows`, are about one of these themes or interventions."""
    return tuple(number for number, one in enumerate(_rows()) if not one.activities.isdisjoint(names))


_ON = CategoryColumn("evidence_on", lambda row: numbers_about(MAIN_THEMES.read(row).union(row.activity.interventions)))


def rows_on(numbers: Iterable[int], complaints: Mapping[str, float]) -> list[_Row]:
    """Which of these rows, by place in :func:`_rows`, are on a complaint of the client's, best first."""
    rows, asked = _rows(), _asked(complaints)
    return [rows[number] for number in numbers if not rows[number].complaints.isdisjoint(asked)]


def score_of(row: Mapping[str, str]) -> float:
    """Value of a row: its grade if it may be scored, else 0."""
    return GRADE[row["grade"]] if row["is_scored"] == "1" and row["direction"] == "plus" else 0.0


@cache
def _scored() -> tuple[_Row, ...]:
    """The rows that give points."""
    return tuple(one for one in _rows() if score_of(one.row) > 0)


def _about(catalogue: Catalogue) -> Mask:
    """Which scored rows are about which rows of a catalogue, by main theme or intervention type, (scored, rows)."""

    def about(names: Iterable[str]) -> tuple[bool, ...]:
        return tuple(not one.activities.isdisjoint(names) for one in _scored())

    by_theme = catalogue.all_rows.answer(MAIN_THEMES, about, np.bool_)
    by_type = catalogue.all_rows.answer(INTERVENTIONS, about, np.bool_)
    return np.ascontiguousarray((by_theme | by_type).reshape(-1, len(_scored())).T)


class EvidenceCriterion(Criterion):
    """Grade of the best scored row: strong 1, moderate 0.7, weak 0.35. Its weight is at most 3 of 100 points.

    What it is about is known by its words and intervention types; a listing without any may be about anything.
    """

    name = "evidence"
    reducer = "max"

    def applies(self, query: Query) -> bool:
        """When a complaint was understood."""
        return bool(query.complaints)

    def evaluate(self, scene: Scene) -> Values:
        """The best row, never the sum: several studies are one piece of evidence. Nothing for what is not light."""
        asked = _asked(_light(scene.query))
        about, best = scene.rows.catalogue.once(_about), np.zeros(len(scene))
        scores: dict[float, list[int]] = {}
        for number, one in enumerate(_scored()):
            if not one.complaints.isdisjoint(asked):
                scores.setdefault(score_of(one.row), []).append(number)
        for value, numbers in sorted(scores.items()):
            best[np.logical_or.reduce(about[np.array(numbers)[:, None], scene.rows.index])] = value
        most = max(scores, default=0.0)
        # What a listing without words is about, or what may turn out to be helping, may be what this is about.
        return raised(known(best), is_silent(scene) | scene.rows.get(MAY_BE_HELPING), most)

    def tell(self, scene: Scene, place: int, value: float) -> list[Telling]:
        """The best row, scored or not; the honest "none shown" too."""
        numbers = scene.rows.value(_ON, place)
        rows = rows_on(numbers, scene.query.complaints) if numbers else []
        if not rows:
            return []
        query = scene.query
        light = _light(query) if value > 0 else {}
        best = next((one for one in rows if not one.complaints.isdisjoint(light)), rows[0])
        case = "shown" if value > 0 else ("heavy" if _is_too_heavy(best, query) else "not_scored")
        return [Telling(value > 0, case, {"row": best.row["id"], "grade": best.row["grade"]})]


def _light(query: Query) -> Mapping[str, float]:
    """The complaints that are light: not heavy by the client's own number, and no disorder that a GP coded."""
    others = query.heavy | query.diagnosed
    return (
        query.complaints
        if not others
        else {name: weight for name, weight in query.complaints.items() if name not in others}
    )


def _is_too_heavy(one: _Row, query: Query) -> bool:
    """Whether a row that would give points gives none because the complaint is heavy."""
    return score_of(one.row) > 0 and not query.heavy.isdisjoint(one.complaints)
