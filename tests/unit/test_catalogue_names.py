"""Names of places and clubs in titles: they tell little of what is done there, and no subject may pass for one."""

import time

import pytest

from making import activity
from wor_match.catalogue.names import without_names
from wor_match.catalogue.words import theme_strengths


@pytest.mark.parametrize(
    ("title", "names"),
    [
        ("Koffie-inloop De Lindeboom", ["De Lindeboom"]),
        ("Fietswerkplaats De Trapper", ["De Trapper"]),
        ("Inloop De Vier Winden", ["De Vier Winden"]),
        ("Smartlappenkoor De Natte Zakdoek", ["De Natte Zakdoek"]),
        ("Inloop 't Trefpunt (dinsdag)", ["'t Trefpunt"]),
        ("Inloop De Hoek, koor De Merel: zingen", ["De Hoek", "De Merel"]),
        ("Koor D'n Élan", ["D'n Élan"]),
        ("Inloop – De Linde", ["De Linde"]),
    ],
)
def test_a_name_is_found(title, names):
    rest, found = without_names(title)
    assert list(found) == names
    assert not any(name in rest for name in names)


@pytest.mark.parametrize(
    "title",
    [
        "Leer De Tango",
        "Cursus Het Nieuwe Breien",
        "Samen Zingen In Het Buurthuis",
        "Kom Naar De Bingo",
        "Nieuw: Het Grote Bingo Feest",
        "Kaarten Het Klaverjassen",
        "Lotgenotengroep Het Verlies Verwerken",
        "Reparateurs gezocht voor Het Repair Café",
        "Koffie In De Tuin",
        "Cursus Den Haag Beter Leren Kennen",
        "Wandelen De Hei",
        "Ontdek De Natuur",
        "Workshop muziek De Blues",
        "De Bingo",
        "Bezoek De Tuin",
        "Inloop De Zeven Korte Lange Dagen",
        "Inloop De buurt",
        "Inloop De Buurt in beweging",
        "",
    ],
)
def test_a_subject_is_no_name(title):
    assert without_names(title) == (title, ())


def test_a_subject_keeps_its_strength_and_a_name_says_little():
    def strength(title, theme):
        return theme_strengths(activity(title=title)).get(theme, 0)

    assert strength("Kom Naar De Bingo", "bingo") == strength("bingo", "bingo") > 0.9
    assert strength("Inloop De Bingo", "bingo") < 0.5


def test_a_long_title_is_read_at_once():
    began = time.process_time()
    for title in ("A " + "De " * 160, "a De " + "A" * 490, "De A " * 100, "a De A" + " " * 490):
        without_names(title)
    assert time.process_time() - began < 0.1


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Wereldkoor Mozaïek", "Mozaïek"),
        ("Klaverjassen Kleibeek", "Kleibeek"),
        ("Buurttuin Heiligenberg: open dag", "Heiligenberg"),
        ("Popkoor Vals Plat", "Vals Plat"),
    ],
)
def test_a_choir_or_a_quarter_is_called_something_without_an_article(title, name):
    rest, names = without_names(title)
    assert names == (name,)
    assert name not in rest


@pytest.mark.parametrize("title", ["Atelier Mozaïek", "Inloop Nederlands", "Samen Zingen", "Leesclub Geschiedenis"])
def test_a_subject_with_a_capital_is_no_name(title):
    assert without_names(title) == (title, ())
