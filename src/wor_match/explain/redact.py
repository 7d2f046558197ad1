"""An advice and its suggestions without what it tells of a client: ids, points and the directory's own facts stay."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeVar

from wor_match.domain.excluded import Excluded
from wor_match.domain.frozen import FrozenDict
from wor_match.domain.hashes import REMOVED
from wor_match.domain.profile import TOTAL_POINTS
from wor_match.domain.records import Contribution
from wor_match.domain.suggestion import Suggestion
from wor_match.explain.wording.labels import labels

if TYPE_CHECKING:
    from wor_match.advice import Advice
    from wor_match.domain.provenance import Provenance

_Advice = TypeVar("_Advice", bound="Advice")

#: Stands where a word had to stand: the reference, all criteria and all rules that are not told apart.
REDACTED = REMOVED
#: What all criteria together can give: it tells nothing of which of them the intake spoke to.
_POSSIBLE = round(TOTAL_POINTS * 1000)


def redacted(advice: _Advice) -> _Advice:
    """The advice with ids, points and counts only; see :meth:`wor_match.advice.Advice.redact`.

    Without suggestions the counts go as well, so that a stopped advice is like any other in which nothing was found.
    """
    return advice.model_copy(
        update={
            "reference": REDACTED,
            "gates": (),
            "shortfall": None,
            "suggestions": tuple(redacted_suggestion(one) for one in advice.suggestions),
            "excluded": _counted(advice.excluded) if advice.suggestions else Excluded(),
            "read_from_words": (),
            "not_understood": (),
            "possible_milli": _POSSIBLE,
            "overrules": (),
            "given_order": (),
            "is_redacted": True,
            "provenance": _made_with(advice.provenance),
        }
    )


def redacted_suggestion(one: Suggestion) -> Suggestion:
    """Without reasons, questions, first step and trip: each of them can tell something of the client."""
    return one.model_copy(
        update={
            "contributions": _together(one.contributions),
            "reasons_for": (),
            "reasons_against": (),
            "call_first": (),
            "more_questions": (),
            "first_step": (),
            "row": 0,
            "part": None,
            "travel_mode": None,  # a rollator or Wmo transport is health data
            "travel_minutes": None,
        }
    )


def _made_with(provenance: Provenance) -> Provenance:
    gone: dict[str, object] = {
        "client": None,
        "intake_hash": "",
        "overrules_hash": REMOVED if provenance.overrules_hash else "",
        "travel_minutes": FrozenDict(),
    }
    return provenance.model_copy(update=gone)


def _counted(excluded: Excluded) -> Excluded:
    """One number for all rules: which of them excluded something tells of gender, or of what is avoided."""
    counts = {REDACTED: excluded.total} if excluded.total else {}
    return Excluded(counts=counts, below_floor=excluded.below_floor, not_shown=excluded.not_shown)


def _together(contributions: Sequence[Contribution]) -> tuple[Contribution, ...]:
    """Criteria that a client gets to read, as they are; all others added up, so that none of them is told to count.

    What these others could give is what is left of all points: it is the same whichever of them counted.
    """
    open_ones = labels("criterion_for_you", "nl")
    told = [one for one in contributions if one.criterion in open_ones]
    others = [one for one in contributions if one.criterion not in open_ones]
    points, low, high = (
        sum(getattr(one, name) for one in others) for name in ("points_milli", "low_milli", "high_milli")
    )
    left = max(_POSSIBLE - sum(one.max_milli for one in told), high)
    rest = Contribution(criterion=REDACTED, points_milli=points, low_milli=low, high_milli=high, max_milli=left)
    return (*told, rest)
