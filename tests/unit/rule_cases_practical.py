"""Golden cases of the practical rules: getting there, getting in, hours, money, effort."""
# ruff: noqa: E501 - a table reads best with a case a line

from __future__ import annotations

from datetime import timedelta

from rule_case import OUT_OF_REACH, Case, Table, Trip
from wor_match import Limits
from wor_match.rules import reach
from wor_match.rules.effort import ASKABLE, HIGHEST
from wor_match.rules.reach import FETCH_KM
from wor_match.testing import TODAY, a_place

_reach = Table("reach")
AT_HOME = {"setting": "home_visit", "places": []}
ONLINE = {"setting": "online", "places": []}
HOMEBOUND = {"travel": {"is_homebound": True}}
FETCHED = {"first_step": {"transport_offered": True}}
NOT_ASKED = {"travel": {"max_minutes": None}}
USUAL = reach.FAR * Limits().default_max_minutes
NO_MODES = {"travel": {"modes": []}}
NOTHING_ASKED = {"travel": {"modes": [], "max_minutes": None}}
FAR = a_place(lat=52.13, lon=5.08)


def kilometres(north: float) -> dict[str, object]:
    """A place so many kilometres north of the client's home."""
    return a_place(lat=52.03 + north / 111.195, lon=5.08)


REACH = [
    _reach.silent("home not asked", {"home": None}, {}),
    _reach.yes("near", {}, {}),
    _reach.yes("how far was not asked, about as usual", NOT_ASKED, {}, travel=Trip(1, USUAL, 10 * USUAL)),
    _reach.unknown("tight", "how far was not asked, far", NOT_ASKED, {}, travel=Trip(1, USUAL + 1, 10 * USUAL), minutes=round(USUAL + 1), mode="walk"),
    _reach.unknown("tight", "... perhaps beyond the client's means", NOT_ASKED, {}, travel=Trip(1, OUT_OF_REACH, OUT_OF_REACH), minutes=None, mode="walk"),
    _reach.no("beyond_modes", "... beyond the client's means", NOT_ASKED, {"places": [FAR]}, km=11.1, limit=None),
    _reach.unknown("tight", "how they travel was not asked: the usual ways are too slow, a car is not", NO_MODES, {"places": [kilometres(9)]}, minutes=52, mode="bus"),
    _reach.no("too_far", "... a car is too slow as well", NO_MODES, {"places": [kilometres(35)]}, minutes=65, limit=30.0, mode="car"),
    _reach.unknown("tight", "neither was asked, farther than the usual ways go", NOTHING_ASKED, {"places": [kilometres(35)]}, minutes=None, mode="walk"),
    _reach.no("beyond_any", "... farther than any way goes", NOTHING_ASKED, {"places": [kilometres(41)]}, km=41.0),
    _reach.yes("... and near", NOTHING_ASKED, {}),
    _reach.unknown("place", "... where is not told", NOT_ASKED, {"places": []}),
    _reach.yes("the slowest estimate is just in time", {}, {}, travel=Trip(20, 25, 30)),
    _reach.unknown("about", "only a few minutes are expected", {}, {}, travel=Trip(5, 10, 30.1), minutes=10, mode="walk"),
    _reach.unknown("about", "... never none at all", {}, {}, travel=Trip(0, 0.2, 30.1), minutes=1, mode="walk"),
    _reach.unknown("about", "... or half of the longest trip", {}, {}, travel=Trip(5, 15, 30.1), minutes=15, mode="walk"),
    _reach.unknown("tight", "... or one more", {}, {}, travel=Trip(5, 16, 30.1), minutes=16, mode="walk"),
    _reach.unknown("tight", "a few minutes that are too many", {"travel": {"modes": ["walk"], "max_minutes": 8}}, {}, travel=Trip(5, 9, 30.1), minutes=9, mode="walk"),
    _reach.unknown("tight", "the slowest estimate is a little too long", {}, {}, travel=Trip(20, 25, 30.1), minutes=25, mode="walk"),
    _reach.unknown("tight", "the fastest estimate is just in time", {}, {}, travel=Trip(30, 40, 50), minutes=40, mode="walk"),
    _reach.no("too_far", "even the fastest is too long", {}, {}, travel=Trip(30.1, 40, 50), minutes=40, limit=30.0, mode="walk"),
    _reach.unknown("tight", "perhaps too far for the client's means", {}, {}, travel=Trip(20, OUT_OF_REACH, OUT_OF_REACH), minutes=None, mode="walk"),
    _reach.no("beyond_modes", "too far for the client's means", {}, {}, travel=Trip(OUT_OF_REACH, OUT_OF_REACH, OUT_OF_REACH, km=8.04), km=8.0, limit=30.0),
    _reach.no("beyond_modes", "eleven km with a rollator", {"travel": {"modes": ["rollator"]}}, {"places": [FAR]}, km=11.1, limit=30.0),
    _reach.yes("... or with a Wmo taxi", {"travel": {"modes": ["rollator", "wmo_taxi"], "max_minutes": 90}}, {"places": [FAR]}),
    _reach.unknown("place", "where it is is not told", {}, {"places": []}),
    _reach.unknown("place", "a place without a usable address", {}, {"places": [a_place(lat=None, lon=None, postcode="3430")]}),
    _reach.unknown("transport", "too far, but people are fetched", {}, FETCHED, travel=Trip(31, 40, 50, km=FETCH_KM)),
    _reach.no("too_far", "too far to be fetched", {}, FETCHED, travel=Trip(31, 40, 50, km=FETCH_KM + 0.1), minutes=40, limit=30.0, mode="walk"),
    _reach.unknown("tight", "fetched, but it may not be needed", {}, FETCHED, travel=Trip(29, 40, 50), minutes=40, mode="walk"),
    _reach.no("homebound", "homebound", HOMEBOUND, {}),
    _reach.no("homebound", "homebound, also when home was not asked", {**HOMEBOUND, "home": None}, {}),
    _reach.no("homebound", "homebound, also when people are fetched", HOMEBOUND, FETCHED),
    _reach.yes("homebound, online", HOMEBOUND, ONLINE),
    _reach.yes("online is everywhere", {}, ONLINE),
    _reach.yes("at home, within the area", HOMEBOUND, AT_HOME),
    _reach.no("area", "at home, outside the area", {}, {**AT_HOME, "service_area": ["3990", "Utrecht"]}),
    _reach.yes("at home, the second area", {}, {**AT_HOME, "service_area": ["3990", "nieuwegein"]}),
    _reach.unknown("area", "at home, no area told", {}, {**AT_HOME, "service_area": []}),
    _reach.unknown("area", "at home, homebound, home not asked", {**HOMEBOUND, "home": None}, AT_HOME),
    _reach.no("area", "at home, municipality by the postcode", {"home": {"municipality": None}}, {**AT_HOME, "service_area": ["Utrecht"]}),
    _reach.unknown("area", "at home, municipality not told", {"home": {"municipality": None, "postcode": None}}, {**AT_HOME, "service_area": ["Utrecht"]}),
    _reach.unknown("area", "at home, postcode not told", {"home": {"postcode": None}}, AT_HOME),
]  # fmt: skip

