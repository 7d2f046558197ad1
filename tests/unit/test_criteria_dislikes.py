"""What the client does not want, where it only weighs."""

import pytest

from making import HOME, Asked, matcher, near, query
from wor_match import Client
from wor_match.criteria.causes import CHECKS
from wor_match.criteria.dislikes import DislikesCriterion
from wor_match.criteria.interest import InterestCriterion
from wor_match.criteria.limits import LIMIT_CHECKS, limits_of
from wor_match.query.endurance import NOT_LONG_THERE
from wor_match.query.own_hours import OWN_HOURS
from wor_match.query.own_words import LIMIT_CAUSE
from wor_match.query.who_told import OWN_AGE, OWN_GENDER
from wor_match.vocabulary.tables import read_table

BINGO = {"title": "Soosmiddag", "description": "We spelen bingo en kaarten."}
TUIN = {"title": "Tuinclub", "description": "Schoffelen en oogsten."}


def test_it_applies_when_a_dislike_or_a_limit_was_understood():
    criterion = DislikesCriterion()
    assert criterion.applies(query(dislikes=["bingo"]))
    assert criterion.applies(query(dislikes=["het is er te druk"]))
    assert criterion.applies(query(own_words="Ik kan de trap niet meer op."))
    assert not criterion.applies(query(dislikes=["plorkwiz"]))
    assert not criterion.applies(query())


def test_touching_a_dislike_lowers_it_and_is_told():
    asked = Asked(DislikesCriterion(), query(dislikes=["bingo"]), BINGO, TUIN)
    assert asked.is_known()
    assert asked.expected[0] < asked.expected[1]
    assert asked.cases() == [[(False, "touches")], []]
    assert asked.tellings()[0][0].params == {"phrase": "bingo"}


def test_the_strongest_of_several_dislikes_counts():
    one = Asked(DislikesCriterion(), query(dislikes=["bingo"]), BINGO).expected
    two = Asked(DislikesCriterion(), query(dislikes=["plorkwiz", "bingo"]), BINGO)
    assert two.expected == one
    assert two.tellings()[0][0].params == {"phrase": "bingo"}


def test_dreaded_circumstances_are_spared_or_shared():
    offers = [{"group": {"size": 4}}, {"group": {"size": 60}}, {}]
    asked = Asked(DislikesCriterion(), query(dislikes=["grote groepen"]), *offers)
    assert asked.expected[0] > asked.expected[2] > asked.expected[1]
    assert asked.cases() == [[(True, "spares")], [(False, "dreaded")], []]
    assert asked.tellings()[1][0].params == {"cause": "too_large"}


def test_a_limit_read_in_their_words_is_dreaded():
    offers = [{"places": [{"access": {"step_free": told}}]} for told in (True, False)]
    asked = Asked(DislikesCriterion(), query(own_words="Ik kan de trap niet meer op."), *offers)
    assert asked.expected[0] == 1 > 0.5 > asked.expected[1]
    assert asked.cases() == [[(True, "spares")], [(False, "limit")]]


def test_theme_and_circumstance_are_averaged():
    asked = Asked(DislikesCriterion(), query(dislikes=["bingo", "het was te ver lopen de trap op"]), TUIN)
    assert 0 <= asked.expected[0] <= 1


def test_a_facet_counts_for_half():
    facet = Asked(DislikesCriterion(), query(dislikes=["muziek"]), {"title": "Xqz", "themes": ["music"]})
    theme = Asked(DislikesCriterion(), query(dislikes=["bingo"]), {"title": "Xqz", "themes": ["bingo"]})
    assert facet.expected[0] >= 0.5 > theme.expected[0]


def at(start, end):
    return {"schedule": {"rules": [{"weekday": "mon", "start": start, "end": end}]}}


