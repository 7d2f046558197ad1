"""A client compiled for the pipeline: everything that rules and criteria ask, worked out once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache

import numpy as np

from wor_match.domain.client import Client
from wor_match.domain.profile import Profile
from wor_match.domain.records import Param, WordsRead
from wor_match.errors import InputError, Problem
from wor_match.geo import StraightLineTravel, TravelTime, locate, looks_swapped
from wor_match.query.circumstances import by_age, by_complaints, circumstances_of, together
from wor_match.query.getting_out import getting_out
from wor_match.query.hours import CELLS, Week, cells_of, cumulative, week_of
from wor_match.query.needs import complaints_named, diagnosed_in, elements_of, heavy_in, with_story
from wor_match.query.no_answer import is_no_answer, themes_said
from wor_match.query.own_words import LIMIT_CAUSE, OwnWords, read_client, readings_of, vocabulary_read
from wor_match.query.roles import roles_of
from wor_match.query.story import Told, words_told
from wor_match.query.usual_modes import ALL_MODES, usual_modes
from wor_match.query.wants import (
    OF_PASTIME,
    STRENGTH,
    STRENGTH_OF_ENERGY,
    STRENGTH_OF_GOAL,
    Want,
    clear_themes,
    want,
)
from wor_match.query.who_told import ABOUT_THEM
from wor_match.text.phrases import PhraseTable
from wor_match.text.reading import Reading, Readings
from wor_match.text.tokens import informative
from wor_match.vocabulary.enums import FailureCause, Role, TravelMode
from wor_match.vocabulary.tables import read_table

#: How people in the Netherlands get about when nobody asked: used for the travel score only, never to exclude.
_LEAST_CAUSE = 0.4


@dataclass(frozen=True, slots=True, repr=False)  # all about a client
class Query:
    """What the pipeline asks of a client on a date.

    Parameters
    ----------
    home : (lat, lon, error_km) or None
        None when it was not asked.
    week : float64 (7, CELLS) or None
        Share of each five minutes that is free.
    causes : dict
        Failure causes to be careful about, with weights in (0, 1]; those tried before.
    heavy, diagnosed : frozenset of str
        Complaint ids that are not light: by the client's own number, and by a code of the GP.
    dreads : dict
        Failure causes named as dislikes or read as limits.
    told_circumstances, circumstances : frozenset of str
        As named or read; and with what follows from how the client gets about.
    open_circumstances : frozenset of str
        Circumstances of which it is open whether the client is in them.
    story : tuple of Told
        The words of the story that tell something, besides what was read in it.
    """

    client: Client
    as_of: date
    profile: Profile
    travel: TravelTime
    home: tuple[float, float, float] | None
    modes: tuple[TravelMode, ...]
    wants: tuple[Want, ...]
    roles: tuple[Role, ...]
    dislikes: tuple[Want, ...]
    causes: dict[FailureCause, float]
    dreads: dict[FailureCause, float]
    told_circumstances: frozenset[str]
    circumstances: frozenset[str]
    open_circumstances: frozenset[str]
    complaints: dict[str, float]
    elements: dict[str, float]
    heavy: frozenset[str]
    diagnosed: frozenset[str]
    week: Week | None
    week_total: Week | None
    words: OwnWords
    story: tuple[Told, ...] = ()
    words_read: tuple[WordsRead, ...] = field(default=())

    @property
    def day(self) -> int:
        """The date as a day number."""
        return self.as_of.toordinal()

    @property
    def begin(self) -> date:
        """The first day on which the client can start: the asking date, or a later one that they named."""
        return max(self.as_of, self.client.wanted_from or self.as_of)

    @property
    def has_travel(self) -> bool:
        """Whether home and how far one will travel were both asked, so that distance may exclude."""
        return self.home is not None and self.client.travel.max_minutes is not None

    @property
    def usual_modes(self) -> tuple[TravelMode, ...]:
        """The client's modes, or those that can be thought usual for them when they were not asked."""
        return self.modes or usual_modes(self.limits, self.circumstances)

    @property
    def possible_modes(self) -> tuple[TravelMode, ...]:
        """The client's modes, or all that there are when they were not asked: only what none of them does is a no.

        The usual ones go first.
        """
        return self.modes or ALL_MODES

    @property
    def limits(self) -> frozenset[str]:
        """Limits read in free text."""
        return frozenset(name for name, _ in self.words.limits)


