"""Themes and words of the activities behind some rows, gathered flat, one entry per activity."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from wor_match.catalogue.words import WordIndex
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
    begin : int64 (a,)
        Where each activity's themes begin in the flat arrays.
    count : int64 (a,)
    theme, strength : (f,)
    """

    activities: Index
    begin: Index
    count: Index
    theme: npt.NDArray[np.int32]
    strength: Floats

    def best(self, offered: Floats) -> Floats:
        """Per activity the best of ``offered[theme] * strength``, for a vector (themes,) or several (w, themes)."""
        values = np.take(np.atleast_2d(offered), self.theme, axis=1) * self.strength
        found = np.zeros((values.shape[0], len(self.activities)))
        filled = np.flatnonzero(self.count)
        if len(filled):
            found[:, filled] = np.maximum.reduceat(values, self.begin[filled], axis=1)
        return found[0] if offered.ndim == 1 else found


def gather(scene: Scene) -> Gathered:
    """The activities behind a scene's rows (``scene.activities``), with their themes."""
    return scene.own(_of_scene)


def _of_scene(scene: Scene) -> Gathered:
    return gathered(scene.rows.catalogue.words, scene.activities[0])


def gather_most(scene: Scene) -> Gathered:
    """The same, as strong as they are if it turns out that one comes to help there."""
    return gathered(scene.rows.catalogue.words, scene.activities[0], at_most=True)


def gathered(words: WordIndex, activities: Index, *, at_most: bool = False) -> Gathered:
    """Activities with their themes."""
    strength = words.theme_most if at_most else words.theme_strength
    begin = words.theme_start[activities]
    count = words.theme_start[activities + 1] - begin
    starts = np.cumsum(count) - count
    take = np.repeat(begin - starts, count) + np.arange(int(count.sum()))
    return Gathered(activities, starts, count, words.theme_id[take], strength[take])


def overlaps(scene: Scene, gathered: Gathered, wants: tuple[Want, ...]) -> Floats:
    """Share of each want's informative words that each activity's words hold, (wants, activities)."""
    index = scene.rows.catalogue.words
    found = np.zeros((len(wants), len(gathered.activities)))
    said = [
        (number, weight, max(sum(one.stems.values()), 1.0), posting)
        for number, one in enumerate(wants)
        for stem, weight in one.stems.items()
        if (posting := index.posting(stem)) is not None
    ]
    if not said:
        return found
    # All words at once, in their order: to numpy one long array is quicker than many short ones.
    length = [len(posting[0]) for *_, posting in said]
    want, weight, total = (np.repeat(column, length) for column in zip(*(one[:3] for one in said), strict=True))
    position = np.full(len(index.has_words), -1, dtype=np.int64)
    position[gathered.activities] = np.arange(len(gathered.activities))
    place = position[np.concatenate([activities for *_, (activities, _) in said])]
    here = (place >= 0).nonzero()[0]
    share = weight[here] * np.concatenate([says for *_, (_, says) in said])[here] / total[here]
    np.add.at(found, (want[here], place[here]), share)
    return np.asarray(np.minimum(found, 1.0))
