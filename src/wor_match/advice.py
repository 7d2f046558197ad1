"""An advice: a run that can be read, printed and stored."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Literal, Self

from wor_match.domain.base import Model, Private, told
from wor_match.domain.records import Exclusion, Gate, NearMiss, Shortfall, WordsRead
from wor_match.domain.suggestion import Suggestion
from wor_match.errors import InputError, Problem, StoredVersionError, UnknownIdError

if TYPE_CHECKING:
    import pandas as pd

Language = Literal["nl", "en"]
Audience = Literal["coach", "client"]
SCHEMA_VERSION = "1.0"


class ViaCare(Model):
    """An indicated activity: never an ordinary suggestion, only through the GP or mental health care."""

    activity_id: str = told(..., nl="nummer", en="id", meaning="Of the activity.")
    title: str = told(..., nl="naam", en="title", meaning="Of the activity.")


class Excluded(Private):
    """Why other activities are not there. Counts are by the first rule that excluded an activity."""

    counts: dict[str, int] = told(dict, nl="aantallen", en="counts", meaning="Activities by rule.")
    below_floor: int = told(0, nl="te weinig verband", en="below the floor", meaning="Possible, but no clear link.")
    not_shown: int = told(0, nl="niet getoond", en="not shown", meaning="Possible and linked, but not in the top k.")
    near_misses: tuple[NearMiss, ...] = told((), nl="net niet", en="near misses", meaning="One rule only; best first.")
    via_care: tuple[ViaCare, ...] = told((), nl="via huisarts of ggz", en="via care", meaning="Indicated ones.")

    @property
    def total(self) -> int:
        """How many activities a hard rule excluded."""
        return sum(self.counts.values())


class Provenance(Private):
    """With what this answer was made, so that it can be made again."""

    library_version: str = told(..., nl="versie", en="library version", meaning="Of wor_match.")
    catalogue_hash: str = told(..., nl="aanbod", en="catalogue", meaning="Content hash.")
    catalogue_size: int = told(..., nl="aantal", en="size", meaning="Activities in the catalogue.")
    profile_hash: str = told(..., nl="profiel", en="profile", meaning="Content hash.")
    profile_name: str = told(..., nl="profielnaam", en="profile name", meaning="Name and version.")
    vocabulary_hash: str = told(..., nl="woordenlijsten", en="vocabulary", meaning="Content hash.")
    travel: str = told(..., nl="reistijdbron", en="travel source", meaning="Name and version.")
    as_of: date = told(..., nl="datum", en="date", meaning="Asked for.")
    k: int = told(..., nl="aantal gevraagd", en="k", meaning="Asked for.")


class Advice(Private):
    """What a coach gets: gates first, then suggestions, then why other things are not there.

    Examples
    --------
    >>> from wor_match import Matcher, load_sample
    >>> from datetime import date
    >>> catalogue, clients = load_sample()
    >>> advice = Matcher(catalogue, as_of=date(2026, 11, 23)).recommend(clients[0], k=3)
    >>> Advice.from_json(advice.to_json()) == advice
    True
    """

    schema_version: str = told(SCHEMA_VERSION, nl="schemaversie", en="schema version", meaning="Of this model.")
    reference: str = told(..., nl="kenmerk", en="reference", meaning="Of the client.")
    gates: tuple[Gate, ...] = told((), nl="veiligheid", en="gates", meaning="Stop first.")
    suggestions: tuple[Suggestion, ...] = told((), nl="suggesties", en="suggestions", meaning="Best first.")
    shortfall: Shortfall | None = told(None, nl="waarom zo weinig", en="shortfall", meaning="If fewer than asked.")
    excluded: Excluded = told(Excluded, nl="niet gekozen", en="excluded", meaning="Why others fell out.")
    read_from_words: tuple[WordsRead, ...] = told(
        (), nl="gelezen in eigen woorden", en="read from words", meaning="What free text added."
    )
    not_understood: tuple[str, ...] = told(
        (), nl="niet begrepen", en="not understood", meaning="Interests in which no theme was read."
    )
    possible_milli: int = told(
        0, nl="hoogst mogelijk", en="possible", meaning="Sum of the weights that count here.", unit="1/1000 point"
    )
    provenance: Provenance = told(..., nl="herkomst", en="provenance", meaning="How it was made.")

    @property
    def is_stopped(self) -> bool:
        """Whether a safety gate stopped the suggestions."""
        return any(gate.level == "stop" for gate in self.gates)

    def suggestion(self, activity_id: str) -> Suggestion:
        """The suggestion of one activity; UnknownIdError when it is not among them."""
        for one in self.suggestions:
            if one.activity.id == activity_id:
                return one
        problem = Problem("activity_id", "unknown_id", "is not among the suggestions", activity_id)
        raise UnknownIdError("Advice", [problem])

    def to_json(self, *, indent: int | None = None) -> str:
        """The whole advice as JSON. It is health data: store it as such."""
        return self.model_dump_json(indent=indent)

    @classmethod
    def from_json(cls, text: str | bytes) -> Self:
        """Read a stored advice.

        Raises
        ------
        StoredVersionError
            If it was stored with another schema version.
        InputError
            If it is not an advice.
        """
        import json

        try:
            stored = json.loads(text)
        except (ValueError, RecursionError):
            stored = None
        if not isinstance(stored, dict):
            raise InputError("Advice", [Problem("(whole)", "not_json", "must be the JSON object that to_json gives")])
        version = stored.get("schema_version")
        if version != SCHEMA_VERSION:
            raise StoredVersionError(f"this library reads advices of schema version {SCHEMA_VERSION} only")
        return cls.model_validate_json(text)

    def to_text(self, *, language: Language = "nl", audience: Audience = "coach") -> str:
        """The advice as plain text.

        Parameters
        ----------
        language : {"nl", "en"}
        audience : {"coach", "client"}
            For a client: no scores, no safety signals, no health words.
        """
        from wor_match.explain.text import advice_text

        return advice_text(self, language=language, audience=audience)

    def to_frame(self) -> pd.DataFrame:
        """One row a suggestion: rank, id, title, score with its bounds, and one column a criterion, in points."""
        import pandas as pd

        rows = [
            {
                "rank": one.rank,
                "activity_id": one.activity.id,
                "title": one.activity.title,
                "score": one.score,
                "score_low": one.score_low,
                "score_high": one.score_high,
                "travel_minutes": one.travel_minutes,
                **{contribution.criterion: contribution.points for contribution in one.contributions},
            }
            for one in self.suggestions
        ]
        return pd.DataFrame(rows)


__all__ = ["Advice", "Excluded", "Exclusion", "Provenance", "ViaCare"]
