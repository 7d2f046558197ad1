"""One step of the plan to begin with, before it becomes a record."""

from __future__ import annotations

from typing import TypedDict

from wor_match.domain.records import Param


class Step(TypedDict):
    """The facts of a record: a suggestion makes records of all of its steps at once, which is quicker."""

    code: str
    params: dict[str, Param]


def step(case: str, **params: Param) -> Step:
    """A step by the name after ``first_step.``.

    >>> step("try")
    {'code': 'first_step.try', 'params': {}}
    """
    return {"code": f"first_step.{case}", "params": params}
