"""A suggestion without what it tells of a client: ids, points and the directory's own facts stay."""

from __future__ import annotations

from wor_match.domain.overrule import Overrule
from wor_match.domain.suggestion import Suggestion

#: Stands where a word had to stand.
REDACTED = "redacted"


def redacted_suggestion(one: Suggestion) -> Suggestion:
    """Without reasons, questions, first step and travel time: each of them can tell something of the client."""
    return one.model_copy(
        update={
            "reasons_for": (),
            "reasons_against": (),
            "call_first": (),
            "more_questions": (),
            "first_step": (),
            "row": 0,
            "travel_minutes": None,
        }
    )


def redacted_overrule(one: Overrule) -> Overrule:
    """Without the reason and who gave it."""
    return one.model_copy(update={"reason": REDACTED, "by": REDACTED})
