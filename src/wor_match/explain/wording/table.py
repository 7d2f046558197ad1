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

from wor_match.explain.codes import codes
from wor_match.explain.wording import forms_en, forms_nl
from wor_match.explain.wording.forms import Form, Grammar
from wor_match.explain.wording.labels import labels
from wor_match.vocabulary.tables import read_table

Language = Literal["nl", "en"]
Audience = Literal["coach", "client"]
_SLOT = re.compile(r"\{(\w+)(?::(\w+))?\}")
_PART = re.compile(r"\[([^\[\]]*)\]")
_EMPTY: tuple[Any, ...] = (None, "", (), [])


@dataclass(frozen=True, slots=True)
class Wording:
    """One language.

    Parameters
    ----------
    templates : mapping of (code, audience) to str
    forms : mapping of type to Form
    """

    language: Language
    grammar: Grammar
    templates: Mapping[tuple[str, str], str]
    forms: Mapping[str, Form]

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
        special = labels(f"{form}_{audience}", self.language)
        if special and str(value) in special:
            return special[str(value)]
        return self.forms[form](value, params) if value is not None else ""


def slots(template: str) -> list[tuple[str, str]]:
    """Parameters of a template with the form asked for, empty where it is the type's own.

    >>> slots("Best ver: {minutes} {mode:travelling}.")
    [('minutes', ''), ('mode', 'travelling')]
    """
    return [(slot[1], slot[2] or "") for slot in _SLOT.finditer(template)]


@cache
def wording(language: Language) -> Wording:
    """The wording of a language.

    >>> wording("nl").fill("places.wait", "client", {"weeks": 2})
    'De wachttijd is 2 weken.'
    """
    rows = read_table(language, "wor_match.explain.wording")
    templates = {(row["code"], audience): row[audience] for row in rows for audience in ("coach", "client")}
    module = forms_nl if language == "nl" else forms_en
    return Wording(language, module.GRAMMAR, templates, module.FORMS)


def _complete(part: str, params: Mapping[str, Any]) -> bool:
    return all(params.get(name) not in _EMPTY for name, _ in slots(part))
