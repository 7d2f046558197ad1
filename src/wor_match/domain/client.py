"""A client as the coach knows them after the intake. Every field but the reference may be absent: not asked."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, Literal, Self

from pydantic import Field, field_serializer, field_validator, model_validator

from wor_match.domain.base import Private, told
from wor_match.domain.wishes import (
    Availability,
    Complaint,
    Dislike,
    Goal,
    GroupWishes,
    Home,
    Interest,
    SafetyNote,
    Tried,
)
from wor_match.vocabulary.enums import (
    AccessNeed,
    ContactWay,
    DigitalSkill,
    DutchLevel,
    Gender,
    GoesAlone,
    Role,
    TravelMode,
)
from wor_match.vocabulary.ids import ids
from wor_match.vocabulary.languages import language_codes

SCHEMA_VERSION: Literal["1.0"] = "1.0"
_BSN_DIGITS = 9
#: What people put between the digits of a number.
_BETWEEN = frozenset("._-/\N{NON-BREAKING HYPHEN}\N{EN DASH}\N{ZERO WIDTH SPACE}")


def is_bsn(text: str) -> bool:
    """Whether a text passes the eleven-test of the Dutch citizen service number.

    >>> is_bsn("111222333"), is_bsn("client-111222333")
    (True, False)
    """
    digits = "".join(letter for letter in text if not (letter.isspace() or letter in _BETWEEN))
    if not digits.isdecimal() or not _BSN_DIGITS - 1 <= len(digits) <= _BSN_DIGITS:
        return False
    numbers = [int(digit) for digit in digits.zfill(_BSN_DIGITS)]
    total = sum(weight * number for weight, number in zip(range(9, 1, -1), numbers, strict=False)) - numbers[8]
    return total % 11 == 0 and any(numbers)


#: What somebody said, in a list: one phrase.
Said = Annotated[str, Field(max_length=500)]


class Travel(Private):
    """How someone gets somewhere. Absent is not asked."""

    modes: tuple[TravelMode, ...] = told((), nl="vervoer", en="modes", meaning="What they use. Empty: not asked.")
    max_minutes: float | None = told(
        None, nl="hoogstens onderweg", en="at most under way", meaning="One way; 0 is told as homebound.",
        unit="minutes", ge=0, le=600, allow_inf_nan=False,
    )  # fmt: skip
    evening: bool | None = told(None, nl="'s avonds op pad", en="travels in the evening", meaning="Absent: not asked.")
    is_homebound: bool | None = told(
        None, nl="aan huis gebonden", en="homebound", meaning="True: only online or at home."
    )

    @model_validator(mode="before")
    @classmethod
    def _stays_at_home(cls, data: Any) -> Any:
        """Who will be no minute under way stays at home."""
        if not isinstance(data, Mapping) or str(data.get("max_minutes")).strip() not in ("0", "0.0"):
            return data
        if data.get("is_homebound") is False:
            raise ValueError("max_minutes must be above 0 for who is not homebound")
        return {**data, "max_minutes": None, "is_homebound": True}


class Client(Private):
    """Whom we look for. Only the reference must be given; all else absent means *not asked*.

    Examples
    --------
    >>> Client(reference="c-017", interests=["vroeger zong ik in een koor"], home="3434").home.postcode
    '3434'
    """

    schema_version: Literal["1.0"] = told(
        SCHEMA_VERSION, nl="schemaversie", en="schema version", meaning="Of this model."
    )
    reference: str = told(
        ..., nl="kenmerk", en="reference", min_length=1, max_length=200,
        meaning="A pseudonym of the host's own; never a name or citizen service number (BSN).",
    )  # fmt: skip

    interests: tuple[Interest, ...] = told(
        (), max_length=100, nl="interesses", en="interests", meaning="As the client says them."
    )
    dislikes: tuple[Dislike, ...] = told(
        (), max_length=100, nl="wil niet", en="dislikes", meaning="Excludes on what it is about."
    )
    strengths: tuple[Said, ...] = told(
        (), max_length=100, nl="wat geeft energie", en="strengths", meaning="What gives energy, in their words."
    )
    goals: tuple[Goal, ...] = told((), max_length=100, nl="doelen", en="goals", meaning="What they hope for.")
    roles: tuple[Role, ...] = told((), nl="rolwens", en="role wish", meaning="What they want to be.")
    label_wishes: tuple[Literal["no_patient_group", "own_age", "own_culture", "peers"], ...] = told(
        (),
        nl="wens over etiket",
        en="identity and label wishes",
        meaning=(
            "'no_patient_group': no patients' group. 'own_age': people of about their age. 'own_culture': where one of "
            "their own languages is spoken (more a listing does not tell). 'peers': people in the same situation."
        ),
    )
    own_words: str = told(
        "", nl="eigen woorden", en="own words", meaning="Free text; counts at the lowest strength.",
        max_length=20_000,
    )  # fmt: skip

    complaints: tuple[Complaint, ...] = told(
        (), max_length=100, nl="klachten", en="complaints", meaning="Reasons for referral."
    )
    referral_reasons: tuple[Said, ...] = told(
        (), max_length=100, nl="hoofdreden aanmelding", en="reason for referral", meaning="Words of the WoR register."
    )
    circumstances: tuple[str, ...] = told(
        (), nl="omstandigheden", en="circumstances",
        meaning="Ids of vocabulary/circumstances.csv that the client named; only to meet a group's own rule.",
    )  # fmt: skip
    household: str | None = told(None, nl="woonsituatie", en="household", meaning="In words.", max_length=200)
    work: str | None = told(None, nl="werk", en="work", meaning="In words.", max_length=200)
    care_duties: str | None = told(None, nl="zorgtaken", en="care duties", meaning="In words.", max_length=500)

    home: Home | None = told(None, nl="thuis", en="home", meaning="Postcode or coordinates. Absent: not asked.")
    travel: Travel = told(Travel, nl="vervoer", en="travel", meaning="How they get about.")
    access_needs: frozenset[AccessNeed] = told(
        frozenset,
        nl="nodig ter plekke",
        en="access needs",
        meaning="What a place must have. Empty: none named.",
    )
    availability: Availability | None = told(
        None, nl="beschikbaar", en="availability", meaning="Absent or empty: not asked."
    )
    wanted_from: date | None = told(None, nl="starten vanaf", en="start from", meaning="First day they can start.")
    wanted_before: date | None = told(
        None, nl="starten voor", en="start before", meaning="They want to have started by then."
    )
    budget_eur_per_month: float | None = told(
        None, nl="budget per maand", en="budget per month", meaning="Absent: not asked.", unit="EUR per month",
        ge=0, le=100_000, allow_inf_nan=False,
    )  # fmt: skip
    has_city_pass: bool | None = told(None, nl="stadspas", en="city pass", meaning="Absent: not asked.")

    languages: tuple[str, ...] = told(
        (), nl="talen", en="languages", meaning="Besides Dutch: ISO 639-1 codes, or names."
    )
    dutch_level: DutchLevel | None = told(None, nl="Nederlands", en="Dutch", meaning="CEFR level.")
    has_language_buddy: bool | None = told(
        None, nl="taalmaatje", en="language buddy", meaning="Someone comes along who helps to follow the talk."
    )
    needs_help_reading: bool | None = told(
        None, nl="moeite met lezen", en="help with reading and forms", meaning="Absent: not asked."
    )
    digital: DigitalSkill | None = told(None, nl="digitaal", en="digital skill", meaning="Absent: not asked.")
    contact: tuple[ContactWay, ...] = told((), nl="contact via", en="contact by", meaning="Empty: not asked.")
    group: GroupWishes = told(GroupWishes, nl="groepswens", en="group wishes", meaning="Wish or must.")
    goes_alone: GoesAlone | None = told(None, nl="gaat alleen", en="goes alone", meaning="Absent: not asked.")
    has_buddy: bool | None = told(
        None, nl="maatje", en="buddy", meaning="Someone goes along the first time. Absent: not arranged or not asked."
    )
    readiness: int | None = told(
        None, nl="eraan toe", en="readiness", meaning="0 not at all, 10 completely.", ge=0, le=10
    )
    max_physical_effort: int | None = told(
        None,
        nl="lichamelijke grens",
        en="limit of physical effort",
        meaning="0 none .. 3 strenuous.",
        ge=0,
        le=3,
    )
    max_social_effort: int | None = told(
        None,
        nl="sociale grens",
        en="limit of social effort",
        meaning="0 side by side .. 3 sharing.",
        ge=0,
        le=3,
    )

    tried: tuple[Tried, ...] = told(
        (), max_length=100, nl="eerder geprobeerd", en="tried before", meaning="And why it failed."
    )
    current: tuple[Said, ...] = told(
        (),
        max_length=1000,
        nl="doet nu al",
        en="current activities",
        meaning="Activity ids or titles; never proposed again.",
    )
    busy: Availability | None = told(
        None, nl="bezette tijden", en="taken hours", meaning="Hours taken by current activities and duties."
    )
    avoid: tuple[Said, ...] = told(
        (),
        max_length=1000,
        nl="vermijden",
        en="avoid",
        meaning="Providers, places or activities; hard, no reason is kept.",
    )
    safety: tuple[SafetyNote, ...] = told((), nl="veiligheid", en="safety", meaning="What the coach noticed.")
    age: int | None = told(None, nl="leeftijd", en="age", meaning="Only for a group's own rule.", ge=0, le=120)
    gender: Gender | None = told(None, nl="geslacht", en="gender", meaning="Only for a group's own rule.")

    @field_serializer("access_needs", when_used="json")
    def _sorted_needs(self, values: frozenset[AccessNeed]) -> list[str]:
        return sorted(value.value for value in values)  # a set has no order, stored text must have one

    @field_validator("reference")
    @classmethod
    def _no_bsn(cls, value: str) -> str:
        if is_bsn(value):
            raise ValueError("looks like a citizen service number (BSN); prefix your own id, as 'c-...'")
        return value

    @field_validator("circumstances")
    @classmethod
    def _known_circumstances(cls, values: tuple[str, ...]) -> tuple[str, ...]:
        if any(value not in ids("circumstances", "circumstance") for value in values):
            raise ValueError("must be ids of vocabulary/circumstances.csv")
        return values

    @field_validator("languages")
    @classmethod
    def _language_codes(cls, values: tuple[str, ...]) -> tuple[str, ...]:
        return language_codes(values)

    @field_validator("interests", mode="before")
    @classmethod
    def _bare_interests(cls, values: object) -> object:
        if not isinstance(values, list | tuple):
            return values
        return tuple({"phrase": value} if isinstance(value, str) else value for value in values)

    @field_validator("dislikes", "goals", mode="before")
    @classmethod
    def _bare_phrases(cls, values: object) -> object:
        return cls._bare_interests(values)

    @field_validator("complaints", mode="before")
    @classmethod
    def _bare_terms(cls, values: object) -> object:
        if not isinstance(values, list | tuple):
            return values
        return tuple({"term": value} if isinstance(value, str) else value for value in values)

    @field_validator("tried", mode="before")
    @classmethod
    def _bare_attempts(cls, values: object) -> object:
        if not isinstance(values, list | tuple):
            return values
        return tuple({"what": value} if isinstance(value, str) else value for value in values)

    @field_validator("home", mode="before")
    @classmethod
    def _bare_postcode(cls, value: object) -> object:
        return {"postcode": value} if isinstance(value, str) else value

    @field_validator("availability", "busy", mode="before")
    @classmethod
    def _bare_hours(cls, value: object) -> object:
        return {"slots": value} if isinstance(value, list | tuple) else value

    @field_validator("availability")
    @classmethod
    def _empty_is_not_asked(cls, value: Availability | None) -> Availability | None:
        """A form that was left empty: nobody looks for an activity without an hour to spare."""
        return value if value is None or value.slots else None

    @model_validator(mode="after")
    def _dates_in_order(self) -> Self:
        if self.wanted_from and self.wanted_before and self.wanted_before < self.wanted_from:
            raise ValueError("wanted_before must not be before wanted_from")
        return self
