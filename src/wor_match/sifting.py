"""All hard rules on all rows; of a row that falls out anyway no more is asked than is told of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from wor_match.catalogue.columns import NO, UNKNOWN
from wor_match.query.scene import Scene
from wor_match.rules.base import Rule

Index = npt.NDArray[np.int64]
#: Rows are dropped when no more than this share needs a further look; dropping costs about as much as one rule.
_WORTH = 0.8


@dataclass(frozen=True)
class Sifted:
    """What the rules answered.

    Parameters
    ----------
    verdicts : int8 (rules, rows)
        YES stands for "not asked any more" too: of a row with two NOs nothing more is asked.
    places : int64 (p,)
        Rows with at most one NO.
    fails : int8 (p,)
        How many these have.
    left : Scene
        These rows.
    """

    verdicts: npt.NDArray[np.int8]
    places: Index
    fails: npt.NDArray[np.int8]
    left: Scene


def check(rules: Sequence[Rule], scene: Scene) -> npt.NDArray[np.int8]:
    """Verdicts of all rules on all rows, int8 (rules, rows)."""
    found = np.ones((len(rules), len(scene)), dtype=np.int8)
    for place, rule in enumerate(rules):
        found[place] = rule.check(scene)
    return found


def sift(rules: Sequence[Rule], scene: Scene) -> Sifted:
    """Ask the rules of all rows, until a row has two NOs: then it is neither suggested nor a near miss.

    The scenes get the summed risk of what is unknown, one rule after the other: to the bit the same for a row among
    any others.
    """
    found = np.ones((len(rules), len(scene)), dtype=np.int8)
    places, left = np.arange(len(scene)), scene
    fails = np.zeros(len(scene), dtype=np.int8)
    for number, rule in enumerate(rules):
        verdicts = rule.check(left)
        found[number, places] = verdicts
        unknown = np.flatnonzero(verdicts == UNKNOWN)
        scene.risk[places[unknown]] += rule.risk
        fails += verdicts == NO
        keep = np.flatnonzero(fails <= 1)
        if len(keep) < _WORTH * len(left) or (number == len(rules) - 1 and len(keep) < len(left)):
            places, left, fails = places[keep], left.take(keep), fails[keep]
    left.risk = scene.risk[places]
    return Sifted(found, places, fails, left)
