"""One suggestion as lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from wor_match.domain.records import Question, Reason, Record
from wor_match.domain.suggestion import Suggestion
from wor_match.explain.facts import address, cost, when, where
from wor_match.explain.line import Line
from wor_match.explain.sentences import asked_of, phrase, rests_on, sentence
from wor_match.explain.wording.forms import field_label
from wor_match.explain.wording.labels import label
from wor_match.explain.wording.table import Audience, Language, wording

MOST_FOR, MOST_AGAINST = 4, 3
#: How many reasons of one criterion stand among the first; the rest only fill what is left.
_OF_ONE = {"interest": 2}
_RESEARCH = "evidence"


def suggestion_lines(one: Suggestion, possible_milli: int, language: Language, audience: Audience) -> Iterator[Line]:
    """Name, facts, why, what speaks against it, what to ask first, and the first step."""
    yield Line("suggestion", one.activity.title, number=one.rank, own=False)
    yield from _facts(one, possible_milli, language, audience)
    marks = {_field(record.params["field"]) for record in one.from_prose if record.code == "prose.filled"}
    say = _Saying(language, audience, marks)
    yield from say.list("why", chosen(one.reasons_for, MOST_FOR, say))
    yield from say.list("against", chosen(one.reasons_against, MOST_AGAINST, say))
    yield from say.list("research", [reason for reason in _research(one) if say(reason)][:1])
    yield from _questions(one, say)
    yield from say.list("first_step", one.first_step)
    yield from _small_print(one, say)


class _Saying:
    """Says records to one audience, and marks those that rest on a fact which stood only in the prose."""

    def __init__(self, language: Language, audience: Audience, marks: set[str]) -> None:
        self.language, self.audience, self.marks = language, audience, marks
        self.marked: set[str] = set()

    def __call__(self, record: Record) -> str:
        text = sentence(record, self.language, self.audience)
        found = rests_on(record) & self.marks
        mark = self.phrase("prose_mark")
        if not text or not found or not mark:
            return text
        self.marked |= found
        return f"{text} {mark}"

    def phrase(self, name: str, **params: Any) -> str:
        return phrase(name, self.language, self.audience, **params)

    def list(self, heading: str, records: Iterable[Record], **params: Any) -> Iterator[Line]:
        told = list(dict.fromkeys(text for record in records if (text := self(record))))
        title = self.phrase(heading, **params)
        if told and title:
            yield Line("label", title)
            yield from (Line("point", text) for text in told)


def chosen(reasons: Sequence[Reason], most: int, say: _Saying) -> list[Reason]:
    """The reasons to show: those with most points, but first of all one of each criterion, so that they differ."""
    told = [one for one in reasons if one.criterion != _RESEARCH and sentence(one, say.language, say.audience)]
    first: list[Reason] = []
    for one in told:
        if sum(other.criterion == one.criterion for other in first) < _OF_ONE.get(one.criterion, 1):
            first.append(one)
    rest = [one for one in told if one not in first]
    shown = (first + rest)[:most]
    return [one for one in told if one in shown]


def _research(one: Suggestion) -> list[Reason]:
    return [reason for reason in (*one.reasons_for, *one.reasons_against) if reason.criterion == _RESEARCH]


def _facts(one: Suggestion, possible_milli: int, language: Language, audience: Audience) -> Iterator[Line]:
    activity = one.activity
    if activity.provider:
        yield Line("plain", phrase("by", language, audience, provider=activity.provider), own=False)
    say = lambda name: phrase(name, language, audience)  # noqa: E731
    if activity.parts:
        for part in activity.parts:
            place = address(part.places[0]) if part.places else where(activity, one.row, language, audience)
            told = f"{when(part.schedule or activity.schedule, language, audience)}, {place}"
            yield Line("fact", told, label=part.title, own=False)
    else:
        yield Line("fact", where(activity, one.row, language, audience), label=say("where"), own=False)
        yield Line("fact", when(activity.schedule, language, audience), label=say("when"), own=False)
    yield Line("fact", cost(activity.cost, language, audience), label=say("cost"), own=False)
    trip = _trip(one, language, audience)
    if trip:
        yield Line("fact", trip, label=say("trip"))
    if audience == "coach":
        yield Line("note", _score(one, possible_milli, language))


def _trip(one: Suggestion, language: Language, audience: Audience) -> str:
    """How long it takes and how, where the mode is told in any record."""
    told = {record.code: record.params for record in (*one.reasons_for, *one.reasons_against, *one.call_first)}
    if any(code in told for code in ("travel.near", "travel.far", "ask.reach.tight", "travel.no_trip")):
        return ""
    if one.travel_minutes is None or not one.activity.places:
        return ""
    return phrase("about_unknown_mode", language, audience, minutes=one.travel_minutes)


def _score(one: Suggestion, possible_milli: int, language: Language) -> str:
    points = {"points": one.score, "low": one.score_low, "high": one.score_high, "possible": possible_milli / 1000}
    return phrase("score", language, **{name: round(value) for name, value in points.items()})


def _questions(one: Suggestion, say: _Saying) -> Iterator[Line]:
    """What to ask the provider, as one call, and what to ask the client."""
    provider = [question for question in one.call_first if asked_of(question) == "provider"]
    client = [question for question in one.call_first if asked_of(question) == "client"]
    who = called(one)
    yield from say.list("call_provider" if who else "no_phone", provider, who=who)
    yield from say.list("ask_client", client)
    if one.more_questions:
        topics = list(dict.fromkeys(_topic(question, say.language) for question in one.more_questions))
        told = say.phrase("more_questions", count=len(one.more_questions), topics=tuple(topics))
        if told:
            yield Line("note", told)


def called(one: Suggestion) -> str:
    """Whom to call about an activity: name and number, or an e-mail address."""
    contact = one.activity.contact
    name = contact.name or one.activity.provider
    reach = contact.phone or contact.email
    return f"{name}, {reach}".strip(", ") if reach else ""


def _topic(question: Question, language: Language) -> str:
    return label("topic", question.rule, language)


def _small_print(one: Suggestion, say: _Saying) -> Iterator[Line]:
    filled, doubted = (
        [str(record.params["field"]) for record in one.from_prose if record.code == code]
        for code in ("prose.filled", "prose.contradicted")
    )
    rest = [path for path in filled if _field(path) not in say.marked]
    for name, paths in (("only_in_prose", rest), ("contradicted", doubted)):
        fields = tuple(dict.fromkeys(field_label(path, say.language) for path in paths))
        told = say.phrase(name, fields=fields) if fields else ""
        if told:
            yield Line("note", told)
    if one.variety and (told := say(one.variety)):
        yield Line("note", told)


def _field(path: object) -> str:
    return str(path).split("].", 1)[-1]


__all__ = ["MOST_AGAINST", "MOST_FOR", "called", "chosen", "suggestion_lines", "wording"]
