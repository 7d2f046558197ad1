"""The words of a client's story that tell something: what an activity's own words may share with it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from wor_match.text.language import language_of
from wor_match.text.negation import deniers
from wor_match.text.reading import Reading
from wor_match.text.tokens import telling_stems


class Told(NamedTuple):
    """A stem of the story: how much it says, in (0, 1], and the word as it stood there."""

    stem: str
    says: float
    word: str


def words_told(story: Sequence[Reading]) -> tuple[Told, ...]:
    """The different stems of a story in order of appearance, without what is denied ("geen koor").

    Unlike a wish it needs no theme and no word of liking: who tells of a shed, a dog and the harbour is more at home
    where these are spoken of. So it counts little.

    >>> from wor_match.text.reading import Notes
    >>> [one.word for one in words_told([Notes().read("Vroeger timmerde hij in de schuur. Geen koor.")])]
    ['timmerde', 'schuur']
    """
    counts = [read.counts for read in story]
    language = language_of((sum(dutch for dutch, _ in counts), sum(english for _, english in counts)))
    found: dict[str, Told] = {}
    for read in story:
        for word in _affirmed(read.clauses):
            for stem, says in telling_stems(word, language, read.notes):
                found.setdefault(stem, Told(stem, says, word))
    return tuple(found.values())


def _affirmed(clauses: Iterable[Sequence[str]]) -> Iterable[str]:
    for clause in clauses:
        yield from (word for word, denier in zip(clause, deniers(clause), strict=True) if denier is None)
