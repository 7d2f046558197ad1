"""What the answers of the conversation say: plain, complete, for whom they are meant, and nothing private."""

from __future__ import annotations

import pickle
import re
from collections.abc import Iterator
from itertools import combinations

import pytest

from test_text_render import FORBIDDEN, PLANTED, activity, client
from wor_match import Catalogue, InputError, Matcher, load_sample, load_sample_remedies
from wor_match.domain.records import Gate
from wor_match.explain.lines import as_lines
from wor_match.explain.lint import lint
from wor_match.explain.sentences import sentence
from wor_match.sample import SAMPLE_DATE

LANGUAGES = ("nl", "en")
#: What a coach may be told though it is not plain: their own words for people, names of groups, that of a method.
#: The last two are of providers of the sample.
EXCEPTIONS = {"cliënt", "client", "patiënt", "patient", "SMAA", "NAH", "ADHD", "ADD", "LGBTQ", "ASW", "MFC"}


def of_both(matcher, one) -> Iterator[tuple[str, object]]:
    """Answers that coach and client may read."""
    advice = matcher.recommend(one)
    yield "advice", advice
    yield "what_if", matcher.what_if(one)
    yield "what_if without a table", matcher.what_if(one, remedies=())
    yield "questions", matcher.questions(one)
    yield "stability", matcher.stability(one, draws=200)
    for a, b in combinations([each.activity.id for each in advice.suggestions], 2):
        yield "contrast", advice.contrast(a, b)


def of_coach(matcher, one) -> Iterator[tuple[str, object]]:
    """Answers that only a coach reads."""
    advice = matcher.recommend(one)
    for each in matcher.catalogue.activities[::61]:
        yield "why_not", matcher.why_not(one, each.id)
    yield "replay", matcher.replay(advice)
    yield "replay", matcher.replay(advice.redact())
    yield "compared", matcher.recommend(one, 3).compared(advice)
    if advice.suggestions:
        last = advice.suggestions[-1].activity.id
        yield "compared", advice.pin(last, reason="past goed", by="coach 7", on=SAMPLE_DATE).compared(advice)


@pytest.fixture(scope="module")
def matcher() -> Matcher:
    return Matcher(load_sample()[0], as_of=SAMPLE_DATE, remedies=load_sample_remedies())


def test_every_answer_to_every_sample_client_is_plain(matcher):
    for one in load_sample()[1]:
        both = list(of_both(matcher, one))
        for language in LANGUAGES:
            for name, answer in [*both, *of_coach(matcher, one)]:
                if name != "advice":  # the advice has its own test, line by line: it holds words of the directory
                    check(answer.to_text(language=language), language, (one.reference, name), EXCEPTIONS)
            for name, answer in both:
                for address in ("u", "je"):
                    text = answer.to_text(language=language, audience="client", address=address)
                    if name != "advice":
                        check(text, language, (one.reference, name, address), set())
                    if language == "nl" and address == "je":
                        ours = re.sub(r"‘[^’]*’(?!\w)", "", text)
                        assert name == "advice" or not re.search(r"\b[Uu]w?\b", ours), text


def check(text: str, language: str, where: object, allowed: set[str]) -> None:
    assert text.strip(), where
    assert not re.search(r"[{}\[\]]|\bNone\b|\bnan\b|  \S| [,.?]|\.\.", re.sub(r"^ +- ", "- ", text, flags=re.M)), text
    found = [one for one in lint(text, language) if one.text not in allowed]
    assert not found, (where, found)


def test_gates_and_overrules_are_told_one_by_one(matcher):
    stopped = matcher.recommend(load_sample()[1][15])
    assert isinstance(stopped.gates[0], Gate)
    assert sentence(stopped.gates[0]).startswith("U merkte op: gedachten aan zelfdoding.")
    assert sentence(stopped.gates[0], audience="client") == ""
    advice = matcher.recommend(load_sample()[1][1])
    mine = advice.hide("mens-shed", reason="kent het al", by="coach 7", on=SAMPLE_DATE).overrules[0]
    assert (
        sentence(mine)
        == "Uit de lijst gehaald: ‘Men's Shed De Werkbank’. De reden: kent het al (coach 7, 23 november 2026)."
    )
    assert sentence(mine, "nl", "client") == ""


