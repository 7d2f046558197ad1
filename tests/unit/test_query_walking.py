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
        "",
    ],
)
def test_no_limit(sentence):
    assert walk_told(sentence) is None


def test_it_stands_among_the_limits_of_a_story():
    assert dict(read_own_words("Hij mist zijn werk. Hij loopt hooguit een kwartier.").limits)[SHORT]


def test_a_limit_that_was_read_already_stays_as_it_is():
    limits = read_own_words("Ze kan niet ver lopen. Een half uur lopen gaat nog.").limits
    assert [name for name, _ in limits] == [SHORT]


def test_what_somebody_else_can_walk_is_not_the_clients():
    assert read_own_words("Mevrouw zingt graag. Haar man loopt hooguit een kwartier.").limits == ()
