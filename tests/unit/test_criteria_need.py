"""Does it offer the working elements that fit the reason for referral."""

import pytest

from making import Asked, query
from wor_match.criteria.need import NeedCriterion, element_ids
from wor_match.vocabulary.tables import read_table


def complaint(term, **more):
    return query(complaints=[{"term": term, **more}])


def test_it_applies_when_a_complaint_was_understood():
    criterion = NeedCriterion()
    assert criterion.applies(complaint("loneliness"))
    assert criterion.applies(query(referral_reasons=["Eenzaamheid"]))
    assert not criterion.applies(complaint("plorkwiz"))
    assert not criterion.applies(query())


def test_there_are_seven_elements_and_every_table_uses_them():
    assert len(element_ids()) == 7
    for table in ("theme_elements", "complaint_elements"):
        assert {row["element"] for row in read_table(table)} <= set(element_ids())


def test_what_offers_the_elements_is_better():
    offers = [{"title": "Koffieochtend", "kind": "drop_in", "themes": ["coffee_meeting"]}, {"title": "Xqz"}]
    asked = Asked(NeedCriterion(), complaint("social_loneliness"), *offers)
    assert asked.low == asked.expected
    assert asked.high[0] == asked.expected[0] > asked.expected[1] == 0
    assert asked.high[1] > 0.9  # without words it may be anything


def test_what_has_no_kind_may_be_any_kind():
    told = {"title": "Xqz", "description": "Kom gerust."}
    offers = [told, {**told, "kind": "activity"}, *({**told, "kind": kind} for kind in ("drop_in", "service"))]
    asked = Asked(NeedCriterion(), complaint("social_loneliness"), *offers)
    assert asked.low[0] == asked.expected[0] == asked.expected[1] == asked.high[1] < asked.high[0]
    assert asked.high[0] >= max(asked.high[2:])


def test_an_offer_that_has_nearly_all_of_it_is_told_by_its_best_element():
    row = next(one for one in read_table("complaint_elements") if one["element"] == "practical_support")
    term = next(
        name
        for name in {one["complaint"]: 0 for one in read_table("complaint_elements")}
        if max(elements(name), key=elements(name).get) == "practical_support"
    )
    assert row
    asked = Asked(NeedCriterion(), complaint(term), {"title": "Xqz", "kind": "service"}, {"title": "Xqz"})
    criterion = NeedCriterion()
    told = [criterion.tell(asked.scene, place, 1.0) for place in range(2)]
    assert [[one.params for one in each] for each in told] == [[{"element": "practical_support"}], []]
    assert told[0][0].is_for
    assert criterion.tell(asked.scene, 0, 0.0) == criterion.tell(asked.scene, 0, 0.349) == []
    assert criterion.tell(asked.scene, 0, 0.35) != []


def elements(name):
    return {
        one["element"]: float(one["strength"]) for one in read_table("complaint_elements") if one["complaint"] == name
    }


@pytest.mark.parametrize("kind", ["volunteering", "drop_in", "peer_group", "one_to_one", "service"])
def test_a_kind_offers_something_of_its_own(kind):
    asking = query(complaints=[{"term": row["complaint"]} for row in read_table("complaints")])
    asked = Asked(NeedCriterion(), asking, {"title": "Xqz", "kind": kind}, {"title": "Xqz"})
    assert asked.expected[0] > asked.expected[1] == 0


def test_social_and_emotional_loneliness_ask_differently():
    offers = [{"title": "Xqz", "kind": "one_to_one"}, {"title": "Xqz", "kind": "drop_in"}]
    social = Asked(NeedCriterion(), complaint("social_loneliness"), *offers).expected
    emotional = Asked(NeedCriterion(), complaint("emotional_loneliness"), *offers).expected
    assert social[1] > social[0]
    assert emotional[0] > emotional[1]


@pytest.mark.parametrize(
    ("client", "case"),
    [
        ({"complaints": [{"term": "lonely_social"}]}, "element"),
        ({"referral_reasons": ["Eenzaamheid"]}, "element"),
        ({"own_words": "Ik ben zo eenzaam."}, "told"),
    ],
)
def test_what_was_only_told_is_no_reason_for_referral(client, case):
    asked = Asked(NeedCriterion(), query(**client), {"themes": ["coffee_meeting", "meeting_people"], "kind": "drop_in"})
    (telling,) = asked.criterion.tell(asked.scene, 0, 1.0)
    assert (telling.case, telling.is_for) == (case, True)


LONELY = [complaint(name) for name in ("loneliness", "social_loneliness", "emotional_loneliness")]
SOUP = {"title": "Soepgroep", "description": "Samen koken en samen eten.", "kind": "activity"}
CAFE = {"title": "Koffie", "description": "Kom een kop koffie drinken."}


@pytest.mark.parametrize("asking", LONELY)
def test_who_is_lonely_gets_half_from_merely_meeting_and_much_from_doing_something_together(asking):
    offers = [{**CAFE, "kind": kind} for kind in ("activity", "drop_in")]
    offers += [{**CAFE, "kind": "activity", "setting": "online"}, SOUP, {**SOUP, "setting": "online"}]
    asked = Asked(NeedCriterion(), asking, *offers)
    usual, drop_in, online, soup, soup_online = asked.expected
    assert asked.low == asked.expected
    assert drop_in < usual
    assert online == pytest.approx(usual / 2, abs=2e-6)
    assert 0.7 < soup <= 0.8
    assert soup_online == pytest.approx(soup / 2, abs=2e-6)


def test_others_get_what_it_offers_however_they_meet():
    offers = [{**CAFE, "kind": "activity"}, {**CAFE, "kind": "activity", "setting": "online"}]
    asked = Asked(NeedCriterion(), complaint("low_mood"), *offers)
    assert asked.expected[0] == asked.expected[1] > 0


def test_for_who_is_lonely_an_open_kind_may_be_merely_meeting():
    asked = Asked(NeedCriterion(), complaint("loneliness"), CAFE, {**CAFE, "kind": "drop_in"})
    assert asked.low[0] == pytest.approx(asked.expected[0] / 2, abs=2e-6)
    assert asked.low[0] <= asked.expected[1] <= asked.high[0]
    assert Asked(NeedCriterion(), complaint("loneliness"), {"title": "Xqz"}).high[0] >= 0.8


def test_a_service_is_nothing_done_together():
    meals = {"title": "Maaltijden", "description": "Wij koken en brengen het warme eten.", "kind": "service"}
    lonely, low = (Asked(NeedCriterion(), complaint(name), meals, SOUP) for name in ("loneliness", "low_mood"))
    assert lonely.expected[0] < lonely.expected[1]
    assert low.expected[0] < 0.8
