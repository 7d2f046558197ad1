"""The plan as it is read: short, nothing twice, remedies in full once, and once when there is contact again."""

from __future__ import annotations

from typing import Any

import pytest

from making import HOME, matcher, near
from wor_match import Client, Matcher, Remedy, load_sample, load_sample_remedies
from wor_match.advice import Advice
from wor_match.explain.address import addressing
from wor_match.explain.lines import as_lines
from wor_match.explain.lint import lint
from wor_match.sample import SAMPLE_DATE

ROWS = load_sample_remedies()
CATALOGUE, PEOPLE = load_sample()
MATCHER = Matcher(CATALOGUE, as_of=SAMPLE_DATE, remedies=ROWS)
KOOR = {"title": "Zangkoor", "places": [near(0.2)], "schedule": {"rules": [{"weekday": "tue", "start": "10:00"}]}}


def advice(*offers: dict[str, Any], remedies: Any = ROWS, **client: Any) -> Advice:
    asked = Client(**{"reference": "c-1", "interests": ["zingen"], "home": HOME, **client})
    return matcher(*(KOOR | one for one in offers), remedies=remedies).recommend(asked)


def words(found: Advice, **how: Any) -> str:
    return " ".join(found.to_text(**how).split())


def test_a_remedy_is_told_in_full_once_and_then_pointed_at() -> None:
    found = advice({}, {"title": "Koorzang"}, goes_alone="no")
    for audience, phones in (("coach", 1), ("client", 0)):
        text = words(found, audience=audience)
        assert text.count("Daarvoor is er Maatje mee") == 1
        assert text.count("0344-000 900") == phones
        assert "Ook hier: Maatje mee (zie nummer 1)." in text
    bare = words(advice({}, {"title": "Koorzang"}, goes_alone="no", remedies=()))
    assert bare.count("Is er hier iemand die de eerste keer mee kan gaan? Dat is nog niet bekend.") == 1
    assert "Maatje" not in bare


def test_the_number_is_that_of_the_list_as_it_stands() -> None:
    found = advice({}, {"title": "Koorzang"}, goes_alone="no")
    second = found.suggestions[1].activity.id
    said = {"reason": "zij kent daar iemand", "by": "coach-7", "on": SAMPLE_DATE}
    text = found.pin(second, **said).to_text()
    assert text.index("Daarvoor is er Maatje mee") < text.index("Ook hier: Maatje mee (zie nummer 1).")


def test_when_there_is_contact_again_is_told_once_with_dates_when_there_is_one_idea() -> None:
    for audience in ("coach", "client"):
        one, two = (words(advice(*offers), audience=audience) for offers in ([{}], [{}, {"title": "Koorzang"}]))
        assert one.count("maandag 7 december") == two.count("maandag 7 december") == 1
        assert "23 februari 2027" in one
        assert "februari" not in two
    assert "twee weken" not in words(advice({"status": "ended"}))
    stopped = advice({}, safety=[{"signal": "crisis"}])
    assert "twee weken" not in words(stopped)


def test_what_a_fact_or_question_tells_is_not_told_again() -> None:
    assert "eerste maand" not in words(advice({"cost": {"amount_eur": 0}}))
    assert "eerste maand" not in words(advice({"cost": {"amount_eur": 5, "per": "month"}}))
    assert "€ 11" in words(advice({"cost": {"amount_eur": 2.5, "per": "time"}}))
    assert "Vraag wat het de eerste maand kost." in words(advice({}))
    asked = words(advice({}, budget_eur_per_month=10))
    assert "Wat kost het per keer of per maand?" in asked
    assert "Vraag wat het de eerste maand kost." not in asked
    on_foot = words(advice({}, travel={"modes": ["walk"], "max_minutes": 30}))
    assert on_foot.count("minuten lopen") == 1
    ill = advice({"cost": {"amount_eur": 20, "per": "month", "has_reduction": True}}, has_city_pass=True)
    assert "Vraag naar de korting met uw stadspas." in words(ill, audience="client")


@pytest.mark.parametrize("person", PEOPLE, ids=lambda one: one.reference)
def test_every_plan_of_the_sample_reads_plainly_and_stays_short(person: Client) -> None:
    found = MATCHER.recommend(person)
    for language in ("nl", "en"):
        lines = [line for line in as_lines(found, language, "client") if line.own]
        assert [each for line in lines for each in lint(line.text, language)] == []
    for one in as_lines(found, addressing("nl", "je"), "client"):
        assert not one.own or " u " not in f" {one.text.lower().strip('.?')} "
    for audience in ("coach", "client"):
        told, under = 0, False
        for line in as_lines(found, "nl", audience):
            under = line.name == "first_step" or (under and line.role == "point")
            told = told + 1 if under else 0
            assert told <= 7, "a heading and at most six steps"


def test_letters_hold_no_plan() -> None:
    found = MATCHER.recommend(PEOPLE[5])
    letter = found.letter([found.suggestions[0].activity.id], consent=True)
    assert "Maatje mee" not in letter
    assert "eerste maand" not in letter


def test_a_leaflet_and_a_card_tell_the_plan() -> None:
    bus, cost = {"modes": ["bus"]}, {"amount_eur": 2.5, "per": "time"}
    found = advice({"cost": cost}, goes_alone="no", readiness=2, travel=bus)
    assert '<a href="tel:0344000900">' in found.to_html()
    for page in (found.to_html(), found.leaflet(), found.to_html(audience="client")):
        assert "Maatje mee" in page
        assert "ongeveer €\N{NO-BREAK SPACE}11" in page
        assert "hoe laat de bus gaat" in page
        assert "twee weken" in page
    assert "Wil je dat er de eerste keer een maatje meegaat?" in found.leaflet(address="je")
    assert "ongeveer 11 euro" in found.read_aloud()


def test_a_plan_is_stored_made_again_and_removed() -> None:
    found = MATCHER.recommend(PEOPLE[5])
    stored = Advice.from_json(found.to_json())
    assert stored == found
    assert MATCHER.replay(stored).is_same
    fewer = Matcher(CATALOGUE, as_of=SAMPLE_DATE, remedies=ROWS[1:])
    assert fewer.replay(stored).changed == ("remedies",)
    assert "welke hulp er in de buurt is" in fewer.replay(stored).to_text()
    assert not [one for one in found.redact().suggestions if one.first_step]


def test_rows_of_a_host_are_escaped() -> None:
    row = Remedy(kind="buddy", name="Maatje", checked_on="2026-10-12").model_copy(update={"name": "<b>Maatje</b>"})
    page = advice({}, goes_alone="no", remedies=[row]).to_html()
    assert "<b>Maatje" not in page
    assert "&lt;b&gt;Maatje" in page
