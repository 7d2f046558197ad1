"""A small mutation run: does a test fail when a rule, a criterion or the adding is changed on purpose?

    python benchmarks/mutation.py [--mutants 40] [--seed 1] [--timeout 600]

Draws mutants evenly over the files (a comparison turned or its edge moved, plus and minus, and/or, min/max, a constant,
True and False), writes one at a time into a copy of the sources, runs the tests of these rooms on the copy and reports
what was killed and what survived, with its line. The tests are run once without a change first. The checkout itself is never changed.
"""

from __future__ import annotations

import argparse
import ast
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("rules/*.py", "criteria/*.py", "scoring.py", "ranking.py", "gates.py")
TESTS = (
    "tests/unit/test_rules.py", "tests/unit/test_gates.py", "tests/unit/test_scoring.py", "tests/unit/test_ranking.py",
    *sorted(str(path.relative_to(ROOT)) for path in ROOT.glob("tests/unit/test_rules_*.py")),
    *sorted(str(path.relative_to(ROOT)) for path in ROOT.glob("tests/unit/test_criteria_*.py")), "tests/contracts",
    "tests/unit/test_not_for_this_client.py", "tests/unit/test_meant_for_whom.py", "tests/golden", "tests/parity", "tests/properties/test_interval.py", "tests/properties/test_monotone.py",
)  # fmt: skip
#: So many begin the list that a criterion's own test goes without.
_SHARED = 4
COMPARE = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In,
}  # fmt: skip
ARITHMETIC = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
}
NAMES = {"minimum": "maximum", "maximum": "minimum", "min": "max", "max": "min"}


def changed(node: ast.AST) -> bool:
    """Change one node in place; False when there is nothing to change."""
    if isinstance(node, ast.Compare) and type(node.ops[0]) in COMPARE:
        node.ops[0] = COMPARE[type(node.ops[0])]()
    elif (
        isinstance(node, ast.BinOp)
        and type(node.op) in ARITHMETIC
        and not isinstance(node.left, ast.Name | ast.Constant | ast.Attribute)
    ):
        node.op = ARITHMETIC[type(node.op)]()
    elif isinstance(node, ast.BoolOp):
        node.op = ast.Or() if isinstance(node.op, ast.And) else ast.And()
    elif isinstance(node, ast.Attribute) and node.attr in NAMES:
        node.attr = NAMES[node.attr]
    elif isinstance(node, ast.Constant) and isinstance(node.value, bool):
        node.value = not node.value
    elif isinstance(node, ast.Constant) and isinstance(node.value, int):
        node.value += 1
    else:
        return False
    return True


def spots(tree: ast.Module) -> Iterator[int]:
    """Numbers (in walking order) of nodes inside functions that can be changed; annotations are left alone."""
    skipped = {id(each) for node in ast.walk(tree) if isinstance(node, ast.AnnAssign | ast.arg | ast.FunctionDef)
               for part in (getattr(node, "annotation", None), getattr(node, "returns", None)) if part
               for each in ast.walk(part)}  # fmt: skip
    inside = {id(each) for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) for each in ast.walk(node)}
    for number, node in enumerate(ast.walk(tree)):
        if id(node) in inside and id(node) not in skipped and changed(node):
            changed(node)
            yield number


def mutant(text: str, number: int) -> tuple[str, int]:
    """The source with one node changed, and its line."""
    tree = ast.parse(text)
    node = list(ast.walk(tree))[number]
    changed(node)
    return ast.unparse(tree), getattr(node, "lineno", 0)


def is_killed(copy: Path, tests: list[str], timeout: int) -> bool:
    """Whether the tests notice."""
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", *tests]
    environment = {**os.environ, "PYTHONPATH": str(copy / "src"), "PYTHONDONTWRITEBYTECODE": "1"}
    try:
        return subprocess.run(command, cwd=copy, env=environment, capture_output=True, timeout=timeout).returncode != 0
    except subprocess.TimeoutExpired:
        return True


def tests_for(path: Path) -> list[str]:
    """The shared tests, and those of the criterion itself."""
    own = f"tests/unit/test_criteria_{path.stem}.py"
    shared = [one for one in TESTS if one != own]
    return [own, *shared[_SHARED:]] if path.parent.name == "criteria" and (ROOT / own).exists() else list(TESTS)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--mutants", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--timeout", type=int, default=600)
    options = parser.parse_args()
    source = ROOT / "src" / "wor_match"
    files = sorted({path for room in ROOMS for path in source.glob(room) if path.name != "__init__.py"})
    everywhere = [(path, number) for path in files for number in spots(ast.parse(path.read_text(encoding="utf-8")))]
    drawn = random.Random(options.seed).sample(everywhere, min(options.mutants, len(everywhere)))
    killed = 0
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "copy"
        shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(".git", ".venv", "venv", ".*cache", ".hypothesis"))
        assert not is_killed(copy, list(TESTS), options.timeout), "the tests must pass before anything is changed"
        for path, number in drawn:
            text = path.read_text(encoding="utf-8")
            target = copy / path.relative_to(ROOT)
            told, line = mutant(text, number)
            target.write_text(told, encoding="utf-8")
            noticed = is_killed(copy, tests_for(path), options.timeout)
            killed += noticed
            if not noticed:
                print(f"survived: {path.relative_to(ROOT)}:{line}: {text.splitlines()[line - 1].strip()}", flush=True)
            target.write_text(text, encoding="utf-8")
    print(
        f"{killed} of {len(drawn)} mutants killed ({len(everywhere)} possible in {len(files)} files, seed {options.seed})"
    )


if __name__ == "__main__":
    main()
