"""An activity as a directory knows it: three-valued facts, absent is not known and never "no"."""

from __future__ import annotations

from datetime import date
from typing import Literal, Self

from pydantic import field_validator, model_validator

from wor_match.domain.base import Model, told
from wor_match.domain.clean import name_line, one_line, plain
from wor_match.domain.frozen import Frozen, FrozenDict
from wor_match.domain.offer import Capacity, Contact, Cost, Effort, FirstStep, Group, Language
from wor_match.domain.place import Place
from wor_match.domain.schedule import Schedule
from wor_match.vocabulary.enums import Access, ActivityKind, Requires, Role, Setting, Status, Support
from wor_match.vocabulary.ids import ids
from wor_match.vocabulary.languages import language_codes

SCHEMA_VERSION: Literal["1.0"] = "1.0"


def _known(table: str, column: str, values: tuple[str, ...]) -> tuple[str, ...]:
    if unknown := [value for value in values if value not in ids(table, column)]:
        raise ValueError(f"{len(unknown)} of these are not in vocabulary/{table}.csv")
    return values


class Part(Model):
    """One part of a welzijnsarrangement (or of anything that has several): what it leaves open, it inherits."""

    title: str = told(..., nl="naam", en="title", meaning="What this part is.", min_length=1, max_length=300)
    description: str = told("", nl="beschrijving", en="description", meaning="Plain text.")
    setting: Setting | None = told(None, nl="waar", en="setting", meaning="Absent: as the activity.")
    places: tuple[Place, ...] = told((), nl="plekken", en="places", meaning="Alternatives. Empty: as the activity.")
    schedule: Schedule | None = told(None, nl="wanneer", en="schedule", meaning="Absent: as the activity.")
    cost: Cost | None = told(None, nl="kosten", en="cost", meaning="Absent: within the activity's cost.")
    effort: Effort | None = told(None, nl="inspanning", en="effort", meaning="Absent: as the activity.")

    _plain = field_validator("description")(plain)
    _name_line = field_validator("title")(name_line)


