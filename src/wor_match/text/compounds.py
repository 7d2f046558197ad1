"""Find known words inside Dutch compounds: "wandelgroep" is about walking, "moestuin" about a garden."""

import re
from collections.abc import Collection, Iterator, Mapping, Set
from fnmatch import translate
from functools import cache
from typing import NamedTuple

from wor_match.text.fold import fold
from wor_match.text.reading import DIRECTORY
from wor_match.text.stems import stem
from wor_match.vocabulary.tables import read_table

HEAD = 0.9
"""A compound is a kind of its last part: a "kerkkoor" is a choir."""
MODIFIER = 0.85
"""The first part only tells what it is about: a "wandelgroep" is a group."""

MIN_PIECE = 4
MIN_REST = 3

# Dutch syllables begin with a vowel, one consonant or one of these clusters; "klei|nkinderen" is no split.
_ONSET = re.compile(
    r"(?:b[lr]|ch|c[hlr]|d[rw]|f[lr]|g[lnr]|k[lnrw]|p[lrs]|schr?|s[jklmnpqtw]|s[pt]r|spl|th|t[jrsw]|vl|vr|wr|zw|[a-z])?"
    r"[aeiouy]"
)
# No Dutch word ends like this: "gastv|rouw".
_NO_ENDING = re.compile(r"[vzjqh]$|(?<![aeiouyrln])[w]$|(?<=[^aeiouy])h$")
# These first parts are prefixes, not words, with a consonant that belongs to the last part: "afges|loten".
_PREFIX = re.compile(
    r"(?:aan|af|bij|buiten|door|in|mis|na|om|onder|oor|op|over|tegen|toe|uit|vast|voor|vooroor|weg)?"
    r"(?:be|ge|her|ont|ver)?[b-df-hj-np-tv-z]?|.{3,}(?:be|ver)"
)
# "verw|acht" begins with a prefix as well; longer pieces such as "verzamel" are real.
_MIN_AFTER_VER = 7
# What follows a stem here is an ending, not a second word: natuur|lijk, spel|endere.
_ENDINGS = re.compile(
    r"(?:e?lijk|pelijk|e?n?dig|e?rig|ig|heid|e?ling|ing|baar|bare|loos|loze|achtig|schap|isch|iek|ief|ers?|ens|end|ere?n"
    r"|tje|je)+(?:e|en|s)?$"
)
_LINK = re.compile(r"^(?:en|e|s)(?=[a-z]{3})")
_VOWEL = re.compile(r"[aeiouy]")


class Part(NamedTuple):
    """A known word found inside a compound: its stem and how much of its meaning carries over."""

    stem: str
    factor: float


def compound_parts(word: str, pieces: "Pieces", root: str | None = None) -> tuple[Part, ...]:
    """Return the known first and last part of a Dutch compound, at most one of each, the longest.

    Parameters
    ----------
    word : one lower-cased word.
    pieces : written piece -> stem of the word that it is a form of; see `compound_pieces`.
    root : the stem of the word, where it is known already.

    Examples
    --------
    >>> pieces = compound_pieces(["wandelen", "koor", "boek", "klei"])
    >>> compound_parts("wandelgroepen", pieces), compound_parts("kerkkoor", pieces)
    ((Part(stem='wandel', factor=0.85),), (Part(stem='koor', factor=0.9),))
    >>> compound_parts("boekenclub", pieces), compound_parts("kleinkinderen", pieces)
    ((Part(stem='boek', factor=0.85),), ())
    """
    plain = fold(word)
    if len(plain) < MIN_PIECE + MIN_REST or plain.isdigit():
        return ()
    root = root or stem(plain)
    if not pieces.edges.may_be_in(plain, root):
        return ()
    found = (*_tail(plain, root, pieces), *_head(plain, pieces))
    return tuple({part.stem: part for part in reversed(found)}.values())[::-1]


class Edges(NamedTuple):
    """The first and last letters of some pieces, by which most words are told to be no compound at once."""

    heads: frozenset[str]
    tails: frozenset[str]

    def may_be_in(self, word: str, root: str) -> bool:
        """Whether a word may begin or end with one of these, by its first and last letters and those of its root."""
        return word[:MIN_PIECE] in self.heads or word[-MIN_PIECE:] in self.tails or root[-MIN_PIECE:] in self.tails


