"""Turn a run into suggestions: the stored contributions, with reasons, questions and a first step."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import Any

import numpy as np
import numpy.typing as npt

from wor_match.candidates import Chosen
from wor_match.catalogue.columns import NO, UNKNOWN, YES, CategoryColumn, RowSource
from wor_match.catalogue.marks import CONTRADICTED, FROM_PROSE, LIKELY
from wor_match.criteria.base import Criterion, Telling
from wor_match.criteria.travel import is_far
from wor_match.domain.frozen import FrozenDict
from wor_match.domain.records import Question, Record
from wor_match.domain.suggestion import Suggestion
from wor_match.explain.first_step import About, Trip, first_step
from wor_match.explain.remedies import Barriers, LocalHelp
from wor_match.pipeline import Run
from wor_match.query.query import Query
from wor_match.query.scene import Scene
from wor_match.ranking import Picked
from wor_match.scoring import EXPECTED, HIGH, LOW
from wor_match.vocabulary.enums import Requires

#: The facts of a record: a suggestion makes records of all of them at once, which is quicker than one by one.
Told = dict[str, Any]
#: Asked of a trip that may be too long.
_TIGHT = "ask.reach.tight"
#: Asked where it may not go on at all.
_DOUBTED = "ask.status."
_KINDS = (LOW, EXPECTED, HIGH)


class _Shown:
    """What a run holds of the picked activities, as plain numbers: by pick, and by row that stands for one."""

    def __init__(self, run: Run, chosen: Chosen) -> None:
        places = [picked.place for picked in run.picked]
        scene, rows, self.own = run.shown
        self.scene, self.query, self.picked = scene, scene.query, run.picked
        self.activities = [scene.rows.catalogue.activities[number] for number in chosen.activity[places].tolist()]
        self.criteria, self.weights = run.scored.criteria, run.scored.weights.tolist()
        self.wondering = [one for one in self.criteria if type(one).ask is not Criterion.ask]  # most ask nothing
        #: Points a criterion, and the expected value of each.
        self.low, self.expected, self.high = (chosen.contributions[which, places].tolist() for which in _KINDS)
        self.values = chosen.values[EXPECTED, places].tolist()
        #: All rows that were looked at, with what each rule answered.
        self.rows, self.verdicts = run.scene.rows, run.verdicts
        #: Which rule answered unknown, and for which row.
        self.rules, self.unknown = run.rules, _pairs(run.verdicts[:, rows] == UNKNOWN)
        self.trips = _trips(scene)


def _pairs(found: npt.NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Where it is so, by row and column."""
    return list(zip(*(numbers.tolist() for numbers in found.nonzero()), strict=True))


def suggestions(run: Run, local: LocalHelp) -> tuple[Suggestion, ...]:
    """The picked activities of a run, as shown.

    Parameters
    ----------
    local : LocalHelp
        What there is locally against a barrier of this client.
    """
    if run.chosen is None or not run.picked:
        return ()
    shown = _Shown(run, run.chosen)
    barriers = Barriers(shown.query, local)
    return tuple([_suggestion(shown, number, barriers) for number in range(len(run.picked))])


def _is_far(query: Query, minutes: float | None, questions: Sequence[Question]) -> bool:
    """Whether the trip is long for this client, as the criterion has it, or no way of travelling surely does it."""
    if minutes is not None:
        return is_far(minutes, query.client.travel.max_minutes or query.profile.limits.default_max_minutes)
    return any(one.code == _TIGHT for one in questions)


def _suggestion(shown: _Shown, number: int, barriers: Barriers) -> Suggestion:
    own, query = shown.own[number], shown.query
    source = shown.scene.rows.source(own[0])
    questions = _questions(shown, own)
    most = query.profile.limits.max_questions
    good, bad = _reasons(shown, number)
    minutes, mode = shown.trips[own[0]]
    trip = Trip(minutes, mode, _is_far(query, minutes, questions), source.part.title if source.part else "")
    is_doubted = any(one.code.startswith(_DOUBTED) for one in questions)
    return Suggestion.made(
        rank=number + 1,
        activity=shown.activities[number],
        score_milli=sum(shown.expected[number]),
        score_low_milli=sum(shown.low[number]),
        score_high_milli=sum(shown.high[number]),
        contributions=_contributions(shown, number),
        reasons_for=good,
        reasons_against=bad,
        call_first=questions[:most],
        more_questions=questions[most:],
        from_prose=shown.scene.rows.value(_FROM_PROSE, own[0]),
        first_step=first_step(query, source, barriers, About(trip, _parts(shown, number), is_doubted)),
        variety=_variety(shown.picked[number]),
        row=source.place_number,
        part=source.part_number if source.part else None,
        travel_minutes=minutes,
        travel_mode=mode,
    )


