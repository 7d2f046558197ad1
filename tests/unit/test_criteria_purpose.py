"""Is what it is meant for something that this client comes for."""

import pytest

from making import Asked, profile, query
from wor_match.criteria.meant_for import called, useful
from wor_match.criteria.purpose import AS_VOLUNTEER, UNCALLED, USEFUL, PurposeCriterion
from wor_match.vocabulary.tables import read_table

LANGUAGE = {"title": "Taalles Nederlands", "themes": ["dutch_language"]}


def test_it_always_applies():
    assert PurposeCriterion().applies(query())


def test_another_purpose_speaks_against():
    both = {"title": "Iets", "themes": ["dutch_language", "money_help"]}
    choir = {"title": "Buurtkoor", "description": "Kom gerust."}
    asked = Asked(PurposeCriterion(), query(), *({**one, "kind": "course"} for one in (LANGUAGE, choir, both)))
    assert asked.is_known()
    assert asked.expected == [UNCALLED, 1, UNCALLED]
    assert asked.cases() == [[(False, "other")], [], [(False, "other")]]
    assert asked.tellings()[0][0].params == {"theme": "dutch_language"}


def test_what_has_no_words_or_no_kind_may_be_for_anything():
    silent, helping = {"title": "De Kern", "kind": "activity"}, {**LANGUAGE, "kind": None}
    asked = Asked(PurposeCriterion(), query(), silent, helping)
    assert (asked.low, asked.expected, asked.high) == ([UNCALLED, UNCALLED], [1, UNCALLED], [1, 1])


def test_one_purpose_that_is_called_for_is_enough():
    offer = {"title": "Iets", "themes": ["dutch_language", "money_help"]}
    asked = Asked(PurposeCriterion(), query(complaints=[{"term": "money_worries"}]), offer, LANGUAGE)
    assert asked.expected == [1, UNCALLED]
    assert asked.cases()[0] == []


def test_who_wants_to_help_may_be_the_volunteer_that_it_needs():
    money = {"title": "Iets", "themes": ["money_help"]}
    asked = Asked(PurposeCriterion(), query(roles=["help"]), LANGUAGE, money)
    assert asked.expected == [AS_VOLUNTEER, UNCALLED]
    assert asked.cases() == [[(True, "as_volunteer")], [(False, "other")]]


def test_who_comes_to_help_there_needs_no_reason():
    assert Asked(PurposeCriterion(), query(), {**LANGUAGE, "kind": "volunteering"}).expected == [1]


@pytest.mark.parametrize("row", [dict(one) for one in read_table("theme_purposes")], ids=str)
def test_every_reason_of_the_table_calls_for_its_theme(row):
    client = {
        "complaint": {"complaints": [{"term": row["called_by"], "severity": 10}]},
        "circumstance": {"circumstances": [row["called_by"]]},
        "wish": {"interests": ["iemand die mij belt"]},
        "client": {"needs_help_reading": True},
        "useful": {"circumstances": ["living_alone"], "digital": "with_help"},
    }[row["kind"]]
    found = useful if row["kind"] == "useful" else called
    assert row["theme"] in found(query(**client))
    assert row["theme"] not in called(query()) | useful(query())
    assert (row["theme"] in called(query(**client))) is (row["kind"] != "useful")


CIRCLE = {"title": "Telefooncirkel", "description": "U belt elke ochtend de volgende.", "kind": "one_to_one"}
DIGITAL = {"title": "Digispreekuur", "description": "Hulp bij uw tablet.", "kind": "service"}


@pytest.mark.parametrize("digital", ["with_help", "none"])
def test_who_lacks_a_skill_and_did_not_ask_to_learn_it_seldom_comes_for_that(digital):
    asked = Asked(PurposeCriterion(), query(digital=digital), DIGITAL, CIRCLE)
    assert asked.expected == [USEFUL, UNCALLED]
    assert asked.cases() == [[(True, "useful")], [(False, "other")]]
    assert asked.tellings()[0][0].params == {"theme": "digital_skills"}


