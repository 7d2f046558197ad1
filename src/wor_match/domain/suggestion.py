"""One suggestion: an activity with its score, the reasons for and against, and what to phone about first."""

from __future__ import annotations

from wor_match.domain.activity import Activity
from wor_match.domain.base import Private, told
from wor_match.domain.records import Contribution, Question, Reason, Record


class Suggestion(Private):
    """A suggested activity. Points are integer thousandths; the contributions add up exactly to the score."""

    rank: int = told(..., nl="plaats", en="rank", meaning="1 is first.")
    activity: Activity = told(..., nl="activiteit", en="activity", meaning="As the directory has it.")
    score_milli: int = told(..., nl="score", en="score", meaning="Expected.", unit="1/1000 point")
    score_low_milli: int = told(..., nl="minstens", en="at least", meaning="Doubt out badly.", unit="1/1000 point")
    score_high_milli: int = told(..., nl="hoogstens", en="at most", meaning="Doubt out well.", unit="1/1000 point")
    contributions: tuple[Contribution, ...] = told(
        ..., nl="opbouw", en="contributions", meaning="One a criterion that the intake speaks to."
    )
    reasons_for: tuple[Reason, ...] = told((), nl="waarom", en="reasons for", meaning="Most points first.")
    reasons_against: tuple[Reason, ...] = told((), nl="wat ertegen", en="reasons against", meaning="Most missed first.")
    call_first: tuple[Question, ...] = told(
        (), nl="bel eerst", en="call first", meaning="At most a few: what could remove the suggestion."
    )
    more_questions: tuple[Question, ...] = told((), nl="verder te vragen", en="more questions", meaning="Folded away.")
    from_prose: tuple[Record, ...] = told(
        (),
        nl="uit de tekst",
        en="read from prose",
        meaning="Facts that stand only in the description, or contradict it.",
    )
    first_step: tuple[Record, ...] = told((), nl="eerste stap", en="first step", meaning="How to begin, in order.")
    variety: Record | None = told(
        None,
        nl="variatie",
        en="variety",
        meaning="Set when the order was changed for variety, with the cost in points.",
    )
    row: int = told(0, nl="plek", en="place", meaning="Which of the activity's places is meant, from 0.")
    part: int | None = told(
        None, nl="onderdeel", en="part", meaning="Which of its parts the trip is to, from 0; absent: it has no parts."
    )
    travel_mode: str | None = told(
        None, nl="vervoer", en="travel mode", meaning="The mode that the travel time is for; absent: not known."
    )
    travel_minutes: float | None = told(
        None, nl="reistijd", en="travel time", meaning="Expected, to that place; absent: not known.", unit="minutes"
    )

    @property
    def score(self) -> float:
        """Expected score in points."""
        return self.score_milli / 1000

    @property
    def score_low(self) -> float:
        """Score if all that is unknown turns out badly."""
        return self.score_low_milli / 1000

    @property
    def score_high(self) -> float:
        """Score if all that is unknown turns out well."""
        return self.score_high_milli / 1000
