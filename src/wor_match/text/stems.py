"""Bring words back to their stem, with the mistakes of the Dutch stemmer that matter here put right."""

import re
from collections.abc import Mapping
from functools import cache

from snowballstemmer.dutch_stemmer import DutchStemmer
from snowballstemmer.english_stemmer import EnglishStemmer

from wor_match.text.fold import fold
from wor_match.text.language import Language
from wor_match.vocabulary.tables import read_table

# "weerbaar" is not "weer", "natuurlijk" is not "natuur", "werkloos" is not "werk".
_OWN_MEANING = re.compile(r"(.{3,}(?:baar|lijk|loos))(?:e|s|se|er|en|heid)?|(.{3,})(bare|loze)n?")
# "katterig" is not "kat", "houterig" is not "hout"; "rumoerig" is "rumoer".
_LIKE = re.compile(r"(.{3,}er)(ig)(?:e|s|er|heid)?")
_PARTICIPLE = re.compile(r"ge.{3,}[dt]e?")


def stem(word: str, language: Language = "nl") -> str:
    """Return the stem of one word, accents folded first.

    Snowball, by name because the package's own choice differs between machines, and a new stemmer each time because
    it keeps the word it works on. Nothing is kept here; :class:`wor_match.text.reading.Notes` keeps what may be kept.

    Examples
    --------
    >>> stem("wandelen"), stem("wandeling"), stem("boekjes"), stem("walking", "en")
    ('wandel', 'wandel', 'boek', 'walk')
    >>> stem("gezongen"), stem("gebouw"), stem("weerbaarheid")
    ('zing', 'gebouw', 'weerbaar')
    """
    plain = fold(word.lower())
    if language == "en":
        return str(EnglishStemmer().stemWord(plain))
    known = _irregular().get(plain, plain)
    return known[1:] if known.startswith("=") else _dutch(known)


def _dutch(word: str) -> str:
    """Return the Dutch stem: "ge" comes off participles only, endings that make a new word stay."""
    own = _OWN_MEANING.fullmatch(word)
    if own:
        return own[1] or own[2] + {"bare": "baar", "loze": "loos"}[own[3]]
    like = _LIKE.fullmatch(word)
    if like:
        return like[1] if _snowball(word) == like[1] else like[1] + like[2]
    if word.startswith("ge") and not _PARTICIPLE.fullmatch(word):
        # Under another first letter the stemmer leaves the beginning alone.
        return "g" + _snowball("k" + word[1:])[1:]
    return _snowball(word)


def _snowball(word: str) -> str:
    return str(DutchStemmer().stemWord(word))


@cache
def _irregular() -> Mapping[str, str]:
    """Return forms whose word no rule finds: gezongen -> zingen; "=" marks a stem that is not stemmed further."""
    return {row["form"]: row["word"] for row in read_table("irregular_forms", "wor_match.text")}


@cache
def forms_apart() -> frozenset[str]:
    """Forms that have a stem of their own, so that they are no form of another word: a kastje is no small kas."""
    return frozenset(form for form, word in _irregular().items() if word.startswith("="))
