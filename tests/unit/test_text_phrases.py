import copy
import pickle
import time
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wor_match.text.compounds import compound_parts, compound_pieces
from wor_match.text.lexicon import Lexicon
from wor_match.text.negation import denied
from wor_match.text.phrase_index import Phrase
from wor_match.text.phrases import PhraseTable
from wor_match.text.words import words

ROWS = [
    Phrase("walking", "nl", "wandelen", 0.9),
    Phrase("walking", "en", "walking", 0.9),
    Phrase("singing", "nl", "zingen", 0.9),
    Phrase("singing", "nl", "koor", 0.8),
    Phrase("singing", "en", "singing", 0.9),
    Phrase("gardening", "nl", "moestuin", 1.0),
    Phrase("gardening", "nl", "tuin", 0.7),
    Phrase("coffee", "nl", "koffie", 0.6),
    Phrase("reading", "nl", "boek", 0.6),
    Phrase("dogs", "nl", "hond", 0.8),
    Phrase("dogs", "nl", "wandelen met de hond", 1.0),
    Phrase("talking", "nl", "praten", 0.5),
    Phrase("alone", "nl", "alleen", 0.7),
    Phrase("swimming", "nl", "zwemmen", 1.0),
    Phrase("children", "nl", "kind", 0.5),
    Phrase("clay", "nl", "klei", 0.8),
    Phrase("grief", "nl", "rouw", 0.8),
    Phrase("language", "nl", "taal", 0.8),
]
TABLE = PhraseTable(ROWS)


def keys(text: str, *, negated: bool = False) -> set[str]:
    return {hit.key for hit in TABLE.find(text) if hit.negated == negated}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Elke week wandelen we", {"walking"}),
        ("We hebben gewandeld", {"walking"}),
        ("Een wandelingetje langs de tuin", {"walking", "gardening"}),
        ("Wandelgroep De Dreef", {"walking"}),
        ("Kerkkoor zoekt alten", {"singing"}),
        ("boekenclub", {"reading"}),
        ("Zij zwemt graag", {"swimming"}),
        ("Als kind zong ik", {"children", "singing"}),
        ("tuintje", {"gardening"}),
        ("walking", {"walking"}),
        ("taalcafé", {"language"}),
        ("rouwgroep", {"grief"}),
        ("Wij houden van schilderen", set()),
    ],
)
def test_finds(text: str, expected: set[str]) -> None:
    assert keys(text) == expected


@pytest.mark.parametrize(
    "text",
    ["kleinkinderen", "buurvrouw", "gastvrouw", "vertrouwen", "digitaal", "brutaal", "kantoor", "kleine groep",
     "natuurlijk", "bezoeken", "boekhouding", "honderd", "We are kind people and we are here for you"],
)  # fmt: skip
def test_false_friends_are_not_found(text: str) -> None:
    assert not keys(text) - {"children"} if "kind" not in words(text) else not keys(text)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Geen koor voor mij", "singing"),
        ("Ik wil niet meer wandelen", "walking"),
        ("zonder koffie", "coffee"),
        ("Je hoeft niet te praten", "talking"),
        ("Je hoeft hier niet met de hele groep te praten", "talking"),
        ("ik zing niet", "singing"),
        ("Wandelen lukt niet meer", "walking"),
        ("We kunnen nooit meer wandelen", "walking"),
        ("We have no singing here and it is quiet", "singing"),
        ("We don't like walking", "walking"),
        ("Niets met honden", "dogs"),
    ],
)
def test_denied(text: str, key: str) -> None:
    assert key in keys(text, negated=True)
    assert key not in TABLE.weights(text)
    assert key in TABLE.weights(text, with_negated=True)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Niet alleen wandelen, maar ook praten", "walking"),
        ("Ik wil niet alleen wandelen", "walking"),
        ("Niet te ver wandelen", "walking"),
        ("Geen probleem, we wandelen rustig", "walking"),
        ("Geen koor maar wandelen", "walking"),
        ("Ik kan niet zonder koffie", "coffee"),
        ("Geen ervaring met zingen nodig", "singing"),
        ("Praten hoeft niet, wandelen wel", "walking"),
        ("We like not only walking but other things", "walking"),
    ],
)
def test_affirmed_in_spite_of_a_denial(text: str, key: str) -> None:
    assert key in TABLE.weights(text)


