"""Regular Dutch forms that the stemmer takes for another word."""

from collections.abc import Iterable

from wor_match.text.fold import fold
from wor_match.text.reading import DIRECTORY
from wor_match.text.stems import forms_apart


class WordForms:
    """Finds the known word behind a verb form (zwemt, getekend), a diminutive (koortje) or a plural (paarden, talen).

    Plurals are looked up because the stemmer takes "-den" for a past tense: "paarden" would be "paar".

    Parameters
    ----------
    words : the words that are known; a form that is itself one of them stays that word.

    Examples
    --------
    >>> forms = WordForms(["zwemmen", "koor", "tekenen"])
    >>> forms.root("zwemt"), forms.root("koortjes"), forms.root("koren"), forms.root("markt")
    ('zwem', 'koor', 'koor', None)
    """

    def __init__(self, words: Iterable[str]) -> None:
        known = sorted({fold(word) for word in words})
        verbs = [word for word in known if word.endswith("en")]
        roots = {word: DIRECTORY.stem(word, "nl") for word in known}
        self._known = frozenset(known)
        self._verbs = {word[:-2]: roots[word] for word in verbs} | {roots[word]: roots[word] for word in verbs}
        self._nouns = {word: roots[word] for word in known if word not in verbs}
        #: What is left of every form that is found: without any of these a word is no form of a known one.
        self.rests = frozenset((*self._verbs, *self._nouns))

    def root(self, word: str) -> str | None:
        """Return the stem of the known word that this is a form of, or None."""
        if word in self._known or word in forms_apart():
            return None
        if word.endswith("t") and word[:-1] in self._verbs:
            return self._verbs[word[:-1]]
        if word.startswith("ge") and word[-1] in "dt" and word[2:-1] in self._verbs:
            return self._verbs[word[2:-1]]
        if word.endswith("en") and (one := self._nouns.get(word[:-2]) or self._nouns.get(_closed(word[:-2]))):
            return one
        small = word.removesuffix("s").removesuffix("je")
        if len(small) + 2 > len(word):
            return None
        return self._nouns.get(small) or self._nouns.get(small.removesuffix("t"))


def rests_of(word: str) -> set[str]:
    """What a word may be a form of, with all of its endings taken off that :meth:`WordForms.root` looks for.

    >>> sorted(rests_of("zwemt")), sorted(rests_of("koortjes"))
    (['zwem'], ['koor', 'koort'])
    """
    found = set()
    if word.endswith("t"):
        found.add(word[:-1])
    if word.startswith("ge") and word[-1] in "dt":
        found.add(word[2:-1])
    if word.endswith("en"):
        found |= {word[:-2], _closed(word[:-2])}
    small = word.removesuffix("s").removesuffix("je")
    if len(small) + 2 <= len(word):
        found |= {small, small.removesuffix("t")}
    return found


def _closed(stem: str) -> str:
    """A stem as it is written without "-en" behind it: tal -> taal."""
    return stem[:-1] + stem[-2:] if len(stem) > 2 and stem[-2] in "aeou" else stem
