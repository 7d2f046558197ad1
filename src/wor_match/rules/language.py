"""Can the client follow what is said."""

from __future__ import annotations

from wor_match.catalogue.columns import NO, UNKNOWN, YES, CategoryColumn
from wor_match.domain.client import Client
from wor_match.domain.offer import Language
from wor_match.domain.records import Param
from wor_match.query.query import Query
from wor_match.query.scene import Scene
from wor_match.rules.base import Rule, Verdicts
from wor_match.vocabulary.enums import DUTCH_LEVELS, DutchLevel

#: With B1 one can follow ordinary talk (CEFR: independent user), so that nothing needs to be asked.
INDEPENDENT = DutchLevel.B1
LANGUAGE = CategoryColumn("language", lambda row: row.activity.language)


def fits(offer: Language, client: Client) -> int:
    """YES with another shared language, someone who interprets, or enough Dutch; NO when Dutch falls short."""
    spoken = set(offer.languages)
    is_helped = offer.has_interpreter is True or client.has_language_buddy is True
    if is_helped or spoken & set(client.languages) - {"nl"}:
        return YES
    if client.dutch_level is None:
        return UNKNOWN if spoken and "nl" not in spoken else YES
    if spoken and "nl" not in spoken:
        return NO
    level = DUTCH_LEVELS.index(client.dutch_level)
    if offer.dutch_level_needed is not None:
        return YES if level >= DUTCH_LEVELS.index(offer.dutch_level_needed) else NO
    return YES if level >= DUTCH_LEVELS.index(INDEPENDENT) else UNKNOWN


class LanguageRule(Rule):
    """No when more Dutch is needed than the client has and no other language is shared."""

    name = "language"
    field = "language"
    urgency = 22

    def applies(self, query: Query) -> bool:
        """Always: what is spoken holds also when the level of Dutch was not asked."""
        return True

    def check(self, scene: Scene) -> Verdicts:
        """Once for every distinct statement about language."""
        client = scene.query.client
        return scene.rows.answer(LANGUAGE, lambda offer: fits(offer, client), "int8")

    def _params(self, scene: Scene, place: int) -> dict[str, Param]:
        offer = scene.rows.source(place).activity.language
        needed = offer.dutch_level_needed
        return {"needed": needed.value if needed else None, "spoken": offer.languages}

    def why_not(self, scene: Scene, place: int) -> tuple[str, dict[str, Param]]:
        """What is needed; never the client's level."""
        return "too_little_dutch", self._params(scene, place)

    def ask(self, scene: Scene, place: int) -> tuple[str, dict[str, Param]]:
        """Can one take part with little Dutch?"""
        return "little_dutch", self._params(scene, place)
