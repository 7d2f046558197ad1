"""Everything of an advice besides its suggestions: exclusions, shortfall, what was read."""

from __future__ import annotations

import math

from wor_match.domain.records import NearMiss, Record, Shortfall
from wor_match.pipeline import Run
from wor_match.scoring import EXPECTED


def near_misses(run: Run) -> tuple[NearMiss, ...]:
    """Activities that one rule excludes, best first."""
    return tuple(
        NearMiss(
            activity_id=run.scene.rows.source(place).activity.id,
            title=run.scene.rows.source(place).activity.title,
            exclusion=rule.exclusion(run.scene, place),
            score_milli=points,
        )
        for place, rule, points in run.near
    )


def shortfall(run: Run, k: int) -> Shortfall | None:
    """Why there are fewer suggestions than asked for; None when there are enough."""
    given = len(run.picked)
    if given >= k:
        return None
    if run.gates.is_stopped:
        record = Record(code="shortfall.stopped", params={})
    elif not len(run.scene.rows.catalogue):
        record = Record(code="shortfall.empty_catalogue", params={})
    elif run.eligible == 0:
        worst = max(run.counts, key=lambda name: run.counts[name]) if run.counts else ""
        record = Record(code="shortfall.nothing_possible", params={"rule": worst, "count": run.counts.get(worst, 0)})
    elif run.above_floor < run.eligible and given == run.above_floor:
        below = run.eligible - run.above_floor
        record = Record(code="shortfall.no_more_links", params={"below": below})
    else:
        record = Record(code="shortfall.few_possible", params={"eligible": run.eligible})
    return Shortfall(code=record.code, params=record.params, asked=k, given=given)


def not_understood(run: Run) -> tuple[str, ...]:
    """Named interests in which no theme was read, so that the coach can say them otherwise."""
    wants = run.scene.query.wants
    return tuple(one.phrase for one in wants if one.kind == "interest" and not one.is_understood)


def below_floor(run: Run) -> int:
    """Possible activities without a clear link to interest, role or need."""
    return run.eligible - run.above_floor


def expected_scores(run: Run) -> dict[str, int]:
    """Expected score of every activity that no rule excludes, by id, in thousandths of a point."""
    if run.chosen is None:
        return {}
    totals = run.chosen.contributions[EXPECTED].sum(axis=1)
    activities = run.scene.rows.catalogue.activities
    return {activities[number].id: int(total) for number, total in zip(run.chosen.activity, totals, strict=True)}


def travel_used(run: Run) -> dict[str, tuple[float | None, float | None, float | None]]:
    """Least, expected and most minutes to each shown activity, as the rules and criteria had them, by id."""
    if run.chosen is None or run.scene.query.home is None or not run.picked:
        return {}
    shown = run.shown.scene
    trip = shown.travel
    low, usual, high = (minutes.tolist() for minutes in (trip.low, trip.expected, trip.high))
    return {
        shown.rows.source(own[0]).activity.id: (_finite(low[own[0]]), _finite(usual[own[0]]), _finite(high[own[0]]))
        for own in run.shown.own
    }


def _finite(minutes: float) -> float | None:
    return minutes if math.isfinite(minutes) else None
