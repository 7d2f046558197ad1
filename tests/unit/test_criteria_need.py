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
    assert asked.is_known()
    assert asked.expected[0] > 0.5
    assert asked.expected[1] == 0
    assert asked.cases() == [[(True, "element")], []]
    assert asked.tellings()[0][0].params == {"element": "meeting"}


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
