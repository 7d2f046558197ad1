"""An advice and its suggestions without what it tells of a client: ids, points and the directory's own facts stay."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from wor_match.domain.frozen import FrozenDict
from wor_match.domain.overrule import Overrule
from wor_match.domain.suggestion import Suggestion

if TYPE_CHECKING:
    from wor_match.advice import Advice

_Advice = TypeVar("_Advice", bound="Advice")

#: Stands where a word had to stand.
REDACTED = "redacted"


def redacted(advice: _Advice) -> _Advice:
    """The advice with ids, points and counts only; see :meth:`wor_match.advice.Advice.redact`."""
    return advice.model_copy(
        update={
            "reference": REDACTED,
            "gates": (),
            "suggestions": tuple(redacted_suggestion(one) for one in advice.suggestions),
            "excluded": advice.excluded.model_copy(update={"near_misses": ()}),
            "read_from_words": (),
            "not_understood": (),
            "overrules": tuple(redacted_overrule(one) for one in advice.overrules),
            "is_redacted": True,
            "provenance": advice.provenance.model_copy(update={"client": None, "travel_minutes": FrozenDict()}),
        }
    )


def redacted_suggestion(one: Suggestion) -> Suggestion:
    """Without reasons, questions, first step and trip: each of them can tell something of the client."""
    return one.model_copy(
        update={
            "reasons_for": (),
            "reasons_against": (),
            "call_first": (),
            "more_questions": (),
            "first_step": (),
            "row": 0,
            "travel_mode": None,  # a rollator or Wmo transport is health data
            "travel_minutes": None,
        }
    )


def redacted_overrule(one: Overrule) -> Overrule:
    """Without the reason and who gave it."""
    return one.model_copy(update={"reason": REDACTED, "by": REDACTED})
