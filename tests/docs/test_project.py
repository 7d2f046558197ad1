"""What stands around the code agrees with the code and with itself."""

from __future__ import annotations

import ast
import re
import tomllib
from pathlib import Path

import pytest

import wor_match

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "wor_match"
MODULES = sorted(PACKAGE.rglob("*.py"))
_SKIP = {".venv", "venv", ".git", "node_modules", ".pytest_cache"}
PAGES = sorted(path for path in ROOT.rglob("*.md") if not _SKIP & set(path.relative_to(ROOT).parts))
KIT = sorted((ROOT / "docs" / "kit").glob("*.md"))


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def anchors(page: Path) -> set[str]:
    """Anchors of the headings of a page, made as code hosts make them."""
    text = re.sub(r"```.*?```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    headings = re.findall(r"^#+\s+(.*)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("module", MODULES, ids=name)
def test_every_module_says_what_it_is_for(module: Path) -> None:
    told = ast.get_docstring(ast.parse(module.read_text(encoding="utf-8")))
    assert told
    assert told[0].isupper() or not told[0].isalpha()


def test_every_folder_of_code_is_a_package() -> None:
    folders = {module.parent for module in MODULES}
    assert [name(folder) for folder in sorted(folders) if not (folder / "__init__.py").exists()] == []


def test_version_is_told_once() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == wor_match.__version__
    assert f"## [{project['version']}]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    text = re.sub(r"```.*?```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        if re.match(r"[a-z]+:", target):
            continue
        path, _, anchor = target.partition("#")
        linked = (page.parent / path).resolve() if path else page
        assert linked.exists(), f"{name(page)} links to {target}"
        if anchor:
            assert anchor in anchors(linked), f"{name(page)} links to {target}"


def test_kit_is_complete() -> None:
    assert {page.name for page in KIT} >= {
        "README.md",
        "beoogd-doel.md",
        "dpia-input.md",
        "algoritmeregister.md",
        "menselijk-toezicht.md",
        "ai-act-en-mdr.md",
    }


@pytest.mark.parametrize("page", KIT, ids=name)
def test_kit_is_dated_and_no_legal_advice(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert re.search(r"Datum: \d{4}-\d{2}-\d{2}", text)
    assert "Geen juridisch advies / not legal advice" in text
    if page.name != "README.md":
        assert "## Open vragen" in text
        assert "## Bronnen" in text
        assert f"({page.name})" in (ROOT / "docs" / "kit" / "README.md").read_text(encoding="utf-8")


def test_every_source_of_evidence_is_named() -> None:
    from wor_match.vocabulary.tables import read_table

    thanks = (ROOT / "THIRD_PARTY.md").read_text(encoding="utf-8")
    missing = {row["doi"] for row in read_table("evidence") if row["doi"] and row["doi"] not in thanks}
    assert missing == set()
