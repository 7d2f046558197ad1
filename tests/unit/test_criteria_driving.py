"""What cannot be done without driving, or without good eyes or ears."""

import pytest

from making import Asked, catalogue, query
from wor_match.criteria.driving import PERHAPS, no_driving
from wor_match.criteria.interest import UNABLE, InterestCriterion
from wor_match.query.scene import Scene


def values(**offer):
    found = no_driving(Scene(query(), catalogue(offer).all_rows))
    return [float(each[0]) for each in found]


@pytest.mark.parametrize(
    ("offer", "expected"),
    [
        ({"title": "Chauffeur buurtbus"}, [0, 0, 0]),
        ({"title": "Vrijwillige buschauffeurs gezocht", "kind": "volunteering"}, [0, 0, 0]),
        ({"title": "Voedselbank", "kind": "volunteering", "description": "Ook chauffeurs gezocht."}, [0, PERHAPS, 1]),
        ({"title": "Voedselbank", "description": "Met rijbewijs mag u rijden."}, [0, 1, 1]),
        ({"title": "Soos", "kind": "activity", "description": "Een chauffeur haalt u op."}, [1, 1, 1]),
        ({"title": "Soos"}, [1, 1, 1]),
    ],
)
def test_who_drives(offer, expected):
    assert values(**offer) == expected


BUS = {"title": "Chauffeur buurtbus", "kind": "volunteering", "description": "Voor wie van bussen houdt."}
LOVES_BUSES = {"interests": ["bussen en treinen"]}


@pytest.mark.parametrize(
    "told",
    [
        {"own_words": "Haar rijbewijs is ze kwijt. Ze mag niet meer rijden."},
        {"circumstances": ["visual_impairment"]},
        {"complaints": [{"term": "zeer slechtziend"}]},
    ],
)
def test_who_cannot_drive_can_hardly_be_the_driver(told):
    able = Asked(InterestCriterion(), query(**LOVES_BUSES), BUS).expected[0]
    unable = Asked(InterestCriterion(), query(**LOVES_BUSES, **told), BUS).expected[0]
    assert 0 < unable < 0.6 * able


def test_who_sees_little_gets_less_from_what_asks_for_eyes_unless_helped():
    camera = {"title": "Fotoclub", "description": "Wij fotograferen.", "kind": "activity"}
    helped = {**camera, "places": [{"access": {"visual_support": True}}]}
    liked = {"interests": ["fotograferen"]}
    plain = Asked(InterestCriterion(), query(**liked), camera).expected[0]
    asked = Asked(InterestCriterion(), query(**liked, circumstances=["visual_impairment"]), camera, helped)
    assert asked.expected == [pytest.approx(plain * UNABLE, abs=0.05), plain]
    assert asked.high[0] == plain
    singing = {"title": "Koor", "description": "Wij zingen.", "kind": "activity"}
    sings = {"interests": ["zingen"]}
    one, other = (
        Asked(InterestCriterion(), query(**sings, circumstances=c), singing).expected
        for c in ([], ["visual_impairment"])
    )
    assert one == other


@pytest.mark.parametrize("told", [{"circumstances": ["hearing_impairment"]}, {"own_words": "Ik ben slechthorend."}])
def test_who_hears_little_gets_less_from_a_talk_on_the_telephone(told):
    circle = {"title": "Telefooncirkel", "description": "Elke ochtend belt iemand.", "kind": "activity"}
    liked = {"interests": ["telefoongesprekken"]}
    plain = Asked(InterestCriterion(), query(**liked), circle).expected[0]
    assert 0 < Asked(InterestCriterion(), query(**liked, **told), circle).expected[0] < 0.6 * plain
