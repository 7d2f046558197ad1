"""What is worth a visit, what is closed for now, and what is nobody's trip: small print of several rules."""

from datetime import date

import pytest

from making import catalogue, query
from wor_match import Catalogue, Client, Matcher
from wor_match.catalogue.marks import FROM_PROSE, LIKELY
from wor_match.catalogue.notice import notice
from wor_match.domain.activity import Activity
from wor_match.query.scene import Scene
from wor_match.rules import RULES

AS_OF = date(2026, 3, 2)
BY_NAME = {rule.name: rule for rule in RULES}


def scene(asking, offer):
    return Scene(asking, catalogue(offer).all_rows)


LONG = {"rules": [{"weekday": "tue", "start": "10:00", "end": "15:00"}]}
SHORT = {"rules": [{"weekday": "tue", "start": "10:30", "end": "13:30"}]}
MORNINGS = {"availability": {"slots": [{"weekday": "tue", "part": "morning"}]}}


@pytest.mark.parametrize(
    ("schedule", "kind", "verdict"),
    [
        (LONG, None, 0),  # two hours of five: a visit
        (LONG, "volunteering", -1),  # ... but no shift
        (LONG, "course", -1),
        (SHORT, None, 0),
        ({"rules": [{"weekday": "tue", "start": "11:30", "end": "15:00"}]}, None, -1),  # half an hour is no visit
    ],
)
def test_an_hour_and_a_half_of_a_long_afternoon_is_worth_asking(schedule, kind, verdict):
    rows = scene(query(**MORNINGS), {"title": "Soos", "schedule": schedule, "kind": kind})
    assert BY_NAME["hours"].check(rows).tolist() == [verdict]


@pytest.mark.parametrize(
    ("prose", "is_closed"),
    [
        ("Momenteel opnamestop tot 1 maart.", True),
        ("Nieuwe leden kunnen pas als er iemand vertrekt.", True),
        ("Er is pas weer plek als er iemand stopt.", True),
        ("Nieuwe leden zijn altijd welkom.", None),
    ],
)
def test_closed_for_now_is_closed(prose, is_closed):
    assert notice(Activity(id="a", title="Leesclub", description=prose)).group.is_closed is is_closed


@pytest.mark.parametrize(
    ("told", "setting"),
    [
        ({"title": "Bibliotheek aan huis"}, "home_visit"),
        ({"title": "Telefooncirkel"}, "home_visit"),
        ({"title": "Belcirkel", "setting": "online"}, "home_visit"),
        ({"title": "Soos", "places": [{"name": "Bij u thuis"}]}, "home_visit"),
        ({"title": "Soos aan huis", "kind": "volunteering"}, "onsite"),
        ({"title": "Huiskamer"}, "onsite"),
        ({"title": "Lezing over zorg aan huis", "schedule": LONG}, "onsite"),
        ({"title": "Belcirkel", "schedule": LONG}, "home_visit"),
    ],
)
def test_what_comes_home_or_calls_asks_no_trip(told, setting):
    assert notice(Activity(id="a", **told)).setting.value == setting


@pytest.mark.parametrize(
    ("description", "mark"),
    [("", LIKELY), ("Praktische hulp bij geldzaken.", LIKELY), ("Wij komen bij u thuis.", FROM_PROSE)],
)
def test_that_one_to_one_is_at_home_is_told_as_likely_unless_a_text_says_so(description, mark):
    told = notice(Activity(id="a", title="Werkwijzer", kind="one_to_one", description=description))
    assert (told.setting.value, told.provenance["setting"]) == ("home_visit", mark)
    answer = Matcher(Catalogue.from_activities([told]), as_of=AS_OF).recommend(Client(reference="c"))
    (card,) = answer.suggestions
    assert ("(waarschijnlijk; vraag het na)" in answer.to_text()) is (mark == LIKELY)
    assert {one.params["field"] for one in card.from_prose if one.code == "prose.likely"} >= (
        {"setting"} if mark == LIKELY else set()
    )


def test_without_parking_of_its_own_it_is_asked():
    place = {"lat": 52.09, "lon": 5.12, "access": {"parking": False, "step_free": True}}
    rows = scene(query(access_needs=["parking", "step_free"]), {"title": "Soos", "places": [place]})
    rule = BY_NAME["access"]
    assert rule.check(rows).tolist() == [0]
    assert rule.question(rows, 0).params == {"needs": ("parking",)}
