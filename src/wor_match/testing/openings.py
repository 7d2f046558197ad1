"""What a what-if promises: with its changes made, the list is just what was told."""

from __future__ import annotations

from typing import Any

from wor_match.advice import Advice
from wor_match.domain.change import PROTECTED
from wor_match.domain.client import Client
from wor_match.explain.what_if_text import WhatIf
from wor_match.matcher import Matcher

#: All that may be proposed to be otherwise, and nothing else.
MAY_CHANGE = frozenset({"travel", "availability", "has_city_pass", "has_buddy", "has_language_buddy"})


def check_what_if(matcher: Matcher, client: Client, k: int = 5) -> tuple[WhatIf, ...]:
    """Every change that is told keeps its promise when it is made, and touches nothing that is protected.

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
    return found


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
