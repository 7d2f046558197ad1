"""What went wrong before: the cause weighs, not the whole category."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from wor_match.criteria.base import Criterion, Mask, Telling, Values, known, mostly_worst
from wor_match.criteria.causes import CHECKS, checked
from wor_match.query.query import Query
from wor_match.query.scene import Scene
from wor_match.rules.avoid import TITLE, plain_name
from wor_match.rules.company import IS_ONE_TO_ONE
from wor_match.vocabulary.enums import FailureCause

#: Expected value up to which a cause is told against, and from which on as spared.
BAD, _GOOD = 0.3, 0.8


def tellings(scene: Scene, place: int, causes: Iterable[FailureCause], good: str, bad: str) -> list[Telling]:
    """For each cause whether this row shares it; doubtful ones say nothing."""
    told = []
    for cause in causes:
        values = scene.once(CHECKS[cause])
        low, expected = float(values.low[place]), float(values.expected[place])
        if expected <= BAD:
            told.append(Telling(False, bad, {"cause": cause.value}))
        elif expected >= _GOOD and low > 0 and not _is_beside_the_point(scene, place, cause):
            # Of what is not known the low value is nothing.
            told.append(Telling(True, good, {"cause": cause.value}))
    return told[:2]


def _is_beside_the_point(scene: Scene, place: int, cause: FailureCause) -> bool:
    """One to one there is no group to be mixed, and whoever comes may be a man: nothing to be glad of."""
    return cause is FailureCause.MIXED_GROUP and scene.rows.at(IS_ONE_TO_ONE, place)


def was_tried(scene: Scene) -> Mask:
    """Rows of activities that the client tried: by id, by title, or by a title of some words within what was said."""
    tried = tuple(one.what for one in scene.query.client.tried)
    said = tuple(map(plain_name, tried))

    def named(title: str) -> bool:
        return title in said or (" " in title and any(f" {title} " in f" {one} " for one in said))

    return np.asarray(scene.rows.are(tried) | scene.rows.answer(TITLE, named, np.bool_))


class EarlierCriterion(Criterion):
    """Mostly the worst of the causes of earlier failures: 1 where this activity does not share it, 0 where it does.

    What was itself tried, by id or title, is 0: it is never told as new.
    """

    name = "earlier"

    def applies(self, query: Query) -> bool:
        """When something was tried."""
        return bool(query.client.tried)

    def evaluate(self, scene: Scene) -> Values:
        """Not told is the prior of the causes; a cause that cannot be checked says nothing of the others."""
        parts = [(weight, scene.once(CHECKS[cause])) for cause, weight in checked(scene.query.causes).items()]
        found = mostly_worst(parts) if parts else known(np.ones(len(scene)))
        fresh = ~scene.once(was_tried)
        return Values(found.low * fresh, found.expected * fresh, found.high * fresh)

    def tell(self, scene: Scene, place: int, value: float) -> list[Telling]:
        """That it was tried itself, or where it is otherwise than before, or just the same."""
        if scene.once(was_tried)[place]:
            return [Telling(False, "tried", {})]
        return tellings(scene, place, checked(scene.query.causes), "otherwise", "same_again")
