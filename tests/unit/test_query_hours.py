"""The hours of a week: what is free, and how much of a session falls in it."""

from datetime import time

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from making import query
from wor_match.domain.wishes import Availability, Slot
from wor_match.query.hours import (
    CELLS,
    FINE,
    PART_SLOTS,
    SLOTS,
    covered,
    covered_one,
    cumulative,
    slot_of,
    span_of,
    week_of,
)
from wor_match.vocabulary.enums import WEEKDAYS


def hours(*slots):
    return Availability(slots=slots)


def share(week, day, begin, end):
    found = covered(cumulative(week), np.array([day]), np.array([float(begin)]), np.array([float(end)]))
    return float(found[0])


def test_not_asked_is_not_known_and_nothing_free_is_no_time():
    assert week_of(None, None) is None
    assert not week_of(hours(), None).any()
    assert week_of(None, hours()).all()
    assert query().week_total is None


@pytest.mark.parametrize("part", PART_SLOTS)
def test_a_part_of_the_day_is_that_part(part):
    week = week_of(hours({"weekday": "tue", "part": part}), None)
    begin, end = PART_SLOTS[part]
    assert week[1, begin * FINE : end * FINE].all()
    assert week.sum() == (end - begin) * FINE == 12 * FINE


def test_a_day_without_part_or_times_is_the_whole_day():
    week = week_of(hours({"weekday": "sun"}), None)
    assert week[6].all()
    assert week.sum() == CELLS


@pytest.mark.parametrize(
    ("slot", "span"),
    [
        ({"start": "19:30"}, (39, 48)),
        ({"end": "10:15"}, (0, 20.5)),
        ({"start": "10:00", "end": "11:00"}, (20, 22)),
        ({"part": "evening", "start": "19:30"}, (39, 48)),
        ({"part": "evening", "start": "10:00"}, (36, 48)),
        ({"part": "morning", "end": "10:00"}, (12, 20)),
        ({"part": "morning", "end": "20:00"}, (12, 24)),
        ({"part": "evening", "start": "10:00", "end": "12:00"}, (36, 36)),
    ],
)
def test_times_narrow_a_part_of_the_day(slot, span):
    assert span_of(Slot(weekday="mon", **slot)) == span


def test_after_half_past_seven():
    week = week_of(hours({"weekday": "mon", "part": "evening", "start": "19:30"}), None)
    assert share(week, 0, 39, 43) == 1
    assert share(week, 0, 38, 42) == 0.75
    assert share(week, 0, 35, 39) == 0
    assert share(week, 1, 39, 43) == 0


def test_minutes_within_a_cell_are_fractions():
    week = week_of(hours({"weekday": "mon", "start": "10:17", "end": "11:00"}), None)
    assert week[0, 20 * FINE + 2 : 20 * FINE + 5].tolist() == pytest.approx([0, 0.6, 1])
    assert share(week, 0, 20, 22) == pytest.approx(43 / 60)


def test_who_is_free_from_a_quarter_to_nine_is_there_for_all_that_begins_then():
    week = week_of(hours({"weekday": "mon", "start": "08:45", "end": "14:00"}), None)
    assert share(week, 0, slot_of(time(8, 45)), slot_of(time(10, 30))) == 1
    assert share(week, 0, slot_of(time(8, 30)), slot_of(time(9, 30))) == pytest.approx(0.75)
    taken = week_of(hours({"weekday": "mon"}), hours({"weekday": "mon", "start": "00:00", "end": "08:45"}))
    assert share(taken, 0, slot_of(time(8, 45)), slot_of(time(10, 30))) == 1


def test_quarters_of_an_hour():
    week = week_of(hours({"weekday": "mon", "start": "10:15", "end": "11:00"}), None)
    assert share(week, 0, 20, 22) == 0.75
    assert share(week, 0, slot_of(time(10, 45)), 22) == 1


def test_taken_hours_alone_leave_all_others_free():
    week = week_of(None, hours({"weekday": "wed", "part": "morning"}))
    assert week.sum() == (7 * SLOTS - 12) * FINE
    assert share(week, 2, 20, 22) == 0
    assert share(week, 2, 22, 26) == 0.5


def test_taken_hours_go_off_the_free_ones():
    free = hours({"weekday": "mon", "part": "morning"}, {"weekday": "mon", "start": "09:00", "end": "13:00"})
    week = week_of(free, hours({"weekday": "mon", "start": "10:10", "end": "10:40"}))
    assert week[0, 12 * FINE : 20 * FINE].all()
    assert week[0, 20 * FINE : 22 * FINE].tolist() == [1] * 2 + [0] * 6 + [1] * 4
    assert week[0, 24 * FINE : 26 * FINE].all()


def test_a_session_of_a_few_minutes_can_be_wholly_free():
    week = week_of(hours({"weekday": "mon"}), None)
    assert share(week, 0, 47.9, 48) == 1
    assert share(week, 0, 20, 20.3) == 1
    assert share(week, 0, 20, 20) == 0


SLOT = st.builds(
    lambda day, begin, length: Slot(
        weekday=day,
        start=time(*divmod(begin, 60)),
        end=time(*divmod(min(begin + length, 1439), 60)),
    ),
    st.sampled_from(WEEKDAYS),
    st.integers(0, 1430),
    st.integers(1, 600),
)
SESSIONS = st.lists(
    st.tuples(st.integers(0, 6), st.floats(0, 47.8), st.floats(0.1, 10)).map(
        lambda one: (one[0], one[1], min(one[1] + one[2], 48.0))
    ),
    min_size=1,
    max_size=6,
)


def shares(week, sessions):
    day, begin, end = (np.array(each) for each in zip(*sessions, strict=True))
    return covered(cumulative(week), day.astype(np.int64), begin.astype(float), end.astype(float))


@settings(derandomize=True, deadline=None, max_examples=80)
@given(st.lists(SLOT, max_size=4), st.lists(SLOT, max_size=3), SLOT, SESSIONS)
def test_a_share_is_between_nothing_and_all_and_grows_with_the_free_time(free, busy, more, sessions):
    before = shares(week_of(hours(*free), hours(*busy)), sessions)
    after = shares(week_of(hours(*free, more), hours(*busy)), sessions)
    less = shares(week_of(hours(*free), hours(*busy, more)), sessions)
    assert ((before >= 0) & (before <= 1)).all()
    assert (after >= before - 1e-9).all()
    assert (less <= before + 1e-9).all()
    everything = hours(*({"weekday": day} for day in WEEKDAYS))
    assert shares(week_of(everything, None), sessions) == pytest.approx(1.0)


def test_one_session_is_as_much_covered_as_in_an_array():
    chance = np.random.default_rng(5)
    for _ in range(300):
        total = cumulative(np.round(chance.random((7, CELLS)), chance.integers(0, 4)))
        day = chance.integers(0, 7, 6)
        begin = np.round(chance.random(6) * (SLOTS - 1), chance.integers(0, 3))
        end = np.minimum(begin + np.round(chance.random(6) * 9, chance.integers(0, 3)), SLOTS)
        told = [covered_one(total, *one) for one in zip(day.tolist(), begin.tolist(), end.tolist(), strict=True)]
        assert told == covered(total, day, begin, end).tolist()
