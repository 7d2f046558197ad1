"""Days and times that stand in running text: "elke dinsdag van 10.00 tot 12.00 uur", "eerste maandag van de maand".

Only what can be nothing else. When an office is open, until when one signs up, what does not happen on a day, and what
happens sometimes or for children is not when an activity takes place; where a text may mean that, nothing is read.
"""

from __future__ import annotations

import re
from datetime import time
from functools import lru_cache
from typing import NamedTuple

from wor_match.text.fold import fold
from wor_match.text.times import Session, read_times

_DAYS = (
    r"(?:maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag"
    r"|monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
)
_PARTS = r"(?:ochtend|morgen|middag|avond|morning|afternoon|evening)"
_DAY = re.compile(rf"\b{_DAYS}")
#: Short names are words as well: with one of them in the sentence it is not sure which days are meant.
_SHORT = re.compile(r"\b(?:ma|di|wo|do|vr|za|mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)\b\.?")
_SENTENCE_END = re.compile(r"[!?;\n]+|(?<=[^\W\d])\.(?=\s|$)|\.(?=\s+[A-ZÀ-Ý]|\s*$)")
#: What makes a day the day of the activity, rather than some day that is spoken of.
_EVERY = re.compile(r"\b(?:elke?|iedere?|wekelijks\w*|telkens|om de (?:week|twee weken)|every|each|weekly)\b")
_PART_OF_DAY = re.compile(rf"\b{_DAYS}s? ?{_PARTS}(?:en|s)?\b|\b\w+dag(?:en|s)\b")
#: Something else happens then: one calls, signs up or gets to know each other, or an office is open.
_ELSE = re.compile(
    r"kantoor|\bbalie|\bwinkel|(?:tweede|nieuwe|extra|andere) (?:groep|cursus)|\bbij (?:voldoende|genoeg)"
    r"|secretaria|receptie|\bbel(?:t|len)?\b|bellen|gebeld|telefo|bereikbaar|openingstijd|inlichting|informatie"
    r"|\binfo\b|aanmeld|aan te melden|opgeven|opgave|op te geven|inschrijv|reserve|\b(?:e-?)?mail|appen\b|uiterlijk"
    r"|kennismak|\bintake|vergader|\boffice|\bphone|\bcall\b|reception|opening hours|sign up|register|\bbook\b|deadline"
)
#: It is not there then, or not always, or not for all, or nobody can tell from these words.
_DOUBT = re.compile(
    r"\b(?:niet|geen|nooit|behalve|uitgezonderd|m\.?u\.?v|gesloten|dicht|soms|vaak|meestal|misschien"
    r"|af en toe|wissel\w*|not?|never|except|closed|sometimes|often|maybe|perhaps)\b"
    r"|\b(?:vorige?|afgelopen|komende|aanstaande|eerstvolgende|volgende|vroeger|voorheen|waren|previous|past|next)\b"
    r"|kinderen|kleuter|peuter|jeugd|jongeren|children|kids|\bteens?\b"
    rf"|{_DAYS}\w* (?:of|or) |\b(?:overleg|afspraak|appointment)\b"
    r"|per (?:maand|kwartaal|jaar)|maandelijks|eens in de|(?:per|a) (?:month|year)|monthly|usually|vakantie|holiday"
)
#: Numbers that are no times.
_NUMBERS = re.compile(
    r"\+?\d[\d\s-]{7,}\d"
    r"|\b\w*(?:straat|laan|weg|plein|kade|dijk|hof|pad|singel|gracht)\s+\d+(?:\s*-\s*\d+)?\w?\b"
    r"|(?:€\s*)?\d+(?:[.,]\d+)?\s*(?:(?:-|–|tot|a|of|to)\s*\d+(?:[.,]\d+)?\s*)?"
    r"(?:euro|jaar|jarigen|km|kilometer|personen|mensen|deelnemers|minuten|weken|keer|lessen|graden|plek|years|people|minutes)\w*"
    r"|€\s*\d+(?:[.,]\d+)?"
)
#: Earlier than this is rather the afternoon, said as people say it ("van 2 tot 4").
_FIRST_HOUR = time(7)
#: On more days than these a building is open.
_MOST_DAYS = 4


class ProseTimes(NamedTuple):
    """Sessions that a text tells of, and the season in which they are."""

    sessions: tuple[Session, ...] = ()
    season: tuple[str, str] | None = None


NOTHING = ProseTimes()


@lru_cache(maxsize=1 << 16)
def times_in_prose(text: str) -> ProseTimes:
    """Read when something takes place; nothing as soon as one of the days named in the text is in doubt.

    Examples
    --------
    >>> times_in_prose("Wij wandelen elke dinsdag van 10.00 tot 12.00 uur. Bellen kan op maandag.").sessions
    (Session(weekday=<Weekday.TUE: 'tue'>, start=datetime.time(10, 0), end=datetime.time(12, 0), part=None, \
nth_in_month=(), every_weeks=1),)
    >>> times_in_prose("Elke dinsdag koffie, maar niet op maandag."), times_in_prose("Kantoor open op vrijdag.")
    (ProseTimes(sessions=(), season=None), ProseTimes(sessions=(), season=None))
    """
    if not _DAY.search(fold(text.lower())):
        return NOTHING
    found = [_sentence(fold(one.lower())) for one in _SENTENCE_END.split(text)]
    sessions = tuple(dict.fromkeys(session for one in found if one is not None for session in one.sessions))
    seasons = {one.season for one in found if one is not None and one.sessions}
    if None in found or len({one.weekday for one in sessions}) > _MOST_DAYS or len(seasons) > 1:
        return NOTHING
    return ProseTimes(sessions, seasons.pop() if seasons else None)


def _sentence(sentence: str) -> ProseTimes | None:
    """What one sentence tells; None when it names a day and it is not sure what happens then."""
    days = list(_DAY.finditer(sentence))
    if not days:
        return NOTHING
    end = sentence.find(",", days[-1].end())
    said = sentence if end < 0 else sentence[:end]
    if _ELSE.search(said):
        return NOTHING
    plain = _NUMBERS.sub(" ", sentence)
    times, codes = read_times(plain)
    if not times.sessions and (times.dates or "date_without_year" in codes or times.first_day):
        return NOTHING  # a day with a date is that date
    is_doubtful = _DOUBT.search(said) and not (times.sessions and times.sessions[0].nth_in_month)
    if is_doubtful or _SHORT.search(plain) or set(codes) - {"every_other_week"} or times.dates:
        return None
    return ProseTimes(times.sessions, times.season) if _is_its_own(said, times.sessions) else None


def _is_its_own(said: str, sessions: tuple[Session, ...]) -> bool:
    """Whether these are the sessions of the activity: they repeat, or have a time or part of the day."""
    if not sessions or any(one.start and one.start < _FIRST_HOUR for one in sessions):
        return False
    has_times = all(one.nth_in_month or (one.start and one.end) for one in sessions)
    return bool(has_times or _EVERY.search(said) or _PART_OF_DAY.search(said))
