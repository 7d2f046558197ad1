"""How alike two activities are, for variety: by themes, provider and kind."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from wor_match.catalogue.catalogue import Catalogue
from wor_match.text.themes import default_reader

#: Shares of likeness that come from themes, provider and kind.
_THEMES, _PROVIDER, _KIND = 0.8, 0.1, 0.1


def likeness(catalogue: Catalogue, numbers: Sequence[int]) -> npt.NDArray[np.float64]:
    """Likeness of some activities among each other, (n, n) in [0, 1], symmetric, ones on the diagonal."""
    vectors = np.zeros((len(numbers), len(default_reader().theme_ids)))
    for row, number in zip(vectors, numbers, strict=True):
        themes, strengths = catalogue.words.themes_of(number)
        row[themes] = strengths
    length = np.linalg.norm(vectors, axis=1)
    vectors = vectors / np.where(length > 0, length, 1.0)[:, None]
    activities = [catalogue.effective[number] for number in numbers]
    provider = _same([one.provider for one in activities])
    kind = _same([one.kind.value if one.kind else "" for one in activities])
    found = _THEMES * (vectors @ vectors.T) + _PROVIDER * provider + _KIND * kind
    np.fill_diagonal(found, 1.0)
    # Rounded, so that the last bits of the product, which differ between machines, do not decide between equals.
    return np.asarray(np.clip(np.round(found, 9), 0.0, 1.0))


def _same(names: list[str]) -> npt.NDArray[np.bool_]:
    """Which of the names are the same, (n, n); nothing told is not the same."""
    found = np.array(names, dtype=np.str_)
    return np.asarray((found[:, None] == found[None, :]) & (found != "")[:, None])
