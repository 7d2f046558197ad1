"""What was stored as JSON, looked at before it is read as a model."""

from __future__ import annotations

import json

from wor_match.errors import InputError, Problem, StoredVersionError


def refuse_other_version(what: str, text: str | bytes, version: str) -> None:
    """Raise when a stored text is no JSON object, or was stored with another schema version.

    Raises
    ------
    InputError
        If it is not a JSON object.
    StoredVersionError
        If its ``schema_version`` is another one.

    Examples
    --------
    >>> refuse_other_version("Advice", '{"schema_version": "1.0"}', "1.0")
    """
    try:
        stored = json.loads(text)
    except (TypeError, ValueError, RecursionError):  # a TypeError: it is no text at all
        stored = None
    if not isinstance(stored, dict):
        raise InputError(what, [Problem("(whole)", "not_json", "must be the JSON object that to_json gives")])
    if stored.get("schema_version") != version:
        raise StoredVersionError(f"this library reads {what} of schema version {version} only")
