"""Gates as lines. Only a coach sees them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from wor_match.domain.records import Gate
from wor_match.explain.line import Line
from wor_match.explain.sentences import phrase, sentence
from wor_match.explain.wording.labels import label
from wor_match.explain.wording.table import Language
from wor_match.vocabulary.tables import Row, read_table


def gate_lines(gates: Sequence[Gate], language: Language) -> Iterator[Line]:
    """STOP and what to do now, FIRST, reminders, and what was cleared by whom."""
    stops, firsts, reminders, cleared = (
        [gate for gate in gates if gate.level == level] for level in ("stop", "first", "remind", "cleared")
    )
    yield from _stop(stops, language)
    yield from _first(firsts, language)
    yield from _headed("remind", reminders, language)
    yield from _if_so(reminders, language)
    if reminders:
        yield Line("note", phrase("missed", language))
    yield from _headed("cleared", cleared, language)


def _stop(gates: Sequence[Gate], language: Language) -> Iterator[Line]:
    if not gates:
        return
    yield Line("banner", phrase("stop", language))
    for gate in gates:
        yield Line("plain", sentence(gate, language))
        if gate.params.get("lapsed"):
            yield Line("plain", phrase("lapsed", language))
    yield Line("label", phrase("call_whom", language))
    yield from _contacts([gate.signal for gate in gates], language)
    yield Line("note", phrase("stop_after", language))


def _first(gates: Sequence[Gate], language: Language) -> Iterator[Line]:
    if not gates:
        return
    yield Line("banner", phrase("first", language))
    for gate in gates:
        yield Line("point", sentence(gate, language))
        if gate.params.get("lapsed"):
            yield Line("plain", phrase("lapsed", language))
    yield Line("label", phrase("call_whom", language))
    yield from _contacts([gate.signal for gate in gates], language)


def _if_so(reminders: Sequence[Gate], language: Language) -> Iterator[Line]:
    """What to do, and whom to call, when asking shows that a reminder was true and it would be a stop."""
    urgent = [gate.signal for gate in reminders if gate.signal in _stops()]
    if urgent:
        yield Line("label", phrase("if_so", language))
        yield from (Line("point", label("what_now", signal, language)) for signal in dict.fromkeys(urgent))
        yield Line("label", phrase("call_whom", language))
        yield from _contacts(urgent, language)


@cache
def _stops() -> frozenset[str]:
    return frozenset(row["signal"] for row in read_table("safety_signals") if row["level"] == "stop")


def _headed(heading: str, gates: Sequence[Gate], language: Language) -> Iterator[Line]:
    if gates:
        yield Line("heading", phrase(heading, language))
        yield from (Line("point", sentence(gate, language)) for gate in gates)


def _contacts(signals: Sequence[str], language: Language) -> Iterator[Line]:
    """Whom to call for any of the signals, each once, in the order of the first signal that names them."""
    table = {row["signal"]: row["contacts"].split("|") for row in read_table("safety_signals")}
    wanted = dict.fromkeys(name for signal in signals for name in table.get(signal, ()))
    contacts = {row["contact"]: row for row in read_table("contacts")}
    yield from (Line("point", _contact(contacts[name], language)) for name in wanted if name in contacts)


def _contact(row: Row, language: Language) -> str:
    hours = label("hours", row["hours"], language) if row["hours"] else ""
    checked = row["checked_on"] if row["phone"] else ""
    name = label("contact", row["contact"], language)
    told = phrase("contact", language, name=name, phone=row["phone"], hours=hours, checked_on=checked)
    told = told[:1].upper() + told[1:]
    return told if row["phone"] else f"{told} {phrase('number_unknown', language)}"
