"""How far somebody says that they can walk: "ze loopt een kwartier, dan brandt het", "wandelen gaat nog drie kwartier".

It takes a few fixed orders of who walks, how long or how far, and that there it ends; what stands apart is not put
together. A walk of a quarter of an hour to the shop says nothing, nor does one every morning before the coffee.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from wor_match.query.so_long import NUMBER, first_in_order, is_of_others, minutes_named, number
from wor_match.text.fold import fold

#: The ids of the limits: only short walks, and none of an hour or more.
SHORT, NOT_LONG = "short_walks", "no_long_walks"
#: Up to so many minutes a walk is short, and from so many on there is no limit worth the name.
_SHORT_MINUTES, _LONG_MINUTES = 20, 60
#: Metres a minute for who walks slowly (3 km an hour).
_METRES = 50

_LONG = (
    r"(?:(?P<three>drie kwartier)|(?:een )?(?P<half>half ?uur(?:tje)?)|een (?P<quarter>kwartier(?:tje)?)"
    rf"|(?P<minutes>{NUMBER}) (?:minuten|minuutjes|min|minutes)|(?P<metres>{NUMBER}) (?:meter|metres|meters)"
    rf"|(?P<km>{NUMBER}) (?:kilometer|km))\b"
)
_WHO = r"(?:ik|ze|zij|hij|mevrouw|meneer)"
_WALKS, _TO_WALK = r"(?:loop|loopt|wandel|wandelt)", r"(?:lopen|wandelen)"
_MOST = r"(?:hooguit|hoogstens|maximaal|max|nog maar|niet (?:meer|verder|langer) dan)"
_NOW = r"(?:(?:nu|nog|tegenwoordig) )?"
#: What one feels or does at the end of it.
_BAD = (
    r"(?:brandt|brand (?:het|mijn)|zakt|zak ik|steekt"
    r"|(?:doet|doen) (?:het|alles|mijn \w+|haar \w+|zijn \w+) (?:zeer|pijn)"
    rf"|(?:krijgt?|heeft|heb) {_WHO} (?:\w+ ){{0,2}}(?:pijn|kramp|last|\w+pijn)"
    rf"|(?:is|ben) {_WHO} (?:helemaal )?(?:op|kapot|doodop|bekaf|moe|uitgeput|leeg|buiten adem)\b"
    r"|is (?:het|de koek) (?:op|klaar|over)\b|is de accu leeg"
    rf"|moet {_WHO} (?:\w+ ){{0,2}}(?:zitten|rusten|uitrusten|liggen|stoppen)"
    r"|(?:wil|willen) (?:mijn|haar|zijn|de) \w+ niet\b|gaat het niet (?:meer|verder)|lukt het niet meer"
    rf"|kan {_WHO} niet (?:meer|verder)|stopt? (?:het|{_WHO})|houdt? (?:het|{_WHO}) (?:het )?(?:niet vol|op))"
)
_THEN_BAD = rf",? (?:en )?(?:dan|daarna) {_BAD}"
_AID = r"(?:met|achter) (?:de |een |haar |zijn |mijn )?(?:rollator|stok|looprek|krukken)"
#: What may come after a walk that was said to be the longest: nothing, how it is walked, why, or how it ends.
_END = rf"(?:{_THEN_BAD}|(?:,? (?:{_AID}|achter elkaar|aan een stuk))?(?= ?[.!;]| ?$|,? (?:want|omdat|door|vanwege)\b))"
_BEGIN = r"(?:^|[,;:] |\b(?:en|maar|want|dus|dat) )"
#: Before "loopt ze": nothing that makes it of one time or place only.
_LATELY = rf"(?:^|[,;:] )(?:(?:nu|tegenwoordig|inmiddels|{_AID}) )?"
_ORDERS = tuple(
    re.compile(order)
    for order in (
        # ze loopt hooguit een kwartier; loopt ze hooguit een kwartier
        rf"{_BEGIN}(?P<said>{_WHO} {_WALKS} {_NOW}{_MOST} {_LONG}{_END})",
        rf"{_LATELY}(?P<said>{_WALKS} {_WHO} {_NOW}{_MOST} {_LONG}{_END})",
        # ze loopt een kwartier, dan brandt het; als ze een kwartier loopt, doet haar heup pijn
        rf"{_BEGIN}(?P<said>{_WHO} {_WALKS} (?:nu |nog )?{_LONG}{_THEN_BAD})",
        rf"\b(?:als|wanneer) (?P<said>{_WHO} {_LONG} {_WALKS},? (?:dan )?{_BAD})",
        # ze kan hooguit een kwartier lopen; ze haalt een kwartier lopen
        rf"{_BEGIN}(?P<said>{_WHO} kan {_NOW}{_MOST} {_LONG} {_TO_WALK}{_END})",
        rf"{_LATELY}(?P<said>kan {_WHO} {_NOW}{_MOST} {_LONG} {_TO_WALK}{_END})",
        rf"{_BEGIN}(?P<said>{_WHO} (?:haalt?|redt?) (?:(?:nog|net|{_MOST}) )?{_LONG} {_TO_WALK}{_END})",
        rf"^(?P<said>{_MOST} {_LONG} {_TO_WALK}{_END})",
        # lopen kan ze hooguit een kwartier; wandelen kan ze een kwartier, daarna zakt ze in
        rf"{_BEGIN}(?P<said>{_TO_WALK} kan {_WHO} {_NOW}{_MOST} {_LONG}{_END})",
        rf"{_BEGIN}(?P<said>{_TO_WALK} kan {_WHO} (?:nog )?{_LONG}{_THEN_BAD})",
        # een kwartier lopen gaat nog; wandelen gaat nog een kwartier; wandelen doet ze nu alleen, een kwartier gaat
        rf"{_BEGIN}(?P<said>{_LONG} {_TO_WALK} (?:gaat|lukt) (?:nog net|nog|net){_END})",
        rf"{_BEGIN}(?P<said>{_TO_WALK} (?:gaat|lukt) (?:nog net|nog|net|{_MOST}) {_LONG}{_END})",
        rf"{_BEGIN}(?P<said>{_TO_WALK} doet {_WHO} \w+(?: \w+)?, {_LONG} gaat(?: nog)?{_END})",
        # tien minuten lopen gaat, daarna trekt de pijn
        rf"{_BEGIN}(?P<said>{_LONG} {_TO_WALK} (?:gaat|lukt)(?: nog)?)(?=,? (?:en |maar )?(?:dan|daarna)\b)",
        # na een kwartier lopen is ze op
        rf"{_BEGIN}(?P<said>na {_LONG} {_TO_WALK} {_BAD})",
        r"\b(?P<said>(?:i|she|he) (?:can )?(?:only )?walks? (?:at most|(?:no|not) more than|no (?:further|longer) than)"
        rf" {_LONG})(?= ?[.!;,]| ?$)",
    )
)
_HINT = re.compile(r"\b(?:loop|lope|wandel|walk)")
#: It was so once, is so of one part only, or is a way to somewhere; or a longer walk is told of as well.
_ELSE = re.compile(
    r"\b(?:vroeger|voorheen|destijds|ooit|toen|weer|zonder|naar|van huis|van hier|hiervandaan|vandaan|verderop"
    r"|without|to the|from home|from here|away|uren|(?:een|1|anderhalf|twee|2) uur)\b"
)


class Walk(NamedTuple):
    """A limit of the two, and the words that say it."""

    limit: str
    said: str


def walk_told(sentence: str, of_others: Sequence[bool] = ()) -> Walk | None:
    """How far someone can walk, as far as a sentence tells; most sentences do not.

    Parameters
    ----------
    of_others : of each word, whether it tells of somebody else; without it all is taken for the client's.

    Examples
    --------
    >>> walk_told("Ze loopt een kwartier, dan brandt het.")
    Walk(limit='short_walks', said='Ze loopt een kwartier, dan brandt')
    >>> walk_told("Wandelen doet ze nu alleen, drie kwartier gaat.").limit
    'no_long_walks'
    >>> walk_told("Het is een kwartier lopen naar de winkel."), walk_told("Hij loopt elke dag een half uur.")
    (None, None)
    """
    text = fold(sentence.lower())
    if len(text) != len(sentence) or not _HINT.search(text) or _ELSE.search(text):
        return None
    found = first_in_order(_ORDERS, text)
    minutes = _LONG_MINUTES if found is None else _minutes(found)
    if found is None or minutes >= _LONG_MINUTES:
        return None
    begin, end = found.span("said")
    if is_of_others(text, (begin, end), of_others):
        return None
    return Walk(SHORT if minutes <= _SHORT_MINUTES else NOT_LONG, sentence[begin:end])


def _minutes(long: re.Match[str]) -> float:
    found = long.groupdict()
    minutes = minutes_named(found)
    if minutes is not None:
        return minutes
    metres = number(found["metres"]) if found["metres"] else 1000 * number(found["km"])
    return metres / _METRES
