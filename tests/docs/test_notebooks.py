"""The notebooks run, warn of nothing, and show the outputs that they really give."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))


def refresh() -> ModuleType:
    spec = importlib.util.spec_from_file_location("refresh_notebooks", ROOT / "docs" / "refresh_notebooks.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_there_are_notebooks() -> None:
    assert [path.name[:2] for path in NOTEBOOKS] == ["01", "02"]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_outputs_are_what_a_run_gives(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    fresh = json.loads(refresh().executed(text))
    for was, now in zip(json.loads(text)["cells"], fresh["cells"], strict=True):
        assert was == now, "run: python docs/refresh_notebooks.py"


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_every_cell_says_something(path: Path) -> None:
    """A reader sees why a cell is there, and what it gives; only what gets ready is silent."""
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    silent = [cell for cell in cells if cell["cell_type"] == "code" and not cell["outputs"]]
    assert len(silent) <= 1
    assert cells[0]["cell_type"] == "markdown"
    for cell in cells:
        for output in cell.get("outputs", ()):
            assert output["output_type"] != "error"
