"""Who does not go out in the evening, told in words that stand apart: "de avonden ... dan durf ik de deur niet uit".

What stands together ("'s avonds niet naar buiten") is found by the phrases of limit_words.csv.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from wor_match.query.so_long import is_of_others
from wor_match.text.fold import fold

NO_EVENING = "no_evening"
_DARK = (
    r"(?:'?\bs avonds|\b(?:de |in de )?avond(?:en)?|\b(?:in het|als het|zodra het|wanneer het)(?: eenmaal)?"
    r" donker(?: is| wordt)?|\bafter dark|\b(?:in the|the) evenings?)\b"
)
_WHO = r"(?:ik|ze|zij|hij|mevrouw|meneer)"
_GOES = r"(?:durft?|ga|gaat|kom|komt|doe|doet|kan|mag)"
_OUT = r"(?:(?:de |het )?(?:straat|deur|huis)(?: (?:op|uit))?|(?:naar )?buiten|weg)"
_NOT = r"niet\b(?: meer\b)?(?: (?:op|uit)\b)?"
_LATER = r"(?:meer |graag |zo gauw )?"
#: "durf ik de straat niet op"; "ga ik niet naar buiten"; "de deur uit doet ze niet meer".
_NOT_OUT = (
    rf"(?:\b(?:{_GOES} {_WHO}|{_WHO} {_GOES}) (?:dan |liever |ook |echt )?"
    rf"(?:{_OUT} {_NOT}|niet {_LATER}(?:alleen )?(?:{_OUT}|over straat))"
    rf"|\b{_OUT} {_GOES} {_WHO} (?:dan |echt )?{_NOT}"
    r"|\b(?:i|she|he) (?:do not|does not|don't|doesn't|never|won't) (?:dare (?:to )?)?"
    r"(?:go|leave|come) (?:out|outside|the house))"
)
#: Between the two nothing of another part of the day.
_BETWEEN = r"(?:(?!\b(?:ochtend|morgen|middag|overdag|dag|weekend|morning|afternoon|day)\w*)[^.!?;]){0,80}?"
#: "Ik durf 's avonds de straat niet op": the verb stands first.
_FIRST = (
    rf"\b(?:{_WHO} {_GOES}|{_GOES} {_WHO}) (?:ook |dan )?{_DARK} "
    rf"(?:{_OUT} {_NOT}|niet {_LATER}(?:alleen )?(?:{_OUT}|over straat))"
)
#: Any white space for a space: quotation marks leave some behind.
_SAID = re.compile(rf"(?P<said>{_DARK}{_BETWEEN}{_NOT_OUT}|{_FIRST})".replace(" ", r"\s+"))
_HINT = re.compile("avond|donker|dark|evening")


def after_dark_told(sentence: str, of_others: Sequence[bool] = ()) -> str:
    """The words in which somebody says that they do not go out in the evening or the dark; empty where nobody does.

    Parameters
    ----------
    of_others : of each word, whether it tells of somebody else; without it all is taken for the client's.

    Examples
    --------
    >>> after_dark_told("De avonden zijn het ergst, maar dan durf ik de straat niet op.")
    'De avonden zijn het ergst, maar dan durf ik de straat niet op'
    >>> after_dark_told("De avonden duren lang, maar ik ga overdag de deur niet uit.")
    ''
    """
    text = fold(sentence.lower()).replace("’", "'").replace("‘", "'")
    if len(text) != len(sentence) or not _HINT.search(text):
        return ""
    found = _SAID.search(text)
    if found is None or is_of_others(text, found.span("said"), of_others):
        return ""
    return sentence[found.start() : found.end()].strip()
