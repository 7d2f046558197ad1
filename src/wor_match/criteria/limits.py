"""Limits that were only read in free text: they weigh against and are told, and never exclude by themselves."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from wor_match.catalogue.columns import CategoryColumn
from wor_match.criteria.activities import gather
from wor_match.criteria.base import Values, known, where_known
from wor_match.criteria.doubts import HAS_OPEN_HOURS, MAY_COME_HOME, is_silent, lowered, raised
from wor_match.query.query import Query
from wor_match.query.scene import Scene
from wor_match.query.wants import theme_place
from wor_match.rules.access import FACTS
from wor_match.vocabulary.enums import AccessNeed, SignUp, TravelMode

SIGN_UP = CategoryColumn("limit_sign_up", lambda row: row.activity.first_step.sign_up)
_PRIOR = 0.7
#: A call that the coach can make is a smaller hurdle than an evening that cannot be.
_CALL = 0.4


def _no_evening(scene: Scene) -> Values:
    sessions = scene.sessions
    by_day = sessions.best((~sessions.is_evening).astype(float), fill=np.nan)
    value = np.where(scene.is_onsite, np.nan_to_num(by_day), 1.0)
    found = where_known(value, ~np.isnan(by_day) | ~scene.is_onsite, _PRIOR)
    # A session without an end, or of which only the part of the day is told, may run into the evening.
    return lowered(found, scene.is_onsite & scene.rows.get(HAS_OPEN_HOURS), 0.0)


def _no_bus(scene: Scene) -> Values:
    if scene.query.home is None:
        return known(np.ones(len(scene)))
    modes = np.array([mode is TravelMode.BUS for mode in scene.query.usual_modes] + [False])
    found = known(np.where(modes[scene.travel.mode] & scene.is_onsite, 0.0, 1.0))
    found = lowered(found, scene.is_onsite & np.isnan(scene.travel.km), 0.0)
    return raised(found, scene.rows.get(MAY_COME_HOME), 1.0)


def _no_calls(scene: Scene) -> Values:
    told = scene.rows.answer(SIGN_UP, lambda way: way is not None, np.bool_)
    value = scene.rows.answer(SIGN_UP, lambda way: _CALL if way is SignUp.CALL else 1.0, np.float64)
    return where_known(value, told, _PRIOR, worst=_CALL)


def _toilet(scene: Scene) -> Values:
    fact = scene.rows.get(FACTS[AccessNeed.ACCESSIBLE_TOILET])
    found = where_known((fact > 0).astype(np.float64), fact != 0, _PRIOR)
    return raised(found, scene.rows.get(MAY_COME_HOME), 1.0)


def _without(*themes: str) -> Callable[[Scene], Values]:
    """1 minus how much an activity is about any of some themes."""

    def check(scene: Scene) -> Values:
        vector = np.zeros(len(theme_place()))
        vector[[theme_place()[theme] for theme in themes]] = 1.0
        gathered = gather(scene)
        found = known(1 - np.minimum(gathered.best(vector)[scene.activities[1]], 1.0))
        return lowered(found, is_silent(scene), 0.0)

    return check


#: Limits of limit_words.csv that can be checked here; those that are causes (crowds, stairs) go with the dreads.
LIMIT_CHECKS: dict[str, Callable[[Scene], Values]] = {
    "no_evening": _no_evening,
    "no_bus": _no_bus,
    "no_phone_calls": _no_calls,
    "needs_toilet": _toilet,
    "no_religion": _without("faith"),
    "no_reading": _without("reading", "writing"),
    "no_pets_allergy": _without("animals", "dogs"),
}


def limits_of(query: Query) -> tuple[str, ...]:
    """The limits that were read and can be checked, in a fixed order; not those that were filled in as well."""
    filled = {"no_evening"} if query.client.travel.evening is not None else set()
    return tuple(name for name in LIMIT_CHECKS if name in query.limits - filled)
