"""How sure an order is: counts against a slow reference, and the weights at which first and second swap."""

from __future__ import annotations

import json
from datetime import date

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from wor_match import Activity, Catalogue, Client, InputError, Matcher, Profile
from wor_match.domain.records import Record
from wor_match.domain.stability import Acceptability, Leader, StabilityFacts
from wor_match.explain.contest import Contest, Field, below_floor, field_of, scores_of
from wor_match.explain.draws import FACTORS, HALF, ONE, Draw, drawn
from wor_match.explain.lint import lint
from wor_match.explain.sentences import sentence
from wor_match.explain.stability_sentence import in_a_sentence
from wor_match.explain.stability_text import Stability
from wor_match.query import Query
from wor_match.query.scene import Scene
from wor_match.rules import RULES, Rule
from wor_match.rules.base import Verdicts
from wor_match.sample import SAMPLE_DATE, load_sample
from wor_match.testing import TODAY, a_client, a_place, an_activity, draw_activities, draw_clients
from wor_match.testing.slow_stability import check_rescored, check_sentence, check_stability
from wor_match.testing.strategies import catalogues, clients
from wor_match.vocabulary.enums import AccessNeed

SAMPLE, PEOPLE = load_sample()
MATCHER = Matcher(SAMPLE, as_of=SAMPLE_DATE)
SMALL = settings(
    deadline=None, derandomize=True, max_examples=100,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)  # fmt: skip


@pytest.mark.parametrize("client", PEOPLE[::4], ids=lambda one: one.reference)
def test_it_agrees_with_the_slow_reference_to_the_exact_count(client: Client) -> None:
    check_stability(MATCHER, client, 5, 150, 3)


@SMALL
@given(clients(), catalogues(), st.integers(1, 6), st.integers(0, 2**40))
def test_it_agrees_with_the_slow_reference_on_any_catalogue(
    client: Client, catalogue: Catalogue, k: int, seed: int
) -> None:
    found = check_stability(Matcher(catalogue, as_of=TODAY), client, k, 20, seed)
    for one in found.activities:
        assert 0 < one.in_top <= 20 - one.fell_out
    for rank in range(k):
        assert sum(one.at_rank[rank] for one in found.activities) <= 20


@pytest.mark.parametrize("client", PEOPLE[1:15:3], ids=lambda one: one.reference)
def test_a_profile_with_the_drawn_weights_gives_the_same_scores(client: Client) -> None:
    """The whole pipeline with each drawn weight vector; only rounding to a thousandth of a point may part them."""
    assert check_rescored(MATCHER, client, 6, 5) > 100


def test_a_profile_with_the_drawn_weights_gives_the_same_scores_on_any_catalogue() -> None:
    compared = 0
    for seed in range(3):
        matcher = Matcher(Catalogue.from_activities(draw_activities(50, seed=seed)), as_of=TODAY)
        compared += sum(check_rescored(matcher, client, 3, seed) for client in draw_clients(4, seed=seed))
    assert compared > 30


KNOWN = {
    "status": "active", "description": "samen zingen in een koor", "last_verified": TODAY,
    "schedule": {"rules": [{"weekday": "mon", "start": "10:00", "end": "11:00"}]},
}  # fmt: skip


def two_places(near: float = 45, far: float = 0, *, is_all: bool = False) -> Matcher:
    """A choir that is near and dear or further and free, and one between the two."""
    parts = [
        {"title": "dichtbij", "places": [{"postcode": "4102"}], "cost": price(near), "schedule": KNOWN["schedule"]},
        {"title": "verder", "places": [{"postcode": "4104"}], "cost": price(far), "schedule": KNOWN["schedule"]},
    ]
    activities = [
        Activity(id="two", title="Koor Twee", parts=parts, parts_require="all" if is_all else "any", **KNOWN),
        Activity(id="mid", title="Koor Midden", places=[{"postcode": "4103"}], cost=price(20), **KNOWN),
    ]
    return Matcher(Catalogue.from_activities(activities), as_of=TODAY)


def price(amount: float) -> dict[str, object]:
    return {"amount_eur": amount, "per": "month", "has_reduction": False}


SINGER = Client(
    reference="c-1", interests=["zingen"], home="4102", budget_eur_per_month=60,
    travel={"modes": ["bike"], "max_minutes": 45, "evening": True},
    availability=[{"weekday": "mon", "part": "morning"}],
)  # fmt: skip


