"""Only for people who live somewhere."""

from __future__ import annotations

from wor_match.catalogue.columns import YES, CategoryColumn
from wor_match.domain.records import Param
from wor_match.query.query import Query
from wor_match.query.scene import Scene
from wor_match.rules.base import Rule, Verdicts
from wor_match.rules.reach import serves

RESIDENTS = CategoryColumn("residents_of", lambda row: row.activity.group.residents_of)


class ResidentsRule(Rule):
    """No when the home is outside the stated area; unknown when the home or its municipality is not known."""

    name = "residents"
    field = "group.residents_of"
    urgency = 38

    def applies(self, query: Query) -> bool:
        """Always: the rule holds also when the home was not asked."""
        return True

    def check(self, scene: Scene) -> Verdicts:
        """Once for every distinct area."""
        home = scene.query.client.home
        code, town = (home.postcode, home.municipality) if home else (None, None)
        return scene.rows.answer(RESIDENTS, lambda area: YES if not area else serves(area, code, town), "int8")

    def _params(self, scene: Scene, place: int) -> dict[str, Param]:
        return {"area": scene.rows.source(place).activity.group.residents_of}

    def why_not(self, scene: Scene, place: int) -> tuple[str, dict[str, Param]]:
        """For whom it is."""
        return "elsewhere", self._params(scene, place)

    def ask(self, scene: Scene, place: int) -> tuple[str, dict[str, Param]]:
        """Does this home count?"""
        return "unknown", self._params(scene, place)
