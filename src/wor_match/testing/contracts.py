"""What every rule and every criterion promises, as test classes that a host inherits for its own.

::

    from wor_match.testing.contracts import RuleContract

    class TestMyRule(RuleContract):
        @pytest.fixture
        def rule(self):
            return MyRule()

Each test runs on made-up activities and clients; override ``activities`` and ``clients`` to give others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

import numpy as np
import numpy.typing as npt

from wor_match.catalogue.catalogue import Catalogue
from wor_match.catalogue.columns import NO, UNKNOWN, YES
from wor_match.criteria.base import Criterion, Values
from wor_match.domain.activity import Activity
from wor_match.domain.client import Client
from wor_match.domain.records import Record
from wor_match.query import Query, compile_query
from wor_match.query.scene import Scene
from wor_match.rules.base import Rule, Verdicts
from wor_match.testing.draws import draw_activities, draw_clients
from wor_match.testing.region import TODAY

_NAME = re.compile(r"[a-z][a-z0-9_]*")
Index = npt.NDArray[np.intp]
#: Which rows are looked at one by one; of many it would take long.
_ONE_BY_ONE = 7
#: So much a bound may be lower by rounding.
_LAST_BITS = 1e-12


class _Contract:
    """What both contracts share: made-up rows, and clients of whom little and much was asked."""

    #: Whether it speaks also for a client of whom nothing was asked but a reference.
    always_applies = False

    def activities(self) -> Sequence[Activity]:
        """Activities to test on."""
        return _activities()

    def clients(self) -> Sequence[Client]:
        """Clients to test on; those for whom nothing applies are passed over."""
        return _clients()

    def scenes(self, tested: Rule | Criterion) -> Iterator[Scene]:
        """A scene with every row for each client of whom something was asked that matters here."""
        rows = _catalogue(tuple(self.activities())).all_rows
        for query in _queries(tuple(self.clients())):
            if tested.applies(query):
                yield Scene(query, rows)

    def check_applies(self, tested: Rule | Criterion) -> None:
        """It says with a bool whether it applies, and keeps silent on a client of whom nothing was asked."""
        query = compile_query(Client(reference="c"), as_of=TODAY)
        assert type(tested.applies(query)) is bool, "applies must give a bool"
        assert tested.applies(query) is self.always_applies, "nothing asked is nothing known; or set always_applies"
        assert any(True for _ in self.scenes(tested)), "none of the clients is one to whom it applies"


class RuleContract(_Contract):
    """Promises of a hard rule. Give a fixture ``rule``."""

    def test_is_named(self, rule: Rule) -> None:
        """Name, field, urgency and risk are what reports and questions need."""
        assert _NAME.fullmatch(rule.name), "name must be lower case letters, digits and underscores"
        assert rule.field, "field must name what the rule reads"
        assert 0 <= rule.urgency <= 100, "urgency must be from 0 to 100"
        assert 0 <= rule.risk <= 1, "risk must be from 0 to 1"

    def test_applies_only_to_what_was_asked(self, rule: Rule) -> None:
        """See ``check_applies``."""
        self.check_applies(rule)

    def test_gives_one_verdict_a_row(self, rule: Rule) -> None:
        """Small integers, one a row, each yes, unknown or no; the same when asked again."""
        for scene in self.scenes(rule):
            found = rule.check(scene)
            assert found.shape == (len(scene),), "one verdict a row"
            assert found.dtype == np.int8, "verdicts must be int8"
            assert set(found.tolist()) <= {YES, UNKNOWN, NO}, "verdicts must be YES, UNKNOWN or NO"
            assert rule.check(scene).tolist() == found.tolist(), "asked again, the same answer"

    def test_takes_no_rows(self, rule: Rule) -> None:
        """No rows, no verdicts."""
        for scene in self.scenes(rule):
            found = rule.check(_taken(scene, []))
            assert found.shape == (0,), "no rows must give no verdicts"
            assert found.dtype == np.int8, "verdicts must be int8"

    def test_judges_each_row_by_itself(self, rule: Rule) -> None:
        """In any order, among other rows, and in a catalogue of its own, a row gets the same verdict."""
        for scene in self.scenes(rule):
            found = rule.check(scene)
            for order in _orders(len(scene)):
                assert rule.check(_taken(scene, order)).tolist() == found[order].tolist(), "each row by itself"
        for scene, alone, rows in _own_catalogues(self.scenes(rule), self.activities()):
            assert rule.check(alone).tolist() == rule.check(scene)[rows].tolist(), "no record changes another's verdict"

    def test_tells_every_exclusion_and_question(self, rule: Rule) -> None:
        """Every no has a record, every unknown a question or none; codes and parameters are plain."""
        for scene in self.scenes(rule):
            found = rule.check(scene)
            for place in _few(found, NO):
                record = rule.exclusion(scene, place)
                assert (record.rule, record.field) == (rule.name, rule.field), "the record names its rule"
                check_record(record, f"{rule.name}.")
            for place in _few(found, UNKNOWN):
                question = rule.question(scene, place)
                if question is not None:
                    assert question.rule == rule.name, "the record names its rule"
                    check_record(question, f"ask.{rule.name}.")

    def test_tells_the_same_of_a_row_by_itself(self, rule: Rule) -> None:
        """A record does not depend on the rows beside it."""
        for scene in self.scenes(rule):
            found = rule.check(scene)
            for place in _few(found, NO):
                assert rule.exclusion(_taken(scene, [place]), 0) == rule.exclusion(scene, place)
            for place in _few(found, UNKNOWN):
                assert rule.question(_taken(scene, [place]), 0) == rule.question(scene, place)


class CriterionContract(_Contract):
    """Promises of a soft criterion. Give a fixture ``criterion``."""

    def test_is_named(self, criterion: Criterion) -> None:
        """Name, prior and reducer are what a profile and the scoring need."""
        assert _NAME.fullmatch(criterion.name), "name must be lower case letters, digits and underscores"
        assert 0 <= criterion.prior <= 1, "prior must be from 0 to 1"
        assert criterion.reducer in ("mean", "min", "max"), "reducer must be mean, min or max"
        assert type(criterion.is_link) is bool, "is_link must be a bool"

    def test_applies_only_to_what_was_asked(self, criterion: Criterion) -> None:
        """See ``check_applies``."""
        self.check_applies(criterion)

    def test_gives_three_values_a_row(self, criterion: Criterion) -> None:
        """Low, expected and high in [0, 1], in this order, one a row; the same when asked again."""
        for scene in self.scenes(criterion):
            found = criterion.evaluate(scene)
            for values in _three(found):
                assert values.shape == (len(scene),), "one value a row"
                assert values.dtype == np.float64, "values must be float64"
                assert np.isfinite(values).all(), "values must be numbers"
                assert ((values >= 0) & (values <= 1)).all(), "values must lie in [0, 1]"
            assert (found.low <= found.expected).all(), "low must not be above expected"
            assert (found.expected <= found.high).all(), "high must not be below expected"
            assert _lists(criterion.evaluate(scene)) == _lists(found), "asked again, the same answer"

    def test_takes_no_rows(self, criterion: Criterion) -> None:
        """No rows, no values."""
        for scene in self.scenes(criterion):
            assert all(values.shape == (0,) for values in _three(criterion.evaluate(_taken(scene, []))))

    def test_values_each_row_by_itself(self, criterion: Criterion) -> None:
        """In any order, among other rows, and in a catalogue of its own, a row gets the same values to the bit."""
        for scene in self.scenes(criterion):
            found = criterion.evaluate(scene)
            for order in _orders(len(scene)):
                assert _lists(criterion.evaluate(_taken(scene, order))) == _lists(found, order)
        for scene, alone, rows in _own_catalogues(self.scenes(criterion), self.activities()):
            assert _lists(criterion.evaluate(alone)) == _lists(criterion.evaluate(scene), rows)

    def test_is_never_above_what_it_says_at_most(self, criterion: Criterion) -> None:
        """The quick bound holds for every row, among any others; the last bits aside."""
        for scene in self.scenes(criterion):
            most = criterion.at_most(scene)
            assert most.shape == (len(scene),), "one value a row"
            assert (most >= criterion.evaluate(scene).expected - _LAST_BITS).all(), "at_most must not be too low"

    def test_tells_plain_records(self, criterion: Criterion) -> None:
        """Cases and parameters are plain, and do not depend on the rows beside."""
        for scene in self.scenes(criterion):
            found = criterion.evaluate(scene)
            for place in range(0, len(scene), _ONE_BY_ONE):
                value = float(found.expected[place])
                told = criterion.tell(scene, place, value)
                for one in told:
                    assert type(one.is_for) is bool, "is_for must be a bool"
                    check_record(Record(code=f"{criterion.name}.{one.case}", params=one.params), f"{criterion.name}.")
                assert criterion.tell(_taken(scene, [place]), 0, value) == told, "rows are told of by themselves"

    def test_uses_the_prior_of_the_profile(self, criterion: Criterion) -> None:
        """What is unknown is expected as the profile says; a higher prior never gives a lower value."""
        for scene in self.scenes(criterion):
            low, high = (criterion.evaluate(_with_prior(scene, criterion, prior)) for prior in (0.0, 1.0))
            assert (low.expected <= high.expected).all(), "a higher prior must not give a lower expected value"
            assert (low.low <= low.expected).all(), "low must not be above expected, whatever the prior"
            assert (high.expected <= high.high).all(), "high must not be below expected, whatever the prior"


def check_record(record: Record, begin: str) -> None:
    """A record's code begins as told and goes on with one plain word; its parameters are JSON scalars or texts."""
    assert record.code.startswith(begin), f"the code must begin with {begin}"
    assert _NAME.fullmatch(record.code.removeprefix(begin)), "a case is one word in lower case"
    for name, value in record.params.items():
        assert _NAME.fullmatch(name), "parameters are named in lower case"
        _check_param(name, value)
    assert type(record).model_validate_json(record.model_dump_json()) == record, "a record must survive JSON"


