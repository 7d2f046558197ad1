"""Which words of a text tell something, and how many of them another text shares."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from wor_match.text.language import Language, language_counts, language_of
from wor_match.text.phrases import PhraseTable
from wor_match.text.reading import DIRECTORY, Notes, Reading, reading
from wor_match.text.themes import default_reader
from wor_match.text.words import words
from wor_match.vocabulary.tables import read_table

MIN_LETTERS = 3
SAME_BEGINNING = 5
"""Stems that share this many first letters count half: "fotograaf" and "fotografie"."""
BEGINNING_SHARE = 0.5

Weights = Mapping[tuple[str, str], float]


def word_weights(rows: Iterable[Mapping[str, str]]) -> dict[tuple[str, str], float]:
    """Return (language, stem) -> weight from rows of the table word_weights; of two forms the lower holds.

    Examples
    --------
    >>> word_weights([{"word": "samen", "language": "nl", "weight": "0.1"}])
    {('nl', 'saam'): 0.1}
    """
    weights: dict[tuple[str, str], float] = {}
    for row in rows:
        language = "en" if row["language"] == "en" else "nl"
        for word in words(row["word"]):
            place = language, DIRECTORY.stem(word, "en" if language == "en" else "nl")
            weights[place] = min(weights.get(place, 1.0), float(row["weight"]))
    return weights


@cache
def default_weights() -> Weights:
    """Return the shipped word weights; built once, read-only by agreement."""
    return word_weights(read_table("word_weights"))


def informative(
    text: str | Reading, *, weights: Weights | None = None, phrases: PhraseTable | None = None
) -> dict[str, float]:
    """Return stem -> weight for the words of a text that tell something, in order of appearance.

    Parameters
    ----------
    weights : (language, stem) -> weight; a word that is not listed weighs 1. Default: the shipped table.
    phrases : whose words are recognised inside Dutch compounds. Default: the words of the themes.

    Notes
    -----
    Numbers and words under three letters weigh nothing. A word counts once, and its weight never depends on
    other texts.

    Examples
    --------
    >>> informative("De 12 wandelaars", weights={("nl", "de"): 0.0}, phrases=PhraseTable([]))
    {'wandel': 1.0}
    """
    known = default_weights() if weights is None else weights
    lexicon = default_reader().phrases if phrases is None else phrases
    read = reading(text)
    language = read.language
    found: dict[str, float] = {}
    for word in read.words:
        for root, weight in _weighed(word, language, read.notes, known, lexicon):
            found.setdefault(root, weight)
    return found


def telling_stems(word: str, language: Language, notes: Notes) -> tuple[tuple[str, float], ...]:
    """Return the stem of a word and those of its parts that tell something, each with its weight.

    Kept of words that a directory or table has too.

    Examples
    --------
    >>> telling_stems("zangavond", "nl", Notes()), telling_stems("de", "nl", Notes())
    ((('zangavond', 1.0), ('zang', 1.0)), ())
    """
    kept: dict[str, tuple[tuple[str, float], ...]] = DIRECTORY.of((telling_stems, language))
    found = kept.get(word)
    if found is None:
        found = tuple(_weighed(word, language, notes, default_weights(), default_reader().phrases))
        if notes.may_keep(word):
            kept[word] = found
    return found


def _weighed(
    word: str, language: Language, notes: Notes, known: Weights, lexicon: PhraseTable
) -> Iterator[tuple[str, float]]:
    for root in _roots(word, language, notes, lexicon):
        weight = known.get((language, root), 1.0)
        if weight > 0.0:
            yield root, weight


def says(word: str, notes: Notes) -> float:
    """Return how much one word says by itself, 0 to 1.

    Examples
    --------
    >>> says("de", Notes()), says("moestuin", Notes())
    (0.0, 1.0)
    """
    language = language_of(language_counts([word]))
    known, lexicon = default_weights(), default_reader().phrases
    return max([known.get((language, root), 1.0) for root in _roots(word, language, notes, lexicon)], default=0.0)


def _roots(word: str, language: Language, notes: Notes, lexicon: PhraseTable) -> tuple[str, ...]:
    """Return the stem of a word and those of its parts; nothing for numbers and short words."""
    if len(word) < MIN_LETTERS or not (word.isalpha() or not any(letter.isdigit() for letter in word)):
        return ()
    parts = lexicon.parts_of(word, notes) if language == "nl" else ()
    return (notes.stem(word, language), *parts)


def overlap(wanted: Mapping[str, float], offered: Mapping[str, float]) -> float:
    """Return the share, 0 to 1, of the wanted weight that the offered words hold; 0 if nothing is wanted.

    The same stem counts whole, the same first five letters half. The weights of what is offered play no part:
    a long description is no better than a short one.

    Examples
    --------
    >>> overlap({"moestuin": 1.0, "fotograaf": 1.0}, {"moestuin": 1.0, "fotografie": 0.5})
    0.75
    """
    total = sum(wanted.values())
    if total <= 0.0:
        return 0.0
    beginnings = {root[:SAME_BEGINNING] for root in offered if len(root) >= SAME_BEGINNING}
    found = sum(weight * _share(root, offered, beginnings) for root, weight in wanted.items())
    return min(found / total, 1.0)


def _share(root: str, offered: Mapping[str, float], beginnings: set[str]) -> float:
    """Return how far one stem is found."""
    if root in offered:
        return 1.0
    return BEGINNING_SHARE if root[:SAME_BEGINNING] in beginnings else 0.0
