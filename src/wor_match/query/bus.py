"""Whether the bus can be proposed to who does not take it now: not where anything named or read speaks against it.

As with a bike, reading is on the careful side: one word of doubt in a sentence about the bus is enough.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wor_match.query.cycling import written_texts
from wor_match.query.mobility import AIDS, SIGHT
from wor_match.query.own_words import sentences_of
from wor_match.query.query import Query
from wor_match.query.whose import told_of_others
from wor_match.text.fold import fold
from wor_match.text.reading import Reading, Readings
from wor_match.vocabulary.enums import AccessNeed

#: Limits read in words with which nobody is told to take the bus.
_LIMITS = frozenset({"no_bus", "poor_sight"})
_NEEDS = frozenset({AccessNeed.VISUAL_SUPPORT, AccessNeed.ASSISTANCE_DOG})
_BUS = frozenset(
    {
        "bus", "bussen", "ov", "openbaar", "trein", "treinen", "tram", "trams", "metro", "bushalte", "halte",
        "buses", "train", "trains", "subway", "transit",
    }
)  # fmt: skip
_DOUBT = re.compile(
    r"\b(?:niet|geen|nooit|niemand|zonder|nauwelijks|amper|liever|durf\w*|bang|angst\w*|eng|paniek\w*|moeilijk|lastig"
    r"|mijd\w*|mijden|vermijd\w*|te druk|te vol|te ver|duizelig|misselijk|benauwd|spannend|hekel|vreselijk|verdwaal\w*"
    r"|duur|duurder|ziek|overvallen|beroofd|bedreigd|lastiggevallen|ongeluk"
    r"|not|no|never|cannot|can't|afraid|scared|scary|fear\w*|panic\w*|avoid\w*|hard|difficult|dizzy|sick|hates?|lost)\b"
)


def may_take_bus(query: Query) -> bool:
    """Whether nothing speaks against the bus for this client.

    >>> from wor_match.query import compile_query
    >>> from wor_match.testing import TODAY, a_client
    >>> stories = "Ik fiets graag.", "Met de bus durf ik niet.", "Ik ben blind."
    >>> [may_take_bus(compile_query(a_client(own_words=said, access_needs=[]), as_of=TODAY)) for said in stories]
    [True, False, False]
    """
    client = query.client
    if AIDS & set(client.travel.modes) or _NEEDS & client.access_needs or client.travel.is_homebound is True:
        return False
    if SIGHT & query.circumstances or _LIMITS & query.limits:
        return False
    return not any(_is_doubtful(sentence) for sentence in _about_bus(query))


def _about_bus(query: Query) -> Iterator[Reading]:
    """Sentences in which the client tells of the bus, or what they do not want or gave up names it."""
    client, readings = query.client, Readings()
    story = [readings.read(one) for one in sentences_of(client.own_words)]
    for sentence, others in zip(story, told_of_others(story, client.gender), strict=True):
        if any(word in _BUS and not other for word, other in zip(sentence.words, others, strict=True)):
            yield sentence
    texts = [*written_texts(query), *(f"niet {one.phrase}" for one in client.dislikes)]
    yield from (read for read in map(readings.read, texts) if not _BUS.isdisjoint(read.words))


def _is_doubtful(sentence: Reading) -> bool:
    return bool(_DOUBT.search(fold(sentence.text.lower())))
