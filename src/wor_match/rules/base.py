"""What a hard rule is: it answers yes, no or unknown for every row, and can tell why."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import ClassVar

import numpy as np
import numpy.typing as npt

from wor_match.catalogue.columns import NO, UNKNOWN, YES
from wor_match.domain.given import SetOnce
from wor_match.domain.records import Exclusion, Param, Question
from wor_match.query.query import Query
from wor_match.query.scene import Scene

#: In one byte, so that nothing is worked out wider and then narrowed.
_YES, _UNKNOWN, _NO = np.int8(YES), np.int8(UNKNOWN), np.int8(NO)
#: YES, UNKNOWN or NO a row.
Verdicts = npt.NDArray[np.int8]
Mask = npt.NDArray[np.bool_]


def verdicts(*, no: Mask, yes: Mask) -> Verdicts:
    """NO where ``no``, else YES where ``yes``, else UNKNOWN.

    A numeric rule passes ``no`` for what fails even the optimistic value, ``yes`` for what passes the pessimistic.
    """
    return np.where(no, _NO, np.where(yes, _YES, _UNKNOWN))


class Rule(SetOnce, ABC):
    """A hard rule.

    A subclass stands in a file of its own, declares the columns that it needs, and is listed in the registry
    (``wor_match.rules``). Codes of its records are ``<name>.<case>`` and have entries in the wording tables.

    Attributes
    ----------
    name : str
        Stable; used in codes, counts and reports.
    field : str
        Field of the activity that the rule reads, for people who mend a directory.
    urgency : int
        Order of its questions on a phone call: lower comes first.
    risk : float in [0, 1]
        How often what is not known turns out to be a no (a judgement, not a measurement); for ``certainty`` and
        stability. Below 1: a certain no is a NO.
    """

    name: ClassVar[str]
    field: ClassVar[str]
    urgency: ClassVar[int] = 50
    risk: ClassVar[float] = 0.3

    @abstractmethod
    def applies(self, query: Query) -> bool:
        """Whether the intake holds anything for this rule; if not, it is silent for every row alike."""

    @abstractmethod
    def check(self, scene: Scene) -> Verdicts:
        """YES, UNKNOWN or NO for each row, int8 (n,)."""

    def why_not(self, scene: Scene, place: int) -> tuple[str, dict[str, Param]]:
        """Case and parameters for a row that got NO; a rule that never says no leaves it."""
        return "no", {}

    def ask(self, scene: Scene, place: int) -> tuple[str, dict[str, Param]] | None:
        """Case and parameters of the question for a row that got UNKNOWN, or None when nothing can be asked."""
        return "unknown", {}

    def asks_about(self, scene: Scene, places: Sequence[int]) -> int:
        """Which of several rows that got UNKNOWN, of one activity, the question is about: the first."""
        return places[0]

    def exclusion(self, scene: Scene, place: int) -> Exclusion:
        """The record for a row that got NO."""
        case, params = self.why_not(scene, place)
        return Exclusion(rule=self.name, field=self.field, code=f"{self.name}.{case}", params=params)

    def question(self, scene: Scene, place: int) -> Question | None:
        """The record for a row that got UNKNOWN."""
        asked = self.ask(scene, place)
        if asked is None:
            return None
        case, params = asked
        return Question(rule=self.name, code=f"ask.{self.name}.{case}", params=params)
