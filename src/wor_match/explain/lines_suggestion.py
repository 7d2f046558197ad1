"""One suggestion as lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from wor_match.catalogue.notice import notice
from wor_match.domain.activity import Activity
from wor_match.domain.records import Reason, Record
from wor_match.domain.suggestion import Suggestion
from wor_match.explain.discretion import Discretion
from wor_match.explain.facts import cost, when, where
from wor_match.explain.line import Line
from wor_match.explain.lines_plan import Remembered, Told, plan_lines
from wor_match.explain.sentences import asked_of, phrase, rests_on, sentence
from wor_match.explain.whom import called
from wor_match.explain.wording.forms import field_label
from wor_match.explain.wording.labels import label
from wor_match.explain.wording.table import Audience, Language
from wor_match.vocabulary.enums import Setting

MOST_FOR, MOST_AGAINST = 4, 3
#: How many reasons of one criterion stand among the first; the others only fill what is left.
_OF_ONE = {"interest": 2}
_RESEARCH = "evidence"
#: Reasons that tell a client of which of their wishes it is.
_OF_A_WISH = frozenset({"interest.interest", "interest.energy", "interest.goal", "interest.near"})
#: What the words are taken for, rather than a fact to check.
_UNTOLD = frozenset({"kind", "interventions"})
#: Records that tell how long the trip takes, or that there is none.
_TELL_TRIP = frozenset({"travel.near", "travel.far", "travel.no_trip", "ask.reach.tight", "ask.reach.about"})


@dataclass(slots=True)
class Saying:
    """Says records to one audience, and marks those that rest on a fact which stood only in the prose.

    Parameters
    ----------
    marks : frozenset of str
        Fields that were filled from prose.
    likely : frozenset of str
        Fields that nothing tells, and that are likely for what it is.
    discretion : Discretion
        For a client: what may be said back of their own words.
    marked : set of str
        Those of them that a sentence has marked so far.
    """

    language: Language
    audience: Audience
    marks: frozenset[str] = frozenset()
    likely: frozenset[str] = frozenset()
    discretion: Discretion = field(default_factory=Discretion)
    marked: set[str] = field(default_factory=set)

    def __call__(self, record: Record) -> str:
        """The sentence of a record, empty when this audience does not see it."""
        return self.mark(self.of(record), rests_on(record))

    def of(self, record: Record) -> str:
        """The same without a mark."""
        return sentence(record, self.language, self.audience, discretion=self.discretion)

    def mark(self, text: str, fields: Iterable[str]) -> str:
        """The text, with a mark if any of the fields stood only in the prose."""
        named = set(fields)
        found = self.marks & named
        mark = self.phrase("prose_mark") if found else self.phrase("likely_mark") if self.likely & named else ""
        if not text or not mark:
            return text
        self.marked |= found
        return f"{text} {mark}"

    def phrase(self, name: str, **params: Any) -> str:
        """A phrase of the text itself."""
        return phrase(name, self.language, self.audience, **params)

    def listed(self, heading: str, records: Iterable[Record], **params: Any) -> Iterator[Line]:
        """Sentences as points under a heading; nothing when there are none for this audience."""
        told = list(dict.fromkeys(text for record in records if (text := self(record))))
        title = self.phrase(heading, **params)
        if told and title:
            yield Line("label", title, name=heading)
            yield from (Line("point", text) for text in told)


def suggestion_lines(
    one: Suggestion,
    possible_milli: int,
    language: Language,
    audience: Audience,
    only_after: tuple[str, ...] = (),
    earlier: Remembered | None = None,
    discretion: Discretion | None = None,
) -> Iterator[Line]:
    """Name, facts, why, what speaks against it, what to ask first, and the first step.

    Parameters
    ----------
    only_after : tuple of str
        What it may only come after or together with; told to a coach.
    earlier : Remembered, optional
        What was told with the suggestions before this one; it is added to.
    discretion : Discretion, optional
        For a client: what may be said back of their own words.
    """
    prose, likely = (
        frozenset(_field(record.params.get("field", "")) for record in one.from_prose if record.code == code)
        for code in ("prose.filled", "prose.likely")
    )
    say = Saying(language, audience, prose, likely, discretion or Discretion())
    yield Line("suggestion", one.activity.title, number=one.rank, own=False)
    if only_after and audience == "coach":
        yield Line("note", say.phrase("only_after", signals=only_after))
    activity = notice(one.activity)  # with what its own words add, as the matcher saw it
    trip = _trip(one, activity, say)
    yield from _facts(one, activity, trip, possible_milli, say)
    good, bad = chosen(one.reasons_for, MOST_FOR, say), chosen(one.reasons_against, MOST_AGAINST, say)
    yield from say.listed("why", good)
    yield from say.listed("against", bad)
    yield from say.listed("research", [reason for reason in _research(one) if say(reason)][:1])
    yield from _questions(one, say)
    asked = [question for question in one.call_first if say(question)]
    is_trip_told = bool(trip) or any(record.code in _TELL_TRIP for record in (*good, *bad, *asked))
    told = [*good, *bad, *asked]
    yield from plan_lines(one, activity.cost, Told(told, is_trip_told), say, earlier or Remembered())
    yield from _small_print(one, say)


def chosen(reasons: Sequence[Reason], most: int, say: Saying) -> list[Reason]:
    """The reasons to show: those with most points, but first of all one of each criterion, so that they differ."""
    told = [one for one in reasons if one.criterion != _RESEARCH and say.of(one)]
    if say.audience == "client":
        told = _named_once(told, say.discretion)
    first: list[Reason] = []
    for one in told:
        if sum(other.criterion == one.criterion for other in first) < _OF_ONE.get(one.criterion, 1):
            first.append(one)
    shown = (first + [one for one in told if one not in first])[:most]
    return [one for one in told if one in shown]


def _named_once(reasons: Sequence[Reason], discretion: Discretion) -> list[Reason]:
    """Without reasons that name a theme which another names or quotes, or that name nothing beside one that does.

    A wish, a goal and what gives energy may be about one theme; to a client, who reads the theme for words that are not
    quoted, that would be the same sentence twice.
    """
    said = {
        number: discretion.params(one.code, one.params) for number, one in enumerate(reasons) if one.code in _OF_A_WISH
    }
    quoted = {number for number, told in said.items() if told.get("phrase")}
    themes = {reasons[number].params.get("theme") for number in quoted}
    is_any_named = bool(quoted) or any(told.get("theme") for told in said.values())
    kept = []
    for number, one in enumerate(reasons):
        theme = said.get(number, {}).get("theme")
        if number in said and number not in quoted:
            if theme in themes or (theme is None and is_any_named):
                continue
            themes.add(theme)
        kept.append(one)
    return kept


def _research(one: Suggestion) -> list[Reason]:
    return [reason for reason in (*one.reasons_for, *one.reasons_against) if reason.criterion == _RESEARCH]


def _facts(one: Suggestion, activity: Activity, trip: str, possible_milli: int, say: Saying) -> Iterator[Line]:
    if activity.provider and activity.provider != activity.title:
        yield Line("plain", say.phrase("by", provider=activity.provider), own=False)
    yield from _where_and_when(activity, one.row, say)
    yield Line("fact", cost(activity.cost, say.language, say.audience), label=say.phrase("cost"), own=False)
    if trip:
        yield Line("fact", trip, label=say.phrase("trip"))
    if say.audience == "coach":
        points = {"points": one.score, "low": one.score_low, "high": one.score_high, "possible": possible_milli / 1000}
        yield Line("note", say.phrase("score", **{name: round(value) for name, value in points.items()}))


def _where_and_when(activity: Activity, row: int, say: Saying) -> Iterator[Line]:
    """Place and time; of an arrangement those of each part."""
    place = where(activity.setting, activity.places, row, say.language, say.audience)
    for part in activity.parts:
        setting, places = part.setting or activity.setting, part.places or activity.places
        told = when(part.schedule or activity.schedule, say.language, say.audience)
        here = where(setting, places, row, say.language, say.audience)
        yield Line("fact", f"{told}, {here}", label=part.title, own=setting is Setting.HOME_VISIT)
    if not activity.parts:
        yield Line("fact", say.mark(place, {"setting"}), label=say.phrase("where"), own=False)
        times = when(activity.schedule, say.language, say.audience)
        yield Line(
            "fact", say.mark(times, {"schedule.is_flexible", "schedule.rules"}), label=say.phrase("when"), own=False
        )


def _trip(one: Suggestion, activity: Activity, say: Saying) -> str:
    """How long it takes, unless a reason or question tells it already."""
    told = {record.code for record in (*one.reasons_for, *one.reasons_against, *one.call_first)}
    if one.travel_minutes is None or told & _TELL_TRIP or activity.setting.value != "onsite":
        return ""
    part = activity.parts[one.part].title if one.part is not None and one.part < len(activity.parts) else None
    return say.phrase("about_trip", minutes=one.travel_minutes, mode=one.travel_mode, part=part)


def _questions(one: Suggestion, say: Saying) -> Iterator[Line]:
    """What to ask the provider, as one call, and what to ask the client."""
    provider = [question for question in one.call_first if asked_of(question) == "provider"]
    client = [question for question in one.call_first if asked_of(question) == "client"]
    who = called(one.activity)
    calling = "call_provider" if one.activity.contact.phone else "mail_provider"
    yield from say.listed(calling if who else "no_phone", provider, who=who)
    yield from say.listed("ask_client", client)
    if one.more_questions:
        topics = dict.fromkeys(label("topic", question.rule, say.language) for question in one.more_questions)
        if told := say.phrase("more_questions", count=len(one.more_questions), topics=tuple(topics)):
            yield Line("note", told)


def _small_print(one: Suggestion, say: Saying) -> Iterator[Line]:
    filled, doubted = (
        [str(record.params.get("field", "")) for record in one.from_prose if record.code == code]
        for code in ("prose.filled", "prose.contradicted")
    )
    rest = [path for path in filled if _field(path) not in say.marked | _UNTOLD]
    for name, paths in (("only_in_prose", rest), ("contradicted", doubted)):
        fields = tuple(dict.fromkeys(field_label(path, say.language) for path in paths))
        if fields and (told := say.phrase(name, fields=fields)):
            yield Line("note", told)
    if one.variety and (told := say(one.variety)):
        yield Line("note", told)


def _field(path: object) -> str:
    return str(path).split("].", 1)[-1]
