"""Is it a place for someone like them, as they see it."""

import pytest

from making import Asked, query
from wor_match.catalogue.marks import CONTRADICTED
from wor_match.criteria.identity import ALSO_OTHERS, BELONGS, DOUBTED, FOR_ALL, OTHERS, OWN, IdentityCriterion

#: What has no words but its title may turn out to be for some group.
WORDS = {"description": "Elke week een kopje koffie."}
CARERS = WORDS | {"group": {"audiences": ["carer"]}}
#: What makes an age or gender of the group's own count: something that they like.
LIKES = {"interests": ["koffie drinken"]}
PEERS = {"kind": "peer_group", "group": {"audiences": ["carer"]}}


def test_it_always_applies():
    assert IdentityCriterion().applies(query())


def test_own_group_is_best_and_others_are_hardly_a_match():
    asked = Asked(
        IdentityCriterion(),
        query(circumstances=["carer"]),
        CARERS,
        WORDS,
        WORDS | {"group": {"audiences": ["widowed"]}},
    )
    assert asked.is_known()
    assert asked.expected == [OWN, FOR_ALL, OTHERS]
    assert asked.cases() == [[(True, "own_group")], [], [(False, "other_group")]]
    assert asked.tellings()[0][0].params == {"audience": "carer"}
    assert asked.tellings()[2][0].params == {"audience": "widowed"}


def test_a_target_group_in_the_title_counts_too():
    asked = Asked(IdentityCriterion(), query(circumstances=["carer"]), {"title": "Cafe voor mantelzorgers"})
    assert asked.expected == [OWN]


def test_without_circumstances_a_target_group_is_for_others():
    assert Asked(IdentityCriterion(), query(), CARERS).expected == [OTHERS]


@pytest.mark.parametrize(
    ("wishes", "expected"),
    [
        ([], [OWN, OWN]),
        (["peers"], [BELONGS, BELONGS]),
        (["no_patient_group"], [FOR_ALL, 0]),
        (["peers", "no_patient_group"], [BELONGS, 0]),
    ],
)
def test_label_wishes_shift_it(wishes, expected):
    asked = Asked(IdentityCriterion(), query(circumstances=["carer"], label_wishes=wishes), CARERS, PEERS)
    assert asked.expected == expected


def test_a_patients_group_against_the_wish_is_told():
    asked = Asked(IdentityCriterion(), query(circumstances=["carer"], label_wishes=["no_patient_group"]), PEERS)
    assert asked.cases() == [[(False, "other_group")]]


def test_own_age_is_a_wish_only_when_the_age_is_known():
    ages = [{}, {"age_min": 60}, {"age_min": 18}, {"age_min": 0, "age_max": 70}, {"age_max": 70}, {"age_max": 60}]
    offers = [{"group": one} for one in ages]
    asked = Asked(IdentityCriterion(), query(age=65, label_wishes=["own_age"]), *offers)
    nothing_told = asked.expected[0]
    assert nothing_told < FOR_ALL
    assert asked.expected[1:] == [FOR_ALL, nothing_told, FOR_ALL, FOR_ALL, nothing_told]
    assert Asked(IdentityCriterion(), query(label_wishes=["own_age"]), *offers).expected == [FOR_ALL] * 6


def speaking(*languages, **more):
    return {"language": {"languages": languages}, **WORDS, **more}


def of_own_culture(*languages, **more):
    return query(label_wishes=["own_culture"], languages=languages, **more)


def test_own_culture_is_found_where_an_own_language_is_spoken():
    asked = Asked(IdentityCriterion(), of_own_culture("ti", "en"), speaking("nl", "ti"), speaking("nl", "en"), WORDS)
    assert asked.low == asked.expected == [BELONGS, FOR_ALL, FOR_ALL]
    assert asked.high == [BELONGS, FOR_ALL, BELONGS]  # what is spoken is not told
    assert asked.cases() == [[(True, "own_language")], [], []]
    assert asked.tellings()[0][0].params == {"languages": ("ti",)}


def test_little_dutch_alone_makes_nobody_a_newcomer_in_the_text():
    newcomers = {"group": {"audiences": ["newcomer"]}}
    learning = {"languages": ["pl"], "dutch_level": "A2"}
    assert Asked(IdentityCriterion(), query(**learning), newcomers).cases() == [[(True, "learners")]]
    named = query(**learning, circumstances=["newcomer"])
    assert Asked(IdentityCriterion(), named, newcomers).cases() == [[(True, "own_group")]]


