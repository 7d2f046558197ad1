"""A language of a host's own: checked for keys, used everywhere, and never a way round what is private."""

from __future__ import annotations

import copy
import gc
import pickle
import weakref
from concurrent.futures import ProcessPoolExecutor
from dataclasses import FrozenInstanceError, replace
from multiprocessing import get_context

import pytest

from html_page import Page
from wor_match import InputError, Matcher, Wording, load_sample
from wor_match.domain.records import Record
from wor_match.explain.codes import codes
from wor_match.explain.lines import as_lines
from wor_match.explain.sentences import sentence
from wor_match.explain.wording.labels import groups
from wor_match.explain.wording.table import wording
from wor_match.sample import SAMPLE_DATE

ENGLISH = wording("en")
#: A language that nobody speaks: every sentence and every word is marked.
SENTENCES = {
    code: (coach and f"≈{coach}", client and f"≈{client}") for code, (coach, client) in ENGLISH.sentences.items()
}
WORDS = {group: {name: f"¤{word}" for name, word in found.items()} for group, found in ENGLISH.words.items()}


def pickle_again(one):
    return pickle.loads(pickle.dumps(one))


@pytest.fixture(scope="module")
def marked() -> Wording:
    return Wording.of("mk-mark", SENTENCES, WORDS, grammar=ENGLISH.grammar)


@pytest.fixture(scope="module")
def matcher() -> Matcher:
    return Matcher(load_sample()[0], as_of=SAMPLE_DATE)


def test_every_kind_of_word_is_asked_for():
    assert set(WORDS) == set(groups())
    assert {"weekday", "theme", "what_now", "finding", "contact", "intake"} <= set(groups())


def test_its_sentences_and_words_are_used(marked):
    near = Record(code="travel.near", params={"minutes": 15, "low": 9, "high": 21, "mode": "bike"})
    assert sentence(near, marked) == "≈Near: about 15 minutes ¤by bike."
    stop = Record(code="gate.stop", params={"signal": "debts", "lapsed": False})
    assert sentence(stop, marked).count("¤") == 2


def test_every_text_of_every_answer_takes_it(marked, matcher):
    for one in load_sample()[1]:
        advice = matcher.recommend(one)
        answers = [advice, matcher.what_if(one), matcher.questions(one), matcher.stability(one, draws=50)]
        for audience in ("coach", "client"):
            for answer in answers:
                assert "≈" in answer.to_text(language=marked, audience=audience)
            page = Page(advice.to_html(language=marked, audience=audience))
            assert page.wrong == []
        for line in as_lines(advice, marked, "coach"):
            assert not line.own or "≈" in line.text or "¤" in line.text, line
        assert "≈" in matcher.why_not(one, "mens-shed").to_text(language=marked)
        assert "≈" in advice.read_aloud(language=marked)
        assert advice.is_stopped or "≈" in advice.letter(language=marked, consent=True)
        assert '<html lang="mk-mark">' in advice.leaflet(language=marked)


def test_a_host_may_change_a_few_sentences_of_ours(matcher):
    ours = Wording.of(
        "nl-NL", {"text.closing": ("Samen kiest u.", "U kiest.")}, {"mode": {"bike": "trappen"}}, based_on="nl"
    )
    advice = matcher.recommend(load_sample()[1][1], 1)
    text = advice.to_text(language=ours)
    assert text.endswith("Samen kiest u.")
    assert "minuten trappen" in text
    assert advice.to_text(language=ours, audience="client", address="je").endswith("Je kiest.")
    assert "minuten fietsen" in advice.to_text(), "ours stay as they are"


def test_all_missing_and_extra_keys_are_named():
    sentences = {code: pair for code, pair in SENTENCES.items() if code not in ("places.wait", "text.why")}
    words = {group: found for group, found in WORDS.items() if group != "weekday"}
    words["part"] = {"morning": "¤m", "noon": "¤n"}
    with pytest.raises(InputError) as error:
        Wording.of(
            "mk", {**sentences, "text.extra": ("a", "b")}, {**words, "colour": {"red": "¤r"}}, grammar=ENGLISH.grammar
        )
    found = {(one.field, one.code) for one in error.value.problems}
    assert found == {
        *(
            (f"sentences.{code}.{who}", "missing_key")
            for code in ("places.wait", "text.why")
            for who in ("coach", "client")
        ),
        ("sentences.text.extra", "unknown_key"),
        *((f"words.weekday.{day}", "missing_key") for day in ENGLISH.words["weekday"]),
        ("words.part.afternoon", "missing_key"),
        ("words.part.evening", "missing_key"),
        ("words.part.noon", "unknown_key"),
        ("words.colour", "unknown_key"),
    }


@pytest.mark.parametrize(
    ("sentences", "field", "code"),
    [
        ({"gate.stop": ("U ziet {signal}.", "U ziet {signal}.")}, "gate.stop.client", "not_for_them"),
        ({"interest.own_words": ("{phrase}", "{phrase}")}, "interest.own_words.client", "unknown_parameter"),
        ({"need.element": ("{element}", "{element}")}, "need.element.client", "unknown_parameter"),
        ({"places.wait": ("{weken}", "{weeks}")}, "places.wait.coach", "unknown_parameter"),
        ({"places.wait": ("{weeks", "{weeks}")}, "places.wait.coach", "unbalanced"),
        ({"places.wait": ("", "{weeks}")}, "places.wait.coach", "missing_key"),
        ({"places.wait": "wachten"}, "places.wait", "not_a_pair"),
    ],
)
def test_a_sentence_may_tell_no_more_than_ours(sentences, field, code):
    with pytest.raises(InputError) as error:
        Wording.of("nl", sentences, {}, based_on="nl")
    assert [(one.field, one.code) for one in error.value.problems] == [(f"sentences.{field}", code)]


