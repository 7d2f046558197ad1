"""Where something is: a place with coordinates and how exact they are."""

from __future__ import annotations

from typing import Self

from pydantic import field_validator, model_validator

from wor_match.domain.base import Model, told
from wor_match.domain.clean import one_line
from wor_match.vocabulary.enums import AccessNeed, GeoPrecision


class Access(Model):
    """What a place has. True is yes, False is no, absent is not known (never "no")."""

    step_free: bool | None = told(
        None,
        nl="zonder drempels of trap",
        en="step-free",
        meaning="One can get in and to the room without steps.",
    )
    accessible_toilet: bool | None = told(
        None, nl="aangepast toilet", en="accessible toilet", meaning="A toilet that a wheelchair can turn in."
    )
    hearing_loop: bool | None = told(
        None, nl="ringleiding", en="hearing loop", meaning="A hearing loop that works in the room."
    )
    quiet_space: bool | None = told(
        None, nl="rustige ruimte", en="quiet space", meaning="The room is quiet, or there is a quiet room."
    )
    parking: bool | None = told(None, nl="parkeren", en="parking", meaning="One can park near the door.")
    assistance_dog: bool | None = told(
        None, nl="hulphond welkom", en="assistance dog", meaning="A guide dog or other assistance dog may come in."
    )
    public_transport_near: bool | None = told(
        None, nl="halte dichtbij", en="public transport near", meaning="A stop or station is a short walk away."
    )
    sign_language: bool | None = told(
        None, nl="gebarentaal", en="sign language", meaning="Somebody signs or interprets, as in NGT."
    )
    visual_support: bool | None = told(
        None,
        nl="hulp bij slecht zien",
        en="visual support",
        meaning="Fit for who sees little: large print, braille, sound, or somebody who describes.",
    )

    def of(self, need: AccessNeed) -> bool | None:
        """The fact that answers one need."""
        value: bool | None = getattr(self, need.value)
        return value


class Place(Model):
    """A place. Coordinates are WGS84 degrees; (0, 0) and impossible ones are refused."""

    name: str = told("", nl="naam", en="name", meaning="Name of the place.", max_length=300)
    street: str = told("", nl="straat", en="street", meaning="Street and number.", max_length=300)
    postcode: str | None = told(None, nl="postcode", en="postcode", meaning="1234 or 1234AB.", max_length=12)
    town: str = told("", nl="plaats", en="town", meaning="Town or village.", max_length=200)
    municipality: str = told("", nl="gemeente", en="municipality", meaning="Municipality.", max_length=200)
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
    geo_precision: GeoPrecision = told(
        GeoPrecision.UNKNOWN,
        nl="precisie",
        en="precision",
        meaning="How exact the coordinates are; decides how wide the travel time is told.",
    )
    access: Access = told(Access, nl="toegankelijkheid", en="accessibility", meaning="What the place has.")

    _one_line = field_validator("name", "street", "town", "municipality")(one_line)

    @model_validator(mode="after")
    def _both_or_none(self) -> Self:
        if (self.lat is None) != (self.lon is None):
            raise ValueError("lat and lon must both be given or both be absent")
        if self.lat == 0 and self.lon == 0:
            raise ValueError("lat and lon (0, 0) is a missing address, not a place")
        return self
