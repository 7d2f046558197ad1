"""How often each rule says yes, no and unknown of made-up pairs: tests that never see a no prove little."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from wor_match.catalogue.catalogue import Catalogue
from wor_match.catalogue.columns import NO, UNKNOWN, YES
from wor_match.domain.client import Client
from wor_match.query import compile_query
from wor_match.query.scene import Scene
from wor_match.rules import RULES
from wor_match.rules.base import Rule
from wor_match.testing.region import TODAY

#: Answers that a shipped rule never gives, and why.
NEVER: Mapping[tuple[str, str], str] = MappingProxyType(
    {
        ("membership", "no"): "membership can be had, so it is only ever a question",
        ("avoid", "unknown"): "a name is on the client's list or it is not",
        ("current", "unknown"): "a name is on the client's list or it is not",
        ("dislikes", "unknown"): "what a title does not say is left to the score",
    }
)


@dataclass(frozen=True, slots=True)
class Share:
    """Shares of all rows and clients, in [0, 1]; they add up to 1 together with silence."""

    yes: float
    no: float
    unknown: float

    def of(self, verdict: str) -> float:
        """The share of "yes", "no" or "unknown"."""
        return {"yes": self.yes, "no": self.no, "unknown": self.unknown}[verdict]


def shares(catalogue: Catalogue, clients: Iterable[Client], rules: Iterable[Rule] = RULES) -> dict[str, Share]:
    """How often each rule gives each answer, over all rows of the catalogue and all clients.

    >>> from wor_match.testing import a_client, an_activity
    >>> found = shares(Catalogue.from_activities([an_activity(), an_activity(id="b", status="ended")]), [a_client()])
    >>> found["status"]
    Share(yes=0.5, no=0.5, unknown=0.0)
    """
    clients, rules = tuple(clients), tuple(rules)
    counts = {rule.name: np.zeros(3) for rule in rules}
    for client in clients:
        scene = Scene(compile_query(client, as_of=TODAY), catalogue.all_rows)
        for rule in rules:
            if rule.applies(scene.query):
                found = rule.check(scene)
                counts[rule.name] += [np.count_nonzero(found == verdict) for verdict in (YES, NO, UNKNOWN)]
    total = max(len(catalogue.all_rows) * len(clients), 1)
    return {name: Share(*(float(count) / total for count in three)) for name, three in counts.items()}


def too_rare(found: Mapping[str, Share], least: float = 0.05) -> list[str]:
    """The answers that are given too rarely, as "rule: answer share", those that are never given aside."""
    return [
        f"{name}: {verdict} {share.of(verdict):.3f}"
        for name, share in found.items()
        for verdict in ("yes", "no", "unknown")
        if (name, verdict) not in NEVER and share.of(verdict) < least
    ]
