"""A small plan to begin with."""

import pytest

from making import activity, query
from wor_match.catalogue.columns import RowSource
from wor_match.domain.records import Record
from wor_match.explain.first_step import About, Trip, first_step
from wor_match.explain.remedies import Barriers, LocalHelp
from wor_match.explain.sentences import sentence

#: What every plan holds, or every plan of who does not go alone: looked at in tests of their own.
ALWAYS = ("first_step.ask_cost", "first_step.follow_up", "first_step.barrier", "remedy.")


def whole(client=None, trip=None, remedies=(), **facts):
    asked, found = query(**(client or {})), activity(**facts)
    source = RowSource(found, place=found.places[0] if found.places else None)
    steps = first_step(asked, source, Barriers(asked, LocalHelp(remedies, asked.as_of)), About(trip or Trip()))
    return [one if isinstance(one, Record) else Record(**one) for one in steps]


def plan(client=None, **facts):
    return [one for one in whole(client, **facts) if not one.code.startswith(ALWAYS)]


def codes(*steps):
    return [one.code.removeprefix("first_step.") for one in steps]


def dates(client=None, **facts):
    return [one.params["days"] for one in plan(client, **facts) if one.code == "first_step.dates"]


CONTACT = {"phone": "0348-1", "email": "a@b.nl", "url": "https://b.nl"}
MONDAYS = {"rules": [{"weekday": "mon", "start": "10:00"}]}


def test_whom_to_contact_and_how():
    (step,) = plan(contact=CONTACT, first_step={"sign_up": "email"})
    assert step.code == "first_step.contact"
    assert step.params == {**CONTACT, "way": "email"}
    (step,) = plan()
    assert step.params == {"phone": "", "email": "", "url": "", "way": None}


def test_walking_in_needs_no_sign_up():
    step = plan(contact=CONTACT, first_step={"sign_up": "walk_in"}, schedule=MONDAYS)[0]
    assert step.code == "first_step.drop_by"
    assert step.params == {"phone": "0348-1"}


@pytest.mark.parametrize("alone", ["no", "first_time_together"])
@pytest.mark.parametrize(
    ("facts", "case"),
    [
        ({"buddy_available": True, "companion_welcome": False}, "buddy"),
        ({"companion_welcome": True}, "along"),
        ({"companion_welcome": False}, "not_along"),
        ({}, "ask_along"),
    ],
)
def test_who_goes_along_with_who_does_not_go_alone(alone, facts, case):
    assert codes(*plan({"goes_alone": alone}, first_step=facts)) == ["contact", case]


@pytest.mark.parametrize("client", [{}, {"goes_alone": "yes"}])
def test_who_goes_alone_is_not_asked(client):
    assert codes(*plan(client, first_step={"companion_welcome": True})) == ["contact"]


def test_trying_goes_before_looking():
    assert codes(*plan(first_step={"trial_possible": True, "look_in_possible": True})) == ["contact", "try_once"]
    assert codes(*plan(first_step={"look_in_possible": True})) == ["contact", "look"]
    assert codes(*plan(first_step={"trial_possible": False})) == ["contact"]


def test_the_next_two_real_dates_with_their_times():
    step = plan(schedule={"rules": [{"weekday": "mon", "start": "10:00"}, {"weekday": "wed"}]})[-1]
    assert step.params == {"days": ("2026-11-25", "2026-11-30"), "times": ("", "10:00")}


def test_the_first_day_is_tomorrow_at_the_earliest_however_one_signs_up():
    for way in ("walk_in", "call", "intake", None):
        assert dates(schedule=MONDAYS, first_step={"sign_up": way}) == [("2026-11-30", "2026-12-07")]


def test_dates_keep_to_season_and_exceptions():
    skipped = {"rules": [{"weekday": "mon", "not_on": ["2026-11-30", "2026-11-23"]}]}
    assert dates(schedule=skipped) == [("2026-12-07", "2026-12-14")]
    spring = {**MONDAYS, "season": {"start": "03-01", "end": "11-15"}}
    assert dates(schedule=spring) == [("2027-03-01", "2027-03-08")]
    monthly = {"rules": [{"weekday": "fri", "nth_in_month": [-1]}]}
    assert dates(schedule=monthly) == [("2026-11-27", "2026-12-25")]
    once = {"occurrences": [{"day": "2026-11-01"}, {"day": "2026-12-24", "start": "19:30"}]}
    assert dates(schedule=once) == [("2026-12-24",)]
    assert dates(schedule={"occurrences": [{"day": "2026-11-01"}]}) == []


def test_dates_begin_when_client_and_activity_can():
    assert dates({"wanted_from": "2027-01-01"}, schedule=MONDAYS) == [("2027-01-04", "2027-01-11")]
    assert dates({"wanted_from": "2026-01-01"}, schedule=MONDAYS) == [("2026-11-30", "2026-12-07")]
    assert dates(valid_from="2026-12-10", schedule=MONDAYS) == [("2026-12-14", "2026-12-21")]
    assert dates(capacity={"starts_on": "2027-02-01"}, schedule=MONDAYS) == [("2027-02-01", "2027-02-08")]


def test_by_appointment_when_there_are_no_dates():
    assert codes(*plan(schedule={"is_flexible": True})) == ["contact", "by_appointment"]
    assert codes(*plan(schedule={**MONDAYS, "is_flexible": True})) == ["contact", "dates"]


def test_everything_stands_in_the_order_in_which_one_does_it():
    found = plan({"goes_alone": "no"}, first_step={"trial_possible": True}, schedule=MONDAYS)
    assert codes(*found) == ["contact", "ask_along", "try_once", "dates"]


NO_CALLS = [{"contact": ["app", "email"]}, {"own_words": "Ik ben doof. Bellen kan ik niet."}]


@pytest.mark.parametrize("client", NO_CALLS)
def test_who_does_not_call_is_not_told_to(client):
    by_mail = plan(client, contact=CONTACT, first_step={"sign_up": "call"})[0]
    assert by_mail.params == {**CONTACT, "phone": "", "way": "call"}
    drops_in = plan(client, contact=CONTACT, first_step={"sign_up": "walk_in"}, schedule=MONDAYS)[0]
    assert drops_in.params == {"phone": ""}
    only_phone = plan(client, contact={"phone": "0348-1"}, first_step={"sign_up": "call"})[0]
    assert only_phone.code == "first_step.coach_calls"
    assert sentence(only_phone, audience="client") == "Uw coach belt voor u."
    assert "0348-1" in sentence(only_phone)
    assert plan(client)[0].code == "first_step.contact"


def test_who_does_nothing_digital_is_not_told_to_mail():
    offline = {"digital": "none"}
    assert plan(offline | {"contact": ["visit"]}, contact=CONTACT)[0].code == "first_step.coach_calls"
    by_phone = plan(offline, contact=CONTACT, first_step={"sign_up": "email"})[0]
    assert by_phone.params == {"phone": CONTACT["phone"], "email": "", "url": "", "way": "email"}
    only_mail = {"phone": "", "email": "a@b.example", "url": ""}
    assert plan(offline, contact=only_mail)[0].params["email"] == "a@b.example", "for the coach: there is no other way"


@pytest.mark.parametrize("client", [{}, {"contact": ["call"]}, {"contact": ["app", "call"]}])
def test_who_calls_or_was_not_asked_hears_whom_to_call(client):
    assert plan(client, contact={"phone": "0348-1"})[0].params["phone"] == "0348-1"
