"""A host's slips: each is an error of ours that names the field, and none is a client's page with a coach's words."""

from __future__ import annotations

import pickle
from datetime import date, datetime
from functools import partial

import pandas as pd
import pytest

from wor_match import Activity, Advice, Catalogue, Client, InputError, Matcher, UnknownIdError, load_sample, sentence
from wor_match.domain.client import is_bsn
from wor_match.domain.records import Record
from wor_match.explain.questions_text import NextQuestions
from wor_match.explain.what_if_text import WhatIfs
from wor_match.sample import SAMPLE_DATE

SECRET = "zwabberdkronkel"
HALF = "\ud800 half a pair"


@pytest.fixture(scope="module")
def sample():
    catalogue, clients = load_sample()
    return catalogue, clients, Matcher(catalogue, as_of=SAMPLE_DATE)


@pytest.fixture(scope="module")
def advice(sample):
    return sample[2].recommend(sample[1][1])


@pytest.mark.parametrize("audience", ["Client", "cliënt", "gp", "", None])
def test_an_unknown_audience_never_gets_the_coachs_card(advice, audience):
    with pytest.raises(InputError, match="audience"):
        advice.to_html(audience=audience)


@pytest.mark.parametrize("audience", ["coach", "client"])
def test_an_unknown_form_of_address_is_refused_for_whomever_it_is(sample, advice, audience):
    answers = (advice, sample[2].questions(sample[1][1]))
    for ask in (*(one.to_text for one in answers), advice.to_html):
        with pytest.raises(InputError, match="must be u or je"):
            ask(audience=audience, address="zqx")


def test_what_is_no_model_of_ours_is_named_by_field(sample, advice):
    catalogue, clients, matcher = sample
    wrong = {
        "catalogue": lambda: Matcher([], as_of=SAMPLE_DATE),
        "profile": lambda: Matcher(catalogue, {"weights": {}}, as_of=SAMPLE_DATE),
        "remedies[0]": lambda: Matcher(catalogue, as_of=SAMPLE_DATE, remedies=[{"kind": SECRET}]),
        "overrules[0]": lambda: matcher.recommend(clients[1], overrules=[{"kind": SECRET}]),
        "overrules": lambda: matcher.recommend(clients[1], overrules=SECRET),
        "clients": lambda: matcher.recommend_many(clients[0]),
        "advice": lambda: matcher.replay(None),
        "earlier": lambda: advice.compared({"reference": SECRET}),
        "activities[1]": lambda: Catalogue.from_activities([Activity(id="a", title="a"), {"id": SECRET}]),
        "add[0]": lambda: catalogue.updated(add=[5]),
        "(whole)": lambda: advice.leaflet(pictograms=5),
    }
    for field, make in wrong.items():
        with pytest.raises(InputError) as caught:
            make()
        assert [one.field for one in caught.value.problems] == [field]
        assert SECRET not in str(caught.value)
    with pytest.raises(InputError, match=r"remedies\[0\]"):
        matcher.what_if(clients[6], remedies=[{"kind": SECRET}])


@pytest.mark.parametrize("bad", [{"audience": "klant"}, {"audience": None}, {"address": "jij"}, {"address": None}])
def test_a_slip_in_for_whom_a_text_is_shows_everywhere(sample, advice, bad):
    _, clients, matcher = sample
    ids = [one.activity.id for one in advice.suggestions]
    asked = matcher.questions(clients[2])
    assert {one.kind for one in asked} >= {"provider", "client"}
    texts = [
        *(one.to_text for one in (advice, asked, *asked, matcher.stability(clients[1], draws=10))),
        *(
            one.to_text
            for one in (advice.contrast(*ids[:2]), matcher.what_if(clients[6]), matcher.what_if(clients[6])[0])
        ),
        *(
            one.to_text
            for one in (WhatIfs(), WhatIfs(is_stopped=True), NextQuestions(), NextQuestions(is_stopped=True))
        ),
        advice.to_html,
        partial(sentence, advice.suggestions[0].reasons_for[0]),
        partial(sentence, Record(code="gate.stop", params={"signal": "crisis", "lapsed": False})),
    ]
    (name,) = bad
    for tell in texts:
        for also in ({"audience": "client"}, {"audience": "coach"}, {}):
            with pytest.raises(InputError, match=name):
                tell(**also | bad)


def test_what_is_no_record_no_overrule_and_no_id(sample, advice):
    _, clients, matcher = sample
    for wrong in (None, 5, SECRET, [SECRET], {}):
        with pytest.raises(InputError, match="record: must be of class Record"):
            sentence(wrong)
        with pytest.raises(InputError, match="overrule: must be of class Overrule"):
            advice.overruled(wrong)
        with pytest.raises(InputError, match="must be the JSON object"):
            Advice.from_json(wrong)
        with pytest.raises(UnknownIdError):
            matcher.why_not(clients[1], wrong)
        with pytest.raises(UnknownIdError):
            advice.contrast(advice.suggestions[0].activity.id, wrong)


