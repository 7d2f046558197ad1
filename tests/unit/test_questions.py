"""What to ask next: every effect that is told is what the answer would really do."""

from __future__ import annotations

import re

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from making import catalogue
from wor_match import Catalogue, Client, InputError, Matcher, Profile
from wor_match.explain.choices import MOST
from wor_match.explain.codes import codes
from wor_match.explain.intake_facts import ASKS
from wor_match.explain.lint import lint
from wor_match.explain.questions_text import NextQuestion
from wor_match.explain.sentences import sentence
from wor_match.explain.trial import TOUCHES
from wor_match.sample import SAMPLE_DATE, load_sample
from wor_match.testing import TODAY, a_client, an_activity, draw_activities, draw_clients
from wor_match.testing.inquiry import check_questions
from wor_match.testing.strategies import catalogues, clients

SAMPLE, PEOPLE = load_sample()
LEVEL = Profile.model_validate({"limits": {"variety_points": 0}})
MATCHER = Matcher(SAMPLE, LEVEL, as_of=SAMPLE_DATE)
SMALL = settings(
    deadline=None, derandomize=True, max_examples=100,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)  # fmt: skip


@pytest.mark.parametrize("client", PEOPLE, ids=lambda one: one.reference)
def test_effects_on_the_sample(client: Client) -> None:
    check_questions(MATCHER, client, 5, 50)


@SMALL
@given(clients(), catalogues(), st.integers(1, 4))
def test_effects_on_any_catalogue(client: Client, catalogue: Catalogue, k: int) -> None:
    check_questions(Matcher(catalogue, LEVEL, as_of=TODAY), client, k, 50)


def test_every_fact_that_is_asked_gives_what_the_whole_pipeline_gives() -> None:
    """Also the answers that would not be told: the table of what a fact touches is complete."""
    from wor_match.explain.trial import Trials

    catalogue = Catalogue.from_activities(draw_activities(50, seed=9))
    matcher = Matcher(catalogue, LEVEL, as_of=TODAY)
    bare = [Client(reference=f"b{n}", interests=["wandelen"], home="3434") for n in range(2)]
    tried = set()
    for client in [*bare, *draw_clients(25, seed=10)]:
        if matcher.run(client).gates.is_stopped:
            continue
        for ask in ASKS:
            people = [apply(client) for _, _, apply in ask.answers]
            trials = Trials(matcher.query(client), catalogue, matcher.rules, matcher.criteria, 5, people)
            for person in people:
                run = matcher.run(person)
                assert run.chosen is not None
                outcome = trials.of(person, (ask.fact,))
                assert outcome.ranked == run.ranked, ask.fact
                assert np.array_equal(outcome.chosen.contributions, run.chosen.contributions), ask.fact
                tried.add(ask.fact)
    assert tried == {one.fact for one in ASKS} <= set(TOUCHES)


def test_a_doubt_about_a_listing_moves_only_that_listing() -> None:
    """Checked with the scores of everything: one score changes, or one activity is gone."""
    seen = 0
    for client in PEOPLE:
        run = MATCHER.run(client, 1000)
        if run.chosen is None:
            continue
        ids = [SAMPLE.activities[int(run.chosen.activity[place])].id for place in run.ranked]
        for one in MATCHER.questions(client, 5, 50):
            if one.activity_id is None or one.kind == "enough":
                continue
            for answer in one.answers:
                if answer.name == "no":
                    rest = [name for name in ids if name != one.activity_id][:5]
                    assert set(answer.leaves) == set(ids[:5]) - set(rest)
                    assert set(answer.enters) == set(rest) - set(ids[:5])
                    seen += 1
                else:
                    assert set(answer.enters) | set(answer.leaves) <= {one.activity_id, *ids[4:6]}
    assert seen > 10


def test_nothing_to_ask_is_said() -> None:
    matcher = Matcher(Catalogue.from_activities([an_activity()]), as_of=TODAY)
    (found,) = matcher.questions(a_client(group={"size": "small"}))
    assert found.kind == "enough"
    assert sentence(found.question) == "Meer vragen verandert deze lijst waarschijnlijk niet."
    assert MATCHER.questions(PEOPLE[15]) == ()


