"""How long it lasts, for who said that after a while it is enough ("na een uur is het op")."""

from __future__ import annotations

import numpy as np

from wor_match.catalogue.columns import UNKNOWN, YES, Column
from wor_match.criteria.base import Values, where_known
from wor_match.criteria.doubts import HAS_OPEN_HOURS, KIND_IS_OPEN, lowered, raised
from wor_match.query.scene import Scene
from wor_match.rules.hours import FLEXIBLE, of_needed
from wor_match.vocabulary.enums import ActivityKind, Setting

#: Up to this share of it there is no sense in coming, and from this share on one can as well stay.
_NONE, _ALL = 0.4, 0.8
_PRIOR = 0.7
_MINUTES = 30.0
#: Where one comes and goes as one likes, or agrees with one other person how long it takes.
_OWN_LENGTH = (ActivityKind.DROP_IN, ActivityKind.ONE_TO_ONE, ActivityKind.SERVICE)
LEAVES_FREELY = Column(
    "leaves_freely", np.bool_, lambda row: row.activity.kind in _OWN_LENGTH or row.setting is Setting.HOME_VISIT
)


def short_enough(scene: Scene) -> Values:
    """How much of its shortest session (or, where all are needed, of its longest) they can be there.

    Of hours that are not told, or of which the end is not, it may turn out either way; so may a kind that is not told,
    where one might leave when one likes.
    """
    minutes, sessions = scene.query.words.minutes, scene.sessions
    assert minutes is not None
    length = np.where(sessions.slots.is_rough, np.nan, sessions.slots.end - sessions.slots.begin) * _MINUTES
    fits = np.clip((minutes / length - _NONE) / (_ALL - _NONE), 0.0, 1.0)
    best = of_needed(scene, sessions.of(np.nan_to_num(fits, nan=_PRIOR)))
    flexible, is_open = scene.rows.get(FLEXIBLE), scene.rows.get(HAS_OPEN_HOURS)
    found = where_known(np.nan_to_num(best), ~np.isnan(best), _PRIOR)
    found = raised(lowered(found, is_open, 0.0), is_open | (flexible == UNKNOWN) | scene.rows.get(KIND_IS_OPEN), 1.0)
    free = scene.rows.get(LEAVES_FREELY) | (flexible == YES)
    return Values(*(np.where(free, 1.0, each) for each in found))
