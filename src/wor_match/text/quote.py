"""Quote the words around a place in a text."""

import re
import unicodedata

from wor_match.text.words import word_spans

MAX_LENGTH = 80
_LEAD = 25
_SENTENCE_END = ".!?\n"
_OF_THE = re.compile(r"(?:^|\s)['’]?s\s+$")


def quote(text: str, start: int, end: int) -> str:
    """Return the sentence around a place, or as much of it as fits in `MAX_LENGTH`, cut between words.

    Examples
    --------
    >>> quote("Kom gerust. Er is geen lift in het pand! Tot ziens.", 17, 26)
    'Er is geen lift in het pand'
    """
    first = max(text.rfind(mark, 0, start) for mark in _SENTENCE_END) + 1
    ends = [place for mark in _SENTENCE_END if (place := text.find(mark, end)) >= 0]
    last = min(ends, default=len(text))
    if last - first > MAX_LENGTH:
        first = _word_start(text, max(first, start - _LEAD), start)
        last = min(last, first + MAX_LENGTH)
        if last < len(text) and text[last].isalnum() and text.rfind(" ", end, last) > 0:
            last = text.rfind(" ", end, last)
    return text[first:last].strip(" \n,;:.")


def _word_start(text: str, place: int, start: int) -> int:
    """Return the beginning of the first whole word at or after a place, at the latest the quoted words."""
    if place == 0 or not (text[place].isalnum() and text[place - 1].isalnum()):
        return place
    space = text.find(" ", place, start)
    return start if space < 0 else space + 1


def as_said(sentence: str, first: int, end: int) -> str:
    """Some words of a sentence as they stand there, with what is between them.

    >>> as_said("Nee, 's avonds ga ik niet", 1, 5)
    "'s avonds ga ik niet"
    """
    text = unicodedata.normalize("NFC", sentence)
    text = text if len(text) == len(text.lower()) else text.lower()  # a capital of two letters: the places differ
    spans = word_spans(text)
    begin = spans[first][0]
    # "'s Avonds": the mark and its letter are no word, and the mark may have gone as a quotation mark.
    return ("'s " if _OF_THE.search(text[:begin]) else "") + text[begin : spans[end - 1][1]]