def test_who_knows_nothing_gets_contrasting_choices() -> None:
    found = next(one for one in MATCHER.questions(PEOPLE[12], most=2) if one.kind == "choice")
    assert 3 <= len(found.choices) <= MOST
    themes = [theme for one in found.choices for theme in one.themes]
    assert len(themes) == len(set(themes))
    assert [one.bits for one in found.choices] == sorted((one.bits for one in found.choices), reverse=True)
    assert all(min(one.counts) >= 2 for one in found.choices)
    assert not [one for one in MATCHER.questions(PEOPLE[0]) if one.kind == "choice"]


def test_where_someone_lives_is_asked_over_all_places() -> None:
    found = [
        one for one in MATCHER.questions(Client(reference="c", interests=["zingen"]), most=50) if one.fact == "home"
    ]
    assert [one.how for one in found] == ["exact"]
    assert len(found[0].answers) == 45
    assert found == [
        one for one in MATCHER.questions(Client(reference="c", interests=["zingen"]), most=50) if one.fact == "home"
    ]


def test_questions_for_one_number_are_one_call() -> None:
    names = ("Wandelen", "Wandelclub", "Wandelgroep")
    offers = [{"id": one, "title": one, "contact": {"phone": "030-1"}, "provider": "De Brug"} for one in names]
    matcher = Matcher(catalogue(*offers, {"id": "x", "title": "Wandelen met zorg"}), LEVEL, as_of=TODAY)
    client = a_client(goes_alone="no", max_physical_effort=1)
    found = matcher.questions(client, 2, 50)
    calls = [one for one in found if one.whom]
    assert {one.whom for one in calls} == {"De Brug, 030-1"}
    assert len(calls) > 3
    text = found.to_text()
    assert text.count("De Brug, 030-1") == 1
    head = next(line for line in text.splitlines() if "De Brug" in line)
    assert head.startswith("- Bel De Brug, 030-1, en vraag (verandert gemiddeld 0,8 plaats op de lijst):")
    told = [line for line in text.splitlines() if line.startswith("  - Over ‘Wandel")]
    assert sum(line.count("‘") for line in told) == len(calls) > len(told)
    assert "Brug" not in found.to_text(audience="client")
    one = matcher.questions(client, 2, 1)
    assert "Bel De Brug, 030-1, over ‘" in one.to_text() or not one[0].whom


def test_several_questions_about_one_activity_name_it_once() -> None:
    texts = [MATCHER.questions(client, most=50).to_text() for client in PEOPLE]
    named = [line for text in texts for line in text.splitlines() if ", over ‘" in line and "en vraag" in line]
    assert named
    for text in texts:
        for phone in set(re.findall(r"Bel [^\n]*?(0\d{3}-\d{3} \d{3})", text)):
            assert text.count(phone) == 1


def test_every_question_reads_plainly() -> None:
    for client in PEOPLE:
        for one in MATCHER.questions(client, most=50):
            for record in (one.question, *(choice.question for choice in one.choices)):
                for language in ("nl", "en"):
                    assert sentence(record, language)
                assert not lint(sentence(record, audience="client"))


def test_every_fact_has_its_question() -> None:
    assert {one.code for one in ASKS} <= set(codes())
    for one in ASKS:
        assert sum(chance for _, chance, _ in one.answers) == pytest.approx(1)
        assert one.is_open(Client(reference="c", home="4101"))
    assert not [one for one in ASKS if one.is_open(a_client(group={"size": "any"}, access_needs=["parking"]))]


def test_it_is_stored_and_read_back_and_refuses_odd_numbers() -> None:
    for one in MATCHER.questions(PEOPLE[12]):
        assert NextQuestion.model_validate_json(one.model_dump_json()) == one
    with pytest.raises(InputError):
        MATCHER.questions(PEOPLE[0], most=0)
