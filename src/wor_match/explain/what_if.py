"""What would open up the list: the smallest changes in what the client allows or is given, alone and in pairs.

Every change is applied to the client and goes through the pipeline; only what it touches is done again. So what is
promised is what ``recommend`` gives when the change is applied.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

import numpy as np

from wor_match.catalogue.catalogue import Catalogue
from wor_match.criteria import Criterion
from wor_match.domain.client import Client
from wor_match.domain.records import Param, Record
from wor_match.domain.remedy import Remedy, RemedyKind
from wor_match.domain.what_if import Change, ChangeKind, Opened
from wor_match.explain.remedies import CAN_CYCLE, given_kinds, how, is_affordable, must_ask, remedy_of, transport_kinds
from wor_match.explain.trial import Outcome, Trials
from wor_match.explain.what_if_text import WhatIf, WhatIfs
from wor_match.query.hours import FINE, PART_SLOTS
from wor_match.query.query import Query
from wor_match.rules import Rule
from wor_match.vocabulary.enums import WEEKDAYS, DayPart

#: So many are told; a rise of the best score by less than this, with nothing new on the list, is not.
MOST, _LEAST_GAIN = 8, 500
_NEEDS_REMEDY = frozenset(one.value for one in RemedyKind)
_TRAVEL = frozenset({ChangeKind.BIKE, ChangeKind.EBIKE, ChangeKind.WMO_TAXI})
_GIVEN = frozenset({ChangeKind.BUDDY, ChangeKind.LANGUAGE_BUDDY, ChangeKind.CITY_PASS})
_FREE = 0.99


def what_if(
    query: Query, catalogue: Catalogue, rules: Sequence[Rule], criteria: Sequence[Criterion],
    k: int, remedies: Sequence[Remedy],
) -> WhatIfs:  # fmt: skip
    """The changes that open up most, by gain of the list for each thing to arrange, best first.

    Parameters
    ----------
    remedies : Remedy rows
        Of each kind the first row counts. Without one the record asks whether it exists.

    Notes
    -----
    A change alone is told when something enters the list; something that is given (a maatje, a pass) also when the
    best score rises by at least half a point. Two
    together are told only when something enters that neither brings alone. Of the parts of a day the best one is
    told, and paired. Cost: one trial a change and a pair, each linear in the rows within reach.
    """
    client = query.client
    told = [_with_remedy(one, query, remedies) for one in possible_changes(query)]
    changes = [one for one in told if is_affordable(one.remedy, client.budget_eur_per_month)]
    if not changes:
        return WhatIfs()
    widest = [_applied(client, [one for one in changes if one.kind in (*_TRAVEL, ChangeKind.MINUTES)])]
    trials = Trials(query, catalogue, rules, criteria, k, widest)
    tried = [((one,), _outcome(trials, (one,))) for one in changes if _may_open(trials, one)]
    singles = _best_part_of_day(trials.base, tried)
    pairs = [(pair, _outcome(trials, pair)) for pair in combinations([one[0] for one, _ in singles], 2) if _fit(pair)]
    alone = {one[0].name: outcome for one, outcome in singles}
    found = [_what_if(trials, one, outcome) for one, outcome in singles if _opens(trials.base, one[0], outcome)]
    for pair, outcome in pairs:
        known = {number for one in pair for number in alone[one.name].list}
        if set(outcome.list) - set(trials.base.list) - known:
            found.append(_what_if(trials, pair, outcome))
    return WhatIfs(sorted(found, key=_best_first)[:MOST])


def _best_first(one: WhatIf) -> tuple[float, int, list[str]]:
    """By gain a change, then the fewest changes."""
    return (-one.list_gain_milli / len(one.changes), len(one.changes), [change.name for change in one.changes])


def possible_changes(query: Query) -> Iterator[Change]:
    """Changes that this intake leaves room for; nothing is proposed where nothing was asked."""
    yield from (Change(kind=kind) for kind in given_kinds(query))
    if query.has_travel and query.client.travel.is_homebound is not True:
        yield Change(kind=ChangeKind.MINUTES)
    yield from (Change(kind=kind) for kind in transport_kinds(query))
    yield from _parts_of_day(query)


def _parts_of_day(query: Query) -> Iterator[Change]:
    """Parts of the week that are not free now; no evenings for who does not go out then."""
    if query.client.availability is None or query.week is None:
        return
    for number, weekday in enumerate(WEEKDAYS):
        for part, (begin, end) in PART_SLOTS.items():
            is_out = part is DayPart.EVENING and query.client.travel.evening is False
            if not is_out and float(np.mean(query.week[number, begin * FINE : end * FINE])) < _FREE:
                yield Change(kind=ChangeKind.PART_OF_DAY, weekday=weekday, part=part)


def _with_remedy(change: Change, query: Query, remedies: Sequence[Remedy]) -> Change:
    if change.kind.value not in _NEEDS_REMEDY:
        return change
    remedy = remedy_of(change.kind, remedies)
    ask = CAN_CYCLE if must_ask(change.kind, query) else None
    return change.replaced(remedy=remedy, how=how(change.kind, remedy, query.as_of), ask=ask)


def _applied(client: Client, changes: Sequence[Change]) -> Client:
    for change in changes:
        client = change.applied_to(client)
    return client


def _outcome(trials: Trials, changes: Sequence[Change]) -> Outcome:
    return trials.of(_applied(trials.query.client, changes), [one.fact for one in changes])


def _may_open(trials: Trials, change: Change) -> bool:
    """Whether a part of the day lets any row pass that did not; most parts do not."""
    if change.kind is not ChangeKind.PART_OF_DAY:
        return True
    return trials.passes_more(change.applied_to(trials.query.client), (change.fact,))


def _best_part_of_day(base: Outcome, tried: list[tuple[tuple[Change], Outcome]]) -> list[tuple[tuple[Change], Outcome]]:
    """All but the parts of a day, and the best of those; of equals the first of the week."""
    parts = [one for one in tried if one[0][0].kind is ChangeKind.PART_OF_DAY]
    others = [one for one in tried if one[0][0].kind is not ChangeKind.PART_OF_DAY]
    return others + ([max(parts, key=lambda one: _gain(base, one[1]))] if parts else [])


def _fit(pair: tuple[Change, Change]) -> bool:
    """Not two means of transport at once."""
    return not all(one.kind in _TRAVEL for one in pair)


def _opens(base: Outcome, change: Change, outcome: Outcome) -> bool:
    if set(outcome.list) - set(base.list):
        return True
    return change.kind in _GIVEN and _best(outcome) - _best(base) >= _LEAST_GAIN


def _best(outcome: Outcome) -> int:
    return max(outcome.list.values(), default=0)


def _gain(base: Outcome, outcome: Outcome) -> int:
    return sum(outcome.list.values()) - sum(base.list.values())


def _what_if(trials: Trials, changes: tuple[Change, ...], outcome: Outcome) -> WhatIf:
    before, after, activities = trials.base.list, outcome.list, trials.catalogue.activities
    enters = tuple(
        Opened(activity_id=activities[number].id, title=activities[number].title, rank=rank, score_milli=score)
        for rank, (number, score) in enumerate(after.items(), 1)
        if number not in before
    )
    gain = _best(outcome) - _best(trials.base)
    names, points = tuple(one.name for one in changes), round(gain / 1000, 1) if before else 0.0
    if enters:
        params: dict[str, Param] = {
            "changes": names, "titles": tuple(one.title for one in enters), "points": points if points > 0 else None
        }  # fmt: skip
        told = Record(code="what_if.opens", params=params)
    else:
        told = Record(code="what_if.raises", params={"changes": names, "points": points})
    left = [activities[number] for number in before if number not in after]
    return WhatIf(
        changes=changes, enters=enters, leaves=tuple(one.id for one in left), leaving=tuple(one.title for one in left),
        best_gain_milli=gain, list_gain_milli=_gain(trials.base, outcome), summary=told,
    )  # fmt: skip
