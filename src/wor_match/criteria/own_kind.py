"""What is meant for people like the client: by their circumstances, or by a language of their own."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from wor_match.catalogue.columns import NO, UNKNOWN, YES, CategoryColumn
from wor_match.criteria.base import Mask
from wor_match.criteria.standing import as_told_least_most
from wor_match.domain.client import Client
from wor_match.query.circumstances import by_fact
from wor_match.query.query import Query
from wor_match.query.scene import Scene
from wor_match.rules.language import INDEPENDENT
from wor_match.vocabulary.enums import DUTCH_LEVELS

SPOKEN = CategoryColumn("spoken", lambda row: row.activity.language.languages)


class OwnKind(NamedTuple):
    """Rows that are meant for people like this client, (n,) each: surely, as far as is told, and perhaps."""

    surely: Mask
    as_told: Mask
    perhaps: Mask


def own_kind(scene: Scene) -> OwnKind:
    """What is meant for people like this client.

    Nothing for who wants no patients' group: their own circumstances are just what they do not come for.
    """
    client = scene.query.client
    if "no_patient_group" in client.label_wishes:
        return OwnKind(*[np.zeros(len(scene), dtype=bool)] * 3)
    spoken = own_languages(client)
    told, least, most = as_told_least_most(scene, lambda found: found.is_own) > 0
    if not spoken:
        return OwnKind(least, told, most)
    shared = scene.rows.answer(SPOKEN, lambda languages: is_shared(languages, spoken), np.int8)
    suits, surely, perhaps = as_told_least_most(scene, lambda found: ~found.is_other) > 0
    speaks = shared == YES
    return OwnKind(least | (surely & speaks), told | (suits & speaks), most | (perhaps & (shared >= UNKNOWN)))


def is_only_learning(query: Query) -> bool:
    """Whether nobody told that they are a newcomer: it follows from little Dutch alone, which says nothing of years."""
    told = (*query.client.circumstances, *(name for name, _ in query.words.circumstances))
    return "newcomer" not in told and "newcomer" in by_fact(query.client)


def own_languages(client: Client) -> frozenset[str]:
    """The languages in which someone who wishes their own culture may find it, or who speaks little Dutch is at ease.

    Not Dutch, and English only when it is the only one: these are what people from everywhere share.
    """
    level = client.dutch_level
    speaks_little = level is not None and DUTCH_LEVELS.index(level) < DUTCH_LEVELS.index(INDEPENDENT)
    if "own_culture" not in client.label_wishes and not speaks_little:
        return frozenset()
    own = frozenset(client.languages) - {"nl"}
    return own - {"en"} or own


def is_shared(languages: tuple[str, ...], own: frozenset[str]) -> int:
    """Whether one of these languages is spoken; not known when none is told."""
    if not languages:
        return UNKNOWN
    return YES if own.intersection(languages) else NO