def test_what_a_language_needs():
    with pytest.raises(InputError, match="grammar: must be given when there is no based_on"):
        Wording.of("mk", SENTENCES, WORDS)
    with pytest.raises(InputError, match="must be a language tag"):
        Wording.of('"><script>', {}, {}, based_on="nl")
    with pytest.raises(InputError, match=r"words\.mode: must be words by id"):
        Wording.of("nl", {}, {"mode": "fiets"}, based_on="nl")


def test_written_from_right_to_left(matcher):
    arabic = Wording.of("ar", {}, {}, based_on="en", is_rtl=True)
    assert '<html lang="ar" dir="rtl">' in matcher.recommend(load_sample()[1][0]).to_html(language=arabic)
    assert " dir=" not in matcher.recommend(load_sample()[1][0]).to_html()


def test_own_quotation_marks_hide_complaints_as_well(matcher):
    grammar = replace(ENGLISH.grammar, quotes=("«", "»"))
    guillemets = Wording.of("fr", SENTENCES, WORDS, grammar=grammar)
    one = load_sample()[1][1].replaced(interests=("timmeren tegen de somberheid", "kapotte dingen maken"))
    advice = matcher.recommend(one)
    assert "«timmeren tegen de somberheid»" in advice.to_text(language=guillemets)
    for text in (advice.to_text(language=guillemets, audience="client"), advice.leaflet(language=guillemets)):
        assert "somberheid" not in text


def test_nothing_is_kept_of_it(matcher):
    ours = Wording.of("nl", {"text.why": ("Daarom", "Daarom")}, {}, based_on="nl")
    matcher.recommend(load_sample()[1][0]).to_html(language=ours)
    seen = weakref.ref(ours) if hasattr(ours, "__weakref__") else None
    del ours
    gc.collect()
    assert seen is None or seen() is None
    assert wording("nl").sentences["text.why"] == ("Waarom", "Waarom dit bij u past")
    assert set(wording("nl").sentences) == set(codes())


@pytest.mark.parametrize("travel", [pickle_again, copy.deepcopy, copy.copy])
def test_a_wording_goes_to_another_process(marked, matcher, travel):
    client = load_sample()[1][1]
    for one in (
        marked,
        ENGLISH,
        wording("nl"),
        Wording.of("nl", {"text.why": ("Daarom", "Daarom")}, {}, based_on="nl"),
    ):
        again = travel(one)
        assert (again.tag, again.is_rtl, dict(again.templates)) == (one.tag, one.is_rtl, dict(one.templates))
        assert again.words == one.words
        for audience in ("coach", "client"):
            told = [matcher.recommend(client).to_text(language=each, audience=audience) for each in (one, again)]
            assert told[0] == told[1]
    assert travel(wording("nl")) is wording("nl")


def test_another_process_really_writes_in_it(marked):
    near = Record(code="travel.near", params={"minutes": 15, "low": 9, "high": 21, "mode": "bike"})
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        assert pool.submit(sentence, near, marked).result() == sentence(near, marked)


def test_the_shipped_wordings_stay_as_they_are(marked):
    near = Record(code="travel.near", params={"minutes": 15, "low": 9, "high": 21, "mode": "bike"})
    for one in (wording("nl"), ENGLISH, marked):
        before = sentence(near, one)
        held = (one.forms, one.templates, one.words, one.words["mode"], one.grammar.units)
        for mapping in held:
            for name in list(mapping)[:1]:
                with pytest.raises(InputError, match="cannot be changed"):
                    mapping[name] = None
            with pytest.raises(InputError, match="cannot be changed"):
                mapping.clear()
        with pytest.raises(FrozenInstanceError):
            one.tag = "xx"
        assert sentence(near, one) == before


@pytest.mark.parametrize("grammar", ["x", 5, {}, object()])
def test_a_grammar_is_a_grammar(grammar):
    with pytest.raises(InputError, match="grammar: must be"):
        Wording.of("fy", SENTENCES, WORDS, grammar=grammar)
    if grammar:
        with pytest.raises(InputError, match="grammar: must be of class Grammar"):
            Wording.of("nl", {}, {}, grammar=grammar, based_on="nl")


def test_only_blanks_are_no_word_and_no_sentence():
    with pytest.raises(InputError) as caught:
        Wording.of("fy", SENTENCES, {**WORDS, "mode": {**WORDS["mode"], "bike": " \t"}}, grammar=ENGLISH.grammar)
    assert [(one.field, one.code) for one in caught.value.problems] == [("words.mode.bike", "missing_key")]
    with pytest.raises(InputError) as caught:
        Wording.of("fy", {**SENTENCES, "travel.near": ("  ", "\n")}, WORDS, grammar=ENGLISH.grammar)
    assert [(one.field, one.code) for one in caught.value.problems] == [
        ("sentences.travel.near.coach", "missing_key"),
        ("sentences.travel.near.client", "missing_key"),
    ]
