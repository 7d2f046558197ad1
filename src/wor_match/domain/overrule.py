"""What a coach decided otherwise: which activity, why, who and when. Kept with the advice, never learned from."""

from __future__ import annotations

from datetime import date
from typing import Literal, Self

from pydantic import field_validator, model_validator

from wor_match.domain.base import Private, told
from wor_match.domain.visible import is_visible

#: What nobody can overrule here: the client's own list of what to avoid, and what needs an indication. A safety gate
#: is not a rule at all: under a STOP there is nothing to overrule.
NEVER_OVERRULED = frozenset({"avoid", "referral"})


class Overrule(Private):
    """One decision of a coach about the list. The reason may tell about a client: it is health data.

    Examples
    --------
    >>> from datetime import date
    >>> Overrule(kind="hide", activity_ids=("a1",), reason="kent de groep al", by="coach-7", on=date(2026, 11, 23)).kind
    'hide'
    """

    kind: Literal["pin", "hide", "reorder", "let_in"] = told(
        ..., nl="soort", en="kind",
        meaning="pin: first in the list; hide: out of it; reorder: another order; let_in: in spite of named rules.",
    )  # fmt: skip
    activity_ids: tuple[str, ...] = told(
        ..., nl="activiteiten", en="activities", meaning="One id; for a reorder all of the list.", min_length=1
    )
    titles: tuple[str, ...] = told((), nl="namen", en="titles", meaning="Of those activities; filled in here.")
    rules: tuple[str, ...] = told((), nl="regels", en="rules", meaning="For let_in: the rules that are set aside.")
    reason: str = told(..., nl="reden", en="reason", meaning="In words.", min_length=1, max_length=2000)
    by: str = told(..., nl="door", en="by", meaning="Who decided.", min_length=1, max_length=200)
    on: date = told(..., nl="datum", en="date", meaning="When.")

    @field_validator("reason", "by")
    @classmethod
    def _can_be_read(cls, value: str) -> str:
        if not is_visible(value):
            raise ValueError("must say why or who, in letters that can be seen")
        return value

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if self.kind != "reorder" and len(self.activity_ids) != 1:
            raise ValueError("activity_ids must hold one id, except for a reorder")
        if (self.kind == "let_in") is not bool(self.rules):
            raise ValueError("rules must be named for let_in, and only there")
        if NEVER_OVERRULED & set(self.rules):
            raise ValueError("rules must not hold what nobody overrules here: avoid, referral")
        return self
