"""How a parameter is written: one function a type. What differs by language stands in ``forms_nl`` and ``forms_en``."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from wor_match.domain.frozen import FrozenDict
from wor_match.explain.wording.labels import Words, label
from wor_match.vocabulary.enums import WEEKDAYS
from wor_match.vocabulary.tables import read_table

Params = Mapping[str, Any]
#: Writes a value; the other parameters of the record are at hand.
Form = Callable[[Any, Params], str]


@dataclass(frozen=True, slots=True)
class Grammar:
    """What the forms need to know of a language.

    Parameters
    ----------
    conjunction, alternative : str
        "en" and "of".
    quotes : (open, close)
    units : unit -> (one, more)
    money, day, clock, at, number, months, month_day : functions
        Write euros, a date (with or without its year), a time, both, a number, many months, and a day of any year.
    contact : function
        Whom to contact and how, from the parameters of ``first_step.contact``.
    places : function
        How many places there are.
    group_of : function
        "ongeveer 12 mensen".
    points : function
        A number of points, also a very small one.
    part_of_day : function
        A day of the week and a part of it: "dinsdagochtend".
    hours : function
        Times that were written already, as hours: "9.30-12.30 uur".
    until : str
        What a voice says between two times.
    """

    conjunction: str
    alternative: str
    quotes: tuple[str, str]
    units: Mapping[str, tuple[str, str]]
    money: Callable[[float], str]
    day: Callable[[date, bool], str]
    clock: Callable[[time], str]
    at: Callable[[date, time | None], str]
    number: Callable[[float], str]
    contact: Callable[[Params], str]
    places: Callable[[int], str]
    group_of: Callable[[int], str]
    points: Callable[[float], str]
    months: Callable[[int], str]
    month_day: Callable[[int, int], str]
    part_of_day: Callable[[str, str], str]
    hours: Callable[[str], str]
    until: str

    def unit(self, count: float, unit: str) -> str:
        """A number with its unit, in the singular or plural."""
        one, more = self.units[unit]
        return f"{self.number(count)} {one if count == 1 else more}"

    def joined(self, words: Sequence[str], *, conjunction: str | None = None) -> str:
        """Words as a list: a, b en c."""
        words = list(dict.fromkeys(words))
        last = f" {conjunction or self.conjunction} "
        return last.join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)

    def quoted(self, text: str) -> str:
        """Someone's own words, on one line and without their full stop."""
        return f"{self.quotes[0]}{' '.join(text.split()).strip(' .;,‘’')}{self.quotes[1]}"


def several(value: Any) -> tuple[str, ...]:
    """A parameter that holds several values; a single one counts as one."""
    return (value,) if isinstance(value, str) else tuple(value or ())


def forms(grammar: Grammar, language: str | Words) -> Mapping[str, Form]:
    """All forms of a language by type."""

    def named(group: str) -> Form:
        return lambda value, _: label(group, value, language)

    def listed(group: str) -> Form:
        return lambda value, _: grammar.joined([label(group, one, language) for one in several(value)])

    def asked(group: str) -> Form:
        return lambda value, _: " ".join(label(group, one, language) for one in several(value))

    def counted(unit: str) -> Form:
        return lambda value, _: grammar.unit(round(value), unit)

    made: dict[str, Form] = {
        "text": lambda value, _: " ".join(str(value).split()).rstrip("."),
        "quote": lambda value, _: grammar.quoted(str(value)),
        "quotes": lambda value, _: grammar.joined([grammar.quoted(one) for one in several(value)]),
        "list": lambda value, _: grammar.joined(several(value)),
        "flag": lambda value, _: str(bool(value)).lower(),
        "count": lambda value, _: grammar.number(value),
        "points": lambda value, _: grammar.points(round(float(value), 1)),
        "money": lambda value, _: grammar.money(float(value)),
        # A price of nothing is "free", a budget of nothing is a sum.
        "budget": lambda value, _: grammar.money(float(value)) if value else grammar.money(1.0).replace("1", "0"),
        "price": lambda value, params: _price(grammar, language, float(value), params.get("per")),
        "minutes": counted("minutes"),
        "weeks": counted("weeks"),
        "months": lambda value, _: grammar.months(round(value)),
        "questions": counted("questions"),
        "activities": counted("activities"),
        "distance": lambda value, _: f"{grammar.number(float(value))} km",
        "percent": lambda value, _: _percent(float(value)),
        "date": lambda value, _: grammar.day(date.fromisoformat(str(value)), True),
        "short_date": lambda value, _: _short(grammar, date.fromisoformat(str(value))),
        "days": lambda value, params: _dates(grammar, value, several(params.get("times"))),
        "times": lambda value, _: grammar.joined(several(value)),
        "month_day": lambda value, _: grammar.month_day(*(int(part) for part in str(value).split("-"))),
        "places": counted("places"),
        "ranks": counted("ranks"),
        "average": lambda value, _: _average(grammar, round(float(value), 1)),
        "free_places": lambda value, _: grammar.places(int(value)),
        "group_of": lambda value, _: grammar.group_of(int(value)),
        "contact": lambda _, params: grammar.contact(params),
        "needs": listed("need"),
        "lacking": listed("lacking"),
        "capital_social": lambda value, _: _capital(label("social", value, language)),
        "limits_question": asked("limit_question"),
        "limits": listed("limit"),
        "needs_question": asked("need_question"),
        "needs_outdoors": listed("need"),
        "needs_outdoors_question": asked("need_outdoors_question"),
        "facts": lambda value, _: grammar.joined(several(value)),
        "facts_question": asked("fact_question"),
        "circumstances": lambda value, _: grammar.joined(
            [label("circumstance", one, language) for one in several(value)], conjunction=grammar.alternative
        ),
        "languages": listed("speech"),
        "themes": listed("theme"),
        "travelling": lambda value, _: _travelling(value, language),
        "without": named("cause_without"),
        "with": named("cause_with"),
        "cause": named("cause_with"),
        "field": lambda value, _: field_label(str(value), language),
        "signal_name": lambda value, _: _capital(label("signal", value, language)),
        "criteria": lambda value, params: grammar.joined(_with_shares(grammar, language, value, params.get("shares"))),
        "criteria_for_you": listed("criterion_for_you"),
        "shares": lambda value, _: grammar.joined(
            [grammar.points(round(int(one) / 1000, 1)) for one in several(value)]
        ),
        "moments": lambda value, _: grammar.joined([_moment(grammar, one, language) for one in several(value)]),
        "rules": listed("rule"),
        "changed": listed("changed"),
        "changes": lambda value, _: _capital(
            grammar.joined([_change(grammar, str(one), language) for one in several(value)])
        ),
        "remedy_question": named("remedy_question"),
        "barrier": named("barrier"),
        "barrier_asked": named("barrier_asked"),
        "intake": listed("intake"),
        "what_now": named("what_now"),
        "finding": named("finding"),
        "research": lambda value, _: _research(str(value), language),
    }
    groups = (
        "mode", "theme", "complaint", "circumstance", "element", "signal", "people", "composition", "leader", "size",
        "physical", "social", "role", "sign_up", "period", "limit", "grade", "rule", "nth", "composition_question",
        "leader_question", "size_question", "element_for_you", "criterion", "criterion_for_you",
    )  # fmt: skip
    return FrozenDict(made | {group: named(group) for group in groups})