def compile_query(
    client: Client, *, as_of: date, profile: Profile | None = None, travel: TravelTime | None = None
) -> Query:
    """Compile a client.

    Raises
    ------
    InputError
        If the home's postcode is not one of the shipped CBS areas and there are no coordinates.
    """
    profile = profile or Profile.default()
    readings = Readings(vocabulary_read())
    words = read_client(client, readings)
    wants = wants_of(client, words, profile, readings)
    week = week_of(client.availability, client.busy)
    named = complaints_named(client, readings)
    complaints = with_story(named, words)
    known = circumstances_of(client, readings, named)
    said = (*(name for name, _ in words.circumstances), *by_age(words.who.age))
    told = together((*known, *by_complaints(complaints), *said))
    out = getting_out(client, [name for name, _ in words.limits], told)
    return Query(
        client=client,
        as_of=as_of,
        profile=profile,
        travel=travel or StraightLineTravel(),
        home=home_of(client),
        modes=client.travel.modes,
        wants=wants,
        roles=roles_of(client, wants, words),
        dislikes=tuple(want(one.phrase, "dislike", 1.0, (), readings) for one in client.dislikes),
        causes=_causes(client, readings),
        dreads=_dreads(client, words, readings),
        told_circumstances=told,
        circumstances=told | out.own,
        open_circumstances=out.open,
        complaints=complaints,
        elements=elements_of(complaints),
        heavy=heavy_in(client, readings),
        diagnosed=diagnosed_in(client, readings),
        week=week,
        week_total=None if week is None else cumulative(week),
        words=words,
        story=words_told(readings_of(client.own_words, readings), _unwanted(client, readings)),
        words_read=_words_read(client, words, wants, frozenset(named), known),
    )


def without_hours(query: Query, sessions: Iterable[tuple[int, float, float]]) -> Query:
    """The same query with some weekly hours taken: (weekday number, begin, end) in half hours since midnight."""
    taken = list(sessions)
    if not taken:
        return query
    week = np.ones((7, CELLS)) if query.week is None else query.week.copy()
    for day, begin, end in taken:
        week[day] = np.minimum(week[day], 1 - cells_of(begin, end))
    return replace(query, week=week, week_total=cumulative(week))


def home_of(client: Client) -> tuple[float, float, float] | None:
    """Where the client lives and how far that may be off, in km; InputError when it cannot be placed."""
    home = client.home
    if home is None:
        return None
    if home.lat is not None and home.lon is not None:
        if looks_swapped(home.lat, home.lon):
            must_be = "lat and lon look exchanged: the other way round is in the Netherlands"
            raise InputError("Client", [Problem("home", "point_swapped", must_be)])
        return (home.lat, home.lon, 0.0)
    found = locate(home.postcode or "")
    if found is None:
        must_be = "must be in a postcode area of the shipped CBS table (PO boxes are not); or give lat and lon"
        raise InputError("Client", [Problem("home.postcode", "unknown_postcode", must_be)])
    return (found.lat, found.lon, found.error_km)


