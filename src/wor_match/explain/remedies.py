"""Barriers of a client and what there is locally to take them away, for what-if and for the first step.

Only what stands in the host's table is told as something that exists; without a row it is asked whether there is any.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from functools import cached_property

from wor_match.catalogue.columns import YES, RowSource
from wor_match.domain.offer import Cost
from wor_match.domain.records import Param, Record
from wor_match.domain.remedy import Remedy, RemedyKind, content_hash
from wor_match.domain.what_if import ChangeKind
from wor_match.exchange.values.money import amounts_in
from wor_match.query.cycling import CYCLES, Cycling, cycling_of
from wor_match.query.mobility import may_get_wmo
from wor_match.query.query import Query
from wor_match.rules.budget import how_often, monthly
from wor_match.rules.language import INDEPENDENT, fits
from wor_match.vocabulary.enums import DUTCH_LEVELS, ActivityKind, GoesAlone, Setting, TravelMode

_KINDS = tuple(ChangeKind(kind.value) for kind in RemedyKind)
#: What was checked longer ago may have gone.
_OLD = timedelta(days=730)
_BIKES = frozenset({ChangeKind.BIKE, ChangeKind.EBIKE})
#: The question with a bike of which it is not told whether the client rides one; for the coach only.
CAN_CYCLE = Record(code="remedy.can_cycle", params={})
#: Up to this share of the budget the price is no barrier: the criterion on money calls it cheap.
_CHEAP = 0.5
_CENT = 0.005


def given_kinds(query: Query) -> Iterator[ChangeKind]:
    """What this client could be given besides transport: a maatje, a language buddy, a city pass."""
    client = query.client
    if goes_together(query) and client.has_buddy is not True:
        yield ChangeKind.BUDDY
    level = client.dutch_level
    knows_little = level is not None and DUTCH_LEVELS.index(level) < DUTCH_LEVELS.index(INDEPENDENT)
    if knows_little and client.has_language_buddy is not True:
        yield ChangeKind.LANGUAGE_BUDDY
    if client.budget_eur_per_month is not None and client.has_city_pass is not True:
        yield ChangeKind.CITY_PASS


def transport_kinds(query: Query, cycling: Callable[[Query], Cycling] = cycling_of) -> Iterator[ChangeKind]:
    """Who does not cycle now may borrow a bike, and who cycles may get further on an e-bike, where nothing that was
    named or read speaks against it. A Wmo taxi is for who is limited, and does not take the bus, cycle or drive."""
    modes = frozenset(query.client.travel.modes)
    if not (modes and query.has_travel) or query.client.travel.is_homebound is True:
        return
    bike = _bike(modes)
    if bike is not None and cycling(query) is not Cycling.NOT:
        yield bike
    if may_get_wmo(query):
        yield ChangeKind.WMO_TAXI


def _bike(modes: frozenset[TravelMode]) -> ChangeKind | None:
    """Which bike would take these people further; none for who has an e-bike or drives."""
    if TravelMode.BIKE in modes:
        return None if TravelMode.EBIKE in modes else ChangeKind.EBIKE
    return None if modes & (CYCLES | {TravelMode.CAR}) else ChangeKind.BIKE


def must_ask(kind: ChangeKind, query: Query) -> bool:
    """Whether it has to be asked first if the client can do with it: a bike, for who did not tell that they cycle."""
    return kind in _BIKES and cycling_of(query) is not Cycling.DOES


def is_affordable(remedy: Remedy | None, budget: float | None) -> bool:
    """Whether a bike on loan fits what there is to spend; what is not told in euros is left to be asked.

    >>> row = Remedy(kind="bike", name="Leenfiets", cost="€ 5 per maand", checked_on="2026-10-01")
    >>> is_affordable(row, 0), is_affordable(row, 5), is_affordable(None, 0)
    (False, True, True)
    """
    if remedy is None or budget is None or ChangeKind(remedy.kind.value) not in _BIKES:
        return True
    told = [Cost(amount_eur=max(one.value, 0.0), per=one.per) for one in amounts_in(remedy.cost.lower())]
    return all((one.monthly_eur(1.0) or (0.0, 0.0))[1] <= budget + _CENT for one in told)


def goes_together(query: Query) -> bool:
    """Whether this client would rather not go alone the first time."""
    return query.client.goes_alone in (GoesAlone.FIRST_TIME_TOGETHER, GoesAlone.NO)


def remedy_of(kind: ChangeKind, remedies: Sequence[Remedy]) -> Remedy | None:
    """The row of the local table; of each kind the first counts."""
    return next((one for one in remedies if one.kind.value == kind.value), None)


def how(kind: ChangeKind, remedy: Remedy | None, as_of: date) -> Record:
    """The remedy as it stands in the table, or the question whether there is one, or whether it is still there."""
    if remedy is None:
        return Record(code="remedy.ask", params={"kind": kind.value})
    if not is_current(remedy, as_of):
        asked: dict[str, Param] = {
            "name": remedy.name, "provider": remedy.provider, "phone": remedy.phone,
            "checked_on": remedy.checked_on.isoformat(),
        }  # fmt: skip
        return Record(code="remedy.ahead" if remedy.checked_on > as_of else "remedy.old", params=asked)
    params: dict[str, Param] = {
        "name": remedy.name, "provider": remedy.provider, "condition": remedy.condition, "wait": remedy.wait_weeks,
        "cost": remedy.cost, "phone": remedy.phone, "checked_on": remedy.checked_on.isoformat(),
    }  # fmt: skip
    return Record(code="remedy.known", params=params)


def is_current(remedy: Remedy, as_of: date) -> bool:
    """Whether a row was checked in the two years before this day: else it is asked about, and nothing is promised."""
    return as_of - _OLD <= remedy.checked_on <= as_of


class LocalHelp:
    """The host's table, with for each kind of barrier what is told of it: made once for a matcher.

    Parameters
    ----------
    remedies : Remedy rows
    as_of : date
        The day of asking.

    Examples
    --------
    >>> [record.code for record in LocalHelp((), date(2026, 11, 23)).told[ChangeKind.BIKE]]
    ['first_step.barrier', 'remedy.ask']
    """

    def __init__(self, remedies: Sequence[Remedy], as_of: date) -> None:
        rows = {kind: remedy_of(kind, remedies) for kind in _KINDS}
        #: Of each kind the barrier, and the remedy or the question whether there is one.
        self.told = {kind: (_barrier(kind), how(kind, row, as_of)) for kind, row in rows.items()}
        #: Of each kind the row, if there is one.
        self.rows = rows
        #: Kinds of which the table promises none.
        self.lacks = frozenset(kind for kind, row in rows.items() if row is None or not is_current(row, as_of))
        self.content_hash = content_hash(remedies)


class Barriers:
    """The barriers of one client, worked out once an answer."""

    def __init__(self, query: Query, local: LocalHelp) -> None:
        self.query, self.local = query, local
        self._given = tuple(given_kinds(query))

    def at(self, source: RowSource) -> BarriersThere:
        """Those that this client meets at one activity."""
        met = [kind for kind in self._given if _TOUCHES[kind](self.query, source)]
        return BarriersThere(self, source, met)

    @cached_property
    def transport(self) -> tuple[ChangeKind, ...]:
        """What the table has goes before what has to be asked. Only few trips are long."""
        kinds = transport_kinds(self.query, lambda _: self.cycling)
        return tuple(sorted(kinds, key=lambda kind: kind in self.local.lacks))

    @cached_property
    def cycling(self) -> Cycling:
        """Whether they cycle."""
        return cycling_of(self.query)


class BarriersThere:
    """The barriers of one client at one activity, each with what there is locally against it.

    Parameters
    ----------
    met : ChangeKind
        Those of who goes along, the language and the price that this client meets there.
    """

    def __init__(self, barriers: Barriers, source: RowSource, met: Sequence[ChangeKind]) -> None:
        self._barriers, self._query, self._source, self._met = barriers, barriers.query, source, met
        self._local = barriers.local

    @cached_property
    def waits(self) -> dict[ChangeKind, int]:
        """How many weeks one waits for what has to be there before the first time, where the table says so.

        A maatje or language buddy comes along; the pass has to be there where the price is too much without it.
        """
        kinds = [kind for kind in self._met if kind is not ChangeKind.CITY_PASS or self.needs_pass]
        return {kind: weeks for kind in kinds if (weeks := self._weeks(kind))}

    @cached_property
    def needs_pass(self) -> bool:
        """Whether there is a city pass to be had, and without it the price does not fit the budget."""
        is_told = ChangeKind.CITY_PASS in self._met and ChangeKind.CITY_PASS not in self._local.lacks
        return is_told and _is_too_dear(self._query, self._source)

    def _weeks(self, kind: ChangeKind) -> int:
        row = None if kind in self._local.lacks else self._local.rows[kind]
        return 0 if row is None else row.wait_weeks or 0

    def told(self, kind: ChangeKind) -> tuple[Record, ...]:
        """Barrier and remedy, where the client meets it: who could go along the first time, the language, the price."""
        return self._local.told[kind] if kind in self._met else ()

    def trip(self, is_far: bool) -> list[Record]:
        """The same of the trip, when it is long for this client. One means of transport is enough."""
        if not is_far or self._source.setting is not Setting.ONSITE:
            return []
        barriers, rows = self._barriers, self._local.rows
        left = _left(self._query, self._source)
        kind = next((one for one in barriers.transport if is_affordable(rows[one], left)), None)
        if kind is None:
            return []
        barrier, remedy = self._local.told[kind]
        return [_asked(kind) if kind in _BIKES and barriers.cycling is not Cycling.DOES else barrier, remedy]


def _barrier(kind: ChangeKind) -> Record:
    return Record(code="first_step.barrier", params={"kind": kind.value})


def _asked(kind: ChangeKind) -> Record:
    """The barrier with the question whether the client can do with the remedy; for the coach only."""
    return Record(code="first_step.barrier_asked", params={"kind": kind.value})


def _left(query: Query, source: RowSource) -> float | None:
    """What is left of the budget besides the least that the activity costs, where that is known."""
    budget = query.client.budget_eur_per_month
    if budget is None:
        return None
    least = monthly(how_often(source.costs), query.client.has_city_pass)[0]
    return budget if math.isnan(least) else max(budget - least, 0.0)


def _is_to_be_gone_to_alone(_: Query, source: RowSource) -> bool:
    """Unless the provider has a maatje, nobody may come in, or it is one to one: then somebody always is there."""
    step, kind = source.activity.first_step, source.activity.kind
    closed = step.buddy_available is True or step.companion_welcome is False
    return source.setting is Setting.ONSITE and kind is not ActivityKind.ONE_TO_ONE and not closed


def _asks_more_dutch(query: Query, source: RowSource) -> bool:
    return fits(source.activity.language, query.client) != YES


def _is_dear_without_pass(query: Query, source: RowSource) -> bool:
    """There is a reduction, and without it it is a large part of the budget."""
    costs, budget = source.costs, query.client.budget_eur_per_month
    if budget is None or not any(one.has_reduction or one.reduced_eur is not None for one, _ in costs):
        return False
    return monthly(how_often(costs), False)[1] > _CHEAP * budget


def _is_too_dear(query: Query, source: RowSource) -> bool:
    """Whether it costs more than the budget without a pass, by the least that it may be."""
    budget = query.client.budget_eur_per_month
    without_pass = monthly(how_often(source.costs), False)[0]
    return budget is not None and without_pass > budget + _CENT


_TOUCHES = {
    ChangeKind.BUDDY: _is_to_be_gone_to_alone,
    ChangeKind.LANGUAGE_BUDDY: _asks_more_dutch,
    ChangeKind.CITY_PASS: _is_dear_without_pass,
}
