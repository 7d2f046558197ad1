"""Is there an hour in common."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from wor_match.catalogue.columns import Column, RowSource, tri
from wor_match.catalogue.marks import is_doubted
from wor_match.catalogue.words import theme_strengths
from wor_match.domain.records import Param
from wor_match.query.query import Query
from wor_match.query.scene import Floats, Scene
from wor_match.query.sessions import sessions_of
from wor_match.rules.base import Rule, Verdicts, verdicts
from wor_match.vocabulary.enums import ActivityKind, Requires, Setting

#: Weekday number, begin and end in half hours, whether only the part of the day is known, and every how many weeks.
Session = tuple[int, float, float, bool, int]
#: Someone who can be there for three quarters of a session can take part; where attendance is counted they must be
#: there for nearly all of it.
_ENOUGH, _WHOLE = 0.75, 0.95
ENOUGH = Column(
    "enough_share", np.float64, lambda row: _WHOLE if row.activity.first_step.free_to_skip is False else _ENOUGH
)
#: Least share that is worth asking about: one may drop in for a while, but not do half a shift or half a lesson.
_LEAST = {ActivityKind.DROP_IN: 0.35, ActivityKind.VOLUNTEERING: 0.6, ActivityKind.COURSE: 0.7}
_USUAL_LEAST = 0.5
#: A visit that is worth the trip, and a shift of half a day, in half hours. A workshop that is open all day goes by
#: half days; who comes for a lesson does not leave earlier.
VISIT, SHIFT = 3.0, 6.0
_STAYS = {ActivityKind.VOLUNTEERING: SHIFT, ActivityKind.COURSE: np.inf}
#: Somebody calls at home: this clearly about contact by phone.
_BY_PHONE = 0.6
IS_CALL = Column("is_call_at_home", np.bool_, lambda row: _is_call(row))
LEAST = Column("least_share", np.float64, lambda row: least_share(row))
FLEXIBLE = Column("is_flexible", np.int8, lambda row: tri(row.schedule.is_flexible))
NEEDS_ALL = Column("needs_all_sessions", np.bool_, lambda row: row.schedule.sessions is Requires.ALL)


def _is_call(row: RowSource) -> bool:
    at_home = row.setting is Setting.HOME_VISIT
    return at_home and theme_strengths(row.activity).get("phone_contact", 0.0) >= _BY_PHONE


def least_share(row: RowSource) -> float:
    """Share of a session that makes coming worth asking about; of a long one an hour and a half is enough, or a shift
    of half a day for who helps."""
    return least_of(row, sessions_of(row.schedule))


def least_of(row: RowSource, sessions: Sequence[Session]) -> float:
    """The same for who knows its sessions already."""
    kind = row.activity.kind or ActivityKind.ACTIVITY
    least = _LEAST.get(kind, _USUAL_LEAST)
    longest = max((end - begin for _, begin, end, _, _ in sessions), default=0.0)
    return min(least, _STAYS.get(kind, VISIT) / longest) if longest > 0 else least


def share_of_best(scene: Scene) -> tuple[Floats, Floats]:
    """Least and most that the client can be there, of the session that fits best (or, where all are needed, of the
    one that fits worst). A session of which only the part of the day is known may fall well or badly in it.
    nan where no session is known."""
    return best_share(scene, scene.sessions.share)


def best_share(scene: Scene, share: Floats) -> tuple[Floats, Floats]:
    """The same when so much of each slot is free, of one week or of several (..., slots)."""
    sessions = scene.sessions
    is_rough = sessions.slots.is_rough
    low = np.where(is_rough & (share < 1.0), 0.0, share)
    high = np.where(is_rough & (share > 0.0), 1.0, share)
    # Where all hours are told, least and most are one.
    both = sessions.of(np.array([low, high] if sessions.of(is_rough).any() else [low]))
    if scene.query.client.travel.evening is False:
        both[..., sessions.of(sessions.slots.is_evening) & scene.is_onsite[sessions.owner]] = 0.0
    found = of_needed(scene, both)
    return found[0], found[-1]


def has_time(scene: Scene, low: Floats, high: Floats, is_any: npt.NDArray[np.bool_]) -> Verdicts:
    """Verdicts from what :func:`best_share` gives; without any free hour (``is_any``) there is no time for anything.

    Something between least and enough of a session is a question: may one come later or leave earlier? So is a call at
    home, which takes a few minutes: free hours are asked to see when somebody can go out.
    """
    flexible = scene.rows.get(FLEXIBLE) == 1
    no = ((high < scene.rows.get(LEAST)) & ~flexible & ~scene.rows.get(IS_CALL)) | ~is_any
    return verdicts(no=no, yes=(low >= scene.rows.get(ENOUGH)) | flexible)


def of_needed(scene: Scene, values: Floats) -> Floats:
    """Of each row the value of the session that fits best or, where all are needed, worst; nan where none is known."""
    found, every = scene.sessions.best(values, fill=np.nan), scene.rows.get(NEEDS_ALL)
    return np.where(every, scene.sessions.worst(values, fill=np.nan), found) if every.any() else found


class HoursRule(Rule):
    """No when the client has no time for any session; by appointment is yes; unknown when no session is known."""

    name = "hours"
    field = "schedule.rules"
    urgency = 15
    risk = 0.4

    def applies(self, query: Query) -> bool:
        """When availability or taken hours were asked."""
        return query.week_total is not None

    def check(self, scene: Scene) -> Verdicts:
        """From the session that fits best."""
        assert scene.query.week is not None
        return has_time(scene, *scene.once(share_of_best), np.asarray(scene.query.week.any()))

    def why_not(self, scene: Scene, place: int) -> tuple[str, dict[str, Param]]:
        """No hour in common."""
        return "no_common_hour", {}

    def ask(self, scene: Scene, place: int) -> tuple[str, dict[str, Param]]:
        """When is it, may one come for a part, or be called at another hour?"""
        if not np.isnan(scene.once(share_of_best)[0][place]):
            return ("call" if scene.rows.at(IS_CALL, place) else "part"), {}
        return ("doubted" if is_doubted(scene.rows.source(place).activity, "schedule.rules") else "when"), {}