def _check_param(name: str, value: object) -> None:
    plain = value is None or type(value) in (str, int, float, bool)
    texts = type(value) is tuple and all(type(one) is str for one in value)
    assert plain or texts, f"parameter {name} must be a plain scalar or a tuple of texts, not {type(value).__name__}"
    assert not isinstance(value, float) or np.isfinite(value), f"parameter {name} must be finite"


@cache
def _activities() -> tuple[Activity, ...]:
    return tuple(draw_activities(60, seed=4))


@cache
def _clients() -> tuple[Client, ...]:
    return tuple(draw_clients(24, seed=5))


_CATALOGUES: dict[tuple[int, ...], Catalogue] = {}


def _catalogue(activities: tuple[Activity, ...]) -> Catalogue:
    key = tuple(map(id, activities))
    if key not in _CATALOGUES:
        _CATALOGUES[key] = Catalogue.from_activities(activities)
    return _CATALOGUES[key]


def _queries(clients: tuple[Client, ...]) -> list[Query]:
    return [compile_query(client, as_of=TODAY) for client in clients]


def _taken(scene: Scene, places: Sequence[int]) -> Scene:
    """Some rows of a scene, with nothing worked out for them yet."""
    return Scene(scene.query, scene.rows.take(np.array(places, dtype=np.int64)))


