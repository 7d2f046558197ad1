"""Postcodes: what is one, where it lies, how sure that is."""

from __future__ import annotations

import csv
from importlib.resources import files

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from wor_match.geo import Postcode, haversine_km, in_netherlands, locate, located, parse_postcode

TABLE = files("wor_match.geo").joinpath("pc4.csv").read_text(encoding="utf-8")
ROWS = list(csv.DictReader(TABLE.splitlines()))
BUILDINGS = {"1012AB": (52.3789, 4.9003), "3511CE": (52.0907, 5.1214), "9712JN": (53.2192, 6.5680)}


@pytest.mark.parametrize("text", ["3511AB", "3511 ab", " 3511  Ab ", "3511\u00a0AB"])
def test_ways_to_write_one(text: str) -> None:
    assert parse_postcode(text) == Postcode("3511", "AB")


def test_four_digits_are_enough() -> None:
    assert parse_postcode("3511") == Postcode("3511")


WRONG = ["", "0511", "351", "35111", "3511A", "3511ABC", "3511SS", "3511 sd", "3511SA", "35 11AB", "٣٥١١"]


@pytest.mark.parametrize("text", WRONG)
def test_not_a_postcode(text: str) -> None:
    assert parse_postcode(text) is None
    assert locate(text) is None


@given(st.integers(1000, 9999), st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=2, max_size=2))
def test_letters_do_not_move_it(number: int, letters: str) -> None:
    if letters not in {"SA", "SD", "SS"}:
        assert locate(f"{number} {letters.lower()}") == locate(str(number))


@given(st.text(max_size=12))
def test_any_text_is_answered(text: str) -> None:
    place = locate(text)
    assert place is None or in_netherlands(place.lat, place.lon)


def test_po_boxes_and_unknown_codes_have_no_place() -> None:
    assert locate("1000") is None
    assert locate("9999ZZ") is not None
    assert np.isnan(located(["1000", "no"]).lat).all()


def test_many_at_once_is_one_by_one() -> None:
    codes = [row["postcode"] for row in ROWS]
    many = located(codes)
    one = [locate(code) for code in codes]
    assert many.lat.tolist() == [place.lat for place in one if place]
    assert many.error_km.tolist() == [place.error_km for place in one if place]


def test_no_codes_is_no_places() -> None:
    assert located([]).lat.shape == (0,)


def test_the_table_is_whole() -> None:
    assert len(ROWS) == len({row["postcode"] for row in ROWS}) == 4067
    many = located(row["postcode"] for row in ROWS)
    assert all(in_netherlands(lat, lon) for lat, lon in zip(many.lat, many.lon, strict=True))
    assert (many.error_km > 0).all()
    assert np.median(many.error_km) == pytest.approx(1.3, abs=0.01)


def test_known_buildings_lie_within_the_error() -> None:
    for code, (lat, lon) in BUILDINGS.items():
        place = locate(code)
        assert place is not None
        assert haversine_km(place.lat, place.lon, lat, lon) <= place.error_km + 0.2


def test_no_repr_tells_where_someone_lives() -> None:
    shown = repr(locate("3511AB")) + repr(parse_postcode("3511AB")) + repr(located(["3511AB"]))
    assert not any(part in shown for part in ("3511", "AB", "52.", "5.1", "Utrecht"))
