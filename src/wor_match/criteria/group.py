"""The group that this client wishes for: size, composition, leader, and how much it asks among people."""

from __future__ import annotations

import numpy as np

from wor_match.criteria.base import Criterion, Floats, OpenFacts, Telling, Values, weighted, where_known
from wor_match.criteria.doubts import MAY_BE_ONE_TO_ONE, lowered, raised
from wor_match.criteria.sizes import IS_BOUNDED, bounded
from wor_match.query.query import Query
from wor_match.query.scene import Scene
from wor_match.rules.company import ANY_SIZE, COMPOSITION, IS_ONE_TO_ONE, LARGE, LEADER, LEAST, MOST, SIZE, SMALL
from wor_match.rules.effort import IS_ONLY_SIDE_BY_SIDE, NOT_KNOWN, SOCIAL
from wor_match.vocabulary.enums import GroupGender, GroupSize

#: How well a known number of people answers a wish; the breaks follow SMALL and LARGE.
_SIZE_STEPS = {
    GroupSize.ONE_TO_ONE: ((2, 1.0), (4, 0.6), (SMALL, 0.35), (LARGE, 0.1)),
    GroupSize.SMALL: ((4, 0.9), (SMALL, 1.0), (15, 0.65), (LARGE, 0.35)),
    GroupSize.LARGE: ((2, 0.1), (SMALL, 0.4), (LARGE, 0.8)),
}
_LARGEST = {GroupSize.ONE_TO_ONE: 0.0, GroupSize.SMALL: 0.1, GroupSize.LARGE: 1.0}
#: Value of social effort one step over the client's limit, and by steps below it; at the limit it takes courage.
_OVER = 0.15
_BELOW = (0.8, 1.0, 1.0, 0.9)


def size_value(wanted: GroupSize, sizes: Floats) -> Floats:
    """Value of a number of people for a wish.

    >>> size_value(GroupSize.SMALL, np.array([8.0, 40.0])).tolist()
    [1.0, 0.1]
    """
    steps = _SIZE_STEPS[wanted]
    conditions = [sizes <= most for most, _ in steps]
    return np.asarray(np.select(conditions, [value for _, value in steps], default=_LARGEST[wanted]))


def _worst(wanted: GroupSize) -> float:
    return min(_LARGEST[wanted], *(value for _, value in _SIZE_STEPS[wanted]))


def social_values(limit: int) -> Floats:
    """Value of each social effort from 0 to 3 for someone with this limit.

    >>> social_values(1).tolist()
    [1.0, 0.8, 0.15, 0.15]
    """
    return np.array([_OVER if asks > limit else _BELOW[limit - asks] for asks in range(len(_BELOW))])


