"""The facade: what it takes, what it refuses, and that it never tells a client's values."""

import re
import traceback
from datetime import date, datetime

import numpy as np
import pytest

from making import TODAY, catalogue, matcher, near, profile
from wor_match import Matcher, load_sample
from wor_match.advice import Advice
from wor_match.criteria import CRITERIA
from wor_match.criteria.base import Criterion, Telling, known
from wor_match.domain.client import Client
from wor_match.domain.profile import DEFAULT_WEIGHTS, Profile
from wor_match.errors import InputError, ProfileError, WorMatchError
from wor_match.rules import RULES
from wor_match.rules.base import Rule, verdicts

CHOIR = {"title": "Koor", "places": [near(1)]}
SINGER = Client(reference="c-1", interests=["zingen"])
FIRST = "debts"


# how many


@pytest.mark.parametrize("k", [0, -1, 1001, True, 2.5, "5", None])
def test_k_must_be_a_whole_number_from_1_to_1000(k):
    made = matcher(CHOIR)
    for ask in (made.recommend, made.run, lambda client, k: made.recommend_many([client], k)):
        with pytest.raises(InputError) as caught:
            ask(SINGER, k)
        assert [(one.field, one.code) for one in caught.value.problems] == [("k", "out_of_range")]


@pytest.mark.parametrize("k", [1, 2, 3, 1000])
def test_k_may_be_more_than_there_are(k):
    advice = matcher(CHOIR, CHOIR).recommend(SINGER, k)
    assert len(advice.suggestions) == min(k, 2)
    assert (advice.shortfall is None) is (k <= 2)


def test_a_shorter_list_is_the_beginning_of_a_longer_one_without_variety():
    made, clients = load_sample()
    plain = Matcher(made, profile(variety_points=0), as_of=TODAY)
    short, long = plain.recommend(clients[0], 3), plain.recommend(clients[0], 8)
    assert short.suggestions == long.suggestions[:3]


def test_an_empty_catalogue_gives_an_answer():
    advice = matcher().recommend(SINGER)
    assert advice.suggestions == ()
    assert advice.shortfall.code == "shortfall.empty_catalogue"
    assert Advice.from_json(advice.to_json()) == advice


# many


def test_many_are_as_one_by_one_and_one_bad_client_stops_nobody():
    made, clients = load_sample()
    sample = Matcher(made, as_of=TODAY)
    bad = Client(reference="c-bad", home="1000")
    batch = sample.recommend_many([clients[0], bad, *clients[1:4]], k=3)
    assert batch.references == (clients[0].reference, "c-bad", *(one.reference for one in clients[1:4]))
    for client, advice in zip(clients[:4], (batch.advices[0], *batch.advices[2:]), strict=True):
        assert advice == sample.recommend(client, k=3)
    assert isinstance(batch.advices[1], InputError)
    frame = batch.clients
    assert frame["reference"].tolist() == list(batch.references)
    assert frame["given"].tolist()[1] == 0
    assert "home.postcode" in frame["error"][1]
    assert "1000" not in frame["error"][1]
    assert frame["error"].isna().tolist() == [True, False, True, True, True]
    given = batch.suggestions.groupby("reference").size().to_dict()
    assert given == {name: count for name, count in zip(frame["reference"], frame["given"], strict=True) if count}


def test_stopped_and_short_clients_have_their_row():
    made = matcher(CHOIR)
    stopped = Client(reference="c-2", safety=[{"signal": "suicidal_thoughts"}])
    batch = made.recommend_many(iter([SINGER, stopped]), k=5)
    frame = batch.clients
    assert frame["is_stopped"].tolist() == [False, True]
    assert frame["shortfall"].tolist() == ["shortfall.few_possible", "shortfall.stopped"]


