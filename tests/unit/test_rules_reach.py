"""Whether a provider who comes to people's homes comes to this one."""

import pytest

from making import catalogue, query
from wor_match.catalogue.columns import NO, UNKNOWN, YES
from wor_match.query.scene import Scene
from wor_match.rules.reach import ReachRule, serves


@pytest.mark.parametrize(
    ("area", "postcode", "municipality", "verdict"),
    [
        ((), "3434AB", "Nieuwegein", UNKNOWN),
        (("34",), None, None, UNKNOWN),
        (("34",), "3434 AB", None, YES),
        (("35",), "3434AB", None, NO),
        (("Nieuwegein",), None, "nieuwegein", YES),
        (("Utrecht",), None, "Nieuwegein", NO),
        (("34",), None, "Nieuwegein", UNKNOWN),
        (("Utrecht",), "3434AB", None, UNKNOWN),
        (("Utrecht", "34"), "3434AB", None, YES),
        (("Utrecht", "35"), "3434AB", "Nieuwegein", NO),
    ],
)
def test_an_area_is_postcodes_or_municipalities(area, postcode, municipality, verdict):
    assert serves(area, postcode, municipality) == verdict


def test_without_a_home_the_first_of_several_places_is_asked_about():
    parts = [{"title": "Eerst", "setting": "home_visit"}, {"title": "Dan", "setting": "home_visit"}]
    scene = Scene(query(travel={"is_homebound": True}), catalogue({"parts": parts}).all_rows)
    rule = ReachRule()
    assert rule.check(scene).tolist() == [UNKNOWN, UNKNOWN]
    assert rule.asks_about(scene, [1, 0]) == 1
    assert rule.ask(scene, 1) == ("area", {})


@pytest.mark.parametrize(
    ("area", "postcode", "municipality"),
    [(("9", "Utrecht"), "3434AB", None), (("Utrecht", "9"), None, "Zeist"), (("9a",), None, "Zeist")],
)
def test_what_is_not_told_of_a_home_leaves_it_open(area, postcode, municipality):
    assert serves(area, postcode, municipality) == UNKNOWN


@pytest.mark.parametrize(
    ("postcode", "area", "verdict"),
    [
        ("2511", ("Den Haag",), YES),
        ("5211", ("Den Bosch",), YES),
        ("3511", ("gemeente Utrecht",), YES),
        ("3511", ("Zeist", "De Bilt"), NO),
        ("3451", ("Vleuten",), UNKNOWN),
        ("3511", ("Utrecht-Oost",), UNKNOWN),
        ("3511", ("Zeist", "provincie Utrecht"), UNKNOWN),
        ("3511", ("heel Nederland",), UNKNOWN),
    ],
)
def test_a_name_that_no_table_knows_excludes_nobody(postcode, area, verdict):
    offer = {"setting": "home_visit", "service_area": area}
    scene = Scene(query(home={"postcode": postcode}), catalogue(offer).all_rows)
    assert ReachRule().check(scene).tolist() == [verdict]
