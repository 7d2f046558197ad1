"""A change that would matter: one fact of the client or of the activity, and how to make it."""

from __future__ import annotations

import re
from typing import Any, Literal, TypeVar

from wor_match.domain.base import Model, Private, told
from wor_match.domain.frozen import Frozen, FrozenDict
from wor_match.domain.records import Record

_STEP = re.compile(r"([^.\[\]]+)|\[(\d+)\]")
Changed = TypeVar("Changed", bound=Model)

#: What is never proposed to be otherwise: who someone is, how they are, and what they were through.
PROTECTED = frozenset(
    {
        "reference", "age", "gender", "languages", "dutch_level", "needs_help_reading", "complaints",
        "referral_reasons", "circumstances", "household", "work", "care_duties", "home", "access_needs",
        "max_physical_effort", "max_social_effort", "readiness", "tried", "safety", "avoid", "travel.is_homebound",
    }
)  # fmt: skip


class Change(Record):
    """One change. ``code`` and ``params`` tell it; ``facts`` make it.

    Examples
    --------
    >>> from wor_match.domain.client import Client
    >>> more = Change(code="change.budget", of="client", facts={"budget_eur_per_month": 15.0})
    >>> more.applied(Client(reference="c-1", budget_eur_per_month=10)).budget_eur_per_month
    15.0
    """

    of: Literal["client", "activity", "list"] = told(
        ..., nl="van", en="of", meaning="Whose fact it is: the client's, the provider's, or the length of the list."
    )
    facts: Frozen[str, Any] = told(
        FrozenDict, nl="feiten", en="facts", meaning="Path of a field to its new value, as 'travel.max_minutes'."
    )

    def applied(self, model: Changed) -> Changed:
        """The client (or activity) with this change made, checked again."""
        data = model.model_dump(mode="json")
        for path, value in self.facts.items():
            _set(data, path, value)
        return type(model).model_validate_json(_json(data))


class Way(Private):
    """Changes that together bring an activity in: checked by making them and running the pipeline again."""

    changes: tuple[Change, ...] = told(..., nl="veranderingen", en="changes", meaning="All of them together.")
    rank: int = told(..., nl="plaats", en="rank", meaning="By score among all that is possible then. 1 is first.")
    is_shown: bool = told(..., nl="in de lijst", en="in the list", meaning="Whether it is then among the k shown.")
    is_certain: bool = told(..., nl="zeker", en="certain", meaning="False: something remains to be asked first.")


def _set(data: Any, path: str, value: Any) -> None:
    steps: list[str | int] = [name or int(number) for name, number in _STEP.findall(path)]
    for step in steps[:-1]:
        data = data[step]
    data[steps[-1]] = value


def _json(data: Any) -> str:
    import json

    return json.dumps(data)