def test_the_frames_of_a_batch_do_not_depend_on_who_comes_first():
    made = matcher(CHOIR)
    poor = SINGER.model_copy(update={"reference": "c-3", "budget_eur_per_month": 50.0})
    first = made.recommend_many([Client(reference="c-2", interests=["zingen"]), poor], k=5).suggestions
    second = made.recommend_many([poor, Client(reference="c-2", interests=["zingen"])], k=5).suggestions
    assert first.columns.tolist() == second.columns.tolist()
    assert first.columns[0] == "reference"
    assert first["money"].isna().tolist() == second["money"].isna().tolist()[::-1] == [True, False]
    assert [str(first[name].dtype) for name in ("reference", "activity_id", "title")] == ["string"] * 3
    nobody = made.recommend_many([]).suggestions
    assert nobody.columns.tolist() == first.columns.tolist()[: len(nobody.columns)]
    assert nobody.dtypes.to_dict() == first.dtypes[nobody.columns].to_dict()


def test_the_strictest_gate_has_its_column():
    clients = [
        SINGER,
        SINGER.model_copy(
            update={"reference": "c-3", "safety": Client(reference="x", safety=[{"signal": FIRST}]).safety}
        ),
        Client(reference="c-2", safety=[{"signal": FIRST}, {"signal": "suicidal_thoughts"}]),
    ]
    frame = matcher(CHOIR).recommend_many(clients, k=5).clients
    assert frame["gate"].fillna("").tolist() == ["", "first", "stop"]
    assert {str(frame[name].dtype) for name in ("reference", "gate", "shortfall", "error")} == {"string"}


def test_nobody_at_all():
    batch = matcher(CHOIR).recommend_many([])
    assert batch.advices == ()
    assert batch.suggestions.empty
    assert batch.clients.empty


def test_what_is_no_client_is_refused_and_stops_nobody():
    made = matcher(CHOIR)
    with pytest.raises(InputError) as caught:
        made.recommend({"reference": "c-1", "interests": ["geheim"]})
    assert [one.code for one in caught.value.problems] == ["not_a_client"]
    assert "geheim" not in str(caught.value)
    batch = made.recommend_many([None, SINGER])
    assert batch.references == ("", "c-1")
    assert batch.clients["given"].tolist() == [0, 1]


# options


def test_weights_must_be_those_of_criteria_that_are_there():
    weights = DEFAULT_WEIGHTS | {"interest": DEFAULT_WEIGHTS["interest"] - 3, "luck": 2, "charm": 1}
    with pytest.raises(ProfileError) as caught:
        matcher(CHOIR, profile=Profile(weights=weights))
    assert [one.field for one in caught.value.problems] == ["weights.charm", "weights.luck"]


def test_priors_must_be_those_of_criteria_that_are_there():
    with pytest.raises(ProfileError) as caught:
        matcher(CHOIR, profile=Profile(priors={"luck": 0.5, "money": 0.5}))
    assert [one.field for one in caught.value.problems] == ["priors.luck"]


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ({"weights": {"interest": 50.0}}, ("weights", "wrong_total")),
        ({"weights": {"interest": 101.0, "need": -1.0}}, ("weights.interest", "out_of_range")),
        ({"weights": {"interest": 95.0, "evidence": 5.0}}, ("weights.evidence", "too_high")),
        ({"priors": {"money": 1.5}}, ("priors.money", "out_of_range")),
        ({"limits": {"floor_share": 2}}, ("limits.floor_share", "less_than_equal")),
        ({"wieghts": {}}, ("wieghts", "extra_forbidden")),
    ],
)
def test_profiles_that_do_not_add_up(fields, problem):
    with pytest.raises(ProfileError) as caught:
        Profile(**fields)
    assert problem in [(one.field, one.code) for one in caught.value.problems]


@pytest.mark.parametrize("as_of", ["2026-11-23", None, 20261123])
def test_the_day_must_be_a_date(as_of):
    with pytest.raises(WorMatchError):
        Matcher(catalogue(CHOIR), as_of=as_of)


def test_a_moment_counts_as_its_day():
    made = Matcher(catalogue(CHOIR), as_of=datetime(2026, 11, 23, 15, 30))
    assert made.recommend(SINGER) == matcher(CHOIR).recommend(SINGER)
    assert type(made.as_of) is date


