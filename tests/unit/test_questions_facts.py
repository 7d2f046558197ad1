"""Questions ask what is not known and can be, once, and in the order of the number that they tell."""

from __future__ import annotations

import re

import pytest

from making import Asked, catalogue, query
from wor_match import Catalogue, Client, Matcher, load_sample, load_sample_remedies
from wor_match.criteria import CRITERIA
from wor_match.criteria.base import Criterion, OpenFacts
from wor_match.criteria.limits_asked import can_matter
from wor_match.domain.activity import Activity
from wor_match.domain.wishes import Availability
from wor_match.errors import PluginError
from wor_match.explain.intake_facts import ASKS
from wor_match.plugged import asked_criteria
from wor_match.query.scene import Scene
from wor_match.query.sessions import goes_out_in_evening
from wor_match.sample import SAMPLE_DATE
from wor_match.testing import TODAY

SAMPLE, PEOPLE = load_sample()
MATCHER = Matcher(SAMPLE, as_of=SAMPLE_DATE, remedies=load_sample_remedies())
BY_NAME = {one.name: one for one in CRITERIA}
EVENING_ASK = next(one for one in ASKS if one.fact == "travel.evening")
GROUP = {"title": "Xqz", "description": "Gezellig.", "kind": "activity", "themes": ["sewing"], "group": {"size": 8}}


FULL = {"is_full": True}
WEEKLY = {"rules": [{"weekday": "mon", "start": "10:00", "end": "12:00"}]}


def open_facts(name, asking, **offer):
    asked = Asked(BY_NAME[name], asking, {"title": "Xqz", "description": "Gezellig.", **offer})
    found = asked.criterion.open_facts(asked.scene, 0)
    return found, [float(each[0]) for each in asked.values]


def careful(**client):
    return query(goes_alone="no", readiness=3, **client)


@pytest.mark.parametrize("client", PEOPLE, ids=lambda one: one.reference)
def test_of_a_first_step_that_is_told_nothing_is_asked(client):
    for one in MATCHER.questions(client, most=50):
        facts = one.question.params.get("facts", ())
        assert one.question.code != "next.about_first_step"
        if one.activity_id is not None and one.fact == "first_step":
            step, kind = SAMPLE[one.activity_id].first_step, SAMPLE[one.activity_id].kind
            assert facts
            assert not (step.sign_up and "first_step.sign_up" in facts)
            assert not (step.companion_welcome is not None and "first_step.companion" in facts)
            assert not (step.free_to_skip is not None and "first_step.skip" in facts)
            assert not (kind == "one_to_one" and set(facts) - {"first_step.sign_up"})


def test_the_facts_that_are_not_known_are_asked_in_words_for_them():
    step = {"sign_up": "call", "companion_welcome": True}
    found, _ = open_facts("first_step", careful(), **GROUP, first_step=step)
    assert found.names == ("first_step.trial", "first_step.skip", "first_step.welcome")
    told = {
        "sign_up": "call",
        "companion_welcome": True,
        "trial_possible": False,
        "look_in_possible": False,
        "free_to_skip": True,
    }
    group = {"size": 8, "welcomes_newcomers": True}
    found, _ = open_facts("first_step", careful(), **{**GROUP, "group": group}, first_step=told)
    assert found.names == ("first_step.beginners",)
    found, _ = open_facts("first_step", careful(), **{**GROUP, "themes": ["coffee_meeting"], "group": group},
                          first_step=told)  # fmt: skip
    assert found.names == ()


def test_where_it_cannot_be_it_is_not_asked():
    online = {**GROUP, "kind": "course", "setting": "online", "places": []}
    found, (low, expected, high) = open_facts("first_step", careful(), **online, first_step={"sign_up": None})
    assert found.names == ("first_step.sign_up",)
    assert low < found.low < expected < found.high < high, "only what is asked can turn out"
    buddy = {"kind": "one_to_one", "setting": "home_visit", "group": {"size": 2}, "first_step": {"sign_up": "call"}}
    assert open_facts("first_step", careful(), **buddy)[0].names == ()
    walk_in = open_facts("first_step", careful(), **GROUP, first_step={"sign_up": "walk_in"})[0].names
    assert "first_step.trial" not in walk_in


