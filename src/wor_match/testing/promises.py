"""What every advice promises, checked on any matcher and client: for tests on a host's own catalogue."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from wor_match.advice import Advice
from wor_match.candidates import taken_hours
from wor_match.catalogue.catalogue import Catalogue
from wor_match.catalogue.columns import NO
from wor_match.domain.client import Client
from wor_match.domain.suggestion import Suggestion
from wor_match.matcher import Matcher
from wor_match.query.query import Query, without_hours
from wor_match.query.scene import Scene
from wor_match.ranking import tie_break
from wor_match.vocabulary.enums import Requires

_MILLI = 1000


def check_advice(matcher: Matcher, client: Client, k: int = 5) -> Advice:
    """An advice adds up, breaks no rule, keeps to its order, and survives being stored.

    >>> from wor_match.testing import TODAY, a_client, draw_activities
    >>> matcher = Matcher(Catalogue.from_activities(draw_activities(20, seed=1)), as_of=TODAY)
    >>> check_advice(matcher, a_client()).is_stopped
    False
    """
    advice = matcher.recommend(client, k)
    assert len(advice.suggestions) <= k, "no more than asked for"
    assert [one.rank for one in advice.suggestions] == list(range(1, len(advice.suggestions) + 1)), "ranks count up"
    assert (len(advice.suggestions) < k) == (advice.shortfall is not None), "a shorter list says why"
    for suggestion in advice.suggestions:
        check_sums(suggestion)
        check_rules(matcher, client, suggestion)
    check_counts(matcher, advice)
    check_order(matcher, advice)
    assert Advice.from_json(advice.to_json()) == advice, "an advice survives being stored"
    return advice


def check_sums(suggestion: Suggestion) -> None:
    """Contributions add up exactly to the score and its bounds, and lie between nothing and their weight."""
    parts = suggestion.contributions
    assert sum(one.points_milli for one in parts) == suggestion.score_milli, "contributions add up to the score"
    assert sum(one.low_milli for one in parts) == suggestion.score_low_milli, "and to its lower bound"
    assert sum(one.high_milli for one in parts) == suggestion.score_high_milli, "and to its upper bound"
    for one in parts:
        assert 0 <= one.low_milli <= one.points_milli <= one.high_milli <= one.max_milli, one.criterion


def check_rules(matcher: Matcher, client: Client, suggestion: Suggestion) -> None:
    """By itself, in a catalogue of its own, a suggested activity breaks no rule."""
    activity = suggestion.activity
    scene = Scene(_query(matcher, client), Catalogue.from_activities([activity]).all_rows)
    passes = np.ones(len(scene), dtype=bool)
    for rule in matcher.rules:
        if rule.applies(scene.query):
            passes &= rule.check(scene) != NO
    sources = [scene.rows.source(int(place)) for place in np.flatnonzero(passes)]
    assert suggestion.row in {one.place_number for one in sources}, "the place that is meant breaks no rule"
    if activity.parts and activity.parts_require is Requires.ALL:
        assert len({one.part_number for one in sources}) == len(activity.parts), "every required part can be done"


def check_counts(matcher: Matcher, advice: Advice) -> None:
    """What is shown, possible, without a link and excluded makes the whole catalogue; a stop counts nothing."""
    excluded = advice.excluded
    found = len(advice.suggestions) + excluded.not_shown + excluded.below_floor + excluded.total
    assert found == (0 if advice.is_stopped else len(matcher.catalogue)), "everything is counted once"


def check_order(matcher: Matcher, advice: Advice) -> None:
    """Best first, equals by the tie; only variety changes that, told in points and at most so many as it may cost."""
    day = matcher.as_of.isoformat()
    keys = [(-one.score_milli, tie_break(advice.reference, day, one.activity.id)) for one in advice.suggestions]
    room = matcher.profile.limits.variety_points * _MILLI
    moved = [one.variety is not None for one in advice.suggestions]
    for place in range(1, len(keys)):
        if keys[place] < keys[place - 1]:
            assert room > 0, "without room for variety the order is that of the scores"
            assert keys[place - 1][0] - keys[place][0] <= room, "variety costs no more than it may"
            assert keys[place][0] == keys[place - 1][0] or moved[place - 1], "what was moved up says so"


def check_others_stay(matcher: Matcher, client: Client, without: Sequence[str]) -> None:
    """Taking activities away changes neither the points of the others nor their order.

    What the client does already stays: its hours are taken, which is about the client and not about the supply.
    """
    without = [one for one in without if one not in client.current]
    fewer = Matcher(
        matcher.catalogue.updated(end=without),
        matcher.profile,
        as_of=matcher.as_of,
        travel=matcher.travel,
        rules=matcher.rules,
        criteria=matcher.criteria,
    )
    before, after = ranked(matcher, client), ranked(fewer, client)
    assert [one for one in before if one[0] not in without] == after, "no record changes another's points or place"


def ranked(matcher: Matcher, client: Client) -> list[tuple[str, tuple[int, ...]]]:
    """All that can be suggested in order of score: ids, with the points of every criterion."""
    found = matcher.run(client, k=len(matcher.catalogue) or 1)
    if found.chosen is None:
        return []
    numbers, points = found.chosen.activity, found.chosen.contributions
    activities = matcher.catalogue.activities
    return [(activities[numbers[place]].id, tuple(points[:, place].ravel().tolist())) for place in found.ranked]


def _query(matcher: Matcher, client: Client) -> Query:
    query = matcher.query(client)
    return without_hours(query, taken_hours(query, matcher.catalogue))
