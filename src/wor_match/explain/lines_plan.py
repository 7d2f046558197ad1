"""The first step of a suggestion as lines, and once for all of them when there is contact again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from wor_match.domain.offer import Cost
from wor_match.domain.records import Record
from wor_match.domain.suggestion import Suggestion
from wor_match.explain.line import Line
from wor_match.explain.sentences import sentence
from wor_match.explain.wording.table import Audience, Language
from wor_match.vocabulary.enums import CostPeriod

if TYPE_CHECKING:
    from wor_match.explain.lines_suggestion import Saying

_AFTER, _BARRIER, _TRIP = "first_step.follow_up", "first_step.barrier", "first_step.travel"
#: Steps that only ask for what a question of the same suggestion asks already.
_ASKED = {
    "ask.budget.": frozenset({"ask_cost", "cost_period", "cost_parts", "cost_reduction", "cost_insured"}),
    "ask.reach.transport": frozenset({"fetched"}),
}  # fmt: skip


@dataclass(slots=True)
class Remembered:
    """What was told with an earlier suggestion of the same answer: remedies, with the number of that suggestion."""

    remedies: dict[str, int] = field(default_factory=dict)


def plan_lines(
    one: Suggestion, cost: Cost, asked: Iterable[Record], is_trip_told: bool, say: Saying, earlier: Remembered
) -> Iterator[Line]:
    """The steps that are not told already: by a fact, by a question, or with an earlier suggestion.

    Parameters
    ----------
    cost : Cost
        As the fact under the name tells it.
    asked : Records
        Questions of this suggestion that this audience gets to read.
    """
    hidden = _told_elsewhere(cost, [question.code for question in asked], is_trip_told)
    steps = [step for step in one.first_step if step.code not in hidden and not _is_the_price(step, cost)]
    title, told = say.phrase("first_step"), list(dict.fromkeys(_texts(steps, one.rank, say, earlier)))
    if title and told:
        yield Line("label", title, name="first_step")
        yield from (Line("point", text) for text in told)


def after_first_lines(shown: Sequence[Suggestion], language: Language, audience: Audience) -> Iterator[Line]:
    """When there is contact again, once for all: with its dates when there is one suggestion only."""
    found = [step for one in shown for step in one.first_step if step.code == _AFTER][:2]
    if not found:
        return
    common = found[0]
    if len(found) > 1:
        common = Record(code=_AFTER, params={"contact_by": common.params["contact_by"]})
    if told := sentence(common, language, audience):
        yield Line("remark", told)


def _told_elsewhere(cost: Cost, asked: Sequence[str], is_trip_told: bool) -> set[str]:
    hidden = {_AFTER, "first_step.cost_each"} | ({_TRIP} if is_trip_told else set())
    if cost.amount_eur == 0 and not cost.amount_max_eur:
        hidden.add("first_step.cost_free")
    for begin, cases in _ASKED.items():
        if any(code.startswith(begin) for code in asked):
            hidden |= {f"first_step.{case}" for case in cases}
    return hidden


def _is_the_price(step: Record, cost: Cost) -> bool:
    """Whether the first month costs just what the fact tells: so much a month, or once."""
    is_told = cost.per in (CostPeriod.MONTH, CostPeriod.ONCE) and not cost.amount_max_eur
    return step.code == "first_step.cost" and is_told and step.params["eur"] == cost.amount_eur


def _texts(steps: Iterable[Record], rank: int, say: Saying, earlier: Remembered) -> Iterator[str]:
    """One text a step; a barrier and its remedy are one, and are told in full only once."""
    barrier: Record | None = None
    for step in steps:
        if step.code == _BARRIER:
            barrier = step
        elif barrier is None:
            yield from filter(None, [say(step)])
        else:
            yield from filter(None, [_pair(barrier, step, rank, say, earlier)])
            barrier = None


def _pair(barrier: Record, remedy: Record, rank: int, say: Saying, earlier: Remembered) -> str:
    first = earlier.remedies.setdefault(str(barrier.params["kind"]), rank)
    if first == rank:
        return " ".join(filter(None, [say(barrier), say(remedy)]))
    name = remedy.params.get("name") if remedy.code == "remedy.known" else None
    return say.phrase("remedy_again", remedy=name, rank=first) if name else ""
