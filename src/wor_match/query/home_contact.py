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
    return "veilig" in hit.phrase and bool(_UNSAFE_TO_WALK.search(sentence.text.lower()))
