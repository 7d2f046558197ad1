"""Where a provider comes to people's homes, as its words tell: "bij u thuis, Heerlen", "Werkgebied: gemeente Oss"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from wor_match.catalogue.marks import FROM_PROSE
from wor_match.catalogue.towns import municipality_of, town_named
from wor_match.domain.activity import Activity
from wor_match.text.name_lists import CAPITAL, NAMES, SEVERAL_NAMES, names_of
from wor_match.text.words import SENTENCE_BREAK
from wor_match.vocabulary.enums import Setting

_NAMES = rf"(?:de )?(?:(?:[Gg]emeenten?|stad) )?(?P<area>{NAMES})"
_PEOPLE = (
    r"iedereen|mensen|(?:[\w-]*)(?:wonenden|staanden|plussers)|ouderen|senioren|(?:jong)?volwassenen|jongeren|kinderen|gezinnen"
    r"|ouders|moeders|vaders|vrouwen|mannen|mantelzorgers|nieuwkomers|statushouders|vluchtelingen|huishoudens"
)
#: In the name of a place: "bij u thuis, Heerlen en Landgraaf", "bezoek aan huis, gem. Oss".
_IN_PLACE = re.compile(
    r"\b(?:[Tt]huis|(?<![Hh]uis )[Aa]an huis|[Aa]t home)(?:\s*[,(:–]\s*|\s+in\s+)(?:(?:in|gemeenten?|heel)\s+)*"
    rf"(?P<area>{CAPITAL}.*)$"
)
#: In the prose: whole sentences, but for the last two.
_IN_PROSE = tuple(
    re.compile(pattern)
    for pattern in (
        rf"^(?:(?:Ons|Het) )?(?:[Ww]erkgebied|Gebied)(?: is)?:? {_NAMES}(?:, niet .*)?\.?$",
        rf"^(?:(?:Alleen|Uitsluitend|Enkel) )?(?:[Ii]n|[Vv]oor|[Bb]innen) {_NAMES}\.?$",
        rf"^(?:Gemeenten? )?(?!(?:Alleen|Uitsluitend|Enkel|Ook|Niet) )(?P<area>{SEVERAL_NAMES})\.?$",
        rf"^Voor (?:[a-z-]+ ){{0,3}}(?:{_PEOPLE}) (?:in|uit) {_NAMES}\.?$",
        rf"\b(?:aan huis|thuis) (?:in|binnen) {_NAMES}\.?$",
        rf"\b(?:[Aa]lleen|[Uu]itsluitend|[Ee]nkel) (?:(?:in|voor|binnen) )?{_NAMES}(?= vallen\b| valt\b|[.,;)]|$)",
    )
)
#: Something else than the visits is there.
_OTHER = re.compile(
    r"\b(?:kennismak\w*|intake\w*|training\w*|cursus\w*|scholing|wegbreng\w*|kantoor|spreekuur|bijeenkomst\w*|voel\w*|opgegroeid"
    r"|geboren|uit eten|office)\b",
    re.IGNORECASE,
)
#: Another sentence adds places, or makes exceptions.
_MORE = re.compile(
    r"(?:^|[.!?;\n] ?)ook (?:in|naar|voor (?:de )?(?:gemeenten?|inwoners)) "
    r"|\bandere (?:gemeenten?|plaatsen|dorpen|wijken)\b|\btenzij\b"
    r"|\bbuiten (?:deze|die|dit) (?:gemeenten?|gebied|plaatsen)\b|\b(?:overal|elders) in overleg\b|\bin overleg ook\b",
    re.IGNORECASE,
)
_SHORT = re.compile(r"\bgem\. ?(?=[A-Z])")
#: It goes further than what is named.
_WIDER = re.compile(
    r"\b(?:omgeving|omstreken|e\.? ?o\.?|rond(?:om)?|regio|ook|elders|o\.a\.|onder andere|vooral|meeste"
    r"|bijvoorbeeld|niet alleen)\b",
    re.IGNORECASE,
)


def apply_area(activity: Activity, changes: dict[str, Any], marks: dict[str, str]) -> None:
    """What the name of the place lists, or else the prose, where one comes to people's homes.

    Municipalities are taken where the place itself is in one of them, or where it is not known: "Laren" and "Rijswijk"
    are villages elsewhere too. A village that the table does not know may lie in any municipality: with one in the
    list nobody else is left out, and it is asked.
    """
    setting = changes.get("setting", activity.setting)
    if setting is not Setting.HOME_VISIT or activity.service_area or len(activity.places) > 1:
        return
    place = activity.places[0] if activity.places else None
    base = town_named(municipality_of(place))
    named = (area_in(place.name) if place and base else ()) or area_told(activity.prose)
    known = [town for one in named if (town := town_named(one))]
    if named and (base in known or not base or len(known) < len(named)):
        changes["service_area"] = named
        marks["service_area"] = FROM_PROSE


def area_in(place: str) -> tuple[str, ...]:
    """Where one comes to, as the name of a place lists it; none where it lists anything but names.

    >>> area_in("Bij u thuis, gemeenten Heerlen en Landgraaf"), area_in("Aan huis, Aalten-Winterswijk")
    (('Heerlen', 'Landgraaf'), ('Aalten', 'Winterswijk'))
    """
    said = _IN_PLACE.search(_SHORT.sub("gemeente ", place))
    return _names_in(said["area"]) if said else ()


def area_told(prose: str) -> tuple[str, ...]:
    """The same, as prose tells it: where a municipality is among the names, and nothing tells that it goes further.

    >>> area_told("Wachttijd: een maand. Werkgebied: gem. Oss en Bernheze."), area_told("Alleen Oss en omgeving.")
    (('Oss', 'Bernheze'), ())
    """
    if _MORE.search(prose):
        return ()
    for sentence in SENTENCE_BREAK.split(_SHORT.sub("gemeente ", prose)):
        if not (_WIDER.search(sentence) or _OTHER.search(sentence)):
            for pattern in _IN_PROSE:
                said = pattern.search(sentence)
                named = _names_in(said["area"]) if said else ()
                if any(map(town_named, named)):
                    return named
    return ()


def _names_in(listed: str) -> tuple[str, ...]:
    """The names of a list, and apart the municipalities that a dash joins: "Aalten-Winterswijk"."""
    return tuple(name for one in names_of(listed) for name in _apart(one))


def _apart(name: str) -> Sequence[str]:
    pieces = name.split("-")
    return pieces if len(pieces) > 1 and all(map(town_named, pieces)) else (name,)
