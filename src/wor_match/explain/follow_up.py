"""When a coach comes back to it: relative, and as dates where the first one is known.

Contact within two weeks is how Welzijn op Recept describes its own way of working (welzijnoprecept.nl, "Hoe werkt
Welzijn op Recept"); about three months after the start is when coaches register how it went (the follow-up form of the
WoR Registratie app). A call after the first visit is a choice of this library: starting is where people drop out.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

from wor_match.domain.records import Record

#: Within this time there is contact again.
CONTACT = timedelta(weeks=2)
#: About three months, on the same day of the week.
LATER = timedelta(weeks=13)


@lru_cache(maxsize=1024)
def follow_up(as_of: date, first: date | None) -> Record:
    """When there is contact again.

    Parameters
    ----------
    as_of : date
        The day of the advice: the library has no clock.
    first : date or None
        The first day on which the client can go, where it is known.

    Examples
    --------
    >>> follow_up(date(2026, 11, 23), date(2026, 11, 24)).params["later"]
    '2027-02-23'
    """
    after, later = (first.isoformat(), (first + LATER).isoformat()) if first else (None, None)
    params = {"contact_by": (as_of + CONTACT).isoformat(), "after": after, "later": later}
    return Record.made(code="first_step.follow_up", params=params)
