"""A run made into an advice: its records, and with what it was made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wor_match.advice import Advice
from wor_match.criteria import CRITERIA, Criterion
from wor_match.domain.excluded import Excluded, ViaCare
from wor_match.domain.frozen import FrozenDict
from wor_match.domain.hashes import intake_hash
from wor_match.domain.provenance import Provenance
from wor_match.explain.build import below_floor, near_misses, not_understood, shortfall, travel_used
from wor_match.explain.remedies import LocalHelp
from wor_match.explain.suggestions import suggestions
from wor_match.pipeline import Run
from wor_match.plugged import asked_travel
from wor_match.rules import RULES, Rule
from wor_match.version import __version__
from wor_match.vocabulary.version import vocabulary_hash

if TYPE_CHECKING:
    from wor_match.geo import TravelTime
    from wor_match.matcher import Matcher

_OURS = frozenset(type(one) for one in (*RULES, *CRITERIA))


def answer(ran: Run, made_with: Provenance, local: LocalHelp) -> Advice:
    """The advice of a run; the intake and the travel times that it used are added to what it was made with."""
    client = ran.scene.query.client
    used = {
        "client": client,
        "intake_hash": intake_hash(client),
        "travel_minutes": FrozenDict(travel_used(ran)),
    }
    given = suggestions(ran, local)
    return Advice(
        reference=client.reference,
        gates=ran.gates.records,
        suggestions=given,
        shortfall=shortfall(ran, made_with.k),
        excluded=_excluded(ran, len(given)),
        read_from_words=ran.scene.query.words_read,
        not_understood=not_understood(ran),
        possible_milli=int(ran.scored.weights.sum()),
        provenance=made_with.model_copy(update=used),
    )


def _excluded(ran: Run, given: int) -> Excluded:
    care = [ran.scene.rows.source(place).activity for place in ran.via_care]
    return Excluded(
        counts=ran.counts,
        below_floor=below_floor(ran),
        not_shown=max(ran.above_floor - given, 0),
        near_misses=near_misses(ran),
        via_care=tuple(ViaCare(activity_id=one.id, title=one.title) for one in care),
    )


def made_with(matcher: Matcher) -> Provenance:
    """What is the same for all advices of a matcher: hashes and versions, and the names of rules and criteria."""
    return Provenance(
        library_version=__version__,
        catalogue_hash=matcher.catalogue.content_hash,
        catalogue_size=len(matcher.catalogue),
        profile_hash=matcher.profile.content_hash,
        profile_name=f"{matcher.profile.name} {matcher.profile.version}",
        vocabulary_hash=vocabulary_hash(),
        remedies_hash=matcher.local_help.content_hash,
        travel=router_name(matcher.travel),
        as_of=matcher.as_of,
        k=0,
        rules=tuple(_signed(rule) for rule in matcher.rules),
        criteria=tuple(_signed(criterion) for criterion in matcher.criteria),
    )


def router_name(travel: TravelTime) -> str:
    """Name and version of a router; asked for each advice, because a service may be renewed meanwhile."""
    asked = asked_travel(travel)
    return f"{asked.name} {asked.version}"


def _signed(one: Rule | Criterion) -> str:
    """Name of a rule or criterion; of a host's own also where it comes from and its ``version``, if it has one."""
    kind = type(one)
    if kind in _OURS:
        return one.name
    return " ".join([one.name, f"{kind.__module__}.{kind.__qualname__}", str(getattr(one, "version", ""))]).strip()
