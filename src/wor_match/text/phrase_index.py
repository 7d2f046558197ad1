"""Phrases of one language, found by the stems of their words."""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
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


class _Longer(NamedTuple):
    """Phrases of several words: the stems after the second, and what has them."""

    rest: tuple[str, ...]
    phrases: tuple[Phrase, ...]


class _Begins(NamedTuple):
    """What begins with a stem: phrases of one word, and longer ones by their second stem, shortest first."""

    single: tuple[Phrase, ...] = ()
    longer: Mapping[str, tuple[_Longer, ...]] = MappingProxyType({})


class _Word(NamedTuple):
    """What a word may be: it begins phrases, or single-word phrases lie inside it, each with its factor."""

    begins: _Begins
    inside: tuple[tuple[Phrase, float], ...]


_NO_BEGINS = _Begins()


class _Words:
    """What was found out about words: their stems, their parts, what they may be, and which are silent."""

    __slots__ = ("parts", "roots", "silent", "telling")

    def __init__(self) -> None:
        self.roots: dict[str, str] = {}
        self.parts: dict[str, tuple[Part, ...]] = {}
        self.telling: dict[str, _Word] = {}
        self.silent: set[str] = set()


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
        kept, mine = self._kept, self._noted(notes)
        found: list[Found] = []
        rest: list[tuple[int, _Word]] = []
        for place, said in enumerate(clause):
            if said in kept.silent:
                continue
            word = kept.telling.get(said) or self._word(said, notes, mine)
            if word is None:
                continue
            begins = word.begins
            found += [Found(phrase, place, place + 1, 1.0) for phrase in begins.single]
            if begins.longer and place + 1 < len(clause):
                found += self._longer(place, clause, begins, notes, mine)
            if word.inside:
                rest.append((place, word))
        taken = {place for hit in found for place in range(hit.start, hit.end)} if rest else ()
        return found + [
            Found(phrase, place, place + 1, factor)
            for place, word in rest
            if place not in taken
            for phrase, factor in word.inside
        ]

    def is_silent(self, vocabulary: frozenset[str], notes: Notes) -> bool:
        """Whether all these words are known to begin no phrase and to hold none: nearly always, so it must be quick."""
        rest = vocabulary - self._kept.silent
        return not rest or rest <= self._noted(notes).silent

    def _word(self, word: str, notes: Notes, mine: _Words) -> _Word | None:
        """What a word may be that no table or directory told of yet; None for nothing."""
        if word in mine.silent:
            return None
        found = mine.telling.get(word)
        if found is None:
            root = self._root(word, notes, mine)
            begins = self._begins.get(root, _NO_BEGINS)
            inside = tuple(
                (phrase, part.factor)
                for part in self._parts(word, root, notes, mine)
                for phrase in self._by_stems.get((part.stem,), ())
            )
            keeping = self._kept if notes.may_keep(word) else mine
            if not inside and begins is _NO_BEGINS:
                keeping.silent.add(word)
                return None
            found = keeping.telling[word] = _Word(begins, inside)
        return found

    def _longer(self, start: int, clause: Sequence[str], begins: _Begins, notes: Notes, mine: _Words) -> list[Found]:
        """Return the phrases of several words that begin at one place."""
        second = clause[start + 1]
        possible = begins.longer.get(self._kept.roots.get(second) or self._root(second, notes, mine))
        if possible is None:
            return []
        longest = start + 2 + max(len(one.rest) for one in possible)
        after = tuple(self._root(word, notes, mine) for word in clause[start + 2 : longest])
        return [
            Found(phrase, start, start + 2 + len(one.rest), 1.0)
            for one in possible
            if after[: len(one.rest)] == one.rest
            for phrase in one.phrases
        ]

    def parts_of(self, word: str, notes: Notes) -> tuple[Part, ...]:
        """Return the known parts of a compound; nothing if the word itself is known."""
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
    longer: dict[str, dict[str, list[_Longer]]] = {stems[0]: {} for stems in by_stems}
    for stems, phrases in sorted(by_stems.items(), key=lambda item: len(item[0])):
        if len(stems) > 1:
            longer[stems[0]].setdefault(stems[1], []).append(_Longer(stems[2:], tuple(phrases)))
    return {
        first: _Begins(
            tuple(by_stems.get((first,), ())), {second: tuple(several) for second, several in by_second.items()}
        )
        for first, by_second in longer.items()
    }
