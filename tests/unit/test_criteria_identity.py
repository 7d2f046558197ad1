"""Is it a place for someone like them, as they see it."""

import pytest

from making import Asked, query
from wor_match.criteria.identity import FOR_ALL, OTHERS, OWN, IdentityCriterion

#: What has no words but its title may turn out to be for some group.
WORDS = {"description": "Elke week een kopje koffie."}
CARERS = WORDS | {"group": {"audiences": ["carer"]}}
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
        (["peers"], [OWN, OWN]),
        (["no_patient_group"], [FOR_ALL, 0]),
        (["peers", "no_patient_group"], [OWN, 0]),
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
    assert asked.low == asked.expected == [OWN, FOR_ALL, FOR_ALL]
    assert asked.high == [OWN, FOR_ALL, OWN]  # what is spoken is not told
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
        (("en",), ("nl", "en"), OWN),
        (("en", "tr"), ("en",), FOR_ALL),
        (("Turks",), ("nl", "tr"), OWN),
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
