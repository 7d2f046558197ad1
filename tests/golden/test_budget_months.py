"""What one pays a month, worked by hand."""

import pytest

from wor_match.catalogue.columns import RowSource
from wor_match.domain.activity import Activity
from wor_match.rules.budget import COSTS, monthly


def a_month(has_city_pass: bool | None, **cost: object) -> tuple[float, float]:
    activity = Activity(id="a", title="Koor", cost=cost, schedule={"rules": [{"weekday": "mon", "every_weeks": 2}]})
    return monthly(COSTS.read(RowSource(activity)), has_city_pass)


@pytest.mark.parametrize(("has_city_pass", "expected"), [(None, (5, 20)), (True, (5, 5)), (False, (20, 20))])
def test_a_known_reduction(has_city_pass, expected):
    assert a_month(has_city_pass, amount_eur=20, per="month", reduced_eur=5) == pytest.approx(expected)


@pytest.mark.parametrize(("has_city_pass", "least"), [(None, 14), (True, 10), (False, 20)])
def test_a_reduction_of_unknown_size_counts_in_the_optimistic_value_only(has_city_pass, least):
    assert a_month(has_city_pass, amount_eur=20, per="month", has_reduction=True) == pytest.approx((least, 20))


def test_per_time_every_other_week_is_what_it_is():
    assert a_month(None, amount_eur=6, per="time") == pytest.approx((13, 13))


def test_insured_may_be_nothing():
    assert a_month(None, amount_eur=40, per="month", is_insured=True) == pytest.approx((0, 40))


def test_a_sign_up_fee_is_spread():
    assert a_month(None, amount_eur=0, per="month", once_extra_eur=12) == pytest.approx((1, 4))
