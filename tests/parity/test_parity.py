"""The pipeline gives exactly what the slow, obvious one gives."""

from __future__ import annotations

from collections import Counter

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from slow_reference import Slow, as_slow, slow_run

from wor_match import Client, Profile
from wor_match.catalogue.catalogue import Catalogue
from wor_match.criteria import CRITERIA
from wor_match.pipeline import run
from wor_match.query import compile_query
from wor_match.rules import RULES
from wor_match.testing import TODAY, a_client, draw_activities, draw_clients
from wor_match.testing.strategies import catalogues, clients

SETTINGS = settings(
    deadline=None,
    derandomize=True,
    max_examples=40,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def compare(client: Client, catalogue: Catalogue, k: int, profile: Profile) -> Slow:
    query = compile_query(client, as_of=TODAY, profile=profile)
    slow = slow_run(query, catalogue, k)
    fast = as_slow(run(query, catalogue, RULES, CRITERIA, k))
    assert fast.eligible.keys() == slow.eligible.keys()
    for name, stand in slow.eligible.items():
        assert [row.key for row in fast.eligible[name].rows] == [row.key for row in stand.rows]
        assert fast.eligible[name].points == stand.points
    assert fast.ranked == slow.ranked[: 5 * k]
    assert fast.picked == slow.picked
    assert fast.counts == slow.counts
    assert fast.near == slow.near
    assert fast.via_care == slow.via_care
    return slow


PROFILES = [
    Profile.default(),
    Profile.model_validate({"limits": {"variety_points": 0, "floor_share": 0}}),
    Profile.model_validate({"limits": {"variety_points": 30, "floor_share": 0.02}}),
]


@SETTINGS
@given(clients(), catalogues(max_size=8), st.sampled_from([1, 2, 5, 50]), st.sampled_from(PROFILES))
def test_any_small_catalogue(client: Client, catalogue: Catalogue, k: int, profile: Profile) -> None:
    compare(client, catalogue, k, profile)


def test_larger_catalogues() -> None:
    seen: Counter[str] = Counter()
    easy = [
        a_client(),
        a_client(travel={"max_minutes": 10}),
        Client(reference="c", home="3434", interests=["wandelen"]),
    ]
    for seed in range(9):
        catalogue = Catalogue.from_activities(draw_activities(40, seed))
        for client in [*draw_clients(6, seed), *easy]:
            slow = compare(client, catalogue, 3, PROFILES[seed % 3])
            seen["possible"] += len(slow.eligible)
            seen["of several parts"] += sum(len(stand.rows) > 1 for stand in slow.eligible.values())
            seen["a part is missing"] += slow.counts.get("parts", 0)
            seen["near misses"] += len(slow.near)
            seen["a little too far"] += sum(rule == "reach" for _, _, rule, _ in slow.near)
            seen["arrangements nearly possible"] += sum(bool(catalogue[name].parts) for name, _, _, _ in slow.near)
            seen["through care"] += len(slow.via_care)
            seen["moved up for variety"] += sum(cost > 0 for _, cost in slow.picked)
    assert min(seen.values()) >= 1, seen
    assert len(seen) == 8
