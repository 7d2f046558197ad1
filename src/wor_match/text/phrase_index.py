"""Phrases of one language, found by the stems of their words."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
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


class _Word(NamedTuple):
    """What a word may be: a phrase, the first of longer ones (by their second stem, shortest first), or a compound
    that holds phrases, each with its factor."""

    single: tuple[Phrase, ...]
    longer: Mapping[str, tuple[_Longer, ...]]
    inside: tuple[tuple[Phrase, float], ...]


_NONE: Mapping[str, tuple[_Longer, ...]] = MappingProxyType({})


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
        self._longer = _by_beginning(self._by_stems)

    def find(self, clause: Sequence[str], notes: Notes) -> list[Found]:
        """Return the phrases in one clause: whole words first, then parts of compounds."""
        silent, telling, roots = self._kept.silent, self._kept.telling, self._kept.roots
        found: list[Found] = []
        if silent.issuperset(clause):
            return found
        rest: list[tuple[int, _Word]] = []
        last = len(clause) - 1
        for place, said in enumerate(clause):
            if said in silent:
                continue
            word = telling.get(said) or self._word(said, notes)
            if word is None:
                continue
            if word.single:
                found += [Found(phrase, place, place + 1, 1.0) for phrase in word.single]
            if word.longer and place < last:
                second = clause[place + 1]
                possible = word.longer.get(roots.get(second) or self._root(second, notes))
                found += self._longer_at(place, clause, possible, notes) if possible else ()
            if word.inside:
                rest.append((place, word))
        return found + _inside(rest, found) if rest else found

    def is_silent(self, vocabulary: frozenset[str], notes: Notes) -> bool:
        """Whether all these words are known to begin no phrase and to hold none: nearly always, so it must be quick."""
        silent = self._kept.silent
        return silent.issuperset(vocabulary) or self._noted(notes).silent.issuperset(vocabulary - silent)

    def _word(self, word: str, notes: Notes) -> _Word | None:
        """What a word may be that no table or directory told of yet; None for nothing."""
        known = self._known(word, notes)
        if word in known.silent:
            return None
        found = known.telling.get(word)
        if found is None:
            root = self._root(word, notes)
            inside = tuple(
                (phrase, part.factor)
                for part in self._parts(word, root, notes)
                for phrase in self._by_stems.get((part.stem,), ())
            )
            found = _Word(tuple(self._by_stems.get((root,), ())), self._longer.get(root, _NONE), inside)
            if not any(found):
                known.silent.add(word)
                return None
            known.telling[word] = found
        return found

    def _longer_at(
        self, start: int, clause: Sequence[str], possible: Sequence[_Longer], notes: Notes
    ) -> Iterator[Found]:
        """Yield what begins at one place, of phrases with its first two stems (shortest first)."""
        longest = start + 2 + len(possible[-1].rest)
        after = tuple([self._root(word, notes) for word in clause[start + 2 : longest]])
        for one in possible:
            if after[: len(one.rest)] == one.rest:
                yield from (Found(phrase, start, start + 2 + len(one.rest), 1.0) for phrase in one.phrases)

    def parts_of(self, word: str, notes: Notes) -> tuple[Part, ...]:
        """Return the known parts of a compound; nothing if the word itself is known."""
        return self._parts(word, self._root(word, notes), notes)

    def _known(self, word: str, notes: Notes) -> _Words:
        """Where it stands what is known of a word: for good only what a directory or table says too."""
        return self._kept if notes.may_keep(word) else self._noted(notes)

    def _noted(self, notes: Notes) -> _Words:
        """What may not be kept."""
        found = notes.by_table.get(self)
        if found is None:
            found = notes.by_table[self] = _Words()
        assert isinstance(found, _Words)
        return found

    def _parts(self, word: str, root: str, notes: Notes) -> tuple[Part, ...]:
        parts = self._kept.parts.get(word)
        if parts is None:
            known = self._known(word, notes).parts
            parts = known.get(word)
            if parts is None:
                is_simple = not self._pieces or (root,) in self._by_stems
                parts = () if is_simple else compound_parts(word, self._pieces, notes.stem(word, "nl"))
                known[word] = parts
        return parts

    def _root(self, word: str, notes: Notes) -> str:
        """Return the stem, by way of the forms that the stemmer gets wrong."""
        root = self._kept.roots.get(word)
        if root is None:
            known = self._known(word, notes).roots
            root = known.get(word)
            if root is None:
                root = known[word] = self._forms.root(fold(word)) or notes.stem(word, self._language)
        return root

    def _grouped(self, own: Iterable[tuple[Phrase, list[str]]]) -> dict[tuple[str, ...], list[Phrase]]:
        """Return the phrases by their sequence of stems; an empty phrase is found nowhere."""
        grouped: dict[tuple[str, ...], list[Phrase]] = {}
        for phrase, parts in own:
            if parts:
                roots = tuple(self._root(part, DIRECTORY) for part in parts)
                grouped.setdefault(roots, []).append(phrase)
        return grouped


def _inside(compounds: Sequence[tuple[int, _Word]], found: Iterable[Found]) -> list[Found]:
    """Return what compounds hold, but where a whole phrase was found."""
    taken = {place for hit in found for place in range(hit.start, hit.end)}
    return [
        Found(phrase, place, place + 1, factor)
        for place, word in compounds
        if place not in taken
        for phrase, factor in word.inside
    ]


def _by_beginning(by_stems: Mapping[tuple[str, ...], Sequence[Phrase]]) -> dict[str, dict[str, tuple[_Longer, ...]]]:
    """Return the phrases of several words by their first and second stem, shortest first."""
    found: dict[str, dict[str, tuple[_Longer, ...]]] = {}
    for stems, phrases in sorted(by_stems.items(), key=lambda item: len(item[0])):
        if len(stems) > 1:
            several = found.setdefault(stems[0], {})
            several[stems[1]] = (*several.get(stems[1], ()), _Longer(stems[2:], tuple(phrases)))
    return found
