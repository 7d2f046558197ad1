"""What went wrong before: the cause weighs, not the category."""

from making import Asked, query
from wor_match.criteria.causes import PRIOR
from wor_match.criteria.earlier import EarlierCriterion


def tried(*causes, why=""):
    return query(tried=[{"what": "koor", "causes": causes, "why_it_failed": why}])


def test_it_applies_when_a_cause_can_be_checked():
    criterion = EarlierCriterion()
    assert criterion.applies(tried("too_large"))
    assert criterion.applies(tried(why="het was er veel te druk"))
    assert not criterion.applies(tried("too_far"))  # the travel criterion looks at that
    assert not criterion.applies(tried())
    assert not criterion.applies(query())


def test_sharing_the_cause_is_worst_and_not_sharing_it_is_best():
    offers = [{"group": {"size": 4}}, {}, {"group": {"size": 60}}]
    asked = Asked(EarlierCriterion(), tried("too_large"), *offers)
    assert asked.expected == [1, PRIOR, 0]
    assert (asked.low[1], asked.high[1]) == (0, 1)
    assert asked.cases() == [[(True, "otherwise")], [], [(False, "same_again")]]
    assert asked.tellings()[0][0].params == {"cause": "too_large"}


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
