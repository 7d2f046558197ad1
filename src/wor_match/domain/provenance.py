"""With what an advice was made."""

from __future__ import annotations

from datetime import date

from wor_match.domain.base import Private, told
from wor_match.domain.client import Client
from wor_match.domain.frozen import Frozen, FrozenDict


class Provenance(Private):
    """With what this answer was made, so that it can be made again."""

    library_version: str = told(..., nl="versie", en="library version", meaning="Of wor_match.")
    catalogue_hash: str = told(..., nl="aanbod", en="catalogue", meaning="Content hash.")
    catalogue_size: int = told(..., nl="aantal", en="size", meaning="Activities in the catalogue.")
    profile_hash: str = told(..., nl="profiel", en="profile", meaning="Content hash.")
    profile_name: str = told(..., nl="profielnaam", en="profile name", meaning="Name and version.")
    vocabulary_hash: str = told(..., nl="woordenlijsten", en="vocabulary", meaning="Content hash.")
    remedies_hash: str = told(
        "", nl="hulp in de buurt", en="local remedies", meaning="Content hash of the table; empty: there was none."
    )
    travel: str = told(..., nl="reistijdbron", en="travel source", meaning="Name and version.")
    as_of: date = told(..., nl="datum", en="date", meaning="Asked for.")
    k: int = told(..., nl="aantal gevraagd", en="k", meaning="Asked for.")
    rules: tuple[str, ...] = told(
        (), nl="regels", en="rules", meaning="In order; those that are not ours with where they come from and version."
    )
    criteria: tuple[str, ...] = told((), nl="criteria", en="criteria", meaning="In order, as the rules.")
    client: Client | None = told(
        None, nl="intake", en="intake", meaning="Needed to make the advice again: health data. Absent when redacted."
    )
    intake_hash: str = told(
        "", nl="hash van de intake", en="hash of the intake", meaning="SHA-256; empty when redacted."
    )
    overrules_hash: str = told(
        "", nl="hash van de keuzes", en="hash of the overrules",
        meaning="SHA-256, chained in their order; empty: there are none. Redacted: the word 'redacted'.",
    )  # fmt: skip
    travel_minutes: Frozen[str, tuple[float | None, float | None, float | None]] = told(
        FrozenDict, nl="reistijden", en="travel times", unit="minutes",
        meaning="By id of each shown activity: least, expected, most; null where not known or out of reach.",
    )  # fmt: skip
