"""Themes and words of the activities behind some rows, gathered flat, one entry per activity."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from wor_match.query.scene import Scene
from wor_match.query.wants import Want

Floats = npt.NDArray[np.float64]
Index = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Gathered:
    """Flat themes of some activities.

    Parameters
    ----------
    activities : int64 (a,)
        Distinct activity numbers.
    of_row : int64 (n,)
        Which of them each row is of.
    begin : int64 (a,)
        Where each activity's themes begin in the flat arrays.
    count : int64 (a,)
    theme, strength : (f,)
    """

    activities: Index
    of_row: Index
    begin: Index
    count: Index
    theme: npt.NDArray[np.int32]
    strength: Floats

    def best(self, offered: Floats) -> Floats:
        """Per activity the best of ``offered[theme] * strength``, for a vector (themes,) or several (w, themes)."""
        values = np.atleast_2d(offered)[:, self.theme] * self.strength
        found = np.zeros((values.shape[0], len(self.activities)))
        filled = np.flatnonzero(self.count)
        if len(filled):
            found[:, filled] = np.maximum.reduceat(values, self.begin[filled], axis=1)
        return found[0] if offered.ndim == 1 else found


def gather(scene: Scene) -> Gathered:
    """The activities behind a scene's rows, with their themes."""
    index = scene.rows.catalogue.words
    activities, of_row = scene.activities
    begin = index.theme_start[activities]
    count = index.theme_start[activities + 1] - begin
    starts = np.cumsum(count) - count
    take = np.repeat(begin - starts, count) + np.arange(int(count.sum()))
    return Gathered(activities, of_row, starts, count, index.theme_id[take], index.theme_strength[take])


def overlaps(scene: Scene, gathered: Gathered, wants: tuple[Want, ...]) -> Floats:
    """Share of each want's informative words that each activity's words hold, (wants, activities)."""
    index = scene.rows.catalogue.words
    found = np.zeros((len(wants), len(gathered.activities)))
    position = np.full(len(index.has_words), -1, dtype=np.int64)
    position[gathered.activities] = np.arange(len(gathered.activities))
    for row, one in zip(found, wants, strict=True):
        total = sum(one.stems.values())
        for stem, weight in one.stems.items():
            posting = index.posting(stem)
            if posting is not None:
                place = position[posting[0]]
                here = place >= 0
                row[place[here]] += weight * posting[1][here] / max(total, 1.0)
    return np.asarray(np.minimum(found, 1.0))
