"""Why other activities are not in an advice."""

from __future__ import annotations

from wor_match.domain.base import Private, told
from wor_match.domain.frozen import Frozen, FrozenDict
from wor_match.domain.records import NearMiss


class ViaCare(Private):
    """An indicated activity: never an ordinary suggestion, only through the GP or mental health care."""

    activity_id: str = told(..., nl="nummer", en="id", meaning="Of the activity.")
    title: str = told(..., nl="naam", en="title", meaning="Of the activity.")


class Excluded(Private):
    """Why other activities are not there. Counts are by the first rule that excluded an activity."""

    counts: Frozen[str, int] = told(FrozenDict, nl="aantallen", en="counts", meaning="Activities by rule.")
    below_floor: int = told(0, nl="te weinig verband", en="below the floor", meaning="Possible, but no clear link.")
    not_shown: int = told(0, nl="niet getoond", en="not shown", meaning="Possible and linked, but not in the top k.")
    near_misses: tuple[NearMiss, ...] = told((), nl="net niet", en="near misses", meaning="One rule only; best first.")
    via_care: tuple[ViaCare, ...] = told((), nl="via huisarts of ggz", en="via care", meaning="Indicated ones.")

    @property
    def total(self) -> int:
        """How many activities a hard rule excluded."""
        return sum(self.counts.values())
