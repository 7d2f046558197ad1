"""Text from a directory or a client on its way into HTML: everything is escaped, and links are few and checked."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Mapping

from wor_match.domain.offer import Contact

#: Control characters, and marks that turn the direction of the text after them.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\N{ZERO WIDTH SPACE}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]"
)
#: No line may break after the euro sign or before "uur".
_TOGETHER = re.compile(r"(?<=€) |(?<=\d) (?=uur\b)")
#: From when to when: kept on one line.
_TIMES = re.compile(r"\b\d{1,2}[.:]\d\d-\d{1,2}[.:]\d\d\b")
_WEB = re.compile(r"https?://[A-Za-z0-9][\w.:-]*(?:[/?#][^\s<>\"'\\^`{|}]*)?", re.I | re.A)
_BARE = re.compile(r"www\.[\w-]+(?:\.[\w-]+)+(?:/[^\s<>\"'\\^`{|}]*)?", re.I | re.A)
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.A)
_PHONE = re.compile(r"\+?[\d ()/.-]{3,25}", re.A)


def esc(text: str) -> str:
    """Text as it may stand anywhere in HTML, also in a quoted attribute.

    >>> esc('<b onclick="x">')
    '&lt;b onclick=&quot;x&quot;&gt;'
    """
    return html.escape(_UNSEEN.sub("", text), quote=True)


def href(text: str) -> str:
    """Where a text leads: a web page, an e-mail address or a phone number; empty for anything else.

    >>> href("https://koor.example/a?b=1"), href("www.koor.example"), href("0344-000 031")
    ('https://koor.example/a?b=1', 'https://www.koor.example', 'tel:0344000031')
    >>> href("javascript:alert(1)"), href("riet@koor.example?bcc=x"), href("vraag Riet")
    ('', '', '')
    """
    if _WEB.fullmatch(text):
        return text
    if _BARE.fullmatch(text):
        return f"https://{text}"
    if _MAIL.fullmatch(text):
        return f"mailto:{text}"
    digits = re.sub(r"[^\d+]", "", text) if _PHONE.fullmatch(text) else ""
    return f"tel:{digits}" if 3 <= len(digits) <= 16 else ""


def links(contact: Contact) -> Mapping[str, str]:
    """The texts of a contact that lead somewhere, with where they lead."""
    return leading((contact.url, contact.email, contact.phone))


def leading(texts: Iterable[str]) -> Mapping[str, str]:
    """Those of the texts that lead somewhere, longest first."""
    neat = {" ".join(text.split()).rstrip(".") for text in texts} - {""}
    return {text: found for text in sorted(neat, key=lambda one: (-len(one), one)) if (found := href(text))}


def linked(text: str, found: Mapping[str, str]) -> str:
    """Escaped text in which each of the links stands once.

    >>> linked("Bel 030-1 23 & vraag", {"030-1 23": "tel:030123"})
    'Bel <a href="tel:030123">030-1 23</a> &amp; vraag'
    """
    return _TOGETHER.sub("\N{NO-BREAK SPACE}", _linked(" ".join(text.split()), found))


def _linked(text: str, found: Mapping[str, str]) -> str:
    for literal, target in found.items():
        place = re.search(rf"(?<![\w-]){re.escape(literal)}(?![\w-])", text)
        if place:
            rest = {one: where for one, where in found.items() if one != literal}
            before, after = _linked(text[: place.start()], rest), _linked(text[place.end() :], rest)
            return f'{before}<a href="{esc(target)}">{esc(literal)}</a>{after}'
    return _TIMES.sub(r'<span class="times">\g<0></span>', esc(text))
