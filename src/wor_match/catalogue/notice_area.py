"""Where a provider comes to people's homes, as the name of the place tells: "bij u thuis, Heerlen en Landgraaf"."""

from __future__ import annotations

import re
from typing import Any

from wor_match.catalogue.marks import FROM_PROSE
from wor_match.catalogue.towns import municipality_of, town_named
from wor_match.domain.activity import Activity
from wor_match.vocabulary.enums import Setting

_NAMED = re.compile(
    r"\b(?:thuis|(?<![Hh]uis )aan huis|at home)(?:\s*[,(:–]\s*|\s+in\s+)(?:(?:in|gemeenten?|heel)\s+)*"
    r"(?P<area>[^\W\d_a-z].*)$"
)
_BETWEEN = re.compile(r"\s*(?:,|&|/|\ben\b|\band\b)\s*")


def apply_area(activity: Activity, changes: dict[str, Any], marks: dict[str, str]) -> None:
    """The municipalities in the name of the place, where all that it names are municipalities, and the place itself is
    in one of them: "Laren" and "Rijswijk" are villages elsewhere too.

    A village that the table does not know may lie in any of them, and then nothing is filled in.
    """
    setting = changes.get("setting", activity.setting)
    if setting is not Setting.HOME_VISIT or activity.service_area or len(activity.places) != 1:
        return
    place = activity.places[0]
    named = area_in(place.name)
    if named and town_named(municipality_of(place)) in map(town_named, named):
        changes["service_area"] = named
        marks["service_area"] = FROM_PROSE


def area_in(place: str) -> tuple[str, ...]:
    """Municipalities that a name of a place lists; none where it lists anything else as well.

    >>> area_in("Bij u thuis, gemeenten Heerlen en Landgraaf"), area_in("Bij u thuis, Heerlen en Nuth")
    (('Heerlen', 'Landgraaf'), ())
    """
    said = _NAMED.search(place)
    names = [one.strip(" .()") for one in _BETWEEN.split(said["area"])] if said else []
    return tuple(names) if names and all(map(town_named, names)) else ()
