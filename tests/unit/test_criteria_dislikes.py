"""What the client does not want, where it only weighs."""

import pytest

from making import Asked, query
from wor_match.criteria.dislikes import DislikesCriterion

BINGO = {"title": "Soosmiddag", "description": "We spelen bingo en kaarten."}
TUIN = {"title": "Tuinclub", "description": "Schoffelen en oogsten."}


def test_it_applies_when_a_dislike_or_a_limit_was_understood():
    criterion = DislikesCriterion()
    assert criterion.applies(query(dislikes=["bingo"]))
    assert criterion.applies(query(dislikes=["het is er te druk"]))
    assert criterion.applies(query(own_words="Ik kan de trap niet meer op."))
    assert not criterion.applies(query(dislikes=["plorkwiz"]))
    assert not criterion.applies(query())


def test_touching_a_dislike_lowers_it_and_is_told():
    asked = Asked(DislikesCriterion(), query(dislikes=["bingo"]), BINGO, TUIN)
    assert asked.is_known()
    assert asked.expected[0] < asked.expected[1]
    assert asked.cases() == [[(False, "touches")], []]
    assert asked.tellings()[0][0].params == {"phrase": "bingo"}


def test_the_strongest_of_several_dislikes_counts():
    one = Asked(DislikesCriterion(), query(dislikes=["bingo"]), BINGO).expected
    two = Asked(DislikesCriterion(), query(dislikes=["plorkwiz", "bingo"]), BINGO)
    assert two.expected == one
    assert two.tellings()[0][0].params == {"phrase": "bingo"}


def test_dreaded_circumstances_are_spared_or_shared():
    offers = [{"group": {"size": 4}}, {"group": {"size": 60}}, {}]
    asked = Asked(DislikesCriterion(), query(dislikes=["grote groepen"]), *offers)
    assert asked.expected[0] > asked.expected[2] > asked.expected[1]
    assert asked.cases() == [[(True, "spares")], [(False, "dreaded")], []]
    assert asked.tellings()[1][0].params == {"cause": "too_large"}


def test_a_limit_read_in_their_words_is_dreaded():
    offers = [{"places": [{"access": {"step_free": told}}]} for told in (True, False)]
    asked = Asked(DislikesCriterion(), query(own_words="Ik kan de trap niet meer op."), *offers)
    assert asked.expected[0] == 1 > 0.5 > asked.expected[1]
    assert asked.cases() == [[(True, "spares")], [(False, "dreaded")]]


def test_theme_and_circumstance_are_averaged():
    asked = Asked(DislikesCriterion(), query(dislikes=["bingo", "het was te ver lopen de trap op"]), TUIN)
    assert 0 <= asked.expected[0] <= 1


def test_a_facet_counts_for_half():
    asked = Asked(DislikesCriterion(), query(dislikes=["muziek"]), {"title": "Xqz", "themes": ["music"]})
    assert asked.expected[0] == pytest.approx(0.5, abs=0.05)
