"""Suggestions as a pandas frame."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

from wor_match.domain.suggestion import Suggestion

_COLUMNS = ("rank", "activity_id", "title", "score", "score_low", "score_high", "travel_minutes")
_NUMBERS = {"rank": "int64"} | dict.fromkeys(("score", "score_low", "score_high", "travel_minutes"), "float64")


def suggestions_frame(shown: Sequence[Suggestion]) -> pd.DataFrame:
    """One row a suggestion, one column a criterion in points; without suggestions the first columns, empty."""
    rows = [_row(one) for one in shown]
    return pd.DataFrame(rows, columns=None if rows else list(_COLUMNS)).astype(_NUMBERS)


def _row(one: Suggestion) -> dict[str, Any]:
    told = (one.rank, one.activity.id, one.activity.title, one.score, one.score_low, one.score_high, one.travel_minutes)
    points = {contribution.criterion: contribution.points for contribution in one.contributions}
    return dict(zip(_COLUMNS, told, strict=True)) | points
