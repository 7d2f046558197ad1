"""From rows to activities: alternatives are "any", required parts are "all" (Kleene or and and)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import numpy as np
import numpy.typing as npt

from wor_match.catalogue.catalogue import Catalogue
from wor_match.catalogue.location import union
from wor_match.catalogue.rows import Rows
from wor_match.domain.activity import Activity
from wor_match.domain.schedule import Schedule, ScheduleRule
from wor_match.query.query import Query
from wor_match.query.sessions import sessions_of
from wor_match.rules.reach import FETCH_KM
from wor_match.scoring import EXPECTED, Points, Scored, taken, together
from wor_match.vocabulary.enums import Status

Index = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
#: Rows a little out of reach are looked at too, for near misses.
BEYOND = 1.25


def rows_in_reach(query: Query, catalogue: Catalogue) -> Rows:
    """Rows that can be in reach, somewhat more, and all that are online, at an unknown place, or come to this region.

    The others are out of reach for sure, and by too much for a near miss. Of a client who was not asked how they
    travel, that is what no way of travelling reaches: some 40 km as the crow flies, with the shipped table.
    """
    home, limit = query.home, query.client.travel.max_minutes
    if home is None or query.client.home is None:
        return catalogue.all_rows
    # Without a limit: as far as any of the modes goes at all.
    radius = query.travel.reach_km(query.possible_modes, np.inf if limit is None else limit * BEYOND) + home[2]
    if not np.isfinite(radius):
        return catalogue.all_rows
    near = catalogue.band.within(home[0], home[1], radius)
    # Whom one fetches from further than the radius; nearer they are found already.
    fetched = catalogue.fetched.within(home[0], home[1], FETCH_KM) if radius < FETCH_KM else near[:0]
    visits = catalogue.home_visits.around(query.client.home.postcode, query.client.home.municipality)
    # Rows without a place follow the others in a catalogue, so this keeps all of them in order.
    located = union([near, fetched]) if len(fetched) else near
    return Rows(catalogue, np.concatenate([located, union([catalogue.placeless, visits])]))


def taken_hours(query: Query, catalogue: Catalogue) -> list[tuple[int, float, float]]:
    """Weekly hours of what the client does already, as far as the catalogue knows them (by id).

    Only what has one series a week on the day when the client can start: of several the client may come to any, and
    what is over, or has not begun, takes no hours. Single dates do not take an hour of every week.
    """
    here = [catalogue[name] for name in query.client.current if name in catalogue]
    series = [_running(one, query.begin) for one in here]
    return [found for one in series if len(one) == 1 for found in _weekly(one[0])]


def _running(activity: Activity, day: date) -> list[ScheduleRule]:
    """The series of an activity that run on this day."""
    schedule = activity.schedule
    first, last = activity.valid_from or date.min, activity.valid_to or date.max
    is_on = activity.status is not Status.ENDED and first <= day <= last
    if not is_on or (schedule.season and not schedule.season.holds(day)):
        return []
    return [rule for rule in schedule.rules if (rule.first_day or date.min) <= day <= (rule.last_day or date.max)]


def _weekly(rule: ScheduleRule) -> list[tuple[int, float, float]]:
    """The hours that a series takes of every week, when they are known; else nothing."""
    day, begin, end, is_rough, weeks = sessions_of(Schedule(rules=(rule,)))[0]
    return [(day, begin, end)] if weeks == 1 and not is_rough and not rule.nth_in_month else []


@dataclass(frozen=True)
class Chosen:
    """Activities with the rows that stand for them.

    Parameters
    ----------
    activity : int64 (m,)
        Activity numbers, ascending.
    row : int64 (at least m,)
        Places (in the scene) of the rows that stand for the activities: one for each, or one a required part.
    start : int64 (m + 1,)
        Where each activity's rows begin in ``row``.
    scored : Scored
        Of the rows.
    place : int64 (as many as ``row``)
        Where each row stands in ``scored``.
    """

    activity: Index
    row: Index
    start: Index
    scored: Scored
    place: Index

    def rows_of(self, place: int) -> Index:
        """Places (in the scene) of the rows that stand for one of the activities."""
        return self.row[self.start[place] : self.start[place + 1]]

    @property
    def rows(self) -> tuple[Index, ...]:
        """The same of all of them; only for looking at a few, as it makes an array for each."""
        return tuple(self.rows_of(place) for place in range(len(self.activity)))

    @cached_property
    def scores(self) -> Points:
        """Expected scores (m,)."""
        scores = self.scored.scores[self._first]
        if self._has_several:
            several, _, points = self._several
            scores[several] = points[EXPECTED].sum(axis=1)
        return scores

    @cached_property
    def links(self) -> Points | None:
        """Points from what links to interest, goal or need (m,); None when the intake has none of them."""
        if self.scored.links is None:
            return None
        links: Points = self.scored.links[self._first]
        if self._has_several:
            several, _, points = self._several
            links[several] = self.scored.link_points(points[EXPECTED])
        return links

    @cached_property
    def contributions(self) -> Points:
        """Low, expected and high, int64 (3, m, c)."""
        found = taken(self.scored.contributions, self._first)
        if self._has_several:
            several, _, points = self._several
            found[:, several] = points
        return found

    @cached_property
    def values(self) -> Floats:
        """The same as float64 values in [0, 1], (3, m, c)."""
        found = taken(self.scored.values, self._first)
        if self._has_several:
            several, values, _ = self._several
            found[:, several] = values
        return found

    @property
    def _first(self) -> Index:
        return self.place[self.start[:-1]]

    @property
    def _has_several(self) -> bool:
        return len(self.row) > len(self.activity)

    @cached_property
    def _several(self) -> tuple[Index, Floats, Points]:
        """Activities for which several rows stand, with the values and contributions of all parts together."""
        count = np.diff(self.start)
        several = (count > 1).nonzero()[0]
        rows = self.place[np.repeat(count > 1, count)]
        return several, *together(self.scored, rows, np.cumsum(count[several]) - count[several])

    def only(self, some: Sequence[int]) -> tuple[Chosen, list[int]]:
        """Some of them only, and where these then are."""
        kept = sorted(some)
        spans = [range(self.start[place], self.start[place + 1]) for place in kept]
        take = np.array([one for span in spans for one in span], dtype=np.int64)
        start = np.cumsum([0, *map(len, spans)])
        chosen = Chosen(self.activity[kept], self.row[take], start, self.scored, self.place[take])
        return chosen, np.searchsorted(kept, some).tolist()


def choose(rows: Rows, scored: Scored, among: Index | None = None) -> Chosen:
    """Choose the rows that stand for each activity.

    Parameters
    ----------
    rows : Rows, n
        The rows that were scored.
    among : int64, optional
        Which of these may stand for their activity; all when left out.

    Notes
    -----
    Of alternatives the row with the highest expected score, of equals the first in the activity's own order. An
    activity of which all parts are required is here only if every part has a row.
    """
    among = np.arange(len(rows)) if among is None else among
    catalogue, numbers = rows.catalogue, rows.activity[among]
    is_whole = catalogue.needs_all_parts[numbers]
    simple, of = among[~is_whole], numbers[~is_whole]
    best = simple[first_of_each((of,), (-scored.scores[simple], catalogue.own_order[rows.index[simple]]))]
    if not is_whole.any():
        return Chosen(rows.activity[best], best, np.arange(len(best) + 1), scored, best)
    parts, _ = best_of_parts(rows, scored, among[is_whole], numbers[is_whole])
    stand = np.concatenate([best, parts.row])
    return _standing(rows, scored, stand[np.argsort(rows.activity[stand], kind="stable")])


def _standing(rows: Rows, scored: Scored, stand: Index) -> Chosen:
    """The activities for which these rows stand; the rows lie by activity."""
    numbers = rows.activity[stand]
    start = _begins(numbers)
    return Chosen(numbers[start[:-1]], stand, start, scored, stand)


def _begins(groups: Index) -> Index:
    """Where each run of equals begins, and at the end how many there are.

    >>> _begins(np.array([4, 4, 7])).tolist()
    [0, 2, 3]
    """
    is_new = np.ones(len(groups) + 1, dtype=bool)
    is_new[1:-1] = groups[1:] != groups[:-1]
    return is_new.nonzero()[0] if len(groups) else np.zeros(1, dtype=np.int64)


def first_of_each(groups: tuple[Index, ...], order: tuple[Index, ...]) -> Index:
    """Places of the first of each group, by group.

    Parameters
    ----------
    groups : arrays (n,)
        What makes a group, the most important first.
    order : arrays (n,)
        What comes first in it, the most important first.

    Examples
    --------
    >>> first_of_each((np.array([7, 4, 7]),), (np.array([2, 0, 1]),)).tolist()
    [1, 2]
    """
    by = np.lexsort((*reversed(order), *reversed(groups)))
    begins = np.ones(len(by), dtype=bool)
    begins[1:] = False
    for group in groups:
        begins[1:] |= group[by[1:]] != group[by[:-1]]
    return by[begins]


def best_of_parts(rows: Rows, scored: Scored, among: Index, which: Index) -> tuple[Chosen, Index]:
    """The best row of every required part.

    Parameters
    ----------
    among : int64
        Rows of activities of which all parts are required.
    which : int64 (as many)
        To which choice each belongs: rows of one activity that are chosen from together.

    Returns
    -------
    Chosen
        By choice, only of those in which every part has a row.
    int64
        Which choices these are.
    """
    catalogue, index = rows.catalogue, rows.index[among]
    groups = which, catalogue.row_part[index]
    best = first_of_each(groups, (-scored.scores[among], catalogue.own_order[index]))
    begins = _begins(which[best])
    first, count = best[begins[:-1]], np.diff(begins)
    numbers = rows.activity[among[first]]
    complete = count == catalogue.parts[numbers]
    stand = among[best[np.repeat(complete, count)]]
    start = np.append(0, np.cumsum(count[complete]))
    return Chosen(numbers[complete], stand, start, scored, stand), which[first[complete]]


def above_floor(query: Query, chosen: Chosen) -> Index:
    """Places in ``chosen`` with a link to interest, role or need above the floor; all when nothing could link."""
    if chosen.links is None:
        return np.arange(len(chosen.activity))
    return (chosen.links >= chosen.scored.floor(query.profile.limits.floor_share)).nonzero()[0]
