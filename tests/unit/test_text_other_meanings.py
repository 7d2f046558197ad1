"""Words that look like a wish or a subject, and mostly are none."""

import pytest

from wor_match.query.no_answer import themes_said
from wor_match.query.own_words import read_own_words
from wor_match.text.reading import reading
from wor_match.text.themes import default_reader


def named(text):
    return {theme for theme, weight in default_reader().read(text).items() if weight >= 0.35}


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("iemand buiten de familie", "outdoors"),
        ("na een fietsongeluk", "cycling"),
        ("de leesbril is kwijt", "reading"),
        ("kwam als bootvluchteling", "water_sports"),
        ("een paar mensen buiten het werk", "outdoors"),
        ("iets buitenshuis", "outdoors"),
        ("hij kent het boekje vanbuiten", "outdoors"),
        ("gesloten in de schoolvakanties", "outings"),
        ("in de kerstvakantie zijn we dicht", "outings"),
        ("we werken aan een lange tafel", "eating_together"),
        ("het ligt op de keukentafel", "eating_together"),
        ("krant lezen bij de koffie", "reading"),
        ("fotograferen met mijn telefoon", "phone_contact"),
        ("tot de operatie", "theatre"),
        ("op de boulevard", "bowls"),
        ("wandelen met de kinderwagen", "vehicles"),
        ("de wijkverpleegkundige is uitsluitend in de ochtend", "film_making"),
        ("vul uw voornaam in", "fishing"),
        ("een rustige groep", "relaxation"),
        ("elke middernacht", "sleep"),
        ("mijn sleutels liggen daar", "repair"),
        ("schelpen in bakjes", "baking"),
        ("vlees roken", "addiction_recovery"),
        ("uitvinden wat ik leuk vind", "technology"),
        ("hij is eenentwintig", "card_games"),
        ("koken voor mijn kinderen", "parents_children"),
        ("dat mijn kinderen zien dat ik wat doe", "parents_children"),
        ("schepen en de haven", "repair"),
        ("last van hooikoorts", "animals"),
        ("de welzijnscoach helpt u", "buddy"),
    ],
)
def test_it_is_not_about(text, theme):
    assert theme not in named(text)


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("lekker buiten zijn", "outdoors"),
        ("naar buiten", "outdoors"),
        ("een dagje uit of op vakantie gaan", "outings"),
        ("samen aan tafel eten", "eating_together"),
        ("boeken lezen", "reading"),
        ("af en toe een telefoontje", "phone_contact"),
        ("samen bellen", "phone_contact"),
        ("opera en klassiek", "listening_music"),
        ("jeu de boules", "bowls"),
        ("oude auto's opknappen", "vehicles"),
        ("tot rust komen", "relaxation"),
        ("sleutelen aan brommers", "repair"),
        ("taarten bakken", "baking"),
        ("stoppen met roken", "healthy_living"),
        ("met mijn kinderen iets doen", "parents_children"),
        ("varen met oude schepen", "water_sports"),
        ("slechte nachten", "sleep"),
        ("nieuwe vrienden", "meeting_people"),
    ],
)
def test_it_is_about(text, theme):
    assert theme in named(text) | {one for one, weight in themes_said(reading(text)).items() if weight >= 0.35}


@pytest.mark.parametrize(
    "text",
    [
        "Lotgenoten zocht ze op Facebook: alleen ruzie.",  # "genoten" is in the word only
        "Ze was bloemist, tien jaar.",
        "Ze mist haar man, die is overleden.",
        "Ze mist haar zus, sinds die Parkinson heeft.",
    ],
)
def test_no_wish_is_in_it(text):
    assert not read_own_words(text).interests


@pytest.mark.parametrize(
    "text",
    [
        "Ze wil graag praten met lotgenoten.",
        "Hij zou graag in een rouwgroep komen.",
        "Ze is vogelliefhebber en kijkt elke dag naar vogels.",
        "Ze genoot van het koor.",
    ],
)
def test_a_wish_is_in_it(text):
    assert read_own_words(text).interests
