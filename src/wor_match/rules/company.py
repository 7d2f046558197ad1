"""What the client demands of the group: composition, leader, size. Only a "must" stands here; a wish weighs."""

from __future__ import annotations

import numpy as np

from wor_match.catalogue.columns import NO, UNKNOWN, YES, CategoryColumn, Column, RowSource
from wor_match.catalogue.marks import CONTRADICTED
from wor_match.domain.activity import Activity
from wor_match.domain.records import Param
from wor_match.query.liked import pastimes
from wor_match.query.query import Query, causes_in
from wor_match.query.scene import Scene
from wor_match.query.wants import Want, theme_place
from wor_match.rules.base import Rule, Verdicts
from wor_match.vocabulary.enums import ActivityKind, FailureCause, Gender, GroupGender, GroupSize, Strictness

#: A small group is one of at most ten people, a large one more than twenty (assumption, stated in the glossary).
SMALL, LARGE = 10, 20

COMPOSITION = CategoryColumn("composition", lambda row: _composition(row))
LEADER = CategoryColumn("leader", lambda row: row.activity.group.leader_gender)
#: The usual number of people; 0 is not known.
SIZE = Column("group_size", np.int64, lambda row: _size(row))
#: The fewest and the most that it may be; the usual number where that is known, and no bound is ``ANY_SIZE``.
LEAST = Column("group_least", np.int64, lambda row: size_bounds(row.activity)[0])
MOST = Column("group_most", np.int64, lambda row: size_bounds(row.activity)[1])
ANY_SIZE = 1_000_000
IS_ONE_TO_ONE = Column("is_one_to_one", np.bool_, lambda row: row.activity.kind is ActivityKind.ONE_TO_ONE)


def size_bounds(activity: Activity) -> tuple[int, int]:
    """Fewest and most people: as told, and never more than there are places; bounds that contradict are none.

    >>> size_bounds(Activity(id="a", title="Koor", group={"size_min": 6}, capacity={"places_total": 12}))
    (6, 12)
    """
    group = activity.group
    if group.size:
        return group.size, group.size
    least = group.size_min or 1
    most = min(group.size_max or ANY_SIZE, activity.capacity.places_total or ANY_SIZE)
    return (least, most) if least <= most else (1, ANY_SIZE)


def _size(row: RowSource) -> int:
    least, most = size_bounds(row.activity)
    return least if least == most else 0


def _composition(row: RowSource) -> GroupGender | None:
    """Who is in the group: no stated rule means mixed, one to one has no group, and None is doubt."""
    rule = row.activity.group.gender_rule
    if rule is None and row.activity.provenance.get("group.gender_rule") == CONTRADICTED:
        return None
    return rule or GroupGender.MIXED


def _same(wanted: GroupGender, found: GroupGender | None) -> int:
    return UNKNOWN if found is None else (YES if found is wanted else NO)


def size_fits(wanted: GroupSize, least: np.ndarray, most: np.ndarray, one_to_one: np.ndarray) -> Verdicts:
    """YES, UNKNOWN or NO for a demanded size, by the fewest and the most people that it may be."""
    least, most = np.where(one_to_one, 2, least), np.where(one_to_one, 2, most)
    good, bad = {
        GroupSize.ANY: (most > 0, most < 0),
        GroupSize.ONE_TO_ONE: (one_to_one, ~one_to_one),
        GroupSize.SMALL: (most <= SMALL, least > SMALL),
        GroupSize.LARGE: (least > LARGE, most <= LARGE),
    }[wanted]
    return np.where(good, YES, np.where(bad, NO, UNKNOWN)).astype(np.int8)


_MIXED = 0.9
#: From so clearly on a pastime is named.
_NAMED = 0.7
_OWN = {Gender.WOMAN: GroupGender.WOMEN, Gender.MAN: GroupGender.MEN}


