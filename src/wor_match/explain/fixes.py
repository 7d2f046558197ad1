"""For each hard rule: the smallest changes that could turn its no. They are proposals; whoever asks tries them.

Who someone is, how they are and what they were through is never proposed to be otherwise, nor a rule of a group about
that; and what the client avoids, dislikes or does already stays as they said it.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from wor_match.catalogue.columns import RowSource
from wor_match.domain.change import Change
from wor_match.domain.client import Client
from wor_match.domain.records import Param
from wor_match.query.bus import may_take_bus
from wor_match.query.cycling import Cycling, cycling_of
from wor_match.query.hours import PART_SLOTS
from wor_match.query.mobility import may_get_wmo, may_go_longer
from wor_match.query.query import Query
from wor_match.query.scene import Scene
from wor_match.query.sessions import sessions_of
from wor_match.rules.budget import monthly_cost
from wor_match.rules.effort import PhysicalEffortRule, SocialEffortRule
from wor_match.rules.places import is_one_to_one, longest_waits
from wor_match.rules.start import begin_of
from wor_match.vocabulary.enums import WEEKDAYS, Requires, Strictness, TravelMode

_MOST_MINUTES = 600
_CENT = 0.005


@dataclass(frozen=True)
class Failed:
    """A row that a rule excludes, and for whom.

    Parameters
    ----------
    asked : Client
        As the intake has it, before any change.
    """

    asked: Client
    scene: Scene
    place: int
    case: str
    params: dict[str, Param]

    @property
    def client(self) -> Client:
        """The client as they are now, with the changes so far."""
        return self.scene.query.client

    @property
    def source(self) -> RowSource:
        """The row."""
        return self.scene.rows.source(self.place)


def fixes(rule: str, failed: Failed) -> list[Change]:
    """Changes that may turn the no of a rule, the smallest first; none for a rule that is not to be changed."""
    return list(_FIXES[rule](failed)) if rule in _FIXES else []


def _client(case: str, facts: dict[str, Any], **params: Param) -> Change:
    return Change(code=f"change.{case}", params=params, of="client", facts=facts)


def _activity(case: str, facts: dict[str, Any], **params: Param) -> Change:
    return Change(code=f"change.{case}", params=params, of="activity", facts=facts)


def _reach(failed: Failed) -> Iterator[Change]:
    """A little longer under way, or another way to travel."""
    if failed.case not in ("too_far", "beyond_modes"):
        return
    low = float(failed.scene.possible_travel.low[failed.place])
    asked = failed.asked.travel.max_minutes
    is_near = math.isfinite(low) and math.ceil(low) <= _MOST_MINUTES
    if is_near and asked is not None and may_go_longer(failed.scene.query):
        minutes = float(math.ceil(low))
        yield _client("travel_minutes", {"travel.max_minutes": minutes}, limit=minutes, more=minutes - asked)
    used = failed.scene.query.modes
    for mode in _other_modes(failed.scene.query) if used else ():
        yield _client("travel_mode", {"travel.modes": [one.value for one in (*used, mode)]}, mode=mode.value)


def _other_modes(query: Query) -> Iterator[TravelMode]:
    """An e-bike, the bus and council transport only for whom they can be, as in the other remedies."""
    used = query.modes
    if TravelMode.BIKE in used and TravelMode.EBIKE not in used and cycling_of(query) is not Cycling.NOT:
        yield TravelMode.EBIKE
    if TravelMode.BUS not in used and may_take_bus(query):
        yield TravelMode.BUS
    if TravelMode.LIFT not in used:
        yield TravelMode.LIFT
    if may_get_wmo(query):
        yield TravelMode.WMO_TAXI


def _hours(failed: Failed) -> Iterator[Change]:
    """One more part of the week in which the client can come."""
    if failed.client.availability is None:
        return
    schedule = failed.source.schedule
    since = begin_of(failed.scene.query)
    going = zip(sessions_of(schedule), schedule.last_days, strict=True)
    each = [_parts_of(day, begin, end) for (day, begin, end, _, _), last in going if last >= since]
    if schedule.sessions is Requires.ALL:
        yield from (
            [_more_hours(failed, list(dict.fromkeys(part for parts in each for part in parts)))] if each else []
        )
        return
    wanted = [parts[:1] for parts in each] + [parts for parts in each if len(parts) > 1]
    unique = dict.fromkeys(tuple(parts) for parts in wanted)
    yield from (_more_hours(failed, parts) for parts in unique)


def _parts_of(day: int, begin: float, end: float) -> list[tuple[str, str]]:
    """Parts of a day in which a session falls, the one with most of it first."""
    overlap = {part: min(end, edges[1]) - max(begin, edges[0]) for part, edges in PART_SLOTS.items()}
    inside = sorted((part for part in overlap if overlap[part] > 0), key=lambda part: -overlap[part])
    return [(WEEKDAYS[day].value, part.value) for part in inside]


def _more_hours(failed: Failed, parts: Sequence[tuple[str, str]]) -> Change:
    assert failed.client.availability is not None
    now = [slot.model_dump(mode="json") for slot in failed.client.availability.slots]
    extra: list[dict[str, Any]] = [{"weekday": day, "part": part, "start": None, "end": None} for day, part in parts]
    added = [slot for slot in extra if slot not in now]
    asked = failed.asked.availability
    before = [slot.model_dump(mode="json") for slot in asked.slots] if asked else []
    told = [slot for slot in [*now, *added] if slot not in before]
    moments = tuple(f"{slot['weekday']} {slot['part']}" for slot in told)
    return _client("hours", {"availability": {"slots": [*now, *added]}}, moments=moments)


def _evening(failed: Failed) -> Iterator[Change]:
    """Going out in the evening, unless the client's own words say why not."""
    if "no_evening" not in failed.scene.query.limits:
        yield _client("evening", {"travel.evening": True})


