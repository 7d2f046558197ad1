"""Rows of the local table: what is wrong with one is named, and what may be gone is asked about, not promised."""

from __future__ import annotations

import json
from typing import Any

import pytest

from making import HOME, matcher, near
from wor_match import Client, InputError, Matcher, Remedy, load_sample
from wor_match.advice import Advice
from wor_match.cli.read import remedies
from wor_match.sample import SAMPLE_DATE

KOOR = {"title": "Zangkoor", "places": [near(0.2)], "schedule": {"rules": [{"weekday": "tue", "start": "10:00"}]}}


def advice(*offers: dict[str, Any], **row: str) -> Advice:
    found = Remedy.model_validate({"kind": "buddy", "name": "Maatje mee", "phone": "0344-000 900"} | row)
    asked = Client(reference="c-1", interests=["zingen"], home=HOME, goes_alone="no")
    return matcher(*(KOOR | one for one in offers), remedies=[found]).recommend(asked)


def told_of(*, language: str = "nl", audience: str = "coach", **row: str) -> str:
    return " ".join(advice({}, **row).to_text(language=language, audience=audience).split())


def test_what_has_to_be_asked_is_not_pointed_at_again() -> None:
    found = advice({}, {"title": "Koorzang"}, checked_on="2020-01-01")
    for audience in ("coach", "client"):
        assert "Ook hier" not in found.to_text(audience=audience)
    assert found.to_text().count("Misschien is er Maatje mee") == 1


def test_what_was_not_checked_for_two_years_is_asked_and_not_promised() -> None:
    assert "Daarvoor is er Maatje mee. Bel 0344-000 900. Nagekeken op 23 november 2024." in told_of(
        checked_on="2024-11-23"
    )
    old = told_of(checked_on="2024-11-22", cost="gratis")
    assert "Misschien is er Maatje mee. Dat is voor het laatst nagekeken op 22 november 2024. Vraag of het er" in old
    assert "Daarvoor is er" not in old
    assert "gratis" not in old
    client = told_of(checked_on="1900-01-01", audience="client")
    assert "Uw coach zoekt uit of dit hier nog bestaat." in client
    assert "Maatje mee" not in client


def test_what_was_checked_after_the_day_of_asking_is_asked() -> None:
    for language, said in (("nl", "en dat is na dit advies. Vraag of het er is."), ("en", "Ask whether it exists.")):
        assert said in told_of(checked_on="2999-01-01", language=language)
    assert "Daarvoor is er" in told_of(checked_on="2026-11-23")


def test_what_if_asks_about_an_old_row_too() -> None:
    row = Remedy(kind="buddy", name="Maatje mee", checked_on="1999-10-12")
    catalogue, clients = load_sample()
    found = Matcher(catalogue, as_of=SAMPLE_DATE, remedies=[row]).what_if(clients[12]).to_text()
    assert "Misschien is er Maatje mee." in found
    assert "Daarvoor is er" not in found


WRONG_ROW = {
    "kind": "buddy", "name": "<br>", "cost": "-5 euro", "phone": "javascript:alert(1)", "url": "javascript:x",
    "checked_on": "2026-10-12",
}  # fmt: skip


def test_all_that_is_wrong_with_a_row_is_named() -> None:
    with pytest.raises(InputError) as error:
        Remedy.model_validate(WRONG_ROW)
    assert [one.field for one in error.value.problems] == ["name", "cost", "phone", "url"]


def test_all_rows_of_a_table_are_named(tmp_path) -> None:
    table = tmp_path / "table.json"
    table.write_text(json.dumps([WRONG_ROW, {"kind": "bike", "name": "Fiets", "checked_on": "2026-10-12"}, WRONG_ROW]))
    with pytest.raises(InputError) as error:
        remedies(str(table))
    fields = ("name", "cost", "phone", "url")
    assert [(one.record, one.field) for one in error.value.problems] == [
        (f"remedy {row}", field) for row in (1, 3) for field in fields
    ]
    assert "javascript" not in str(error.value)


@pytest.mark.parametrize("cost", ["-5", "€ -5 per maand", "-€ 5", "- 5 euro", "−5 euro", "kosten: -5 euro"])
def test_no_amount_is_negative(cost: str) -> None:
    with pytest.raises(InputError, match="negative"):
        Remedy(kind="buddy", name="Maatje", cost=cost, checked_on="2026-10-12")


@pytest.mark.parametrize("cost", ["€ 5,-", "5-10 euro", "5 - 10 euro", "gratis (-18 jaar)", "€ 5 per maand", ""])
def test_amounts_and_spans_are_kept(cost: str) -> None:
    assert Remedy(kind="buddy", name="Maatje", cost=cost, checked_on="2026-10-12").cost == cost


@pytest.mark.parametrize(
    "phone", ["030-1 23", "+31 (0)30 123 45 67", "14 030", "030-1 23 of 06-12 34 toestel 4", "112"]
)
def test_a_phone_number_is_kept(phone: str) -> None:
    assert Remedy(kind="buddy", name="Maatje", phone=phone, checked_on="2026-10-12").phone == phone


@pytest.mark.parametrize("phone", ["vraag Riet", "12", "030-123; DROP", "tel:030", "((((("])
def test_what_is_no_phone_number_is_refused(phone: str) -> None:
    with pytest.raises(InputError, match="must be a phone number"):
        Remedy(kind="buddy", name="Maatje", phone=phone, checked_on="2026-10-12")


def test_texts_of_a_row_are_kept_without_markup() -> None:
    row = Remedy(
        kind="buddy", name="Maatje<br>mee", provider="De &amp; Brug", condition="Voor <b>wie</b>\u202e\nwil",
        cost="€&nbsp;5", source="<i>gids</i>", phone=" 030-1 23\u200b ", checked_on="2026-10-12",
    )  # fmt: skip
    told = (row.name, row.provider, row.condition, row.cost, row.source, row.phone)
    assert told == ("Maatje mee", "De & Brug", "Voor wie wil", "€ 5", "gids", "030-1 23")