def _orders(n: int) -> Iterator[list[int]]:
    """All rows the other way round, every other one, and some rows by themselves."""
    yield list(range(n))[::-1]
    yield list(range(0, n, 2))
    for place in range(0, n, max(n // _ONE_BY_ONE, 1)):
        yield [place]


def _few(found: Verdicts, verdict: int) -> list[int]:
    """Some of the places with a verdict."""
    places = np.flatnonzero(found == verdict)
    return [int(place) for place in places[:: max(len(places) // _ONE_BY_ONE, 1)]]


def _own_catalogues(scenes: Iterator[Scene], activities: Sequence[Activity]) -> Iterator[tuple[Scene, Scene, Index]]:
    """For some activities: the whole scene, a scene in a catalogue of its own, and where its rows are in the whole."""
    small = {one.id: Catalogue.from_activities([one]) for one in activities[:: max(len(activities) // _ONE_BY_ONE, 1)]}
    for scene in scenes:
        for name, catalogue in small.items():
            rows = np.flatnonzero(scene.rows.activity == scene.rows.catalogue.number(name))
            yield scene, Scene(scene.query, catalogue.all_rows), rows


def _three(found: Values) -> tuple[Any, Any, Any]:
    return found.low, found.expected, found.high


def _lists(found: Values, places: Any = slice(None)) -> list[list[float]]:
    return [values[places].tolist() for values in _three(found)]


def _with_prior(scene: Scene, criterion: Criterion, prior: float) -> Scene:
    query = scene.query
    priors: Mapping[str, float] = {criterion.name: prior}
    profile = query.profile.replaced(priors=dict(priors))
    other = compile_query(query.client, as_of=query.as_of, profile=profile, travel=query.travel)
    return Scene(other, scene.rows)
