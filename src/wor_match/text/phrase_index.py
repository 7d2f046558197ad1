"""Phrases of one table and one language, by the stems of their words."""

from collections.abc import Iterable, Sequence, Set
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


class PhraseIndex:
    """What words are to the phrases of one table.

    Texts are read with a :class:`~wor_match.text.lexicon.Lexicon` of one or more of these.

    Parameters
    ----------
    phrases : those of other languages are left out.
    owner : whose phrases they are; by it is told what was found.

    Attributes
    ----------
    longer : phrases of several words with their roots, by the first root.
    """

    def __init__(self, phrases: Iterable[Phrase], language: Language, owner: object) -> None:
        own = [(phrase, words(phrase.phrase)) for phrase in phrases if phrase.language == language]
        singles = [parts[0] for _, parts in own if len(parts) == 1]
        self.language = language
        self.owner = owner
        self._forms = WordForms(singles) if language == "nl" else None
        self._pieces = compound_pieces(singles) if language == "nl" else None
        self._single: dict[str, tuple[Phrase, ...]] = {}
        self.longer: dict[str, list[tuple[Phrase, tuple[str, ...]]]] = {}
        for phrase, parts in own:
            self._add(phrase, parts)
        self._parts: dict[str, tuple[Part, ...]] = {}

    def root(self, word: str, stem: str) -> str:
        """The stem of a word, or the root of what it is a form of here: the stemmer gets some forms wrong."""
        return (self._forms and self._forms.root(fold(word))) or stem

    @property
    def rests(self) -> frozenset[str]:
        """What is left of every word that is a form of one here, without its ending."""
        return self._forms.rests if self._forms else frozenset()

    @property
    def pieces(self) -> Set[str]:
        """How the words that are found inside compounds are written there."""
        return self._pieces.keys() if self._pieces else frozenset()

    def single(self, root: str) -> tuple[Phrase, ...]:
        """The phrases of one word with this root."""
        return self._single.get(root, ())

    def inside(self, word: str, root: str, stem: str) -> Sequence[tuple[Phrase, float]]:
        """The phrases that a word holds as a compound, each with its factor."""
        if not self._pieces or not self._pieces.edges.may_be_in(fold(word), stem):
            return ()
        parts = self._compound(word, root, stem)
        return [(phrase, part.factor) for part in parts for phrase in self.single(part.stem)]

    def parts_of(self, word: str, notes: Notes) -> tuple[Part, ...]:
        """The known parts of a compound; nothing if the word itself is known.

        Kept of words that a directory or table has too; of others it goes into the notes of that client.
        """
        parts = self._parts.get(word)
        if parts is None:
            known = self._parts if notes.may_keep(word) else notes.of(self)
            parts = known.get(word)
            if parts is None:
                stem = notes.stem(word, self.language)
                parts = known[word] = self._compound(word, self.root(word, stem), stem)
        return parts

    def _compound(self, word: str, root: str, stem: str) -> tuple[Part, ...]:
        return compound_parts(word, self._pieces, stem) if self._pieces and root not in self._single else ()

    def _add(self, phrase: Phrase, parts: Sequence[str]) -> None:
        """Add a phrase by its roots; an empty one is found nowhere."""
        roots = tuple([self.root(part, DIRECTORY.stem(part, self.language)) for part in parts])
        if len(roots) == 1:
            self._single[roots[0]] = (*self._single.get(roots[0], ()), phrase)
        elif roots:
            self.longer.setdefault(roots[0], []).append((phrase, roots))
