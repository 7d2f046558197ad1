"""Times of a session in their order."""

from datetime import date, time

import pandas as pd
import pytest

from wor_match import Activity, Catalogue, Client, InputError, read_catalogue
from wor_match.domain.schedule import ScheduleRule


def rule(start, end):
    return ScheduleRule(weekday="mon", start=start, end=end)


@pytest.mark.parametrize(("start", "end"), [("20:00", "09:00"), ("10:00", "10:00"), ("12:00", "11:59")])
def test_an_end_before_the_start_is_refused(start, end):
    with pytest.raises(InputError, match="end must be after start"):
        rule(start, end)


@pytest.mark.parametrize(("start", "end"), [("20:00", "01:00"), ("17:00", "06:00"), ("20:00", None), (None, "09:00")])
def test_an_evening_may_end_in_the_night(start, end):
    assert rule(start, end).end == (time.fromisoformat(end) if end else None)


def test_a_zone_behind_a_time_is_left_out():
    assert rule("10:00:00Z", "12:00") == rule("10:00", "12:00")


@pytest.mark.parametrize("kind", [Client, Activity])
def test_another_schema_version_is_refused(kind):
    told = {"reference": "a"} if kind is Client else {"id": "a", "title": "Koor"}
    assert kind(**told, schema_version="1.0").schema_version == "1.0"
    with pytest.raises(InputError, match="schema_version"):
        kind(**told, schema_version="9.9")


def test_what_is_no_frame_or_has_a_column_twice_is_refused():
    with pytest.raises(InputError, match="must be a pandas DataFrame"):
        Catalogue.from_frame([1])
    with pytest.raises(InputError, match="must stand in the frame once"):
        Catalogue.from_frame(pd.DataFrame([["1", "x", "A"]], columns=["id", "id", "title"]))


def test_a_frame_with_a_heading_twice_loses_no_value():
    made = read_catalogue(pd.DataFrame([[1, "A", "B"]], columns=["id", "titel", "titel"]))
    assert [(one.field, one.code) for one in made.report.problems] == [("titel (2)", "column_twice")]


def test_an_empty_list_is_an_empty_catalogue_and_a_format_must_be_known():
    assert (read_catalogue([]).report.read, len(read_catalogue([]))) == (0, 0)
    with pytest.raises(InputError, match="is not a format"):
        read_catalogue([], format=5)


def test_one_number_of_thousands_of_figures_loses_no_other_record(tmp_path):
    (tmp_path / "a.json").write_text('[{"titel": "A", "kosten": ' + "9" * 5000 + '}, {"titel": "B"}]')
    made = read_catalogue(tmp_path / "a.json")
    assert [one.title for one in made.activities] == ["A", "B"]
    assert [one.code for one in made.report.problems if one.field == "kosten"] == ["cost_unread"]


def test_a_frame_of_dates_with_hours_keeps_the_days_and_odd_places_are_told():
    frame = pd.DataFrame(
        {"id": ["a", "b"], "title": ["A", "B"], "valid_to": pd.to_datetime(["2026-12-01 10:00", None]),
         "place.postcode": ["3511", "0000"]}
    )  # fmt: skip
    made = Catalogue.from_frame(frame)
    assert [one.valid_to for one in made.activities] == [date(2026, 12, 1), None]
    assert [(one.record, one.code) for one in made.problems] == [("b", "postcode_unknown")]
