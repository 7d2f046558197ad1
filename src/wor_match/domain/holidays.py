"""Public holidays of the Netherlands: on these days much stands still, so it is asked whether something goes on."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache


@lru_cache(maxsize=64)
def public_holidays(year: int) -> frozenset[date]:
    """The days of a year that the government names as public holidays.

    King's day is on the 26th of April where the 27th is a Sunday.

    Notes
    -----
    Source: https://www.rijksoverheid.nl/onderwerpen/schoolvakanties/vraag-en-antwoord/officiele-feestdagen

    Examples
    --------
    >>> [day.isoformat() for day in sorted(public_holidays(2026))][:4]
    ['2026-01-01', '2026-04-03', '2026-04-05', '2026-04-06']
    """
    from dateutil.easter import easter  # only needed for shown rows

    sunday, king = easter(year), date(year, 4, 27)
    moving = (sunday + timedelta(days=days) for days in (-2, 0, 1, 39, 49, 50))
    fixed = (date(year, 1, 1), date(year, 5, 5), date(year, 12, 25), date(year, 12, 26))
    return frozenset((*moving, *fixed, king - timedelta(days=1) if king.weekday() == 6 else king))


def is_public_holiday(day: date) -> bool:
    """Whether a day is one of them.

    >>> is_public_holiday(date(2026, 12, 25)), is_public_holiday(date(2026, 12, 24))
    (True, False)
    """
    return day in public_holidays(day.year)
