"""Advices for many clients, and what became of each of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from wor_match.advice import Advice
from wor_match.errors import InputError, PluginError

if TYPE_CHECKING:
    import pandas as pd

_COLUMNS = ["reference", "given", "is_stopped", "shortfall", "error"]


@dataclass(frozen=True, repr=False)
class Batch:
    """Advices for many clients; every client has one, or an error.

    Parameters
    ----------
    references : tuple of str, in the order of the clients
    advices : tuple of (Advice, InputError or PluginError), in the order of the clients

    Examples
    --------
    >>> from wor_match import Matcher
    >>> from wor_match.sample import SAMPLE_DATE, load_sample
    >>> catalogue, clients = load_sample()
    >>> batch = Matcher(catalogue, as_of=SAMPLE_DATE).recommend_many(clients[:2], k=3)
    >>> batch.clients["given"].tolist(), batch.suggestions["rank"].tolist()
    ([3, 3], [1, 2, 3, 1, 2, 3])
    """

    references: tuple[str, ...]
    advices: tuple[Advice | InputError | PluginError, ...]

    @property
    def suggestions(self) -> pd.DataFrame:
        """One row a suggestion, with the client's reference."""
        import pandas as pd

        given = [one for one in self.advices if isinstance(one, Advice)]
        frames = [one.to_frame().assign(reference=one.reference) for one in given if one.suggestions]
        frames = frames or [one.to_frame().assign(reference="") for one in given[:1]]
        if not frames:
            return pd.DataFrame(columns=["rank", "activity_id", "title", "score", "reference"])
        return pd.concat(frames, ignore_index=True)

    @property
    def clients(self) -> pd.DataFrame:
        """One row a client: how many suggestions, whether stopped, why fewer, and what went wrong."""
        import pandas as pd

        rows = [_outcome(reference, one) for reference, one in zip(self.references, self.advices, strict=True)]
        return pd.DataFrame(rows, columns=_COLUMNS)


def _outcome(reference: str, one: Advice | InputError | PluginError) -> dict[str, Any]:
    if not isinstance(one, Advice):
        return dict(zip(_COLUMNS, (reference, 0, False, None, str(one)), strict=True))
    fewer = one.shortfall.code if one.shortfall else None
    return dict(zip(_COLUMNS, (reference, len(one.suggestions), one.is_stopped, fewer, None), strict=True))
