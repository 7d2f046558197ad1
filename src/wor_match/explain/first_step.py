"""A small plan to begin with: whom to contact, who goes along, trying first, the next two real dates."""

from __future__ import annotations

from wor_match.catalogue.columns import RowSource
from wor_match.domain.records import Record
from wor_match.explain.own_dates import own_dates
from wor_match.query import Query
from wor_match.vocabulary.enums import ContactWay, GoesAlone, Setting, SignUp


def first_step(query: Query, source: RowSource) -> tuple[Record, ...]:
    """Records in the order in which one does them; only what is known, or needed by this client."""
    client = query.client
    steps = [_contact(query, source)]
    if client.goes_alone in (GoesAlone.FIRST_TIME_TOGETHER, GoesAlone.NO) and source.setting is Setting.ONSITE:
        steps.append(_along(source))
    step = source.activity.first_step
    if step.trial_possible or step.look_in_possible:
        steps.append(Record.made(code="first_step.try" if step.trial_possible else "first_step.look", params={}))
    dates = own_dates(query, source)
    if dates:
        days = tuple(day.isoformat() for day, _ in dates)
        times = tuple(moment.strftime("%H:%M") if moment else "" for _, moment in dates)
        steps.append(Record.made(code="first_step.dates", params={"days": days, "times": times}))
    elif source.schedule.is_flexible:
        steps.append(Record.made(code="first_step.by_appointment", params={}))
    return tuple(steps)


def _contact(query: Query, source: RowSource) -> Record:
    """Whom to contact; nobody who does not call is told to call where there is another way, or else the coach does."""
    contact, way = source.activity.contact, source.activity.first_step.sign_up
    phone = contact.phone if _calls(query) else ""
    if way is SignUp.WALK_IN:
        return Record.made(code="first_step.drop_by", params={"phone": phone})
    if contact.phone and not (phone or contact.email or contact.url):
        called = {"phone": contact.phone, "way": way.value if way else None}
        return Record.made(code="first_step.coach_calls", params=called)
    params = {"phone": phone, "email": contact.email, "url": contact.url, "way": way.value if way else None}
    return Record.made(code="first_step.contact", params=params)


def _calls(query: Query) -> bool:
    """Whether this client uses the phone, as far as is known."""
    ways = query.client.contact
    return (not ways or ContactWay.CALL in ways) and "no_phone_calls" not in query.limits


def _along(source: RowSource) -> Record:
    step = source.activity.first_step
    if step.buddy_available is True:
        return Record.made(code="first_step.buddy", params={})
    case = {True: "along", False: "not_along", None: "ask_along"}[step.companion_welcome]
    return Record.made(code=f"first_step.{case}", params={})
