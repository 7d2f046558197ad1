"""Find, with a client, the local activity that this person will really go to, and say why.

>>> from datetime import date
>>> from wor_match import Client, Matcher, load_sample
>>> catalogue, clients = load_sample()
>>> matcher = Matcher(catalogue, as_of=date(2026, 11, 23))
>>> advice = matcher.recommend(clients[0], k=3)
>>> len(advice.suggestions)
3

Everything is loaded at first use: importing the package loads neither numpy nor pandas.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from wor_match.version import __version__

if TYPE_CHECKING:
    from wor_match.advice import Advice
    from wor_match.catalogue.catalogue import Catalogue
    from wor_match.domain.activity import Activity, Part
    from wor_match.domain.client import Client, Travel
    from wor_match.domain.overrule import Overrule
    from wor_match.domain.place import Place
    from wor_match.domain.profile import Limits, Profile
    from wor_match.domain.remedy import Remedy
    from wor_match.domain.schedule import Schedule, ScheduleRule, Season
    from wor_match.domain.suggestion import Suggestion
    from wor_match.domain.wishes import Clearance, Complaint, Interest, SafetyNote, Tried
    from wor_match.errors import InputError, UnknownIdError, WorMatchError
    from wor_match.exchange import read_catalogue
    from wor_match.explain.sentences import sentence
    from wor_match.explain.wording.table import Wording
    from wor_match.geo import TravelTime
    from wor_match.matcher import Matcher
    from wor_match.sample import load_sample, load_sample_remedies

_HOMES = {
    "Activity": "wor_match.domain.activity",
    "Advice": "wor_match.advice",
    "Catalogue": "wor_match.catalogue.catalogue",
    "Clearance": "wor_match.domain.wishes",
    "Client": "wor_match.domain.client",
    "Complaint": "wor_match.domain.wishes",
    "InputError": "wor_match.errors",
    "Interest": "wor_match.domain.wishes",
    "Limits": "wor_match.domain.profile",
    "Matcher": "wor_match.matcher",
    "Overrule": "wor_match.domain.overrule",
    "Part": "wor_match.domain.activity",
    "Place": "wor_match.domain.place",
    "Profile": "wor_match.domain.profile",
    "Remedy": "wor_match.domain.remedy",
    "SafetyNote": "wor_match.domain.wishes",
    "Schedule": "wor_match.domain.schedule",
    "ScheduleRule": "wor_match.domain.schedule",
    "Season": "wor_match.domain.schedule",
    "Suggestion": "wor_match.domain.suggestion",
    "Travel": "wor_match.domain.client",
    "TravelTime": "wor_match.geo",
    "Tried": "wor_match.domain.wishes",
    "UnknownIdError": "wor_match.errors",
    "WorMatchError": "wor_match.errors",
    "Wording": "wor_match.explain.wording.table",
    "load_sample": "wor_match.sample",
    "load_sample_remedies": "wor_match.sample",
    "read_catalogue": "wor_match.exchange",
    "sentence": "wor_match.explain.sentences",
}

__all__ = [
    "Activity",
    "Advice",
    "Catalogue",
    "Clearance",
    "Client",
    "Complaint",
    "InputError",
    "Interest",
    "Limits",
    "Matcher",
    "Overrule",
    "Part",
    "Place",
    "Profile",
    "Remedy",
    "SafetyNote",
    "Schedule",
    "ScheduleRule",
    "Season",
    "Suggestion",
    "Travel",
    "TravelTime",
    "Tried",
    "UnknownIdError",
    "WorMatchError",
    "Wording",
    "__version__",
    "load_sample",
    "load_sample_remedies",
    "read_catalogue",
    "sentence",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'wor_match' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return __all__
