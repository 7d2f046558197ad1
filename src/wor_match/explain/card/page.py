"""A whole page around what is told: language, title, style, and a policy that lets nothing in from elsewhere."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from wor_match.explain.card.safe import esc
from wor_match.explain.wording.table import Language, wording

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"


def page(title: str, language: Language, styles: tuple[str, ...], content: str) -> str:
    """One page that stands on its own; the content is HTML already."""
    style, told = "".join(_style(name) for name in styles), wording(language)
    direction = ' dir="rtl"' if told.is_rtl else ""
    return (
        f'<!DOCTYPE html>\n<html lang="{told.tag}"{direction}>\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n<meta name="color-scheme" content="light dark">\n'
        f"<title>{esc(title)}</title>\n<style>\n{style}</style>\n</head>\n<body>\n{content}\n</body>\n</html>\n"
    )


@cache
def _style(name: str) -> str:
    return files("wor_match.explain.card").joinpath(f"{name}.css").read_text(encoding="utf-8")