def test_what_is_for_others_stays_for_others_in_any_language():
    turkish = speaking("tr", group={"audiences": ["carer"]})
    asked = Asked(IdentityCriterion(), of_own_culture("tr"), turkish)
    assert asked.expected == [OTHERS]
    assert asked.cases() == [[(False, "other_group")]]


@pytest.mark.parametrize(
    ("languages", "offered", "expected"),
    [
        ((), ("nl", "tr"), FOR_ALL),  # not asked what they speak
        (("nl",), ("nl",), FOR_ALL),  # Dutch is what everybody shares
        (("en",), ("nl", "en"), BELONGS),
        (("en", "tr"), ("en",), FOR_ALL),
        (("Turks",), ("nl", "tr"), BELONGS),
    ],
)
def test_dutch_is_nobodys_own_and_english_only_when_it_is_the_only_one(languages, offered, expected):
    assert Asked(IdentityCriterion(), of_own_culture(*languages), speaking(*offered)).expected == [expected]


def test_without_the_wish_a_language_is_no_identity():
    assert Asked(IdentityCriterion(), query(languages=["tr"]), speaking("tr")).expected == [FOR_ALL]


def test_whom_volunteers_help_is_no_target_group():
    """Where it is not told what one comes for, that may turn out."""
    title = {"title": "Voorlezen aan blinden", **WORDS}
    asked = Asked(
        IdentityCriterion(), query(), title | {"kind": "volunteering"}, title | {"kind": "activity"}, title, WORDS
    )
    assert asked.expected == [FOR_ALL, OTHERS, OTHERS, FOR_ALL]
    assert asked.high == [FOR_ALL, OTHERS, FOR_ALL, FOR_ALL]
    stated = title | {"kind": "volunteering", "group": {"audiences": ["carer"]}}
    assert Asked(IdentityCriterion(), query(), stated).high == [OTHERS]


def test_a_group_with_a_rule_of_its_own_that_is_met_is_meant_for_them():
    rules = ({"gender_rule": "men"}, {"gender_rule": "mixed"}, {"gender_rule": "women"}, {})
    offers = [WORDS | {"group": rule} for rule in rules]
    asked = Asked(IdentityCriterion(), query(gender="man", **LIKES), *offers)
    assert asked.expected[:2] == [BELONGS, FOR_ALL]
    assert asked.expected[3] == FOR_ALL
    assert asked.cases()[0] == [(True, "own_gender")]
    assert asked.tellings()[0][0].params == {"rule": "men"}


@pytest.mark.parametrize(
    ("about", "expected"),
    [
        ({"gender": "woman", **LIKES}, BELONGS),
        ({"gender": "woman", "group": {"gender": "women"}}, BELONGS),
        ({"gender": "woman", "group": {"gender": "mixed"}, **LIKES}, FOR_ALL),
        ({"gender": "woman"}, FOR_ALL),  # gender alone is worth nothing
        ({"gender": "woman", "interests": ["zingen"]}, FOR_ALL),  # nor beside what is no wish of hers
        ({}, FOR_ALL),  # not asked: less, by what is not known
        ({"gender": "non_binary"}, FOR_ALL),
    ],
)
def test_a_rule_on_gender_is_worth_something_only_to_who_meets_it_and_wants_no_mixed_group(about, expected):
    asked = Asked(IdentityCriterion(), query(**about), WORDS | {"group": {"gender_rule": "women"}})
    assert max(asked.high) == expected
    assert (expected == BELONGS) == (asked.cases() == [[(True, "own_gender")]])


def test_a_rule_on_gender_that_the_prose_contradicts_may_turn_out_either_way():
    told = {"description": "Mannen en vrouwen, iedereen is welkom.", "provenance": {"group.gender_rule": CONTRADICTED}}
    told["description"] += " Samen koffie drinken."
    asked = Asked(IdentityCriterion(), query(gender="woman", **LIKES), told)
    assert (asked.expected, asked.high) == ([DOUBTED], [BELONGS])
    assert asked.cases() == [[]]
    assert Asked(IdentityCriterion(), query(gender="woman", group={"gender": "mixed"}), told).high == [FOR_ALL]


def test_a_narrow_rule_on_age_is_about_a_time_of_life():
    ages = [(25, 40), (10, 25), (18, 30), (18, 33), (18, 34), (16, None), (None, 30), (26, 40), (0, 120)]
    offers = [WORDS | {"group": {"age_min": least, "age_max": most}} for least, most in ages]
    asked = Asked(IdentityCriterion(), query(age=25, **LIKES), *offers)
    assert asked.expected == [*[BELONGS] * 4, *[FOR_ALL] * 5]
    assert asked.cases()[2] == [(True, "own_ages")]
    assert asked.tellings()[2][0].params == {"age_min": 18, "age_max": 30}
    for about in ({}, {"age": 25}, {"age": 25, "interests": ["zingen"]}):
        assert Asked(IdentityCriterion(), query(**about), *offers).expected == [FOR_ALL] * len(offers)
    wished = Asked(IdentityCriterion(), query(age=25, label_wishes=["own_age"]), *offers).expected
    assert wished[2] > FOR_ALL >= max(wished[4:])


