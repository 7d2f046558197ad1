"""The facade: a catalogue, a profile and a date; each method is one call downwards."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property

import numpy as np

from wor_match.advice import Advice
from wor_match.answer import answer, made_with, router_name
from wor_match.arguments import MAX_DRAWS, MAX_QUESTIONS, MAX_SEED, check_k, check_whole, day
from wor_match.batch import Batch
from wor_match.catalogue.catalogue import Catalogue
from wor_match.criteria import CRITERIA, Criterion
from wor_match.domain.client import Client
from wor_match.domain.given import SetOnce, check_kind, check_kinds
from wor_match.domain.overrule import Overrule
from wor_match.domain.profile import Profile
from wor_match.domain.provenance import Provenance
from wor_match.domain.remedy import Remedy
from wor_match.errors import InputError, PluginError, Problem, ProfileError
from wor_match.explain.overrules import checked, followed, let_in, set_aside
from wor_match.explain.questions import questions
from wor_match.explain.questions_text import NextQuestions
from wor_match.explain.remedies import LocalHelp
from wor_match.explain.replay import REMOVED, Replay, intake_of, known_causes, replayed
from wor_match.explain.stability import stability
from wor_match.explain.stability_text import Stability
from wor_match.explain.what_if import what_if
from wor_match.explain.what_if_text import WhatIfs
from wor_match.explain.why_not import Asked, WhyNot, why_not
from wor_match.gates import check_gates
from wor_match.geo import StraightLineTravel, TravelTime
from wor_match.pipeline import NO_ROWS, Run, run
from wor_match.plugged import asked_criteria, asked_rules, asked_travel
from wor_match.query import Query, compile_query
from wor_match.rules import RULES, Rule


class Matcher(SetOnce):
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
    rules, criteria : iterables, optional
        A host's own come beside the shipped ones: ``rules=(*RULES, MyRule())``. A criterion of one's own needs a
        weight in the profile.
    remedies : iterable of Remedy, optional
        The host's own dated table of what there is locally (maatje, Wmo transport, city pass): for the first step of
        each suggestion, and for :meth:`what_if`.

    Raises
    ------
    ProfileError
        If the profile gives a weight or a prior to a criterion that is not there.

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
        rules: Iterable[Rule] = RULES,
        criteria: Iterable[Criterion] = CRITERIA,
        remedies: Iterable[Remedy] = (),
    ) -> None:
        check_kind("Matcher", "catalogue", catalogue, Catalogue)
        self.catalogue = catalogue
        self.profile = Profile.default() if profile is None else profile
        check_kind("Matcher", "profile", self.profile, Profile)
        self.as_of = day(as_of)
        self.travel = travel or StraightLineTravel()
        self.rules: tuple[Rule, ...] = check_kinds("Matcher", "rules", rules, Rule)
        self.criteria: tuple[Criterion, ...] = check_kinds("Matcher", "criteria", criteria, Criterion)
        self.remedies: tuple[Remedy, ...] = check_kinds("Matcher", "remedies", remedies, Remedy)
        self.local_help = LocalHelp(self.remedies, self.as_of)
        self._refuse_doubles()
        self._rules, self._criteria = asked_rules(self.rules), asked_criteria(self.criteria)
        self._travel = asked_travel(self.travel)
        self._refuse_unknown_weights()
        self._set_once()

    def recommend(self, client: Client, k: int = 5, *, overrules: Iterable[Overrule] = ()) -> Advice:
        """Suggest at most k activities for one client.

        Parameters
        ----------
        k : int, default 5
            At least 1. More than there are gives all that fit and a shortfall.
        overrules : iterable of Overrule
            What a coach decides otherwise, each with a reason, who and when. A ``let_in`` sets named rules aside for
            one activity, which then has a place in the list, the last if its score gives no better one; so no more than
            k activities can be let in. Pins, hides and reorders follow in their order. All are kept in the advice. A
            STOP lets nothing in, and the client's own list of what to avoid cannot be overruled.

        Raises
        ------
        InputError
            If k is not from 1 to 1000, the client's home cannot be placed, or an overrule cannot be followed; also
            when more than k activities are let in.
        UnknownIdError
            If an overrule is about an activity that is not there.
        PluginError
            If a rule, criterion or router of the host's own fails, or gives an answer of which nothing can be made.

        Examples
        --------
        >>> from wor_match.domain.overrule import Overrule
        >>> from wor_match.sample import SAMPLE_DATE, load_sample
        >>> catalogue, clients = load_sample()
        >>> matcher = Matcher(catalogue, as_of=SAMPLE_DATE)
        >>> near = matcher.recommend(clients[0]).excluded.near_misses[0]
        >>> said = {"reason": "de aanbieder vindt het goed", "by": "coach-7", "on": SAMPLE_DATE}
        >>> mine = Overrule(kind="let_in", activity_ids=(near.activity_id,), rules=(near.exclusion.rule,), **said)
        >>> advice = matcher.recommend(clients[0], overrules=[mine])
        >>> near.activity_id in [one.activity.id for one in advice.suggestions]
        True
        """
        k = check_k(k)
        overrules = checked(check_kinds("Matcher", "overrules", overrules, Overrule), self.as_of)
        query = self.query(client)
        letting = [one for one in overrules if one.kind == "let_in"]
        numbers = tuple(self.catalogue.number(one.activity_ids[0]) for one in letting)
        also = np.flatnonzero(np.isin(self.catalogue.row_activity, numbers)) if letting else NO_ROWS
        ran = run(
            query,
            self.catalogue,
            set_aside(self._rules, letting, self.catalogue, k),
            self._criteria,
            k,
            also,
            is_whole=bool(letting),
        )
        advice = answer(let_in(ran, numbers, k) if letting else ran, self._provenance(k), self.local_help)
        return followed(advice, overrules, self.catalogue)

    def why_not(self, client: Client, activity_id: str, k: int = 5) -> WhyNot:
        """Why an activity is not in the list, or where it stands, and the smallest changes that would bring it in.

        Parameters
        ----------
        activity_id : str
            Anything in the catalogue.
        k : int, default 5
            How long the list is.

        Returns
        -------
        WhyNot
            Every hard rule that it fails with its fact and source field, or the rank that it got; and at most three
            ways to bring it in, each tried by making its changes and running the pipeline again. Who someone is, how
            they are and what they were through is never proposed to be otherwise.

        Raises
        ------
        UnknownIdError
            If the id is not in the catalogue.
        InputError
            If k is not from 1 to 1000, or the client's home cannot be placed.

        Examples
        --------
        >>> from wor_match.sample import SAMPLE_DATE, load_sample
        >>> catalogue, clients = load_sample()
        >>> matcher = Matcher(catalogue, as_of=SAMPLE_DATE)
        >>> near = matcher.recommend(clients[0]).excluded.near_misses[0]
        >>> found = matcher.why_not(clients[0], near.activity_id)
        >>> found.outcome, [one.rule for one in found.exclusions] == [near.exclusion.rule]
        ('excluded', True)
        """
        k = check_k(k)
        return why_not(Asked(self.query, self._rules, self._criteria, k), client, self.catalogue, activity_id)

    def replay(self, advice: Advice, client: Client | Mapping[str, object] | None = None) -> Replay:
        """Make a stored advice again: the same to the bit, or which of the things it was made with has changed.

        Parameters
        ----------
        advice : Advice
            As it was stored. Its own date, k, intake and overrules are used; catalogue, profile, rules, criteria,
            remedies and travel times are those of this matcher.
        client : Client or mapping, optional
            The intake, for an advice of which it was removed; what comes out is then redacted too. A mapping, as JSON
            gives it, is made into a Client; InputError if it is none.

        Examples
        --------
        >>> from wor_match.sample import SAMPLE_DATE, load_sample
        >>> catalogue, clients = load_sample()
        >>> matcher = Matcher(catalogue, as_of=SAMPLE_DATE)
        >>> stored = Advice.from_json(matcher.recommend(clients[0]).to_json())
        >>> matcher.replay(stored).is_same
        True
        >>> fewer = Matcher(catalogue.updated(end=[stored.suggestions[0].activity.id]), as_of=SAMPLE_DATE)
        >>> fewer.replay(stored).changed
        ('catalogue',)
        """
        check_kind("Matcher", "advice", advice, Advice)
        intake = intake_of(advice, client)
        if intake is None:
            return REMOVED
        then = Matcher(
            self.catalogue, self.profile, as_of=advice.provenance.as_of, travel=self.travel, rules=self.rules,
            criteria=self.criteria, remedies=self.remedies,
        )  # fmt: skip
        causes = known_causes(then._provenance(advice.provenance.k), advice, intake)
        try:
            again = then.recommend(intake, advice.provenance.k, overrules=advice.overrules)
        except InputError:
            return replayed(advice, None, causes, then.query)
        return replayed(advice, again.redact() if advice.is_redacted else again, causes, then.query)

    def recommend_many(self, clients: Iterable[Client], k: int = 5) -> Batch:
        """Suggest for many clients; each advice is identical to that of :meth:`recommend`.

        A client whose input cannot be used, or for whom a host's own rule, criterion or router fails, gets an error
        of its own and stops nobody else. A fault of this library is no client's error: it is raised.
        """
        k = check_k(k)
        if isinstance(clients, Client) or not isinstance(clients, Iterable):
            raise InputError("Matcher", [Problem("clients", "wrong_type", "must be several clients, as a list")])
        everyone = tuple(clients)
        return Batch(
            tuple(getattr(one, "reference", "") for one in everyone), tuple(self._one(client, k) for client in everyone)
        )

    def query(self, client: Client) -> Query:
        """The client compiled for this matcher; for analysts and for testing a rule or criterion."""
        if not isinstance(client, Client):
            must_be = "must be a Client; build one with Client.model_validate(...)"
            raise InputError("Matcher", [Problem("client", "not_a_client", must_be)])
        return compile_query(client, as_of=self.as_of, profile=self.profile, travel=self._travel)

    def run(self, client: Client, k: int = 5) -> Run:
        """The arrays behind an advice; for analysts."""
        k = check_k(k)
        return run(self.query(client), self.catalogue, self._rules, self._criteria, k)

    def stability(self, client: Client, k: int = 5, draws: int = 10_000, seed: int = 0) -> Stability:
        """How sure the order is, under doubt about weights and unknown facts.

        Rank acceptability by SMAA-2 (Lahdelma & Salminen 2001), from the stored contributions; see
        :func:`wor_match.explain.stability.stability` for what is drawn and how.

        Parameters
        ----------
        k : int, default 5
        draws : int, default 10 000
            From 1 to 1 000 000.
        seed : int, default 0
            The same seed gives the same draws, on every machine.

        Raises
        ------
        InputError
            If a number is out of range, or the client's home cannot be placed.

        Examples
        --------
        >>> from wor_match.sample import SAMPLE_DATE, load_sample
        >>> catalogue, clients = load_sample()
        >>> found = Matcher(catalogue, as_of=SAMPLE_DATE).stability(clients[10], draws=500)
        >>> found.activities[0].activity_id, found.activities[0].in_top
        ('mens-shed', 500)
        >>> found.summary.code
        'stability.firm'
        """
        k = check_k(k)
        draws = check_whole("draws", draws, 1, MAX_DRAWS)
        seed = check_whole("seed", seed, 0, MAX_SEED)
        return stability(self.run(client, k), k, draws, seed)

    def what_if(self, client: Client, k: int = 5, *, remedies: Iterable[Remedy] | None = None) -> WhatIfs:
        """The smallest changes, alone and in pairs, that bring something new onto the list; best first.

        A maatje the first time, ten more minutes under way, a bike or Wmo transport, a city pass, one more part of
        the day, a language buddy. Age, gender, language background and health are never proposed as a change. Each
        promise is kept: ``recommend(found.applied_to(client), k)`` gives what was told.

        Parameters
        ----------
        k : int, default 5
        remedies : iterable of Remedy, optional
            Instead of the matcher's own. Without a row for a change it asks whether that exists here.

        Returns
        -------
        tuple of WhatIf, with ``to_text``, ``to_json`` and ``from_json``
            Of all changes and pairs that open something the best eight, by points gained on the list for each thing
            to arrange. Other parts of the day that do just the same stand in ``instead``. Empty after a STOP, and then
            ``is_stopped`` is True. Store it as a whole: one by one they do not tell of a STOP.

        Examples
        --------
        >>> from wor_match.sample import SAMPLE_DATE, load_sample, load_sample_remedies
        >>> catalogue, clients = load_sample()
        >>> matcher = Matcher(catalogue, as_of=SAMPLE_DATE, remedies=load_sample_remedies())
        >>> found = matcher.what_if(clients[6])[0]
        >>> [change.name for change in found.changes], [one.activity_id for one in found.enters]
        (['part:tue:afternoon'], ['smartlap'])
        >>> matcher.recommend(found.applied_to(clients[6])).suggestion("smartlap").rank == found.enters[0].rank
        True
        """
        k = check_k(k)
        table = self.remedies if remedies is None else check_kinds("Matcher", "remedies", remedies, Remedy)
        query = self.query(client)
        if check_gates(query).is_stopped:
            return WhatIfs(is_stopped=True)
        return what_if(query, self.catalogue, self._rules, self._criteria, k, table)

    def questions(self, client: Client, k: int = 5, most: int = 5) -> NextQuestions:
        """What to ask the client, or phone a provider about, next: what could change the first k most comes first.

        Parameters
        ----------
        k : int, default 5
        most : int, default 5
            At most so many questions, from 1 to 50.

        Returns
        -------
        tuple of NextQuestion, with ``to_text``, ``to_json`` and ``from_json``
            One of kind "enough" when none is expected to change the list; ``is_all`` when none that is was left out;
            empty after a STOP, and then ``is_stopped`` is True. Store it as a whole. Without any wish one is of
            kind "choice" and holds up to six contrasting choices. See :func:`wor_match.explain.questions.questions`.

        Examples
        --------
        >>> from wor_match.sample import SAMPLE_DATE, load_sample
        >>> catalogue, clients = load_sample()
        >>> found = Matcher(catalogue, as_of=SAMPLE_DATE).questions(clients[12])
        >>> [len(one.choices) for one in found if one.kind == "choice"]
        [6]
        """
        k = check_k(k)
        most = check_whole("most", most, 1, MAX_QUESTIONS)
        query = self.query(client)
        if check_gates(query).is_stopped:
            return NextQuestions(is_stopped=True)
        return questions(query, self.catalogue, self._rules, self._criteria, k, most)

    @cached_property
    def _made_with(self) -> Provenance:
        return made_with(self)

    def _provenance(self, k: int) -> Provenance:
        """With what an advice of now is made."""
        return self._made_with.model_copy(update={"k": k, "travel": router_name(self.travel)})

    def _one(self, client: Client, k: int) -> Advice | InputError | PluginError:
        try:
            return self.recommend(client, k)
        except (InputError, PluginError) as error:
            return error

    def _refuse_doubles(self) -> None:
        """Two of one name cannot be told apart in an advice, and a criterion that is there twice counts twice."""
        problems = [
            Problem(field, "double_name", "must each have a name of its own", name)
            for field, given in (("rules", self.rules), ("criteria", self.criteria))
            for name, count in sorted(Counter(str(one.name) for one in given).items())
            if count > 1
        ]
        if problems:
            raise InputError("Matcher", problems)

    def _refuse_unknown_weights(self) -> None:
        names = {one.name for one in self.criteria}
        unknown = [f"weights.{name}" for name in sorted(set(self.profile.weights) - names)]
        unknown += [f"priors.{name}" for name in sorted(set(self.profile.priors) - names)]
        if unknown:
            problems = [Problem(path, "unknown_criterion", "is not a criterion here") for path in unknown]
            raise ProfileError("Profile", problems)
