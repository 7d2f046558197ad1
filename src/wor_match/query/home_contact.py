"""Contact at home that is not safe: what another does there limits the client ("hij controleert mijn telefoon")."""

from __future__ import annotations

import re

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
#: Who may well only help with the telephone; of a husband, an ex or "he" that is never taken for granted.
_MAY_HELP = frozenset(
    {
        "dochter", "zoon", "kleindochter", "kleinzoon", "kleinkind", "schoondochter", "schoonzoon", "begeleider",
        "begeleidster", "vrijwilliger", "vrijwilligster", "daughter", "son", "granddaughter", "grandson", "volunteer",
    }
)  # fmt: skip
_ANYBODY_ELSE = frozenset(
    {
        "man", "vrouw", "partner", "ex", "vriend", "vriendin", "echtgenoot", "echtgenote", "hij", "ie", "ze", "zij",
        "broer", "zus", "vader", "moeder", "iemand", "die", "husband", "wife", "boyfriend", "girlfriend", "he", "she",
    }
)  # fmt: skip
#: "Kijkt mijn telefoon na", "checks my phone for me": somebody puts it right.
_HELPS_AFTER = re.compile(r"^(?:\w+ ){0,2}(?:na|(?:voor|for) (?:mij|me|haar|hem|her|him))\b")
#: ... unless the sentence tells that it is to keep watch.
_WATCHES = re.compile(
    r"\b(?:stiekem|vertrouw\w*|mag (?:niet|niemand)|verbied\w*|boos|bang|streng|controle|met wie|wie ik|wie ze|wie hij"
    r"|secretly|trusts?|angry|afraid|who i|who she|who he)\b"
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
    after = _HARMLESS_AFTER | _ALOUD if hit.phrase.startswith(("leest", "reads")) else _HARMLESS_AFTER
    if not after.isdisjoint(said[hit.end_word : hit.end_word + 1]):
        return True
    if _helps_with_it(hit, sentence):
        return True
    return "veilig" in hit.phrase and bool(_UNSAFE_TO_WALK.search(sentence.text.lower()))


def _helps_with_it(hit: Hit, sentence: Reading) -> bool:
    """Whether a child or a helper puts the telephone right ("mijn dochter kijkt mijn telefoon na")."""
    who = next((one for one in reversed(sentence.words[: hit.start_word]) if one in _MAY_HELP | _ANYBODY_ELSE), "")
    after = " ".join(sentence.words[hit.end_word :])
    return who in _MAY_HELP and bool(_HELPS_AFTER.search(after)) and not _WATCHES.search(sentence.text.lower())
