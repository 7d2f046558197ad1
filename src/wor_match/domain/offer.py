"""The facts of an offer, a group of fields a class. Absent is not known."""

from __future__ import annotations

from datetime import date
from typing import Literal, Self

from pydantic import ValidationInfo, field_validator, model_validator

from wor_match.domain.base import Model, told
from wor_match.domain.clean import one_line
from wor_match.vocabulary.enums import CostPeriod, DutchLevel, GroupGender, SignUp
from wor_match.vocabulary.ids import ids
from wor_match.vocabulary.languages import language_codes

_PER_MONTH = {
    CostPeriod.WEEK: 52 / 12,
    CostPeriod.MONTH: 1.0,
    CostPeriod.QUARTER: 1 / 3,
    CostPeriod.YEAR: 1 / 12,
}
_SPREAD_MONTHS = 3


class Cost(Model):
    """What it costs, in euros. ``amount_eur=0`` is free; an absent amount is not known."""

    amount_eur: float | None = told(
        None,
        nl="bedrag",
        en="amount",
        meaning="What one pays.",
        unit="EUR",
        ge=0,
        le=100_000,
        allow_inf_nan=False,
    )
    amount_max_eur: float | None = told(
        None, nl="hoogste bedrag", en="highest amount", meaning="When there are several tariffs.", unit="EUR",
        ge=0, le=100_000, allow_inf_nan=False,
    )  # fmt: skip
    per: CostPeriod | None = told(None, nl="per", en="per", meaning="What one payment covers; absent: not known.")
    once_extra_eur: float | None = told(
        None, nl="eenmalig erbij", en="one-off extra", meaning="Sign-up fee or material.", unit="EUR",
        ge=0, le=100_000, allow_inf_nan=False,
    )  # fmt: skip
    reduced_eur: float | None = told(
        None, nl="met korting", en="reduced amount", meaning="With a city pass or low income.", unit="EUR",
        ge=0, le=100_000, allow_inf_nan=False,
    )  # fmt: skip
    has_reduction: bool | None = told(
        None, nl="korting mogelijk", en="reduction possible", meaning="With a city pass or low income."
    )
    first_time_free: bool | None = told(
        None,
        nl="eerste keer gratis",
        en="first time free",
        meaning="A trial offer; it does not make it free.",
    )
    is_insured: bool | None = told(
        None, nl="vergoed", en="covered by insurance", meaning="A health insurer may pay (part of) it."
    )
    text: str = told("", nl="tekst", en="text", meaning="As the source wrote it.", max_length=2000)

    _one_line = field_validator("text")(one_line)

    @model_validator(mode="after")
    def _order(self) -> Self:
        if self.amount_eur is not None and self.amount_max_eur is not None and self.amount_max_eur < self.amount_eur:
            raise ValueError("amount_max_eur must be at least amount_eur")
        return self

    def monthly_eur(self, sessions_per_month: float) -> tuple[float, float] | None:
        """Least and most that it may cost a month, without reduction, or None when not known.

        A one-off price counts whole in the pessimistic value and spread over three months in the
        optimistic one, because a provider may let one pay in parts.

        >>> Cost(amount_eur=2.5, per="time").monthly_eur(sessions_per_month=4)
        (10.0, 10.0)
        """
        if self.amount_eur is None:
            return None
        low, high = self.amount_eur, self.amount_max_eur or self.amount_eur
        if low == 0 and high == 0:
            return (0.0, 0.0)
        if self.per is None:
            return (low / 12, high * max(sessions_per_month, 1.0))
        if self.per is CostPeriod.ONCE:
            return (low / _SPREAD_MONTHS, high)
        factor = sessions_per_month if self.per is CostPeriod.TIME else _PER_MONTH[self.per]
        return (low * factor, high * factor)


class Language(Model):
    """What is spoken and how much Dutch one needs."""

    languages: tuple[str, ...] = told(
        (), nl="talen", en="languages", meaning="What is spoken: ISO 639-1 codes, or names. Empty: not told."
    )
    dutch_level_needed: DutchLevel | None = told(
        None, nl="niveau Nederlands", en="Dutch needed", meaning="Least CEFR level; absent: not told."
    )
    has_interpreter: bool | None = told(None, nl="tolk", en="interpreter", meaning="Somebody can interpret.")

    @field_validator("languages")
    @classmethod
    def _codes(cls, values: tuple[str, ...]) -> tuple[str, ...]:
        return language_codes(values)


