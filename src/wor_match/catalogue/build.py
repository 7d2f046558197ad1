"""Build an activity from doubtful data: what does not fit is left out and named, and the rest is kept."""

from __future__ import annotations

import re
from typing import Any

from wor_match.domain.activity import Activity
from wor_match.errors import InputError

_ATTEMPTS = 12
_STEP = re.compile(r"([^.\[\]]+)|\[(\d+)\]")
Steps = tuple[str | int, ...]
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
        for steps in _cuts(data, paths):
            _leave_out(data, steps)
    return None, tuple(dict.fromkeys(left_out))


def _cuts(data: dict[str, Any], paths: list[str]) -> list[Steps]:
    """Where to cut, the last of a list first, so that numbers stay right. What lacks something goes as a whole."""
    found = {_held(data, path) for path in paths}
    outermost = [steps for steps in found if not any(steps[:end] in found for end in range(1, len(steps)))]
    return sorted(
        outermost, key=lambda steps: [f"{one:09}" if isinstance(one, int) else one for one in steps], reverse=True
    )


def _held(data: dict[str, Any], path: str) -> Steps:
    """The longest part of a path that the data hold."""
    steps = [] if path == "(whole)" else [name or int(number) for name, number in _STEP.findall(path)]
    target: Any = data
    for place, step in enumerate(steps):
        if not _holds(target, step):
            return tuple(steps[:place])
        target = target[step]
    return tuple(steps)


def _holds(parent: Any, step: str | int) -> bool:
    if isinstance(parent, dict):
        return step in parent
    return isinstance(parent, list) and isinstance(step, int) and step < len(parent)


def _leave_out(data: dict[str, Any], steps: Steps) -> None:
    parent: Any = data
    for step in steps[:-1]:
        parent = parent[step]
    target = parent[steps[-1]] if steps else data
    names = [step for step in steps if isinstance(step, str)]
    together = _TOGETHER.get(names[-1] if names else "", ())
    if isinstance(target, dict) and any(target.pop(name, None) is not None for name in together):
        for name in together:
            target.pop(name, None)
    elif steps:
        del parent[steps[-1]]
