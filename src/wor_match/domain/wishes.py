"""The parts of a client: interests, complaints, hours, group wishes, what was tried, safety notes."""

from __future__ import annotations

from datetime import date, time
from typing import Self

from pydantic import field_validator, model_validator

from wor_match.domain.base import Private, told
from wor_match.domain.visible import is_visible
from wor_match.vocabulary.enums import DayPart, FailureCause, GroupGender, GroupSize, Strictness, Weekday
from wor_match.vocabulary.ids import ids


class Interest(Private):
    """What someone likes or liked, as they say it.

    >>> Interest(phrase="vroeger zong ik in een koor", strength=3).strength
    3
    """

    phrase: str = told(..., nl="in hun woorden", en="phrase", meaning="As said.", min_length=1, max_length=500)
    strength: int = told(2, nl="hoe sterk", en="strength", meaning="1 a little, 2 yes, 3 very much.", ge=1, le=3)
    themes: tuple[str, ...] = told((), nl="thema's", en="themes", meaning="Theme ids; empty: read from the phrase.")

    @field_validator("themes")
    @classmethod
    def _known(cls, values: tuple[str, ...]) -> tuple[str, ...]:
        if any(value not in ids("themes", "theme") for value in values):
            raise ValueError("themes must be ids of vocabulary/themes.csv")
        return values


class Dislike(Private):
    """What someone does not want. Excludes an activity that is about it; elsewhere it weighs against."""

    phrase: str = told(..., nl="in hun woorden", en="phrase", meaning="As said.", min_length=1, max_length=500)


class Goal(Private):
    """What someone hopes for, as they say it."""

    phrase: str = told(..., nl="in hun woorden", en="phrase", meaning="As said.", min_length=1, max_length=500)


class Complaint(Private):
    """A complaint or reason for referral. ``term`` is an id of complaints.csv or the client's own words."""

    term: str = told(..., nl="klacht", en="complaint", meaning="Id or own words.", min_length=1, max_length=300)
    severity: int | None = told(None, nl="hoe zwaar", en="severity", meaning="0 to 10; absent: not asked.", ge=0, le=10)
    icpc1: str | None = told(
        None, nl="ICPC-1", en="ICPC-1", meaning="Code, when the GP gave one.", pattern=r"^[A-Z]\d\d(\.\d\d)?$"
    )


class Home(Private):
    """Where someone lives: four digits of the postcode are enough, coordinates are more exact."""

    postcode: str | None = told(
        None,
        nl="postcode",
        en="postcode",
        meaning="1234 or 1234AB.",
        pattern=r"^\s*[1-9]\d{3}\s?([A-Za-z]{2})?\s*$",
    )
    lat: float | None = told(
        None,
        nl="breedtegraad",
        en="latitude",
        meaning="WGS84.",
        unit="degrees",
        ge=-90,
        le=90,
        allow_inf_nan=False,
    )
    lon: float | None = told(
        None,
        nl="lengtegraad",
        en="longitude",
        meaning="WGS84.",
        unit="degrees",
        ge=-180,
        le=180,
        allow_inf_nan=False,
    )
    municipality: str | None = told(None, nl="gemeente", en="municipality", meaning="For residents' rules.")

    @model_validator(mode="after")
    def _enough(self) -> Self:
        if (self.lat is None) != (self.lon is None):
            raise ValueError("lat and lon must both be given or both be absent")
        if self.lat == 0 and self.lon == 0:
            raise ValueError("lat and lon (0, 0) is a missing address, not a home")
        if self.postcode is None and self.lat is None:
            raise ValueError("a home needs a postcode or lat and lon; leave home out when it was not asked")
        return self


class Slot(Private):
    """A part of the week: a weekday and a part of the day, or exact times within a day."""

    weekday: Weekday = told(..., nl="dag", en="weekday", meaning="Day of the week.")
    part: DayPart | None = told(None, nl="dagdeel", en="part of day", meaning="Absent with times, or whole day.")
    start: time | None = told(None, nl="vanaf", en="from", meaning="Not before this time.")
    end: time | None = told(None, nl="tot", en="until", meaning="Not after this time.")

    @model_validator(mode="after")
    def _forward(self) -> Self:
        if self.start is not None and self.end is not None and self.end <= self.start:
            raise ValueError("end must be after start")
        return self


class Availability(Private):
    """Hours of a week; as a client's availability none at all is taken as not asked."""

    slots: tuple[Slot, ...] = told((), nl="tijden", en="slots", meaning="Free (or taken) parts of the week.")


class GroupWishes(Private):
    """What kind of group. A wish weighs; a must excludes."""

    size: GroupSize | None = told(None, nl="groepsgrootte", en="group size", meaning="Absent: not asked.")
    size_is: Strictness = told(Strictness.WISH, nl="wens of eis", en="wish or must", meaning="For the size.")
    gender: GroupGender | None = told(None, nl="samenstelling", en="composition", meaning="Women, men or mixed.")
    gender_is: Strictness = told(Strictness.WISH, nl="wens of eis", en="wish or must", meaning="For composition.")
    leader: GroupGender | None = told(None, nl="leiding", en="leader", meaning="Women or men lead.")
    leader_is: Strictness = told(Strictness.WISH, nl="wens of eis", en="wish or must", meaning="For the leader.")


class Tried(Private):
    """Something tried before and why it did not last: the cause weighs, not the whole category."""

    what: str = told(..., nl="wat", en="what", meaning="In words, or an activity id.", min_length=1, max_length=500)
    why_it_failed: str = told("", nl="waarom gestopt", en="why it failed", meaning="In words.", max_length=1000)
    causes: tuple[FailureCause, ...] = told((), nl="oorzaken", en="causes", meaning="Empty: read from the words.")


#: A clearance is looked at again at least every half year.
MAX_CLEARANCE_DAYS = 183


class Clearance(Private):
    """Who looked at a safety signal and what was done. Without one a STOP stands."""

    name: str = told(..., nl="naam", en="name", meaning="Who cleared it.", min_length=1, max_length=200)
    role: str = told(..., nl="functie", en="role", meaning="Their profession.", min_length=1, max_length=200)
    given_on: date = told(..., nl="datum", en="date", meaning="When.")
    action: str = told(..., nl="wat is gedaan", en="action", meaning="What was done.", min_length=1, max_length=1000)
    expires_on: date = told(..., nl="geldig tot en met", en="expires on", meaning="Last day it holds.")

    @model_validator(mode="after")
    def _order(self) -> Self:
        if self.expires_on < self.given_on:
            raise ValueError("expires_on must not be before given_on")
        if (self.expires_on - self.given_on).days > MAX_CLEARANCE_DAYS:
            raise ValueError(f"expires_on must be at most {MAX_CLEARANCE_DAYS} days after given_on")
        if not all(is_visible(text) for text in (self.name, self.role, self.action)):
            raise ValueError("name, role and action must say something")
        return self


class SafetyNote(Private):
    """A safety signal that the coach noticed. The library never assesses risk."""

    signal: str = told(..., nl="signaal", en="signal", meaning="Id of vocabulary/safety_signals.csv.")
    noticed_on: date | None = told(None, nl="gezien op", en="noticed on", meaning="A later date undoes a clearance.")
    clearance: Clearance | None = told(None, nl="vrijgave", en="clearance", meaning="Who looked at it.")

    @field_validator("signal")
    @classmethod
    def _known(cls, value: str) -> str:
        if value not in ids("safety_signals", "signal"):
            raise ValueError("must be an id of vocabulary/safety_signals.csv")
        return value
