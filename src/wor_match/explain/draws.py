"""Seeded draws of weights and unknown facts, as whole numbers: the same on every machine."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Points = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
#: A weight is drawn from half to twice itself: log-uniform, in thousandths, so that 1000 is the weight itself.
LEAST, MOST, ONE = 500, 2000, 1000
_STEPS = 1 << 12
#: Factors by twelve random bits; the median is 1000.
FACTORS: Points = np.rint(LEAST * (MOST / LEAST) ** ((np.arange(_STEPS) + 0.5) / _STEPS)).astype(np.int64)
#: Facts are drawn in so many steps to either side of what is expected.
HALF = 1 << 15
WHOLE = 1 << 16
_AT_ONCE, _FEWEST = 512, 32
#: Products of so many numbers stay on one thread in OpenBLAS; more threads only wait for each other here.
_ONE_THREAD = 1 << 18


@dataclass(frozen=True, slots=True)
class Draw:
    """Some draws.

    Parameters
    ----------
    factors : int64 (d, c)
        What each weight is multiplied by, in thousandths.
    facts : int64 (d, m)
        How the unknown facts of each activity turn out, from -32768 (worst) by 0 (as expected) to 32767 (best).
    luck : int64 (d, m)
        From 0 to 65535; below the risk times 65536 an open question turns out badly.
    """

    factors: Points
    facts: Points
    luck: Points

    def only(self, places: Points) -> Draw:
        """For some of the activities."""
        return Draw(self.factors, self.facts[:, places], self.luck[:, places])


def drawn(seed: int, draws: int, criteria: int, activities: int) -> Iterator[Draw]:
    """Draws in portions; raw bits of PCG-64, which numpy keeps the same for ever (NEP 19).

    >>> [one.factors.shape for one in drawn(0, 600, 2, 3)]
    [(512, 2), (88, 2)]
    """
    bits = np.random.PCG64(seed)
    at_once = min(max(_ONE_THREAD // max(criteria * activities, 1), _FEWEST), _AT_ONCE)
    for begin in range(0, draws, at_once):
        count = min(at_once, draws - begin)
        weights = _sixteen(bits, count * criteria).reshape(count, criteria)
        pairs = _sixteen(bits, 2 * count * activities).reshape(2, count, activities)
        yield Draw(FACTORS[weights % _STEPS], pairs[0].astype(np.int64) - HALF, pairs[1].astype(np.int64))


def _sixteen(bits: np.random.PCG64, count: int) -> npt.NDArray[np.uint16]:
    """So many numbers of sixteen bits, four from each of 64."""
    raw = np.asarray(bits.random_raw(-(-count // 4)), dtype="<u8") if count else np.zeros(0, dtype="<u8")
    return np.asarray(raw.view("<u2")[:count])
