"""Tables of phrases that are asked of the same texts: each word is looked up once, for all of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import pairwise
from threading import Lock
from types import MappingProxyType
from typing import NamedTuple

from wor_match.text.compounds import are_in
from wor_match.text.fold import fold
from wor_match.text.language import Language
from wor_match.text.phrase_index import Phrase, PhraseIndex
from wor_match.text.reading import Notes, Reading
from wor_match.text.word_forms import rests_of

#: Dutch words in a clearly English text are mostly accidents ("kind", "slot"): only long ones are believed.
_MIN_FOREIGN = 5

#: A phrase at words from begin to end (exclusive) of a text, and a factor, below 1 for a part of a compound.
Find = tuple[Phrase, int, int, float]
#: What is found for each owner of phrases.
Finds = defaultdict[object, list[Find]]


class _Branch(NamedTuple):
    """Phrases of several words that begin with the same roots: those that end here, and how the others go on."""

    roots: tuple[str, ...]
    phrases: list[tuple[object, Phrase]]
    after: dict[str, _Branch]


#: Most words hold nothing at all, and share it: many small containers are a burden to the garbage collector.
_NOT_BENT: Mapping[object, str] = MappingProxyType({})


class _Word(NamedTuple):
    """What a word is to the indexes of one language.

    Parameters
    ----------
    stem : its root, but for the owners of an index that takes it for a form of a word of theirs.
    bent : the root that it has for those.
    roots : all these roots.
    single : phrases that are this word.
    inside : phrases that it holds as a compound, each with its factor.
    longer : by the root of the next word, the phrases of several words that begin with one of its own roots.
    """

    stem: str
    bent: Mapping[object, str]
    roots: tuple[str, ...]
    single: Sequence[tuple[object, Phrase]]
    inside: Sequence[tuple[object, Phrase, float]]
    longer: Sequence[Mapping[str, _Branch]]


class JoinedIndex:
    """Some indexes of one language, always the same, and what words are to them.

    A word is asked of each index once. Phrases of several words are followed word by word along branches that all
    indexes share: mostly the second word is on none of them.
    """

    def __init__(self, language: Language, indexes: Iterable[PhraseIndex] = ()) -> None:
        self._language = language
        self._indexes = tuple(one for one in indexes if one.language == language)
        self._known: dict[str, _Word] = {}
        #: Of these, the words that are nothing and begin nothing.
        self._silent: set[str] = set()
        self._longer: dict[str, Mapping[str, _Branch]] = {}

    def joined_by(self, indexes: Iterable[PhraseIndex]) -> JoinedIndex:
        """The same with more indexes, of which those of other languages are left out."""
        return JoinedIndex(self._language, (*self._indexes, *indexes))

    def find_in(self, read: Reading, finds: Finds) -> None:
        """Add what is found in a text, clause by clause."""
        known, notes, begin = self._known, read.notes, 0
        for clause in read.clauses:
            if not self._silent.issuperset(clause):
                words = [known.get(word) or self._look_up(word, notes) for word in clause]
                _find(words, begin, finds)
            begin += len(clause)

    def _look_up(self, word: str, notes: Notes) -> _Word:
        """What a word is that was not looked up yet, or is a client's only."""
        known: dict[str, _Word] = self._known if notes.may_keep(word) else notes.of(self)
        found = known.get(word)
        if found is None:
            found = known[word] = self._word(word, notes)
            if known is self._known and not (found.single or found.inside or found.longer):
                self._silent.add(word)
        return found

    def _word(self, word: str, notes: Notes) -> _Word:
        stem, plain = notes.stem(word, self._language), fold(word)
        may_be_form = not self._rests.isdisjoint(rests_of(plain))
        may_hold = are_in(plain, stem, self._pieces)
        single: list[tuple[object, Phrase]] = []
        inside: list[tuple[object, Phrase, float]] = []
        bent: dict[object, str] = {}
        for index in self._indexes:
            owner, root = index.owner, index.root(word, stem) if may_be_form else stem
            if root != stem:
                bent[owner] = root
            single += [(owner, phrase) for phrase in index.single(root)]
            if may_hold:
                inside += [(owner, *part) for part in index.inside(word, root, stem)]
        roots = tuple(dict.fromkeys((stem, *bent.values())))
        longer = tuple([longer for root in roots if (longer := self._longer_from(root))])
        return _Word(stem, bent or _NOT_BENT, roots, tuple(single), tuple(inside), longer)

    @cached_property
    def _rests(self) -> frozenset[str]:
        """What is left of the forms of all words that any index knows: most words are none of them."""
        return frozenset[str]().union(*(one.rests for one in self._indexes))

    @cached_property
    def _pieces(self) -> frozenset[str]:
        """The words of all indexes that are found inside compounds."""
        return frozenset[str]().union(*(one.pieces for one in self._indexes))

    def _longer_from(self, root: str) -> Mapping[str, _Branch]:
        """The phrases of several words that begin with a root, by their second; of most roots there are none."""
        found = self._longer.get(root)
        if found is None:
            branch = _Branch((root,), [], {})
            for index in self._indexes:
                for phrase, roots in index.longer.get(root, ()):
                    _grown(branch, roots).phrases.append((index.owner, phrase))
            found = branch.after
            if found:  # a root of the tables, and not of a client only
                self._longer[root] = found
        return found


