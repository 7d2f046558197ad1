"""A smaller step for who is hardly up to it yet: the least that an activity certainly allows."""

from __future__ import annotations

from wor_match.catalogue.columns import RowSource
from wor_match.criteria.first_step import LOW_READINESS
from wor_match.explain.step import Step, step
from wor_match.query.query import Query
from wor_match.vocabulary.enums import Requires, Setting, SignUp

#: Up to this readiness (0 to 10) the first step is not to take part yet.
_HARDLY = 2


def small_step(query: Query, source: RowSource, may_call: bool) -> Step | None:
    """One smaller step at low readiness, as the criterion on the first step has it; None when there is none.

    Who is hardly up to it passes by together, or only calls together. Else, where that is allowed, half an hour of
    looking, or coming once and leaving when one likes; then again passing by, or calling.

    Parameters
    ----------
    may_call : bool
        Whether there is a number that this client calls.
    """
    readiness = query.client.readiness
    if readiness is None or readiness > LOW_READINESS:
        return None
    outside = [case for case in (_passing(source), "call_together" if may_call else "") if case]
    inside = list(_taking_part(source))
    cases = [*outside, *inside] if readiness <= _HARDLY else [*inside, *outside]
    return step(cases[0]) if cases else None


def _passing(source: RowSource) -> str:
    is_known = source.place is not None and bool(source.place.street or source.place.name)
    return "pass_by" if source.setting is Setting.ONSITE and is_known else ""


def _taking_part(source: RowSource) -> list[str]:
    facts = source.activity.first_step
    found = ["half_hour"] if facts.look_in_possible is True and source.setting is Setting.ONSITE else []
    is_free = facts.free_to_skip is not False and source.schedule.sessions is not Requires.ALL
    if is_free and (facts.free_to_skip is True or facts.sign_up is SignUp.WALK_IN):
        found.append("come_once")
    return found
