"""Where people gather tells nothing of what they do."""

import pytest

from wor_match import Activity, Catalogue
from wor_match.catalogue.meeting_point import without_meeting_point
from wor_match.catalogue.words import theme_strengths


@pytest.mark.parametrize(
    ("prose", "rest"),
    [
        ("Vertrek 9.00 uur bij het zwembad. Kosten 5 euro.", ". Kosten 5 euro."),
        ("Verzamelen bij de bibliotheek aan de Markt.", " aan de Markt."),
        ("Verzamelen om 9.45 uur bij de ingang van zwembad De Fuik.", "."),
        ("Parkeren kan achter de kerk.", "."),
        ("Wij zitten tegenover het zwembad.", "Wij zitten ."),
        ("We meet at the library every week.", "We  every week."),
        ("Start op dinsdag met zingen.", "Start op dinsdag met zingen."),
        (
            "We leren schilderen. Start in mei. Ook dansen bij ons.",
            "We leren schilderen. Start in mei. Ook dansen bij ons.",
        ),
    ],
)
def test_only_the_meeting_point_is_left_out(prose, rest):
    assert without_meeting_point(prose) == rest


def test_a_walk_that_starts_at_the_pool_does_not_swim():
    walk = Activity(id="a", title="Op stap", description="Rondje van 5 km. We starten om tien uur bij het zwembad.")
    swim = Activity(id="b", title="Op stap", description="Wij zwemmen in het zwembad.")
    assert theme_strengths(walk).get("swimming", 0.0) == 0.0 < theme_strengths(swim)["swimming"]
    assert Catalogue.from_activities([walk]).activities[0].description == walk.description
