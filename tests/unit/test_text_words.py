import pytest
from hypothesis import given
from hypothesis import strategies as st

from wor_match import Client
from wor_match.query import compile_query
from wor_match.testing import TODAY
from wor_match.text.fold import fold
from wor_match.text.reading import reading
from wor_match.text.stems import stem
from wor_match.text.words import clauses, word_spans, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("'s Avonds en ’s ochtends", ["avonds", "en", "ochtends"]),
        ("foto's, auto’s en opa's", ["foto", "auto", "en", "opa"]),
        ("Koffie-inloop/theekransje", ["koffie", "inloop", "theekransje"]),
        ("50-plussers en 55+", ["50", "plussers", "en", "55+"]),
        ("lhbti+ groep", ["lhbti", "groep"]),
        ("I can't sing; we don't dance", ["i", "can", "not", "sing", "we", "do", "not", "dance"]),
        ("snake_case", ["snake", "case"]),
        ("", []),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@given(st.text())
def test_words_are_the_words_of_the_clauses(text: str) -> None:
    assert words(text) == [word for clause in clauses(text) for word in clause]
    assert all(words(text))


@given(st.text())
def test_folding_keeps_every_place(text: str) -> None:
    assert len(fold(text)) == len(text)


@pytest.mark.parametrize(
    "family",
    [
        "wandelen wandeling wandel gewandeld",
        "boek boeken boekje boekjes",
        "tuin tuinen tuintje tuintjes",
        "foto fotootje",
        "zingen gezongen zong",
        "kaart kaarten gekaart",
        "gebouw gebouwen",
        "gezond gezondheid gezonde",
        "café cafe cafés",
    ],
)
def test_one_family_has_one_stem(family: str) -> None:
    found = {word: stem(word) for word in family.split()}
    found.pop("fotootje", None)
    assert len(set(found.values())) == 1, found


@pytest.mark.parametrize(
    ("one", "other"),
    [("niet", "genieten"), ("weer", "weerbaar"), ("gebouw", "bouwen"), ("gerust", "rust"), ("zon", "gezondheid"),
     ("natuur", "natuurlijk"), ("werk", "werkloos"), ("week", "weekend"), ("dier", "dierbaar"),
     ("kaarten", "kaartje"), ("lezen", "lezing"), ("snel", "snelheid"), ("dicht", "dichten"), ("bak", "bakken"),
     ("psycholoog", "psychologie"), ("jonger", "jongeren"), ("papier", "papieren"), ("noten", "genoot")],
)  # fmt: skip
def test_strangers_keep_apart(one: str, other: str) -> None:
    assert stem(one) != stem(other)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Wij wandelen elke week met de groep", "nl"),
        ("We walk every week with the group", "en"),
        ("Yoga", "nl"),
        ("Community garden: come and join us for coffee", "en"),
        ("", "nl"),
    ],
)
def test_language(text: str, language: str) -> None:
    assert reading(text).language == language


@pytest.mark.parametrize("text", ["İstanbul mevrouw İ", "İ Meneer Kok İ", "ﬃ Kok", "ẞ", ""])
def test_spans_lie_within_the_text(text: str) -> None:
    assert all(text[begin:end] for begin, end in word_spans(text))


def test_a_story_with_capitals_that_become_two_letters_is_read() -> None:
    assert compile_query(Client(reference="c", own_words="İstanbul, mevrouw İ"), as_of=TODAY).wants == ()


@pytest.mark.parametrize(
    ("word", "root"),
    [("katterig", "katterig"), ("houterige", "houterig"), ("rumoerige", "rumoer"), ("rumoerig", "rumoer")],
)
def test_what_something_is_like_is_another_word_unless_the_noun_ends_so(word: str, root: str) -> None:
    assert stem(word) == root
