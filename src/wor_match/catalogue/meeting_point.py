"""Where people gather is not what they do: a walking club that starts at the swimming pool does not swim."""

from __future__ import annotations

import re

_THERE = r"(?:bij|vanaf|vanuit|tegenover|naast|achter|at|from|opposite|behind)"
_THE = r"(?:(?:het|de|een|ons|onze|the|our) )?"
_GATHER = (
    r"(?:[Vv]ertrek(?:ken|t|punt|plaats)?|[Ss]tart(?:en|t|punt|plaats|plek|s)?|[Vv]erzamel(?:en|punt|plaats|plek)?"
    r"|[Pp]arkeren|[Pp]arkeer(?:plaats|plek|terrein)?|[Ii]ngang|[Oo]pstap(?:pen|plaats|plek)|[Aa]anvang|[Bb]egin(?:nen|t)"
    r"|[Mm]eeting point|[Mm]eet(?:s|ing)?|[Pp]arking|[Ee]ntrance|[Dd]epart(?:s|ure)?)"
)
_POINT = re.compile(
    rf"\b{_GATHER}\b(?:[^.;!?]|(?<=\d)\.(?=\d)){{0,30}}?\b{_THERE} {_THE}[\w'’-]+"
    r"(?: van (?:het |de )?[\w'’-]+)?(?: (?:de |het |van |'t )?[A-Z][\w'’-]+){0,3}"
    rf"|\b(?:[Tt]egenover|[Vv]lak ?bij|[Nn]abij|[Aa]an de overkant van|[Oo]pposite) {_THE}[\w'’-]+"
)


def without_meeting_point(prose: str) -> str:
    """The text without the words that tell where people gather, park or go in.

    >>> without_meeting_point("Rondje van 5 km. We starten om tien uur bij zwembad De Meerkamp, tot straks!")
    'Rondje van 5 km. We , tot straks!'
    >>> without_meeting_point("We beginnen met koffie.")
    'We beginnen met koffie.'
    """
    return _POINT.sub("", prose)