#: Limit -> (spares, touches, tells nothing).
LIMITS = {
    "no_evening": (at("10:00", "12:00"), at("19:30", "21:30"), {}),
    "no_phone_calls": (
        {"first_step": {"sign_up": "walk_in"}},
        {"first_step": {"sign_up": "call"}},
        None,
    ),
    "needs_toilet": (
        {"places": [{"access": {"accessible_toilet": True}}]},
        {"places": [{"access": {"accessible_toilet": False}}]},
        {},
    ),
    "no_religion": ({"title": "Soos"}, {"title": "Xqz", "themes": ["faith"]}, None),
    "no_reading": ({"title": "Soos"}, {"title": "Xqz", "themes": ["reading"]}, None),
    "short_walks": ({"title": "Soos"}, {"title": "Xqz", "themes": ["walking"]}, None),
    "no_pets_allergy": ({"title": "Soos"}, {"title": "Xqz", "themes": ["dogs"]}, None),
    "not_sunday": (at("10:00", "12:00"), {"schedule": {"rules": [{"weekday": "sun"}]}}, {}),
    "poor_sight": ({"support_for": ["visual"]}, {"places": [{"access": {"visual_support": False}}]}, {}),
    "no_alcohol": ({"description": "Het is alcoholvrij."}, {"description": "Na afloop is er een borrel."}, {}),
    "no_smoking": ({"description": "Het gebouw is rookvrij."}, {"description": "Er is een rookruimte."}, {}),
    "no_heat": ({"description": "Niet in warm water."}, {"description": "Wij gaan naar de sauna."}, {}),
    "no_screens": ({"title": "Soos"}, {"title": "Soos", "setting": "online"}, None),
    "no_lifting": (
        {"description": "U hoeft niet te tillen."},
        {"description": "We sjouwen met dozen."},
        {"effort": {}},
    ),
    "no_impact": ({"title": "Soos"}, {"title": "Xqz", "themes": ["dance"]}, None),
    "no_long_walks": (
        {"title": "Soos"},
        {"title": "Xqz", "themes": ["walking"], "description": "We wandelen 10 km."},
        None,
    ),
    "no_driving": (
        {"title": "Soos", "description": "Een chauffeur haalt u op.", "kind": "activity"},
        {"title": "Chauffeur buurtbus"},
        None,
    ),
    **dict.fromkeys(
        ("uses_rollator", "uses_wheelchair", "uses_mobility_scooter"),
        (
            {"places": [{"access": {"step_free": True}}]},
            {"places": [{"access": {"step_free": False}}]},
            {},
        ),
    ),
    "no_children": ({"title": "Soos"}, {"title": "Xqz", "themes": ["parents_children"]}, None),
    "no_grief_group": ({"title": "Soos"}, {"title": "Xqz", "themes": ["bereavement_peers"]}, None),
    "no_home_contact": ({"title": "Soos"}, {"title": "Soos", "setting": "home_visit"}, None),
    "no_touching": ({"description": "Zonder aanraking."}, {"description": "Wij masseren elkaar."}, {}),
    "not_alone": (
        {"first_step": {"companion_welcome": True}},
        {"first_step": {"companion_welcome": False, "buddy_available": False}},
        {},
    ),
    "no_long_sitting": ({"effort": {"physical": 2}}, {"description": "Een lezing."}, {}),
    "with_children": (
        {"description": "Neem gerust je kinderen mee."},
        {"description": "Kinderen kunnen helaas niet mee."},
        {},
    ),
    "with_dog": ({"description": "Honden zijn welkom."}, {"description": "Honden zijn niet toegestaan."}, {}),
    "little_dutch": (
        {"language": {"has_interpreter": True}},
        {"language": {"languages": ["nl"], "dutch_level_needed": "C1"}},
        {},
    ),
    "low_budget": ({"cost": {"amount_eur": 0}}, {"cost": {"amount_eur": 80, "per": "month"}}, {}),
}


@pytest.mark.parametrize("limit", LIMITS)
def test_a_limit_that_was_only_read_weighs_and_is_told(limit):
    spares, touches, silent = LIMITS[limit]
    asking = limited(limit)
    offers = [spares, touches] + ([] if silent is None else [silent])
    asked = Asked(DislikesCriterion(), asking, *({"title": "Iets", **one} for one in offers))
    assert asked.expected[0] == 1 > asked.expected[1]
    assert asked.cases()[:2] == [[], [(False, "limit")]]
    assert asked.tellings()[1][0].params == {"limit": limit}
    if silent is not None:
        assert asked.expected[0] >= asked.expected[2] >= asked.expected[1]
        assert asked.cases()[2] == []


def limited(limit, **client):
    phrases = [row["phrase"] for row in read_table("limit_words") if row["limit"] == limit and row["language"] == "nl"]
    asking = query(own_words=f"Ja: {phrases[0]}.", **client)
    assert limit in asking.limits
    return asking


STAIRS = {"places": [{**near(1), "access": {"step_free": False}}]}


