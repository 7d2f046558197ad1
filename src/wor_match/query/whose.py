"""Whom a story tells of, word by word: the client, or a daughter, the doctor, "hij" in the story of a widow.

Nothing is parsed. A word is told of whom was named last before it as the one who does something; at the beginning of
a clause, of who comes next; and of the client where nobody is named.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from wor_match.text.lexicon import OF_CLIENTS
from wor_match.text.phrases import PhraseTable
from wor_match.text.reading import Reading
from wor_match.vocabulary.enums import Gender
from wor_match.vocabulary.tables import read_table

_SELF = frozenset(("ik", "k", "ikzelf", "wij", "we", "i"))
_SHE, _HE = frozenset(("ze", "zij", "she")), frozenset(("hij", "ie", "he"))
#: Who tells: the first of these in a story.
_FIRST = frozenset(("ik", "k", "mijn", "mn", "me", "mij", "i", "my"))
_OF_HER = _SHE | {"haar", "mevrouw", "mevr", "mw", "weduwe", "her", "mrs", "widow"}
_OF_HIM = _HE | {"hem", "meneer", "mijnheer", "dhr", "heer", "weduwnaar", "him", "his", "mr", "widower"}
_WOMAN = frozenset(("vrouw", "echtgenote", "moeder", "oma", "meisje", "dame", "wife", "woman", "girl"))
_MAN = frozenset(("man", "echtgenoot", "vader", "opa", "jongen", "jongeman", "husband", "boy"))
_PARTNER = frozenset(("man", "vrouw", "echtgenoot", "echtgenote", "husband", "wife"))
_POSSESSIVES = frozenset(("mijn", "mn", "zijn", "zn", "haar", "hun", "ons", "onze", "my", "his", "her", "their", "our"))
_ARTICLES = frozenset(("een", "de", "deze", "die", "dezelfde", "a", "the", "this"))
#: What may stand between a preposition and the person.
_BESIDE = _POSSESSIVES | _ARTICLES | {"twee", "drie", "vier", "oudste", "jongste", "andere", "beste", "oude", "eigen"}
#: Before a person: then somebody else does it, together with them or for them.
_WITH = frozenset(
    {
        "met", "en", "voor", "van", "bij", "aan", "naar", "op", "tegen", "door", "zonder", "over", "als", "of", "om",
        "with", "and", "for", "to", "by", "at", "from", "without", "about", "as", "or",
    }
)  # fmt: skip
#: After these another person may begin to do something in the same clause.
_JOINS = frozenset(
    {
        "en", "maar", "want", "dat", "omdat", "doordat", "als", "toen", "terwijl", "of", "hoe", "waar", "zodat",
        "nu", "sinds", "die", "wat", "and", "but", "that", "because", "when", "while", "if", "since", "who", "how",
    }
)  # fmt: skip
#: After who the client is: "moeder van twee", "vader met twee dochters".
_AFTER_CLIENT = frozenset(("van", "met", "uit", "in", "die", "of", "with", "from", "who"))
_MOST_BEFORE = 2
_AND = frozenset(("en", "and"))
_NO_VERBS = frozenset(("een", "en", "samen", "binnen", "buiten", "alleen"))
_PLURALS = frozenset(("gaan", "gingen", "doen", "zijn", "zien", "staan"))
_SAYS = frozenset(("zegt", "zei", "vertelt", "vertelde", "says", "said"))
_SAYS_SHE = re.compile(r"\b(?:zegt|zei|vertelt|vertelde|says|said)\s+(?:ze|zij|she|mevrouw|mw)\b", re.IGNORECASE)
_SAYS_HE = re.compile(r"\b(?:zegt|zei|vertelt|vertelde|says|said)\s+(?:hij|he|meneer|dhr)\b", re.IGNORECASE)


@cache
def _people() -> PhraseTable:
    rows = [row for row in read_table("cue_words") if row["cue"] == "other_person"]
    return PhraseTable.from_rows(rows, "cue", OF_CLIENTS)


def told_of_others(story: Sequence[Reading], gender: Gender | None = None) -> list[list[bool]]:
    """Of each word of each sentence whether it tells of somebody else than the client.

    Parameters
    ----------
    gender : of the client, where it is known; else the story tells it, mostly.

    Examples
    --------
    >>> from wor_match.text.reading import Notes
    >>> told_of_others([Notes().read("Haar zoon vist, ze leest.")])
    [[True, True, True, False, False]]
    """
    own = _own_pronouns(story, gender)
    names = _names(story)
    marks, is_named = [], False
    for number, sentence in enumerate(story):
        people = _people_in(sentence, names, is_first=number == 0)
        marks.append(_marks(sentence, own, people, is_named=is_named))
        is_named = bool(people)
    return marks


def _own_pronouns(story: Sequence[Reading], gender: Gender | None) -> frozenset[str]:
    """Who is the client in this story: "ik", or "ze", or "hij"; all of them when it cannot be told."""
    third, told, own = None, 0, 0
    for number, sentence in enumerate(story):
        own += not _FIRST.isdisjoint(sentence.vocabulary)
        said = None if _SAYS.isdisjoint(sentence.vocabulary) else _who_says(sentence.text)
        said = said or (_pronouns_in(sentence, is_first=number == 0) if third is None else None)
        third = third or said
        told += third is not None and not third.isdisjoint(sentence.vocabulary)
    if own > told:
        return _SELF  # they tell it themselves; a coach quotes them now and then
    if third is None:
        return _SELF | _SHE | _HE
    return _SELF | ({Gender.MAN: _HE, Gender.WOMAN: _SHE}.get(gender) or third if gender else third)


def _who_says(text: str) -> frozenset[str] | None:
    """Who tells it, by a coach who quotes them: "..., zegt ze"."""
    return _SHE if _SAYS_SHE.search(text) else _HE if _SAYS_HE.search(text) else None


def _pronouns_in(sentence: Reading, *, is_first: bool) -> frozenset[str] | None:
    said, clause = sentence.words, len(sentence.clauses[0]) if sentence.clauses else 0
    for place, word in enumerate(said):
        if word in _OF_HER:
            return _SHE
        if word in _OF_HIM or (word in ("zijn", "zn") and _is_of_him(sentence, place)):
            return _HE
        if is_first and word in _WOMAN | _MAN:
            if place < clause:  # "een man van 74"
                return _SHE if word in _WOMAN else _HE
            if word in _PARTNER:  # "Kees, 67, vrouw Ria"
                return _HE if word in _WOMAN else _SHE
    return None


def _is_of_him(sentence: Reading, place: int) -> bool:
    """Whether "zijn" is no verb: "zijn vrouw", "zijn oudste zoon"."""
    after = sentence.words[place + 1 : place + 3]
    return bool(_people().find(sentence.notes.read(" ".join(after)), alone=True))


def _names(story: Sequence[Reading]) -> frozenset[str]:
    """Names of others, as said after who they are: "zijn vrouw Ria"."""
    found = set()
    for sentence in story:
        said = re.findall(r"[^\W_]+", sentence.text)
        for before, name in pairwise(said):
            if name.istitle() and before.islower() and _people().find(sentence.notes.read(before), alone=True):
                found.add(name.lower())
    return frozenset(found)


def _people_in(sentence: Reading, names: frozenset[str], *, is_first: bool) -> dict[int, int]:
    """Where somebody else is named, as begin and end (exclusive) among the words."""
    said = sentence.words
    clause = len(sentence.clauses[0]) if is_first and sentence.clauses else 0
    found = {place: place + 1 for place, word in enumerate(said) if word in names}
    for hit in _people().find(sentence):
        begin, end = hit.start_word, hit.end_word
        before = said[begin - 1] if begin else ""
        is_bare = before not in _POSSESSIVES
        if not hit.exact or (
            is_bare and begin <= _MOST_BEFORE and end <= clause and _is_client(said[begin:clause], before)
        ):
            continue
        if is_bare and said[begin] in _PARTNER and before in _ARTICLES:
            continue  # "een man", "deze vrouw"
        found[begin] = end
    return found


def _is_client(said: Sequence[str], before: str) -> bool:
    """Whether who is named at the beginning is the client: "moeder van twee", not "dochter belt"."""
    after = said[1] if len(said) > 1 else ""
    return before != "de" and (said[0] in ("man", "vrouw") or not after or after in _AFTER_CLIENT or after.isdigit())


def _marks(sentence: Reading, own: frozenset[str], people: dict[int, int], *, is_named: bool) -> list[bool]:
    marks: list[bool] = []
    last: bool | None = None
    offset = 0
    for clause in sentence.clauses:
        inside = {
            begin - offset: end - offset for begin, end in people.items() if offset <= begin < offset + len(clause)
        }
        who = _subjects(clause, own, inside, is_named=is_named or any(begin < offset for begin in people))
        current = who[min(who)] if who and last is None else last
        if who and _is_fronted(clause, min(who)):
            current = who[min(who)]
        for place in range(len(clause)):
            if who.get(place + 1) is False and clause[place] not in _JOINS:
                current = False  # the verb before "ik": "sinds mijn man dood is mis ik het koor"
            current = who.get(place, current)
            marks.append(bool(current))
        last = current
        offset += len(clause)
    return marks


def _is_fronted(clause: Sequence[str], place: int) -> bool:
    """Whether what stands before the first who does something is theirs: always, but after "en", "maar"."""
    return _JOINS.isdisjoint(clause[:place])


def _subjects(clause: Sequence[str], own: frozenset[str], people: dict[int, int], *, is_named: bool) -> dict[int, bool]:
    """Where someone is named who does something, and whether that is somebody else."""
    found: dict[int, bool] = {}
    for place, word in enumerate(clause):
        before = clause[place - 1] if place else ""
        if word in own or (word in _SHE and own >= _HE and _is_plural(clause, place)):
            if before not in _WITH - _AND - {"als", "of"}:
                found[place] = False
        elif word in _SHE | _HE:
            if before not in _WITH - _JOINS and (not found or before in _JOINS):
                found[place] = True
        elif word == "die":
            if _is_relative(clause, own, people, place, is_named=is_named):
                found[place] = True
        elif place in people and _is_doer(clause, own, people, place, found):
            found[place] = True
    return found


def _is_plural(clause: Sequence[str], place: int) -> bool:
    """Whether "ze" are several, the client among them: "ze gingen dansen"."""
    beside = (*clause[max(place - 1, 0) : place], *clause[place + 1 : place + 2])
    return any(word in _PLURALS or (word.endswith("en") and len(word) > 3 and word not in _NO_VERBS) for word in beside)


def _is_relative(
    clause: Sequence[str], own: frozenset[str], people: dict[int, int], place: int, *, is_named: bool
) -> bool:
    """Whether "die" is somebody: "en die danst graag", not "die mist ze"."""
    is_near = place in people.values() or (place == 0 and is_named)
    is_near = is_near or (clause[place - 1] in _JOINS and (is_named or any(begin < place for begin in people)))
    return is_near and own.isdisjoint(clause[place + 1 : place + 4]) and place + 1 not in people


def _is_doer(
    clause: Sequence[str], own: frozenset[str], people: dict[int, int], place: int, found: dict[int, bool]
) -> bool:
    """Whether the person named here does something, rather than "met haar man", "ze heeft een dochter"."""
    begin = place
    while begin and clause[begin - 1] in _BESIDE:
        begin -= 1
    before = clause[begin - 1] if begin else ""
    end = people[place]
    if len(clause) > end + 1 and clause[end] not in _JOINS and clause[end + 1] in own:
        return False  # "zijn vrouw mist hij"
    if before in _AND and begin >= 2 and (clause[begin - 2] in own or not found):
        return False  # "ik en mijn man"
    if before in _WITH - _JOINS or (before in ("als", "of") and begin == place):
        return False
    return not found or before in _JOINS