class Group(Model):
    """For whom it is, how large the group is and who leads it."""

    age_min: int | None = told(
        None, nl="vanaf leeftijd", en="age from", meaning="Included.", unit="years", ge=0, le=120
    )
    age_max: int | None = told(None, nl="tot leeftijd", en="age to", meaning="Included.", unit="years", ge=0, le=120)
    age_is_hard: bool = told(
        True, nl="leeftijd is eis", en="age is a rule", meaning="False: a recommendation, not a rule."
    )
    gender_rule: GroupGender | None = told(
        None,
        nl="voor wie",
        en="gender rule",
        meaning="A stated rule of the group. Absent: none stated, so mixed.",
    )
    leader_gender: GroupGender | None = told(
        None, nl="leiding", en="leader", meaning="Women, men or mixed; absent: not told."
    )
    usual_mix: str = told("", nl="wie er meestal komen", en="usual mix", meaning="In words.", max_length=500)
    audiences: tuple[str, ...] = told(
        (), nl="doelgroep", en="target group", meaning="Ids of vocabulary/circumstances.csv; empty: for all."
    )
    audience_is_hard: bool | None = told(
        None, nl="alleen doelgroep", en="target group only", meaning="True: only for them. Absent: not told."
    )
    size: int | None = told(None, nl="groepsgrootte", en="group size", meaning="Usual number.", ge=1, le=100_000)
    size_min: int | None = told(
        None, nl="kleinste groep", en="smallest group", meaning="Fewest people.", ge=1, le=100_000
    )
    size_max: int | None = told(
        None,
        nl="grootste groep",
        en="largest group",
        meaning="Most people; the usual number goes first.",
        ge=1,
        le=100_000,
    )
    is_fixed: bool | None = told(None, nl="vaste groep", en="fixed group", meaning="The same people every time.")
    is_closed: bool | None = told(None, nl="besloten", en="closed", meaning="No newcomers for now.")
    welcomed_by: str = told(
        "", nl="wie ontvangt", en="who welcomes", meaning="Who looks after newcomers.", max_length=300
    )
    welcomes_newcomers: bool | None = told(
        None, nl="ontvangst geregeld", en="newcomers are welcomed", meaning="Somebody looks after newcomers."
    )
    residents_of: tuple[str, ...] = told(
        (), nl="alleen bewoners van", en="residents of", meaning="Postcode prefixes or municipalities."
    )
    referral_required: bool | None = told(
        None, nl="verwijzing nodig", en="referral needed", meaning="Absent: not told."
    )
    membership_required: bool | None = told(
        None, nl="lidmaatschap nodig", en="membership needed", meaning="Absent: not told."
    )
    experience_needed: bool | None = told(
        None, nl="ervaring nodig", en="experience needed", meaning="One must know how already."
    )
    is_label_free: bool | None = told(
        None, nl="geen etiket", en="without a label", meaning="False: it presents itself as for patients."
    )

    _one_line = field_validator("usual_mix", "welcomed_by")(one_line)

    @field_validator("audiences")
    @classmethod
    def _known(cls, values: tuple[str, ...]) -> tuple[str, ...]:
        if any(value not in ids("circumstances", "circumstance") for value in values):
            raise ValueError("audiences must be ids of vocabulary/circumstances.csv")
        return values

    @field_validator("size_max")
    @classmethod
    def _sizes(cls, value: int | None, info: ValidationInfo) -> int | None:
        least = info.data.get("size_min")
        if value is not None and least is not None and value < least:
            raise ValueError("size_max must be at least size_min")
        return value

    @model_validator(mode="after")
    def _ages(self) -> Self:
        if self.age_min is not None and self.age_max is not None and self.age_max < self.age_min:
            raise ValueError("age_max must be at least age_min")
        return self


class Effort(Model):
    """What it asks of body and courage."""

    physical: int | None = told(
        None, nl="lichamelijk", en="physical", meaning="0 none, 1 light, 2 moderate, 3 strenuous.", ge=0, le=3
    )
    social: int | None = told(
        None, nl="sociaal", en="social", ge=0, le=3,
        meaning="0 side by side, 1 small talk, 2 talking together, 3 sharing feelings.",
    )  # fmt: skip
    pace: Literal["slow", "usual", "brisk"] | None = told(None, nl="tempo", en="pace", meaning="Absent: not told.")
    is_side_by_side: bool | None = told(
        None, nl="naast elkaar bezig", en="side by side", meaning="True: doing; False: mostly talking."
    )
    hours: float | None = told(
        None, nl="duur", en="duration", meaning="Of one time.", unit="hours", gt=0, le=24, allow_inf_nan=False
    )


class FirstStep(Model):
    """How one joins, and what makes the first time easier."""

    sign_up: SignUp | None = told(None, nl="aanmelden", en="sign-up", meaning="How one joins; absent: not told.")
    trial_possible: bool | None = told(None, nl="proefles", en="trial", meaning="One may try first.")
    look_in_possible: bool | None = told(None, nl="komen kijken", en="look in", meaning="One may come and look.")
    companion_welcome: bool | None = told(
        None, nl="iemand meenemen", en="companion welcome", meaning="Somebody may come along."
    )
    buddy_available: bool | None = told(
        None,
        nl="maatje aanwezig",
        en="buddy available",
        meaning="The provider has a maatje for the first times.",
    )
    free_to_skip: bool | None = told(
        None, nl="vrijblijvend", en="free to skip", meaning="False: one is expected every time."
    )
    transport_offered: bool | None = told(
        None, nl="vervoer geregeld", en="transport offered", meaning="The provider can fetch people."
    )


class Capacity(Model):
    """Whether there is a place, and whether one can still join."""

    places_total: int | None = told(
        None, nl="plekken in totaal", en="places in all", meaning="Taken ones too.", ge=1, le=100_000
    )
    places_free: int | None = told(None, nl="vrije plekken", en="places free", meaning="Now.", ge=0, le=100_000)
    places_as_of: date | None = told(None, nl="peildatum", en="as of", meaning="When places were counted.")
    waiting_weeks: int | None = told(None, nl="wachttijd", en="waiting", meaning="Weeks.", unit="weeks", ge=0, le=1000)
    is_full: bool | None = told(None, nl="vol", en="full", meaning="No place now.")
    starts_on: date | None = told(None, nl="start op", en="starts on", meaning="First day of a course.")
    can_join_midway: bool | None = told(
        None, nl="tussentijds instromen", en="join midway", meaning="One can join a course that has begun."
    )


class Contact(Model):
    """Whom to call. A person's name only where the source publishes it for this."""

    phone: str = told("", nl="telefoon", en="phone", meaning="As published.", max_length=100)
    email: str = told("", nl="e-mail", en="e-mail", meaning="As published.", max_length=300)
    url: str = told("", nl="website", en="website", meaning="As published.", max_length=2000)
    name: str = told("", nl="naam", en="name", meaning="As published.", max_length=200)

    _one_line = field_validator("name")(one_line)