def test_of_money_places_effort_and_group_only_what_is_open():
    poor = query(budget_eur_per_month=20)
    assert open_facts("money", poor, cost={})[0].names == ("money.price", "money.reduction")
    assert open_facts("money", poor, cost={"amount_eur": 5})[0].names == ("money.period", "money.reduction")
    assert open_facts("money", poor, cost={"amount_eur": 5, "per": "time", "reduced_eur": 2})[0].names == ()
    assert open_facts("money", poor, cost={"amount_eur": 0})[0].names == ()
    assert open_facts("places", query(), **GROUP, schedule=WEEKLY, capacity={})[0].names == ("places.room",)
    assert open_facts("places", query(), **GROUP, schedule=WEEKLY, capacity=FULL)[0].names == ("places.wait",)
    assert open_facts("places", query(), **GROUP, schedule=WEEKLY, capacity={"places_free": 3})[0].names == ()
    weak = query(max_physical_effort=1)
    assert open_facts("effort", weak, effort={})[0].names == ("effort.physical", "effort.pace")
    assert open_facts("effort", weak, effort={"physical": 1, "pace": "slow"})[0].names == ()
    shy = query(max_social_effort=1, group={"size": "small", "gender": "women", "leader": "women"})
    every = open_facts("group", shy, kind="activity", group={}, effort={})[0].names
    assert every == ("group.size", "group.leader", "group.social")  # who comes is told
    size = open_facts("group", shy, kind="activity", group={"size": 8}, effort={"social": 1})[0].names
    assert "group.size" not in size
    assert "group.social" not in size


def test_a_criterion_of_a_host_says_what_is_open_or_nothing():
    class Own(type(BY_NAME["money"])):
        name = "own"

    class Plain(Own):
        name = "plain"
        open_facts = Criterion.open_facts

    asked = Asked(BY_NAME["money"], query(budget_eur_per_month=20), {"cost": {}})

    class Wrong(Own):
        name = "wrong"

        def open_facts(self, scene, place):
            return OpenFacts(("money.price",), 0.9, 0.1)

    own, plain, wrong = asked_criteria([Own(), Plain(), Wrong()])
    assert own.open_facts(asked.scene, 0).names == ("money.price", "money.reduction")
    assert plain.open_facts(asked.scene, 0) is None
    with pytest.raises(PluginError, match="open_facts"):
        wrong.open_facts(asked.scene, 0)


@pytest.mark.parametrize(
    ("client", "answer"),
    [
        ({}, None),
        ({"availability": [{"weekday": "mon", "part": "morning"}]}, None),
        ({"availability": [{"weekday": "mon", "start": "13:00", "end": "19:00"}]}, None),
        ({"availability": [{"weekday": "wed", "part": "evening"}]}, True),
        ({"availability": [{"weekday": "wed", "start": "13:00", "end": "21:00"}]}, True),
        ({"availability": [{"weekday": "wed", "part": "evening"}], "travel": {"evening": False}}, False),
        ({"travel": {"evening": True}}, True),
    ],
)
def test_who_named_hours_in_the_evening_answered_whether_they_go_out_then(client, answer):
    one = Client(reference="c", **client)
    assert goes_out_in_evening(one) is answer
    assert EVENING_ASK.is_open(one) is (answer is None)


def test_hours_in_the_evening_exclude_nothing_and_hours_by_day_neither():
    late = {
        "id": "a",
        "title": "Wandelen",
        "schedule": {"rules": [{"weekday": "wed", "start": "19:30", "end": "21:00"}]},
    }
    for hours in ([{"weekday": "wed", "part": "evening"}], None):
        client = Client(reference="c", interests=["wandelen"], availability=hours)
        assert "evening" not in Matcher(catalogue(late), as_of=TODAY).recommend(client).excluded.counts


@pytest.mark.parametrize("client", PEOPLE, ids=lambda one: one.reference)
def test_the_number_that_is_told_is_the_one_by_which_they_stand(client):
    found = MATCHER.questions(client)
    told = re.findall(r"gemiddeld ([\d,]+) plaats", found.to_text())
    numbers = [float(one.replace(",", ".")) for one in told]
    assert numbers == sorted(numbers, reverse=True)
    assert numbers or not any(one.expected_change for one in found)
    assert "hoogstens" not in "".join(re.findall(r"\(verandert[^)]*\)", found.to_text()))


