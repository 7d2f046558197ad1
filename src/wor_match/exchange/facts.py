"""Put what the value parsers read onto a draft: the same for every source."""

from __future__ import annotations

import re
from functools import cache
from types import MappingProxyType
from typing import Any

from wor_match.exchange.draft import Draft
from wor_match.exchange.values.access import read_access
from wor_match.exchange.values.ages import Ages, read_ages
from wor_match.exchange.values.costs import Costs, read_costs
from wor_match.exchange.values.languages import read_languages
from wor_match.exchange.values.places import Point, is_abroad
from wor_match.exchange.values.words import read_sign_up, read_truth, read_weeks, read_word
from wor_match.text.days import read_date
from wor_match.text.times import Session, Times, read_times
from wor_match.vocabulary.languages import language_code
from wor_match.vocabulary.tables import read_table

_SIGNED = re.compile(
    r"(?:american |british |nederlandse |ondersteunende )?(?:sign language|gebarentaal)(?: \((?:ngt|asl|bsl)\))?"
    r"|\b(?:ngt|asl|bsl)\b",
    re.IGNORECASE,
)
_PERIOD = re.compile(r"\s+(?:t/m|tot en met|tot|until|to|[-–])\s+")
_ITEMS = re.compile(r"[,;|\n·•]+|(?<!\bt)/(?!m\b)| en | and ")


def put_costs(draft: Draft, text: str, column: str) -> None:
    """Read a cost text; the text itself is always kept."""
    costs, codes = read_costs(text)
    draft.notes.add_all(column, codes, text)
    if costs.is_told or codes:
        draft.add_text("cost.text", text)
    put_cost_facts(draft, costs, column)


def put_cost_facts(draft: Draft, costs: Costs, column: str) -> None:
    """Store all that is told of costs."""
    names = ("once_extra_eur", "reduced_eur", "has_reduction", "first_time_free", "is_insured")
    if "cost.amount_eur" not in draft.facts:
        for name in ("amount_eur", "amount_max_eur", "per"):
            draft.put(f"cost.{name}", getattr(costs, name), column)
    for name in names:
        draft.put(f"cost.{name}", getattr(costs, name), column)


def put_times(draft: Draft, text: str, column: str) -> None:
    """Read a text that tells when; the text itself is always kept."""
    times, codes = read_times(text)
    draft.notes.add_all(column, codes, text)
    if times != Times() or codes:
        draft.add_text("schedule.text", text)
    put_schedule(draft, times, column)


def put_schedule(draft: Draft, times: Times, column: str) -> None:
    """Store sessions and dates; those that are there already are kept."""
    rules = list(draft.facts.get("schedule.rules", ()))
    for session in times.sessions:
        rule = rule_of(session, times)
        if rule not in rules:
            rules.append(rule)
    if rules:
        draft.facts["schedule.rules"] = rules
        draft.provenance.setdefault("schedule.rules", column)
    dates = [{"day": day, "start": start, "end": end} for day, start, end in times.dates]
    draft.put("schedule.occurrences", tuple(dates), column)
    if times.season:
        draft.put("schedule.season", {"start": times.season[0], "end": times.season[1]}, column)
    draft.put("schedule.is_flexible", times.is_flexible, column)
    if not times.sessions and not times.dates:
        draft.put("valid_from", times.first_day, column)
        draft.put("valid_to", times.last_day, column)


def rule_of(session: Session, times: Times) -> dict[str, Any]:
    """One session as the data of a ScheduleRule."""
    rule = session._asdict() | {"first_day": times.first_day, "last_day": times.last_day}
    return {name: value for name, value in rule.items() if value not in (None, ())}


def put_languages(draft: Draft, text: str, column: str) -> None:
    """Read a language text; several columns or rows add up."""
    if _SIGNED.search(text):
        draft.signs = draft.signs or read_access(text)[0].get("sign_language", False)
        text = _SIGNED.sub(" ", text).strip(" ,;/")
        if not text:
            return
    spoken, codes = read_languages(text)
    draft.notes.add_all(column, codes, text)
    if codes:
        draft.keep_text(column, text)
    if spoken.codes:
        before = [code for code in draft.facts.get("language.languages", ()) if isinstance(code, str)]
        draft.facts["language.languages"] = tuple(dict.fromkeys((*before, *spoken.codes)))
    draft.put("language.dutch_level_needed", spoken.dutch_level, column)
    draft.put("language.has_interpreter", spoken.has_interpreter, column)


