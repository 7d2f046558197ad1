"""From complaints and reasons for referral to working elements."""

import pytest

from wor_match.domain.client import Client
from wor_match.query.needs import complaints_of, elements_of
from wor_match.vocabulary.tables import read_table

COMPLAINTS = [dict(row) for row in read_table("complaints")]


def found(**client):
    return complaints_of(Client(reference="c", **client))


@pytest.mark.parametrize("row", COMPLAINTS, ids=lambda row: row["complaint"])
def test_every_id_is_known_by_itself(row):
    assert found(complaints=[{"term": row["complaint"], "severity": 10}]) == {row["complaint"]: pytest.approx(1.0)}


def test_severity_counts_and_not_asked_is_average():
    weights = [found(complaints=[{"term": "stress", "severity": n}])["stress"] for n in range(11)]
    assert weights == sorted(set(weights))
    assert 0 < weights[0] < weights[10] == pytest.approx(1)
    assert found(complaints=[{"term": "stress"}])["stress"] == weights[5]


def test_own_phrases_are_read():
    assert set(found(complaints=[{"term": "ik slaap slecht en pieker veel"}])) >= {"bad_sleep", "worrying"}
    assert found(complaints=[{"term": "plorkwiz"}]) == {}


def test_an_icpc_code_goes_before_the_words():
    assert set(found(complaints=[{"term": "moe", "icpc1": "P03"}])) == {"low_mood"}
    assert set(found(complaints=[{"term": "plorkwiz", "icpc1": "P06.01"}])) == {"bad_sleep"}
    assert set(found(complaints=[{"term": "stress", "icpc1": "Z99"}])) == {"stress"}


def test_the_highest_of_two_weights_holds():
    both = [{"term": "stress", "severity": 2}, {"term": "stress", "severity": 9}]
    assert found(complaints=both) == found(complaints=both[::-1]) == found(complaints=both[1:])


@pytest.mark.parametrize("reason", sorted({row["wor_register"] for row in COMPLAINTS} - {"", "Anders"}))
def test_a_register_word_names_its_family(reason):
    family = {row["complaint"] for row in COMPLAINTS if row["wor_register"] == reason}
    weights = found(referral_reasons=[reason])
    assert set(weights) == family
    assert len(set(weights.values())) == 1
    assert max(weights.values()) <= 0.6


def test_a_register_word_counts_where_nothing_of_its_family_was_said():
    told = found(complaints=[{"term": "stress"}], referral_reasons=["Stress of overbelasting", "Financiële zorgen"])
    assert set(told) == {"stress", "money_worries"}
    assert "loneliness" in found(complaints=[{"term": "plorkwiz"}], referral_reasons=["Eenzaamheid"])


def test_other_reasons_are_read_as_words():
    assert found(referral_reasons=["Anders"]) == {}
    assert "stress" in found(referral_reasons=["veel stress"])


@pytest.mark.parametrize(
    ("goal", "complaint"), [("niet meer piekeren", "worrying"), ("niet meer alleen zijn", "social_loneliness")]
)
def test_who_wishes_to_be_rid_of_a_trouble_has_it(goal, complaint):
    found = complaints_of(Client(reference="c", goals=[goal]))
    assert 0 < found[complaint] < 0.5
    named = Client(reference="c", goals=[goal], complaints=[{"term": complaint, "severity": 10}])
    assert complaints_of(named)[complaint] == 1.0
    assert complaints_of(Client(reference="c", goals=["weer lachen"])) == {}


def test_own_words_are_weak_and_never_overrule():
    read = found(own_words="Ik voel me erg eenzaam.")
    named = found(complaints=[{"term": "loneliness"}], own_words="Ik voel me erg eenzaam.")
    assert 0 < read["loneliness"] < 0.5
    assert named["loneliness"] == found(complaints=[{"term": "loneliness"}])["loneliness"]


def test_the_order_does_not_show():
    asked = found(complaints=[{"term": "stress"}, {"term": "anxiety"}])
    assert list(asked) == sorted(asked)


def test_elements_follow_the_strongest_complaint_that_asks_for_them():
    assert elements_of({}) == {}
    weak, strong = elements_of({"stress": 0.3}), elements_of({"stress": 0.9})
    assert set(weak) == set(strong)
    assert all(0 < weak[name] < strong[name] <= 1 for name in weak)
    both = elements_of({"stress": 0.9, "social_loneliness": 1.0})
    assert all(both[name] >= strong[name] for name in strong)
    assert list(both) == sorted(both)


@pytest.mark.parametrize("row", COMPLAINTS, ids=lambda row: row["complaint"])
def test_every_complaint_but_other_asks_for_something(row):
    assert bool(elements_of({row["complaint"]: 1.0})) or row["complaint"] == "other"
