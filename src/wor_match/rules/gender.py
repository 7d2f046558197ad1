"""The group's own rule about gender. No stated rule means mixed."""

from __future__ import annotations

from wor_match.catalogue.columns import NO, UNKNOWN, YES, CategoryColumn, RowSource
from wor_match.catalogue.marks import CONTRADICTED
from wor_match.domain.records import Param
from wor_match.query.query import Query
from wor_match.query.scene import Scene
from wor_match.rules.base import Rule, Verdicts
from wor_match.vocabulary.enums import Gender, GroupGender

#: (rule, whether prose contradicts it)
GENDER_RULE = CategoryColumn("gender_rule", lambda row: (row.activity.group.gender_rule, _doubted(row)))
_OWN = {GroupGender.WOMEN: Gender.WOMAN, GroupGender.MEN: Gender.MAN}
_OPPOSITE = {GroupGender.WOMEN: Gender.MAN, GroupGender.MEN: Gender.WOMAN}
#: Genders that a rule can be about.
GENDERS_OF_RULES = frozenset(_OWN.values())


def _doubted(row: RowSource) -> bool:
    return row.activity.provenance.get("group.gender_rule") == CONTRADICTED


def fits(rule: GroupGender | None, doubted: bool, gender: Gender | None) -> int:
    """YES, NO, or UNKNOWN: for someone who is non-binary or did not say, a rule is a question, never a silent no.

    >>> fits(GroupGender.WOMEN, False, Gender.MAN), fits(GroupGender.WOMEN, False, Gender.NON_BINARY)
    (-1, 0)
    """
    if rule is None or rule is GroupGender.MIXED:
        return UNKNOWN if doubted else YES
    if gender is _OWN[rule]:
        return YES
    return NO if gender is _OPPOSITE[rule] else UNKNOWN


class GenderRule(Rule):
    """No when the group has a stated rule that the client does not meet.

    For someone whose gender was not asked about half of such groups are for others; whether a group is open to someone
    who is non-binary differs by group, and nobody counted that. So the chance of a no is put at a half.
    """

    name = "gender"
    field = "group.gender_rule"
    urgency = 36
    risk = 0.5

    def applies(self, query: Query) -> bool:
        """Always: a rule of the group holds also when the gender was not asked."""
        return True

    def check(self, scene: Scene) -> Verdicts:
        """Once for every distinct rule."""
        gender = scene.query.client.gender
        return scene.rows.answer(GENDER_RULE, lambda value: fits(value[0], value[1], gender), "int8")

    def _params(self, scene: Scene, place: int) -> dict[str, Param]:
        rule = scene.rows.source(place).activity.group.gender_rule
        return {"rule": rule.value if rule else None}

    def why_not(self, scene: Scene, place: int) -> tuple[str, dict[str, Param]]:
        """The group's rule; never the client's gender."""
        return "group_rule", self._params(scene, place)

    def ask(self, scene: Scene, place: int) -> tuple[str, dict[str, Param]]:
        """Is this client welcome?"""
        params = self._params(scene, place)
        return ("welcome" if params["rule"] else "doubted"), params
