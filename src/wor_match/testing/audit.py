"""What an audit promises: an advice is made again to the bit, and what it was made with is named when it changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import numpy as np

from wor_match.advice import Advice
from wor_match.catalogue.columns import Column
from wor_match.domain.client import Client
from wor_match.domain.hashes import canonical
from wor_match.domain.overrule import Overrule
from wor_match.domain.remedy import Remedy, RemedyKind
from wor_match.domain.wishes import SafetyNote
from wor_match.explain.redact import REDACTED
from wor_match.geo import TravelTime
from wor_match.geo.fastest import TravelEstimate
from wor_match.matcher import Matcher
from wor_match.query import Query
from wor_match.query.scene import Scene
from wor_match.rules import Rule
from wor_match.rules.base import Verdicts, verdicts
from wor_match.testing.conversation import also
from wor_match.vocabulary.enums import TravelMode

_ROW = Remedy(kind=RemedyKind.BUDDY, name="Maatje", checked_on=date(2026, 1, 1))
_LETTERS = Column("letters_of_title", np.int64, lambda row: len(row.activity.title))
_OTHER_LIMITS = {"variety_points": 0.5, "default_max_minutes": 31.0}


def check_replay(matcher: Matcher, client: Client, k: int = 5, overrules: Iterable[Overrule] = ()) -> Advice:
    """A stored advice comes out again to the bit, a redacted one says why it does not, both survive being stored.

    >>> from wor_match.catalogue.catalogue import Catalogue
    >>> from wor_match.testing import TODAY, a_client, draw_activities
    >>> matcher = Matcher(Catalogue.from_activities(draw_activities(20, seed=1)), as_of=TODAY)
    >>> check_replay(matcher, a_client()).is_redacted
    False
    """
    stored = matcher.recommend(client, k, overrules=tuple(overrules))
    read = Advice.from_json(stored.to_json())
    assert read == stored
    assert canonical(read) == canonical(stored)
    again = matcher.replay(read)
    assert again.is_same, again.changed
    assert again.advice is not None
    assert again.advice.to_json() == stored.to_json(), "to the bit"
    redacted = stored.redact()
    assert Advice.from_json(redacted.to_json()) == redacted == redacted.redact()
    gone = matcher.replay(redacted)
    assert (gone.is_same, gone.changed, gone.advice) == (False, ("client",), None)
    assert not redacted.is_stopped
    assert (redacted.gates, redacted.overrules, redacted.shortfall) == ((), (), None)
    assert redacted.provenance.intake_hash == ""
    assert set(redacted.excluded.counts) <= {REDACTED}
    again = matcher.replay(redacted, client)
    assert (again.is_same, again.changed) == ((False, ("overrules",)) if stored.overrules else (True, ()))
    return stored


def check_names_what_changed(matcher: Matcher, client: Client, k: int = 5) -> int:
    """Whatever an advice was made with is named, alone, when only that has changed; how many things were changed.

    >>> from wor_match.catalogue.catalogue import Catalogue
    >>> from wor_match.testing import TODAY, a_client, draw_activities
    >>> matcher = Matcher(Catalogue.from_activities(draw_activities(20, seed=1)), as_of=TODAY)
    >>> check_names_what_changed(matcher, a_client())
    21
    """
    stored = matcher.recommend(client, k)
    done = _check_names_what_was_touched(matcher, stored)
    for name, asked, given in (*_other_matchers(matcher, stored), *_other_records(matcher, stored)):
        found = asked.replay(Advice.from_json(given.to_json()))
        assert not found.is_same, name
        assert found.changed == (name,), (name, found.changed)
        assert found.to_text(language="nl") != found.to_text(language="en")
        done += 1
    other = client.model_copy(update={"interests": (), "own_words": "", "reference": f"{client.reference}-2"})
    assert matcher.replay(stored, other).changed == ("client",), "the intake of someone else"
    unchecked = matcher.replay(stored.redact(), other)
    assert unchecked.is_same or unchecked.changed == ("client",), "its hash is gone: nothing else is to blame"
    return done + 1 + _check_names_slower(matcher, stored) + _check_names_unversioned(matcher, stored)


def _check_names_slower(matcher: Matcher, stored: Advice) -> int:
    """A router with other answers and no new version, alone and beside another supply."""
    if not any(minutes[1] for minutes in stored.provenance.travel_minutes.values()):
        return 0
    slower = also(matcher, travel=_Named(matcher.travel, matcher.travel.name, slower=2.0))
    assert slower.replay(stored).changed == ("travel_times",)
    fewer = matcher.catalogue.updated(end=[matcher.catalogue.activities[-1].id])
    assert also(slower, catalogue=fewer).replay(stored).changed == ("catalogue", "travel_times")
    return 2


def _check_names_unversioned(matcher: Matcher, stored: Advice) -> int:
    """A rule of a host's own that became stricter without a new version: no advice keeps that, no trip is longer."""
    client, k = stored.provenance.client, stored.provenance.k
    assert client is not None
    longest = max(len(one.title) for one in matcher.catalogue.activities)
    before = also(matcher, rules=(*matcher.rules, _Short(longest))).recommend(client, k)
    for most in {len(one.activity.title) - 1 for one in before.suggestions}:
        after = also(matcher, rules=(*matcher.rules, _Short(most))).replay(Advice.from_json(before.to_json()))
        assert (after.is_same, after.changed) == (False, ("advice",)), (most, after.changed)
    return int(bool(before.suggestions))


