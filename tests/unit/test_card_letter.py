"""The letter back to the referrer and the notebook preview."""

from __future__ import annotations

from datetime import date

import pytest

from wor_match import Advice, InputError, Matcher, UnknownIdError, load_sample
from wor_match.explain.card.letter import Consent
from wor_match.sample import SAMPLE_DATE

GIVEN = {"given_on": date(2026, 11, 20), "recorded_by": "coach 7"}


@pytest.fixture(scope="module")
def advices():
    catalogue, clients = load_sample()
    matcher = Matcher(catalogue, as_of=SAMPLE_DATE)
    return {one.reference: matcher.recommend(one, 5) for one in clients}


@pytest.mark.parametrize("consent", [False, None, 1, "ja", {}, {"given_on": "2026-11-20"}])
def test_no_letter_without_consent(advices, consent):
    with pytest.raises(InputError):
        advices["c-02"].letter(["mens-shed"], consent=consent)


def test_the_error_says_what_is_missing(advices):
    with pytest.raises(InputError, match="consent: must be the client's own consent to this letter") as caught:
        advices["c-02"].letter(["mens-shed"])
    assert caught.value.problems[0].code == "no_consent"


def test_a_letter_tells_contact_choice_and_when_it_is_looked_at_again(advices):
    text = advices["c-02"].letter(
        ["mens-shed"],
        consent=GIVEN,
        contact_on=date(2026, 11, 19),
        follow_up_on=date(2027, 2, 1),
        to="dr. A",
        sender="B",
    )
    assert text.splitlines() == [
        "Bericht over uw verwijzing",
        "Datum: maandag 23 november 2026",
        "Aan: dr. A",
        "Van: B",
        "Kenmerk: c-02",
        "Naam (zelf invullen): ____________________",
        "Er is contact geweest met de persoon die u verwees, op donderdag 19 november 2026.",
        "Samen gekozen:",
        "- Men's Shed De Werkbank",
        "Op of rond maandag 1 februari 2027 vragen wij hoe het gaat.",
        "Voor dit bericht is toestemming gegeven op vrijdag 20 november 2026, vastgelegd door coach 7.",
        "Meer gegevens staan hier met opzet niet in.",
    ]
    assert advices["c-02"].letter(["mens-shed"], consent=Consent(**GIVEN)).endswith(text[-60:])


def test_consent_may_be_kept_by_the_host(advices):
    text = advices["c-02"].letter(chosen=["mens-shed"], consent=True, language="en")
    assert "Consent for this message was given." in text
    assert "On or around Monday 22 February 2027 we ask how it goes." in text


def test_where_nothing_is_chosen_no_day_is_promised_that_counts_from_a_start(advices):
    text = advices["c-02"].letter(consent=True)
    assert "Er is nog niets gekozen." in text
    assert "2027" not in text
    assert "vragen wij hoe het gaat" not in text
    asked = advices["c-02"].letter(consent=True, follow_up_on=date(2026, 12, 7))
    assert "Op of rond maandag 7 december 2026 vragen wij hoe het gaat." in asked


@pytest.mark.parametrize("consent", [True, False, GIVEN])
def test_after_a_stop_there_is_no_routine_letter(advices, consent):
    with pytest.raises(InputError, match=r"safety comes first. Do what advice.gates says") as caught:
        advices["c-16"].letter(consent=consent)
    assert [(one.field, one.code) for one in caught.value.problems] == [("advice", "stopped")]


def test_a_stop_with_suggestions_that_somebody_put_there_gives_nothing(advices):
    forged = advices["c-16"].model_copy(update={"suggestions": advices["c-02"].suggestions, "shortfall": None})
    stored = Advice.from_json(forged.to_json())
    first, second = (one.activity.id for one in stored.suggestions[:2])
    for made in (lambda: stored.letter([first], consent=True), lambda: stored.contrast(first, second)):
        with pytest.raises(InputError, match="stopped"):
            made()
    assert len(stored.to_frame()) == 0
    assert "STOP" in stored.to_text()


def test_a_redacted_advice_gives_no_letter(advices):
    with pytest.raises(InputError, match="the client's reference was removed"):
        advices["c-02"].redact().letter(["mens-shed"], consent=True)


def test_consent_is_given_at_the_latest_on_the_day_of_the_letter(advices):
    agreed = {"given_on": date(2026, 11, 24), "recorded_by": "coach 7"}
    with pytest.raises(InputError, match=r"consent.given_on: must not be after the letter") as caught:
        advices["c-02"].letter(["mens-shed"], consent=agreed, follow_up_on=date(2026, 11, 22))
    assert [one.field for one in caught.value.problems] == ["consent.given_on", "follow_up_on"]
    text = advices["c-02"].letter(["mens-shed"], consent=agreed, contact_on=date(2026, 11, 24))
    assert "Datum: dinsdag 24 november 2026" in text
    assert advices["c-02"].letter(["mens-shed"], consent=agreed | {"given_on": date(2026, 11, 23)})


def test_what_is_still_to_be_done_is_not_before_the_letter(advices):
    later = {"contact_on": date(2026, 12, 1), "follow_up_on": date(2026, 11, 30)}
    with pytest.raises(InputError, match="follow_up_on: must not be before the letter"):
        advices["c-02"].letter(["mens-shed"], consent=True, **later)
    assert advices["c-02"].letter(["mens-shed"], consent=True, follow_up_on=date(2026, 11, 23))


@pytest.mark.parametrize("name", ["\u200b", "\u202e", " \u2060\u200d", "\u3164", "\u0301"])
def test_who_recorded_consent_can_be_read(advices, name):
    with pytest.raises(InputError, match="recorded_by: must name who wrote it down"):
        advices["c-02"].letter(["mens-shed"], consent=GIVEN | {"recorded_by": name})


def test_no_choice_at_all_is_no_list(advices):
    with pytest.raises(InputError, match="chosen: must be a list"):
        advices["c-02"].letter(None, consent=True)


def test_only_suggestions_can_be_chosen(advices):
    with pytest.raises(UnknownIdError):
        advices["c-02"].letter(["nergens"], consent=True)
    with pytest.raises(InputError, match="must be a list"):
        advices["c-02"].letter("mens-shed", consent=True)


def test_a_stopped_preview_says_only_where_to_look(advices):
    assert advices["c-16"]._repr_html_() == '<p lang="en">see advice.gates</p>'


def test_a_preview_tells_names_and_scores_and_nothing_of_the_client(advices):
    one = advices["c-02"].suggestions[0]
    shown = advices["c-02"]._repr_html_()
    assert "Men&#x27;s Shed De Werkbank" in shown
    assert f"{one.score:.1f}" in shown
    assert "c-02" not in shown
    assert "timmeren" not in shown
