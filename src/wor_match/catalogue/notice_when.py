"""Where, when and whether, as they stand only in an activity's prose: its places, status, kind, days and times."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from wor_match.catalogue.giving import kind_of_giving, roles_told
from wor_match.catalogue.kinds import interventions_in, is_one_to_one, kind_in
from wor_match.catalogue.marks import CONTRADICTED, FROM_PROSE, LIKELY, is_noticed
from wor_match.catalogue.notice_status import status_told
from wor_match.catalogue.said import Said
from wor_match.domain.activity import Activity
from wor_match.domain.schedule import Schedule, ScheduleRule, Season
from wor_match.text.fact_table import FactValue
from wor_match.text.prose_times import ProseTimes, times_in_prose
from wor_match.text.words import SENTENCE_BREAK
from wor_match.vocabulary.enums import AccessNeed, ActivityKind, GeoPrecision, Setting, Status

_AT_HOME = re.compile(r"\b(aan huis|bij (u|je|jou) thuis)\b")
_BY_PHONE = re.compile(r"\b(telefonisch|(telefoon|bel)(cirkel|maatje)s?|telefoonster)\b")
#: That something happens in winter too, said in a sentence that does not say that it rests.
_IN_WINTER = re.compile(r"('s winters|\bs winters|\bin de winter|\bin the winter|\bin winter)\b")
_RESTS = re.compile(
    r"\b(geen|niet|niets|dicht|gesloten|stil|stopt|stoppen|winterstop|rust|staan|stalling|no|not|closed|stops?|rests?)\b"
)
#: Days of which at least one must be outside a season that rests in winter.
_WINTER = (date(2025, 1, 15), date(2025, 2, 15), date(2025, 12, 15))
_PLACE_FACTS = tuple(need.value for need in AccessNeed)


def apply_places(activity: Activity, told: Said, changes: dict[str, Any], marks: dict[str, str]) -> None:
    """What a place has: filled where the box is empty, in doubt where the words contradict it or themselves."""
    said: dict[str, bool | None] = {fact: bool(value) for fact, value in told.facts.items() if fact in _PLACE_FACTS}
    if told.facts.get("noisy") is True:
        said.setdefault("quiet_space", False)
    said |= {fact: None for fact in _PLACE_FACTS if fact in told.disputed}
    if not said or not activity.places or activity.setting is not Setting.ONSITE:
        return
    places = []
    for number, place in enumerate(activity.places):
        update = {}
        for name, value in said.items():
            before, path = getattr(place.access, name), f"places[{number}].access.{name}"
            if (value is not None and before == value) or is_noticed(activity, path):
                continue
            fills = before is None and value is not None
            update[name] = value if fills else None
            marks[path] = FROM_PROSE if fills else CONTRADICTED
        places.append(place.model_copy(update={"access": place.access.model_copy(update=update)}) if update else place)
    changes["places"] = tuple(places)


def apply_times(activity: Activity, changes: dict[str, Any], marks: dict[str, str]) -> None:
    """Days and times fill an empty schedule; where they name other days than a filled one, the days are in doubt."""
    path, schedule = "schedule.rules", activity.schedule
    if activity.parts or schedule.is_flexible or is_noticed(activity, path):
        return
    said = times_in_prose(activity.prose)
    if not said.sessions:
        return
    if not schedule.is_known:
        changes["schedule"] = _filled(schedule, said)
        marks[path] = FROM_PROSE
    elif schedule.rules and {one.weekday for one in said.sessions}.isdisjoint(one.weekday for one in schedule.rules):
        changes["schedule"] = schedule.model_copy(update={"rules": ()})
        marks[path] = CONTRADICTED


def apply_season(activity: Activity, changes: dict[str, Any], marks: dict[str, str]) -> None:
    """A season that rests in winter is in doubt where the words tell what is done in winter."""
    path, schedule = "schedule.season", changes.get("schedule", activity.schedule)
    if schedule.season is None or is_noticed(activity, path) or all(map(schedule.season.holds, _WINTER)):
        return
    said = [one.lower() for one in SENTENCE_BREAK.split(activity.prose.replace("’", "'"))]
    if any(_IN_WINTER.search(one) and not _RESTS.search(one) for one in said):
        changes["schedule"] = schedule.model_copy(update={"season": None})
        marks[path] = CONTRADICTED


def _filled(schedule: Schedule, said: ProseTimes) -> Schedule:
    rules = tuple(ScheduleRule.made(**one._asdict()) for one in said.sessions)
    season = schedule.season or (Season(start=said.season[0], end=said.season[1]) if said.season else None)
    return schedule.model_copy(update={"rules": rules, "season": season})


def apply_status(
    activity: Activity, facts: Mapping[str, FactValue], changes: dict[str, Any], marks: dict[str, str]
) -> None:
    """That it stopped or pauses: a fact where no status is told and nothing else can be meant, and else a doubt."""
    if facts.keys().isdisjoint(("ended", "status_paused")):
        return
    if is_noticed(activity, "status") or activity.status in (Status.ENDED, Status.PAUSED, Status.DO_NOT_REFER):
        return
    told = status_told(activity.prose)
    if told is None:
        return
    # A status of "active" beside "wij zijn gestopt" is doubt; no status at all beside it is a fact.
    is_fact = told.is_sure and activity.status is None
    changes["status"] = told.status if is_fact else None
    marks["status"] = FROM_PROSE if is_fact else CONTRADICTED


def _apply_near(activity: Activity, changes: dict[str, Any], marks: dict[str, str]) -> None:
    """Whoever helps one other person goes to where that person lives: the place that is told is the office."""
    places = changes.get("places", activity.places)
    if len(places) == 1 and places[0].geo_precision in (GeoPrecision.UNKNOWN, GeoPrecision.ADDRESS):
        changes["places"] = (places[0].model_copy(update={"geo_precision": GeoPrecision.ORGANISATION}),)
        marks["places[0].geo_precision"] = FROM_PROSE


def is_named_at_home(activity: Activity) -> bool:
    """Whether title, category words or the name of the place say that it comes home, or goes by telephone.

    What has hours of its own is not at home because its title says so: a lecture on care at home is not.

    >>> is_named_at_home(Activity(id="a", title="Bibliotheek aan huis"))
    True
    """
    places = [place.name for place in activity.places]
    names = [activity.title, *activity.kind_words, *places]
    at_home = places if activity.schedule.is_known else names
    return any(_BY_PHONE.search(one.lower()) for one in names) or any(_AT_HOME.search(one.lower()) for one in at_home)


def apply_kind(
    activity: Activity, facts: Mapping[str, FactValue], changes: dict[str, Any], marks: dict[str, str]
) -> None:
    """Its kind from its words; and one to one without fixed hours is by appointment, at home or from home."""
    if not activity.interventions and (found := interventions_in(activity.title, activity.kind_words)):
        changes["interventions"] = found
        marks["interventions"] = FROM_PROSE
    named = activity.kind or kind_in(activity.title, activity.kind_words)
    kind = kind_of_giving(activity, named)
    if activity.kind is None and kind is not None:
        changes["kind"] = kind
        marks["kind"] = FROM_PROSE
    if (roles := roles_told(activity, kind)) != activity.roles:
        changes["roles"] = roles
        marks["roles"] = FROM_PROSE
    schedule = changes.get("schedule", activity.schedule)
    is_with_one = named is ActivityKind.ONE_TO_ONE or is_one_to_one(activity.title, activity.kind_words)
    is_visit = is_with_one or facts.get("comes_home") is True
    is_at_home = is_named_at_home(activity)
    if not is_at_home and (schedule.is_known or not is_visit):
        return
    how = FROM_PROSE if is_at_home or facts.get("comes_home") is True else LIKELY
    if not schedule.is_known and schedule.is_flexible is None and marks.get("schedule.rules") != CONTRADICTED:
        changes["schedule"] = schedule.model_copy(update={"is_flexible": True})
        marks["schedule.is_flexible"] = how
    if kind is ActivityKind.VOLUNTEERING and is_with_one and not activity.schedule.is_known:
        _apply_near(activity, changes, marks)
    by_phone = activity.setting is Setting.ONLINE and is_at_home  # a call is nothing digital
    if (activity.setting is Setting.ONSITE or by_phone) and kind is not ActivityKind.VOLUNTEERING:
        changes["setting"] = Setting.HOME_VISIT
        marks["setting"] = how
