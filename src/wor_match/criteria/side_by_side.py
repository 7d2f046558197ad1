"""Something to do beside each other, for who can bear little talk: words come when they come."""

from __future__ import annotations

from functools import cache

import numpy as np

from wor_match.catalogue.columns import NO, UNKNOWN, YES, Column, RowSource, tri
from wor_match.criteria.activities import gather
from wor_match.criteria.base import Criterion, Floats, OpenFacts, Telling, Values, known
from wor_match.criteria.doubts import KIND_IS_OPEN, is_silent, lowered, raised
from wor_match.query.query import Query
from wor_match.query.scene import Scene
from wor_match.text.themes import default_reader
from wor_match.vocabulary.enums import ActivityKind, FailureCause, Setting

#: What is done beside each other by its nature: the work of men's sheds and gardens. That men's sheds go "side by side,
#: not face to face" is what their studies tell (Milligan 2016; Foettinger 2022, mostly qualitative: evidence is weak).
_BESIDE_EACH_OTHER = ("woodwork", "repair", "gardening")
#: Below this part of a listing it is mentioned, and not what is done there.
_CLEAR = 0.5
#: Where the listing tells that it is side by side, whatever is done there.
_TOLD = 0.5
#: Up to this social effort (0 to 3) talk has to be no more than small.
_LITTLE_TALK = 1
#: One goes there to do it with others: no service, no one to one, nothing at home or online.
IS_A_PLACE = Column("is_a_place_to_do_it", np.bool_, lambda row: _is_a_place(row))
BESIDE = Column("is_side_by_side", np.int8, lambda row: tri(row.effort.is_side_by_side))


def _is_a_place(row: RowSource) -> bool:
    return row.setting is Setting.ONSITE and row.activity.kind not in (ActivityKind.SERVICE, ActivityKind.ONE_TO_ONE)


@cache
def _of_themes() -> Floats:
    """Which themes are done so, (themes,)."""
    return np.isin(default_reader().theme_ids, _BESIDE_EACH_OTHER).astype(np.float64)


def _by_nature(scene: Scene) -> Floats:
    """How clearly each row is about what is done beside each other, (n,)."""
    strength = np.minimum(gather(scene).best(_of_themes()), 1.0)
    return np.where((strength >= _CLEAR) & scene.rows.get(IS_A_PLACE), strength, 0.0)


class SideBySideCriterion(Criterion):
    """How clearly it is about woodwork, repairing or gardening with others.

    At least half where it is told to be side by side, and nothing where it is told to be mostly talk.

    It tells who can bear little talk where that is not asked of them, and nothing against other activities. That
    coaches offer it to such clients, whatever these named, was found on fifteen collections of judgements; twelve are
    the better for it.
    """

    name = "side_by_side"
    reducer = "max"

    def applies(self, query: Query) -> bool:
        """When the social limit is small talk at most, or too much talk is what the client dreads."""
        limit = query.client.max_social_effort
        return (limit is not None and limit <= _LITTLE_TALK) or FailureCause.TOO_MUCH_TALK in query.dreads

    def evaluate(self, scene: Scene) -> Values:
        """Known by its words; that it is side by side, or mostly talk, may turn out where it is not told."""
        told, by_nature = scene.rows.get(BESIDE), scene.once(_by_nature)
        value = np.where(told == YES, np.maximum(by_nature, _TOLD), np.where(told == NO, 0.0, by_nature))
        found = raised(lowered(known(value), told == UNKNOWN, 0.0), told == UNKNOWN, _TOLD)
        found = lowered(found, scene.rows.get(KIND_IS_OPEN) & (told == YES), _TOLD)
        return raised(found, is_silent(scene) & (told != NO), 1.0)

    def tell(self, scene: Scene, place: int, value: float) -> list[Telling]:
        """That it is so."""
        return [Telling(True, "beside", {})] if value >= _CLEAR else []

    def open_facts(self, scene: Scene, place: int) -> OpenFacts:
        """Nothing that a question about the social effort does not ask already."""
        return OpenFacts(())
