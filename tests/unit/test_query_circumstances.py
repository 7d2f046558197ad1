"""Circumstances, only to meet a group's own target group."""

import pytest

from making import query
from wor_match.domain.client import Client
from wor_match.query.circumstances import circumstances_in, circumstances_of


@pytest.mark.parametrize(
    "said",
    [
        {"circumstances": ["carer"]},
        {"complaints": [{"term": "overbelaste mantelzorger"}]},
        {"household": "mantelzorger voor haar man"},
        {"work": "mantelzorger"},
        {"care_duties": "mantelzorger"},
    ],
    ids=str,
)
def test_what_was_named_or_said(said):
    assert "carer" in circumstances_of(Client(reference="c", **said))
    assert "carer" in query(**said).circumstances


def test_a_story_is_not_searched_for_circumstances():
    assert query(own_words="Ik ben mantelzorger.").circumstances == frozenset()
    assert query().circumstances == frozenset()


def test_circumstances_of_a_group():
    assert circumstances_in("Cafe voor mantelzorgers") == {"carer"}
    assert circumstances_in("Koor") == frozenset()
