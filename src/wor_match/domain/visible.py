"""What of a text can be seen, and the joiners: they show nothing themselves and change how letters beside them look."""

from __future__ import annotations

import re
import unicodedata

#: ZERO WIDTH NON-JOINER and JOINER: spelling in Persian and Indic scripts, and what makes one emoji of several.
JOINERS = "\u200c\u200d"
_RUN = re.compile(f"[{JOINERS}]+")
#: Scripts before this one (Latin, Greek, Cyrillic) have no use for a joiner: there it only hides a word.
_FIRST_JOINED = "\u0590"
#: Letters and signs with a place in Unicode, and nothing to see: fillers and the blank of braille.
_BLANKS = frozenset("\u115f\u1160\u2800\u3164\uffa0")
_SEEN = frozenset("LNPS")
#: Where new scripts, ideographs and emoji get their places; from the plane after it nothing is to be seen.
_SUPPLEMENT, _UNSEEN_PLANE = "\U00010000", "\U000e0000"
#: What picks the look of the sign before it, and so begins nothing.
_VARIANTS = frozenset("\ufe0e\ufe0f")


def is_visible(text: str) -> bool:
    r"""Whether there is anything to see in a text: a letter, digit, sign or picture.

    Examples
    --------
    >>> is_visible("coach 7"), is_visible(" \u200b\u202e\u200d "), is_visible("\u3164"), is_visible("\u0301")
    (True, False, False, False)
    """
    return any(
        (unicodedata.category(letter)[0] in _SEEN or _is_new(letter)) and letter not in _BLANKS for letter in text
    )


def well_joined(text: str) -> str:
    r"""The text with joiners only where they join something: one between two letters or two emoji.

    Examples
    --------
    >>> family = "\N{WOMAN}\u200d\N{GIRL}"
    >>> well_joined(family) == family, well_joined("a\u200db \u200d \N{WOMAN}\u200d")
    (True, 'ab  👩')
    """
    if not _RUN.search(text):
        return text
    return _RUN.sub(_joint, text)


def _joint(found: re.Match[str]) -> str:
    start, end = found.span()
    before, after = found.string[max(start - 1, 0) : start], found.string[end : end + 1]
    return found[0][0] if _joins(before) and _joins(after) and after not in _VARIANTS else ""


def _joins(letter: str) -> bool:
    if not letter or letter < _FIRST_JOINED or letter in _BLANKS:
        return False
    category = unicodedata.category(letter)
    return category[0] in "LM" or category in ("So", "Sk", "Sm") or _is_new(letter)


def _is_new(letter: str) -> bool:
    """Whether a letter or emoji may have come with a Unicode that this Python does not know yet."""
    return unicodedata.category(letter) == "Cn" and _SUPPLEMENT <= letter < _UNSEEN_PLANE
