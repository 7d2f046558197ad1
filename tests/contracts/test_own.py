"""A host's own rule and criterion: they keep the contracts, come into the advice, and a broken one is caught."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from wor_match import Catalogue, Matcher, Profile
from wor_match.catalogue.columns import Column
from wor_match.criteria import CRITERIA, Criterion
from wor_match.criteria.base import Telling, Values, known
from wor_match.domain.records import Param
from wor_match.query.query import Query
from wor_match.query.scene import Scene
from wor_match.rules import RULES, Rule
from wor_match.rules.base import Verdicts, verdicts
from wor_match.testing import TODAY, CriterionContract, RuleContract, a_client, an_activity, answers, scene_of, valued

LENGTH = Column("title_length", np.int64, lambda row: len(row.activity.title))


class ShortTitleRule(Rule):
    """Only what can be said in a word; of what is in between nothing can be asked."""

    name = "short_title"
    field = "title"

    def applies(self, query: Query) -> bool:
        return query.client.needs_help_reading is True

    def check(self, scene: Scene) -> Verdicts:
        length = scene.rows.get(LENGTH)
        return verdicts(no=length > 15, yes=length < 8)

    def ask(self, scene: Scene, place: int) -> tuple[str, dict[str, Param]] | None:
        return None


class ShortTitleCriterion(Criterion):
    """The shorter the better."""

    name = "short_title"

    def applies(self, query: Query) -> bool:
        return query.client.needs_help_reading is True

    def evaluate(self, scene: Scene) -> Values:
        return known(np.clip(1 - scene.rows.get(LENGTH) / 20, 0.0, 1.0))

    def tell(self, scene: Scene, place: int, value: float) -> list[Telling]:
        return [Telling(True, "short", {"letters": int(scene.rows.get(LENGTH)[place])})] if value > 0.5 else []


class TestOwnRule(RuleContract):
    @pytest.fixture
    def rule(self) -> Rule:
        return ShortTitleRule()


class TestOwnCriterion(CriterionContract):
    @pytest.fixture
    def criterion(self) -> Criterion:
        return ShortTitleCriterion()


def titled(*titles: str) -> list[Any]:
    return [an_activity(id=f"a{number}", title=title) for number, title in enumerate(titles)]


def test_what_an_own_rule_says() -> None:
    scene = scene_of(a_client(needs_help_reading=True), *titled("Wandelen", "Wandel", "Wandelgroep Noord"))
    found = answers(ShortTitleRule(), scene)
    assert [(one.verdict, one.code) for one in found] == [
        ("unknown", None),
        ("yes", None),
        ("no", "short_title.no"),  # the record of a rule that does not tell why
    ]
    assert answers(ShortTitleRule(), scene_of(a_client(), *titled("Wandelen")))[0].verdict == "silent"


def test_what_an_own_criterion_says() -> None:
    found = valued(
        ShortTitleCriterion(), scene_of(a_client(needs_help_reading=True), *titled("Wandelen", "Wandelgroep!"))
    )
    assert found is not None
    assert [(one.low, one.expected, one.high) for one in found] == [(0.6, 0.6, 0.6), (0.4, 0.4, 0.4)]
    assert [one.params for one in found[0].tellings] == [{"letters": 8}]
    assert found[1].tellings == ()
    assert valued(ShortTitleCriterion(), scene_of(a_client(), *titled("Wandelen"))) is None


def test_they_come_into_the_advice() -> None:
    weights = {name: points * 0.9 for name, points in Profile.default().weights.items()} | {"short_title": 10.0}
    matcher = Matcher(
        Catalogue.from_activities(titled("Wandelen", "Wandelgroep Noord")),
        Profile(weights=weights),
        as_of=TODAY,
        rules=(*RULES, ShortTitleRule()),
        criteria=(*CRITERIA, ShortTitleCriterion()),
    )
    advice = matcher.recommend(a_client(needs_help_reading=True))
    assert [one.activity.title for one in advice.suggestions] == ["Wandelen"]
    assert [one.points_milli for one in advice.suggestions[0].contributions if one.criterion == "short_title"] == [6000]
    assert advice.excluded.counts == {"short_title": 1}


class WrongType(ShortTitleRule):
    def check(self, scene: Scene) -> Any:
        return super().check(scene).astype(np.int64)


class WrongShape(ShortTitleRule):
    def check(self, scene: Scene) -> Any:
        return super().check(scene)[:1]


class WrongVerdict(ShortTitleRule):
    def check(self, scene: Scene) -> Any:
        return np.full(len(scene), 2, dtype=np.int8)


class LooksAtOthers(ShortTitleRule):
    def check(self, scene: Scene) -> Any:
        length = scene.rows.get(LENGTH)
        return verdicts(no=length > (length.mean() if len(length) else 0), yes=length < 8)


class Forgets(ShortTitleRule):
    def __init__(self) -> None:
        self.asked = 0

    def check(self, scene: Scene) -> Any:
        self.asked += 1
        return np.full(len(scene), self.asked % 2, dtype=np.int8)


class TellsArrays(ShortTitleRule):
    def why_not(self, scene: Scene, place: int) -> Any:
        return "long", {"letters": scene.rows.get(LENGTH)}


class TellsSentences(ShortTitleRule):
    def why_not(self, scene: Scene, place: int) -> Any:
        return "Too Long", {}


class AsksEverybody(ShortTitleRule):
    def applies(self, query: Query) -> bool:
        return True


class AsksNobody(ShortTitleRule):
    def applies(self, query: Query) -> bool:
        return False


BROKEN = [
    (WrongType, "test_gives_one_verdict_a_row"),
    (WrongShape, "test_gives_one_verdict_a_row"),
    (WrongVerdict, "test_gives_one_verdict_a_row"),
    (Forgets, "test_gives_one_verdict_a_row"),
    (LooksAtOthers, "test_judges_each_row_by_itself"),
    (TellsArrays, "test_tells_every_exclusion_and_question"),
    (TellsSentences, "test_tells_every_exclusion_and_question"),
    (AsksEverybody, "test_applies_only_to_what_was_asked"),
    (AsksNobody, "test_applies_only_to_what_was_asked"),
]


@pytest.mark.parametrize(("broken", "test"), BROKEN, ids=[broken.__name__ for broken, _ in BROKEN])
def test_a_broken_rule_is_caught(broken: type[Rule], test: str) -> None:
    with pytest.raises((AssertionError, ValueError)):
        getattr(RuleContract(), test)(broken())


class Crossed(ShortTitleCriterion):
    def evaluate(self, scene: Scene) -> Values:
        found = super().evaluate(scene)
        return Values(found.high, found.expected, found.expected * 0.5)


class TooHigh(ShortTitleCriterion):
    def evaluate(self, scene: Scene) -> Values:
        return known(scene.rows.get(LENGTH) / 10)


class NotANumber(ShortTitleCriterion):
    def evaluate(self, scene: Scene) -> Values:
        return known(np.full(len(scene), np.nan))


class Normalised(ShortTitleCriterion):
    def evaluate(self, scene: Scene) -> Values:
        length = scene.rows.get(LENGTH).astype(np.float64)
        return known(length / max(length.max(initial=1.0), 1.0))


class Contrary(ShortTitleCriterion):
    def evaluate(self, scene: Scene) -> Values:
        middle = np.full(len(scene), 1 - self.unknown(scene.query))
        return Values(np.zeros(len(scene)), middle, np.ones(len(scene)))


class TellsOfArrays(ShortTitleCriterion):
    def tell(self, scene: Scene, place: int, value: float) -> list[Telling]:
        return [Telling(True, "short", {"letters": scene.rows.get(LENGTH)})]  # type: ignore[dict-item]


CROOKED = [
    (Crossed, "test_gives_three_values_a_row"),
    (TooHigh, "test_gives_three_values_a_row"),
    (NotANumber, "test_gives_three_values_a_row"),
    (Normalised, "test_values_each_row_by_itself"),
    (Contrary, "test_uses_the_prior_of_the_profile"),
    (TellsOfArrays, "test_tells_plain_records"),
]


@pytest.mark.parametrize(("broken", "test"), CROOKED, ids=[broken.__name__ for broken, _ in CROOKED])
def test_a_broken_criterion_is_caught(broken: type[Criterion], test: str) -> None:
    with pytest.raises((AssertionError, ValueError)):
        getattr(CriterionContract(), test)(broken())


class BothWaysCriterion(ShortTitleCriterion):
    """Tells a long title too, as a reason against."""

    def tell(self, scene: Scene, place: int, value: float) -> list[Telling]:
        return [Telling(value > 0.5, "short", {"letters": int(scene.rows.get(LENGTH)[place])})]


def test_a_contrast_of_an_own_criterion_tells_its_name() -> None:
    """Its code is in no table, so that its number has no words to stand against another."""
    weights = {name: 0.5 * points for name, points in Profile.default().weights.items()} | {"short_title": 50.0}
    catalogue = Catalogue.from_activities(titled("Zingen", "Zingen met het grote koor"))
    matcher = Matcher(catalogue, Profile(weights=weights), as_of=TODAY, criteria=(*CRITERIA, BothWaysCriterion()))
    advice = matcher.recommend(a_client(needs_help_reading=True, interests=["zingen"]), k=2)
    found = advice.contrast("a0", "a1")
    assert found.deciding[0] == "short_title"
    assert {fact.is_for for fact in found.facts if fact.criterion == "short_title"} == {True, False}
    assert "short_title" in found.to_text()
    assert found.to_text(audience="client")
