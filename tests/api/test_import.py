"""Importing is light: a command-line tool or a web worker should not pay for what it does not use."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

_LOOK = """
import json, sys, time
begin = time.process_time()
{statement}
took = time.process_time() - begin
heavy = sorted({{name.split(".")[0] for name in sys.modules}} & {{"numpy", "pandas", "scipy", "sklearn", "geopy"}})
print(json.dumps({{"took": took, "heavy": heavy}}))
"""
#: Far above what is measured; it catches an accident, not a slow machine.
FAR_TOO_LONG = 10.0


def look(statement: str) -> tuple[float, set[str]]:
    """Seconds, and heavy packages loaded, of a statement in a fresh interpreter."""
    code = _LOOK.format(statement=statement)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    found = json.loads(done.stdout)
    print(f"{statement}: {found['took'] * 1000:.0f} ms, loads {found['heavy']}")
    return found["took"], set(found["heavy"])


def test_the_package_loads_nothing_heavy() -> None:
    took, heavy = look("import wor_match")
    assert heavy == set()
    assert took < FAR_TOO_LONG


@pytest.mark.parametrize("name", ["Client", "Activity", "Profile", "InputError"])
def test_models_load_no_arrays(name: str) -> None:
    _, heavy = look(f"from wor_match import {name}")
    assert heavy == set()


@pytest.mark.parametrize("name", ["Matcher", "Catalogue", "Advice", "load_sample"])
def test_matching_loads_neither_pandas_nor_scikit_learn(name: str) -> None:
    took, heavy = look(f"from wor_match import {name}")
    assert heavy <= {"numpy"}
    assert took < FAR_TOO_LONG


def test_a_whole_advice_needs_neither_pandas_nor_scikit_learn() -> None:
    _, heavy = look(
        "from datetime import date; from wor_match import Matcher, load_sample; c, p = load_sample(); "
        "Matcher(c, as_of=date(2026, 11, 23)).recommend(p[0])"
    )
    assert heavy <= {"numpy"}
