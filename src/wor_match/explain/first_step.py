"""A small plan to begin with: whom to contact, who goes along, how to get there, what it costs, when, and what then."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from wor_match.catalogue.columns import RowSource
from wor_match.domain.records import Record
from wor_match.domain.what_if import ChangeKind
from wor_match.explain.first_month import cost_step
from wor_match.explain.follow_up import follow_up
from wor_match.explain.remedies import Barriers, goes_together
from wor_match.explain.small_step import small_step
from wor_match.explain.step import Step, step
from wor_match.explain.when import When, when_of
from wor_match.query import Query
from wor_match.query.in_touch import calls, reach_of
from wor_match.vocabulary.enums import ActivityKind, Role, Setting, SignUp, TravelMode

#: What one has to arrange before going there in this way.
_ARRANGED = {TravelMode.BUS: "bus", TravelMode.LIFT: "lift", TravelMode.WMO_TAXI: "taxi"}


@dataclass(frozen=True, slots=True)
class Trip:
    """How this client gets there.

    Parameters
    ----------
    minutes : float or None
        Expected; None when it is not known.
    mode : str or None
        Of those that the client named.
    is_far : bool
        Whether it is long for this client.
    part : str
        Of an activity in parts the title of the one to which it goes.
    """

    minutes: float | None = None
    mode: str | None = None
    is_far: bool = False
    part: str = ""


@dataclass(frozen=True, slots=True)
class About:
    """What else is known of a suggestion for its plan.

    Parameters
    ----------
    parts : tuple of RowSource
        Of an activity in parts a row for each of those to which the client can go.
    is_doubted : bool
        Whether it is asked if it goes on at all.
    """

    trip: Trip = Trip()
    parts: tuple[RowSource, ...] = ()
    is_doubted: bool = False


def first_step(query: Query, source: RowSource, barriers: Barriers, about: About) -> list[Step | Record]:
    """Steps in the order in which one does them; only what is known, or needed by this client.

    Whom to contact, who goes along, how to get there, what the first month costs, trying first or a smaller step, the
    next real dates, and when there is contact again. Where one of these is a barrier for this client, the remedy or
    the question whether there is one stands with it. The dates wait for what has to be arranged first.
    """
    there = barriers.at(source)
    trip, (when, too_late) = about.trip, _when(query, source, there.waits, about)
    steps: list[Step | Record] = [_contact(query, source, when, about.is_doubted)]
    if goes_together(query) and source.setting is Setting.ONSITE:
        steps.append(_along(source))
    if ChangeKind.BUDDY not in too_late:
        steps += there.told(ChangeKind.BUDDY)
    if ChangeKind.LANGUAGE_BUDDY not in too_late:
        steps += there.told(ChangeKind.LANGUAGE_BUDDY)
    steps += _way_there(query, source, trip)
    steps += there.trip(trip.is_far)
    steps.append(cost_step(query, source))
    if ChangeKind.CITY_PASS not in too_late:
        steps += there.told(ChangeKind.CITY_PASS)
        steps += [step("pass_first")] if there.needs_pass else []
    steps += _begin_small(query, source, bool(source.activity.contact.phone) and calls(query))
    steps += when.steps
    steps.append(follow_up(query.as_of, when.first))
    return steps


def _when(
    query: Query, source: RowSource, waits: Mapping[ChangeKind, int], about: About
) -> tuple[When, frozenset[ChangeKind]]:
    """When one can go, with what has to be arranged first; and for what of that one would wait until it is over."""
    own = about.parts or (source,)
    at_once = when_of(query, own)
    when = when_of(query, own, max(waits.values())) if waits else at_once
    too_late: frozenset[ChangeKind] = frozenset()
    while when.first is None and at_once.first is not None and waits:
        longest = max(waits.values())
        too_late |= {kind for kind, weeks in waits.items() if weeks == longest}
        waits = {kind: weeks for kind, weeks in waits.items() if weeks < longest}
        when = when_of(query, own, max(waits.values(), default=0))
    return when, too_late


def _contact(query: Query, source: RowSource, when: When, is_doubted: bool) -> Step:
    """Whom to contact, or how to drop in; nobody drops in before it is known when, and whether it goes on."""
    reach, way = reach_of(query, source.activity), source.activity.first_step.sign_up
    if way is SignUp.WALK_IN and not when.is_by_appointment:
        phone = "" if reach.coach_calls else reach.phone
        if is_doubted or not when.is_exact:
            email = "" if phone else reach.email
            return step("ask_going" if is_doubted else "ask_when", phone=phone, email=email)
        return step("drop_by", phone=phone)
    if reach.coach_calls:
        return step("coach_calls", phone=reach.phone, way=way.value if way else None)
    return step("contact", phone=reach.phone, email=reach.email, url=reach.url, way=way.value if way else None)


def _along(source: RowSource) -> Step:
    facts = source.activity.first_step
    if facts.buddy_available is True:
        return step("buddy")
    case = {True: "along", False: "not_along", None: "ask_along"}[facts.companion_welcome]
    return step(case)


def _way_there(query: Query, source: RowSource, trip: Trip) -> Iterator[Step]:
    """How to get there by the client's own modes: nothing where travel was not asked, or the place is not known."""
    if source.setting is not Setting.ONSITE or trip.minutes is None or trip.mode is None or not query.modes:
        return
    minutes = max(round(trip.minutes), 1)
    case = _ARRANGED.get(TravelMode(trip.mode))
    if source.activity.first_step.transport_offered is True and (case or trip.is_far):
        yield step("fetched")
    elif case:
        yield step(case, minutes=minutes)
    else:
        yield step("travel", minutes=minutes, mode=trip.mode, **({"part": trip.part} if trip.part else {}))


def _begin_small(query: Query, source: RowSource, may_call: bool) -> Iterator[Step]:
    """A trial or a look first; at low readiness also a smaller step, which takes the place of a look."""
    facts, smaller = source.activity.first_step, small_step(query, source, may_call)
    if facts.trial_possible:
        yield step(_trial(source))
    elif facts.look_in_possible and (smaller is None or smaller["code"] != "first_step.half_hour"):
        yield step("look")
    if smaller is not None:
        yield smaller


def _trial(source: RowSource) -> str:
    """A lesson is tried in a course only; elsewhere one joins in once, or works along."""
    kind, roles = source.activity.kind, source.activity.roles
    is_work = kind is ActivityKind.VOLUNTEERING or (Role.HELP in roles and Role.TAKE_PART not in roles)
    return "try" if kind is ActivityKind.COURSE else ("try_helping" if is_work else "try_once")
