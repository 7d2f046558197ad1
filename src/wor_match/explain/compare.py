"""Two advices for one client: what changed in the list, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wor_match.domain.base import Model, Private, told
from wor_match.domain.client import Client
from wor_match.domain.records import Record
from wor_match.errors import InputError, Problem
from wor_match.explain.sentences import sentence
from wor_match.explain.told import told as said
from wor_match.explain.wording.table import Language

if TYPE_CHECKING:
    from wor_match.advice import Advice
    from wor_match.domain.provenance import Provenance
    from wor_match.domain.suggestion import Suggestion

#: What a difference is called -> the fields of a provenance that show it.
_SIGNS = {
    "catalogue": ("catalogue_hash",),
    "profile": ("profile_hash", "profile_name"),
    "vocabulary": ("vocabulary_hash",),
    "library": ("library_version",),
    "rules": ("rules",),
    "criteria": ("criteria",),
    "travel": ("travel",),
    "remedies": ("remedies_hash",),
    "date": ("as_of",),
    "k": ("k",),
}


class Listed(Model):
    """One activity in both lists, or in one of them."""

    activity_id: str = told(..., nl="nummer", en="id", meaning="Of the activity.")
    title: str = told(..., nl="naam", en="title", meaning="Of the activity.")
    rank_before: int | None = told(None, nl="eerst op plaats", en="rank before", meaning="Absent: not in that list.")
    rank_now: int | None = told(None, nl="nu op plaats", en="rank now", meaning="Absent: not in this list.")
    score_before_milli: int | None = told(None, nl="score eerst", en="score before", meaning="1/1000 point.")
    score_now_milli: int | None = told(None, nl="score nu", en="score now", meaning="1/1000 point.")


class Comparison(Private):
    """What differs between two advices for one client. Of the intake only the names of fields, never a value."""

    listed: tuple[Listed, ...] = told((), nl="lijst", en="list", meaning="Now shown first, then what has gone.")
    changed: tuple[str, ...] = told((), nl="anders", en="changed", meaning="catalogue, client, profile and the like.")
    intake_fields: tuple[str, ...] = told((), nl="velden van de intake", en="intake fields", meaning="That differ.")
    is_intake_known: bool = told(True, nl="intake bekend", en="intake known", meaning="Kept with both advices.")
    is_stopped_now: bool = told(False, nl="nu een stop", en="stopped now", meaning="A safety gate stops it.")
    was_stopped: bool = told(False, nl="eerst een stop", en="stopped before", meaning="A safety gate stopped it.")

    @property
    def came(self) -> tuple[Listed, ...]:
        """New in the list."""
        return tuple(one for one in self.listed if one.rank_before is None)

    @property
    def went(self) -> tuple[Listed, ...]:
        """No longer in the list."""
        return tuple(one for one in self.listed if one.rank_now is None)

    @property
    def moved(self) -> tuple[Listed, ...]:
        """In both lists, in another place."""
        both = [one for one in self.listed if one.rank_before is not None and one.rank_now is not None]
        return tuple(one for one in both if one.rank_before != one.rank_now)

    @property
    def records(self) -> tuple[Record, ...]:
        """What there is to tell a coach, in order: the list first, then why."""
        return (*_of_list(self), *_of_causes(self))

    def to_text(self, *, language: Language = "nl") -> str:
        """What changed and why, for a coach, one sentence a line.

        Examples
        --------
        >>> from wor_match import Matcher, load_sample
        >>> from wor_match.sample import SAMPLE_DATE
        >>> catalogue, clients = load_sample()
        >>> first = Matcher(catalogue, as_of=SAMPLE_DATE).recommend(clients[1])
        >>> second = first.hide("mens-shed", reason="kent het al", by="coach 7", on=SAMPLE_DATE)
        >>> print(second.compared(first).to_text())
        Niet meer in de lijst: ‘Men's Shed De Werkbank’.
        ‘Radio's en lampen testen’ staat nu op plaats 1. Eerst was dat plaats 2.
        ...
        Dit is anders dan de vorige keer: de keuzes van de coach.
        """
        return said((sentence(one, language) for one in self.records), language)


def compared(now: Advice, earlier: Advice) -> Comparison:
    """Compare two advices of one client.

    Raises
    ------
    InputError
        If they are for different clients. A redacted advice has no reference and can be compared with any.
    """
    if not isinstance(earlier, type(now)):
        raise InputError("Advice", [Problem("earlier", "wrong_type", "must be an Advice")])
    if not (now.is_redacted or earlier.is_redacted) and now.reference != earlier.reference:
        raise InputError("Advice", [Problem("reference", "another_client", "must be an advice for the same client")])
    fields, is_known = _intake(now.provenance.client, earlier.provenance.client)
    changed = [*differences(now.provenance, earlier.provenance), *travel_times(now, earlier)]
    changed += ["client"] if fields else []
    if now.overrules != earlier.overrules:
        changed.append("overrules")
    return Comparison(
        listed=_listed(now, earlier),
        changed=tuple(changed),
        intake_fields=fields,
        is_intake_known=is_known,
        is_stopped_now=now.is_stopped,
        was_stopped=earlier.is_stopped,
    )


def differences(now: Provenance, earlier: Provenance) -> list[str]:
    """Names of what two advices were made with that is not the same; the intake is not among them."""
    return [
        name for name, signs in _SIGNS.items() if any(getattr(now, sign) != getattr(earlier, sign) for sign in signs)
    ]


def travel_times(now: Advice, earlier: Advice) -> list[str]:
    """Its name, when one source of travel times gives other minutes for a trip that is in both advices.

    The same trip is from the same home, by the same modes, to the same place. What is shown in one of them only tells
    nothing, and another source is named by itself.
    """
    if now.provenance.travel != earlier.provenance.travel:
        return []
    minutes, before = _trips(now), _trips(earlier)
    return ["travel_times"] if any(minutes[one] != before[one] for one in minutes.keys() & before.keys()) else []


def _trips(advice: Advice) -> dict[str, object]:
    """Minutes of each trip that is shown; a trip is named by all that its minutes follow from but for the router."""
    client, known = advice.provenance.client, advice.provenance.travel_minutes
    if client is None:
        return {}
    begin = repr((client.home and client.home.model_dump(mode="json"), client.travel.modes))
    return {f"{begin} {_place(one)}": known[one.activity.id] for one in advice.suggestions if one.activity.id in known}


def _place(one: Suggestion) -> str:
    where = one.activity.model_dump_json(include={"id", "places", "parts"})
    return f"{where} {one.row} {one.part}"


def _intake(now: Client | None, earlier: Client | None) -> tuple[tuple[str, ...], bool]:
    if now is None or earlier is None:
        return (), False
    return tuple(name for name in Client.model_fields if getattr(now, name) != getattr(earlier, name)), True


def _listed(now: Advice, earlier: Advice) -> tuple[Listed, ...]:
    before = {one.activity.id: one for one in earlier.suggestions}
    here = {one.activity.id: one for one in now.suggestions}
    found = []
    for name in dict.fromkeys([*here, *before]):
        new, old = here.get(name), before.get(name)
        shown = new or before[name]
        found.append(
            Listed(
                activity_id=name,
                title=shown.activity.title,
                rank_before=old.rank if old else None,
                rank_now=new.rank if new else None,
                score_before_milli=old.score_milli if old else None,
                score_now_milli=new.score_milli if new else None,
            )
        )
    return tuple(found)


def _of_list(one: Comparison) -> list[Record]:
    found = []
    if one.is_stopped_now is not one.was_stopped:
        found.append(Record(code="compared.stopped" if one.is_stopped_now else "compared.lifted", params={}))
    for code, those in (("compared.came", one.came), ("compared.went", one.went)):
        if those:
            found.append(Record(code=code, params={"titles": tuple(each.title for each in those)}))
    found += [
        Record(code="compared.moved", params={"title": each.title, "before": each.rank_before, "after": each.rank_now})
        for each in one.moved
    ]
    return found or [Record(code="compared.same", params={})]


def _is_other_list(one: Comparison) -> bool:
    return bool(one.came or one.went or one.moved) or one.is_stopped_now is not one.was_stopped


def _of_causes(one: Comparison) -> list[Record]:
    found = []
    if one.changed:
        found.append(Record(code="compared.causes", params={"changed": one.changed}))
    elif one.is_intake_known and _is_other_list(one):
        found.append(Record(code="compared.cause_unknown", params={}))
    if one.intake_fields:
        found.append(Record(code="compared.intake", params={"fields": one.intake_fields}))
    if not one.is_intake_known:
        found.append(Record(code="compared.intake_unknown", params={}))
    return found
