"""What is named only to leave it out: "alles behalve bingo", "liever koken dan zingen", "zingen niet, maar ..."."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate

from wor_match.query.cues import SUBJECTS
from wor_match.query.no_answer import theme_hits
from wor_match.text.phrases import weights_of
from wor_match.text.reading import Reading

_EXCEPT = frozenset(("behalve", "uitgezonderd", "except"))
_ALSO = frozenset(("ook", "also", "too"))
_ME = frozenset(("ik", "mij", "me", "i"))
_RATHER, _THAN = frozenset(("liever", "rather", "beter")), frozenset(("dan", "than"))
_NOTHING = frozenset(("niets", "niks", "nothing"))
_INSTEAD = (("in", "plaats", "van"), ("instead", "of"))
_BUT = frozenset(("maar", "but"))
#: From here on a theme is named.
_NAMES = 0.7
#: With these it goes on to what is wished.
_GOES_ON = frozenset(("zou", "wil", "ga", "doe", "kan", "heb", "ben", "i", "ik", "ze", "zij", "hij"))


def excepted(sentence: Reading) -> frozenset[int]:
    """The places of words that are named only to be left out.

    >>> from wor_match.text.reading import reading
    >>> sorted(excepted(reading("Ik wil liever koken dan zingen")))
    [5]
    >>> sorted(excepted(reading("Behalve zingen doe ik ook aan dansen")))
    []
    """
    return sentence.once(_excepted)


def sides(sentence: Reading) -> Iterator[tuple[Reading, int, int]]:
    """Both sides of a "maar" of which each names something of its own, with the places of its words; else nothing.

    >>> from wor_match.text.reading import reading
    >>> [(begin, end) for _, begin, end in sides(reading("Zingen vind ik saai, maar koken vind ik leuk"))]
    [(0, 4), (5, 9)]
    >>> list(sides(reading("Ik zou graag zwemmen, maar dat lukt niet")))
    []
    """
    halves = parted(sentence)
    if halves and all(max(weights_of(theme_hits(half)).values(), default=0.0) >= _NAMES for half, *_ in halves):
        yield from halves


def parted(sentence: Reading) -> list[tuple[Reading, int, int]]:
    """What stands before a "maar" and what comes after it, with the places of its words; nothing without one.

    Where there is no "maar" a clause in which they begin anew does as well: "daar heb ik niks mee, ik wil vissen".
    """
    cut = next((place for place, word in enumerate(sentence.words) if place and word in _BUT), None)
    begin = None if cut is None else cut + 1
    if cut is None:
        ends = accumulate(len(clause) for clause in sentence.clauses)
        starts = zip(ends, sentence.clauses[1:], strict=False)
        begin = cut = next((place for place, clause in starts if place and clause[:1] and clause[0] in SUBJECTS), None)
    if cut is None or begin is None:
        return []
    both = ((0, cut), (begin, len(sentence.words)))
    return [(sentence.notes.read(" ".join(sentence.words[first:last])), first, last) for first, last in both]


def _excepted(sentence: Reading) -> frozenset[int]:
    if sentence.vocabulary.isdisjoint(_EXCEPT | _THAN | {"plaats", "instead"}):
        return frozenset()
    return frozenset(place for places in (_left_out, _less_liked, _replaced) for place in places(sentence))


def _left_out(sentence: Reading) -> Iterator[int]:
    """After "behalve"; all of it where it is themselves, and nothing in "behalve zingen ook dansen"."""
    said = sentence.words
    at = next((place for place, word in enumerate(said) if word in _EXCEPT), None)
    if at is None or not _ALSO.isdisjoint(said[at:]):
        return
    yield from range(0 if not _ME.isdisjoint(said[at + 1 : at + 2]) else at + 1, len(said))


def _less_liked(sentence: Reading) -> Iterator[int]:
    """After "liever ... dan", up to the end of the clause; not after "niets liever dan"."""
    begin = 0
    is_compared = False
    for clause in sentence.clauses:
        for place, word in enumerate(clause):
            if is_compared and word in _THAN:
                yield from range(begin + place + 1, begin + len(clause))
                return
            is_nothing = not _NOTHING.isdisjoint(clause[max(place - 1, 0) : place])
            is_compared = is_compared or (word in _RATHER and not is_nothing)
        begin += len(clause)


def _replaced(sentence: Reading) -> Iterator[int]:
    """After "in plaats van", up to what is wished."""
    begin = 0
    for clause in sentence.clauses:
        for words in _INSTEAD:
            for place in range(len(clause)):
                if tuple(clause[place : place + len(words)]) == words:
                    first = place + len(words)
                    last = next((at for at in range(first, len(clause)) if clause[at] in _GOES_ON), len(clause))
                    yield from range(begin + first, begin + last)
        begin += len(clause)
