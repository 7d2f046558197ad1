"""How long one answer takes: the sample municipality, and synthetic catalogues beside a plain pandas implementation.

    python benchmarks/speed.py [--sizes 1000 10000 100000] [--clients 40]

Prints medians and 95th percentiles in milliseconds of one whole answer with its explanation (`Matcher.recommend`), of a
plain pandas implementation of part of the job in the same run, taking turns, and the median of their ratios per client:
once where both begin with the client as it was given (pandas has its words read by this library too, for it needs the
wishes that are in them), and once where pandas gets that reading for nothing.

The pandas implementation does what a good analyst would write on a prepared frame: masks for status, travel (haversine
and one speed), age, gender, access, budget and hours by part of the day, then interest over a long frame of themes,
travel, money and freshness, and the top five with their points. It leaves out the other rules and criteria, three-valued
answers, intervals, reasons, questions and near misses, which favours it. Numbers are of the machine they run on.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from datetime import date
from statistics import median

import numpy as np
import pandas as pd

from synthetic import activities, clients
from wor_match import Catalogue, Client, Matcher, load_sample
from wor_match.catalogue.location import LAT, LON
from wor_match.geo import haversine_km
from wor_match.query import Query
from wor_match.rules.access import FACTS
from wor_match.rules.status import STATE, VERIFIED
from wor_match.sample import SAMPLE_DATE
from wor_match.vocabulary.enums import AccessNeed

AS_OF = date(2026, 11, 23)
_KM_PER_MINUTE = 14 / 60 / 1.27


def frame_of(catalogue: Catalogue) -> tuple[pd.DataFrame, pd.DataFrame]:
    """One row a row of the catalogue, and a long frame of themes."""
    rows = catalogue.sources
    table = pd.DataFrame(
        {
            "activity": catalogue.row_activity,
            "lat": catalogue.column(LAT),
            "lon": catalogue.column(LON),
            "state": catalogue.column(STATE),
            "verified": catalogue.column(VERIFIED),
            "step_free": catalogue.column(FACTS[AccessNeed.STEP_FREE]),
            "age_min": [row.activity.group.age_min if row.activity.group.age_min is not None else 0 for row in rows],
            "age_max": [row.activity.group.age_max if row.activity.group.age_max is not None else 999 for row in rows],
            "gender": [str(row.activity.group.gender_rule) for row in rows],
            "eur": [
                row.activity.cost.amount_eur if row.activity.cost.amount_eur is not None else np.nan for row in rows
            ],
        }
    )
    words = catalogue.words
    themes = pd.DataFrame(
        {
            "activity": np.repeat(np.arange(len(catalogue)), np.diff(words.theme_start)),
            "theme": words.theme_id,
            "strength": words.theme_strength,
        }
    )
    return table, themes


def plain(query: Query, table: pd.DataFrame, themes: pd.DataFrame) -> pd.DataFrame:
    """The top five with their points, in pandas."""
    client = query.client
    kept = table[table["state"] >= 0]
    if query.home is not None:
        km = haversine_km(query.home[0], query.home[1], kept["lat"].to_numpy(), kept["lon"].to_numpy())
        kept = kept.assign(minutes=3 + km / _KM_PER_MINUTE)
        limit = client.travel.max_minutes or 30.0
        kept = kept[kept["minutes"] <= limit]
    else:
        kept, limit = kept.assign(minutes=15.0), 30.0
    if client.age is not None:
        kept = kept[(kept["age_min"] <= client.age) & (kept["age_max"] >= client.age)]
    if client.gender is not None:
        kept = kept[~kept["gender"].eq({"man": "women", "woman": "men"}.get(client.gender.value, ""))]
    if AccessNeed.STEP_FREE in client.access_needs:
        kept = kept[kept["step_free"] >= 0]
    budget = client.budget_eur_per_month or 25.0
    kept = kept[~(kept["eur"] * 4 > budget)]
    offered = themes[themes["activity"].isin(kept["activity"])]
    wanted = np.array([one.wanted * one.strength for one in query.wants]).max(axis=0) if query.wants else np.zeros(200)
    match = (offered["strength"] * wanted[offered["theme"]]).groupby(offered["activity"]).max()
    points = pd.DataFrame(
        {
            "activity": kept["activity"],
            "interest": 27 * kept["activity"].map(match).fillna(0.0) ** 1.5,
            "travel": 7 * (1 - 0.8 * kept["minutes"] / limit),
            "money": 4 * (1 - 0.7 * (kept["eur"].fillna(5.0) * 4 / budget).clip(0, 1)),
            "freshness": 2 * (1 - (query.day - kept["verified"]) / 1095).clip(0, 1),
        }
    )
    points["score"] = points[["interest", "travel", "money", "freshness"]].sum(axis=1)
    return points.sort_values(["score", "activity"], ascending=[False, True]).drop_duplicates("activity").head(5)


def milliseconds(work: object, *arguments: object) -> float:
    begin = time.perf_counter()
    work(*arguments)  # type: ignore[operator]
    return (time.perf_counter() - begin) * 1000


def told(name: str, times: list[float]) -> str:
    return f"{name:28} median {median(times):7.2f} ms   95% {np.quantile(times, 0.95):7.2f} ms"


def import_time() -> None:
    code = "import time; t = time.perf_counter(); import wor_match; print(time.perf_counter() - t)"
    runs = [
        float(subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout) for _ in range(7)
    ]
    print(f"import wor_match             median {median(runs) * 1000:7.1f} ms")


def sample() -> None:
    catalogue, everyone = load_sample()
    matcher = Matcher(catalogue, as_of=SAMPLE_DATE)
    for client in everyone:
        matcher.recommend(client)
    times = [milliseconds(matcher.recommend, client) for _ in range(10) for client in everyone]
    print(told(f"sample ({len(catalogue)} activities)", times))


def synthetic(size: int, everyone: list[Client]) -> None:
    begin = time.perf_counter()
    made = activities(size)
    built = time.perf_counter()
    catalogue = Catalogue.from_activities(made)
    matcher = Matcher(catalogue, as_of=AS_OF)
    matcher.recommend(everyone[0])
    ready = time.perf_counter()
    table, themes = frame_of(catalogue)
    ours, read, theirs = [], [], []
    for client in everyone:
        matcher.recommend(client)
        plain(matcher.query(client), table, themes)
    for client in everyone:
        ours.append(milliseconds(matcher.recommend, client))
        read.append(milliseconds(matcher.query, client))
        theirs.append(milliseconds(plain, matcher.query(client), table, themes))
    whole = [one + other for one, other in zip(read, theirs, strict=True)]
    print(f"{size} activities: models {built - begin:.1f} s, catalogue and first answer {ready - built:.1f} s")
    print(told("  wor_match, whole answer", ours))
    print(told("  pandas, part of the job", whole))
    print(told("    after reading the client", theirs))
    print(
        f"  wor_match / pandas, per client: median {ratio(ours, whole):.2f}, without reading {ratio(ours, theirs):.2f}"
    )


def ratio(ours: list[float], theirs: list[float]) -> float:
    return median(one / other for one, other in zip(ours, theirs, strict=True))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="*", default=[1000, 10_000, 100_000])
    parser.add_argument("--clients", type=int, default=40)
    options = parser.parse_args()
    import_time()
    sample()
    everyone = clients(options.clients)
    for size in options.sizes:
        synthetic(size, everyone)


if __name__ == "__main__":
    main()
