"""Hashes over what an advice was asked with, so that a replay finds what was changed in the stored one since.

They find a slip, a repair by hand, a field that got lost. Who changes a stored advice on purpose can work them out
anew: against that a host keeps or signs the hash elsewhere.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence

from wor_match.domain.base import Model
from wor_match.domain.client import Client
from wor_match.domain.overrule import Overrule

#: Stands for the hash of overrules that were removed.
REMOVED = "redacted"


def intake_hash(client: Client) -> str:
    """SHA-256 of an intake.

    >>> intake_hash(Client(reference="c-1")) == intake_hash(Client(reference="c-2"))
    False
    """
    return _sha256(client.model_dump_json())


def chained(before: str, overrule: Overrule) -> str:
    """SHA-256 of one more overrule upon the hash of those before it.

    It builds on the hash as it was stored: one more overrule does not make good what was changed in an earlier one.
    """
    return _sha256(before + overrule.model_dump_json())


def overrules_hash(overrules: Sequence[Overrule]) -> str:
    """The chained hash of overrules in their order; empty for none.

    >>> overrules_hash(())
    ''
    """
    found = ""
    for one in overrules:
        found = chained(found, one)
    return found


def canonical(model: Model) -> str:
    """The model as JSON in which names stand in order: equal texts hold the same to the bit, ``false`` is not ``0``.

    >>> from wor_match.domain.records import Record
    >>> one, other = (Record(code="c", params={"a": flag}) for flag in (False, 0))
    >>> one == other, canonical(one) == canonical(other)
    (True, False)
    """
    return json.dumps(model.model_dump(mode="json"), sort_keys=True, ensure_ascii=False)


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
