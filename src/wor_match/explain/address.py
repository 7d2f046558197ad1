"""From "u" to "je": the client's Dutch texts in the familiar form.

The wording tables say "u". What is turned is the wording itself, before anything is filled in. A name, a title or a
quote is never touched: the "U-pas" stays what it is called.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from types import MappingProxyType
from typing import Any, Literal

from wor_match.errors import InputError, Problem
from wor_match.explain.wording.forms import Params, forms
from wor_match.explain.wording.labels import Words
from wor_match.explain.wording.table import Language, Wording, wording

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
#: What `first_step.contact` writes out of the directory, and signs that stand for it meanwhile: no letter is one.
_REACHED = {"phone": "\ue000", "email": "\ue001", "url": "\ue002"}
#: Languages of hosts' own that are kept in the familiar form as well.
_MOST_KEPT = 16


def addressing(language: Language, address: Address, audience: str = "client") -> Language:
    """The language in which this audience is addressed as asked for. Only Dutch has the two forms, and for a client.

    Raises
    ------
    InputError
        If the address is neither "u" nor "je", also where nobody is addressed, or there is no such audience.

    Examples
    --------
    >>> wording(addressing("nl", "je")).fill("remedy.ask", "client", {})
    'Je coach zoekt uit of dit hier bestaat.'
    >>> addressing("en", "je"), addressing("nl", "je", "coach")
    ('en', 'nl')
    """
    check_audience(audience)
    check_address(address)
    if address == "u" or audience != "client" or wording(language).tag.split("-")[0] != "nl":
        return language
    return _familiar(wording(language))


def check_address(address: str) -> None:
    """Refuse a form of address that is not there, also where nobody is addressed: a slip of the pen shows at once."""
    if address not in ("u", "je"):
        raise InputError("text", [Problem("address", "unknown_address", "must be u or je")])


def check_audience(audience: str) -> None:
    """Refuse an audience that is not there."""
    if audience not in ("coach", "client"):
        raise InputError("text", [Problem("audience", "unknown_audience", "must be coach or client")])


@lru_cache(maxsize=_MOST_KEPT)
def _familiar(formal: Wording) -> Wording:
    """A wording with "je" in the client's sentences and in all words."""
    templates = {key: as_je(text) if key[1] == "client" else text for key, text in formal.templates.items()}
    words = {
        group: MappingProxyType({name: as_je(word) for name, word in found.items()})
        for group, found in formal.words.items()
    }
    grammar = replace(formal.grammar, contact=lambda params: _contact(formal, params))
    return replace(
        formal,
        templates=MappingProxyType(templates),
        words=MappingProxyType(words),
        grammar=grammar,
        forms=forms(grammar, Words(formal.tag, words)),
    )


def _contact(formal: Wording, params: Params) -> str:
    """Whom to contact: the sentence is turned while signs stand for number and addresses."""
    reached = {sign: str(params[name]) for name, sign in _REACHED.items() if params.get(name)}
    signs: Mapping[str, Any] = {name: sign for name, sign in _REACHED.items() if sign in reached}
    told = as_je(formal.grammar.contact({**params, **signs}))
    return re.sub("[\ue000-\ue002]", lambda sign: reached[sign[0]], told)


def as_je(text: str) -> str:
    """The text of a table with "je" for "u"; an example in ‘quotes’ stays.

    >>> as_je("U hoeft zich niet aan te melden. Kunt u niet? Vraag het uw coach.")
    'Je hoeft je niet aan te melden. Kun je niet? Vraag het je coach.'
    >>> as_je("Past dat bij u?")
    'Past dat bij jou?'
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
