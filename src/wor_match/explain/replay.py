"""An advice made again: the same to the bit, or which of the things that it was made with is not the same."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from wor_match.domain.client import Client
from wor_match.domain.given import check_kind
from wor_match.domain.hashes import canonical, intake_hash, overrules_hash
from wor_match.domain.records import Record
from wor_match.explain.compare import differences
from wor_match.explain.sentences import sentence
from wor_match.explain.told import told
from wor_match.explain.trips import has_other_minutes
from wor_match.explain.wording.table import Language

if TYPE_CHECKING:
    from wor_match.advice import Advice
    from wor_match.domain.provenance import Provenance
    from wor_match.query.query import Query


@dataclass(frozen=True, slots=True, repr=False)
class Replay:
    """What came of making a stored advice again.

    Parameters
    ----------
    is_same : bool
        Whether it came out the same to the bit.
    changed : tuple of str
        What is not as it was then: "catalogue", "profile", "vocabulary", "library", "rules", "criteria", "travel"
        (the source of travel times), "travel_times" (its answers, for the trips that were shown then), "remedies" (what
        there is locally), "client" (the intake was removed, or is another one, which cannot be checked of a redacted
        advice), "intake" and "overrules" (what is stored of these was changed since, or the overrules were removed),
        "advice" (the stored advice itself was changed, or something that no advice keeps, as a rule of a host's own
        without a version). Empty when it is the same.
    advice : Advice or None
        As it comes out now; None when it cannot be made.
    has_intake : bool, default True
        Whether there was an intake to make it with.
    """

    is_same: bool
    changed: tuple[str, ...]
    advice: Advice | None
    has_intake: bool = True

    @property
    def record(self) -> Record:
        """The same as a record."""
        if self.is_same:
            return Record(code="replay.same", params={})
        if self.advice is not None and self.advice.is_redacted and self.changed == ("overrules",):
            return Record(code="replay.overrules_removed", params={})
        if not self.has_intake:
            return Record(code="replay.client_removed", params={})
        if self.advice is not None and self.advice.is_redacted and self.changed == ("client",):
            return Record(code="replay.intake_unchecked", params={})
        case = "not_possible" if self.advice is None else "changed"
        return Record(code=f"replay.{case}", params={"changed": self.changed})

    def to_text(self, *, language: Language = "nl") -> str:
        """In one or two sentences, for a coach or an auditor.

        Examples
        --------
        >>> REMOVED.to_text()
        'De gegevens van de cliënt zijn verwijderd. Daarom is dit advies niet opnieuw te maken.'
        """
        return told([sentence(self.record, language)], language)


#: The intake is gone: nothing can be made again.
REMOVED = Replay(is_same=False, changed=("client",), advice=None, has_intake=False)


def intake_of(stored: Advice, given: object) -> Client | None:
    """The intake to make it with: what is given, as a client or as the mapping that JSON makes of one, else the stored.

    Raises
    ------
    InputError
        If what is given is no client: the stored intake is not taken in its place.
    """
    if given is None:
        return stored.provenance.client
    if isinstance(given, Mapping):
        return Client.model_validate(dict(given))
    check_kind("Matcher", "client", given, Client)
    return given if isinstance(given, Client) else None


def known_causes(now: Provenance, stored: Advice, intake: Client) -> list[str]:
    """What differs before an advice is made again: what it is made with, whose intake is used, what was touched."""
    then = stored.provenance
    is_other = then.intake_hash not in ("", intake_hash(intake)) if then.client is None else then.client != intake
    is_touched = then.client is not None and then.intake_hash != intake_hash(then.client)
    found = [*differences(now, then), *(["client"] if is_other else []), *(["intake"] if is_touched else [])]
    return [*found, "overrules"] if then.overrules_hash != overrules_hash(stored.overrules) else found


def replayed(stored: Advice, again: Advice | None, causes: list[str], ask: Callable[[Client], Query]) -> Replay:
    """Compare a stored advice with the one that was made again.

    Parameters
    ----------
    again : Advice or None
        None when it could not be made.
    causes : list of str
        What is known to differ already, as :func:`known_causes` gives it.
    ask : callable
        Gives the query of a client with the source of travel times as it is now.
    """
    if again is not None and canonical(again) == canonical(stored):
        return Replay(is_same=True, changed=(), advice=again)
    if again is not None:
        causes = causes or differences(stored.provenance, again.provenance)
    if not {"travel", "intake"} & set(causes) and has_other_minutes(stored, ask):
        causes = [*causes, "travel_times"]
    return Replay(is_same=False, changed=tuple(causes) or _untold(stored), advice=again)


def _untold(stored: Advice) -> tuple[str, ...]:
    """When nothing that is kept tells it: of a redacted advice it may always be the intake, whose hash is gone."""
    return ("client",) if stored.is_redacted else ("advice",)
