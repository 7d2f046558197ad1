"""From a record to a sentence, for a coach or a client, in Dutch or English."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from wor_match.domain.given import check_kind
from wor_match.domain.overrule import Overrule
from wor_match.domain.records import Record, Shortfall
from wor_match.explain.address import Address, addressing, check_address, check_audience
from wor_match.explain.codes import codes
from wor_match.explain.discretion import Discretion
from wor_match.explain.wording.table import Audience, Language, wording


def sentence(
    record: Record | Overrule, language: Language = "nl", audience: Audience = "coach", address: Address = "u",
    *, discretion: Discretion | None = None,
) -> str:  # fmt: skip
    """The sentence of a record; empty when this audience does not get to see it.

    Parameters
    ----------
    record : Record
        A reason, question, exclusion, gate, first step, shortfall or anything else with a code; or an overrule.
    language : {"nl", "en"} or Wording
    audience : {"coach", "client"}
    address : {"u", "je"}
        How a client is addressed in Dutch.
    discretion : Discretion, optional
        For a client: what may be said back of their own words. By default a theme is named, and nothing is quoted.

    Raises
    ------
    InputError
        If there is no such language, audience or address, or a parameter cannot be written.

    Examples
    --------
    >>> sentence(Record(code="travel.near", params={"minutes": 15, "mode": "bike"}))
    'Dichtbij: ongeveer 15 minuten fietsen.'
    >>> sentence(Record(code="gate.stop", params={"signal": "crisis", "lapsed": False}), audience="client")
    ''
    """
    check_audience(audience)
    check_address(address)
    if isinstance(record, Overrule):
        record = overrule_record(record)
    check_kind("sentence", "record", record, Record)
    params = _params(record)
    if audience == "client":
        language = addressing(language, address)
        params = (discretion or Discretion()).params(record.code, params)
    return wording(language).fill(record.code, audience, params)


def overrule_record(one: Overrule) -> Record:
    """The record that tells of an overrule."""
    said: dict[str, str | tuple[str, ...]] = {"reason": one.reason, "by": one.by, "on": one.on.isoformat()}
    about = {"titles": one.titles} if one.kind == "reorder" else {"title": "".join(one.titles[:1])}
    rules = {"rules": one.rules} if one.kind == "let_in" else {}
    return Record(code=f"overrule.{one.kind}", params={**about, **rules, **said})


def phrase(name: str, language: Language, audience: Audience = "coach", /, **params: Any) -> str:
    """A heading or phrase of the text itself, by the name after ``text.``.

    >>> phrase("why", "nl")
    'Waarom'
    """
    return wording(language).fill(f"text.{name}", audience, params)


def rests_on(record: Record) -> frozenset[str]:
    """Fields of the activity on which a record rests."""
    code = codes().get(record.code)
    return code.fields if code else frozenset()


def asked_of(record: Record) -> str:
    """Who knows the answer to a question: "provider" or "client"."""
    code = codes().get(record.code)
    return code.asked_of if code and code.asked_of else "provider"


def _params(record: Record) -> Mapping[str, Any]:
    if isinstance(record, Shortfall):
        return {**record.params, "asked": record.asked, "given": record.given}
    return record.params
