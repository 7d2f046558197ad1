from itertools import permutations

import numpy as np
import pytest

from wor_match.text.encoder import TextEncoder
from wor_match.text.phrases import PhraseTable
from wor_match.text.themes import ThemeReader, default_reader
from wor_match.text.tokens import informative, overlap, word_weights
from wor_match.vocabulary.tables import read_table, read_tables

THEMES = [{"theme": "walking"}, {"theme": "nature"}, {"theme": "coffee"}]
WORDS = [
    {"theme": "walking", "language": "nl", "phrase": "wandelen", "weight": "1.0"},
    {"theme": "nature", "language": "nl", "phrase": "natuur", "weight": "0.8"},
    {"theme": "coffee", "language": "nl", "phrase": "koffie", "weight": "0.5"},
]
RELATIONS = [{"wanted": "walking", "offered": "nature", "similarity": "0.5"}]
READER = ThemeReader.from_rows(THEMES, WORDS, RELATIONS)


def test_reads_in_the_order_of_the_vocabulary() -> None:
    assert list(READER.read("koffie in de natuur na het wandelen")) == ["walking", "nature", "coffee"]


def test_similarity_is_directed_and_read_only() -> None:
    assert READER.similarity[0, 1] == 0.5
    assert READER.similarity[1, 0] == 0.0
    assert np.array_equal(np.diag(READER.similarity), np.ones(3, dtype=np.float32))
    with pytest.raises(ValueError, match="read-only"):
        READER.similarity[0, 0] = 0


def test_agreement_raises_a_little() -> None:
    alone = READER.vector([("Wandelgroep", 0.8)])
    agreed = READER.vector([("Wandelgroep", 0.8), ("We wandelen in de natuur", 0.5)])
    assert alone[0] < agreed[0] <= 1.0
    assert agreed.dtype == np.float32


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_the_order_of_the_parts_does_not_matter(order: tuple[int, ...]) -> None:
    parts = [("Wandelen", 0.7), ("natuur en koffie", 0.8), ("We wandelen en drinken koffie", 0.33)]
    assert np.array_equal(READER.vector(parts), READER.vector([parts[place] for place in order]))


def test_no_parts_is_no_theme() -> None:
    assert not READER.vector([]).any()


@pytest.mark.parametrize(
    ("words", "relations"),
    [([{**WORDS[0], "theme": "waking"}], []), (WORDS, [{**RELATIONS[0], "offered": "natur"}])],
)
def test_an_unknown_theme_is_refused(words: list[dict[str, str]], relations: list[dict[str, str]]) -> None:
    with pytest.raises(ValueError, match="unknown themes"):
        ThemeReader.from_rows(THEMES, words, relations)


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("Wandelgroep De Dreef", "walking"),
        ("Ik zong vroeger in een kerkkoor", "singing"),
        ("breien en haken", "knitting"),
        ("Repair café", "repair"),
        ("moestuin", "gardening"),
        ("gardening", "gardening"),
        ("I used to play chess at a club", "chess"),
        ("Klaverjassen op maandag", "card_games"),
        ("Zittend bewegen voor ouderen", "chair_exercise"),
    ],
)
def test_shipped_tables_know_everyday_words(text: str, theme: str) -> None:
    assert default_reader().read(text).get(theme, 0.0) >= 0.5


@pytest.mark.parametrize(
    "text",
    [
        *(
            "Kerkrade",
            "Ridderkerk",
            "Walcheren",
            "Valkenswaard",
            "Nieuwegein",
            "IJsselstein",
            "Oosterhout",
            "Veldhoven",
        ),
        *("na een operatie", "vijf minuten van de boulevard", "op de brievenbus", "alleen de voornaam", "een valkuil"),
        *("een nieuwe download", "een visitekaartje", "ontevreden", "het ouderlijk huis", "annuleren"),
    ],
)
def test_what_only_looks_composed_is_about_nothing(text: str) -> None:
    assert max(default_reader().read(text).values(), default=0.0) < 0.5


def test_a_town_is_not_what_its_name_means() -> None:
    assert default_reader().read("een wandeling in Houten").get("woodwork", 0.0) < 0.1
    assert default_reader().read("houten speelgoed maken")["woodwork"] >= 0.5
    assert default_reader().read("Zeist")["conservation"] < 0.1
    assert default_reader().read("maaien met de zeis")["conservation"] >= 0.5


def test_outside_of_a_circle_is_not_out_of_doors() -> None:
    assert default_reader().read("mensen buiten de familie").get("outdoors", 0.0) < 0.1
    assert default_reader().read("buiten zijn")["outdoors"] >= 0.5


def test_shipped_tables_are_whole() -> None:
    reader = default_reader()
    assert len(reader.theme_ids) == len(read_table("themes"))
    assert {row["theme"] for row in read_tables("theme_words")} <= set(reader.theme_ids)
    assert reader.similarity.shape == (len(reader.theme_ids),) * 2


def test_tables_are_read_only_and_must_exist() -> None:
    with pytest.raises(TypeError):
        read_table("themes")[0]["nl"] = "x"  # type: ignore[index]
    with pytest.raises(FileNotFoundError):
        read_table("no_such_table")
    with pytest.raises(FileNotFoundError):
        read_tables("no_such_table")


def test_informative_words() -> None:
    weights = word_weights([{"word": w, "language": "nl", "weight": "0"} for w in ("de", "met", "samen")])
    lexicon = PhraseTable.from_rows(WORDS, "theme")
    found = informative("Samen met de 12 wandelvrienden op", weights=weights, phrases=lexicon)
    assert "wandel" in found
    assert not {"saam", "met", "12", "op"} & found.keys()


def test_overlap_is_a_share_of_what_is_wanted() -> None:
    wanted = {"moestuin": 1.0, "groente": 1.0}
    assert overlap(wanted, {"moestuin": 0.1}) == 0.5
    assert overlap(wanted, {}) == 0.0
    assert overlap({}, wanted) == 0.0
    assert overlap(wanted, wanted) == 1.0
    assert overlap({"groenteteelt": 1.0}, {"groentes": 1.0}) == 0.5
    assert overlap({"bal": 1.0}, {"ballon": 1.0}) == 0.0


def test_shipped_word_weights_silence_function_words() -> None:
    found = informative("Wij gaan met de buurt naar het museum voor moderne kunst")
    assert "museum" in found
    assert not {"met", "het", "voor", "naar"} & found.keys()


def test_an_encoder_is_anything_with_encode() -> None:
    assert not isinstance(object(), TextEncoder)
