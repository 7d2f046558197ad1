"""What ``wor_match.testing`` gives a host."""

from __future__ import annotations

import importlib
import sys

import pytest
from hypothesis import given, settings

from wor_match import Activity, Catalogue, Client, Matcher
from wor_match.errors import MissingExtraError
from wor_match.testing import TODAY, a_client, a_place, an_activity, draw_activities, draw_clients
from wor_match.testing.promises import check_advice, check_order, check_sums
from wor_match.testing.shares import NEVER, shares, too_rare
from wor_match.testing.strategies import activities, clients

SETTINGS = settings(deadline=None, derandomize=True, max_examples=20)


def test_the_same_seed_draws_the_same() -> None:
    assert draw_activities(20, 3) == draw_activities(20, 3)
    assert draw_clients(20, 3) == draw_clients(20, 3)
    assert draw_activities(20, 3)[:10] == draw_activities(10, 3)
    assert draw_activities(20, 3) != draw_activities(20, 4)


def test_what_is_drawn_has_something_of_everything() -> None:
    drawn = draw_activities(300, 5)
    assert {len(one.places) for one in drawn} >= {0, 1, 2, 3}
    assert {one.parts_require.value for one in drawn if one.parts} == {"any", "all"}
    assert len({one.id for one in drawn}) == 300


@SETTINGS
@given(activities("mine"), clients("my client"))
def test_strategies_give_models_that_survive_storing(activity: Activity, client: Client) -> None:
    assert (activity.id, client.reference) == ("mine", "my client")
    assert Activity.model_validate_json(activity.model_dump_json()) == activity
    assert Client.model_validate_json(client.model_dump_json()) == client


def test_factories_change_only_what_is_named() -> None:
    assert an_activity(group={"size": 30}).group.replaced(size=8) == an_activity().group
    assert a_client(travel={"evening": False}).travel.max_minutes == a_client().travel.max_minutes
    assert a_place(access={"parking": False}).access.step_free is True
    assert an_activity(places=[]).places == ()
    assert an_activity() == an_activity()
    assert an_activity() is not an_activity()


def test_of_the_pair_everything_is_known() -> None:
    advice = check_advice(Matcher(Catalogue.from_activities([an_activity()]), as_of=TODAY), a_client())
    (suggestion,) = advice.suggestions
    assert suggestion.call_first == suggestion.more_questions == ()
    travel = next(one for one in suggestion.contributions if one.criterion == "travel")
    doubt = suggestion.score_high_milli - suggestion.score_low_milli
    assert doubt == travel.high_milli - travel.low_milli  # only the minutes are an estimate


def test_promises_hold_for_an_arrangement() -> None:
    parts = [{"title": "Deel een"}, {"title": "Deel twee"}]
    for requires in ("all", "any"):
        activity = an_activity(parts=parts, parts_require=requires)
        advice = check_advice(Matcher(Catalogue.from_activities([activity]), as_of=TODAY), a_client())
        assert len(advice.suggestions) == 1


def test_broken_promises_are_caught() -> None:
    matcher = Matcher(
        Catalogue.from_activities([an_activity(), an_activity(id="b", status=None, last_verified=None)]), as_of=TODAY
    )
    advice = matcher.recommend(a_client())
    first, second = advice.suggestions
    with pytest.raises(AssertionError, match="add up"):
        check_sums(first.model_copy(update={"score_milli": first.score_milli + 1}))
    with pytest.raises(AssertionError, match=r"variety costs|says so"):
        check_order(matcher, advice.model_copy(update={"suggestions": (second, first)}))


def test_shares_add_up_and_name_what_is_rare() -> None:
    found = shares(Catalogue.from_activities([an_activity()]), [a_client()])
    assert found["status"].of("yes") == 1.0
    assert found["avoid"].of("yes") == 0.0
    assert "status: no 0.000" in too_rare(found)
    assert "membership: no 0.000" not in too_rare(found)
    assert all(NEVER.values())
    assert shares(Catalogue.from_activities([]), [])["status"].of("no") == 0.0


def test_strategies_without_hypothesis_name_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "hypothesis", None)
    monkeypatch.delitem(sys.modules, "wor_match.testing.strategies")
    with pytest.raises(MissingExtraError, match=r"wor-match\[testing\]"):
        importlib.import_module("wor_match.testing.strategies")
