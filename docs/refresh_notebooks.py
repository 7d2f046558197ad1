"""Run the notebooks and write the outputs that they give, so that a reader sees them without running anything.

    python docs/refresh_notebooks.py            rewrite notebooks/*.ipynb
    python docs/refresh_notebooks.py --check    say which are old; status 1 when any is

A test runs them too and compares. What differs from machine to machine (times, versions) is not written.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

import nbformat
from nbclient import NotebookClient
from traitlets.config import Config

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "notebooks"
#: Where there are sockets in the file system the kernel listens on those and not on the network.
_LOCAL = Config({"KernelManager": {"transport": "ipc"}} if os.name == "posix" else {})
_KERNEL = {"display_name": "Python 3", "language": "python", "name": "python3"}


def executed(text: str) -> str:
    """A notebook as it is written, with all outputs made anew; what goes to the error stream is an error."""
    notebook = nbformat.reads(text, as_version=4)
    before = os.environ.get("PYTHONPATH", "")
    os.environ["PYTHONPATH"] = os.pathsep.join(part for part in (str(ROOT / "src"), before) if part)
    try:
        NotebookClient(notebook, kernel_name="python3", timeout=120, coalesce_streams=True, config=_LOCAL).execute()
    finally:
        os.environ["PYTHONPATH"] = before
    notebook.metadata = nbformat.from_dict({"kernelspec": _KERNEL, "language_info": {"name": "python"}})
    for cell in notebook.cells:
        cell.metadata = nbformat.from_dict({})
        loud = [one.text for one in cell.get("outputs", ()) if one.get("name") == "stderr"]
        if loud:
            raise RuntimeError(f"a cell warns: {loud[0]}")
    return written(notebook)


def written(notebook: Any) -> str:
    """The same notebook always as the same text."""
    return json.dumps(json.loads(nbformat.writes(notebook)), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def main(arguments: list[str]) -> int:
    """Rewrite the notebooks, or with ``--check`` only compare."""
    old = 0
    for path in sorted(FOLDER.glob("*.ipynb")):
        before = path.read_text(encoding="utf-8")
        after = executed(before)
        old += before != after
        if "--check" in arguments:
            print(f"{path.name}: {'up to date' if before == after else 'old, run python docs/refresh_notebooks.py'}")
        else:
            path.write_text(after, encoding="utf-8")
    return int("--check" in arguments and old > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
