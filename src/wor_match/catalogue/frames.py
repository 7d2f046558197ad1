"""A catalogue as a pandas frame and back: one row an activity, one column a fact, dotted names.

Only our own column names are read here; the headers of municipalities are read by ``read_catalogue``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from functools import cache
from types import UnionType
from typing import TYPE_CHECKING, Any, Literal, get_args

from wor_match.catalogue.build import build_activity
from wor_match.catalogue.frame_types import dtype_of, series_of
from wor_match.catalogue.problems import CatalogueProblem, ImportReport
from wor_match.domain.activity import SCHEMA_VERSION, Activity
from wor_match.domain.base import Model
from wor_match.domain.place import Place
from wor_match.errors import InputError, Problem

if TYPE_CHECKING:
    import pandas as pd

Kind = Literal["text", "value", "json"]


@cache
def columns() -> Mapping[str, Kind]:
    """All column names, in order, with how a cell is to be read.

    Examples
    --------
    >>> columns()["cost.amount_eur"], columns()["themes"], columns()["place.access.step_free"]
    ('value', 'json', 'value')
    """
    return {name: _kind(annotation) for name, annotation in _annotations(Activity, "")}


@cache
def dtypes() -> Mapping[str, str | tuple[str, ...]]:
    """The dtype of each column; a tuple holds the values of a category.

    Examples
    --------
    >>> dtypes()["cost.amount_eur"], dtypes()["valid_to"], dtypes()["cost.is_insured"], dtypes()["setting"]
    ('Float64', 'datetime64[s]', 'boolean', ('onsite', 'online', 'home_visit'))
    """
    return {name: dtype_of(annotation) for name, annotation in _annotations(Activity, "")}


def frame_from_activities(activities: Iterable[Activity]) -> pd.DataFrame:
    """One row an activity; a cell that is not told is missing, and lists stand as JSON text.

    An activity at one place has its place in columns ``place.*``; several places stand in ``places`` as JSON. Columns
    in which nothing is told are left out, but for id and title. Each has a dtype of its own (:func:`dtypes`).

    Examples
    --------
    >>> frame = frame_from_activities([Activity(id="a", title="Koor", cost={"amount_eur": 2.5})])
    >>> frame.loc[0, "title"], float(frame.loc[0, "cost.amount_eur"])
    ('Koor', 2.5)
    """
    import pandas as pd

    rows = [_row(activity) for activity in activities]
    used = {name for row in rows for name in row} | {"id", "title"}
    names = [name for name in columns() if name in used]
    kinds = dtypes()
    return pd.DataFrame({name: series_of([row.get(name) for row in rows], kinds[name]) for name in names})


def activities_from_frame(frame: pd.DataFrame) -> tuple[list[Activity], ImportReport]:
    """Read a frame with our own column names; what does not fit is left out or skipped, and told.

    Examples
    --------
    >>> frame = frame_from_activities([Activity(id="a", title="Koor")])
    >>> activities, report = activities_from_frame(frame)
    >>> activities[0].title, report.read, report.kept
    ('Koor', 1, 1)
    """
    known = [str(name) for name in _checked(frame).columns]
    problems = [
        CatalogueProblem("(frame)", name, "column_unread", "this column is not known here", "note")
        for name in known
        if name not in columns()
    ]
    kept: dict[str, Activity] = {}
    repaired = 0
    for number, cells in enumerate(frame.itertuples(index=False, name=None), start=1):
        row = {name: value for name, value in zip(known, cells, strict=True) if name in columns()}
        activity, found = _read(row, f"row {number}", kept)
        if activity is not None:
            kept[activity.id] = activity
            repaired += bool(found)
        problems += found
    read, count = len(frame), len(kept)
    return list(kept.values()), ImportReport(read, count, repaired, read - count, count, tuple(problems), "frame")


def _checked(frame: pd.DataFrame) -> pd.DataFrame:
    """The same frame; an error where it is none, or where a column stands in it twice."""
    if not hasattr(frame, "itertuples"):
        raise InputError("frame", [Problem("(frame)", "frame_type", "must be a pandas DataFrame")])
    twice = sorted({str(name) for name in frame.columns[frame.columns.duplicated()]})
    if twice:
        raise InputError("frame", [Problem(name, "column_twice", "must stand in the frame once") for name in twice])
    return frame


def nested(row: Mapping[str, Any]) -> tuple[dict[str, Any], tuple[str, ...]]:
    """Turn cells by dotted name into the nested data of an activity; also names cells that are not JSON.

    Examples
    --------
    >>> nested({"id": 7.0, "group.age_min": 18, "themes": '["walking"]', "place.town": "Ede"})[0]
    {'id': '7', 'group': {'age_min': 18}, 'themes': ['walking'], 'places': [{'town': 'Ede'}]}
    """
    data: dict[str, Any] = {}
    wrong: list[str] = []
    for name, cell in row.items():
        if is_missing(cell):
            continue
        try:
            value = _value(cell, columns()[name])
        except (ValueError, RecursionError):
            wrong.append(name)
            continue
        *path, last = name.split(".")
        target = data
        for step in path:
            target = target.setdefault(step, {})
        target[last] = value
    place = data.pop("place", None)
    if place and "places" not in data:
        data["places"] = [place]
    return data, tuple(wrong)


def is_missing(cell: object) -> bool:
    """Tell whether a cell holds nothing: None, empty text, nan, NaT or pandas' NA.

    Examples
    --------
    >>> is_missing(float("nan")), is_missing(" "), is_missing(0), is_missing(False)
    (True, True, False, False)
    """
    if cell is None or type(cell).__name__ in ("NAType", "NaTType"):
        return True
    if isinstance(cell, str):
        return not cell.strip()
    return isinstance(cell, float) and cell != cell


def _read(
    row: Mapping[str, Any], where: str, kept: Mapping[str, Activity]
) -> tuple[Activity | None, list[CatalogueProblem]]:
    data, wrong = nested(row)
    activity, left_out = build_activity(data)
    record = activity.id if activity else where
    if activity is None or activity.id in kept:
        code = "refused" if activity is None else "duplicate_id"
        fields = ", ".join(left_out) if activity is None else "id"
        return None, [CatalogueProblem(record, fields or "id", code, "the row was skipped", "skipped")]
    return activity, [
        CatalogueProblem(record, name, "value_refused", "the value does not fit and was left out", "repaired")
        for name in (*wrong, *left_out)
    ]


def _row(activity: Activity) -> dict[str, Any]:
    row: dict[str, Any] = {}
    data = activity.model_dump(mode="json")
    if len(data["places"]) == 1:
        data["place"] = data.pop("places")[0]
    for name, value in _cells(data, ""):
        if value not in (None, "", [], {}) and (name, value) != ("schema_version", SCHEMA_VERSION):
            row[name] = json.dumps(value, ensure_ascii=False) if isinstance(value, list | dict) else value
    return row


def _cells(data: Mapping[str, Any], prefix: str) -> Iterable[tuple[str, Any]]:
    for key, value in data.items():
        name = f"{prefix}{key}"
        if name not in columns() and isinstance(value, dict):
            yield from _cells(value, f"{name}.")
        else:
            yield name, value


def _value(cell: Any, kind: Kind) -> Any:
    if hasattr(cell, "item"):  # numpy scalars
        cell = cell.item()
    if kind == "value" and isinstance(cell, datetime):  # no field of ours holds an hour beside a day
        return cell.date()
    if kind == "json":
        value = json.loads(cell) if isinstance(cell, str) else cell
        if not isinstance(value, dict | list | tuple):
            raise ValueError("must be a list or an object")
        return value
    if kind == "text":
        is_whole = isinstance(cell, float) and cell.is_integer()
        return str(int(cell)) if is_whole else str(cell)
    return cell


def _annotations(model: type[Model], prefix: str) -> Iterator[tuple[str, Any]]:
    """Dotted name and annotation of every field; after ``places`` those of a single place."""
    for name, field in model.model_fields.items():
        annotation = field.annotation
        if isinstance(annotation, type) and issubclass(annotation, Model):
            yield from _annotations(annotation, f"{prefix}{name}.")
        else:
            yield f"{prefix}{name}", annotation
        if name == "places":
            yield from _annotations(Place, "place.")


def _kind(annotation: Any) -> Kind:
    options = get_args(annotation) if isinstance(annotation, UnionType) else (annotation,)
    if str in options:
        return "text"
    is_nested = any(getattr(option, "__origin__", None) in (tuple, dict) for option in options)
    is_model = any(isinstance(option, type) and issubclass(option, Model) for option in options)
    return "json" if is_nested or is_model else "value"
