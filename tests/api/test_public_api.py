"""The public face, written out: names and signatures are a contract. A change here is a change for every host."""

from __future__ import annotations

import inspect
from functools import cached_property
from typing import Any

import pytest

import wor_match
from wor_match import Advice, Catalogue, Matcher, Profile, Wording, load_sample, read_catalogue
from wor_match.explain.compare import Comparison
from wor_match.explain.contrast import Contrast
from wor_match.explain.questions_text import NextQuestion, NextQuestions
from wor_match.explain.replay import Replay
from wor_match.explain.stability_text import Stability
from wor_match.explain.what_if_text import WhatIf, WhatIfs
from wor_match.explain.why_not import WhyNot

PUBLIC = [
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

#: For hosts and analysts. What a rule or criterion asks of a catalogue (columns, rows) is told in ARCHITECTURE.
METHODS: dict[type, dict[str, str]] = {
    Matcher: {
        "recommend": "(self, client: 'Client', k: 'int' = 5, *, overrules: 'Iterable[Overrule]' = ()) -> 'Advice'",
        "replay": "(self, advice: 'Advice', client: 'Client | Mapping[str, object] | None' = None) -> 'Replay'",
        "why_not": "(self, client: 'Client', activity_id: 'str', k: 'int' = 5) -> 'WhyNot'",
        "recommend_many": "(self, clients: 'Iterable[Client]', k: 'int' = 5) -> 'Batch'",
        "query": "(self, client: 'Client') -> 'Query'",
        "run": "(self, client: 'Client', k: 'int' = 5) -> 'Run'",
        "questions": "(self, client: 'Client', k: 'int' = 5, most: 'int' = 5) -> 'NextQuestions'",
        "stability": "(self, client: 'Client', k: 'int' = 5, draws: 'int' = 10000, seed: 'int' = 0) -> 'Stability'",
        "what_if": "(self, client: 'Client', k: 'int' = 5, *, remedies: 'Iterable[Remedy] | None' = None) -> 'WhatIfs'",
    },
    Catalogue: {
        "from_activities": "(activities: 'Iterable[Activity]') -> 'Catalogue'",
        "from_frame": "(frame: 'pd.DataFrame') -> 'Catalogue'",
        "to_frame": "(self) -> 'pd.DataFrame'",
        "updated": "(self, add: 'Iterable[Activity]' = (), end: 'Iterable[str]' = ()) -> 'Catalogue'",
        "number": "(self, activity_id: 'str') -> 'int'",
    },
    Advice: {
        "suggestion": "(self, activity_id: 'str') -> 'Suggestion'",
        "contrast": "(self, a: 'str', b: 'str') -> 'Contrast'",
        "compared": "(self, earlier: 'Advice') -> 'Comparison'",
        "pin": "(self, activity_id: 'str', *, reason: 'str', by: 'str', on: 'date') -> 'Self'",
        "hide": "(self, activity_id: 'str', *, reason: 'str', by: 'str', on: 'date') -> 'Self'",
        "reorder": "(self, activity_ids: 'Iterable[str]', *, reason: 'str', by: 'str', on: 'date') -> 'Self'",
        "overruled": "(self, overrule: 'Overrule') -> 'Self'",
        "redact": "(self) -> 'Self'",
        "to_json": "(self, *, indent: 'int | None' = None) -> 'str'",
        "from_json": "(text: 'str | bytes') -> 'Self'",
        "to_text": "(self, *, language: 'Language' = 'nl', audience: 'Audience' = 'coach', address: 'Address' = 'u') "
        "-> 'str'",
        "to_html": "(self, *, language: 'Language' = 'nl', audience: 'Audience' = 'coach', address: 'Address' = 'u') "
        "-> 'str'",
        "leaflet": "(self, *, language: 'Language' = 'nl', address: 'Address' = 'u', "
        "pictograms: 'Mapping[str, str] | None' = None) -> 'str'",
        "read_aloud": "(self, *, language: 'Language' = 'nl', address: 'Address' = 'u') -> 'str'",
        "letter": "(self, chosen: 'Iterable[str]' = (), *, consent: 'bool | Consent | Mapping[str, Any]' = False, "
        "language: 'Language' = 'nl', style: \"Literal['text', 'html']\" = 'text', contact_on: 'date | None' = None, "
        "follow_up_on: 'date | None' = None, to: 'str' = '', sender: 'str' = '') -> 'str'",
        "to_frame": "(self) -> 'pd.DataFrame'",
    },
    Profile: {"default": "() -> 'Self'"},
    Wording: {
        "of": "(tag: 'str', sentences: 'Mapping[str, tuple[str, str]]', words: 'Mapping[str, Mapping[str, str]]', *, "
        "grammar: 'Grammar | None' = None, based_on: 'Shipped | None' = None, is_rtl: 'bool' = False) -> 'Wording'",
    },
}

PROPERTIES: dict[type, set[str]] = {
    Catalogue: {"problems", "content_hash"},
    Advice: {"is_stopped"},
    Profile: {"content_hash"},
}

FIELDS: dict[str, set[str]] = {
    "Advice": {
        "schema_version",
        "reference",
        "gates",
        "suggestions",
        "shortfall",
        "excluded",
        "read_from_words",
        "not_understood",
        "possible_milli",
        "overrules",
        "is_redacted",
        "provenance",
    },
    "Suggestion": {
        "rank",
        "activity",
        "score_milli",
        "score_low_milli",
        "score_high_milli",
        "contributions",
        "reasons_for",
        "reasons_against",
        "call_first",
        "more_questions",
        "from_prose",
        "first_step",
        "variety",
        "row",
        "travel_minutes",
    },
}

CALLS = [(owner, name, signature) for owner, names in METHODS.items() for name, signature in names.items()]


def test_names() -> None:
    assert sorted(wor_match.__all__) == PUBLIC
    assert dir(wor_match) == sorted(wor_match.__all__)


def test_names_are_sorted_and_all_there() -> None:
    assert wor_match.__all__ == sorted(wor_match.__all__)
    for name in wor_match.__all__:
        assert getattr(wor_match, name) is not None


def test_unknown_name() -> None:
    with pytest.raises(AttributeError, match="no attribute 'recommend'"):
        _ = wor_match.recommend  # type: ignore[attr-defined]


@pytest.mark.parametrize(("owner", "name", "signature"), CALLS, ids=[f"{o.__name__}.{n}" for o, n, _ in CALLS])
def test_signatures(owner: Any, name: str, signature: str) -> None:
    assert str(inspect.signature(getattr(owner, name))) == signature


@pytest.mark.parametrize("answer", [Contrast, Stability, WhatIf, WhatIfs, NextQuestion, NextQuestions], ids=str)
def test_answers_for_coach_and_client_are_told_alike(answer: Any) -> None:
    found = "(self, *, language: 'Language' = 'nl', audience: 'Audience' = 'coach', address: 'Address' = 'u') -> 'str'"
    assert str(inspect.signature(answer.to_text)) == found


@pytest.mark.parametrize("answer", [Comparison, Replay, WhyNot], ids=str)
def test_answers_for_a_coach_are_told_alike(answer: Any) -> None:
    assert str(inspect.signature(answer.to_text)) == "(self, *, language: 'Language' = 'nl') -> 'str'"


@pytest.mark.parametrize("owner", [Matcher, Advice, Profile], ids=lambda owner: owner.__name__)
def test_no_method_came_or_went(owner: type) -> None:
    own = {
        name
        for name, value in vars(owner).items()
        if not name.startswith(("_", "model_"))
        and (inspect.isfunction(value) or isinstance(value, classmethod | staticmethod))
    }
    assert own == set(METHODS[owner])


@pytest.mark.parametrize("owner", list(PROPERTIES), ids=lambda owner: owner.__name__)
def test_properties(owner: type) -> None:
    for name in PROPERTIES[owner]:
        assert isinstance(vars(owner)[name], property | cached_property)


@pytest.mark.parametrize("name", list(FIELDS))
def test_fields_stay(name: str) -> None:
    """Fields may be added; a stored advice of this schema version must keep those that are here."""
    assert set(getattr(wor_match, name).model_fields) >= FIELDS[name]


def test_matcher_is_made_with_a_date() -> None:
    parameters = inspect.signature(Matcher).parameters
    assert list(parameters)[:3] == ["catalogue", "profile", "as_of"]
    assert parameters["as_of"].default is inspect.Parameter.empty
    assert parameters["as_of"].kind is inspect.Parameter.KEYWORD_ONLY
    assert set(parameters) >= {"travel", "rules", "criteria"}


def test_ways_in() -> None:
    assert list(inspect.signature(load_sample).parameters) == []
    assert list(inspect.signature(read_catalogue).parameters)[:2] == ["source", "format"]


def test_every_public_name_is_told() -> None:
    for name in wor_match.__all__:
        if name != "__version__":
            assert inspect.getdoc(getattr(wor_match, name)), name
