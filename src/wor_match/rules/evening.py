"""Does it need travel in the evening, for someone who does not go out then."""

from __future__ import annotations

import numpy as np

from wor_match.catalogue.columns import NO, UNKNOWN, YES
from wor_match.domain.records import Param
from wor_match.query.query import Query
from wor_match.query.scene import Scene
from wor_match.rules.base import Rule, Verdicts
from wor_match.rules.hours import FLEXIBLE, NEEDS_ALL


class EveningRule(Rule):
    """No when one can come only in the evening; unknown when no session, or no time of it, is known."""

    name = "evening"
    field = "schedule.rules"
    urgency = 30
    risk = 0.4

    def applies(self, query: Query) -> bool:
        """When the client does not travel in the evening."""
        return query.client.travel.evening is False

    def check(self, scene: Scene) -> Verdicts:
        """One session by day is enough, unless all are needed. By appointment is yes."""
        sessions, rows = scene.sessions, scene.rows
        slots = sessions.slots
        answers = np.where(slots.is_evening, NO, np.where(slots.may_end_late, UNKNOWN, YES))
        by_day = sessions.of(answers.astype(np.float64))
        answer, every = sessions.best(by_day, fill=UNKNOWN), rows.get(NEEDS_ALL)
        if every.any():
            answer = np.where(every, sessions.worst(by_day, fill=UNKNOWN), answer)
        free = ~scene.is_onsite | (rows.get(FLEXIBLE) == YES)
        return np.where(free, YES, answer).astype(np.int8)

    def why_not(self, scene: Scene, place: int) -> tuple[str, dict[str, Param]]:
        """Only in the evening."""
        return "only_evening", {}
