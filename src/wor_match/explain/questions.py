"""What to ask next: which answer, of the client or of a provider, could change the first k most.

The measure is the expected number of places of the first k by score that change, over the answers by their chance.
Variety is left out. An answer of the client goes through the pipeline; an answer about one listing moves only that
listing, so that its effect follows from the stored contributions.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np

from wor_match.catalogue.catalogue import Catalogue
from wor_match.catalogue.columns import UNKNOWN
from wor_match.criteria import Criterion
from wor_match.criteria.base import OpenFacts
from wor_match.domain.client import Client
from wor_match.domain.next_question import AnswerEffect
from wor_match.domain.records import Record
from wor_match.domain.wishes import Home, Interest
from wor_match.explain.choices import choices, knows_nothing
from wor_match.explain.codes import codes
from wor_match.explain.fixed_list import is_fixed
from wor_match.explain.homes import homes
from wor_match.explain.intake_facts import ASKS, Ask
from wor_match.explain.questions_text import ENOUGH, LITTLE, NextQuestion, NextQuestions, sampling_error
from wor_match.explain.sentences import asked_of
from wor_match.explain.trial import Trials
from wor_match.explain.whom import called
from wor_match.query.query import Query
from wor_match.ranking import tie_break
from wor_match.rules import Rule
from wor_match.scoring import EXPECTED, HIGH, LOW

#: Questions that change fewer places than this are not asked.
_LEAST = 0.1
#: The same fact is asked of so many activities at most.
_EACH = 2
#: What is soft in a listing is not asked apart when the hard rule on the same fact is open.
_SAME_FACT = {
    "money": "budget", "hours": "hours", "travel": "reach", "group": "social_effort", "effort": "physical_effort",
}  # fmt: skip
_CERTAINTY = "certainty"


@dataclass(frozen=True, slots=True)
class _Open:
    """A question that could be asked: made into a record only when it is."""

    change: float
    fact: str
    name: str
    build: Callable[[], NextQuestion | None]
    error: float = 0.0

    @property
    def order(self) -> tuple[float, str, str]:
        """By what it changes for certain: a sampled change less its sampling error."""
        return (self.error - self.change, self.fact, self.name)


def questions(
    query: Query, catalogue: Catalogue, rules: Sequence[Rule], criteria: Sequence[Criterion], k: int, most: int
) -> NextQuestions:
    """At most so many questions, by how much the answer could change the first k; one hint when none could.

    Notes
    -----
    *Intake*: each fact that was not asked, with the common answers (``intake_facts``), each through the pipeline:
    exact over those answers. *Home*: over the places where there is something to do, or a seeded sample of them
    (``homes``); a sampled change counts less its sampling error in the order. *Listings*: of the best ``5 k`` each
    open hard rule (no with the rule's ``risk``) and each doubtful criterion (high or low, with the chances that give
    its expected value): exact; the floor is left as it is. *No wish known*: up to six
    contrasting choices (``choices``), measured by the first of them. The hint is sure (``next.enough``) when nothing of
    the intake is open and no doubt can change the list (``is_fixed``), and else says "probably" (``next.little``).
    """
    asks = [one for one in ASKS if one.is_open(query.client)]
    widest = [apply(query.client) for one in asks if one.fact.startswith("travel.") for _, _, apply in one.answers]
    trials = Trials(query, catalogue, rules, criteria, k, widest, is_varied=False)
    of_client = [*_of_client(trials, asks), *_of_home(trials), *_of_choice(trials)]
    found = [*of_client, *_of_listings(trials, rules)]
    told, is_all = _first(sorted((one for one in found if one.change >= _LEAST), key=lambda one: one.order), most)
    if told:
        return NextQuestions(told, is_all=is_all)
    enough = ENOUGH if not of_client and is_fixed(trials) else LITTLE
    return NextQuestions((NextQuestion(kind="enough", question=enough),), is_all=True)


def _first(found: Sequence[_Open], most: int) -> tuple[list[NextQuestion], bool]:
    """So many of these, and whether none that can be asked was left out."""
    told: list[NextQuestion] = []
    left: list[_Open] = []
    for one in found:
        if len(told) == most or sum(known.fact == one.fact for known in told) == _EACH:
            left.append(one)
        elif (question := one.build()) is not None:
            told.append(question)
    return told, all(one.build() is None for one in left)


def _of_client(trials: Trials, asks: Sequence[Ask]) -> Iterator[_Open]:
    for ask in asks:
        effects = tuple(_tried(trials, name, chance, apply, ask.fact) for name, chance, apply in ask.answers)
        yield _intake(ask.fact, ask.code, effects)


def _intake(fact: str, code: str, effects: tuple[AnswerEffect, ...], is_sample: bool = False) -> _Open:
    change = _expected(effects)
    return _Open(
        change, fact, "", lambda: NextQuestion(
            kind="client", question=Record(code=code, params={}), fact=fact, expected_change=change,
            how="sample" if is_sample else "exact", answers=effects,
        ), sampling_error(effects) if is_sample else 0.0,
    )  # fmt: skip


def _of_home(trials: Trials) -> Iterator[_Open]:
    """Where the client may live: at the places of the catalogue."""
    if trials.query.client.home is not None or trials.query.client.travel.is_homebound is True:
        return
    tried, is_sample = homes(trials.catalogue)
    effects = tuple(
        _tried(trials, f"place {number}", chance, partial(_living, home=home), "home")
        for number, (home, chance) in enumerate(tried, 1)
    )
    if effects:
        yield _intake("home", "next.home", effects, is_sample)


def _of_choice(trials: Trials) -> Iterator[_Open]:
    if not knows_nothing(trials.query):
        return
    base = trials.base
    rows = np.array([base.rows(place)[0] for place in range(len(base.chosen.activity))], dtype=np.int64)
    offered = choices(trials.scene, rows)
    if not offered:
        return
    effects = tuple(
        _tried(trials, theme, 0.5, partial(_liking, theme=theme), "interests") for theme in offered[0].themes
    )
    change = _expected(effects)
    yield _Open(
        change, "interests", "", lambda: NextQuestion(
            kind="choice", question=Record(code="next.choices", params={}), fact="interests",
            expected_change=change, answers=effects, choices=offered,
        ),
    )  # fmt: skip


def _living(client: Client, home: Home) -> Client:
    return _with(client, "home", home)


def _liking(client: Client, theme: str) -> Client:
    return _with(client, "interests", (*client.interests, Interest(phrase=theme.replace("_", " "), themes=(theme,))))


def _with(client: Client, name: str, value: object) -> Client:
    return client.model_copy(update={name: value})


def _tried(trials: Trials, name: str, chance: float, apply: Callable[[Client], Client], fact: str) -> AnswerEffect:
    after = trials.of(apply(trials.query.client), (fact,)).top(trials.k)
    before = trials.base.top(trials.k)
    ids = trials.catalogue.activities
    return AnswerEffect(
        name=name, chance=chance,
        enters=tuple(ids[one].id for one in after if one not in before),
        leaves=tuple(ids[one].id for one in before if one not in after),
    )  # fmt: skip


def _expected(effects: Sequence[AnswerEffect]) -> float:
    return round(sum(one.chance * one.changed for one in effects), 6)


class _Line:
    """The first k by score, and who comes in or falls out when one score moves."""

    def __init__(self, trials: Trials) -> None:
        self.base, self.k = trials.base, trials.k
        client, day = trials.query.client.reference, trials.query.as_of.isoformat()
        activities = trials.catalogue.activities
        self.ids = {place: activities[int(self.base.chosen.activity[place])].id for place in self.base.ranked}
        self.ties = {place: tie_break(client, day, name) for place, name in self.ids.items()}

    def effect(self, place: int, name: str, chance: float, score: int | None) -> AnswerEffect:
        """When this activity gets that score, or falls out (None)."""
        ranked, k = self.base.ranked, self.k
        is_in = place in ranked[:k]
        rival = (ranked[k] if len(ranked) > k else None) if is_in else (ranked[k - 1] if len(ranked) >= k else None)
        ahead = score is not None and (rival is None or self._key(place, score) < self._key(rival))
        if is_in == ahead:
            return AnswerEffect(name=name, chance=chance)
        if is_in:
            return AnswerEffect(
                name=name,
                chance=chance,
                leaves=(self.ids[place],),
                enters=(self.ids[rival],) if rival is not None else (),
            )
        out = (self.ids[rival],) if rival is not None else ()
        return AnswerEffect(name=name, chance=chance, enters=(self.ids[place],), leaves=out)

    def _key(self, place: int, score: int | None = None) -> tuple[int, str]:
        return (-(self.base.score(place) if score is None else score), self.ties[place])


def _of_listings(trials: Trials, rules: Sequence[Rule]) -> Iterator[_Open]:
    line = _Line(trials)
    for place in trials.base.ranked:
        rows = trials.base.rows(place)
        open_rules = [
            one for one in rules if one.name in trials.verdicts and (trials.verdicts[one.name][rows] == UNKNOWN).any()
        ]
        for rule in open_rules:
            yield _of_rule(trials, line, place, rule)
        yield from _of_criteria(trials, line, place, {one.name for one in open_rules})


def _of_rule(trials: Trials, line: _Line, place: int, rule: Rule) -> _Open:
    answers = (
        line.effect(place, "yes", 1 - rule.risk, trials.base.score(place) + _surer(trials, place, rule)),
        line.effect(place, "no", rule.risk, None),
    )
    change = _expected(answers)

    def build() -> NextQuestion | None:
        rows = trials.base.rows(place)
        unknown = int(rows[trials.verdicts[rule.name][rows] == UNKNOWN][0])
        question = rule.question(trials.scene, unknown)
        if question is None:
            return None
        kind = "client" if asked_of(question) == "client" else "provider"
        return _listing(trials, place, question, kind, rule.name, answers)

    return _Open(change, rule.name, line.ids[place], build)


def _surer(trials: Trials, place: int, rule: Rule) -> int:
    """Points that are won when a rule that was open turns out well: certainty counts its risk no more."""
    scored = trials.base.scored
    names = [one.name for one in scored.criteria]
    if _CERTAINTY not in names:
        return 0
    weight, rows = int(scored.weights[names.index(_CERTAINTY)]), trials.base.rows(place)
    risk = trials.scene.risk[rows]
    less = risk - rule.risk * (trials.verdicts[rule.name][rows] == UNKNOWN)
    before, after = (float(np.clip(1 - one, 0.0, 1.0).min()) for one in (risk, less))
    return int(np.rint(after * weight)) - int(np.rint(before * weight))


def _of_criteria(trials: Trials, line: _Line, place: int, open_rules: set[str]) -> Iterator[_Open]:
    points = trials.base.chosen.contributions[:, place]
    for number in np.flatnonzero(points[HIGH] > points[LOW]).tolist():
        name = trials.base.scored.criteria[number].name
        if name == _CERTAINTY or _SAME_FACT.get(name) in open_rules or (name == "travel" and _is_placed(trials, place)):
            continue
        low, expected, high = (int(points[which, number]) for which in (LOW, EXPECTED, HIGH))
        facts = _open_facts(trials, trials.base.scored.criteria[number], place)
        if facts is not None:
            weight = int(trials.base.scored.weights[number])
            low, high = (
                told if value is None else int(np.rint(value * weight))
                for told, value in ((low, facts.low), (high, facts.high))
            )
            if not facts.names or low >= high:
                continue
        chance, score = (expected - low) / (high - low), trials.base.score(place)
        answers = (
            line.effect(place, "good", chance, score + high - expected),
            line.effect(place, "bad", 1 - chance, score + low - expected),
        )
        question = _about(name, facts)

        def build(
            question: Record = question, name: str = name, answers: tuple[AnswerEffect, ...] = answers
        ) -> NextQuestion:
            return _listing(trials, place, question, "provider", name, answers)

        yield _Open(_expected(answers), name, line.ids[place], build)


def _about(name: str, facts: OpenFacts | None) -> Record:
    """The facts that are not known, or in general what the criterion is about."""
    if facts is not None:
        return Record(code="next.facts", params={"facts": facts.names})
    return Record(code=f"next.about_{name}" if f"next.about_{name}" in codes() else "next.about_other", params={})


def _open_facts(trials: Trials, criterion: Criterion, place: int) -> OpenFacts | None:
    """What can be asked of the rows that stand for an activity; of several rows all that is open of any."""
    rows = trials.base.rows(place)
    found = [one for row in rows if (one := criterion.open_facts(trials.scene, int(row))) is not None]
    if len(found) <= 1:
        return found[0] if found else None
    return OpenFacts(tuple(dict.fromkeys(name for one in found for name in one.names)))


def _is_placed(trials: Trials, place: int) -> bool:
    """Whether it is known where it is: then only how fast one goes is in doubt, and nobody can be asked that."""
    return bool(np.isfinite(trials.scene.travel.km[trials.base.rows(place)]).all())


def _listing(
    trials: Trials, place: int, question: Record, kind: str, fact: str, answers: tuple[AnswerEffect, ...]
) -> NextQuestion:
    activity = trials.catalogue.activities[int(trials.base.chosen.activity[place])]
    plain = Record(code=question.code, params=question.params)
    return NextQuestion(
        kind="client" if kind == "client" else "provider", question=plain, fact=fact, activity_id=activity.id,
        title=activity.title, whom=called(activity) if kind != "client" and activity.contact.phone else "",
        expected_change=_expected(answers), answers=answers,
    )  # fmt: skip
