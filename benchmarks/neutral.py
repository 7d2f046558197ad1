"""Read a collection of judgements in its neutral format, by renaming fields only. No text is interpreted here."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

from wor_match import Activity, Client

#: The day on which the collection was judged.
AS_OF = date(2026, 11, 21)
_YES_NO = {"yes": True, "no": False, "unknown": None}
_SIGN_UP = {"walk-in": "walk_in", "call": "call", "online": "online", "intake": "intake", "email": "email"}
_STATUS = {"active": "active", "temporarily closed": "paused", "ended": "ended"}
_GENDER = {"Man": "man", "Vrouw": "woman", "Anders": "non_binary", "Zeg ik liever niet": "undisclosed"}
_GROUP = {"small": "small", "any": "any", "large": "large", "one-to-one": "one_to_one"}
_ALONE = {"yes": "yes", "first time together": "first_time_together", "no": "no"}
_DIGITAL = {"none": "none", "with help": "with_help", "own": "own"}


def activity(raw: dict[str, Any]) -> Activity:
    """One activity."""
    return Activity.model_validate(
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
            "status": _STATUS[raw["status"]],
            "last_verified": raw["verified"],
        }
    )


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
    return None if season is None else {"start": season["from"], "end": season["to"]}


def client(raw: dict[str, Any]) -> Client:
    """One client; the story is their own words, safety signals are cleared as the format asks."""
    intake = raw["intake"]
    travel = intake["travel"]
    return Client.model_validate(
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
            "digital": _DIGITAL[intake["digital"]],
            "group": {"size": _GROUP[intake["group"]]},
            "goes_alone": _ALONE[intake["goes_alone"]],
            "readiness": intake["readiness"],
            "max_physical_effort": intake["max_physical_effort"],
            "max_social_effort": intake["max_social_effort"],
            "tried": [{"what": one["what"], "why_it_failed": one["why_it_failed"]} for one in intake["tried_before"]],
            "age": intake["age"],
            "gender": _GENDER.get(intake["gender"], "undisclosed"),
        }
    )


def collection(folder: Path) -> tuple[list[Activity], list[Client], list[dict[str, dict[str, Any]]]]:
    """Activities, clients and the judgements of each coach."""
    activities = [activity(raw) for raw in json.loads((folder / "activities.json").read_text(encoding="utf-8"))]
    clients = [client(raw) for raw in json.loads((folder / "vignettes.json").read_text(encoding="utf-8"))]
    judges = [json.loads(path.read_text(encoding="utf-8")) for path in sorted((folder / "judgements").glob("*.json"))]
    return activities, clients, judges
