"""Whether the prose says that an activity stopped or pauses: for sure, or so that it is asked.

What leaves an activity out for everybody must be certain. Prose speaks of much else that is closed or over: the lift,
the school holidays, the club that met there before.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from wor_match.text.facts import read_facts
from wor_match.vocabulary.enums import Status

_SENTENCE = re.compile(r"(?<=[.!?])\s+|[\n;]+")
_BY_FACT = {"ended": Status.ENDED, "status_paused": Status.PAUSED}
#: A sentence with one of these speaks of something else: of an hour or a day, of the holidays, of a thing, of those
#: before, or of where it is for the time being.
_OF_ELSE = re.compile(
    r"(?i)\b(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag\w*|(?:school|zomer|kerst|mei|herfst)?vakantie\w*|zomer\w*"
    r"|feestdag\w*|uur|\d{1,2}[.:]\d\d|ingang|entree|deur|lift|trap|toilet|keuken|balie|receptie|kantoor|parkeer\w*"
    r"|straat|weg|brug|zaal|bad|douche\w*|vorige?|vroegere?|oude|eerdere?|andere|jaarlijkse?|barbecue|met|maar|daarom"
    r"|opvolger|mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|sundays?|summer|holidays?|entrance"
    r"|previous|former|other)\b"
)
#: How a sentence begins that is about the activity itself.
_OF_THIS = re.compile(
    r"(?i)^\W*(?:let op:? |n\.?b\.?:? )?"
    r"(?:(?:momenteel|op dit moment|voorlopig|helaas|tot dan|nu|tijdelijk|definitief|wij|we|dit|this)\b"
    r"|(?:de|het|deze|dit|onze|ons|this|the|our) [\w-]+ (?:is|zijn|ligt|gaat|bestaat|wordt|was|has|no)\b"
    r"|ligt|gaat|wegens|gepauzeerd|gestopt|opgeheven|temporarily|permanently|discontinued)"
)
_BECAUSE = re.compile(r"(?i)\bin verband met\b")
#: Until when, of which the year is not told, or that it is on again.
_AGAIN = re.compile(
    r"(?i)\b(?:weer|opnieuw|again|tot (?:en met )?(?:\d|na|eind|begin|medio|halverwege|januari|februari|maart|april"
    r"|mei|juni|juli|augustus|september|oktober|november|december))"
)
_MOST_WORDS = 14
#: Facts about this are read for every listing: nothing is looked up where no word of it stands.
_MAY_TELL = re.compile(
    r"(?i)gestopt|vervallen|geannuleerd|niet door"
    r"|gesloten|opgeheven|stil|gepauzeerd|tijdelijk|doorgaan|niet (?:meer|langer)|weer|opnieuw|longer|ended"
    r"|closed|hold|paused|discontinued"
)


class StatusTold(NamedTuple):
    """What the prose says: a status, and whether nothing else can be meant."""

    status: Status
    is_sure: bool


def status_told(prose: str) -> StatusTold | None:
    """What is told of stopping, the worst of it first; None when nothing is told of the activity itself.

    >>> status_told("Wij zingen samen. De groep is helaas gestopt.")
    StatusTold(status=<Status.ENDED: 'ended'>, is_sure=True)
    >>> status_told("De lift is tijdelijk niet in gebruik."), status_told("De groep start weer in september.").is_sure
    (None, False)
    """
    found = [] if _MAY_TELL.search(prose) is None else [one for part in _SENTENCE.split(prose) for one in _told(part)]
    return min(found, key=lambda one: (one.status is not Status.ENDED, not one.is_sure), default=None)


def _told(sentence: str) -> list[StatusTold]:
    sentence = _BECAUSE.sub("wegens", sentence)
    if _OF_ELSE.search(sentence) or _MAY_TELL.search(sentence) is None:
        return []
    facts = {fact.fact: fact for fact in read_facts(sentence) if fact.fact in _BY_FACT and fact.value is True}
    is_short = len(sentence.split()) <= _MOST_WORDS and _OF_THIS.match(sentence) is not None
    # "De groep start weer in september" tells when, of which it is not known whether that was.
    return [StatusTold(_BY_FACT[name], is_short and not _AGAIN.search(sentence)) for name in facts]