def _check_names_what_was_touched(matcher: Matcher, stored: Advice) -> int:
    """Intake and overrules that were changed where the advice is kept; they are named, also when nothing follows from
    it for the list."""
    touched: list[tuple[str, Advice]] = []
    intake = stored.provenance.client
    assert intake is not None
    for change in ({"work": f"{intake.work} anders"}, {"safety": (*intake.safety, SafetyNote(signal="debts"))}):
        other = stored.provenance.model_copy(update={"client": intake.model_copy(update=change)})
        touched.append(("intake", stored.model_copy(update={"provenance": other})))
    if stored.suggestions:
        last = stored.suggestions[-1].activity.id
        kept = stored.pin(last, reason="daarom", by="coach", on=stored.provenance.as_of)
        assert matcher.replay(kept).is_same
        for said in ({"reason": "anders"}, {"by": "een ander"}, {"on": date(2000, 1, 1)}):
            others = (kept.overrules[0].model_copy(update=said),)
            touched.append(("overrules", kept.model_copy(update={"overrules": others})))
    for name, given in touched:
        found = matcher.replay(Advice.from_json(given.to_json()))
        assert (found.is_same, found.changed) == (False, (name,)), (name, found.changed)
    return len(touched)


def _other_matchers(matcher: Matcher, stored: Advice) -> Iterator[tuple[str, Matcher, Advice]]:
    """Something of the matcher is not as it was."""
    activities = matcher.catalogue.activities
    first = activities[0].model_copy(update={"title": activities[0].title + " (nieuw)"})
    changed: dict[str, dict[str, Any]] = {
        "catalogue": {"catalogue": matcher.catalogue.updated(add=[first])},
        "profile": {"profile": matcher.profile.replaced(limits=_OTHER_LIMITS)},
        "rules": {"rules": matcher.rules[:-1]},
        "criteria": {"criteria": matcher.criteria[::-1]},
        "travel": {"travel": _Named(matcher.travel, "another router")},
        "remedies": {"remedies": (*matcher.remedies, _ROW)},
    }
    yield from ((name, also(matcher, **other), stored) for name, other in changed.items())
    renamed = matcher.profile.replaced(version=f"{matcher.profile.version}+1")
    yield "profile", also(matcher, profile=renamed), stored
    yield "catalogue", also(matcher, catalogue=matcher.catalogue.updated(end=[activities[-1].id])), stored


def _other_records(matcher: Matcher, stored: Advice) -> Iterator[tuple[str, Matcher, Advice]]:
    """What was stored is from elsewhere, or was touched."""
    for name, facts in {
        "library": {"library_version": "0.0.0"},
        "vocabulary": {"vocabulary_hash": "0"},
        "catalogue": {"catalogue_hash": "0"},
    }.items():
        yield name, matcher, stored.model_copy(update={"provenance": stored.provenance.model_copy(update=facts)})
    yield "advice", matcher, stored.model_copy(update={"possible_milli": stored.possible_milli + 1})


class _Short(Rule):
    """Excludes long titles; from how many letters on is no part of its name, and it has no version."""

    name = "audited_title_length"
    field = "title"

    def __init__(self, most: int) -> None:
        self.most = most

    def applies(self, query: Query) -> bool:
        return True

    def check(self, scene: Scene) -> Verdicts:
        letters = scene.rows.get(_LETTERS)
        return verdicts(no=letters > self.most, yes=letters <= self.most)


@dataclass(frozen=True)
class _Named:
    """A router under a name, with the same answers or slower ones."""

    router: TravelTime
    name: str
    slower: float = 1.0

    @property
    def version(self) -> str:
        return self.router.version

    def minutes(self, *asked: Any) -> TravelEstimate:
        found = self.router.minutes(*asked)
        times = {name: getattr(found, name) * self.slower for name in ("low", "expected", "high")}
        return replace(found, **times)

    def reach_km(self, modes: Sequence[TravelMode], max_minutes: float) -> float:
        return self.router.reach_km(modes, max_minutes / self.slower)
