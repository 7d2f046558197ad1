"""Which plain strings a pattern cannot do without, so that most patterns need not be tried."""

import re
from collections.abc import Iterator

_PART = re.compile(r"\\.|<\d>|\[[^\]]*\]|\{[\d,]*\}|[a-z0-9 '-]+|.")
_OPTIONAL = ("?", "*", "{0", "{,")


def needles(pattern: str) -> tuple[tuple[str, ...], ...]:
    """Return sets of strings: every match holds at least one string of each set.

    Parameters
    ----------
    pattern : in the dialect of the table fact_patterns: literals, groups, classes, ``?``, ``*``, ``+`` and ``{0,9}``.

    Examples
    --------
    >>> needles("(geen|zonder) <1>(lift|trap(pen)?)")
    (('geen', 'zonder'), ('lift', 'trap'))
    >>> needles("prikkel(arm)?"), needles("a?")
    ((('prikkel',),), ())
    """
    options = _options(pattern)
    if len(options) == 1:
        return tuple(strings for strings in _pieces(pattern) if strings != (" ",))
    found = _either(options)
    return (found,) if found else ()


def _either(options: list[str]) -> tuple[str, ...]:
    """Return strings of which every match of any of the options holds one: of each option the most telling."""
    found: list[str] = []
    for option in options:
        pieces = list(_pieces(option))
        if not pieces:
            return ()
        found += max(pieces, key=lambda strings: min(map(len, strings)))
    return tuple(dict.fromkeys(found))


def _options(pattern: str) -> list[str]:
    """Return the alternatives of a pattern, split at the bars outside groups."""
    options, depth = [""], 0
    for part in _PART.findall(pattern):
        depth += (part == "(") - (part == ")")
        if part == "|" and depth == 0:
            options.append("")
        else:
            options[-1] += part
    return options


def _pieces(option: str) -> Iterator[tuple[str, ...]]:
    """Yield, for each part of a sequence that must be there, the strings that it can be."""
    parts = _PART.findall(option)
    place = 0
    while place < len(parts):
        end = _closing(parts, place) if parts[place] == "(" else place
        is_optional = parts[end + 1 : end + 2] != [] and parts[end + 1].startswith(_OPTIONAL)
        yield from _required(parts[place : end + 1], is_optional)
        place = end + 1


def _required(parts: list[str], is_optional: bool) -> Iterator[tuple[str, ...]]:
    """Yield the strings of one group or literal, if there are any; looking ahead requires nothing."""
    inside = "".join(parts[1:-1])
    if parts[0] == "(":
        found = () if is_optional or inside.startswith("?") else _either(_options(inside))
    else:
        is_literal = len(parts[0]) > 1 and parts[0][0] not in "\\<[{"
        # Only the last letter of a literal is made optional by the mark behind it.
        found = (parts[0][:-1] if is_optional else parts[0],) if is_literal else ()
    if found:
        yield found


def _closing(parts: list[str], place: int) -> int:
    """Return the place of the bracket that closes the one here."""
    depth = 0
    for end in range(place, len(parts)):
        depth += (parts[end] == "(") - (parts[end] == ")")
        if depth == 0:
            return end
    raise ValueError("a bracket of a fact pattern is not closed")
