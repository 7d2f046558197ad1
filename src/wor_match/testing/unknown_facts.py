"""What may still turn out of an activity: every fact that is not known, and what it can be.

A fact is a field of which the absence means *not known*. ``COVERED`` names those that a score's interval covers,
``SETTLED`` the fields of which absence has a meaning of its own, and why. A test keeps the two complete.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from types import MappingProxyType
from typing import Any

from wor_match.catalogue.columns import RowSource
from wor_match.catalogue.marks import FROM_PROSE
from wor_match.domain.activity import Activity
from wor_match.testing.region import TODAY
from wor_match.vocabulary.enums import (
    Access,
    ActivityKind,
    CostPeriod,
    DutchLevel,
    GroupGender,
    Role,
    Setting,
    SignUp,
    Status,
)

Values = tuple[Any, ...]
_BOTH: Values = (True, False)
_TWO, _MANY = 2, 1_000_000
_DAYS: Values = tuple(TODAY - timedelta(days=days) for days in (0, 40, 200, 500, 3000))
_TIMES = (
    ({"weekday": "wed", "start": "10:00", "end": "12:00"},),
    ({"weekday": "fri", "start": "19:30"},),
    ({"weekday": "sun", "part": "afternoon", "every_weeks": 4},),
    ({"weekday": "mon"}, {"weekday": "thu", "start": "08:15", "end": "17:45"}),
    ({"weekday": "tue", "start": "13:00", "end": "15:00", "nth_in_month": (1,)},),
)
_PLACES = (
    {"lat": 52.03, "lon": 5.08, "geo_precision": "address"},
    {"lat": 52.3, "lon": 5.6, "access": {"step_free": False, "accessible_toilet": True}},
    {"postcode": "3437"},
)

#: Path of a fact -> what it can be. A number in brackets stands for each of several.
COVERED: Mapping[str, Values] = MappingProxyType(
    {
        "kind": tuple(one for one in ActivityKind if one is not ActivityKind.ARRANGEMENT),
        "themes": (("walking",), ("volunteering_people", "music"), ("bingo", "singing", "money_help")),
        "interventions": (("social_activity",), ("lifestyle_programme", "act_support"), ("mindfulness_course",)),
        "summary": ("Samen koken.",),
        "description": (
            "Wij gaan samen schilderen.",
            "Muziek en zang.",
            "We wandelen 10 km.",
            "We lopen een half uur.",
            "Voor mensen met parkinson.",
        ),
        "kind_words": (("tuinieren",), ("taalles", "koken")),
        "access": tuple(Access),
        "roles": (*((one,) for one in Role), tuple(Role)),
        "places": tuple((one,) for one in _PLACES),
        "places[].access.step_free": _BOTH,
        "places[].access.accessible_toilet": _BOTH,
        "places[].access.hearing_loop": _BOTH,
        "places[].access.quiet_space": _BOTH,
        "places[].access.parking": _BOTH,
        "places[].access.assistance_dog": _BOTH,
        "places[].access.public_transport_near": _BOTH,
        "places[].access.sign_language": _BOTH,
        "places[].access.visual_support": _BOTH,
        "support_for": (("visual",), ("hearing", "learning")),
        "service_area": (("34",), ("99",)),
        "schedule.rules": _TIMES,
        "schedule.rules[].start": ("07:00", "11:30", "14:00", "17:30", "19:00", "22:00"),
        "schedule.rules[].end": ("10:45", "12:30", "16:30", "19:30", "23:45"),
        "schedule.occurrences": (({"day": TODAY + timedelta(days=12), "start": "10:00"},),),
        "schedule.is_flexible": _BOTH,
        "cost.amount_eur": (0, 2.5, 12, 60),
        "cost.per": tuple(CostPeriod),
        "cost.reduced_eur": (0.0, 0.3, 1.0),
        "cost.has_reduction": _BOTH,
        "cost.first_time_free": _BOTH,
        "cost.is_insured": _BOTH,
        "language.languages": (("nl",), ("en",), ("ar", "tr")),
        "language.dutch_level_needed": tuple(DutchLevel),
        "language.has_interpreter": _BOTH,
        "group.gender_rule": tuple(GroupGender),
        "group.leader_gender": tuple(GroupGender),
        "group.audience_is_hard": _BOTH,
        "group.size": (1, 2, 5, 8, 10, 12, 18, 21, 30, 400),
        "group.size_min": (1, 2, 4, 9, 15, 25),
        "group.size_max": (2, 6, 10, 12, 20, 60),
        "group.is_fixed": _BOTH,
        "group.is_closed": _BOTH,
        "group.welcomed_by": ("de gastvrouw",),
        "group.welcomes_newcomers": _BOTH,
        "group.referral_required": _BOTH,
        "group.membership_required": _BOTH,
        "group.experience_needed": _BOTH,
        "group.is_label_free": _BOTH,
        "effort.physical": (0, 1, 2, 3),
        "effort.social": (0, 1, 2, 3),
        "effort.pace": ("slow", "usual", "brisk"),
        "effort.is_side_by_side": _BOTH,
        "effort.hours": (0.5, 2, 8),
        "first_step.sign_up": tuple(SignUp),
        "first_step.trial_possible": _BOTH,
        "first_step.look_in_possible": _BOTH,
        "first_step.companion_welcome": _BOTH,
        "first_step.buddy_available": _BOTH,
        "first_step.free_to_skip": _BOTH,
        "first_step.transport_offered": _BOTH,
        "capacity.places_total": (3, 10, 24, 200),
        "capacity.places_free": (0, 1, 12),
        "capacity.places_as_of": _DAYS,
        "capacity.waiting_weeks": (0, 1, 5, 15, 90),
        "capacity.is_full": _BOTH,
        "capacity.starts_on": (TODAY - timedelta(days=40), TODAY + timedelta(days=9), TODAY + timedelta(days=50)),
        "capacity.can_join_midway": _BOTH,
        "contact.phone": ("06-00 000 000",),
        "contact.email": ("info@kern.example",),
        "contact.url": ("https://kern.example",),
        "status": tuple(Status),
        "last_verified": _DAYS,
        "last_modified": _DAYS,
    }
)
_LIMIT = "a limit that somebody states; absent is that none is stated"
_ADDED = "comes on top of the price that is told; absent is that nothing comes on top"
_NAME = "a name or a source; nothing is weighed by it"
_PART = "absent is as the activity has it"
#: Fields that may be empty and are no doubt, with the reason.
SETTLED: Mapping[str, str] = MappingProxyType(
    {
        "cost.amount_max_eur": _ADDED,
        "cost.once_extra_eur": _ADDED,
        "cost.text": _NAME,
        "group.age_min": _LIMIT,
        "group.age_max": _LIMIT,
        "group.audiences": _LIMIT,
        "group.residents_of": _LIMIT,
        "group.usual_mix": _NAME,
        "valid_from": _LIMIT,
        "valid_to": _LIMIT,
        "schedule.season": _LIMIT,
        "schedule.text": _NAME,
        "schedule.rules[].part": "schedule.rules[].start stands for it",
        "schedule.rules[].nth_in_month": _LIMIT,
        "schedule.rules[].first_day": _LIMIT,
        "schedule.rules[].last_day": _LIMIT,
        "schedule.rules[].not_on": _LIMIT,
        "places[].name": _NAME,
        "places[].street": _NAME,
        "places[].town": _NAME,
        "places[].municipality": _NAME,
        "places[].postcode": "places stands for it: a place that cannot be put on the map is one that is not known",
        "places[].lat": "places stands for it",
        "places[].lon": "places stands for it",
        "contact.name": _NAME,
        "parts": "something without parts is whole",
        "lang": _NAME,
        "provider": _NAME,
        "source": _NAME,
        "source_url": _NAME,
        "codes": _NAME,
        "weak_fields": _NAME,
        "duplicate_of": "absent is that it is no double",
        "provenance": _NAME,
    }
)
#: What it is about is told by its words; only a listing without any is unknown in these.
_WORDS = ("themes", "interventions", "summary", "description", "kind_words")


def unknown_facts(activity: Activity) -> dict[str, Values]:
    """Facts of an activity that are not known, with what each can be; paths as ``first_step.sign_up``.

    Parameters
    ----------
    activity : Activity
        The effective one (``catalogue.effective``): what its prose tells is known.

    Examples
    --------
    >>> from wor_match.testing import an_activity
    >>> found = unknown_facts(an_activity(cost={"is_insured": None}, group={"size": None}))
    >>> found["cost.is_insured"], "group.size" in found, "effort.physical" in found
    ((True, False), True, False)
    """
    silent = not any(getattr(activity, name) for name in _WORDS if name != "interventions")
    found: dict[str, Values] = {}
    for path, values in COVERED.items():
        if path in _WORDS and not silent:
            continue
        for one in _each(activity, path):
            if _is_absent(activity, one):
                found[one] = values
    return {path: values for path, values in found.items() if _is_open(activity, path)}


def resolved(activity: Activity, facts: Mapping[str, Any], *, name: str = "") -> Activity | None:
    """The activity with these facts told; None when they contradict one another or what is known.

    >>> from wor_match.testing import an_activity
    >>> resolved(an_activity(group={"size": None}), {"group.size": 12}).group.size
    12
    """
    data = activity.model_dump()
    for path, value in facts.items():
        _put(data, path, value)
        if path in data["provenance"]:
            data["provenance"][path] = FROM_PROSE  # prose does not settle it a second time
    data["id"] = name or data["id"]
    before = _agrees(activity.model_dump())
    if any(was and not agrees for was, agrees in zip(before, _agrees(data), strict=True)):
        return None
    return Activity.model_validate(data)


def _each(activity: Activity, path: str) -> Sequence[str]:
    """The path for each place or session; of a fact of the activity the path itself."""
    if "[]" not in path:
        return (path,)
    name, rest = path.split("[]", 1)
    several = activity.places if name == "places" else activity.schedule.rules
    return tuple(f"{name}[{number}]{rest}" for number in range(len(several)))


def _steps(path: str) -> list[str | int]:
    found: list[str | int] = []
    for step in path.split("."):
        name, _, number = step.partition("[")
        found += [name, int(number[:-1])] if number else [name]
    return found


def _is_absent(activity: Activity, path: str) -> bool:
    value: Any = activity
    for step in _steps(path):
        value = value[step] if isinstance(step, int) else getattr(value, step)
    return value is None or value == () or value == ""


def _put(data: Any, path: str, value: Any) -> None:
    *steps, last = _steps(path)
    for step in steps:
        if isinstance(data[step], tuple):
            data[step] = list(data[step])
        data = data[step]
    if path == "cost.reduced_eur":
        value = None if data["amount_eur"] is None else value * data["amount_eur"]
    data[last] = value


def _is_open(activity: Activity, path: str) -> bool:
    """Whether its absence is a doubt in this activity."""
    if path == "places":
        return activity.setting is Setting.ONSITE
    if path == "service_area":
        return activity.setting is Setting.HOME_VISIT
    if path in ("schedule.rules", "schedule.occurrences"):
        return not activity.schedule.is_known
    if path == "capacity.starts_on":
        return activity.kind in (ActivityKind.COURSE, ActivityKind.ONE_OFF, None)
    if path == "group.gender_rule":
        return path in activity.provenance  # no rule stated is no rule; only a contradiction is a doubt
    if path == "cost.amount_eur":
        parts = [cost for source in _part_sources(activity) for cost, _ in source.costs]
        return not activity.parts or all(cost is activity.cost for cost in parts)
    if path == "kind":
        return not activity.parts
    return True


def _part_sources(activity: Activity) -> list[RowSource]:
    return [RowSource(activity, part, None, number) for number, part in enumerate(activity.parts)]


def _agrees(data: Mapping[str, Any]) -> tuple[bool, ...]:
    """Which of the ways in which facts can contradict one another are not there."""
    capacity, group, effort, cost = (data[name] for name in ("capacity", "group", "effort", "cost"))
    free, access = capacity["places_free"], data["access"]
    walk_in = data["first_step"]["sign_up"] == SignUp.WALK_IN
    return (
        not (capacity["is_full"] is True and free),
        not (capacity["is_full"] is False and free == 0),
        not ((free or walk_in) and (capacity["waiting_weeks"] or group["is_closed"])),
        not (walk_in and (capacity["is_full"] or free == 0)),
        not (data["kind"] == ActivityKind.ONE_TO_ONE and (group["size"] or group["size_min"] or 0) > _TWO),
        (group["size_min"] or 1) <= (group["size_max"] or _MANY),
        _is_within(group, capacity["places_total"]),
        not (group["welcomes_newcomers"] is False and group["welcomed_by"]),
        not (effort["is_side_by_side"] is True and (effort["social"] or 0) > 1),
        not (group["referral_required"] is True and access == Access.OPEN),
        not (group["referral_required"] is False and access in (Access.REFERRAL, Access.INDICATED)),
        not (cost["has_reduction"] is False and cost["reduced_eur"] is not None),
        all(_ends_after(rule) for rule in data["schedule"]["rules"]),
    )


def _is_within(group: Mapping[str, Any], places: int | None) -> bool:
    """Whether the fewest, the usual number and the most people, and all places, go together."""
    least, usual = group["size_min"] or 1, group["size"]
    most = min((number for number in (group["size_max"], places) if number is not None), default=_MANY)
    return least <= (least if usual is None else usual) <= most


def _ends_after(rule: Mapping[str, Any]) -> bool:
    """Whether a session ends after it begins, and begins in its part of the day."""
    start, end, part = (None if rule.get(name) is None else str(rule[name])[:5] for name in ("start", "end", "part"))
    if start is None:
        return True
    spans = {"morning": ("06:00", "12:00"), "afternoon": ("12:00", "18:00"), "evening": ("18:00", "24:00")}
    least, most = spans.get(str(rule.get("part")), ("00:00", "24:00")) if part else ("00:00", "24:00")
    return least <= start < most and (end is None or start < end)
