"""One text, cut once, and what is worked out about its words: kept for a directory's texts, dropped for a client's."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import chain
from types import MappingProxyType
from typing import Any, TypeVar

from wor_match.text.language import Language, language_counts, language_of
from wor_match.text.stems import stem
from wor_match.text.words import clauses

Work = TypeVar("Work")
#: Words are kept up to here; beyond it reading goes on, without keeping.
_MOST_KEPT = 1 << 18


class Notes:
    """What was worked out about single words while reading: it only saves time.

    Notes
    -----
    ``DIRECTORY`` lives as long as the process, and holds words of the shipped tables and of directories only. What a
    client says is health data and must not outlive the answer: it is read with notes of its own, which look there
    first, and which go when the answer is made. A plain text is read that way too, so that nobody keeps words by
    mistake. Of a word that a directory or table uses as well, more may be noted for good.

    Examples
    --------
    >>> Notes().stem("wandelen", "nl")
    'wandel'
    """

    __slots__ = ("_by_whose", "_stems", "keeps")

    def __init__(self, *, keeps: bool = False) -> None:
        self.keeps = keeps
        self._stems: dict[tuple[str, Language], str] = {}
        self._by_whose: dict[object, dict[str, Any]] = {}

    def read(self, text: str) -> Reading:
        """The text, cut anew: only the words are kept."""
        return Reading(text, self)

    def stem(self, word: str, language: Language) -> str:
        """The stem of a word."""
        place = (word, language)
        found = DIRECTORY._stems.get(place) or self._stems.get(place)
        if found is None:
            found = stem(word, language)
            if not self.is_full:
                self._stems[place] = found
        return found

    def may_keep(self, word: str) -> bool:
        """Whether what is found out about a word may be kept for good: it is a word of a directory or table."""
        stems = DIRECTORY._stems
        return (self.keeps and not self.is_full) or (word, "nl") in stems or (word, "en") in stems

    def of(self, whose: object) -> dict[str, Any]:
        """What somebody noted of words, by the word."""
        return self._by_whose.setdefault(whose, {})

    @property
    def is_full(self) -> bool:
        """Whether nothing more is kept."""
        return len(self._stems) >= _MOST_KEPT


class Reading:
    """A text with its clauses and language.

    Examples
    --------
    >>> reading = Notes().read("Geen koor, wel foto's!")
    >>> reading.clauses, reading.language
    ([['geen', 'koor'], ['wel', 'foto']], 'nl')
    """

    __slots__ = ("_worked", "clauses", "counts", "finds", "hits", "notes", "text", "vocabulary", "words")

    def __init__(self, text: str, notes: Notes) -> None:
        self.text = text
        self.notes = notes
        self.clauses = clauses(text)
        #: All words in order.
        self.words = list(chain.from_iterable(self.clauses))
        #: Dutch and English function words.
        self.counts = language_counts(self.words)
        #: All different words.
        self.vocabulary = frozenset(self.words)
        #: What each table of phrases found here, by the table: a text is asked more than once.
        self.hits: dict[Any, Any] = {}
        #: What tables that are looked up together found here.
        self.finds: dict[Any, Any] = {}
        self._worked: dict[Any, Any] = {}

    def once(self, work: Callable[[Reading], Work]) -> Work:
        """What a function gives for this text, worked out once."""
        if work not in self._worked:
            self._worked[work] = work(self)
        found: Work = self._worked[work]
        return found

    @property
    def language(self) -> Language:
        """The language with more function words; Dutch when they are equal."""
        return language_of(self.counts)


_NONE: Mapping[str, Reading] = MappingProxyType({})


class Readings:
    """The texts of one client, each cut once however often it is asked, and all with the same notes.

    Notes
    -----
    A text knows the notes that it is read with, and not these texts: nothing here refers to itself, so that all that
    was read is gone as soon as the answer is made, and does not wait for a garbage collection.

    Parameters
    ----------
    known : texts that are nobody's own words, read before; what is found in them stays known.

    Examples
    --------
    >>> texts = Readings()
    >>> texts.read("Samen wandelen") is texts.read("Samen wandelen")
    True
    """

    __slots__ = ("_cut", "_known", "_notes", "_read")

    def __init__(self, known: Mapping[str, Reading] = _NONE) -> None:
        self._known = known
        self._notes = Notes()
        self._read: dict[str, Reading] = {}
        self._cut: dict[str, list[Reading]] = {}

    def read_in_pieces(self, text: str, cut: Callable[[str], list[str]]) -> list[Reading]:
        """The pieces into which something cuts a text, always in the same way, each read; cut once."""
        found = self._cut.get(text)
        if found is None:
            found = self._cut[text] = [self.read(piece) for piece in cut(text)]
        return found

    def read(self, text: str) -> Reading:
        """The text, with what was worked out about it already."""
        found = self._known.get(text) or self._read.get(text)
        if found is None:
            found = self._read[text] = self._notes.read(text)
        return found


DIRECTORY = Notes(keeps=True)


def reading(text: str | Reading) -> Reading:
    """The text as something that is read; a plain text with notes that go with it.

    Examples
    --------
    >>> reading("Wij zingen").words
    ['wij', 'zingen']
    """
    return text if isinstance(text, Reading) else Notes().read(text)
