"""Is it a place for someone like them: a group that is meant for them, target group, peers or just no label."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from wor_match.catalogue.columns import NO, UNKNOWN, YES, CategoryColumn
from wor_match.criteria.audiences import AUDIENCES, NAMELESS, NO_GROUP, tongues
from wor_match.criteria.base import Criterion, Telling, Values
from wor_match.criteria.doubts import KIND_IS_OPEN, lowered
from wor_match.criteria.interest import InterestCriterion, answered
from wor_match.criteria.own_kind import SPOKEN, is_only_learning, is_shared, own_languages
from wor_match.criteria.standing import Standing, as_told_least_most, at_home_in
from wor_match.domain.client import Client
from wor_match.query.query import Query
from wor_match.query.scene import Scene
from wor_match.rules.age import AGES as AGE_RULE
from wor_match.rules.gender import GENDER_RULE, GENDERS_OF_RULES
from wor_match.rules.gender import fits as gender_fits
from wor_match.vocabulary.enums import GroupGender

Floats = npt.NDArray[np.float64]
#: For everyone is fine; for one's own circumstances is better; for others' circumstances is hardly a match.
FOR_ALL, OWN, OTHERS = 0.33, 0.47, 0.02
#: Best is a group that by its own rule is meant for people like the client, and what is their own by their own wish.
#: That it weighs more than shared circumstances was found on ten collections of judgements; nine are the better for it.
BELONGS = 1.0
#: For others by its category words only: a heading under which a directory lists it, among more.
ALSO_OTHERS = 0.16
#: Expected value where a group has a gender rule and it is not known whether the client meets it.
DOUBTED = 0.14
#: Expected value of a group that may speak another language mostly, for who was not asked what they speak.
TONGUE_DOUBTED = 0.2
#: So well it answers the client's wishes at least where an age or gender of the group's own counts beside them.
LIKED = 0.15
_AGE_MARGIN = 10
#: A rule on age that spans no more years than this is about a time of life ("18 tot 30"), not about who may come.
_ONE_GENERATION = 15

_INTEREST = InterestCriterion()
AGES = CategoryColumn("age_range", lambda row: (row.activity.group.age_min, row.activity.group.age_max))


class IdentityCriterion(Criterion):
    """A group that is meant for people like the client 1, own target group 0.47, for everyone 0.33, for others 0.02.

    Meant for them is a group with a rule of its own that they meet: on gender, or on a span of at most fifteen years of
    age. It counts for who wishes such a group, and beside something that they like; by themselves age and gender are
    worth nothing, and who wishes a mixed group gets nothing for a rule on gender. Label wishes shift it: peers, or a
    language of one's own, are worth 1 to who wishes them.

    Who wishes their own culture, or speaks little Dutch: a group for everyone in which one of their own languages is
    spoken counts as their own. A listing tells nothing else of culture, and where someone comes from is not asked.
    """

    name = "identity"
    reducer = "min"

    def applies(self, query: Query) -> bool:
        """Always: a target group that is not the client's speaks against."""
        return True

    def evaluate(self, scene: Scene) -> Values:
        """Once for every distinct target group and age range."""
        age = scene.query.client.age
        wishes: set[str] = set(scene.query.client.label_wishes)
        low, value, high = self._of_audiences(scene, wishes)
        if not scene.query.client.languages:
            tongue = scene.rows.answer(AUDIENCES, lambda found: any(tongues(found.all)), np.bool_)
            low = np.where(tongue, np.minimum(low, ALSO_OTHERS), low)
            value = np.where(tongue, np.minimum(value, TONGUE_DOUBTED), value)
        if spoken := own_languages(scene.query.client):
            shared = scene.rows.answer(SPOKEN, lambda languages: is_shared(languages, spoken), np.int8)
            worth = BELONGS if "own_culture" in wishes else OWN
            low, value, high = (
                np.where((each >= FOR_ALL) & (shared >= least), np.maximum(each, worth), each)
                for each, least in ((low, YES), (value, YES), (high, UNKNOWN))
            )
        low, value, high = _belonging(scene, Values(low, value, high))
        if "own_age" in wishes and age is not None:
            share = scene.rows.answer(AGES, lambda ages: _own_age(ages, age), np.float64)
            low, value, high = low * share, value * share, high * share
        # A gender rule that one may or may not meet: as far as known it is a place for others.
        gender = scene.query.client.gender
        met = scene.rows.answer(GENDER_RULE, lambda rule: gender_fits(rule[0], rule[1], gender), np.int8)
        doubt = met == UNKNOWN
        low, expected = (
            np.where(doubt, np.minimum(most, each), each) for most, each in ((OTHERS, low), (DOUBTED, value))
        )
        values = Values(low, expected, high)
        # Something of which the kind is not told may turn out to be a group of peers.
        return lowered(values, scene.rows.get(KIND_IS_OPEN), 0.0) if "no_patient_group" in wishes else values

    def _of_audiences(self, scene: Scene, wishes: set[str]) -> Values:
        """As told, and between what it may turn out to be."""
        told, least, most = as_told_least_most(scene, lambda found: _value(found, wishes))
        return Values(least, told, most)

    def tell(self, scene: Scene, place: int, value: float) -> list[Telling]:
        """For their circumstances, or for somebody else's."""
        everyone = scene.rows.value(AUDIENCES, place).all
        of_a_language = {one for one, _ in tongues(everyone)}
        audiences = everyone - scene.query.open_circumstances - NAMELESS - of_a_language
        is_open = bool(of_a_language) and not scene.query.client.languages
        if of_a_language and not is_open:
            of_a_language -= at_home_in(of_a_language, scene.query)
        shared = sorted((audiences & scene.query.circumstances) - NO_GROUP)
        if shared == ["newcomer"] and value >= FOR_ALL and is_only_learning(scene.query):
            return [Telling(True, "learners", {})]
        if shared and value >= FOR_ALL:
            return [Telling(True, "own_group", {"audience": shared[0]})]
        # Where it counts for little by a gender that is not known, it is their own group all the same.
        rule = scene.rows.value(GENDER_RULE, place)
        by_gender = gender_fits(rule[0], rule[1], scene.query.client.gender) == UNKNOWN
        others = sorted(audiences - (scene.query.circumstances if by_gender else NO_GROUP & scene.query.circumstances))
        if others and value <= ALSO_OTHERS:
            return [Telling(False, "other_group", {"audience": others[0]})]
        if of_a_language and value <= (TONGUE_DOUBTED if is_open else ALSO_OTHERS):
            return [Telling(False, "other_language", {"languages": scene.rows.value(SPOKEN, place)[:1]})]
        client = scene.query.client
        if value > OWN and _is_for_gender(scene.rows.value(GENDER_RULE, place), client) == YES:
            return [Telling(True, "own_gender", {"rule": scene.rows.value(GENDER_RULE, place)[0]})]
        if value > OWN and _is_of_generation(scene.rows.value(AGE_RULE, place), client):
            least, most = scene.rows.value(AGE_RULE, place)
            return [Telling(True, "own_ages", {"age_min": least, "age_max": most})]
        told = () if audiences else scene.rows.value(SPOKEN, place)
        own = own_languages(client) if told else ()
        spoken = tuple(one for one in told if one in own)
        return [Telling(True, "own_language", {"languages": spoken})] if spoken else []


