"""A host's own rule, criterion or router that fails stops nobody else, and what it said is never told."""

import pickle
import traceback
from dataclasses import replace

import numpy as np
import pytest

from making import TODAY, catalogue, matcher
from wor_match import Advice, Client, InputError, Matcher, Profile, WorMatchError
from wor_match.criteria import CRITERIA, Criterion
from wor_match.criteria.base import Telling, Values, known
from wor_match.domain.profile import DEFAULT_WEIGHTS
from wor_match.domain.records import Question
from wor_match.errors import PluginError
from wor_match.geo import StraightLineTravel, TravelEstimate
from wor_match.rules import RULES, Rule
from wor_match.rules.membership import MembershipRule

SECRET = "zeer-geheim-3434"
OFFERS = [
    {"title": "Buurtkoor", "description": "Zingen.", "places": [{"lat": 52.03, "lon": 5.08}]},
    {"title": "Zangclub", "description": "Zingen.", "group": {"membership_required": True}},
]
GOOD = Client(reference="good", interests=["zingen"], home="3434", travel={"modes": ["walk"], "max_minutes": 60})
BAD = GOOD.replaced(reference="bad", age=93)
CLIENTS = [GOOD, BAD, GOOD.replaced(reference="last")]
WEIGHTS = {**DEFAULT_WEIGHTS, "interest": DEFAULT_WEIGHTS["interest"] - 7.0, "own": 7.0}


def fail(query):
    if query.client.age == 93:
        raise KeyError(SECRET)


class FailingRule(Rule):
    name, field = "own", "title"

    def __init__(self, at):
        self.at = at

    def applies(self, query):
        if self.at == "applies":
            fail(query)
        return True

    def check(self, scene):
        if self.at == "check":
            fail(scene.query)
        found = np.full(len(scene), {"why_not": -1, "ask": 0}.get(self.at, 1), dtype=np.int8)
        return found[:-1] if self.at == "short" and scene.query.client.age else found

    def why_not(self, scene, place):
        fail(scene.query)
        return "no", {}

    def ask(self, scene, place):
        fail(scene.query)
        return "unknown", {}


class FailingCriterion(Criterion):
    name = "own"

    def __init__(self, at):
        self.at = at

    def applies(self, query):
        return True

    def evaluate(self, scene):
        if self.at == "evaluate":
            fail(scene.query)
        value = np.full(len(scene), np.nan if self.at == "nan" and scene.query.client.age else 0.5)
        return Values(value, value - 1, value) if self.at == "order" and scene.query.client.age else known(value)

    def tell(self, scene, place, value):
        if self.at == "tell":
            fail(scene.query)
        return []

    def ask(self, scene, place):
        if self.at == "ask":
            fail(scene.query)
        return


class FailingTravel(StraightLineTravel):
    at = "minutes"
    asked = 0

    def minutes(self, home, modes, lats, lons, error_km):
        type(self).asked += 1
        if self.asked == 2:
            raise TimeoutError(f"no answer for {home} {SECRET}")
        return super().minutes(home, modes, lats, lons, error_km)


class ShortTravel(StraightLineTravel):
    def minutes(self, home, modes, lats, lons, error_km):
        return TravelEstimate(*[np.zeros(0)] * 5)


class LostTravel(StraightLineTravel):
    def reach_km(self, modes, max_minutes):
        raise LookupError(SECRET)


class NamelessTravel(StraightLineTravel):
    @property
    def version(self):
        raise OSError(SECRET)


def with_rule(at):
    return matcher(*OFFERS, rules=(*RULES, FailingRule(at)))


def with_criterion(at):
    return Matcher(
        catalogue(*OFFERS), Profile(weights=WEIGHTS), as_of=TODAY, criteria=(*CRITERIA, FailingCriterion(at))
    )


CASES = [
    *((with_rule, at, "rule own", at) for at in ("applies", "check", "ask")),
    (with_rule, "short", "rule own", "check"),
    *((with_criterion, at, "criterion own", at) for at in ("evaluate", "tell", "ask")),
    *((with_criterion, at, "criterion own", "evaluate") for at in ("nan", "order")),
]