_access = Table("access")


def lacking(**facts: bool | None) -> dict[str, object]:
    return {"places": [a_place(access=facts)]}


STEPS = {"access_needs": ["step_free"]}
SIGHT = {"access_needs": ["visual_support"]}
BOTH = {"access_needs": ["step_free", "hearing_loop"]}
ACCESS = [
    _access.silent("needs nothing", {}, lacking(step_free=False)),
    _access.yes("has it", STEPS, {}),
    _access.no("lacking", "lacks it", STEPS, lacking(step_free=False), needs=("step_free",)),
    _access.unknown("outdoors", "not known", STEPS, lacking(step_free=None), needs=("step_free",)),
    _access.unknown("unknown", "not known of a building", STEPS, {"title": "Koor", "kind_words": [], "themes": [], **lacking(step_free=None)}, needs=("step_free",)),
    _access.unknown("unknown", "the activity names what it is about: indoors", STEPS, {"themes": ["singing"], **lacking(step_free=None)}, needs=("step_free",)),
    _access.no("lacking", "lacks one, the other is not known", BOTH, lacking(step_free=False, hearing_loop=None), needs=("step_free",)),
    _access.unknown("outdoors", "has one, the other is not known", BOTH, lacking(hearing_loop=None), needs=("hearing_loop",)),
    _access.no("lacking", "lacks both", BOTH, lacking(step_free=False, hearing_loop=False), needs=("step_free", "hearing_loop")),
    _access.no("lacking", "a wheelchair needs step-free", {"travel": {"modes": ["wheelchair"]}}, lacking(step_free=False), needs=("step_free",)),
    _access.no("lacking", "a rollator too", {"travel": {"modes": ["rollator"]}}, lacking(step_free=False), needs=("step_free",)),
    _access.unknown("outdoors", "no place told", STEPS, {"places": []}, needs=("step_free",)),
    _access.yes("online needs no door", STEPS, ONLINE),
    _access.yes("at home neither", STEPS, AT_HOME),
    _access.no("lacking", "no dog allowed", {"access_needs": ["assistance_dog"]}, lacking(assistance_dog=False), needs=("assistance_dog",)),
    _access.unknown("outdoors", "no stop told", {"access_needs": ["public_transport_near"]}, lacking(public_transport_near=None), needs=("public_transport_near",)),
    _access.yes("at home no stop is needed", {"access_needs": ["public_transport_near"]}, AT_HOME),
    _access.unknown("unknown", "online somebody must still sign", {"access_needs": ["sign_language"]}, {**ONLINE, "places": []}, needs=("sign_language",)),
    _access.no("lacking", "nobody signs online", {"access_needs": ["sign_language"]}, {**ONLINE, **lacking(sign_language=False)}, needs=("sign_language",)),
    _access.unknown("outdoors", "nothing told of sight", SIGHT, lacking(visual_support=None), needs=("visual_support",)),
    _access.yes("the provider is fit to receive who sees little", SIGHT, {**lacking(visual_support=None), "support_for": ["visual"]}),
    _access.unknown("outdoors", "fit to receive others", SIGHT, {**lacking(visual_support=None), "support_for": ["hearing"]}, needs=("visual_support",)),
    _access.no("lacking", "fit for them, but not here", SIGHT, {**lacking(visual_support=False), "support_for": ["visual"]}, needs=("visual_support",)),
    _access.unknown("doubted", "fit for them, but its words contradict the box here", SIGHT, {"support_for": ["visual"], "description": "Niet geschikt voor slechtzienden."}, needs=("visual_support",)),
    _access.unknown("doubted", "the prose contradicts the ticked box", STEPS, {"description": "Er is geen lift."}, needs=("step_free",)),
    _access.no("lacking", "the prose fills the empty box: no", STEPS, {**lacking(step_free=None), "description": "Er is geen lift."}, needs=("step_free",)),
    _access.yes("the prose fills the empty box: yes", STEPS, {**lacking(step_free=None), "description": "De locatie is rolstoeltoegankelijk."}),
]  # fmt: skip

