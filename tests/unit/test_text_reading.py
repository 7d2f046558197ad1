"""A text cut once; and a client's words, which must not outlive the answer."""

from __future__ import annotations

import gc
from datetime import date

import pytest

from wor_match import Activity, Catalogue, Client, Matcher
from wor_match.text import reading as module
from wor_match.text.phrase_index import Phrase
from wor_match.text.phrases import PhraseTable
from wor_match.text.reading import DIRECTORY, Reading, Readings, reading

TABLE = PhraseTable(
    [
        Phrase("eating", "nl", "warme maaltijd", 1.0),
        Phrase("food", "nl", "maaltijd", 0.8),
        Phrase("walking", "nl", "wandelen", 1.0),
    ]
)


def remembered(part: str) -> list[str]:
    """Every text that holds this part, wherever the process keeps one."""
    found = [other for one in gc.get_objects() for other in gc.get_referents(one) if isinstance(other, str)]
    return sorted({one for one in found if part in one and len(one) < 200})


def test_a_word_at_the_end_of_a_clause_is_no_longer_than_it_is() -> None:
    hits = TABLE.find("Er is een warme maaltijd. Wandelen")
    assert [(hit.key, hit.weight, hit.start_word, hit.end_word) for hit in hits] == [
        ("eating", 1.0, 3, 5),
        ("food", 0.4, 4, 5),
        ("walking", 1.0, 5, 6),
    ]


def test_a_reading_finds_what_the_text_finds() -> None:
    text = "We wandelen, zonder warme maaltijd; wandelgroepen zijn er ook"
    notes = Readings()
    first, again = TABLE.find(notes.read(text)), TABLE.find(notes.read(text))
    assert first == again == TABLE.find(text) == TABLE.find(Reading(text, DIRECTORY))


def test_a_text_is_cut_once_for_a_client_and_never_kept_for_a_directory() -> None:
    texts = Readings()
    assert texts.read("plorkwizje") is texts.read("plorkwizje")
    assert DIRECTORY.read("plorkwizje") is not DIRECTORY.read("plorkwizje")
    assert reading(texts.read("x")) is texts.read("x")


def test_words_of_a_client_do_not_outlive_the_answer() -> None:
    shop = Activity(id="a", title="Wandelgroep Zomerzon", status="active", description="We wandelen en zingen.")
    matcher = Matcher(Catalogue.from_activities([shop]), as_of=date(2026, 11, 23))
    planted = "qwlorf" + "entinkbeek"  # not a word of this file, so that the file itself does not hold it

    def ask() -> None:
        told = f"Sinds {planted} er niet meer is wandel ik {planted}s graag. Ik ben bang voor {planted}en."
        client = Client(
            reference="c-1", own_words=told, interests=[f"{planted} wandelen", f"{planted}koor"], goals=[planted],
            dislikes=[f"{planted}bingo"], strengths=[f"{planted}lopen"], complaints=[{"term": f"{planted}pijn"}],
            tried=[{"what": f"{planted}club", "why_it_failed": f"te druk door {planted}je"}],
            household=f"met {planted}",
        )  # fmt: skip
        advice = matcher.recommend(client)
        assert planted in advice.to_json()
        for text in (advice.to_text(), advice.to_html(), advice.leaflet()):
            assert text
        matcher.questions(client)
        matcher.what_if(client)

    ask()  # what is made at first use only
    gc.collect()
    gc.disable()  # so that nothing is gone because of a collection
    try:
        ask()
        found = [one for one in remembered(planted) if one != planted]
    finally:
        gc.enable()
    assert found == []


def test_words_of_a_directory_are_kept_and_of_them_alone() -> None:
    word = "splintergroep"
    TABLE.find(f"{word} wandelen")
    assert (word, "nl") not in DIRECTORY._stems
    TABLE.find(Reading(f"{word} wandelen", DIRECTORY))
    assert (word, "nl") in DIRECTORY._stems


def test_keeping_ends_when_there_is_much(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_MOST_KEPT", 0)
    assert TABLE.find(Reading("overvolgroepje wandelen", DIRECTORY)) == TABLE.find("overvolgroepje wandelen")
    assert ("overvolgroepje", "nl") not in DIRECTORY._stems
