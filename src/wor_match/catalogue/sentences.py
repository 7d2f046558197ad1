"""The sentence of a text in which something stands."""

from __future__ import annotations

import re

_END = re.compile(r"[.!?;\n]")
#: Of a sentence that goes on and on only so much is looked at on either side.
_REACH = 300


def sentence_at(text: str, place: int, end: re.Pattern[str] = _END) -> str:
    """The sentence around a place, or the piece between two other marks.

    >>> sentence_at("Wij zingen. Ook jij mag komen! Tot dan.", 15)
    ' Ook jij mag komen'
    """
    first = max(place - _REACH, 0)
    before = [found.end() for found in end.finditer(text, first, place)]
    after = end.search(text, place, place + _REACH)
    return text[before[-1] if before else first : after.start() if after else place + _REACH]