def _grown(branch: _Branch, roots: tuple[str, ...]) -> _Branch:
    """The branch of some roots, made where there was none."""
    for length, root in enumerate(roots[1:], 2):
        branch = branch.after.setdefault(root, _Branch(roots[:length], [], {}))
    return branch


def _find(words: Sequence[_Word], begin: int, finds: Finds) -> None:
    """Add what is found in one clause: whole words and phrases, and compounds where there is no whole phrase."""
    compounds = []
    for place, word in enumerate(words, begin):
        for owner, phrase in word.single:
            finds[owner].append((phrase, place, place + 1, 1.0))
        if word.inside:
            compounds.append((place, word))
    for at, (word, after) in enumerate(pairwise(words)):
        for branches in word.longer:
            if not branches.keys().isdisjoint(after.roots):  # mostly nothing goes on like this
                _find_longer(words[at:], begin + at, branches, after, finds)
    for place, word in compounds:
        _find_inside(word, place, finds)


def _find_inside(word: _Word, place: int, finds: Finds) -> None:
    """Add what a compound holds, but where a whole phrase of the same owner was found."""
    taken = {owner for owner, found in finds.items() if any(start <= place < end for _, start, end, _ in found)}
    for owner, phrase, factor in word.inside:
        if owner not in taken:
            finds[owner].append((phrase, place, place + 1, factor))


def _find_longer(
    words: Sequence[_Word], place: int, branches: Mapping[str, _Branch], following: _Word, finds: Finds
) -> None:
    """Add the phrases of several words that these words begin with: those of the branches of the word that follows."""
    for root in following.roots:
        branch = branches.get(root)
        if branch is None:
            continue
        length = len(branch.roots)
        for owner, phrase in branch.phrases:
            if _are_taken_for(words, branch.roots, owner):
                finds[owner].append((phrase, place, place + length, 1.0))
        if branch.after and length < len(words):
            _find_longer(words, place, branch.after, words[length], finds)


def _are_taken_for(words: Sequence[_Word], roots: Sequence[str], owner: object) -> bool:
    """Whether these are the roots of the words to this owner; they are to some."""
    for root, word in zip(roots, words, strict=False):
        if word.bent and word.bent.get(owner, word.stem) != root:
            return False
    return True


class Lexicon:
    """Tables that are looked up together.

    Notes
    -----
    What a word of a directory or table is to the tables is kept once it was looked up; that only saves time. What
    other words of a client are goes into the notes of that client.

    Examples
    --------
    >>> lexicon = Lexicon(PhraseIndex([Phrase("walking", "nl", "wandelen", 0.9)], "nl", owner="walks"))
    >>> lexicon.found_in(Notes().read("samen wandelen"))["walks"]
    [(Phrase(key='walking', language='nl', phrase='wandelen', weight=0.9), 1, 2, 1.0)]
    """

    def __init__(self, *indexes: PhraseIndex) -> None:
        #: Dutch and English together, so that whoever reads in another thread has both with the same tables.
        self._joined = JoinedIndex("nl", indexes), JoinedIndex("en", indexes)
        self._adding = Lock()

    def add(self, *indexes: PhraseIndex) -> None:
        """Add indexes; what was looked up before is looked up anew when it is asked again."""
        with self._adding:
            dutch, english = self._joined
            self._joined = dutch.joined_by(indexes), english.joined_by(indexes)

    def found_in(self, read: Reading) -> Finds:
        """What is found in a text, in the languages worth trying; there is nothing for most owners."""
        joined = self._joined
        finds: Finds | None = read.finds.get(joined)
        if finds is None:
            finds = read.finds[joined] = _found_in(read, *joined)
        return finds


def _found_in(read: Reading, dutch: JoinedIndex, english: JoinedIndex) -> Finds:
    """Dutch always, English if the text is not clearly Dutch."""
    in_dutch, in_english = read.counts
    finds: Finds = defaultdict(list)
    dutch.find_in(read, finds)
    if in_english > in_dutch:
        for several in finds.values():
            several[:] = [one for one in several if one[3] == 1.0 and len(one[0].phrase) >= _MIN_FOREIGN]
    if in_english >= in_dutch:
        english.find_in(read, finds)
    return finds


#: The tables by which a client's words are read.
OF_CLIENTS = Lexicon()
