"""Whom an activity is for, as it says itself: in its fields, its title, its category words, or its prose."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from wor_match.catalogue.columns import CategoryColumn, RowSource
from wor_match.catalogue.words import says_anything
from wor_match.criteria.purpose import LESSONS, is_learning, may_learn, purposes_of
from wor_match.criteria.said_audience import said_to_be_for
from wor_match.criteria.who_cannot import meant_for_who_cannot
from wor_match.domain.clean import readable
from wor_match.query.circumstances import circumstances_in
from wor_match.query.getting_out import HOMEBOUND
from wor_match.query.query import Query
from wor_match.query.scene import Scene
from wor_match.rules.dislikes import main_themes
from wor_match.text.reading import DIRECTORY, Reading
from wor_match.vocabulary.enums import ActivityKind, Role, Setting

#: Stands for who learns Dutch, or to read and write: nobody's circumstance, but others do not come for it.
LEARNERS = frozenset({"learners"})
#: Stands for who can help others to learn it, for which one must speak it well.
FLUENT = frozenset({"fluent"})
#: Stands for circumstances that nobody who asks is in.
_ANOTHER = frozenset({"another"})
#: Stands for who can go to where help is needed.
GOING_OUT = frozenset({"going_out"})
#: These stand for no circumstance that has a name.
NAMELESS = LEARNERS | FLUENT | GOING_OUT
#: Those who help others to learn Dutch, as they are called.
_TEACHES = re.compile(r"\btaal(?:maatje|coach|vrijwillig|buddy|docent|begeleid)\w*", re.IGNORECASE)


class Audience(NamedTuple):
    """Whom something is for: as stated or named in the title, by category words or prose only, and whether of peers.

    What is only stated holds for those who come to help as well: the words of volunteering tell whom they help. Of a
    listing without words but its title it may turn out that it is for some group.
    """

    named: frozenset[str]
    also: frozenset[str]
    is_peers: bool
    stated: frozenset[str]
    may_be_helping: bool
    is_silent: bool
    seeks_helpers: bool | None
    if_helping: frozenset[str]

    def ways(self, own: frozenset[str]) -> Iterator[Audience]:
        """Itself, and all that it may turn out to be for somebody with these circumstances."""
        yield self
        if self.may_be_helping:
            yield self._replace(named=self.if_helping, also=frozenset())
        if self.is_silent:
            yield self._replace(also=self.also | own)
            yield self._replace(also=self.also | _ANOTHER)

    def without(self, names: frozenset[str]) -> Audience:
        """The same, as it is for somebody of whom it is open whether they are in these circumstances.

        >>> books, nobody = frozenset({"homebound"}), frozenset()
        >>> books = Audience(books, nobody, False, nobody, False, False, False, nobody)
        >>> books.is_other(frozenset()), books.without(frozenset({"homebound"})).is_other(frozenset())
        (True, False)
        """
        if names.isdisjoint(self.named) and names.isdisjoint(self.also) and names.isdisjoint(self.if_helping):
            return self
        groups = (self.named, self.also, self.stated, self.if_helping)
        named, also, stated, if_helping = (group - names for group in groups)
        return self._replace(named=named, also=also, stated=stated, if_helping=if_helping)

    @property
    def all(self) -> frozenset[str]:
        """All target groups."""
        return self.named | self.also

    def is_other(self, own: frozenset[str]) -> bool:
        """Whether it is for people in other circumstances."""
        return bool(self.named or self.also) and own.isdisjoint(self.named) and own.isdisjoint(self.also)

    def is_of(self, own: frozenset[str]) -> bool:
        """Whether it is for people in one of these circumstances."""
        return not (own.isdisjoint(self.named) and own.isdisjoint(self.also))


def _audience(row: RowSource) -> Audience:
    activity = row.activity
    stated, is_peers = frozenset(activity.group.audiences), activity.kind is ActivityKind.PEER_GROUP
    is_titled = bool(LESSONS & main_themes(activity.title, (), ()))
    teaches = is_titled or _TEACHES.search(activity.title)
    if_helping = stated | FLUENT if teaches else stated
    if row.setting is Setting.ONSITE:
        if_helping |= GOING_OUT
    if activity.kind is ActivityKind.VOLUNTEERING:
        return Audience(if_helping, frozenset(), is_peers, stated, False, False, False, if_helping)
    named = circumstances_in(Reading(activity.title, DIRECTORY)) | stated
    named |= meant_for_who_cannot(activity.title, activity.prose)
    also = circumstances_in(Reading(readable(". ".join(activity.kind_words)), DIRECTORY)) - named
    if LESSONS & purposes_of(row):
        named, also = (named | LEARNERS, also) if is_titled else (named, also | LEARNERS)
    if not named:
        also |= said_to_be_for(activity.prose)
    seeks_helpers = Role.HELP in activity.roles if activity.roles else None
    is_silent = not says_anything(activity)
    return Audience(named, also, is_peers, stated, activity.kind is None, is_silent, seeks_helpers, if_helping)


AUDIENCES = CategoryColumn("audiences", _audience)


def _doubtful(query: Query) -> frozenset[str]:
    """Circumstances of which it is open whether the client is in them: for who is asked, these leave nobody out."""
    holds = (
        (LEARNERS, may_learn(query)),
        (FLUENT, not is_learning(query)),
        (GOING_OUT, HOMEBOUND not in query.circumstances),
    )
    return query.open_circumstances.union(*(names for names, may_be in holds if may_be))


def as_told_least_most(scene: Scene, of: Callable[[Audience], float]) -> npt.NDArray[np.float64]:
    """What is made of each row's audience: as it is told, and the least and most that it may turn out to be, (3, n)."""
    known = scene.of_query(_Ways)

    def each(listed: Audience) -> tuple[float, float, float]:
        ways = known.of(listed)
        if len(ways) == 1:
            told = of(ways[0])
            return told, told, told
        values = [of(way) for way in ways]
        return values[0], min(values), max(values)

    found: npt.NDArray[np.float64] = scene.rows.answer(AUDIENCES, each, np.float64)
    return found.reshape(-1, 3).T


class _Ways:
    """What each audience may turn out to be for one client, as told first; several criteria ask."""

    def __init__(self, scene: Scene) -> None:
        self._own, self._doubtful = scene.query.circumstances, _doubtful(scene.query)
        self._helps = Role.HELP in scene.query.roles
        self._known: dict[Audience, tuple[Audience, ...]] = {}

    def of(self, listed: Audience) -> tuple[Audience, ...]:
        """Of one of them."""
        found = self._known.get(listed)
        if found is None:
            found = self._known[listed] = tuple(self._of(listed))
        return found

    def _of(self, listed: Audience) -> Iterator[Audience]:
        """Who wants to help where helpers are sought, or may be, need not be one of those who are helped."""
        found = listed.without(self._doubtful)
        if not (self._helps and found.is_other(self._own)):
            yield from found.ways(self._own)
            return
        anyone = listed.without(listed.all | self._doubtful)
        yield from (anyone if listed.seeks_helpers else found).ways(self._own)
        if listed.seeks_helpers is None:
            yield anyone