def test_positions_count_in_words_of_the_text() -> None:
    text = "Kom ook! Met foto's, koffie en wandelen met de hond."
    for hit in TABLE.find(text):
        assert words(text)[hit.start_word : hit.end_word][0][:3] in {"kof", "wan"}


def test_a_longer_phrase_takes_its_own_key_and_halves_others() -> None:
    hits = {hit.key: hit for hit in TABLE.find("wandelen met de hond")}
    assert hits["dogs"].weight == 1.0
    assert hits["walking"].weight == pytest.approx(0.45)


def test_exact_beats_compound_on_the_same_word() -> None:
    hits = TABLE.find("moestuin")
    assert [(hit.phrase, hit.exact) for hit in hits] == [("moestuin", True)]


def test_weights_combine_different_phrases_and_count_each_once() -> None:
    assert TABLE.weights("zingen zingen zingen") == {"singing": 0.9}
    assert TABLE.weights("zingen in het koor")["singing"] == pytest.approx(1 - 0.1 * 0.2)


def test_a_phrase_does_not_cross_a_full_stop() -> None:
    assert all(hit.end_word - hit.start_word == 1 for hit in TABLE.find("Wandelen met de. Hond"))


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_the_order_of_the_rows_does_not_matter(order: tuple[int, ...]) -> None:
    parts = [ROWS[:6], ROWS[6:12], ROWS[12:]]
    table = PhraseTable([row for place in order for row in parts[place]])
    text = "Wandelen met de hond, zingen in het kerkkoor en de moestuin"
    assert table.find(text) == TABLE.find(text)


@given(st.text())
def test_any_text_can_be_read(text: str) -> None:
    assert all(0.0 < weight <= 1.0 for weight in TABLE.weights(text).values())
    count = len(words(text))
    assert all(0 <= hit.start_word < hit.end_word <= count for hit in TABLE.find(text))


@pytest.mark.parametrize("phrase", ["het lukt niet meer", "niet meer leven", "kan het niet aan", "geen uitweg"])
def test_a_phrase_with_its_own_denial_is_not_denied(phrase: str) -> None:
    (hit,) = PhraseTable([Phrase("signal", "nl", phrase, 1.0)]).find(f"Ik zeg dat {phrase}")
    assert not hit.negated


def test_an_empty_table_finds_nothing() -> None:
    assert PhraseTable([]).find("wandelen") == []


def test_rows_of_a_csv() -> None:
    rows = [{"complaint": "x", "language": "nl", "phrase": "somber", "source": "own"}]
    assert PhraseTable.from_rows(rows, "complaint").weights("Ik ben somber") == {"x": 1.0}


def test_compounds_have_a_head_and_a_modifier() -> None:
    pieces = compound_pieces(["koffie", "ochtend", "vrijwilliger"])
    assert [part.factor for part in compound_parts("koffieochtend", pieces)] == [0.9, 0.85]
    assert compound_parts("vrijwilligersmarkt", pieces)[0].factor == 0.85
    assert compound_parts("koffie", pieces) == ()


def test_denied_words() -> None:
    clause = ["je", "hoeft", "niet", "te", "praten", "maar", "luisteren"]
    assert [word for word, is_denied in zip(clause, denied(clause), strict=True) if is_denied] == ["te", "praten"]


def test_speed() -> None:
    text = "Elke dinsdag wandelen we met de groep en drinken daarna koffie in de tuin. " * 8
    TABLE.find(text)
    start = time.process_time()
    for _ in range(20):
        TABLE.find(text)
    assert (time.process_time() - start) / 20 < 0.01


@pytest.mark.parametrize("piece", ["a ", "niet ", "wandelen ", "a", "geen te ", "'", "-", "koffie"])
def test_long_texts_stay_quick(piece: str) -> None:
    text = piece * (20_000 // len(piece))
    start = time.process_time()
    TABLE.find(text)
    assert time.process_time() - start < 3.0


@pytest.mark.parametrize("lexicon", [None, Lexicon()], ids=["alone", "with others"])
def test_a_table_can_be_copied_and_sent_with_nothing_that_was_looked_up(lexicon):
    table = PhraseTable(ROWS, lexicon)
    said = "Onze wandelgroep zingt niet, de kwibusman wel"
    found = table.find(said)
    sent = pickle.dumps(table)
    assert b"kwibusman" not in sent
    for one in (pickle.loads(sent), copy.deepcopy(table), copy.copy(table)):
        assert one.find(said) == found
        assert [hit.key for hit in found] == ["walking", "singing"]
