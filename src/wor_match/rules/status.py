"""Does it exist and may one send people: ended, paused, withdrawn, expired or double listings fall out."""

from __future__ import annotations

from datetime import date

import numpy as np

from wor_match.catalogue.columns import Column, RowSource
from wor_match.catalogue.marks import CONTRADICTED
from wor_match.catalogue.rows import Rows
from wor_match.domain.records import Param
from wor_match.query.query import Query
from wor_match.query.scene import Scene
from wor_match.rules.base import Rule, Verdicts, verdicts
from wor_match.rules.start import begin_of
from wor_match.vocabulary.enums import Status

_RUNS, _NOT_TOLD, _DOUBTED, _STOPPED = 1, 0, 2, -1
_FOREVER = date.max.toordinal()


def _state(row: RowSource) -> int:
    activity = row.activity
    if activity.duplicate_of is not None or activity.status in (Status.PAUSED, Status.ENDED, Status.DO_NOT_REFER):
        return _STOPPED
    if activity.status is Status.ACTIVE:
        return _RUNS
    return _DOUBTED if activity.provenance.get("status") == CONTRADICTED else _NOT_TOLD


def last_day(row: RowSource) -> int:
    """Day number of the last day on which it can happen; far away when it is open-ended."""
    activity, schedule = row.activity, row.schedule
    ends = [activity.valid_to.toordinal()] if activity.valid_to else []
    if schedule.is_known:
        ends.append(max(schedule.last_days).toordinal())
    return min(ends, default=_FOREVER)


STATE = Column("status", np.int8, _state)
LAST_DAY = Column("last_day", np.int64, last_day)
VERIFIED = Column(
    "last_verified", np.int64, lambda row: row.activity.last_verified.toordinal() if row.activity.last_verified else -1
)


def _verdicts(rows: Rows, begin: int, stale: int) -> Verdicts:
    state = rows.get(STATE)
    fresh, over = rows.get(VERIFIED) >= stale, rows.get(LAST_DAY) < begin
    return verdicts(no=(state == _STOPPED) | over, yes=(state == _RUNS) | ((state == _NOT_TOLD) & fresh))


class StatusRule(Rule):
    """No when it is stopped, paused, withdrawn, over or listed twice; unknown when nothing says that it runs."""

    name = "status"
    field = "status"
    urgency = 0
    risk = 0.4

    def applies(self, query: Query) -> bool:
        """Always."""
        return True

    def check(self, scene: Scene) -> Verdicts:
        """A listing without a status counts as running only if somebody checked it not too long ago."""
        query = scene.query
        return scene.of_day(_verdicts, begin_of(query).toordinal(), query.day - query.profile.limits.stale_days)

    def why_not(self, scene: Scene, place: int) -> tuple[str, dict[str, Param]]:
        """Which of the ways in which it is not there."""
        activity = scene.rows.source(place).activity
        if activity.duplicate_of is not None:
            return "duplicate", {"of": activity.duplicate_of}
        if activity.status in (Status.PAUSED, Status.ENDED, Status.DO_NOT_REFER):
            return activity.status.value, {}
        return "over", {}

    def ask(self, scene: Scene, place: int) -> tuple[str, dict[str, Param]]:
        """Does it still run?"""
        activity = scene.rows.source(place).activity
        return ("doubted" if activity.provenance.get("status") == CONTRADICTED else "unknown"), {}
