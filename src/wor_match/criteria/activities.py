"""Themes and words of the activities behind some rows."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from wor_match.catalogue.catalogue import Catalogue
from wor_match.catalogue.columns import fixed
from wor_match.query.scene import Scene
from wor_match.query.wants import Want, helping_places

Floats = npt.NDArray[np.float64]
Index = npt.NDArray[np.int64]
Numbers = npt.NDArray[np.int16]
#: So much of the rows have room for all their themes in the first slab.
_USUAL = 0.9


class Slab(NamedTuple):
    """Themes of some rows side by side, (most themes of a row, rows); where a row has fewer, the rest has no strength.

    Quicker to look through than lists of many lengths.
    """

    theme: Numbers
    strength: Floats

    def best(self, offered: Floats) -> Floats:
        """Per row the best of ``offered[theme] * strength``, for several vectors (w, themes)."""
        values = offered.take(self.theme, axis=1)
        values *= self.strength
        return np.asarray(values.max(axis=1, initial=0.0))


class Gathered(NamedTuple):
    """Themes of some rows.

    Parameters
    ----------
    usual : Slab
        Of all of them.
    more : Slab
        Of those that have more themes than there is room for in the other one.
    places : int64
        Which these are.
    """

    usual: Slab
    more: Slab
    places: Index

    def best(self, offered: Floats) -> Floats:
        """Per row the best of ``offered[theme] * strength``, for a vector (themes,) or several (w, themes).

        Of a row without themes it is 0.
        """
        each = np.atleast_2d(offered)
        found = self.usual.best(each)
        if len(self.places):
            found[:, self.places] = np.maximum(found.take(self.places, axis=1), self.more.best(each))
        return found[0] if offered.ndim == 1 else found


class ThemeTable(NamedTuple):
    """The themes of all rows of a catalogue: those of ``more`` are of the rows that have a place in it, else -1."""

    usual: _Stored
    more: _Stored
    place: Index

    def of(self, rows: Index) -> Gathered:
        """Of some of the rows."""
        place = self.place[rows]
        longer = (place >= 0).nonzero()[0]
        return Gathered(self.usual.take(rows), self.more.take(place[longer]), longer)


class _Stored(NamedTuple):
    """A slab as a catalogue holds it, (rows, most themes of a row): the themes of a row lie close together."""

    theme: Numbers
    strength: npt.NDArray[np.float32]

    def take(self, places: Index) -> Slab:
        """Of some of the rows; strengths are read as float32, so that nothing is lost."""
        theme, strength = self.theme.take(places, axis=0), self.strength.take(places, axis=0)
        return Slab(np.ascontiguousarray(theme.T), strength.T.astype(np.float64, order="C"))


def gather(scene: Scene) -> Gathered:
    """The themes of the activities behind a scene's rows."""
    return scene.own(_of_scene)


def _of_scene(scene: Scene) -> Gathered:
    return scene.rows.catalogue.once(themes_by_row).of(scene.rows.index)


def gather_helping(scene: Scene, places: Index) -> Gathered:
    """Of some of the rows the themes of helping, as strong as they are if it turns out that one comes to help there."""
    return scene.rows.catalogue.once(helping_themes).of(scene.rows.index[places])


def themes_by_row(catalogue: Catalogue) -> ThemeTable:
    """The themes of all rows."""
    words = catalogue.words
    return _table(np.diff(words.theme_start), words.theme_id, words.theme_strength, catalogue.row_activity)


def helping_themes(catalogue: Catalogue) -> ThemeTable:
    """The themes of helping of all rows, as strong as they are if it turns out that one comes to help there."""
    words = catalogue.words
    owner = np.repeat(np.arange(len(words.may_help)), np.diff(words.theme_start))
    helps = np.isin(words.theme_id, helping_places())
    count = np.bincount(owner[helps], minlength=len(words.may_help))
    return _table(count, words.theme_id[helps], words.theme_most[helps], catalogue.row_activity)


def _table(count: Index, theme: npt.NDArray[np.int32], strength: Floats, rows: Index) -> ThemeTable:
    """The themes of rows, given those of activities (flat), how many each has, and of which activity each row is."""
    own = count[rows]
    room = int(np.quantile(own, _USUAL, method="higher")) if len(own) else 0
    begin = (count.cumsum() - count)[rows]
    longer = (own > room).nonzero()[0]
    place = np.full(len(rows), -1, dtype=np.int64)
    place[longer] = np.arange(len(longer))
    usual = _slab(begin, np.minimum(own, room), theme, strength)
    return ThemeTable(usual, _slab(begin[longer] + room, own[longer] - room, theme, strength), fixed(place))


def _slab(begin: Index, count: Index, theme: npt.NDArray[np.int32], strength: Floats) -> _Stored:
    """So many themes of each row, from where they begin in the flat arrays."""
    owner = np.repeat(np.arange(len(count)), count)
    step = np.arange(len(owner)) - np.repeat(count.cumsum() - count, count)
    shape = len(count), int(count.max(initial=0))
    slab = _Stored(np.zeros(shape, dtype=np.int16), np.zeros(shape, dtype=np.float32))
    slab.theme[owner, step], slab.strength[owner, step] = theme[begin[owner] + step], strength[begin[owner] + step]
    return _Stored(fixed(slab.theme), fixed(slab.strength))


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
