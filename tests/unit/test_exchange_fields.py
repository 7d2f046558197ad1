"""Summary, language of the text, access for more needs, whom it is fit for, bounds of the group, places in all."""

import json

import pandas as pd
import pytest

from making import catalogue, matcher
from wor_match import Activity, Catalogue, Client, InputError
from wor_match.exchange import read_catalogue
from wor_match.exchange.values.access import read_access, read_support
from wor_match.vocabulary.enums import Support

ROW = {
    "Titel": "Koor",
    "korteOmschrijving": "Wij zingen <b>samen.</b>",
    "omschrijving": "Elke week.",
    "hulphond": "ja",
    "bushalte": "bushalte om de hoek",
    "gebarentolk": "nee",
    "slechtzienden": "onbekend",
    "accessibilitySupport": '[{"prefLabel": "Visual impairment"}]',
    "min_deelnemers": 4,
    "max deelnemers": "12 personen",
    "capaciteit": 20,
    "straat": "Dorp 1",
    "talen": "Nederlands",
    "taal_tekst": "Nederlands",
}


def test_a_flat_table_tells_all_of_it():
    found = read_catalogue(pd.DataFrame([ROW])).activities[0]
    assert (found.summary, found.description, found.lang) == ("Wij zingen samen.", "Elke week.", "nl")
    told = {"assistance_dog": True, "public_transport_near": True, "sign_language": False}
    assert found.places[0].access.model_dump(exclude_none=True) == told
    assert found.support_for == (Support.VISUAL,)
    assert (found.group.size, found.group.size_min, found.group.size_max) == (None, 4, 12)
    assert found.capacity.places_total == 20


def test_it_survives_a_frame():
    before = read_catalogue(pd.DataFrame([ROW]))
    after = Catalogue.from_frame(before.to_frame())
    assert after.content_hash == before.content_hash
    assert after.activities[0].model_dump() == before.activities[0].model_dump()


def test_hsds_tells_most_of_it(tmp_path):
    place = {"name": "X", "latitude": 52.1, "longitude": 5.1, "accessibility": [{"description": "Guide dogs, braille"}]}
    service = {
        "id": "1",
        "name": "Club",
        "summary": "We sing",
        "languages": [{"name": "American Sign Language"}, {"name": "English"}],
        "capacities": [{"available": 3, "maximum": 12}],
        "service_at_locations": [{"location": place}],
    }
    (tmp_path / "services.json").write_text(json.dumps([service]))
    found = read_catalogue(tmp_path / "services.json")
    one = found.activities[0]
    assert not found.problems
    assert (one.summary, one.language.languages, one.capacity.places_total) == ("We sing", ("en",), 12)
    assert one.places[0].access.model_dump(exclude_none=True) == {
        "assistance_dog": True,
        "sign_language": True,
        "visual_support": True,
    }


@pytest.mark.parametrize("told", ["Nederlands, geen gebarentaal", "Nederlands"])
def test_only_a_language_that_is_there_is_signed(told):
    found = read_catalogue(pd.DataFrame([ROW | {"talen": told, "gebarentolk": None}])).activities[0]
    assert found.places[0].access.sign_language is None
    assert found.language.languages == ("nl",)


def test_signs_in_a_language_field_leave_what_the_place_tells():
    found = read_catalogue(pd.DataFrame([ROW | {"talen": "gebarentaal"}])).activities[0]
    assert found.places[0].access.sign_language is False
    assert found.language.languages == ()


def test_what_is_longer_than_a_summary_is_a_description():
    found = read_catalogue(pd.DataFrame([ROW | {"korteOmschrijving": "zingen " * 400}])).activities[0]
    assert found.summary == ""
    assert found.description.startswith("zingen zingen")
    assert "Elke week." in found.description


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Geleidehonden welkom", {"assistance_dog": True}),
        ("no guide dogs", {"assistance_dog": False}),
        ("goed bereikbaar met het ov", {"public_transport_near": True}),
        ("slecht bereikbaar met het ov", {}),
        ("NGT-tolk", {"sign_language": True}),
        ("niet voor slechtzienden", {"visual_support": False}),
    ],
)
def test_access_in_a_sentence(text, expected):
    assert read_access(text)[0] == expected


def test_support_in_all_of_its_words():
    assert read_support("; ".join(one.value for one in Support)) == (tuple(Support), ())
    assert read_support("Geen visuele beperking") == ((), ("text_unread",))
    assert read_support("n.v.t.") == ((), ())


def test_unreadable_support_and_language_are_kept_and_told():
    found = read_catalogue(pd.DataFrame([ROW | {"accessibilitySupport": "iedereen", "taal_tekst": "Klingon"}]))
    assert {one.code for one in found.problems} >= {"text_unread", "language_unread"}
    assert "iedereen" in found.activities[0].description
    assert found.activities[0].lang is None


def test_a_summary_is_read_as_a_description_is():
    found = catalogue({"title": "De Kern", "summary": "Samen schaken. Alleen voor vrouwen."}, {"title": "De Kern"})
    said, silent = found.effective
    assert said.group.gender_rule == "women"
    assert silent.group.gender_rule is None
    assert found.words.has_words.tolist() == [True, False]
    client = Client(reference="c", interests=["schaken"])
    assert matcher({"title": "De Kern", "summary": "Samen schaken."}).recommend(client).suggestions
    assert not matcher({"title": "De Kern"}).recommend(client).suggestions


def test_a_summary_that_is_repeated_counts_once():
    assert (
        Activity(id="a", title="Koor", summary="Zingen.", description="Zingen. Elke week.").prose
        == "Zingen. Elke week."
    )
    assert Activity(id="a", title="Koor", summary="Zingen.", description="Elke week.").prose == "Zingen.\nElke week."


def test_a_largest_group_is_not_below_the_smallest():
    with pytest.raises(InputError, match=r"group.size_max: size_max must be at least size_min"):
        Activity(id="a", title="Koor", group={"size_min": 9, "size_max": 8})
    found = read_catalogue(pd.DataFrame([ROW | {"min_deelnemers": 30}]))
    assert (found.activities[0].group.size_min, found.activities[0].group.size_max) == (30, None)
    assert ("group.size_max", "value_refused") in {(one.field, one.code) for one in found.problems}


def test_the_language_of_a_text_is_a_code():
    assert Activity(id="a", title="Koor", lang="Nederlands").lang == "nl"
    with pytest.raises(InputError, match="lang"):
        Activity(id="a", title="Koor", lang="Klingon")
