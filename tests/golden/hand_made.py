"""A street with a few activities of which everything can be worked out by hand.

Three criteria have points, the others none, so that 100 points are:

- 60 *interest*: 1 when a theme is exactly what is liked "very much", 0.75 when it is just liked, 0.5 for "a little";
- 20 *travel*: ``1 - 0.8 * minutes / limit``; with a limit of 40 minutes each 10 minutes cost 0.2, so 4 points;
- 20 *money*: ``1 - 0.7 * euros / budget``; with a budget of € 20 a month each € 10 costs 0.35, so 7 points.

The router below says how many minutes it takes to each place: just that many, without doubt.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np

from wor_match import Activity, Catalogue, Client, Matcher, Profile
from wor_match.criteria import CRITERIA
from wor_match.geo.fastest import TravelEstimate

MONDAY = date(2026, 11, 23)
WEIGHTS = dict.fromkeys((one.name for one in CRITERIA), 0.0) | {"interest": 60.0, "travel": 20.0, "money": 20.0}
HOME = {"lat": 52.0, "lon": 5.0}
_STEP = 0.001


@dataclass(frozen=True)
class Street:
    """A router for one street: house number n is n minutes away, whatever the mode."""

    name: str = "street"
    version: str = "1"

    def minutes(self, home: Any, modes: Any, lats: Any, lons: Any, error_km: Any) -> TravelEstimate:
        away = np.round((lats - HOME["lat"]) / _STEP)
        return TravelEstimate(away, away, away, np.zeros(len(away), dtype=np.intp), away / 10)

    def reach_km(self, modes: Any, max_minutes: float) -> float:
        return float("inf")


def at(minutes: int) -> dict[str, Any]:
    """The house so many minutes away."""
    return {"lat": HOME["lat"] + minutes * _STEP, "lon": HOME["lon"], "geo_precision": "address"}


def offer(name: str, theme: str, minutes: int, eur: float | None, **facts: Any) -> Activity:
    """An activity that runs, of one theme, so many minutes away, for so many euros a month (None: not told)."""
    cost = (
        {}
        if eur is None
        else {"cost": {"amount_eur": eur, "per": "month", "has_reduction": False, "is_insured": False}}
    )
    told = {"title": "Aanbod", "kind": "activity", "themes": [theme], "places": [at(minutes)], "status": "active"}
    return Activity.model_validate({"id": name, **told, **cost, **facts})


def client(**facts: Any) -> Client:
    """Likes walking very much, wants to go 40 minutes at most, and has € 20 a month."""
    asked = {
        "interests": [{"phrase": "lopen", "strength": 3, "themes": ["walking"]}], "home": HOME,
        "travel": {"modes": ["bike"], "max_minutes": 40}, "budget_eur_per_month": 20, "has_city_pass": False,
    }  # fmt: skip
    return Client.model_validate({"reference": "c-1", **asked, **facts})


def street(*activities: Activity, on: date = MONDAY, **limits: float) -> Matcher:
    """A matcher over these; without room for variety unless told."""
    profile = Profile.model_validate({"weights": WEIGHTS, "limits": {"variety_points": 0.0, **limits}})
    return Matcher(Catalogue.from_activities(activities), profile, as_of=on, travel=Street())
