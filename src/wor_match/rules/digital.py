"""Online activities for someone who is not online."""

from __future__ import annotations

import numpy as np

from wor_match.catalogue.columns import NO, UNKNOWN, YES
from wor_match.domain.records import Param
from wor_match.query.query import Query
from wor_match.query.scene import Scene
from wor_match.rules.base import Rule, Verdicts
from wor_match.rules.reach import SETTING
from wor_match.vocabulary.enums import DigitalSkill, Setting


class DigitalRule(Rule):
    """Online is no without digital skill, a question with help, yes on one's own."""

    name = "digital"
    field = "setting"
    urgency = 45
    risk = 0.2

    def applies(self, query: Query) -> bool:
        """When digital skill was asked."""
        return query.client.digital is not None

    def check(self, scene: Scene) -> Verdicts:
        """Only online rows are concerned."""
        skill = scene.query.client.digital
        online = NO if skill is DigitalSkill.NONE else YES if skill is DigitalSkill.OWN else UNKNOWN
        return scene.rows.answer(SETTING, lambda setting: online if setting is Setting.ONLINE else YES, np.int8)

    def why_not(self, scene: Scene, place: int) -> tuple[str, dict[str, Param]]:
        """It is online."""
        return "online", {}

    def ask(self, scene: Scene, place: int) -> tuple[str, dict[str, Param]]:
        """Who helps to get online?"""
        return "help", {}
