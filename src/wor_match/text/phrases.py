"""Find the phrases of a table in a text: by stems, inside compounds, and marked where they are denied."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from wor_match.text.language import Language
from wor_match.text.lexicon import Find, Lexicon
from wor_match.text.negation import deniers, takes_back
from wor_match.text.phrase_index import Phrase, PhraseIndex
from wor_match.text.reading import Notes, Reading, reading

COVERED = 0.5
"""A word inside a longer phrase of another key counts half: "film kijken" is hardly about making films."""


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
    lexicon : of the tables that are asked of the same texts of a client; of this one only, when it is left out.

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

    def __init__(self, phrases: Iterable[Phrase], lexicon: Lexicon | None = None) -> None:
        self.phrases = tuple(dict.fromkeys(phrases))
        self._dutch = PhraseIndex(self.phrases, "nl", owner=self)
        english = PhraseIndex(self.phrases, "en", owner=self)
        #: A directory's text is mostly asked by one table.
        self._alone = Lexicon(self._dutch, english)
        self._together = self._alone
        if lexicon is not None:
            lexicon.add(self._dutch, english)
            self._together = lexicon

    def __reduce__(self) -> tuple[type["PhraseTable"], tuple[tuple[Phrase, ...]]]:
        """A copy is made of the phrases alone: what was looked up stays here, and so does the lexicon."""
        return type(self), (self.phrases,)

    @classmethod
    def from_rows(cls, rows: Iterable[Mapping[str, str]], key: str, lexicon: Lexicon | None = None) -> "PhraseTable":
        """Return a table from CSV rows; ``key`` names the column of the keys, a missing weight is 1."""
        return cls((_phrase(row, key) for row in rows), lexicon)

    def find(self, text: str | Reading, *, alone: bool = False) -> list[Hit]:
        """Return all hits in order of place, denied ones included.

        Parameters
        ----------
        alone : bool, default False
            Whether no other table is asked of this text, as it is of a directory's: it is quicker, and finds the same.
        """
        read = reading(text)
        hits = read.hits.get(self)
        if hits is None:
            lexicon = self._alone if alone or read.notes.keeps else self._together
            finds = lexicon.found_in(read).get(self)
            hits = read.hits[self] = _hits(finds, read.once(_denials)) if finds else []
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


def _denials(read: Reading) -> list[int | None]:
    """Return for each word of a text the place of the word that denies it; one past its clause for what comes after."""
    denials: list[int | None] = []
    for place, clause in enumerate(read.clauses):
        begin = len(denials)
        after = read.clauses[place + 1 : place + 2]
        if after and takes_back(after[0]):
            denials += [begin + len(clause)] * len(clause)
        else:
            denials += [None if denier is None else begin + denier for denier in deniers(clause)]
    return denials


def weights_of(hits: Sequence[Hit], *, with_negated: bool = False) -> dict[str, float]:
    """Return per key how strongly some hits speak of it; see :meth:`PhraseTable.weights`."""
    if not hits:
        return {}
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


def _hits(finds: Sequence[Find], denials: Sequence[int | None]) -> list[Hit]:
    """Return the hits of a text: one per key and place, without those in the shadow of a longer one."""
    if len(finds) == 1:
        return [_hit(finds[0], 1.0, denials)]
    best: dict[tuple[str, int, int], Find] = {}
    for find in finds:
        place = (find[0].key, find[1], find[2])
        if place not in best or _strength(find) > _strength(best[place]):
            best[place] = find
    kept = sorted(best.values(), key=_order)
    around = _longer_around(kept)
    if not around:
        return [_hit(find, 1.0, denials) for find in kept]
    shares = [_share(find, around.get(find[1], ())) for find in kept]
    return [_hit(find, share, denials) for find, share in zip(kept, shares, strict=True) if share > 0.0]


def _longer_around(finds: Iterable[Find]) -> Mapping[int, Sequence[Find]]:
    """Return the finds of several words by the places that they cover."""
    around: dict[int, list[Find]] = {}
    for find in finds:
        _, start, end, _ = find
        if end - start > 1:
            for place in range(start, end):
                around.setdefault(place, []).append(find)
    return around


def _order(find: Find) -> tuple[int, int, Phrase]:
    """Return what hits are ordered by: their place, the longest first."""
    phrase, start, end, _ = find
    return start, -end, phrase


def _strength(find: Find) -> tuple[float, str]:
    """Return what decides between two phrases of one key at one place; the text only makes it stable."""
    phrase, _, _, factor = find
    return phrase.weight * factor, phrase.phrase


def _share(find: Find, several: Iterable[Find]) -> float:
    """Return how much of a find counts, given the phrases of several words around it."""
    phrase, start, end, factor = find
    longer = [
        other.key
        for other, begin, after, _ in several
        if begin <= start and end <= after and after - begin > end - start
    ]
    if phrase.key in longer or (longer and factor < 1.0):
        return 0.0
    return COVERED if longer else 1.0


def _hit(find: Find, share: float, denials: Sequence[int | None]) -> Hit:
    """Return the find as a hit; a word outside the phrase denies it, for a phrase may hold a denial of its own."""
    phrase, start, end, factor = find
    denier = denials[start]
    is_denied = denier is not None and not start <= denier < end
    return Hit(phrase.key, phrase.phrase, phrase.weight * factor * share, start, end, factor == 1.0, is_denied)
