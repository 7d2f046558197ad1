"""What must not be proposed: avoided providers, places and activities, and what the client does already."""

from __future__ import annotations

from typing import ClassVar

import numpy as np

from wor_match.catalogue.columns import CategoryColumn, Column, RowSource
from wor_match.domain.records import Param
from wor_match.query.query import Query
from wor_match.query.scene import Scene
from wor_match.rules.base import Rule, Verdicts, verdicts
from wor_match.text.fold import fold
from wor_match.text.words import words


def _normal(text: str) -> str:
    return " ".join(words(fold(text)))


def _names(row: RowSource) -> tuple[str, ...]:
    place = row.place
    names = (row.activity.id, row.activity.title, row.activity.provider, place.name if place else "")
    return tuple(name for name in names if name)


#: (id, its names as plain words)
NAMES = CategoryColumn("names", lambda row: (row.activity.id, tuple(_normal(name) for name in _names(row))))
TITLES = CategoryColumn("titles", lambda row: (row.activity.id, _normal(row.activity.title)))


def _listed(names: tuple[str, ...], avoid: tuple[str, ...]) -> bool:
    """Whether a name holds all words of an entry in a row, accents and case aside."""
    return any(one in f" {name} " for name in names for one in avoid)


IS_LINK_WORKER = Column(
    "is_link_worker", np.bool_, lambda row: row.activity.interventions[:1] == ("link_worker_support",)
)


class AvoidRule(Rule):
    """No when the provider, the place or the activity is one to avoid. Why is neither asked nor told."""

    name: ClassVar[str] = "avoid"
    field = "provider"

    def applies(self, query: Query) -> bool:
        """When the client avoids anything."""
        return bool(query.client.avoid)

    def check(self, scene: Scene) -> Verdicts:
        """Matched on whole words of id, title, provider and place."""
        ids = set(scene.query.client.avoid)
        avoid = tuple(f" {_normal(one)} " for one in ids if _normal(one))
        no = scene.rows.answer(NAMES, lambda pair: pair[0] in ids or _listed(pair[1], avoid), np.bool_)
        return verdicts(no=no, yes=~no)

    def why_not(self, scene: Scene, place: int) -> tuple[str, dict[str, Param]]:
        """That it is on the client's list; not which entry."""
        return "listed", {}


class CurrentRule(Rule):
    """No when the client does it already; link-worker support itself is what Welzijn op Recept is."""

    name: ClassVar[str] = "current"
    field = "title"

    def applies(self, query: Query) -> bool:
        """Always: whoever is asked for here has a welzijnscoach already."""
        return True

    def check(self, scene: Scene) -> Verdicts:
        """By id, or by the same title."""
        current = {_normal(one) for one in scene.query.client.current}
        ids = set(scene.query.client.current)
        no = scene.rows.answer(TITLES, lambda pair: pair[0] in ids or pair[1] in current, np.bool_)
        no = no | scene.rows.get(IS_LINK_WORKER)
        return verdicts(no=no, yes=~no)

    def why_not(self, scene: Scene, place: int) -> tuple[str, dict[str, Param]]:
        """They do it already, or it is what they are in."""
        return ("link_worker" if scene.rows.get(IS_LINK_WORKER)[place] else "already"), {}
