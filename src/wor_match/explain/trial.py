"""What would the list be with other answers: the same pipeline, in which only what a change touches is done again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from wor_match.candidates import Chosen, rows_in_reach, taken_hours
from wor_match.catalogue.catalogue import Catalogue
from wor_match.catalogue.columns import NO, UNKNOWN
from wor_match.catalogue.rows import Rows
from wor_match.criteria import CRITERIA, Criterion
from wor_match.domain.client import Client
from wor_match.pipeline import settle
from wor_match.query.changed import changed
from wor_match.query.hours import Week
from wor_match.query.query import Query, without_hours
from wor_match.query.scene import Scene
from wor_match.rules import RULES, Rule
from wor_match.rules.base import Verdicts
from wor_match.scoring import EXPECTED, Floats, Points, Scored, contributions_of, weights_of

#: Which rules and criteria rest on which fact of a client; a property test holds this against the whole pipeline.
#: A host's own are always done again. Some answers are circumstances too: a wheelchair, a hearing loop, a pension age.
TOUCHES: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    fact: (frozenset(rules.split()), frozenset(criteria.split()))
    for fact, rules, criteria in (
        ("travel.max_minutes", "reach", "travel"),
        ("travel.modes", "reach access audience", "travel dislikes identity interest purpose"),
        ("travel.evening", "evening hours", "hours dislikes"),
        ("home", "reach residents", "travel dislikes"),
        ("availability", "hours", "hours dislikes"),
        ("budget_eur_per_month", "budget", "money dislikes"),
        ("has_city_pass", "budget", "money dislikes"),
        ("access_needs", "access audience", "dislikes identity interest purpose"),
        ("has_buddy", "", "first_step"),
        ("goes_alone", "", "first_step"),
        ("readiness", "", "first_step"),
        ("has_language_buddy", "language", ""),
        ("dutch_level", "language audience", "purpose identity interest"),
        ("digital", "digital", "first_step purpose"),
        ("group", "company", "group"),
        ("max_social_effort", "social_effort", "group side_by_side"),
        ("max_physical_effort", "physical_effort", "effort"),
        ("age", "age audience", "identity interest purpose"),
        ("interests", "dislikes audience", "interest purpose role identity"),
    )
}
Of = TypeVar("Of")
_TRAVEL = frozenset({"travel.modes", "home"})
_WEEK = frozenset({"availability"})
#: It sums up the rules, so that it changes with any of them.
_OF_RULES = "certainty"


@dataclass(frozen=True, slots=True)
class Outcome:
    """A list.

    Parameters
    ----------
    chosen : Chosen
        Activities that no rule excludes.
    ranked : places in ``chosen``, best first by score
    shown : places in ``chosen`` in the order in which they are shown
    scored : Scored
        Of the rows that no rule excludes: criteria and weights that count.
    places : int64
        Places of those rows among all rows that were looked at.
    """

    chosen: Chosen
    ranked: list[int]
    shown: list[int]
    scored: Scored
    places: npt.NDArray[np.int64]

    def rows(self, place: int) -> npt.NDArray[np.int64]:
        """The rows that stand for an activity, among all that were looked at."""
        return self.places[self.chosen.rows[place]]

    def score(self, place: int) -> int:
        """Expected score in thousandths of a point."""
        return int(self.chosen.contributions[EXPECTED, place].sum())

    def top(self, k: int) -> tuple[int, ...]:
        """Activity numbers of the first k by score."""
        return tuple(int(self.chosen.activity[place]) for place in self.ranked[:k])

    @property
    def list(self) -> dict[int, int]:
        """Activity numbers that are shown, in order, with their scores."""
        return {int(self.chosen.activity[place]): self.score(place) for place in self.shown}


@dataclass(frozen=True, slots=True)
class Answers:
    """What rules and criteria say of all rows that are looked at, for a client who differs in some facts.

    Parameters
    ----------
    client : Client
    facts : frozenset of str
        In which the client differs (keys of :data:`TOUCHES`).
    scene : Scene
    verdicts : dict
        By rule, of those that have something to say.
    columns : dict
        Values and contributions (3, n) by criterion, of those that count.
    """

    client: Client
    facts: frozenset[str]
    scene: Scene
    verdicts: dict[str, Verdicts]
    columns: dict[str, tuple[Floats, Points]]


class Trials:
    """A client's list, and what it would be with other answers.

    Parameters
    ----------
    query : Query
        Of the client as they are, as :meth:`Matcher.query` compiles it.
    widest : clients
        Those among the tried ones who can travel further than the client: their rows are looked at too.
    is_varied : bool
        Whether variety is applied to what is shown; without it a trial is quicker.
    """

    def __init__(
        self, query: Query, catalogue: Catalogue, rules: Sequence[Rule], criteria: Sequence[Criterion],
        k: int, widest: Iterable[Client] = (), is_varied: bool = True,
    ) -> None:  # fmt: skip
        self.query, self.catalogue, self.k, self._is_varied = query, catalogue, k, is_varied
        self.rules, self.criteria = tuple(rules), tuple(criteria)
        own = {one.name for one in rules if one not in RULES} | {one.name for one in criteria if one not in CRITERIA}
        self._foreign = frozenset(own)
        found = [rows_in_reach(one, catalogue).index for one in (query, *(changed(query, one) for one in widest))]
        self.rows = Rows(catalogue, found[0] if len(found) == 1 else np.unique(np.concatenate(found)))
        self.scene = self._scene(query)
        verdicts = {one.name: one.check(self.scene) for one in self.rules if one.applies(self.scene.query)}
        self.scene.risk = self.risk(verdicts)
        columns = self._evaluated(self.scene, self.criteria, {})
        self.verdicts, self.start = verdicts, Answers(query.client, frozenset(), self.scene, verdicts, columns)
        self.base = self.outcome(self.start)

    def of(self, client: Client, facts: Iterable[str]) -> Outcome:
        """The list of a client who differs in these facts only (keys of :data:`TOUCHES`)."""
        return self.outcome(self.answers(client, facts))

    def answers(self, client: Client, facts: Iterable[str]) -> Answers:
        """What rules and criteria say of a client who differs in these facts only."""
        facts = frozenset(facts)
        rules, criteria = self._touched(facts)
        return self._again(client, facts, rules, criteria, self.start.verdicts, self.start.columns)

    def both(self, client: Client, one: Answers, other: Answers) -> Answers:
        """The same for the facts of both: only what rests on facts of each of them is done again."""
        (rules, criteria), (own_rules, own_criteria) = self._touched(one.facts), self._touched(other.facts)
        verdicts = _in_order(self.rules, _taken(one.verdicts, other.verdicts, own_rules))
        columns = _taken(one.columns, other.columns, own_criteria)
        facts = one.facts | other.facts
        return self._again(client, facts, rules & own_rules, criteria & own_criteria, verdicts, columns)

    def outcome(self, answers: Answers) -> Outcome:
        """The list that follows from what rules and criteria say."""
        places = np.flatnonzero(self._passing(answers.verdicts))
        scored = self._scored(answers.scene, places, answers.columns)
        chosen, ranked, shown = settle(
            answers.scene.query, self.catalogue, self.rows.take(places), scored, self.k, is_varied=self._is_varied
        )
        return Outcome(chosen, ranked, shown, scored, places)

    @property
    def is_plain(self) -> bool:
        """Whether all rules and criteria are shipped ones: those of a host may rest on any fact."""
        return not self._foreign

    def week(self, client: Client) -> Week:
        """The free hours of a client who was asked for them, without those of what they do already."""
        week = without_hours(changed(self.query, client), taken_hours(self.query, self.catalogue)).week
        assert week is not None
        return week

    def _touched(self, facts: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
        """Rules and criteria that rest on any of these facts; a host's own always do."""
        rules = self._foreign.union(*(TOUCHES[fact][0] for fact in facts))
        return rules, self._foreign.union(*(TOUCHES[fact][1] for fact in facts), {_OF_RULES} if rules else ())

    def _again(
        self, client: Client, facts: frozenset[str], rules: frozenset[str], criteria: frozenset[str],
        verdicts: dict[str, Verdicts], columns: dict[str, tuple[Floats, Points]],
    ) -> Answers:  # fmt: skip
        """The same answers with some rules and criteria done again."""
        scene = self._scene(changed(self.query, client), facts)
        verdicts = self._checked(scene, rules, verdicts) if rules else verdicts
        scene.risk = self.risk(verdicts)
        doing = [one for one in self.criteria if one.name in criteria]
        return Answers(client, facts, scene, verdicts, self._evaluated(scene, doing, columns))

    def _passing(self, verdicts: dict[str, Verdicts]) -> npt.NDArray[np.bool_]:
        passes = np.ones(len(self.rows), dtype=bool)
        for answers in verdicts.values():
            passes &= answers != NO
        return passes

    def _scene(self, query: Query, facts: frozenset[str] = frozenset()) -> Scene:
        """The scene of a query; trips and sessions that did not change are taken over."""
        scene = Scene(without_hours(query, taken_hours(query, self.catalogue)), self.rows)
        for name, touched in (("travel", _TRAVEL), ("sessions", _WEEK)):
            if facts and not facts & touched and name in self.scene.__dict__:
                scene.__dict__[name] = self.scene.__dict__[name]
        return scene

    def _checked(self, scene: Scene, names: frozenset[str], known: dict[str, Verdicts]) -> dict[str, Verdicts]:
        found = {name: verdicts for name, verdicts in known.items() if name not in names}
        found |= {one.name: one.check(scene) for one in self.rules if one.name in names and one.applies(scene.query)}
        return _in_order(self.rules, found)

    def risk(self, verdicts: dict[str, Verdicts]) -> Floats:
        """Summed risk of what is unknown, one rule after the other as in the pipeline."""
        found = np.zeros(len(self.rows))
        for rule in self.rules:
            if rule.name in verdicts:
                found += rule.risk * (verdicts[rule.name] == UNKNOWN)
        return found

    def _evaluated(
        self, scene: Scene, criteria: Iterable[Criterion], known: dict[str, tuple[Floats, Points]]
    ) -> dict[str, tuple[Floats, Points]]:
        """Values and contributions (3, n) of each criterion that counts."""
        found = dict(known)
        weights = scene.query.profile.weights
        for one in criteria:
            found.pop(one.name, None)
            if weights.get(one.name, 0.0) > 0 and one.applies(scene.query):
                value = one.evaluate(scene)
                values = np.stack([value.low, value.expected, value.high])
                found[one.name] = values, contributions_of(values, weights_of((one,), scene.query.profile))
        return found

    def _scored(self, scene: Scene, places: npt.NDArray[np.int64], columns: dict[str, tuple[Floats, Points]]) -> Scored:
        used = tuple(one for one in self.criteria if one.name in columns)
        values = np.zeros((3, len(places), len(used)))
        points = np.zeros((3, len(places), len(used)), dtype=np.int64)
        for number, one in enumerate(used):
            values[:, :, number], points[:, :, number] = (each[:, places] for each in columns[one.name])
        return Scored(used, weights_of(used, scene.query.profile), values, points)


def _taken(one: dict[str, Of], other: dict[str, Of], names: frozenset[str]) -> dict[str, Of]:
    """Of these names what is in the other, of all others what is in the one."""
    kept = {name: found for name, found in one.items() if name not in names}
    return kept | {name: found for name, found in other.items() if name in names}


def _in_order(rules: Iterable[Rule], verdicts: dict[str, Verdicts]) -> dict[str, Verdicts]:
    """By rule, in the order in which they are asked."""
    return {one.name: verdicts[one.name] for one in rules if one.name in verdicts}


__all__ = ["TOUCHES", "Answers", "Outcome", "Trials"]