def demanded_composition(query: Query) -> GroupGender | None:
    """The composition that is a must: as filled in, or because "groups with men in them" is a named dislike.

    Who dislikes one thing with men in it ("sporten met mannen erbij") says nothing of other things: that only weighs.
    """
    wishes = query.client.group
    if wishes.gender is not None:
        return wishes.gender if wishes.gender_is is Strictness.MUST else None
    plain = [one.phrase for one in query.dislikes if not _is_of_a_pastime(one)]
    named = max((causes_in(one).get(FailureCause.MIXED_GROUP, 0.0) for one in plain), default=0.0)
    return _OWN.get(query.client.gender) if named >= _MIXED and query.client.gender else None


def _is_of_a_pastime(dislike: Want) -> bool:
    return any(float(dislike.themes[theme_place()[theme]]) >= _NAMED for theme in pastimes())


class CompanyRule(Rule):
    """No when the group or its leader is not what the client must have; not known is a question."""

    name = "company"
    field = "group"
    urgency = 12
    risk = 0.6

    def applies(self, query: Query) -> bool:
        """When any group wish is a must, or mixed groups are a named dislike."""
        wishes = query.client.group
        pairs = ((wishes.size, wishes.size_is), (wishes.leader, wishes.leader_is))
        musts = any(value is not None and strict is Strictness.MUST for value, strict in pairs)
        return musts or demanded_composition(query) is not None

    def _verdicts(self, scene: Scene) -> dict[str, Verdicts]:
        wishes, rows = scene.query.client.group, scene.rows
        found: dict[str, Verdicts] = {}
        wanted = demanded_composition(scene.query)
        if wanted is not None:
            together = rows.answer(COMPOSITION, lambda who: _same(wanted, who), "int8")
            found["group"] = np.where(rows.get(IS_ONE_TO_ONE), self._alone(scene, wanted), together).astype(np.int8)
        if wishes.leader is not None and wishes.leader_is is Strictness.MUST:
            leader = wishes.leader
            found["leader"] = rows.answer(LEADER, lambda who: _same(leader, who), "int8")
        if wishes.size is not None and wishes.size_is is Strictness.MUST:
            found["size"] = size_fits(wishes.size, rows.get(LEAST), rows.get(MOST), rows.get(IS_ONE_TO_ONE))
        return found

    def _alone(self, scene: Scene, wanted: GroupGender) -> Verdicts:
        """One to one has no group, but who comes is asked of someone who wants to be among women, or among men.

        Unless a wish for the leader was filled in: that is about the same person.
        """
        if wanted is GroupGender.MIXED or scene.query.client.group.leader is not None:
            return np.full(len(scene), YES, dtype=np.int8)
        comes = scene.rows.answer(LEADER, lambda who: YES if who is wanted else UNKNOWN, "int8")
        among = scene.rows.answer(COMPOSITION, lambda who: YES if who is wanted else UNKNOWN, "int8")
        return np.maximum(comes, among).astype(np.int8)

    def check(self, scene: Scene) -> Verdicts:
        """Kleene "and" over the demands."""
        found: Verdicts = np.minimum.reduce(list(self._verdicts(scene).values())).astype(np.int8)
        return found

    def _which(self, scene: Scene, place: int, verdict: int) -> tuple[str, dict[str, Param]]:
        case = next(name for name, found in self._verdicts(scene).items() if found[place] == verdict)
        wishes = scene.query.client.group
        wanted = {"group": demanded_composition(scene.query), "leader": wishes.leader, "size": wishes.size}[case]
        return case, {"wanted": wanted.value if wanted else None}

    def why_not(self, scene: Scene, place: int) -> tuple[str, dict[str, Param]]:
        """Which demand is not met."""
        return self._which(scene, place, NO)

    def ask(self, scene: Scene, place: int) -> tuple[str, dict[str, Param]]:
        """Who comes, who leads, how many?"""
        case, params = self._which(scene, place, UNKNOWN)
        is_alone = case == "group" and scene.rows.at(IS_ONE_TO_ONE, place)
        return ("leader" if is_alone else case), params