@pytest.mark.parametrize(("make", "at", "plugin", "call"), CASES, ids=[f"{case[2]} {case[1]}" for case in CASES])
def test_one_client_fails_and_keeps_its_row(make, at, plugin, call):
    made = make(at)
    batch = made.recommend_many(CLIENTS)
    assert [type(one) for one in batch.advices] == [Advice, PluginError, Advice]
    error = batch.advices[1]
    assert (error.plugin, error.call) == (plugin, call)
    told = batch.clients
    assert told["reference"].tolist() == ["good", "bad", "last"]
    assert told["error"].isna().tolist() == [True, False, True]
    assert told["error"][1] == str(error)
    assert SECRET not in str(error) + repr(error) + str(error.__dict__)
    assert batch.advices[0] == made.recommend(GOOD)


def test_a_rule_that_cannot_say_why_not():
    made = with_rule("why_not")
    with pytest.raises(PluginError, match=r"rule own: why_not failed with KeyError at test_plugged.py:\d+"):
        made.recommend(BAD)


@pytest.mark.parametrize("ask", ["recommend", "run", "why_not", "what_if", "questions", "stability"])
def test_every_question_names_the_plugin_and_tells_nothing_else(ask):
    made = with_rule("check")
    given = (BAD, "a00") if ask == "why_not" else (BAD,)
    with pytest.raises(PluginError) as caught:
        getattr(made, ask)(*given)
    error = caught.value
    assert isinstance(error, WorMatchError)
    assert isinstance(error, RuntimeError)
    assert (error.cause, error.__cause__, error.__context__) == ("KeyError", None, None)
    assert SECRET not in "".join(traceback.format_exception(error))
    again = pickle.loads(pickle.dumps(error))
    assert (str(again), again.where) == (str(error), error.where)


def test_a_router_that_fails_once():
    FailingTravel.asked = 0
    batch = matcher(*OFFERS, travel=FailingTravel()).recommend_many(CLIENTS)
    assert [type(one) for one in batch.advices] == [Advice, PluginError, Advice]
    assert str(batch.advices[1]).startswith("travel FailingTravel: minutes failed with TimeoutError at test_plugged.py")


@pytest.mark.parametrize(
    ("travel", "told"),
    [
        (ShortTravel(), "travel ShortTravel: minutes must give a TravelEstimate"),
        (LostTravel(), "travel LostTravel: reach_km failed with LookupError"),
        (NamelessTravel(), "travel NamelessTravel: version failed with OSError"),
    ],
)
def test_a_router_that_is_no_router(travel, told):
    batch = matcher(*OFFERS, travel=travel).recommend_many([GOOD])
    assert batch.clients["error"][0].startswith(told)
    assert SECRET not in batch.clients["error"][0]


def test_a_fault_of_our_own_is_not_hidden(monkeypatch):
    def broken(self, scene):
        raise ZeroDivisionError("ours")

    monkeypatch.setattr(MembershipRule, "check", broken)
    with pytest.raises(ZeroDivisionError, match="ours"):
        matcher(*OFFERS).recommend_many(CLIENTS)


def test_memory_that_is_full_is_no_plugin_error():
    class Hungry(FailingRule):
        def check(self, scene):
            raise MemoryError

    with pytest.raises(MemoryError):
        matcher(*OFFERS, rules=(*RULES, Hungry(""))).recommend(GOOD)


def test_a_host_sees_its_own_rules_and_router():
    travel, rule = FailingTravel(), FailingRule("")
    made = matcher(*OFFERS, rules=(*RULES, rule), travel=travel)
    assert made.travel is travel
    assert made.rules[-1] is rule
    FailingTravel.asked = 5
    assert made.recommend(GOOD).provenance.rules[-1].startswith("own ")


class OddTravel(StraightLineTravel):
    def __init__(self, odd):
        object.__setattr__(self, "odd", odd)

    def minutes(self, home, modes, lats, lons, error_km):
        found = super().minutes(home, modes, lats, lons, error_km)
        return replace(found, **{name: change(getattr(found, name)) for name, change in self.odd.items()})


@pytest.mark.parametrize(
    "odd",
    [
        {"low": lambda a: a - 1000},
        {"low": lambda a: a + 1000},
        {"high": lambda a: a * np.nan},
        {"expected": lambda a: a.astype(str)},
        {"low": lambda a: a.astype(object)},
        {"mode": lambda a: np.full(len(a), 7)},
        {"mode": lambda a: np.full(len(a), -1)},
        {"mode": lambda a: a.astype(float)},
        {"km": lambda a: a - 1000},
    ],
)
def test_minutes_out_of_order_or_by_a_mode_that_nobody_asked_for_are_refused(odd):
    with pytest.raises(PluginError, match="travel OddTravel: minutes must give 0 <= low"):
        matcher(*OFFERS, travel=OddTravel(odd)).recommend(GOOD)


