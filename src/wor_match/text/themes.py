"""Read which themes a text is about."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from typing import Self

import numpy as np
from numpy.typing import NDArray

from wor_match.text.lexicon import OF_CLIENTS
from wor_match.text.phrases import PhraseTable, weights_of
from wor_match.text.place_names import without_places
from wor_match.text.reading import DIRECTORY, Reading, reading
from wor_match.vocabulary.tables import read_table, read_tables

AGREEMENT = 0.1
"""How much of the weaker parts is added when title, tags and description agree on a theme."""

Row = Mapping[str, str]


class ThemeReader:
    """Reads themes from prose and knows how far one theme stands in for another.

    Parameters
    ----------
    theme_ids : the themes, in the order of the vectors.
    phrases : table whose keys are theme ids.
    relations : rows with ``wanted``, ``offered`` and ``similarity`` in [0, 1]; pairs left out are 0.

    Attributes
    ----------
    theme_ids : tuple of str.
    similarity : float32 (wanted, offered), read-only, ones on the diagonal.

    Raises
    ------
    ValueError  if a phrase or relation names a theme that does not exist.

    Examples
    --------
    >>> reader = ThemeReader.from_rows(
    ...     themes=[{"theme": "walking"}, {"theme": "nature"}],
    ...     words=[{"theme": "walking", "language": "nl", "phrase": "wandelen", "weight": "0.9"}],
    ...     relations=[{"wanted": "walking", "offered": "nature", "similarity": "0.4"}],
    ... )
    >>> reader.read("Elke week wandelen")
    {'walking': 0.9}
    >>> reader.vector([("Wandelgroep", 1.0), ("We wandelen samen", 0.5)]).tolist()
    [0.8100000023841858, 0.0]
    >>> reader.similarity.tolist()
    [[1.0, 0.4...], [0.0, 1.0]]
    """

    def __init__(self, theme_ids: Sequence[str], phrases: PhraseTable, relations: Iterable[Row]) -> None:
        self.theme_ids = tuple(theme_ids)
        self.phrases = phrases
        self._places = {theme: place for place, theme in enumerate(self.theme_ids)}
        self._refuse_unknown(phrase.key for phrase in phrases.phrases)
        self.similarity = self._similarity(relations)
        self._read = lru_cache(maxsize=1 << 17)(lambda text: self._weights(Reading(text, DIRECTORY)))

    @classmethod
    def from_rows(cls, themes: Iterable[Row], words: Iterable[Row], relations: Iterable[Row]) -> Self:
        """Return a reader from rows of the tables themes, theme_words and theme_relations."""
        return cls([row["theme"] for row in themes], PhraseTable.from_rows(words, "theme"), relations)

    def read(self, text: str | Reading) -> dict[str, float]:
        """Return theme -> weight in (0, 1] for the themes that a text affirms, in order of the vocabulary."""
        found = self._weights(reading(text))
        return {theme: found[theme] for theme in sorted(found, key=self._places.__getitem__)}

    def vector(self, parts: Sequence[tuple[str, float]]) -> NDArray[np.float32]:
        """Return the themes of one activity or wish from its parts.

        Parameters
        ----------
        parts : (text, trust) pairs, such as title 1.0, kind and tags 0.8, description 0.5; any order.

        Returns
        -------
        float32 (themes,) in [0, 1] : per theme the strongest part, and a little more for each that agrees.

        Notes
        -----
        What was read in a text is kept, because directories say the same again and again; so this is for the texts
        of a directory, not for what a client says.
        """
        rows = np.zeros((max(len(parts), 1), len(self.theme_ids)), dtype=np.float64)
        for row, (text, trust) in zip(rows, parts, strict=False):
            for theme, weight in self._read(text).items():
                row[self._places[theme]] = weight * trust
        rows.sort(axis=0)  # so that the order of the parts cannot show in the last bit
        agreed = rows[-1] + AGREEMENT * rows[:-1].sum(axis=0)
        combined: NDArray[np.float32] = np.minimum(agreed, 1.0).astype(np.float32)
        return combined

    def _weights(self, read: Reading) -> dict[str, float]:
        return weights_of(without_places(read, self.phrases.find(read)))

    def _similarity(self, relations: Iterable[Row]) -> NDArray[np.float32]:
        """Return the relations as a matrix; of a pair named twice the higher value holds."""
        matrix = np.eye(len(self.theme_ids), dtype=np.float32)
        for row in relations:
            self._refuse_unknown((row["wanted"], row["offered"]))
            place = self._places[row["wanted"]], self._places[row["offered"]]
            matrix[place] = max(matrix[place], np.float32(row["similarity"]))
        matrix.setflags(write=False)
        return matrix

    def _refuse_unknown(self, themes: Iterable[str]) -> None:
        """Raise if a table names a theme that does not exist: a typing error would lose its words."""
        unknown = sorted(set(themes) - self._places.keys())
        if unknown:
            raise ValueError(f"unknown themes: {', '.join(unknown)}; must be in the table of themes")


@cache
def default_reader() -> ThemeReader:
    """Return the reader of the shipped tables; built once."""
    words, relations = read_tables("theme_words"), read_tables("theme_relations")
    themes = [row["theme"] for row in read_table("themes")]
    return ThemeReader(themes, PhraseTable.from_rows(words, "theme", OF_CLIENTS), relations)
