"""What the conversation promises: contrasts add up, and why-not keeps its word."""

from __future__ import annotations

from typing import Any

import numpy as np

from wor_match.advice import Advice
from wor_match.candidates import taken_hours
from wor_match.catalogue.catalogue import Catalogue
from wor_match.catalogue.columns import NO
from wor_match.domain.change import PROTECTED, Way
from wor_match.domain.client import Client
from wor_match.explain.build import expected_scores
from wor_match.explain.contrast import Contrast
from wor_match.explain.why_not import WhyNot
from wor_match.matcher import Matcher
from wor_match.query.query import without_hours
from wor_match.query.scene import Scene
from wor_match.ranking import tie_break
from wor_match.rules.budget import SMALL_CHANGE
from wor_match.vocabulary.enums import Requires

#: Changes that go to the whole euro or minute: with one less the activity stays out.
_EXACT = {"change.budget": "budget_eur_per_month", "change.travel_minutes": "travel.max_minutes"}


def check_contrasts(advice: Advice) -> int:
    """Every contrast of an advice adds up to the difference of the scores, both ways round; how many there were.

    >>> from wor_match.catalogue.catalogue import Catalogue
    >>> from wor_match.testing import TODAY, a_client, draw_activities
    >>> matcher = Matcher(Catalogue.from_activities(draw_activities(120, seed=1)), as_of=TODAY)
    >>> check_contrasts(matcher.recommend(a_client(), k=3))
    6
    """
    pairs = [(one, other) for one in advice.suggestions for other in advice.suggestions if one is not other]
    for one, other in pairs:
        found = advice.contrast(one.activity.id, other.activity.id)
        difference = one.score_milli - other.score_milli
        assert sum(each.difference_milli for each in found.points) == difference == found.difference_milli
        back = advice.contrast(other.activity.id, one.activity.id)
        assert (back.deciding, back.other_side) == (found.deciding, found.other_side) or not difference
        _check_deciding(found)
        assert Contrast.model_validate_json(found.model_dump_json()) == found
        for language in ("nl", "en"):
            assert found.to_text(language=language)
            assert "pun" not in found.to_text(language="nl", audience="client").split("‘")[0]
    return len(pairs)


def _check_deciding(found: Contrast) -> None:
    """What decides speaks for the higher score, and no other criterion speaks more for it."""
    points = {each.criterion: each.difference_milli for each in found.points}
    towards = 1 if found.difference_milli > 0 else -1
    for_it = sorted((towards * value for value in points.values() if towards * value > 0), reverse=True)
    if found.difference_milli:
        assert len(found.deciding) == min(len(for_it), len(found.deciding)) >= 1
        assert [towards * points[name] for name in found.deciding] == for_it[: len(found.deciding)]
        assert len(found.deciding) <= 3


def check_why_not(matcher: Matcher, client: Client, activity_id: str, k: int = 5) -> WhyNot:
    """What is said of one activity is so, and every way keeps its promise when its changes are made."""
    found = matcher.why_not(client, activity_id, k)
    advice = matcher.recommend(client, k)
    shown = [one.activity.id for one in advice.suggestions]
    assert (found.outcome == "stopped") == advice.is_stopped
    assert found.shown_at == (shown.index(activity_id) + 1 if activity_id in shown else None)
    assert (found.outcome == "shown") == (activity_id in shown)
    scores = expected_scores(matcher.run(client, k))
    assert (found.outcome == "excluded") == (activity_id not in scores and not advice.is_stopped)
    assert found.score_milli == scores.get(activity_id)
    assert found.rank == _rank(matcher, client, scores, activity_id)
    assert bool(found.exclusions) == (found.outcome == "excluded")
    _check_exclusions(matcher, client, found)
    for way in found.ways:
        _check_way(matcher, client, found, way)
    assert WhyNot.model_validate_json(found.model_dump_json()) == found
    assert found.to_text(language="nl")
    assert found.to_text(language="en")
    return found


def _rank(matcher: Matcher, client: Client, scores: dict[str, int], activity_id: str) -> int | None:
    day = matcher.as_of.isoformat()
    order = sorted(scores, key=lambda name: (-scores[name], tie_break(client.reference, day, name)))
    return order.index(activity_id) + 1 if activity_id in scores else None


