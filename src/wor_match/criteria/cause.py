"""Helping is no wish by itself for what one helps with: an animal shelter is for who likes animals."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from wor_match.catalogue.columns import CategoryColumn, RowSource
from wor_match.catalogue.words import is_helping, theme_strengths
from wor_match.criteria.doubts import is_silent
from wor_match.query.liked import pastimes
from wor_match.query.scene import Scene
from wor_match.query.wants import theme_place

#: What is left of a match by the wish to help where nothing is wished of what one helps with.
OF_ANOTHER_CAUSE = 0.4
#: From this strength on an activity is about something, and about helping.
_ABOUT, _OF_HELPERS = 0.6, 0.5
#: From here on a wish names helping; and is content with what an activity is about.
_NAMES, _CONTENT = 0.45, 0.5
#: Nearly everybody can do something there.
_OPEN_TO_ALL = frozenset(("household_flea", "cooking", "baking", "beauty_care"))
#: Where one helps people, what is done with them is but the means: who reads with children does it for the children.
_FOR_PEOPLE = frozenset(("volunteering_people", "volunteering_children", "volunteering_teaching"))
_GENERAL = ("volunteering", "helping")


def _subjects(row: RowSource) -> tuple[int, ...]:
    """Pastimes that volunteers help with here, as places of themes; none where no volunteers come."""
    said, place = theme_strengths(row.activity), theme_place()
    if max((value for theme, value in said.items() if is_helping(theme)), default=0.0) < _OF_HELPERS:
        return ()
    about = [theme for theme, value in said.items() if value >= _ABOUT]
    if not (_OPEN_TO_ALL | _FOR_PEOPLE).isdisjoint(about):
        return ()
    return tuple(sorted(place[theme] for theme in pastimes().intersection(about)))


SUBJECTS = CategoryColumn("helping_subjects", _subjects)


def of_another_cause(scene: Scene) -> npt.NDArray[np.float64]:
    """What is left of each want's match, (wants, rows): less where of what is done only the helping is wished."""
    helps, left = scene.of_query(_names_helping), np.ones((len(scene.query.wants), len(scene)))
    if not helps.any():
        return left
    liked = np.max([one.wanted for one in scene.query.wants], axis=0) >= _CONTENT

    def is_other(subjects: tuple[int, ...]) -> bool:
        return bool(subjects) and not liked[list(subjects)].any()

    other = scene.rows.answer(SUBJECTS, is_other, np.bool_)
    left[np.ix_(helps, other)] = OF_ANOTHER_CAUSE
    return left


def least_by_cause(scene: Scene) -> npt.NDArray[np.float64]:
    """What is left of that, (wants, rows): a listing without words may turn out to be about something else."""
    helps, silent = scene.of_query(_names_helping), is_silent(scene)
    left = np.ones((len(helps), len(scene)))
    if helps.any() and silent.any():
        left[np.ix_(helps, silent)] = OF_ANOTHER_CAUSE
    return np.asarray(np.minimum(left / scene.once(of_another_cause), 1.0))


def _names_helping(scene: Scene) -> npt.NDArray[np.bool_]:
    """Which wants name helping, (wants,)."""
    general = [theme_place()[theme] for theme in _GENERAL]
    themes = np.array([one.themes for one in scene.query.wants])
    return np.asarray(themes[:, general].max(axis=1) >= _NAMES)