_digital = Table("digital")
DIGITAL = [
    _digital.silent("not asked", {"digital": None}, ONLINE),
    _digital.yes("on one's own", {"digital": "own"}, ONLINE),
    _digital.unknown("help", "with help", {"digital": "with_help"}, ONLINE),
    _digital.no("online", "no skill", {"digital": "none"}, ONLINE),
    _digital.yes("no skill, on site", {"digital": "none"}, {}),
]  # fmt: skip

_hours = Table("hours")


def free(*slots: dict[str, str]) -> dict[str, object]:
    return {"availability": list(slots), "busy": None}


SUNDAY = {"weekday": "sun", "part": "evening"}


def tuesday(minutes: float) -> dict[str, object]:
    end = f"{10 + int(minutes) // 60}:{int(minutes) % 60:02}"
    return free({"weekday": "tue", "start": "10:00", "end": end})


def sessions(*rules: dict[str, object], **more: object) -> dict[str, object]:
    return {"schedule": {"rules": list(rules), **more}}


TUESDAY = {"weekday": "tue", "start": "10:00", "end": "12:00"}
THURSDAY = {"weekday": "thu", "start": "10:00", "end": "12:00"}
MORNING = {"weekday": "tue", "part": "morning"}
COUNTED = {"first_step": {"free_to_skip": False}}
TUESDAYS = free({"weekday": "tue"})
ALL_DAY = {"weekday": "tue", "start": "10:00", "end": "17:00"}
CALL = {"title": "Telefooncirkel", "setting": "home_visit", "places": [], **sessions(TUESDAY)}
HOURS = [
    _hours.silent("not asked", {"availability": None}, {}),
    _hours.yes("the whole session", tuesday(120), {}),
    _hours.yes("just enough of it", tuesday(0.75 * 120), {}),
    _hours.unknown("part", "a little less: may one leave earlier?", tuesday(0.75 * 120 - 1), {}),
    _hours.yes("nearly all of it, where attendance is counted", tuesday(0.95 * 120), COUNTED),
    _hours.unknown("part", "just enough of it, where attendance is counted", tuesday(0.75 * 120), COUNTED),
    _hours.no("no_common_hour", "a quarter of it", tuesday(30), {}),
    _hours.no("no_common_hour", "another day", free({"weekday": "wed"}), {}),
    _hours.unknown("when", "no session told", TUESDAYS, sessions(is_flexible=None)),
    _hours.unknown("doubted", "its words name other days", TUESDAYS, {"description": "Elke vrijdagmiddag."}),
    _hours.yes("days in its words alone", TUESDAYS, {**sessions(), "description": "Elke dinsdag van 10.00 tot 12.00 uur."}),
    _hours.yes("by appointment", free({"weekday": "sun", "part": "evening"}), sessions(is_flexible=True)),
    _hours.no("no_common_hour", "no time at all", {**free(SUNDAY), "busy": [SUNDAY]}, sessions(is_flexible=True)),
    _hours.silent("an empty list is not asked", free(), sessions(TUESDAY)),
    _hours.yes("one of two sessions", TUESDAYS, sessions(TUESDAY, THURSDAY)),
    _hours.no("no_common_hour", "both sessions are needed", TUESDAYS, sessions(TUESDAY, THURSDAY, sessions="all")),
    _hours.yes("somewhere in a morning that is all free", free({"weekday": "tue", "part": "morning"}), sessions(MORNING)),
    _hours.unknown("part", "somewhere in a morning that is half free", free({"weekday": "tue", "end": "09:00"}), sessions(MORNING)),
    _hours.no("no_common_hour", "somewhere in a morning that is not free", free({"weekday": "tue", "part": "evening"}), sessions(MORNING)),
    _hours.yes("an end that is not told is two hours later", tuesday(120), sessions({"weekday": "tue", "start": "10:00"})),
    _hours.no("no_common_hour", "taken by something else", {"availability": None, "busy": [{"weekday": "tue", "part": "morning"}]}, {}),
    _hours.yes("the rest of the week is free", {"availability": None, "busy": [{"weekday": "wed"}]}, {}),
    _hours.no("no_common_hour", "an evening one does not go out for", {"travel": {"evening": False}}, sessions({"weekday": "tue", "start": "19:30"})),
    _hours.unknown("part", "half a day in a workshop that is open all day", tuesday(180), {"kind": "volunteering", **sessions(ALL_DAY)}),
    _hours.no("no_common_hour", "less than half a day there", tuesday(179), {"kind": "volunteering", **sessions(ALL_DAY)}),
    _hours.no("no_common_hour", "half a day of a whole day's lesson", tuesday(180), {"kind": "course", **sessions(ALL_DAY)}),
    _hours.unknown("call", "a call at home takes minutes", free({"weekday": "wed"}), CALL),
    _hours.no("no_common_hour", "a visit at home does not", free({"weekday": "wed"}), {**CALL, "title": "Bezoek aan huis"}),
    _hours.no("no_common_hour", "no time at all for a call", {**free(SUNDAY), "busy": [SUNDAY]}, CALL),
    _hours.yes("a real date counts too", TUESDAYS, {"schedule": {"rules": [], "occurrences": [{"day": (TODAY + timedelta(days=1)).isoformat(), "start": "10:00", "end": "11:00"}]}}),
]  # fmt: skip

