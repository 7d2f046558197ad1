"""From "u" to "je": the client's Dutch texts in the familiar form.

The wording tables say "u". What is said in ‘quotes’ is someone's own and stays as it is.
"""

from __future__ import annotations

import re
from typing import Literal

from wor_match.errors import InputError, Problem
from wor_match.explain.wording.table import Language, wording

Address = Literal["u", "je"]

_QUOTED = re.compile(r"(‘[^’]*’(?!\w))")
#: Verbs that lose their ending before "je". Only those of which "u" cannot be the object: "kunt u", not "helpt u".
_BEFORE = {
    "kunt": "kun", "hebt": "heb", "bent": "ben", "wilt": "wil", "zult": "zul", "gaat": "ga", "komt": "kom",
    "krijgt": "krijg", "leert": "leer", "oefent": "oefen", "denkt": "denk", "kiest": "kies", "begint": "begin",
    "woont": "woon", "hoeft": "hoef", "doet": "doe", "weet": "weet", "vindt": "vind",
}  # fmt: skip
_INVERTED = re.compile(rf"\b({'|'.join(_BEFORE)}) u\b", re.I)
_STRESSED = re.compile(r"\b(bij|voor|van|aan) u\b", re.I)
#: "U hoeft zich", "kunt u zich".
_ONESELF = re.compile(r"\b(u(?: \w+)?) zich\b", re.I)
_PLAIN = ((r"\bUw\b", "Je"), (r"\buw\b", "je"), (r"\bU\b", "Je"), (r"\bu\b", "je"))


def addressed(text: str, language: Language, address: Address) -> str:
    """A text for the client, who is addressed as asked for. Only Dutch has the two forms.

    Raises
    ------
    InputError
        If the address is neither "u" nor "je".

    Examples
    --------
    >>> addressed("Past dat bij u?", "nl", "je"), addressed("Past dat bij u?", "nl", "u")
    ('Past dat bij jou?', 'Past dat bij u?')
    """
    check_address(address)
    return as_je(text) if address == "je" and wording(language).tag.split("-")[0] == "nl" else text


def check_address(address: str) -> None:
    """Refuse a form of address that is not there, also where nobody is addressed: a slip of the pen shows at once."""
    if address not in ("u", "je"):
        raise InputError("text", [Problem("address", "unknown_address", "must be u or je")])


def check_audience(audience: str) -> None:
    """Refuse an audience that is not there."""
    if audience not in ("coach", "client"):
        raise InputError("text", [Problem("audience", "unknown_audience", "must be coach or client")])


def as_je(text: str) -> str:
    """The text with "je" for "u".

    >>> as_je("U hoeft zich niet aan te melden. Kunt u niet? Vraag het uw coach.")
    'Je hoeft je niet aan te melden. Kun je niet? Vraag het je coach.'
    >>> as_je("Dit past bij wat u noemde: ‘met u praten’. Past dat bij u?")
    'Dit past bij wat je noemde: ‘met u praten’. Past dat bij jou?'
    """
    return "".join(part if part.startswith("‘") else _said(part) for part in _QUOTED.split(text))


def _said(text: str) -> str:
    told = _ONESELF.sub(r"\1 je", text)
    told = _INVERTED.sub(lambda found: f"{_like(found[1], _BEFORE[found[1].lower()])} je", told)
    told = _STRESSED.sub(r"\1 jou", told)
    for pattern, instead in _PLAIN:
        told = re.sub(pattern, instead, told)
    return told


def _like(old: str, new: str) -> str:
    return new.capitalize() if old[0].isupper() else new
