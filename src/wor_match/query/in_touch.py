"""How this client gets in touch with a provider: one answer, for the reason against a way and for the plan alike."""

from __future__ import annotations

from typing import NamedTuple

from wor_match.domain.activity import Activity
from wor_match.query.query import Query
from wor_match.vocabulary.enums import ContactWay, DigitalSkill, SignUp


class Reach(NamedTuple):
    """What of a provider's contact is for this client, and by which way the plan goes.

    Parameters
    ----------
    by : SignUp or None
        None where nothing is known, or nobody has to sign up.
    coach_calls : bool
        There is a number only, and the client does not call.
    """

    phone: str
    email: str
    url: str
    by: SignUp | None
    coach_calls: bool = False


def calls(query: Query) -> bool:
    """Whether this client uses the phone, as far as is known."""
    ways = query.client.contact
    return (not ways or ContactWay.CALL in ways) and "no_phone_calls" not in query.limits


def reach_of(query: Query, activity: Activity) -> Reach:
    """Whom to contact and how; nobody who does not call or mail is told to, where there is another way.

    >>> from wor_match.query import compile_query
    >>> from wor_match.testing import TODAY, a_client, an_activity
    >>> koor = an_activity(contact={"phone": "030-1", "email": "a@b.nl"}, first_step={"sign_up": "call"})
    >>> reach_of(compile_query(a_client(contact=["app"]), as_of=TODAY), koor).by.value
    'email'
    """
    contact, way = activity.contact, activity.first_step.sign_up
    phone = contact.phone if calls(query) else ""
    is_offline = query.client.digital is DigitalSkill.NONE and bool(contact.phone)
    email, url = ("", "") if is_offline else (contact.email, contact.url)
    if contact.phone and not (phone or email or url):
        return Reach(contact.phone, "", "", SignUp.CALL, coach_calls=True)
    return Reach(phone, email, url, _by(way, phone, email, url))


def _by(way: SignUp | None, phone: str, email: str, url: str) -> SignUp | None:
    """As the provider has it where the client can, else by phone, by mail or on the website."""
    if way is SignUp.WALK_IN:
        return None
    known = {SignUp.ONLINE: url, SignUp.EMAIL: email, SignUp.CALL: phone}
    if way is not None and known.get(way):
        return way
    return next((one for one in (SignUp.CALL, SignUp.EMAIL, SignUp.ONLINE) if known[one]), None)
