"""Contact at home that is not safe: what another does there limits the client ("hij controleert mijn telefoon")."""

from __future__ import annotations

import re
from collections.abc import Sequence

from wor_match.text.phrases import Hit
from wor_match.text.reading import Reading
from wor_match.text.words import words

#: The id of the limit.
NO_HOME_CONTACT = "no_home_contact"
#: Not whom they see themselves, or where it is safe for them: "mijn zus mag geen bezoek ontvangen".
_THEIR_OWN = frozenset(("bezoek", "ontvangen", "afspreken", "veilig", "safe"))
#: What makes it something else: reading messages aloud, not knowing how or any more, nobody; a home where one falls.
_HARMLESS_BEFORE = frozenset(("niemand", "nobody"))
_HARMLESS_AFTER = frozenset(("hoe", "meer", "wat", "waar", "aloud"))
_ALOUD = frozenset(("voor", "to"))
_READS = frozenset(("leest", "reads"))
#: Who may well only help with the telephone; of a husband, an ex or "he" that is never taken for granted.
_MAY_HELP = frozenset(
    {
        "dochter", "zoon", "kleindochter", "kleinzoon", "kleinkind", "schoondochter", "schoonzoon", "begeleider",
        "begeleidster", "vrijwilliger", "vrijwilligster", "daughter", "son", "granddaughter", "grandson", "volunteer",
    }
)  # fmt: skip
#: Who is not among them: where one of these is named at all, it is not taken for help.
_SOMEBODY_ELSE = frozenset(
    {
        "man", "vrouw", "partner", "ex", "vriend", "vriendin", "vriendje", "echtgenoot", "echtgenote", "verloofde",
        "vent", "broer", "zus", "vader", "moeder", "papa", "mama", "pa", "ma", "stiefvader", "stiefmoeder",
        "schoonvader", "schoonmoeder", "schoonfamilie", "familie", "oom", "tante", "neef", "nicht", "huisgenoot",
        "buurman", "buurvrouw", "iemand", "husband", "wife", "boyfriend", "girlfriend", "fiance", "brother", "sister",
        "father", "mother", "dad", "mum", "mom", "uncle", "aunt", "cousin", "family", "roommate", "neighbour",
        "somebody", "someone",
    }
)  # fmt: skip
_HE_OR_SHE = frozenset({"hij", "ie", "ze", "zij", "die", "he", "she", "who"})
#: The friend of a daughter is not the daughter.
_OF = frozenset({"van", "of"})
#: "Kijkt mijn telefoon na", "checks my phone for me": somebody puts it right.
_HELPS_AFTER = re.compile(r"^(?:\w+ ){0,2}(?:na|(?:voor|for) (?:mij|me|haar|hem|her|him))\b")
#: How many words that takes, and how far back it is looked who does it.
_NEXT, _BEFORE = 4, 30
#: ... unless the sentence tells that it is to keep watch.
_WATCHES = re.compile(
    r"\b(?:stiekem|vertrouw\w*|mag (?:niet|niemand)|verbied\w*|boos|bang|streng|controle|met wie|wie ik|wie ze|wie hij"
    r"|verte(?:l|lt|llen)|door(?:verteld|vertelt)|niet vrij|secretly"
    r"|tells?|trusts?|angry|afraid|who i|who she|who he)\b"
)
_UNSAFE_TO_WALK = re.compile(
    r"\b(?:drempels?|trap(?:pen)?|kleed(?:je)?(?:s|n)?|kleden|valt?|vallen|gevallen|losse|glad(?:de)?|brand\w*|gas|stairs|falls?)\b"
)


def is_by_others(hit: Hit) -> bool:
    """Whether it limits the client whoever does it."""
    return hit.key == NO_HOME_CONTACT and _THEIR_OWN.isdisjoint(words(hit.phrase))


def is_harmless(hit: Hit, sentence: Reading) -> bool:
    """Whether somebody only helps ("leest mijn berichten voor"), or a home is unsafe because one falls there."""
    if hit.key != NO_HOME_CONTACT:
        return False
    said = sentence.words
    if not _HARMLESS_BEFORE.isdisjoint(said[max(hit.start_word - 1, 0) : hit.start_word]):
        return True
    after = _HARMLESS_AFTER | _ALOUD if not _READS.isdisjoint(words(hit.phrase)) else _HARMLESS_AFTER
    if not after.isdisjoint(said[hit.end_word : hit.end_word + 1]):
        return True
    if _helps_with_it(hit, sentence):
        return True
    return "veilig" in hit.phrase and bool(_UNSAFE_TO_WALK.search(sentence.text.lower()))


def _helps_with_it(hit: Hit, sentence: Reading) -> bool:
    """Whether a child or a helper puts the telephone right ("mijn dochter kijkt mijn telefoon na")."""
    before = sentence.words[max(hit.start_word - _BEFORE, 0) : hit.start_word]
    if sentence.once(_may_be_watched) or not _is_by_helper(before):
        return False
    return bool(_HELPS_AFTER.search(" ".join(sentence.words[hit.end_word : hit.end_word + _NEXT])))


def _may_be_watched(sentence: Reading) -> bool:
    """Whether a sentence names somebody who may well keep watch, or tells that somebody does."""
    return not _SOMEBODY_ELSE.isdisjoint(sentence.vocabulary) or bool(_WATCHES.search(sentence.text.lower()))


def _is_by_helper(before: Sequence[str]) -> bool:
    """Whether the last one who is named here may well only help, and is not the one of whom another is."""
    place = next((at for at in reversed(range(len(before))) if before[at] in _MAY_HELP | _HE_OR_SHE), None)
    return place is not None and before[place] in _MAY_HELP and _OF.isdisjoint(before[max(place - 2, 0) : place])
