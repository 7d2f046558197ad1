"""What is hard for a client, told in whatever words: a thing of an activity near words that say it does not go.

"Met de trap heb ik moeite", "bellen vind ik verschrikkelijk": people tell one thing in more ways than a list of phrases
holds. The things stand in ``limit_topics.csv``; the words that say it is hard are the patterns here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from wor_match.text.phrases import Hit
from wor_match.text.reading import Reading
from wor_match.text.words import words
from wor_match.vocabulary.tables import read_table

_CAN = (
    r"(?:kan|kon|kun|kunnen|lukt|lukken|gaat|gaan|mag|wil|willen|durf|durft|durven|red|redt|haal|haalt|trek|trekt"
    r"|verdraag|verdraagt|hou|houd|houdt|vind|vindt|hoor|hoort|versta|verstaat|volg|volgt|can|could|may|want|dare)"
)
_NOT = r"(?:niet|niks|niets|geen|nooit|amper|nauwelijks|slecht|not|never|hardly)"
#: What turns a denial round: "kan ik niet missen".
_WANTED = r"(?:zonder|missen|laten|wachten|genoeg|erg|moeilijk|lastig|eng|zwaar|without|enough|bad|mind|hard|difficult)"
_HARD = re.compile(
    r"(?:(?<!\bgeen )(?<!\bzonder )(?<!\bweinig )\bmoeite\b"
    r"|(?<!\bniet )(?<!\bniet zo )(?<!\bniet te )(?<!\bniet erg )(?<!\bnot )(?<!\bnot so )"
    r"\b(?:lastig|moeilijk|onmogelijk|eng|doodeng|griezelig|verschrikkelijk|vreselijk|afschuwelijk|vermoeiend|slopend"
    r"|pijnlijk|ondoenlijk|hard|difficult|impossible|scary|terrible|awful|exhausting|painful)\b"
    r"|\been (?:ramp|drama|hel|crime|opgave|nachtmerrie|beproeving)\b"
    rf"|\b{_CAN}\b(?: [\w']+){{0,3}}? {_NOT}\b(?!(?: [\w']+)? {_WANTED}\b)"
    rf"|\b{_NOT}(?: [\w']+){{0,2}} {_CAN}\b(?! {_WANTED}\b)"
    r"|\bcan't\b|\bcannot\b"
    r"|\b(?:niet|slecht|not) (?:zo )?(?:goed )?(?:tegen|op|into)\b"
    r"|\b(?:gek|bang|zenuwachtig|nerveus|onrustig|angstig|benauwd|duizelig|misselijk|moe|ziek|hoofdpijn|overprikkeld|stress)"
    r" (?:van|voor|in|bij)\b|\bafraid of\b|\bscared of\b"
    r"|\bgeen (?:behoefte aan|interesse in|zin in|belangstelling voor)\b|\bniet geïnteresseerd in\b"
    r"|\bhekel aan\b|\b(?:niks|niets) met\b|\bangst voor\b|\btegenop\b|\bop tegen\b|\bhate\b|\btrouble with\b"
    r"|\b(?:sla|slaat|klap|klapt)(?: [\w']+){0,2} dicht\b|\b(?:blokkeer|blokkeert|verstijf|verstijft|paniek|panic)\b"
    r"|\b(?:vermijd|vermijdt|mijd|mijdt|ontwijk|ontwijkt|avoid|avoids)\b"
    r"|\b(?:is|zijn) (?:echt )?(?:niks|niets)\b|\bte (?:veel|zwaar|steil|vermoeiend) voor (?:mij|me|hem|haar)\b)"
)
#: Where what is told goes on to something else.
_TURNS = frozenset(
    ("maar", "want", "omdat", "doordat", "dus", "terwijl", "zodat", "sinds", "behalve", "but", "because", "so", "since")
)
_BETWEEN = frozenset(("en", "of", "and", "or"))
#: With these a clause tells more of what stands before it: "bellen, dat durf ik niet".
_BACK = frozenset(("dat", "daar", "die", "dan", "that"))
#: More words between the thing and what is said of it tell of something else, mostly.
_FAR = 5
#: Things that go or fail by themselves: "de bus gaat niet vaak".
_BY_ITSELF = frozenset(("no_bus",))
#: "Met mijn man kan ik niet praten" and "over vroeger praten lukt niet" say nothing of talking as such.
_IN_GENERAL, _WITH_WHOM = frozenset(("no_talk",)), frozenset(("met", "over", "with", "about"))
_WHO = frozenset(("ik", "me", "mij", "ze", "zij", "hij", "hem", "haar", "mevrouw", "meneer", "i", "she", "he"))
_HEARS = re.compile(r"\b(?:hoor|hoort|horen|versta|verstaat|verstaan|volg|volgt|hear|hears|follow|follows)\b")
_OF_PEOPLE = frozenset(("no_crowds", "no_children"))
#: What is told with the thing: "met de trap".
_LEADS = frozenset(("de", "het", "een", "met", "van", "veel", "in", "bij", "tegen", "voor", "the", "a", "with", "in"))
#: After "groep" these begin what sort of group it is.
_SORT = frozenset(("met", "waar", "die", "van", "voor", "with", "where", "that", "of", "for"))


_ONE = frozenset(
    ("de", "die", "deze", "dat", "mijn", "the", "this", "that", "my", "onze", "our", "haar", "zijn", "eigen")
)


class _Part(NamedTuple):
    """Some words of a sentence in which one thing is told, and the place of the first."""

    words: list[str]
    begin: int


def hardships(sentence: Reading) -> tuple[Hit, ...]:
    """What a sentence tells to be hard for somebody, as limits, each from the thing to the words that say so.

    >>> from wor_match.text.reading import reading
    >>> [(hit.key, hit.start_word, hit.end_word) for hit in hardships(reading("Met de trap heb ik veel moeite."))]
    [('no_stairs', 0, 7)]
    >>> hardships(reading("Met de trap heb ik geen moeite."))
    ()
    """
    return () if sentence.vocabulary.isdisjoint(_any_word()) else sentence.once(_hardships)


def _hardships(sentence: Reading) -> tuple[Hit, ...]:
    found: list[Hit] = []
    before: list[tuple[str, int, int]] = []
    for part in _parts(sentence):
        things = list(_things(part))
        if not things and before and part.words[0] in _BACK:
            things = before
        found += [hit for limit, begin, end in things if (hit := _hit(limit, begin, end, part)) is not None]
        before = things
    return tuple(found)


def _parts(sentence: Reading) -> Iterator[_Part]:
    place = 0
    for clause in sentence.clauses:
        begin = 0
        for at, word in enumerate(clause):
            if at > begin and word in _TURNS:
                yield _Part(clause[begin:at], place + begin)
                begin = at
        yield _Part(clause[begin:], place + begin)
        place += len(clause)


def _things(part: _Part) -> Iterator[tuple[str, int, int]]:
    """The things that may be hard, by their limit and places; the longest at a place."""
    at = 0
    while at < len(part.words):
        for length in range(min(_lengths().get(part.words[at], 0), len(part.words) - at), 0, -1):
            limit = _topics().get(" ".join(part.words[at : at + length]))
            if limit is not None:
                if limit not in _OF_PEOPLE or _is_any_group(part.words, at, at + length):
                    yield limit, part.begin + at, part.begin + at + length
                at += length - 1
                break
        at += 1


def _is_any_group(said: Sequence[str], begin: int, end: int) -> bool:
    """Whether it is not one group or sort of group that is spoken of: "de MS-groep", "een groep met alleen mannen"."""
    return _ONE.isdisjoint(said[max(0, begin - 2) : begin]) and _SORT.isdisjoint(said[end : end + 1])


def _hit(limit: str, begin: int, end: int, part: _Part) -> Hit | None:
    """The thing with the nearest words that say it is hard; None without."""
    if limit in _BY_ITSELF and _WHO.isdisjoint(part.words):
        return None
    if limit in _IN_GENERAL and not _WITH_WHOM.isdisjoint(part.words):
        return None
    text = " ".join(part.words)
    best: tuple[int, int, int] | None = None
    for match in _HARD.finditer(text):
        first = part.begin + text[: match.start()].count(" ")
        last = part.begin + text[: match.end()].count(" ") + 1
        between = part.words[max(0, end - part.begin) : first - part.begin] if first >= end else []
        between = between or (part.words[last - part.begin : max(0, begin - part.begin)] if last <= begin else [])
        if len(between) <= _FAR and _BETWEEN.isdisjoint(between):
            best = min(best or (len(between), first, last), (len(between), first, last))
    if best is None:
        return None
    if limit == "no_crowds" and _HEARS.search(text):
        limit = "hard_of_hearing"
    start, stop = min(begin, best[1]), max(end, best[2])
    if start == begin:
        while start > part.begin and part.words[start - 1 - part.begin] in _LEADS:
            start -= 1
    return Hit(limit, " ".join(part.words), 1.0, start, stop, True, False)


@cache
def _topics() -> Mapping[str, str]:
    return {" ".join(words(row["phrase"])): row["limit"] for row in read_table("limit_topics")}


@cache
def _lengths() -> Mapping[str, int]:
    """By the first word of a thing how many words the longest thing has that begins so."""
    found: dict[str, int] = {}
    for phrase in _topics():
        first, *rest = phrase.split()
        found[first] = max(found.get(first, 0), 1 + len(rest))
    return found


@cache
def _any_word() -> frozenset[str]:
    """One word of every thing: without any of these no thing is named."""
    return frozenset(max(phrase.split(), key=len) for phrase in _topics())
