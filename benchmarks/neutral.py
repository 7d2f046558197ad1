"""Read a collection of judgements in its neutral format, by renaming fields only. No text is interpreted here.

A field that does not fit is left out and told on standard error: one odd record never stops the measurement.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from wor_match import Activity, Client, InputError
from wor_match.query.query import home_of

Record = TypeVar("Record", Activity, Client)

#: The day on which the collection was judged.
AS_OF = date(2026, 11, 21)
_YES_NO = {"yes": True, "no": False, "unknown": None}
_SIGN_UP = {"walk-in": "walk_in", "call": "call", "online": "online", "intake": "intake", "email": "email"}
_STATUS = {"active": "active", "temporarily closed": "paused", "ended": "ended"}
_GENDER = {"man": "man", "m": "man", "male": "man"}
_GENDER |= {"vrouw": "woman", "v": "woman", "f": "woman", "female": "woman", "woman": "woman"}
_GENDER |= {"anders": "non_binary", "x": "non_binary", "zeg ik liever niet": "undisclosed"}
_GROUP = {"small": "small", "any": "any", "large": "large", "one-to-one": "one_to_one"}
_ALONE = {"yes": "yes", "first time together": "first_time_together", "no": "no"}
_DIGITAL = {"none": "none", "with help": "with_help", "own": "own"}


def activity(raw: dict[str, Any]) -> Activity:
    """One activity."""
    name = str(raw["id"])
    place, season = _dict(raw, "place"), _dict(raw, "season")
    return _built(
        Activity,
        name,
        {
            "id": name,
            "title": str(raw.get("title") or raw.get("kind") or name),
            "description": raw.get("description") or "",
            "provider": raw.get("provider") or "",
            "kind_words": [word.strip() for word in re.split("[,;/]", str(raw.get("kind") or ""))],
            "setting": "online" if raw.get("online") else "onsite",
            "places": [_place(place, _dict(raw, "accessibility"), name)] if place else [],
            "schedule": {
                "rules": [_rule(one) for one in _dicts(raw, "schedule")],
                "season": _season(season) if season else None,
            },
            "cost": {
                "amount_eur": raw.get("cost_eur"),
                "per": raw.get("cost_per"),
                "has_reduction": raw.get("reduced_cost_scheme"),
            },
            "language": {
                "languages": raw.get("languages") or [],
                "dutch_level_needed": raw.get("dutch_level_needed"),
            },
            "group": {
                "age_min": raw.get("age_min"),
                "age_max": raw.get("age_max"),
                "gender_rule": raw.get("gender_rule"),
                "size": raw.get("group_size"),
                "is_fixed": raw.get("fixed_group"),
            },
            "effort": {"physical": raw.get("physical_effort"), "social": raw.get("social_effort")},
            "first_step": {
                "sign_up": _word(_SIGN_UP, raw, "sign_up", name),
                "trial_possible": raw.get("trial_possible"),
                "companion_welcome": raw.get("companion_welcome"),
            },
            "capacity": {"places_free": raw.get("places_free"), "waiting_weeks": raw.get("waiting_weeks")},
            "status": _word(_STATUS, raw, "status", name),
            "last_verified": raw.get("verified"),
        },
    )


def _told(name: str, field: str) -> None:
    print(f"{name}: left out {field}", file=sys.stderr)


def _built(kind: type[Record], name: str, data: dict[str, Any]) -> Record:
    """The record without the fields that do not fit, each of which is told; what it needs must be there."""
    try:
        return kind.model_validate(data)
    except InputError as error:
        field = error.problems[0].field
        if not _taken_out(data, [int(step) if step.isdigit() else step for step in re.findall(r"\w+", field)]):
            raise
    _told(name, field)
    return _built(kind, name, data)


def _taken_out(data: Any, path: list[str | int]) -> bool:
    """Take out what a path leads to, or what lacks it; whether anything was there."""
    holders = [data]
    for step in path:
        if not _holds(holders[-1], step):
            break
        holders.append(holders[-1][step])
    depth = len(holders) - 2
    if depth < 0:
        return False
    del holders[depth][path[depth]]
    return True


def _holds(data: Any, step: str | int) -> bool:
    if isinstance(data, list):
        return isinstance(step, int) and step < len(data)
    return isinstance(data, dict) and step in data


def _dict(raw: dict[str, Any], field: str) -> dict[str, Any]:
    """A field with fields of its own; empty when it is something else, which is told unless it is nothing."""
    found = raw.get(field)
    if isinstance(found, dict):
        return found
    if found:
        _told(str(raw.get("id", "")), field)
    return {}


def _dicts(raw: dict[str, Any], field: str) -> list[dict[str, Any]]:
    """A list of those."""
    found = raw.get(field) or []
    several = found if isinstance(found, list) else [found]
    for one in several:
        if not isinstance(one, dict):
            _told(str(raw.get("id", "")), field)
    return [one for one in several if isinstance(one, dict)]


def _word(known: Mapping[str, Any], raw: dict[str, Any], field: str, name: str) -> Any:
    """What a word of the format is called here; another word is told and left out."""
    found = raw.get(field)
    if isinstance(found, str) and found.casefold() in known:
        return known[found.casefold()]
    if found is not None:
        _told(name, field)
    return None


def _place(place: dict[str, Any], access: dict[str, Any], name: str) -> dict[str, Any]:
    has = {need: _word(_YES_NO, access, need, name) for need in access}
    return {field: place.get(field) for field in ("name", "postcode", "lat", "lon")} | {"access": has}


def _rule(one: dict[str, Any]) -> dict[str, Any]:
    return {field: one[field] for field in ("weekday", "start", "end", "every_weeks") if one.get(field) is not None}


def _season(season: dict[str, Any]) -> dict[str, str]:
    """Month and day, also of a whole date."""
    return {"start": str(season.get("from"))[-5:], "end": str(season.get("to"))[-5:]}


def client(raw: dict[str, Any]) -> Client:
    """One client; the story is their own words, safety signals are cleared as the format asks."""
    name = str(raw["id"])
    intake = _dict(raw, "intake") | {"id": name}
    travel = _dict(intake, "travel")
    found = _built(
        Client,
        name,
        {
            "reference": name,
            "own_words": raw.get("story") or "",
            "interests": intake.get("interests") or [],
            "dislikes": intake.get("dislikes") or [],
            "goals": intake.get("goals") or [],
            "complaints": intake.get("complaints") or [],
            "referral_reasons": intake.get("referral_reason") or [],
            "household": intake.get("household"),
            "work": intake.get("work"),
            "home": intake.get("home"),
            "travel": {
                "modes": travel.get("modes") or [],
                "max_minutes": travel.get("max_minutes"),
                "evening": travel.get("evening_travel"),
            },
            "access_needs": [need for need, needed in _dict(intake, "needs").items() if needed in (True, "yes")],
            "availability": _slots(intake.get("available")),
            "budget_eur_per_month": intake.get("budget_eur_per_month"),
            "languages": intake.get("languages") or [],
            "dutch_level": intake.get("dutch_level"),
            "digital": _word(_DIGITAL, intake, "digital", name),
            "group": {"size": _word(_GROUP, intake, "group", name)},
            "goes_alone": _word(_ALONE, intake, "goes_alone", name),
            "readiness": intake.get("readiness"),
            "max_physical_effort": intake.get("max_physical_effort"),
            "max_social_effort": intake.get("max_social_effort"),
            "tried": [
                {"what": one.get("what"), "why_it_failed": one.get("why_it_failed") or ""}
                for one in _dicts(intake, "tried_before")
            ],
            "age": intake.get("age"),
            "gender": _word(_GENDER, intake, "gender", name) or "undisclosed",
        },
    )
    return _placed(found)


def _slots(available: Any) -> Any:
    """Hours by the name that errors give them, so that one odd hour is found and left out."""
    return {"slots": available} if isinstance(available, list) else available


def _placed(one: Client) -> Client:
    """Without a home that cannot be found on the map."""
    try:
        home_of(one)
    except InputError as error:
        _told(one.reference, error.problems[0].field)
        return one.replaced(home=None)
    return one


def _all(folder: Path, file: str) -> list[dict[str, Any]]:
    return list(json.loads((folder / file).read_text(encoding="utf-8-sig")))


def collection(folder: Path) -> tuple[list[Activity], list[Client], list[dict[str, dict[str, Any]]]]:
    """Activities, clients and the judgements of each coach."""
    activities = [activity(raw) for raw in _all(folder, "activities.json")]
    clients = [client(raw) for raw in _all(folder, "vignettes.json")]
    judges = [json.loads(path.read_text(encoding="utf-8")) for path in sorted((folder / "judgements").glob("*.json"))]
    return activities, clients, judges
