"""The facade: a catalogue, a profile and a date; each method is one call downwards."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from wor_match.advice import Advice, Excluded, Provenance, ViaCare
from wor_match.catalogue.catalogue import Catalogue
from wor_match.criteria import CRITERIA, Criterion
from wor_match.domain.client import Client
from wor_match.domain.profile import Profile
from wor_match.errors import InputError, Problem, ProfileError
from wor_match.explain.build import below_floor, near_misses, not_understood, shortfall
from wor_match.explain.suggestions import suggestions
from wor_match.geo import StraightLineTravel, TravelTime
from wor_match.pipeline import Run, run
from wor_match.query import Query, compile_query
from wor_match.rules import RULES, Rule
from wor_match.version import __version__
from wor_match.vocabulary.version import vocabulary_hash

if TYPE_CHECKING:
    import pandas as pd

MAX_K = 1000


@dataclass(frozen=True, repr=False)
class Batch:
    """Advices for many clients; every client has one, or an error.

    Parameters
    ----------
    advices : tuple of (Advice or InputError), in the order of the clients
    """

    references: tuple[str, ...]
    advices: tuple[Advice | InputError, ...]

    @property
    def suggestions(self) -> pd.DataFrame:
        """One row a suggestion, with the client's reference."""
        import pandas as pd

        frames = [
            one.to_frame().assign(reference=one.reference)
            for one in self.advices
            if isinstance(one, Advice) and one.suggestions
        ]
        return pd.concat(frames, ignore_index=True) if frames else pd.DataFrame(columns=["reference", "activity_id"])

    @property
    def clients(self) -> pd.DataFrame:
        """One row a client: how many suggestions, whether stopped, why fewer, and what went wrong."""
        import pandas as pd

        return pd.DataFrame(
            [
                {
                    "reference": reference,
                    "given": len(one.suggestions) if isinstance(one, Advice) else 0,
                    "is_stopped": isinstance(one, Advice) and one.is_stopped,
                    "shortfall": one.shortfall.code if isinstance(one, Advice) and one.shortfall else None,
                    "error": str(one) if isinstance(one, InputError) else None,
                }
                for reference, one in zip(self.references, self.advices, strict=True)
            ]
        )


class Matcher:
    """Finds activities for clients in one catalogue, on one date.

    Parameters
    ----------
    catalogue : Catalogue
    profile : Profile, optional
        Weights and limits; default :meth:`Profile.default`.
    as_of : date
        The day of asking. The library has no clock, so it must be told.
    travel : TravelTime, optional
        A router of the host's own; default straight-line distance with detour factors.
    rules, criteria : sequences, optional
        A host's own come beside the shipped ones: ``rules=(*RULES, MyRule())``. A criterion of one's own needs a
        weight in the profile.

    Raises
    ------
    ProfileError
        If the profile gives weight to a criterion that is not there.

    Examples
    --------
    >>> from wor_match import Activity, Catalogue, Client, Matcher
    >>> catalogue = Catalogue.from_activities([Activity(id="koor", title="Buurtkoor", status="active")])
    >>> matcher = Matcher(catalogue, as_of=date(2026, 11, 23))
    >>> matcher.recommend(Client(reference="c-1", interests=["zingen"])).suggestions[0].activity.id
    'koor'
    """

    def __init__(
        self,
        catalogue: Catalogue,
        profile: Profile | None = None,
        *,
        as_of: date,
        travel: TravelTime | None = None,
        rules: Sequence[Rule] = RULES,
        criteria: Sequence[Criterion] = CRITERIA,
    ) -> None:
        self.catalogue = catalogue
        self.profile = profile or Profile.default()
        self.as_of = _day(as_of)
        self.travel = travel or StraightLineTravel()
        self.rules = tuple(rules)
        self.criteria = tuple(criteria)
        self._refuse_unknown_weights()

    def recommend(self, client: Client, k: int = 5) -> Advice:
        """Suggest at most k activities for one client.

        Parameters
        ----------
        k : int, default 5
            At least 1. More than there are gives all that fit and a shortfall.

        Raises
        ------
        InputError
            If k is not from 1 to 1000, or the client's home cannot be placed.
        """
        _check_k(k)
        query = self.query(client)
        return self._advice(run(query, self.catalogue, self.rules, self.criteria, k), k)

    def recommend_many(self, clients: Iterable[Client], k: int = 5) -> Batch:
        """Suggest for many clients; each advice is identical to that of :meth:`recommend`.

        A client whose input cannot be used gets an error of its own and stops nobody else.
        """
        _check_k(k)
        everyone = tuple(clients)
        return Batch(tuple(getattr(one, "reference", "") for one in everyone), tuple(self._one(client, k) for client in everyone))

    def query(self, client: Client) -> Query:
        """The client compiled for this matcher; for analysts and for testing a rule or criterion."""
        if not isinstance(client, Client):
            must_be = "must be a Client; build one with Client.model_validate(...)"
            raise InputError("Matcher", [Problem("client", "not_a_client", must_be)])
        return compile_query(client, as_of=self.as_of, profile=self.profile, travel=self.travel)

    def run(self, client: Client, k: int = 5) -> Run:
        """The arrays behind an advice; for analysts."""
        _check_k(k)
        return run(self.query(client), self.catalogue, self.rules, self.criteria, k)

    def _one(self, client: Client, k: int) -> Advice | InputError:
        try:
            return self.recommend(client, k)
        except InputError as error:
            return error

    def _advice(self, ran: Run, k: int) -> Advice:
        query = ran.scene.query
        given = suggestions(ran)
        care = [ran.scene.rows.source(place).activity for place in ran.via_care]
        return Advice(
            reference=query.client.reference,
            gates=ran.gates.records,
            suggestions=given,
            shortfall=shortfall(ran, k),
            excluded=Excluded(
                counts=ran.counts,
                below_floor=below_floor(ran),
                not_shown=max(ran.above_floor - len(given), 0),
                near_misses=near_misses(ran),
                via_care=tuple(ViaCare(activity_id=one.id, title=one.title) for one in care),
            ),
            read_from_words=query.words_read,
            not_understood=not_understood(ran),
            possible_milli=int(ran.scored.weights.sum()),
            provenance=self._provenance(k),
        )

    def _provenance(self, k: int) -> Provenance:
        return Provenance(
            library_version=__version__,
            catalogue_hash=self.catalogue.content_hash,
            catalogue_size=len(self.catalogue),
            profile_hash=self.profile.content_hash,
            profile_name=f"{self.profile.name} {self.profile.version}",
            vocabulary_hash=vocabulary_hash(),
            travel=f"{self.travel.name} {self.travel.version}",
            as_of=self.as_of,
            k=k,
        )

    def _refuse_unknown_weights(self) -> None:
        names = {one.name for one in self.criteria}
        unknown = sorted(set(self.profile.weights) - names)
        if unknown:
            problems = [Problem(f"weights.{name}", "unknown_criterion", "is not a criterion here") for name in unknown]
            raise ProfileError("Profile", problems)


def _day(as_of: object) -> date:
    """The date itself; of a datetime its date."""
    if isinstance(as_of, datetime):
        return as_of.date()
    if not isinstance(as_of, date):
        raise InputError("Matcher", [Problem("as_of", "not_a_date", "must be a datetime.date")])
    return as_of


def _check_k(k: int) -> None:
    if isinstance(k, bool) or not isinstance(k, int) or not 1 <= k <= MAX_K:
        raise InputError("Matcher", [Problem("k", "out_of_range", f"must be a whole number from 1 to {MAX_K}")])
