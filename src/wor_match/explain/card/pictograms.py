"""A host's own pictograms on the leaflet: a sign or a picture for a theme."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from wor_match.domain.suggestion import Suggestion
from wor_match.errors import InputError, Problem
from wor_match.explain.card.safe import esc

_MOST_SIGNS = 16
#: A picture within the page itself. Shown as a picture, an SVG can neither run a script nor fetch anything.
_PICTURE = re.compile(r"data:image/(?:png|jpeg|gif|webp|svg\+xml);base64,[A-Za-z0-9+/]+={0,2}")


def checked(pictograms: Mapping[str, str]) -> Mapping[str, str]:
    """The pictograms, when each is a short sign or a picture within the page.

    Raises
    ------
    InputError
        If one is anything else, such as markup or an address on the internet.

    Examples
    --------
    >>> checked({"singing": "🎵"})["singing"]
    '🎵'
    >>> checked({"singing": "<svg onload='x()'></svg>"})
    Traceback (most recent call last):
    wor_match.errors.InputError: pictograms: 1 problem
      singing: must be a sign of at most 16 characters, or data:image/...;base64,... [unusable]
    """
    must_be = f"must be a sign of at most {_MOST_SIGNS} characters, or data:image/...;base64,..."
    if not isinstance(pictograms, Mapping):
        raise InputError("pictograms", [Problem("(whole)", "unusable", "must be a mapping of theme to sign")])
    problems = [
        Problem(str(theme), "unusable", must_be)
        for theme, value in pictograms.items()
        if not isinstance(value, str) or not (len(value) <= _MOST_SIGNS or _PICTURE.fullmatch(value))
    ]
    if problems:
        raise InputError("pictograms", problems)
    return pictograms


def picture(one: Suggestion, pictograms: Mapping[str, str]) -> str:
    """The pictogram of the first theme that has one. It decorates: what it shows is told in words."""
    found = next((pictograms[theme] for theme in _themes(one) if theme in pictograms), "")
    if not found:
        return ""
    if _PICTURE.fullmatch(found):
        return f'<span class="picture"><img src="{found}" alt="" width="80" height="80"></span>'
    return f'<span class="picture" aria-hidden="true">{esc(found)}</span>'


def _themes(one: Suggestion) -> Iterator[str]:
    """Themes of an activity, first those that fit this client."""
    for reason in one.reasons_for:
        theme = reason.params.get("theme")
        if isinstance(theme, str):
            yield theme
    yield from one.activity.themes
