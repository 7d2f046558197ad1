"""Safety gates: what the coach noticed comes before everything, and only a valid clearance sets it aside."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from wor_match import Client, InputError, Matcher
from wor_match.catalogue.catalogue import Catalogue
from wor_match.gates import Gates, check_gates
from wor_match.query import compile_query
from wor_match.testing import TODAY, a_client, an_activity
from wor_match.vocabulary.tables import read_table

LEVELS = {row["signal"]: row["level"] for row in read_table("safety_signals")}
STOP, FIRST = "suicidal_thoughts", "debts"


def day(days: int) -> date:
    return TODAY + timedelta(days=days)


def clearance(given: int, expires: int) -> dict[str, Any]:
    return {
        "name": "A. Arts",
        "role": "huisarts",
        "given_on": day(given),
        "action": "samen besproken",
        "expires_on": day(expires),
    }


def gates(*notes: dict[str, Any], own_words: str = "", as_of: date = TODAY) -> Gates:
    client = Client.model_validate({"reference": "c", "safety": notes, "own_words": own_words})
    return check_gates(compile_query(client, as_of=as_of))


def levels(found: Gates) -> list[tuple[str, str]]:
    return [(gate.signal, gate.level) for gate in found.records]


@pytest.mark.parametrize(("signal", "level"), sorted(LEVELS.items()))
def test_every_signal_stops_or_comes_first(signal: str, level: str) -> None:
    found = gates({"signal": signal})
    assert levels(found) == [(signal, level)]
    assert (found.is_stopped, found.is_conditional) == (level == "stop", level == "first")
    assert found.records[0].code == f"gate.{level}"
    assert found.records[0].params == {"signal": signal, "lapsed": False}


def test_nothing_noticed_is_no_gate() -> None:
    found = gates()
    assert found.records == ()
    assert not found.is_stopped
    assert not found.is_conditional


@pytest.mark.parametrize("signal", [STOP, FIRST])
@pytest.mark.parametrize(
    ("why", "given", "expires", "noticed", "holds"),
    [
        ("given today, expires today", 0, 0, None, True),
        ("expires tomorrow", -5, 1, None, True),
        ("expired yesterday", -5, -1, None, False),
        ("given tomorrow", 1, 5, None, False),
        ("noticed before it was given", -5, 5, -6, True),
        ("noticed on the day that it was given", -5, 5, -5, True),
        ("noticed again a day later", -5, 5, -4, False),
        ("noticed again today", -5, 5, 0, False),
    ],
)
def test_clearance(signal: str, why: str, given: int, expires: int, noticed: int | None, holds: bool) -> None:
    note = {"signal": signal, "clearance": clearance(given, expires)}
    if noticed is not None:
        note["noticed_on"] = day(noticed)
    found = gates(note)
    assert levels(found) == [(signal, "cleared" if holds else LEVELS[signal])], why
    assert found.is_stopped is (signal == STOP and not holds)
    assert found.is_conditional is (signal == FIRST and not holds)
    if not holds:
        assert found.records[0].params == {"signal": signal, "lapsed": True}


def test_a_clearance_is_part_of_the_result() -> None:
    found = gates({"signal": STOP, "clearance": clearance(-5, 5)})
    assert found.records[0].code == "gate.cleared"
    assert found.records[0].params == {
        "signal": STOP,
        "name": "A. Arts",
        "role": "huisarts",
        "given_on": day(-5).isoformat(),
        "expires_on": day(5).isoformat(),
        "action": "samen besproken",
    }


@pytest.mark.parametrize("field", ["name", "role", "action"])
@pytest.mark.parametrize("said", ["  ", "\u200b", "\u202e\u3164"])
def test_a_clearance_says_something_that_can_be_read(field: str, said: str) -> None:
    with pytest.raises(InputError, match="name, role and action must say something"):
        gates({"signal": STOP, "clearance": clearance(-5, 5) | {field: said}})


def test_a_clearance_names_who_and_until_when() -> None:
    with pytest.raises(InputError, match=r"safety\[0\].clearance.expires_on"):
        gates({"signal": STOP, "clearance": {**clearance(0, 0), "expires_on": None}})
    with pytest.raises(InputError, match="must not be before"):
        gates({"signal": STOP, "clearance": clearance(0, -1)})


def test_stop_first_then_cleared_then_reminders_each_by_signal() -> None:
    found = gates(
        {"signal": "housing"},
        {"signal": "violence", "clearance": clearance(-1, 1)},
        {"signal": "debts"},
        {"signal": "crisis"},
        own_words="Soms wil ik er niet meer zijn.",
    )
    assert levels(found) == [
        ("crisis", "stop"),
        ("debts", "first"),
        ("housing", "first"),
        ("violence", "cleared"),
        (STOP, "remind"),
    ]


def test_a_signal_noted_twice_stands_until_both_are_cleared() -> None:
    cleared = {"signal": STOP, "clearance": clearance(-1, 1)}
    assert gates(cleared, {"signal": STOP}).is_stopped
    assert not gates(cleared, cleared).is_stopped


def test_an_alarm_phrase_reminds_and_never_stops() -> None:
    found = gates(own_words="Ik zou het liefst er niet meer zijn. Soms denk ik aan zelfmoord.")
    assert levels(found) == [(STOP, "remind")]
    assert found.records[0].code == "gate.remind"
    assert found.records[0].params["phrase"]
    assert not found.is_stopped
    assert not found.is_conditional


def test_a_denied_alarm_phrase_reminds_too() -> None:
    assert levels(gates(own_words="Ik wil niet dood.")) in ([(STOP, "remind")], [])  # it may miss, it never stops
    assert levels(gates(own_words="Nee, ik denk niet aan zelfmoord.")) == [(STOP, "remind")]


def test_an_alarm_phrase_neither_doubles_nor_clears_what_was_noticed() -> None:
    words = "Soms denk ik aan zelfmoord."
    assert levels(gates({"signal": STOP}, own_words=words)) == [(STOP, "stop")]
    assert levels(gates({"signal": STOP, "clearance": clearance(-1, 1)}, own_words=words)) == [(STOP, "cleared")]


def test_a_stop_leaves_no_suggestions_and_a_first_leaves_all() -> None:
    matcher = Matcher(Catalogue.from_activities([an_activity()]), as_of=TODAY)
    stopped = matcher.recommend(a_client(safety=[{"signal": STOP}]))
    assert stopped.is_stopped
    assert stopped.suggestions == ()
    assert stopped.excluded.total == 0
    assert stopped.shortfall is not None
    assert stopped.shortfall.code == "shortfall.stopped"
    first, free = matcher.recommend(a_client(safety=[{"signal": FIRST}])), matcher.recommend(a_client())
    assert first.suggestions == free.suggestions
    assert [gate.level for gate in first.gates] == ["first"]
