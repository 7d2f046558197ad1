"""The words of a client's story that tell something: what an activity's own words may share with it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from wor_match.query.excepted import excepted
from wor_match.query.needs import complaint_hits
from wor_match.query.no_answer import theme_hits
from wor_match.query.own_words import is_against, limit_hits
from wor_match.query.usual_modes import AID_MODES
from wor_match.text.language import language_of
from wor_match.text.negation import deniers
from wor_match.text.place_names import has_capital_inside
from wor_match.text.reading import Reading
from wor_match.text.tokens import telling_stems
from wor_match.text.words import word_spans


@dataclass(frozen=True, slots=True, repr=False)  # a client's words
class Told:
    """A stem of the story: how much it says, in (0, 1], and the word as it stood there."""

    stem: str
    says: float
    word: str


def words_told(story: Sequence[Reading], unwanted: Collection[str] = ()) -> tuple[Told, ...]:
    """The different stems of a story in order of appearance.

    Left out are sentences with an alarm or a dislike in them, what is denied ("geen koor"), what names a limit or a
    complaint (who cannot manage stairs is no more at home where there are some), and names of people and places.
    Unlike a wish it needs no theme and no word of liking: who tells of a shed, a dog and the harbour is more at home
    where these are spoken of. So it counts little. A compound and its parts share its weight.

    Parameters
    ----------
    unwanted : stems of what the client dislikes.

    Examples
    --------
    >>> from wor_match.text.reading import Notes
    >>> [one.word for one in words_told([Notes().read("Vroeger timmerde hij met Kees in de schuur. Geen koor.")])]
    ['timmerde', 'schuur']
    """
    counts = [read.counts for read in story]
    language = language_of((sum(dutch for dutch, _ in counts), sum(english for _, english in counts)))
    found: dict[str, Told] = {}
    for read in story:
        for word in _affirmed(read):
            stems = telling_stems(word, language, read.notes)
            if not any(stem in unwanted for stem, _ in stems):
                for stem, says in stems:
                    found.setdefault(stem, Told(stem, says / len(stems), word))
    return tuple(found.values())


def _affirmed(sentence: Reading) -> Iterator[str]:
    if is_against(sentence):
        return
    # An aid is no limit of what is done: "rollator" may stand in the title of just the right walk.
    hits = (*(hit for hit in limit_hits(sentence) if hit.key not in AID_MODES), *complaint_hits(sentence))
    left_out = (
        {place for hit in hits for place in range(hit.start_word, hit.end_word)} | _names(sentence) | excepted(sentence)
    )
    denied = [denier is not None for clause in sentence.clauses for denier in deniers(clause)]
    for place, word in enumerate(sentence.words):
        if not denied[place] and place not in left_out:
            yield word


def _names(sentence: Reading) -> set[int]:
    """Places of words with a capital inside the sentence, but for those of a theme that stand alone ("Nederlands")."""
    text = sentence.text
    if not has_capital_inside(text):
        return set()
    spans = word_spans(text)
    if len(spans) != len(sentence.words):
        return set()
    named = {place for place, (begin, _) in enumerate(spans) if place and text[begin].isupper()}
    inside = {place for hit in theme_hits(sentence) for place in range(hit.start_word, hit.end_word)}
    several = {place for place in named if {place - 1, place + 1} & named}  # "Jan Bakker" is no baker
    return (named - inside) | several
