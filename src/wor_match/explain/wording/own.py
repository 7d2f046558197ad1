"""A language of a host's own: every key there, none unknown, and nothing for a client that the shipped withhold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from wor_match.domain.frozen import FrozenDict
from wor_match.errors import InputError, Problem
from wor_match.explain.codes import codes
from wor_match.explain.wording.forms import Grammar, forms
from wor_match.explain.wording.labels import Words
from wor_match.explain.wording.table import SHIPPED, Wording, slots, wording

_TAG = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_AUDIENCES = ("coach", "client")


def checked(
    tag: str,
    sentences: Mapping[str, tuple[str, str]],
    words: Mapping[str, Mapping[str, str]],
    grammar: Grammar | None,
    base: Wording | None,
    is_rtl: bool,
) -> Wording:
    """The wording; see :meth:`wor_match.explain.wording.table.Wording.of`.

    Raises
    ------
    InputError
        With all that is wrong, not the first only.
    """
    for field, given in (("sentences", sentences), ("words", words)):
        if not isinstance(given, Mapping):
            raise InputError("Wording", [Problem(field, "not_a_mapping", "must be a mapping")])
    templates, told = _templates(sentences, base), _words(words, base)
    problems = [
        *_of_shape(sentences, words),
        *_of_tag(tag),
        *_of_sentences(sentences, templates),
        *_of_words(words, told),
    ]
    grammar = grammar or (base.grammar if base else None)
    if grammar is None:
        problems.append(Problem("grammar", "missing", "must be given when there is no based_on"))
    elif not isinstance(grammar, Grammar):
        problems.append(Problem("grammar", "wrong_type", "must be of class Grammar"))
    if problems or grammar is None:
        raise InputError("Wording", problems)
    return made(tag, told, grammar, templates, is_rtl)


def made(
    tag: str,
    words: Mapping[str, Mapping[str, str]],
    grammar: Grammar,
    templates: Mapping[tuple[str, str], str],
    is_rtl: bool,
) -> Wording:
    """The wording of what was checked; its forms follow from words and grammar."""
    return Wording(
        tag=tag,
        words=words,
        grammar=grammar,
        templates=templates,
        forms=forms(grammar, Words(tag, words)),
        is_rtl=is_rtl,
    )


def _templates(sentences: Mapping[str, Any], base: Wording | None) -> Mapping[tuple[str, str], str]:
    own = {
        (code, audience): text
        for code, pair in sentences.items()
        if _is_pair(pair)
        for audience, text in zip(_AUDIENCES, pair, strict=True)
    }
    return FrozenDict({**(base.templates if base else {}), **own})


def _words(words: Mapping[str, Any], base: Wording | None) -> Mapping[str, Mapping[str, str]]:
    start = base.words if base else {}
    own = {group: found for group, found in words.items() if isinstance(found, Mapping)}
    merged = {group: FrozenDict({**start.get(group, {}), **own.get(group, {})}) for group in {**start, **own}}
    return FrozenDict(merged)


def _is_pair(pair: object) -> bool:
    return isinstance(pair, tuple | list) and len(pair) == 2 and all(isinstance(text, str) for text in pair)


def _of_shape(sentences: Mapping[str, object], words: Mapping[str, object]) -> Iterator[Problem]:
    for code, pair in sentences.items():
        if not _is_pair(pair):
            yield Problem(f"sentences.{code}", "not_a_pair", "must be two texts: for a coach and for a client")
    for group, found in words.items():
        if not isinstance(found, Mapping):
            yield Problem(f"words.{group}", "not_a_mapping", "must be words by id")


def _of_tag(tag: object) -> Iterator[Problem]:
    if not isinstance(tag, str) or not _TAG.fullmatch(tag):
        yield Problem("tag", "unusable", "must be a language tag, such as fy or nl-BE")


def _of_sentences(own: Mapping[str, Any], templates: Mapping[tuple[str, str], str]) -> Iterator[Problem]:
    """Keys that are missing or unknown, and sentences that are there for the wrong one or use what they may not."""
    for code in sorted(own.keys() - codes().keys(), key=str):
        yield Problem(f"sentences.{code}", "unknown_key", "is not a published code")
    pattern = wording("nl").templates
    for (code, audience), ours in pattern.items():
        field, theirs = f"sentences.{code}.{audience}", templates.get((code, audience), "")
        if ours and not theirs.strip():
            yield Problem(field, "missing_key", "must have a sentence")
        elif theirs and not ours:
            yield Problem(field, "not_for_them", f"must be empty: this is not told to a {audience}")
        else:
            yield from _of_slots(field, _allowed(code, audience), theirs)
            if audience == "client":
                yield from _of_parts(field, code, theirs)


def _of_parts(field: str, code: str, theirs: str) -> Iterator[Problem]:
    """Parameters that a client may not get to read must be able to fall away, as they do in the shipped sentences."""
    ours = {name for language in SHIPPED for name in _always(wording(language).templates[code, "client"])}
    may = {name for name, _ in _allowed(code, "client")}
    for name in sorted((_always(theirs) & may) - ours):
        yield Problem(field, "not_in_a_part", f"must have {{{name}}} in a [part], for it can be absent")


def _always(template: str) -> set[str]:
    return {name for name, _ in slots(re.sub(r"\[[^\[\]]*\]", "", template))}


def _allowed(code: str, audience: str) -> set[tuple[str, str]]:
    """Parameters with their form. A client's sentence may use no other than the shipped ones: they could be private."""
    if audience == "client":
        return {slot for language in SHIPPED for slot in slots(wording(language).templates[code, "client"])}
    return {(name, form) for name in codes()[code].params for form in ("", *wording("nl").forms)}


def _of_slots(field: str, allowed: set[tuple[str, str]], theirs: str) -> Iterator[Problem]:
    for name, form in slots(theirs):
        if (name, form) not in allowed:
            used = f"{name}:{form}" if form else name
            may = ", ".join(sorted({one for one, _ in allowed})) or "none"
            yield Problem(field, "unknown_parameter", f"may not use {{{used}}}; parameters here: {may}")
    if re.search(r"[{}\[\]]", re.sub(r"\{\w+(?::\w+)?\}", "", re.sub(r"\[[^\[\]]*\]", "", theirs))):
        yield Problem(field, "unbalanced", "must have whole {parameters} and [parts]")


def _of_words(own: Mapping[str, Any], told: Mapping[str, Mapping[str, str]]) -> Iterator[Problem]:
    pattern = wording("nl").words
    for group in sorted(own.keys() - pattern.keys(), key=str):
        yield Problem(f"words.{group}", "unknown_key", "is not a group of words")
    for group, ours in pattern.items():
        theirs = told.get(group, {})
        for name in sorted(theirs.keys() - ours.keys(), key=str):
            yield Problem(f"words.{group}.{name}", "unknown_key", "is not an id of this group")
        for name in ours:
            if not isinstance(theirs.get(name), str) or not theirs[name].strip():
                yield Problem(f"words.{group}.{name}", "missing_key", "must have a word")
