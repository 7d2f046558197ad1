"""Words for ids: enums from ``labels.csv`` beside this file, themes and the like from the vocabulary."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from wor_match.vocabulary.tables import read_table

#: group -> (vocabulary table, its id column)
_VOCABULARY = {
    "theme": ("themes", "theme"),
    "circumstance": ("circumstances", "circumstance"),
    "element": ("working_elements", "element"),
    "signal": ("safety_signals", "signal"),
    "speech": ("languages", "code"),
}


@cache
def labels(group: str, language: str) -> Mapping[str, str]:
    """All labels of a group by id.

    >>> labels("weekday", "nl")["tue"]
    'dinsdag'
    """
    if group in _VOCABULARY:
        table, column = _VOCABULARY[group]
        return {row[column]: row[language] for row in read_table(table)}
    rows = read_table("labels", "wor_match.explain.wording")
    return {row["id"]: row[language] for row in rows if row["group"] == group}


def label(group: str, name: object, language: str) -> str:
    """The label of one id; the id itself, without underscores, when a host's own id has none.

    >>> label("theme", "singing", "nl"), label("rule", "my_rule", "en")
    ('zingen', 'my rule')
    """
    return labels(group, language).get(str(name)) or str(name).replace("_", " ")
