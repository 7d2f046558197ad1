"""One client, told as a conversation: what a coach asks of a list, and what the library answers."""

from __future__ import annotations

from collections.abc import Iterator

from wor_match.advice import Advice
from wor_match.demo.words import TALK
from wor_match.domain.client import Client
from wor_match.explain.lines_gates import gate_lines
from wor_match.explain.sentences import sentence
from wor_match.explain.text import WIDTH, page_of, wrapped
from wor_match.explain.what_if_text import WhatIfs
from wor_match.explain.why_not import WhyNot
from wor_match.explain.wording.table import Shipped
from wor_match.matcher import Matcher

_MARGIN, _BY, _MOST = "   ", "coach 7", 3


def conversation(matcher: Matcher, client: Client, language: Shipped = "nl") -> str:
    """Questions of a coach about one client's list, each with its answer; after a STOP only what to do now."""
    words = TALK[language]
    title = words["title"].format(reference=client.reference)
    advice = matcher.recommend(client)
    if advice.is_stopped:
        return advice.to_text(language=language)
    turns = [*_about_the_list(matcher, client, advice, language), *_what_came_of_it(matcher, advice, language)]
    who = words["coach"]
    told = [f"{wrapped(f'{who}: {asked}')}\n{wrapped(answer, WIDTH, _MARGIN)}" for asked, answer in turns]
    return "\n\n".join([f"{title}\n{'=' * len(title)}", *told])


def _about_the_list(matcher: Matcher, client: Client, advice: Advice, language: Shipped) -> Iterator[tuple[str, str]]:
    words, shown = TALK[language], advice.suggestions
    yield words["list"], _list(advice, language)
    if len(shown) > 1:
        first, second = (one.activity for one in shown[:2])
        asked = words["contrast"].format(first=first.title, second=second.title)
        yield asked, advice.contrast(first.id, second.id).to_text(language=language)
    missed = _missed(matcher, client, advice)
    if missed is not None:
        yield words["why_not"].format(title=missed.title), missed.to_text(language=language)
    yield words["what_if"], WhatIfs(matcher.what_if(client)[:_MOST]).to_text(language=language)
    yield words["questions"], matcher.questions(client, most=_MOST).to_text(language=language)
    yield words["stability"], matcher.stability(client).to_text(language=language)


def _what_came_of_it(matcher: Matcher, advice: Advice, language: Shipped) -> Iterator[tuple[str, str]]:
    """What coach and client decide, and what others get to read."""
    words, day = TALK[language], advice.provenance.as_of
    if not advice.suggestions:
        return
    chosen = advice.suggestions[min(2, len(advice.suggestions) - 1)].activity
    pinned = advice.pin(chosen.id, reason=words["reason"], by=_BY, on=day)
    told = [sentence(pinned.overrules[0], language), pinned.compared(advice).to_text(language=language)]
    yield words["overrule"].format(title=chosen.title), "\n".join(told)
    aloud = pinned.read_aloud(language=language).split("\n\n")
    yield words["leaflet"], "\n".join([*aloud[:2], words["and_so_on"], aloud[-1]])
    consent = {"given_on": day, "recorded_by": _BY}
    yield words["letter"], pinned.letter([chosen.id], consent=consent, language=language)
    stored = Advice.from_json(pinned.to_json())
    yield words["replay"], matcher.replay(stored).to_text(language=language)


def _list(advice: Advice, language: Shipped) -> str:
    item, possible = TALK[language]["item"], round(advice.possible_milli / 1000)
    gates = page_of(gate_lines(advice.gates, language), WIDTH - len(_MARGIN))
    shown = [
        item.format(rank=one.rank, title=one.activity.title, points=round(one.score), possible=possible)
        for one in advice.suggestions
    ]
    return "\n".join([*([gates, ""] if gates else []), *shown])


def _missed(matcher: Matcher, client: Client, advice: Advice) -> WhyNot | None:
    """A near miss that a small change would bring in; else the first."""
    found = [matcher.why_not(client, one.activity_id) for one in advice.excluded.near_misses]
    return next((one for one in found if one.ways), found[0] if found else None)
