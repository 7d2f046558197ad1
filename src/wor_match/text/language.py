"""Guess whether a text is Dutch or English by its function words."""

import re
from collections.abc import Iterable, Sequence
from itertools import chain, islice
from typing import Literal

from wor_match.text.small_words import small_words

Language = Literal["nl", "en"]

# Words that occur in one of the two languages only; "is", "in", "we", "of", "had", "was", "me" say nothing.
_DUTCH = small_words("function", "nl")
_ENGLISH = small_words("function", "en")
_LETTERS = re.compile(r"[^\W\d_]+")
# Function words are every second or third word; a few hundred words settle it.
_ENOUGH, _ENOUGH_WORDS = 2_000, 400


def language_counts(text: str) -> tuple[int, int]:
    """Return how many Dutch and how many English function words the beginning of a text has.

    Examples
    --------
    >>> language_counts("Samen met de buurt koken")
    (3, 0)
    """
    found = _LETTERS.findall(text[:_ENOUGH].lower())
    return len([1 for word in found if word in _DUTCH]), len([1 for word in found if word in _ENGLISH])


def language_counts_of(clauses: Iterable[Sequence[str]]) -> tuple[int, int]:
    """Return the same of a text that was cut already (:func:`wor_match.text.words.clauses`).

    Examples
    --------
    >>> language_counts_of([["samen", "met", "de", "buurt"], ["koken"]])
    (3, 0)
    """
    found = list(islice(chain.from_iterable(clauses), _ENOUGH_WORDS))
    return len([1 for word in found if word in _DUTCH]), len([1 for word in found if word in _ENGLISH])


def guess_language(text: str) -> Language:
    """Return the language with more function words; Dutch if they are equal, since directories are Dutch.

    Examples
    --------
    >>> guess_language("We drink coffee and talk"), guess_language("koffie"), guess_language("")
    ('en', 'nl', 'nl')
    """
    dutch, english = language_counts(text)
    return "en" if english > dutch else "nl"


def languages(text: str) -> tuple[Language, ...]:
    """Return the languages in which a text is worth reading; Dutch is always tried.

    A few words without a clear function word ("gardening, bingo") are read in both.

    Examples
    --------
    >>> languages("gardening"), languages("Wij koken met de hele buurt")
    (('nl', 'en'), ('nl',))
    """
    dutch, english = language_counts(text)
    return ("nl",) if dutch > english else ("nl", "en")
