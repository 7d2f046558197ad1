"""Words for ids: enums from ``labels.csv`` beside this file, themes and the like from the vocabulary."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from wor_match.domain.client import Client
from wor_match.domain.frozen import FrozenDict
from wor_match.vocabulary.tables import read_table

#: group -> (vocabulary table, its id column, its column of a language)
_VOCABULARY = {
    "theme": ("themes", "theme", "{}"),
    "complaint": ("complaints", "complaint", "{}"),
    "circumstance": ("circumstances", "circumstance", "{}"),
    "element": ("working_elements", "element", "{}"),
    "signal": ("safety_signals", "signal", "{}"),
    "what_now": ("safety_signals", "signal", "what_now_{}"),
    "finding": ("evidence", "id", "finding_{}"),
    "contact": ("contacts", "contact", "name_{}"),
    "speech": ("languages", "code", "{}"),
}


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The words of a language that is not shipped.

    Parameters
    ----------
    tag : str
        Which language, as in HTML: "fy", "nl-BE".
    words : mapping
        Group to id to word.
    """

    tag: str
    words: Mapping[str, Mapping[str, str]]


def labels(group: str, language: str | Words) -> Mapping[str, str]:
    """All labels of a group by id.

    >>> labels("weekday", "nl")["tue"]
    'dinsdag'
    """
    return shipped(group, language) if isinstance(language, str) else language.words.get(group, {})


def label(group: str, name: object, language: str | Words) -> str:
    """The label of one id; the id itself, without underscores, when a host's own id has none.

    >>> label("theme", "singing", "nl"), label("rule", "my_rule", "en")
    ('zingen', 'my rule')
    """
    return labels(group, language).get(str(name)) or str(name).replace("_", " ")


@cache
def shipped(group: str, language: str) -> Mapping[str, str]:
    """All labels of a group in a language that ships with the library."""
    if group == "intake":
        return FrozenDict({name: _field(name, language) for name in Client.model_fields})
    if group in _VOCABULARY:
        table, key, column = _VOCABULARY[group]
        return FrozenDict({row[key]: row[column.format(language)] for row in read_table(table)})
    rows = read_table("labels", "wor_match.explain.wording")
    return FrozenDict({row["id"]: row[language] for row in rows if row["group"] == group})


@cache
def groups() -> tuple[str, ...]:
    """Names of all groups of words.

    >>> {"weekday", "theme", "intake"} <= set(groups())
    True
    """
    rows = read_table("labels", "wor_match.explain.wording")
    return (*dict.fromkeys(row["group"] for row in rows), *_VOCABULARY, "intake")


def _field(name: str, language: str) -> str:
    """What a field of the intake is called."""
    extra = Client.model_fields[name].json_schema_extra
    found = extra.get("x-label") if isinstance(extra, dict) else None
    return str(found.get(language, name)) if isinstance(found, dict) else name