def _value(found: Standing, wishes: set[str]) -> Floats:
    """What it is worth whom something is for, (ways, audiences)."""
    own = BELONGS if "peers" in wishes else FOR_ALL if "no_patient_group" in wishes else OWN
    of_others = np.where(found.is_named, OTHERS, ALSO_OTHERS)
    value = np.where(found.is_own, own, np.where(found.is_other, of_others, FOR_ALL))
    return np.where(found.is_peers, 0.0, value) if "no_patient_group" in wishes else value


def _belonging(scene: Scene, values: Values) -> Values:
    """With what a group is worth that is meant for people like the client, unless it is for other circumstances.

    By the client's own wish, or beside something that they like: age and gender alone put nothing in a list.
    """
    client = scene.query.client
    ages = scene.rows.answer(AGE_RULE, lambda ages: YES if _is_of_generation(ages, client) else NO, np.int8)
    gender = scene.rows.answer(GENDER_RULE, lambda rule: _is_for_gender(rule, client), np.int8)
    meant, wished = np.maximum(gender, ages), np.full(len(scene), NO, dtype=np.int8)
    if client.group.gender is not None:
        wished = gender
    if "own_age" in client.label_wishes:
        wished = np.maximum(wished, ages)
    likes = scene.once(answered) if _INTEREST.applies(scene.query) else np.zeros((3, len(scene)))
    each = zip((YES, YES, UNKNOWN), values, likes, strict=True)
    return Values(
        *[
            np.where(((wished >= least) | ((meant >= least) & (liked >= LIKED))) & (one >= FOR_ALL), BELONGS, one)
            for least, one, liked in each
        ]
    )


def _is_for_gender(rule: tuple[GroupGender | None, bool], client: Client) -> int:
    """Whether it is a group for their gender, by a rule of its own; not known where the prose contradicts that rule."""
    stated, is_doubted = rule
    if client.group.gender is GroupGender.MIXED or client.gender not in GENDERS_OF_RULES:
        return NO
    if stated is None or stated is GroupGender.MIXED:
        return UNKNOWN if is_doubted else NO
    return gender_fits(stated, False, client.gender)


def _is_of_generation(ages: tuple[int | None, int | None], client: Client) -> bool:
    """Whether it is a group for their time of life, by a rule of its own: "from 50" may mean anybody."""
    least, most = ages
    if least is None or most is None or client.age is None:
        return False
    return most - least <= _ONE_GENERATION and least <= client.age <= most


def _own_age(ages: tuple[int | None, int | None], age: int) -> float:
    """1 when the range surrounds the age closely, less when it says nothing or starts far away."""
    least, most = ages
    if least is None and most is None:
        return 0.8
    if least is not None and age < least:
        return 0.3
    near_low = least is None or age - least <= _AGE_MARGIN or least == 0
    return 1.0 if near_low and (most is None or most >= age) else 0.8