def _check_exclusions(matcher: Matcher, client: Client, found: WhyNot) -> None:
    """Checked alone, each rule that is named says no; without them all, the activity is possible."""
    if found.outcome != "excluded":
        return
    named = {one.rule for one in found.exclusions}
    fails = _fails(matcher, client, found.activity_id)
    if matcher.catalogue[found.activity_id].parts_require is Requires.ALL:
        assert named <= set().union(*fails), "each rule that is named fails in some part"
    else:
        assert named in fails, "each rule that is named fails, and at that place no other"
        assert not any(each < named for each in fails), "no other place fails less"
    others = [rule for rule in matcher.rules if rule.name not in named]
    if "reach" not in named:  # what is far out of reach is not even looked at
        assert also(matcher, rules=others).why_not(client, found.activity_id, found.k).outcome != "excluded"


def _fails(matcher: Matcher, client: Client, activity_id: str) -> list[set[str]]:
    """Of each row of an activity, in a catalogue of its own, the rules that say no when asked one by one."""
    query = matcher.query(client)
    query = without_hours(query, taken_hours(query, matcher.catalogue))
    alone = Catalogue.from_activities([matcher.catalogue[activity_id]])
    found: list[set[str]] = [set() for _ in range(len(alone.all_rows))]
    for rule in matcher.rules:
        if rule.applies(query):
            for place in np.flatnonzero(rule.check(Scene(query, alone.all_rows)) == NO):
                found[place].add(rule.name)
    return found


def also(matcher: Matcher, **other: Any) -> Matcher:
    """The same matcher with something else in one place: ``also(matcher, catalogue=...)``."""
    same = {
        "catalogue": matcher.catalogue, "profile": matcher.profile, "as_of": matcher.as_of, "travel": matcher.travel,
        "rules": matcher.rules, "criteria": matcher.criteria, "remedies": matcher.remedies,
    }  # fmt: skip
    return Matcher(**{**same, **other})


def _check_way(matcher: Matcher, client: Client, found: WhyNot, way: Way) -> None:
    after, changed, k = _made(matcher, client, found, way)
    for path in PROTECTED:
        assert _value(changed, path) == _value(client, path), f"{path} is never to be changed"
    assert _about_people(after, found) == _about_people(matcher, found), "nor a rule of a group about who comes"
    scores = expected_scores(after.run(changed, k))
    assert _rank(after, changed, scores, found.activity_id) == way.rank, "a way brings it in, at its rank"
    shown = [one.activity.id for one in after.recommend(changed, k).suggestions]
    assert (found.activity_id in shown) == way.is_shown
    if len(way.changes) == 1 and way.changes[0].code in _EXACT:
        change = way.changes[0]
        path = _EXACT[change.code]
        # The budget that is named is the price: up to small change below it, it would be in with a question only.
        step = 1 + (SMALL_CHANGE if change.code == "change.budget" else 0)
        less = change.model_copy(update={"facts": {path: change.facts[path] - step}})
        if change.facts[path] > step:
            assert found.activity_id not in expected_scores(matcher.run(less.applied(client), k)), "the smallest change"


def _made(matcher: Matcher, client: Client, found: WhyNot, way: Way) -> tuple[Matcher, Client, int]:
    """The matcher, client and length of list with all changes made."""
    activity, k = matcher.catalogue[found.activity_id], found.k
    for change in way.changes:
        if change.of == "client":
            client = change.applied(client)
        elif change.of == "activity":
            activity = change.applied(activity)
        else:
            k = change.facts["k"]
    return also(matcher, catalogue=matcher.catalogue.updated(add=[activity])), client, k


def _about_people(matcher: Matcher, found: WhyNot) -> tuple[Any, ...]:
    """Whom an activity is for."""
    activity = matcher.catalogue[found.activity_id]
    return activity.group.model_dump(exclude={"is_closed"}), activity.language


def _value(client: Client, path: str) -> Any:
    found: Any = client
    for step in path.split("."):
        found = getattr(found, step)
    return found
