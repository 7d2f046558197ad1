"""What there is locally to take away a barrier: a maatje, transport, a city pass. A dated table of the host's own."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import date
from enum import StrEnum

from wor_match.domain.base import Model, told


class RemedyKind(StrEnum):
    """Which barrier a remedy takes away."""

    BUDDY = "buddy"
    LANGUAGE_BUDDY = "language_buddy"
    CITY_PASS = "city_pass"  # noqa: S105  # a pass for the pool, no password
    WMO_TAXI = "wmo_taxi"
    BIKE = "bike"
    EBIKE = "ebike"


class Remedy(Model):
    """One row of the local table. Only what stands in such a row is told as something that exists.

    Examples
    --------
    >>> Remedy(kind="buddy", name="Maatjesproject", phone="0344-000 900", checked_on="2026-10-01").kind.value
    'buddy'
    """

    kind: RemedyKind = told(..., nl="soort", en="kind", meaning="Which barrier it takes away.")
    name: str = told(..., nl="naam", en="name", meaning="As it is known locally.", min_length=1, max_length=200)
    provider: str = told("", nl="aanbieder", en="provider", meaning="Who offers it.", max_length=200)
    condition: str = told("", nl="voorwaarde", en="condition", meaning="For whom, in one sentence.", max_length=500)
    wait_weeks: int | None = told(
        None, nl="wachttijd", en="waiting time", meaning="Absent: not known.", unit="weeks", ge=0, le=520
    )
    cost: str = told("", nl="kosten", en="cost", meaning="In words; empty: not known.", max_length=200)
    phone: str | None = told(None, nl="telefoon", en="phone", meaning="To ask for it.", max_length=50)
    url: str | None = told(None, nl="website", en="website", meaning="To read about it.", max_length=500)
    checked_on: date = told(..., nl="nagekeken op", en="checked on", meaning="When this row was last checked.")
    source: str = told("", nl="bron", en="source", meaning="Where it was found.", max_length=500)


def content_hash(table: Sequence[Remedy]) -> str:
    """SHA-256 of a table: with the same one the same remedies are told. Empty for an empty table.

    >>> content_hash(()) == ""
    True
    """
    body = "\n".join(one.model_dump_json() for one in table)
    return hashlib.sha256(body.encode()).hexdigest() if table else ""