def test_minutes_that_are_not_known_or_without_end_are_answers():
    for value in (np.nan, np.inf):
        odd = {name: lambda a, value=value: np.full(len(a), value) for name in ("low", "expected", "high")}
        assert matcher(*OFFERS, travel=OddTravel(odd)).recommend(GOOD).to_text()


class OddRule(MembershipRule):
    name = "odd"

    def __init__(self, verdict):
        self.verdict = verdict

    def applies(self, query):
        return True

    def check(self, scene):
        return np.full(len(scene), self.verdict)


@pytest.mark.parametrize("verdict", [False, True, 7, -2, np.int8(-128)])
def test_a_verdict_that_is_no_yes_unknown_or_no_is_refused(verdict):
    with pytest.raises(PluginError, match="rule odd: check must give one YES, UNKNOWN or NO"):
        matcher(*OFFERS, rules=(*RULES, OddRule(verdict))).recommend(GOOD)


def test_a_no_under_a_mask_is_refused():
    class Masked(OddRule):
        def check(self, scene):
            return np.ma.masked_array(np.full(len(scene), -1, dtype=np.int8), mask=True)

    with pytest.raises(PluginError, match="rule odd: check must give one YES, UNKNOWN or NO"):
        matcher(*OFFERS, rules=(*RULES, Masked(0))).recommend(GOOD)


def test_rules_and_criteria_have_names_of_their_own():
    with pytest.raises(InputError, match="double_name") as caught:
        matcher(*OFFERS, rules=(*RULES, RULES[0]), criteria=(*CRITERIA, CRITERIA[0]))
    assert {one.record for one in caught.value.problems} == {RULES[0].name, CRITERIA[0].name}


@pytest.mark.parametrize("field", ["rules", "criteria"])
def test_what_is_no_rule_or_criterion_is_named(field):
    for wrong in ([5], None):
        with pytest.raises(InputError, match=field):
            matcher(*OFFERS, **{field: wrong})


class ToldRule(FailingRule):
    """Tells these parameters of everyone who is 93."""

    def __init__(self, at, params):
        self.at, self.params = at, params

    def _of(self, query):
        return self.params if query.client.age == 93 else {}

    def check(self, scene):
        return np.full(len(scene), {"why_not": -1, "ask": 0}.get(self.at, 1), dtype=np.int8)

    def why_not(self, scene, place):
        return "no", self._of(scene.query)

    def ask(self, scene, place):
        return "unknown", self._of(scene.query)


class ToldCriterion(FailingCriterion):
    def __init__(self, at, params):
        self.at, self.params = at, params

    def tell(self, scene, place, value):
        is_meant = self.at == "tell" and scene.query.client.age == 93
        yield Telling(True, "x", self.params if is_meant else {"v": "a"})

    def ask(self, scene, place):
        return ("x", self.params) if self.at == "ask" and scene.query.client.age == 93 else None


def with_told(part, at, params):
    if part == "rule":
        return matcher(*OFFERS, rules=(*RULES, ToldRule(at, params)))
    own = (*CRITERIA, ToldCriterion(at, params))
    return Matcher(catalogue(*OFFERS), Profile(weights=WEIGHTS), as_of=TODAY, criteria=own)


PLACES = [("rule", "ask"), ("criterion", "tell"), ("criterion", "ask")]


@pytest.mark.parametrize(("part", "at"), PLACES)
@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("since", TODAY),
        ("v", (1, 2)),
        ("v", {"a": SECRET}),
        ("v", float("nan")),
        ("v", float("inf")),
        ("v", np.float64("-inf")),
        ("v", "\ud800"),
        ("v", object()),
    ],
)
def test_a_parameter_that_cannot_be_stored_is_one_clients_error(part, at, name, value):
    made = with_told(part, at, {"good": 1, name: value})
    batch = made.recommend_many(CLIENTS)
    assert [type(one) for one in batch.advices] == [Advice, PluginError, Advice]
    error = batch.advices[1]
    assert (error.plugin, error.call, error.cause) == (f"{part} own", at, "")
    assert error.must_be.endswith(f"of: {name}")
    assert SECRET not in str(error)
    assert error.__context__ is None


