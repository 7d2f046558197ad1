"""Limits that were only read in free text: they weigh against and are told, and never exclude by themselves."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from wor_match.catalogue.columns import NO, UNKNOWN, YES, CategoryColumn, Column
from wor_match.criteria.activities import gather
from wor_match.criteria.audiences import AUDIENCES
from wor_match.criteria.base import Values, known, where_known
from wor_match.criteria.causes import CHECKS, said
from wor_match.criteria.doubts import HAS_OPEN_HOURS, MAY_BE_ONE_TO_ONE, MAY_COME_HOME, is_silent, lowered, raised
from wor_match.criteria.driving import no_driving
from wor_match.criteria.first_step import SKIP, company
from wor_match.criteria.lasting import short_enough
from wor_match.criteria.money import MoneyCriterion
from wor_match.query.endurance import NOT_LONG_THERE
from wor_match.query.hours import covered
from wor_match.query.own_hours import OWN_HOURS, free_of
from wor_match.query.query import Query
from wor_match.query.scene import Scene
from wor_match.query.usual_modes import AID_MODES
from wor_match.query.wants import theme_place
from wor_match.query.who_told import OWN_AGE, OWN_GENDER
from wor_match.rules.access import FACTS
from wor_match.rules.age import AGES
from wor_match.rules.age import fits as fits_age
from wor_match.rules.company import IS_ONE_TO_ONE
from wor_match.rules.effort import NOT_KNOWN, PHYSICAL
from wor_match.rules.gender import GENDER_RULE
from wor_match.rules.gender import fits as fits_gender
from wor_match.rules.hours import FLEXIBLE, VISIT, of_needed
from wor_match.rules.language import LANGUAGE
from wor_match.rules.language import fits as fits_language
from wor_match.rules.reach import SETTING
from wor_match.vocabulary.enums import (
    WEEKDAYS,
    AccessNeed,
    DutchLevel,
    FailureCause,
    Setting,
    SignUp,
    TravelMode,
    Weekday,
)

SIGN_UP = CategoryColumn("limit_sign_up", lambda row: row.activity.first_step.sign_up)
_PRIOR = 0.7
#: A call that the coach can make is a smaller hurdle than an evening that cannot be.
_CALL = 0.4
#: Expected value up to which a limit, or a cause, is told as a reason against.
TOLD_LIMIT = 0.5
_SUNDAY = WEEKDAYS.index(Weekday.SUN)
#: How much being about reading takes away for who sees little, where nothing is told of help.
_EYES = 0.6
#: How much being about walking takes away for who cannot walk far.
_LEGS = 0.8
#: How well each physical effort from 0 to 3 suits who cannot sit for long; of none at all one mostly sits.
_MOVING = np.array([0.4, 0.8, 1.0, 1.0])
#: Physical efforts (0 to 3) at which one seldom jumps or runs.
_LIGHT = (0, 1)
ALCOHOL, SMOKING = said("alcohol"), said("smoking", "wood_smoke")
TOUCHING, SITTING = said("touching"), said("long_sitting")
HEAT, LIFTING, LONG_WALK = said("heat"), said("lifting"), said("long_walk")
WITH_CHILDREN, WITH_DOG = said("children_may_come"), said("dogs_may_come")
_BLIND = frozenset(("visual_impairment", "deafblind"))
#: Few things are done in the heat, and with few one has to lift.
_SELDOM = 0.9
#: Where nothing is told of children or dogs: at most places they do not come along, and one may ask.
_ALONG = 0.55
#: The level of Dutch as which "little Dutch" is taken.
_LITTLE = DutchLevel.A2


def _no_evening(scene: Scene) -> Values:
    sessions = scene.sessions
    by_day = sessions.best(sessions.of((~sessions.slots.is_evening).astype(float)), fill=np.nan)
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


def _no_screens(scene: Scene) -> Values:
    """Whether it is elsewhere than on a screen; games and computers are one too."""
    found = _DIGITAL(scene)
    online = scene.rows.answer(SETTING, lambda setting: setting is Setting.ONLINE, np.bool_)
    return Values(*(np.where(online, 0.0, each) for each in found))


def _no_home_contact(scene: Scene) -> Values:
    """Whether nobody comes to the home or calls there; a talk of two without hours may turn out to be there."""
    at_home = scene.rows.answer(SETTING, lambda setting: setting is Setting.HOME_VISIT, np.bool_)
    return lowered(known(np.where(at_home, 0.0, 1.0)), scene.rows.get(MAY_COME_HOME), 0.0)


def _not_sunday(scene: Scene) -> Values:
    """Another day will do, unless all sessions are needed; when it is may turn out anyhow where no day is told."""
    sessions = scene.sessions
    value = of_needed(scene, sessions.of((sessions.slots.day != _SUNDAY).astype(np.float64)))
    return where_known(np.nan_to_num(value), ~np.isnan(value), _PRIOR)


#: Where attendance is counted nobody may miss a part of a session that is one in this many, or more.
_TOO_MUCH_MISSED = 3


def _own_hours(scene: Scene) -> Values:
    """How much of the best session falls outside the hours of which they said that they cannot come.

    An hour and a half is enough of a long one; where attendance is counted, who misses a third each time cannot come.
    By appointment everything works out. Where the end is not told, it may last until midnight, and where only the part
    of the day is, it may be at any time in it.
    """
    sessions, free = scene.sessions, free_of(scene.query.words.hours)
    day, begin, end, *_ = sessions.slots
    share = covered(free, day, begin, end)
    whole = np.maximum(1 - _TOO_MUCH_MISSED * (1 - sessions.of(share)), 0.0)
    visit = sessions.of(np.minimum(share * np.maximum((end - begin) / VISIT, 1.0), 1.0))
    is_counted = scene.rows.get(SKIP)[sessions.owner] == NO
    best = of_needed(scene, np.where(is_counted, whole, visit))
    flexible = scene.rows.get(FLEXIBLE)
    is_known = ~np.isnan(best) | (flexible == YES)
    found = where_known(np.where(flexible == YES, 1.0, np.nan_to_num(best)), is_known, _PRIOR)
    is_open = scene.rows.get(HAS_OPEN_HOURS) & (flexible != YES)
    return raised(lowered(found, is_open, 0.0), is_open | (flexible == UNKNOWN), 1.0)


def _poor_sight(scene: Scene) -> Values:
    """Whether one is helped there, as where it is for them; what asks for eyes is a worse bet, if nothing is told."""
    fact = scene.rows.get(FACTS[AccessNeed.VISUAL_SUPPORT])
    meant = scene.rows.answer(AUDIENCES, lambda found: not _BLIND.isdisjoint(found.all), np.bool_)
    fact = np.where((fact == UNKNOWN) & meant, YES, fact)
    seen = np.minimum(_READS(scene).expected, _LOOKS(scene).expected)
    usual = np.where(fact == 0, _PRIOR * (1 - _EYES * (1 - seen)), (fact > 0).astype(np.float64))
    return Values(np.where(fact == 0, 0.0, usual), usual, np.where(fact == 0, 1.0, usual))


def _to_look_at(scene: Scene) -> Values:
    """How little it is about what asks for eyes, unless one is helped there."""
    helped = scene.rows.get(FACTS[AccessNeed.VISUAL_SUPPORT])
    low, expected, high = (np.where(helped == YES, 1.0, each) for each in _LOOKS(scene))
    return raised(Values(low, expected, high), helped == UNKNOWN, 1.0)


def _unless(column: Column, usual: float = _PRIOR) -> Callable[[Scene], Values]:
    """1 where the prose denies something, 0 where it states it, not known where it is silent."""

    def check(scene: Scene) -> Values:
        told = scene.rows.get(column)
        return where_known((told < 0).astype(np.float64), told != 0, usual)

    return check


def _if_said(column: Column) -> Callable[[Scene], Values]:
    """1 where the prose states something, 0 where it denies it; at home nobody needs to ask."""

    def check(scene: Scene) -> Values:
        told = scene.rows.get(column)
        found = where_known((told > 0).astype(np.float64), told != 0, _ALONG)
        at_home = scene.rows.answer(SETTING, lambda setting: setting is not Setting.ONSITE, np.bool_)
        found = Values(*(np.where(at_home, 1.0, each) for each in found))
        return raised(found, scene.rows.get(MAY_COME_HOME), 1.0)

    return check


def _along_with_dog(scene: Scene) -> Values:
    """As the prose says; what is about dogs is done with them."""
    low, expected, high = _if_said(WITH_DOG)(scene)
    about = 1 - _without("dogs")(scene).expected
    is_open = (scene.rows.get(WITH_DOG) == UNKNOWN) & (about > TOLD_LIMIT)
    return Values(low, np.where(is_open, np.maximum(expected, _PRIOR), expected), high)


def _little_dutch(scene: Scene) -> Values:
    """As the rule on language tells it of who was asked their level of Dutch."""
    client = scene.query.client.model_copy(update={"dutch_level": _LITTLE})
    met = scene.rows.answer(LANGUAGE, lambda told: fits_language(told[0], client, told[1]), np.int8)
    return where_known((met == YES).astype(np.float64), met != UNKNOWN, _PRIOR)


def _long_sitting(scene: Scene) -> Values:
    """As the prose says, and else by how much one moves."""
    told, moves = scene.rows.get(SITTING), scene.rows.get(PHYSICAL)
    value = np.where(told != 0, told < 0, _MOVING[np.where(moves == NOT_KNOWN, 0, moves)])
    return where_known(value.astype(np.float64), (told != 0) | (moves != NOT_KNOWN), _PRIOR)


def _low_budget(scene: Scene) -> Values:
    """As money is weighed when no budget was asked."""
    return MoneyCriterion().evaluate(scene)


def _without(*themes: str) -> Callable[[Scene], Values]:
    """1 minus how much an activity is about any of some themes."""

    def check(scene: Scene) -> Values:
        vector = np.zeros(len(theme_place()))
        vector[[theme_place()[theme] for theme in themes]] = 1.0
        found = known(1 - np.minimum(gather(scene).best(vector), 1.0))
        return lowered(found, is_silent(scene), 0.0)

    return check


_READS, _WALKS = _without("reading", "writing"), _without("walking", "running")
#: What one cannot well do with the eyes nearly closed. Books can be heard, and some go on painting.
_LOOKS = _without(
    *("photography", "model_building", "gaming", "film_watching", "drawing_painting", "crafts", "sewing"),
    *("woodwork", "repair", "card_games", "museum"),
)
_DIGITAL = _without("gaming", "digital_skills")
_JOLTS = _without("dance", "running", "ball_sports", "racket_sports", "martial_arts")


def _short_walks(scene: Scene) -> Values:
    """As the prose says how far one walks, and else how little it is about walking.

    Where it says nothing it may turn out either way; so it may where there is only a title, whatever that says.
    With one companion one goes as far as one can.
    """
    far, silent = scene.rows.get(LONG_WALK), is_silent(scene)
    worst, about, _ = _WALKS(scene)
    usual = np.where(far == YES, about, np.where(far == NO, 1.0, 1 - _LEGS * (1 - about)))
    low, high = np.where((far == NO) & ~silent, 1.0, worst), np.where((far == YES) & ~silent, about, 1.0)
    alone = scene.rows.get(IS_ONE_TO_ONE)
    found = Values(*(np.where(alone, 1.0, each) for each in (low, usual, high)))
    return raised(found, scene.rows.get(MAY_BE_ONE_TO_ONE), 1.0)


def _no_long_walks(scene: Scene) -> Values:
    """The same for who walks half an hour or more: where nothing is told it will mostly do."""
    low, expected, high = _short_walks(scene)
    untold = scene.rows.get(LONG_WALK) == UNKNOWN
    return Values(low, np.where(untold, np.maximum(expected, _PRIOR), expected), high)


def _too_far(scene: Scene) -> Values:
    """How little it is about walking far: a wish to walk cannot be had on ten kilometres."""
    low, expected, high = _short_walks(scene)
    return Values(low, np.where(scene.rows.get(LONG_WALK) == YES, expected, 1.0), high)


def _no_impact(scene: Scene) -> Values:
    """How little one jumps, turns or runs there; where it is light, probably not, as in a dance on chairs."""
    found, is_light = _JOLTS(scene), np.isin(scene.rows.get(PHYSICAL), _LIGHT)
    return found._replace(
        expected=np.where(is_light, np.maximum(found.expected, _PRIOR), found.expected),
        high=np.where(is_light, 1.0, found.high),
    )


def _own_age(scene: Scene) -> Values:
    age = scene.query.words.who.age
    return known((scene.rows.answer(AGES, lambda ages: fits_age(ages, age), np.int8) != NO).astype(np.float64))


def _own_gender(scene: Scene) -> Values:
    gender = scene.query.words.who.gender
    met = scene.rows.answer(GENDER_RULE, lambda rule: fits_gender(rule[0], rule[1], gender), np.int8)
    return where_known((met == YES).astype(np.float64), met != UNKNOWN, _PRIOR)


#: Limits of limit_words.csv that can be checked here; those that are causes (crowds, stairs) go with the dreads.
LIMIT_CHECKS: dict[str, Callable[[Scene], Values]] = {
    "no_evening": _no_evening,
    "no_bus": _no_bus,
    "no_phone_calls": _no_calls,
    "needs_toilet": _toilet,
    "no_religion": _without("faith"),
    "no_reading": _READS,
    "no_screens": _no_screens,
    "no_pets_allergy": _without("animals", "dogs"),
    "short_walks": _short_walks,
    "no_long_walks": _no_long_walks,
    "not_sunday": _not_sunday,
    "poor_sight": _poor_sight,
    "no_home_contact": _no_home_contact,
    "no_alcohol": _unless(ALCOHOL),
    "no_smoking": _unless(SMOKING),
    "no_touching": _unless(TOUCHING),
    "no_heat": _unless(HEAT, _SELDOM),
    "no_lifting": _unless(LIFTING, _SELDOM),
    "no_impact": _no_impact,
    "no_driving": no_driving,
    "no_children": _without("volunteering_children", "parents_children", "intergenerational"),
    "no_grief_group": _without("bereavement_peers"),
    "with_children": _if_said(WITH_CHILDREN),
    "with_dog": _along_with_dog,
    "little_dutch": _little_dutch,
    **dict.fromkeys(AID_MODES, CHECKS[FailureCause.STAIRS]),
    "no_long_sitting": _long_sitting,
    "low_budget": _low_budget,
    "not_alone": lambda scene: company(scene, _PRIOR),
    OWN_HOURS: _own_hours,
    OWN_AGE: _own_age,
    OWN_GENDER: _own_gender,
    NOT_LONG_THERE: short_enough,
}


def _at_best(check: Callable[[Scene], Values]) -> Callable[[Scene], Values]:
    """A check that counts only where it cannot turn out well, or where attendance is counted.

    Elsewhere, where little is told, most of it will do.
    """

    def check_at_best(scene: Scene) -> Values:
        low, expected, high = scene.once(check)
        return Values(low, np.where(scene.rows.get(SKIP) == NO, expected, high), high)

    return check_at_best


#: Limits that keep someone away, or because of which going there does harm.
_KEEPS_AWAY = ("no_alcohol", "no_heat", "no_home_contact", "no_lifting", "no_smoking", "not_sunday", OWN_HOURS)
#: Limits that are about what one does there, and those: an interest in it cannot be had by going.
OF_DOING: dict[str, Callable[[Scene], Values]] = {
    "no_impact": _no_impact,
    "no_reading": _READS,
    "no_screens": _no_screens,
    "no_driving": no_driving,
    "short_walks": _too_far,
    "no_long_walks": _too_far,
    "poor_sight": _to_look_at,
    "hard_of_hearing": _without("phone_contact"),
    **{limit: _at_best(LIMIT_CHECKS[limit]) for limit in _KEEPS_AWAY},
}
#: What a limit, or a circumstance, brings with it. It is not told as a limit, for nobody said so.
_IMPLIED = {
    "poor_sight": ("no_driving",),
    "visual_impairment": ("no_driving", "poor_sight"),
    "hearing_impairment": ("hard_of_hearing",),
    TravelMode.ROLLATOR: ("short_walks",),
}
#: What of the intake asks the same; then that decides, and what was read adds nothing.
_FILLED: dict[str, Callable[[Query], bool]] = {
    **dict.fromkeys(AID_MODES, lambda query: AccessNeed.STEP_FREE in query.client.access_needs),
    "no_evening": lambda query: query.client.travel.evening is not None,
    "not_alone": lambda query: query.client.goes_alone is not None,
    "not_sunday": lambda query: query.client.availability is not None,
    "little_dutch": lambda query: query.client.dutch_level is not None,
    "needs_toilet": lambda query: AccessNeed.ACCESSIBLE_TOILET in query.client.access_needs,
    "poor_sight": lambda query: AccessNeed.VISUAL_SUPPORT in query.client.access_needs,
    "low_budget": lambda query: query.client.budget_eur_per_month is not None or query.client.has_city_pass is True,
}


def limits_of(query: Query) -> tuple[str, ...]:
    """The limits that were read and can be checked, in a fixed order; not those that were filled in as well."""
    read = query.limits
    if not read:
        return ()
    return tuple(name for name in LIMIT_CHECKS if name in read and not _is_filled(name, query))


def _is_filled(limit: str, query: Query) -> bool:
    return limit in _FILLED and _FILLED[limit](query)


def cannot(query: Query) -> tuple[str, ...]:
    """Limits on what one does, as they were read and as they follow from what was read or named."""
    causes = query.limits - LIMIT_CHECKS.keys()  # read as well, and checked elsewhere
    read = {*limits_of(query), *causes, *query.circumstances, *query.client.travel.modes}
    said = read.union(*(_IMPLIED.get(one, ()) for one in read))
    return tuple(name for name in OF_DOING if name in said)


def can_do(scene: Scene) -> Values:
    """How well the client can do what is done in each row, as far as limits that were read and circumstances tell."""
    checks = [OF_DOING[name] for name in cannot(scene.query)]
    found = [scene.once(check) for check in checks] or [known(np.ones(len(scene)))]
    return Values(*(np.minimum.reduce(each) for each in zip(*found, strict=True)))
