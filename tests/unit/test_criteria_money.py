"""What it costs a month against the budget."""

import numpy as np
import pytest

from making import PRIORS, Asked, profile, query
from wor_match.criteria.money import AT_BUDGET, MoneyCriterion, value_of

FREE, SMALL, HALF = {"cost": {"amount_eur": 0}}, {"cost": {"amount_eur": 4, "per": "month"}}, {"amount_eur": 12}


def costs(eur, **more):
    return {"cost": {"amount_eur": eur, "per": "month", **more}}


def test_it_applies_when_money_was_asked():
    criterion = MoneyCriterion()
    assert criterion.applies(query(budget_eur_per_month=0))
    assert criterion.applies(query(has_city_pass=True))
    assert not criterion.applies(query(has_city_pass=False))
    assert not criterion.applies(query())


def test_value_of_free_of_the_whole_budget_and_beyond():
    found = value_of(np.array([0.0, 20, 20 / (1 - AT_BUDGET), 100]), 20)
    assert found.tolist() == pytest.approx([1, AT_BUDGET, 0, 0], abs=1e-9)
    assert value_of(np.array([0.0, 1.0]), 0).tolist() == [1, 0]


def test_cheaper_is_better_and_is_told():
    asked = Asked(MoneyCriterion(), query(budget_eur_per_month=20), costs(0), costs(4), costs(12), costs(18))
    assert asked.low == asked.expected
    assert asked.high == [1, 1, 1, 1]  # it may be insured after all
    all_told = {"is_insured": False, "has_reduction": False}
    assert Asked(
        MoneyCriterion(), query(budget_eur_per_month=20), costs(4, **all_told), costs(12, **all_told)
    ).is_known()
    expected = [1 - (1 - AT_BUDGET) * eur / 20 for eur in (0, 4, 12, 18)]
    assert asked.expected == pytest.approx(expected)
    assert asked.cases() == [[(True, "free")], [(True, "cheap")], [], [(False, "dear")]]
    assert asked.tellings()[3][0].params == {"eur": 18, "least": 18, "amount": 18, "per": "month"}


def test_more_than_the_budget_is_told_as_that():
    asked = Asked(MoneyCriterion(), query(budget_eur_per_month=5), costs(5), costs(13))
    assert asked.cases() == [[(False, "dear")], [(False, "over_budget")]]
    assert asked.tellings()[1][0].params["eur"] == 13


def test_an_amount_without_period_is_wide_and_told_without_it():
    asked = Asked(MoneyCriterion(), query(budget_eur_per_month=20), {"cost": {"amount_eur": 30}})
    assert asked.low[0] < asked.expected[0] < asked.high[0]
    assert (asked.low[0], asked.high[0]) == (0, 1)
    assert asked.tellings()[0][0].params["per"] is None


def test_a_price_without_a_period_may_be_a_weeks_price_of_what_comes_once_a_month():
    price = {"amount_eur": 4, "is_insured": False, "has_reduction": False}
    monthly = {"schedule": {"rules": [{"weekday": "tue", "start": "10:00", "every_weeks": 4}]}}
    offers = ({"cost": price} | monthly, {"cost": price | {"per": "week"}} | monthly)
    asked = Asked(MoneyCriterion(), query(budget_eur_per_month=20), *offers)
    assert asked.low[0] == asked.low[1] < value_of(np.array([4 * 13 / 12]), 20)[0]


def test_a_city_pass_makes_it_cheaper():
    reduced = costs(20, reduced_eur=5)
    with_pass = Asked(MoneyCriterion(), query(has_city_pass=True), reduced)
    without = Asked(MoneyCriterion(), query(has_city_pass=False, budget_eur_per_month=25), reduced)
    assert with_pass.expected[0] > without.expected[0]


@pytest.mark.parametrize("prior", PRIORS)
def test_an_unknown_price_is_the_prior(prior):
    asked = Asked(MoneyCriterion(), query(budget_eur_per_month=5, using=profile({"money": prior})), {})
    assert (asked.low, asked.expected, asked.high) == ([0], [prior], [1])
    assert asked.cases() == [[]]


@pytest.mark.parametrize(
    ("cost", "asked"),
    [
        ({"amount_eur": 4}, {"money.period", "money.reduction"}),
        ({"amount_eur": 4, "per": "month"}, {"money.reduction"}),
        ({"amount_eur": 4, "per": "month", "has_reduction": False}, set()),
        ({"amount_eur": 0}, set()),
        ({}, {"money.price", "money.reduction"}),
    ],
)
def test_what_is_asked_of_a_price(cost, asked):
    found = Asked(MoneyCriterion(), query(budget_eur_per_month=20), {"cost": cost})
    assert set(found.criterion.open_facts(found.scene, 0).names) == asked