def test_an_odd_parameter_of_a_reason_why_not_is_named_too():
    made = with_told("rule", "why_not", {"v": float("nan")})
    with pytest.raises(PluginError, match="rule own: why_not must give each parameter"):
        made.why_not(BAD, "a00")
    with pytest.raises(PluginError, match="rule own: why_not must give each parameter"):
        made.recommend(BAD)


@pytest.mark.parametrize(("part", "at"), PLACES)
@pytest.mark.parametrize("params", [{SECRET + " ": object()}, {5: 1}, None, [("v", 1)]])
def test_a_name_that_is_none_is_not_said(part, at, params):
    with pytest.raises(
        PluginError, match=r"must give (each parameter.*\(an odd name\)|its parameters as a dict)"
    ) as caught:
        with_told(part, at, params).recommend(BAD)
    assert SECRET not in str(caught.value)


@pytest.mark.parametrize(("part", "at"), PLACES)
def test_what_can_be_stored_is_the_same_again(part, at):
    params = {
        "a": "x", "b": 3, "c": 0.25, "d": True, "e": None, "f": ("a", "b"), "g": np.int64(4), "h": np.float64(0.1),
        "i": 10**30, "j": ["a"],
    }  # fmt: skip
    made = with_told(part, at, params)
    given = made.recommend(BAD)
    assert Advice.from_json(given.to_json()) == given
    assert made.replay(given).is_same
    one = given.suggestions[0]
    assert params["i"] in [
        value for told in (*one.reasons_for, *one.call_first, *one.more_questions) for value in told.params.values()
    ]


class ShapelessRule(ToldRule):
    def ask(self, scene, place):
        return "unknown"


class LostRule(ToldRule):
    def asks_about(self, scene, places):
        return 7


class OwnRecordRule(ToldRule):
    def question(self, scene, place):
        return Question(rule="own", code="ask.own.x", params=self.params)


class NoRecordRule(ToldRule):
    def question(self, scene, place):
        return "vraag"


@pytest.mark.parametrize(
    ("kind", "params", "told"),
    [
        (ShapelessRule, {}, "rule own: ask must give a case and its parameters"),
        (LostRule, {}, "rule own: asks_about must give one of the places"),
        (OwnRecordRule, {"v": float("nan")}, "rule own: question must give each parameter"),
        (OwnRecordRule, {"v": TODAY}, "rule own: question failed with InputError"),
        (NoRecordRule, {}, "rule own: question must give a Question or None"),
    ],
)
def test_an_answer_of_which_nothing_can_be_made(kind, params, told):
    with pytest.raises(PluginError, match=told):
        matcher(*OFFERS, rules=(*RULES, kind("ask", params))).recommend(GOOD)
    assert matcher(*OFFERS, rules=(*RULES, OwnRecordRule("ask", {"v": 1}))).recommend(GOOD).to_text()


@pytest.mark.parametrize("told", [None, ["x"], 5])
def test_a_criterion_that_tells_something_else(told):
    class Odd(FailingCriterion):
        def tell(self, scene, place, value):
            return told

    own = (*CRITERIA, Odd(""))
    with pytest.raises(PluginError, match="criterion own: tell "):
        Matcher(catalogue(*OFFERS), Profile(weights=WEIGHTS), as_of=TODAY, criteria=own).recommend(GOOD)


class OddCriterion(Criterion):
    """Gives the same values for all rows."""

    name = "own"

    def __init__(self, values):
        self.values = values

    def applies(self, query):
        return True

    def evaluate(self, scene):
        array = np.array([self.values] * len(scene))
        return Values(array, array, array)

    def tell(self, scene, place, value):
        return []


@pytest.mark.parametrize("values", ["a", 1j, None, float("nan"), 2.0, [0.5]])
def test_values_that_are_no_numbers_up_to_one_are_refused(values):
    offers = matcher(*OFFERS, profile=Profile(weights=WEIGHTS), criteria=(*CRITERIA, OddCriterion(values)))
    with pytest.raises(PluginError, match="criterion own: evaluate must give Values"):
        offers.recommend(GOOD)


@pytest.mark.parametrize("name", [None, 5, ""])
def test_a_plug_in_without_a_name_is_refused(name):
    rule = FailingRule("")
    rule.name = name
    with pytest.raises(PluginError, match="rule FailingRule: name must be a text"):
        matcher(*OFFERS, rules=(*RULES, rule))
