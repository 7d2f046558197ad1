"""From phrases to theme vectors and stems."""

import numpy as np
import pytest

from making import query
from wor_match.query.wants import STRENGTH, STRENGTH_OF_ENERGY, STRENGTH_OF_GOAL, facet_mask, theme_place, want
from wor_match.text.themes import default_reader


def themes(one, least=0.0):
    return {theme for theme, place in theme_place().items() if one.themes[place] > least}


def test_a_phrase_is_read_and_spread_over_related_themes():
    one = want("vroeger zong ik in een koor", "interest", 1.0)
    singing = theme_place()["singing"]
    assert one.is_understood
    assert one.themes[singing] == one.wanted[singing] > 0.9
    assert (one.wanted >= one.themes - 1e-6)[~facet_mask()].all()
    assert (one.wanted > 0).sum() > (one.themes > 0).sum()


def test_declared_themes_stand_beside_the_words():
    one = want("zingen", "interest", 1.0, ("walking",))
    assert one.themes[theme_place()["walking"]] == 1
    assert {"singing", "walking"} <= themes(one)


def test_a_facet_beside_a_theme_counts_for_less():
    alone = want("water", "interest", 1.0)
    beside = want("water", "interest", 1.0, ("walking",))
    water = theme_place()["water"]
    assert facet_mask()[water]
    assert beside.themes[water] == alone.themes[water] * 0.35 > 0


def test_a_facet_that_is_offered_answers_a_theme_for_less():
    one = want("iets", "interest", 1.0, ("singing",))
    reader = default_reader()
    similarity = reader.similarity[theme_place()["singing"]]
    offered = [place for place in np.flatnonzero(facet_mask()) if similarity[place] > 0]
    assert offered
    for place in offered:
        assert one.wanted[place] == pytest.approx(similarity[place] * 0.3)


def test_who_wants_to_help_does_not_ask_for_that_help():
    one = want("vrijwilligerswerk", "interest", 1.0, ("dutch_language", "practical_help"))
    assert one.themes[theme_place()["volunteering"]] > 0
    assert one.themes[theme_place()["practical_help"]] == 0
    assert want("iets", "interest", 1.0, ("practical_help",)).themes[theme_place()["practical_help"]] == 1


@pytest.mark.parametrize(
    ("goal", "theme"),
    [
        ("weer meetellen", "volunteering"),
        ("dat ze me ergens nodig hebben", "volunteering"),
        ("dat er op me gerekend wordt", "volunteering"),
        ("dat er iemand op mij wacht", "meeting_people"),
        ("een plek waar ze mijn naam kennen", "meeting_people"),
        ("niet de patiënt zijn", "meeting_people"),
        ("mijn kop gebruiken", "lectures"),
        ("iets afmaken", "hands_on"),
        ("een gesprek op niveau", "philosophy"),
        ("ritme in mijn week", "work_path"),
        ("ergens zijn waar niemand iets van me verwacht", "calm"),
        ("de zondagen doorkomen", "eating_together"),
        ("mijn zinnen verzetten", "fun"),
        ("iets van mezelf", "creative"),
    ],
)
def test_a_goal_that_names_a_motive_is_understood(goal, theme):
    assert theme in themes(want(goal, "goal", 0.5), 0.15)


@pytest.mark.parametrize(
    "goal",
    [
        "ik wil niet dat er op mij gerekend wordt",
        "ze moeten niet op mij rekenen",
        "even niet nodig zijn",
        "geen vaste taak",
        "geen rol hebben",
        "ik hoef niet mee te tellen",
        "niet meer verwacht worden",
        "nooit meer voor de klas",
        "mijn zoon rekent op zijn vrienden",
        "de dokter wacht op mij",
    ],
)
def test_who_wants_no_task_is_offered_none(goal):
    assert themes(want(goal, "goal", 0.5), 0.1).isdisjoint(("volunteering", "volunteering_teaching", "work_path"))


def test_nothing_understood_is_no_theme_but_keeps_its_words():
    one = want("plorkwiz", "interest", 1.0)
    assert not one.is_understood
    assert not one.wanted.any()
    assert one.stems
    empty = want("!!!", "interest", 1.0)
    assert not empty.is_understood
    assert empty.stems == {}


def test_of_own_words_only_clear_themes_count_and_no_facets_or_words():
    sentence = "Ze hield van tuinieren en muziek, en van plorkwiz."
    named, read = want(sentence, "interest", 1.0), want(sentence, "own_words", 1.0)
    assert themes(read) == {theme for theme in themes(named, 0.699) if not facet_mask()[theme_place()[theme]]}
    assert "gardening" in themes(read)
    assert themes(named) - themes(read)
    assert named.stems
    assert read.stems == {}


@pytest.mark.parametrize(
    ("phrase", "is_whole"),
    [("bingo", True), ("de bingo", True), ("bingo met plorkwiz", False), ("plorkwiz", False), ("", True)],
)
def test_a_phrase_is_whole_when_its_themes_say_all_of_it(phrase, is_whole):
    assert want(phrase, "dislike", 1.0).is_whole is is_whole


def test_strengths_by_kind():
    asked = query(
        interests=[{"phrase": "zingen", "strength": n} for n in (1, 2, 3)],
        strengths=["wandelen"],
        goals=["mensen ontmoeten"],
        own_words="Ze hield van tuinieren.",
        dislikes=["bingo"],
    )
    found = [(one.kind, one.strength) for one in asked.wants]
    read = asked.profile.limits.read_words_strength
    assert found == [
        *(("interest", STRENGTH[n]) for n in (1, 2, 3)),
        ("energy", STRENGTH_OF_ENERGY),
        ("goal", STRENGTH_OF_GOAL),
        ("own_words", read),
    ]
    assert [(one.kind, one.phrase) for one in asked.dislikes] == [("dislike", "bingo")]


def test_own_words_that_are_not_clearly_about_anything_are_no_want():
    (only,) = query(own_words="Hij houdt van gezelligheid. Hij houdt van zingen.").wants
    assert only.phrase == "Hij houdt van zingen."
    assert query(own_words="Hij houdt van plorkwiz.").wants == ()


def test_the_repr_shows_no_words():
    asked = query(interests=["plorkwiz"], own_words="Ze hield van plorkwiz.")
    assert "plorkwiz" not in repr(asked.wants[0]) + repr(asked) + repr(asked.words)
