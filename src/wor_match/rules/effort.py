"""Limits of body and courage."""

from __future__ import annotations

from abc import abstractmethod
from typing import ClassVar

import numpy as np

from wor_match.catalogue.columns import Column, RowSource
from wor_match.domain.client import Client
from wor_match.domain.records import Param
from wor_match.query.query import Query
from wor_match.query.scene import Scene
from wor_match.rules.base import Mask, Rule, Verdicts, verdicts
from wor_match.rules.company import IS_ONE_TO_ONE

NOT_KNOWN = -1
HIGHEST = 3
#: Effort is a rough scale and much can be adapted: one step over the limit is a question, two steps are a no.
ASKABLE = 1
_LIGHT = 1


def _social(row: RowSource) -> int:
    """Social effort; doing something side by side without further word is at most small talk."""
    effort = row.effort
    if effort.social is not None:
        return effort.social
    return 1 if effort.is_side_by_side is True else NOT_KNOWN


PHYSICAL = Column(
    "physical_effort", np.int8, lambda row: row.effort.physical if row.effort.physical is not None else NOT_KNOWN
)
SOCIAL = Column("social_effort", np.int8, _social)
#: Nothing but "side by side" is told of the social effort: it is small talk at most.
IS_ONLY_SIDE_BY_SIDE = Column(
    "is_only_side_by_side", np.bool_, lambda row: row.effort.social is None and row.effort.is_side_by_side is True
)


class _EffortRule(Rule):
    """Shared shape of the two limits: two steps over is no; one step over, or not known, is a question."""

    column: ClassVar[Column]

    @abstractmethod
    def limit(self, client: Client) -> int | None:
        """The client's limit, None when it was not asked."""

    def applies(self, query: Query) -> bool:
        """When the limit was asked."""
        return self.limit(query.client) is not None

    def check(self, scene: Scene) -> Verdicts:
        """Within the limit is yes; an open limit is always yes."""
        limit = self.limit(scene.query.client)
        assert limit is not None
        asks = scene.rows.get(self.column)
        no = (asks > self.askable(limit)) & ~self._can_be_suited(scene)
        return verdicts(no=no, yes=((asks <= limit) & (asks != NOT_KNOWN)) | (limit >= HIGHEST))

    @abstractmethod
    def _can_be_suited(self, scene: Scene) -> Mask:
        """Where it can be suited to this client however much it asks, so that it is asked."""

    @staticmethod
    def askable(limit: int) -> int:
        """The most that is worth asking about."""
        return limit + ASKABLE

    def why_not(self, scene: Scene, place: int) -> tuple[str, dict[str, Param]]:
        """How much it asks."""
        return "too_much", {"asks": int(scene.rows.get(self.column)[place])}

    def ask(self, scene: Scene, place: int) -> tuple[str, dict[str, Param]]:
        """Can it be done more gently, or how much does it ask?"""
        asks = int(scene.rows.get(self.column)[place])
        return ("unknown", {}) if asks == NOT_KNOWN else ("adapt", {"asks": asks})


class PhysicalEffortRule(_EffortRule):
    """No when it asks far more of the body than the client can give.

    One step over the limit is asked only from light to moderate: who can do nothing with the body cannot do a little,
    and what is strenuous can seldom be done gently. With one other person what is light can be done sitting.
    """

    name = "physical_effort"
    field = "effort.physical"
    urgency = 28
    column = PHYSICAL

    def limit(self, client: Client) -> int | None:
        """Limit of physical effort."""
        return client.max_physical_effort

    @staticmethod
    def askable(limit: int) -> int:
        """From light to moderate only."""
        return limit + ASKABLE if limit == _LIGHT else limit

    def _can_be_suited(self, scene: Scene) -> Mask:
        """One to one and light."""
        found: Mask = scene.rows.get(IS_ONE_TO_ONE) & (scene.rows.get(self.column) == _LIGHT)
        return found


class SocialEffortRule(_EffortRule):
    """No when it asks far more courage among people than the client can give.

    With one other person how much is said, and of what, is agreed between the two: that is always asked.
    """

    name = "social_effort"
    field = "effort.social"
    urgency = 32
    column = SOCIAL

    def limit(self, client: Client) -> int | None:
        """Limit of social effort."""
        return client.max_social_effort

    def _can_be_suited(self, scene: Scene) -> Mask:
        """One to one."""
        return scene.rows.get(IS_ONE_TO_ONE)

    def ask(self, scene: Scene, place: int) -> tuple[str, dict[str, Param]]:
        """As of any effort; with one other person, whether the client may set how much is said."""
        case, params = super().ask(scene, place)
        return ("alone" if case == "adapt" and scene.rows.at(IS_ONE_TO_ONE, place) else case), params
