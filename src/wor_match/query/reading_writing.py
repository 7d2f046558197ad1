"""Reading and writing in a client's words: a pastime, or what somebody would like to learn.

A directory that says "lezen en schrijven" offers lessons. A client who says so may mean books and a diary: who tells to
like it does, and where neither that nor any trouble is told it may be either.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from wor_match.text.phrases import Hit
from wor_match.text.reading import Reading

#: The theme of lessons, and the phrases by which a pastime is taken for them.
_LESSONS = "basic_skills"
_BOTH = frozenset(("lezen en schrijven", "reading and writing"))
_PASTIMES = ("reading", "writing")
#: To learn it, or that it is hard.
_LEARNS = re.compile(
    r"\b(?:ler(?:en|ing)|leer(?:t|de)?|geleerd|beter|moeite|hulp|helpen|lastig|moeilijk|slecht|cursus\w*|les(?:sen)?|taal"
    r"|moeizaam|ingewikkeld|problemen|schaam\w*|vast(?:loop\w*)?|vlot(?:ter)?|bijspijker\w*|verbeter\w*"
    r"|laaggeletterd\w*|analfabe\w*"
    r"|nederlands|rekenen|goed|kunnen|kan|niet|nooit|geen|weinig|oefen\w*|stichting|formulier\w*|brieven"
    r"|learn\w*|better|help|hard|trouble|difficult\w*|struggle\w*|lessons?|english|dutch|cannot|can't|not|never|practi[cs]e"
    r"|improv\w*|illiterate)\b"
)
#: That it is done for its own sake.
_LIKES = re.compile(
    r"\b(?:graag|leuk|fijn|heerlijk|hobby'?s?|houdt? van|hou van|hield van|dol op|gek op|liefst|mis|boek(?:en)?"
    r"|roman\w*|gedicht\w*|dagboek\w*|verhalen|po[eë]zie|like|likes|love|loves|enjoy\w*|books?|novels?|poems?|poetry|diary"
    r"|stories)\b"
)
#: How clearly a pastime is named, and lessons are where nothing tells which of the two is meant.
_CLEAR, _PERHAPS = 0.8, 0.7


def as_pastime(read: Reading, hits: Sequence[Hit]) -> Sequence[Hit]:
    """What a client's words name, with reading and writing as the pastime that it may be.

    >>> from wor_match.text.reading import reading
    >>> from wor_match.text.themes import default_reader
    >>> read = reading("ik lees en schrijf graag")
    >>> [hit.key for hit in as_pastime(read, default_reader().phrases.find(read)) if hit.weight > 0.5]
    ['reading', 'writing']
    """
    if not any(_is_both(hit) for hit in hits) or _LEARNS.search(read.text.lower()):
        return hits
    return tuple(_with_pastimes(hits, is_liked=bool(_LIKES.search(read.text.lower()))))


def is_loved_pastime(hit: Hit, read: Reading) -> bool:
    """Whether a phrase is reading and writing, and they are told to be liked and nothing that is to be learned."""
    text = read.text.lower()
    return hit.phrase in _BOTH and bool(_LIKES.search(text)) and not _LEARNS.search(text)


def _is_both(hit: Hit) -> bool:
    return hit.key == _LESSONS and hit.phrase in _BOTH


def _with_pastimes(hits: Sequence[Hit], *, is_liked: bool) -> Iterator[Hit]:
    for hit in hits:
        if not _is_both(hit):
            yield hit
            continue
        yield from (hit._replace(key=theme, weight=hit.weight * _CLEAR) for theme in _PASTIMES)
        if not is_liked:
            yield hit._replace(weight=hit.weight * _PERHAPS)