def test_a_limit_that_is_also_a_cause_is_told_as_a_limit_with_its_question():
    asked = Asked(DislikesCriterion(), limited("no_stairs"), STAIRS)
    assert asked.cases() == [[(False, "limit")]]
    assert asked.tellings()[0][0].params == {"limit": "no_stairs"}
    named = Asked(DislikesCriterion(), query(dislikes=["het was te ver lopen de trap op"]), STAIRS)
    assert (False, "dreaded") in named.cases()[0]


def test_every_limit_that_can_be_checked_is_tried_here():
    assert {*LIMITS, "no_bus", OWN_HOURS, NOT_LONG_THERE, OWN_AGE, OWN_GENDER} == set(LIMIT_CHECKS)


def test_every_limit_that_can_be_read_is_weighed():
    read = {row["limit"] for row in read_table("limit_words")} - {"nothing"}
    causes = {limit for limit, cause in LIMIT_CAUSE.items() if cause in CHECKS}
    assert read | {OWN_HOURS, NOT_LONG_THERE, OWN_AGE, OWN_GENDER} == set(LIMIT_CHECKS) | causes


EARLY, LATE = at("09:00", "10:30"), at("14:00", "15:30")
ON_SATURDAY = {"schedule": {"rules": [{"weekday": "sat", "start": "14:00", "end": "15:30"}]}}


@pytest.mark.parametrize(
    ("words", "offer", "expected"),
    [
        ("Voor elven komt ze de deur niet uit.", EARLY, 0),
        ("Voor elven komt ze de deur niet uit.", LATE, 1),
        ("Voor tien uur lukt niets.", EARLY, 1 / 3),
        ("Voor tien uur lukt niets.", at("09:00", "13:00"), 1),  # of an open house an hour and a half is enough
        ("Na tweeën is ze op.", LATE, 0),
        ("Na tweeën is ze op.", ON_SATURDAY, 0),
        ("Om twee uur moet ze bij de school staan.", LATE, 0),
        ("Om twee uur moet ze bij de school staan.", ON_SATURDAY, 1),
        ("Voor elven lukt niets.", {"schedule": {"is_flexible": True}}, 1),
    ],
)
def test_hours_that_a_client_told_of_weigh(words, offer, expected):
    asked = Asked(DislikesCriterion(), query(own_words=words), {"title": "Iets", **offer})
    values = asked.values
    assert values.expected[0] == pytest.approx(1 - 0.7 * (1 - expected) * 0.7 - 0.3 * (1 - expected))
    told = [(False, "limit")] if expected <= 0.5 else []
    assert asked.cases()[0] == told


def test_hours_that_are_not_told_are_asked_and_of_several_sessions_the_best_counts():
    asking = query(own_words="Na tweeën is ze op.")
    both = {"schedule": {"rules": [*EARLY["schedule"]["rules"], *LATE["schedule"]["rules"]]}}
    offers = [{"title": "Iets"}, {"title": "Iets", **both}, {"title": "Iets", **at("09:00", None)}]
    every = {"schedule": {**both["schedule"], "sessions": "all"}}
    asked = Asked(DislikesCriterion(), asking, *offers, {"title": "Iets", **every})
    assert 0 < asked.expected[3] < asked.expected[0] < asked.expected[1] == asked.expected[2] == 1
    assert asked.values.low[0] == asked.values.low[2] == asked.values.low[3] < asked.expected[0]
    questions = [asked.criterion.ask(asked.scene, int(row)) for row in asked._place]
    assert questions[0] == ("limit", {"limits": (OWN_HOURS,)})
    assert questions[1] is None
    assert questions[3] is None


@pytest.mark.parametrize(
    ("limit", "filled"),
    [
        ("no_evening", {"travel": {"evening": False}}),
        ("not_sunday", {"availability": [{"weekday": "mon"}]}),
        ("needs_toilet", {"access_needs": ["accessible_toilet"]}),
        ("poor_sight", {"access_needs": ["visual_support"]}),
        ("low_budget", {"budget_eur_per_month": 10}),
        ("low_budget", {"has_city_pass": True}),
    ],
)
def test_a_limit_that_was_filled_in_as_well_counts_once(limit, filled):
    assert limits_of(limited(limit)) == (limit,)
    assert limits_of(limited(limit, **filled)) == ()


def asked_limits(asking, *offers):
    asked = Asked(DislikesCriterion(), asking, *offers)
    return [asked.criterion.ask(asked.scene, int(row)) for row in asked._place]


