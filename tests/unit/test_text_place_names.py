"""Names of towns, quarters and streets say nothing of what they are made of."""

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
    ],
)
def test_what_is_no_name_is_read(text, theme):
    assert theme in themes_said(reading(text))
    assert theme in default_reader().read(text)


def test_a_small_letter_names_no_street():
    assert "neighbourhood" in themes_said(Notes().read("iets in een volksbuurt"))


def test_a_listing_and_a_client_are_read_alike():
    listing = Activity(id="a", title="Inloop", description="Wij zitten in Kerkrade, in de Kerkstraat.")
    assert "faith" not in theme_strengths(listing)
    assert not query(own_words="Zij woont in Kerkrade.").wants
