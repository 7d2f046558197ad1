"""Words for what takes someone's hours: work, lessons, care, children; and the words by which it is no more than said.

The list is short on purpose: what is missed is asked in the conversation, what is misread keeps something away.
"""

from __future__ import annotations

import re
from typing import NamedTuple

Hours = tuple[float, float]
#: Nine to five in half hours: office hours. Who minds children for a day is seldom free sooner.
DAYTIME: Hours = (18.0, 34.0)
#: Ten to four: a day of day care, without the trip.
_CARE_DAY: Hours = (20.0, 32.0)
#: Primary schools are out between two and a quarter past three; someone stays with the child until six.
AFTER_SCHOOL: Hours = (28.0, 36.0)

_CHILD = (
    r"(?:(?:(?:achter)?klein|buur|pleeg|bonus)?kind(?:eren|je|jes)?|(?:klein)?zo(?:on|ons|ontje|nen)"
    r"|(?:klein)?dochter(?:s|tje)?|baby|tweeling|neefjes?|nichtjes?|oudste|jongste"
    r"|(?:grand)?(?:child(?:ren)?|sons?|daughters?|kids?))\b"
)
_WHO = r"(?:ik|ze|zij|hij|mevrouw|meneer|i|she|he)"
_OWN = r"(?:(?:de|het|een|haar|zijn|mijn|the|a|her|his|my) )?"
_VERB = (
    r"\b(?:heb|heeft|hebben|is|zijn|ga|gaat|gaan|moet|moeten|zit|zitten|volgt?|krijgt?|geeft?|doet?"
    r"|has|have|is|goes|go|attends?|gets?|must)\b"
)
#: Lessons, treatment and an office: they have no usual hours.
_LESSON = (
    r"\b(?:(?:taal|rij|inburgerings|zang|muziek|dans|teken|yoga|computer)?les(?:sen)?|cursus|college|opleiding"
    r"|inburgering|vrijwilligerswerk|(?:fysio|ergo)?therapie|revalidatie|dialyse|logopedie|behandeling|chemo"
    r"|bestraling|lessons?|classes|course|therapy|rehab|dialysis|treatment)\b"
)
_THERE = rf"\b(?:naar|to) {_OWN}(?:ziekenhuis|uwv|gemeente|hospital|clinic)\b"
#: The noun needs more: "moe van het werk" says nothing.
_WORK = (
    r"\b(?:werkt|werken|vakkenvullen|works|working|ik werk|werk ik|i work"
    r"|naar (?:het|haar|zijn|mijn) werk(?! van)|aan het werk|at work|loopt? stage)\b|^\W*werk\b"
)
_THERAPIST = r"\b(?:physio|fysio(?:therapeut)?|psycholoog|therapeut|logopedist|psychologist|therapist)\b"
_CARE = r"(?:dagopvang|dagbesteding|dagverzorging|dagbehandeling|zorgboerderij|day (?:care|centre))\b"
_AT_END = r"(?=[\W~D]*(?:\b(?:op|on)\b[\W~D]*)?$)"
_HERE = r"(?:er|hier|here|bij (?:hem|haar|mij|ons))\b"
_MINDS = r"\bpas(?:t|sen)?\b"
_SCHOOL = r"\b(?:uit|van|from) school\b"


class Busy(NamedTuple):
    """A way of being busy.

    Parameters
    ----------
    words : that say so; the group ``who`` is the word of whoever does it, else the first one is.
    usual : hours, where none are told.
    is_own : it takes the client's hours whoever does it: children who are there, a therapist.
    is_brief : only where hardly anything else is said: "dinsdagochtend taalles".
    """

    words: re.Pattern[str]
    usual: Hours | None
    is_own: bool = False
    is_brief: bool = False


