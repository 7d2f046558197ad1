"""How long somebody says that they can be somewhere."""

import pytest

from wor_match.query.endurance import NOT_LONG_THERE, endurance_told
from wor_match.query.own_words import read_own_words


@pytest.mark.parametrize(
    ("sentence", "minutes"),
    [
        ("Na een uur is het op.", 60),
        ("Vermoeidheid is het ergst: na een uur, anderhalf is het op.", 90),
        ("Al na een half uur is ze kapot.", 30),
        ("Na een kwartier is de accu leeg", 15),
        ("Na anderhalf uur moet hij plat.", 90),
        ("Anderhalf uur, dan is ze leeg.", 90),
        ("Drie kwartier, hooguit een uur iets doen, en dan moet ze een halve middag liggen.", 45),
        ("Een uurtje, en dan moet ik echt even bijkomen.", 60),
        ("Veertig minuten is haar maximum, daarna betaalt ze twee dagen.", 40),
        ("Mijn grens is 45 minuten.", 45),
        ("Langer dan een uur lukt niet.", 60),
        ("Meer dan een half uur trekt hij niet.", 30),
        ("Langer dan twintig minuten houdt ze niet vol.", 20),
        ("Ze houdt het een uurtje vol.", 60),
        ("Hij redt hooguit anderhalf uur.", 90),
        ("Bezoek maximaal drie kwartier.", 45),
        ("Hooguit een half uur achter elkaar.", 30),
        ("Twee uur per keer, hooguit.", 120),
        ("Een gesprek van twintig minuten, langer gaat niet.", 20),
        ("Ik hou het hooguit een uur vol.", 60),
        ("Een uur, langer hou ik het niet vol.", 60),
        ("Ik ben na een uur al bekaf.", 60),
        ("Een uurtje lukt, daarna ben ik gesloopt.", 60),
        ("Een uur is echt mijn max.", 60),
        ("Hij trekt het niet langer dan een half uur.", 30),
        ("Langer dan een uur achter elkaar gaat niet.", 60),
        ("Na een uur of anderhalf is ze op.", 90),
        ("After an hour she is exhausted.", 60),
        ("An hour is my limit.", 60),
        ("She can only do half an hour.", 30),
        ("He lasts at most forty minutes.", 40),
    ],
)
def test_how_long(sentence, minutes):
    found = endurance_told(sentence)
    assert found is not None
    assert found.minutes == minutes
    assert found.said in sentence


@pytest.mark.parametrize(
    "sentence",
    [
        "Na twee uur is het op.",
        "Na twee uur 's middags is ze op.",
        "Na een uur fietsen is hij op.",
        "Na een uur is het klaar met de les.",
        "Langer dan een half uur zitten gaat niet.",
        "Meer dan een uur gaat niet met de bus.",
        "Langer dan een uur kan ze niet rijden.",
        "Een half uur staan, dan moet hij zitten.",
        "Slaapt twee uur, langer lukt niet.",
        "Vroeger was ze na een uur op.",
        "Een uur in de bus, dan is ze kapot.",
        "Parkeren kan een uur, langer gaat niet.",
        "Hij komt een uur op maandag.",
        "De cursus duurt een uur.",
        "Ze is een uur bezig met de was.",
        "Hij houdt het drie maanden vol.",
        "Ze houdt het werk 160 minuten vol.",
        "Langer dan 200 minuten gaat niet.",
        "Ze is na een uur weer thuis.",
        "Na een uur is hij weer vrolijk.",
        "Na een uur is het genoeg voor de kleinkinderen.",
        "Na een uur moet hij weer naar bed worden geholpen.",
        "Na een half uur haakt ze af bij breien, maar schilderen kan ze de hele dag.",
        "Hij is na een uur op weg gegaan.",
        "Een uur fietsen lukt, daarna is hij op.",
        "Ze trekt het niet langer dan een uur in de auto.",
        "Langer dan een uur kan ik mijn man niet alleen laten.",
        "She can do an hour of cleaning.",
        "",
    ],
)
def test_what_says_nothing_of_it(sentence):
    assert endurance_told(sentence) is None


def test_of_somebody_else_it_says_nothing():
    assert endurance_told("Na een uur is ze op.", [True] * 6) is None
    assert read_own_words("Na een uur is mijn man op.").minutes is None


def test_it_is_a_limit_and_the_first_that_is_told_counts():
    read = read_own_words("Na een uur is het op. Een half uur, dan is ze leeg.")
    assert read.minutes == 60
    assert (NOT_LONG_THERE, "Na een uur is het op") in read.limits
    assert read_own_words("Ze leest graag.").minutes is None