class Letter(Rule):
    """A host's own: no activities that begin with an X, and a question about those with a Y."""

    name = "letter"
    field = "title"
    urgency = 1

    def applies(self, query):
        return query.client.reference != "c-without"

    def check(self, scene):
        first = np.array([scene.rows.source(place).activity.title[0] for place in range(len(scene))])
        return verdicts(no=first == "X", yes=first != "Y")


class Length(Criterion):
    """A host's own: long titles are good."""

    name = "length"

    def applies(self, query):
        return True

    def evaluate(self, scene):
        lengths = [len(scene.rows.source(place).activity.title) for place in range(len(scene))]
        return known(np.minimum(np.array(lengths) / 20, 1.0))

    def tell(self, scene, place, value):
        return [Telling(value > 0.5, "long" if value > 0.5 else "short", {})]


def test_a_rule_of_ones_own():
    offers = [{"title": title} for title in ("Koor", "X-koor", "Y-koor")]
    made = matcher(*offers, rules=(*RULES, Letter()))
    advice = made.recommend(SINGER)
    assert {one.activity.title for one in advice.suggestions} == {"Koor", "Y-koor"}
    assert advice.excluded.counts == {"letter": 1}
    asked = {one.activity.title: [each.code for each in one.call_first] for one in advice.suggestions}
    assert asked == {"Koor": [], "Y-koor": ["ask.letter.unknown"]}
    assert advice.excluded.near_misses[0].exclusion.code == "letter.no"
    assert len(made.recommend(SINGER.replaced(reference="c-without")).suggestions) == 3


def test_a_criterion_of_ones_own_needs_a_weight():
    weights = DEFAULT_WEIGHTS | {"interest": DEFAULT_WEIGHTS["interest"] - 10, "length": 10.0}
    offers = [{"title": "Koor"}, {"title": "Koor van de buurt"}]
    made = matcher(*offers, profile=Profile(weights=weights), criteria=(*CRITERIA, Length()))
    advice = made.recommend(SINGER)
    points = {one.activity.title: one.contributions[-1].points_milli for one in advice.suggestions}
    assert points == {"Koor": 2000, "Koor van de buurt": 8500}
    told = {
        one.activity.title: {each.code for each in (*one.reasons_for, *one.reasons_against)}
        for one in advice.suggestions
    }
    assert "length.short" in told["Koor"]
    assert "length.long" in told["Koor van de buurt"]
    without = matcher(*offers, criteria=(*CRITERIA, Length())).recommend(SINGER)
    assert "length" not in {one.criterion for one in without.suggestions[0].contributions}


class Lift:
    """A router of a host's own: everybody is everywhere in five minutes."""

    name = "lift"
    version = "7"

    def minutes(self, home, modes, lats, lons, error_km):
        from wor_match.geo import TravelEstimate

        five = np.where(np.isnan(lats), np.nan, 5.0)
        return TravelEstimate(five, five, five, np.zeros(len(lats), dtype=np.intp), five)

    def reach_km(self, modes, max_minutes):
        return float("inf")


def test_a_router_of_ones_own():
    client = SINGER.replaced(home={"lat": 52.09, "lon": 4.88}, travel={"modes": ["walk"], "max_minutes": 10})
    far = {"title": "Koor", "places": [near(100)]}
    assert matcher(far).recommend(client).suggestions == ()
    advice = matcher(far, travel=Lift()).recommend(client)
    assert advice.suggestions[0].travel_minutes == 5
    assert advice.provenance.travel == "lift 7"


def test_the_same_question_has_the_same_answer():
    made, clients = load_sample()
    one, other = (Matcher(made, as_of=TODAY).recommend(clients[2]).to_json() for _ in range(2))
    assert one == other


# no value of a client anywhere

