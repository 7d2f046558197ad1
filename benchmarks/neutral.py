"""Read a collection of judgements in its neutral format, by renaming fields only. No text is interpreted here.

A field that does not fit is left out and told on standard error: one odd record never stops the measurement.
"""

from __future__ import annotations

import json
import re
import sys
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from wor_match import Activity, Client, InputError

Record = TypeVar("Record", Activity, Client)

#: The day on which the collection was judged.
AS_OF = date(2026, 11, 21)
_YES_NO = {"yes": True, "no": False, "unknown": None}
_SIGN_UP = {"walk-in": "walk_in", "call": "call", "online": "online", "intake": "intake", "email": "email"}
_STATUS = {"active": "active", "temporarily closed": "paused", "ended": "ended"}
_GENDER = {"man": "man", "m": "man", "male": "man", "vrouw": "woman", "v": "woman", "f": "woman", "female": "woman"}
_GENDER |= {"anders": "non_binary", "x": "non_binary", "zeg ik liever niet": "undisclosed"}
_GROUP = {"small": "small", "any": "any", "large": "large", "one-to-one": "one_to_one"}
_ALONE = {"yes": "yes", "first time together": "first_time_together", "no": "no"}
_DIGITAL = {"none": "none", "with help": "with_help", "own": "own"}


def activity(raw: dict[str, Any]) -> Activity:
    """One activity."""
    return _built(
        Activity,
        raw["id"],
        {
            "id": raw["id"],
            "title": raw["title"],
            "description": raw["description"],
            "provider": raw["provider"] or "",
            "kind_words": [word.strip() for word in (raw["kind"] or "").replace(";", ",").replace("/", ",").split(",")],
            "setting": "online" if raw["online"] else "onsite",
            "places": [_place(raw)] if raw["place"] else [],
            "schedule": {"rules": [_rule(one) for one in raw["schedule"]], "season": _season(raw["season"])},
            "cost": {
                "amount_eur": raw["cost_eur"],
                "per": raw["cost_per"],
                "has_reduction": raw["reduced_cost_scheme"],
            },
            "language": {"languages": raw["languages"] or [], "dutch_level_needed": raw["dutch_level_needed"]},
            "group": {
                "age_min": raw["age_min"],
                "age_max": raw["age_max"],
                "gender_rule": raw["gender_rule"],
                "size": raw["group_size"],
                "is_fixed": raw["fixed_group"],
            },
            "effort": {"physical": raw["physical_effort"], "social": raw["social_effort"]},
            "first_step": {
                "sign_up": _SIGN_UP.get(raw["sign_up"]) if raw["sign_up"] else None,
                "trial_possible": raw["trial_possible"],
                "companion_welcome": raw["companion_welcome"],
            },
            "capacity": {"places_free": raw["places_free"], "waiting_weeks": raw["waiting_weeks"]},
            "status": _STATUS.get(raw["status"]),
            "last_verified": raw["verified"],
        },
    )


def _built(kind: type[Record], name: str, data: dict[str, Any]) -> Record:
    """The record without the fields that do not fit, each of which is told; what it needs must be there."""
    try:
        return kind.model_validate(data)
    except InputError as error:
        field = error.problems[0].field
        if not _taken_out(data, [int(step) if step.isdigit() else step for step in re.findall(r"\w+", field)]):
            raise
    print(f"{name}: left out {field}", file=sys.stderr)
    return _built(kind, name, data)


def _taken_out(data: Any, path: list[str | int]) -> bool:
    """Take out what a path leads to; whether anything was there."""
    for step in path[:-1]:
        data = data[step]
    if isinstance(data, list) or path[-1] in data:
        del data[path[-1]]
        return True
    return False


def _place(raw: dict[str, Any]) -> dict[str, Any]:
    place = raw["place"]
    access = {need: _YES_NO[value] for need, value in raw["accessibility"].items()}
    return {
        "name": place["name"],
        "postcode": place["postcode"],
        "lat": place["lat"],
        "lon": place["lon"],
        "access": access,
    }


def _rule(one: dict[str, Any]) -> dict[str, Any]:
    return {"weekday": one["weekday"], "start": one["start"], "end": one["end"], "every_weeks": one["every_weeks"]}


def _season(season: dict[str, str] | None) -> dict[str, str] | None:
    """Month and day, also of a whole date."""
    return None if season is None else {"start": season["from"][-5:], "end": season["to"][-5:]}


def client(raw: dict[str, Any]) -> Client:
    """One client; the story is their own words, safety signals are cleared as the format asks."""
    intake = raw["intake"]
    travel = intake["travel"]
    return _built(
        Client,
        raw["id"],
        {
            "reference": raw["id"],
            "own_words": raw["story"],
            "interests": intake["interests"],
            "dislikes": intake["dislikes"],
            "goals": intake["goals"],
            "complaints": intake["complaints"],
            "referral_reasons": intake["referral_reason"],
            "household": intake["household"],
            "work": intake["work"],
            "home": intake["home"],
            "travel": {
                "modes": travel["modes"],
                "max_minutes": travel["max_minutes"],
                "evening": travel["evening_travel"],
            },
            "access_needs": [need for need, needed in intake["needs"].items() if needed],
            "availability": intake["available"],
            "budget_eur_per_month": intake["budget_eur_per_month"],
            "languages": intake["languages"],
            "dutch_level": intake["dutch_level"],
            "digital": _DIGITAL.get(intake["digital"]),
            "group": {"size": _GROUP.get(intake["group"])},
            "goes_alone": _ALONE.get(intake["goes_alone"]),
            "readiness": intake["readiness"],
            "max_physical_effort": intake["max_physical_effort"],
            "max_social_effort": intake["max_social_effort"],
            "tried": [{"what": one["what"], "why_it_failed": one["why_it_failed"]} for one in intake["tried_before"]],
            "age": intake["age"],
            "gender": _GENDER.get((intake["gender"] or "").casefold(), "undisclosed"),
        },
    )


def collection(folder: Path) -> tuple[list[Activity], list[Client], list[dict[str, dict[str, Any]]]]:
    """Activities, clients and the judgements of each coach."""
    activities = [activity(raw) for raw in json.loads((folder / "activities.json").read_text(encoding="utf-8"))]
    clients = [client(raw) for raw in json.loads((folder / "vignettes.json").read_text(encoding="utf-8"))]
    judges = [json.loads(path.read_text(encoding="utf-8")) for path in sorted((folder / "judgements").glob("*.json"))]
    return activities, clients, judges