class GroupCriterion(Criterion):
    """Mean over what was asked of size, composition, leader and social effort."""

    name = "group"
    prior = 0.6

    def applies(self, query: Query) -> bool:
        """When any group wish or the social limit was asked."""
        wishes = query.client.group
        size = wishes.size not in (None, GroupSize.ANY)
        return size or bool(wishes.gender or wishes.leader) or query.client.max_social_effort is not None

    def evaluate(self, scene: Scene) -> Values:
        """See the class; not known is the prior."""
        return weighted(list(self._parts(scene).values()))

    def _parts(self, scene: Scene) -> dict[str, tuple[float, Values]]:
        """Each wish of this client, with its weight."""
        client = scene.query.client
        parts: dict[str, tuple[float, Values]] = {}
        if client.group.size not in (None, GroupSize.ANY):
            parts["size"] = (1.0, self._size(scene, client.group.size))
        if client.group.gender:
            parts["who"] = (1.0, self._who(scene, client.group.gender))
        if client.group.leader:
            parts["leader"] = (0.5, self._leader(scene, client.group.leader))
        if client.max_social_effort is not None:
            parts["social"] = (1.5, self._social(scene, social_values(client.max_social_effort)))
        return parts

    def open_facts(self, scene: Scene, place: int) -> OpenFacts:
        """What is asked of the group and not known of this one."""
        parts = scene.own(self._parts)
        names = [name for name, (_, each) in parts.items() if each.low[place] < each.high[place]]
        return OpenFacts(tuple(f"group.{name}" for name in names))

    def _size(self, scene: Scene, wanted: GroupSize) -> Values:
        sizes = np.where(scene.rows.get(IS_ONE_TO_ONE), 2, scene.rows.get(SIZE)).astype(np.float64)
        prior, turns = self.unknown(scene.query), tuple(most for most, _ in _SIZE_STEPS[wanted])
        found = where_known(size_value(wanted, sizes), sizes > 0, prior, worst=_worst(wanted))
        return bounded(found, scene, lambda some: size_value(wanted, some), turns, prior)

    def _social(self, scene: Scene, values: Floats) -> Values:
        asks = scene.rows.get(SOCIAL)
        best, worst = float(values.max()), float(values.min())
        found = where_known(values[asks], asks != NOT_KNOWN, self.unknown(scene.query), worst=worst, best=best)
        calm = scene.rows.get(IS_ONLY_SIDE_BY_SIDE)  # small talk at most, and perhaps none
        return raised(lowered(found, calm, values[0]), calm, values[0])

    def _who(self, scene: Scene, wanted: GroupGender) -> Values:
        value = scene.rows.answer(COMPOSITION, lambda who: np.nan if who is None else float(who is wanted), np.float64)
        value = np.where(scene.rows.get(IS_ONE_TO_ONE), 1.0, value)  # there is no group to be in
        found = where_known(value, ~np.isnan(value), self.unknown(scene.query))
        return raised(found, scene.rows.get(MAY_BE_ONE_TO_ONE), 1.0)

    def _leader(self, scene: Scene, wanted: GroupGender) -> Values:
        value = scene.rows.answer(LEADER, lambda who: np.nan if who is None else float(who is wanted), np.float64)
        return where_known(value, ~np.isnan(value), self.unknown(scene.query))

    def _bounds(self, scene: Scene, place: int) -> list[Telling]:
        """Where only the fewest or most people are told: whether all sizes that are left suit, or none does."""
        wanted = scene.query.client.group.size
        if wanted in (None, GroupSize.ANY) or not scene.rows.at(IS_BOUNDED, place):
            return []
        low, _, high = (float(each[place]) for each in self._size(scene, wanted))
        suits, differs = low >= 0.8, high <= 0.4
        is_about_most = suits is (wanted is not GroupSize.LARGE)
        size = int(scene.rows.get(MOST if is_about_most else LEAST)[place])
        if not (suits or differs) or not 1 < size < ANY_SIZE:
            return []
        case = f"at_{'most' if is_about_most else 'least'}_{'fits' if suits else 'differs'}"
        return [Telling(suits, case, {"size": size, "wanted": wanted.value})]

    def tell(self, scene: Scene, place: int, value: float) -> list[Telling]:
        """Size against the wish, and side by side or talking."""
        client = scene.query.client
        told = self._bounds(scene, place)
        size = 2 if scene.rows.at(IS_ONE_TO_ONE, place) else scene.rows.at(SIZE, place)
        if client.group.size not in (None, GroupSize.ANY) and size:
            fit = next((value for most, value in _SIZE_STEPS[client.group.size] if size <= most), None)
            fit = _LARGEST[client.group.size] if fit is None else fit
            if fit >= 0.8:
                told.append(Telling(True, "size_fits", {"size": size, "wanted": client.group.size.value}))
            elif fit <= 0.4:
                told.append(Telling(False, "size_differs", {"size": size, "wanted": client.group.size.value}))
        asks = scene.rows.at(SOCIAL, place)
        if client.max_social_effort is not None and asks != NOT_KNOWN:
            if asks == 0:
                told.append(Telling(True, "side_by_side", {}))
            elif asks == client.max_social_effort and asks >= 2:
                told.append(Telling(False, "asks_courage", {"asks": asks}))
        return told
