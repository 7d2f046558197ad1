"""All hard rules on all rows; of a row that falls out anyway no more is asked than is told of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from wor_match.candidates import BEYOND
from wor_match.catalogue.columns import NO, UNKNOWN
from wor_match.query.scene import Scene
from wor_match.rules.base import Mask, Rule

Index = npt.NDArray[np.int64]
Verdicts = npt.NDArray[np.int8]
#: Rules whose exclusions are final: what is listed there is never told as a near miss.
NEVER_NEAR = frozenset({"avoid", "current", "dislikes", "status", "referral", "label", "gender", "age"})
#: The rule whose exclusions go through the GP or mental health care.
CARE = "referral"
#: Rules whose NO is the end of a row.
_FINAL = NEVER_NEAR - {CARE}
#: For a row that nothing excludes.
NOTHING = -1
#: A row with so many NOs is dropped; a final one counts for as many.
_ENOUGH = 2
#: These as a byte of verdicts.
_NO, _UNKNOWN = (np.int8(one).tobytes() for one in (NO, UNKNOWN))
#: Rows are dropped when no more than this share needs a further look; dropping costs about as much as one rule.
_WORTH = 0.8


@dataclass(frozen=True)
class Sifted:
    """What the rules answered, and the rows that are worth a score.

    Parameters
    ----------
    verdicts : int8 (rules, rows)
        YES stands for "not asked any more" too: of a row with a final NO, or two others, nothing more is asked.
    first : int16 (rows,)
        The number of the first rule that says NO; as many as there are rules where none does.
    places : int64 (p,)
        Rows that nothing excludes, and those that may be told as near misses: that one rule excludes.
    rule : int64 (p,)
        The number of that rule, or NOTHING.
    left : Scene
        These rows.
    """

    verdicts: Verdicts
    first: npt.NDArray[np.int16]
    places: Index
    rule: Index
    left: Scene

    def take(self, keep: Index) -> Sifted:
        """The same with some of these rows only, by their place in ``left``."""
        return Sifted(self.verdicts, self.first, self.places[keep], self.rule[keep], self.left.take(keep))


def check(rules: Sequence[Rule], scene: Scene) -> Verdicts:
    """Verdicts of all rules on all rows, int8 (rules, rows)."""
    found = np.ones((len(rules), len(scene)), dtype=np.int8)
    for place, rule in enumerate(rules):
        found[place] = rule.check(scene)
    return found


def sift(rules: Sequence[Rule], scene: Scene) -> Sifted:
    """Ask the rules of all rows, until a row has a final NO, or two others: then it is not even a near miss.

    The scene of the rows that are left gets the summed risk of what is unknown, one rule after the other: to the bit
    the same for a row among any others.
    """
    found = np.ones((len(rules), len(scene)), dtype=np.int8)
    places, left = np.arange(len(scene)), scene
    fails, risk = np.zeros(len(scene), dtype=np.int8), np.zeros(len(scene))
    excluded: list[tuple[int, Index]] = []
    said_no = 0  # as often as was said since rows were dropped, a final one twice: a dropped row needs two
    for number, rule in enumerate(rules):
        verdicts = rule.check(left)
        said = verdicts.tobytes()  # a look through bytes is quicker than any sum over an array
        is_open, is_against = _UNKNOWN in said, _NO in said
        if is_open or is_against:
            found[number][places] = verdicts
        if is_open:
            risk += rule.risk * (verdicts == UNKNOWN)
        if is_against:
            no = (verdicts == NO).nonzero()[0]
            excluded.append((number, places[no]))
            fail = _ENOUGH if rule.name in _FINAL else 1
            fails[no] += fail
            said_no += fail * len(no)
            if said_no // _ENOUGH >= (1 - _WORTH) * len(left):  # else too few can be dropped
                keep = (fails < _ENOUGH).nonzero()[0]
                if len(keep) <= _WORTH * len(left):
                    places, left, fails, risk = places[keep], left.take(keep), fails[keep], risk[keep]
                    said_no = int(fails.sum())
    first = np.full(len(scene), len(rules), dtype=np.int16)
    for number, rows in reversed(excluded):  # the first rule writes last
        first[rows] = number
    by = np.where(fails == 1, first[places], NOTHING)
    keep = ((fails == 0) | ((fails == 1) & _is_told(rules, by, left))).nonzero()[0]
    left = left.take(keep)
    left.risk = risk[keep]
    return Sifted(found, first, places[keep], by[keep], left)


def _is_told(rules: Sequence[Rule], by: Index, left: Scene) -> Mask:
    """Whether a row that only this rule excludes may be told of: not what is final, nor what is far out of reach."""
    names = [rule.name for rule in rules]
    told = np.array([name not in _FINAL for name in (*names, "")], dtype=bool)[by]
    limit = left.query.client.travel.max_minutes
    if "reach" in names and left.query.has_travel and limit is not None:
        told &= ~((by == names.index("reach")) & left.is_onsite & (left.possible_travel.low > limit * BEYOND))
    return np.asarray(told)
