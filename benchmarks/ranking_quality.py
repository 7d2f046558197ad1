"""Ranking quality against coaches' judgements.

    python benchmarks/ranking_quality.py --collection DIR --rankings OUT.json

Writes {client: [activity ids, best first, up to 10]} and prints nDCG@5 (gain 2**grade - 1 with the mean grade of the
coaches), good@5 (share of five with a mean grade of 2 or more), blocked@5 (in the top five and blocked by either, by
both coaches), the number returned, the share of good activities that survive the rules, and the same for our rules in
random order. Intervals are bootstrap intervals over clients. No floor and no variety cut or change the list here.
"""

from __future__ import annotations

import argparse
import json
import math
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from neutral import AS_OF, collection
from wor_match import Catalogue, Client, Limits, Matcher, Profile
from wor_match.explain.build import expected_scores

TOP = 5
SHUFFLES = 200
RESAMPLES = 2000


def mean_grades(judges: Sequence[dict[str, Any]], name: str) -> dict[str, float]:
    """Mean grade of the coaches by activity; an activity that nobody names has 0, as has all that was not judged."""
    total: dict[str, float] = {}
    for judge in judges:
        for grade in (1, 2, 3):
            for activity in judge.get(name, {}).get(str(grade), ()):
                total[activity] = total.get(activity, 0.0) + grade / len(judges)
    return total


def ndcg(ranking: Sequence[str], grades: dict[str, float]) -> float:
    """nDCG at 5 against the best order of all graded activities."""
    gain = sum((2 ** grades.get(one, 0) - 1) / math.log2(place + 2) for place, one in enumerate(ranking[:TOP]))
    ideal = sorted(grades.values(), reverse=True)[:TOP]
    best = sum((2**grade - 1) / math.log2(place + 2) for place, grade in enumerate(ideal))
    return gain / best if best else float("nan")


def interval(values: Sequence[float]) -> tuple[float, float]:
    """95% bootstrap interval of the mean over clients."""
    rng = np.random.default_rng(20261121)
    array = np.array(values)
    means = array[rng.integers(0, len(array), (RESAMPLES, len(array)))].mean(axis=1)
    return float(np.quantile(means, 0.025)), float(np.quantile(means, 0.975))


def survivors(matcher: Matcher, client: Client) -> dict[str, int]:
    """Scores of all activities that no rule excludes."""
    return expected_scores(matcher.run(client, k=10))


def random_ndcg(ids: Sequence[str], grades: dict[str, float], seed: int) -> float:
    """Mean nDCG of the same activities in random order."""
    rng = np.random.default_rng(seed)
    return float(np.mean([ndcg(list(rng.permutation(ids)), grades) for _ in range(SHUFFLES)])) if ids else 0.0


def bare(profile: Profile) -> Profile:
    """The profile without floor and variety: the number is about order alone."""
    data = profile.limits.model_dump() | {"floor_share": 0.0, "variety_points": 0.0}
    return profile.replaced(limits=Limits(**data))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--collection", type=Path, required=True)
    parser.add_argument("--rankings", type=Path, required=True)
    parser.add_argument("--profile", type=Path, help="JSON of a profile; default the shipped one")
    options = parser.parse_args()
    activities, clients, judges = collection(options.collection)
    profile = Profile.model_validate_json(options.profile.read_text()) if options.profile else Profile.default()
    matcher = Matcher(Catalogue.from_activities(activities), bare(profile), as_of=AS_OF)
    rankings: dict[str, list[str]] = {}
    rows: list[tuple[str, float, float, int, int, int, float, float, float]] = []
    for number, client in enumerate(clients):
        name = client.reference
        advice = matcher.recommend(client, k=10)
        rankings[name] = [one.activity.id for one in advice.suggestions]
        if not judges:
            continue
        alive = survivors(matcher, client)
        grades = mean_grades(judges, name)
        blocked = [set(judge.get(name, {}).get("blocked", ())) for judge in judges]
        top = rankings[name][:TOP]
        good = [one for one, grade in grades.items() if grade >= 2]
        rows.append(
            (
                name,
                ndcg(top, grades),
                sum(grades.get(one, 0) >= 2 for one in top) / TOP,
                sum(any(one in block for block in blocked) for one in top),
                sum(all(one in block for block in blocked) for one in top),
                len(rankings[name]),
                sum(one in alive for one in good) / len(good) if good else float("nan"),
                random_ndcg(sorted(alive), grades, number),
                len(good),
            )
        )
    options.rankings.write_text(json.dumps(rankings, indent=1) + "\n", encoding="utf-8")
    if rows:
        report(rows)


def report(rows: list[tuple[Any, ...]]) -> None:
    print("client  nDCG@5  good@5  blocked@5 either/both  returned  good surviving  our rules, random order")
    for name, score, good, either, both, returned, alive, chance, _ in rows:
        kept = "  -  " if math.isnan(alive) else f"{alive:5.0%}"
        print(f"{name:7} {score:6.3f}  {good:6.2f}  {either:9d} / {both:<8d}  {returned:8d}  {kept:>14}  {chance:.3f}")
    scores, chance = [row[1] for row in rows], [row[7] for row in rows]
    low, high = interval(scores)
    gain_low, gain_high = interval([one - other for one, other in zip(scores, chance, strict=True)])
    kept = sum(row[6] * row[8] for row in rows if row[8]) / sum(row[8] for row in rows)
    good = np.mean([row[2] for row in rows])
    either, both = sum(row[3] for row in rows), sum(row[4] for row in rows)
    gain = np.mean(scores) - np.mean(chance)
    print(f"overall nDCG@5 {np.mean(scores):.3f} (95% {low:.3f}-{high:.3f}), good@5 {good:.3f}")
    print(f"blocked@5: by either coach {either}, by both {both} of {TOP * len(rows)}")
    print(f"returned on average {np.mean([row[5] for row in rows]):.1f}; good ones that survive the rules {kept:.1%}")
    print(f"our rules, random order {np.mean(chance):.3f}; better by {gain:.3f} (95% {gain_low:.3f}-{gain_high:.3f})")


if __name__ == "__main__":
    main()
