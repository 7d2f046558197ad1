"""A language is known by its code, by a tag and by its Dutch or English name."""

import pytest

from wor_match import Activity, Client, InputError
from wor_match.domain.offer import Language
from wor_match.rules.language import fits
from wor_match.vocabulary.languages import language_code
from wor_match.vocabulary.tables import read_table

TABLE = read_table("languages")


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row["code"])
def test_every_language_is_found_by_its_code_and_its_names(row):
    for word in (row["code"], row["code"].upper(), row["nl"], row["en"].upper(), *row["more"].split("|")):
        assert not word or language_code(f" {word} ") == row["code"]


def test_no_word_names_two_languages():
    words = [
        (word.lower(), row["code"])
        for row in TABLE
        for word in (row["code"], row["nl"], row["en"], *row["more"].split("|"))
        if word
    ]
    by_word = {word: {code for other, code in words if other == word} for word, _ in words}
    assert {word for word, codes in by_word.items() if len(codes) > 1} == set()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("NL", "nl"), ("nl-NL", "nl"), ("nl_BE", "nl"), ("zh-Hans-CN", "zh"), ("Nederlands", "nl"), ("Turks", "tr"),
        ("TÜRKÇE", "tr"), ("turkce", "tr"), ("Arabisch (Marokkaans)", "ar"), ("rif", "ber"), ("tur", "tr"),
        ("Klingon", None), ("", None), ("xx", None), ("nl-", None), ("Nederlands en Turks", None),
    ],
)  # fmt: skip
def test_codes_tags_and_names(text, code):
    assert language_code(text) == code


def test_a_client_and_an_activity_speak_the_same_words():
    client = Client(reference="c-1", languages=["NL", "nl-NL", "Turks"], dutch_level="A0")
    offer = Activity(id="a", title="Koffie", language={"languages": ["Turkish"], "dutch_level_needed": "B2"})
    assert client.languages == ("nl", "tr")
    assert offer.language.languages == ("tr",)
    assert fits(offer.language, client) == 1


@pytest.mark.parametrize(
    "model", [lambda value: Client(reference="c-1", languages=[value]), lambda value: Language(languages=[value])]
)
def test_a_language_that_is_not_known_is_refused_without_its_value(model):
    with pytest.raises(InputError) as raised:
        model("Zwaluwmerks")
    (problem,) = raised.value.problems
    assert problem.field == "languages"
    assert "vocabulary/languages.csv" in problem.must_be
    assert "waluw" not in str(raised.value)