_evening = Table("evening")
BY_DAY = {"travel": {"evening": False}}


def at(start: str, end: str | None = None) -> dict[str, object]:
    return {"weekday": "tue", "start": start, "end": end}


EVENING = [
    _evening.silent("travels in the evening", {}, sessions(at("20:00"))),
    _evening.silent("not asked", {"travel": {"evening": None}}, sessions(at("20:00"))),
    _evening.yes("by day", BY_DAY, {}),
    _evening.no("only_evening", "in the evening", BY_DAY, sessions(at("20:00"))),
    _evening.no("only_evening", "begins at half past five", BY_DAY, sessions(at("17:30", "18:30"))),
    _evening.yes("begins just before", BY_DAY, sessions(at("17:29", "18:30"))),
    _evening.yes("ends at seven", BY_DAY, sessions(at("16:00", "19:00"))),
    _evening.no("only_evening", "ends after seven", BY_DAY, sessions(at("16:00", "19:01"))),
    _evening.yes("one of two is by day", BY_DAY, sessions(at("20:00"), TUESDAY)),
    _evening.no("only_evening", "both are needed", BY_DAY, sessions(at("20:00"), TUESDAY, sessions="all")),
    _evening.no("only_evening", "some time in the evening", BY_DAY, sessions({"weekday": "tue", "part": "evening"})),
    _evening.yes("some time in the afternoon", BY_DAY, sessions({"weekday": "tue", "part": "afternoon"})),
    _evening.unknown("unknown", "some time on Tuesday", BY_DAY, sessions({"weekday": "tue"})),
    _evening.unknown("unknown", "no session told", BY_DAY, sessions(is_flexible=None)),
    _evening.yes("by appointment", BY_DAY, sessions(is_flexible=True)),
    _evening.yes("by appointment, also when usually in the evening", BY_DAY, sessions(at("20:00"), is_flexible=True)),
    _evening.yes("online one need not go out", BY_DAY, {**ONLINE, **sessions(at("20:00"))}),
]  # fmt: skip