def wants_of(client: Client, words: OwnWords, profile: Profile, readings: Readings | None = None) -> tuple[Want, ...]:
    """All that the client wishes, from what was named and what was read in free text."""
    readings = readings or Readings()
    interests = [one for one in client.interests if one.themes or not is_no_answer(readings.read(one.phrase))]
    named = [want(one.phrase, "interest", STRENGTH[one.strength], one.themes, readings) for one in interests]
    named += [want(phrase, "energy", STRENGTH_OF_ENERGY, (), readings) for phrase in client.strengths]
    named += [want(one.phrase, "goal", STRENGTH_OF_GOAL, (), readings) for one in client.goals]
    strength = profile.limits.read_words_strength
    read = [
        want(sentence, "own_words", strength, (), readings, among=words.themes[sentence])
        for sentence in words.interests
    ]
    if not named and not any(one.is_understood for one in read):
        read = [
            want(sentence, "own_words", strength, (), readings, among=words.themes[sentence], is_all=True)
            for sentence in words.interests
        ]
    tried = [readings.read(one.what) for one in client.tried] + [readings.read(one.phrase) for one in client.dislikes]
    unwanted = {theme for text in tried for theme in themes_said(text)}
    for sentence in words.pastimes:
        kept = words.themes[sentence] - unwanted
        read.append(want(sentence, "own_words", strength * OF_PASTIME, (), readings, among=kept))
    return tuple(named + [one for one in read if one.is_understood])


@cache
def _failures() -> PhraseTable:
    return PhraseTable.from_rows(read_table("failure_words"), "cause")


def causes_in(text: str | Reading) -> dict[FailureCause, float]:
    """Failure causes that a text names, with weights.

    >>> causes_in("het was er veel te druk")[FailureCause.TOO_LARGE] > 0
    True
    """
    found = _failures().weights(text, with_negated=True)
    return {FailureCause(name): weight for name, weight in sorted(found.items()) if weight >= _LEAST_CAUSE}


def _causes(client: Client, readings: Readings) -> dict[FailureCause, float]:
    found: dict[FailureCause, float] = {}
    for one in client.tried:
        named = dict.fromkeys(one.causes, 1.0) if one.causes else causes_in(readings.read(one.why_it_failed))
        for cause, weight in named.items():
            found[cause] = max(found.get(cause, 0.0), weight)
    return found


def _unwanted(client: Client, readings: Readings) -> frozenset[str]:
    """Stems of what the client dislikes."""
    return frozenset(stem for one in client.dislikes for stem in informative(readings.read(one.phrase)))


_READ_LIMIT = 0.7
#: From here on a complaint that stands in the story is told.
_TOLD_COMPLAINT = 0.5


def _dreads(client: Client, words: OwnWords, readings: Readings) -> dict[FailureCause, float]:
    found: dict[FailureCause, float] = {}
    for one in client.dislikes:
        for cause, weight in causes_in(readings.read(one.phrase)).items():
            found[cause] = max(found.get(cause, 0.0), weight)
    for limit, _ in words.limits:
        if limit in LIMIT_CAUSE:
            found.setdefault(LIMIT_CAUSE[limit], _READ_LIMIT)
    return found


def _words_read(
    client: Client, words: OwnWords, wants: Iterable[Want], named: frozenset[str], known: frozenset[str]
) -> tuple[WordsRead, ...]:
    """What was read and is used, but for complaints and circumstances that were named besides."""
    read = [_interest(one) for one in wants if one.kind == "own_words"]
    if words.helps and not client.roles:
        read.append(WordsRead(kind="role", code="words.helps", params={"sentence": words.helps}))
    read += [
        WordsRead(
            kind="limit",
            code="words.told" if limit in ABOUT_THEM else "words.limit",
            params={"limit": limit, "phrase": phrase},
        )
        for limit, phrase in words.limits
    ]
    read += [
        WordsRead(kind="complaint", code="words.complaint", params={"complaint": name, "sentence": sentence})
        for name, weight, sentence in words.complaints
        if name not in named and weight >= _TOLD_COMPLAINT
    ]
    read += [
        WordsRead(kind="circumstance", code="words.circumstance", params={"circumstance": name, "sentence": sentence})
        for name, sentence in words.circumstances
        if name not in known
    ]
    return tuple(read)


def _interest(wanted: Want) -> WordsRead:
    theme, *also = clear_themes(wanted) or ("",)
    params: dict[str, Param] = {"sentence": wanted.phrase, "theme": theme}
    return WordsRead(kind="interest", code="words.interest", params=params | ({"also": tuple(also)} if also else {}))
