"""Does the place have what this client needs to get in and stay."""

from __future__ import annotations

import numpy as np

from wor_match.catalogue.columns import NO, UNKNOWN, YES, Column, RowSource, tri
from wor_match.catalogue.marks import CONTRADICTED
from wor_match.domain.records import Param
from wor_match.query.query import Query
from wor_match.query.scene import Scene
from wor_match.rules.base import Rule, Verdicts
from wor_match.rules.dislikes import main_themes
from wor_match.vocabulary.enums import AccessNeed, Setting, Support, TravelMode

#: Someone who comes in a wheelchair or with a rollator has to get in, also when nobody ticked the box.
_IMPLIED = {TravelMode.WHEELCHAIR: AccessNeed.STEP_FREE, TravelMode.ROLLATOR: AccessNeed.STEP_FREE}


#: What people do rather than what a building has: online and at home these are asked too.
_OF_PEOPLE = frozenset({AccessNeed.SIGN_LANGUAGE, AccessNeed.VISUAL_SUPPORT})
#: Whoever says that it is fit to receive these people has this.
_BY_SUPPORT = {AccessNeed.VISUAL_SUPPORT: Support.VISUAL}


#: What is done in the open air: there is no lift, no room and no loop to ask for.
_OPEN_AIR = frozenset(
    ("walking", "running", "cycling", "dogs", "nature", "birdwatching", "conservation", "fishing", "gardening")
)
IS_OUTDOORS = Column("is_outdoors", np.bool_, lambda row: _is_outdoors(row))


def _is_outdoors(row: RowSource) -> bool:
    """By what it is declared to be about, or else by its title."""
    activity = row.activity
    themes = activity.themes or main_themes(activity.title, activity.kind_words, ())
    return row.setting is Setting.ONSITE and not _OPEN_AIR.isdisjoint(themes)


def _fact(row: RowSource, need: AccessNeed) -> int:
    if row.setting is not Setting.ONSITE and need not in _OF_PEOPLE:
        return YES
    fact = tri(row.place.access.of(need)) if row.place else UNKNOWN
    return YES if fact == UNKNOWN and _is_supported(row, need) else fact


def _is_supported(row: RowSource, need: AccessNeed) -> bool:
    """Whether the provider says so for all that it does, and its own words do not contradict it here."""
    path = f"places[{row.place_number}].access.{need.value}"
    return _BY_SUPPORT.get(need) in row.activity.support_for and row.activity.provenance.get(path) != CONTRADICTED


def _column(need: AccessNeed) -> Column:
    return Column(f"access_{need.value}", np.int8, lambda row: _fact(row, need))


FACTS = {need: _column(need) for need in AccessNeed}


def needs_of(query: Query) -> tuple[AccessNeed, ...]:
    """What the client needs: as asked, and what their aid implies."""
    implied = {_IMPLIED[mode] for mode in query.modes if mode in _IMPLIED}
    return tuple(need for need in AccessNeed if need in query.client.access_needs | implied)


class AccessRule(Rule):
    """No if the place lacks any need, unknown if any need is not known; online and at home only people matter."""

    name = "access"
    field = "places.access"
    urgency = 10
    risk = 0.6

    def applies(self, query: Query) -> bool:
        """When the client needs anything."""
        return bool(needs_of(query))

    def check(self, scene: Scene) -> Verdicts:
        """Kleene "and" over the needs."""
        found: Verdicts = np.minimum.reduce([self._met(scene, need) for need in needs_of(scene.query)]).astype(np.int8)
        return found

    def _met(self, scene: Scene, need: AccessNeed) -> Verdicts:
        """As told; without parking of its own there may be some nearby."""
        fact = scene.rows.get(FACTS[need])
        return np.maximum(fact, UNKNOWN) if need is AccessNeed.PARKING else fact

    def _with(self, scene: Scene, place: int, verdict: int) -> tuple[AccessNeed, ...]:
        return tuple(need for need in needs_of(scene.query) if self._met(scene, need)[place] == verdict)

    def why_not(self, scene: Scene, place: int) -> tuple[str, dict[str, Param]]:
        """What is lacking."""
        return "lacking", {"needs": tuple(need.value for need in self._with(scene, place, NO))}

    def ask(self, scene: Scene, place: int) -> tuple[str, dict[str, Param]]:
        """What is not known, or contradicts itself."""
        needs = self._with(scene, place, UNKNOWN)
        source = scene.rows.source(place)
        paths = [f"places[{source.place_number}].access.{need.value}" for need in needs]
        doubted = any(source.activity.provenance.get(path) == CONTRADICTED for path in paths)
        usual = "outdoors" if scene.rows.at(IS_OUTDOORS, place) else "unknown"
        return ("doubted" if doubted else usual), {"needs": tuple(need.value for need in needs)}
