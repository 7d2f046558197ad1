"""What would open up the list: the smallest changes in what the client allows or is given, alone and in pairs.

All of them are looked at. Their lists are added up at once (:mod:`wor_match.explain.lists`); what is told is then
applied to the client and goes through the pipeline, in which only what it touches is done again. So what is promised is
what ``recommend`` gives when the change is applied.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

import numpy as np

from wor_match.catalogue.catalogue import Catalogue
from wor_match.criteria import Criterion
from wor_match.domain.records import Param, Record
from wor_match.domain.remedy import Remedy, RemedyKind
from wor_match.domain.what_if import Change, ChangeKind, Opened
from wor_match.explain.openings import Few, applied, best, gain, listed, opening
from wor_match.explain.remedies import CAN_CYCLE, given_kinds, how, is_affordable, must_ask, remedy_of, transport_kinds
from wor_match.explain.trial import Trials
from wor_match.explain.what_if_text import WhatIf, WhatIfs
from wor_match.query.hours import FINE, PART_SLOTS
from wor_match.query.mobility import may_go_longer
from wor_match.query.query import Query
from wor_match.rules import Rule
from wor_match.vocabulary.enums import WEEKDAYS, DayPart

#: So many are told.
MOST = 8
_NEEDS_REMEDY = frozenset(one.value for one in RemedyKind)
_TRAVEL = frozenset({ChangeKind.BIKE, ChangeKind.EBIKE, ChangeKind.WMO_TAXI})
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
    best score rises by at least half a point. Two together are told only when something enters that neither brings
    alone. Of changes that differ in the part of the day only, and give the very same list, the first of the week is
    told and the others with it (``instead``). Of all these the best :data:`MOST` are told. Cost: a trial for each
    change but the parts of a day, for each pair of those, and for each that is told; the rest is linear in rows and
    pairs.
    With rules or criteria of a host's own every pair is a trial, which takes some ten times as long.
    """
    changes = [_with_remedy(one, query, remedies) for one in offered_changes(query, remedies)]
    if not changes:
        return WhatIfs()
    widest = [applied(query.client, [one for one in changes if one.kind in (*_TRAVEL, ChangeKind.MINUTES)])]
    trials = Trials(query, catalogue, rules, criteria, k, widest)
    pairs = [pair for pair in combinations(range(len(changes)), 2) if not all(changes[o].kind in _TRAVEL for o in pair)]
    sets: list[Few] = [*((one,) for one in range(len(changes))), *pairs]
    found = opening(trials.base.list, changes, dict(zip(sets, listed(trials, changes, sets), strict=True)))[:MOST]
    return WhatIfs(_what_if(trials, [tuple(changes[one] for one in few) for few in alike]) for alike in found)


def offered_changes(query: Query, remedies: Sequence[Remedy]) -> list[Change]:
    """The possible changes but for a loan that would not fit the budget."""
    budget = query.client.budget_eur_per_month
    return [one for one in possible_changes(query) if is_affordable(_row_of(one, remedies), budget)]


def possible_changes(query: Query) -> Iterator[Change]:
    """Changes that this intake leaves room for; nothing is proposed where nothing was asked."""
    yield from (Change(kind=kind) for kind in given_kinds(query))
    if query.has_travel and query.client.travel.is_homebound is not True and may_go_longer(query):
        yield Change(kind=ChangeKind.MINUTES)
    yield from (Change(kind=kind) for kind in transport_kinds(query))
    yield from _parts_of_day(query)


def _parts_of_day(query: Query) -> Iterator[Change]:
    """Parts of the week that are not free now; no evenings for who does not go out then."""
    if query.client.availability is None or query.week is None:
        return
    no_evenings = query.client.travel.evening is False or "no_evening" in query.limits
    for number, weekday in enumerate(WEEKDAYS):
        for part, (begin, end) in PART_SLOTS.items():
            is_out = part is DayPart.EVENING and no_evenings
            if not is_out and float(np.mean(query.week[number, begin * FINE : end * FINE])) < _FREE:
                yield Change(kind=ChangeKind.PART_OF_DAY, weekday=weekday, part=part)


def _row_of(change: Change, remedies: Sequence[Remedy]) -> Remedy | None:
    return remedy_of(change.kind, remedies) if change.kind.value in _NEEDS_REMEDY else None


def _with_remedy(change: Change, query: Query, remedies: Sequence[Remedy]) -> Change:
    if change.kind.value not in _NEEDS_REMEDY:
        return change
    remedy = _row_of(change, remedies)
    ask = CAN_CYCLE if must_ask(change.kind, query) else None
    return change.replaced(remedy=remedy, how=how(change.kind, remedy, query.as_of), ask=ask)


def _what_if(trials: Trials, alike: Sequence[tuple[Change, ...]]) -> WhatIf:
    """What the first of some sets of changes opens up; the others do just the same."""
    changes, *instead = alike
    after = trials.of(applied(trials.query.client, changes), [one.fact for one in changes]).list
    before, activities = trials.base.list, trials.catalogue.activities
    enters = tuple(
        Opened(activity_id=activities[number].id, title=activities[number].title, rank=rank, score_milli=score)
        for rank, (number, score) in enumerate(after.items(), 1)
        if number not in before
    )
    higher = best(after) - best(before)
    names, points = tuple(one.name for one in changes), round(higher / 1000, 1) if before else 0.0
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
        best_gain_milli=higher, list_gain_milli=gain(before, after), instead=tuple(instead), summary=told,
    )  # fmt: skip