def test_a_group_for_men_in_other_circumstances_is_for_others():
    group = {"group": {"gender_rule": "men", "audiences": ["widowed"]}}
    asked = Asked(IdentityCriterion(), query(gender="man"), group)
    assert asked.expected == [OTHERS]
    assert asked.cases() == [[(False, "other_group")]]


def test_where_another_language_comes_first_it_is_for_who_speaks_one_of_its_languages():
    by_alphabet = speaking("ar", "en", "nl", "tr")
    offers = [
        speaking("tr", "ar", "nl"),
        speaking("nl", "tr"),
        speaking("fy", "nl"),
        speaking("dse", "nl"),
        by_alphabet,
        WORDS,
    ]
    asked = Asked(IdentityCriterion(), query(languages=["nl", "en"]), *offers)
    assert asked.expected == [ALSO_OTHERS, *[FOR_ALL] * 5]
    assert asked.cases() == [[(False, "other_language")], *[[]] * 5]
    assert asked.tellings()[0][0].params == {"languages": ("tr",)}


def test_whether_somebody_speaks_it_is_open_where_it_was_not_asked():
    turkish = speaking("tr", "ar", "nl")
    open_, no = (Asked(IdentityCriterion(), query(languages=asked), turkish) for asked in ([], ["nl"]))
    assert no.expected < open_.expected < [FOR_ALL]
    assert open_.high == [FOR_ALL]
    assert open_.cases() == [[(False, "other_language")]]


@pytest.mark.parametrize("languages", [["ar"], ["nl", "tr"]])
def test_who_speaks_it_is_at_home_in_it(languages):
    asked = Asked(IdentityCriterion(), query(languages=languages), speaking("tr", "ar", "nl"))
    assert asked.expected == [FOR_ALL]
    assert asked.cases() == [[]]


def test_a_lesson_in_a_language_is_for_who_does_not_speak_it():
    lesson = speaking("es", "nl", title="Spaans voor beginners", description="Cursus Spaans.")
    assert Asked(IdentityCriterion(), query(languages=["nl"]), lesson).expected == [FOR_ALL]


def test_english_is_enough_for_who_is_learning_dutch():
    offer = speaking("tr", "en", "nl")
    assert Asked(IdentityCriterion(), query(languages=["nl", "en"], dutch_level="C1"), offer).expected == [ALSO_OTHERS]
    learning = Asked(IdentityCriterion(), query(languages=["en"], dutch_level="A2"), offer)
    assert learning.expected == [OWN]
    assert learning.cases() == [[(True, "own_language")]]


@pytest.mark.parametrize("facts", [{"languages": ["tr"]}, {"languages": ["tr"], "gender": "man"}])
def test_a_low_value_for_another_reason_is_not_said_to_be_the_language(facts):
    women = speaking("tr", "nl", group={"gender_rule": "women"})
    asked = Asked(IdentityCriterion(), query(**facts), women)
    assert (False, "other_language") not in asked.cases()[0]


READS = WORDS | {"title": "Beter lezen en schrijven"}
TEACHES = {"title": "Word taalmaatje", "kind": "volunteering", **WORDS}


@pytest.mark.parametrize(
    "about",
    [{"goals": ["beter leren lezen"]}, {"needs_help_reading": True}, {"circumstances": ["low_literacy"]}],
    ids=str,
)
def test_who_learns_to_read_does_not_teach_it(about):
    lessons, teaching = Asked(IdentityCriterion(), query(**about), READS, TEACHES).expected
    assert lessons >= FOR_ALL > teaching


def test_who_wants_to_help_others_read_may_teach_it():
    asked = Asked(IdentityCriterion(), query(goals=["anderen leren lezen"], roles=["help"]), TEACHES)
    assert asked.expected == [FOR_ALL]


def test_ones_own_group_is_no_other_one_where_only_the_gender_is_open():
    offer = {"group": {"gender_rule": "women", "audiences": ["parent_young_children"]}}
    asked = Asked(IdentityCriterion(), query(circumstances=["parent_young_children"]), offer)
    assert asked.cases() == [[]]
    asked = Asked(IdentityCriterion(), query(circumstances=["carer"]), offer)
    assert asked.cases() == [[(False, "other_group")]]
