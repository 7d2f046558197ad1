"""Themes and words of the activities behind some rows, gathered flat."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from wor_match.catalogue.catalogue import Catalogue
from wor_match.catalogue.words import Themes
from wor_match.query.scene import Scene
from wor_match.query.wants import Want

Floats = npt.NDArray[np.float64]
Index = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Gathered:
    """Flat themes of some activities.

    Parameters
    ----------
    begin : int64 (a,)
        Where each activity's themes begin in the flat arrays.
    count : int64 (a,)
    theme, strength : (f,)
    """

    begin: Index
    count: Index
    theme: npt.NDArray[np.int32]
    strength: Floats

    def best(self, offered: Floats) -> Floats:
        """Per activity the best of ``offered[theme] * strength``, for a vector (themes,) or several (w, themes)."""
        values = np.take(np.atleast_2d(offered), self.theme, axis=1) * self.strength
        found = np.zeros((values.shape[0], len(self.begin)))
        filled = self.count.nonzero()[0]
        if len(filled):
            found[:, filled] = np.maximum.reduceat(values, self.begin[filled], axis=1)
        return found[0] if offered.ndim == 1 else found


def gather(scene: Scene) -> Gathered:
    """The activities behind a scene's rows, one a row, with their themes."""
    return scene.own(_of_scene)


def _of_scene(scene: Scene) -> Gathered:
    return gathered(scene.rows.catalogue.once(by_row), scene.rows.index)


def gather_most(scene: Scene) -> Gathered:
    """The same, as strong as they are if it turns out that one comes to help there."""
    return gathered(scene.rows.catalogue.once(by_row), scene.rows.index, at_most=True)


def by_row(catalogue: Catalogue) -> Themes:
    """The themes of the activity behind each row, in the order of the rows: those of near rows lie close together."""
    themes, rows = catalogue.words.themes, catalogue.row_activity
    found, most = gathered(themes, rows), gathered(themes, rows, at_most=True)
    return Themes(np.append(found.begin, len(found.theme)), found.theme, found.strength, most.strength)


def gathered(themes: Themes, places: Index, *, at_most: bool = False) -> Gathered:
    """Some activities, or rows, with their themes."""
    begin = themes.start[places]
    count = themes.start[places + 1] - begin
    starts = count.cumsum() - count
    take = np.repeat(begin - starts, count)
    take += np.arange(len(take))
    return Gathered(starts, count, themes.theme[take], (themes.most if at_most else themes.strength)[take])


def overlaps(scene: Scene, wants: tuple[Want, ...]) -> Floats:
    """Share of each want's informative words that the words behind each row hold, (wants, rows)."""
    index, activity = scene.rows.catalogue.words, scene.rows.activity
    found, shared = np.zeros((len(wants), len(scene))), np.zeros(len(index.has_words))
    for number, one in enumerate(wants):
        said = [(weight, posting) for stem, weight in one.stems.items() if (posting := index.posting(stem)) is not None]
        total = max(sum(one.stems.values()), 1.0)
        for weight, (activities, says) in said:
            shared[activities] += weight * says / total
        if said:
            np.minimum(shared[activity], 1.0, out=found[number])
        for _, (activities, _) in said:
            shared[activities] = 0.0
    return found
