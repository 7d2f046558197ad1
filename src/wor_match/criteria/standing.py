"""How a client stands to those whom each activity is for: as it is told, and as it may turn out to be."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from wor_match.catalogue.catalogue import Catalogue
from wor_match.criteria.audiences import AUDIENCES, FLUENT, GOING_OUT, LEARNERS, NO_GROUP, tongues
from wor_match.criteria.meant_for import LOW_LITERACY, is_learning, learns_to_read, may_learn
from wor_match.query.getting_out import HOMEBOUND
from wor_match.query.query import Query
from wor_match.query.scene import Scene
from wor_match.vocabulary.enums import Role

Mask = npt.NDArray[np.bool_]
Floats = npt.NDArray[np.float64]


class _Groups(NamedTuple):
    """Groups of circumstances that distinct audiences name, (circumstances, audiences)."""

    named: Mask
    also: Mask
    if_helping: Mask


class _Listed(NamedTuple):
    """The distinct audiences of a catalogue.

    Parameters
    ----------
    places : dict of str to int
        Where each circumstance stands in ``groups``.
    is_peers, may_be_helping, is_silent, seeks_helpers, may_seek_helpers : bool (audiences,)
    """

    places: dict[str, int]
    groups: _Groups
    is_peers: Mask
    may_be_helping: Mask
    is_silent: Mask
    seeks_helpers: Mask
    may_seek_helpers: Mask


class Standing(NamedTuple):
    """How a client stands to each audience, in each way that it may turn out to be; the first is as it is told.

    Parameters
    ----------
    is_named : bool (ways, audiences)
        Whether anyone is named, in its facts or its title.
    is_other : bool (ways, audiences)
        Whether it is for people in other circumstances.
    is_own : bool (ways, audiences)
        Whether it is for people in a circumstance of the client.
    is_peers : bool (audiences,)
    """

    is_named: Mask
    is_other: Mask
    is_own: Mask
    is_peers: Mask


class _Way(NamedTuple):
    """One way that audiences may turn out to be, (audiences,): whom they name, and whether that is the client."""

    is_named: Mask
    is_said: Mask
    is_own: Mask

    def where(self, mask: Mask, other: _Way) -> _Way:
        """This way where a mask holds, elsewhere another one."""
        return _Way(*[np.where(mask, one, two) for one, two in zip(self, other, strict=True)])


def as_told_least_most(scene: Scene, of: Callable[[Standing], npt.NDArray[np.generic]]) -> Floats:
    """What is made of each row's audience: as it is told, and the least and most that it may turn out to be, (3, n)."""
    values = of(scene.of_query(_standing))
    codes, _ = scene.rows.catalogue.categories(AUDIENCES)
    three = np.array([values[0], values.min(axis=0), values.max(axis=0)], dtype=np.float64)
    return np.asarray(three.take(codes[scene.rows.index], axis=1))


def _listed(catalogue: Catalogue) -> _Listed:
    _, audiences = catalogue.categories(AUDIENCES)
    places: dict[str, int] = {}
    for one in audiences:
        for name in sorted(one.all | one.if_helping):
            places.setdefault(name, len(places))

    def held(groups: Iterable[frozenset[str]]) -> Mask:
        each = [[name in group for name in places] for group in groups]
        return np.array(each, dtype=bool).reshape(len(audiences), len(places)).T

    def flags(each: Iterable[bool]) -> Mask:
        return np.array(list(each), dtype=bool)

    groups = _Groups(*[held(getattr(one, name) for one in audiences) for name in _Groups._fields])
    return _Listed(
        places,
        groups,
        is_peers=flags(one.is_peers for one in audiences),
        may_be_helping=flags(one.may_be_helping for one in audiences),
        is_silent=flags(one.is_silent for one in audiences),
        seeks_helpers=flags(one.seeks_helpers is True for one in audiences),
        may_seek_helpers=flags(one.seeks_helpers is None for one in audiences),
    )


def _doubtful(query: Query) -> frozenset[str]:
    """Circumstances of which it is open whether the client is in them: for who is asked, these leave nobody out."""
    reads_hardly = learns_to_read(query)
    holds = (
        (LEARNERS, may_learn(query)),
        (FLUENT, not (is_learning(query) or reads_hardly)),
        (frozenset({LOW_LITERACY}), reads_hardly),
        (GOING_OUT, HOMEBOUND not in query.circumstances),
    )
    return query.open_circumstances.union(*(names for names, may_be in holds if may_be))


def at_home_in(names: Iterable[str], query: Query) -> frozenset[str]:
    """Groups of a language that the client speaks; all of them when it was not asked what they speak.

    English is enough for who is still learning Dutch.
    """
    own = frozenset(query.client.languages)
    speaks = own if is_learning(query) else own - {"en"}
    return frozenset(one for one, spoken in tongues(names) if not own or speaks & spoken)


def _standing(scene: Scene) -> Standing:
    """Who wants to help where helpers are sought, or may be, need not be one of those who are helped."""
    listed, query = scene.rows.catalogue.once(_listed), scene.query
    own = _marked(listed, query.circumstances - NO_GROUP)
    doubtful = _marked(listed, _doubtful(query) | at_home_in(listed.places, query) | (query.circumstances & NO_GROUP))
    told = _Groups(*[group & ~doubtful[:, None] for group in listed.groups])
    ways = list(_ways(listed, told, own, bool(query.circumstances)))
    if Role.HELP in query.roles:
        is_other = ways[0].is_said & ~ways[0].is_own
        helped = listed.groups.named | listed.groups.also
        anyone = _Groups(told.named & ~helped, told.also & ~helped, told.if_helping & ~helped)
        as_helper = list(_ways(listed, anyone, own, bool(query.circumstances)))
        seeks = is_other & listed.seeks_helpers
        ways = [helper.where(seeks, way) for helper, way in zip(as_helper, ways, strict=True)]
        ways.append(as_helper[0].where(is_other & listed.may_seek_helpers, ways[0]))
    named, said, is_own = (np.array(each) for each in zip(*ways, strict=True))
    return Standing(named, said & ~is_own, is_own, listed.is_peers)


def _marked(listed: _Listed, names: frozenset[str]) -> Mask:
    """Which circumstances are among these names, (circumstances,)."""
    found = np.zeros(len(listed.places), dtype=bool)
    found[[listed.places[name] for name in names if name in listed.places]] = True
    return found


def _ways(listed: _Listed, groups: _Groups, own: Mask, has_own: bool) -> Iterable[_Way]:
    """As it is told; what it is if one comes to help; and, of a listing without words, for the client or for others.

    Where something cannot turn out so, it is as told.
    """
    named, also, if_helping = (_any(group) for group in groups)
    own_named, own_also, own_helping = (_any(group[own]) for group in groups)
    told = _Way(named, named | also, own_named | own_also)
    yield told
    yield _Way(if_helping, if_helping, own_helping).where(listed.may_be_helping, told)
    own_after_all = listed.is_silent & has_own
    yield told._replace(is_said=told.is_said | own_after_all, is_own=told.is_own | own_after_all)
    yield told._replace(is_said=told.is_said | listed.is_silent)


def _any(group: Mask) -> Mask:
    """Audiences of which the group holds anything, (audiences,)."""
    return np.asarray(np.logical_or.reduce(group, axis=0))