def put_text_language(draft: Draft, text: str, column: str) -> None:
    """Read in which language title and texts are written; a language that is not known is noted."""
    code = language_code(text)
    if code is None:
        draft.notes.add(column, "language_unread", text)
    draft.put("lang", code, column)


def put_audience(draft: Draft, text: str, column: str) -> None:
    """Read for whom it is: ages, gender rule and audiences; what is not known is kept as text."""
    draft.audience = text
    ages, codes = read_ages(text)
    if ages != Ages() and draft.ages == Ages():
        draft.ages, draft.age_column = ages, column
        draft.notes.add_all(column, codes, text)
    audiences, gender, unread = [], None, []
    for item in _ITEMS.split(text[:2000]):
        plain = " ".join(item.lower().split()).strip(" .:")
        if not plain or read_ages(plain)[0] != Ages():
            continue
        gender = read_word(plain.removeprefix("voor "), "gender")[0] or gender
        if (circumstance := circumstances().get(plain)) is not None:
            audiences.append(circumstance)
        elif gender is None:
            unread.append(item)
    draft.put("group.gender_rule", gender, column)
    draft.put("group.audiences", tuple(dict.fromkeys(audiences)), column)
    if unread:
        draft.notes.add(column, "audience_unread", text)
        draft.keep_text(column, text)


@cache
def circumstances() -> MappingProxyType[str, str]:
    """Audience words to ids of ``vocabulary/circumstances.csv``."""
    labels = {row[key].lower(): row["circumstance"] for row in read_table("circumstances") for key in ("nl", "en")}
    words = {row["phrase"].lower(): row["circumstance"] for row in read_table("circumstance_words")}
    return MappingProxyType(words | labels)


def put_word(draft: Draft, name: str, text: str, words: str, column: str) -> None:
    """Look up a word of a closed list; an unknown one is noted and kept as text."""
    value, codes = read_word(text, words, "status_unread" if words == "status" else "word_unread")
    draft.notes.add_all(column, codes, text)
    if codes:
        draft.keep_text(column, text)
    draft.put(name, value, column)


def put_truth(draft: Draft, name: str, value: object, column: str) -> None:
    """Store yes or no; unknown is no fact, and a word that is neither is kept as text."""
    told, codes = read_truth(value)
    draft.notes.add_all(column, codes, value)
    if codes:
        draft.keep_text(column, str(value))
    draft.put(name, told, column)


def put_sign_up(draft: Draft, text: str, column: str) -> None:
    """Read how one joins; the sentence is kept as well, for it tells the coach more."""
    value, codes = read_sign_up(text)
    draft.put("first_step.sign_up", value, column)
    if value or codes:
        draft.notes.add_all(column, codes, text)
        draft.keep_text(column, text)


def put_weeks(draft: Draft, text: str, column: str) -> None:
    """Read how long one waits."""
    weeks, codes = read_weeks(text)
    draft.notes.add_all(column, codes, text)
    if codes:
        draft.keep_text(column, text)
    draft.put("capacity.waiting_weeks", weeks, column)


def put_date(draft: Draft, name: str, text: str, column: str) -> None:
    """Store a date; one without a year is not guessed and is kept as text. A period tells begin and end."""
    begin, *rest = _PERIOD.split(text, maxsplit=1)
    if name == "valid_from" and rest and (last := read_date(rest[0], is_end=True)[0]) and read_date(begin)[0]:
        draft.put("valid_to", last, column)
        text = begin
    day, codes = read_date(text, is_end=name == "valid_to")
    draft.notes.add_all(column, codes, text)
    if "date_without_year" in codes:
        draft.keep_text(column, text)
    draft.put(name, day, column)


def access_of(draft: Draft, text: str, column: str) -> dict[str, bool]:
    """Read what a place has; a sentence that says nothing known is kept as text."""
    found, codes = read_access(text)
    draft.notes.add_all(column, codes, text)
    if codes:
        draft.keep_text(column, text)
    return found


def put_point(draft: Draft, place: dict[str, Any], point: Point, codes: tuple[str, ...], column: str) -> None:
    """Store a point on a place, and note what was mended."""
    draft.notes.add_all(column, codes)
    if point.lat is None:
        return
    place |= {"lat": point.lat, "lon": point.lon}
    if is_abroad(point):
        draft.notes.add(column, "point_abroad")
