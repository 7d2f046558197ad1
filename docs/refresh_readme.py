"""Write the outputs that README.md shows, so that they are always what the commands really give.

    python docs/refresh_readme.py            rewrite README.md
    python docs/refresh_readme.py --check    say whether it is up to date; status 1 when not

Two places are written: between ``<!-- demo-output -->`` and ``<!-- /demo-output -->`` the part of ``wor-match demo``
on one client, and after each ``python`` block that is followed by ``<!-- output -->`` what that block prints.
"""

from __future__ import annotations

import re
import sys
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from typing import Any

README = Path(__file__).resolve().parent.parent / "README.md"
#: The client of the demo whom the README shows.
CLIENT = "c-02"

_BLOCK = re.compile(r"```python\n(?P<code>.*?)```\n(?:\n<!-- output -->\n```text\n(?P<output>.*?)```\n)?", re.DOTALL)
_DEMO = re.compile(r"(<!-- demo-output -->\n).*?(<!-- /demo-output -->)", re.DOTALL)


def demo() -> str:
    """What ``wor-match demo`` prints of one client."""
    from wor_match.cli import main as wor_match

    out = StringIO()
    with redirect_stdout(out):
        code = wor_match(["demo"])
    (part,) = (part for part in re.split(r"^-{20,}$", out.getvalue(), flags=re.MULTILINE) if f" {CLIENT}," in part)
    assert code == 0
    return part


def printed(code: str, names: dict[str, Any]) -> str:
    """What a block of Python prints; later blocks see the names of earlier ones."""
    out = StringIO()
    with redirect_stdout(out):
        exec(compile(code, "README.md", "exec"), names)
    return _tidy(out.getvalue())


def refreshed(text: str) -> str:
    """The README with all outputs made anew."""
    names: dict[str, Any] = {"__name__": "readme"}

    def with_output(found: re.Match[str]) -> str:
        code, had_output = found["code"], found["output"] is not None
        output = printed(code, names)
        shown = f"\n<!-- output -->\n```text\n{output}\n```\n" if had_output else ""
        return f"```python\n{code}```\n{shown}"

    text = _BLOCK.sub(with_output, text)
    return _DEMO.sub(lambda found: f"{found[1]}```text\n{_tidy(demo())}\n```\n{found[2]}", text)


def _tidy(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.strip("\n").splitlines())


def main(arguments: list[str]) -> int:
    """Rewrite README.md, or with ``--check`` only compare."""
    before = README.read_text(encoding="utf-8")
    after = refreshed(before)
    if "--check" in arguments:
        print("README.md is up to date" if before == after else "README.md is old: run python docs/refresh_readme.py")
        return int(before != after)
    README.write_text(after, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
