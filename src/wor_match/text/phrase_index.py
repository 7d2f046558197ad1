"""Phrases of one language, found by the stems of their words."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from wor_match.text.compounds import Part, compound_parts, compound_pieces
from wor_match.text.fold import fold
from wor_match.text.language import Language
from wor_match.text.stems import stem
from wor_match.text.word_forms import WordForms
from wor_match.text.words import words


class Phrase(NamedTuple):
    """One row of a phrase table."""

    key: str
    language: Language
    phrase: str
    weight: float


class Found(NamedTuple):
    """A phrase at words ``start`` to ``end`` (exclusive); ``factor`` below 1 means a part of a compound."""

    phrase: Phrase
    start: int
    end: int
    factor: float


class PhraseIndex:
    """The phrases of one language by their stems.

    Parameters
    ----------
    phrases : those of other languages are left out.

    Notes
    -----
    What a word is made of, and that it says nothing, is kept once found; that only saves time.
    """

    def __init__(self, phrases: Iterable[Phrase], language: Language) -> None:
        own = [(phrase, words(phrase.phrase)) for phrase in phrases if phrase.language == language]
        singles = [parts[0] for _, parts in own if len(parts) == 1]
        self._language = language
        self._forms = WordForms(singles if language == "nl" else ())
        self._pieces = compound_pieces(singles) if language == "nl" else {}
        self._roots: dict[str, str] = {}
        self._by_stems = self._grouped(own)
        self._lengths = _lengths(self._by_stems)
        self._parts: dict[str, tuple[Part, ...]] = {}
        self._empty: set[str] = set()  # words that neither begin a phrase nor hold one

    def find(self, clause: Sequence[str]) -> list[Found]:
        """Return the phrases in one clause: whole words first, then parts of compounds."""
        if self._empty.issuperset(clause):
            return []
        roots = [self._roots.get(word) or self._root(word) for word in clause]
        found = [
            Found(phrase, start, start + length, 1.0)
            for start, root in enumerate(roots)
            if root in self._lengths
            for length in self._lengths[root]
            for phrase in self._by_stems.get(tuple(roots[start : start + length]), ())
        ]
        taken = {place for hit in found for place in range(hit.start, hit.end)}
        for place, word in enumerate(clause):
            if parts := self.parts_of(word):
                found += self._inside(parts, place) if place not in taken else ()
            elif roots[place] not in self._lengths:
                self._empty.add(word)
        return found

    def parts_of(self, word: str) -> tuple[Part, ...]:
        """Return the known parts of a compound; nothing if the word itself is known."""
        parts = self._parts.get(word)
        if parts is None:
            known = not self._pieces or (self._root(word),) in self._by_stems
            parts = self._parts[word] = () if known else compound_parts(word, self._pieces)
        return parts

    def _root(self, word: str) -> str:
        """Return the stem, by way of the forms that the stemmer gets wrong."""
        if word not in self._roots:
            self._roots[word] = self._forms.root(fold(word)) or stem(word, self._language)
        return self._roots[word]

    def _inside(self, parts: Iterable[Part], place: int) -> list[Found]:
        """Return the single-word phrases that the word at this place is composed of."""
        return [
            Found(phrase, place, place + 1, part.factor)
            for part in parts
            for phrase in self._by_stems.get((part.stem,), ())
        ]

    def _grouped(self, own: Iterable[tuple[Phrase, list[str]]]) -> dict[tuple[str, ...], list[Phrase]]:
        """Return the phrases by their sequence of stems; an empty phrase is found nowhere."""
        grouped: dict[tuple[str, ...], list[Phrase]] = {}
        for phrase, parts in own:
            if parts:
                grouped.setdefault(tuple(self._root(part) for part in parts), []).append(phrase)
        return grouped


def _lengths(sequences: Iterable[tuple[str, ...]]) -> dict[str, tuple[int, ...]]:
    """Return per first stem how long the phrases are that begin with it."""
    found: dict[str, set[int]] = {}
    for sequence in sequences:
        found.setdefault(sequence[0], set()).add(len(sequence))
    return {root: tuple(sorted(lengths, reverse=True)) for root, lengths in found.items()}
