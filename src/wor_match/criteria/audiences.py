"""Whom an activity is for, as it says itself: in its fields, its title, its category words, or its prose."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from wor_match.catalogue.columns import CategoryColumn, RowSource
from wor_match.catalogue.words import says_anything
from wor_match.criteria.meant_for import LESSONS, purposes_of
from wor_match.criteria.said_audience import said_to_be_for
from wor_match.criteria.who_cannot import meant_for_who_cannot, takes_along
from wor_match.domain.clean import readable
from wor_match.query.circumstances import circumstances_in
from wor_match.query.getting_out import NO_CYCLING
from wor_match.rules.dislikes import main_themes
from wor_match.text.reading import DIRECTORY, Reading
from wor_match.vocabulary.enums import ActivityKind, Role, Setting

#: Stands for who learns Dutch, or to read and write: nobody's circumstance, but others do not come for it.
LEARNERS = frozenset({"learners"})
#: Stands for who can help others to learn it, for which one must speak it well.
FLUENT = frozenset({"fluent"})
#: Stands for who can go to where help is needed.
GOING_OUT = frozenset({"going_out"})
#: What somebody cannot do makes them no kind of people: it leaves them out of nothing, and is no group of theirs.
NO_GROUP = frozenset({NO_CYCLING})
#: These stand for no circumstance that has a name.
NAMELESS = LEARNERS | FLUENT | GOING_OUT
#: Before the languages, but Dutch, of a group that names another one first: "tongue:ar,tr".
_TONGUE = "tongue:"
#: What people from everywhere share; what is spoken beside it where they live (Frisian, Limburgish, Low Saxon,
#: Zeelandic), which hardly keeps anybody out; and sign language, which goes with a target group.
_SHARED = frozenset({"nl", "en", "fy", "li", "nds", "zea", "dse", "sgn"})
_A_LIST = 3
_LANGUAGE_LESSONS = "foreign_languages"
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
    may_be_helping: bool
    is_silent: bool
    seeks_helpers: bool | None
    if_helping: frozenset[str]

    @property
    def all(self) -> frozenset[str]:
        """All target groups."""
        return self.named | self.also


def tongue_of(languages: Sequence[str]) -> frozenset[str]:
    """Stands for who speaks a language of a group that names another one before Dutch: mostly it is spoken most there.

    That is how many listings write it and no standard, so that it weighs lightly and never excludes. A list by the
    alphabet says nothing. Where no Dutch is spoken the rule on language asks; and a listing without languages is for
    all, as one without a target group is.

    >>> sorted(tongue_of(("tr", "ar", "nl"))), tongue_of(("nl", "tr")), tongue_of(("nds", "nl")), tongue_of(("tr",))
    (['tongue:ar,tr'], frozenset(), frozenset(), frozenset())
    >>> tongue_of(("ar", "en", "nl", "tr"))
    frozenset()
    """
    is_first = "nl" in languages and languages[0] not in _SHARED
    is_by_alphabet = len(languages) >= _A_LIST and list(languages) == sorted(languages)
    if not is_first or is_by_alphabet:
        return frozenset()
    return frozenset({_TONGUE + ",".join(sorted({*languages} - {"nl"}))})


def tongues(names: Iterable[str]) -> Iterator[tuple[str, frozenset[str]]]:
    """Which of the target groups are of a language, each with its languages."""
    return ((one, frozenset(one.removeprefix(_TONGUE).split(","))) for one in names if one.startswith(_TONGUE))


def _audience(row: RowSource) -> Audience:
    activity = row.activity
    stated, is_peers = frozenset(activity.group.audiences), activity.kind is ActivityKind.PEER_GROUP
    is_titled = bool(LESSONS & main_themes(activity.title, (), ()))
    teaches = is_titled or _TEACHES.search(activity.title)
    if_helping = stated | FLUENT if teaches else stated
    if row.setting is Setting.ONSITE:
        if_helping |= GOING_OUT
    if activity.kind is ActivityKind.VOLUNTEERING:
        return Audience(if_helping, frozenset(), is_peers, False, False, False, if_helping)
    named = circumstances_in(Reading(activity.title, DIRECTORY)) | stated
    named |= meant_for_who_cannot(activity.title, activity.prose)
    also = circumstances_in(Reading(readable(". ".join(activity.kind_words)), DIRECTORY)) - named
    if LESSONS & purposes_of(row):
        named, also = (named | LEARNERS, also) if is_titled else (named, also | LEARNERS)
    if not named:
        also |= said_to_be_for(activity.prose)
    if takes_along(activity.title, activity.prose):
        also |= NO_GROUP - named
    if _LANGUAGE_LESSONS not in main_themes(activity.title, activity.kind_words, activity.themes):
        also |= tongue_of(activity.language.languages)
    seeks_helpers = Role.HELP in activity.roles if activity.roles else None
    is_silent = not says_anything(activity)
    return Audience(named, also, is_peers, activity.kind is None, is_silent, seeks_helpers, if_helping)


AUDIENCES = CategoryColumn("audiences", _audience)
