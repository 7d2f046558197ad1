"""The index of phrases finds exactly what comes of trying every phrase at every place."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from functools import cache

import pytest

from wor_match.text.compounds import compound_parts, compound_pieces
from wor_match.text.fold import fold
from wor_match.text.language import Language
from wor_match.text.lexicon import Finds, JoinedIndex
from wor_match.text.phrase_index import Phrase, PhraseIndex
from wor_match.text.reading import DIRECTORY, Notes, Reading
from wor_match.text.stems import stem
from wor_match.text.word_forms import WordForms
from wor_match.text.words import words
from wor_match.vocabulary.tables import read_table

Counted = Counter[tuple[Phrase, int, int, float]]
#: Words that no table has.
NEW = ("plorkwiz", "55+", "2026")


@cache
def phrases_of(table: str, key: str) -> tuple[Phrase, ...]:
    rows = read_table(table)
    return tuple(Phrase(row[key], "en" if row["language"] == "en" else "nl", row["phrase"], 1.0) for row in rows)


class Slow:
    """Phrases of one language, none of them looked up."""

    def __init__(self, phrases: tuple[Phrase, ...], language: Language) -> None:
        own = [(phrase, words(phrase.phrase)) for phrase in phrases if phrase.language == language]
        singles = [parts[0] for _, parts in own if len(parts) == 1] if language == "nl" else []
        self.language, self.forms, self.pieces = language, WordForms(singles), compound_pieces(singles)
        self.own = [(phrase, [self.root(part) for part in parts]) for phrase, parts in own if parts]
        self.known = [stems[0] for _, stems in self.own if len(stems) == 1]

    def root(self, word: str) -> str:
        return self.forms.root(fold(word)) or stem(word, self.language)

    def find(self, clause: list[str]) -> Counted:
        roots = [self.root(word) for word in clause]
        found: Counted = Counter()
        for phrase, stems in self.own:
            for start in range(len(clause)):
                if roots[start : start + len(stems)] == stems:
                    found[phrase, start, start + len(stems), 1.0] += 1
        taken = {place for _, start, end, _ in found for place in range(start, end)}
        for place, word in enumerate(clause):
            if place in taken or self.language == "en" or roots[place] in self.known:
                continue
            for part in compound_parts(word, self.pieces):
                for phrase, stems in self.own:
                    if stems == [part.stem]:
                        found[phrase, place, place + 1, part.factor] += 1
        return found


TABLES = [("cue_words", "cue"), ("limit_words", "limit"), ("alarm_phrases", "signal"), ("complaint_words", "complaint")]


def finds(index: JoinedIndex, table: str, clause: list[str], notes: Notes) -> Counted:
    found: Finds = defaultdict(list)
    read = Reading(" ".join(clause), notes)
    assert read.clauses == [clause]
    index.find_in(read, found)
    return Counter(found[table])


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize(("table", "key"), TABLES)
def test_every_phrase_at_every_place(table: str, key: str, language: Language) -> None:
    phrases = phrases_of(table, key)
    slow = Slow(phrases, language)
    alone = JoinedIndex(language, [PhraseIndex(phrases, language, owner=table)])
    joined = JoinedIndex(language, [PhraseIndex(phrases_of(*one), language, owner=one[0]) for one in TABLES])
    draw = random.Random(f"{table} {language}")
    said = [words(one.phrase) for one in phrases if one.language == language]
    loose = [word for phrase in said for word in phrase]
    new = [*NEW, *(f"{word}groep" for word in loose), *(f"plork{word}" for word in loose)]
    seen: Counter[str] = Counter()
    for notes in (Notes(), DIRECTORY):
        for _ in range(120):
            clause = [*draw.choice(said), *draw.choices(loose, k=2), *draw.choices(new, k=2), *draw.choice(said)]
            expected = slow.find(clause)
            for read in (notes, notes, Notes()):  # the second time from what was noted the first time
                assert finds(alone, table, clause, read) == finds(joined, table, clause, read) == expected
            seen["found"] += len(expected)
            seen["several words"] += sum(end - start > 1 for _, start, end, _ in expected)
            seen["in a compound"] += sum(factor < 1.0 for _, _, _, factor in expected)
        for word in loose:
            expected = slow.find([word])
            assert finds(alone, table, [word], notes) == finds(joined, table, [word], notes) == expected
            seen["silent"] += not expected
    assert all(seen[what] for what in ("found", "several words", "silent"))
    assert bool(seen["in a compound"]) == (language == "nl")
