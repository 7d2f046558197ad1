"""How alike two activities are, for variety: by themes, provider and kind."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from wor_match.catalogue.catalogue import Catalogue
from wor_match.catalogue.rows import spans
from wor_match.text.themes import default_reader

Codes = npt.NDArray[np.int64]
#: Shares of likeness that come from themes, provider and kind.
_THEMES, _PROVIDER, _KIND = 0.8, 0.1, 0.1


def likeness(catalogue: Catalogue, numbers: Sequence[int] | Codes) -> npt.NDArray[np.float64]:
    """Likeness of some activities among each other, (n, n) in [0, 1], symmetric, ones on the diagonal."""
    vectors = np.zeros((len(numbers), len(default_reader().theme_ids)))
    activities = np.asarray(numbers, dtype=np.int64)
    words = catalogue.words
    owner, take = spans(words.theme_start, activities)
    vectors[owner, words.theme_id[take]] = words.theme_strength[take]
    length = np.sqrt((vectors * vectors).sum(axis=1))
    vectors = vectors / np.where(length > 0, length, 1.0)[:, None]
    provider, kind = (_same(codes[activities]) for codes in catalogue.once(_codes))
    found = _THEMES * (vectors @ vectors.T) + _PROVIDER * provider + _KIND * kind
    found.flat[:: len(numbers) + 1] = 1.0
    # Rounded, so that the last bits of the product, which differ between machines, do not decide between equals.
    return np.asarray(np.minimum(np.maximum(np.round(found, 9), 0.0), 1.0))


def _codes(catalogue: Catalogue) -> tuple[Codes, Codes]:
    """A number for the provider and for the kind of each activity, (activities,); -1 where it is not told."""
    providers = [one.provider for one in catalogue.effective]
    kinds = [one.kind.value if one.kind else "" for one in catalogue.effective]
    return _numbered(providers), _numbered(kinds)


def _numbered(names: Sequence[str]) -> Codes:
    known: dict[str, int] = {}
    return np.array([known.setdefault(name, len(known)) if name else -1 for name in names], dtype=np.int64)


def _same(codes: Codes) -> npt.NDArray[np.bool_]:
    """Which of them are the same, (n, n); nothing told is not the same."""
    return np.asarray((codes[:, None] == codes[None, :]) & (codes >= 0)[:, None])
