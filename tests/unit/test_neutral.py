"""The neutral format of judged collections: odd fields are left out and told, no record is lost."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import neutral
import ranking_quality

ACTIVITY: dict[str, Any] = {
    "id": "a001", "title": "Buurtkoor", "description": "Wij zingen.", "provider": "Welzijn", "kind": "zingen; koor",
    "online": False, "place": {"name": "De Hal", "postcode": "4101", "lat": 51.95, "lon": 5.23},
    "schedule": [{"weekday": "mon", "start": "10:00", "end": "12:00", "every_weeks": 1}],
    "season": {"from": "2026-09-01", "to": "2027-05-31"}, "cost_eur": 2.5, "cost_per": "time",
    "reduced_cost_scheme": None,
    "accessibility": {"step_free": "yes", "accessible_toilet": "no", "hearing_loop": "unknown"},
    "languages": ["nl"], "dutch_level_needed": "A2", "age_min": 18, "age_max": None, "gender_rule": None,
    "group_size": 8, "fixed_group": False, "sign_up": "walk-in", "trial_possible": True, "companion_welcome": None,
    "physical_effort": 1, "social_effort": 1, "places_free": 3, "waiting_weeks": None, "status": "active",
    "verified": "2026-10-01",
}  # fmt: skip
CLIENT: dict[str, Any] = {
    "id": "v01", "story": "Ik zong vroeger graag.",
    "intake": {
        "age": 70, "gender": "vrouw", "household": "alleen", "work": "gestopt", "referral_reason": ["eenzaamheid"],
        "complaints": [{"term": "somber", "severity": 4}], "interests": [{"phrase": "zingen", "strength": 3}],
        "dislikes": ["sport"], "goals": ["mensen zien"], "home": {"postcode": "4102", "lat": 51.95, "lon": 5.22},
        "travel": {"modes": ["walk"], "max_minutes": 20, "evening_travel": False}, "needs": {"step_free": True},
        "available": [{"weekday": "mon", "part": "morning"}], "budget_eur_per_month": 20, "languages": ["nl"],
        "dutch_level": "C2", "digital": "own", "group": "small", "goes_alone": "yes", "readiness": 6,
        "max_physical_effort": 2, "max_social_effort": 2,
        "tried_before": [{"what": "bridge", "why_it_failed": "te druk"}], "safety": [],
    },
}  # fmt: skip
ODD: tuple[Any, ...] = (
    None, "", [], {}, "onbekend", -1, 3.5, True, ["x"], [None], {"x": 1}, "2026-13-40", "25:99", float("nan"), 10**30,
)  # fmt: skip


def fields(record: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Where something stands in a record."""
    items = record.items() if isinstance(record, dict) else enumerate(record) if isinstance(record, list) else ()
    for step, value in items:
        yield (*path, step)
        yield from fields(value, (*path, step))


def spoilt(record: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The record with one thing odd, or gone, at a time; all but its id."""
    for path in fields(record):
        if path == ("id",):
            continue
        for odd in (*ODD, "gone"):
            found = copy.deepcopy(record)
            holder: Any = found
            for step in path[:-1]:
                holder = holder[step]
            if odd == "gone":
                del holder[path[-1]]
            else:
                holder[path[-1]] = odd
            yield found


def test_a_good_record_is_read_whole(capsys: pytest.CaptureFixture[str]) -> None:
    activity, client = neutral.activity(ACTIVITY), neutral.client(CLIENT)
    assert capsys.readouterr().err == ""
    assert (activity.kind_words, activity.places[0].access.step_free) == (("zingen", "koor"), True)
    assert activity.schedule.season is not None
    assert activity.schedule.season.start == "09-01"
    assert client.availability is not None
    assert len(client.availability.slots) == 1
    assert (client.age, client.tried[0].why_it_failed, client.home is not None) == (70, "te druk", True)


def test_no_odd_field_loses_a_record() -> None:
    assert {neutral.activity(one).id for one in spoilt(ACTIVITY)} == {"a001"}
    assert {neutral.client(one).reference for one in spoilt(CLIENT)} == {"v01"}


def test_what_is_left_out_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    intake = CLIENT["intake"] | {
        "available": [{"weekday": "mon", "part": "night"}, {"weekday": "tue", "part": "evening"}],
        "home": {"postcode": "0000", "lat": None, "lon": None}, "group": "enormous", "complaints": [{"severity": 3}],
    }  # fmt: skip
    client = neutral.client(CLIENT | {"intake": intake})
    told = capsys.readouterr().err
    assert all(
        f"v01: left out {field}" in told for field in ("availability.slots[0].part", "home", "group", "complaints[0]")
    )
    assert client.home is None
    assert client.complaints == ()
    assert client.availability is not None
    neutral.activity(ACTIVITY | {"status": "sleeping", "accessibility": {"step_free": "maybe"}})
    assert capsys.readouterr().err.splitlines() == ["a001: left out step_free", "a001: left out status"]


def test_a_home_that_is_on_no_map_is_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    home = {"postcode": "1000", "lat": None, "lon": None}
    assert neutral.client(CLIENT | {"intake": CLIENT["intake"] | {"home": home}}).home is None
    assert "v01: left out home" in capsys.readouterr().err


def test_what_nobody_judged_counts_as_nothing(tmp_path: Path) -> None:
    assert ranking_quality.mean_grades([{"v01": {"3": ["a001"]}}, {}], "v01") == {"a001": 1.5}
    (tmp_path / "activities.json").write_text(json.dumps([ACTIVITY]), encoding="utf-8-sig")
    (tmp_path / "vignettes.json").write_text(json.dumps([CLIENT]), encoding="utf-8")
    activities, clients, judges = neutral.collection(tmp_path)
    assert (len(activities), len(clients), judges) == (1, 1, [])
