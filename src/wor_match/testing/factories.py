"""One activity, one client and one place of which everything is known, to change one fact at a time.

With nothing changed this client can do this activity: every rule that applies says yes.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from wor_match.domain.activity import Activity
from wor_match.domain.client import Client
from wor_match.domain.place import Place
from wor_match.testing.region import TODAY
from wor_match.vocabulary.enums import AccessNeed

Data = dict[str, Any]
_ALL_WEEK = [{"weekday": day} for day in ("mon", "tue", "wed", "thu", "fri", "sat", "sun")]
_ACCESS = {need.value: True for need in AccessNeed}


def a_place(**changes: Any) -> Place:
    """A place that has everything, a short walk from the home of :func:`a_client`.

    >>> place = a_place(access={"step_free": None})
    >>> place.access.parking, place.access.step_free
    (True, None)
    """
    return Place.model_validate(_changed(_place(), changes))


def an_activity(**changes: Any) -> Activity:
    """A walking group of which everything is known.

    A mapping changes only the facts that it names; None makes a fact unknown.

    >>> changed = an_activity(id="b", group={"age_min": 55})
    >>> changed.id, changed.group.age_min, changed.group.size
    ('b', 55, 8)
    """
    return Activity.model_validate(_changed(_activity(), changes))


def a_client(**changes: Any) -> Client:
    """A client who was asked everything and likes walking.

    >>> a_client(travel={"evening": False}).travel.max_minutes
    30.0
    """
    return Client.model_validate(_changed(_client(), changes))


def _changed(data: Data, changes: Mapping[str, Any]) -> Data:
    for name, value in changes.items():
        old = data.get(name)
        data[name] = {**old, **value} if isinstance(old, dict) and isinstance(value, Mapping) else value
    return data


def _place() -> Data:
    return {
        "name": "Buurthuis De Kern",
        "street": "Dorpsstraat 1",
        "postcode": "3434AB",
        "town": "Nieuwegein",
        "municipality": "Nieuwegein",
        "lat": 52.031,
        "lon": 5.081,
        "geo_precision": "address",
        "access": dict(_ACCESS),
    }


def _activity() -> Data:
    return {
        "id": "a",
        "title": "Wandelgroep",
        "description": "Samen een ommetje door het park.",
        "provider": "Buurtkracht Zuid",
        "kind": "activity",
        "kind_words": ["wandelen"],
        "themes": ["walking"],
        "access": "open",
        "roles": ["take_part"],
        "places": [_place()],
        "service_area": ["343"],
        "schedule": {"rules": [{"weekday": "tue", "start": "10:00", "end": "12:00"}], "is_flexible": False},
        "cost": {"amount_eur": 0, "per": "time", "has_reduction": False, "is_insured": False},
        "language": {"languages": ["nl"], "dutch_level_needed": "A2", "has_interpreter": False},
        "group": {
            "gender_rule": "mixed",
            "leader_gender": "women",
            "size": 8,
            "is_fixed": False,
            "is_closed": False,
            "welcomed_by": "de gastvrouw",
            "welcomes_newcomers": True,
            "referral_required": False,
            "membership_required": False,
            "experience_needed": False,
            "is_label_free": True,
        },
        "effort": {"physical": 1, "social": 1, "pace": "usual", "is_side_by_side": True, "hours": 2},
        "first_step": {
            "sign_up": "walk_in",
            "trial_possible": True,
            "look_in_possible": True,
            "companion_welcome": True,
            "buddy_available": True,
            "free_to_skip": True,
            "transport_offered": False,
        },
        "capacity": {"places_free": 3, "waiting_weeks": 0, "is_full": False},
        "contact": {"phone": "06-00 000 000", "email": "info@kern.example", "url": "https://kern.example"},
        "status": "active",
        "last_verified": TODAY - timedelta(days=10),
    }


def _client() -> Data:
    return {
        "reference": "c-1",
        "interests": [{"phrase": "wandelen", "strength": 3}],
        "home": {"lat": 52.030, "lon": 5.080, "postcode": "3434AB", "municipality": "Nieuwegein"},
        "travel": {"modes": ["walk", "bike"], "max_minutes": 30, "evening": True, "is_homebound": False},
        "access_needs": [],
        "availability": _ALL_WEEK,
        "budget_eur_per_month": 20,
        "has_city_pass": False,
        "dutch_level": "C2",
        "digital": "own",
        "contact": ["call", "email"],
        "goes_alone": "yes",
        "readiness": 7,
        "max_physical_effort": 2,
        "max_social_effort": 2,
        "age": 60,
        "gender": "woman",
    }
