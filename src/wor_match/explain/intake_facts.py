"""Facts of the intake that may not have been asked, with the answers that people give.

The chances are judgements, not measurements: they say which answers are common, so that a question whose only
surprising answer is rare does not come first.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from wor_match.domain.client import Client
from wor_match.domain.wishes import Availability, Slot
from wor_match.query.sessions import goes_out_in_evening
from wor_match.vocabulary.enums import (
    WEEKDAYS,
    AccessNeed,
    DayPart,
    DigitalSkill,
    DutchLevel,
    GoesAlone,
    GroupSize,
    TravelMode,
    Weekday,
)

Apply = Callable[[Client], Client]
_WEEKEND = (Weekday.SAT, Weekday.SUN)


@dataclass(frozen=True, slots=True)
class Ask:
    """One fact to ask.

    Parameters
    ----------
    fact : str
        Key of :data:`wor_match.explain.trial.TOUCHES`; its question has code ``next.<last part>``.
    is_open : function of a client
        Whether it was not asked, and asking makes sense.
    answers : tuple of (name, chance, function that gives the client with that answer)
    """

    fact: str
    is_open: Callable[[Client], bool]
    answers: tuple[tuple[str, float, Apply], ...]

    @property
    def code(self) -> str:
        """Code of its question."""
        return f"next.{self.fact.rsplit('.', 1)[-1]}"


def _set(name: str, value: object) -> Apply:
    return lambda client: client.model_copy(update={name: value})


def _travel(name: str, value: object) -> Apply:
    return lambda client: client.model_copy(update={"travel": client.travel.model_copy(update={name: value})})


def _size(value: GroupSize) -> Apply:
    return lambda client: client.model_copy(update={"group": client.group.model_copy(update={"size": value})})


def _free(days: tuple[Weekday, ...], *parts: DayPart) -> tuple[Slot, ...]:
    return tuple(Slot(weekday=day, part=part) for day in days for part in parts)


_WEEK = tuple(day for day in WEEKDAYS if day not in _WEEKEND)
_HOURS = {
    "by_day": _free(_WEEK, DayPart.MORNING, DayPart.AFTERNOON),
    "mornings": _free(_WEEK, DayPart.MORNING),
    "afternoons": _free(_WEEK, DayPart.AFTERNOON),
    "evenings_weekend": (*_free(_WEEK, DayPart.EVENING), *_free(_WEEKEND, *DayPart)),
}


def _named(name: str, **answers: tuple[float, object]) -> tuple[tuple[str, float, Apply], ...]:
    return tuple((label, chance, _set(name, value)) for label, (chance, value) in answers.items())


def _goes_out(client: Client) -> bool:
    return client.home is not None and client.travel.is_homebound is not True


def _absent(name: str) -> Callable[[Client], bool]:
    return lambda client: getattr(client, name) is None


ASKS: tuple[Ask, ...] = (
    Ask(
        "travel.max_minutes",
        lambda client: client.travel.max_minutes is None and _goes_out(client),
        tuple(
            (str(most), chance, _travel("max_minutes", float(most)))
            for most, chance in ((15, 0.3), (30, 0.4), (45, 0.3))
        ),
    ),
    Ask(
        "travel.modes",
        lambda client: not client.travel.modes and _goes_out(client),
        tuple(
            (one.value, chance, _travel("modes", (one,)))
            for one, chance in ((TravelMode.WALK, 0.3), (TravelMode.BIKE, 0.4), (TravelMode.CAR, 0.3))
        ),
    ),
    Ask(
        "travel.evening",
        lambda client: goes_out_in_evening(client) is None and client.travel.is_homebound is not True,
        (("yes", 0.5, _travel("evening", True)), ("no", 0.5, _travel("evening", False))),
    ),
    Ask(
        "availability",
        lambda client: client.availability is None,
        tuple(
            (name, 0.4 if name == "by_day" else 0.2, _set("availability", Availability(slots=slots)))
            for name, slots in _HOURS.items()
        ),
    ),
    Ask(
        "budget_eur_per_month",
        _absent("budget_eur_per_month"),
        _named("budget_eur_per_month", nothing=(0.2, 0.0), little=(0.4, 15.0), enough=(0.4, 50.0)),
    ),
    Ask("has_city_pass", _absent("has_city_pass"), _named("has_city_pass", yes=(0.3, True), no=(0.7, False))),
    Ask(
        "goes_alone",
        _absent("goes_alone"),
        _named(
            "goes_alone",
            yes=(0.5, GoesAlone.YES),
            together=(0.3, GoesAlone.FIRST_TIME_TOGETHER),
            no=(0.2, GoesAlone.NO),
        ),
    ),
    Ask("readiness", _absent("readiness"), _named("readiness", low=(0.4, 3), high=(0.6, 8))),
    Ask(
        "access_needs",
        lambda client: not client.access_needs,
        _named(
            "access_needs",
            nothing=(0.75, frozenset()),
            step_free=(0.2, frozenset({AccessNeed.STEP_FREE})),
            quiet=(0.05, frozenset({AccessNeed.QUIET_SPACE})),
        ),
    ),
    Ask(
        "digital",
        _absent("digital"),
        _named(
            "digital", own=(0.5, DigitalSkill.OWN), help=(0.3, DigitalSkill.WITH_HELP), none=(0.2, DigitalSkill.NONE)
        ),
    ),
    Ask(
        "dutch_level",
        _absent("dutch_level"),
        _named("dutch_level", well=(0.85, DutchLevel.C1), little=(0.15, DutchLevel.A2)),
    ),
    Ask(
        "group",
        lambda client: client.group.size is None,
        (
            ("small", 0.5, _size(GroupSize.SMALL)),
            ("any", 0.3, _size(GroupSize.ANY)),
            ("large", 0.2, _size(GroupSize.LARGE)),
        ),
    ),
    Ask("max_social_effort", _absent("max_social_effort"), _named("max_social_effort", little=(0.5, 1), much=(0.5, 3))),
    Ask(
        "max_physical_effort",
        _absent("max_physical_effort"),
        _named("max_physical_effort", little=(0.5, 1), much=(0.5, 3)),
    ),
    Ask("age", _absent("age"), _named("age", young=(0.3, 30), middle=(0.3, 55), old=(0.4, 75))),
)
