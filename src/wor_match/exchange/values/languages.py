"""Languages: "English. Spanish", "Nederlands en Turks", "Creole (limited)", "nl" to ISO codes."""

from __future__ import annotations

import re
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from wor_match.vocabulary.enums import DutchLevel
from wor_match.vocabulary.tables import read_table

_WORD = re.compile(r"[^\W\d_]+")
_INTERPRETER = re.compile(
    r"interpret|translat|tolk|language line|vertal|languages available|other languages"
    r"|all languages|any (?:other )?language"
)
_NO_INTERPRETER = re.compile(r"(?:geen|zonder|no) (?:tolk|interpret|translat)")
_LEVEL = re.compile(r"\b(a0|a1|a2|b1|b2|c1|c2)\b")
_THREE = MappingProxyType({"nld": "nl", "dut": "nl", "eng": "en", "spa": "es", "fra": "fr", "fre": "fr", "deu": "de",
                           "ger": "de", "ara": "ar", "tur": "tr", "pol": "pl", "ukr": "uk", "rus": "ru"})  # fmt: skip


class Spoken(NamedTuple):
    """Languages as ISO codes, least level of Dutch, and whether somebody can interpret; empty is not told."""

    codes: tuple[str, ...] = ()
    dutch_level: DutchLevel | None = None
    has_interpreter: bool | None = None


@cache
def _words() -> MappingProxyType[str, str]:
    rows = read_table("languages", "wor_match.exchange.values")
    found = {word: row["code"] for row in rows for word in row["words"].split()}
    return MappingProxyType(found)


@cache
def _codes() -> frozenset[str]:
    return frozenset(_words().values())


def read_languages(text: str) -> tuple[Spoken, tuple[str, ...]]:
    r"""Read the text of a language field.

    Examples
    --------
    >>> read_languages("English. Spanish")[0].codes, read_languages("Spanish\\n\\nTranslation services available")[0]
    (('en', 'es'), Spoken(codes=('es',), dutch_level=None, has_interpreter=True))
    >>> read_languages("Nederlands (B1)")[0]
    Spoken(codes=('nl',), dutch_level=<DutchLevel.B1: 'B1'>, has_interpreter=None)
    >>> read_languages("varies by consulate")
    (Spoken(codes=(), dutch_level=None, has_interpreter=None), ('language_unread',))
    """
    plain = text[:1000].replace("\\n", " ").lower()
    words = _WORD.findall(plain)
    if not words or words in (["onbekend"], ["unknown"], ["nan"], ["none"]):
        return Spoken(), ()
    codes = [code for word in words if (code := _words().get(word))]
    if len(words) <= 6 and all(len(word) in (2, 3) for word in words):
        codes += [code for word in words if (code := _THREE.get(word, word)) in _codes()]
    level = _LEVEL.search(plain)
    can = True if _INTERPRETER.search(plain) else None
    can = False if _NO_INTERPRETER.search(plain) else can
    spoken = Spoken(tuple(dict.fromkeys(codes)), DutchLevel(level[1].upper()) if level else None, can)
    return spoken, (("language_unread",) if spoken == Spoken() else ())