BUSY = (
    Busy(re.compile(rf"(?=.*{_SCHOOL}).*?(?P<who>{_MINDS}|\bhaalt?\b|\bpicks?\b|\bfetch(?:es)?\b)"), AFTER_SCHOOL),
    Busy(re.compile(rf"(?=.*{_SCHOOL}).*?\b(?:gehaald|halen|ophalen)\b"), AFTER_SCHOOL, is_own=True),
    Busy(
        re.compile(
            rf"{_MINDS}.*?\bop (?:\w+ ){{0,3}}?{_CHILD}|{_MINDS} {_WHO} op{_AT_END}"
            r"|\boppas(?:t|sen)\b(?! (?:met|voor|dat))"
            rf"|\b(?:oppas|papa|mama|opa|oma)dag\b|\bdag(?:en)? met (?:\w+ )?{_CHILD}"
            rf"|\b(?:look(?:s|ing)? after|minds?|minding|babysits?) (?:\w+ ){{0,3}}?{_CHILD}"
            rf"|\b(?:heb|heeft|has|have) (?:{_WHO} )?(?:de|haar|zijn|mijn|the|her|his|my) "
            rf"(?:(?:klein)?kinderen|(?:grand)?children)\b{_AT_END}"
        ),
        DAYTIME,
    ),
    Busy(
        re.compile(
            rf"\b(?:is|zijn|komt|komen|logeert|logeren|are|stays?)\b.*?{_CHILD} {_HERE}{_AT_END}"
            rf"|{_CHILD} (?:is|zijn|are) {_HERE}{_AT_END}"
        ),
        DAYTIME,
        is_own=True,
    ),
    Busy(re.compile(rf"(?P<who>{_VERB}).*?\b(?:naar|op|in|bij|to|at) {_OWN}{_CARE}"), _CARE_DAY),
    Busy(re.compile(rf"\b(?:heb|heeft|krijgt?) (?:\w+ )?{_CARE}"), _CARE_DAY),
    Busy(re.compile(rf"\b{_CARE}"), _CARE_DAY, is_brief=True),
    Busy(re.compile(_WORK), DAYTIME),
    Busy(re.compile(r"\b(?:werk|stage|work)\b"), DAYTIME, is_brief=True),
    Busy(re.compile(rf"(?P<who>{_VERB}).*?(?:{_LESSON}|{_THERAPIST}|{_THERE})"), None),
    Busy(re.compile(rf"{_LESSON}.*?(?P<who>{_VERB})"), None),
    Busy(re.compile(_LESSON), None, is_brief=True),
    Busy(re.compile(_THERAPIST), None, is_own=True, is_brief=True),
    Busy(re.compile(r"\b(?:moet|moeten|must|has to|have to)\b.*?\b(?:naar|bij|to|at)\b"), None),
    Busy(re.compile(r"\b(?:eet|eten)\b.*?\bbij\b"), None),
)

#: In the same clause: free, refused, wished for, possible, over, at night, or without one of several days.
NOT_TAKEN = re.compile(
    r"\b(?:niet|geen|nooit|niks|niets|zonder|behalve|uitgezonderd|not|no|never|without|except"
    r"|vrij|vrije|free|off|kan|kun|kunnen|mag|mogen|can|could|may|wil|wilt|willen|zou|zouden|would|wants?|graag|liefst"
    r"|liever|lijkt|hoopt?|zoekt?|zoeken|iets|misschien|overweegt|something|maybe|perhaps|hopes?|likes to|seeks"
    r"|mist?|missen|verlangt|miss|misses"
    r"|had|hadden|was|waren|ging|gingen|deed|deden|kwam|kwamen|zat|zaten|moest|moesten|gaf|gaven|werd|kon|wilde"
    r"|were|went|did"
    r"|ge(?:had|weest|daan|gaan|werkt|volgd|geven|zongen|past|leerd|start)"
    # at night and in shifts no hours are usual
    r"|nacht(?:en|s|dienst(?:en)?)?|(?:late|vroege|wissel\w*|avond|ploegen)dienst(?:en)?|diensten|nights?|shifts?"
    r")\b|^\W*(?:\w+ )?\w+ jaar\b|D~* (?:of|or)\b"
)
#: Anywhere in the sentence: it is over, or it is not of every week.
NOT_WEEKLY = re.compile(
    r"\b(?:gestopt|stopte|stopten|afgehaakt|haakte|opgehouden|opgezegd|beeindigd|geprobeerd|probeerde|niet meer"
    r"|jarenlang|stopped|quit|ended|tried|no longer|any more|anymore"
    r"|om de (?:week|weken|andere|twee|drie|vier|veertien|14)|om het weekend|om en om|elke andere|tweewekelijks"
    r"|(?:een|1|twee|drie) ?(?:keer|maal) (?:per|in de) (?:maand|jaar|\w+ weken)|(?:eens|een keer) (?:per|in de)"
    r"|per maand|maandelijks"
    r"|(?:van|in) de maand|(?:on)?even weken|soms|af en toe|wel ?eens|wisselend"
    r"|every other|fortnight(?:ly)?|monthly|of the month|a month|sometimes|occasionally|now and then"
    r"|aanstaande|komende|volgende week|vorige|afgelopen|gisteren|deze week|last|next)\b|\?\s*$"
)
#: It was so; "nu" and "now" say that it is.
ONCE = re.compile(r"\b(?:vroeger|destijds|voorheen|toen|ooit|used to|formerly|once)\b")
NOW = re.compile(r"\b(?:nu|tegenwoordig|inmiddels|now|nowadays)\b")
