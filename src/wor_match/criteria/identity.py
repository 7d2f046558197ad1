"""Is it a place for someone like them, as they see it: target group, own age, peers or just no label."""

from __future__ import annotations

import numpy as np

from wor_match.catalogue.columns import NO, UNKNOWN, YES, CategoryColumn, RowSource
from wor_match.criteria.base import Criterion, Telling, Values
from wor_match.criteria.doubts import KIND_IS_OPEN, lowered
from wor_match.domain.client import Client
from wor_match.query.circumstances import circumstances_in
from wor_match.query.query import Query
from wor_match.query.scene import Scene
from wor_match.rules.gender import GENDER_RULE
from wor_match.rules.gender import fits as gender_fits
from wor_match.text.reading import DIRECTORY, Reading
from wor_match.vocabulary.enums import ActivityKind

#: For everyone is fine; for one's own circumstances is better; for others' circumstances is hardly a match.
FOR_ALL, OWN, OTHERS = 0.7, 1.0, 0.05
#: Expected value where a group has a gender rule and it is not known whether the client meets it.
DOUBTED = 0.3
_AGE_MARGIN = 10


def _audiences(row: RowSource) -> tuple[frozenset[str], bool]:
    """Target groups, stated or named in title and category words; and whether it is a group of peers."""
    activity = row.activity
    named = circumstances_in(Reading(". ".join((activity.title, *activity.kind_words)), DIRECTORY))
    return (named | set(activity.group.audiences), activity.kind is ActivityKind.PEER_GROUP)


AUDIENCES = CategoryColumn("audiences", _audiences)
AGES = CategoryColumn("age_range", lambda row: (row.activity.group.age_min, row.activity.group.age_max))

SPOKEN = CategoryColumn("spoken", lambda row: row.activity.language.languages)


class IdentityCriterion(Criterion):
    """Own target group 1, for everyone 0.7, for other people 0.05; label wishes shift it.

    Who wishes their own culture: a group for everyone in which one of their own languages is spoken counts as their
    own. A listing tells nothing else of culture, and where someone comes from is not asked.
    """

    name = "identity"
    reducer = "min"

    def applies(self, query: Query) -> bool:
        """Always: a target group that is not the client's speaks against."""
        return True

    def evaluate(self, scene: Scene) -> Values:
        """Once for every distinct target group and age range."""
        own = scene.query.circumstances
        wishes: set[str] = set(scene.query.client.label_wishes)
        value = scene.rows.answer(AUDIENCES, lambda found: self._value(found, own, wishes), np.float64)
        high = value
        if spoken := own_languages(scene.query.client):
            shared = scene.rows.answer(SPOKEN, lambda languages: _is_shared(languages, spoken), np.int8)
            for_all = value == FOR_ALL
            value, high = (np.where(for_all & (shared >= least), OWN, value) for least in (YES, UNKNOWN))
        age = scene.query.client.age
        if "own_age" in wishes and age is not None:
            share = scene.rows.answer(AGES, lambda ages: _own_age(ages, age), np.float64)
            value, high = value * share, high * share
        # A gender rule that one may or may not meet: as far as known it is a place for others.
        gender = scene.query.client.gender
        met = scene.rows.answer(GENDER_RULE, lambda rule: gender_fits(rule[0], rule[1], gender), np.int8)
        doubt = met == UNKNOWN
        low, expected = (np.where(doubt, np.minimum(most, value), value) for most in (OTHERS, DOUBTED))
        values = Values(low, expected, high)
        # Something of which the kind is not told may turn out to be a group of peers.
        return lowered(values, scene.rows.get(KIND_IS_OPEN), 0.0) if "no_patient_group" in wishes else values

    def _value(self, found: tuple[frozenset[str], bool], own: frozenset[str], wishes: set[str]) -> float:
        audiences, is_peers = found
        if "no_patient_group" in wishes and is_peers:
            return 0.0
        if audiences & own:
            return OWN if "peers" in wishes or "no_patient_group" not in wishes else FOR_ALL
        return OTHERS if audiences else FOR_ALL

    def tell(self, scene: Scene, place: int, value: float) -> list[Telling]:
        """For their circumstances, or for somebody else's."""
        audiences, _ = scene.rows.value(AUDIENCES, place)
        shared = sorted(audiences & scene.query.circumstances)
        if shared and value >= FOR_ALL:
            return [Telling(True, "own_group", {"audience": shared[0]})]
        if audiences and value <= OTHERS:
            return [Telling(False, "other_group", {"audience": sorted(audiences)[0]})]
        told = scene.rows.value(SPOKEN, place)
        spoken = tuple(one for one in told if one in own_languages(scene.query.client))
        return [Telling(True, "own_language", {"languages": spoken})] if spoken and not audiences else []


def own_languages(client: Client) -> frozenset[str]:
    """The languages in which someone who wishes their own culture may find it; empty when that is not the wish.

    Not Dutch, and English only when it is the only one: these are what people from everywhere share.
    """
    if "own_culture" not in client.label_wishes:
        return frozenset()
    own = frozenset(client.languages) - {"nl"}
    return own - {"en"} or own


def _is_shared(languages: tuple[str, ...], own: frozenset[str]) -> int:
    """Whether one of these languages is spoken; not known when none is told."""
    if not languages:
        return UNKNOWN
    return YES if own.intersection(languages) else NO


def _own_age(ages: tuple[int | None, int | None], age: int) -> float:
    """1 when the range surrounds the age closely, less when it says nothing or starts far away."""
    least, most = ages
    if least is None and most is None:
        return 0.8
    if least is not None and age < least:
        return 0.3
    near_low = least is None or age - least <= _AGE_MARGIN or least == 0
    return 1.0 if near_low and (most is None or most >= age) else 0.8