@pytest.mark.parametrize("limit", LIMITS)
def test_where_it_is_not_told_whether_a_limit_can_be_kept_it_is_asked(limit):
    spares, touches, silent = LIMITS[limit]
    offers = [{"title": "Iets", "description": "Gezellig.", **one} for one in (spares, touches, silent or {})]
    first, second, third = asked_limits(limited(limit), *offers)
    assert first is second is None
    unless = {
        "no_religion",
        "no_reading",
        "no_pets_allergy",
        "short_walks",
        "no_screens",
        "no_home_contact",
        "no_impact",
        "no_driving",
        "no_long_walks",
        "no_children",
        "no_grief_group",
    }  # what a listing is about is known by its words
    assert third == (None if limit in unless else ("limit", {"limits": (limit,)}))


def test_a_limit_that_is_also_a_cause_is_asked_too_unless_a_rule_does():
    asking = limited("no_stairs")
    steps = {"limits": ("no_stairs",)}
    assert asked_limits(asking, STAIRS, {"places": [near(1)]}) == [None, ("limit", steps)]  # STAIRS is told against
    assert asked_limits(limited("no_stairs", access_needs=["step_free"]), {"places": [near(1)]}) == [None]
    assert asked_limits(query(dislikes=["bingo"]), {}) == [None]


def test_the_question_stands_after_those_of_the_rules_and_removes_nothing():
    client = Client(
        reference="c", interests=["tuinieren"], own_words="Ik kan niet tegen rook.", access_needs=["parking"]
    )
    found = matcher({"title": "Tuinieren"}).recommend(client).suggestions[0]
    questions = [*found.call_first, *found.more_questions]
    assert (questions[-1].code, questions[-1].rule) == ("ask.dislikes.limit", "dislikes")
    assert not questions[-1].could_remove
    assert questions[0].could_remove
    text = matcher({"title": "Tuinieren"}).recommend(client).to_text(language="nl")
    assert "Wordt er gerookt of hout gestookt? De cliënt noemde zelf: geen rook." in text
    assert "gerookt" not in matcher({"title": "Tuinieren"}).recommend(client).to_text(language="nl", audience="client")


def test_who_sees_little_is_asked_about_help_and_reading_is_a_worse_bet():
    offers = [{"title": "Xqz", "themes": ["walking"]}, {"title": "Xqz", "themes": ["reading"]}]
    asked = Asked(DislikesCriterion(), limited("poor_sight"), *offers)
    assert asked.expected[0] > 0.5 > asked.expected[1] > 0
    assert asked.cases() == [[], [(False, "limit")]]


def test_sunday_beside_another_day_is_no_sunday_unless_all_are_needed():
    both = [{"weekday": "sun"}, {"weekday": "mon"}]
    offers = [{"schedule": {"rules": both}}, {"schedule": {"rules": both, "sessions": "all"}}]
    assert Asked(DislikesCriterion(), limited("not_sunday"), *offers).expected == [1, 0.21]


def test_online_in_the_evening_is_no_evening_out():
    asked = Asked(DislikesCriterion(), limited("no_evening"), {**at("19:30", "21:30"), "setting": "online"})
    assert asked.expected == [1]


def test_how_far_one_walks_decides_for_who_cannot_walk_far():
    walking = {"title": "Xqz", "themes": ["walking"]}
    far, short = (
        {**walking, "description": "We wandelen 8 tot 10 km."},
        {**walking, "description": "We maken een korte wandeling."},
    )
    asked = Asked(DislikesCriterion(), limited("short_walks"), walking, far, short)
    assert asked.expected[1] < asked.expected[0] < 0.5 < asked.expected[2]
    patient = Asked(DislikesCriterion(), limited("no_long_walks"), walking, far, short)
    assert patient.expected[1] < 0.5 < patient.expected[0] < patient.expected[2]
    assert patient.values.low[0] == asked.values.low[0] == asked.values.low[1] < asked.expected[0]  # it may turn out
    assert patient.values.high[0] == asked.values.high[0] == 1  # either way


def test_how_far_one_walks_is_asked_where_it_is_not_told():
    telling = ("Gezellig.", "We wandelen 10 km.", "We maken een korte wandeling.")
    offers = [{"title": "Xqz", "themes": ["walking"], "description": text} for text in telling]
    question = ("limit", {"limits": ("no_long_walks",)})
    assert asked_limits(limited("no_long_walks"), *offers) == [question, None, None]
    assert asked_limits(limited("short_walks"), *offers) == [None, None, None]  # told against, which asks already


