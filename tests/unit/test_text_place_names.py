"""Names of towns, streets and people say nothing of what they are made of."""

import pytest

from making import query
from wor_match.catalogue.words import theme_strengths
from wor_match.domain.activity import Activity
from wor_match.query.no_answer import themes_said
from wor_match.text.reading import Notes, reading
from wor_match.text.themes import default_reader

#: What is left of a name that the tables know as one ("in houten").
HARDLY = 0.05


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("Zij woont in Hoogkerk", "faith"),
        ("Hij komt uit Kerkrade en loopt slecht", "faith"),
        ("Een flatje bij de Dierenselaan", "animals"),
        ("Zij huurt in de Schildersbuurt", "drawing_painting"),
        ("De groep komt samen in de Kerkstraat", "faith"),
        ("Sinds kort wonen we in Houten", "woodwork"),
        ("Zijn zus uit Duiven belt elke week", "animals"),
        ("Op dinsdag in Zeist", "conservation"),
        ("Vroeger woonde ze in Oosterhout", "woodwork"),
        ("Zij is mevrouw Kok", "cooking"),
        ("De familie Timmerman", "woodwork"),
        ("Bij mevrouw De Zanger thuis", "singing"),
        ("Hij heet Visser", "fishing"),
        ("De heer van der Kok", "cooking"),
        ("Zijn vrouw heet Roos", "gardening"),
    ],
)
def test_where_somebody_lives_is_no_theme(text, theme):
    assert themes_said(reading(text)).get(theme, 0.0) <= HARDLY
    assert default_reader().read(text).get(theme, 0.0) <= HARDLY


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("Zij gaat naar de kerk", "faith"),
        ("Kerkkoor in Kerkrade", "faith"),
        ("kerkkoor", "faith"),
        ("Hij houdt duiven", "animals"),
        ("Wij komen samen in de Kerkzaal", "faith"),
        ("Kom naar onze Wandelgroep", "walking"),
        ("Iets maken van hout", "woodwork"),
        ("WANDELGROEP IN HET PARK", "walking"),
        ("Vroeger zong ze in Vrouwenkoor Cantabile", "singing"),
        ("Meneer is kok geweest", "cooking"),
        ("Meneer houdt van Schilderen", "drawing_painting"),
        ("Met de buurvrouw naar Schilderles", "drawing_painting"),
    ],
)
def test_what_is_no_name_is_read(text, theme):
    assert theme in themes_said(reading(text))
    assert theme in default_reader().read(text)


def test_who_a_story_is_about_is_no_wish():
    themes = default_reader().theme_ids
    for story in ("Mw. Visser (72) leest graag.", "Dhr. Visser wil weer lezen.", "Mevrouw Visser houdt van lezen."):
        found = {themes[place] for one in query(own_words=story).wants for place in (one.themes > 0.3).nonzero()[0]}
        assert "reading" in found
        assert "fishing" not in found


def test_a_small_letter_names_no_street():
    assert "neighbourhood" in themes_said(Notes().read("iets in een volksbuurt"))


def test_a_listing_and_a_client_are_read_alike():
    listing = Activity(id="a", title="Inloop", description="Wij zitten in Kerkrade, in de Kerkstraat.")
    assert "faith" not in theme_strengths(listing)
    assert not query(own_words="Zij woont in Kerkrade.").wants
