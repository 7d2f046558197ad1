"""What the plan proposes can be: for this client, at that part, after that wait, and as the reasons have it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from making import HOME, matcher, near
from test_explain_first_step import CONTACT, MONDAYS, codes, whole
from wor_match import Client, Matcher, Remedy, load_sample, load_sample_remedies
from wor_match.advice import Advice
from wor_match.explain.first_step import Trip
from wor_match.explain.lines import as_lines
from wor_match.explain.sentences import sentence
from wor_match.sample import SAMPLE_DATE

ROWS = load_sample_remedies()
CATALOGUE, PEOPLE = load_sample()
MATCHER = Matcher(CATALOGUE, as_of=SAMPLE_DATE, remedies=ROWS)
ON_FOOT = {"modes": ["walk"], "max_minutes": 30}
KOOR = {"title": "Zangkoor", "schedule": {"rules": [{"weekday": "tue", "start": "10:00"}]}}
BIKE = Remedy(kind="bike", name="Leenfiets", cost="€ 5 per maand", checked_on="2026-10-01")


def words(found: Any, **how: Any) -> str:
    return " ".join(found.to_text(**how).split())


def advice(km: float = 2.0, remedies: Any = (BIKE,), **client: Any) -> Advice:
    asked = Client(**{"reference": "c-1", "interests": ["zingen"], "home": HOME, "travel": ON_FOOT, **client})
    return matcher(KOOR | {"places": [near(km)]}, remedies=remedies).recommend(asked)


def test_a_bike_is_a_question_for_the_coach_and_no_offer_to_who_did_not_tell_that_they_cycle() -> None:
    asked = advice()
    assert "Vraag eerst of de cliënt kan en wil fietsen. Daarvoor is er Leenfiets." in words(asked)
    assert "fiets" not in words(asked, audience="client").lower()
    told = advice(own_words="Ik fiets graag.")
    assert "Vraag eerst of" not in words(told)
    assert "Wilt u een fiets lenen? Daarvoor is er Leenfiets." in words(told, audience="client")


@pytest.mark.parametrize(
    "facts",
    [{"dislikes": ["fietsen"]}, {"own_words": "Ik mag niet fietsen door epilepsie."}, {"age": 82},
     {"own_words": "Ik ben blind."}, {"access_needs": ["visual_support"]}],
    ids=str,
)  # fmt: skip
def test_nobody_who_cannot_cycle_is_offered_a_bike_anywhere(facts: dict[str, Any]) -> None:
    told = words(advice(**facts)).lower()
    for own in ("‘fietsen’", "niet fietsen", "kan fietsen"):  # what they said themselves
        told = told.replace(own, "")
    assert "fiets" not in told
    far = matcher(KOOR | {"places": [near(4)]}, remedies=[BIKE])
    asked = Client(**{"reference": "c-1", "interests": ["zingen"], "home": HOME, "travel": ON_FOOT, **facts})
    assert not {change.kind.value for one in far.what_if(asked) for change in one.changes} & {"bike", "ebike"}
    modes = [change.params.get("mode") for way in far.why_not(asked, "a00").ways for change in way.changes]
    assert "ebike" not in modes


def test_what_if_asks_the_coach_first_and_does_not_offer_it_to_the_client() -> None:
    asked = Client(reference="c-1", interests=["zingen"], home=HOME, travel=ON_FOOT)
    far = matcher(KOOR | {"places": [near(4)]}, remedies=[BIKE])
    found = [one for one in far.what_if(asked) if one.changes[0].kind.value == "bike"]
    assert "Vraag eerst of de cliënt kan en wil fietsen." in found[0].to_text()
    assert found[0].to_text(audience="client") == ""
    assert "fiets" not in far.what_if(asked).to_text(audience="client").lower()
    rides = asked.model_copy(update={"own_words": "Ik fiets graag."})
    assert "leenfiets" in far.what_if(rides).to_text(audience="client").lower()


def test_a_bike_that_is_too_dear_is_not_offered() -> None:
    for budget, is_told in ((0, False), (4, False), (5, True), (None, True)):
        assert ("Leenfiets" in words(advice(budget_eur_per_month=budget))) is is_told
    far = matcher(KOOR | {"places": [near(4)], "cost": {"amount_eur": 0}}, remedies=[BIKE])
    asked = Client(reference="c-1", interests=["zingen"], home=HOME, travel=ON_FOOT, budget_eur_per_month=0)
    assert "bike" not in {change.kind.value for one in far.what_if(asked) for change in one.changes}
    dear = matcher(KOOR | {"places": [near(2)], "cost": {"amount_eur": 4, "per": "month"}}, remedies=[BIKE])
    both = asked.model_copy(update={"budget_eur_per_month": 8.0})
    assert "Leenfiets" not in words(dear.recommend(both)), "with the activity it is more than there is"


def test_council_transport_is_not_told_beside_the_bus_or_to_who_is_not_limited() -> None:
    for person in PEOPLE:
        kinds = {change.kind.value for one in MATCHER.what_if(person) for change in one.changes}
        plans = words(MATCHER.recommend(person, 30))
        if person.reference in ("c-19", "c-20", "c-03"):
            assert "wmo_taxi" not in kinds
            assert "Wmo-vervoer" not in plans
    taxi = [one for one in ROWS if one.kind.value == "wmo_taxi"]
    assert "Wmo-vervoer" in words(advice(remedies=taxi, age=80))


@pytest.mark.parametrize(("minutes", "limit", "is_long"), [(8, 10, False), (9, 20, False), (18, 20, True)])
def test_a_trip_is_long_near_the_limit_and_not_when_it_is_a_few_minutes(
    minutes: float, limit: float, is_long: bool
) -> None:
    km = minutes * 4 / 60
    found = advice(km, travel={"modes": ["walk"], "max_minutes": limit})
    (one,) = found.suggestions
    assert one.travel_minutes is not None
    long = [step for step in one.first_step if step.code.startswith("first_step.barrier")]
    assert (one.travel_minutes > 10 and one.travel_minutes > 0.75 * limit) is is_long
    assert bool(long) is is_long


PARTS = [
    {"title": "Zwemmen", "places": [near(0.3) | {"name": "Zwembad"}],
     "schedule": {"rules": [{"weekday": "mon", "start": "10:00"}]}},
    {"title": "Oefenzaal", "places": [near(0.1) | {"name": "Fysio"}],
     "schedule": {"rules": [{"weekday": "fri", "start": "09:30"}]}},
]  # fmt: skip


def parted(require: str, **client: Any) -> Any:
    offer = {"title": "Zang en meer", "kind": "arrangement", "parts": PARTS, "parts_require": require,
             "themes": ["singing"]}  # fmt: skip
    asked = Client(**{"reference": "c-1", "interests": ["zingen"], "home": HOME, "travel": ON_FOOT, **client})
    (one,) = matcher(offer).recommend(asked).suggestions
    return one


@pytest.mark.parametrize("require", ["any", "all"])
def test_a_date_stands_with_its_part_and_place(require: str) -> None:
    one = parted(require)
    steps = [step for step in one.first_step if "dates" in step.code]
    assert [step.code for step in steps] == ["first_step.part_dates"] * 2
    told = [(step.params["part"], step.params["place"], step.params["days"]) for step in steps]
    assert told == [("Zwemmen", "Zwembad", ("2026-11-30",)), ("Oefenzaal", "Fysio", ("2026-11-27",))]
    assert sentence(steps[0]) == "Zwemmen, Zwembad: dat kan op maandag 30 november om 10.00 uur."
    (last,) = [step for step in one.first_step if step.code == "first_step.follow_up"]
    assert last.params["after"] == "2026-11-27"


def test_only_parts_to_which_the_client_can_come_and_the_trip_is_to_a_part() -> None:
    one = parted("any", availability=[{"weekday": "mon", "part": "morning"}])
    (step,) = [step for step in one.first_step if "dates" in step.code]
    assert (step.params["part"], step.params["days"]) == ("Zwemmen", ("2026-11-30", "2026-12-07"))
    assert one.part == 0
    (near_by,) = [reason for reason in one.reasons_for if reason.code == "travel.near"]
    assert "(naar Zwemmen)" in sentence(near_by)
    assert parted("any").part is not None
    assert advice().suggestions[0].part is None


def test_no_date_of_an_arrangement_of_the_sample_stands_without_its_part() -> None:
    seen = 0
    for person in PEOPLE:
        for one in MATCHER.recommend(person, 30).suggestions:
            if one.activity.parts:
                seen += 1
                assert "first_step.dates" not in [step.code for step in one.first_step]
    assert seen > 5


def test_the_way_to_sign_up_is_the_same_in_the_reason_and_the_step() -> None:
    ways = {"call": "phone", "email": "email", "online": "url"}
    seen = 0
    for person in PEOPLE:
        for one in MATCHER.recommend(person, 30).suggestions:
            contact = next((step for step in one.first_step if step.code == "first_step.contact"), None)
            hard = [reason for reason in one.reasons_against if "sign_up" in reason.code]
            for reason in hard if contact else []:
                by = str(reason.params.get("by", reason.params["way"]))
                seen += 1
                told = sentence(contact)
                assert str(contact.params[ways[by]]) in told, "the step goes by the way that the reason names"
                if by == "email":
                    assert told.startswith(("Mail", "Aanmelden kan per e-mail"))
                if by == "call":
                    assert told.startswith("Bel")
    assert seen > 20


def test_another_way_is_told_with_the_one_that_is_a_hurdle() -> None:
    offer = KOOR | {"contact": CONTACT, "first_step": {"sign_up": "call"}, "places": [near(0.2)]}
    (one,) = matcher(offer).recommend(Client(reference="c", interests=["zingen"], contact=["app"])).suggestions
    (hard,) = [reason for reason in one.reasons_against if "sign_up" in reason.code]
    assert sentence(hard) == "Aanmelden gaat met een telefoontje. Misschien kan het ook per e-mail."
    assert sentence(one.first_step[0]) == "Mail naar a@b.nl."


WALK_IN = {"sign_up": "walk_in"}


def test_nobody_drops_in_before_it_is_known_when() -> None:
    unknown, known = whole(contact=CONTACT, first_step=WALK_IN), whole(first_step=WALK_IN, schedule=MONDAYS)
    assert codes(*unknown)[0] == "ask_when"
    told = "Vraag eerst wanneer het precies is. Aanmelden hoeft niet. Bel 0348-1."
    assert sentence(unknown[0]) == sentence(unknown[0], audience="client") == told
    assert codes(*known)[0] == "drop_by"
    assert codes(*whole(first_step=WALK_IN, schedule={"rules": [{"weekday": "mon"}]}))[0] == "ask_when"
    assert codes(*whole(first_step=WALK_IN, schedule={"is_flexible": True}))[0] == "contact"


def test_nobody_drops_in_before_it_is_asked_whether_it_goes_on() -> None:
    offer = KOOR | {"status": None, "first_step": WALK_IN, "places": [near(0.2)]}
    (one,) = matcher(offer).recommend(Client(reference="c", interests=["zingen"])).suggestions
    assert "ask.status.unknown" in [question.code for question in one.call_first]
    assert one.first_step[0].code == "first_step.ask_going"
    for person in PEOPLE:
        for one in MATCHER.recommend(person, 30).suggestions:
            if one.first_step and one.first_step[0].code == "first_step.drop_by":
                assert not [question for question in one.call_first if question.rule == "status"]
                times = [at for step in one.first_step if "dates" in step.code for at in step.params["times"]]
                assert times
                assert all(times)


def days_of(client: dict[str, Any] | None = None, remedies: Any = (), **facts: Any) -> list[str]:
    steps = whole(client, remedies=remedies, **facts)
    return [day for step in steps if step.code == "first_step.dates" for day in step.params["days"]]


def test_the_first_date_is_after_the_wait() -> None:
    assert days_of(schedule=MONDAYS, first_step=WALK_IN) == ["2026-11-30", "2026-12-07"], "not today"
    assert days_of(schedule=MONDAYS, capacity={"waiting_weeks": 2}) == ["2026-12-07", "2026-12-14"]
    alone = {"goes_alone": "no"}
    assert days_of(alone, ROWS, schedule=MONDAYS) == ["2026-12-07", "2026-12-14"], "a maatje takes two weeks"
    assert days_of(alone, (), schedule=MONDAYS) == ["2026-11-30", "2026-12-07"], "none is told of"
    own = {"first_step": {"buddy_available": True}}
    assert days_of(alone, ROWS, schedule=MONDAYS, **own) == ["2026-11-30", "2026-12-07"]


def test_a_maatje_that_comes_too_late_is_not_told() -> None:
    once = {"occurrences": [{"day": "2026-11-26", "start": "10:00"}]}
    found = codes(*whole({"goes_alone": "no"}, remedies=ROWS, schedule=once))
    assert "barrier" not in found
    assert "dates" in found


def row(kind: str, weeks: int | None) -> Remedy:
    return Remedy(kind=kind, name="Uit de tabel", wait_weeks=weeks, checked_on="2026-10-12")


LITTLE_DUTCH = {"dutch_level": "A1"}, {"language": {"dutch_level_needed": "B1"}}
DEAR = {"budget_eur_per_month": 10}, {"cost": {"amount_eur": 15, "per": "month", "reduced_eur": 5}}
AT_ONCE, IN_THREE_WEEKS = ["2026-11-30", "2026-12-07"], ["2026-12-14", "2026-12-21"]


def test_the_first_date_waits_for_the_language_buddy() -> None:
    client, offer = LITTLE_DUTCH
    assert days_of(client, [row("language_buddy", 3)], schedule=MONDAYS, **offer) == IN_THREE_WEEKS
    assert days_of(client, [row("language_buddy", None)], schedule=MONDAYS, **offer) == AT_ONCE, "not told how long"
    assert days_of(client, (), schedule=MONDAYS, **offer) == AT_ONCE, "none is told of"
    spoken = {"language": {"has_interpreter": True}}
    assert days_of(client, [row("language_buddy", 3)], schedule=MONDAYS, **spoken) == AT_ONCE, "no barrier here"
    unknown = days_of(client, [row("language_buddy", 3)], schedule=MONDAYS)
    assert unknown == IN_THREE_WEEKS, "where it may be needed, the later date holds in any case"
    assert days_of({"dutch_level": "B2"}, [row("language_buddy", 3)], schedule=MONDAYS, **offer) == AT_ONCE


def test_the_first_date_waits_for_the_pass_only_where_it_is_too_dear_without() -> None:
    client, offer = DEAR
    found = whole(client, remedies=[row("city_pass", 3)], schedule=MONDAYS, **offer)
    assert "pass_first" in codes(*found)
    assert days_of(client, [row("city_pass", 3)], schedule=MONDAYS, **offer) == IN_THREE_WEEKS
    for enough, rows in ((20, [row("city_pass", 3)]), (10, [])):
        told = whole({"budget_eur_per_month": enough}, remedies=rows, schedule=MONDAYS, **offer)
        assert "barrier" in codes(*told)
        assert "pass_first" not in codes(*told)
        assert days_of({"budget_eur_per_month": enough}, rows, schedule=MONDAYS, **offer) == AT_ONCE
    assert "pass_first" not in codes(*whole(client | {"has_city_pass": True}, remedies=ROWS, schedule=MONDAYS, **offer))


def test_of_several_the_longest_wait_counts() -> None:
    (poor, dear), (little, dutch) = DEAR, LITTLE_DUTCH
    rows = [row("city_pass", 1), row("language_buddy", 3), row("buddy", 2)]
    assert days_of(poor | little | {"goes_alone": "no"}, rows, schedule=MONDAYS, **dear, **dutch) == IN_THREE_WEEKS


def test_what_comes_when_it_is_over_is_not_waited_for() -> None:
    (poor, dear), (little, dutch) = DEAR, LITTLE_DUTCH
    once = {"occurrences": [{"day": "2026-12-07", "start": "10:00"}]}
    rows = [row("city_pass", 1), row("language_buddy", 3)]
    found = whole(poor | little, remedies=rows, schedule=once, **dear, **dutch)
    assert [one.params["kind"] for one in found if one.code == "first_step.barrier"] == ["city_pass"]
    assert days_of(poor | little, rows, schedule=once, **dear, **dutch) == ["2026-12-07"]


def test_no_sample_plan_begins_today_or_before_a_wait() -> None:
    seen = 0
    for person in PEOPLE:
        for one in MATCHER.recommend(person, 30).suggestions:
            days = [day for step in one.first_step if "dates" in step.code for day in step.params["days"]]
            waits = timedelta(weeks=one.activity.capacity.waiting_weeks or 0)
            for step, after in zip(one.first_step, one.first_step[1:], strict=False):
                if step.params.get("kind") in ("buddy", "language_buddy") and after.params.get("wait"):
                    waits = max(waits, timedelta(weeks=after.params["wait"]))
            seen += len(days)
            assert all(date.fromisoformat(day) >= SAMPLE_DATE + max(waits, timedelta(days=1)) for day in days)
    assert seen > 200


def test_mail_is_no_call() -> None:
    offer = KOOR | {"status": None, "places": [near(0.2)], "provider": "De Brug"}
    asked = Client(reference="c", interests=["zingen"])
    by_mail = matcher(offer | {"contact": {"email": "a@b.example"}}).recommend(asked).to_text()
    assert "Mail eerst De Brug, a@b.example:" in by_mail
    assert "Bel eerst" not in by_mail
    assert "Bel eerst De Brug, 0348-1:" in matcher(offer | {"contact": CONTACT}).recommend(asked).to_text()


def test_the_sum_of_a_month_is_told_once() -> None:
    offer = KOOR | {"places": [near(0.2)], "cost": {"amount_eur": 1.5, "per": "time"}}
    asked = Client(reference="c", interests=["zingen"], budget_eur_per_month=6.5)
    found = matcher(offer).recommend(asked)
    for audience in ("coach", "client"):
        text = words(found, audience=audience)
        assert "€ 6,50" in text
        assert "€ 7" not in text
    free = matcher(offer | {"cost": {"amount_eur": 1.5, "per": "time", "first_time_free": True}}).recommend(asked)
    assert "eerste maand ongeveer € 5" in words(free), "another sum is told"
    assert "eerste maand ongeveer € 7" in words(matcher(offer).recommend(Client(reference="c", interests=["zingen"])))


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        ({"kind": "course"}, "Begin met een proefles."),
        ({"kind": "volunteering"}, "Begin met een keer meedraaien."),
        ({"kind": "arrangement", "roles": ["help"]}, "Begin met een keer meedraaien."),
        ({"kind": "activity", "roles": ["take_part", "help"]}, "Begin met een keer meedoen."),
        ({"kind": "activity"}, "Begin met een keer meedoen."),
    ],
)
def test_only_a_course_has_a_lesson_to_try(facts: dict[str, Any], told: str) -> None:
    steps = whole(first_step={"trial_possible": True}, **facts)
    assert told in [sentence(step) for step in steps]


@pytest.mark.parametrize("person", PEOPLE, ids=lambda one: one.reference)
def test_a_plan_is_at_most_six_steps_and_loses_nothing(person: Client) -> None:
    found = MATCHER.recommend(person, 30)
    for audience in ("coach", "client"):
        points, under = 0, False
        for line in as_lines(found, "nl", audience):
            under = line.name == "first_step" or (under and line.role == "point")
            points = points + 1 if under and line.name != "first_step" else 0
            assert points <= 6


def test_what_belongs_together_is_one_step() -> None:
    facts = {
        "first_step": {"companion_welcome": True, "trial_possible": True},
        "places": [near(0.2) | {"name": "De Brug"}],
    }
    offer = KOOR | facts | {"cost": {"amount_eur": 15, "per": "month", "reduced_eur": 5}}
    asked = Client(reference="c", interests=["zingen"], goes_alone="no", readiness=1, budget_eur_per_month=20)
    lines = [line.text for line in as_lines(matcher(offer, remedies=ROWS).recommend(asked), "nl", "coach")]
    (company,) = [text for text in lines if "Maatje mee" in text]
    assert company.startswith("Spreek af wie de eerste keer meegaat. Dat mag hier. De cliënt gaat")
    assert [text for text in lines if text.startswith("Begin met een keer meedoen. Is dat nog te veel?")]


def test_a_trip_of_who_is_brought_is_not_long() -> None:
    steps = whole({"home": "3434", "travel": {"modes": ["lift"], "max_minutes": 10}}, trip=Trip(8, "lift"))
    assert "barrier" not in codes(*steps)


def test_a_redacted_advice_does_not_tell_to_which_part_the_trip_is() -> None:
    offer = {"title": "Zang en meer", "parts": PARTS, "parts_require": "any", "themes": ["singing"]}
    found = matcher(offer).recommend(Client(reference="c", interests=["zingen"], home=HOME, travel=ON_FOOT))
    assert found.suggestions[0].part is not None
    assert found.redact().suggestions[0].part is None