def test_the_place_that_is_best_with_the_drawn_weights_stands() -> None:
    """Nearer or cheaper: which of the two is better depends on the weights, so that both can stand."""
    matcher = two_places()
    run = matcher.run(SINGER, 2)
    contest = Contest(run)
    place = [one.id for one in matcher.catalogue.activities].index("two")
    here = int(np.flatnonzero(contest.field.numbers == place)[0])
    assert len(contest.stands(here)) == 2
    assert check_rescored(matcher, SINGER, 100) == 200
    check_stability(matcher, SINGER, 2, 300)
    seen = set()
    for draw in drawn(0, 300, len(contest.field.weights), 2):
        plain = Draw(draw.factors, np.zeros_like(draw.facts), np.full_like(draw.luck, 65535))
        turned = contest.of(plain)
        chosen = scores_of(contest.field, plain)[:, here]
        assert (turned.scores[:, 0] >= chosen).all()
        seen |= set((turned.scores[:, 0] > chosen).tolist())
    assert seen == {True, False}


def test_what_never_is_best_is_left_out() -> None:
    """Nearer and cheaper is better with any weights."""
    assert not Contest(two_places(near=0, far=45).run(SINGER, 2)).groups


def test_of_required_parts_the_best_place_of_each() -> None:
    parts = [
        {"title": "les", "places": [{"postcode": "4102"}], "cost": price(45), "schedule": KNOWN["schedule"]},
        {"title": "samen", "places": [{"postcode": "4102"}, {"postcode": "4104"}], "schedule": KNOWN["schedule"]},
    ]
    parts[1]["places"] = [  # nearer, or without steps for sure
        {"postcode": "4102"}, {"postcode": "4104", "access": {"step_free": True}},
    ]  # fmt: skip
    whole = Activity(id="whole", title="Koor Heel", parts=parts, parts_require="all", **KNOWN)
    matcher = Matcher(Catalogue.from_activities([whole]), as_of=TODAY)
    client = SINGER.model_copy(update={"access_needs": frozenset({AccessNeed.STEP_FREE})})
    contest = Contest(matcher.run(client, 2))
    assert [len(group.stands(0)) for group in contest.groups] == [2]
    check_stability(matcher, client, 2, 200)
    check_rescored(matcher, client, 20)


def test_a_place_without_open_questions_keeps_an_activity_in() -> None:
    """One hall may have steps, of the other it is known: the choir does not fall out with the first."""
    places = [{"postcode": "4102"}, {"postcode": "4104", "access": {"step_free": True}}]
    activity = Activity(id="koor", title="Koor", places=places, cost=price(0), **KNOWN)
    client = SINGER.model_copy(update={"access_needs": frozenset({AccessNeed.STEP_FREE})})
    found = check_stability(Matcher(Catalogue.from_activities([activity]), as_of=TODAY), client, 2, 300)
    assert found.activities[0].fell_out == 0
    alone = Activity(id="koor", title="Koor", places=places[:1], cost=price(0), **KNOWN)
    found = check_stability(Matcher(Catalogue.from_activities([alone]), as_of=TODAY), client, 2, 300)
    assert found.activities[0].fell_out > 100


def test_without_doubt_the_scores_are_the_stored_ones() -> None:
    for client in PEOPLE:
        run = MATCHER.run(client, 5)
        field = field_of(run)
        shape = (1, len(field.numbers))
        plain = Draw(np.full((1, len(field.weights)), ONE), np.zeros(shape, int), np.zeros(shape, int))
        assert (scores_of(field, plain)[0] == field.expected.sum(axis=1) * ONE * HALF).all()
        if run.chosen is not None:
            assert len(field.numbers) - int(below_floor(field, plain).sum()) == run.above_floor


def test_draws_are_the_same_on_every_machine() -> None:
    one = next(iter(drawn(1, 2, 2, 2)))
    assert one.factors.tolist() == [[771, 1103], [1675, 650]]
    assert one.facts.tolist()[0] != one.facts.tolist()[1]
    assert FACTORS.min() >= 500
    assert FACTORS.max() <= 2000
    assert abs(float(np.median(FACTORS)) - ONE) <= 1


def test_the_same_seed_gives_the_same_answer_and_another_seed_nearly() -> None:
    first, second = MATCHER.stability(PEOPLE[0], seed=1), MATCHER.stability(PEOPLE[0], seed=2)
    assert first == MATCHER.stability(PEOPLE[0], seed=1)
    assert first != second
    assert abs(first.activities[0].share_in_top - second.activities[0].share_in_top) < 0.03


