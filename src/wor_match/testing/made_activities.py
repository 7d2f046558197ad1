"""Made-up activities around PC4 3430-3439 that give every rule something to say."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from wor_match.domain.activity import Activity
from wor_match.testing.picks import Pick, chance, some, told
from wor_match.testing.region import OFFERS, PLACE_NAMES, PROVIDERS, TODAY

Data = dict[str, Any]
YES_NO = (True, False)
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "tue", "thu", "fri", "sat", "sun")
#: What can be wrong with a listing. Real ones are often wrong in several ways at once.
_TROUBLES: tuple[frozenset[str], ...] = (
    *(frozenset[str](),) * 20,
    frozenset({"stopped"}),
    frozenset({"late"}),
    frozenset({"late", "indicated"}),
    frozenset({"indicated"}),
    frozenset({"closed"}),
    frozenset({"stopped", "late", "indicated", "closed"}),
)
#: Sentences with a fact in them, which may fill an empty field or contradict a ticked one.
_PROSE = (
    "Iedereen kan meedoen.",
    "Deze ochtend is alleen voor vrouwen.",
    "Er is geen lift.",
    "De locatie is rolstoeltoegankelijk.",
    "U moet wel lid zijn.",
    "We zitten momenteel vol.",
    "Er is een verwijzing van de huisarts nodig.",
    "De groep is helaas gestopt.",
    "De cursus is al begonnen.",
    "Taalniveau B1 is gewenst.",
    "We lopen in een rustig tempo.",
    "Een goede conditie is nodig.",
    "Met de Stadspas krijgt u korting.",
    "We delen ervaringen met elkaar.",
)


def made_activity(pick: Pick, number: str) -> Activity:
    """One activity, every fact of which is told, half told or not told at all."""
    title, kind, words, description = pick(OFFERS)
    wrong = pick(_TROUBLES)
    setting = pick(("onsite",) * 9 + ("online",) * 4 + ("home_visit",))
    kind = pick((kind, kind, kind, "course"))
    data: Data = {
        "id": number,
        "title": title,
        "summary": description if chance(pick, 8) else "",
        "description": _described(pick, description),
        "provider": pick(PROVIDERS),
        "kind": told(pick, 85, (kind,)),
        "kind_words": words if chance(pick, 60) else (),
        "setting": setting,
        "places": _places(pick) if setting == "onsite" else (),
        "service_area": pick(((), ("343",), ("Houten",), ("3439", "Houten"), ("Nieuwegein",))),
        "schedule": _schedule(pick),
        "cost": _cost(pick),
        "language": _language(pick),
        "group": _group(pick, is_closed="closed" in wrong),
        "support_for": pick(((), (), (), ("visual",), ("hearing", "learning"))),
        "effort": _effort(pick),
        "first_step": _first_step(pick),
        "contact": {"phone": "06-00 000 000"} if chance(pick, 70) else {},
        **_standing(pick, wrong, kind),
    }
    if chance(pick, 10):
        data |= _arrangement(pick)
    return Activity.model_validate(data)


def _described(pick: Pick, description: str) -> str:
    text = description if chance(pick, 85) else ""
    return f"{text} {pick(_PROSE)}".strip() if chance(pick, 20) else text


def _places(pick: Pick) -> tuple[Data, ...]:
    return tuple(_place(pick) for _ in range(pick((1, 1, 1, 1, 1, 1, 0, 2, 3))))


def _place(pick: Pick) -> Data:
    data: Data = {"name": pick(PLACE_NAMES), "access": _access(pick)}
    if chance(pick, 25):
        return data | {"postcode": pick(("3431", "3433", "3435", "3437", "3439 AB", "3430"))}
    far = 10 if chance(pick, 25) else 1
    north, east = pick(range(-20, 21)), pick(range(-20, 21))
    precision = pick(("address", "unknown", "postcode6", "postcode4", "town", "organisation"))
    return data | {"lat": 52.03 + far * north / 1000, "lon": 5.08 + far * east / 1000, "geo_precision": precision}


#: What is seldom told of a place stands or fails together, so that little has to be chosen.
_RARER: tuple[Data, ...] = (
    {},
    {"assistance_dog": True, "public_transport_near": True},
    {"assistance_dog": True, "public_transport_near": True, "sign_language": True, "visual_support": True},
    {"assistance_dog": False, "sign_language": False, "visual_support": True},
    {"public_transport_near": False, "visual_support": False},
)


def _access(pick: Pick) -> Data:
    needs = ("step_free", "accessible_toilet", "hearing_loop", "quiet_space", "parking")
    return {need: told(pick, 70, (True, True, True, False)) for need in needs} | pick(_RARER)


def _schedule(pick: Pick) -> Data:
    if chance(pick, 22):
        return {"is_flexible": told(pick, 30, YES_NO)}
    data: Data = {"rules": tuple(_session(pick) for _ in range(pick((1, 1, 1, 2)))), "season": _season(pick)}
    if chance(pick, 15):
        data["sessions"] = "all"
    if chance(pick, 10):
        day = TODAY + timedelta(days=pick((3, -3, 10, 40, 15)))
        data |= {"rules": (), "occurrences": ({"day": day, "start": told(pick, 70, ("10:00", "19:30"))},)}
    return data


def _season(pick: Pick) -> Data | None:
    return told(pick, 15, ({"start": "10-01", "end": "04-30"}, {"start": "09-01", "end": "06-30"}))


def _session(pick: Pick) -> Data:
    data: Data = {"weekday": pick(_WEEKDAYS), "every_weeks": pick((1, 1, 1, 2))}
    begin = pick((10, 14, 19, 20, 9, 13, 19))
    how = pick(("times", "times", "times", "start", "part", "day"))
    if how == "part":
        return data | {"part": pick(("morning", "afternoon", "evening"))}
    if how == "day":
        return data
    end = {"end": f"{begin + 2:02}:00"} if how == "times" else {}
    return data | {"start": f"{begin:02}:{pick(('00', '30'))}"} | end


def _cost(pick: Pick) -> Data:
    amount = told(pick, 80, (0, 2.5, 0, 5, 0, 12, 30, 120))
    if amount is None:
        return {"has_reduction": told(pick, 20, YES_NO)}
    return {
        "amount_eur": amount,
        "amount_max_eur": amount * 2 if chance(pick, 10) else None,
        "per": told(pick, 90, ("time", "month", "year", "quarter", "once", "week")),
        "once_extra_eur": told(pick, 10, (10, 25)),
        "reduced_eur": amount / 2 if chance(pick, 15) else None,
        "has_reduction": told(pick, 25, YES_NO),
        "is_insured": told(pick, 10, YES_NO),
    }


def _language(pick: Pick) -> Data:
    return {
        "languages": pick(((), (), (), ("nl",), ("nl",), ("nl", "en"), ("ar", "tr"))),
        "dutch_level_needed": told(pick, 40, ("A1", "A2", "A1", "B1")),
        "has_interpreter": told(pick, 15, YES_NO),
    }


def _group(pick: Pick, *, is_closed: bool) -> Data:
    ages = pick(((None, None),) * 7 + ((55, None), (55, None), (18, 65), (None, 30)))
    return {
        "age_min": ages[0],
        "age_max": ages[1],
        "age_is_hard": not chance(pick, 15),
        "gender_rule": told(pick, 45, ("women", "men", "mixed")),
        "leader_gender": told(pick, 35, ("women", "men", "mixed")),
        "audiences": pick(((),) * 3 + (("carer",), ("bereaved", "widowed"), ("newcomer",))),
        "audience_is_hard": told(pick, 80, (True, True, False)),
        **_size(pick),
        "is_fixed": told(pick, 30, YES_NO),
        "is_closed": is_closed or told(pick, 20, (False,)),
        "welcomes_newcomers": told(pick, 40, YES_NO),
        "residents_of": pick(((),) * 7 + (("343",), ("3439",), ("Nieuwegein",), ("Nieuwegein",), ("Houten",))),
        "referral_required": told(pick, 20, YES_NO),
        "membership_required": told(pick, 30, YES_NO),
        "experience_needed": told(pick, 30, YES_NO),
        "is_label_free": told(pick, 25, (True, False, False)),
    }


def _size(pick: Pick) -> Data:
    """The usual number, or how few and how many it may be, or neither."""
    usual = told(pick, 50, (8, 12, 30, 4))
    if usual is not None:
        return {"size": usual}
    return pick(
        ({}, {}, {"size_min": 4, "size_max": 25}, {"size_max": 9}, {"size_min": 12}, {"size_min": 25, "size_max": 60})
    )


def _effort(pick: Pick) -> Data:
    return {
        "physical": told(pick, 65, (0, 1, 2, 3)),
        "social": told(pick, 65, (0, 1, 2, 3)),
        "pace": told(pick, 30, ("slow", "usual", "brisk")),
        "is_side_by_side": told(pick, 25, YES_NO),
    }


def _first_step(pick: Pick) -> Data:
    facts = ("trial_possible", "look_in_possible", "companion_welcome", "buddy_available", "free_to_skip")
    return {
        "sign_up": told(pick, 60, ("walk_in", "call", "email", "online", "intake")),
        **{name: told(pick, 40, YES_NO) for name in facts},
        "transport_offered": told(pick, 12, YES_NO),
    }


def _standing(pick: Pick, wrong: frozenset[str], kind: str) -> Data:
    """Whether it runs, who may send someone, whether there is a place, and since when that is known."""
    status, access = told(pick, 70, ("active",)), told(pick, 25, ("open",))
    if "stopped" in wrong:
        status = pick(("ended", "paused", "do_not_refer"))
    if "indicated" in wrong:
        access = "indicated"
    kinds = pick(((),) * 4 + (("social_activity",), ("lifestyle_programme",)))
    return {
        "status": status,
        "last_verified": told(pick, 70, (TODAY - timedelta(days=20), TODAY - timedelta(days=700))),
        "access": access,
        "interventions": kinds,
        "capacity": _capacity(pick, is_late="late" in wrong, is_course=kind == "course"),
        "valid_to": told(pick, 5, (TODAY + timedelta(days=100), TODAY, TODAY - timedelta(days=1))),
        "duplicate_of": told(pick, 2, ("another",)),
    }


def _capacity(pick: Pick, *, is_late: bool, is_course: bool) -> Data:
    begun, soon = TODAY - timedelta(days=30), TODAY + timedelta(days=20)
    starts = told(pick, 80, (begun, begun, soon)) if is_course else None
    return {
        "starts_on": TODAY + timedelta(days=400) if is_late else starts,
        "can_join_midway": told(pick, 35, (True, True, True, False)),
        "is_full": told(pick, 20, (True, True, False)),
        "places_total": told(pick, 20, (8, 12, 30)),
        "waiting_weeks": told(pick, 15, (0, 3, 8, 5, 2, 40)),
        "places_free": told(pick, 25, (4, 0, 1)),
    }


def _arrangement(pick: Pick) -> Data:
    parts = tuple(_part(pick, place) for place in range(pick((2, 3))))
    return {"kind": "arrangement", "parts": parts, "parts_require": pick(("any", "all"))}


def _part(pick: Pick, place: int) -> Data:
    title, _, _, description = pick(OFFERS)
    return {
        "title": f"Deel {place + 1}: {title}",
        "description": description if chance(pick, 50) else "",
        "setting": told(pick, 30, ("onsite", "online")),
        "places": _places(pick) if chance(pick, 50) else (),
        "schedule": _schedule(pick) if chance(pick, 60) else None,
        "cost": _cost(pick) if chance(pick, 40) else None,
        "effort": _effort(pick) if chance(pick, 40) else None,
    }


def offered_titles(pick: Pick, counts: tuple[int, ...]) -> tuple[str, ...]:
    """Titles of activities as they are made here."""
    return some(pick, counts, tuple(offer[0] for offer in OFFERS))
