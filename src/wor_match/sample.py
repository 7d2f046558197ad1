"""The sample that ships with the library: an invented Dutch municipality and twenty invented clients."""

from __future__ import annotations

import json
from datetime import date
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from wor_match.domain.activity import Activity
from wor_match.domain.client import Client
from wor_match.domain.remedy import Remedy

if TYPE_CHECKING:
    from wor_match.catalogue.catalogue import Catalogue

#: The Monday on which the sample is "today"; its dates (courses, checks, waiting times) are meant for it.
SAMPLE_DATE = date(2026, 11, 23)


def load_sample() -> tuple[Catalogue, tuple[Client, ...]]:
    """Read the sample: the sociale kaart of Waterhoven, which does not exist, and twenty clients.

    Everything in it is invented but the postcode areas; see ``data/SOURCE.md``. It is as uneven as a real
    directory: facts are missing, old, contradicted by the prose, or wrong. Use it with :data:`SAMPLE_DATE`
    as today.

    Returns
    -------
    Catalogue
        All activities of the sample.
    tuple of Client
        The clients, in order of their reference.

    Examples
    --------
    >>> catalogue, clients = load_sample()
    >>> len(catalogue) > 160, len(clients)
    (True, 20)
    >>> catalogue["mens-shed"].title
    "Men's Shed De Werkbank"
    >>> clients[1].reference
    'c-02'
    """
    from wor_match.catalogue.catalogue import Catalogue  # heavy; only needed here

    activities = [Activity.model_validate(one) for one in _read("sample_activities.json")]
    clients = tuple(Client.model_validate(one) for one in _read("sample_clients.json"))
    return Catalogue.from_activities(activities), clients


def load_sample_remedies() -> tuple[Remedy, ...]:
    """The sample's table of what there is locally to take away a barrier; as invented as the rest.

    Examples
    --------
    >>> [one.kind.value for one in load_sample_remedies()][:2]
    ['buddy', 'language_buddy']
    """
    return tuple(Remedy.model_validate(one) for one in _read("sample_remedies.json"))


def _read(name: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads(files("wor_match").joinpath("data", name).read_text(encoding="utf-8"))
    return rows
