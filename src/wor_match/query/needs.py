"""From complaints and reasons for referral to the working elements that fit them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from wor_match.domain.client import Client
from wor_match.query.cues import client_table
from wor_match.query.own_words import OwnWords, read_client
from wor_match.text.phrases import Hit, PhraseTable
from wor_match.text.reading import Reading, Readings
from wor_match.vocabulary.ids import ids
from wor_match.vocabulary.tables import read_table

#: A complaint without a severity counts as an average one; a register word alone says less than a named complaint.
_USUAL_SEVERITY = 5
#: From here on a complaint is heavy: an assumption, after the usual cuts of 0-10 scales (from 7 severe).
HEAVY_SEVERITY = 7
_REGISTER = 0.6
_READ = 0.4
#: From here on a text is taken to name a complaint.
_SPEAKS = 0.5


def _words() -> PhraseTable:
    return client_table("complaint_words", "complaint")


def complaint_hits(text: Reading) -> list[Hit]:
    """Where a text names a complaint."""
    return _words().find(text)


@cache
def _by_icpc() -> Mapping[str, str]:
    return {row["icpc1"]: row["complaint"] for row in read_table("complaints") if row["icpc1"]}


def complaints_of(client: Client, readings: Readings | None = None) -> dict[str, float]:
    """Complaint ids with weights in (0, 1], from terms, ICPC-1 codes, register words, the story and goals.

    >>> complaints_of(Client(reference="c", complaints=[{"term": "low_mood", "severity": 10}]))
    {'low_mood': 1.0}
    """
    readings = readings or Readings()
    return with_story(complaints_named(client, readings), read_client(client, readings))


def with_story(named: Mapping[str, float], words: OwnWords) -> dict[str, float]:
    """The same with the complaints of the story, which count where nothing else names them."""
    told = {name: _READ * share for name, share, _ in words.complaints}
    return dict(sorted((told | {**named}).items()))


def complaints_named(client: Client, readings: Readings) -> dict[str, float]:
    """Complaint ids with weights in (0, 1], from all but the story."""
    found: dict[str, float] = {}
    for complaint in client.complaints:
        severity = complaint.severity if complaint.severity is not None else _USUAL_SEVERITY
        weight = 0.3 + 0.07 * severity
        for name, share in _named(readings.read(complaint.term), complaint.icpc1).items():
            found[name] = max(found.get(name, 0.0), weight * share)
    named = frozenset(found)
    for reason in client.referral_reasons:
        family = _registered(readings.read(reason))
        # The register's word is the family of what was said in the client's own terms, unless nothing of it was.
        if named.isdisjoint(family):
            for name, share in family.items():
                found[name] = max(found.get(name, 0.0), _REGISTER * share)
    # Who wishes to be rid of a trouble has it: "niet meer piekeren".
    for goal in client.goals:
        for name, share in _words().weights(readings.read(goal.phrase), with_negated=True).items():
            found.setdefault(name, _READ * share)
    return found


def heavy_in(client: Client, readings: Readings | None = None) -> frozenset[str]:
    """Complaint ids that are heavy by the number the client gave: no light complaints any more.

    >>> told = [{"term": "low_mood", "severity": 9}, {"term": "stress", "severity": 4}, {"term": "worrying"}]
    >>> sorted(heavy_in(Client(reference="c", complaints=told)))
    ['low_mood']
    """
    heavy = [one for one in client.complaints if one.severity is not None and one.severity >= HEAVY_SEVERITY]
    return frozenset(name for one in heavy for name in _named((readings or Readings()).read(one.term), one.icpc1))


def diagnosed_in(client: Client, readings: Readings | None = None) -> frozenset[str]:
    """Complaint ids that came with an ICPC-1 code of a psychiatric disorder (P70-P99) that no light complaint has.

    >>> told = [{"term": "low_mood", "icpc1": "P76"}, {"term": "stress"}]
    >>> sorted(diagnosed_in(Client(reference="c", complaints=told)))
    ['low_mood']
    """
    coded = [one for one in client.complaints if one.icpc1 and _is_disorder(one.icpc1)]
    return frozenset(name for one in coded for name in _named((readings or Readings()).read(one.term), None))


def _is_disorder(icpc1: str) -> bool:
    return icpc1[:3] >= "P70" and icpc1[0] == "P" and icpc1[:3] not in _by_icpc()


def speaks_of_complaint(text: str) -> bool:
    """Whether a text names a complaint, also when it denies it.

    >>> speaks_of_complaint("minder somber zijn"), speaks_of_complaint("samen zingen")
    (True, False)
    """
    return any(weight >= _SPEAKS for weight in _words().weights(text, with_negated=True).values())


def _named(term: Reading, icpc1: str | None) -> dict[str, float]:
    if icpc1 and icpc1[:3] in _by_icpc():
        return {_by_icpc()[icpc1[:3]]: 1.0}
    if term.text in ids("complaints", "complaint"):
        return {term.text: 1.0}
    return _words().weights(term)


def _registered(reason: Reading) -> dict[str, float]:
    """A word of the WoR register names a family of complaints; each of them counts for a part."""
    word = reason.text.casefold()
    named = [row["complaint"] for row in read_table("complaints") if row["wor_register"].casefold() == word]
    if not named or word == "anders":
        return _named(reason, None)
    return dict.fromkeys(named, 1.0 / len(named))


def elements_of(complaints: Mapping[str, float]) -> dict[str, float]:
    """Working elements with weights in (0, 1]: of each the strongest complaint that asks for it."""
    found: dict[str, float] = {}
    for complaint, severity in complaints.items():
        for element, strength in _elements().get(complaint, ()):
            weight = severity * strength
            if weight > 0:
                found[element] = max(found.get(element, 0.0), weight)
    return dict(sorted(found.items()))


@cache
def _elements() -> Mapping[str, tuple[tuple[str, float], ...]]:
    """Elements with strengths by complaint."""
    found: dict[str, list[tuple[str, float]]] = {}
    for row in read_table("complaint_elements"):
        found.setdefault(row["complaint"], []).append((row["element"], float(row["strength"])))
    return {complaint: tuple(elements) for complaint, elements in found.items()}
