"""A small change in what a client allows or is given, and what it opens up."""

from __future__ import annotations

from enum import StrEnum

from wor_match.domain.base import Model, Private, told
from wor_match.domain.client import Client
from wor_match.domain.records import Record
from wor_match.domain.remedy import Remedy
from wor_match.domain.wishes import Availability, Slot
from wor_match.vocabulary.enums import DayPart, TravelMode, Weekday

#: How much longer under way is proposed.
MORE_MINUTES = 10
_LONGEST = 600


class ChangeKind(StrEnum):
    """What can change. Age, gender, language background and health never can."""

    BUDDY = "buddy"
    LANGUAGE_BUDDY = "language_buddy"
    CITY_PASS = "city_pass"  # noqa: S105  # a pass for the pool, no password
    WMO_TAXI = "wmo_taxi"
    BIKE = "bike"
    EBIKE = "ebike"
    MINUTES = "minutes"
    PART_OF_DAY = "part_of_day"


_MODES = {
    ChangeKind.WMO_TAXI: TravelMode.WMO_TAXI,
    ChangeKind.BIKE: TravelMode.BIKE,
    ChangeKind.EBIKE: TravelMode.EBIKE,
}
_GIVEN = {
    ChangeKind.BUDDY: "has_buddy",
    ChangeKind.LANGUAGE_BUDDY: "has_language_buddy",
    ChangeKind.CITY_PASS: "has_city_pass",
}


class Change(Private):
    """One change, with the local remedy where there is one.

    Examples
    --------
    >>> client = Client(reference="c", travel={"max_minutes": 20})
    >>> Change(kind="minutes").applied_to(client).travel.max_minutes
    30.0
    """

    kind: ChangeKind = told(..., nl="wat", en="what", meaning="What changes.")
    weekday: Weekday | None = told(None, nl="dag", en="weekday", meaning="For a part of the day.")
    part: DayPart | None = told(None, nl="dagdeel", en="part of the day", meaning="For a part of the day.")
    remedy: Remedy | None = told(None, nl="hulp", en="remedy", meaning="From the local table; absent: ask whether.")
    how: Record | None = told(None, nl="hoe", en="how", meaning="The remedy, or the question whether there is one.")
    ask: Record | None = told(
        None, nl="eerst vragen", en="ask first", meaning="What to ask the client first; then it is for the coach only."
    )

    @property
    def name(self) -> str:
        """Short name, as in the parameters of records: ``minutes``, ``part:mon:morning``."""
        return f"part:{self.weekday}:{self.part}" if self.kind is ChangeKind.PART_OF_DAY else self.kind.value

    @property
    def fact(self) -> str:
        """The fact of the client that changes."""
        if self.kind is ChangeKind.MINUTES:
            return "travel.max_minutes"
        if self.kind is ChangeKind.PART_OF_DAY:
            return "availability"
        return "travel.modes" if self.kind in _MODES else _GIVEN[self.kind]

    def applied_to(self, client: Client) -> Client:
        """The client with this change."""
        if self.kind is ChangeKind.PART_OF_DAY:
            assert self.weekday is not None
            slots = client.availability.slots if client.availability else ()
            more = Availability(slots=(*slots, Slot(weekday=self.weekday, part=self.part)))
            return client.model_copy(update={"availability": more})
        if self.kind in _GIVEN:
            return client.model_copy(update={_GIVEN[self.kind]: True})
        travel = client.travel
        if self.kind is ChangeKind.MINUTES:
            longer = None if travel.max_minutes is None else min(travel.max_minutes + MORE_MINUTES, _LONGEST)
            return client.model_copy(update={"travel": travel.model_copy(update={"max_minutes": longer})})
        modes = (*travel.modes, _MODES[self.kind])
        return client.model_copy(update={"travel": travel.model_copy(update={"modes": modes})})


class Opened(Model):
    """An activity that comes onto the list."""

    activity_id: str = told(..., nl="nummer", en="id", meaning="Of the activity.")
    title: str = told(..., nl="naam", en="title", meaning="Of the activity.")
    rank: int = told(..., nl="plaats", en="rank", meaning="On the list with the change.")
    score_milli: int = told(..., nl="score", en="score", meaning="With the change.", unit="1/1000 point")


class WhatIfFacts(Private):
    """One or two changes and what they open up. With them applied, ``recommend`` gives just that."""

    changes: tuple[Change, ...] = told(..., nl="wat als", en="changes", meaning="One or two.")
    enters: tuple[Opened, ...] = told((), nl="komt erbij", en="enters", meaning="New on the list, best first.")
    leaves: tuple[str, ...] = told((), nl="gaat eraf", en="leaves", meaning="Ids that leave the list for these.")
    leaving: tuple[str, ...] = told((), nl="namen", en="titles", meaning="Of what leaves the list.")
    best_gain_milli: int = told(0, nl="winst", en="gain", meaning="How much the best score rises.", unit="1/1000 point")
    list_gain_milli: int = told(
        0, nl="winst van de lijst", en="gain of the list", meaning="Of all scores shown.", unit="1/1000 point"
    )
    instead: tuple[tuple[Change, ...], ...] = told(
        (), nl="of in plaats daarvan", en="or instead",
        meaning="The same changes with another part of the day, each of which gives the very same list.",
    )  # fmt: skip
    summary: Record = told(..., nl="in woorden", en="in words", meaning="What it opens up.")

    @property
    def moments(self) -> tuple[str, ...]:
        """The parts of the day that would do as well: ``tue morning``."""
        every = [change for changes in self.instead for change in changes if change.part is not None]
        return tuple(f"{one.weekday} {one.part}" for one in every)

    @property
    def best_gain(self) -> float:
        """How many points the best score rises."""
        return self.best_gain_milli / 1000

    def applied_to(self, client: Client) -> Client:
        """The client with these changes."""
        for change in self.changes:
            client = change.applied_to(client)
        return client