def _parts(shown: _Shown, number: int) -> tuple[RowSource, ...]:
    """Of an activity in parts a row for each part that is possible for this client; where all are required, all."""
    own = [shown.scene.rows.source(place) for place in shown.own[number]]
    if own[0].part is None:
        return ()
    found = {one.part_number: one for one in own}
    if own[0].activity.parts_require is Requires.ANY:
        here = np.flatnonzero(shown.rows.activity == shown.scene.rows.activity[shown.own[number][0]])
        possible = here[shown.verdicts[:, here].min(axis=0, initial=YES) > NO]
        for one in [shown.rows.source(place) for place in possible.tolist()]:
            found.setdefault(one.part_number, one)
    return tuple(found[part] for part in sorted(found))


def _contributions(shown: _Shown, number: int) -> list[Told]:
    points = shown.expected[number], shown.low[number], shown.high[number]
    return [
        {"criterion": one.name, "points_milli": usual, "low_milli": least, "high_milli": most, "max_milli": weight}
        for one, usual, least, most, weight in zip(shown.criteria, *points, shown.weights, strict=True)
    ]


def _reasons(shown: _Shown, number: int) -> tuple[list[Told], list[Told]]:
    """Reasons for, by points won, and against, by points missed."""
    good: list[Told] = []
    bad: list[Told] = []
    scene, own = shown.scene, shown.own[number]
    each = shown.criteria, shown.expected[number], shown.weights, shown.values[number]
    for criterion, won, weight, value in zip(*each, strict=True):
        for telling in _told(criterion, scene, own, value):
            is_for = telling.is_for
            (good if is_for else bad).append(
                {
                    "code": f"{criterion.name}.{telling.case}",
                    "params": telling.params,
                    "criterion": criterion.name,
                    "points_milli": won if is_for else weight - won,
                }
            )
    return sorted(good, key=_points, reverse=True), sorted(bad, key=_points, reverse=True)


_points = itemgetter("points_milli")


def _told(criterion: Criterion, shown: Scene, own: range, value: float) -> list[Telling]:
    """What a criterion says of the rows that stand for an activity; each thing once."""
    if len(own) == 1:
        return criterion.tell(shown, own[0], value)
    told: list[Telling] = []
    for row in own:
        told += [one for one in criterion.tell(shown, row, value) if one not in told]
    return told


def _questions(shown: _Shown, own: range) -> tuple[Question, ...]:
    """One question a rule that answered unknown for any row that stands for the activity, most urgent first; then what
    criteria ask."""
    asking: dict[int, list[int]] = {}
    for number, row in shown.unknown:
        if row in own:
            asking.setdefault(number, []).append(row)
    urgent = sorted(((shown.rules[number], rows) for number, rows in asking.items()), key=lambda pair: pair[0].urgency)
    found = [
        question
        for rule, rows in urgent
        if (question := rule.question(shown.scene, rule.asks_about(shown.scene, rows))) is not None
    ]
    return (*found, *_wondered(shown, own))


def _wondered(shown: _Shown, own: range) -> Iterator[Question]:
    """Questions of criteria: nothing falls away by the answer. Of several rows the first that has one."""
    for criterion in shown.wondering:
        asked = next((one for one in (criterion.ask(shown.scene, row) for row in own) if one is not None), None)
        if asked is not None:
            case, params = asked
            code = f"ask.{criterion.name}.{case}"
            yield Question(rule=criterion.name, code=code, params=FrozenDict(params), could_remove=False)


def _from_prose(row: RowSource) -> tuple[Record, ...]:
    """Facts that stand only in the description, contradict it, or are likely for what it is."""
    return tuple(
        Record.made(code=_OF_PROSE[how], params={"field": field})
        for field, how in sorted(row.activity.provenance.items())
        if how in _OF_PROSE
    )


_OF_PROSE = {FROM_PROSE: "prose.filled", CONTRADICTED: "prose.contradicted", LIKELY: "prose.likely"}
#: It asks nothing of the client, so that it is worked out once a catalogue.
_FROM_PROSE = CategoryColumn("from_prose", _from_prose)


def _variety(picked: Picked) -> Record | None:
    if not picked.cost_milli:
        return None
    return Record.made(code="variety.moved_up", params={"points": round(picked.cost_milli / 1000, 1)})


def _trips(scene: Scene) -> list[tuple[float | None, str | None]]:
    """Minutes to each row and the mode that they are for; None where it is not known."""
    if scene.query.home is None:
        return [(None, None)] * len(scene)
    modes = [one.value for one in scene.query.usual_modes]
    each = zip(scene.travel.expected.tolist(), scene.travel.mode.tolist(), strict=True)
    return [
        (round(minutes, 1) if math.isfinite(minutes) else None, modes[mode] if mode >= 0 else None)
        for minutes, mode in each
    ]
