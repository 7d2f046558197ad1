"""What-ifs and questions are stored with what is true of them together: a STOP never becomes "nothing found"."""

from __future__ import annotations

import copy
import json
import pickle

import pytest
from pydantic import BaseModel, TypeAdapter, ValidationError

from talked_about import CLIENTS, SAMPLE
from wor_match.errors import InputError, StoredVersionError
from wor_match.explain.questions_text import NextQuestions
from wor_match.explain.what_if_text import WhatIfs

STOPPED = next(one for one in CLIENTS if SAMPLE.recommend(one).is_stopped)
ASKED = [
    (ask(one), kind) for one in CLIENTS for ask, kind in ((SAMPLE.what_if, WhatIfs), (SAMPLE.questions, NextQuestions))
]
SECRET = "zwabberdkronkel"


def flags(found):
    return found.is_stopped, getattr(found, "is_all", None)


def test_there_is_something_of_each_kind():
    assert {flags(one) for one, _ in ASKED} >= {
        (True, None),
        (False, None),
        (True, False),
        (False, True),
        (False, False),
    }


def test_they_come_out_as_they_went_in():
    for found, kind in ASKED:
        adapter = TypeAdapter(kind)
        ways = (
            kind.from_json(found.to_json()),
            kind.from_json(found.to_json(indent=2).encode()),
            adapter.validate_json(adapter.dump_json(found)),
            adapter.validate_python(adapter.dump_python(found)),
            adapter.validate_python(adapter.dump_python(found, mode="json")),
            pickle.loads(pickle.dumps(found)),
            copy.deepcopy(found),
            copy.copy(found),
        )
        for again in ways:
            assert type(again) is kind
            assert tuple(again) == tuple(found)
            assert flags(again) == flags(found)
            assert again == found
            assert hash(again) == hash(found)
            assert again.to_text() == found.to_text()
            assert again.to_json() == found.to_json()


def test_a_stop_stays_a_stop():
    for ask, kind in ((SAMPLE.what_if, WhatIfs), (SAMPLE.questions, NextQuestions)):
        found = kind.from_json(ask(STOPPED).to_json())
        assert found.to_text() == "Er zijn nu geen suggesties. Veiligheid gaat voor."
        assert found != kind()
        assert (found == kind()) is False
        assert json.loads(found.to_json())["is_stopped"] is True


def test_equality_sees_what_is_true_of_them_together():
    found = next(one for one, kind in ASKED if kind is NextQuestions and one.is_all and one[0].kind != "enough")
    less = NextQuestions(found)
    assert tuple(less) == tuple(found)
    assert less != found
    assert less.to_text() != found.to_text()
    assert tuple(found) == found  # beside a plain tuple only the answers are compared


@pytest.mark.parametrize("name", ["is_stopped", "is_all", "anything"])
def test_they_do_not_change(name):
    for found in (SAMPLE.what_if(CLIENTS[6]), SAMPLE.questions(CLIENTS[1])):
        before = flags(found)
        with pytest.raises(InputError, match=f"{name}: cannot be changed"):
            setattr(found, name, True)
        with pytest.raises(InputError, match=f"{name}: cannot be removed"):
            delattr(found, name)
        assert flags(found) == before


def test_as_fields_of_a_hosts_own_model():
    class Kept(BaseModel):
        what_if: WhatIfs
        questions: NextQuestions

    kept = Kept(what_if=SAMPLE.what_if(STOPPED), questions=SAMPLE.questions(CLIENTS[1]))
    again = Kept.model_validate_json(kept.model_dump_json())
    assert again == kept
    assert again.what_if.is_stopped
    told = Kept.model_json_schema(mode="serialization")
    assert set(told["properties"]["questions"]["properties"]) == {"schema_version", "is_stopped", "is_all", "found"}
    assert set(Kept.model_json_schema()["properties"]) == {"what_if", "questions"}
    with pytest.raises(ValidationError):
        Kept(what_if=(), questions=SAMPLE.questions(CLIENTS[1]))  # a plain tuple does not tell of a STOP


@pytest.mark.parametrize("text", ["", "[]", "null", "5", None, 5, {}, [SECRET]])
def test_what_is_no_answer_is_refused(text):
    for kind in (WhatIfs, NextQuestions):
        with pytest.raises(InputError, match="must be the JSON object"):
            kind.from_json(text)


def test_what_is_wrong_in_it_is_named_and_not_said():
    stored = json.loads(SAMPLE.what_if(CLIENTS[6]).to_json())
    with pytest.raises(StoredVersionError):
        WhatIfs.from_json(json.dumps(stored | {"schema_version": "0.9"}))
    for wrong in ({SECRET: 1}, {"is_stopped": SECRET}, {"found": [{"changes": SECRET}]}, {"is_all": True}):
        with pytest.raises(InputError) as caught:
            WhatIfs.from_json(json.dumps(stored | wrong))
        assert SECRET not in str(caught.value)
        assert caught.value.__context__ is None
    del stored["found"]
    with pytest.raises(InputError, match="found"):
        WhatIfs.from_json(json.dumps(stored))