def test_under_a_stop_nothing_is_asked_or_promised(matcher):
    one = load_sample()[1][15]
    for answer in (matcher.what_if(one), matcher.questions(one)):
        assert answer == ()
        assert answer.is_stopped
        assert answer.to_text() == "Er zijn nu geen suggesties. Veiligheid gaat voor."
        assert "veilig" not in answer.to_text(audience="client").lower()


def test_answers_are_tuples_that_can_be_stored(matcher):
    one = load_sample()[1][5]
    for answer in (matcher.what_if(one), matcher.questions(one), matcher.questions(one, most=50)):
        assert isinstance(answer, tuple)
        again = pickle.loads(pickle.dumps(answer))
        assert again == answer
        assert again.to_text() == answer.to_text()


def test_the_hint_that_more_changes_little_comes_only_when_nothing_was_cut(matcher):
    one = next(one for one in load_sample()[1] if len(matcher.questions(one, most=50)) > 2)
    hint = "Andere vragen veranderen deze lijst bijna niet."
    assert not matcher.questions(one, most=2).to_text().endswith(hint)
    everything = matcher.questions(one, most=50)
    assert len(everything) < 50
    assert everything.to_text().endswith(hint)


def test_choices_stand_under_the_question(matcher):
    text = matcher.questions(load_sample()[1][12]).to_text(audience="client", address="je")
    first, *lines = text.splitlines()
    assert first == "Je coach wil je dit graag nog vragen."
    choices = lines[lines.index("- Wat spreekt je het meest aan?") + 1 :]
    assert choices[0].startswith("  - Wat deed of doe je liever: ")
    assert len([line for line in choices if line.startswith("  - ")]) <= 6


def test_without_a_row_it_asks_and_with_one_it_tells(matcher):
    one = load_sample()[1][12]
    asks, tells = matcher.what_if(one, remedies=()).to_text(), matcher.what_if(one).to_text()
    assert "Is er hier iemand die de eerste keer mee kan gaan? Dat is nog niet bekend." in asks
    assert "Daarvoor is er" not in asks
    assert "Daarvoor is er Maatje mee (Vrijwilligerspunt Waterhoven)." in tells
    # The table has no electric bicycles: what it does not have is asked there too.
    near = load_sample()[1][1]
    near = near.model_copy(update={"travel": near.travel.model_copy(update={"max_minutes": 10.0})})
    assert "Kan iemand hier een elektrische fiets lenen? Dat is nog niet bekend." in matcher.what_if(near).to_text()


def test_what_leaves_the_list_is_named(matcher):
    one = load_sample()[1][1]
    found = matcher.what_if(one)[0]
    assert len(found.leaving) == len(found.leaves) > 0
    assert all(f"‘{title}’" in found.to_text() for title in found.leaving)
    assert "Van de lijst" not in found.to_text(audience="client")


def test_stability_tells_one_sentence_first_and_who_they_are(matcher):
    for one in load_sample()[1][:4]:
        found = matcher.stability(one, draws=200)
        lines = found.to_text().splitlines()
        assert lines[0] == sentence(found.summary)
        assert all(f"‘{leader.title}’" in lines[1] for leader in found.leaders)
        scores = sorted((each.score_milli for each in matcher.recommend(one).suggestions), reverse=True)
        assert matcher.recommend(one).suggestion(found.leaders[0].activity_id).score_milli == scores[0]
        assert found.to_text(audience="client") == sentence(found.summary, "nl", "client")


