"""How sure it is that this can be done at all: of two equal things the one without open questions comes first."""

from __future__ import annotations

import numpy as np

from wor_match.criteria.base import Criterion, Floats, Telling, Values, unit
from wor_match.query.query import Query
from wor_match.query.scene import Scene

#: With so much summed risk nothing is left.
_ALL = 1.0


def certain(risk: Floats) -> Floats:
    """What is left with so much summed risk."""
    return unit(1 - risk / _ALL)


class CertaintyCriterion(Criterion):
    """1 when no hard rule is open, counting down with the risk of each that is; so yes is above unknown.

    It tells how much is open now; what rules take to be so until somebody says otherwise (no membership, no referral, a
    place) is not open, and does not count.
    """

    name = "certainty"
    reducer = "min"

    def applies(self, query: Query) -> bool:
        """Always."""
        return True

    def evaluate(self, scene: Scene) -> Values:
        """From the verdicts of the rules."""
        expected = certain(scene.risk)
        # A question that is answered with no removes the row; answered with yes it takes the doubt away.
        return Values(expected, expected, np.ones(len(scene)))

    def tell(self, scene: Scene, place: int, value: float) -> list[Telling]:
        """Nothing of its own: the questions themselves stand under "call first"."""
        return []
