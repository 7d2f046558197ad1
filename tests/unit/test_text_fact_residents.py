"""For whose residents something is, as prose tells it."""

import pytest

from wor_match.text.facts import read_facts


def residents(text):
    return [fact.value for fact in read_facts(text) if fact.fact == "residents_only"]


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("Alleen voor inwoners van Hellevoetsluis.", "Hellevoetsluis"),
        ("Voor inwoners van de gemeente Zeist.", "Zeist"),
        ("Voor inwoners van Oss en Bernheze.", "Oss, Bernheze"),
        ("Alleen voor inwoners van de gemeenten De Bilt, Zeist en Bunnik.", "De Bilt, Zeist, Bunnik"),
        ("Koffie. Voor bewoners van Moerwijk, Morgenstond en Vrederust vanaf 70.", "Moerwijk, Morgenstond, Vrederust"),
        ("Voor inwoners van Delft vanaf 23 jaar.", "Delft"),
        ("Uitsluitend voor bewoners uit de wijk Lombok", "Lombok"),
        ("Alleen voor inwoners van 3511 en 3512.", "3511, 3512"),
        ("Alleen voor inwoners van postcode 3511.", "3511"),
        ("Alleen voor inwoners van onze gemeente.", "onze gemeente"),
        ("Alleen voor huurders van dit wooncomplex", "dit wooncomplex"),
        ("Voor bewoners van het appartementencomplex.", "het appartementencomplex"),
        ("Deze activiteit is voor inwoners van Zeist.", "Zeist"),
        ("Elke dinsdag, alleen voor inwoners van Zeist.", "Zeist"),
        ("Alleen voor bewoners van de Sterrenflat en de twee flats ernaast.", "Sterrenflat"),
        ("Iets voor bewoners van het complex", "het complex"),
        ("alleen voor inwoners van zeist", "zeist"),
        ("Alleen voor bewoners van seniorenflat Zonneweide.", "seniorenflat Zonneweide"),
        ("Alleen voor inwoners van Zeist, deelname is gratis.", "Zeist"),
        ("Only for residents of Zeist and Bunnik.", "Zeist, Bunnik"),
    ],
)
def test_whose_residents(text, whose):
    assert residents(text) == [whose]


@pytest.mark.parametrize(
    "text",
    [
        "Voor inwoners van 55 jaar en ouder.",
        "Voor alle inwoners van 18 tot 99 jaar.",
        "Alleen voor bewoners van 65 jaar en ouder.",
        "Voor inwoners van alle leeftijden.",
        "Voor inwoners van harte aanbevolen.",
        "Alleen voor inwoners van elke leeftijd.",
        "Niet alleen voor inwoners van Zeist.",
        "Voor inwoners van Zeist en omgeving.",
        "Alleen voor inwoners van Zeist, Bunnik en de directe omgeving.",
        "Alleen voor inwoners van 3511 t/m 3519.",
        "Not only for residents of Zeist.",
        "De bewoners van Zeist koken.",
        "Voor alle inwoners van Nederland.",
        "Alleen voor inwoners van de provincie Utrecht.",
        "Voor inwoners van Den Haag en wijde omgeving.",
        "Voor inwoners van Zeist en andere belangstellenden.",
        "Alleen voor huurders van Woonstede en hun buren.",
        "Alleen voor huurders van Woonstede.",
        "Alleen voor bewoners van Turkse afkomst.",
        "Alleen voor inwoners van Houten. Ook mensen van buiten zijn welkom.",
        "Alleen voor inwoners van Zeist. Iedereen is welkom.",
        "Het busje rijdt alleen voor inwoners van Houten.",
        "Korting, alleen voor inwoners van Zeist.",
        "De korting is voor inwoners van Zeist.",
        "Alleen voor inwoners van Houten met een laag inkomen is er een regeling.",
        "Voorheen alleen voor inwoners van Zeist.",
        "Gemaakt door bewoners van het complex.",
        "Voor inwoners van Zeist is het gratis.",
        "Voor inwoners van Zeist 50% korting.",
        "Voor inwoners van Zeist, met korting.",
        "Alleen voor inwoners van Zeist vergoeden wij de kosten.",
        "Voor inwoners van Zeist organiseren wij ook uitjes.",
        "Voor bewoners uit Turkije en Marokko.",
    ],
)
def test_no_rule_on_residents(text):
    assert residents(text) == []