def test_nothing_private_in_what_a_client_reads():
    offers = [
        activity(group={"size": 30, "gender_rule": "women"}, description="Een optreden hoort erbij."),
        activity(id="vogel", title="Zangclub De Vogel"),
        activity(id="tuin", title="Tuinieren met elkaar", kind="peer_group", effort={"social": 2}),
        activity(id="klein", title="Samen zingen", group={"size": 8}, effort={"social": 1}, themes=["singing"]),
        activity(id="ook", title="Zingen aan de Dijk", effort={"social": 1}, themes=["singing"]),
        activity(id="ver", title="Koor ver weg", places=[{"name": "Ver", "lat": 52.15, "lon": 5.2}]),
    ]
    matcher = Matcher(Catalogue.from_activities(offers), as_of=SAMPLE_DATE)
    one = client(**PLANTED, travel={"modes": ["walk"], "max_minutes": 20}, goes_alone="no", budget_eur_per_month=10)
    kinds = set()
    for name, answer in of_both(matcher, one):
        kinds.add(name)
        for language in LANGUAGES:
            text = answer.to_text(language=language, audience="client", address="je")
            assert "MARKER" not in text
            words = re.sub(r"\(veld[^)]*\)", "", text).lower()
            for each in offers:
                words = words.replace(each.title.lower(), "")
            assert not [word for word in FORBIDDEN if word in words], (name, text)
    assert {"what_if", "questions", "stability", "contrast", "advice"} <= kinds


def test_no_control_character_reaches_a_terminal():
    offers = [activity(title="Koor\x1b[31m rood"), activity(id="b", title="Zing\u202emee")]
    matcher = Matcher(Catalogue.from_activities(offers), as_of=SAMPLE_DATE)
    for _, answer in [*of_both(matcher, client()), *of_coach(matcher, client())]:
        assert not re.search("[\x1b\u202e]", answer.to_text())


@pytest.mark.parametrize(
    "wrong", [{"audience": "family"}, {"address": "jij", "audience": "client"}, {"language": "fr"}]
)
def test_an_unknown_language_audience_or_address_is_refused(matcher, wrong):
    one = load_sample()[1][1]
    for answer in (matcher.recommend(one), matcher.stability(one, draws=10), matcher.what_if(one)):
        with pytest.raises(InputError, match=f"unknown_{next(iter(wrong))}"):
            answer.to_text(**wrong)


#: Words of the field that a coach knows, and names of services.
OF_THE_FIELD = EXCEPTIONS | {
    "doelgroep", "dagbesteding", "drempel", "depressie", "diagnose",
    "eenzaamheid", "klachten", "STOP", "EERST", "GGZ", "POH-GGZ",
}  # fmt: skip

#: "60 op een tijd dat de cliënt niet kan, 21 voor een andere doelgroep": a list, however long.
COUNTS = re.compile(r"\d+ [a-z]")


def test_the_whole_advice_for_a_coach_is_plain_but_for_citations_and_the_line_of_counts(matcher):
    for one in load_sample()[1]:
        advice = matcher.recommend(one)
        if advice.suggestions:
            last = advice.suggestions[-1].activity.id
            advice = advice.pin(last, reason="past goed", by="coach 7", on=SAMPLE_DATE)
        ours = [line for line in as_lines(advice, "nl", "coach") if line.own]
        told = [re.sub(r" \([^()]* bewijs; [^()]*\)$", "", line.text) for line in ours]
        found = [finding for text in told if not COUNTS.match(text) for finding in lint(text)]
        assert not [finding for finding in found if finding.text not in OF_THE_FIELD], one.reference


def test_the_letter_is_plain(matcher):
    for one in load_sample()[1]:
        advice = matcher.recommend(one)
        if advice.is_stopped:
            continue
        chosen = [each.activity.id for each in advice.suggestions[:1]]
        for language in LANGUAGES:
            found = lint(advice.letter(chosen, consent=True, language=language), language)
            assert [each for each in found if each.text != "ASW"] == []  # a provider of the sample
