"""The facts of an activity in words: where, when and what it costs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from wor_match.domain.offer import Cost
from wor_match.domain.place import Place
from wor_match.domain.schedule import Schedule, ScheduleRule
from wor_match.explain.sentences import phrase
from wor_match.explain.wording.labels import label
from wor_match.explain.wording.table import Audience, Language, wording
from wor_match.vocabulary.enums import WEEKDAYS, Setting

_MOST_DATES = 3


def where(setting: Setting, places: Sequence[Place], row: int, language: Language, audience: Audience) -> str:
    """The place that is meant, or online, or at home."""
    if setting is not Setting.ONSITE:
        return phrase(setting.value, language, audience)
    if not places:
        return phrase("place_unknown", language, audience)
    return address(places[row if row < len(places) else 0]) or phrase("place_unknown", language, audience)


def address(place: Place) -> str:
    """Name, street and town; where none is told the postcode and municipality.

    >>> address(Place(name="De Brug", street="Dijk 1", town="Ede", postcode="6711"))
    'De Brug, Dijk 1, Ede'
    >>> address(Place(postcode="6711", municipality="Ede"))
    '6711, Ede'
    """
    told = [part for part in (place.name, place.street, place.town) if part]
    return ", ".join(dict.fromkeys(told or [part for part in (place.postcode, place.municipality) if part]))


def when(schedule: Schedule, language: Language, audience: Audience) -> str:
    """Days and times.

    >>> when(Schedule(rules=[{"weekday": "tue", "start": "10:00"}]), "nl", "coach")
    'dinsdag 10.00 uur'
    >>> when(Schedule(rules=[{"weekday": "fri", "part": "evening", "nth_in_month": [-1]}]), "nl", "coach")
    'elke laatste vrijdagavond van de maand'
    """
    grammar = wording(language).grammar
    told = [*_rules(schedule.rules, language, audience), *_dates(schedule, language)]
    if not told:
        return phrase("by_appointment" if schedule.is_flexible else "time_unknown", language, audience)
    text = grammar.joined(told)
    if schedule.season:
        season = {"start": schedule.season.start, "end": schedule.season.end}
        text += f", {phrase('when_season', language, audience, **season)}"
    if schedule.is_flexible:
        text += f" ({phrase('by_appointment', language, audience)})"
    return text


def cost(found: Cost, language: Language, audience: Audience) -> str:
    """What it costs.

    >>> cost(Cost(amount_eur=2.5, per="time", reduced_eur=1), "nl", "coach")
    '€ 2,50 per keer, met korting € 1'
    """
    if found.amount_eur is None:
        told = [phrase("price_unknown", language, audience)]
    elif found.amount_eur == 0 and not found.amount_max_eur:
        told = [phrase("free", language, audience)]
    else:
        per = found.per.value if found.per else None
        most = found.amount_max_eur if (found.amount_max_eur or 0) > found.amount_eur else None
        told = [phrase("cost_each", language, audience, amount=found.amount_eur, most=most, per=per)]
    return ", ".join([*told, *_extras(found, language, audience)])


def _extras(found: Cost, language: Language, audience: Audience) -> list[str]:
    extras = []
    if found.reduced_eur is not None and found.reduced_eur != found.amount_eur:
        extras.append(phrase("cost_reduced", language, audience, amount=found.reduced_eur))
    elif found.has_reduction and found.reduced_eur is None:
        extras.append(phrase("cost_has_reduction", language, audience))
    if found.once_extra_eur:
        extras.append(phrase("cost_once", language, audience, amount=found.once_extra_eur))
    if found.first_time_free and found.amount_eur != 0:
        extras.append(phrase("cost_first_free", language, audience))
    if found.is_insured:
        extras.append(phrase("cost_insured", language, audience))
    return extras


def _rules(rules: Iterable[ScheduleRule], language: Language, audience: Audience) -> list[str]:
    """Rules in order of the week; days that share their times stand together."""
    days: dict[tuple[str, str, int, tuple[int, ...], str], list[str]] = {}
    for rule in sorted(rules, key=lambda one: WEEKDAYS.index(one.weekday)):
        part, hours = _moment(rule, language)
        key = (part, hours, rule.every_weeks, rule.nth_in_month, _course(rule, language, audience))
        days.setdefault(key, []).append(_day(rule.weekday.value, part, language))
    return [_rule(names, key, language, audience) for key, names in days.items()]


def _rule(
    names: list[str], key: tuple[str, str, int, tuple[int, ...], str], language: Language, audience: Audience
) -> str:
    grammar = wording(language).grammar
    _, hours, every, nth, course = key
    text = grammar.joined(names)
    if nth:
        which = grammar.joined([label("nth", one, language) for one in nth])
        text = phrase("when_nth", language, audience, nth=which, days=text)
    elif every > 1:
        text = phrase("when_every", language, audience, count=every, days=text)
    return " ".join(part for part in (text, hours, course) if part)


def _day(weekday: str, part: str, language: Language) -> str:
    name = label("weekday", weekday, language)
    return wording(language).grammar.part_of_day(name, label("part", part, language)) if part else name


def _moment(rule: ScheduleRule, language: Language) -> tuple[str, str]:
    """Part of the day, to hang on the name of the day, and the hours."""
    if rule.start is None:
        return rule.part.value if rule.part else "", ""
    clock = wording(language).grammar.clock
    hours = f"{clock(rule.start)}-{clock(rule.end)}" if rule.end else clock(rule.start)
    return "", wording(language).grammar.hours(hours)


def _course(rule: ScheduleRule, language: Language, audience: Audience) -> str:
    """From when to when, for a course."""
    start, end = rule.first_day, rule.last_day
    if end and start == end:
        return f"({wording(language).grammar.day(end, True)})"
    if start and end:
        told = phrase("when_course", language, audience, start=start.isoformat(), end=end.isoformat())
        return f"({told})"
    return ""


def _dates(schedule: Schedule, language: Language) -> list[str]:
    grammar = wording(language).grammar
    dates: list[tuple[date, str]] = [(one.day, grammar.at(one.day, one.start)) for one in schedule.occurrences]
    return [text for _, text in sorted(dates)[:_MOST_DATES]]
