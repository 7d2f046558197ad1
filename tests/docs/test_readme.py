"""The README shows what the code does: its blocks run, and its outputs are those that the commands give."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).resolve().parents[2]
README = ROOT / "README.md"


def refresh() -> ModuleType:
    spec = importlib.util.spec_from_file_location("refresh_readme", ROOT / "docs" / "refresh_readme.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def commands_under(heading: str) -> list[str]:
    """Lines of the first fenced block under a heading, without remarks."""
    section = README.read_text(encoding="utf-8").split(f"\n## {heading}\n", 1)[1].split("\n## ", 1)[0]
    block = re.search(r"```sh\n(.*?)```", section, re.DOTALL)
    assert block is not None
    return [line for line in block[1].splitlines() if line.strip() and not line.startswith("#")]


def test_python_blocks_run_in_order() -> None:
    names: dict[str, object] = {"__name__": "readme"}
    blocks = re.findall(r"```python\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    assert len(blocks) >= 2
    for block in blocks:
        refresh().printed(block, names)


def test_outputs_are_what_the_commands_give() -> None:
    text = README.read_text(encoding="utf-8")
    assert "<!-- demo-output -->" in text
    assert refresh().refreshed(text) == text, "run: python docs/refresh_readme.py"


def test_running_is_one_command() -> None:
    (command,) = commands_under("Run it")
    assert command.startswith("python3 -m venv .venv && ")
    assert "wor-match demo" in command


def test_testing_is_one_command() -> None:
    (command,) = commands_under("Test it")
    assert command.startswith("python3 -m venv .venv && ")
    assert command.endswith(" && .venv/bin/python -m pytest")
