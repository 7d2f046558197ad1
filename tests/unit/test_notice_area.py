"""Where a provider comes to people's homes, as the name of the place tells."""

import pytest

from wor_match.catalogue.notice import notice
from wor_match.catalogue.notice_area import area_in
from wor_match.domain.activity import Activity


@pytest.mark.parametrize(
    ("name", "area"),
    [
        ("Bij u thuis, gemeenten Heerlen en Landgraaf", ("Heerlen", "Landgraaf")),
        ("Bij u thuis, gemeente De Bilt", ("De Bilt",)),
        ("aan huis in Utrecht, Zeist & Bunnik", ("Utrecht", "Zeist", "Bunnik")),
        ("bij je thuis (Heerlen)", ("Heerlen",)),
        ("at home, Utrecht and Zeist", ("Utrecht", "Zeist")),
        ("Bij u thuis, Heerlen en Nuth", ()),
        ("Bij u thuis", ()),
        ("bij u thuis, in overleg", ()),
        ("Buurthuis Heerlen", ()),
        ("Huis aan huis, Utrecht", ()),
        ("Zorg aan huis Utrecht", ()),
        ("thuis-Ede", ()),
        ("", ()),
    ],
)
def test_municipalities_in_the_name_of_a_place(name, area):
    assert area_in(name) == area


def listed(**facts):
    return notice(
        Activity(id="a", title="Maatje", **{"places": [{"name": "Bij u thuis, Heerlen", "postcode": "6411"}], **facts})
    )


def test_it_fills_an_empty_area_of_a_home_visit_and_is_marked():
    seen = listed(setting="home_visit")
    assert seen.service_area == ("Heerlen",)
    assert seen.provenance["service_area"] == "prose"


@pytest.mark.parametrize(
    "facts",
    [
        {"setting": "home_visit", "service_area": ["Utrecht"]},
        {"setting": "onsite", "schedule": {"rules": [{"weekday": "tue"}]}, "places": [{"name": "Buurthuis Heerlen"}]},
        {"setting": "home_visit", "places": [{"name": "Bij u thuis, Heerlen"}, {"name": "Bij u thuis, Zeist"}]},
        {"setting": "home_visit", "places": []},
        {"setting": "home_visit", "places": [{"name": "Bij u thuis, Heerlen"}]},
        {"setting": "home_visit", "places": [{"name": "Bij u thuis, Houten", "municipality": "Utrecht"}]},
    ],
)
def test_it_leaves_all_else_as_it_is(facts):
    assert "service_area" not in listed(**facts).provenance
