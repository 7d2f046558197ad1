"""The list with each small change alone and with each two that go together; and which of these open something."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt

from wor_match.domain.client import Client
from wor_match.domain.what_if import Change, ChangeKind
from wor_match.explain.lists import Lists
from wor_match.explain.trial import Answers, Trials
from wor_match.query.hours import Week

#: Some of the changes, by their place among all, ascending.
Few = tuple[int, ...]
#: Activity numbers with their scores in the order shown.
Listed = dict[int, int]
_GIVEN = frozenset({ChangeKind.BUDDY, ChangeKind.LANGUAGE_BUDDY, ChangeKind.CITY_PASS})
#: A rise of the best score by less than this, with nothing new on the list, is not told.
_LEAST_GAIN = 500


def applied(client: Client, changes: Sequence[Change]) -> Client:
    """The client with all of these changes."""
    for change in changes:
        client = change.applied_to(client)
    return client


def listed(trials: Trials, changes: Sequence[Change], sets: Sequence[Few]) -> list[Listed]:
    """The list with each of some sets of changes; each change that is in a set is a set by itself too."""
    client = trials.query.client
    is_part = [one.kind is ChangeKind.PART_OF_DAY for one in changes]
    rest = [tuple(one for one in few if not is_part[one]) for few in sets]
    units = _units(trials, changes, rest) if trials.is_plain else {}
    if not trials.is_plain or any(one.columns.keys() != trials.start.columns.keys() for one in units.values()):
        every = [[changes[one] for one in few] for few in sets]
        return [trials.of(applied(client, few), [one.fact for one in few]).list for few in every]
    parts = [tuple(one for one in few if is_part[one]) for few in sets]
    weeks = _weeks(trials, changes, parts) if any(is_part) else {}
    lists = Lists(trials, list(units.values()), list(weeks.values()))
    return lists.of(_places(units, rest), _places(weeks, parts) if weeks else np.zeros(len(sets), dtype=np.int64))


def _places(known: Iterable[Few], sets: Sequence[Few]) -> npt.NDArray[np.int64]:
    place = {few: number for number, few in enumerate(known)}
    return np.array([place[few] for few in sets], dtype=np.int64)


def _units(trials: Trials, changes: Sequence[Change], sets: Sequence[Few]) -> dict[Few, Answers]:
    """What rules and criteria say with each set of changes in something else than hours; none comes first."""
    client = trials.query.client
    found: dict[Few, Answers] = {(): trials.start}
    for few in sorted({*sets} - {()}, key=len):
        asked = applied(client, [changes[one] for one in few])
        if len(few) == 1:
            found[few] = trials.answers(asked, (changes[few[0]].fact,))
        else:
            found[few] = trials.both(asked, *(found[one,] for one in few))
    return found


def _weeks(trials: Trials, changes: Sequence[Change], sets: Sequence[Few]) -> dict[Few, Week]:
    """The free hours with each set of parts of a day; none comes first. With two, what is free with either."""
    client = trials.query.client
    found: dict[Few, Week] = {(): trials.week(client)}
    for few in sorted({*sets} - {()}, key=len):
        if len(few) == 1:
            found[few] = trials.week(changes[few[0]].applied_to(client))
        else:
            found[few] = np.maximum(found[few[0],], found[few[1],])
    return found


def opening(base: Listed, changes: Sequence[Change], lists: dict[Few, Listed]) -> list[list[Few]]:
    """The sets of changes that open something, best first; those that differ in the part of the day only together.

    Best is what gains most on the list for each change, then with the fewest changes, then what was offered first.
    """
    found = [few for few in lists if _opens(base, changes, few, lists)]
    found.sort(key=lambda few: (-gain(base, lists[few]) / len(few), len(few), few))
    alike: dict[object, list[Few]] = {}
    for few in found:
        kinds = tuple(changes[one].kind for one in few)
        is_one_part = kinds.count(ChangeKind.PART_OF_DAY) == 1
        alike.setdefault((kinds, tuple(lists[few].items())) if is_one_part else few, []).append(few)
    return list(alike.values())


def _opens(base: Listed, changes: Sequence[Change], few: Few, lists: dict[Few, Listed]) -> bool:
    known = set(base).union(*(lists[one,] for one in few if len(few) > 1))
    if set(lists[few]) - known:
        return True
    is_given = len(few) == 1 and changes[few[0]].kind in _GIVEN
    return is_given and best(lists[few]) - best(base) >= _LEAST_GAIN


def best(found: Listed) -> int:
    """The best score of a list."""
    return max(found.values(), default=0)


def gain(base: Listed, found: Listed) -> int:
    """How much all scores shown rise together."""
    return sum(found.values()) - sum(base.values())