def test_at_the_swap_the_two_are_equal_and_beyond_it_they_swap() -> None:
    swapped = 0
    for client in PEOPLE:
        run = MATCHER.run(client, 5)
        if run.chosen is None:
            continue
        field, contest, found = field_of(run), Contest(run), MATCHER.stability(client, draws=1)
        names = [one.name for one in run.scored.criteria]
        first, second = (int(np.flatnonzero(field.numbers == run.chosen.activity[one])[0]) for one in run.ranked[:2])
        both = [contest.stands(one).astype(float) for one in (first, second)]  # all rows that may stand for each
        weights = field.weights / 1000
        for swap in found.swaps:
            place = names.index(swap.criterion)

            def lead(factor: float, place: int = place, both: list[np.ndarray] = both) -> float:
                one, other = (float((rows.sum(axis=1) + rows[:, place] * (factor - 1)).max()) for rows in both)
                return one - other

            assert abs(lead(swap.factor)) < 1e-6
            less, more = lead(max(swap.factor - 0.01, 0.0)), lead(swap.factor + 0.01)
            assert less * more <= 1e-6
            others = (100 - weights[place]) / 100
            assert swap.points_then == pytest.approx(
                100 * weights[place] * swap.factor / (100 * others + weights[place] * swap.factor)
            )
            swapped += 1
    assert swapped > 20


def test_one_honest_sentence() -> None:
    told = {client.reference: MATCHER.stability(client, draws=2000) for client in PEOPLE}
    for found in told.values():
        check_sentence(found)
    codes = {f"stability.{one}" for one in ("even", "firm", "likely", "several", "loose", "open", "other")}
    found = {one.summary.code for one in told.values()}
    assert found <= codes | {"shortfall.stopped"}
    assert len(found) >= len(codes)  # all but one of them, and the stop
    even = next(one for one in told.values() if one.summary.code == "stability.even")
    assert sentence(even.summary) == "De eerste twee zijn ongeveer even goed."
    alone = Matcher(Catalogue.from_activities([an_activity()]), as_of=TODAY)
    assert alone.stability(a_client(), draws=5).summary.code == "stability.alone"


def counted(first: list[int], *others: list[int], fell: int = 0) -> StabilityFacts:
    """Of hundred draws: how often each was at each rank; the first two lead."""
    rows = {"a": first, **dict(zip("bcde", others, strict=False))}
    each = [
        Acceptability(activity_id=name, title=name, at_rank=row, draws=100) for name, row in rows.items() if any(row)
    ]
    leaders = [Leader(activity_id=name, title=name) for name in list(rows)[:2]]
    return StabilityFacts(
        k=2, draws=100, seed=0, leaders=leaders, activities=each, first_fell_out=fell, summary=in_a_sentence(None)
    )


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("firm", counted([90, 10], [10, 90])),
        ("likely", counted([89, 11], [11, 89])),
        ("likely", counted([50, 40], [25, 30], [25, 30])),
        ("even", counted([57, 43], [43, 57])),
        ("even", counted([36, 36], [36, 36], [28, 28])),
        ("several", counted([46, 54], [17, 20], [15, 20], [22, 6])),
        ("several", counted([52, 48], [20, 20], [28, 32])),
        ("other", counted([40, 60], [60, 40])),
        ("other", counted([30, 60], [10, 20], [60, 20])),
        ("loose", counted([28, 41], [36, 30], [36, 29])),
        ("loose", counted([0, 0], [60, 40], [40, 60])),
        ("open", counted([75, 0], [25, 75], fell=25)),
        ("open", counted([20, 20], [20, 20], [60, 40], fell=60)),
        ("likely", counted([76, 0], [24, 76], fell=24)),
    ],
)
def test_which_sentence_the_counts_allow(code: str, found: StabilityFacts) -> None:
    assert in_a_sentence(found).code == f"stability.{code}"
    check_sentence(Stability(**dict(found) | {"summary": in_a_sentence(found)}))


def test_the_sentence_does_not_contradict_the_numbers() -> None:
    """A sentence that says more than the counts allow is noticed."""
    found = counted([46, 54], [54, 46])
    for code in ("firm", "likely", "even", "several", "alone"):
        with pytest.raises(AssertionError):
            check_sentence(Stability(**dict(found) | {"summary": Record(code=f"stability.{code}", params={})}))


@pytest.mark.parametrize("code", ["loose", "other", "several", "likely", "firm"])
def test_the_sentences_read_plainly(code: str) -> None:
    record = Record(code=f"stability.{code}", params={"share": 0.4, "other": 0.5, "title": "Koor"})
    for audience in ("coach", "client"):
        assert not lint(sentence(record, "nl", audience))
        assert sentence(record, "en", audience)
    assert "%" not in sentence(record, "nl", "client")


