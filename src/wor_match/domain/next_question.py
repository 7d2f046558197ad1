"""What to ask next: the fact that is not known, and what each answer would change."""

from __future__ import annotations

from typing import Literal

from wor_match.domain.base import Model, Private, told
from wor_match.domain.records import Record


class AnswerEffect(Model):
    """What one plausible answer would do to the first k by score."""

    name: str = told(..., nl="antwoord", en="answer", meaning="Short name of the answer.")
    chance: float = told(..., nl="kans", en="chance", ge=0, le=1, meaning="How likely it is taken to be.")
    enters: tuple[str, ...] = told((), nl="komt erbij", en="enters", meaning="Ids that come into the first k.")
    leaves: tuple[str, ...] = told((), nl="valt af", en="leaves", meaning="Ids that fall out of the first k.")

    @property
    def changed(self) -> int:
        """How many places of the first k change."""
        return max(len(self.enters), len(self.leaves))


class Choice(Model):
    """Two contrasting things to choose between, for who does not know what they like."""

    themes: tuple[str, str] = told(..., nl="thema's", en="themes", meaning="Ids of vocabulary/themes.csv.")
    counts: tuple[int, int] = told(..., nl="aantallen", en="counts", meaning="Possible activities that suit each.")
    bits: float = told(..., nl="onderscheid", en="information", unit="bits",
        meaning="How much it splits what is left, after the choices before it.")  # fmt: skip
    question: Record = told(..., nl="vraag", en="question", meaning="What to ask.")


class NextQuestionFacts(Private):
    """One question, or the remark that asking more will not, or hardly, change the list."""

    kind: Literal["provider", "client", "choice", "enough"] = told(
        ..., nl="aan wie", en="kind",
        meaning="provider: phone them; client: ask; choice: choices to offer; enough: none changes much.",
    )  # fmt: skip
    question: Record = told(..., nl="vraag", en="question", meaning="What to ask.")
    fact: str = told("", nl="gegeven", en="fact", meaning="Fact of the intake, or rule or criterion of an activity.")
    activity_id: str | None = told(None, nl="nummer", en="id", meaning="Of the activity that it is about.")
    title: str | None = told(None, nl="naam", en="title", meaning="Of the activity that it is about.")
    whom: str = told("", nl="wie te bellen", en="whom to call", meaning="Name and number; empty: no number is known.")
    expected_change: float = told(
        0.0, nl="verwachte verandering", en="expected change", ge=0, unit="places of the first k",
        meaning="Places of the first k that change, over the answers by their chance.",
    )  # fmt: skip
    how: Literal["exact", "sample"] = told(
        "exact", nl="hoe bepaald", en="how", meaning="Over all answers named, or over a seeded sample of them."
    )
    answers: tuple[AnswerEffect, ...] = told((), nl="antwoorden", en="answers", meaning="What each would change.")
    choices: tuple[Choice, ...] = told((), nl="keuzes", en="choices", meaning="For kind choice: at most six.")
