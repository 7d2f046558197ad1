"""Can the client follow what is said."""

from __future__ import annotations

from wor_match.catalogue.columns import NO, UNKNOWN, YES, CategoryColumn, RowSource
from wor_match.domain.client import Client
from wor_match.domain.offer import Language
from wor_match.domain.records import Param
from wor_match.query.query import Query
from wor_match.query.scene import Scene
from wor_match.rules.base import Rule, Verdicts
from wor_match.rules.dislikes import main_themes
from wor_match.vocabulary.enums import DUTCH_LEVELS, ActivityKind, DutchLevel

#: With B1 one can follow ordinary talk (CEFR: independent user), so that nothing needs to be asked.
INDEPENDENT = DutchLevel.B1
LANGUAGE = CategoryColumn("language", lambda row: (row.activity.language, is_talk(row)))
#: Up to A1 one speaks in single words and set phrases (CEFR: breakthrough).
_WORDS_ONLY = DUTCH_LEVELS.index(DutchLevel.A1)
#: Who has A2 cannot do what asks C1, a guide in a museum say, also when English is spoken there too.
_FAR_SHORT = 3
#: What one comes to with little Dutch just because of it.
_FOR_LEARNERS = frozenset({"dutch_language", "newcomers_meeting", "basic_skills"})


def is_talk(row: RowSource) -> bool:
    """Whether it is two people in conversation, and not in order to learn the language."""
    return row.activity.kind is ActivityKind.ONE_TO_ONE and _FOR_LEARNERS.isdisjoint(
        main_themes(row.activity.title, row.activity.kind_words, row.activity.themes)
    )


def fits(offer: Language, client: Client, is_talk: bool = False) -> int:
    """YES with another shared language, someone who interprets, or enough Dutch; NO when Dutch falls short.

    In conversation one to one it does so for who speaks single words only, where it is told that only Dutch is spoken.
    """
    spoken = set(offer.languages)
    is_helped = offer.has_interpreter is True or client.has_language_buddy is True
    if is_helped:
        return YES
    if spoken & set(client.languages) - {"nl"}:
        short = _falls_short(offer, client)  # in that language it may do, unless it is far too little
        return NO if short >= _FAR_SHORT else (UNKNOWN if short else YES)
    if client.dutch_level is None:
        return UNKNOWN if spoken and "nl" not in spoken else YES
    if spoken and "nl" not in spoken:
        return NO
    level = DUTCH_LEVELS.index(client.dutch_level)
    if offer.dutch_level_needed is not None:
        return YES if level >= DUTCH_LEVELS.index(offer.dutch_level_needed) else NO
    if is_talk and spoken and level <= _WORDS_ONLY:
        return NO
    return YES if level >= DUTCH_LEVELS.index(INDEPENDENT) else UNKNOWN


def _falls_short(offer: Language, client: Client) -> int:
    """By how many levels this client falls short where fluent Dutch is asked beside the other language; else 0."""
    needed, level = offer.dutch_level_needed, client.dutch_level
    if needed is None or level is None or "nl" not in offer.languages:
        return 0
    asked = DUTCH_LEVELS.index(needed)
    return max(asked - DUTCH_LEVELS.index(level), 0) if asked > DUTCH_LEVELS.index(INDEPENDENT) else 0


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
        return scene.rows.answer(LANGUAGE, lambda told: fits(told[0], client, told[1]), "int8")

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
