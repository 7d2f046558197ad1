"""From rows to activities: alternatives are "any", required parts are "all" (Kleene or and and)."""

from __future__ import annotations

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
from wor_match.scoring import EXPECTED, Points, Scored, together
from wor_match.vocabulary.enums import Status

Index = npt.NDArray[np.int64]
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
    contributions : int64 (3, m, c)
    values : float64 (3, m, c)
    """

    activity: Index
    row: Index
    start: Index
    contributions: Points
    values: npt.NDArray[np.float64]

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
        scores: Points = self.contributions[EXPECTED].sum(axis=1)
        return scores


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
    chosen = Chosen(
        rows.activity[best], best, np.arange(len(best) + 1), scored.contributions[:, best], scored.values[:, best]
    )
    return _merged(chosen, wholes(rows, scored, among[is_whole]), rows) if is_whole.any() else chosen


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


def wholes(rows: Rows, scored: Scored, among: Index) -> Chosen:
    """The same, of rows of activities of which all parts are required only."""
    row, begin = _stand_ins(rows, scored, among)
    values, contributions = together(scored, row, begin)
    return Chosen(rows.activity[row[begin]], row, np.append(begin, len(row)), contributions, values)


def _merged(one: Chosen, other: Chosen, rows: Rows) -> Chosen:
    """Both, by activity; none is in both."""
    if not len(other.activity):
        return one
    activity = np.concatenate([one.activity, other.activity])
    order = np.argsort(activity, kind="stable")
    every = np.concatenate([one.row, other.row])
    every = every[np.argsort(rows.activity[every], kind="stable")]
    return Chosen(
        activity[order],
        every,
        np.append(np.searchsorted(rows.activity[every], activity[order]), len(every)),
        np.concatenate([one.contributions, other.contributions], axis=1)[:, order],
        np.concatenate([one.values, other.values], axis=1)[:, order],
    )


def _stand_ins(rows: Rows, scored: Scored, among: Index) -> tuple[Index, Index]:
    """The best row of every required part, by activity, and where each activity begins; only complete ones."""
    catalogue, index = rows.catalogue, rows.index[among]
    groups = catalogue.row_activity[index], catalogue.row_part[index]
    best = among[first_of_each(groups, (-scored.scores[among], catalogue.own_order[index]))]
    numbers, count = np.unique(rows.activity[best], return_counts=True)
    complete = numbers[count == catalogue.parts[numbers]]
    best = best[catalogue.marked(complete)[rows.activity[best]]]
    return best, np.searchsorted(rows.activity[best], complete)


def above_floor(query: Query, scored: Scored, chosen: Chosen) -> Index:
    """Places in ``chosen`` with a link to interest, role or need above the floor; all when nothing could link."""
    links = Scored(scored.criteria, scored.weights, chosen.values, chosen.contributions).links
    if links is None:
        return np.arange(len(chosen.activity))
    return np.flatnonzero(links >= scored.floor(query.profile.limits.floor_share))