def test_of_one_building_the_same_is_asked_once():
    found = MATCHER.questions(next(one for one in PEOPLE if one.reference == "c-09"))
    toilets = [one for one in found if one.fact == "access"]
    assert len(toilets) == 2
    assert found.to_text().count("aangepast toilet") == 1
    assert "Over ‘Open atelier’ en ‘Schildergroep De Kwast’: is er een aangepast toilet?" in found.to_text()


def asked_limits(limit, **offer):
    activity = {"title": "Xqz", "description": "Gezellig.", "themes": (), "kind": "activity", **offer}
    scene = Scene(query(), catalogue(activity).all_rows)
    return can_matter(limit, scene, 0)


HOME = {"kind": "one_to_one", "setting": "home_visit", "group": {"size": 2}}


@pytest.mark.parametrize(
    ("limit", "offer", "asked"),
    [
        ("no_alcohol", {}, True),
        ("no_alcohol", HOME, False),
        ("no_alcohol", {"kind": "one_to_one"}, False),
        ("no_alcohol", {"kind": "one_to_one", "setting": "onsite"}, False),
        ("no_alcohol", {"kind": "service", "setting": "onsite"}, False),
        ("no_alcohol", {"kind": "volunteering", "themes": ["volunteering_practical", "vehicles"]}, False),
        ("no_alcohol", {"kind": "volunteering", "themes": ["volunteering_hospitality"]}, True),
        ("no_alcohol", {"setting": "online", "places": []}, False),
        ("no_impact", {"themes": ["coffee_meeting"]}, False),
        ("no_impact", {"themes": ["dance"]}, True),
        ("no_impact", {"effort": {"physical": 3}}, True),
        ("no_lifting", {"effort": {"physical": 1}}, False),
        ("no_lifting", {"effort": {"physical": 2}}, True),
        ("no_lifting", {"effort": {}}, True),
        ("no_lifting", {"themes": ["gardening"], "effort": {"physical": 1}}, True),
        ("no_lifting", {**HOME, "effort": {"physical": 2}}, False),
        ("no_stairs", {"themes": ["dogs"]}, False),
        ("no_stairs", {"themes": ["singing"]}, True),
        ("no_touching", {"setting": "online", "places": []}, False),
        ("no_touching", HOME, True),
        ("own_hours", HOME, True),
        ("no_illness_talk", {"themes": ["coffee_meeting"]}, False),
        ("no_illness_talk", {"themes": ["good_talk"]}, True),
        ("with_dog", {"setting": "online", "places": []}, False),
        ("with_dog", {}, True),
    ],
)
def test_a_limit_is_asked_only_where_it_may_not_be_kept(limit, offer, asked):
    assert asked_limits(limit, **offer) is asked


def test_membership_is_asked_without_a_price_that_is_told():
    for reference, activity_id in (("c-05", "wandelclub"), ("c-17", "harmonie")):
        client = next(one for one in PEOPLE if one.reference == reference)
        shown = [one for one in MATCHER.recommend(client, k=30).suggestions if one.activity.cost.amount_eur is not None]
        asked = [q.code for one in shown for q in (*one.call_first, *one.more_questions) if q.rule == "membership"]
        assert asked, activity_id
        assert set(asked) == {"ask.membership.how"}


def test_what_resembles_a_name_to_avoid_is_asked_by_the_coach_and_never_read_by_the_client():
    client = next(one for one in PEOPLE if one.reference == "c-15")
    advice = MATCHER.recommend(client)
    there = [one for one in advice.suggestions if any("De Kil" in place.name for place in one.activity.places)]
    assert there
    for one in there:
        assert one.call_first[0].code == "ask.avoid.alike"
        assert "Kil" not in str(one.call_first[0].params)
    assert "wil mijden" in advice.to_text()
    for text in (advice.to_text(audience="client"), advice.leaflet(), advice.to_html(audience="client")):
        assert "mijd" not in text
    asking = Client(reference="c", interests=["wandelen", "hardlopen"], avoid=["SV De Kil"])
    near = Catalogue.from_activities([
        Activity(id=f"a{n}", title="Wandelen", places=[{"name": "Sportpark De Kil"}]) for n in range(2)
    ])  # fmt: skip
    found = Matcher(near, as_of=TODAY).questions(asking, 1, 50)
    about = [one for one in found if one.fact == "avoid"]
    assert about
    assert all(one.to_text(audience="client") == "" != one.to_text() for one in about)


def test_an_empty_availability_says_nothing_of_the_evening():
    assert goes_out_in_evening(Client(reference="c", availability=Availability(slots=()))) is None
