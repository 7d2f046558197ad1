"""Open every card, leaflet and letter of the sample in a real browser and count what axe-core finds wrong.

Needs Debian's chromium, node, and a folder in which `npm install playwright-core axe-core` was run:

    python benchmarks/accessibility.py NODE_MODULES [--pictures FOLDER] [--picture c-02 ...]
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from wor_match import Advice, Matcher, load_sample
from wor_match.sample import SAMPLE_DATE

SCRIPT = Path(__file__).parents[1] / "tests" / "browser" / "axe.cjs"


def missing(modules: Path) -> str:
    """What is not there to run a browser; empty when all is."""
    if shutil.which("chromium") is None:
        return "chromium"
    if shutil.which("node") is None:
        return "node"
    return next((name for name in ("playwright-core", "axe-core") if not (modules / name).is_dir()), "")


def pages(advice: Advice) -> Iterator[tuple[str, str]]:
    """Every page of one advice, with a name for its file."""
    chosen = [one.activity.id for one in advice.suggestions[:2]]
    for language in ("nl", "en"):
        for audience in ("coach", "client"):
            yield f"{advice.reference}-{audience}-{language}", advice.to_html(language=language, audience=audience)
        if not advice.is_stopped:  # then there is no letter
            letter = advice.letter(chosen, consent=True, language=language, style="html")
            yield f"{advice.reference}-letter-{language}", letter
    yield f"{advice.reference}-client-je", advice.leaflet(address="je", pictograms={"singing": "🎵", "gardening": "🌱"})


def check(
    modules: Path, pictures: Path | None = None, pictured: tuple[str, ...] = (), every: int = 1
) -> dict[str, Any]:
    """Write the pages, open them all, and tell what was found."""
    catalogue, clients = load_sample()
    matcher = Matcher(catalogue, as_of=SAMPLE_DATE)
    with tempfile.TemporaryDirectory() as folder:
        for client in clients[::every]:
            for name, text in pages(matcher.recommend(client, 5)):
                Path(folder, f"{name}.html").write_text(text, encoding="utf-8")
        done = subprocess.run(
            ["node", str(SCRIPT), folder, str(pictures or folder), *pictured],
            env=os.environ | {"NODE_PATH": str(modules)},
            capture_output=True,
            text=True,
            check=False,
        )
    if done.returncode:
        raise RuntimeError(done.stderr)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("modules", type=Path, help="the node_modules folder")
    parser.add_argument("--pictures", type=Path, help="a folder for pictures and PDFs")
    parser.add_argument("--picture", nargs="*", default=(), help="names of pages, or how they begin")
    parser.add_argument("--every", type=int, default=1, help="only every so many clients")
    given = parser.parse_args()
    if lacking := missing(given.modules):
        print(f"{lacking} is not here")
        return 2
    if given.pictures:
        given.pictures.mkdir(parents=True, exist_ok=True)
    result = check(given.modules, given.pictures, tuple(given.picture), given.every)
    for one in result["found"]:
        print(f"{one['page']} {one['size']} {one['colorScheme']}: {one['id']} ({one['impact']})")
        for node in one["nodes"]:
            print(f"    {node}")
    print(f"{result['pages']} pages, {result['checks']} checks: {len(result['found'])} violations")
    print(f"asked of a network: {len(result['requests'])}")
    return 1 if result["found"] or result["requests"] else 0


if __name__ == "__main__":
    sys.exit(main())
