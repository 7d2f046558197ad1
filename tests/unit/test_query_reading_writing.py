"""Reading and writing that a client names: a pastime, or what somebody would like to learn."""

import pytest

from wor_match.query.no_answer import themes_said
from wor_match.query.own_words import read_own_words
from wor_match.text.reading import reading
from wor_match.text.themes import default_reader

LESSONS = "basic_skills"


def said(text):
    return themes_said(reading(text))


@pytest.mark.parametrize(
    "text",
    [
        "ik lees en schrijf graag",
        "graag lezen en schrijven",
        "Lezen en schrijven, dat was vroeger mijn hobby",
        "ze leest en schrijft graag",
        "gedichten lezen en schrijven",
        "I like reading and writing",
        "gedichten schrijven",
        "boeken lezen en verhalen schrijven",
    ],
)
def test_what_somebody_likes_is_no_lesson(text):
    assert said(text).get(LESSONS, 0.0) < 0.3
    assert said(text)["writing"] >= 0.7


@pytest.mark.parametrize("text", ["lezen en schrijven", "reading and writing"])
def test_what_may_be_either_is_both(text):
    found = said(text)
    assert found[LESSONS] >= 0.5
    assert min(found["reading"], found["writing"]) > found[LESSONS]


@pytest.mark.parametrize(
    "text",
    [
        "beter leren lezen en schrijven",
        "moeite met lezen en schrijven",
        "lezen en schrijven is lastig voor mij",
        "ik kan niet lezen en schrijven",
        "ik wil graag leren lezen en schrijven",
        "help with reading and writing",
        "graag lezen en schrijven bijspijkeren",
        "lezen en schrijven vind ik ingewikkeld, maar ik wil het graag",
        "ik schaam me voor mijn lezen en schrijven",
        "I want to improve my reading and writing",
    ],
)
def test_who_wants_to_learn_it_gets_lessons(text):
    assert said(text)[LESSONS] == 1
    assert said(text).get("reading", 0.0) <= 0.5


def test_nothing_is_made_of_what_is_denied():
    assert said("geen lezen en schrijven").get("reading", 0.0) < 0.3


def test_a_directory_still_offers_lessons():
    assert default_reader().read("Lezen en schrijven")[LESSONS] == 1


@pytest.mark.parametrize(
    "story", ["Ik hou van lezen en schrijven.", "Ze leest en schrijft graag.", "Hij is dol op lezen en schrijven."]
)
def test_a_story_tells_of_the_pastime_too(story):
    (themes,) = read_own_words(story).themes.values()
    assert themes >= {"reading", "writing"}
    assert LESSONS not in themes


@pytest.mark.parametrize(
    "story",
    [
        "Lezen en schrijven gaat niet, nooit gegaan ook.",
        "Hij heeft moeite met lezen en schrijven en wandelt graag.",
        "Mijn dochter houdt van lezen en schrijven.",
        "Hij kan goed lezen en schrijven.",
    ],
)
def test_what_is_no_pastime_of_theirs_is_none_in_a_story(story):
    assert not any({"reading", "writing"} & themes for themes in read_own_words(story).themes.values())
