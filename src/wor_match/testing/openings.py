"""What a what-if promises: with its changes made, the list is just what was told."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import Any

from wor_match.advice import Advice
from wor_match.domain.change import PROTECTED
from wor_match.domain.client import Client
from wor_match.domain.what_if import Change, ChangeKind
from wor_match.explain.what_if import MOST, offered_changes
from wor_match.explain.what_if_text import WhatIf
from wor_match.matcher import Matcher

#: Activity numbers with their scores, in the order shown.
Listed = dict[int, int]
#: All that may be proposed to be otherwise, and nothing else.
MAY_CHANGE = frozenset({"travel", "availability", "has_city_pass", "has_buddy", "has_language_buddy"})


def check_what_if(matcher: Matcher, client: Client, k: int = 5, *, is_slow: bool = True) -> tuple[WhatIf, ...]:
    """Every change that is told keeps its promise, and nothing better is left out.

    Parameters
    ----------
    is_slow : bool
        Whether all changes and pairs are tried one after the other: some hundreds of lists for one client.

    Examples
    --------

    >>> from wor_match.catalogue.catalogue import Catalogue
    >>> from wor_match.testing import TODAY, a_client, draw_activities
    >>> matcher = Matcher(Catalogue.from_activities(draw_activities(60, seed=1)), as_of=TODAY)
    >>> len(check_what_if(matcher, a_client(goes_alone="no", travel={"max_minutes": 10}))) > 0
    True
    """
    before, found = matcher.recommend(client, k), matcher.what_if(client, k)
    for one in found:
        changed = one.applied_to(client)
        _check_untouched(client, changed)
        _check_told(one, before, matcher.recommend(changed, k))
        if len(one.changes) == 2:
            alone = {name for change in one.changes for name in _ids(matcher.recommend(change.applied_to(client), k))}
            assert {each.activity_id for each in one.enters} - alone, "a pair brings what neither brings alone"
        assert WhatIf.model_validate_json(one.model_dump_json()) == one
    assert not (found and before.is_stopped)
    gains = [one.list_gain_milli / len(one.changes) for one in found]
    assert gains == sorted(gains, reverse=True), "best first"
    if is_slow and not before.is_stopped:
        _check_nothing_better(found, slowly(matcher, client, k))
    return found


def slowly(matcher: Matcher, client: Client, k: int) -> dict[tuple[str, ...], tuple[float, Listed]]:
    """All changes and pairs that open something, by their names: the gain for each change, and the list.

    One after the other the pipeline is run for the changed client. Of the quick way only the offered changes are used.
    """
    offered = offered_changes(matcher.query(client), matcher.remedies)
    base, lists = _list(matcher, client, k), {}
    for few in [*((one,) for one in offered), *(pair for pair in combinations(offered, 2) if _go_together(*pair))]:
        changed = client
        for change in few:
            changed = change.applied_to(changed)
        lists[tuple(one.name for one in few)] = _list(matcher, changed, k)
    opens = [few for few, found in lists.items() if _opens(few, base, found, [lists[one,] for one in few])]
    rise = {few: sum(lists[few].values()) - sum(base.values()) for few in opens}
    return {few: (rise[few] / len(few), lists[few]) for few in opens}


def _go_together(one: Change, other: Change) -> bool:
    return not {one.kind, other.kind} <= {ChangeKind.BIKE, ChangeKind.EBIKE, ChangeKind.WMO_TAXI}


def _opens(few: tuple[str, ...], base: Listed, found: Listed, alone: Sequence[Listed]) -> bool:
    """Something enters that is there with neither alone; of what is given half a point more is enough."""
    if len(few) == 2:
        return bool(set(found) - set(base) - set(alone[0]) - set(alone[1]))
    best, was = (max(one.values(), default=0) for one in (found, base))
    return bool(set(found) - set(base)) or (few[0] in ("buddy", "language_buddy", "city_pass") and best - was >= 500)


def _check_nothing_better(found: Sequence[WhatIf], slow: dict[tuple[str, ...], tuple[float, Listed]]) -> None:
    told = [[_names(changes) for changes in (one.changes, *one.instead)] for one in found]
    flat = [names for alike in told for names in alike]
    assert len(flat) == len(set(flat)), "each is told once"
    assert set(flat) <= set(slow), "what is told opens something"
    for alike in told:
        assert len({tuple(slow[names][1].items()) for names in alike}) == 1, "what is told with it gives the same list"
    left = {names: rise for names, (rise, _) in slow.items() if names not in flat}
    assert not left or len(found) == MOST, "what opens something is told"
    assert not left or max(left.values()) <= found[-1].list_gain_milli / len(found[-1].changes), "the best are told"


def _names(changes: Sequence[Change]) -> tuple[str, ...]:
    return tuple(one.name for one in changes)


def _list(matcher: Matcher, client: Client, k: int) -> Listed:
    run = matcher.run(client, k)
    if run.chosen is None:
        return {}
    return {int(run.chosen.activity[one.place]): int(run.chosen.scores[one.place]) for one in run.picked}


def _check_untouched(client: Client, changed: Client) -> None:
    assert {name for name in Client.model_fields if getattr(client, name) != getattr(changed, name)} <= MAY_CHANGE
    for path in PROTECTED:
        assert _value(changed, path) == _value(client, path), f"{path} is never to be changed"
    assert Client.model_validate_json(changed.model_dump_json()) == changed, "it is a client that can be asked"


def _check_told(one: WhatIf, before: Advice, after: Advice) -> None:
    """What enters with its rank and score, what leaves, and the gains: all as in the advice with the change made."""
    was, now = _ids(before), _ids(after)
    told = [(each.activity_id, each.rank, each.score_milli) for each in one.enters]
    assert told == [(s.activity.id, s.rank, s.score_milli) for s in after.suggestions if s.activity.id not in was]
    assert one.leaves == tuple(name for name in was if name not in now)
    first, then = ([each.score_milli for each in advice.suggestions] for advice in (before, after))
    assert one.best_gain_milli == max(then, default=0) - max(first, default=0)
    assert one.list_gain_milli == sum(then) - sum(first)
    assert after.possible_milli == before.possible_milli, "the weights that count stay the same"
    assert one.enters or one.best_gain_milli > 0, "something is opened"


def _ids(advice: Advice) -> list[str]:
    return [one.activity.id for one in advice.suggestions]


def _value(client: Client, path: str) -> Any:
    found: Any = client
    for step in path.split("."):
        found = getattr(found, step)
    return found
