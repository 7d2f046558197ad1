"""Phrases of one language, found by the stems of their words."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from wor_match.text.compounds import Part, compound_parts, compound_pieces
from wor_match.text.fold import fold
from wor_match.text.language import Language
from wor_match.text.reading import DIRECTORY, Notes
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


class _Begins(NamedTuple):
    """What begins with a stem: phrases of one word; of longer ones the second stems and the numbers of words."""

    single: tuple[Phrase, ...]
    seconds: frozenset[str]
    lengths: tuple[int, ...]


class _Words:
    """What words are made of; ``empty`` are those that neither begin a phrase nor hold one."""

    __slots__ = ("empty", "parts", "roots")

    def __init__(self) -> None:
        self.roots: dict[str, str] = {}
        self.parts: dict[str, tuple[Part, ...]] = {}
        self.empty: set[str] = set()


class PhraseIndex:
    """The phrases of one language by their stems.

    Parameters
    ----------
    phrases : those of other languages are left out.

    Notes
    -----
    What a word of a directory or table is made of is kept once found; that only saves time. What other words of a
    client are made of goes into the notes of that client.
    """

    def __init__(self, phrases: Iterable[Phrase], language: Language) -> None:
        own = [(phrase, words(phrase.phrase)) for phrase in phrases if phrase.language == language]
        singles = [parts[0] for _, parts in own if len(parts) == 1]
        self._language = language
        self._forms = WordForms(singles if language == "nl" else ())
        self._pieces = compound_pieces(singles if language == "nl" else ())
        self._kept = _Words()
        self._by_stems = self._grouped(own)
        self._begins = _begins(self._by_stems)

    def find(self, clause: Sequence[str], notes: Notes) -> list[Found]:
        """Return the phrases in one clause: whole words first, then parts of compounds."""
        kept = self._kept
        telling = [place for place, word in enumerate(clause) if word not in kept.empty]
        if not telling:
            return []
        mine = self._noted(notes)
        found: list[Found] = []
        rest: list[tuple[int, tuple[Part, ...]]] = []
        for place in telling:
            word = clause[place]
            root = kept.roots.get(word) or self._root(word, notes, mine)
            begins = self._begins.get(root)
            if begins is not None:
                found += [Found(phrase, place, place + 1, 1.0) for phrase in begins.single]
                if begins.seconds and place + 1 < len(clause):
                    found += self._longer(place, clause, begins, notes, mine)
            if parts := self._parts(word, root, notes, mine):
                rest.append((place, parts))
            elif begins is None:
                (kept if notes.may_keep(word) else mine).empty.add(word)
        taken = {place for hit in found for place in range(hit.start, hit.end)}
        return found + [hit for place, parts in rest if place not in taken for hit in self._inside(parts, place)]

    def _longer(self, start: int, clause: Sequence[str], begins: _Begins, notes: Notes, mine: _Words) -> list[Found]:
        """Return the phrases of several words that begin at one place."""
        if self._root(clause[start + 1], notes, mine) not in begins.seconds:
            return []
        roots = tuple(self._root(word, notes, mine) for word in clause[start : start + max(begins.lengths)])
        return [
            Found(phrase, start, start + length, 1.0)
            for length in begins.lengths
            if length <= len(roots)
            for phrase in self._by_stems.get(roots[:length], ())
        ]

    def parts_of(self, word: str, notes: Notes) -> tuple[Part, ...]:
        """Return the known parts of a compound; nothing if the word itself is known."""
        if word in self._kept.empty:
            return ()
        mine = self._noted(notes)
        return self._parts(word, self._root(word, notes, mine), notes, mine)

    def _noted(self, notes: Notes) -> _Words:
        """Where to note what may not be kept."""
        found = notes.by_table.get(self)
        if found is None:
            found = notes.by_table[self] = _Words()
        assert isinstance(found, _Words)
        return found

    def _parts(self, word: str, root: str, notes: Notes, mine: _Words) -> tuple[Part, ...]:
        parts = self._kept.parts.get(word)
        if parts is None:
            parts = mine.parts.get(word)
        if parts is None:
            known = not self._pieces or (root,) in self._by_stems
            parts = () if known else compound_parts(word, self._pieces, notes.stem(word, "nl"))
            (self._kept if notes.may_keep(word) else mine).parts[word] = parts
        return parts

    def _root(self, word: str, notes: Notes, mine: _Words) -> str:
        """Return the stem, by way of the forms that the stemmer gets wrong."""
        root = self._kept.roots.get(word) or mine.roots.get(word)
        if root is None:
            root = self._forms.root(fold(word)) or notes.stem(word, self._language)
            (self._kept if notes.may_keep(word) else mine).roots[word] = root
        return root

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
                roots = tuple(self._root(part, DIRECTORY, self._kept) for part in parts)
                grouped.setdefault(roots, []).append(phrase)
        return grouped


def _begins(by_stems: Mapping[tuple[str, ...], Sequence[Phrase]]) -> dict[str, _Begins]:
    """Return what begins with each stem."""
    longer: dict[str, list[tuple[str, ...]]] = {stems[0]: [] for stems in by_stems}
    for stems in by_stems:
        if len(stems) > 1:
            longer[stems[0]].append(stems)
    return {
        first: _Begins(
            tuple(by_stems.get((first,), ())),
            frozenset(stems[1] for stems in several),
            tuple(sorted({len(stems) for stems in several})),
        )
        for first, several in longer.items()
    }
