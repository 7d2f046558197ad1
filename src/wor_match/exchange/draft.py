"""A record on its way from a source to an activity: facts by dotted name, places, and text that nobody could read."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from wor_match.catalogue.build import build_activity
from wor_match.domain.activity import Activity
from wor_match.domain.clean import LIMIT, clean, is_cut
from wor_match.exchange.report import Notes
from wor_match.exchange.values.ages import Ages, ages_in_words, narrower, read_ages

_LIMITS = {
    "title": 500, "summary": 2000, "provider": 300, "source_url": 2000, "contact.phone": 100, "contact.email": 300,
    "contact.url": 2000, "cost.text": 2000, "schedule.text": 2000, "group.welcomed_by": 300, "id": 200,
}  # fmt: skip
_PLACE_LIMITS = {"name": 300, "street": 300, "town": 200, "municipality": 200}


_NO_AGES = Ages()


class Raw(NamedTuple):
    """What a provider may have copied from record to record, as it stood in the source."""

    description: str = ""
    audience: str = ""
    cost: str = ""
    tags: tuple[str, ...] = ()


@dataclass(slots=True)
class Draft:
    """One record while it is read. A fact that is put twice keeps its first value.

    Parameters
    ----------
    notes : Notes
        What is found about this record.
    """

    notes: Notes
    facts: dict[str, Any] = field(default_factory=dict)
    places: list[dict[str, Any]] = field(default_factory=list)
    parts: list[dict[str, Any]] = field(default_factory=list)
    extra: list[str] = field(default_factory=list)
    provenance: dict[str, str] = field(default_factory=dict)
    ages: Ages = _NO_AGES
    age_column: str = ""
    signs: bool = False
    audience: str = ""

    def put(self, name: str, value: Any, column: str = "") -> None:
        """Store a fact by dotted name of Activity; None and empty are not facts."""
        if value is None or value == "" or value == () or name in self.facts:
            return
        self.facts[name] = value
        if column:
            self.provenance[name] = column

    def put_text(self, name: str, text: object, column: str) -> None:
        """Store plain text, cleaned and cut to the field's length."""
        raw = str(text)
        plain = clean(raw)
        if name != "description":
            plain = " ".join(plain.split())
        limit = _LIMITS.get(name)
        if is_cut(raw) or (limit is not None and len(plain) > limit):
            self.notes.add(column, "text_cut")
            plain = plain[:limit]
        self.put(name, plain, column)

    def add_text(self, name: str, text: str) -> None:
        """Add to a text that may come from several columns (``cost.text``, ``schedule.text``)."""
        plain = " ".join(clean(text).split())
        before = str(self.facts.get(name, ""))
        if not plain or plain in before:
            return
        whole = f"{before}; {plain}" if before else plain
        if len(whole) > _LIMITS[name]:
            self.notes.add(name, "text_cut")
        self.facts[name] = whole[: _LIMITS[name]]

    def keep_text(self, label: str, text: str) -> None:
        """Keep what could not become a fact: a line of its own under the description."""
        plain = clean(text)
        line = f"{label.strip().rstrip(':').replace('_', ' ').capitalize()}: {plain}"
        if plain and line not in self.extra:
            self.extra.append(line)

    def put_ages(self, text: str, column: str) -> None:
        """Read the text of an age field; what it tells is combined with the title at the end."""
        ages, codes = read_ages(text)
        self.notes.add_all(column, codes, text)
        if "age_unread" in codes:
            self.keep_text(column, text)
        elif ages != Ages() and self.ages == Ages():
            self.ages, self.age_column = ages, column

    def put_place(self, place: dict[str, Any]) -> None:
        """Add a place, cut to its fields' lengths; an empty one is none."""
        told: dict[str, Any] = {name: value for name, value in place.items() if value not in (None, "", {})}
        for name, limit in _PLACE_LIMITS.items():
            if name in told:
                text = " ".join(clean(str(told[name])).split())
                if len(text) > limit:
                    self.notes.add(name, "text_cut")
                told[name] = text[:limit]
        if told and told not in self.places:
            self.places.append(told)

    @property
    def raw(self) -> Raw:
        """What may be copied from record to record."""
        facts = self.facts
        tags = tuple(map(str, facts.get("kind_words", ())))
        return Raw(
            str(facts.get("description", facts.get("summary", ""))),
            self.audience,
            str(facts.get("cost.text", "")),
            tags,
        )


