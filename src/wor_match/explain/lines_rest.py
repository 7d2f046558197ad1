"""What stands before and after the suggestions: own words, shortfall, near misses, counts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from wor_match.explain.line import Line
from wor_match.explain.sentences import asked_of, phrase, sentence
from wor_match.explain.whom import called
from wor_match.explain.wording.labels import label
from wor_match.explain.wording.table import Audience, Language

if TYPE_CHECKING:
    from wor_match.advice import Advice, Excluded


def word_lines(advice: Advice, language: Language, audience: Audience) -> Iterator[Line]:
    """What was read in free text, for the coach to check."""
    told = [text for record in advice.read_from_words if (text := sentence(record, language, audience))]
    if told:
        yield Line("heading", phrase("read_words", language, audience))
        yield from (Line("point", text) for text in told)
    missed = advice.not_understood and phrase("not_understood", language, audience, phrases=advice.not_understood)
    if missed:
        yield Line("note", missed)


def after_lines(advice: Advice, language: Language, audience: Audience) -> Iterator[Line]:
    """Shortfall, one call for several activities, near misses, why others fell out, and who decides."""
    told = sentence(advice.shortfall, language, audience) if advice.shortfall else ""
    if not advice.suggestions:
        told = phrase("nothing_yet", language, audience) or told
    if told:
        yield Line("remark", told)
    if audience == "coach":
        yield from _calls(advice, language)
        yield from _near(advice.excluded, language)
        yield from _others(advice.excluded, language)
    yield Line("remark", phrase("closing", language, audience))


def _calls(advice: Advice, language: Language) -> Iterator[Line]:
    """Providers that have to be asked about more than one activity."""
    about: dict[str, list[str]] = defaultdict(list)
    for one in advice.suggestions:
        who = called(one.activity)
        if one.activity.contact.phone and any(asked_of(question) == "provider" for question in one.call_first):
            about[who].append(one.activity.title)
    for who, titles in about.items():
        if len(titles) > 1:
            yield Line("remark", phrase("one_call", language, who=who, titles=tuple(titles)))


def _near(excluded: Excluded, language: Language) -> Iterator[Line]:
    if not excluded.near_misses:
        return
    yield Line("heading", phrase("near_misses", language))
    for one in excluded.near_misses:
        why = sentence(one.exclusion, language)
        yield Line("point", phrase("near_miss", language, title=one.title, text=why[:1].lower() + why[1:]))


def _others(excluded: Excluded, language: Language) -> Iterator[Line]:
    most_first = sorted(excluded.counts.items(), key=lambda pair: (-pair[1], pair[0]))
    told = [f"{count} {label('rule', name, language)}" for name, count in most_first]
    if told or excluded.below_floor or excluded.not_shown:
        yield Line("heading", phrase("others", language))
    if told:
        yield Line("plain", ", ".join(told) + ".")
    for name, count in (("below_floor", excluded.below_floor), ("not_shown", excluded.not_shown)):
        if count:
            yield Line("plain", phrase(name, language, count=count))
    if excluded.via_care:
        yield Line("plain", phrase("via_care", language, titles=tuple(one.title for one in excluded.via_care)))
