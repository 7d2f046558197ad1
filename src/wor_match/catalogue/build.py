"""Build an activity from doubtful data: what does not fit is left out and named, and the rest is kept."""

from __future__ import annotations

import re
from typing import Any

from wor_match.domain.activity import Activity
from wor_match.errors import InputError

_ATTEMPTS = 12
_STEP = re.compile(r"([^.\[\]]+)|\[(\d+)\]")
#: What to leave out when a model's parts contradict one another, by the last named step of its path.
_TOGETHER = {
    "": ("valid_from", "valid_to"),
    "cost": ("amount_max_eur",),
    "group": ("age_min", "age_max"),
    "places": ("lat", "lon"),
    "rules": ("first_day", "last_day", "nth_in_month"),
}


def build_activity(data: dict[str, Any]) -> tuple[Activity | None, tuple[str, ...]]:
    """Make an activity; a value that is refused is left out and the rest tried again.

    Parameters
    ----------
    data : dict
        Nested, as :class:`Activity` takes it. It is changed: refused values are taken out of it.

    Returns
    -------
    activity, paths
        The activity, or None if it has no usable id and title; and the paths that were left out.

    Examples
    --------
    >>> activity, left_out = build_activity({"id": "a", "title": "Koor", "cost": {"amount_eur": -5, "text": "x"}})
    >>> activity.cost.text, left_out
    ('x', ('cost.amount_eur',))
    >>> build_activity({"id": "a"})
    (None, ('title',))
    """
    left_out: list[str] = []
    for _ in range(_ATTEMPTS):
        try:
            return Activity.model_validate(data), tuple(dict.fromkeys(left_out))
        except InputError as error:
            paths = [problem.field for problem in error.problems]
        left_out += paths
        if any(path in ("id", "title") for path in paths):
            break
        for path in sorted(set(paths), reverse=True):  # the last of a list first, so that numbers stay right
            _leave_out(data, path)
    return None, tuple(dict.fromkeys(left_out))


def _leave_out(data: dict[str, Any], path: str) -> None:
    steps: list[str | int] = [name or int(number) for name, number in _STEP.findall(path)]
    if path == "(whole)":
        steps = []
    parent: Any = data
    for step in steps[:-1]:
        parent = _at(parent, step)
    target = _at(parent, steps[-1]) if steps else data
    names = [step for step in steps if isinstance(step, str)]
    together = _TOGETHER.get(names[-1] if names else "", ())
    if isinstance(target, dict) and any(target.pop(name, None) is not None for name in together):
        for name in together:
            target.pop(name, None)
        return
    if steps:
        _delete(parent, steps[-1])


def _at(parent: Any, step: str | int) -> Any:
    try:
        return parent[step]
    except (KeyError, IndexError, TypeError):
        return None


def _delete(parent: Any, step: str | int) -> None:
    if isinstance(parent, dict):
        parent.pop(step, None)
    elif isinstance(parent, list) and isinstance(step, int) and step < len(parent):
        del parent[step]
