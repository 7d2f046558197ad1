"""How long the questions of a conversation take on the sample municipality: medians, in milliseconds.

    python benchmarks/conversation_speed.py [rounds]

Wall time of whole calls from a client to an answer, after one warm round; the goal is 50 ms for each.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable

from wor_match import Client, Matcher, load_sample, load_sample_remedies
from wor_match.sample import SAMPLE_DATE

GOAL_MS = 50.0


def timed(call: Callable[[Client], object], clients: list[Client], rounds: int) -> list[float]:
    """Milliseconds a client: of its rounds the median."""
    for client in clients:
        call(client)
    found = []
    for client in clients:
        took = []
        for _ in range(rounds):
            begin = time.perf_counter()
            call(client)
            took.append((time.perf_counter() - begin) * 1000)
        found.append(statistics.median(took))
    return found


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    catalogue, people = load_sample()
    matcher = Matcher(catalogue, as_of=SAMPLE_DATE, remedies=load_sample_remedies())
    clients = [client for client in people if not matcher.recommend(client).is_stopped]
    calls: dict[str, Callable[[Client], object]] = {
        "recommend": matcher.recommend,
        "what_if": matcher.what_if,
        "questions": matcher.questions,
        "stability, 10 000 draws": matcher.stability,
    }
    print(f"{len(catalogue)} activities, {len(clients)} clients, {rounds} rounds; milliseconds")
    for name, call in calls.items():
        took = timed(call, clients, rounds)
        verdict = "" if name == "recommend" else ("ok" if statistics.median(took) < GOAL_MS else "TOO SLOW")
        print(f"{name:26} median {statistics.median(took):6.1f}   slowest client {max(took):6.1f}   {verdict}")


if __name__ == "__main__":
    main()