class Activity(Model):
    """One activity, course, group, service, piece of volunteering or welzijnsarrangement.

    Several ``places`` are alternatives (any of them will do). Several ``parts`` must all fit or any of them,
    as ``parts_require`` tells. Every fact may be absent: that is *not known*.

    Texts are kept without markup, entities and invisible characters, as readers of a directory leave them; only one of
    more than 20,000 characters stays as it was given, and of it only the beginning is read.

    Examples
    --------
    >>> Activity(id="koor-1", title="Buurtkoor").schedule.is_known
    False
    """

    schema_version: Literal["1.0"] = told(
        SCHEMA_VERSION, nl="schemaversie", en="schema version", meaning="Of this model."
    )
    id: str = told(..., nl="nummer", en="id", meaning="Unique in a catalogue.", min_length=1, max_length=200)
    title: str = told(..., nl="naam", en="title", meaning="Plain text.", min_length=1, max_length=500)
    summary: str = told("", nl="samenvatting", en="summary", meaning="Plain text, in a line or two.", max_length=2000)
    description: str = told("", nl="beschrijving", en="description", meaning="Plain text, as the provider tells it.")
    lang: str | None = told(
        None, nl="taal van de tekst", en="language of the text", meaning="ISO 639-1 code of title and texts, or a name."
    )
    provider: str = told("", nl="aanbieder", en="provider", meaning="Organisation.", max_length=300)
    kind: ActivityKind | None = told(None, nl="soort", en="kind", meaning="What sort of thing it is.")
    kind_words: tuple[str, ...] = told(
        (),
        nl="rubrieken",
        en="category words",
        meaning="The provider's own words for its category, and tags.",
    )
    themes: tuple[str, ...] = told((), nl="thema's", en="themes", meaning="Theme ids; empty: read from the words.")
    interventions: tuple[str, ...] = told(
        (),
        nl="interventietype",
        en="intervention types",
        meaning="Ids of vocabulary/intervention_types.csv; empty: read from the words.",
    )
    access: Access | None = told(None, nl="toegang", en="access", meaning="Who may send someone.")
    roles: tuple[Role, ...] = told((), nl="rol", en="roles", meaning="What one can be here. Empty: not told.")

    setting: Setting = told(Setting.ONSITE, nl="waar", en="setting", meaning="On site, online or at home.")
    places: tuple[Place, ...] = told((), nl="plekken", en="places", meaning="Alternatives; empty is not known.")
    service_area: tuple[str, ...] = told(
        (),
        nl="werkgebied",
        en="service area",
        meaning="Postcode prefixes (34, 3433) or municipalities. Empty: not told.",
    )
    parts: tuple[Part, ...] = told((), nl="onderdelen", en="parts", meaning="Of an arrangement.", max_length=20)
    parts_require: Requires = told(Requires.ALL, nl="alle of een", en="all or any", meaning="Which parts must fit.")
    schedule: Schedule = told(Schedule, nl="wanneer", en="schedule", meaning="Sessions and season.")
    cost: Cost = told(Cost, nl="kosten", en="cost", meaning="What it costs.")
    language: Language = told(Language, nl="taal", en="language", meaning="What is spoken and needed.")
    support_for: tuple[Support, ...] = told(
        (),
        nl="ingericht voor",
        en="support for",
        meaning="Whom the provider says that it is fit to receive. Empty: not told.",
    )
    group: Group = told(Group, nl="groep", en="group", meaning="For whom, how many, who leads.")
    effort: Effort = told(Effort, nl="inspanning", en="effort", meaning="What it asks of body and courage.")
    first_step: FirstStep = told(FirstStep, nl="eerste stap", en="first step", meaning="How one joins.")
    capacity: Capacity = told(Capacity, nl="plek", en="places left", meaning="Places, waiting, started.")
    contact: Contact = told(Contact, nl="contact", en="contact", meaning="Whom to call.")

    status: Status | None = told(None, nl="status", en="status", meaning="Whether it runs; absent is not told.")
    valid_from: date | None = told(None, nl="geldig vanaf", en="valid from", meaning="First day it exists.")
    valid_to: date | None = told(None, nl="geldig tot en met", en="valid to", meaning="Last day it exists.")
    last_verified: date | None = told(
        None, nl="gecontroleerd op", en="last verified", meaning="When somebody checked that this is true."
    )
    last_modified: date | None = told(
        None, nl="gewijzigd op", en="last modified", meaning="When the record was last changed."
    )
    source: str = told("", nl="bron", en="source", meaning="Where the record comes from.", max_length=300)
    source_url: str = told("", nl="bronlink", en="source link", meaning="Page of the record.", max_length=2000)
    codes: Frozen[str, tuple[str, ...]] = told(FrozenDict, nl="codes", en="codes", meaning="Codes by scheme.")
    weak_fields: tuple[str, ...] = told(
        (),
        nl="zwakke velden",
        en="weak fields",
        meaning="Fields that importing found to be copied from record to record; they count for less.",
    )
    duplicate_of: str | None = told(
        None,
        nl="dubbel van",
        en="duplicate of",
        meaning="Id of the same activity; this one is not suggested.",
    )
    provenance: Frozen[str, str] = told(
        FrozenDict,
        nl="herkomst",
        en="provenance",
        meaning="Field to how it came here, as 'prose' or a source column.",
    )

    _plain = field_validator("summary", "description")(plain)
    _one_line = field_validator("provider")(one_line)
    _name_line = field_validator("title")(name_line)

    @field_validator("kind_words")
    @classmethod
    def _plain_words(cls, values: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(found for value in values if (found := one_line(value)))

    @property
    def prose(self) -> str:
        """Summary and description as one text; a summary that the description repeats is left out."""
        if not self.summary or self.summary in self.description:
            return self.description
        return f"{self.summary}\n{self.description}" if self.description else self.summary

    @field_validator("lang")
    @classmethod
    def _language_code(cls, value: str | None) -> str | None:
        return next(iter(language_codes((value,))), None) if value else None

    @field_validator("themes")
    @classmethod
    def _known_themes(cls, values: tuple[str, ...]) -> tuple[str, ...]:
        return _known("themes", "theme", values)

    @field_validator("interventions")
    @classmethod
    def _known_interventions(cls, values: tuple[str, ...]) -> tuple[str, ...]:
        return _known("intervention_types", "intervention", values)

    @model_validator(mode="after")
    def _lasts(self) -> Self:
        if self.valid_from and self.valid_to and self.valid_to < self.valid_from:
            raise ValueError("valid_to must not be before valid_from")
        return self
