"""What all criteria share."""

import numpy as np
import pytest

from making import Asked, profile, query
from wor_match.criteria import CRITERIA
from wor_match.criteria.activities import gather, overlaps
from wor_match.criteria.base import Telling, Values, known, mostly_worst, spread, weighted, where_known
from wor_match.criteria.money import MoneyCriterion
from wor_match.domain.profile import DEFAULT_WEIGHTS


def test_every_criterion_has_a_name_and_a_weight_of_its_own():
    names = [one.name for one in CRITERIA]
    assert len(set(names)) == len(names)
    assert set(DEFAULT_WEIGHTS) == set(names)
    assert {one.name for one in CRITERIA if one.is_link} == {"interest", "need"}


def test_what_is_known_has_no_doubt():
    values = known(np.array([0.3]))
    assert values.low is values.expected is values.high


def test_the_expected_value_stays_between_low_and_high():
    values = spread(np.array([0.2, 0.2]), np.array([0.1, 0.9]), np.array([0.5, 0.5]))
    assert values.expected.tolist() == [0.2, 0.5]


@pytest.mark.parametrize(("prior", "expected"), [(0.0, 0.2), (0.5, 0.5), (1.0, 0.9)])
def test_a_prior_stays_between_the_worst_and_the_best(prior, expected):
    values = where_known(np.array([0.4, 0.4]), np.array([True, False]), prior, worst=0.2, best=0.9)
    assert values.low.tolist() == [0.4, 0.2]
    assert values.expected.tolist() == [0.4, expected]
    assert values.high.tolist() == [0.4, 0.9]


def test_the_weighted_mean_is_taken_of_low_expected_and_high():
    one = Values(np.array([0.0]), np.array([0.5]), np.array([1.0]))
    mean = weighted([(3.0, one), (1.0, known(np.array([1.0])))])
    assert [mean.low[0], mean.expected[0], mean.high[0]] == [0.25, 0.625, 1.0]


def test_one_part_is_enough_to_spoil_it():
    good, bad = known(np.array([1.0])), known(np.array([0.0]))
    spoilt = mostly_worst([(1.0, good), (1.0, good), (1.0, bad)])
    softened = mostly_worst([(1.0, good), (1.0, good), (0.5, bad)])
    assert 0 <= spoilt.expected[0] < weighted([(2.0, good), (1.0, bad)]).expected[0]
    assert spoilt.expected[0] < softened.expected[0] < 1
    assert mostly_worst([(0.7, good)]).expected.tolist() == [1.0]


def test_the_profile_can_set_the_prior():
    criterion = MoneyCriterion()
    assert criterion.unknown(query()) == criterion.prior
    assert criterion.unknown(query(using=profile({"money": 0.1}))) == 0.1


def test_a_telling_does_not_show_what_it_quotes():
    assert "viool" not in repr(Telling(True, "interest", {"phrase": "viool"}))


def test_themes_are_gathered_for_each_row():
    asked = Asked(
        MoneyCriterion(),
        query(budget_eur_per_month=10, interests=["tuinieren met plorkwiz", "!!!"]),
        {"title": "Koor", "places": [{"town": "A"}, {"town": "B"}]},
        {"title": "Xqz"},
        {"title": "Plorkwiz"},
    )
    gathered = gather(asked.scene)
    everything = np.ones(200)
    assert gathered.best(everything)[:3].tolist() == [1.0, 1.0, 0.0]
    shared = overlaps(asked.scene, asked.scene.query.wants)
    assert shared.shape == (2, 4)
    assert 0 < shared[0, 3] < 1
    assert shared[1].tolist() == [0, 0, 0, 0]


def test_nothing_gathered_is_nothing():
    asked = Asked(MoneyCriterion(), query(budget_eur_per_month=10), {"title": "Xqz"})
    assert gather(asked.scene).best(np.ones(200)).tolist() == [0.0]
