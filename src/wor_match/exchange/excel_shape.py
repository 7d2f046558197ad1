"""What the values of a workbook do not show: cells merged over rows, and formulas that were never worked out."""

from __future__ import annotations

import html
import io
import posixpath
import re
import zipfile
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

#: A sheet that unpacks to more than this many bytes is read without looking at its shape.
_LARGEST_SHEET = 100_000_000
#: No tag is longer than this, and none holds another: a file that says otherwise costs no time.
_WITHIN = "[^<>]{0,500}"
_MERGED = re.compile(rf'<mergeCell\b{_WITHIN}\bref="([A-Z]{{1,3}})(\d{{1,7}}):([A-Z]{{1,3}})(\d{{1,7}})"'.encode())
_EMPTY_FORMULA = re.compile(
    (
        rf'<c\b(?!{_WITHIN}\bt="str"){_WITHIN}\br="([A-Z]{{1,3}})(\d{{1,7}})"{_WITHIN}>\s{{0,9}}'
        rf"<f\b{_WITHIN}?(?:/>|>[^<]{{0,9000}}</f>)\s{{0,9}}(?:<v\s?/>|<v>\s{{0,9}}</v>)?\s{{0,9}}</c>"
    ).encode()
)
_SHEET = re.compile(rf"<(?:\w{{1,9}}:)?sheet\s{_WITHIN}>".encode())
_LINK = re.compile(rf"<(?:\w{{1,9}}:)?Relationship\s{_WITHIN}>".encode())
_ATTRIBUTE = re.compile(r"""(?:\w+:)?(\w+)=(["'])(.*?)\2""")


class Shape(NamedTuple):
    """Of one sheet; rows count from 1, columns from 0.

    ``merged`` holds (column, first row, last row) of cells that are merged over rows, by their first column;
    ``unknown`` by row the columns of formulas without a value.
    """

    merged: tuple[tuple[int, int, int], ...] = ()
    unknown: Mapping[int, Sequence[int]] = MappingProxyType({})


def shapes(data: bytes) -> dict[str, Shape]:
    """The shape of every sheet by its name; sheets of which nothing can be told are left out."""
    found: dict[str, Shape] = {}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name, member in _members(archive):
            if archive.getinfo(member).file_size <= _LARGEST_SHEET:
                found[name] = _shape(archive.read(member))
    return found


def _members(archive: zipfile.ZipFile) -> list[tuple[str, str]]:
    """The sheets by name, and the file of each within the workbook."""
    known = set(archive.namelist())
    links = "xl/_rels/workbook.xml.rels"
    if links not in known:
        return []
    target = {
        one.get("Id", ""): posixpath.join("/xl", one.get("Target", ""))[1:]
        for one in map(_attributes, _LINK.findall(archive.read(links)))
    }
    sheets = [_attributes(one) for one in _SHEET.findall(archive.read("xl/workbook.xml"))]
    return [
        (one["name"], target[one["id"]]) for one in sheets if "name" in one and target.get(one.get("id", "")) in known
    ]


def _attributes(tag: bytes) -> dict[str, str]:
    """The attributes of a tag, without their namespaces."""
    found = _ATTRIBUTE.findall(tag.decode("utf-8", "replace"))
    return {name: html.unescape(value) for name, _, value in found}


def _shape(xml: bytes) -> Shape:
    merged = [
        (_column(first), int(top), int(bottom))
        for first, top, _, bottom in _MERGED.findall(xml)
        if int(top) < int(bottom)
    ]
    unknown: dict[int, list[int]] = {}
    for column, row in _EMPTY_FORMULA.findall(xml):
        unknown.setdefault(int(row), []).append(_column(column))
    return Shape(tuple(merged), unknown)


def _column(letters: bytes) -> int:
    """The number of a column from 0 on.

    >>> _column(b"A"), _column(b"AA")
    (0, 26)
    """
    number = 0
    for letter in letters:
        number = 26 * number + letter - ord("A") + 1
    return number - 1
