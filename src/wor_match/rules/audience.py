"""A target group that is a rule: only for carers, for people with a certain illness."""

from __future__ import annotations

from wor_match.catalogue.columns import NO, UNKNOWN, YES, CategoryColumn
from wor_match.domain.records import Param
from wor_match.query.query import Query
from wor_match.query.scene import Scene
from wor_match.rules.base import Rule, Verdicts

AUDIENCE = CategoryColumn(
    "audience", lambda row: (row.activity.group.audiences, row.activity.group.audience_is_hard is True)
)


def fits(audiences: tuple[str, ...], is_hard: bool, named: tuple[str, ...], read: frozenset[str]) -> int:
    """YES without a hard rule, or when the client named one of the circumstances.

    UNKNOWN when one of them was only read in what was said, or circumstances were not asked; NO when others were named.

    >>> carers, nothing = ("carer",), frozenset()
    >>> fits(carers, True, (), nothing), fits(carers, True, ("bereaved",), nothing), fits(carers, False, (), nothing)
    (0, -1, 1)
    """
    if not is_hard or not audiences or set(audiences) & set(named):
        return YES
    return NO if named and read.isdisjoint(audiences) else UNKNOWN


class AudienceRule(Rule):
    """No when it is only for people in circumstances that this client, who named theirs, did not name."""

    name = "audience"
    field = "group.audiences"
    urgency = 37
    risk = 0.8

    def applies(self, query: Query) -> bool:
        """Always: the group's rule holds also when circumstances were not asked."""
        return True

    def check(self, scene: Scene) -> Verdicts:
        """Once for every distinct target group."""
        named, read = scene.query.client.circumstances, scene.query.circumstances
        return scene.rows.answer(AUDIENCE, lambda value: fits(value[0], value[1], named, read), "int8")

    def _params(self, scene: Scene, place: int) -> dict[str, Param]:
        return {"audiences": scene.rows.source(place).activity.group.audiences}

    def why_not(self, scene: Scene, place: int) -> tuple[str, dict[str, Param]]:
        """For whom it is."""
        return "only_for", self._params(scene, place)

    def ask(self, scene: Scene, place: int) -> tuple[str, dict[str, Param]]:
        """Is the client one of them?"""
        return "only_for", self._params(scene, place)
