"""Some cards in a real browser, where there is one: see ``benchmarks/accessibility.py``, which does all of them.

Runs where chromium, node and a folder with playwright-core and axe-core are; ``WOR_MATCH_NODE_MODULES`` names it.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))

from accessibility import check, missing

MODULES = Path(os.environ.get("WOR_MATCH_NODE_MODULES", "/nowhere"))


@pytest.mark.skipif(bool(missing(MODULES)), reason="no browser here")
def test_axe_finds_nothing_and_nothing_is_fetched() -> None:
    result = check(MODULES, every=8)
    assert result["checks"] >= 80
    assert result["found"] == []
    assert result["requests"] == []
