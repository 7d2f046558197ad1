"""Suggestions as a pandas frame."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

from wor_match.criteria import CRITERIA
from wor_match.domain.suggestion import Suggestion

_COLUMNS = ("rank", "activity_id", "title", "score", "score_low", "score_high", "travel_minutes")
_TYPES = (
    {"rank": "int64"}
    | dict.fromkeys(("activity_id", "title"), "string")
    | dict.fromkeys(("score", "score_low", "score_high", "travel_minutes"), "float64")
)


def suggestions_frame(shown: Sequence[Suggestion]) -> pd.DataFrame:
    """One row a suggestion, one column a criterion in points; without suggestions the first columns, empty."""
    rows = [_row(one) for one in shown]
    return pd.DataFrame(rows, columns=None if rows else list(_COLUMNS)).astype(_TYPES)


def many_frame(given: Sequence[tuple[str, Sequence[Suggestion]]]) -> pd.DataFrame:
    """One row a suggestion of many clients, by reference; a criterion that a client was not asked about is nan.

    The order of the columns does not depend on who comes first: the criteria as shipped, then a host's own by name.
    """
    frames = [suggestions_frame(shown).assign(reference=reference) for reference, shown in given if shown]
    found = pd.concat(frames or [suggestions_frame(()).assign(reference="")], ignore_index=True)
    ours = [one.name for one in CRITERIA if one.name in found.columns]
    own = sorted(set(found.columns) - {*_COLUMNS, *ours, "reference"})
    return found[["reference", *_COLUMNS, *ours, *own]].astype({"reference": "string"})


def _row(one: Suggestion) -> dict[str, Any]:
    told = (one.rank, one.activity.id, one.activity.title, one.score, one.score_low, one.score_high, one.travel_minutes)
    points = {contribution.criterion: contribution.points for contribution in one.contributions}
    return dict(zip(_COLUMNS, told, strict=True)) | points
