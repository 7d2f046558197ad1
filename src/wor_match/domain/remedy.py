"""What there is locally to take away a barrier: a maatje, transport, a city pass. A dated table of the host's own."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from datetime import date
from enum import StrEnum

from pydantic import field_validator

from wor_match.domain.base import Model, told
from wor_match.domain.clean import name_line, one_line

#: One number, or several: "030-1 23 of 06-1 23 toestel 4".
_NUMBER = r"\+?[\d(][\d ()/.\-]{2,24}(?:\s*(?:toestel|tst\.?|ext\.?)\s*\d{1,6})?"
_PHONE = re.compile(rf"{_NUMBER}(?:\s*(?:\bof\b|\bor\b|[,;|])\s*{_NUMBER})*", re.ASCII | re.IGNORECASE)
_DIGITS = 3
_PAGE = re.compile(r"(?:https?://|www\.)[^\s<>\"'\\^`{|}]+", re.IGNORECASE)
#: A minus before the amount: at the beginning, after a colon, or between the sign of the euro and the amount.
_NEGATIVE = re.compile("(?:^|:)\\s*(?:€|eur|euro)?\\s*[-−–]\\s*(?:€\\s*)?\\d|€\\s*[-−–]\\s*\\d", re.IGNORECASE)


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

    Texts are kept without markup, as those of an activity. A row that was last checked more than two years before the
    day of asking, or after it, is no promise: then it is asked whether it is there.

    Examples
    --------
    >>> Remedy(kind="buddy", name="Maatjesproject", phone="0344-000 900", checked_on="2026-10-01").kind.value
    'buddy'
    >>> Remedy(kind="buddy", name="Maatjesproject", phone="vraag Riet", cost="-5 euro", checked_on="2026-10-01")
    Traceback (most recent call last):
    ...
    wor_match.errors.InputError: Remedy: 2 problems
      cost: must be no negative amount; empty where it is not known [value_error]
      phone: must be a phone number; what else there is to say belongs in condition [value_error]
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

    _one_line = field_validator("provider", "condition", "source")(one_line)
    _name_line = field_validator("name")(name_line)

    @field_validator("cost")
    @classmethod
    def _amount(cls, value: str) -> str:
        if _NEGATIVE.search(cost := one_line(value)):
            raise ValueError("must be no negative amount; empty where it is not known")
        return cost

    @field_validator("phone")
    @classmethod
    def _number(cls, value: str | None) -> str | None:
        phone = one_line(value).strip() if value else ""
        if phone and (not _PHONE.fullmatch(phone) or sum(one.isdigit() for one in phone) < _DIGITS):
            raise ValueError("must be a phone number; what else there is to say belongs in condition")
        return phone or None

    @field_validator("url")
    @classmethod
    def _page(cls, value: str | None) -> str | None:
        url = (value or "").strip()
        if url and not _PAGE.fullmatch(url):
            raise ValueError("must be the address of a page, as https://...")
        return url or None


def content_hash(table: Sequence[Remedy]) -> str:
    """SHA-256 of a table: with the same one the same remedies are told. Empty for an empty table.

    >>> content_hash(()) == ""
    True
    """
    body = "\n".join(one.model_dump_json() for one in table)
    return hashlib.sha256(body.encode()).hexdigest() if table else ""
