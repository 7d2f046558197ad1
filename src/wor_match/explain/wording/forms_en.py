"""How numbers, dates and lists are written in English."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time

from wor_match.domain.frozen import FrozenDict
from wor_match.explain.wording.forms import Form, Grammar, Params, forms, weekday_of, whole
from wor_match.explain.wording.labels import label


def number(value: float) -> str:
    """A number with a decimal point.

    >>> number(3), number(2.45), number(1.98), number(10000)
    ('3', '2.5', '2', '10,000')
    """
    return f"{value:,.0f}" if whole(round(value, 1)) else f"{value:,.1f}"


def money(value: float) -> str:
    """Euros.

    >>> money(2.5), money(13.0), money(0), money(1250)
    ('€2.50', '€13', 'free', '€1,250')
    """
    if value == 0:
        return "free"
    return f"€{value:,.0f}" if whole(value) else f"€{value:,.2f}"


def day(value: date, with_year: bool = False) -> str:
    """A date.

    >>> day(date(2026, 11, 24)), day(date(2026, 11, 24), True)
    ('Tuesday 24 November', 'Tuesday 24 November 2026')
    """
    year = f" {value.year}" if with_year else ""
    return f"{weekday_of(value, 'en')} {month_day(value.month, value.day)}{year}"


def month_day(month: int, number_of_day: int) -> str:
    """A day of any year."""
    return f"{number_of_day} {label('month', month, 'en')}"


def clock(value: time) -> str:
    """A time of day.

    >>> clock(time(9, 30))
    '9:30'
    """
    return f"{value.hour}:{value.minute:02d}"


def at(value: date, moment: time | None) -> str:
    """A date with a time.

    >>> at(date(2026, 11, 24), time(10))
    'Tuesday 24 November at 10:00'
    """
    return f"{day(value)} at {clock(moment)}" if moment else day(value)


def contact(params: Params) -> str:
    """Whom to contact, and how.

    >>> contact({"way": "call", "phone": "0344-000 031"})
    'Call 0344-000 031.'
    """
    phone, email, url, way = (params.get(name) for name in ("phone", "email", "url", "way"))
    if way == "online" and url:
        return f"Sign up at {url}." + (f" Need help? Call {phone}." if phone else "")
    if way == "email" and email:
        return f"Sign up by e-mail: {email}." + (f" You can also call {phone}." if phone else "")
    reach = f"Call {phone}" if phone else (f"Mail {email}" if email else (f"See {url}" if url else ""))
    if not reach:
        return "No phone number is listed. Find out first whom to call."
    return f"{reach} and ask for an intake talk." if way == "intake" else f"{reach}."


def group_of(size: int) -> str:
    """How many people.

    >>> group_of(2), group_of(12)
    ('two people', 'about 12 people')
    """
    return "two people" if size == 2 else f"about {size} people"


def points(value: float) -> str:
    """Points.

    >>> points(0.0), points(0.5), points(1.0)
    ('less than 0.1 points', '0.5 points', '1 point')
    """
    if value < 0.1:
        return "less than 0.1 points"
    return f"{number(value)} {'point' if value == 1 else 'points'}"


def months(count: int) -> str:
    """Months, or years when there are many.

    >>> months(14), months(33)
    ('14 months', 'nearly 3 years')
    """
    if count < 24:
        return "1 month" if count == 1 else f"{count} months"
    years, rest = divmod(count, 12)
    return f"nearly {years + 1} years" if rest >= 7 else (f"over {years} years" if rest else f"{years} years")


def places(count: int) -> str:
    """How many places there are left.

    >>> places(1), places(3)
    ('There is 1 place left', 'There are 3 places left')
    """
    return "There is 1 place left" if count == 1 else f"There are {count} places left"


def part_of_day(day: str, part: str) -> str:
    """A part of a day of the week.

    >>> part_of_day("Tuesday", "morning")
    'Tuesday morning'
    """
    return f"{day} {part}"


GRAMMAR = Grammar(
    conjunction="and",
    alternative="or",
    quotes=("‘", "’"),
    units=FrozenDict(
        {
            "minutes": ("minute", "minutes"),
            "weeks": ("week", "weeks"),
            "questions": ("question", "questions"),
            "activities": ("activity", "activities"),
            "places": ("place", "places"),
            "ranks": ("place", "places"),
        }
    ),
    money=money,
    day=day,
    clock=clock,
    at=at,
    number=number,
    contact=contact,
    places=places,
    group_of=group_of,
    points=points,
    months=months,
    month_day=month_day,
    part_of_day=part_of_day,
    hours=str,
    until=" to ",
)
FORMS: Mapping[str, Form] = forms(GRAMMAR, "en")
