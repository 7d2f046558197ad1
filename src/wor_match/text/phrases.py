"""Find the phrases of a table in a text: by stems, inside compounds, and marked where they are denied."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from wor_match.text.language import Language
from wor_match.text.negation import deniers, takes_back
from wor_match.text.phrase_index import Found, Phrase, PhraseIndex
from wor_match.text.reading import Notes, Reading, reading

COVERED = 0.5
"""A word inside a longer phrase of another key counts half: "film kijken" is hardly about making films."""

# Dutch words in a clearly English text are mostly accidents ("kind", "slot"): only long ones are believed.
_MIN_FOREIGN = 5


class Hit(NamedTuple):
    """A phrase found in a text.

    ``start_word`` and ``end_word`` (exclusive) count in ``words(text)``; ``exact`` is False for a part of a
    compound; ``negated`` says that the text denies it; ``weight`` holds every reduction.
    """

    key: str
    phrase: str
    weight: float
    start_word: int
    end_word: int
    exact: bool
    negated: bool


class PhraseTable:
    """Phrases of one kind (themes, complaints, alarm signals), indexed so that a text is read once.

    Parameters
    ----------
    phrases : rows of (key, language, phrase, weight); a weight is in (0, 1].

    Notes
    -----
    Dutch is always read; English if the text is not clearly Dutch.
    Cost: O(words of the text); a new word costs two stems (about 0.1 ms), a known one a look in a dictionary.

    Examples
    --------
    >>> rows = Phrase("walking", "nl", "wandelen", 1.0), Phrase("singing", "nl", "zingen", 0.8)
    >>> table = PhraseTable(rows)
    >>> table.weights("Onze wandelgroep zingt niet")
    {'walking': 0.85}
    >>> [(hit.key, hit.negated) for hit in table.find("Er wordt niet gezongen, wel gewandeld")]
    [('singing', True), ('walking', False)]
    """

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        self.phrases = tuple(dict.fromkeys(phrases))
        self._dutch = PhraseIndex(self.phrases, "nl")
        self._english = PhraseIndex(self.phrases, "en")

    @classmethod
    def from_rows(cls, rows: Iterable[Mapping[str, str]], key: str) -> "PhraseTable":
        """Return a table from CSV rows; ``key`` names the column of the keys, a missing weight is 1."""
        return cls(_phrase(row, key) for row in rows)

    def find(self, text: str | Reading) -> list[Hit]:
        """Return all hits in order of place, denied ones included."""
        read = reading(text)
        hits = read.hits.get(self)
        if hits is None:
            hits = read.hits[self] = self._hits_in(read)
        return hits

    def _hits_in(self, read: Reading) -> list[Hit]:
        """Read clause by clause, in the languages worth trying; mostly no word tells anything here."""
        notes, (dutch, english) = read.notes, read.counts
        in_dutch = not self._dutch.is_silent(read.vocabulary, notes)
        in_english = english >= dutch and not self._english.is_silent(read.vocabulary, notes)
        hits: list[Hit] = []
        if not (in_dutch or in_english):
            return hits
        start = 0
        for place, clause in enumerate(read.clauses):
            found = self._dutch.find(clause, notes) if in_dutch else []
            if found and english > dutch:
                found = [hit for hit in found if hit.factor == 1.0 and len(hit.phrase.phrase) >= _MIN_FOREIGN]
            if in_english:
                found += self._english.find(clause, notes)
            if found:
                after = read.clauses[place + 1 : place + 2]
                is_taken_back = bool(after) and takes_back(after[0])
                hits += _hits(found, start, [len(clause)] * len(clause) if is_taken_back else deniers(clause))
            start += len(clause)
        return hits

    def weights(self, text: str | Reading, *, with_negated: bool = False) -> dict[str, float]:
        """Return per key how strongly a text speaks of it: 1 - prod(1 - weight) over its different phrases.

        A phrase counts once, however often it is said; keys are in alphabetical order.
        """
        return weights_of(self.find(text), with_negated=with_negated)

    def parts_of(self, word: str, notes: Notes | None = None) -> tuple[str, ...]:
        """Return the stems of the known parts of a Dutch compound.

        Examples
        --------
        >>> PhraseTable([Phrase("walking", "nl", "wandelen", 1.0)]).parts_of("wandelclub")
        ('wandel',)
        """
        return tuple([part.stem for part in self._dutch.parts_of(word, notes or Notes())])


def weights_of(hits: Iterable[Hit], *, with_negated: bool = False) -> dict[str, float]:
    """Return per key how strongly some hits speak of it; see :meth:`PhraseTable.weights`."""
    strongest: dict[tuple[str, str], float] = {}
    for hit in hits:
        if with_negated or not hit.negated:
            said = (hit.key, hit.phrase)
            strongest[said] = max(strongest.get(said, 0.0), hit.weight)
    doubt: dict[str, float] = {}
    for (key, _), weight in sorted(strongest.items()):
        doubt[key] = doubt.get(key, 1.0) * (1.0 - min(weight, 1.0))
    # Rounded, so that the order of multiplication cannot show in the last bit.
    return {key: round(1.0 - rest, 9) for key, rest in doubt.items()}


def _phrase(row: Mapping[str, str], key: str) -> Phrase:
    """Return one CSV row as a phrase."""
    language: Language = "en" if row["language"] == "en" else "nl"
    return Phrase(row[key], language, row["phrase"], float(row.get("weight") or 1))


def _hits(found: Sequence[Found], offset: int, denials: Sequence[int | None]) -> list[Hit]:
    """Return the hits of one clause: one per key and place, without those in the shadow of a longer one."""
    if len(found) == 1:
        return [_hit(found[0], offset, 1.0, _is_denied(found[0], denials))]
    best: dict[tuple[str, int, int], Found] = {}
    for one in found:
        place = (one.phrase.key, one.start, one.end)
        if place not in best or _strength(one) > _strength(best[place]):
            best[place] = one
    kept = sorted(best.values(), key=lambda one: (one.start, -one.end, one.phrase))
    longer = [one for one in kept if one.end - one.start > 1]
    if not longer:
        return [_hit(one, offset, 1.0, _is_denied(one, denials)) for one in kept]
    return [_hit(one, offset, share, _is_denied(one, denials)) for one in kept if (share := _share(one, longer)) > 0.0]


def _is_denied(one: Found, denials: Sequence[int | None]) -> bool:
    """Return whether a word outside the phrase denies it; a phrase may hold a denial of its own."""
    denier = denials[one.start]
    return denier is not None and not one.start <= denier < one.end


def _strength(one: Found) -> tuple[float, str]:
    """Return what decides between two phrases of one key at one place; the text only makes it stable."""
    return one.phrase.weight * one.factor, one.phrase.phrase


def _share(one: Found, several: Iterable[Found]) -> float:
    """Return how much of a find counts, given the phrases of several words around it."""
    longer = [
        other.phrase.key
        for other in several
        if other.start <= one.start and one.end <= other.end and other.end - other.start > one.end - one.start
    ]
    if one.phrase.key in longer or (longer and one.factor < 1.0):
        return 0.0
    return COVERED if longer else 1.0


def _hit(one: Found, offset: int, share: float, is_denied: bool) -> Hit:
    """Return the find as a hit, counted from the beginning of the text."""
    phrase = one.phrase
    weight = phrase.weight * one.factor * share
    return Hit(phrase.key, phrase.phrase, weight, offset + one.start, offset + one.end, one.factor == 1.0, is_denied)
