"""When someone says that there is no answer: "ik weet het niet", "ik heb nergens zin in"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from wor_match.query.reading_writing import as_pastime
from wor_match.text.lexicon import OF_CLIENTS
from wor_match.text.phrases import Hit, PhraseTable, weights_of
from wor_match.text.place_names import without_places
from wor_match.text.reading import Reading, reading
from wor_match.text.themes import default_reader
from wor_match.vocabulary.tables import read_table

_LEAST_CUE = 0.5
#: "Niet te veel praten" is no wish to talk. (Of a group, "niet te veel mensen" still tells what is dreaded.)
_LITTLE = frozenset((("niet", "te", "veel"), ("niet", "zo", "veel"), ("not", "too", "much"), ("not", "too", "many")))


def is_no_answer(phrase: str | Reading) -> bool:
    """Whether a phrase only says that there is no answer, and names nothing besides.

    >>> is_no_answer("ik weet het niet"), is_no_answer("ik weet het niet, misschien iets met dieren")
    (True, False)
    """
    read = reading(phrase)
    if not _said_in(read):
        return False
    return max(themes_said(read).values(), default=0.0) < _LEAST_CUE


def theme_hits(read: Reading) -> tuple[Hit, ...]:
    """Where a client's words name a theme; "nergens zin in" is no answer, and no wish for whatever may follow from it.

    >>> [hit.key for hit in theme_hits(reading("nergens zin in, misschien iets met honden"))]
    ['dogs']
    """
    return read.once(_theme_hits)


def themes_said(read: Reading) -> Mapping[str, float]:
    """How strongly a client's words affirm each theme.

    >>> themes_said(reading("iets met honden, niet te veel praten"))
    {'dogs': 1.0}
    """
    return read.once(_themes_said)


def _themes_said(read: Reading) -> Mapping[str, float]:
    return weights_of(theme_hits(read))


def _theme_hits(read: Reading) -> tuple[Hit, ...]:
    said = tuple(read.words)
    found = as_pastime(read, without_places(read, default_reader().phrases.find(read)))
    hits = tuple([hit for hit in found if said[max(hit.start_word - 3, 0) : hit.start_word] not in _LITTLE])
    taken = {place for hit in _said_in(read) for place in range(hit.start_word, hit.end_word)}
    return tuple(hit for hit in hits if taken.isdisjoint(range(hit.start_word, hit.end_word))) if taken else hits


def _said_in(read: Reading) -> Sequence[Hit]:
    """Where it is said; each of these phrases is a denial itself, so that denied ones count too."""
    return [hit for hit in _cues().find(read) if hit.weight > 0]


@cache
def _cues() -> PhraseTable:
    rows = [row for row in read_table("cue_words") if row["cue"] == "no_answer"]
    return PhraseTable.from_rows(rows, "cue", OF_CLIENTS)
