"""Where a provider comes to people's homes, as the name of the place and the prose tell."""

import pytest

from wor_match.catalogue.notice import notice
from wor_match.catalogue.notice_area import area_in, area_told
from wor_match.domain.activity import Activity
from wor_match.rules.reach import ServiceArea, comes_to


@pytest.mark.parametrize(
    ("name", "area"),
    [
        ("Bij u thuis, gemeenten Heerlen en Landgraaf", ("Heerlen", "Landgraaf")),
        ("Bij u thuis, gemeente De Bilt", ("De Bilt",)),
        ("aan huis in Utrecht, Zeist & Bunnik", ("Utrecht", "Zeist", "Bunnik")),
        ("bij je thuis (Heerlen)", ("Heerlen",)),
        ("at home, Utrecht and Zeist", ("Utrecht", "Zeist")),
        ("Bij u thuis, Heerlen en Nuth", ("Heerlen", "Nuth")),
        ("Aan huis in Volkel en Odiliapeel", ("Volkel", "Odiliapeel")),
        ("Kantoor (bezoek aan huis, gem. Oss en Bernheze)", ("Oss", "Bernheze")),
        ("Aan huis, Aalten-Winterswijk-Oost Gelre", ("Aalten", "Winterswijk", "Oost Gelre")),
        ("Bij u thuis, Joure en dorpen", ()),
        ("Bij u thuis, Joure en omstreken", ()),
        ("Bij u thuis", ()),
        ("bij u thuis, in overleg", ()),
        ("Buurthuis Heerlen", ()),
        ("Huis aan huis, Utrecht", ()),
        ("Zorg aan huis Utrecht", ()),
        ("thuis-Ede", ()),
        ("", ()),
    ],
)
def test_names_in_the_name_of_a_place(name, area):
    assert area_in(name) == area


@pytest.mark.parametrize(
    ("prose", "area"),
    [
        ("We komen langs. Werkgebied: gemeente Oss en Bernheze.", ("Oss", "Bernheze")),
        ("Ons werkgebied is de gemeente De Bilt.", ("De Bilt",)),
        ("Gebied: stad Groningen en Haren, niet in de Ommelanden.", ("Groningen", "Haren")),
        ("Gratis. In Den Bosch, Vught en Sint-Michielsgestel.", ("Den Bosch", "Vught", "Sint-Michielsgestel")),
        ("Gemeenten Nuenen, Son, Geldrop. Bel even.", ("Nuenen", "Son", "Geldrop")),
        ("Rijswijk en Delft.", ("Rijswijk", "Delft")),
        ("Voor alleenwonenden in Meierijstad.", ("Meierijstad",)),
        ("Voor iedereen in de gemeente Veere.", ("Veere",)),
        ("Ophalen aan huis binnen Kerkrade en Landgraaf.", ("Kerkrade", "Landgraaf")),
        ("Let op: alleen Leusden, Achterveld en Stoutenburg vallen onder onze opdracht.",
         ("Leusden", "Achterveld", "Stoutenburg")),
        ("Werkgebied: gem. Capelle aan den IJssel.", ("Capelle aan den IJssel",)),
        # It goes further, or nobody can tell how far.
        ("Werkgebied: Oss en omgeving.", ()),
        ("Alleen in en rond Haaksbergen en Buurse.", ()),
        ("Regio Utrecht-Zuid en Nieuwegein.", ()),
        ("Vooral in Hengelo en Borne.", ()),
        ("Ook in Hengelo en Borne.", ()),
        ("Niet alleen in Utrecht, Zeist en Bunnik.", ()),
        ("Voor een praatje in Utrecht.", ()),
        ("In Utrecht en Zeist doen we dit al tien jaar.", ()),
        ("Alleen Utrecht betaalt de reiskosten.", ()),
        ("Werkgebied: de provincie Utrecht.", ()),
        ("Wij komen bij u thuis in Nieuwegein. Ook in Utrecht.", ()),
        ("In Nieuwegein. Andere gemeenten in overleg.", ()),
        ("Alleen in Nieuwegein, tenzij u zelf kunt komen.", ()),
        ("Alleen Oss. Ook voor Turkse ouderen.", ("Oss",)),
        ("Alleen Nieuwegein, Lopik.", ("Nieuwegein", "Lopik")),
        # No places, or none where one comes to.
        ("Het kennismakingsgesprek is alleen in Utrecht.", ()),
        ("De training is alleen in Zeist.", ()),
        ("U voelt zich thuis in Utrecht.", ()),
        ("Alleen Marianne belt. Best.", ()),
        ("Voor vrouwen in Syrische Gezinnen.", ()),
        ("Alleen voor Turkse vrouwen in Utrecht en daarbuiten.", ()),
        ("Ontstaan in Utrecht en Zeist, nu overal.", ()),
        ("", ()),
    ],
)  # fmt: skip
def test_names_in_prose(prose, area):
    assert area_told(prose) == area


def test_a_text_of_millions_of_capitals_is_read_in_a_moment():
    assert area_told("Werkgebied: " + "Aa Bb, Cc en Dd " * 200_000) == ()


def listed(**facts):
    return notice(
        Activity(id="a", title="Maatje", **{"places": [{"name": "Bij u thuis, Heerlen", "postcode": "6411"}], **facts})
    )


def test_it_fills_an_empty_area_of_a_home_visit_and_is_marked():
    seen = listed(setting="home_visit")
    assert seen.service_area == ("Heerlen",)
    assert seen.provenance["service_area"] == "prose"


@pytest.mark.parametrize(
    "facts",
    [
        {"setting": "home_visit", "service_area": ["Utrecht"]},
        {"setting": "onsite", "schedule": {"rules": [{"weekday": "tue"}]}, "places": [{"name": "Buurthuis Heerlen"}]},
        {"setting": "home_visit", "places": [{"name": "Bij u thuis, Heerlen"}, {"name": "Bij u thuis, Zeist"}]},
        {"setting": "home_visit", "places": []},
        {"setting": "home_visit", "description": "Alleen Utrecht.", "places": [{"name": "Bureau", "postcode": "6411"}]},
        {"setting": "home_visit", "places": [{"name": "Bij u thuis, Heerlen"}]},
        {"setting": "home_visit", "places": [{"name": "Bij u thuis, Houten", "municipality": "Utrecht"}]},
    ],
)
def test_it_leaves_all_else_as_it_is(facts):
    assert "service_area" not in listed(**facts).provenance


def test_prose_fills_it_where_the_name_of_the_place_does_not():
    told = "Werkgebied: Heerlen en Landgraaf."
    office = {"name": "Bureau", "postcode": "6411"}
    for places in ([office], []):
        assert listed(setting="home_visit", description=told, places=places).service_area == ("Heerlen", "Landgraaf")


def test_a_village_in_the_list_leaves_nobody_out():
    told = {"setting": "home_visit", "description": "Alleen Heerlen en Nuth."}
    seen = listed(**told, places=[{"name": "Bureau", "postcode": "6411"}])
    area = ServiceArea.of(seen.service_area)
    assert [comes_to(area, None, town) for town in ("heerlen", "beekdaelen")] == [1, 0]
