"""Safety gates: what the coach noticed comes before everything. The library never assesses risk."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from wor_match.domain.records import Gate
from wor_match.domain.wishes import SafetyNote
from wor_match.query.query import Query
from wor_match.vocabulary.tables import read_table


@dataclass(frozen=True, slots=True, repr=False)
class Gates:
    """All gates of one client.

    Parameters
    ----------
    records : tuple of Gate
        STOP first, then FIRST, cleared ones and reminders.
    """

    records: tuple[Gate, ...]

    @property
    def is_stopped(self) -> bool:
        """Whether a STOP stands: then there are no suggestions."""
        return any(gate.level == "stop" for gate in self.records)

    @property
    def is_conditional(self) -> bool:
        """Whether suggestions are only for after, or together with, something else."""
        return any(gate.level == "first" for gate in self.records)


_ORDER = {"stop": 0, "first": 1, "cleared": 2, "remind": 3}


def check_gates(query: Query) -> Gates:
    """The gates of a client on a date.

    A clearance holds from the day it is given to the day it expires, and lapses when the signal is noticed again
    on a later day. Alarm phrases in free text remind the coach to ask; they neither set nor clear a gate, and
    signals can be missed.

    Examples
    --------
    >>> from wor_match.domain.client import Client
    >>> from wor_match.query import compile_query
    >>> client = Client(reference="c", safety=[{"signal": "suicidal_thoughts"}])
    >>> check_gates(compile_query(client, as_of=date(2026, 11, 23))).is_stopped
    True
    """
    levels = {row["signal"]: row["level"] for row in read_table("safety_signals")}
    gates = [_gate(note, levels[note.signal], query.as_of) for note in query.client.safety]
    noticed = {note.signal for note in query.client.safety}
    gates += [
        Gate(signal=signal, level="remind", code="gate.remind", params={"signal": signal, "phrase": phrase})
        for signal, phrase in query.words.alarms
        if signal not in noticed
    ]
    return Gates(tuple(sorted(gates, key=lambda gate: (_ORDER[gate.level], gate.signal))))


def holds(note: SafetyNote, as_of: date) -> bool:
    """Whether a signal's clearance holds on a date."""
    clearance = note.clearance
    if clearance is None or not clearance.given_on <= as_of <= clearance.expires_on:
        return False
    return note.noticed_on is None or note.noticed_on <= clearance.given_on


def _gate(note: SafetyNote, level: str, as_of: date) -> Gate:
    clearance = note.clearance
    if clearance is not None and holds(note, as_of):
        params = {
            "signal": note.signal,
            "name": clearance.name,
            "role": clearance.role,
            "given_on": clearance.given_on.isoformat(),
            "expires_on": clearance.expires_on.isoformat(),
            "action": clearance.action,
        }
        return Gate(signal=note.signal, level="cleared", code="gate.cleared", params=params)
    lapsed = clearance is not None
    if level == "stop":
        return Gate(
            signal=note.signal, level="stop", code="gate.stop", params={"signal": note.signal, "lapsed": lapsed}
        )
    return Gate(signal=note.signal, level="first", code="gate.first", params={"signal": note.signal, "lapsed": lapsed})
