"""Whether there is a place soon: waiting too long is a reason to drop out."""

from __future__ import annotations

from datetime import date

import numpy as np

from wor_match.catalogue.columns import CategoryColumn, Column, RowSource
from wor_match.catalogue.rows import Rows
from wor_match.criteria.base import Criterion, Floats, OpenFacts, Telling, Values, unit
from wor_match.criteria.doubts import MAY_BEGIN_LATER, lowered
from wor_match.query.query import Query
from wor_match.query.scene import Scene
from wor_match.rules.places import Waits, is_one_to_one, profile_waits, room_is_doubted, room_of
from wor_match.rules.start import days_from, days_until_start
from wor_match.vocabulary.enums import SignUp

#: (waiting weeks, full, closed, whether there is surely a place, one to one or None)
ROOM = CategoryColumn("room_detail", lambda row: (*room_of(row), _has_place(row), is_one_to_one(row)))
_Room = tuple[int | None, bool, bool, bool, bool | None]
#: Expected value when it is full and nobody says for how long.
_FULL = 0.25


def _free(row: RowSource) -> int:
    """Places that are free, as far as that is told and not in doubt."""
    return 0 if room_is_doubted(row) else row.activity.capacity.places_free or 0


FREE = Column("places_free", np.int64, _free)


def _has_place(row: RowSource) -> bool:
    """Whether there is one for who comes now: a free one, or one walks in."""
    return bool(_free(row)) or (row.activity.first_step.sign_up is SignUp.WALK_IN and not room_is_doubted(row))


def room_value(room: _Room, waits: Waits, prior: float) -> tuple[float, float, float]:
    """Low, expected and high: a free place is 1, a wait counts down linearly, no word is the prior.

    >>> room_value((6, True, False, False, False), Waits(group=12, one_to_one=24), 0.7)
    (0.5, 0.5, 0.5)
    >>> room_value((6, True, False, False, None), Waits(group=12, one_to_one=24), 0.7)
    (0.5, 0.5, 0.75)
    """
    weeks, is_full, is_closed, has_place, alone = room
    if is_closed:
        return (0.0, 0.0, 0.0)
    if weeks is not None and (is_full or weeks > 0):
        low, high = (_left(weeks, longest) for longest in waits.between(alone))
        return (low, low, high)
    if is_full:
        return (0.0, _FULL, 1.0)
    if has_place or weeks == 0:
        return (1.0, 1.0, 1.0)
    return (0.0, prior, 1.0)


def _left(weeks: int, longest: int) -> float:
    return max(0.0, 1 - weeks / longest) if longest else float(weeks == 0)


def _values(rows: Rows, begin: date, waits: Waits, prior: float, most_weeks: int) -> Floats:
    """The room times how soon it starts: low, expected and high, (3, rows)."""
    three = rows.answer(ROOM, lambda room: room_value(room, waits, prior), np.float64).reshape(-1, 3)
    soon = unit(1 - days_from(rows, begin) / (7 * max(most_weeks, 1)))
    values = Values(*(three.T * soon))
    return np.array(lowered(values, rows.get(MAY_BEGIN_LATER), 0.0))


class PlacesCriterion(Criterion):
    """A place now is best; waiting weeks, and days until the season or course begins, count down."""

    name = "places"
    prior = 0.75
    reducer = "min"

    def applies(self, query: Query) -> bool:
        """Always."""
        return True

    def evaluate(self, scene: Scene) -> Values:
        """The room times how soon it starts."""
        query = scene.query
        facts = query.begin, profile_waits(query), self.unknown(query), query.profile.limits.max_start_weeks
        return Values(*scene.of_day(_values, *facts))

    def open_facts(self, scene: Scene, place: int) -> OpenFacts:
        """Whether there is a place, or how long one waits for it, and when one can begin."""
        room = scene.rows.value(ROOM, place)
        low, _, high = room_value(room, profile_waits(scene.query), self.unknown(scene.query))
        # Of a wait that is told only the kind of thing is open, of which others ask.
        asked = ("places.wait" if room[1] else "places.room",) * (low < high and room[0] is None)
        return OpenFacts(asked + ("places.begin",) * scene.rows.at(MAY_BEGIN_LATER, place))

    def tell(self, scene: Scene, place: int, value: float) -> list[Telling]:
        """How many places, how long a wait, or when it starts."""
        weeks, is_full, *_ = scene.rows.value(ROOM, place)
        free = scene.rows.at(FREE, place)
        told = []
        if weeks and (is_full or weeks > 0):
            told.append(Telling(False, "wait", {"weeks": weeks}))
        elif free and not is_full:
            told.append(Telling(True, "free", {"places": free}))
        days = scene.once(days_until_start).item(place)
        if days > 14:
            told.append(Telling(False, "later", {"weeks": round(days / 7)}))
        return told
