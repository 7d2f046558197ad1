"""What is for villages elsewhere, for people with another illness, or would harm; and who stays at home."""

import math

import pytest

from making import Asked, catalogue, query
from wor_match import Client, InputError
from wor_match.catalogue.columns import NO, UNKNOWN
from wor_match.criteria.dislikes import DislikesCriterion
from wor_match.criteria.interest import InterestCriterion
from wor_match.criteria.purpose import UNCALLED, PurposeCriterion
from wor_match.query.scene import Scene
from wor_match.rules import RULES
from wor_match.rules.local_area import Based, is_elsewhere, is_local
from wor_match.vocabulary.tables import read_table

REACH = next(rule for rule in RULES if rule.name == "reach")
VOLKEL = {"lat": 51.6441, "lon": 5.6536, "municipality": "Uden", "geo_precision": "address"}
SCHIJNDEL = {"lat": 51.6189, "lon": 5.4372, "municipality": "Meierijstad"}


def reach(area, *, at=VOLKEL, home=SCHIJNDEL):
    visits = {"setting": "home_visit", "service_area": area, "places": [at] if at else []}
    scene = Scene(query(home=home, travel={"modes": ["car"], "max_minutes": 20}), catalogue(visits).all_rows)
    (verdict,) = REACH.check(scene)
    return verdict


def test_a_village_far_from_here_is_not_here():
    assert reach(["Volkel", "Odiliapeel"]) == NO


@pytest.mark.parametrize(
    ("area", "how"),
    [
        ([], {}),  # no area told: it may be anywhere
        (["Volkel en omgeving"], {}),
        (["Twente"], {}),  # a region may be large
        (["Oost-Brabant"], {}),
        (["Volkel"], {"at": None}),  # where that is is not told
        (["Volkel"], {"at": VOLKEL | {"geo_precision": "organisation"}, "home": SCHIJNDEL | {"lon": 5.55}}),
        (["Volkel"], {"home": SCHIJNDEL | {"municipality": "Uden"}}),  # a village of the client's own municipality
        (["Volkel"], {"home": {"lat": 51.66, "lon": 5.60, "municipality": "Maashorst"}}),  # near enough to ask
    ],
)
def test_where_it_may_be_here_it_is_asked(area, how):
    assert reach(area, **how) == UNKNOWN


def test_far_is_far_whatever_the_errors():
    near, far = ((VOLKEL["lat"], VOLKEL["lon"] - degrees, 0.0) for degrees in (0.1, 0.2))
    based = Based(VOLKEL["lat"], VOLKEL["lon"], 0.0, "uden")
    assert not is_elsewhere(based, near, "oss")
    assert is_elsewhere(based, far, "oss")
    assert not is_elsewhere(based, (*far[:2], 5.0), "oss")
    assert not is_elsewhere(based._replace(lat=math.nan), far, "oss")
    assert not is_elsewhere(based, far, "")
    assert not is_elsewhere(based, None, "oss")


def test_regions_have_a_source_and_are_no_single_places():
    rows = read_table("regions")
    assert all(row["source"] for row in rows)
    assert not any(is_local(row["region"].title()) for row in rows)


def test_a_group_for_people_with_another_illness_hardly_answers_a_wish():
    painting = {"title": "Schilderen", "themes": ["drawing_painting"]}
    asked = Asked(
        InterestCriterion(),
        query(interests=["schilderen"]),
        painting,
        painting | {"title": "Schilderen met hersenletsel", "group": {"audiences": ["stroke_abi"]}},
    )
    everyone, others = asked.expected
    assert others < 0.2 * everyone


@pytest.mark.parametrize(
    ("words", "harm"),
    [
        ("Ik ben van de drank af.", {"description": "Na afloop is er een borrel."}),
        ("Bel niet naar huis, hij controleert mijn telefoon.", {"setting": "home_visit"}),
    ],
)
def test_what_would_harm_is_no_purpose_and_is_told_as_the_limit_that_it_is(words, harm):
    asked = Asked(
        PurposeCriterion(), query(own_words=words), harm, {"setting": "onsite", "description": "Zonder drank."}
    )
    assert asked.expected[0] <= UNCALLED < asked.expected[1] == 1
    assert asked.cases() == [[], []]
    told = Asked(DislikesCriterion(), query(own_words=words), harm)
    assert (False, "limit") in told.cases()[0]


@pytest.mark.parametrize("none", [0, 0.0, "0"])
def test_who_will_be_no_minute_under_way_stays_at_home(none):
    client = Client(reference="c", travel={"max_minutes": none})
    assert (client.travel.is_homebound, client.travel.max_minutes) == (True, None)
    assert Client.model_validate_json(client.model_dump_json()) == client
    with pytest.raises(InputError, match="homebound"):
        Client(reference="c", travel={"max_minutes": none, "is_homebound": False})
    with pytest.raises(InputError):
        Client(reference="c", travel={"max_minutes": -1})


def test_who_walks_with_a_rollator_is_offered_no_long_walk_as_what_they_like():
    walks = {"title": "Wandelen", "description": "Wij wandelen tien kilometer."}
    asked = [
        Asked(InterestCriterion(), query(interests=["wandelen"], travel={"modes": [mode]}), walks).expected[0]
        for mode in ("rollator", "bike")
    ]
    assert asked[0] < asked[1]
