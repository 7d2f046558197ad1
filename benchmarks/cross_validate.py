"""How much of the ranking quality is weights, and how it holds for clients that were not used to choose them.

    python benchmarks/cross_validate.py --collection DIR [DIR ...] [--draws 3000] [--folds 6] [--seed 0]

Weights are drawn around the shipped ones (log-normal, sigma 0.6). In each fold the thirty best on the other clients
are averaged and judged on the fold's own clients; of several collections, each is a fold. Printed: nDCG@5 of the shipped weights, the held-out mean, and for
each criterion what happens when its weight is changed while all others stay (mean change; clients better/worse).
The shipped weights were set from the field first; this tells whether searching would have helped.
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from neutral import AS_OF, collection
from ranking_quality import TOP, bare, mean_grades
from wor_match import Catalogue, Matcher, Profile
from wor_match.scoring import EXPECTED

SIGMA = 0.6
BEST = 30
Floats = npt.NDArray[np.float64]
DISCOUNT: Floats = 1 / np.log2(np.arange(2, TOP + 2))


@dataclass(frozen=True)
class Judged:
    """One client: expected values (activities, criteria), gains, and the gain of the best order."""

    values: Floats
    gains: Floats
    ideal: float


def judged(folder: Path) -> tuple[list[Judged], list[str], Floats]:
    """All clients, the names of the criteria and the shipped weights."""
    activities, clients, judges = collection(folder)
    catalogue = Catalogue.from_activities(activities)
    matcher = Matcher(catalogue, bare(Profile.default()), as_of=AS_OF)
    names = [criterion.name for criterion in matcher.criteria]
    found = []
    for client in clients:
        ran = matcher.run(client, k=10)
        grades = mean_grades(judges, client.reference)
        assert ran.chosen is not None
        values = np.zeros((len(ran.chosen.activity), len(names)))
        for place, criterion in enumerate(ran.scored.criteria):
            values[:, names.index(criterion.name)] = ran.chosen.values[EXPECTED][:, place]
        gains = np.array([2 ** grades.get(catalogue.activities[n].id, 0) - 1 for n in ran.chosen.activity])
        best = 2 ** np.sort(np.array([*grades.values(), *[0.0] * TOP]))[::-1][:TOP] - 1
        found.append(Judged(values, gains, float(best @ DISCOUNT)))
    return found, names, np.array([matcher.profile.weights.get(name, 0.0) for name in names])


def ndcg(one: Judged, weights: Floats) -> float:
    """nDCG at 5 of one client's activities in the order of some weights."""
    top = np.argsort(-(one.values @ weights), kind="stable")[:TOP]
    return float(one.gains[top] @ DISCOUNT[: len(top)] / one.ideal) if one.ideal else 0.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--collection", type=Path, nargs="+", required=True)
    parser.add_argument("--draws", type=int, default=3000)
    parser.add_argument("--folds", type=int, default=6)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    found = [judged(folder) for folder in options.collection]
    clients, (_, names, shipped) = [one for each, *_ in found for one in each], found[0]
    rng = np.random.default_rng(options.seed)
    draws = [shipped, *(shipped * np.exp(rng.normal(0, SIGMA, len(shipped))) for _ in range(options.draws))]
    scores = np.array([[ndcg(one, weights) for one in clients] for weights in draws])
    print(f"shipped weights: nDCG@5 {scores[0].mean():.3f} over {len(clients)} clients")
    if len(found) > 1:
        folds = np.split(np.arange(len(clients)), np.cumsum([len(each) for each, *_ in found])[:-1])
        for folder, fold in zip(options.collection, folds, strict=True):
            print(f"  {folder.name}: {scores[0][fold].mean():.3f} over {len(fold)} clients")
    else:
        folds = np.array_split(rng.permutation(len(clients)), options.folds)
    held = held_out(clients, draws, scores, folds)
    print(f"weights searched on the other folds, judged on the fold: {np.mean(held):.3f}")
    for place, name in enumerate(names):
        print(f"{name:11} " + "  ".join(changed(clients, shipped, scores[0], place, by) for by in (0, 0.5, 2)))


def held_out(clients: list[Judged], draws: list[Floats], scores: Floats, folds: list[npt.NDArray[np.int64]]) -> Floats:
    """nDCG of every client under weights that were chosen without it."""
    found = np.zeros(len(clients))
    for fold in folds:
        rest = np.setdiff1d(np.arange(len(clients)), fold)
        best = np.argsort(-scores[:, rest].mean(axis=1))[:BEST]
        weights = np.mean([draws[place] / draws[place].sum() for place in best], axis=0)
        for place in fold:
            found[place] = ndcg(clients[place], weights)
    return found


def changed(clients: list[Judged], shipped: Floats, before: Floats, place: int, by: float) -> str:
    """What one weight times a factor does."""
    weights = shipped.copy()
    weights[place] *= by
    change = np.array([ndcg(one, weights) for one in clients]) - before
    return f"x{by}: {change.mean():+.3f} ({(change > 1e-9).sum()}/{(change < -1e-9).sum()})"


if __name__ == "__main__":
    main()
