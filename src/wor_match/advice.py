"""An advice: a run that can be read, printed and stored."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Literal, Self

from wor_match.domain.base import Private, told
from wor_match.domain.excluded import Excluded, ViaCare
from wor_match.domain.given import check_kind, check_kinds
from wor_match.domain.overrule import Overrule
from wor_match.domain.provenance import Provenance
from wor_match.domain.records import Exclusion, Gate, Shortfall, WordsRead
from wor_match.domain.suggestion import Suggestion
from wor_match.errors import InputError, Problem, UnknownIdError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    import pandas as pd

    from wor_match.explain.address import Address
    from wor_match.explain.card.letter import Consent
    from wor_match.explain.compare import Comparison
    from wor_match.explain.contrast import Contrast
    from wor_match.explain.wording.table import Audience, Language

SCHEMA_VERSION = "1.0"


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
    overrules: tuple[Overrule, ...] = told(
        (), nl="keuzes van de coach", en="overrules", meaning="Pinned, hidden, reordered, let in: why, who and when."
    )
    given_order: tuple[str, ...] = told(
        (), nl="volgorde zonder coach", en="order without the coach",
        meaning="Ids as they were before the first pin, hide or reorder; empty: there was none.",
    )  # fmt: skip
    is_redacted: bool = told(
        False, nl="zonder cliëntgegevens", en="redacted", meaning="Whether what it told of the client was removed."
    )
    provenance: Provenance = told(..., nl="herkomst", en="provenance", meaning="How it was made.")

    @property
    def is_stopped(self) -> bool:
        """Whether a safety gate stopped the suggestions."""
        told_short = self.shortfall is not None and self.shortfall.code == "shortfall.stopped"
        return told_short or any(gate.level == "stop" for gate in self.gates)

    def suggestion(self, activity_id: str) -> Suggestion:
        """The suggestion of one activity; UnknownIdError when it is not among them."""
        for one in self.suggestions:
            if one.activity.id == activity_id:
                return one
        problem = Problem("activity_id", "unknown_id", "is not among the suggestions", activity_id)
        raise UnknownIdError("Advice", [problem])

    def contrast(self, a: str, b: str) -> Contrast:
        """Why one suggestion stands above another: points per criterion that add up exactly to the difference.

        Parameters
        ----------
        a, b : str
            Activity ids among the suggestions, in any order.

        Returns
        -------
        Contrast
            Integer thousandths of a point per criterion, the two or three that decide it, and ``to_text``.

        Raises
        ------
        InputError
            If the advice is stopped: safety comes first.
        UnknownIdError
            If an id is not among the suggestions.

        Examples
        --------
        >>> from wor_match import Matcher, load_sample
        >>> from wor_match.sample import SAMPLE_DATE
        >>> catalogue, clients = load_sample()
        >>> advice = Matcher(catalogue, as_of=SAMPLE_DATE).recommend(clients[1])
        >>> first, second = advice.suggestions[:2]
        >>> found = advice.contrast(first.activity.id, second.activity.id)
        >>> found.difference_milli == first.score_milli - second.score_milli
        True
        >>> found.difference_milli == sum(one.difference_milli for one in found.points)
        True
        """
        from wor_match.explain.contrast import contrast

        return contrast(self, a, b)

    def compared(self, earlier: Advice) -> Comparison:
        """What changed since an earlier advice for the same client, and why; of the intake by names of fields only.

        Raises
        ------
        InputError
            If the other advice is for another client.

        Examples
        --------
        >>> from wor_match import Matcher, load_sample
        >>> from wor_match.sample import SAMPLE_DATE
        >>> catalogue, clients = load_sample()
        >>> matcher, client = Matcher(catalogue, as_of=SAMPLE_DATE), clients[1]
        >>> now = matcher.recommend(client.replaced(budget_eur_per_month=0)).compared(matcher.recommend(client))
        >>> now.changed, now.intake_fields
        (('client',), ('budget_eur_per_month',))
        """
        from wor_match.explain.compare import compared

        return compared(self, earlier)

    def pin(self, activity_id: str, *, reason: str, by: str, on: date) -> Self:
        """The advice with one suggestion put first; the decision is kept in ``overrules`` and told to a coach.

        Parameters
        ----------
        reason : str
            Why, in words; it may not be empty.
        by : str
            Who decided.
        on : date
            When; the library knows no today, so that it may not be after the day of the advice.

        Raises
        ------
        UnknownIdError
            If the activity is not among the suggestions.
        InputError
            If there is no reason, nobody who decided, or a day after that of the advice.

        Notes
        -----
        Scores and reasons stay as they are, and nothing is ever learned from an overrule.

        Examples
        --------
        >>> from wor_match import Matcher, load_sample
        >>> from wor_match.sample import SAMPLE_DATE
        >>> catalogue, clients = load_sample()
        >>> advice = Matcher(catalogue, as_of=SAMPLE_DATE).recommend(clients[1])
        >>> third = advice.suggestions[2].activity.id
        >>> pinned = advice.pin(third, reason="daar kent hij iemand", by="coach-7", on=SAMPLE_DATE)
        >>> pinned.suggestions[0].activity.id == third, len(pinned.overrules)
        (True, 1)
        """
        return self.overruled(Overrule(kind="pin", activity_ids=(activity_id,), reason=reason, by=by, on=on))

    def hide(self, activity_id: str, *, reason: str, by: str, on: date) -> Self:
        """The advice without one suggestion; see :meth:`pin` for the parameters. What is hidden stays in the record."""
        return self.overruled(Overrule(kind="hide", activity_ids=(activity_id,), reason=reason, by=by, on=on))

    def reorder(self, activity_ids: Iterable[str], *, reason: str, by: str, on: date) -> Self:
        """The advice in another order: all ids of the suggestions, best first; see :meth:`pin` for the rest."""
        ids = check_kinds("Advice", "activity_ids", activity_ids, str)
        return self.overruled(Overrule(kind="reorder", activity_ids=ids, reason=reason, by=by, on=on))

    def overruled(self, overrule: Overrule) -> Self:
        """The advice after one overrule that was made elsewhere; ``let_in`` is for ``Matcher.recommend``."""
        from wor_match.explain.overrules import checked, kept, overruled

        check_kind("Advice", "overrule", overrule, Overrule)
        if overrule.kind == "let_in":
            must_be = "let_in is for Matcher.recommend(client, overrules=[...]): the advice has only what is shown"
            raise InputError("Advice", [Problem("kind", "not_here", must_be)])
        (looked_at,) = checked([overrule], self.provenance.as_of)
        shown, titled = overruled(self.suggestions, looked_at)
        given = self.given_order or tuple(one.activity.id for one in self.suggestions)
        return kept(self, titled).model_copy(update={"suggestions": shown, "given_order": given})

    def redact(self) -> Self:
        """The advice without what it tells of the client: ids, points and counts stay.

        Gone are the reference, the intake, safety gates and whether they stopped it, own words, reasons, questions,
        first steps, near misses, trips (how and how long), what a coach overruled, which rule excluded how many (one
        total is left), and which criteria counted but for those that a client gets to read (of the others one sum).
        Without suggestions no counts are left. A redacted advice cannot be made again, and :meth:`Matcher.replay` says
        why.

        Examples
        --------
        >>> from wor_match import Matcher, load_sample
        >>> from wor_match.sample import SAMPLE_DATE
        >>> catalogue, clients = load_sample()
        >>> matcher = Matcher(catalogue, as_of=SAMPLE_DATE)
        >>> matcher.replay(matcher.recommend(clients[1]).redact()).changed
        ('client',)
        """
        from wor_match.explain.redact import redacted

        return redacted(self)

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
        from wor_match.domain.stored import refuse_other_version

        refuse_other_version("Advice", text, SCHEMA_VERSION)
        return cls.model_validate_json(text)

    def to_text(self, *, language: Language = "nl", audience: Audience = "coach", address: Address = "u") -> str:
        """The advice as plain text.

        Parameters
        ----------
        language : {"nl", "en"} or Wording
        audience : {"coach", "client"}
            For a client: no scores, no safety signals, no health words.
        address : {"u", "je"}
            How a client is addressed in Dutch.

        Examples
        --------
        >>> from wor_match import Matcher, load_sample
        >>> catalogue, clients = load_sample()
        >>> advice = Matcher(catalogue, as_of=date(2026, 11, 23)).recommend(clients[1], k=1)
        >>> print(advice.to_text(audience="client", address="je"))
        Ideeën voor jou, maandag 23 november 2026
        ...
        Je kiest zelf, samen met je coach. Niets moet.
        """
        from wor_match.explain.text import advice_text

        return advice_text(self, language=language, audience=audience, address=address)

    def to_html(self, *, language: Language = "nl", audience: Audience = "coach", address: Address = "u") -> str:
        """The advice as one page that stands on its own: no script, nothing from a network; for screen and paper.

        Parameters
        ----------
        language : {"nl", "en"} or Wording
        audience : {"coach", "client"}
            For a client this is :meth:`leaflet`.
        address : {"u", "je"}
            How a client is addressed in Dutch.

        Examples
        --------
        >>> from wor_match import Matcher, load_sample
        >>> from datetime import date
        >>> catalogue, clients = load_sample()
        >>> advice = Matcher(catalogue, as_of=date(2026, 11, 23)).recommend(clients[0], k=3)
        >>> page = advice.to_html(language="en")
        >>> '<html lang="en">' in page, "<script" in page
        (True, False)
        """
        from wor_match.explain.address import check_address, check_audience
        from wor_match.explain.card.coach import coach_card

        check_audience(audience)  # a slip of the pen may not show a client the coach's card
        check_address(address)
        if audience == "client":
            return self.leaflet(language=language, address=address)
        return coach_card(self, language)

    def leaflet(
        self, *, language: Language = "nl", address: Address = "u", pictograms: Mapping[str, str] | None = None
    ) -> str:
        """A page for the client: large type and plain words; no scores, safety signals or health words.

        Parameters
        ----------
        language : {"nl", "en"} or Wording
        address : {"u", "je"}
            How the client is addressed in Dutch.
        pictograms : mapping of str to str, optional
            Theme to a sign of at most 16 characters, such as an emoji, or to a picture ``data:image/...;base64,...``.

        Raises
        ------
        InputError
            If a pictogram is anything else.
        """
        from wor_match.explain.card.leaflet import leaflet

        return leaflet(self, language, address, pictograms)

    def read_aloud(self, *, language: Language = "nl", address: Address = "u") -> str:
        """What the leaflet says, as running text for a voice: one paragraph an idea."""
        from wor_match.explain.card.leaflet import read_aloud

        return read_aloud(self, language, address)

    def letter(
        self,
        chosen: Iterable[str] = (),
        *,
        consent: bool | Consent | Mapping[str, Any] = False,
        language: Language = "nl",
        style: Literal["text", "html"] = "text",
        contact_on: date | None = None,
        follow_up_on: date | None = None,
        to: str = "",
        sender: str = "",
    ) -> str:
        """Short feedback to the referrer: that there was contact, what was chosen, and when it is looked at again.

        After a STOP there is no routine letter: first comes what :attr:`gates` say; tell the referrer in person.

        Parameters
        ----------
        chosen : iterable of str
            Ids of suggested activities. Empty: nothing has been chosen yet.
        consent : bool, Consent or mapping
            The client's own consent to this letter: ``{"given_on": date, "recorded_by": name}``, which the letter
            tells, or True when the host keeps that record. Given at the latest on the day of the letter.
        language : {"nl", "en"} or Wording
        style : {"text", "html"}
        contact_on : date, optional
            When there was contact; the day of the advice when left out. The letter is of the later of the two days.
        follow_up_on : date, optional
            When it is looked at again. Left out: thirteen weeks after the contact, or, when nothing has been chosen,
            no day at all, because there is no start to count from.
        to, sender : str
            Names above the letter. They are not kept.

        Raises
        ------
        InputError
            Without consent, after a STOP, of a redacted advice, or with days that cannot be.
        UnknownIdError
            If a chosen activity is not among the suggestions.

        Examples
        --------
        >>> from wor_match import Matcher, load_sample
        >>> catalogue, clients = load_sample()
        >>> advice = Matcher(catalogue, as_of=date(2026, 11, 23)).recommend(clients[1], k=3)
        >>> agreed = {"given_on": date(2026, 11, 23), "recorded_by": "coach 7"}
        >>> print(advice.letter(chosen=["mens-shed"], consent=agreed))
        Bericht over uw verwijzing
        ...
        Samen gekozen:
        - Men's Shed De Werkbank
        Op of rond maandag 22 februari 2027 vragen wij hoe het gaat.
        Voor dit bericht is toestemming gegeven op maandag 23 november 2026, vastgelegd door coach 7.
        Meer gegevens staan hier met opzet niet in.
        """
        from wor_match.explain.card.letter import letter

        days, names = (contact_on, follow_up_on), (to, sender)
        return letter(self, chosen, consent=consent, language=language, style=style, days=days, names=names)

    def _repr_html_(self) -> str:
        """What a notebook shows: names and scores, nothing of the client."""
        from wor_match.explain.card.preview import preview

        return preview(self)

    def to_frame(self) -> pd.DataFrame:
        """One row a suggestion: rank, id, title, score with its bounds, and one column a criterion, in points."""
        from wor_match.frames import suggestions_frame

        return suggestions_frame(() if self.is_stopped else self.suggestions)


__all__ = ["Advice", "Excluded", "Exclusion", "Provenance", "ViaCare"]
