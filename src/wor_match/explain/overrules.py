"""What a coach decided otherwise: applied to a list of suggestions, and told in lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from wor_match.domain.hashes import chained
from wor_match.domain.overrule import Overrule
from wor_match.domain.suggestion import Suggestion
from wor_match.errors import InputError, Problem, UnknownIdError
from wor_match.explain.line import Line
from wor_match.explain.sentences import phrase, sentence
from wor_match.explain.wording.table import Audience, Language
from wor_match.pipeline import Run
from wor_match.ranking import Picked
from wor_match.rules import Rule
from wor_match.rules.waived import waived
from wor_match.scoring import EXPECTED

if TYPE_CHECKING:
    from wor_match.advice import Advice
    from wor_match.catalogue.catalogue import Catalogue

_Advice = TypeVar("_Advice", bound="Advice")


def followed(advice: _Advice, overrules: Sequence[Overrule], catalogue: Catalogue) -> _Advice:
    """A new advice after the overrules that it was asked for; under a STOP there is no list to change."""
    if advice.is_stopped:
        return advice
    letting = [one for one in overrules if one.kind == "let_in"]
    for one in letting:
        advice = kept(advice, one.model_copy(update={"titles": (catalogue[one.activity_ids[0]].title,)}))
    for one in overrules:
        advice = advice if one.kind == "let_in" else advice.overruled(one)
    return advice


def kept(advice: _Advice, one: Overrule) -> _Advice:
    """The advice with one more overrule in its record, and in the hash over them."""
    provenance = advice.provenance
    more = provenance.model_copy(update={"overrules_hash": chained(provenance.overrules_hash, one)})
    return advice.model_copy(update={"overrules": (*advice.overrules, one), "provenance": more})


def checked(overrules: Sequence[Overrule], as_of: date) -> tuple[Overrule, ...]:
    """The overrules, checked again where they are applied: a copy with other fields was never looked at.

    Raises
    ------
    InputError
        If one is not whole, sets aside what nobody overrules, or was decided after the day of the advice.
    """
    looked_at = tuple(one.replaced() for one in overrules)
    must_be = "must not be after the day of the advice (as_of); ask for an advice of that day"
    problems = [
        Problem("on", "after_as_of", must_be, ", ".join(one.activity_ids)) for one in looked_at if one.on > as_of
    ]
    if problems:
        raise InputError("Overrule", problems)
    return looked_at


def set_aside(rules: Sequence[Rule], letting: Sequence[Overrule], catalogue: Catalogue, k: int) -> tuple[Rule, ...]:
    """The rules, without those that are set aside for the activities that are let in.

    Raises
    ------
    InputError
        If a rule that is to be set aside is not one of these, or the list is too short for all that is let in.
    """
    if not letting:
        return tuple(rules)
    if len({one.activity_ids[0] for one in letting}) > k:
        must_be = f"must let in at most {k}, which is how long the list is; ask for a longer one"
        raise InputError("Matcher", [Problem("overrules", "more_than_k", must_be)])
    if unknown := sorted({name for one in letting for name in one.rules} - {rule.name for rule in rules}):
        problems = [Problem("overrules", "unknown_rule", "is not a rule here", name) for name in unknown]
        raise InputError("Matcher", problems)
    found = []
    for rule in rules:
        mine = tuple(catalogue.number(one.activity_ids[0]) for one in letting if rule.name in one.rules)
        found.append(waived(rule, mine) if mine else rule)
    return tuple(found)


def overruled(shown: Sequence[Suggestion], overrule: Overrule) -> tuple[tuple[Suggestion, ...], Overrule]:
    """The suggestions after a pin, hide or reorder, with new ranks; and the overrule with its titles.

    Scores, contributions and reasons stay as they are: only the order, and what is shown, changes.

    Raises
    ------
    UnknownIdError
        If an id is not among the suggestions.
    InputError
        If a new order does not name every suggestion once.
    """
    by_id = {one.activity.id: one for one in shown}
    ids = overrule.activity_ids
    if unknown := [name for name in ids if name not in by_id]:
        problems = [Problem("activity_id", "unknown_id", "is not among the suggestions", name) for name in unknown]
        raise UnknownIdError("Advice", problems)
    kept = [one for one in shown if one.activity.id not in ids]
    named = [by_id[name] for name in dict.fromkeys(ids)]
    if overrule.kind == "reorder" and (kept or len(named) != len(ids)):
        raise InputError("Advice", [Problem("activity_ids", "not_all", "must name every suggestion once")])
    after = kept if overrule.kind == "hide" else [*named, *kept]
    ranked = tuple(one.model_copy(update={"rank": rank}) for rank, one in enumerate(after, 1))
    return ranked, overrule.model_copy(update={"titles": tuple(by_id[name].activity.title for name in ids)})


def overrule_lines(overrules: Sequence[Overrule], language: Language, audience: Audience) -> Iterator[Line]:
    """What the coach decided, why, who and when; a client does not get to read it."""
    told = [text for one in overrules if (text := sentence(one, language, audience))]
    if told:
        yield Line("heading", phrase("overrules", language, audience))
        yield from (Line("point", text, own=False) for text in told)


def let_in(run: Run, numbers: Sequence[int], k: int) -> Run:
    """The run with these activities among those shown: by their score, else in the last places.

    Under a STOP nothing is let in.

    Raises
    ------
    InputError
        If one of them is still excluded, by a rule that was not named.
    """
    if run.chosen is None:
        return run
    places = {int(number): place for place, number in enumerate(run.chosen.activity)}
    if missing := [number for number in numbers if number not in places]:
        must_be = "is still excluded by another rule; Matcher.why_not tells which"
        ids = [run.scene.rows.catalogue.activities[number].id for number in missing]
        raise InputError("Matcher", [Problem("overrules", "still_excluded", must_be, name) for name in ids])
    wanted = list(dict.fromkeys(places[number] for number in numbers))
    absent = [place for place in wanted if place not in {one.place for one in run.picked}]
    others = [one for one in run.picked if one.place not in wanted]
    gone = {one.place for one in others[max(k - len(wanted), 0) :]}
    scores = run.chosen.contributions[EXPECTED].sum(axis=1)
    absent.sort(key=lambda place: -int(scores[place]))
    kept = [one for one in run.picked if one.place not in gone]
    return replace(run, picked=[*kept, *(Picked(place) for place in absent)])