def test_of_a_title_alone_how_far_one_walks_may_turn_out_either_way():
    titles = ("Wandelen", "Wandelen, een wandeling van 2 uur", "Wandelen, een wandeling van een half uur")
    for limit in ("short_walks", "no_long_walks"):
        asked = Asked(DislikesCriterion(), limited(limit), *({"title": title} for title in titles))
        assert set(asked.values.high.tolist()) == {1.0}
        assert len(set(asked.values.low.tolist())) == 1
        assert asked.expected[1] < asked.expected[0] < asked.expected[2] == 1


def test_a_wish_to_walk_cannot_be_had_where_one_walks_too_far():
    near, far = (
        {"title": "Wandelen", "description": text} for text in ("We maken een korte wandeling.", "Wij wandelen 10 km.")
    )
    client = {"interests": ["wandelen"], "own_words": "Ze loopt een kwartier, dan brandt het."}
    short, long = Asked(InterestCriterion(), query(**client), near, far).expected
    free_short, free_long = Asked(InterestCriterion(), query(interests=["wandelen"]), near, far).expected
    assert free_short == free_long == short > long > 0


def test_where_attendance_is_counted_one_must_be_there_all_the_time():
    at_three = {"schedule": {"rules": [{"weekday": "tue", "start": "09:30", "end": "12:30"}]}}
    asking = query(own_words="Ze kan op dinsdag van half negen tot half twaalf.")
    counted = {**at_three, "first_step": {"free_to_skip": False}}
    free, whole = Asked(DislikesCriterion(), asking, at_three, counted).expected
    assert free == 1 > whole


def test_who_may_not_jump_may_well_join_a_light_dance():
    dancing = {"title": "Xqz", "themes": ["dance"]}
    asked = Asked(DislikesCriterion(), limited("no_impact"), dancing, {**dancing, "effort": {"physical": 1}})
    assert asked.expected[0] < 0.5 < asked.expected[1] < 1
    assert asked.cases() == [[(False, "limit")], []]


def test_who_does_not_take_the_bus_has_a_harder_way_where_only_the_bus_goes():
    asking = limited("no_bus", home=HOME, travel={"modes": ["walk", "bus"]})
    asked = Asked(
        DislikesCriterion(), asking, {"places": [near(0.3)]}, {"places": [near(9)]}, {"setting": "online"}, {}
    )
    assert asked.expected[0] == asked.expected[2] == asked.expected[3] == 1
    assert asked.expected[1] < 1
    assert asked.cases()[1] == [(False, "limit")]
    nowhere = Asked(DislikesCriterion(), limited("no_bus"), {"places": [near(9)]})
    assert nowhere.expected == [1]


@pytest.mark.parametrize(("dislike", "limit"), [("alcohol", "no_alcohol"), ("warmte", "no_heat"), ("lawaai", None)])
def test_what_is_disliked_is_a_limit_when_none_of_it_would_be_one(dislike, limit):
    assert query(dislikes=[dislike]).limits == ({limit} if limit else set())


def test_a_dislike_that_is_a_cause_is_told_as_a_dislike():
    assert query(dislikes=["drukte"]).limits == set()
    assert query(dislikes=["drukte"]).dreads


def test_what_is_disliked_is_known_of_a_listing_with_words():
    other, bingo = {"title": "Xqz", "description": "Abc."}, {**BINGO, "kind": "activity"}
    asked = Asked(DislikesCriterion(), query(dislikes=["bingo"]), other, bingo)
    assert asked.is_known()
    assert asked.expected[0] == 1 > asked.expected[1]


@pytest.mark.parametrize(
    ("limit", "words", "filled", "other", "own"),
    [
        (OWN_AGE, "Ik ben 81.", {"age": 40}, {"age_max": 30}, {"age_min": 55}),
        (OWN_GENDER, "Mevrouw woont alleen.", {"gender": "man"}, {"gender_rule": "men"}, {"gender_rule": "women"}),
    ],
)
def test_who_somebody_tells_to_be_weighs_where_it_was_not_asked_and_leaves_nothing_out(
    limit, words, filled, other, own
):
    offers = [{"group": {**group, "age_is_hard": True}} for group in (other, own, {})]
    asked = Asked(DislikesCriterion(), query(own_words=words), *offers)
    assert asked.expected[0] < asked.expected[1] == asked.expected[2] == 1
    assert asked.tellings()[0][0].params == {"limit": limit}
    assert limit not in limits_of(query(own_words=words, **filled))
    found = matcher(*({"title": "Iets", **offer} for offer in offers)).recommend(Client(reference="c", own_words=words))
    assert found.excluded.total == 0
