"""Check what every advice promises over thousands of made-up pairs, and how often each rule says what.

    python benchmarks/properties.py [--pairs 10000] [--seed 1]

Seeded: the same numbers every time. Ends with a pass line, or stops at the first promise that is broken.
"""

from __future__ import annotations

import argparse
import time

from wor_match import Catalogue, Client, Matcher, Profile
from wor_match.testing import TODAY, a_client, draw_activities, draw_clients
from wor_match.testing.draws import seeded
from wor_match.testing.intervals import check_interval, ways
from wor_match.testing.promises import check_advice, check_others_stay
from wor_match.testing.shares import NEVER, Share, shares, too_rare

LEAST = 0.05
_SIZE = 100
_SOME = 5


def main() -> None:
    """Run over at least so many pairs."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pairs", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    begin = time.perf_counter()
    found = shares(Catalogue.from_activities(draw_activities(400, given.seed)), draw_clients(200, given.seed))
    print(table(found))
    rare = too_rare(found, LEAST)
    assert not rare, f"said too rarely: {rare}"
    pairs = suggested = 0
    for number in range(-(-given.pairs // (_SIZE * _SIZE))):
        one, other = check_catalogue(given.seed + 1000 * number)
        pairs, suggested = pairs + one, suggested + other
    print(f"intervals hold: {check_intervals(given.seed, given.pairs)} rows compared")
    print(f"passed: {pairs} pairs, {suggested} suggestions, {time.perf_counter() - begin:.0f} s, seed {given.seed}")


def check_catalogue(seed: int) -> tuple[int, int]:
    """All promises on a hundred activities and a hundred clients; how many pairs, and how many suggestions."""
    activities = draw_activities(_SIZE, seed)
    catalogue = Catalogue.from_activities(activities)
    clients = [*draw_clients(_SIZE - 2, seed + 1), a_client(), Client(reference="bare")]
    suggested = 0
    for profile in (Profile.default(), Profile.model_validate({"limits": {"variety_points": 25}})):
        matcher = Matcher(catalogue, profile, as_of=TODAY)
        for client in clients:
            suggested += len(check_advice(matcher, client).suggestions)
        turned = Matcher(Catalogue.from_activities(activities[::-1]), profile, as_of=TODAY)
        batch = turned.recommend_many(clients[::_SOME])
        for place, client in enumerate(clients[::_SOME]):
            assert batch.advices[place] == matcher.recommend(client), "many as one by one, in any order"
            check_others_stay(matcher, client, [one.id for one in activities[place::7]])
    return len(activities) * len(clients), suggested


def check_intervals(seed: int, pairs: int) -> int:
    """However what is unknown of so many pairs' activities turns out, points stay within; how many rows."""
    clients = [*draw_clients(_SIZE // 2, seed + 2), a_client(goes_alone="no", readiness=2, roles=["help"])]
    pick, compared = seeded(seed), 0
    for activity in draw_activities(-(-pairs // len(clients)), seed + 3):
        effective = Catalogue.from_activities([activity]).effective[0]
        compared += check_interval(activity, clients, ways(effective, pick, several=40))
    return compared


def table(found: dict[str, Share]) -> str:
    """Shares of yes, no and unknown by rule, in percent."""
    lines = [f"{'rule':<18}{'yes':>7}{'no':>7}{'unknown':>9}"]
    for name, share in found.items():
        never = "; ".join(f"never {verdict}: {why}" for (rule, verdict), why in NEVER.items() if rule == name)
        lines.append(f"{name:<18}{share.yes:>7.1%}{share.no:>7.1%}{share.unknown:>9.1%}  {never}".rstrip())
    return "\n".join(lines)


if __name__ == "__main__":
    main()
