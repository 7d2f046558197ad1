"""What the pipeline tells: plain records (code and parameters) that wording tables turn into sentences.

The codes are published and append-only. Points are integer thousandths ("milli"), so that sums are exact.
"""

from __future__ import annotations

from typing import Literal

from wor_match.domain.base import Private, told
from wor_match.domain.frozen import Frozen, FrozenDict

Param = str | int | float | bool | None | tuple[str, ...]


class Record(Private):
    """A code with parameters."""

    code: str = told(..., nl="code", en="code", meaning="Published, append-only.")
    params: Frozen[str, Param] = told(FrozenDict, nl="gegevens", en="parameters", meaning="What the sentence needs.")


class Reason(Record):
    """Why an activity suits, or what speaks against it."""

    criterion: str = told(..., nl="criterium", en="criterion", meaning="Where it comes from.")
    points_milli: int = told(
        0, nl="punten", en="points", meaning="Won (reasons for) or missed (against).", unit="1/1000 point"
    )


class Question(Record):
    """A fact that is not known and matters for this client: what to ask before anything else."""

    rule: str = told(..., nl="regel", en="rule", meaning="Rule or criterion that needs the answer.")
    could_remove: bool = told(
        True, nl="kan afvallen", en="could remove", meaning="Whether the answer could remove the suggestion."
    )


class Contribution(Private):
    """What one criterion adds to the score of one activity; score and explanation are this one number."""

    criterion: str = told(..., nl="criterium", en="criterion", meaning="Name.")
    points_milli: int = told(..., nl="punten", en="points", meaning="Expected.", unit="1/1000 point")
    low_milli: int = told(..., nl="minstens", en="at least", meaning="If unknowns turn out badly.", unit="1/1000 point")
    high_milli: int = told(..., nl="hoogstens", en="at most", meaning="If they turn out well.", unit="1/1000 point")
    max_milli: int = told(..., nl="mogelijk", en="possible", meaning="The criterion's weight.", unit="1/1000 point")

    @property
    def points(self) -> float:
        """Expected points."""
        return self.points_milli / 1000


class Exclusion(Record):
    """A hard rule that an activity failed."""

    rule: str = told(..., nl="regel", en="rule", meaning="Name of the rule.")
    field: str = told("", nl="veld", en="field", meaning="Source field of the fact.")


class NearMiss(Private):
    """An activity that failed one rule only and would have scored well."""

    activity_id: str = told(..., nl="nummer", en="id", meaning="Of the activity.")
    title: str = told(..., nl="naam", en="title", meaning="Of the activity.")
    exclusion: Exclusion = told(..., nl="waarom niet", en="why not", meaning="The one rule.")
    score_milli: int = told(..., nl="score", en="score", meaning="It would have had.", unit="1/1000 point")


class Gate(Record):
    """A safety signal that stops or conditions the suggestions."""

    signal: str = told(..., nl="signaal", en="signal", meaning="Id of safety_signals.csv.")
    level: Literal["stop", "first", "remind", "cleared"] = told(
        ..., nl="soort", en="level",
        meaning="stop: no suggestions; first: only after or together with; remind: words to ask about; cleared.",
    )  # fmt: skip


class Shortfall(Record):
    """Why there are fewer suggestions than asked for."""

    asked: int = told(..., nl="gevraagd", en="asked", meaning="k.")
    given: int = told(..., nl="gegeven", en="given", meaning="How many there are.")


class WordsRead(Record):
    """What was read in free text: an interest, a role, a limit, a complaint, a circumstance, or an alarm phrase."""

    kind: Literal["interest", "role", "limit", "complaint", "circumstance", "alarm"] = told(
        ..., nl="soort", en="kind", meaning="What it is taken for."
    )
