"""How sure it is that this can be done at all: of two equal things the one without open questions comes first."""

from __future__ import annotations

import numpy as np

from wor_match.catalogue.columns import CategoryColumn
from wor_match.criteria.base import Criterion, Telling, Values
from wor_match.criteria.presumed import presumed_in, risks
from wor_match.query.query import Query
from wor_match.query.scene import Scene

#: With so much summed risk nothing is left.
_ALL = 1.0
PRESUMED = CategoryColumn("presumed", presumed_in)


class CertaintyCriterion(Criterion):
    """1 when no hard rule is open, counting down with the risk of each that is; so yes is above unknown.

    What a rule takes to be so until somebody says otherwise (no membership, no referral, a place) is no open question;
    it makes the low value, because it may become one.
    """

    name = "certainty"
    reducer = "min"

    def applies(self, query: Query) -> bool:
        """Always."""
        return True

    def evaluate(self, scene: Scene) -> Values:
        """From the verdicts of the rules."""
        expected = np.clip(1 - scene.risk / _ALL, 0.0, 1.0)
        risk = risks(scene.query)
        more = scene.rows.answer(PRESUMED, lambda presumed: sum(risk[number] for number in presumed), np.float64)
        low = np.clip(1 - (scene.risk + more) / _ALL, 0.0, expected)
        # A question that is answered with no removes the row; answered with yes it takes the doubt away.
        return Values(low, expected, np.ones(len(scene)))

    def tell(self, scene: Scene, place: int, value: float) -> list[Telling]:
        """Nothing of its own: the questions themselves stand under "call first"."""
        return []
