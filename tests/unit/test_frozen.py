"""A model that is frozen is frozen through and through, its mappings too."""

import copy
import json
import pickle
from datetime import date

import numpy as np
import pytest

from making import activity, catalogue, matcher
from wor_match import Activity, Advice, Client, InputError, Matcher, Profile, load_sample
from wor_match.catalogue.location import LAT
from wor_match.criteria import CRITERIA
from wor_match.domain.change import Change
from wor_match.domain.frozen import FrozenDict
from wor_match.domain.profile import DEFAULT_WEIGHTS
from wor_match.domain.records import Record
from wor_match.query.sessions import SESSIONS
from wor_match.rules import RULES
from wor_match.rules.budget import COSTS
from wor_match.sample import SAMPLE_DATE

WEIGHTS = {
    **DEFAULT_WEIGHTS,
    "interest": 20.0,
    "identity": DEFAULT_WEIGHTS["identity"] + DEFAULT_WEIGHTS["interest"] - 20.0,
}
CHANGES = [
    lambda found: found.__setitem__("interest", 1.0),
    lambda found: found.__delitem__("interest"),
    lambda found: found.update(interest=1.0),
    lambda found: found.setdefault("new", 1.0),
    lambda found: found.pop("interest"),
    lambda found: found.popitem(),
    lambda found: found.clear(),
    lambda found: found.__ior__({"interest": 1.0}),
]


def advice():
    offers = [{"title": "Koor", "description": "Vrijblijvend."}, {"title": "Zangclub", "status": "ended"}]
    return matcher(*offers).recommend(Client(reference="c", interests=["zingen"], home="3434"))


def mappings():
    given = advice()
    told = Activity(id="a", title="Koor", codes={"hsds": ("1",)}, provenance={"title": "naam"})
    yield from ((Profile(), "weights"), (Profile(weights=WEIGHTS, priors={"money": 0.4}), "weights"))
    yield from ((Profile(), "priors"), (Profile(priors={"money": 0.4}), "priors"))
    yield from ((told, "codes"), (told, "provenance"), (activity(), "codes"), (activity(), "provenance"))
    yield catalogue({"description": "Vrijblijvend."}).effective[0], "provenance"
    yield from ((given.excluded, "counts"), (given.provenance, "travel_minutes"))
    yield given.redact().provenance, "travel_minutes"
    yield from ((reason, "params") for reason in given.suggestions[0].reasons_for)
    yield from ((Record(code="x"), "params"), (Record(code="x", params={"k": 1}), "params"))
    yield Change(code="x", of="client", facts={"age": 3}), "facts"
    yield from ((Advice.from_json(given.to_json()).excluded, "counts"),)
    yield Profile().replaced(priors={"money": 0.1}), "priors"


def test_no_mapping_of_a_model_can_be_changed():
    tried = 0
    for model, name in mappings():
        found = getattr(model, name)
        before = dict(found)
        for change in CHANGES:
            with pytest.raises(InputError, match="cannot be changed"):
                change(found)
        assert found == before
        tried += 1
    assert tried > 15


def test_every_mapping_in_a_model_is_a_frozen_one():
    for model in (Activity, Profile, Advice):
        _look(model, set())


def _look(model, seen):
    for field in model.model_fields.values():
        text = str(field.annotation)
        assert "dict[" not in text or "Frozen" in str(field.metadata), f"{model.__name__}: {text}"
        for one in (field.annotation, *getattr(field.annotation, "__args__", ())):
            if hasattr(one, "model_fields") and one not in seen:
                seen.add(one)
                _look(one, seen)


def test_what_was_handed_in_is_not_what_is_kept():
    mine = dict(WEIGHTS)
    profile = Profile(weights=mine)
    mine["interest"] = 0.0
    assert profile.weights["interest"] == 20.0
    with pytest.raises(InputError):
        DEFAULT_WEIGHTS["interest"] = 0.0


def test_profiles_are_equal_hash_and_travel():
    one, other = Profile(weights=WEIGHTS, priors={"money": 0.4}), Profile(priors={"money": 0.4}, weights=WEIGHTS)
    assert one == other
    assert hash(one) == hash(other)
    assert len({one, other, Profile()}) == 2
    for again in (pickle.loads(pickle.dumps(one)), copy.deepcopy(one), copy.copy(one)):
        assert again == one
        assert isinstance(again.weights, FrozenDict)
        assert again.content_hash == one.content_hash
    assert Profile.model_validate_json(one.model_dump_json()) == one
    assert type(one.model_dump()["weights"]) is dict
    assert json.loads(json.dumps(one.weights)) == WEIGHTS


def test_the_schema_is_that_of_an_object():
    found = Profile.model_json_schema()["properties"]
    assert found["weights"]["additionalProperties"] == {"type": "number"}
    assert found["weights"]["type"] == found["priors"]["type"] == "object"


def test_an_advice_travels():
    given = advice()
    for again in (pickle.loads(pickle.dumps(given)), copy.deepcopy(given), Advice.from_json(given.to_json())):
        assert again == given
        assert isinstance(again.excluded.counts, FrozenDict)


def test_a_copy_of_a_deep_one_shares_nothing():
    deep = FrozenDict(days=[date(2026, 1, 1)])
    again = copy.deepcopy(deep)
    assert again == deep
    assert again["days"] is not deep["days"]
    assert copy.copy(deep) is deep


def test_nobody_writes_in_what_a_catalogue_holds():
    shared, clients = load_sample()
    Matcher(shared, as_of=SAMPLE_DATE).recommend(clients[1])  # packs its columns
    found = [shared.column(LAT), shared.categories(COSTS)[0], shared.row_activity, shared.all_rows.index]
    starts, flat = shared.ragged(SESSIONS)
    found += [starts, *flat.values(), shared.parts, shared.needs_all_parts, shared.row_part, shared.own_order]
    found += [shared.placeless, shared.words.theme_id, shared.words.theme_strength, *shared.words.posting("koor")]
    found += [one for one in shared._worked.values() if isinstance(one, np.ndarray)]
    assert len(found) > 20
    for array in found:
        before = array.copy()
        with pytest.raises(ValueError, match="read-only"):
            array[:] = 0
        with pytest.raises(ValueError, match="read-only"):
            array += 1
        assert np.array_equal(array, before, equal_nan=array.dtype.kind == "f")


@pytest.mark.parametrize("one", [*RULES, *CRITERIA], ids=lambda one: type(one).__name__)
def test_a_shipped_rule_or_criterion_is_everybodys_and_stays_as_it_is(one):
    for name in ("risk", "prior", "name", "anything"):
        before = getattr(one, name, None)
        with pytest.raises(InputError, match="cannot be changed"):
            setattr(one, name, 0.9)
        assert getattr(one, name, None) == before
    again = pickle.loads(pickle.dumps(one))
    assert type(again) is type(one)


def test_a_hosts_own_rule_is_its_own_to_change():
    mine = RULES[0].__class__()
    mine.risk = 0.9
    assert (mine.risk, RULES[0].risk) == (0.9, type(RULES[0]).risk)
