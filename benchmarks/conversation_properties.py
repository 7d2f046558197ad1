"""Check contrast, why-not and replay over thousands of made-up cases each.

    python benchmarks/conversation_properties.py [--cases 2000] [--seed 1]

Seeded: the same numbers every time. Ends with a pass line, or stops at the first promise that is broken.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter

from wor_match import Catalogue, Matcher
from wor_match.testing import TODAY, draw_activities, draw_clients
from wor_match.testing.conversation import check_contrasts, check_replay, check_why_not

_ACTIVITIES, _CLIENTS = 40, 40


def main() -> None:
    """Run at least so many cases of each."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--cases", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    begin, seed = time.perf_counter(), given.seed
    done: Counter[str] = Counter()
    while min(done["contrasts"], done["why-not"], done["replays"]) < given.cases:
        matcher = Matcher(Catalogue.from_activities(draw_activities(_ACTIVITIES, seed)), as_of=TODAY)
        for number, client in enumerate(draw_clients(_CLIENTS, seed + 1)):
            advice = check_replay(matcher, client)
            done["replays"] += 1
            done["contrasts"] += check_contrasts(advice)
            if done["why-not"] < given.cases:
                for one in matcher.catalogue.activities[number % 4 :: 4]:
                    found = check_why_not(matcher, client, one.id)
                    done["why-not"] += 1
                    done[f"  {found.outcome}"] += 1
                    done["  ways, each kept"] += len(found.ways)
        seed += 2
    for name, count in done.items():
        print(f"{name:<24}{count:>8}")
    print(f"passed in {time.perf_counter() - begin:.0f} s, seed {given.seed}")


if __name__ == "__main__":
    main()
