"""Sentences of listings that tell of something else, of one part, or that it is not so any more."""

import pytest

from wor_match import Activity
from wor_match.catalogue.marks import CONTRADICTED
from wor_match.catalogue.notice import notice


def noticed(text, **facts):
    listing = {"id": "a", "title": "Wandelgroep De Merel", "description": text, "places": [{"postcode": "4103"}]}
    return notice(Activity.model_validate(listing | facts))


@pytest.mark.parametrize(
    "text",
    [
        "Niet alleen voor 65-plussers.",
        "Niet uitsluitend voor 50-plussers.",
        "Deze groep is er niet enkel voor 60-plussers.",
        "Ook geschikt voor senioren vanaf 70 jaar.",
        "Het is niet verplicht om 55 jaar of ouder te zijn.",
        "65+'ers krijgen korting.",
    ],
)
def test_some_among_more_are_no_rule_of_age(text):
    assert noticed(text).group.age_min is None
    assert noticed(text, group={"age_min": 18}).group.age_min == 18


def test_who_is_younger_may_come_too():
    assert noticed("Iedereen vanaf 55 jaar, maar 50 mag ook.").group.age_is_hard is False
    assert noticed("Iedereen vanaf 55 jaar.").group.age_is_hard is True


@pytest.mark.parametrize(
    "text",
    [
        "Bij de balie werken alleen vrouwen.",
        "Ik dacht eerst dat het alleen voor vrouwen was, vertelt Henk.",
        "Alleen vrouwen die al lid zijn betalen minder.",
        "Wij organiseren ook activiteiten alleen voor vrouwen.",
        "Tot vorig jaar alleen voor mannen.",
    ],
)
def test_a_gender_that_is_told_of_something_else_is_asked(text):
    found = noticed(text)
    assert found.group.gender_rule is None
    assert found.provenance["group.gender_rule"] == CONTRADICTED


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Voor vrouwen die graag wandelen.", "women"),
        ("Wij zijn een vrouwenkoor.", "women"),
        ("Wij zijn een mannenkoor en zoeken tenoren.", "men"),
        ("Heren onder elkaar: klussen en koffie.", "men"),
    ],
)
def test_a_group_that_names_its_gender(text, rule):
    assert noticed(text).group.gender_rule == rule


def test_waiting_language_and_referral_of_something_else():
    assert noticed("Bij de ggz is de wachttijd 20 weken, hier kunt u direct terecht.").capacity.waiting_weeks is None
    assert noticed("De wachttijd is 6 weken.").capacity.waiting_weeks == 6
    assert noticed("De website is ook in het Engels te lezen.").language.languages == ()
    assert (
        noticed("U heeft een verwijsbrief nodig voor fysiotherapie, niet voor deze groep.").group.referral_required
        is None
    )


@pytest.mark.parametrize(
    "text",
    [
        "Bij voldoende belangstelling starten we een tweede groep op donderdagavond.",
        "De winkel is open op zaterdag van 10 tot 16 uur. De wandelgroep loopt in overleg.",
    ],
)
def test_hours_of_something_else(text):
    assert noticed(text).schedule.rules == ()


@pytest.mark.parametrize(
    ("need", "text"),
    [
        ("step_free", "Voor rolstoelen is het gebouw niet geschikt."),
        ("step_free", "Je moet twaalf treden op naar de zaal."),
        ("step_free", "Er zijn drie treden bij de voordeur."),
        ("step_free", "We zitten op zolder, via een smalle wenteltrap."),
        ("step_free", "Er is een traplift, maar die is al maanden kapot."),
        ("step_free", "De lift wordt dit najaar vervangen en is dan buiten gebruik."),
        ("accessible_toilet", "Het toilet is boven, twee trappen op."),
        ("accessible_toilet", "Het toilet is te klein voor een rolstoel."),
        ("hearing_loop", "De ringleiding is kapot."),
    ],
)
def test_a_ticked_box_against_which_the_words_speak_is_asked(need, text):
    found = noticed(text, places=[{"postcode": "4103", "access": {need: True}}])
    assert getattr(found.places[0].access, need) is None
    assert found.provenance[f"places[0].access.{need}"] == CONTRADICTED
    assert getattr(noticed(text).places[0].access, need) is False


@pytest.mark.parametrize(
    "text",
    [
        "Gelijkvloers, behalve het atelier.",
        "De ingang is gelijkvloers, het atelier is boven.",
        "Het oude pand had geen lift; het nieuwe wel.",
    ],
)
def test_of_one_part_or_another_building_it_is_asked(text):
    found = noticed(text)
    assert found.places[0].access.step_free is None
    assert found.provenance["places[0].access.step_free"] == CONTRADICTED


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Wegens gebrek aan belangstelling gestopt.", "ended"),
        ("Let op: deze activiteit is vervallen.", "ended"),
        ("Gaat voorlopig niet door.", "paused"),
    ],
)
def test_what_stopped(text, status):
    assert noticed(text).status == status
    assert noticed(text, status="active").provenance["status"] == CONTRADICTED


def test_what_is_closed_until_a_month_of_some_year_is_asked():
    found = noticed("In verband met verbouwing gesloten tot april.")
    assert found.status is None
    assert found.provenance["status"] == CONTRADICTED


def test_full_and_dearer_than_ticked_is_asked():
    assert noticed("We zitten helaas bomvol.").capacity.is_full is True
    full = noticed("We zitten helaas bomvol.", capacity={"is_full": False})
    assert full.capacity.is_full is None
    dear = noticed("U betaalt 7,50 euro per keer.", cost={"amount_eur": 0})
    assert dear.provenance["cost.amount_eur"] == CONTRADICTED
