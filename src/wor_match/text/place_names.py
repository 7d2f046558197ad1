"""Names of towns, streets and people in prose: who lives in Kerkrade, or is Mrs Kok, says nothing of either."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from wor_match.text.phrases import Hit
from wor_match.text.reading import Reading
from wor_match.text.words import word_spans

#: After these, without an article, a word with a capital is a place when it also looks or sounds like one.
_AT = frozenset((
    "in", "te", "uit", "naar", "bij", "van", "nabij", "rond", "rondom", "vanuit", "richting", "tussen", "omgeving",
    "gemeente", "from", "near", "to",
))  # fmt: skip
#: Municipalities of which the name is a common word as well, or a form of one.
_TOWNS = frozenset((
    "assen", "bergen", "best", "buren", "duiven", "goes", "hoorn", "houten", "hulst", "kapelle", "putten", "sluis",
    "vught", "wijk", "wolden", "zeist",
))  # fmt: skip
#: After these, with what may stand between, a word with a capital is somebody's name: "mevrouw De Zanger".
_CALLED = frozenset((
    "mevrouw", "meneer", "mijnheer", "mevr", "mw", "dhr", "heer", "familie", "dokter", "zuster", "buurvrouw",
    "buurman", "tante", "oom", "oma", "opa", "juf", "meester", "pastoor", "dominee", "heet", "heette", "genaamd",
    "mr", "mrs", "ms",
))  # fmt: skip
#: ... also when a full stop follows: "dhr. Bakker".
_SHORT = frozenset(("dhr", "mevr", "mw", "fam", "mr", "mrs", "ms"))
_LONGEST = 4
_BETWEEN = frozenset(("de", "den", "der", "van", "ten", "ter", "het", "el", "al"))
_OF_A_TOWN = re.compile(
    r".{2,}(?:kerk[en]{0,2}|rade|velde?|hoven?|recht|tricht|dam|berge?n?|burg|da[al]l|hout|broek|beek|horst|heuvel|donk"
    r"|waarde?|zand|zijl|koop|kapelle|meer|oord|poort|sluis|stein|vliet|voorde?|woude?|zicht|zigt|driel|drop|monde?"
    r"|gein|laar|loo?|swaard|gouw|brugg?e?|stede|ambacht|wijk|dijk|dorp|eiland|oever|bosch|duine?n?|rode|rooij?|woerd)"
)
_OF_A_STREET = re.compile(
    r".{2,}(?:straat|stroate?|laan|weg|plein|kade|gracht|singel|dreef|steeg|dijk|wijk|buurt|burg|poort|plantsoen|kanaal)"
)


def without_places(read: Reading, hits: Sequence[Hit]) -> Sequence[Hit]:
    """The hits that are not said by the name of a town, a quarter, a street or a person.

    Only words with a capital inside a sentence are looked at; a capital at its beginning says nothing.

    Examples
    --------
    >>> from wor_match.text.reading import Notes
    >>> kerk = [Hit("faith", "kerk", 0.9, 3, 4, False, False)]
    >>> without_places(Notes().read("Zij woont in Hoogkerk"), kerk)
    []
    >>> len(without_places(Notes().read("Zij woont naast kerkgangers"), kerk))
    1
    """
    if not hits or not has_capital_inside(read.text):
        return hits
    names = read.once(_places)
    return [hit for hit in hits if not _is_in(hit, names)] if names else hits


def has_capital_inside(text: str) -> bool:
    """Whether a text has a capital after its first letter.

    >>> has_capital_inside("Zij woont in Hoogkerk"), has_capital_inside("Zij woont hier")
    (True, False)
    """
    rest = text[1:]
    return not rest.islower() and any(letter.isupper() for letter in rest)


def _is_in(hit: Hit, names: Mapping[int, bool]) -> bool:
    if hit.end_word - hit.start_word > 1 or hit.start_word not in names:
        return False
    return not hit.exact or names[hit.start_word]


def _places(read: Reading) -> Mapping[int, bool]:
    """Places of words that name a town, a street or somebody; and whether the name is a common word otherwise."""
    text, words = read.text, read.words
    spans = word_spans(text) if len(text) == len(text.lower()) else []
    if len(spans) != len(words):
        return {}
    found = {}
    for place, (begin, _) in enumerate(spans):
        is_short = place > 0 and words[place - 1] in _SHORT and text[begin].isupper()
        if begin and (is_short or _is_capital(text, begin)):
            if is_short or _is_somebody(words, place):
                found[place] = True
            elif _is_place(words[place], words[place - 1] if place else ""):
                found[place] = words[place] in _TOWNS
    return found


def _is_capital(text: str, begin: int) -> bool:
    """Whether a word has a capital where its sentence does not begin; not when it is all capitals."""
    if not text[begin].isupper() or text[begin + 1 : begin + 2].isupper():
        return False
    before = text[:begin].rstrip(" \"'‘’“”„(-–")
    return bool(before) and before[-1] not in ".!?:;\n•*>"


def _is_somebody(words: Sequence[str], place: int) -> bool:
    before = place - 1
    while before > place - _LONGEST and words[before] in _BETWEEN:
        before -= 1
    return before >= 0 and words[before] in _CALLED


def _is_place(word: str, before: str) -> bool:
    if _OF_A_STREET.fullmatch(word):
        return True
    return before in _AT and (word in _TOWNS or bool(_OF_A_TOWN.fullmatch(word)))
