"""Facts that stand in a sentence about something else: another's level of Dutch, one way of several to sign up."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from wor_match.catalogue.sentences import sentence_at
from wor_match.domain.clean import clean
from wor_match.text.facts import ProseFact

#: Beside these words a fact is none of what is asked of who takes part.
_ASIDES: Mapping[str, re.Pattern[str]] = {
    # The level of volunteers and teachers, or the one that the course leads to.
    "dutch_level_needed": re.compile(
        r"\b(?:vrijwilligers?|docent\w*|begeleiders?|taalmaatjes?) (?:\w+ ){0,2}(?:heeft|hebben|spreekt|spreken)\b"
        r"|\b(?:leidt?|leiden|opleid\w*) (?:\w+ ){0,2}(?:op|tot|naar)\b|\bwerk\w* (?:\w+ ){0,3}(?:aan|naar|toe)\b"
        r"|\b(?:be)?ha(?:al|len|alt)\b|\bexamen\w*|\b(?:einddoel|doel is|na afloop|uiteindelijk)\b"
        r"|\bdan (?:kunt u|kun je) \w*maatje worden\b|\bwork\w* towards\b"
    ),
    # Stairs to where nobody has to be, beside which there is a lift, or thresholds that are felt.
    "step_free": re.compile(
        r"\b(?:oude|vorige|vroegere) (?:pand|gebouw|locatie|huurder|zaal|plek|ruimte)\b|\bzijn we verhuisd\b"
        r"|\btrap(?:pen)? naar (?:de |het |een )?(?:zolder|kelder|archief|kantoor|opslag|berging|balkon|dak)"
        r"|\btrap(?:pen)?,? (?:en|of|maar (?:er is )?ook) (?:er is )?(?:ook )?(?:een )?lift\b"
        r"|\bdrempels? (?:\w+ )?(?:erva\w+|voel\w*|weg\b|wegn\w+|over\b)|\bstairs and (?:a |an )?(?:lift|elevator)"
    ),
    # A language of the website or of books, and no language that is spoken there.
    "languages": re.compile(
        r"\b(?:web)?site\b|\bfolders?\b|\bflyers?\b|\bbrochures?\b|\bboeken\b|\bte lezen\b|\bwebsite\b"
    ),
    # How long one waits somewhere else.
    "waiting_weeks": re.compile(
        r"\bbij (?:de |het |een |uw )?(?:ggz|huisarts|psycholo\w+|psychiater|therapeut|ziekenhuis|specialist|poli\w*)\b"
    ),
    # One of several ways, or what is welcome as well.
    "referral_required": re.compile(
        r"\b(?:zelf|balie|website|site|online|telefon\w*|bel\w*|mail\w*|e-mail|inlopen|binnenlopen"
        r"|formulier|call|walk in)\b"
        r"[^.!?;]{0,40}\b(?:of|or) (?:via|met|op|na|per|by|with) (?:een |a )?"
        r"(?:(?:door)?verwijz\w+|indicatie|referral)"
        r"|\bniet voor (?:deze|dit|onze|ons)\b"
        r"|\book (?:(?:voor )?(?:mensen|wie|clienten|deelnemers) )?(?:met|via|op|voor|zonder) [^,]{0,30}"
        r"\b(?:indicatie|verwijz\w+|beschikking)\b"
    ),
}


#: What is not taken back by words beside it: that there is a lift, that no referral is needed.
_STANDS = frozenset({("step_free", True), ("referral_required", False)})


#: That there is one for a part only: then it is asked.
_PARTLY = re.compile(
    r"\bbehalve\b|\b(?:ingang|entree)\b[^.!?]{0,60}\b(?:boven|zolder|verdieping|kelder)\b|\bzaal \w+ (?:wel|niet)\b"
)
_IN_PART = frozenset({"step_free", "hearing_loop", "accessible_toilet"})
#: What is then a question, and not left out: the stairs may be those that one has to take after all.
_ASKED = frozenset({"step_free", "hearing_loop", "accessible_toilet"})


def without_asides(title: str, prose: str, found: Sequence[ProseFact]) -> tuple[list[ProseFact], frozenset[str]]:
    """The facts without those that tell of something else, and which of these are a question.

    >>> from wor_match.text.facts import read_facts
    >>> texts = ("U hebt niveau B1 nodig.", "Onze vrijwilligers hebben niveau B1.", "Een trap naar de zolder.")
    >>> for text in texts:
    ...     kept, asked = without_asides("Koor", text, read_facts(f"Koor. {text}"))
    ...     print(len(kept), sorted(asked))
    1 []
    0 []
    0 ['step_free']
    """
    if not any(one.fact in _ASIDES or one.fact in _IN_PART for one in found):
        return list(found), frozenset()
    text = clean(f"{title}. {prose}").lower()
    asides = [one for one in found if _is_aside(one, text)]
    kept = [one for one in found if not any(one is other for other in asides)]
    return kept, frozenset(one.fact for one in asides) & _ASKED


def _is_aside(one: ProseFact, text: str) -> bool:
    if one.fact in _IN_PART and one.value is True and _PARTLY.search(sentence_at(text, one.start)):
        return True
    pattern = _ASIDES.get(one.fact)
    if pattern is None or (one.fact, one.value) in _STANDS:
        return False
    return bool(pattern.search(sentence_at(text, one.start)))
