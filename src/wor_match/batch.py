"""Advices for many clients, and what became of each of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from wor_match.advice import Advice
from wor_match.errors import InputError, PluginError

if TYPE_CHECKING:
    import pandas as pd

_COLUMNS = ["reference", "given", "is_stopped", "gate", "shortfall", "error"]
_TYPES = {"given": "int64", "is_stopped": "bool"} | dict.fromkeys(("reference", "gate", "shortfall", "error"), "string")
#: Levels of gates that hold something up, the strictest first.
_HOLDING = ("stop", "first")


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
        """One row a suggestion, with the client's reference; nan where a criterion was not asked of that client."""
        from wor_match.frames import many_frame

        given = [one for one in self.advices if isinstance(one, Advice)]
        return many_frame([(one.reference, one.suggestions) for one in given])

    @property
    def clients(self) -> pd.DataFrame:
        """One row a client: how many suggestions, whether stopped, the strictest gate that holds something up ("stop",
        "first" or none), why fewer, and what went wrong."""
        import pandas as pd

        rows = [_outcome(reference, one) for reference, one in zip(self.references, self.advices, strict=True)]
        return pd.DataFrame(rows, columns=_COLUMNS).astype(_TYPES)


def _outcome(reference: str, one: Advice | InputError | PluginError) -> dict[str, Any]:
    if not isinstance(one, Advice):
        return {"reference": reference, "given": 0, "is_stopped": False, "error": str(one)}
    levels = {gate.level for gate in one.gates} | ({"stop"} if one.is_stopped else set())
    return {
        "reference": reference,
        "given": len(one.suggestions),
        "is_stopped": one.is_stopped,
        "gate": next((level for level in _HOLDING if level in levels), None),
        "shortfall": one.shortfall.code if one.shortfall else None,
    }