MARK = "zwaluwmerk"
MARKED = {
    "reference": MARK,
    "interests": [MARK, f"zingen {MARK}"],
    "dislikes": [MARK, f"bingo {MARK}"],
    "strengths": [f"zingen {MARK}"],
    "goals": [f"zingen {MARK}"],
    "own_words": f"Ze hield van zingen {MARK}. Ik kan de trap niet meer op {MARK}. Ik wil niet meer leven {MARK}.",
    "complaints": [{"term": f"somber {MARK}"}],
    "referral_reasons": [MARK],
    "household": MARK,
    "work": MARK,
    "care_duties": MARK,
    "home": {"postcode": "3434", "municipality": MARK},
    "languages": ["ti"],
    "tried": [{"what": MARK, "why_it_failed": f"veel te druk {MARK}"}],
    "current": [MARK],
    "avoid": [MARK],
    "safety": [
        {
            "signal": "suicidal_thoughts",
            "clearance": {
                "name": MARK, "role": MARK, "given_on": TODAY, "action": MARK, "expires_on": "2027-01-01",
            },
        }
    ],
}  # fmt: skip


def everything_about(client):
    made = matcher(CHOIR, {"title": "Koor met trap"})
    advice, ran, asked = made.recommend(client), made.run(client), made.query(client)
    assert advice.suggestions
    yield from (client, advice, ran, asked, made.recommend_many([client]), made)
    yield from (asked.words, *asked.wants, *asked.dislikes, *asked.words_read)
    yield from (ran.scene, ran.gates, ran.scored, ran.chosen)
    yield from (*advice.gates, *advice.read_from_words, advice.excluded, advice.provenance, advice.shortfall)
    for one in advice.suggestions:
        yield from (one, *one.reasons_for, *one.reasons_against, *one.call_first, *one.first_step, *one.from_prose)
    for name in type(client).model_fields:
        value = getattr(client, name)
        if not isinstance(value, str):
            yield from value if isinstance(value, tuple) and value and not isinstance(value[0], str) else ()


def test_no_repr_tells_a_value_of_a_client():
    client = Client.model_validate(MARKED)
    for one in everything_about(client):
        for text in (re.sub(" at 0x[0-9a-f]+", "", told) for told in (repr(one), str(one), f"{one}")):
            assert MARK not in text, type(one)
            assert "3434" not in text, type(one)


def refusal(**data):
    """The error of a client that cannot be, if it is one."""
    try:
        Client.model_validate(data)
    except InputError as error:
        return error
    return None


@pytest.mark.parametrize("field", sorted({*Client.model_fields} - {"own_words"}))
def test_no_error_tells_a_value_of_a_client(field):
    wrong = (object(), {MARK: MARK}, [{MARK: MARK}], [[MARK]], f"{MARK}\x00" * 5000, -12345.5)
    errors = [error for one in wrong if (error := refusal(**{"reference": "c", field: one}))]
    assert errors
    for error in errors:
        told = "".join(traceback.format_exception(error)) + repr(error)
        assert "12345" not in told
        # The name of a field that is not there is told; it is the host's, not the client's.
        assert MARK not in told.replace(f".{MARK}: is not a field", ": is not a field")
        assert error.__cause__ is None
        assert error.__context__ is None


def test_errors_of_a_run_tell_no_value_either():
    client = Client.model_validate(MARKED | {"home": {"postcode": "1000", "municipality": MARK}})
    with pytest.raises(InputError) as caught:
        matcher(CHOIR).recommend(client)
    assert MARK not in "".join(traceback.format_exception(caught.value, limit=0))
    assert "1000" not in str(caught.value)


def test_numbers_of_numpy_are_whole_numbers():
    made = matcher(CHOIR)
    for k in (np.int64(2), np.uint8(2), np.int32(2)):
        assert made.recommend(SINGER, k=k).to_json() == made.recommend(SINGER, k=2).to_json()
    assert made.stability(SINGER, np.int64(2), draws=np.int64(50), seed=np.int64(3)) == made.stability(
        SINGER, 2, draws=50, seed=3
    )
    for wrong in (np.float64(2), np.bool_(True), np.array([1, 2]), np.int64(0), "2"):
        with pytest.raises(InputError, match="k: must be a whole number"):
            made.recommend(SINGER, k=wrong)
