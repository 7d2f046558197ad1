"""Words by which a client tells how something is meant: liked, wished, disliked, lost, or only named in passing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from wor_match.text.lexicon import OF_CLIENTS
from wor_match.text.phrases import Hit, PhraseTable
from wor_match.text.reading import Reading
from wor_match.vocabulary.tables import read_table

SUBJECTS = frozenset(("ik", "ze", "zij", "hij", "i", "she", "he"))
#: Words that only make it stronger or weaker: "hield altijd heel erg van" is "hield van".
_STRESS = frozenset((
    "altijd", "best", "echt", "eigenlijk", "enorm", "erg", "gewoon", "heel", "nog", "ontzettend", "ook", "steeds",
    "toch", "veel", "vooral", "vreselijk", "wel", "zeer", "zelf", "zo", "always", "really", "so", "still", "very",
))  # fmt: skip
_SKILLED = re.compile(
    r"\b(?:handig|goed|knap|bedreven|een kei|een ster) (?:met|in)\b|\b(?:weet|kent) (?:\w+ )?alles (?:van|over)\b"
    r"|\b(?:good|great|handy) (?:with|at)\b|\bknows? (?:everything|a lot) about\b"
)
_UNSKILLED = re.compile(
    r"\b(?:niet|nooit|geen|leren|beter|niemand|mijn (?:zoon|dochter|man|vrouw|kleinzoon|buurman|buurvrouw)"
    r"|not|never|learn|better)\b"
)
#: What may be said inside a word: "vogelliefhebber".
_LOVERS = frozenset(("liefhebber", "liefhebster", "hobby", "passie", "lievelings"))
_FOR = frozenset(("likes", "wish"))
_PLAIN = "plain"
#: What follows upon a noun in the plural, as an adjective or made small.
_ENDINGS = ("", "s", "'s", "je", "jes", "tje", "tjes")
_LONGER = ("e", "en")
#: Behind these no "e" or "en": the plural of "schilder" is "schilders" and of "kok" is "koks", so "koken" is the verb.
_NO_LONGER = re.compile(r"(?:[^aeiou]er|(?:^|[^aeiou])[aeiou][^aeiou])$")
_BECAME = frozenset(("was", "ben", "werd", "word", "bleef", "blijf"))
#: A garden of one's own tells little, and an allotment or a herb garden much.
_ONLY_WHOLE = frozenset(("tuin",))


@cache
def client_table(name: str, key: str) -> PhraseTable:
    """A table of phrases that is asked of all that a client says."""
    return PhraseTable.from_rows(read_table(name), key, OF_CLIENTS)


def cues_of(sentence: Reading) -> list[Hit]:
    """Where something says how it is meant; "vindt ze heel leuk" is found as "vindt leuk".

    >>> from wor_match.text.reading import reading
    >>> [(hit.key, hit.phrase) for hit in cues_of(reading("Ze hield altijd erg van dansen"))]
    [('likes', 'hield van')]
    """
    return sentence.once(_cues_in)


def _cues_in(sentence: Reading) -> list[Hit]:
    table = client_table("cue_words", "cue")
    hits = _whole(hit for hit in table.find(sentence) if hit.key != _PLAIN or _is_plain(hit, sentence))
    return hits + _whole(hit for hit in found_aside(table, sentence) if hit.key != _PLAIN)


def is_skilled(sentence: Reading) -> bool:
    """Whether somebody is told to be good at something.

    >>> from wor_match.text.reading import reading
    >>> is_skilled(reading("Hij is handig met computers")), is_skilled(reading("Ik ben niet zo goed met computers"))
    (True, False)
    """
    text = sentence.text.lower()
    return bool(_SKILLED.search(text)) and not _UNSKILLED.search(text)


def found_aside(table: PhraseTable, sentence: Reading) -> list[Hit]:
    """What is found where the one who is spoken of, and small words besides, are passed over; places as they stand.

    >>> from wor_match.text.reading import reading
    >>> [hit.key for hit in found_aside(client_table("limit_words", "limit"), reading("bellen durft hij echt niet"))]
    ['no_phone_calls']
    """
    return [
        hit._replace(start_word=kept[hit.start_word], end_word=kept[hit.end_word - 1] + 1)
        for rest, kept in sentence.once(_asides)
        for hit in table.find(rest)
    ]


def _asides(sentence: Reading) -> list[tuple[Reading, list[int]]]:
    """The sentence without some words, read anew, each with the places of its words in the sentence."""
    found = []
    if not SUBJECTS.isdisjoint(sentence.vocabulary):
        found.append(_without(SUBJECTS, sentence))
    if not _STRESS.isdisjoint(sentence.vocabulary):
        found.append(_without(SUBJECTS | _STRESS, sentence))
    return found


def _without(aside: frozenset[str], sentence: Reading) -> tuple[Reading, list[int]]:
    kept, said, place = [], [], 0
    for clause in sentence.clauses:
        rest = [(place + step, word) for step, word in enumerate(clause) if word not in aside]
        kept += [at for at, _ in rest]
        said.append(" ".join(word for _, word in rest))
        place += len(clause)
    return sentence.notes.read(", ".join(said)), kept


def _is_plain(hit: Hit, sentence: Reading) -> bool:
    """Whether it is the trade or the thing itself, and no verb or another word of its family: not "schilderen"."""
    if hit.end_word - hit.start_word != 1:
        return True
    if _is_done_by_me(hit.start_word, sentence.words):
        return False
    word = sentence.words[hit.start_word]
    return word in _plain_forms() if hit.exact else word.endswith(_heads())


def _is_done_by_me(place: int, said: Sequence[str]) -> bool:
    """Whether "ik" before it makes a verb of it: "als ik schilder", and not "dus werd ik schilder"."""
    return said[max(place - 1, 0) : place] == ["ik"] and _BECAME.isdisjoint(said[max(place - 2, 0) : place - 1])


@cache
def _plain_forms() -> frozenset[str]:
    phrases = (row["phrase"] for row in read_table("cue_words") if row["cue"] == _PLAIN and " " not in row["phrase"])
    return frozenset(form for phrase in phrases for form in _forms(phrase))


@cache
def _heads() -> tuple[str, ...]:
    whole = {form for phrase in _ONLY_WHOLE for form in _forms(phrase)}
    return tuple(sorted(_plain_forms() - whole))


def _forms(phrase: str) -> tuple[str, ...]:
    longer = () if _NO_LONGER.search(phrase) else _LONGER
    return tuple(f"{phrase}{ending}" for ending in (*_ENDINGS, *longer))


def _whole(hits: Iterable[Hit]) -> list[Hit]:
    """Without what says inside another word that something is liked: no "lotgenoten" or "bloemist"."""
    return [hit for hit in hits if hit.exact or hit.key not in _FOR or hit.phrase in _LOVERS]