def _budget(failed: Failed) -> Iterator[Change]:
    """A city pass if they have none, or a budget that holds the whole price, to the euro; a little less is asked."""
    least = float(failed.scene.once(monthly_cost)[0][failed.place])
    asked = failed.asked.budget_eur_per_month
    if asked is not None and math.isfinite(least):
        limit = float(math.ceil(least - _CENT))
        yield _client("budget", {"budget_eur_per_month": limit}, limit=limit, more=round(limit - asked, 2))
    if failed.client.has_city_pass is not True:
        yield _client("city_pass", {"has_city_pass": True})


def _digital(_: Failed) -> Iterator[Change]:
    yield _client("online_help", {"digital": "with_help"})


def _language(failed: Failed) -> Iterator[Change]:
    yield _client("language_buddy", {"has_language_buddy": True})


def _company(failed: Failed) -> Iterator[Change]:
    """A size that is a wish and no must. What the client needs of who comes and who leads stays as it is."""
    if failed.case == "size":
        yield _client("size_wish", {"group.size_is": Strictness.WISH.value})


def _start(failed: Failed) -> Iterator[Change]:
    if failed.case == "begun":
        yield _activity("join_midway", {"capacity.can_join_midway": True})
        return
    day = max(date.fromisoformat(str(failed.params["day"])), begin_of(failed.scene.query))
    yield _client("start_later", {"wanted_before": day.isoformat()}, day=day.isoformat())


def _places(failed: Failed) -> Iterator[Change]:
    query = failed.scene.query
    if failed.case == "closed":
        yield _activity("open_again", {"group.is_closed": False})
        return
    weeks = int(str(failed.params["weeks"]))
    day = query.as_of + timedelta(days=7 * weeks)
    if query.client.wanted_before is not None:
        yield _client("start_later", {"wanted_before": day.isoformat()}, day=day.isoformat())
    _, longest = longest_waits(query).between(is_one_to_one(failed.source))
    yield _activity("shorter_wait", {"capacity.waiting_weeks": longest}, weeks=longest)


def _effort(name: str, askable: Callable[[int], int]) -> Callable[[Failed], Iterator[Change]]:
    def lighter(failed: Failed) -> Iterator[Change]:
        limit = askable(getattr(failed.client, f"max_{name}_effort"))
        part = failed.source.part
        owner = f"parts[{failed.source.part_number}]." if part is not None and part.effort is not None else ""
        yield _activity(f"{name}_lighter", {f"{owner}effort.{name}": limit}, asks=limit)

    return lighter


def _access(failed: Failed) -> Iterator[Change]:
    source, needs = failed.source, failed.params["needs"]
    assert isinstance(needs, tuple)
    owner = f"parts[{source.part_number}]." if source.part is not None and source.part.places else ""
    facts = {f"{owner}places[{source.place_number}].access.{need}": True for need in needs}
    yield _activity("accessible", facts, needs=needs)


_FIXES: dict[str, Callable[[Failed], Iterator[Change]]] = {
    "reach": _reach,
    "hours": _hours,
    "evening": _evening,
    "budget": _budget,
    "digital": _digital,
    "language": _language,
    "company": _company,
    "start": _start,
    "places": _places,
    "physical_effort": _effort("physical", PhysicalEffortRule.askable),
    "social_effort": _effort("social", SocialEffortRule.askable),
    "access": _access,
}
