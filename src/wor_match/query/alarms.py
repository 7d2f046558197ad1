"""Phrases in which somebody may not be safe, wherever they stand in what was written down freely."""

from __future__ import annotations

from collections.abc import Sequence

from wor_match.query.cues import SUBJECTS, client_table, found_aside
from wor_match.query.meant_otherwise import is_meant_otherwise
from wor_match.text.reading import Reading

#: Longest part of a sentence that is quoted.
_QUOTED = 160
_AT_AN_END = "severe_low_mood"
_NO_MORE = frozenset(
    (*before, "kan", *between, "niet", "meer")
    for before in ((), ("echt",))
    for between in ((), ("echt",), ("gewoon",), ("soms",), ("zo",), ("gewoon", "echt"))
) | {("can", "not", "any", "more"), ("can", "not", "go", "on")}


def alarms_in(sentences: Sequence[Reading]) -> tuple[tuple[str, str], ...]:
    """Alarm signals that sentences name, each with the first one that does; denied ones too.

    A denied phrase ("I do not want to die") is kept: asking once more costs little, missing one costs much.

    >>> from wor_match.text.reading import reading
    >>> alarms_in([reading("Ik kan niet meer")])
    (('severe_low_mood', 'Ik kan niet meer'),)
    """
    table = client_table("alarm_phrases", "signal")
    found: dict[str, str] = {}
    for sentence in sentences:
        hits = (*table.find(sentence), *found_aside(table, sentence))
        signals = [hit.key for hit in hits if not is_meant_otherwise(hit, sentence)]
        for signal in [*signals, *([_AT_AN_END] if any(map(_is_at_an_end, sentence.clauses)) else [])]:
            said = sentence.text
            found.setdefault(signal, said if len(said) <= _QUOTED else f"{said[:_QUOTED]}…")
    return tuple(sorted(found.items()))


def _is_at_an_end(clause: Sequence[str]) -> bool:
    """Whether someone says no more than that they cannot any more; "I cannot cycle any more" is something else."""
    subject, *rest = clause or [""]
    return subject in SUBJECTS and tuple(rest) in _NO_MORE