def weekday_of(day: date, language: str | Words) -> str:
    """Name of the day of the week."""
    return label("weekday", WEEKDAYS[day.weekday()].value, language)


def field_label(path: str, language: str | Words) -> str:
    """What a field of an activity is called.

    >>> field_label("places[0].access.step_free", "nl")
    'trap of drempels'
    """
    return label("field", path.split("].", 1)[-1], language)


def whole(value: float) -> bool:
    """Whether a number is written without decimals."""
    return math.isclose(value, round(value), abs_tol=0.005)


def _dates(grammar: Grammar, days: Any, times: tuple[str, ...]) -> str:
    pairs = zip(several(days), times or ("",) * len(several(days)), strict=True)
    written = [grammar.at(date.fromisoformat(day), time.fromisoformat(at) if at else None) for day, at in pairs]
    return grammar.joined(written, conjunction=grammar.alternative)


def _percent(share: float) -> str:
    """A share; not 0% or 100% when it is not quite that."""
    whole_percent = round(100 * share)
    return f"{whole_percent if share in (0, 1) else min(max(whole_percent, 1), 99)}%"


def _average(grammar: Grammar, places: float) -> str:
    """Places of a list, not only whole ones: of less than one too it is one place."""
    one, more = grammar.units["ranks"]
    return f"{grammar.number(places)} {one if places <= 1 else more}"


def _moment(grammar: Grammar, one: str, language: str | Words) -> str:
    """A part of the week, as 'tue morning'."""
    day, part = one.split()
    return grammar.part_of_day(label("weekday", day, language), label("part", part, language))


def _with_shares(grammar: Grammar, language: str | Words, names: Any, shares: Any) -> list[str]:
    """Names of criteria, each with its thousandths of a point written as points."""
    told = [label("criterion", name, language) for name in several(names)]
    points = [grammar.points(round(int(share) / 1000, 1)) for share in several(shares)]
    return [f"{name} ({share})" for name, share in zip(told, points, strict=True)]


def _change(grammar: Grammar, name: str, language: str | Words) -> str:
    """A change by its name: ``minutes``, ``part:mon:morning``."""
    kind, *moment = name.split(":")
    told = label("change", kind, language)
    return f"{told} {_moment(grammar, ' '.join(moment), language)}" if moment else told


def _travelling(value: object, language: str | Words) -> str:
    found = label("mode_travelling", value, language)
    return found if found != str(value).replace("_", " ") else label("mode", value, language)


def _price(grammar: Grammar, language: str | Words, amount: float, per: Any) -> str:
    """What one pays at once, between brackets; nothing when that is the price a month, which is told already."""
    if per in (None, "month"):
        return ""
    return f" ({grammar.money(amount)} {label('period', per, language)})"


def _short(grammar: Grammar, day: date) -> str:
    return f"{grammar.month_day(day.month, day.day)} {day.year}"


def _research(name: str, language: str | Words) -> str:
    """What was found, how sure that is, and who found it; without a study there is nothing to cite."""
    row = next((one for one in read_table("evidence") if one["id"] == name), None)
    if row is None:
        return name
    if not row["population"] or row["id"].startswith("nothing_found"):
        return label("finding", name, language)
    grade = "unclear" if row["grade"] == "none" and row["direction"] == "open" else row["grade"]
    return f"{label('finding', name, language)} ({label('grade', grade, language)}; {row['citation']})"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
