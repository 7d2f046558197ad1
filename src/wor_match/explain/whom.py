"""Whom to call about an activity."""

from __future__ import annotations

from wor_match.domain.activity import Activity


def called(activity: Activity) -> str:
    """Name and number, or an e-mail address; empty when neither is known.

    >>> called(Activity(id="koor", title="Koor", provider="De Brug", contact={"phone": "030-000 01"}))
    'De Brug, 030-000 01'
    """
    contact = activity.contact
    reach = contact.phone or contact.email
    return f"{contact.name or activity.provider}, {reach}".strip(", ") if reach else ""
