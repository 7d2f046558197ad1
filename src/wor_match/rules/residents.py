"""Only for people who live somewhere."""

from __future__ import annotations

from wor_match.catalogue.columns import NO, UNKNOWN, YES, CategoryColumn, RowSource
from wor_match.catalogue.towns import municipality_of, town_of
from wor_match.domain.records import Param
from wor_match.domain.wishes import Home
from wor_match.query.query import Query
from wor_match.query.scene import Scene
from wor_match.rules.base import Rule, Verdicts
from wor_match.rules.reach import serves


def _area(row: RowSource) -> tuple[tuple[str, ...], str]:
    area = row.activity.group.residents_of
    return area, municipality_of(row.place) if area else ""


#: (whose residents, municipality of the place itself)
RESIDENTS = CategoryColumn("residents_of", _area)


def fits(area: tuple[str, ...], here: str, home: Home | None) -> int:
    """YES for a resident, NO for somebody from elsewhere, UNKNOWN when that cannot be told.

    A village or neighbourhood that no table knows is a question for people of the same municipality, and a no for
    those of another one.

    >>> fits((), "", None), fits(("Vianen",), "Vijfheerenlanden", None)
    (1, 0)
    """
    if not area:
        return YES
    if home is None:
        return UNKNOWN
    town = town_of(home)
    answer = serves(area, home.postcode, town or None)
    if answer != NO or all(one[:1].isdigit() for one in area):
        return answer
    return UNKNOWN if here and town and here.casefold() == town.casefold() else NO


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
        return scene.rows.answer(RESIDENTS, lambda value: fits(*value, home), "int8")

    def _params(self, scene: Scene, place: int) -> dict[str, Param]:
        return {"area": scene.rows.source(place).activity.group.residents_of}

    def why_not(self, scene: Scene, place: int) -> tuple[str, dict[str, Param]]:
        """For whom it is."""
        return "elsewhere", self._params(scene, place)

    def ask(self, scene: Scene, place: int) -> tuple[str, dict[str, Param]]:
        """Does this home count?"""
        return "unknown", self._params(scene, place)
