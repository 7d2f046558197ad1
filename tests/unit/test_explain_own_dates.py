"""The dates that are told are dates on which this client can come."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from wor_match import Activity, Catalogue, Client, Matcher
from wor_match.domain.holidays import public_holidays
from wor_match.sample import SAMPLE_DATE, load_sample

TUESDAY, SATURDAY = {"weekday": "tue", "start": "10:00", "end": "12:00"}, {"weekday": "sat", "start": "10:00"}
EVENING = {"weekday": "tue", "start": "19:30", "end": "22:00"}
TUESDAYS = [{"weekday": "tue", "part": "morning"}]


def told(schedule: dict[str, Any], client: dict[str, Any], **facts: Any) -> list[str]:
    """The days of the first step."""
    tuin = Activity(id="a", title="Tuin", themes=["gardening"], status="active", schedule=schedule, **facts)
    matcher = Matcher(Catalogue.from_activities([tuin]), as_of=date(2026, 11, 23))
    advice = matcher.recommend(Client(reference="c-1", interests=["tuinieren"], **client))
    steps = [step for one in advice.suggestions for step in one.first_step]
    days = [day for step in steps if step.code == "first_step.dates" for day in step.params["days"]]
    return [*days, *(step.code for step in steps if step.code == "first_step.by_appointment")]


@pytest.mark.parametrize(
    ("rules", "client", "days"),
    [
        ([TUESDAY, SATURDAY], {}, ["2026-11-24", "2026-11-28"]),
        ([TUESDAY, SATURDAY], {"availability": TUESDAYS}, ["2026-11-24", "2026-12-01"]),
        ([TUESDAY, SATURDAY], {"busy": TUESDAYS}, ["2026-11-28", "2026-12-05"]),
        ([EVENING, SATURDAY], {"travel": {"evening": False}}, ["2026-11-28", "2026-12-05"]),
        ([EVENING, SATURDAY], {"travel": {"evening": True}}, ["2026-11-24", "2026-11-28"]),
        ([{"weekday": "tue"}, SATURDAY], {"availability": TUESDAYS}, ["2026-11-24", "2026-12-01"]),
    ],
)
def test_only_sessions_to_which_the_client_can_come(
    rules: list[dict[str, Any]], client: dict[str, Any], days: list[str]
) -> None:
    assert told({"rules": rules}, client) == days


def test_single_dates_too() -> None:
    once = [{"day": "2026-11-26", "start": "10:00"}, {"day": "2026-12-01", "start": "10:00"}]
    assert told({"occurrences": once}, {"availability": TUESDAYS}) == ["2026-12-01"]


def test_where_all_sessions_are_needed_all_are_told() -> None:
    both = {"rules": [TUESDAY, {"weekday": "thu", "start": "10:00", "end": "12:00"}], "sessions": "all"}
    free = [*TUESDAYS, {"weekday": "thu", "part": "morning"}]
    assert told(both, {"availability": free}) == ["2026-11-24", "2026-11-26"]


def test_another_time_is_agreed_where_that_can_be() -> None:
    flexible = {"rules": [{"weekday": "thu", "start": "13:00", "end": "16:00"}], "is_flexible": True}
    assert told(flexible, {"availability": TUESDAYS}) == ["first_step.by_appointment"]


def test_an_online_evening_asks_no_travel() -> None:
    assert told({"rules": [EVENING]}, {"travel": {"evening": False}}, setting="online") == ["2026-11-24", "2026-12-01"]


def test_nothing_after_the_last_day() -> None:
    assert told({"rules": [TUESDAY]}, {}, valid_to="2026-11-30") == ["2026-11-24"]


def test_no_sample_client_is_sent_at_an_hour_that_is_taken() -> None:
    catalogue, clients = load_sample()
    matcher = Matcher(catalogue, as_of=SAMPLE_DATE)
    seen = 0
    for client in clients:
        week = matcher.query(client).week
        found = [] if week is None else matcher.recommend(client, k=20).suggestions
        for step in [step for one in found for step in one.first_step if step.code == "first_step.dates"]:
            for day, at in zip(step.params["days"], step.params["times"], strict=True):
                seen += bool(at)
                assert not at or week[date.fromisoformat(day).weekday(), int(at[:2]) * 2 :].any()
    assert seen > 50


@pytest.mark.parametrize(("as_of", "free"), [((2026, 12, 20), [("2026-12-25", "2027-01-01")]), ((2026, 11, 20), [])])
def test_a_date_on_a_public_holiday_is_asked_about(as_of, free):
    fridays = {"rules": [{"weekday": "fri", "start": "10:00", "end": "12:00"}]}
    tuin = Activity(id="a", title="Tuin", themes=["gardening"], status="active", schedule=fridays)
    matcher = Matcher(Catalogue.from_activities([tuin]), as_of=date(*as_of))
    (one,) = matcher.recommend(Client(reference="c-1", interests=["tuinieren"])).suggestions
    assert [step.params["days"] for step in one.first_step if step.code == "first_step.holiday"] == free


@pytest.mark.parametrize(
    ("year", "free"),
    [
        (2026, "01-01 04-03 04-05 04-06 04-27 05-05 05-14 05-24 05-25 12-25 12-26"),
        (2031, "01-01 04-11 04-13 04-14 04-26 05-05 05-22 06-01 06-02 12-25 12-26"),  # the 27th is a Sunday
    ],
)
def test_public_holidays_as_the_government_names_them(year, free):
    assert " ".join(f"{day:%m-%d}" for day in sorted(public_holidays(year))) == free
