"""The sentences of a language: templates by code and audience, filled with the parameters of a record.

A template holds text, ``{name}`` (written by the form of the parameter's type), ``{name:form}`` (by another form), and
``[parts]`` that fall away when a parameter in them is absent or empty. An empty template for the client means that a
client never sees this code.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from wor_match.domain.frozen import FrozenDict
from wor_match.errors import InputError, Problem
from wor_match.explain.codes import codes
from wor_match.explain.wording import forms_en, forms_nl
from wor_match.explain.wording.forms import Form, Grammar
from wor_match.explain.wording.labels import Words, groups, labels, shipped
from wor_match.vocabulary.tables import read_table

Shipped = Literal["nl", "en"]
Audience = Literal["coach", "client"]
_FORMS = {"nl": forms_nl, "en": forms_en}
SHIPPED: tuple[Shipped, ...] = ("nl", "en")
_SLOT = re.compile(r"\{(\w+)(?::(\w+))?\}")
_PART = re.compile(r"\[([^\[\]]*)\]")
_EMPTY: tuple[Any, ...] = (None, "", (), [])


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Wording(Words):
    """One language: its sentences, its words, and how it writes numbers, money and times.

    Dutch and English are shipped. A host makes another with :meth:`of` and hands it in where a text is asked for:
    ``advice.to_text(language=frisian)``. Nothing is registered anywhere; it is a value like any other.

    Parameters
    ----------
    tag : str
        Which language, as in HTML: "nl", "fy".
    words : mapping
        Group to id to word.
    grammar : Grammar
    templates : mapping of (code, audience) to str
    forms : mapping of type to Form
    is_rtl : bool
        Whether it is written from right to left.
    """

    grammar: Grammar
    templates: Mapping[tuple[str, str], str]
    forms: Mapping[str, Form]
    is_rtl: bool = False

    @classmethod
    def of(
        cls,
        tag: str,
        sentences: Mapping[str, tuple[str, str]],
        words: Mapping[str, Mapping[str, str]],
        *,
        grammar: Grammar | None = None,
        based_on: Shipped | None = None,
        is_rtl: bool = False,
    ) -> Wording:
        """A language of a host's own, checked: every key is there, no key is unknown, and nothing leaks to a client.

        Parameters
        ----------
        tag : str
            Which language, as in HTML.
        sentences : mapping of str to (coach, client)
            Every published code to its two sentences, as ``wording("nl").sentences`` has them. The client's is empty
            exactly where the shipped one is: what a client does not get to read is no matter of language.
        words : mapping
            Group to id to word, as ``wording("nl").words``.
        grammar : Grammar, optional
            How it writes numbers, money and times; needed when there is no ``based_on``.
        based_on : {"nl", "en"}, optional
            What to take where ``sentences``, ``words`` or ``grammar`` say nothing, for who changes a few sentences.
        is_rtl : bool
            Whether it is written from right to left.

        Raises
        ------
        InputError
            With every key that is missing or unknown, and every parameter that a sentence may not use.

        Examples
        --------
        >>> from wor_match import load_sample, Matcher
        >>> from wor_match.sample import SAMPLE_DATE
        >>> ours = Wording.of("nl", {"text.why": ("Daarom", "Daarom")}, {}, based_on="nl")
        >>> catalogue, clients = load_sample()
        >>> text = Matcher(catalogue, as_of=SAMPLE_DATE).recommend(clients[1]).to_text(language=ours)
        >>> "Daarom:" in text, "Waarom:" in text
        (True, False)
        >>> Wording.of("nl", {"text.wy": ("Daarom", "Daarom")}, {}, based_on="nl")
        Traceback (most recent call last):
        wor_match.errors.InputError: Wording: 1 problem
          sentences.text.wy: is not a published code [unknown_key]
        """
        from wor_match.explain.wording.own import checked

        return checked(tag, sentences, words, grammar, None if based_on is None else wording(based_on), is_rtl)

    def __repr__(self) -> str:
        return f"Wording({self.tag!r})"

    def __reduce__(self) -> tuple[Any, tuple[Any, ...]]:
        # The forms are functions made of words and grammar: they are made again wherever the wording goes.
        if self.tag in SHIPPED and self is _shipped(self.tag):
            return wording, (self.tag,)
        from wor_match.explain.wording.own import made

        return made, (self.tag, self.words, self.grammar, self.templates, self.is_rtl)

    @property
    def sentences(self) -> Mapping[str, tuple[str, str]]:
        """Code to the sentence for a coach and the one for a client."""
        return {code: (self.templates[code, "coach"], self.templates[code, "client"]) for code, _ in self.templates}

    def has(self, code: str, audience: Audience) -> bool:
        """Whether this audience may see this code."""
        return bool(self.templates.get((code, audience), ""))

    def fill(self, code: str, audience: Audience, params: Mapping[str, Any]) -> str:
        """The sentence of a code; empty when this audience does not see it.

        A code that is not published (of a host's own rule) is shown to a coach as it stands.
        """
        template = self.templates.get((code, audience))
        if template is None:
            return code if audience == "coach" and code not in codes() else ""
        known = codes()[code].params
        kept = _PART.sub(lambda part: part[1] if _complete(part[1], params) else "", template)
        return _SLOT.sub(lambda slot: self._write(slot, known, params, audience), kept)

    def _write(self, slot: re.Match[str], known: Mapping[str, str], params: Mapping[str, Any], audience: str) -> str:
        value = params.get(slot[1])
        form = slot[2] or known[slot[1]]
        special = labels(f"{form}_{audience}", self)
        if special and str(value) in special:
            return special[str(value)]
        if value is None:
            return ""
        try:
            return self.forms[form](value, params)
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError):
            problem = Problem(f"params.{slot[1]}", "unusable", f"must be what {form!r} can be written of")
        raise InputError("Wording", [problem])  # here, so that the error that quotes the value is not its context


def slots(template: str) -> list[tuple[str, str]]:
    """Parameters of a template with the form asked for, empty where it is the type's own.

    >>> slots("Best ver: {minutes} {mode:travelling}.")
    [('minutes', ''), ('mode', 'travelling')]
    """
    return [(slot[1], slot[2] or "") for slot in _SLOT.finditer(template)]


Language = Shipped | Wording


def wording(language: Language) -> Wording:
    """The wording of a language; one of a host's own is its own wording.

    Raises
    ------
    InputError
        If it is neither.

    >>> wording("nl").fill("places.wait", "client", {"weeks": 2})
    'De wachttijd is 2 weken.'
    """
    if isinstance(language, Wording):
        return language
    if not isinstance(language, str) or language not in SHIPPED:
        problem = Problem("language", "unknown_language", f"must be one of {', '.join(SHIPPED)}, or a Wording")
        raise InputError("Wording", [problem])
    return _shipped(language)


@cache
def _shipped(language: Shipped) -> Wording:
    rows = read_table(language, "wor_match.explain.wording")
    templates = {(row["code"], audience): row[audience] for row in rows for audience in ("coach", "client")}
    words = {group: shipped(group, language) for group in groups()}
    module = _FORMS[language]
    return Wording(
        tag=language,
        words=FrozenDict(words),
        grammar=module.GRAMMAR,
        templates=FrozenDict(templates),
        forms=module.FORMS,
    )


def _complete(part: str, params: Mapping[str, Any]) -> bool:
    return all(params.get(name) not in _EMPTY for name, _ in slots(part))
