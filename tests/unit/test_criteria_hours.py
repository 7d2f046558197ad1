"""How well the hours fall in the free hours."""

import pytest

from making import PRIORS, Asked, profile, query
from wor_match.criteria.hours import FLEXIBLE_VALUE, HoursCriterion

FREE = [{"weekday": "mon", "part": "morning"}]


def at(*rules, **more):
    return {"schedule": {"rules": list(rules), "is_flexible": False, **more}}


def session(day, start, end):
    return {"weekday": day, "start": start, "end": end}


def test_it_applies_when_hours_were_asked():
    assert HoursCriterion().applies(query(availability=FREE))
    assert HoursCriterion().applies(query(busy=FREE))
    assert not HoursCriterion().applies(query())


def test_share_of_the_best_session():
    asked = Asked(
        HoursCriterion(),
        query(availability=FREE),
        at(session("mon", "10:00", "12:00")),
        at(session("mon", "11:00", "13:00")),
        at(session("tue", "10:00", "12:00")),
        at(session("tue", "10:00", "12:00"), session("mon", "10:00", "12:00")),
        at(session("tue", "10:00", "12:00"), session("mon", "10:00", "12:00"), sessions="all"),
    )
    assert asked.is_known()
    assert asked.expected == [1, 0.5, 0, 1, 0]
    assert asked.cases()[:2] == [[(True, "fits")], [(False, "part")]]
    assert asked.tellings()[1][0].params == {"share": 0.5}


def test_by_appointment_nearly_always_works_out():
    asked = Asked(
        HoursCriterion(),
        query(availability=FREE),
        at(is_flexible=True),
        at(session("tue", "10:00", "12:00"), is_flexible=True),
        at(session("mon", "10:00", "12:00"), is_flexible=True),
    )
    assert asked.low == asked.expected == [FLEXIBLE_VALUE, FLEXIBLE_VALUE, 1]
    assert asked.high == [1, FLEXIBLE_VALUE, 1]  # an hour that nobody told may fit even better
    assert asked.cases() == [[(True, "flexible")]] * 3


@pytest.mark.parametrize("prior", PRIORS)
def test_no_session_known_is_the_prior(prior):
    asked = Asked(HoursCriterion(), query(availability=FREE, using=profile({"hours": prior})), {})
    assert (asked.low, asked.expected, asked.high) == ([0], [prior], [1])
    assert asked.cases() == [[]]


def test_fixed_hours_may_be_by_appointment_after_all():
    asked = Asked(
        HoursCriterion(), query(availability=FREE), at(session("tue", "10:00", "12:00"), is_flexible=None), at()
    )
    assert (asked.low, asked.expected, asked.high) == ([0, 0], [0, 0.5], [FLEXIBLE_VALUE, 1])


def test_without_an_end_it_is_taken_for_two_hours_and_may_last_longer():
    mornings, from_ten = [{"weekday": "mon", "part": "morning"}], [{"weekday": "mon", "start": "10:00"}]
    asked = Asked(HoursCriterion(), query(availability=mornings), at({"weekday": "mon", "start": "10:00"}))
    assert (asked.low, asked.expected, asked.high) == ([0], [1], [1])
    asked = Asked(HoursCriterion(), query(availability=from_ten), at({"weekday": "mon", "start": "10:00"}))
    assert asked.is_known()
    by_day = query(availability=from_ten, travel={"evening": False})
    asked = Asked(HoursCriterion(), by_day, at({"weekday": "mon", "start": "10:00"}))
    assert (asked.low, asked.high) == ([0], [1])


def test_only_the_part_of_the_day_known_is_known_when_all_from_there_is_free():
    free = [{"weekday": "mon", "start": "06:00", "end": "24:00"}, {"weekday": "tue", "start": "09:00", "end": "12:00"}]
    free[0].pop("end")
    asked = Asked(
        HoursCriterion(),
        query(availability=free),
        at({"weekday": "mon", "part": "morning"}),
        at({"weekday": "tue", "part": "morning"}),
        at({"weekday": "wed", "part": "evening"}),
    )
    assert (asked.low, asked.high) == ([1, 0, 0], [1, 1, 0])
    assert asked.low[1] < asked.expected[1] < asked.high[1]


def test_who_does_not_go_out_in_the_evening_has_no_evening_hours():
    free = [{"weekday": "mon"}]
    evening = at(session("mon", "19:30", "21:30"))
    asked = Asked(
        HoursCriterion(), query(availability=free, travel={"evening": False}), evening, {**evening, "setting": "online"}
    )
    assert asked.expected == [0, 1]


@pytest.mark.parametrize(
    ("start", "end", "told"),
    [
        ("08:45", "10:30", [(True, "fits", {})]),
        ("08:30", "12:30", [(False, "nearly", {})]),
        ("12:00", "16:00", [(False, "part", {"share": 0.5})]),
        ("15:00", "17:00", [(False, "never", {})]),
    ],
)
def test_how_much_of_it_there_is_time_for_is_told_truly(start, end, told):
    free = query(availability=[{"weekday": "mon", "start": "08:45", "end": "14:00"}])
    offer = {"schedule": {"rules": [{"weekday": "mon", "start": start, "end": end}]}}
    found = Asked(HoursCriterion(), free, offer).tellings()[0]
    assert [(one.is_for, one.case, one.params) for one in found] == told


def test_of_a_part_of_the_day_it_is_not_told_that_the_client_can_come_for_all_of_it():
    free = query(availability=[{"weekday": "mon", "start": "08:45", "end": "10:00"}])
    offer = {"schedule": {"rules": [{"weekday": "mon", "part": "morning"}]}}
    assert Asked(HoursCriterion(), free, offer).cases() == [[(False, "unsure")]]
