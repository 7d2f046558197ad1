"""The letter back to the referrer and the notebook preview."""

from __future__ import annotations

from datetime import date

import pytest

from wor_match import InputError, Matcher, UnknownIdError, load_sample
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


def test_nothing_chosen_and_stopped(advices):
    for name in ("c-02", "c-16"):
        assert "Er is nog niets gekozen." in advices[name].letter(consent=True)
    assert "STOP" not in advices["c-16"].letter(consent=True)


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
