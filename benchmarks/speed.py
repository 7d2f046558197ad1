"""How long one answer takes: the sample municipality, and synthetic catalogues beside a plain pandas implementation.

    python benchmarks/speed.py [--sizes 1000 10000 100000] [--clients 40]

Prints medians and 95th percentiles in milliseconds of one whole answer with its explanation (`Matcher.recommend`), one
after another as a host asks them; then in turns with a plain pandas implementation (`plain_pandas.py`), and the median
of the ratios per client. In turns both are slower, because each finds the processor's memory full of the other's. All
begin with the client as it was given: pandas has its words read by this library too, for it needs the wishes that are
in them; the last ratio of each line gives pandas that reading for nothing.

Pandas does it in two ways, on frames that were prepared before: the whole job, as simply as frames can (all rules and
criteria as columns, three-valued, with intervals, counts, near misses, reasons and questions), and part of it (some
masks, four criteria and the top five with their points), which leaves out most and so favours pandas. Numbers are of
the machine they run on.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from datetime import date
from statistics import median

import numpy as np

import plain_pandas
from synthetic import activities, clients
from wor_match import Catalogue, Client, Matcher, load_sample
from wor_match.sample import SAMPLE_DATE

AS_OF = date(2026, 11, 23)


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
    print(told(f"sample ({len(catalogue)} activities)", one_after_another(matcher, everyone, rounds=10)))


def one_after_another(matcher: Matcher, everyone: Sequence[Client], rounds: int) -> list[float]:
    """Milliseconds of each answer of some rounds, after one that is not counted."""
    for client in everyone:
        matcher.recommend(client)
    return [milliseconds(matcher.recommend, client) for _ in range(rounds) for client in everyone]


def synthetic(size: int, everyone: list[Client]) -> None:
    begin = time.perf_counter()
    made = activities(size)
    built = time.perf_counter()
    catalogue = Catalogue.from_activities(made)
    matcher = Matcher(catalogue, as_of=AS_OF)
    matcher.recommend(everyone[0])
    ready = time.perf_counter()
    print(f"{size} activities: models {built - begin:.1f} s, catalogue and first answer {ready - built:.1f} s")
    print(told("  answers one after another", one_after_another(matcher, everyone, rounds=3)))
    prepared = plain_pandas.prepare(catalogue)
    for name, job in (("the whole job", plain_pandas.whole), ("part of the job", plain_pandas.part)):
        beside(matcher, prepared, everyone, name, job)


def beside(
    matcher: Matcher, prepared: plain_pandas.Prepared, everyone: list[Client], name: str, job: Callable[..., object]
) -> None:
    """Both in turns, each client after all were done once."""
    ours, read, theirs = [], [], []
    for client in everyone:
        matcher.recommend(client)
        job(matcher.query(client), prepared)
    for client in everyone:
        ours.append(milliseconds(matcher.recommend, client))
        read.append(milliseconds(matcher.query, client))
        theirs.append(milliseconds(job, matcher.query(client), prepared))
    with_reading = [one + other for one, other in zip(read, theirs, strict=True)]
    print(told("  wor_match, whole answer", ours))
    print(told(f"  pandas, {name}", with_reading))
    print(told("    after reading the client", theirs))
    print(
        f"  wor_match / pandas, per client: median {ratio(ours, with_reading):.2f}, "
        f"without reading {ratio(ours, theirs):.2f}"
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
