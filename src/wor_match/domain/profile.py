"""A profile: weights, limits and versions. Data only; the same for every row and every client."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from functools import lru_cache
from typing import ClassVar, Self

from pydantic import model_validator

from wor_match.domain.base import Model, told
from wor_match.domain.frozen import Frozen, FrozenDict
from wor_match.errors import InputError, Problem, ProfileError

TOTAL_POINTS = 100.0
_TOLERANCE = 1e-6

#: Interest and identity first, then whether it is possible, then courage and the first step, then the need;
#: evidence is a small capped bonus (DESIGN section 2).
DEFAULT_WEIGHTS: Mapping[str, float] = FrozenDict(
    {
        "interest": 22.75,
        "story": 7.25,
        "identity": 7.25,
        "purpose": 6.25,
        "role": 4.25,
        "dislikes": 6.75,
        "earlier": 3.25,
        "travel": 5.75,
        "hours": 2.75,
        "money": 3.25,
        "group": 4.25,
        "side_by_side": 4.5,
        "first_step": 5.75,
        "effort": 2.0,
        "places": 2.0,
        "certainty": 5.75,
        "freshness": 1.5,
        "need": 3.75,
        "evidence": 1.0,
    }
)
MAX_EVIDENCE_POINTS = 3.0


class Limits(Model):
    """Where the library draws its lines. All can be set by the host."""

    floor_share: float = told(
        0.2, nl="ondergrens", en="floor", ge=0, le=1,
        meaning="Least share of the points for interest and need that a suggestion must have.",
    )  # fmt: skip
    variety_points: float = told(
        4.0, nl="ruimte voor variatie", en="room for variety", ge=0, le=100,
        meaning="How many points a more different suggestion may score less.", unit="points",
    )  # fmt: skip
    max_wait_weeks: int = told(
        12, nl="langste wachttijd", en="longest wait", ge=0, le=520, unit="weeks",
        meaning="A longer waiting list than this is too long.",
    )  # fmt: skip
    max_wait_weeks_one_to_one: int = told(
        17, nl="langste wachttijd voor een maatje", en="longest wait for one to one", ge=0, le=520, unit="weeks",
        meaning="The same where somebody is sought who fits: that takes longer.",
    )  # fmt: skip
    max_start_weeks: int = told(
        12, nl="langste tijd tot de start", en="longest time to the start", ge=0, le=520, unit="weeks",
        meaning="A season or course that begins later than this is too late, unless the client names a date.",
    )  # fmt: skip
    stale_days: int = told(
        365, nl="oud na", en="stale after", ge=1, le=10_000, unit="days",
        meaning="A listing checked longer ago is asked about first.",
    )  # fmt: skip
    default_max_minutes: float = told(
        30.0, nl="reistijd als niet gevraagd", en="travel when not asked", gt=0, le=600, unit="minutes",
        meaning="Used for the travel score only; when travel was not asked nothing is excluded on it.",
    )  # fmt: skip
    read_words_strength: float = told(
        0.5, nl="sterkte van eigen woorden", en="strength of own words", ge=0, le=1,
        meaning="How much an interest that was only read in free text counts, against 1 for a named one.",
    )  # fmt: skip
    max_questions: int = told(
        2, nl="bel eerst", en="call first", ge=0, le=10, meaning="How many questions a suggestion shows."
    )


class Profile(Model):
    """Weights that total 100 points, with limits and a version.

    Examples
    --------
    >>> sum(Profile.default().weights.values())
    100.0
    >>> Profile.default().content_hash == Profile.default().content_hash
    True
    """

    _error: ClassVar[type[InputError]] = ProfileError

    schema_version: str = told("1.0", nl="schemaversie", en="schema version", meaning="Of this model.")
    name: str = told("default", nl="naam", en="name", meaning="For people.", max_length=200)
    version: str = told("1", nl="versie", en="version", meaning="For people.", max_length=50)
    weights: Frozen[str, float] = told(
        lambda: FrozenDict(DEFAULT_WEIGHTS), nl="gewichten", en="weights", meaning="Points a criterion; total 100."
    )
    priors: Frozen[str, float] = told(
        FrozenDict, nl="verwachting bij onbekend", en="priors",
        meaning="Expected value (0 to 1) of a criterion where a fact is unknown; absent: the criterion's own.",
    )  # fmt: skip
    limits: Limits = told(Limits, nl="grenzen", en="limits", meaning="Where lines are drawn.")

    @classmethod
    def default(cls) -> Self:
        """The profile that the library ships with."""
        return cls()

    @model_validator(mode="after")
    def _total(self) -> Self:
        found = []
        for name, points in self.weights.items():
            if not 0 <= points <= TOTAL_POINTS:
                found.append(Problem(f"weights.{name}", "out_of_range", "must be from 0 to 100 points"))
        for name, prior in self.priors.items():
            if not 0 <= prior <= 1:
                found.append(Problem(f"priors.{name}", "out_of_range", "must be from 0 to 1"))
        if abs(sum(self.weights.values()) - TOTAL_POINTS) > _TOLERANCE:
            found.append(Problem("weights", "wrong_total", "must total 100 points"))
        if self.weights.get("evidence", 0.0) > MAX_EVIDENCE_POINTS:
            found.append(Problem("weights.evidence", "too_high", f"must be at most {MAX_EVIDENCE_POINTS:g} points"))
        if found:
            raise ProfileError("Profile", found)
        return self

    @property
    def content_hash(self) -> str:
        """SHA-256 of weights and limits: two profiles with the same hash give the same answers."""
        return _content_hash(self)


@lru_cache(maxsize=16)
def _content_hash(profile: Profile) -> str:
    """Once for each profile: every advice asks for it."""
    body = {"weights": profile.weights, "priors": profile.priors, "limits": profile.limits.model_dump(mode="json")}
    return hashlib.sha256(json.dumps(body, sort_keys=True).encode()).hexdigest()
