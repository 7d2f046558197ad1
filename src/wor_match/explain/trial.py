"""What would the list be with other answers: the same pipeline, in which only what a change touches is done again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

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
        ("max_social_effort", "social_effort", "group"),
        ("max_physical_effort", "physical_effort", "effort"),
        ("age", "age audience", "identity interest purpose"),
        ("interests", "dislikes audience", "interest purpose role identity"),
    )
}
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
        self._rules, self._criteria = tuple(rules), tuple(criteria)
        own = {one.name for one in rules if one not in RULES} | {one.name for one in criteria if one not in CRITERIA}
        self._foreign = frozenset(own)
        found = [rows_in_reach(one, catalogue).index for one in (query, *(changed(query, one) for one in widest))]
        self.rows = Rows(catalogue, found[0] if len(found) == 1 else np.unique(np.concatenate(found)))
        self.scene = self._scene(query)
        self.verdicts = {one.name: one.check(self.scene) for one in self._rules if one.applies(self.scene.query)}
        self.scene.risk = self._risk(self.verdicts)
        self._columns = self._evaluated(self.scene, self._criteria, {})
        self.base = self._outcome(self.scene, self.verdicts, self._columns)

    def of(self, client: Client, facts: Iterable[str]) -> Outcome:
        """The list of a client who differs in these facts only (keys of :data:`TOUCHES`)."""
        facts = frozenset(facts)
        rules = self._foreign.union(*(TOUCHES[fact][0] for fact in facts))
        criteria = self._foreign.union(*(TOUCHES[fact][1] for fact in facts))
        scene = self._scene(changed(self.query, client), facts)
        verdicts = self._checked(scene, rules) if rules else self.verdicts
        scene.risk = self._risk(verdicts) if rules else self.scene.risk
        again = criteria | {_OF_RULES} if rules else criteria
        doing = [one for one in self._criteria if one.name in again]
        return self._outcome(scene, verdicts, self._evaluated(scene, doing, self._columns))

    def passes_more(self, client: Client, facts: Iterable[str]) -> bool:
        """Whether any row passes all rules that did not, with these facts changed; quicker than the list itself."""
        facts = frozenset(facts)
        scene = self._scene(changed(self.query, client), facts)
        verdicts = self._checked(scene, self._foreign.union(*(TOUCHES[fact][0] for fact in facts)))
        return bool((self._passing(verdicts) & ~self._passing(self.verdicts)).any())

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

    def _checked(self, scene: Scene, names: frozenset[str]) -> dict[str, Verdicts]:
        found: dict[str, Verdicts] = {}
        for rule in self._rules:
            if rule.name not in names:
                if rule.name in self.verdicts:
                    found[rule.name] = self.verdicts[rule.name]
            elif rule.applies(scene.query):
                found[rule.name] = rule.check(scene)
        return found

    def _risk(self, verdicts: dict[str, Verdicts]) -> Floats:
        """Summed risk of what is unknown, one rule after the other as in the pipeline."""
        found = np.zeros(len(self.rows))
        for rule in self._rules:
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

    def _outcome(
        self, scene: Scene, verdicts: dict[str, Verdicts], columns: dict[str, tuple[Floats, Points]]
    ) -> Outcome:
        places = np.flatnonzero(self._passing(verdicts))
        scored = self._scored(scene, places, columns)
        chosen, ranked, shown = settle(
            scene.query, self.catalogue, self.rows.take(places), scored, self.k, is_varied=self._is_varied
        )
        return Outcome(chosen, ranked, shown, scored, places)

    def _scored(self, scene: Scene, places: npt.NDArray[np.int64], columns: dict[str, tuple[Floats, Points]]) -> Scored:
        used = tuple(one for one in self._criteria if one.name in columns)
        values = np.zeros((3, len(places), len(used)))
        points = np.zeros((3, len(places), len(used)), dtype=np.int64)
        for number, one in enumerate(used):
            values[:, :, number], points[:, :, number] = (each[:, places] for each in columns[one.name])
        return Scored(used, weights_of(used, scene.query.profile), values, points)


__all__ = ["TOUCHES", "Outcome", "Trials"]
