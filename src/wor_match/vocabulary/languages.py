"""What a language is called: codes and names in Dutch and English to one code, from the table languages."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from wor_match.vocabulary.tables import read_table

#: "nl-NL" and "zh_Hans_CN" are nl and zh.
_TAG = re.compile(r"([a-z]{2,3})(?:[-_][a-z0-9]{2,8})+")
_ASIDE = re.compile(r"\(.*")
MUST_BE = "must be codes (ISO 639-1, as 'tr') or names ('Turks', 'Turkish') of vocabulary/languages.csv, one each"


def language_code(text: str) -> str | None:
    """The code of a language that is given as a code, a tag or a name; None when it is not in the table.

    Examples
    --------
    >>> [language_code(one) for one in ("NL", "nl-NL", "Nederlands", "Turks", "Türkçe", "Portugees (Brazilië)")]
    ['nl', 'nl', 'nl', 'tr', 'tr', 'pt']
    >>> language_code("Klingon") is None
    True
    """
    if text in _codes():
        return _codes()[text]
    plain = _plain(_ASIDE.sub("", text))
    tag = _TAG.fullmatch(plain)
    return _codes().get(plain) or (_codes().get(tag[1]) if tag else None)


def language_codes(texts: tuple[str, ...]) -> tuple[str, ...]:
    """The codes of several languages, each once; ValueError, without the value, when one is not in the table."""
    codes = [language_code(text) for text in texts]
    if None in codes:
        raise ValueError(MUST_BE)
    return tuple(dict.fromkeys(code for code in codes if code is not None))


@cache
def language_words() -> Mapping[str, str]:
    """Code by name, for reading a text word by word: names and other words, lower case; no codes."""
    found = {
        word: row["code"]
        for row in read_table("languages")
        for word in (row["nl"].lower(), row["en"].lower(), *row["more"].split("|"))
        if not _is_code(word)
    }
    return MappingProxyType(found | {_plain(word): code for word, code in found.items()})


def _is_code(word: str) -> bool:
    return not word or (len(word) == 3 and word.isascii())


@cache
def _codes() -> Mapping[str, str]:
    """Code by code or name, plain; a code goes before a name that is spelled like it."""
    rows = read_table("languages")
    names = {
        _plain(word): row["code"] for row in rows for word in (*row["more"].split("|"), row["nl"], row["en"]) if word
    }
    return MappingProxyType(names | {row["code"]: row["code"] for row in rows})


def _plain(text: str) -> str:
    """Lower case, without accents, with single spaces."""
    bare = "".join(one for one in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(one))
    return " ".join(bare.split())
