"""Whom an activity is for, as it says itself."""

import pytest

from making import Asked, query
from wor_match.criteria.audiences import said_to_be_for
from wor_match.criteria.identity import ALSO_OTHERS, FOR_ALL, OTHERS, OWN, IdentityCriterion
from wor_match.criteria.interest import InterestCriterion


@pytest.mark.parametrize(
    ("prose", "named"),
    [
        ("Zingen voor mensen met parkinson.", {"parkinson"}),
        ("Bedoeld voor wie kanker heeft of had, en voor partners van mensen met kanker.", {"cancer"}),
        ("A choir for people with dementia.", {"dementia_self"}),
        ("Zelf niet meer kunnen fietsen maar er wel graag uit?", {"physical_disability"}),
        ("Voor wie niet meer alleen op de fiets kan.", {"physical_disability"}),
    ],
)
def test_prose_says_whom_it_is_for(prose, named):
    assert said_to_be_for(prose) == named


@pytest.mark.parametrize(
    "prose",
    [
        "",
        "Voor iedereen die van zingen houdt.",
        "Ook voor mensen met parkinson.",
        "Niet voor mensen met een psychose.",
        "Wij koken met mensen met dementie.",
        "Voor mannen, de meesten zijn met pensioen.",
        "Fietsen is niet meer zo gewoon als vroeger.",
    ],
)
def test_prose_that_says_nothing_of_it(prose):
    assert said_to_be_for(prose) == frozenset()


CHOIR = {"title": "Koor", "kind": "activity", "description": "Zingen voor mensen met parkinson."}


def test_it_weighs_as_category_words_do():
    own, other = query(circumstances=["parkinson"]), query()
    assert Asked(IdentityCriterion(), own, CHOIR).expected == [OWN]
    asked = Asked(IdentityCriterion(), other, CHOIR)
    assert asked.expected == [ALSO_OTHERS]
    assert asked.tellings()[0][0].params == {"audience": "parkinson"}
    liked = {"interests": ["zingen"]}
    plain = {**CHOIR, "description": "Wij zingen."}
    theirs, all_others = Asked(InterestCriterion(), query(**liked), CHOIR, plain).expected
    assert theirs < all_others


def test_a_title_or_a_field_tells_it_better():
    named = {**CHOIR, "title": "Koor voor mensen met dementie"}
    assert Asked(IdentityCriterion(), query(circumstances=["parkinson"]), named).expected == [OTHERS]


def test_the_words_of_volunteering_tell_whom_they_help():
    helping = {**CHOIR, "kind": "volunteering"}
    assert Asked(IdentityCriterion(), query(), helping).expected == [FOR_ALL]
