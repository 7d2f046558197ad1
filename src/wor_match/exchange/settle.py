"""What is inferred from other records, settled once and stored: copied texts, head-office points, duplicates."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Hashable, Sequence
from itertools import chain, islice
from operator import itemgetter
from typing import Any

from wor_match.domain.activity import Activity
from wor_match.domain.place import Place
from wor_match.exchange.draft import Raw
from wor_match.exchange.report import Collector
from wor_match.vocabulary.enums import GeoPrecision

_Facts = tuple[Hashable, ...]
_WORD = re.compile(r"[^\W\d_]{4,}")
_NUMBER = re.compile(r"\d+")
_MANY = 5
_MOST_COMPARED = 100
_SHARE = 0.3
_WEAK = (("description", "description"), ("group.audiences", "audience"), ("cost", "cost"), ("kind_words", "tags"))


def settle(activities: Sequence[Activity], raws: Sequence[Raw], collector: Collector) -> list[Activity]:
    """Mark what records share; in order of reading, and every record by its own facts and these marks only.

    Parameters
    ----------
    activities, raws : of equal length
        The activities, and what stood in their source.
    collector : Collector
        Is told what was marked.
    """
    weak = _weak_fields(activities, raws)
    office = _office_points(activities)
    twins = _duplicates(activities)
    found = []
    for number, activity in enumerate(activities):
        changes: dict[str, Any] = {}
        if names := weak.get(number):
            changes["weak_fields"] = tuple(dict.fromkeys((*activity.weak_fields, *names)))
            collector.note(activity.id, ", ".join(names), "weak_field")
        if (_norm(activity.provider), *_first_point(activity)) in office:
            changes["places"] = tuple(_as_office(place) for place in activity.places)
            collector.note(activity.id, "places", "point_organisation")
        if number in twins and activity.duplicate_of is None:
            changes["duplicate_of"] = activities[twins[number]].id
            collector.note(activity.id, "title", "duplicate_of", changes["duplicate_of"])
        found.append(activity.model_copy(update=changes) if changes else activity)
    return found


def _norm(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).casefold()
    return "".join(sign for sign in plain if sign.isalnum())


def _weak_fields(activities: Sequence[Activity], raws: Sequence[Raw]) -> dict[int, list[str]]:
    """A text that stands in at least 5 and over 30 % of one provider's records."""
    members: dict[str, list[int]] = defaultdict(list)
    for number, activity in enumerate(activities):
        if activity.provider:
            members[_norm(activity.provider)].append(number)
    found: dict[int, list[str]] = defaultdict(list)
    for numbers in members.values():
        for name, attribute in _WEAK:
            values = {number: getattr(raws[number], attribute) for number in numbers}
            counts = Counter(value for value in values.values() if value)
            for number, value in values.items():
                if value and counts[value] >= _MANY and counts[value] > _SHARE * len(numbers):
                    found[number].append(name)
    return found


def _first_point(activity: Activity) -> tuple[float, float] | tuple[()]:
    place = activity.places[0] if len(activity.places) == 1 else None
    if place is None or place.lat is None or place.lon is None:
        return ()
    return (round(place.lat, 5), round(place.lon, 5))


def _office_points(activities: Sequence[Activity]) -> set[tuple[Hashable, ...]]:
    """Points that one provider gives to many activities whose addresses differ or are absent.

    A community centre with its own address hosts many too: there all have the same address, and it is left alone.
    """
    addresses: dict[tuple[Hashable, ...], list[str]] = defaultdict(list)
    for activity in activities:
        point = _first_point(activity)
        if point and activity.provider:
            place = activity.places[0]
            addresses[(_norm(activity.provider), *point)].append((place.street or place.name).casefold())
    return {
        key
        for key, told in addresses.items()
        if len(told) >= _MANY and (not told[0] or any(not _is_same_address(told[0], other) for other in told))
    }


def _is_same_address(one: str, other: str) -> bool:
    """Same house number and one long word in common: "8950 N Kendall Drive, 1st Floor" and "8950 North Kendall"."""
    words, others = (set(_WORD.findall(text)) for text in (one, other))
    numbers, more = (_NUMBER.findall(text)[:1] for text in (one, other))
    return one == other or (numbers == more and bool(words & others))


def _address(place: Place) -> str:
    return _norm(place.street) or _norm(place.name)


def _as_office(place: Place) -> Place:
    return place.model_copy(update={"geo_precision": GeoPrecision.ORGANISATION})


def _duplicates(activities: Sequence[Activity]) -> dict[int, int]:
    """Number of a later record to that of the first with the same title, provider, place, times, ages and facts.

    Among very many of one title at one place and time, each is compared with the first ones of its text only.
    """
    first: dict[Hashable, dict[str, list[tuple[int, _Facts]]]] = defaultdict(lambda: defaultdict(list))
    found: dict[int, int] = {}
    for number, activity in enumerate(activities):
        by_text, text, facts = first[_identity(activity)], _norm(activity.prose), _hard_facts(activity)
        # No text at all goes with any text.
        alike = chain(by_text[text], by_text[""]) if text else chain.from_iterable(by_text.values())
        others = sorted(islice(alike, _MOST_COMPARED), key=itemgetter(0))
        twin = next((other for other, told in others if not _differs(facts, told)), None)
        if twin is None:
            by_text[text].append((number, facts))
        else:
            found[number] = twin
    return found


def _differs(one: _Facts, other: _Facts) -> bool:
    """Whether a hard fact that both tell is not the same; what only one of them tells makes no difference."""
    pairs = zip(one, other, strict=True)
    return any(fact is not None and twin is not None and fact != twin for fact, twin in pairs)


def _hard_facts(activity: Activity) -> _Facts:
    """What leaves a client out, or lets one in; None where it is not told."""
    cost, capacity = activity.cost, activity.capacity
    return (
        activity.status,
        activity.valid_from,
        activity.valid_to,
        activity.access,
        activity.group.gender_rule,
        frozenset(activity.group.audiences) or None,
        frozenset(activity.group.residents_of) or None,
        cost.amount_eur,
        cost.amount_max_eur,
        cost.per if cost.amount_eur else None,
        frozenset(activity.language.languages) or None,
        activity.language.dutch_level_needed,
        capacity.starts_on,
        _is_full(activity),
    )


def _is_full(activity: Activity) -> bool | None:
    if activity.capacity.is_full is not None:
        return activity.capacity.is_full
    return None if activity.capacity.places_free is None else activity.capacity.places_free == 0


def _identity(activity: Activity) -> Hashable:
    places = frozenset(
        (place.postcode or "", _address(place), _norm(place.town), place.lat, place.lon) for place in activity.places
    )
    times = (activity.schedule.rules, activity.schedule.occurrences)
    ages = (activity.group.age_min, activity.group.age_max)
    # Without place and times, two pages on the web may well be two groups.
    page = "" if places or activity.schedule.is_known else (activity.source_url or activity.contact.url)
    return (_norm(activity.title), _norm(activity.provider), places, times, ages, activity.setting, page)
