"""The words of a client's story that tell something: what an activity's own words may share with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from wor_match.query.needs import complaint_hits
from wor_match.query.own_words import limit_hits
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
    """The different stems of a story in order of appearance.

    Without what is denied ("geen koor") and what names a limit or a complaint: who cannot manage stairs is no more at
    home where there are some. Unlike a wish it needs no theme and no word of liking: who tells of a shed, a dog and the
    harbour is more at home where these are spoken of. So it counts little.

    >>> from wor_match.text.reading import Notes
    >>> [one.word for one in words_told([Notes().read("Vroeger timmerde hij in de schuur. Geen koor.")])]
    ['timmerde', 'schuur']
    """
    counts = [read.counts for read in story]
    language = language_of((sum(dutch for dutch, _ in counts), sum(english for _, english in counts)))
    found: dict[str, Told] = {}
    for read in story:
        for word in _affirmed(read):
            for stem, says in telling_stems(word, language, read.notes):
                found.setdefault(stem, Told(stem, says, word))
    return tuple(found.values())


def _affirmed(sentence: Reading) -> Iterator[str]:
    troubles = {
        place
        for hit in (*limit_hits(sentence), *complaint_hits(sentence))
        for place in range(hit.start_word, hit.end_word)
    }
    denied = [denier is not None for clause in sentence.clauses for denier in deniers(clause)]
    for place, word in enumerate(sentence.words):
        if not denied[place] and place not in troubles:
            yield word
