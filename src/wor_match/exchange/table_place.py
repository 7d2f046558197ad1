"""Columns of a flat table that only make sense together: those that tell where, and days and times in their own."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from wor_match.domain.clean import clean
from wor_match.exchange import facts
from wor_match.exchange.draft import Draft
from wor_match.exchange.values.places import read_address, read_geometry, read_point, read_postcode
from wor_match.exchange.values.words import read_truth
from wor_match.text.clock import read_clock, read_span
from wor_match.text.times import read_times
from wor_match.vocabulary.enums import AccessNeed

#: By field, the columns that tell it and what stands there.
Cells = Mapping[str, list[tuple[str, Any]]]
_ACCESS = tuple(need.value for need in AccessNeed)


def plain_text(value: Any) -> str:
    """A cell as text; 7.0 of a numeric column is 7."""
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value).strip()


def read_place(draft: Draft, cells: Cells) -> None:
    """Read the columns that tell where and, days and times, when: those that only make sense together."""
    first = {name: plain_text(values[0][1]) for name, values in cells.items()}
    column = {name: values[0][0] for name, values in cells.items()}
    place: dict[str, Any] = {name: first.get(name, "") for name in ("town", "municipality")}
    _read_address(draft, first, place)
    if "postcode" in first:
        postcode, codes = read_postcode(first["postcode"])
        draft.notes.add_all(column["postcode"], codes, first["postcode"])
        place["postcode"] = postcode or place.get("postcode")
    _read_points(draft, first, column, place)
    access = {name: told for name in _ACCESS if name in cells and (told := _access(draft, name, cells)) is not None}
    if "access_text" in first:
        access = facts.access_of(draft, first["access_text"], column["access_text"]) | access
    place["access"] = access
    draft.put_place(place)
    if any(name in cells for name in ("start_time", "end_time")):
        days = " ".join(first[name] for name in ("frequency", "days", "day_part") if name in first)
        _span(draft, days, {name: cells[name] for name in ("start_time", "end_time", "days") if name in cells})
        if "times" in first:
            _keep_times(draft, days, first["times"], column["times"])
    elif names := [name for name in ("frequency", "days", "day_part", "times") if name in first]:
        facts.put_times(draft, clean(" ".join(first[name] for name in names)), column[names[-1]])


def _span(draft: Draft, days: str, cells: Cells) -> None:
    """Days, start and end in columns of their own."""
    found = [
        read_clock(plain_text(cells[name][0][1])) if name in cells else (None, ())
        for name in ("start_time", "end_time")
    ]
    for name, (_, codes) in zip(("start_time", "end_time"), found, strict=True):
        if name in cells:
            draft.notes.add_all(cells[name][0][0], codes, cells[name][0][1])
            if codes:
                draft.add_text("schedule.text", plain_text(cells[name][0][1]))
    start, end, codes = read_span(found[0][0], found[1][0])
    column = next(iter(cells.values()))[0][0]
    draft.notes.add_all(column, codes, f"{found[0][0]}-{found[1][0]}")
    times, day_codes = read_times(days)
    draft.notes.add_all(column, [code for code in day_codes if code != "time_without_day"], days)
    sessions = tuple(one._replace(start=start or one.start, end=end or one.end) for one in times.sessions)
    sessions = tuple(one._replace(part=None) if one.start else one for one in sessions)
    told = [days, *(plain_text(cells[name][0][1]) for name in ("start_time", "end_time") if name in cells)]
    text = " ".join(text for text in told if text)
    draft.add_text("schedule.text", text)
    if not sessions and (start or end):
        draft.notes.add(column, "time_without_day", text)
    dates = tuple((day, start or begin, end or finish) for day, begin, finish in times.dates)
    facts.put_schedule(draft, replace(times, sessions=sessions, dates=dates), column)


def _keep_times(draft: Draft, days: str, text: str, column: str) -> None:
    """A text of times beside a start and an end of their own: kept where it tells something else."""
    rules = {(rule.get("start"), rule.get("end")) for rule in draft.facts.get("schedule.rules", ())}
    told = {(one.start, one.end) for one in read_times(f"{days} {text}")[0].sessions}
    if not told or not told <= rules:
        draft.notes.add(column, "column_twice", text)
        draft.add_text("schedule.text", text)


def _access(draft: Draft, name: str, cells: Cells) -> bool | None:
    column, value = cells[name][0]
    told, codes = read_truth(value)
    if codes:
        found = facts.access_of(draft, f"{plain_text(value)}", column)
        return found.get(name)
    return told


def _read_address(draft: Draft, first: Mapping[str, str], place: dict[str, Any]) -> None:
    number = " ".join(first.get(name, "") for name in ("house_number", "house_letter", "house_addition")).split()
    place["street"] = " ".join([first.get("street", ""), "".join(number[:2]), *number[2:]]).strip()
    place["name"] = first.get("place_name", "")
    text = first.get("address", "")
    if not text and re.search(r"\d{4}\s?[A-Z]{2}\b", place["name"]):
        text = place["name"]
    address = read_address(text)
    if text and not (address.street or address.postcode):
        place["name"] = ", ".join(part for part in (place["name"], text) if part)
    place["street"] = place["street"] or address.street
    place["postcode"] = address.postcode
    place["town"] = place["town"] or address.town
    if not place["town"] and " - " in place["name"] and not text:
        place["name"], _, place["town"] = (part.strip() for part in place["name"].rpartition(" - "))


def _read_points(draft: Draft, first: Mapping[str, str], column: Mapping[str, str], place: dict[str, Any]) -> None:
    for north, east in (("lat", "lon"), ("rd_y", "rd_x")):
        if north in first or east in first:
            point, codes = read_point(first.get(north), first.get(east))
            facts.put_point(draft, place, point, codes, column.get(north, column.get(east, "")))
    if "geometry" in first and "lat" not in place:
        point, codes = read_geometry(first["geometry"])
        facts.put_point(draft, place, point, codes, column["geometry"])