@pytest.mark.parametrize(
    "wish",
    [
        "met mijn mobiel leren omgaan",
        "e-mailen",
        "zelf mijn bankzaken op internet doen",
        "formulieren invullen op internet",
    ],
)
def test_a_faint_wish_is_enough_for_who_lacks_the_skill(wish):
    assert Asked(PurposeCriterion(), query(digital="none", interests=[wish]), DIGITAL).expected == [1]


def test_who_helps_gets_no_less_for_lacking_a_skill():
    both = {"title": "Iets", "themes": ["dutch_language", "digital_skills"]}
    helper = query(roles=["help"], digital="with_help")
    assert Asked(PurposeCriterion(), helper, LANGUAGE, both).expected == [AS_VOLUNTEER, AS_VOLUNTEER]


def test_who_wants_to_help_may_call_others_in_a_circle():
    wanted = {**CIRCLE, "title": "Vrijwilliger telefooncirkel", "roles": ["help"]}
    volunteering = {**wanted, "kind": "volunteering"}
    assert Asked(PurposeCriterion(), query(roles=["help"]), wanted, volunteering).expected == [AS_VOLUNTEER, 1]


@pytest.mark.parametrize(
    "words", ["Afmelden? Dan bel je de volgende ochtend even.", "De huisarts belt u de volgende week."]
)
def test_a_call_in_passing_is_no_circle(words):
    choir = {"title": "Buurtkoor", "description": words, "kind": "activity"}
    assert Asked(PurposeCriterion(), query(), choir).expected == [1]


@pytest.mark.parametrize("title", ["Alarmcirkel wijkpreventie", "Belketting van het voetbal"])
def test_a_chain_of_calls_among_neighbours_is_no_circle(title):
    assert Asked(
        PurposeCriterion(), query(), {"title": title, "description": "Samen.", "kind": "activity"}
    ).expected == [1]


def test_who_asked_to_learn_it_comes_for_it():
    assert Asked(
        PurposeCriterion(), query(digital="none", interests=["leren omgaan met een tablet"]), DIGITAL
    ).expected == [1]


@pytest.mark.parametrize(
    ("client", "value"),
    [
        ({}, UNCALLED),
        ({"circumstances": ["living_alone"]}, USEFUL),
        ({"travel": {"is_homebound": True}}, 1),
        ({"interests": ["iemand die mij belt"]}, 1),
        ({"interests": ["een telefooncirkel"]}, 1),
        ({"interests": ["wandelen"]}, UNCALLED),
    ],
    ids=str,
)
def test_a_morning_call_to_hear_that_all_is_well_is_for_who_lives_alone_or_hardly_gets_out(client, value):
    assert Asked(PurposeCriterion(), query(**client), CIRCLE).expected == [value]


def test_a_friend_by_telephone_is_for_everybody():
    friend = {"title": "Belmaatje", "description": "Een vaste vrijwilliger belt u elke week.", "kind": "one_to_one"}
    assert Asked(PurposeCriterion(), query(), friend).expected == [1]


@pytest.mark.parametrize(("level", "comes"), [("A0", True), ("B1", True), ("B2", False), ("C2", False)])
def test_who_speaks_fluently_does_not_come_to_learn_dutch(level, comes):
    assert ("dutch_language" in called(query(dutch_level=level))) is comes


def test_a_wish_calls_for_it_but_a_word_in_passing_does_not():
    assert "dutch_language" in called(query(interests=["Nederlandse les"]))
    assert called(query(interests=["wandelen"])) == frozenset()


def test_a_wish_that_counts_for_little_calls_for_nothing():
    told = {"own_words": "Ik wil graag Nederlands leren."}
    clearly = query(**told, using=profile(read_words_strength=0.5))
    hardly = query(**told, using=profile(read_words_strength=0.2))
    assert "dutch_language" in called(clearly)
    assert "dutch_language" not in called(hardly)
