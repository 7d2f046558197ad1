"""What must not be proposed: avoided providers, places and activities, and what the client does already."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import ClassVar

import numpy as np
import numpy.typing as npt

from wor_match.catalogue.catalogue import Catalogue
from wor_match.catalogue.columns import CategoryColumn, Column, RowSource
from wor_match.domain.records import Param
from wor_match.query.query import Query
from wor_match.query.scene import Scene
from wor_match.rules.base import Rule, Verdicts, verdicts
from wor_match.text.fold import fold
from wor_match.text.small_words import small_words
from wor_match.text.themes import default_reader
from wor_match.text.words import words
from wor_match.vocabulary.tables import read_table


def plain_name(text: str) -> str:
    """A name as its words only, accents and case aside."""
    return " ".join(words(fold(text)))


ID = CategoryColumn("plain_id", lambda row: plain_name(row.activity.id))
TITLE = CategoryColumn("plain_title", lambda row: plain_name(row.activity.title))
PROVIDER = CategoryColumn("plain_provider", lambda row: plain_name(row.activity.provider))


def _whereabouts(row: RowSource) -> str:
    """Name, street, town and postcode of a place, apart: a building, a street or a part of town may be avoided."""
    place = row.place
    told = (place.name, place.street, place.town, place.postcode or "") if place else ()
    return " / ".join(plain_name(one) for one in told)


PLACE = CategoryColumn("plain_place", _whereabouts)


class _Names:
    """Plain names, each with its place, to be found by their words: going through all of them takes long."""

    def __init__(self, names: Iterable[str]) -> None:
        self.place = {name: place for place, name in enumerate(names)}
        self._names = tuple(self.place)
        self._by_word: dict[str, list[int]] = {}
        for place, name in enumerate(self._names):
            for word in set(name.split()):
                self._by_word.setdefault(word, []).append(place)

    def holding(self, entries: Iterable[str]) -> list[int]:
        """Places of the names that hold all words of an entry in a row."""
        return [place for one in entries for place in self._with_rarest_word(one) if f" {one} " in self._framed(place)]

    def _with_rarest_word(self, entry: str) -> list[int]:
        return min((self._by_word.get(word, []) for word in entry.split()), key=len)

    def _framed(self, place: int) -> str:
        return f" {self._names[place]} "


def _names_in(column: CategoryColumn[str], catalogue: Catalogue) -> _Names:
    return _Names(catalogue.categories(column)[1])


_NAMES = {column: partial(_names_in, column) for column in (ID, TITLE, PROVIDER, PLACE)}


def _own_name(row: RowSource) -> str:
    """Name of the place and of the provider, without the town: "Sportpark De Kil" is told by its last word."""
    place = row.place
    town = set(f"{plain_name(place.town)} {plain_name(place.municipality)}".split()) if place else set()
    names = (place.name if place else "", row.activity.provider)
    return " / ".join(" ".join(word for word in plain_name(one).split() if word not in town) for one in names)


OWN_NAME = CategoryColumn("own_name", _own_name)
_OWN_NAMES = partial(_names_in, OWN_NAME)
_LEAST_LETTERS = 3


def telling_words(name: str) -> tuple[str, ...]:
    """The words of a name of several that tell which one it is; none when it is of one word, which is looked for whole.

    >>> telling_words("SV De Kil"), telling_words("Buurthuis"), telling_words("het koor in de kerk")
    (('kil',), (), ())
    """
    found = plain_name(name).split()
    if len(found) < 2:
        return ()
    sorts = frozenset(row["word"] for row in read_table("place_words"))
    themed = {word for word in found if default_reader().vector([(word, 1.0)]).any()}
    plain = small_words("function") | sorts | themed
    return tuple(word for word in found if len(word) >= _LEAST_LETTERS and word not in plain)


IS_LINK_WORKER = Column(
    "is_link_worker", np.bool_, lambda row: row.activity.interventions[:1] == ("link_worker_support",)
)


class AvoidRule(Rule):
    """No when the provider, the place or the activity is one to avoid. Why is neither asked nor told.

    Unknown when the name of the place or the provider shares the word that tells of a name to avoid: the ground of a
    club may be called after it. A coach asks the client first; a client never reads it.
    """

    name: ClassVar[str] = "avoid"
    field = "provider"
    urgency = 5
    risk = 0.5

    def applies(self, query: Query) -> bool:
        """When the client avoids anything."""
        return bool(query.client.avoid)

    def check(self, scene: Scene) -> Verdicts:
        """Matched on whole words of id, title, provider, and name, street, town and postcode of the place."""
        rows, listed = scene.rows, scene.query.client.avoid
        avoid = tuple(normal for normal in map(plain_name, listed) if normal)
        no = rows.are(listed)
        for column, names in _NAMES.items():
            no |= rows.have(column, rows.catalogue.once(names).holding(avoid))
        return verdicts(no=no, yes=~self._alike(scene))

    def _alike(self, scene: Scene) -> npt.NDArray[np.bool_]:
        """Where the name shares a telling word with one to avoid, (n,)."""
        rows = scene.rows
        telling = tuple(word for name in scene.query.client.avoid for word in telling_words(name))
        if not telling:
            return np.zeros(len(scene), dtype=bool)
        return rows.have(OWN_NAME, rows.catalogue.once(_OWN_NAMES).holding(telling))

    def ask(self, scene: Scene, place: int) -> tuple[str, dict[str, Param]]:
        """Whether it may be proposed; not which name it resembles."""
        return "alike", {}

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
            place = scene.rows.catalogue.once(_NAMES[TITLE]).place
            no |= scene.rows.have(TITLE, [place[title] for title in map(plain_name, current) if title in place])
        return verdicts(no=no, yes=~no)

    def why_not(self, scene: Scene, place: int) -> tuple[str, dict[str, Param]]:
        """They do it already, or it is what they are in."""
        return ("link_worker" if scene.rows.at(IS_LINK_WORKER, place) else "already"), {}
