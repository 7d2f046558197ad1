"""The door for a host's own language model."""

from collections.abc import Sequence
from typing import Protocol, runtime_checkable

import numpy as np
from numpy.typing import NDArray


@runtime_checkable
class TextEncoder(Protocol):
    """Anything that turns texts into vectors: a sentence model, a service behind a cache, a test double.

    A row must depend on its own text only and be the same on every call: scores are stored and replayed.

    Examples
    --------
    >>> class Lengths:
    ...     def encode(self, texts):
    ...         return np.array([[len(text)] for text in texts], dtype=np.float32)
    >>> isinstance(Lengths(), TextEncoder)
    True
    """

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one row per text, float32 (n, dimensions)."""
        ...
