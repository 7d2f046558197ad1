"""Words for closed lists: yes and no, status, gender rule, setting, kind, access, sign-up, weeks of waiting."""

from __future__ import annotations

import re
from functools import cache
from types import MappingProxyType

from wor_match.vocabulary.enums import SignUp
from wor_match.vocabulary.tables import read_table

Codes = tuple[str, ...]
_SIGN_UP: tuple[tuple[str, SignUp], ...] = (
    (
        r"geen aanmelding|zonder (?:aan|af)(?:melding|spraak)|niet (?:nodig )?aan(?:te)?\s?melden"
        r"|aanmelden (?:is )?niet nodig",
        SignUp.WALK_IN,
    ),
    (
        r"vrije? inloop|\binloop|loop (?:gewoon )?binnen|kom (?:gewoon )?langs|walk[- ]?ins?\b"
        r"|drop[- ]?in|no appointment",
        SignUp.WALK_IN,
    ),
    (r"\bintake|kennismakingsgesprek|assessment", SignUp.INTAKE),
    (r"telefon|\bbel(?:len|t)?\b|\bcall\b|by phone|\btel\b", SignUp.CALL),
    (r"e-?mail|\bmail", SignUp.EMAIL),
    (r"online|website|formulier|webformulier|www\.|https?:|on-line|\bapp\b", SignUp.ONLINE),
)
_SIGN_UP_PATTERNS = tuple((re.compile(pattern), value) for pattern, value in _SIGN_UP)
_WEEKS = re.compile(
    r"(\d{1,3})(?:\s*(?:-|à|tot)\s*(\d{1,3}))?\s*(weken|week|weeks|wk|maand(?:en)?|months?|dag(?:en)?|days?)"
)


@cache
def _list(name: str) -> MappingProxyType[str, str]:
    rows = read_table("words", "wor_match.exchange.values")
    return MappingProxyType({row["word"].lower(): row["value"] for row in rows if row["list"] == name})


def read_word(text: str, name: str, code: str = "word_unread") -> tuple[str | None, Codes]:
    """Look a word up in one list of ``words.csv``: status, gender, setting, kind or access.

    Examples
    --------
    >>> read_word("Tijdelijk gesloten", "status"), read_word("", "status"), read_word("zie boven", "status")
    (('paused', ()), (None, ()), (None, ('word_unread',)))
    """
    plain = " ".join(text[:200].lower().replace("_", " ").split()).strip(" .!")
    plain = plain.rsplit("/", 1)[-1].rsplit("#", 1)[-1] if "://" in plain else plain
    if not plain or _list("truth").get(plain) == "unknown":
        return None, ()
    value = _list(name).get(plain) or _list(name).get(plain.replace(" ", "_"))
    return value, (() if value else (code,))


def read_truth(value: object) -> tuple[bool | None, Codes]:
    """Read yes, no or unknown; what is not told stays unknown and is never no.

    Examples
    --------
    >>> [read_truth(word)[0] for word in ("Ja", "x", "nee", "onbekend", "", True)]
    [True, True, False, None, None, True]
    >>> read_truth("op dinsdag wel")
    (None, ('word_unread',))
    """
    if value is None or isinstance(value, bool):
        return value, ()
    plain = " ".join(str(value)[:200].lower().split()).strip(" .!")
    if not plain:
        return None, ()
    told = _list("truth").get(plain)
    if told is None:
        first = re.split(r"[\s,;:(]", plain, maxsplit=1)[0]
        told = _list("truth").get(first) if first in ("ja", "nee", "yes", "no") else None
    return {"yes": True, "no": False}.get(told or ""), (() if told else ("word_unread",))


def read_sign_up(text: str) -> tuple[SignUp | None, Codes]:
    """Read how one joins; the first way that is told, and walking in before all.

    Examples
    --------
    >>> read_sign_up("Bel of mail ons")[0].value, read_sign_up("Vrije inloop, aanmelden niet nodig")[0].value
    ('call', 'walk_in')
    """
    plain = " ".join(text[:2000].lower().split())
    if not plain or _list("truth").get(plain.strip(" .!")) == "unknown":
        return None, ()
    found = [(match.start(), value) for pattern, value in _SIGN_UP_PATTERNS if (match := pattern.search(plain))]
    if any(value is SignUp.WALK_IN for _, value in found):
        return SignUp.WALK_IN, ()
    return (min(found, key=lambda hit: hit[0])[1], ()) if found else (None, ("text_unread",))


def read_weeks(text: str) -> tuple[int | None, Codes]:
    """Read a time of waiting as weeks, rounded up; of a range the longest.

    Examples
    --------
    >>> read_weeks("4 tot 6 weken"), read_weeks("geen wachttijd"), read_weeks("lang")
    ((6, ()), (0, ()), (None, ('number_unread',)))
    """
    plain = " ".join(text[:300].lower().split())
    if not plain or _list("truth").get(plain) == "unknown":
        return None, ()
    if re.search(r"\b(?:geen|no|none)\b", plain):
        return 0, ()
    match = _WEEKS.search(plain)
    if match is None:
        return (int(plain), ()) if re.fullmatch(r"\d{1,3}", plain) else (None, ("number_unread",))
    count, unit = int(match[2] or match[1]), match[3]
    days = count * (30 if unit.startswith(("maand", "month")) else 1 if unit.startswith("da") else 7)
    return min(-(-days // 7), 1000), ()