def finished(draft: Draft, source: str) -> Activity | None:
    """Make the activity; without a title there is none. What is refused is left out and noted.

    Examples
    --------
    >>> draft = Draft(Notes("row 1"))
    >>> draft.put("title", "Koor 55+")
    >>> activity = finished(draft, "test")
    >>> activity.group.age_min, [code for _, code, _ in draft.notes.found]
    (55, ['age_from_title', 'id_made'])
    """
    if not draft.facts.get("title"):
        return None
    _put_final_ages(draft)
    if "id" not in draft.facts:
        draft.facts["id"] = _made_id(draft)
        draft.notes.add("id", "id_made")
    draft.notes.record = str(draft.facts["id"])
    data = _nested(draft, source)
    activity, left_out = build_activity(data)
    for path in left_out:
        names = ("valid_from", "valid_to") if path == "(whole)" else (path,)
        told = (str(draft.facts[name]) for name in names if name in draft.facts)
        draft.notes.add(", ".join(names), "value_refused", " - ".join(told))
    return activity


def _put_final_ages(draft: Draft) -> None:
    words, _ = ages_in_words(str(draft.facts["title"]))
    ages, column = draft.ages, draft.age_column
    if words != Ages() and ages == Ages():
        ages, column = words, "title"
        draft.notes.add("title", "age_from_title", draft.facts["title"])
    elif words != Ages():
        ages, codes = narrower(ages, words)
        draft.notes.add_all("title", codes, f"{draft.facts['title']} / {column}")
    draft.put("group.age_min", ages.low, column)
    draft.put("group.age_max", ages.high, column)
    if not ages.is_hard:
        draft.put("group.age_is_hard", False)


def _made_id(draft: Draft) -> str:
    place = draft.places[0] if draft.places else {}
    where = [str(place.get(name, "")) for name in ("postcode", "street", "name", "town")]
    where += [str(draft.facts.get(name, "")) for name in ("source_url", "contact.url")]
    text = "\n".join([str(draft.facts["title"]), str(draft.facts.get("provider", "")), *where]).casefold()
    return "made-" + hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:12]


def _nested(draft: Draft, source: str) -> dict[str, Any]:
    data: dict[str, Any] = {"source": source[:300]} if source else {}
    for name, value in draft.facts.items():
        target = data
        *path, last = name.split(".")
        for step in path:
            target = target.setdefault(step, {})
        target[last] = value
    if draft.extra:
        told = [str(data.get("description", "")), *draft.extra]
        text = "\n".join(text for text in told if text)
        if is_cut(text):
            draft.notes.add("description", "text_cut")
            # What no field could hold goes before the end of a long description.
            kept = "\n".join(draft.extra)[:LIMIT]
            text = f"{told[0][: max(0, LIMIT - len(kept) - 1)]}\n{kept}".strip()
        data["description"] = text[:LIMIT]
    if draft.places and "places" not in data:
        data["places"] = [_with_signs(place) for place in draft.places] if draft.signs else draft.places
    if draft.parts and "parts" not in data:
        data |= {"parts": draft.parts, "parts_require": "any"}
    own = data.get("provenance", {})
    if not isinstance(own, Mapping):
        draft.notes.add("provenance", "value_refused", own)
        own = {}
    data["provenance"] = {**draft.provenance, **own}
    return data


def _with_signs(place: dict[str, Any]) -> dict[str, Any]:
    """Where sign language is among the languages, somebody signs; what the place itself tells goes first."""
    return place | {"access": {"sign_language": True} | place.get("access", {})}
