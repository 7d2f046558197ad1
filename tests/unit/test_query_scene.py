"""One query against some rows, worked out once."""

import numpy as np
import pytest

from making import HOME, catalogue, near, query
from wor_match.domain.schedule import Schedule
from wor_match.query.hours import USUAL_SLOTS
from wor_match.query.scene import Scene
from wor_match.query.sessions import Sessions, Slots, sessions_of


def found(*rules, **more):
    return sessions_of(Schedule(rules=rules, **more))


def once(day, **more):
    return {"day": day, **more}


@pytest.mark.parametrize(
    ("rule", "session"),
    [
        ({"weekday": "tue", "start": "10:00", "end": "12:00"}, (1, 20, 24, False, 1)),
        ({"weekday": "tue", "start": "10:00"}, (1, 20, 20 + USUAL_SLOTS, False, 1)),
        ({"weekday": "tue", "start": "23:30"}, (1, 47, 48, False, 1)),
        ({"weekday": "tue", "start": "22:00", "end": "01:00"}, (1, 44, 48, False, 1)),
        ({"weekday": "tue", "part": "evening"}, (1, 36, 48, True, 1)),
        ({"weekday": "tue", "every_weeks": 2}, (1, 12, 48, True, 2)),
    ],
)
def test_a_rule_is_a_session(rule, session):
    assert found(rule) == [session]


@pytest.mark.parametrize(
    ("one", "session"),
    [
        (once("2026-11-25", start="10:00", end="12:00"), (2, 20, 24, False, 1)),
        (once("2026-11-25", start="10:00"), (2, 20, 20 + USUAL_SLOTS, False, 1)),
        (once("2026-11-25", start="23:30"), (2, 47, 48, False, 1)),
        (once("2026-11-25"), (2, 12, 48, True, 1)),
    ],
)
def test_a_single_date_is_a_session_too(one, session):
    assert found(occurrences=[one]) == [session]


def scene(*offers, **client):
    return Scene(query(**client), catalogue(*offers).all_rows)


def test_without_hours_asked_no_share_is_known():
    sessions = scene({"schedule": {"rules": [{"weekday": "mon", "start": "19:30"}, {"weekday": "tue"}]}}, {}).sessions
    assert np.isnan(sessions.of(sessions.share)).all()
    assert sessions.count.tolist() == [2, 0]
    assert sessions.of(sessions.slots.is_evening).tolist() == [True, False]
    assert sessions.of(sessions.slots.is_rough).tolist() == [False, True]


def test_best_and_worst_by_row():
    slots = Slots(*np.zeros((6, 3)))
    sessions = Sessions(np.array([0, 0, 2]), np.array([1, 0, 2]), slots, np.array([0.2, 0.8, 0.5]), 3)
    share = sessions.of(sessions.share)
    assert share.tolist() == [0.8, 0.2, 0.5]
    assert sessions.best(share, fill=-1).tolist() == [0.8, -1, 0.5]
    assert sessions.worst(share, fill=-1).tolist() == [0.2, -1, 0.5]
    assert sessions.best(np.array([share, -share]), fill=-1).tolist() == [[0.8, -1, 0.5], [-0.2, -1, -0.5]]


def test_work_is_done_once_and_a_part_takes_its_share():
    whole = scene(*({"places": [near(km)]} for km in (1, 2, 3)), home=HOME)
    calls = []

    def work(one):
        calls.append(len(one))
        return np.arange(len(one)), np.ones((2, len(one)))

    assert whole.once(work) is whole.once(work)
    part = whole.take(np.array([2, 0]))
    assert part.once(work)[0].tolist() == [2, 0]
    assert part.once(work)[1].shape == (2, 2)
    assert calls == [3]
    other = whole.take(np.array([1]))
    assert other.once(lambda one: np.array([len(one)])).tolist() == [1]


def test_travel_of_a_part_is_that_of_the_whole():
    asked = {"home": HOME, "travel": {"modes": ["walk"]}}
    whole = scene(*({"places": [near(km)]} for km in (1, 2, 3)), **asked)
    before = whole.take(np.array([1])).travel.expected.tolist()
    minutes = whole.travel.expected.tolist()
    assert minutes == sorted(minutes)
    assert whole.take(np.array([1])).travel.expected.tolist() == before == minutes[1:2]
    assert whole.is_onsite.all()
