"""An advice can be read, stored and read again, and hides what it holds of a client."""

import json

import pandas as pd
import pytest

from making import TODAY, matcher
from wor_match import Matcher, load_sample
from wor_match.advice import SCHEMA_VERSION, Advice
from wor_match.domain.client import Client
from wor_match.errors import InputError, StoredVersionError, UnknownIdError

CATALOGUE, CLIENTS = load_sample()
SAMPLE = Matcher(CATALOGUE, as_of=TODAY)
ADVICES = [SAMPLE.recommend(client, k=3) for client in CLIENTS]
FULL = next(one for one in ADVICES if one.suggestions)


@pytest.mark.parametrize("advice", ADVICES, ids=lambda one: one.reference)
def test_stored_and_read_again_it_is_the_same(advice):
    text = advice.to_json()
    assert Advice.from_json(text) == advice
    assert Advice.from_json(text.encode()).to_json() == text
    assert json.loads(advice.to_json(indent=2)) == json.loads(text)


@pytest.mark.parametrize("text", ["", "{", "[1]", "7", "null", '"geheim"', b"\xff\xfe", "[" * 100_000], ids=range(8))
def test_what_is_no_json_object_is_refused(text):
    with pytest.raises(InputError) as caught:
        Advice.from_json(text)
    assert [one.code for one in caught.value.problems] == ["not_json"]
    assert "geheim" not in str(caught.value)


@pytest.mark.parametrize("version", ["0.9", "2.0", None, 1.0])
def test_another_schema_version_is_refused(version):
    stored = json.loads(FULL.to_json()) | {"schema_version": version}
    with pytest.raises(StoredVersionError, match=SCHEMA_VERSION):
        Advice.from_json(json.dumps(stored))
    del stored["schema_version"]
    with pytest.raises(StoredVersionError):
        Advice.from_json(json.dumps(stored))


def test_a_wrong_field_is_named_without_its_value():
    stored = json.loads(FULL.to_json())
    stored["suggestions"][0]["rank"] = "geheim"
    stored["gates"] = "geheim"
    stored["extra"] = "geheim"
    with pytest.raises(InputError) as caught:
        Advice.from_json(json.dumps(stored))
    assert {one.field for one in caught.value.problems} == {"suggestions[0].rank", "gates", "(an unknown key)"}
    assert "geheim" not in str(caught.value)
    assert caught.value.__cause__ is None
    assert caught.value.__context__ is None


def test_a_frame_has_a_row_a_suggestion_and_adds_up():
    for advice in ADVICES:
        frame = advice.to_frame()
        assert len(frame) == len(advice.suggestions)
        if not len(frame):
            continue
        names = [one.criterion for one in advice.suggestions[0].contributions]
        milli = (frame[names] * 1000).round().astype(int).sum(axis=1)
        assert milli.tolist() == [one.score_milli for one in advice.suggestions]
        assert frame["score"].tolist() == [one.score for one in advice.suggestions]
        assert (frame["score_low"] <= frame["score"]).all()
        assert (frame["score"] <= frame["score_high"]).all()
        assert frame["activity_id"].tolist() == [one.activity.id for one in advice.suggestions]
    assert isinstance(frame, pd.DataFrame)


def test_a_suggestion_by_its_activity():
    one = FULL.suggestions[-1]
    assert FULL.suggestion(one.activity.id) is one
    with pytest.raises(UnknownIdError) as caught:
        FULL.suggestion("nergens")
    assert caught.value.problems[0].record == "nergens"


def test_stopped_or_not():
    made = matcher({"title": "Koor"})
    assert made.recommend(Client(reference="c", safety=[{"signal": "suicidal_thoughts"}])).is_stopped
    assert not made.recommend(Client(reference="c")).is_stopped


def test_text_in_two_languages_for_two_audiences():
    texts = {FULL.to_text(language=nl, audience=who) for nl in ("nl", "en") for who in ("coach", "client")}
    assert len(texts) == 4
    assert all(FULL.suggestions[0].activity.title in text for text in texts)


def test_provenance_tells_with_what_it_was_made():
    made = FULL.provenance
    assert made.catalogue_hash == CATALOGUE.content_hash
    assert made.catalogue_size == len(CATALOGUE)
    assert (made.as_of, made.k) == (TODAY, 3)
    assert made.profile_hash == SAMPLE.profile.content_hash
    assert made.travel.startswith("straight-line ")
