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
    same = vectors @ vectors.T
    activities = [catalogue.effective[number] for number in numbers]
    provider = np.array([[float(bool(a.provider) and a.provider == b.provider) for b in activities] for a in activities])
    kind = np.array([[float(a.kind is not None and a.kind is b.kind) for b in activities] for a in activities])
    found = _THEMES * same + _PROVIDER * provider.reshape(same.shape) + _KIND * kind.reshape(same.shape)
    np.fill_diagonal(found, 1.0)
    return np.asarray(np.clip(found, 0.0, 1.0))
