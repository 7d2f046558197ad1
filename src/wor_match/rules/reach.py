"""Can this client get there, by their own means, within the time that they want to be under way."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from wor_match.catalogue.columns import NO, UNKNOWN, YES, CategoryColumn, Column, tri
from wor_match.catalogue.towns import town_named, town_of
from wor_match.domain.records import Param
from wor_match.query.query import Query
from wor_match.query.scene import Scene
from wor_match.rules.base import Rule, Verdicts, verdicts
from wor_match.rules.local_area import Based, based_at, is_elsewhere, is_local
from wor_match.vocabulary.enums import Setting

Index = npt.NDArray[np.int64]
_YES = np.int8(YES)
#: As far as a provider's own bus or volunteers usually fetch people (assumption).
FETCH_KM = 6.0
#: Beyond twice the usual travel time a trip is asked about when no limit was named.
FAR = 2.0
#: Minutes that are few whatever the limit: then only how exact they are is asked, not whether the trip can be done.
FEW = 10
SETTING = CategoryColumn("setting", lambda row: row.setting)
IS_VISIT = Column("is_home_visit", np.bool_, lambda row: row.setting is Setting.HOME_VISIT)
TRANSPORT = Column("transport_offered", np.int8, lambda row: tri(row.activity.first_step.transport_offered))


def serves(area: tuple[str, ...], postcode: str | None, municipality: str | None) -> int:
    """Whether a service area holds a home: YES, NO, or UNKNOWN when either is not known.

    >>> serves(("34",), "3434AB", None), serves((), "3434", None), serves(("Utrecht",), "3434", None)
    (1, 0, 0)
    """
    if not area or (postcode is None and municipality is None):
        return UNKNOWN
    code = (postcode or "").replace(" ", "").upper()
    town = (municipality or "").casefold()
    for one in area:
        if one[:1].isdigit():
            if code and code.startswith(one.replace(" ", "").upper()):
                return YES
        elif town and one.casefold() == town:
            return YES
    unread = any((one[:1].isdigit() and not code) or (not one[:1].isdigit() and not town) for one in area)
    return UNKNOWN if unread else NO


class ServiceArea(NamedTuple):
    """Where a provider says to come.

    Parameters
    ----------
    told : tuple of str
        Postcodes, or parts of them, and names; municipalities as the table calls them.
    is_known : bool
        Whether the table of municipalities knows all the names.
    """

    told: tuple[str, ...]
    is_known: bool

    @classmethod
    def of(cls, area: tuple[str, ...]) -> ServiceArea:
        """An area as it is listed.

        >>> ServiceArea.of(("Den Haag", "34"))
        ServiceArea(told=("'s-gravenhage", '34'), is_known=True)
        """
        towns = {one: town_named(one) for one in area}
        return cls(
            tuple(towns[one] or one for one in area), all(town or one[:1].isdigit() for one, town in towns.items())
        )

    def decides(self, town: str) -> bool:
        """Whether it tells of a municipality if one comes there: yes by its name, no where all names are known.

        >>> area = ServiceArea.of(("Haarlem", "Spaarndam"))
        >>> area.decides("haarlem"), area.decides("velsen")
        (True, False)
        """
        has_code = any(one[:1].isdigit() for one in self.told)
        return bool(self.told) and (self.is_known or has_code or town in self.told)

    @property
    def is_local(self) -> bool:
        """Whether it names single places, of which the table of municipalities does not know them all."""
        return bool(self.told) and not self.is_known and all(map(is_local, self.told))


AREA = CategoryColumn("service_area", lambda row: (ServiceArea.of(row.activity.service_area), based_at(row)))


def comes_to(area: ServiceArea, postcode: str | None, town: str) -> int:
    """The same of a home visit, where a name that the table of municipalities does not know may be anything: a part
    of a town, a region, all of the country.

    >>> [comes_to(ServiceArea.of(area), "3511", "utrecht") for area in (("Utrecht",), ("Zeist",), ("Utrecht-Oost",))]
    [1, -1, 0]
    >>> comes_to(ServiceArea.of(("Zeist", "Bunnik en omgeving")), "3511", "utrecht")
    0
    """
    answer = serves(area.told, postcode, town or None)
    return UNKNOWN if answer == NO and not area.is_known else answer


class ReachRule(Rule):
    """On site: travel minutes against the limit. At home: the provider's area. Online: always in reach."""

    name = "reach"
    field = "places"
    urgency = 20
    risk = 0.4

    def applies(self, query: Query) -> bool:
        """When home and longest travel were asked, or the client is homebound, or a home visit needs an area."""
        return query.home is not None or query.client.travel.is_homebound is True

    def check(self, scene: Scene) -> Verdicts:
        """No only if even the fastest estimate is too long, yes only if the slowest is not.

        A way of travelling that was only assumed asks, and never excludes.
        """
        answer = np.where(scene.is_onsite, self._trips(scene), _YES)
        visits = scene.rows.get(IS_VISIT).nonzero()[0]
        if len(visits):
            answer[visits] = self._areas(scene, visits)
        return answer

    def _areas(self, scene: Scene, visits: Index) -> Verdicts:
        home = scene.query.client.home
        code, town = home.postcode if home else None, town_of(home)
        town = town_named(town) or town

        def comes(told: tuple[ServiceArea, Based]) -> int:
            area, based = told
            answer = comes_to(area, code, town)
            is_far = answer == UNKNOWN and area.is_local and is_elsewhere(based, scene.query.home, town)
            return NO if is_far else answer

        return scene.rows.take(visits).answer(AREA, comes, np.int8)

    def _trips(self, scene: Scene) -> Verdicts:
        query = scene.query
        if query.client.travel.is_homebound is True:
            return np.full(len(scene), NO, dtype=np.int8)
        trip, limit = scene.travel, query.client.travel.max_minutes
        # Where nobody asked how they travel, a no is only what no way of travelling can do; the usual ones just ask.
        possible = scene.possible_travel.low
        if limit is None:
            # Nobody asked how long they want to be under way: what no mode can do is a no, what is far is asked.
            usual = FAR * query.profile.limits.default_max_minutes
            return verdicts(no=np.isinf(possible), yes=trip.expected <= usual)
        far = possible > limit
        # Whoever fetches people does so in the neighbourhood.
        fetched = (scene.rows.get(TRANSPORT) == YES) & (trip.km <= FETCH_KM)
        return verdicts(no=far & ~fetched, yes=~far & (trip.high <= limit))

    def why_not(self, scene: Scene, place: int) -> tuple[str, dict[str, Param]]:
        """Homebound, outside the area, or how long the trip would take."""
        query = scene.query
        if not scene.is_onsite[place]:
            return "area", {}
        if query.client.travel.is_homebound is True:
            return "homebound", {}
        trip, limit = scene.possible_travel, query.client.travel.max_minutes
        if np.isinf(trip.expected[place]):
            km = round(float(trip.km[place]), 1)
            return ("beyond_modes", {"km": km, "limit": limit}) if query.modes else ("beyond_any", {"km": km})
        mode = query.possible_modes[int(trip.mode[place])].value
        return "too_far", {"minutes": round(float(trip.expected[place])), "limit": limit, "mode": mode}

    def asks_about(self, scene: Scene, places: Sequence[int]) -> int:
        """The longest trip: who can make that one can make the others."""
        if scene.query.home is None:
            return places[0]
        return max(places, key=lambda place: float(np.nan_to_num(scene.travel.expected[place], nan=np.inf)))

    def ask(self, scene: Scene, place: int) -> tuple[str, dict[str, Param]]:
        """Where is it, can it be done, who fetches, or do they come to this area?"""
        if not scene.is_onsite[place]:
            return "area", {}
        trip = scene.travel
        if np.isnan(trip.expected[place]):
            return "place", {}
        if scene.rows.at(TRANSPORT, place) == YES and trip.low[place] > (scene.query.client.travel.max_minutes or 0):
            return "transport", {}
        mode = scene.query.usual_modes[max(int(trip.mode[place]), 0)].value  # the first where none is sure to do
        minutes = float(trip.expected[place])
        limit = scene.query.client.travel.max_minutes or scene.query.profile.limits.default_max_minutes
        if minutes <= min(max(0.5 * limit, FEW), limit):  # told as near; where it is exactly is open
            return "about", {"minutes": max(round(minutes), 1), "mode": mode}
        return "tight", {"minutes": round(minutes) if np.isfinite(minutes) else None, "mode": mode}
