"""Whether a bike can be proposed to a client: never where anything known or read speaks against it.

A fall costs more than a bike that nobody offered, so reading is on the careful side: one word of doubt in a sentence
about cycling is enough.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from functools import cache

from wor_match.query.mobility import AIDS, NEEDS, circumstances_of_body
from wor_match.query.own_words import sentences_of
from wor_match.query.query import Query
from wor_match.query.usual_modes import AID_MODES, NO_BIKE
from wor_match.query.whose import told_of_others
from wor_match.text.phrases import Hit, PhraseTable
from wor_match.text.reading import Reading, Readings
from wor_match.vocabulary.enums import TravelMode
from wor_match.vocabulary.tables import read_table

CYCLES = frozenset({TravelMode.BIKE, TravelMode.EBIKE})
#: Limits read in words with which one does not cycle, or not without asking a doctor first.
_LIMITS = NO_BIKE | {"no_stairs", "low_energy", "no_impact", *AID_MODES}
#: From this age on a bike is not proposed to who did not name one (assumption: who still cycles then says so).
_OLD = 70
#: Forms that tell of before: the table of words goes by the stem, which they share with "fietsen".
_PAST = frozenset({"fietste", "fietsten", "gefietst", "cycled"})
#: Physical effort that cycling asks, on the scale of activities.
_EFFORT = 2
#: What decides; the other words only change what these say.
_SAYS = frozenset({"cycling", "against"})


class Cycling(StrEnum):
    """What is known of a client and a bike."""

    DOES = "does"
    MAY = "may"
    NOT = "not"


def cycling_of(query: Query) -> Cycling:
    """Whether the client told that they cycle, may be asked, or should not be.

    >>> from wor_match.query import compile_query
    >>> from wor_match.testing import TODAY, a_client
    >>> def asked(**facts):
    ...     return cycling_of(compile_query(a_client(travel={"modes": ["walk"]}, **facts), as_of=TODAY)).value
    >>> asked(), asked(own_words="Ik fiets graag."), asked(own_words="Ik mag niet fietsen.")
    ('may', 'does', 'not')
    """
    client, modes = query.client, frozenset(query.client.travel.modes)
    if AIDS & modes or NEEDS & client.access_needs or circumstances_of_body(query) or _LIMITS & query.limits:
        return Cycling.NOT
    told = frozenset(_told(query))
    if Cycling.NOT in told:
        return Cycling.NOT
    if modes & CYCLES:
        return Cycling.DOES
    is_old = client.age is not None and client.age >= _OLD
    if is_old or (client.max_physical_effort is not None and client.max_physical_effort < _EFFORT):
        return Cycling.NOT
    return Cycling.DOES if Cycling.DOES in told else Cycling.MAY


@cache
def _words() -> PhraseTable:
    return PhraseTable.from_rows(read_table("cycling_words"), "says")


def _told(query: Query) -> Iterator[Cycling]:
    """What each text of the intake says of cycling."""
    client, readings = query.client, Readings()
    story = [readings.read(one) for one in sentences_of(client.own_words)]
    if any(hit.key in _SAYS for one in story for hit in _found(one)):  # else it does not matter of whom it is told
        for sentence, others in zip(story, told_of_others(story, client.gender), strict=True):
            yield from _said(sentence, others)
    for text in written_texts(query):
        read = readings.read(text)
        yield from _said(read, [False] * len(read.words))
    unwanted = [one.phrase for one in client.dislikes] + [one.what for one in client.tried]
    if any(hit.key == "cycling" for text in unwanted for hit in _found(readings.read(text))):
        yield Cycling.NOT


def written_texts(query: Query) -> Iterator[str]:
    """What was written down besides the story, as sentences."""
    client = query.client
    texts: list[str] = [one.phrase for one in client.interests] + [one.phrase for one in client.goals]
    texts += [one.term for one in client.complaints] + list(client.referral_reasons) + list(client.strengths)
    texts += [one.why_it_failed for one in client.tried]
    texts += [client.household or "", client.work or ""]
    for text in texts:
        yield from sentences_of(text)


def _found(sentence: Reading) -> list[Hit]:
    return _words().find(sentence)


def _said(sentence: Reading, of_others: Sequence[bool]) -> Iterator[Cycling]:
    hits = _uncovered(hit for hit in _found(sentence) if not of_others[hit.start_word])
    if any(hit.key == "against" and hit.exact and not hit.negated for hit in hits):
        yield Cycling.NOT
    ridden, keys = [hit for hit in hits if hit.key == "cycling"], {hit.key for hit in hits}
    if not ridden:
        return
    if "doubt" in keys or any(hit.negated for hit in ridden):
        yield Cycling.NOT
    elif "past" not in keys and _PAST.isdisjoint(sentence.vocabulary):
        yield Cycling.DOES


def _uncovered(hits: Iterable[Hit]) -> list[Hit]:
    """Without words inside a phrase that means something else: "geen fiets", "fietsen maken", "lastig vallen"."""
    known = list(hits)
    void = [(hit.start_word, hit.end_word) for hit in known if hit.key == "other"]
    return [hit for hit in known if not any(start <= hit.start_word and hit.end_word <= end for start, end in void)]
