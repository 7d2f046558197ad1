"""How far somebody says that they can walk."""

import pytest

from wor_match.query.own_words import read_own_words
from wor_match.query.walking import NOT_LONG, SHORT, walk_told


@pytest.mark.parametrize(
    ("sentence", "limit"),
    [
        ("Ze loopt een kwartier, dan brandt het.", SHORT),
        ("Ze haalt een kwartier lopen.", SHORT),
        ("Ik kan niet verder dan 500 meter lopen.", SHORT),
        ("Hij loopt hooguit twintig minuten.", SHORT),
        ("Een kwartiertje lopen gaat nog, met de rollator.", SHORT),
        ("She walks no more than 10 minutes.", SHORT),
        ("Lopen kan ze maximaal 1 km.", SHORT),
        ("Wandelen kan ze drie kwartier, daarna zakt ze in.", NOT_LONG),
        ("Wandelen doet ze nu alleen, drie kwartier gaat.", NOT_LONG),
        ("Na een half uur lopen is ze op.", NOT_LONG),
        ("Hij loopt hoogstens twee kilometer.", NOT_LONG),
        ("Een half uur lopen gaat nog.", NOT_LONG),
        ("Wandelen gaat nog drie kwartier.", NOT_LONG),
        ("Lopen gaat hooguit een half uur.", NOT_LONG),
        ("Als ik een kwartier loop, doet mijn heup pijn.", SHORT),
        ("Nu loopt ze nog maar een kwartier achter de rollator.", SHORT),
        ("Ik loop een half uur en dan moet ik even zitten.", NOT_LONG),
        ("Ik loop hooguit een half uur, want mijn knie is stuk.", NOT_LONG),
        ("Hooguit een kwartier lopen, want de heup is versleten.", SHORT),
        ("I can walk at most 200 metres.", SHORT),
    ],
)
def test_how_far(sentence, limit):
    found = walk_told(sentence)
    assert found is not None
    assert found.limit == limit
    assert found.said in sentence


@pytest.mark.parametrize(
    "sentence",
    [
        "Het is een kwartier lopen naar de winkel.",
        "Ze woont hooguit tien minuten lopen van huis.",
        "Hij loopt elke dag een half uur met de hond.",
        "Wandelen gaat nog goed.",
        "Hij praat hooguit een kwartier.",
        "Ik wandel hooguit 60 minuten.",
        "Zij loopt maximaal 5 kilometer.",
        "Ik loop elke dag een half uur, daarna drink ik koffie bij mijn zus.",
        "Ze loopt een half uur per dag en slaapt daarna.",
        "Ik wandel elke ochtend een half uur, dan kan ik de dag aan.",
        "Als ik een half uur wandel, dan gaat mijn hoofd leeg.",
        "Een kwartier lopen is geen probleem, dat gaat.",
        "Wandelen gaat prima, drie kwartier haalt ze met gemak.",
        "Sinds de operatie loop ik weer een half uur en gaat nog steeds vooruit.",
        "Vroeger liep ik hooguit een kwartier, nu weer een uur.",
        "Ze haalt elke dag brood, een kwartier lopen.",
        "Ik haal mijn dochter op, tien minuten lopen.",
        "Ik wil maximaal een kwartier lopen tot de activiteit.",
        "Lopen gaat, zitten kan hooguit een half uur.",
        "Zitten lukt hooguit een kwartier, dan moet ik even lopen.",
        "Ik kan hooguit een half uur praten, wandelen vind ik heerlijk.",
        "Ik slaap hooguit drie kwartier, dan loop ik door het huis.",
        "Na een half uur opwarmen loop ik prima, daarna kan ik alles.",
        "Ik zwem 500 meter, lopen gaat.",
        "Ik kan anderhalf uur lopen, na een half uur moet ik nog maar even zitten.",
        "Ik loop max 1 uur en een kwartier.",
        "een uur en drie kwartier",
        "Zonder rollator loop ik hooguit tien minuten, met rollator een uur.",
        "Mijn man kan hooguit een kwartier lopen, ik wandel uren.",
        "De hond loopt nog maar een kwartier.",
        "De cursus loopt hooguit een half uur.",
        "Ik loop stage, hooguit twintig minuten reizen",
        "Ik loop een kwartier achter, daarna gaat het.",
        "Het gesprek mag maximaal een half uur lopen",
        "Ik loop hooguit een kwartier achter.",
        "Ik loop hooguit een half uur per dag.",
        "",
    ],
)
def test_no_limit(sentence):
    assert walk_told(sentence) is None


@pytest.mark.parametrize(
    "sentence",
    [
        "Ik heb al jaren geen lange wandelingen gemaakt, dat wil ik weer.",
        "Er gaat geen uur wandelen voorbij zonder dat ik geniet.",
        "Mijn scherm te zwaar en mijn bril stuk.",
        "Ik wil maximaal een kwartier lopen tot de activiteit.",
        "Ze woont hooguit tien minuten lopen van huis.",
        "Zitten lukt hooguit een kwartier, dan moet ik even lopen.",
    ],
)
def test_no_phrase_reads_a_limit_into_it_either(sentence):
    assert read_own_words(sentence).limits == ()


def test_long_walks_that_cannot_be_are_read_by_their_phrases():
    assert dict(read_own_words("Ik kan geen lange wandelingen meer maken.").limits).keys() == {NOT_LONG}
    assert dict(read_own_words("Ze houdt geen uur lopen vol.").limits).keys() == {NOT_LONG}


def test_it_stands_among_the_limits_of_a_story():
    assert dict(read_own_words("Hij mist zijn werk. Hij loopt hooguit een kwartier.").limits)[SHORT]


def test_a_limit_that_was_read_already_stays_as_it_is():
    limits = read_own_words("Ze kan niet ver lopen. Een half uur lopen gaat nog.").limits
    assert [name for name, _ in limits] == [SHORT]


def test_what_somebody_else_can_walk_is_not_the_clients():
    assert read_own_words("Mevrouw zingt graag. Haar man loopt hooguit een kwartier.").limits == ()
    assert walk_told("Ze loopt hooguit tien minuten.", [True] * 5) is None
    assert read_own_words("Mijn man kan hooguit een kwartier lopen, ik wandel uren.").limits == ()
