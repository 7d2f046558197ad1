"""How long somebody says that they can be somewhere: "na een uur is het op", "drie kwartier is haar maximum".

It takes a few fixed orders in which a length of time and its end stand together. How long one can sit, stand, walk or
travel is something else, and so is an hour of the clock ("na twee uur 's middags").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from wor_match.query.so_long import NUMBER, first_in_order, is_of_others, minutes_named, number
from wor_match.text.fold import fold

#: The id of the limit.
NOT_LONG_THERE = "short_sessions"
#: From so many minutes on there is no limit worth the name.
_LONG_MINUTES = 150

_LONG = (
    r"(?:(?P<three>drie kwartier)|(?P<half>(?:een )?half ?uur(?:tje)?|half an hour|a half hour)"
    r"|(?P<quarter>(?:een )?kwartier(?:tje)?|a quarter of an hour)"
    rf"|(?P<minutes>{NUMBER}) (?:minuten|minuutjes|min|minutes)"
    r"|(?P<hours>een|anderhalf|twee|1|2|one|an|two) (?:uur(?:tje)?|hours?)"
    r"(?:(?:,| of)? (?:hooguit )?(?P<half_more>anderhalf))?)\b"
)
_WHO = r"(?:ik|ze|zij|hij|mevrouw|meneer|i|she|he)"
_MOST = r"(?:hooguit|hoogstens|maximaal|max|niet (?:meer|langer) dan|at most|no (?:more|longer) than)"
_SPENT = (
    r"(?:(?:helemaal |echt |compleet |dan )?(?:op|leeg|kapot|doodop|bekaf|gesloopt|uitgeput|spent|worn out|exhausted))"
)
_END = r"(?=\s*[.!;,:]|\s*$|\s+(?:en|maar|want|daarna|dan|inclusief|and|but)\b)"
#: What one is or does at the end of it.
_BAD = (
    rf"(?:(?:is|ben) {_WHO} {_SPENT}\b"
    r"|(?:is|raakt) (?:het|de koek|(?:de|haar|zijn|mijn) (?:accu|batterij|energie)) (?:op|leeg|over)\b"
    rf"|gaat het licht uit|is het (?:wel )?(?:genoeg(?: geweest)?|goed geweest){_END}"
    rf"|(?:wordt|word) {_WHO} (?:wit|duizelig|misselijk|grauw)\b"
    rf"|(?:moet|moest) {_WHO} (?:\w+ ){{0,3}}(?:liggen|plat|naar bed|rusten|bijkomen)\b"
    r"(?! (?:worden|geholpen|gebracht))"
    rf"|(?:ligt|lig) {_WHO} (?:\w+ ){{0,3}}(?:plat|in bed)\b|stort {_WHO} in\b|(?:haakt|haak) {_WHO} af{_END}"
    r"|gaat het (?:mis|niet meer)\b|houdt (?:het|ze|hij) (?:het )?(?:op|niet meer vol)\b"
    r"|(?:i am|i'm|she is|he is) (?:spent|worn out|exhausted|done))"
)
_DO = r"(?:iets doen|bezig zijn|bezoek|gezelschap|achter elkaar|per keer|aan een stuk|at a time)"
_AT_ONCE = r"(?:achter elkaar|aan een stuk|per keer)"
_GOES = rf"(?:gaat|lukt|trekt? {_WHO}|(?:hou|houdt?) {_WHO}|kan {_WHO})"
_BEGIN = r"(?:^|[,;:] |\b(?:en|maar|want|dus|dat|omdat|and|but) )"
_ORDERS = tuple(
    re.compile(order)
    for order in (
        # na een uur is het op; na een uur, anderhalf is ze op; "na twee uur" may be one of the clock
        rf"{_BEGIN}(?P<said>(?:al )?(?:na|after) (?!(?:twee|2|two) ){_LONG},? (?:dan )?{_BAD})",
        # anderhalf uur, dan is ze leeg
        rf"{_BEGIN}(?P<said>{_LONG}(?: {_DO})?,? (?:en )?(?:dan|daarna|then) {_BAD})",
        rf"{_BEGIN}(?P<said>{_LONG}(?: {_DO})?,? en (?:dan )?{_WHO} (?:is|ben) {_SPENT}{_END})",
        rf"{_BEGIN}(?P<said>{_LONG},? {_MOST} (?:een uur|anderhalf uur)(?: {_DO})?,? (?:en )?dan {_BAD})",
        # veertig minuten is haar maximum; een uur is het maximum; meer dan een uur houdt ze niet vol
        rf"{_BEGIN}(?P<said>{_LONG} is (?:echt |wel )*(?:het|haar|zijn|mijn|de) (?:maximum|max|grens|limiet){_END})",
        rf"{_BEGIN}(?P<said>{_LONG} is (?:my|her|his|the) (?:maximum|limit){_END})",
        # ze is na een uur al op; een uurtje gaat nog, daarna ben ik gesloopt; hij trekt het niet langer dan een uur
        rf"{_BEGIN}(?P<said>{_WHO} (?:is|ben) (?:al )?na (?!(?:twee|2) ){_LONG} (?:al )?{_SPENT}{_END})",
        rf"{_BEGIN}(?P<said>{_LONG} (?:lukt|gaat)(?: nog)?(?: net| wel)?,? (?:en |maar )?(?:dan|daarna) {_BAD})",
        rf"{_BEGIN}(?P<said>{_WHO} (?:trekt?|hou|houdt?|redt?) het niet (?:langer|meer) dan {_LONG}(?: vol)?{_END})",
        rf"{_BEGIN}(?P<said>(?:haar|zijn|mijn|het) (?:maximum|grens|limiet) is {_LONG}{_END})",
        rf"{_BEGIN}(?P<said>(?:meer|langer) dan {_LONG}(?: {_AT_ONCE})? {_GOES} (?:het )?(?:echt )?niet{_END})",
        rf"{_BEGIN}(?P<said>(?:meer|langer) dan {_LONG} (?:hou|houdt?|red|redt) {_WHO} (?:het )?niet(?: vol)?{_END})",
        # ze houdt het een uur vol; hij houdt hooguit een half uur vol; een uur houdt ze vol
        rf"{_BEGIN}(?P<said>{_WHO} (?:hou|houdt?|red|redt) (?:het )?(?:nog )?{_MOST} {_LONG}(?: vol)?{_END})",
        rf"{_BEGIN}(?P<said>{_WHO} (?:hou|houdt?) (?:het )?(?:nog )?{_LONG} vol{_END})",
        # bezoek maximaal drie kwartier; twee uur per keer, hooguit
        rf"{_BEGIN}(?P<said>{_DO} {_MOST} {_LONG}{_END})",
        rf"{_BEGIN}(?P<said>{_MOST} {_LONG} {_DO}{_END})",
        rf"{_BEGIN}(?P<said>{_LONG} {_DO},? {_MOST}\b)",
        # videogesprek van twintig minuten, langer gaat niet
        rf"(?P<said>\b{_LONG},? (?:en )?(?:langer|meer) (?:{_GOES}|kan) (?:het )?(?:echt )?niet\b)",
        rf"\b(?P<said>(?:i|she|he) (?:can )?(?:only )?(?:lasts?|manages?|do) (?:{_MOST} |only |about )?{_LONG}){_END}",
    )
)
_HINT = re.compile(r"\buur|minut|\bmin\b|kwartier|\bhour")
#: How long one can do something else: sit, stand, walk, ride, park; or what was so once, or is of the night.
_ELSE = re.compile(
    r"\b(?:zit|zitten|zittend|staan|sta|staat|loop|loopt|lopen|wandel\w*|rijd\w*|rijden|auto\w*|fiets\w*|bus|taxi\w*"
    r"|wmo-taxi|regiotaxi|reis|reizen|onderweg|de weg|parkeren|oppas\w*|pauze|bellen|belt|scherm|stoel|klapstoel"
    r"|slaapt?|slapen|nachts?|vroeger|destijds|toen|ooit|middags|ochtends|morgens|avonds|rollator|stok|wachten|gewacht"
    r"|walk\w*|sit\w*|stand\w*|driv\w*|cycl\w*|sleep\w*|used to)\b"
)


class Endurance(NamedTuple):
    """So many minutes, and the words that say it."""

    minutes: float
    said: str


def endurance_told(sentence: str, of_others: Sequence[bool] = ()) -> Endurance | None:
    """How long someone can be somewhere, as far as a sentence tells; most sentences do not.

    Parameters
    ----------
    of_others : of each word, whether it tells of somebody else; without it all is taken for the client's.

    Examples
    --------
    >>> endurance_told("Na een uur is het op.")
    Endurance(minutes=60.0, said='Na een uur is het op')
    >>> endurance_told("Drie kwartier is haar maximum.").minutes
    45.0
    >>> endurance_told("Langer dan een uur zitten gaat niet."), endurance_told("Na twee uur is het op.")
    (None, None)
    """
    text = fold(sentence.lower())
    if len(text) != len(sentence) or not _HINT.search(text):
        return None
    found = first_in_order(_ORDERS, text)
    if found is None or _ELSE.search(_clause(text, *found.span("said"))):
        return None
    minutes = _minutes(found)
    if minutes >= _LONG_MINUTES:
        return None
    begin, end = found.span("said")
    return None if is_of_others(text, (begin, end), of_others) else Endurance(minutes, sentence[begin:end])


def _clause(text: str, begin: int, end: int) -> str:
    """The words with what stands around them up to a comma."""
    after = [place for mark in ",;:" if (place := text.find(mark, end)) >= 0]
    return text[max(text.rfind(mark, 0, begin) for mark in ",;:") + 1 : min(after, default=len(text))]


def _minutes(long: re.Match[str]) -> float:
    found = long.groupdict()
    minutes = minutes_named(found)
    if minutes is not None:
        return minutes
    return 90.0 if found["half_more"] else 60 * number(found["hours"])
