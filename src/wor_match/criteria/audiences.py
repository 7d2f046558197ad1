"""Whom an activity is for, as it says itself: in its fields, its title, its category words, or its prose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from wor_match.catalogue.columns import CategoryColumn, RowSource
from wor_match.query.circumstances import circumstances_in
from wor_match.text.reading import DIRECTORY, Reading
from wor_match.vocabulary.enums import ActivityKind

#: "Voor mensen met dementie en hun partner", up to the end of the sentence; not "ook voor", which leaves all others in.
_FOR_WHOM = re.compile(
    r"(?P<other>\b(?:ook|niet|niets|geen|nooit|en|also|not)\s+)?\b(?:"
    r"voor (?:mensen|wie|iedereen|jongeren|ouderen|mannen|vrouwen|ouders|volwassenen|naasten|partners|senioren"
    r"|deelnemers|bewoners|gasten)\b|for (?:people|those|anyone|everyone|adults|parents|partners) (?:with|who|living)\b"
    r")[^.!?;]*",
    re.IGNORECASE,
)
#: "Zelf niet meer kunnen fietsen?": whom a duo bike or a walk with an arm to lean on is for.
_CANNOT = re.compile(
    r"\b(?:zelf(?:standig)?|alleen)\b[^.!?;]{0,12} niet meer\b[^.!?;]{0,16}\b(?:fietsen|lopen|wandelen)\b"
    r"|\bniet meer (?:zelf(?:standig)?|alleen)\b[^.!?;]{0,24}\b(?:fietsen|fiets|lopen|wandelen)\b",
    re.IGNORECASE,
)
_UNABLE = frozenset({"physical_disability"})
#: How people live says who mostly come, and is no target group when prose mentions it.
_JUST_LIFE = frozenset({"retired", "unemployed", "low_income", "unfit_for_work"})


class Audience(NamedTuple):
    """Whom something is for: as stated or named in the title, by category words or prose only, and whether of peers.

    What is only stated holds for those who come to help as well: the words of volunteering tell whom they help.
    """

    named: frozenset[str]
    also: frozenset[str]
    is_peers: bool
    stated: frozenset[str]
    may_be_helping: bool

    @property
    def at_most(self) -> Audience:
        """The same if it turns out that one comes to help there, where that is not told."""
        return self._replace(named=self.stated, also=frozenset()) if self.may_be_helping else self

    @property
    def all(self) -> frozenset[str]:
        """All target groups."""
        return self.named | self.also

    def is_other(self, own: frozenset[str]) -> bool:
        """Whether it is for people in other circumstances."""
        return bool(self.all) and own.isdisjoint(self.all)


def _audience(row: RowSource) -> Audience:
    activity = row.activity
    stated, is_peers = frozenset(activity.group.audiences), activity.kind is ActivityKind.PEER_GROUP
    if activity.kind is ActivityKind.VOLUNTEERING:
        return Audience(stated, frozenset(), is_peers, stated, False)
    named = circumstances_in(Reading(activity.title, DIRECTORY)) | stated
    also = circumstances_in(Reading(". ".join(activity.kind_words), DIRECTORY)) - named
    if not named:
        also |= said_to_be_for(activity.prose)
    return Audience(named, also, is_peers, stated, activity.kind is None)


def said_to_be_for(prose: str) -> frozenset[str]:
    """Circumstances of the people whom prose says that something is for.

    >>> sorted(said_to_be_for("Zingen voor mensen met parkinson en hun naasten. Ook voor mensen met reuma."))
    ['parkinson']
    >>> said_to_be_for("Zelf niet meer kunnen fietsen? Een vrijwilliger trapt."), said_to_be_for("Voor iedereen.")
    (frozenset({'physical_disability'}), frozenset())
    """
    found = frozenset[str]().union(*_named_in(prose)) - _JUST_LIFE
    return found | _UNABLE if _CANNOT.search(prose) else found


def _named_in(prose: str) -> Iterator[frozenset[str]]:
    for said in _FOR_WHOM.finditer(prose):
        if not said["other"]:
            yield circumstances_in(Reading(said[0], DIRECTORY))


AUDIENCES = CategoryColumn("audiences", _audience)
AUDIENCES_AT_MOST = CategoryColumn("audiences_at_most", lambda row: _audience(row).at_most)
