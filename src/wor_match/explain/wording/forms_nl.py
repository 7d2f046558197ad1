"""How numbers, dates and lists are written in Dutch."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time

from wor_match.domain.frozen import FrozenDict
from wor_match.explain.wording.forms import Form, Grammar, Params, forms, weekday_of, whole
from wor_match.explain.wording.labels import label


def number(value: float) -> str:
    """A number with a decimal comma.

    >>> number(3), number(2.45), number(1.98), number(10000)
    ('3', '2,5', '2', '10.000')
    """
    return _grouped(f"{value:,.0f}" if whole(round(value, 1)) else f"{value:,.1f}")


def money(value: float) -> str:
    """Euros.

    >>> money(2.5), money(13.0), money(0), money(1250)
    ('€ 2,50', '€ 13', 'gratis', '€ 1.250')
    """
    if value == 0:
        return "gratis"
    return f"€ {_grouped(f'{value:,.0f}' if whole(value) else f'{value:,.2f}')}"


def _grouped(text: str) -> str:
    """Points between thousands and a comma before decimals."""
    return text.translate({ord(","): ".", ord("."): ","})


def day(value: date, with_year: bool = False) -> str:
    """A date.

    >>> day(date(2026, 11, 24)), day(date(2026, 11, 24), True)
    ('dinsdag 24 november', 'dinsdag 24 november 2026')
    """
    year = f" {value.year}" if with_year else ""
    return f"{weekday_of(value, 'nl')} {month_day(value.month, value.day)}{year}"


def month_day(month: int, number_of_day: int) -> str:
    """A day of any year."""
    return f"{number_of_day} {label('month', month, 'nl')}"


def clock(value: time) -> str:
    """A time of day.

    >>> clock(time(9, 30))
    '9.30'
    """
    return f"{value.hour}.{value.minute:02d}"


def at(value: date, moment: time | None) -> str:
    """A date with a time.

    >>> at(date(2026, 11, 24), time(10))
    'dinsdag 24 november om 10.00 uur'
    """
    return f"{day(value)} om {clock(moment)} uur" if moment else day(value)


def contact(params: Params) -> str:
    """Whom to contact, and how.

    >>> contact({"way": "call", "phone": "0344-000 031"})
    'Bel 0344-000 031.'
    """
    phone, email, url, way = (params.get(name) for name in ("phone", "email", "url", "way"))
    if way == "online" and url:
        return f"Aanmelden kan op {url}." + (f" Hulp nodig? Bel {phone}." if phone else "")
    if way == "email" and email:
        return f"Aanmelden kan per e-mail: {email}." + (f" Bellen kan ook: {phone}." if phone else "")
    reach = f"Bel {phone}" if phone else (f"Mail naar {email}" if email else (f"Kijk op {url}" if url else ""))
    if not reach:
        return "Er staat geen telefoonnummer bij. Zoek eerst uit wie u kunt bellen."
    return f"{reach} en vraag om een kennismaking." if way == "intake" else f"{reach}."


def group_of(size: int) -> str:
    """How many people.

    >>> group_of(2), group_of(12)
    ('twee mensen', 'ongeveer 12 mensen')
    """
    return "twee mensen" if size == 2 else f"ongeveer {size} mensen"


def points(value: float) -> str:
    """Points.

    >>> points(0.0), points(0.5), points(2.0)
    ('minder dan 0,1 punt', '0,5 punt', '2 punten')
    """
    if value < 0.1:
        return "minder dan 0,1 punt"
    return f"{number(value)} {'punt' if value <= 1 else 'punten'}"


def months(count: int) -> str:
    """Months, or years when there are many.

    >>> months(14), months(33)
    ('14 maanden', 'bijna 3 jaar')
    """
    if count < 24:
        return "1 maand" if count == 1 else f"{count} maanden"
    years, rest = divmod(count, 12)
    return f"bijna {years + 1} jaar" if rest >= 7 else (f"ruim {years} jaar" if rest else f"{years} jaar")


def places(count: int) -> str:
    """How many places there are left.

    >>> places(1), places(3)
    ('Er is nog 1 plek', 'Er zijn nog 3 plekken')
    """
    return "Er is nog 1 plek" if count == 1 else f"Er zijn nog {count} plekken"


def part_of_day(day: str, part: str) -> str:
    """A part of a day of the week.

    >>> part_of_day("dinsdag", "ochtend")
    'dinsdagochtend'
    """
    return f"{day}{part}"


def hours(times: str) -> str:
    """Times that were written already, as hours.

    >>> hours("9.30-12.30")
    '9.30-12.30 uur'
    """
    return f"{times} uur"


GRAMMAR = Grammar(
    conjunction="en",
    alternative="of",
    quotes=("‘", "’"),
    units=FrozenDict(
        {
            "minutes": ("minuut", "minuten"),
            "weeks": ("week", "weken"),
            "questions": ("vraag", "vragen"),
            "activities": ("activiteit", "activiteiten"),
            "places": ("plek", "plekken"),
            "ranks": ("plaats", "plaatsen"),
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
    hours=hours,
    until=" tot ",
)
FORMS: Mapping[str, Form] = forms(GRAMMAR, "nl")
