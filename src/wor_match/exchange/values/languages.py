"""Languages: "English. Spanish", "Nederlands en Turks", "Creole (limited)", "nl" to ISO codes."""

from __future__ import annotations

import re
from typing import NamedTuple

from wor_match.vocabulary.enums import DutchLevel
from wor_match.vocabulary.languages import language_code, language_words

_WORD = re.compile(r"[^\W\d_]+")
_INTERPRETER = re.compile(
    r"interpret|translat|tolk|language line|vertal|languages available|other languages"
    r"|all languages|any (?:other )?language"
)
_NO_INTERPRETER = re.compile(r"(?:geen|zonder|no) (?:tolk|interpret|translat)")
_LEVEL = re.compile(r"\b(a0|a1|a2|b1|b2|c1|c2)\b")
#: A yes or no in the field tells no language, though "ja" and "no" are codes too.
_YES_OR_NO = (["ja"], ["yes"], ["nee"], ["no"])
_NOTHING = (["onbekend"], ["unknown"], ["nan"], ["none"])


class Spoken(NamedTuple):
    """Languages as ISO codes, least level of Dutch, and whether somebody can interpret; empty is not told."""

    codes: tuple[str, ...] = ()
    dutch_level: DutchLevel | None = None
    has_interpreter: bool | None = None


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
    if not words or words in _NOTHING or words in _YES_OR_NO:
        return Spoken(), ("language_unread",) if words in _YES_OR_NO else ()
    codes = [code for word in words if (code := language_words().get(word))]
    if len(words) <= 6 and all(len(word) in (2, 3) for word in words):
        codes += [code for word in words if (code := language_code(word))]
    level = _LEVEL.search(plain)
    can = True if _INTERPRETER.search(plain) else None
    can = False if _NO_INTERPRETER.search(plain) else can
    spoken = Spoken(tuple(dict.fromkeys(codes)), DutchLevel(level[1].upper()) if level else None, can)
    return spoken, (("language_unread",) if spoken == Spoken() else ())
