"""Guess whether a text is Dutch or English by its function words."""

from collections.abc import Sequence
from typing import Literal

from wor_match.text.small_words import small_words

Language = Literal["nl", "en"]

# Words that occur in one of the two languages only; "is", "in", "we", "of", "had", "was", "me" say nothing.
_DUTCH = small_words("function", "nl")
_ENGLISH = small_words("function", "en")
# Function words are every second or third word; a few hundred words settle it.
_ENOUGH = 400


def language_counts(said: Sequence[str]) -> tuple[int, int]:
    """Return how many Dutch and how many English function words the beginning of a text has.

    Parameters
    ----------
    said : the words of the text (:func:`wor_match.text.words.words`).

    Examples
    --------
    >>> language_counts(["samen", "met", "de", "buurt", "koken"])
    (3, 0)
    """
    found = said[:_ENOUGH]
    return sum(map(_DUTCH.__contains__, found)), sum(map(_ENGLISH.__contains__, found))


def language_of(counts: tuple[int, int]) -> Language:
    """Return the language with more function words; Dutch if they are equal, since directories are Dutch.

    Examples
    --------
    >>> language_of((2, 3)), language_of((0, 0))
    ('en', 'nl')
    """
    dutch, english = counts
    return "en" if english > dutch else "nl"