_budget = Table("budget")


def costs(amount: float | None, per: str | None = "month", **more: object) -> dict[str, object]:
    return {"cost": {"amount_eur": amount, "per": per, **more}}


def purse(budget: float | None, city_pass: bool | None = False) -> dict[str, object]:
    return {"budget_eur_per_month": budget, "has_city_pass": city_pass}


BUDGET = [
    _budget.silent("not asked", purse(None), costs(100)),
    _budget.yes("budget 0, free", purse(0), costs(0)),
    _budget.unknown("just_over", "budget 0, a coin for the coffee", purse(0), costs(1), eur=1.0),
    _budget.unknown("just_over", "small change over", purse(20), costs(22), eur=22.0),
    _budget.yes("exactly the budget", purse(20), costs(20)),
    _budget.unknown("just_over", "one cent over", purse(20), costs(20.01), eur=20.01),
    _budget.no("too_expensive", "one cent more than small change", purse(20), costs(22.01), eur=22.01, limit=20.0),
    _budget.yes("a year's price by month", purse(10), costs(120, "year")),
    _budget.no("too_expensive", "... of a smaller purse", purse(7.98), costs(120, "year"), eur=10.0, limit=7.98),
    _budget.yes("a quarter's price by month", purse(10), costs(30, "quarter")),
    _budget.yes("every week, all weeks", purse(26), costs(6, "week")),
    _budget.unknown("price", "not told, also for a large purse", purse(10_000), costs(None)),
    _budget.unknown("price", "per what is not told", purse(20), costs(12, None), eur=52.0),
    _budget.unknown("price", "several tariffs", purse(15), costs(10, amount_max_eur=20), eur=20.0),
    _budget.no("too_expensive", "the cheapest tariff is too dear", purse(7), costs(10, amount_max_eur=20), eur=10.0, limit=7.0),
    _budget.unknown("often", "if one comes less often", purse(20), costs(6, "time"), eur=26.0),
    _budget.yes("every other week", purse(13), {**costs(6, "time"), **sessions({**TUESDAY, "every_weeks": 2})}),
    _budget.yes("twice a month", purse(12), {**costs(6, "time"), **sessions({**TUESDAY, "nth_in_month": [1, 3]})}),
    _budget.no("too_expensive", "both sessions are needed", purse(1), {**costs(6, "time"), **sessions(TUESDAY, THURSDAY, sessions="all")}, eur=13.0, limit=1.0),
    _budget.yes("a single date", purse(6), {**costs(6, "time"), "schedule": {"rules": [], "occurrences": [{"day": TODAY.isoformat()}]}}),
    _budget.unknown("parts", "once, if one may pay in parts", purse(20), costs(60, "once"), eur=60.0),
    _budget.yes("once, paid at once", purse(60), costs(60, "once")),
    _budget.no("too_expensive", "once, too dear in parts too", purse(17), costs(60, "once"), eur=20.0, limit=17.0),
    _budget.yes("the reduced price with a pass", purse(10, True), costs(20, reduced_eur=10)),
    _budget.unknown("reduction", "has the client a pass?", purse(10, None), costs(20, reduced_eur=10), eur=20.0),
    _budget.no("too_expensive", "no pass, no reduction", purse(10), costs(20, reduced_eur=10), eur=20.0, limit=10.0),
    _budget.no("too_expensive", "the reduced price is too dear too", purse(7, True), costs(20, reduced_eur=10), eur=10.0, limit=7.0),
    _budget.unknown("reduction", "a reduction of unknown size", purse(19, True), costs(20, has_reduction=True), eur=20.0),
    _budget.no("too_expensive", "... which cannot be that large", purse(1, True), costs(200, has_reduction=True), eur=100.0, limit=1.0),
    _budget.unknown("price", "an insurer may pay it", purse(0), costs(50, is_insured=True), eur=50.0),
    _budget.unknown("reduction", "an insurer may pay what the reduction leaves", purse(0, True), costs(50, reduced_eur=40, is_insured=True), eur=40.0),
    _budget.unknown("price", "signing up costs extra", purse(20.5), costs(20, once_extra_eur=3), eur=21.0),
    _budget.unknown("reduction", "... also at the reduced price", purse(10.5, True), costs(20, reduced_eur=10, once_extra_eur=3), eur=11.0),
    _budget.yes("... and that is within the budget", purse(11, True), costs(20, reduced_eur=10, once_extra_eur=3)),
]  # fmt: skip


