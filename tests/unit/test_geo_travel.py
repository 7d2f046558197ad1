"""Travel minutes: never fewer for more km, low <= expected <= high, and a reach that is a true bound."""

from __future__ import annotations

from math import inf

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from wor_match.geo import StraightLineTravel, TravelTime, fastest, haversine_km, minutes, reach_km, speeds
from wor_match.vocabulary.enums import TravelMode

#: In km: minutes are rounded in the last bit, so that a distance of nothing at all may count as none.
A_MILLIMETRE = 1e-6
kms = st.floats(0, 60)
mode_sets = st.lists(st.sampled_from(TravelMode), min_size=1, max_size=4, unique=True)
nan = float("nan")


@pytest.mark.parametrize("mode", TravelMode)
def test_every_mode_has_a_row_in_order_and_with_a_source(mode: TravelMode) -> None:
    speed = speeds()[mode]
    for span in (speed.fixed, speed.detour, speed.kmh):
        assert 0 <= span.low <= span.expected <= span.high
    assert speed.detour.low >= 1
    assert speed.kmh.low > 0
    assert speed.max_reasonable_km > 0
    assert speed.source


@given(st.sampled_from(TravelMode), kms, kms)
def test_more_km_never_fewer_minutes(mode: TravelMode, a: float, b: float) -> None:
    for band in minutes(mode, sorted((a, b))):
        assert band[0] <= band[1]


@given(mode_sets, kms, st.floats(0, 5), st.floats(0, 5))
def test_low_expected_high_in_order(modes: list[TravelMode], km: float, below: float, above: float) -> None:
    estimate = fastest(modes, [max(0.0, km - below)], [km], [km + above])
    assert estimate.low[0] <= estimate.expected[0] <= estimate.high[0]


@given(mode_sets, kms, kms)
def test_fastest_is_monotonic(modes: list[TravelMode], a: float, b: float) -> None:
    km = sorted((a, b))
    estimate = fastest(modes, km, km, km)
    for band in (estimate.low, estimate.expected, estimate.high):
        assert band[0] <= band[1]


@given(mode_sets, st.sampled_from(TravelMode), kms)
def test_one_more_mode_never_costs_minutes(modes: list[TravelMode], extra: TravelMode, km: float) -> None:
    few, more = (fastest(ways, [km], [km], [km]) for ways in (modes, [*modes, extra]))
    assert more.expected[0] <= few.expected[0]


@given(mode_sets, kms)
def test_the_mode_named_is_the_mode_used(modes: list[TravelMode], km: float) -> None:
    estimate = fastest(modes, [km], [km], [km])
    if estimate.mode[0] == -1:
        assert estimate.expected[0] == inf
        assert all(km > speeds()[mode].max_reasonable_km for mode in modes)
    else:
        assert minutes(modes[estimate.mode[0]], [km]).expected[0] == estimate.expected[0]


def test_a_bike_is_not_offered_too_far_away() -> None:
    ways = [TravelMode.BIKE, TravelMode.BUS]
    assert fastest(ways, [3.0], [3.0], [3.0]).mode.tolist() == [0]
    assert fastest(ways, [12.0], [12.0], [12.0]).mode.tolist() == [1]
    assert fastest([TravelMode.BIKE], [7.0], [12.0], [17.0]).expected.tolist() == [inf]
    assert np.isfinite(fastest([TravelMode.BIKE], [7.0], [12.0], [17.0]).low).all()


@given(mode_sets, st.floats(0, 180), kms, st.floats(0, 5))
def test_reach_is_an_upper_bound(modes: list[TravelMode], limit: float, km: float, error: float) -> None:
    near = max(0.0, km - error)
    assume(fastest(modes, [near], [km], [km + error]).low[0] <= limit)
    assert near <= reach_km(modes, limit) + A_MILLIMETRE


@given(mode_sets, st.floats(0, 180))
def test_reach_is_not_wasteful(modes: list[TravelMode], limit: float) -> None:
    reach = reach_km(modes, limit)
    assume(reach > 0)
    assert fastest(modes, [reach * 0.999], [reach], [reach]).low[0] <= limit


def test_reach_without_a_limit_and_with_nothing_known() -> None:
    assert reach_km([TravelMode.WALK], inf) == pytest.approx(speeds()[TravelMode.WALK].max_reasonable_km)
    assert reach_km([TravelMode.BUS], 2) == 0
    assert reach_km([], 30) == reach_km([TravelMode.WALK], nan) == inf


def test_unknown_stays_unknown() -> None:
    estimate = fastest([TravelMode.WALK], [1.0, nan, 1.0], [nan, 1.0, 1.0], [1.0, 1.0, nan])
    assert np.isnan([estimate.low, estimate.expected, estimate.high]).all()
    assert (estimate.mode == -1).all()
    assert np.isnan(fastest([], [1.0], [1.0], [1.0]).expected).all()


def test_short_trips_agree_with_the_averages_of_cbs() -> None:
    road_km = {TravelMode.CAR: 2.5, TravelMode.BUS: 3.5}  # what an average trip of at most 5 km may be
    for mode, about in ((TravelMode.CAR, 9), (TravelMode.BUS, 23)):
        straight = road_km[mode] / speeds()[mode].detour.expected
        assert minutes(mode, straight).expected == pytest.approx(about, abs=2)
    assert minutes(TravelMode.BIKE, 5.0).expected < minutes(TravelMode.BUS, 5.0).expected


def test_the_default_fits_the_socket() -> None:
    travel: TravelTime = StraightLineTravel()
    assert isinstance(travel, TravelTime)
    assert travel.name == "straight-line"
    assert travel.version.startswith("1+")
    assert travel.reach_km([TravelMode.CAR], 30) == reach_km([TravelMode.CAR], 30)


Place = tuple[float, float, float]
places = st.lists(st.tuples(st.floats(51, 53), st.floats(4, 7), st.floats(0, 3)), min_size=1, max_size=20)


@given(mode_sets, places)
def test_a_place_does_not_depend_on_the_others(modes: list[TravelMode], rows: list[Place]) -> None:
    lat, lon, error = np.array(rows).T
    travel, home = StraightLineTravel(), (52.09, 5.11)
    whole = travel.minutes(home, modes, lat, lon, error)
    last = travel.minutes(home, modes, lat[-1:], lon[-1:], error[-1:])
    assert whole.km.tolist() == haversine_km(*home, lat, lon).tolist()
    for name in ("low", "expected", "high", "mode", "km"):
        assert getattr(whole, name)[-1] == getattr(last, name)[0]


def test_error_widens_and_an_unknown_home_is_unknown() -> None:
    travel, place = StraightLineTravel(), (np.array([52.10]), np.array([5.11]))
    home, walk = (52.09, 5.11), [TravelMode.WALK]
    sure, unsure = (travel.minutes(home, walk, *place, np.array([error])) for error in (0.0, 1.0))
    assert unsure.low[0] < sure.low[0]
    assert unsure.expected[0] == sure.expected[0]
    assert unsure.high[0] > sure.high[0]
    lost = travel.minutes((nan, nan), [TravelMode.WALK], *place, np.array([0.0]))
    assert np.isnan(lost.expected).all()
    assert "52." not in repr(sure)
