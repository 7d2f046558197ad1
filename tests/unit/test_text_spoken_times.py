"""Times as people say them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wor_match.text.clock import read_clock
from wor_match.text.spoken_times import in_figures
from wor_match.text.times import read_times


def hours(text):
    times, codes = read_times(text)
    told = [
        (one.weekday.value, one.start and one.start.isoformat("minutes"), one.end and one.end.isoformat("minutes"))
        for one in times.sessions
    ]
    return told, codes


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("dinsdag half 3 tot 4 uur", "14:30", "16:00"),
        ("dinsdag van half drie tot vier uur", "14:30", "16:00"),
        ("dinsdag 14:00-half 4", "14:00", "15:30"),
        ("dinsdag kwart voor drie tot vijf uur", "14:45", "17:00"),
        ("dinsdag tien over half drie", "14:40", None),
        ("dinsdag 2 uur 's middags", "14:00", None),
        ("dinsdag 2 tot 4 uur 's middags", "14:00", "16:00"),
        ("dinsdag 's avonds van half acht tot kwart over negen", "19:30", "21:15"),
        ("dinsdagavond 7 uur", "19:00", None),
        ("dinsdagochtend van 8 tot 10 uur", "08:00", "10:00"),
        ("dinsdag 2 uur", "14:00", None),
        ("dinsdag 10 uur", "10:00", None),
        ("dinsdag 12.30 tot 2 uur", "12:30", "14:00"),
        ("dinsdag 8 - 17 uur", "08:00", "17:00"),
        ("dinsdag 10u30-12u", "10:30", "12:00"),
        ("dinsdag 1000-1200", "10:00", "12:00"),
        ("dinsdag 2 - 4pm", "14:00", "16:00"),
    ],
)
def test_an_hour_as_it_is_said(text, start, end):
    assert hours(text)[0] == [("tue", start, end)]


def test_the_afternoon_that_was_taken_is_told():
    assert hours("dinsdag half 3")[1] == ("time_half_assumed",)
    assert hours("dinsdag 2 uur 's middags")[1] == ()
    assert read_clock("kwart over 2")[1] == ("time_half_assumed",)


@pytest.mark.parametrize("text", ["dinsdag half 8", "dinsdag 8 tot 10 uur", "dinsdag 7 uur"])
def test_morning_or_evening_is_not_guessed(text):
    assert hours(text) == ([("tue", None, None)], ("time_partly_read",))


@pytest.mark.parametrize(
    "text", ["dinsdag, duurt 2 uur", "dinsdag, 2 uur per week", "1-2 x per week op dinsdag", "grades 2-5 dinsdag"]
)
def test_how_long_how_often_and_which_class_is_no_time(text):
    assert "14:00" not in str(hours(text))
    assert "13:00" not in str(hours(text))


def test_an_end_never_becomes_a_start():
    assert hours("maandag 10:60-11:00") == ([("mon", None, None)], ("time_unread",))


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("maandag, niet dinsdag", "mon"),
        ("geen maandag, wel dinsdag", "tue"),
        ("ma t/m vr, niet wo", "mon tue thu fri"),
        ("ma t/m vr, niet op woensdag en vrijdag, 10:00-12:00", "mon tue thu"),
    ],
)
def test_a_denied_day_is_none_and_leaves_the_hours(text, days):
    told, codes = hours(text)
    assert " ".join(day for day, _, _ in told) == days
    assert codes == ()
    assert all(start == "10:00" for _, start, _ in told if "10:00" in text)


def test_a_week_of_the_month_that_is_left_out():
    (session,) = read_times("elke maandag behalve de eerste van de maand")[0].sessions
    assert session.nth_in_month == (2, 3, 4, 5)
    assert "time_partly_read" in read_times("elke maandag behalve de laatste van de maand")[1]
    assert "time_partly_read" in read_times("week 3 maandag")[1]


@given(st.text(alphabet="0123456789 .:-uhalfkwrtvoe'sdi", max_size=40))
def test_whatever_is_written_every_time_is_one_of_the_day(text):
    figures, codes = in_figures(text)
    assert set(codes) <= {"time_half_assumed", "time_partly_read"}
    assert all(one.start is None or one.end is None or one.start < one.end for one in read_times(figures)[0].sessions)


@given(st.integers(0, 23), st.sampled_from([0, 15, 30, 45]), st.integers(1, 90))
def test_times_in_figures_stay_as_they_are(hour, minute, lasts):
    end = min(hour * 60 + minute + lasts, 23 * 60 + 59)
    text = f"maandag {hour:02d}:{minute:02d}-{end // 60:02d}:{end % 60:02d}"
    assert in_figures(text) == (text, ())