def test_draws_in_which_the_first_fell_out_are_not_counted_as_above() -> None:
    """Of the first it is not known whether there are steps; the second is worse in every draw, and always there."""
    doubted = an_activity(id="doubted", places=[a_place(access={"step_free": None})])
    sure = an_activity(id="sure", last_verified=date(2024, 1, 1))
    profile = Profile(weights=dict.fromkeys(Profile.default().weights, 0.0) | {"interest": 60.0, "freshness": 40.0})
    matcher = Matcher(Catalogue.from_activities([doubted, sure]), profile, as_of=TODAY)
    found = check_stability(matcher, a_client(access_needs=["step_free"]), 2, 400)
    assert found.leaders[0].activity_id == "doubted"
    assert found.first_fell_out
    assert found.first_above_second == (400 - found.first_fell_out) / 400


@pytest.mark.parametrize("gender", ["non_binary", None])
def test_what_is_suggested_never_falls_out_for_certain(gender: str | None) -> None:
    """A group for women is a question for who is non-binary or was not asked, and never a silent no."""
    group = an_activity(group={"gender_rule": "women"})
    found = check_stability(Matcher(Catalogue.from_activities([group]), as_of=TODAY), a_client(gender=gender), 2, 400)
    assert 100 < found.activities[0].fell_out < 300


class Certain(Rule):
    """A rule of a host's own that calls what it does not know a no."""

    name = "certain"
    field = "title"
    risk = 1.0

    def applies(self, query: Query) -> bool:
        return True

    def check(self, scene: Scene) -> Verdicts:
        return np.zeros(len(scene), dtype=np.int8)


def test_no_rule_makes_of_a_question_a_certain_no() -> None:
    matcher = Matcher(Catalogue.from_activities([an_activity()]), as_of=TODAY, rules=(*RULES, Certain()))
    found = check_stability(matcher, a_client(), 2, 400)
    assert 0 < found.activities[0].in_top < 100


def test_no_swap_asks_for_a_weight_that_cannot_be_set() -> None:
    """Evidence has at most three points: also where it would grow with all the others."""
    told = [one for client in PEOPLE for one in MATCHER.stability(client, draws=1).swaps]
    assert told
    for one in told:
        rest = (100 - one.points_then) / (100 - one.points_now)
        weights = {name: points * rest for name, points in MATCHER.profile.weights.items()}
        Profile(weights=weights | {one.criterion: one.points_then})


def test_it_is_stored_and_read_back() -> None:
    found = MATCHER.stability(PEOPLE[2], draws=100)
    assert Stability.model_validate(json.loads(found.model_dump_json())) == found
    best = found.activities[0]
    assert found.of(best.activity_id) == best
    assert found.of("nothing like it") is None
    assert best.share_first == best.at_rank[0] / 100


def test_a_stop_leaves_nothing_to_compare_and_says_that_safety_goes_first() -> None:
    found = MATCHER.stability(PEOPLE[15])
    assert (found.activities, found.first_above_second, found.is_stopped) == ((), None, True)
    for audience in ("coach", "client"):
        for language in ("nl", "en"):
            told = found.to_text(language=language, audience=audience)
            assert told == MATCHER.what_if(PEOPLE[15]).to_text(language=language, audience=audience)
    assert "Veiligheid gaat voor" in found.to_text()
    assert Stability.model_validate_json(found.model_dump_json()) == found


def test_a_list_that_is_empty_for_another_reason_is_no_stop() -> None:
    found = MATCHER.stability(Client(reference="c-1", avoid=[one.title for one in SAMPLE.activities]))
    assert (found.is_stopped, found.summary.code) == (False, "stability.nothing")


@pytest.mark.parametrize("wrong", [{"draws": 0}, {"draws": 2.5}, {"seed": -1}, {"k": 0}, {"draws": True}])
def test_numbers_out_of_range_are_refused(wrong: dict[str, int]) -> None:
    with pytest.raises(InputError):
        MATCHER.stability(a_client(), **wrong)


def test_a_floor_is_asked_for_in_every_draw() -> None:
    field = Field(
        np.array([0, 1]), np.array([[0, 9]]), np.array([[1000, 0], [0, 9]]), np.array([[0, 9]]), np.zeros(2, int),
        np.array([1000, 9]), np.array([True, False]), 0.5,
    )  # fmt: skip
    draw = Draw(np.array([[600, 2000]]), np.zeros((1, 2), int), np.zeros((1, 2), int))
    assert below_floor(field, draw).tolist() == [[False, True]]


def test_weights_of_a_profile_may_be_zero() -> None:
    weights = dict.fromkeys(Profile.default().weights, 0.0) | {"interest": 60.0, "travel": 40.0}
    found = Matcher(SAMPLE, Profile(weights=weights), as_of=SAMPLE_DATE).stability(PEOPLE[0], draws=50)
    assert found.activities
