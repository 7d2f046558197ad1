"""A small plan to begin with: whom to contact, who goes along, how to get there, what it costs, when, and what then."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from wor_match.catalogue.columns import RowSource
from wor_match.domain.records import Record
from wor_match.explain.first_month import cost_step
from wor_match.explain.follow_up import follow_up
from wor_match.explain.own_dates import own_dates
from wor_match.explain.remedies import Barriers, goes_together
from wor_match.explain.small_step import small_step
from wor_match.explain.step import Step, step
from wor_match.query import Query
from wor_match.vocabulary.enums import ContactWay, DigitalSkill, Setting, SignUp, TravelMode

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
        Whether it is told as something against the activity.
    """

    minutes: float | None = None
    mode: str | None = None
    is_far: bool = False


def first_step(query: Query, source: RowSource, barriers: Barriers, trip: Trip) -> list[Step | Record]:
    """Steps in the order in which one does them; only what is known, or needed by this client.

    Whom to contact, who goes along, how to get there, what the first month costs, trying first or a smaller step, the
    next two real dates, and when there is contact again. Where one of these is a barrier for this client, the remedy or
    the question whether there is one stands with it.
    """
    contact, dates = _contact(query, source), own_dates(query, source)
    steps: list[Step | Record] = [contact]
    if goes_together(query) and source.setting is Setting.ONSITE:
        steps.append(_along(source))
    steps += barriers.company(source)
    steps += _way_there(query, source, trip)
    steps += barriers.trip(source, trip.is_far)
    steps.append(cost_step(query, source))
    steps += barriers.money(source)
    steps += _begin_small(query, source, bool(source.activity.contact.phone) and _calls(query))
    if dates:
        days = tuple(day.isoformat() for day, _ in dates)
        times = tuple(f"{moment.hour:02}:{moment.minute:02}" if moment else "" for _, moment in dates)
        steps.append(step("dates", days=days, times=times))
    elif source.schedule.is_flexible:
        steps.append(step("by_appointment"))
    steps.append(follow_up(query.as_of, _first(dates)))
    return steps


def _first(dates: tuple[tuple[date, object], ...]) -> date | None:
    return dates[0][0] if dates else None


def _contact(query: Query, source: RowSource) -> Step:
    """Whom to contact; nobody who does not call or mail is told to, where there is another way or a coach who calls."""
    contact, way = source.activity.contact, source.activity.first_step.sign_up
    phone = contact.phone if _calls(query) else ""
    if way is SignUp.WALK_IN:
        return step("drop_by", phone=phone)
    is_offline = query.client.digital is DigitalSkill.NONE and bool(contact.phone)
    email, url = ("", "") if is_offline else (contact.email, contact.url)
    if contact.phone and not (phone or email or url):
        return step("coach_calls", phone=contact.phone, way=way.value if way else None)
    return step("contact", phone=phone, email=email, url=url, way=way.value if way else None)


def _calls(query: Query) -> bool:
    """Whether this client uses the phone, as far as is known."""
    ways = query.client.contact
    return (not ways or ContactWay.CALL in ways) and "no_phone_calls" not in query.limits


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
        yield step("travel", minutes=minutes, mode=trip.mode)


def _begin_small(query: Query, source: RowSource, may_call: bool) -> Iterator[Step]:
    """A trial or a look first; at low readiness also a smaller step, which takes the place of a look."""
    facts, smaller = source.activity.first_step, small_step(query, source, may_call)
    if facts.trial_possible:
        yield step("try")
    elif facts.look_in_possible and (smaller is None or smaller["code"] != "first_step.half_hour"):
        yield step("look")
    if smaller is not None:
        yield smaller