def _effort(name: str) -> list[Case]:
    table = Table(f"{name}_effort")
    limit = f"max_{name}_effort"

    def asks(effort: int | None) -> dict[str, object]:
        return {"effort": {name: effort, "is_side_by_side": None}}

    return [
        table.silent("not asked", {limit: None}, asks(HIGHEST)),
        table.yes("at the limit", {limit: 1}, asks(1)),
        table.unknown("adapt", "a step over it", {limit: 1}, asks(1 + ASKABLE), asks=1 + ASKABLE),
        table.no("too_much", "two steps over it", {limit: 1}, asks(2 + ASKABLE), asks=2 + ASKABLE),
        table.unknown("unknown", "not told", {limit: 1}, asks(None)),
        table.yes("not told, no limit", {limit: HIGHEST}, asks(None)),
        table.yes("the highest, no limit", {limit: HIGHEST}, asks(HIGHEST)),
    ]


EFFORT = [
    *_effort("physical"),
    *_effort("social"),
    Table("physical_effort").no("too_much", "nothing is nothing", {"max_physical_effort": 0}, {"effort": {"physical": 1}}, asks=1),
    Table("physical_effort").no("too_much", "what is strenuous is not done gently", {"max_physical_effort": 2}, {"effort": {"physical": 3}}, asks=3),
    Table("social_effort").unknown("adapt", "of courage a step may be asked from any limit", {"max_social_effort": 0}, {"effort": {"social": 1}}, asks=1),
    Table("social_effort").unknown("alone", "with one other person all can be agreed", {"max_social_effort": 0}, {"kind": "one_to_one", "effort": {"social": 3}}, asks=3),
    Table("social_effort").unknown("alone", "... also a step", {"max_social_effort": 1}, {"kind": "one_to_one", "effort": {"social": 2}}, asks=2),
    Table("social_effort").unknown("unknown", "... not told", {"max_social_effort": 1}, {"kind": "one_to_one", "effort": {"social": None, "is_side_by_side": None}}),
    Table("social_effort").yes("... within the limit", {"max_social_effort": 2}, {"kind": "one_to_one", "effort": {"social": 2}}),
    Table("social_effort").no("too_much", "a group of two is a group", {"max_social_effort": 0}, {"group": {"size": 2}, "effort": {"social": 3}}, asks=3),
    Table("physical_effort").unknown("adapt", "one to one what is light can be done sitting", {"max_physical_effort": 0}, {"kind": "one_to_one", "effort": {"physical": 1}}, asks=1),
    Table("physical_effort").no("too_much", "one to one a body can do no more", {"max_physical_effort": 0}, {"kind": "one_to_one", "effort": {"physical": 2}}, asks=2),
    Table("social_effort").yes("side by side is at most small talk", {"max_social_effort": 1}, {"effort": {"social": None, "is_side_by_side": True}}),
    Table("physical_effort").no("too_much", "only the prose says so", {"max_physical_effort": 0}, {"effort": {"physical": None}, "description": "Een goede conditie is nodig."}, asks=3),
]  # fmt: skip

CASES: list[Case] = [*REACH, *ACCESS, *DIGITAL, *HOURS, *EVENING, *BUDGET, *EFFORT]
