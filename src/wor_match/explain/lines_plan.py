"""The first step of a suggestion as lines, and once for all of them when there is contact again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING

from wor_match.domain.offer import Cost
from wor_match.domain.records import Record
from wor_match.domain.suggestion import Suggestion
from wor_match.explain.first_month import neat
from wor_match.explain.line import Line
from wor_match.explain.sentences import sentence
from wor_match.explain.wording.table import Audience, Language
from wor_match.vocabulary.enums import CostPeriod

if TYPE_CHECKING:
    from wor_match.explain.lines_suggestion import Saying

_AFTER, _TRIP = "first_step.follow_up", "first_step.travel"
_BARRIERS = frozenset({"first_step.barrier", "first_step.barrier_asked"})
#: Records that tell what it costs a month.
_OF_MONEY = ("money.", "ask.budget.")
#: What steps are about, by their code or the kind of their barrier: those about one thing are one text.
_ABOUT = (
    dict.fromkeys(("buddy", "along", "not_along", "ask_along"), "company")
    | dict.fromkeys(("travel", "bus", "lift", "taxi", "fetched", "wmo_taxi", "bike", "ebike"), "trip")
    | dict.fromkeys(("try", "try_once", "try_helping", "look", "half_hour", "come_once", "pass_by"), "small")
    | {"call_together": "small", "part_dates": "dates", "holiday": "dates", "part_by_appointment": "dates"}
    | dict.fromkeys(
        ("cost", "cost_free", "cost_about", "cost_at_most", "cost_reduction", "cost_insured", "cost_parts", "cost_each",
         "cost_period", "ask_cost", "city_pass", "pass_first"),
        "money",
    )
)  # fmt: skip
#: Steps that only ask for what a question of the same suggestion asks already.
_ASKED = {
    "ask.budget.": frozenset({"ask_cost", "cost_period", "cost_parts", "cost_reduction", "cost_insured"}),
    "ask.reach.transport": frozenset({"fetched"}),
}  # fmt: skip


@dataclass(slots=True)
class Remembered:
    """What was told with an earlier suggestion of the same answer: remedies, with the number of that suggestion."""

    remedies: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Told:
    """What of a suggestion this audience reads before the plan.

    Parameters
    ----------
    records : reasons and questions
    is_trip_told : bool
        Whether it is told how long the trip takes.
    """

    records: Sequence[Record]
    is_trip_told: bool


def plan_lines(one: Suggestion, cost: Cost, before: Told, say: Saying, earlier: Remembered) -> Iterator[Line]:
    """The steps that are not told already: by a fact, a reason, a question, or with an earlier suggestion.

    What belongs together is one step: who goes along, the way there, the price, trying and a smaller step, the dates.

    Parameters
    ----------
    cost : Cost
        As the fact under the name tells it.
    """
    hidden = _told_elsewhere(cost, [record.code for record in before.records], before.is_trip_told)
    steps = [
        step
        for step in one.first_step
        if step.code not in hidden and not _is_the_price(step, cost) and not _is_told_of_month(step, before.records)
    ]
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


def _is_told_of_month(step: Record, records: Iterable[Record]) -> bool:
    """Whether a reason or question tells the same sum a month, to the cent."""
    if step.code != "first_step.cost_about" or step.params["most"] is not None:
        return False
    sums = [one.params.get("eur") for one in records if one.code.startswith(_OF_MONEY)]
    return any(isinstance(eur, int | float) and neat(eur) == step.params["eur"] for eur in sums)


def _texts(steps: Iterable[Record], rank: int, say: Saying, earlier: Remembered) -> Iterator[str]:
    """One text for steps that belong together; a barrier goes with its remedy, and is told in full only once."""
    for _, group in groupby(_parted(steps), key=lambda pair: pair[0]):
        told = [_pair(barrier, step, rank, say, earlier) if barrier else say(step) for _, barrier, step in group]
        yield from filter(None, [" ".join(dict.fromkeys(filter(None, told)))])


def _parted(steps: Iterable[Record]) -> Iterator[tuple[str, Record | None, Record]]:
    """The steps with what they are about; a remedy with its barrier."""
    barrier: Record | None = None
    for step in steps:
        if step.code in _BARRIERS:
            barrier = step
        elif barrier is None:
            yield _ABOUT.get(step.code.removeprefix("first_step."), step.code), None, step
        else:
            kind = str(barrier.params["kind"])
            yield _ABOUT.get(kind, kind), barrier, step
            barrier = None


def _pair(barrier: Record, remedy: Record, rank: int, say: Saying, earlier: Remembered) -> str:
    asked = say(barrier)
    if not asked:
        return ""
    first = earlier.remedies.setdefault(str(barrier.params["kind"]), rank)
    if first == rank:
        return " ".join(filter(None, [asked, say(remedy)]))
    name = remedy.params.get("name") if remedy.code == "remedy.known" else None
    return say.phrase("remedy_again", remedy=name, rank=first) if name else ""
