"""Limits that were only read in free text and are asked about: a row does not tell whether they can be kept."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from wor_match.criteria.base import Values
from wor_match.criteria.causes import CHECKS
from wor_match.criteria.earlier import BAD as TOLD_CAUSE
from wor_match.criteria.limits import LIMIT_CHECKS, TOLD_LIMIT, limits_of
from wor_match.query.own_words import LIMIT_CAUSE
from wor_match.query.scene import Scene
from wor_match.query.usual_modes import AID_MODES
from wor_match.rules.access import IS_OUTDOORS, needs_of
from wor_match.rules.budget import monthly_cost
from wor_match.rules.company import IS_ONE_TO_ONE
from wor_match.rules.dislikes import MAIN_THEMES
from wor_match.rules.effort import NOT_KNOWN, PHYSICAL
from wor_match.rules.reach import SETTING
from wor_match.vocabulary.enums import AccessNeed, ActivityKind, Setting

#: Limits after which a rule asks already when the need was filled in.
_ASKED_BY_NEED = {
    "no_stairs": AccessNeed.STEP_FREE,
    "hard_of_hearing": AccessNeed.QUIET_SPACE,
    "no_noise": AccessNeed.QUIET_SPACE,
}


def open_limits(scene: Scene, place: int) -> tuple[str, ...]:
    """The limits that were read and of which this row does not tell whether they can be kept, so that it is asked.

    Not those that are told as a reason against: that sentence asks already.
    """
    return tuple(
        name
        for name, (check, told) in scene.own(_asked).items()
        if _is_open(name, scene, check, place, told) and can_matter(name, scene, place)
    )


def _asked(scene: Scene) -> dict[str, tuple[Callable[[Scene], Values], float]]:
    """The limits that were read: how each is checked, and up to which value it is told as a reason against."""
    query = scene.query
    needs = needs_of(query)
    checks = {name: (LIMIT_CHECKS[name], TOLD_LIMIT) for name in limits_of(query)}
    for name, cause in LIMIT_CAUSE.items():
        if name in query.limits and cause in CHECKS and _ASKED_BY_NEED.get(name) not in needs:
            checks[name] = (CHECKS[cause], TOLD_CAUSE)
    return checks


#: Limits of a place where people are: nothing of it at home, on a screen, or with one volunteer who comes along.
_AMONG_PEOPLE = frozenset(("no_alcohol", "no_crowds", "no_lifting", "no_noise", "hard_of_hearing"))
#: Limits of a place.
_OF_A_PLACE = _AMONG_PEOPLE | {
    "with_children",
    "with_dog",
    "no_smoking",
    "no_heat",
    "no_stairs",
    "no_long_standing",
    "low_energy",
    *AID_MODES,
}
#: Where volunteers may be among people who drink.
_POURS = frozenset(("volunteering_hospitality", "eating_together", "food"))
#: Where there is something to lift.
_LIFTS = frozenset(
    ("gardening", "woodwork", "repair", "conservation", "animals", "household_flea", "volunteering_food",
     "volunteering_practical", "volunteering_shop", "practical_help")
)  # fmt: skip
#: What asks jumping or turning, so that it is worth asking whether it can be done without.
_MOVES = frozenset(
    ("moving", "dance", "running", "ball_sports", "racket_sports", "martial_arts", "gymnastics", "yoga", "water_sports")
)  # fmt: skip
#: Where people may well talk about illness.
_ILLNESS = frozenset(
    ("illness_peers", "mental_peers", "dementia_meeting", "carers_peers", "addiction_recovery", "neurodivergent_peers",
     "good_talk", "sleep", "stress_course", "mood_course", "healthy_living", "seniors_meeting")
)  # fmt: skip
#: From this physical effort on one may have to lift or jump; to lift also where it is not told.
_HEAVY = 2


def can_matter(limit: str, scene: Scene, place: int) -> bool:
    """Whether the kind of activity makes it possible that a limit is not kept, so that it is worth asking."""
    rows = scene.rows
    setting, kind = rows.value(SETTING, place), rows.source(place).activity.kind
    if limit == "no_touching":
        return setting is not Setting.ONLINE
    if limit in _OF_A_PLACE and setting is not Setting.ONSITE:
        return False
    if limit in _AMONG_PEOPLE and (rows.at(IS_ONE_TO_ONE, place) or kind is ActivityKind.SERVICE):
        return False
    asks = rows.at(PHYSICAL, place)
    themes, helps = rows.value(MAIN_THEMES, place), kind is ActivityKind.VOLUNTEERING
    if limit == "no_alcohol":
        return not helps or not _POURS.isdisjoint(themes)
    if limit == "no_illness_talk":
        return not _ILLNESS.isdisjoint(themes)
    if limit == "no_impact":
        return not _MOVES.isdisjoint(themes) or asks >= _HEAVY
    if limit == "no_lifting":
        return not _LIFTS.isdisjoint(themes) or asks >= _HEAVY or asks == NOT_KNOWN
    return not ((limit == "no_stairs" or limit in AID_MODES) and rows.at(IS_OUTDOORS, place))


def _is_open(name: str, scene: Scene, check: Callable[[Scene], Values], place: int, told: float) -> bool:
    if name == "low_budget":  # of a price that is told only the small print is open
        return bool(np.isnan(scene.once(monthly_cost)[1][place]))
    low, expected, high = (float(each[place]) for each in scene.once(check))
    return low < high and told < expected < 1
