"""The published codes: every record that an advice can hold, with its parameters. Append-only.

``codes.csv`` beside this file lists them. A code that was once published keeps its meaning and its parameters; new
ones are added at the end of their kind. Tests hold code, list and wording tables together.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from wor_match.vocabulary.tables import Row, read_table


@dataclass(frozen=True, slots=True)
class Code:
    """One published code.

    Parameters
    ----------
    name : str
        As in ``Record.code``.
    kinds : frozenset of str
        Which records carry it: exclusion, question, reason, step, shortfall, prose, variety, words, gate,
        stability, next, change, remedy; or layout
        for headings and phrases of the text itself.
    params : mapping of str to str
        Parameter to its type: the name of the form that writes it.
    optional : frozenset of str
        Parameters that may be absent or empty.
    fields : frozenset of str
        Fields of the activity on which it rests, so that a fact that stood only in the prose can be marked.
    asked_of : str
        For a question, who knows the answer: "provider" or "client".
    """

    name: str
    kinds: frozenset[str]
    params: Mapping[str, str]
    optional: frozenset[str]
    fields: frozenset[str]
    asked_of: str


@cache
def codes() -> Mapping[str, Code]:
    """All published codes by name.

    >>> codes()["reach.too_far"].params["minutes"]
    'minutes'
    """
    return MappingProxyType({row["code"]: _code(row) for row in read_table("codes", "wor_match.explain")})


def _code(row: Row) -> Code:
    pairs = [one.split(":") for one in row["params"].split()]
    return Code(
        name=row["code"],
        kinds=frozenset(row["kind"].split("|")),
        params=MappingProxyType({name: form.removesuffix("?") for name, form in pairs}),
        optional=frozenset(name for name, form in pairs if form.endswith("?")),
        fields=frozenset(row["fields"].split("|")) - {""},
        asked_of=row["asked_of"],
    )
