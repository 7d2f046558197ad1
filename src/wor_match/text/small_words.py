"""The short words of Dutch and English that carry grammar: articles, denials, turns."""

from wor_match.vocabulary.tables import read_table


def small_words(role: str, language: str | None = None) -> frozenset[str]:
    """Return the words with one role in the table small_words, of one language or both.

    Examples
    --------
    >>> "geen" in small_words("denial"), "geen" in small_words("denial", "en")
    (True, False)
    """
    return frozenset(
        row["word"]
        for row in read_table("small_words", "wor_match.text")
        if row["role"] == role and language in (None, row["language"])
    )
