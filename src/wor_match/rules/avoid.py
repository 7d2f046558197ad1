"""What must not be proposed: avoided providers, places and activities, and what the client does already."""

from __future__ import annotations

from typing import ClassVar

import numpy as np

from wor_match.catalogue.catalogue import Catalogue
from wor_match.catalogue.columns import CategoryColumn, Column, RowSource
from wor_match.domain.records import Param
from wor_match.query.query import Query
from wor_match.query.scene import Scene
from wor_match.rules.base import Rule, Verdicts, verdicts
from wor_match.text.fold import fold
from wor_match.text.words import words


def plain_name(text: str) -> str:
    """A name as its words only, accents and case aside."""
    return " ".join(words(fold(text)))


TITLE = CategoryColumn("plain_title", lambda row: plain_name(row.activity.title))
PROVIDER = CategoryColumn("plain_provider", lambda row: plain_name(row.activity.provider))


def _whereabouts(row: RowSource) -> str:
    """Name, street, town and postcode of a place, apart: a building, a street or a part of town may be avoided."""
    place = row.place
    told = (place.name, place.street, place.town, place.postcode or "") if place else ()
    return " / ".join(plain_name(one) for one in told)


PLACE = CategoryColumn("plain_place", _whereabouts)


def _listed(name: str, avoid: tuple[str, ...]) -> bool:
    """Whether a name holds all words of an entry in a row, accents and case aside."""
    return any(f" {one} " in f" {name} " for one in avoid)


def _ids_by_word(catalogue: Catalogue) -> dict[str, list[str]]:
    """Ids by the words in them: every id is different, so that going through all of them takes long."""
    found: dict[str, list[str]] = {}
    for one in catalogue.activities:
        for word in set(plain_name(one.id).split()):
            found.setdefault(word, []).append(one.id)
    return found


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
        """Matched on whole words of id, title, provider, and name, street, town and postcode of the place."""
        rows, listed = scene.rows, scene.query.client.avoid
        avoid = tuple(normal for normal in map(plain_name, listed) if normal)
        by_word = rows.catalogue.once(_ids_by_word)
        ids = [
            one for words in avoid for one in by_word.get(words.split()[0], ()) if _listed(plain_name(one), (words,))
        ]
        no = rows.are((*listed, *ids))
        for column in (TITLE, PROVIDER, PLACE):
            no |= rows.answer(column, lambda name: _listed(name, avoid), np.bool_)
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
        current = scene.query.client.current
        no = scene.rows.are(current) | scene.rows.get(IS_LINK_WORKER)
        if current:
            titles = {plain_name(one) for one in current}
            no |= scene.rows.answer(TITLE, lambda title: title in titles, np.bool_)
        return verdicts(no=no, yes=~no)

    def why_not(self, scene: Scene, place: int) -> tuple[str, dict[str, Param]]:
        """They do it already, or it is what they are in."""
        return ("link_worker" if scene.rows.get(IS_LINK_WORKER)[place] else "already"), {}
