"""Why an activity is not in the list, and the smallest changes that bring it in: each is made, and the pipeline run."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from wor_match.candidates import taken_hours
from wor_match.catalogue.catalogue import Catalogue
from wor_match.catalogue.columns import NO, UNKNOWN
from wor_match.criteria.base import Criterion
from wor_match.domain.activity import Activity
from wor_match.domain.change import Change, Way
from wor_match.domain.client import Client
from wor_match.domain.records import Exclusion, Record
from wor_match.domain.why_not import Cost, WhyNotFacts
from wor_match.errors import InputError
from wor_match.explain.fixes import Failed, fixes
from wor_match.explain.sentences import phrase, sentence
from wor_match.explain.told import told
from wor_match.explain.wish import wishes
from wor_match.explain.wording.table import Language
from wor_match.pipeline import Run, run
from wor_match.query.query import Query, without_hours
from wor_match.query.scene import Scene
from wor_match.ranking import in_order
from wor_match.rules.base import Rule
from wor_match.scoring import EXPECTED
from wor_match.sifting import check
from wor_match.vocabulary.enums import Requires

_MOST_WAYS, _MOST_FIXES, _MOST_STEPS, _MOST_PLACES = 3, 3, 4, 8
#: So many times as long may a list be that is proposed; so many criteria are named that cost points.
_LONGER, _MOST_COSTS = 2, 2


class WhyNot(WhyNotFacts):
    """Why an activity is not in the list, or where it stands, and what would bring it in."""

    @property
    def records(self) -> tuple[Record, ...]:
        """Where it stands, and every rule that it fails."""
        params = {"title": self.title, "rank": self.rank, "eligible": self.eligible, "k": self.k, "at": self.shown_at}
        wanted = {"shown": ("at",), "lower": ("rank", "eligible", "k")}.get(self.outcome, ())
        first = Record(code=f"why_not.{self.outcome}", params={name: params[name] for name in ("title", *wanted)})
        return (first, *self._costs_told, *self.exclusions)

    @property
    def _costs_told(self) -> tuple[Record, ...]:
        if not self.costs:
            return ()
        criteria, shares = zip(*((one.criterion, str(one.missed_milli)) for one in self.costs), strict=True)
        return (Record(code="why_not.costs", params={"criteria": criteria, "shares": shares}),)

    def to_text(self, *, language: Language = "nl") -> str:
        """For a coach: where it stands, the rules that it fails with their source field, and what would help.

        Examples
        --------
        >>> from wor_match import Matcher, load_sample
        >>> from wor_match.sample import SAMPLE_DATE
        >>> catalogue, clients = load_sample()
        >>> print(Matcher(catalogue, as_of=SAMPLE_DATE).why_not(clients[1], "houtavond").to_text())
        ‘Houtbewerking in de avond’ valt nu af.
        - Is op een moment dat de cliënt niet kan. (veld: schedule.rules)
        Dit zou helpen:
        - De cliënt kan ook op woensdagavond. Dan staat het in de lijst.
        """
        return told(_lines(self, language), language)


@dataclass(frozen=True)
class Asked:
    """With what the pipeline is run: everything but the client and the catalogue, which may change.

    Parameters
    ----------
    compiled : function
        From a client to a query.
    """

    compiled: Callable[[Client], Query]
    rules: tuple[Rule, ...]
    criteria: tuple[Criterion, ...]
    k: int

    def run(self, client: Client, catalogue: Catalogue, k: int | None = None) -> Run:
        """The whole pipeline."""
        return run(self.compiled(client), catalogue, self.rules, self.criteria, k or self.k)


@dataclass(frozen=True)
class _State:
    """An activity and a client after some changes, and what it fails at the rows that are looked at."""

    client: Client
    activity: Activity
    changes: tuple[Change, ...]
    failed: tuple[tuple[Rule, Failed], ...]


def why_not(asked: Asked, client: Client, catalogue: Catalogue, activity_id: str) -> WhyNot:
    """Why one activity is not in the list of one client.

    Notes
    -----
    A way is only told after its changes were made to client and activity and the whole pipeline was run on them: it
    is then possible, with the rank that the way tells. What a rule asks for is searched rule by rule, at the place
    or part of the activity that comes closest; at most three ways are told.
    """
    number = catalogue.number(activity_id)
    ran = asked.run(client, catalogue)
    facts = {"activity_id": activity_id, "title": catalogue.activities[number].title, "k": asked.k}
    if ran.chosen is None:
        return WhyNot(outcome="stopped", **facts)
    found = Standing.of(ran, number)
    facts["eligible"] = ran.eligible
    if found is None:
        search = _Search(asked, client, catalogue, catalogue.activities[number])
        return WhyNot(outcome="excluded", exclusions=search.exclusions(), ways=search.ways(), **facts)
    facts |= {"rank": found.rank, "shown_at": found.shown_at, "score_milli": found.score_milli}
    if found.shown_at is not None:
        return WhyNot(outcome="shown", **facts)
    if not found.is_linked:
        ways = _by_a_wish(asked, client, catalogue, number)
        return WhyNot(outcome="below_floor", costs=_costs(ran, number), ways=ways, **facts)
    return WhyNot(outcome="lower", ways=_longer_list(asked, client, catalogue, number, ran), **facts)


@dataclass(frozen=True)
class Standing:
    """Where one activity stands in a run that does not exclude it."""

    rank: int
    shown_at: int | None
    score_milli: int
    is_linked: bool
    is_certain: bool

    @classmethod
    def of(cls, ran: Run, number: int) -> Standing | None:
        """From the stored contributions; None when a rule excludes it."""
        chosen = ran.chosen
        if chosen is None or number not in chosen.activity:
            return None
        place = int(np.flatnonzero(chosen.activity == number)[0])
        scores = chosen.contributions[EXPECTED].sum(axis=1)
        query, activities = ran.scene.query, ran.scene.rows.catalogue.activities
        equals = [other for other in range(len(scores)) if scores[other] == scores[place]]
        ids = [activities[int(chosen.activity[other])].id for other in equals]
        order = in_order(scores[equals], ids.__getitem__, query.client.reference, query.as_of.isoformat(), len(equals))
        above = int(np.count_nonzero(scores > scores[place]))
        shown = [picked.place for picked in ran.picked]
        return cls(
            rank=above + [equals[one] for one in order].index(place) + 1,
            shown_at=shown.index(place) + 1 if place in shown else None,
            score_milli=int(scores[place]),
            is_linked=_is_linked(ran, place),
            is_certain=not (ran.verdicts[:, chosen.rows_of(place)] == UNKNOWN).any(),
        )


def _costs(ran: Run, number: int) -> tuple[Cost, ...]:
    """Where most points of the links are missed, by the stored contributions, the most first."""
    assert ran.chosen is not None
    place = int(np.flatnonzero(ran.chosen.activity == number)[0])
    won, weights = ran.chosen.contributions[EXPECTED, place], ran.scored.weights
    each = [
        Cost(criterion=one.name, missed_milli=int(weights[at]) - int(won[at]))
        for at, one in enumerate(ran.scored.criteria)
        if one.is_link
    ]
    missed = sorted((one for one in each if one.missed_milli > 0), key=lambda one: -one.missed_milli)
    return tuple(missed[:_MOST_COSTS])


def _is_linked(ran: Run, place: int) -> bool:
    """Whether the points from its links are above the floor."""
    assert ran.chosen is not None
    linked = [number for number, one in enumerate(ran.scored.criteria) if one.is_link]
    if not linked:
        return True
    points = int(ran.chosen.contributions[EXPECTED, place, linked].sum())
    return points >= ran.scored.floor(ran.scene.query.profile.limits.floor_share)


def _by_a_wish(asked: Asked, client: Client, catalogue: Catalogue, number: int) -> tuple[Way, ...]:
    """The first wish that would link the activity to the client; one that would put it in the list goes first."""
    ways = []
    for change in wishes(asked.compiled(client), catalogue, number):
        found = Standing.of(asked.run(change.applied(client), catalogue), number)
        if found is not None and found.is_linked:
            is_shown = found.shown_at is not None
            ways.append(Way(changes=(change,), rank=found.rank, is_shown=is_shown, is_certain=found.is_certain))
    return tuple(sorted(ways, key=lambda way: not way.is_shown)[:1])


def _longer_list(asked: Asked, client: Client, catalogue: Catalogue, number: int, ran: Run) -> tuple[Way, ...]:
    """The shortest list that shows it, if that is at most twice as long: who stands far below is told the rank."""
    whole = Standing.of(asked.run(client, catalogue, max(ran.above_floor, 1)), number)
    assert whole is not None
    longest = min(ran.above_floor, _LONGER * asked.k)
    for k in range(max(whole.shown_at or 1, asked.k + 1), longest + 1):
        found = Standing.of(asked.run(client, catalogue, k), number)
        if found is not None and found.shown_at is not None:
            longer = Change(code="change.longer_list", params={"k": k}, of="list", facts={"k": k})
            return (Way(changes=(longer,), rank=found.rank, is_shown=True, is_certain=found.is_certain),)
    return ()


class _Search:
    """Looks for changes that take away every no of one activity."""

    def __init__(self, asked: Asked, client: Client, catalogue: Catalogue, activity: Activity) -> None:
        self._asked, self._client, self._catalogue, self._activity = asked, client, catalogue, activity
        self._own: tuple[Activity, Catalogue] = (activity, Catalogue.from_activities([activity]))

    def exclusions(self) -> tuple[Exclusion, ...]:
        """Every rule that the activity fails where it comes closest, each once."""
        failed = self._look(self._client, self._activity, self._closest()[0])
        found = [rule.exclusion(one.scene, one.place) for rule, one in failed]
        return tuple(one for place, one in enumerate(found) if one not in found[:place])

    def ways(self) -> tuple[Way, ...]:
        """At most three sets of changes that bring it in: those that show it in the list first, then the fewest."""
        found: dict[tuple[str, ...], Way] = {}
        for rows in self._closest()[:_MOST_PLACES]:
            start = _State(self._client, self._activity, (), self._look(self._client, self._activity, rows))
            for state in self._steps(start, rows, _MOST_STEPS):
                what = tuple(sorted(_what(change) for change in state.changes))
                if what in found and _how_much(found[what].changes) <= _how_much(state.changes):
                    continue  # the same for a part or place that asks more is no news
                way = self._tried(state)
                if way is not None:
                    found[what] = way
        best = sorted(found.values(), key=lambda way: (not way.is_shown, len(way.changes)))
        return tuple([way for way in best if not any(_asks_more(way, other) for other in best)][:_MOST_WAYS])

    def _scene(self, client: Client, activity: Activity) -> Scene:
        """All rows of the activity, for the client with the hours that are taken already."""
        if self._own[0] is not activity:
            self._own = (activity, Catalogue.from_activities([activity]))
        query = self._asked.compiled(client)
        return Scene(without_hours(query, taken_hours(query, self._catalogue)), self._own[1].all_rows)

    def _closest(self) -> list[tuple[int, ...]]:
        """Rows that could stand for the activity, those that fail least first; of required parts one each."""
        scene = self._scene(self._client, self._activity)
        used = [rule for rule in self._asked.rules if rule.applies(scene.query)]
        fails = (check(used, scene) == NO).sum(axis=0)
        minutes = scene.travel.low if scene.query.home is not None else np.zeros(len(scene))
        sources = [scene.rows.source(place) for place in range(len(scene))]
        order = sorted(
            range(len(scene)),
            key=lambda place: (
                fails[place], np.nan_to_num(minutes[place], nan=np.inf),
                sources[place].part_number, sources[place].place_number,
            ),
        )  # fmt: skip
        if not self._activity.parts or self._activity.parts_require is Requires.ANY:
            return [(place,) for place in order]
        parts: dict[int, int] = {}
        for place in order:
            parts.setdefault(sources[place].part_number, place)
        return [tuple(parts[part] for part in sorted(parts))]

    def _look(self, client: Client, activity: Activity, rows: Sequence[int]) -> tuple[tuple[Rule, Failed], ...]:
        """What these rows fail, in the order of the rules."""
        scene = self._scene(client, activity)
        found = []
        for rule in self._asked.rules:
            if rule.applies(scene.query):
                verdicts = rule.check(scene)
                for place in (place for place in rows if verdicts[place] == NO):
                    case, params = rule.why_not(scene, place)
                    found.append((rule, Failed(self._client, scene, place, case, params)))
        return tuple(found)

    def _steps(self, state: _State, rows: Sequence[int], left: int) -> Iterator[_State]:
        """Take away one no after the other; a change that takes none away is dropped."""
        if not state.failed:
            yield state
            return
        rule, failed = state.failed[0]
        useful = 0
        for change in fixes(rule.name, failed) if left else ():
            after = self._after(state, change, rows)
            if after is not None and useful < _MOST_FIXES:
                useful += 1
                yield from self._steps(after, rows, left - 1)

    def _after(self, state: _State, change: Change, rows: Sequence[int]) -> _State | None:
        try:
            client = change.applied(state.client) if change.of == "client" else state.client
            activity = change.applied(state.activity) if change.of == "activity" else state.activity
        except InputError:
            return None
        failed = self._look(client, activity, rows)
        if len(failed) >= len(state.failed):
            return None
        kept = tuple(one for one in state.changes if one.facts.keys() != change.facts.keys())
        return _State(client, activity, (*kept, change), failed)

    def _tried(self, state: _State) -> Way | None:
        """The whole pipeline with the changes made; None when it does not bring the activity in."""
        same = state.activity is self._activity
        catalogue = self._catalogue if same else self._catalogue.updated(add=[state.activity])
        found = Standing.of(self._asked.run(state.client, catalogue), catalogue.number(state.activity.id))
        if found is None or not found.is_linked:
            return None
        return Way(
            changes=state.changes,
            rank=found.rank,
            is_shown=found.shown_at is not None,
            is_certain=found.is_certain,
        )


def _asks_more(way: Way, other: Way) -> bool:
    """Whether a way asks all that another one asks and more, and gets no further by it."""
    if way is other or other.is_shown < way.is_shown:
        return False
    ours, theirs = ({_what(change): _moments(change) for change in one.changes} for one in (way, other))
    by_code = {name.split()[0]: moments for name, moments in ours.items()}
    within = all(name in ours or (moments and moments < by_code.get(name.split()[0], frozenset()))
                 for name, moments in theirs.items())  # fmt: skip
    return within and ours != theirs


def _moments(change: Change) -> frozenset[str]:
    moments = change.params.get("moments")
    return frozenset(moments) if isinstance(moments, tuple) else frozenset()


def _what(change: Change) -> str:
    """What is changed, whatever by how much."""
    return f"{change.code} {change.params.get('mode', '')} {change.params.get('moments', '')}"


def _how_much(changes: Sequence[Change]) -> float:
    """How much is added, in minutes or euros."""
    return sum(more for one in changes if isinstance(more := one.params.get("more"), int | float))


def _lines(one: WhyNot, language: Language) -> Iterator[str]:
    yield " ".join(sentence(record, language) for record in one.records if record not in one.exclusions)
    for exclusion in one.exclusions:
        field = phrase("source_field", language, field=exclusion.field) if exclusion.field else ""
        yield f"- {sentence(exclusion, language)} {field}".rstrip()
    if one.ways:
        yield phrase("would_help", language)
    elif one.outcome in ("excluded", "below_floor"):
        yield phrase("nothing_helps", language)
    for way in one.ways:
        told = [sentence(change, language) for change in way.changes]
        result = phrase("way_shown" if way.is_shown else "way_possible", language, rank=way.rank)
        asking = "" if way.is_certain else phrase("way_ask", language)
        yield "- " + " ".join(part for part in (*told, result, asking) if part)