@pytest.mark.parametrize("day", [date.min, date.max, date(3000, 1, 1)])
def test_a_day_of_a_letter_can_be_reckoned_with(advice, day):
    with pytest.raises(InputError) as caught:
        advice.letter(consent=True, contact_on=day, follow_up_on=day)
    assert [(one.field, one.code) for one in caught.value.problems] == [
        ("contact_on", "out_of_range"),
        ("follow_up_on", "out_of_range"),
    ]
    assert advice.letter(consent=True, contact_on=date(2999, 12, 31))


@pytest.mark.parametrize("as_of", [date.min, date.max, datetime.max, pd.NaT, "2026-11-23"])
def test_a_day_that_cannot_be_reckoned_with_is_refused(sample, as_of):
    with pytest.raises(InputError, match="as_of"):
        Matcher(sample[0], as_of=as_of)


@pytest.mark.parametrize("as_of", [date(1900, 1, 1), date(2999, 12, 31)])
def test_the_first_and_last_day_can_be_reckoned_with(sample, as_of):
    assert Matcher(sample[0], as_of=as_of).recommend(sample[1][1]).to_text()


def test_a_letter_tells_all_that_is_wrong_with_it(advice):
    with pytest.raises(InputError) as caught:
        advice.letter("a", consent=True, style="pdf", contact_on=datetime(2026, 11, 23, 9), follow_up_on="2027-01-01")
    assert [one.field for one in caught.value.problems] == ["chosen", "style", "contact_on", "follow_up_on"]
    with pytest.raises(InputError, match="recorded_by"):
        advice.letter(consent={"given_on": date(2026, 11, 23), "recorded_by": " "})


@pytest.mark.parametrize("field", ["strengths", "referral_reasons", "current", "avoid"])
def test_text_that_cannot_be_stored_is_refused_at_the_door(field):
    with pytest.raises(InputError, match=field):
        Client(reference="c", **{field: [HALF]})


def test_a_description_that_cannot_be_stored_is_refused_too():
    with pytest.raises(InputError, match="description"):
        Activity(id="a", title="a", description=HALF)


def test_texts_of_a_form_give_our_error():
    with pytest.raises(InputError, match="age") as caught:
        Client.model_validate_strings({"reference": "c", "age": SECRET})
    assert SECRET not in str(caught.value)


@pytest.mark.parametrize("field", ["strengths", "referral_reasons", "current", "avoid"])
def test_lists_of_words_have_a_length(field):
    for wrong in (["zwemmen"] * 1001, ["zwemmen " * 100]):
        with pytest.raises(InputError, match=field):
            Client(reference="c", **{field: wrong})


@pytest.mark.parametrize("reference", ["111222333", "111\u00a0222\u00a0333", "111/222/333", "111\u2013222\u2013333"])
def test_a_citizen_service_number_in_any_dress_is_one(reference):
    assert is_bsn(reference)


def test_figures_that_are_no_digits_make_no_number():
    assert not is_bsn("12345\u00b2789")
    assert Client(reference="12345\u00b2789")


def test_a_matcher_and_a_catalogue_go_to_another_process(sample):
    catalogue, clients, matcher = sample
    there = pickle.loads(pickle.dumps(matcher))
    assert there.recommend(clients[1]) == matcher.recommend(clients[1])
    assert pickle.loads(pickle.dumps(catalogue)).problems == catalogue.problems


def test_a_matcher_and_a_catalogue_stay_as_they_were_made(sample):
    catalogue, _, matcher = sample
    for one, name in ((matcher, "as_of"), (matcher, "profile"), (catalogue, "activities"), (catalogue, "anything")):
        with pytest.raises(InputError, match=name):
            setattr(one, name, None)
        with pytest.raises(InputError, match=name):
            delattr(one, name)
    assert matcher.rules


def test_stored_parameters_that_cannot_be_written_are_named_and_not_said(advice):
    stored = advice.model_dump(mode="json")
    stored["suggestions"][0]["reasons_for"] = [
        {"code": "travel.near", "params": {"minutes": SECRET, "mode": "bike"}, "criterion": "travel"}
    ]
    read = Advice.model_validate(stored)
    for write in (read.to_text, read.to_html, read.leaflet):
        with pytest.raises(InputError, match=r"params\.minutes") as caught:
            write()
        assert SECRET not in str(caught.value)
        assert caught.value.__context__ is None


def test_a_stored_advice_that_misses_a_parameter_or_criterion_can_be_read(advice):
    stored = advice.model_dump(mode="json")
    first, second = stored["suggestions"][:2]
    first["from_prose"] = [{"code": "prose.filled", "params": {}}]
    first["contributions"][0]["criterion"] = "of_a_host"
    read = Advice.model_validate(stored)
    assert read.to_text()
    found = read.contrast(first["activity"]["id"], second["activity"]["id"])
    assert found.difference_milli == first["score_milli"] - second["score_milli"]
