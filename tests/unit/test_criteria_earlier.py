"""What went wrong before: the cause weighs, not the category."""

import pytest

from making import Asked, query
from wor_match.criteria.causes import PRIOR
from wor_match.criteria.earlier import EarlierCriterion


def tried(*causes, why=""):
    return query(tried=[{"what": "koor", "causes": causes, "why_it_failed": why}])


def test_it_applies_when_something_was_tried():
    criterion = EarlierCriterion()
    assert criterion.applies(tried("too_large"))
    assert criterion.applies(tried(why="het was er veel te druk"))
    assert criterion.applies(tried())
    assert not criterion.applies(query())


def test_sharing_the_cause_is_worst_and_not_sharing_it_is_best():
    offers = [{"group": {"size": 4}}, {}, {"group": {"size": 60}}]
    asked = Asked(EarlierCriterion(), tried("too_large"), *offers)
    assert asked.expected == [1, PRIOR, 0]
    assert (asked.low[1], asked.high[1]) == (0, 1)
    assert asked.cases() == [[(True, "otherwise")], [], [(False, "same_again")]]
    assert asked.tellings()[0][0].params == {"cause": "too_large"}


def test_a_cause_that_others_look_at_says_nothing_of_what_was_not_tried():
    asked = Asked(EarlierCriterion(), tried("too_far"), {}, {"title": "Koor"})  # the travel criterion looks at that
    assert asked.expected == [1, 0]


def test_neither_clearly_shared_nor_clearly_not_is_not_told():
    asked = Asked(EarlierCriterion(), tried("too_large"), {"group": {"size": 15}})
    assert asked.cases() == [[]]


def test_one_of_several_causes_is_enough_to_spoil_it_and_two_are_told():
    causes = ("too_large", "closed_circle", "too_strenuous")
    offers = [{"group": {"size": 4, "is_fixed": is_fixed}, "effort": {"physical": 0}} for is_fixed in (True, False)]
    asked = Asked(EarlierCriterion(), tried(*causes), *offers)
    assert asked.expected[0] < 0.5
    assert asked.expected[1] == 1
    assert asked.cases()[:1] == [[(True, "otherwise"), (True, "otherwise")]]


def test_the_same_cause_twice_counts_once_at_its_highest():
    asking = query(tried=[{"what": "koor", "causes": ["too_large"]}, {"what": "soos", "causes": ["too_large"]}])
    assert asking.causes == {"too_large": 1.0}


@pytest.mark.parametrize("what", ["a01", "Wandelgroep Oosterkade", "een keer bij de wandelgroep oosterkade geweest"])
@pytest.mark.parametrize("why", ["ze liepen te hard", "plorkwiz"])
def test_what_was_tried_itself_is_never_told_as_new(what, why):
    client = query(tried=[{"what": what, "why_it_failed": why}])
    asked = Asked(EarlierCriterion(), client, {"title": "Wandelclub"}, {"title": "Wandelgroep Oosterkade"})
    assert asked.values.high[asked.scene.rows.activity == 1].tolist() == [0.0]
    assert asked.values.expected[asked.scene.rows.activity == 0].min() > 0
    (telling,) = asked.criterion.tell(asked.scene, int((asked.scene.rows.activity == 1).argmax()), 0.0)
    assert (telling.case, telling.is_for) == ("tried", False)


def test_a_title_of_one_word_is_not_any_mention_of_it():
    asked = Asked(EarlierCriterion(), query(tried=[{"what": "een maatje via de kerk"}]), {"title": "Maatje"})
    assert asked.values.high.tolist() == [1.0]
