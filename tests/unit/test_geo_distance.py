"""Distances: known ones, the geodesic as oracle, the national grid, and points that cannot be used."""

from __future__ import annotations

import numpy as np
import pytest
from geopy.distance import geodesic
from hypothesis import given
from hypothesis import strategies as st

from wor_match.geo import (
    NL_LAT,
    NL_LON,
    check_point,
    haversine_km,
    in_netherlands,
    looks_swapped,
    rd_to_wgs84,
)

lats = st.floats(*NL_LAT)
lons = st.floats(*NL_LON)


@pytest.mark.parametrize(
    ("start", "end", "km"),
    [
        ((52.0894, 5.1101), (52.3789, 4.9003), 35.2),  # Utrecht Centraal - Amsterdam Centraal
        ((52.3789, 4.9003), (51.9244, 4.4690), 58.5),  # Amsterdam Centraal - Rotterdam Centraal
        ((53.2194, 6.5665), (50.8514, 5.6910), 269.8),  # Groningen - Maastricht
    ],
)
def test_known_distances(start: tuple[float, float], end: tuple[float, float], km: float) -> None:
    assert haversine_km(*start, [end[0]], [end[1]])[0] == pytest.approx(km, rel=0.005)


@given(lats, lons, lats, lons)
def test_at_most_a_third_of_a_percent_from_the_geodesic(a: float, b: float, c: float, d: float) -> None:
    oracle = geodesic((a, b), (c, d)).km
    assert haversine_km(a, b, [c], [d])[0] == pytest.approx(oracle, rel=0.0033, abs=2e-6)


Points = list[tuple[float, float]]


@given(lats, lons, st.lists(st.tuples(lats, lons), min_size=1, max_size=40))
def test_many_at_once_is_one_by_one_to_the_bit(lat: float, lon: float, points: Points) -> None:
    to = np.array(points)
    together = haversine_km(lat, lon, to[:, 0], to[:, 1])
    assert together.tolist() == [haversine_km(lat, lon, p, q).item() for p, q in points]


@given(lats, lons, lats, lons)
def test_there_is_as_far_as_back(a: float, b: float, c: float, d: float) -> None:
    assert haversine_km(a, b, c, d) == pytest.approx(haversine_km(c, d, a, b), abs=2e-6)


def test_unknown_stays_unknown() -> None:
    assert np.isnan(haversine_km(float("nan"), 5.0, [52.0], [5.0])).all()
    assert np.isnan(haversine_km(52.0, 5.0, [np.nan, 52.0], [5.0, np.nan])).all()


def test_the_other_side_of_the_earth_is_a_number() -> None:
    assert haversine_km(0.0, 0.0, 0.0, 180.0) == pytest.approx(20015.1, abs=0.1)


@pytest.mark.parametrize(
    ("x", "y", "lat", "lon"),
    [
        (155000, 463000, 52.15517440, 5.38720621),  # Amersfoort, the origin
        (120700.723, 487525.501, 52.37453253, 4.88352559),  # Westertoren, Amsterdam
        (233883.131, 582065.167, 53.21938317, 6.56820053),  # Martinitoren, Groningen
    ],
)
def test_rd_known_points(x: float, y: float, lat: float, lon: float) -> None:
    got = rd_to_wgs84(x, y)
    assert haversine_km(lat, lon, *got) < 0.001


def test_rd_outside_its_range_is_nan() -> None:
    x, y = np.array([463000.0, 5.38, np.nan]), np.array([155000.0, 52.15, 463000.0])
    assert np.isnan(rd_to_wgs84(x, y)).all()


@given(st.floats(14_000, 276_000), st.floats(306_000, 614_000))
def test_rd_keeps_lengths(x: float, y: float) -> None:
    (lat, lon), (lat2, lon2) = rd_to_wgs84(x, y), rd_to_wgs84(x + 600.0, y + 800.0)
    assert geodesic((lat, lon), (lat2, lon2)).km == pytest.approx(1.0, rel=0.0005)


@pytest.mark.parametrize(
    ("lat", "lon", "problem"),
    [
        (52.1, 5.1, None),
        (np.float32(52.1), np.float64(5.1), None),
        (0, 5.1, None),
        (None, None, "missing"),
        (52.1, "", "missing"),
        ("52.1", 5.1, "not_a_number"),
        (True, 5.1, "not_a_number"),
        (float("nan"), 5.1, "not_a_number"),
        (52.1, float("inf"), "not_a_number"),
        (90.1, 5.1, "out_of_range"),
        (52.1, -180.1, "out_of_range"),
        (0.0, -0.0, "zero_zero"),
    ],
)
def test_check_point(lat: object, lon: object, problem: str | None) -> None:
    assert check_point(lat, lon) == problem


@given(lats, lons)
def test_a_dutch_point_looks_swapped_only_when_swapped(lat: float, lon: float) -> None:
    assert in_netherlands(lat, lon)
    assert looks_swapped(lon, lat)
    assert not looks_swapped(lat, lon)
