"""One hash over all vocabulary tables, for provenance."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files


@cache
def vocabulary_hash() -> str:
    """SHA-256 over the shipped tables of vocabulary and text, by file name."""
    digest = hashlib.sha256()
    for package in ("wor_match.vocabulary", "wor_match.text"):
        for item in sorted(files(package).iterdir(), key=lambda item: item.name):
            if item.name.endswith(".csv"):
                digest.update(item.name.encode() + b"\0" + item.read_bytes() + b"\0")
    return digest.hexdigest()
