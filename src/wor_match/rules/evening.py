"""Does it need travel in the evening, for someone who does not go out then."""

from __future__ import annotations

import numpy as np

from wor_match.domain.records import Param
from wor_match.query.query import Query
from wor_match.query.scene import Scene
from wor_match.rules.base import Rule, Verdicts, verdicts


class EveningRule(Rule):
    """No when every session on site is in the evening; unknown when no session is known."""

    name = "evening"
    field = "schedule.rules"
    urgency = 30

    def applies(self, query: Query) -> bool:
        """When the client does not travel in the evening, as filled in or as read in their own words."""
        return query.client.travel.evening is False

    def check(self, scene: Scene) -> Verdicts:
        """A row may have several sessions; one by day is enough."""
        sessions = scene.sessions
        by_day = sessions.best((~sessions.is_evening).astype(float), fill=np.nan)
        known = ~np.isnan(by_day)
        return verdicts(no=scene.is_onsite & known & (by_day == 0), yes=~scene.is_onsite | (known & (by_day == 1)))

    def why_not(self, scene: Scene, place: int) -> tuple[str, dict[str, Param]]:
        """Only in the evening."""
        return "only_evening", {}
