"""Only for people who live somewhere."""

from __future__ import annotations

import re
from typing import NamedTuple

from wor_match.catalogue.columns import NO, UNKNOWN, YES, CategoryColumn, RowSource
from wor_match.catalogue.towns import municipality_of, town_named, town_of
from wor_match.domain.records import Param
from wor_match.domain.wishes import Home
from wor_match.query.query import Query
from wor_match.query.scene import Scene
from wor_match.rules.base import Rule, Verdicts
from wor_match.rules.reach import ServiceArea, serves


class Residence(NamedTuple):
    """Whose residents something is for, and in which municipality it is; "" where that is not told."""

    area: ServiceArea
    here: str


def _residence(row: RowSource) -> Residence:
    area = row.activity.group.residents_of
    return Residence(ServiceArea.of(area), _canonical(municipality_of(row.place)) if area else "")


RESIDENTS = CategoryColumn("residents_of", _residence)


#: Names of more than one municipality: provinces, and how regions are called.
_REGION = re.compile(
    r"(?i)holland|brabant|gelderland|overijssel|flevoland|friesland|frysl|drenthe|limburg|zeeland|midden-|regio|streek"
    r"|lekstroom|rivierenland|betuwe|achterhoek|liemers|veluwe|twente|salland|kennemer|ijmond|zaan|\bgooi|haaglanden|drechtsteden"
    r"|parkstad|walcheren|kempen|meierij|baronie|\bpeel|vallei|waard|heuvelland|kop van|eiland|gemeenten|\bu10\b"
    r"|schouwen|beveland"
)


def _canonical(town: str) -> str:
    """As the table of municipalities calls it, if it knows it."""
    return town_named(town) or town.casefold()


def fits(residence: Residence, home: Home | None) -> int:
    """YES for a resident, NO for somebody from elsewhere, UNKNOWN when that cannot be told.

    A village or neighbourhood that no table knows is a question for people of the same municipality, and a no for
    those of another one; where nobody tells in which municipality it is, it is a question for all. So is a region, and
    a village among municipalities: it may be in yet another one.

    >>> area = ServiceArea.of(("Schalkwijk",))
    >>> homes = [Home(postcode=code) for code in ("3991", "3511")]
    >>> [fits(Residence(area, here), home) for here in ("houten", "") for home in homes]
    [0, -1, 0, 0]
    """
    area, here = residence
    if not area.told:
        return YES
    if home is None:
        return UNKNOWN
    town = _canonical(town_of(home))
    answer = serves(area.told, home.postcode, town or None)
    if answer != NO or all(one[:1].isdigit() for one in area.told):
        return answer
    unknown = [one for one in area.told if not town_named(one)]
    if unknown and (len(unknown) < len(area.told) or any(map(_REGION.search, unknown))):
        return UNKNOWN
    # A name may be of a municipality and of a village elsewhere too: "Rijswijk".
    return UNKNOWN if here == town or not (here or area.is_known) else NO


class ResidentsRule(Rule):
    """No when the home is outside the stated area; unknown when the home or its municipality is not known."""

    name = "residents"
    field = "group.residents_of"
    urgency = 38
    risk = 0.8

    def applies(self, query: Query) -> bool:
        """Always: the rule holds also when the home was not asked."""
        return True

    def check(self, scene: Scene) -> Verdicts:
        """Once for every distinct area."""
        home = scene.query.client.home
        return scene.rows.answer(RESIDENTS, lambda residence: fits(residence, home), "int8")

    def _params(self, scene: Scene, place: int) -> dict[str, Param]:
        return {"area": scene.rows.source(place).activity.group.residents_of}

    def why_not(self, scene: Scene, place: int) -> tuple[str, dict[str, Param]]:
        """For whom it is."""
        return "elsewhere", self._params(scene, place)

    def ask(self, scene: Scene, place: int) -> tuple[str, dict[str, Param]]:
        """Does this home count?"""
        return "unknown", self._params(scene, place)
