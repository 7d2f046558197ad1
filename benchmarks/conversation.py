"""How long the parts of a conversation take on the sample municipality, over all its clients.

    python benchmarks/conversation.py [--rounds 7]

Two clocks for whole calls, after one warm round: the wall, which other programs on the machine slow down, and the
processor time of this process. Of each client the median of the rounds, then the median and the highest of the clients.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

from wor_match import Advice, Client, Matcher, load_sample, load_sample_remedies
from wor_match.sample import SAMPLE_DATE

MILLI = 1000
_SAID = {"reason": "daar kent zij iemand", "by": "coach-7", "on": SAMPLE_DATE}


@dataclass(frozen=True)
class Took:
    """Milliseconds of one client, by the wall and of the processor."""

    wall: float
    cpu: float


def timed(call: Callable[[Any], object], one: Client | Advice, rounds: int) -> Took:
    call(one)
    walls, cpus = [], []
    for _ in range(rounds):
        wall, cpu = time.perf_counter(), time.process_time()
        call(one)
        cpus.append((time.process_time() - cpu) * MILLI)
        walls.append((time.perf_counter() - wall) * MILLI)
    return Took(median(walls), median(cpus))


def row(name: str, took: Sequence[Took], goal: float | None) -> str:
    """Medians and highest of the clients, and whether the goal is reached: by the wall, or but for other programs."""
    wall, cpu = median(one.wall for one in took), median(one.cpu for one in took)
    high = max(one.wall for one in took), max(one.cpu for one in took)
    verdict = "" if goal is None else f"   goal {goal:g}: {reached(wall, cpu, goal)}"
    return f"{name:<26}{wall:>8.2f}{cpu:>8.2f}{high[0]:>10.2f}{high[1]:>8.2f}{verdict}"


def reached(wall: float, cpu: float, goal: float) -> str:
    if wall < goal:
        return "reached"
    return "reached in processor time only" if cpu < goal else "MISSED"


def overruled(advice: Advice) -> object:
    """Put the last first, and store, read and redact."""
    if advice.suggestions:
        advice = advice.pin(advice.suggestions[-1].activity.id, **_SAID)
    return Advice.from_json(advice.to_json()).redact()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=7)
    rounds = parser.parse_args().rounds
    catalogue, clients = load_sample()
    matcher = Matcher(catalogue, as_of=SAMPLE_DATE, remedies=load_sample_remedies())
    advices = [matcher.recommend(client) for client in clients]
    asked: dict[str, tuple[Callable[[Client], object], float | None]] = {
        "recommend": (matcher.recommend, None),
        "what_if": (matcher.what_if, 50.0),
        "questions": (matcher.questions, 50.0),
        "stability, 10 000 draws": (matcher.stability, 50.0),
        "why_not, a near miss": (lambda client: matcher.why_not(client, near[client.reference]), None),
    }
    drawn: dict[str, tuple[Callable[[Advice], object], float | None]] = {
        "card for the coach": (lambda advice: advice.to_html(), 10.0),
        "leaflet for the client": (lambda advice: advice.leaflet(), 10.0),
        "letter, as a page": (lambda advice: advice.letter(consent=True, style="html"), None),
        "notebook preview": (lambda advice: advice._repr_html_(), None),
        "text for the coach": (lambda advice: advice.to_text(), None),
        "replay": (matcher.replay, None),
        "pin, store, read, redact": (overruled, None),
    }
    near = {one.reference: one.excluded.near_misses[0].activity_id for one in advices if one.excluded.near_misses}
    open_to = [client for client, advice in zip(clients, advices, strict=True) if not advice.is_stopped]
    print(f"{len(catalogue)} activities, {len(clients)} clients, {rounds} rounds; milliseconds")
    print(f"{'':<26}{'wall':>8}{'cpu':>8}{'highest':>10}{'cpu':>8}")
    for name, (call, goal) in asked.items():
        of = [client for client in open_to if client.reference in near] if name.startswith("why") else open_to
        print(row(name, [timed(call, client, rounds) for client in of], goal))
    for name, (draw, goal) in drawn.items():
        told = [one for one in advices if not one.is_stopped] if name.startswith("letter") else advices
        print(row(name, [timed(draw, advice, rounds) for advice in told], goal))


if __name__ == "__main__":
    main()
