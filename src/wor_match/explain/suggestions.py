"""Turn a run into suggestions: the stored contributions, with reasons, questions and a first step."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

from wor_match.candidates import Chosen
from wor_match.catalogue.columns import UNKNOWN
from wor_match.catalogue.marks import CONTRADICTED, FROM_PROSE
from wor_match.criteria.base import Criterion, Telling
from wor_match.domain.frozen import FrozenDict
from wor_match.domain.records import Question, Record
from wor_match.domain.suggestion import Suggestion
from wor_match.explain.first_step import Trip, first_step
from wor_match.explain.remedies import Barriers, LocalHelp
from wor_match.pipeline import Run
from wor_match.query.query import Query
from wor_match.query.scene import Scene
from wor_match.ranking import Picked
from wor_match.scoring import EXPECTED, HIGH, LOW, Floats, Points

#: The facts of a record: a suggestion makes records of all of them at once, which is quicker than one by one.
Told = dict[str, Any]
#: Asked of a trip that may be long; where most of it is in the margin ("5 minutes, of at most 20") it is not called so.
_TIGHT, _LONG = "ask.reach.tight", 0.5


def suggestions(run: Run, local: LocalHelp) -> tuple[Suggestion, ...]:
    """The picked activities of a run, as shown.

    Parameters
    ----------
    local : LocalHelp
        What there is locally against a barrier of this client.
    """
    chosen = run.chosen
    if chosen is None or not run.picked:
        return ()
    rows = [chosen.rows_of(picked.place) for picked in run.picked]
    shown = run.taken(np.concatenate(rows))
    barriers = Barriers(shown.query, local)
    ends = np.cumsum([len(each) for each in rows])
    return tuple(
        _suggestion(run, chosen, rank, picked, shown, range(end - len(each), end), barriers)
        for rank, (picked, each, end) in enumerate(zip(run.picked, rows, ends.tolist(), strict=True), 1)
    )


def _is_far(query: Query, bad: Sequence[Told], questions: Sequence[Question]) -> bool:
    """Whether the trip is told as long, or asked about and not surely short."""
    if any(one["code"] == "travel.far" for one in bad):
        return True
    most = _LONG * (query.client.travel.max_minutes or query.profile.limits.default_max_minutes)
    trips = [one.params["minutes"] for one in questions if one.code == _TIGHT]
    return any(not isinstance(minutes, int | float) or minutes > most for minutes in trips)


def _suggestion(
    run: Run, chosen: Chosen, rank: int, picked: Picked, shown: Scene, own: range, barriers: Barriers
) -> Suggestion:
    place = picked.place
    points = chosen.contributions[:, place]
    low, expected, high = points.sum(axis=1).tolist()
    rows = chosen.rows_of(place)
    source = shown.rows.source(own[0])
    questions = _questions(run, rows, shown, own)
    most = run.scene.query.profile.limits.max_questions
    good, bad = _reasons(run, shown, own, points, chosen.values[EXPECTED, place])
    minutes, mode = _minutes(shown, own[0]), _mode(shown, own[0])
    trip = Trip(minutes, mode, _is_far(run.scene.query, bad, questions))
    return Suggestion.made(
        rank=rank,
        activity=run.scene.rows.catalogue.activities[int(chosen.activity[place])],
        score_milli=expected,
        score_low_milli=low,
        score_high_milli=high,
        contributions=_contributions(run, points),
        reasons_for=good,
        reasons_against=bad,
        call_first=questions[:most],
        more_questions=questions[most:],
        from_prose=_from_prose(source.activity.provenance),
        first_step=first_step(shown.query, source, barriers, trip),
        variety=_variety(picked),
        row=source.place_number,
        travel_minutes=minutes,
        travel_mode=mode,
    )


def _contributions(run: Run, points: Points) -> list[Told]:
    low, expected, high = (points[which].tolist() for which in (LOW, EXPECTED, HIGH))
    columns = zip(run.scored.criteria, expected, low, high, run.scored.weights.tolist(), strict=True)
    return [
        {"criterion": one.name, "points_milli": usual, "low_milli": least, "high_milli": most, "max_milli": weight}
        for one, usual, least, most, weight in columns
    ]


def _reasons(run: Run, shown: Scene, own: range, points: Points, values: Floats) -> tuple[list[Told], list[Told]]:
    """Reasons for, by points won, and against, by points missed."""
    good: list[Told] = []
    bad: list[Told] = []
    each = run.scored.criteria, points[EXPECTED].tolist(), run.scored.weights.tolist(), values.tolist()
    for criterion, won, weight, value in zip(*each, strict=True):
        missed = weight - won
        for telling in _told(criterion, shown, own, value):
            reason: Told = {
                "code": f"{criterion.name}.{telling.case}",
                "params": telling.params,
                "criterion": criterion.name,
                "points_milli": won if telling.is_for else missed,
            }
            (good if telling.is_for else bad).append(reason)
    return sorted(good, key=_most_first), sorted(bad, key=_most_first)


def _most_first(reason: Told) -> int:
    return -int(reason["points_milli"])


def _told(criterion: Criterion, shown: Scene, own: range, value: float) -> list[Telling]:
    """What a criterion says of the rows that stand for an activity; each thing once."""
    if len(own) == 1:
        return criterion.tell(shown, own[0], value)
    told: list[Telling] = []
    for row in own:
        told += [one for one in criterion.tell(shown, row, value) if one not in told]
    return told


def _questions(run: Run, rows: Points, shown: Scene, own: range) -> tuple[Question, ...]:
    """One question a rule that answered unknown for any row that stands for the activity, most urgent first; then what
    criteria ask."""
    found: list[tuple[int, Question]] = []
    for rule, answers in zip(run.rules, run.verdicts[:, rows].tolist(), strict=True):
        if UNKNOWN not in answers:
            continue
        asked = [place for place, answer in zip(own, answers, strict=True) if answer == UNKNOWN]
        question = rule.question(shown, rule.asks_about(shown, asked))
        if question is not None:
            found.append((rule.urgency, question))
    ordered = [question for _, question in sorted(found, key=lambda pair: pair[0])]
    return (*ordered, *_wondered(run, shown, own))


def _wondered(run: Run, shown: Scene, own: range) -> Iterator[Question]:
    """Questions of criteria: nothing falls away by the answer. Of several rows the first that has one."""
    for criterion in run.scored.criteria:
        if type(criterion).ask is Criterion.ask:  # most ask nothing
            continue
        asked = next((one for one in (criterion.ask(shown, place) for place in own) if one is not None), None)
        if asked is not None:
            case, params = asked
            code = f"ask.{criterion.name}.{case}"
            yield Question(rule=criterion.name, code=code, params=FrozenDict(params), could_remove=False)


def _from_prose(provenance: dict[str, str]) -> tuple[Record, ...]:
    codes = {FROM_PROSE: "prose.filled", CONTRADICTED: "prose.contradicted"}
    return tuple(
        Record.made(code=codes[how], params={"field": field})
        for field, how in sorted(provenance.items())
        if how in codes
    )


def _variety(picked: Picked) -> Record | None:
    if not picked.cost_milli:
        return None
    return Record.made(code="variety.moved_up", params={"points": round(picked.cost_milli / 1000, 1)})


def _minutes(shown: Scene, place: int) -> float | None:
    if shown.query.home is None:
        return None
    minutes = float(shown.travel.expected[place])
    return round(minutes, 1) if np.isfinite(minutes) else None


def _mode(shown: Scene, place: int) -> str | None:
    if shown.query.home is None or shown.travel.mode[place] < 0:
        return None
    return shown.query.usual_modes[int(shown.travel.mode[place])].value
