"""How each field of a flat table is read: one small function a field, in the order in which they are read."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType
from typing import Any

from wor_match.domain.clean import clean
from wor_match.exchange import facts
from wor_match.exchange.draft import Draft
from wor_match.exchange.table_place import plain_text
from wor_match.exchange.values.access import read_support
from wor_match.exchange.values.ages import Ages, read_ages
from wor_match.exchange.values.costs import read_costs
from wor_match.exchange.values.numbers import first_whole, read_whole
from wor_match.exchange.values.words import read_truth, read_word
from wor_match.text.times import read_times
from wor_match.vocabulary.ids import ids

Reader = Callable[[Draft, Any, str], None]
_ITEMS = re.compile(r"[,;|\n]+")
_COST_LINE = re.compile(r"\s*\bkosten\s*:", re.IGNORECASE)
_LONGEST_SUMMARY = 2000
_LONGEST_LIST = 20_000
#: Fields that several columns may tell together; of all others the first column counts.
COMBINED = frozenset(
    {
        "description", "summary", "kind_words", "themes", "cost", "cost_amount", "languages", "sign_up", "reduction",
        "eligibility", "last_modified", "contact_person",
    }
)  # fmt: skip


def _text(name: str, draft: Draft, value: Any, column: str) -> None:
    draft.put_text(name, plain_text(value), column)


def _listed(value: Any) -> list[str]:
    """Items of a cell that lists: JSON, or with commas, semicolons or bars between."""
    text = plain_text(value)[:_LONGEST_LIST]
    if text.startswith("["):
        try:
            return [str(item) for item in json.loads(text)]
        except (ValueError, RecursionError):
            pass
    return _ITEMS.split(text)


def _description(draft: Draft, value: Any, column: str) -> None:
    if "description" not in draft.facts:
        draft.put_text("description", value, column)
    elif clean(str(value)) not in str(draft.facts["description"]):
        draft.facts["description"] += "\n" + clean(str(value))


def _summary(draft: Draft, value: Any, column: str) -> None:
    """A summary; one that is longer than a summary is (part of) the description."""
    if len(clean(str(value))) > _LONGEST_SUMMARY or "summary" in draft.facts:
        _description(draft, value, column)
    else:
        draft.put_text("summary", value, column)


def _support(draft: Draft, value: Any, column: str) -> None:
    found, codes = read_support(plain_text(value))
    draft.notes.add_all(column, codes, value)
    if codes:
        draft.keep_text(column, plain_text(value))
    draft.put("support_for", found, column)


def _tags(draft: Draft, value: Any, column: str) -> None:
    """Tags may be ages, days or "gratis" (Amsterdam's four lists); the rest are category words."""
    words: list[str] = list(draft.facts.get("kind_words", ()))
    if len(plain_text(value)) > _LONGEST_LIST:
        draft.notes.add(column, "text_cut")
    for item in _listed(value):
        word = " ".join(clean(item).split()).strip("[]'\" ")
        if not word or word in words:
            continue
        if word.lower() in ("gratis", "betaald"):
            facts.put_costs(draft, word, column)
        elif word.lower() in ("volwassene", "volwassenen", "senior", "senioren", "jeugd"):
            draft.put_ages(word, column)
        elif len(word) < 12 and read_times(word)[0].sessions:
            facts.put_times(draft, word, column)
        else:
            words.append(word)
    if words:
        draft.facts["kind_words"] = tuple(words)


def _kind(draft: Draft, value: Any, column: str) -> None:
    kind, codes = read_word(plain_text(value), "kind")
    draft.put("kind", kind, column)
    if codes:
        _tags(draft, value, column)


def _themes(draft: Draft, value: Any, column: str) -> None:
    known = ids("themes", "theme")
    items = [item.strip("[]'\" ") for item in _listed(value)]
    draft.put("themes", tuple(dict.fromkeys(item for item in items if item in known)), column)
    if others := [item for item in items if item not in known]:
        _tags(draft, "; ".join(others), column)


def _cost(draft: Draft, value: Any, column: str) -> None:
    facts.put_costs(draft, clean(plain_text(value)), column)


def _cost_per(draft: Draft, value: Any, column: str) -> None:
    text = plain_text(value).lower()
    per = read_costs(f"€ 1 {text if 'per ' in text else 'per ' + text}")[0].per
    if per is None:
        draft.notes.add(column, "word_unread", value)
        draft.add_text("cost.text", text)
    draft.put("cost.per", per, column)


def _is_free(draft: Draft, value: Any, column: str) -> None:
    told, codes = read_truth(value)
    if codes:
        _cost(draft, value, column)
    elif told:
        draft.put("cost.amount_eur", 0.0, column)


def _reduction(draft: Draft, value: Any, column: str) -> None:
    told, codes = read_truth(value)
    if codes:
        draft.add_text("cost.text", f"{column}: {plain_text(value)}")
        told = True
    draft.put("cost.has_reduction", told, column)


def _ages(draft: Draft, value: Any, column: str) -> None:
    draft.put_ages(plain_text(value), column)


def _age_limit(is_low: bool, draft: Draft, value: Any, column: str) -> None:
    age = read_whole(value)
    if age is None:
        ages, codes = read_ages(plain_text(value))
        draft.notes.add_all(column, codes, value)
        age = ages.low if is_low else ages.high
        if codes:
            draft.keep_text(column, plain_text(value))
    elif not 0 <= age <= 120:
        draft.notes.add(column, "age_impossible", value)
        age = None
    if age is None:
        return
    low, high = (age, draft.ages.high) if is_low else (draft.ages.low, age)
    if low is not None and high is not None and low > high:
        draft.notes.add(column, "age_inverted", f"{low}-{high}")
        draft.ages = Ages()
        return
    draft.ages, draft.age_column = Ages(low, high), column


def _audience(draft: Draft, value: Any, column: str) -> None:
    audience, *costs = _COST_LINE.split(clean(plain_text(value)), maxsplit=1)
    if audience.strip():
        facts.put_audience(draft, audience.strip(), column)
    if costs and costs[0].strip(" ·\n"):
        facts.put_costs(draft, costs[0].strip(" ·\n"), column)


def _times(draft: Draft, value: Any, column: str) -> None:
    facts.put_times(draft, clean(plain_text(value)), column)


def _whole(name: str, lowest: int, draft: Draft, value: Any, column: str) -> None:
    number = first_whole(plain_text(value))
    if number is None or number < lowest:
        draft.notes.add(column, "number_unread", value)
        draft.keep_text(column, plain_text(value))
        return
    draft.put(name, number, column)


def _places_free(draft: Draft, value: Any, column: str) -> None:
    if re.search(r"\b(?:vol|vol geboekt|full|geen plek)", plain_text(value).lower()):
        draft.put("capacity.is_full", True, column)
    else:
        _whole("capacity.places_free", 0, draft, value, column)


def _experience(draft: Draft, value: Any, column: str) -> None:
    text = plain_text(value).lower()
    if re.search(r"beginner|geen ervaring|alle niveaus|iedereen|beginnend|all levels", text):
        draft.put("group.experience_needed", False, column)
    elif re.search(r"gevorderd|ervaren|advanced|ervaring (?:nodig|vereist)", text):
        draft.put("group.experience_needed", True, column)
    else:
        facts.put_truth(draft, "group.experience_needed", value, column)


def _drop_in(draft: Draft, value: Any, column: str) -> None:
    told, codes = read_truth(value)
    draft.notes.add_all(column, codes, value)
    if codes:
        draft.keep_text(column, plain_text(value))
    draft.put("first_step.sign_up", "walk_in" if told else None, column)


def _area(draft: Draft, value: Any, column: str) -> None:
    items = [" ".join(item.split()) for item in _listed(value) if item.strip()]
    if all(len(item) <= 60 for item in items):
        draft.put("service_area", tuple(dict.fromkeys(items)), column)
        return
    draft.notes.add(column, "service_area_unread", value)
    draft.keep_text(column, plain_text(value))


def _kept(draft: Draft, value: Any, column: str) -> None:
    draft.keep_text(column, plain_text(value))


def _person(draft: Draft, value: Any, column: str) -> None:
    """A person's name is not stored; a phone number or address in the same cell is."""
    text = plain_text(value)
    if mail := re.search(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+", text[:500]):
        draft.put_text("contact.email", mail[0], column)
    if phone := re.search(r"\+?\d[\d \-()]{7,18}\d", text[:500]):
        draft.put_text("contact.phone", phone[0], column)


def _named(function: Callable[..., None], *told: Any) -> Reader:
    return partial(function, *told)


def _truth(name: str) -> Reader:
    return lambda draft, value, column: facts.put_truth(draft, name, value, column)


def _word(name: str, words: str) -> Reader:
    return lambda draft, value, column: facts.put_word(draft, name, plain_text(value), words, column)


READERS: Mapping[str, Reader] = MappingProxyType(
    {
        "id": _named(_text, "id"),
        "title": _named(_text, "title"),
        "summary": _summary,
        "description": _description,
        "lang": lambda draft, value, column: facts.put_text_language(draft, plain_text(value), column),
        "provider": _named(_text, "provider"),
        "kind": _kind,
        "kind_words": _tags,
        "themes": _themes,
        "access": _word("access", "access"),
        "status": _word("status", "status"),
        "setting": _word("setting", "setting"),
        "starts": lambda draft, value, column: facts.put_date(draft, "valid_from", plain_text(value), column),
        "ends": lambda draft, value, column: facts.put_date(draft, "valid_to", plain_text(value), column),
        "cost_amount": _cost,
        "cost": _cost,
        "cost_per": _cost_per,
        "is_free": _is_free,
        "reduction": _reduction,
        "ages": _ages,
        "age_min": _named(_age_limit, True),
        "age_max": _named(_age_limit, False),
        "audience": _audience,
        "gender": _word("group.gender_rule", "gender"),
        "languages": lambda draft, value, column: facts.put_languages(draft, plain_text(value), column),
        "dutch_level": lambda draft, value, column: facts.put_languages(draft, plain_text(value), column),
        "support_for": _support,
        "size": _named(_whole, "group.size", 1),
        "size_min": _named(_whole, "group.size_min", 1),
        "size_max": _named(_whole, "group.size_max", 1),
        "places_total": _named(_whole, "capacity.places_total", 1),
        "places_free": _places_free,
        "waiting": lambda draft, value, column: facts.put_weeks(draft, plain_text(value), column),
        "is_full": _truth("capacity.is_full"),
        "experience": _experience,
        "drop_in": _drop_in,
        "sign_up": lambda draft, value, column: facts.put_sign_up(draft, plain_text(value), column),
        "referral": _truth("group.referral_required"),
        "membership": _truth("group.membership_required"),
        "trial": _truth("first_step.trial_possible"),
        "companion": _truth("first_step.companion_welcome"),
        "buddy": _truth("first_step.buddy_available"),
        "transport": _truth("first_step.transport_offered"),
        "free_to_skip": _truth("first_step.free_to_skip"),
        "phone": _named(_text, "contact.phone"),
        "email": _named(_text, "contact.email"),
        "url": _named(_text, "contact.url"),
        "source_url": _named(_text, "source_url"),
        "contact_person": _person,
        "last_verified": lambda draft, value, column: facts.put_date(draft, "last_verified", plain_text(value), column),
        "last_modified": lambda draft, value, column: facts.put_date(draft, "last_modified", plain_text(value), column),
        "service_area": _area,
        "eligibility": _kept,
    }
)
