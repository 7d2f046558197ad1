"""Why an activity is not in the list, or where it stands, and what would bring it in."""

from __future__ import annotations

from typing import Literal

from wor_match.domain.base import Model, Private, told
from wor_match.domain.change import Way
from wor_match.domain.records import Exclusion


class Cost(Model):
    """What an activity misses on one criterion."""

    criterion: str = told(..., nl="criterium", en="criterion", meaning="Name.")
    missed_milli: int = told(..., nl="gemist", en="missed", meaning="Of its weight.", unit="1/1000 point")


class WhyNotFacts(Private):
    """What there is to say of one activity and one client."""

    activity_id: str = told(..., nl="nummer", en="id", meaning="Of the activity.")
    title: str = told(..., nl="naam", en="title", meaning="Of the activity.")
    outcome: Literal["shown", "lower", "below_floor", "excluded", "stopped"] = told(
        ..., nl="uitkomst", en="outcome",
        meaning="shown in the list; lower: possible, but not among the k; below_floor: too few points of the criteria "
        "that link it to this client; excluded by a rule; stopped: a safety gate stops every suggestion.",
    )  # fmt: skip
    exclusions: tuple[Exclusion, ...] = told(
        (), nl="waarom niet", en="why not", meaning="Every hard rule that it fails, where it comes closest."
    )
    k: int = told(..., nl="aantal gevraagd", en="k", meaning="How long the list is.")
    shown_at: int | None = told(None, nl="plaats in de lijst", en="place in the list", meaning="1 is first.")
    rank: int | None = told(
        None, nl="plaats", en="rank", meaning="By score among all that no rule excludes. Absent: excluded."
    )
    eligible: int = told(0, nl="mogelijk", en="possible", meaning="How many activities no rule excludes.")
    score_milli: int | None = told(
        None, nl="score", en="score", meaning="As stored. Absent: excluded.", unit="1/1000 point"
    )
    costs: tuple[Cost, ...] = told(
        (), nl="waar het punten mist", en="what costs points",
        meaning="For below_floor: criteria on which most points are missed, of those that link it to this client.",
    )  # fmt: skip
    ways: tuple[Way, ...] = told(
        (), nl="wat zou helpen", en="what would help", meaning="Each was made and tried; best first."
    )
