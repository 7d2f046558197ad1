"""Made-up clients of PC4 3430-3439: some were asked everything, some hardly anything."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from wor_match.domain.client import Client
from wor_match.testing.made_activities import YES_NO, offered_titles
from wor_match.testing.picks import Pick, chance, some, told
from wor_match.testing.region import PHRASES, PLACE_NAMES, PROVIDERS, TODAY
from wor_match.vocabulary.enums import AccessNeed

Data = dict[str, Any]
_DAYS = ("mon", "tue", "wed", "thu", "fri")
_PARTS = ("morning", "afternoon", "evening")
_NAMES = tuple(name for name in (*PROVIDERS, *PLACE_NAMES) if name)
_WORDS = (
    "Ze hield altijd veel van tuinieren.",
    "Hij zou graag weer schaken. De trap op gaat niet meer.",
    "Ik durf niet naar een grote groep.",
    "Soms wil ik er niet meer zijn.",
)


def made_client(pick: Pick, reference: str) -> Client:
    """One client; about one in eight was asked for little more than their interests and home."""
    data: Data = {"reference": reference, "interests": _interests(pick), "home": _home(pick)}
    if not chance(pick, 12):
        data |= _wishes(pick) | _story(pick) | _practical(pick) | _person(pick)
    return Client.model_validate(data)


def _interests(pick: Pick) -> tuple[Data, ...]:
    return tuple({"phrase": one, "strength": pick((2, 1, 3))} for one in some(pick, (2, 1, 3, 1, 0), PHRASES))


def _home(pick: Pick) -> Data | None:
    if not chance(pick, 88):
        return None
    town = told(pick, 65, ("Nieuwegein",))
    if chance(pick, 25):
        return {"lat": 52.03 + pick(range(-10, 11)) / 1000, "lon": 5.08, "municipality": town}
    return {"postcode": pick(("3432", "3431AA", "3434", "3435", "3439")), "municipality": town}


def _wishes(pick: Pick) -> Data:
    return {
        "dislikes": some(pick, (1, 2, 2, 3), PHRASES),
        "strengths": some(pick, (0, 0, 1), PHRASES),
        "goals": some(pick, (0, 0, 1), PHRASES),
        "roles": some(pick, (0, 0, 1, 2), ("take_part", "help", "learn", "lead")),
        "label_wishes": some(pick, (1, 0, 1), ("no_patient_group",) * 3 + ("own_age", "peers", "own_culture")),
        "group": _group(pick),
        "goes_alone": told(pick, 60, ("yes", "first_time_together", "no")),
        "readiness": told(pick, 60, (7, 3, 5, 9)),
        "current": (*offered_titles(pick, (1, 0, 2, 3)), *some(pick, (0, 0, 0, 1), ("a0003", "a03"))),
        "avoid": some(pick, (1, 0, 0, 2), _NAMES),
    }


def _group(pick: Pick) -> Data:
    strict = ("wish", "must")
    return {
        "size": told(pick, 40, ("small", "any", "small", "any", "one_to_one", "large")),
        "size_is": pick(strict),
        "gender": told(pick, 25, ("mixed", "mixed", "mixed", "women", "men")),
        "gender_is": pick(strict),
        "leader": told(pick, 22, ("women", "men", "mixed")),
        "leader_is": pick(strict),
    }


def _story(pick: Pick) -> Data:
    terms = ("low_mood", "social_loneliness", "stress", "grief", "ik pieker veel")
    causes = ("too_large", "stairs", "too_strenuous", "alone", "too_noisy", "commitment", "too_far")
    return {
        "complaints": tuple({"term": one, "severity": told(pick, 60, (5, 9))} for one in some(pick, (1, 0, 2), terms)),
        "circumstances": some(pick, (1, 1, 0, 2), ("carer", "living_alone", "newcomer", "bereaved", "retired")),
        "tried": tuple({"what": "een club", "causes": (one,)} for one in some(pick, (0, 0, 1, 2), causes)),
        "own_words": told(pick, 15, _WORDS) or "",
        "safety": tuple(_safety(pick) for _ in range(1 if chance(pick, 6) else 0)),
    }


def _safety(pick: Pick) -> Data:
    data: Data = {"signal": pick(("debts", "somatic_unexplored", "suicidal_thoughts"))}
    clearance = {
        "name": "A. Arts",
        "role": "huisarts",
        "given_on": TODAY - timedelta(days=5),
        "action": "besproken",
        "expires_on": TODAY + timedelta(days=30),
    }
    return data | {"clearance": clearance} if chance(pick, 50) else data


def _practical(pick: Pick) -> Data:
    modes = ("bike", "walk", "bus", "rollator", "car", "wheelchair", "mobility_scooter", "wmo_taxi")
    needs = tuple(need.value for need in AccessNeed)
    return {
        "travel": {
            "modes": some(pick, (1, 2, 1, 0), modes),
            "max_minutes": told(pick, 85, (20, 30, 15, 45)),
            "evening": told(pick, 80, (False, False, False, True)),
            "is_homebound": told(pick, 12, YES_NO),
        },
        "access_needs": some(pick, (0, 1, 0, 2), needs),
        "availability": _hours(pick) if chance(pick, 65) else None,
        "busy": _hours(pick)[:4] if chance(pick, 15) else None,
        "wanted_from": told(pick, 8, (TODAY, TODAY + timedelta(days=14))),
        "wanted_before": told(pick, 5, (TODAY + timedelta(days=15), TODAY + timedelta(days=200))),
        "budget_eur_per_month": told(pick, 75, (10, 5, 25, 0, 100, 40)),
        "has_city_pass": told(pick, 60, YES_NO),
    }


def _hours(pick: Pick) -> tuple[Data, ...]:
    slots = [{"weekday": day, "part": part} for day in _DAYS for part in _PARTS]
    free = [one for one in slots if chance(pick, 80)]
    if chance(pick, 15):
        free.append({"weekday": "sat", "start": "09:30", "end": "15:00"})
    return tuple(free)


def _person(pick: Pick) -> Data:
    return {
        "languages": some(pick, (0, 0, 1, 1), ("en", "ar", "tr", "pl")),
        "dutch_level": told(pick, 70, ("B1", "A1", "A2", "B2", "C2", "A0")),
        "needs_help_reading": told(pick, 30, YES_NO),
        "digital": told(pick, 90, ("own", "with_help", "none", "with_help", "none")),
        "contact": some(pick, (0, 1, 2), ("call", "email", "app", "visit")),
        "max_physical_effort": told(pick, 80, (1, 2, 0, 0, 3)),
        "max_social_effort": told(pick, 80, (1, 2, 0, 0, 3)),
        "age": told(pick, 75, (48, 72, 25, 60, 80)),
        "gender": told(pick, 80, ("woman", "man", "woman", "man", "non_binary", "undisclosed")),
    }
