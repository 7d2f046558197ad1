"""Does one have to drive there oneself: as a driver of the neighbourhood bus, with one's own car."""

from __future__ import annotations

import re

import numpy as np

from wor_match.catalogue.columns import Column, RowSource
from wor_match.criteria.base import Values
from wor_match.criteria.doubts import KIND_IS_OPEN
from wor_match.query.scene import Scene
from wor_match.vocabulary.enums import ActivityKind

_DRIVER = re.compile(
    r"\b(?:\w*chauffeurs?|rijbewijs|bestuurders?|achter het stuur|drivers?|driving licence)\b", re.IGNORECASE
)
#: Drivers are sought by its title; or the prose speaks of driving, and there may be other things to do.
BY_TITLE, BY_PROSE = 2, 1
#: Expected where the prose of volunteering speaks of it.
PERHAPS = 0.5


def _drives(row: RowSource) -> int:
    if _DRIVER.search(row.activity.title):
        return BY_TITLE
    # Elsewhere a driver fetches those who come.
    may_help = row.activity.kind in (None, ActivityKind.VOLUNTEERING)
    return BY_PROSE if may_help and _DRIVER.search(row.activity.prose) else 0


DRIVES = Column("drives", np.int8, _drives)


def no_driving(scene: Scene) -> Values:
    """0 for drivers, 0.5 where volunteers may drive, 1 for all else."""
    drives, is_open = scene.rows.get(DRIVES), scene.rows.get(KIND_IS_OPEN)
    by_prose = drives == BY_PROSE
    value = np.where(drives == BY_TITLE, 0.0, np.where(by_prose & ~is_open, PERHAPS, 1.0))
    return Values(np.where(by_prose, 0.0, value), value, np.where(by_prose, 1.0, value))