class Pieces(dict[str, str]):
    """The forms under which words occur inside compounds, each with the stem it stands for."""

    def __init__(self, pieces: Mapping[str, str]) -> None:
        super().__init__(pieces)
        self.edges = Edges(
            frozenset(piece[:MIN_PIECE] for piece in self), frozenset(piece[-MIN_PIECE:] for piece in self)
        )


def are_in(word: str, root: str, pieces: Set[str]) -> bool:
    """Whether a word begins or ends with one of these pieces, or its root ends with one: else it is no compound.

    >>> are_in("kerkkoor", "kerkkoor", {"koor"}), are_in("koren", "koor", {"koor"}), are_in("kook", "kook", {"koor"})
    (True, False, False)
    """
    if any(word[:end] in pieces for end in range(MIN_PIECE, len(word) - MIN_REST + 1)):
        return True
    ends = (word,) if root == word else (word, root)
    return any(form[start:] in pieces for form in ends for start in range(MIN_REST, len(form) - MIN_PIECE + 1))


def compound_pieces(words: Collection[str]) -> Pieces:
    """Return the forms under which words occur inside compounds, each with the stem it stands for."""
    pieces: dict[str, str] = {}
    for word in words:
        root = DIRECTORY.stem(word, "nl")
        for form in (fold(word), root):
            if len(form) >= MIN_PIECE and len(fold(word)) >= MIN_PIECE and form.isalpha():
                pieces.setdefault(form, root)
    return Pieces(pieces)


def _tail(word: str, root: str, pieces: Mapping[str, str]) -> Iterator[Part]:
    """Yield the longest known last part; its plural or diminutive counts as well."""
    for form in dict.fromkeys((word, root)):
        for start in range(MIN_REST, len(form) - MIN_PIECE + 1):
            piece = form[start:]
            if piece in pieces and _is_last(form[:start], piece) and not _is_exception(piece, word, form):
                yield Part(pieces[piece], HEAD)
                return


def _head(word: str, pieces: Mapping[str, str]) -> Iterator[Part]:
    """Yield the longest known first part."""
    shortest = _MIN_AFTER_VER if word.startswith("ver") else MIN_PIECE
    for end in range(len(word) - MIN_REST, shortest - 1, -1):
        piece = word[:end]
        if piece in pieces and _is_rest(word[end:]) and not _is_exception(piece, word, word):
            yield Part(pieces[piece], MODIFIER)
            return


def _is_last(rest: str, piece: str) -> bool:
    """Return whether the letters before a last part can be a word."""
    # Short pieces that begin with a vowel fool easily: gew|eten, sch|ouder.
    if _VOWEL.match(piece) and len(piece) <= 5:
        return False
    return not _PREFIX.fullmatch(rest) and bool(_VOWEL.search(rest)) and not _NO_ENDING.search(rest)


def _is_rest(rest: str) -> bool:
    """Return whether the letters after a first part can be a word, with or without a linking s, e or en."""
    if _ENDINGS.match(rest):
        return False
    return any(
        len(tail) >= MIN_REST and _ONSET.match(tail) and not _ENDINGS.match(tail)
        for tail in (rest, _LINK.sub("", rest))
    )


@cache
def _exceptions() -> Mapping[str, re.Pattern[str]]:
    """Return the known false splits: piece, or "*" for any -> what words look like that only look composed."""
    found: dict[str, list[str]] = {}
    for row in read_table("not_compounds", "wor_match.text"):
        found.setdefault(row["piece"], []).append(translate(row["word"]))
    return {piece: re.compile("|".join(patterns)) for piece, patterns in found.items()}


def _is_exception(piece: str, *forms: str) -> bool:
    """Return whether the word is on the list of false splits for this piece or any piece."""
    known = _exceptions()
    patterns = [pattern for one in (piece, "*") if (pattern := known.get(one))]
    return any(pattern.match(form) for pattern in patterns for form in forms)
