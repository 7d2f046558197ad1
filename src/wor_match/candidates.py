"""From rows to activities: alternatives are "any", required parts are "all" (Kleene or and and)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from wor_match.catalogue.catalogue import Catalogue
from wor_match.catalogue.rows import Rows
from wor_match.query.query import Query
from wor_match.query.scene import sessions_of
from wor_match.scoring import Points, Scored, together
from wor_match.vocabulary.enums import Requires

Index = npt.NDArray[np.int64]
#: Rows a little out of reach are looked at too, for near misses.
BEYOND = 1.25


def rows_in_reach(query: Query, catalogue: Catalogue) -> Rows:
    """Rows that can be in reach, somewhat more, and all that are online, at home or at an unknown place."""
    home, limit = query.home, query.client.travel.max_minutes
    if home is None or limit is None:
        return catalogue.all_rows
    radius = query.travel.reach_km(query.usual_modes, limit * BEYOND) + home[2]
    if not np.isfinite(radius):
        return catalogue.all_rows
    fetched = catalogue.fetched_rows
    found = catalogue.band.within(home[0], home[1], radius)
    return Rows(catalogue, np.union1d(found, fetched) if len(fetched) else found)


def taken_hours(query: Query, catalogue: Catalogue) -> list[tuple[int, float, float]]:
    """Weekly hours of what the client does already, as far as the catalogue knows them (by id).

    Only what has one session a week: of several the client may come to any.
    """
    found = []
    for name in query.client.current:
        sessions = sessions_of(catalogue[name].schedule) if name in catalogue else []
        if len(sessions) == 1:
            day, begin, end, is_rough, weeks = sessions[0]
            found += [(day, begin, end)] if weeks == 1 and not is_rough else []
    return found


@dataclass(frozen=True, slots=True)
class Chosen:
    """Activities with the rows that stand for them.

    Parameters
    ----------
    activity : int64 (m,)
        Activity numbers, ascending.
    rows : tuple of int64 arrays, m
        Places (in the scene) of the rows that stand for each: one, or one a required part.
    contributions : int64 (3, m, c)
    values : float64 (3, m, c)
    """

    activity: Index
    rows: tuple[Index, ...]
    contributions: Points
    values: npt.NDArray[np.float64]


def choose(rows: Rows, scored: Scored) -> Chosen:
    """Choose the rows that stand for each activity.

    Parameters
    ----------
    rows : Rows, n
        The rows that were scored; of one activity only those that may stand for it.

    Notes
    -----
    Of alternatives the row with the highest expected score, of equals the first in the activity's own order. An
    activity of which all parts are required is here only if every part has a row.
    """
    catalogue, numbers = rows.catalogue, rows.activity
    alone = np.flatnonzero(catalogue.rows_per_activity[numbers] == 1)
    activity = [int(number) for number in numbers[alone]]
    standing = [np.array([place], dtype=np.int64) for place in alone]
    values, points = [scored.values[:, alone]], [scored.contributions[:, alone]]
    several = np.flatnonzero(catalogue.rows_per_activity[numbers] > 1)
    for number in np.unique(numbers[several]):
        found = _stand_in(rows, several[numbers[several] == number], scored)
        if found is not None:
            value, point = together(scored, found)
            activity.append(int(number))
            standing.append(found)
            values.append(value[:, None])
            points.append(point[:, None])
    order = np.argsort(np.array(activity, dtype=np.int64), kind="stable")
    return Chosen(
        np.array(activity, dtype=np.int64)[order],
        tuple(standing[place] for place in order),
        np.concatenate(points, axis=1)[:, order],
        np.concatenate(values, axis=1)[:, order],
    )


def _stand_in(rows: Rows, here: Index, scored: Scored) -> Index | None:
    """The best row, or the best row of every required part; None when a required part has no row."""
    catalogue = rows.catalogue
    activity = catalogue.effective[int(rows.activity[here[0]])]
    sources = [rows.source(int(place)) for place in here]
    keys = [
        (-int(score), source.part_number, source.place_number)
        for score, source in zip(scored.scores[here], sources, strict=True)
    ]
    best = sorted(range(len(here)), key=keys.__getitem__)
    if not activity.parts or activity.parts_require is Requires.ANY:
        return here[best[:1]]
    first: dict[int, int] = {}
    for place in best:
        first.setdefault(sources[place].part_number, place)
    if len(first) < len(activity.parts):
        return None
    return here[[first[part] for part in sorted(first)]]
