"""Whom an activity is for, as it says itself."""

import time

import pytest

from making import Asked, matcher, query
from wor_match import Client
from wor_match.criteria.audiences import said_to_be_for
from wor_match.criteria.identity import ALSO_OTHERS, FOR_ALL, OTHERS, OWN, IdentityCriterion
from wor_match.criteria.interest import InterestCriterion
from wor_match.domain.clean import LIMIT


@pytest.mark.parametrize(
    ("prose", "named"),
    [
        ("Zingen voor mensen met parkinson.", {"parkinson"}),
        ("Bedoeld voor wie kanker heeft of had, en voor partners van mensen met kanker.", {"cancer"}),
        ("A choir for people with dementia.", {"dementia_self"}),
        ("Zelf niet meer kunnen fietsen maar er wel graag uit?", {"physical_disability"}),
        ("Voor wie niet meer alleen op de fiets kan.", {"physical_disability"}),
        ("Voor wie niet meer zelf kan fietsen.", {"physical_disability"}),
        ("Voor mensen die niet meer alleen kunnen fietsen, slechtziend of niet.", {"physical_disability"}),
        ("Kunt u zelf niet meer wandelen?", {"physical_disability"}),
        ("Niet meer zelf fietsen maar wel de wind in uw haren?", {"physical_disability"}),
        ("Voor mensen met niet-aangeboren hersenletsel en hun naasten", {"stroke_abi"}),
        ("Voor volwassenen met autisme", {"autism"}),
        ("voor mannen na een scheiding", {"divorced"}),
        ("Voor partners van mensen met dementie.", {"dementia_partner"}),
        ("Voor mensen met reuma, parkinson en ADHD, in een klein groepje.", {"chronic_pain", "parkinson", "adhd"}),
        ("Voor iedereen met parkinson.", {"parkinson"}),
        ("Voor ouders met autisme.", {"autism"}),
        ("Een groep voor mensen met NAH.", {"stroke_abi"}),
        ("Voor wie een dierbare heeft verloren.", {"bereaved"}),
        ("Samen zingen\nvoor mensen\nmet parkinson\nNiet op maandag.", {"parkinson"}),
        ("For adults living with cancer and their families.", {"cancer"}),
        (
            "Voor slechthorenden en plotsdoven, acht ochtenden met een audioloog en een lotgenoot.",
            {"hearing_impairment"},
        ),
        ("Kom erbij! Voor mantelzorgers.", {"carer"}),
        ("Speciaal voor weduwen en weduwnaars.", {"widowed"}),
        ("Voor weduwen die weer eens willen dansen.", {"widowed"}),
    ],
)
def test_prose_says_whom_it_is_for(prose, named):
    assert said_to_be_for(prose) == named


@pytest.mark.parametrize(
    "prose",
    [
        "",
        "Voor iedereen die van zingen houdt.",
        "Ook voor mensen met parkinson.",
        "Niet voor mensen met een psychose.",
        "Wij koken met mensen met dementie.",
        "Voor mannen, de meesten zijn met pensioen.",
        "Fietsen is niet meer zo gewoon als vroeger.",
        "Niet geschikt voor mensen met dementie.",
        "Niet meer alleen wandelen? Wandel mee met de wandelgroep.",
        "Wil je niet meer alleen fietsen?",
        "Alleen op dinsdag, niet meer op zondag fietsen.",
        "Nooit meer alleen wandelen!",
        "Helaas is het niet toegankelijk voor mensen in een rolstoel.",
        "Bijvoorbeeld voor mensen met dementie, maar iedereen is welkom.",
        "Voor bewoners en buurtgenoten, ook voor mensen met dementie.",
        "Voor iedereen die wil zingen, ook als u reuma of parkinson heeft.",
        "Voor iedereen: nieuwkomers, Nederlanders.",
        "Er is ook een groep voor mensen met dementie, op dinsdag.",
        "Op dinsdag is er een uur voor mensen met parkinson; de rest van de week voor iedereen.",
        "Naast de gewone les is er een les voor ouderen met artrose.",
        "We breien mutsen voor mensen met kanker.",
        "We zamelen geld in voor mensen met kanker.",
        "Wij koken voor mensen met dementie.",
        "Voor senioren: samen eten, de kok is blind.",
        "Zingen voor ouderen, begeleid door dirigent Piet, die zelf parkinson heeft.",
        "Voor vrouwen; de trainer heeft ervaring met kanker.",
        "Voor mensen met of zonder hond, in het dementievriendelijk café.",
        "Voor mensen die blind willen varen op hun gevoel.",
        "Voor wie wil helpen als maatje van een vluchteling.",
        "Voor ouders van kinderen met autisme.",
        "Voor mensen met een kind met autisme.",
        "Voor mensen met en zonder dementie.",
        "O.a. voor mensen met dementie.",
        "Voor mensen met hart voor vluchtelingen.",
        "Ook\nvoor mensen met kanker.",
        "Samen eten. Iedereen is van harte welkom. Voor mensen met kanker.",
        "Also for people with dementia.",
        "Voor buurtgenoten en mantelzorgers.",
        "Voor blinden, slechtzienden, dyslecten en mensen van wie het hoofd geen letters pakt.",
        "Voor mantelzorgers is de koffie gratis.",
        "Voor nieuwkomers in het dorp ligt er een welkomstpakket.",
        "Voor koffie en mantelzorgers.",
        "Voor slechthorenden: er is een ringleiding.",
        "Voor mantelzorgers, gratis.",
        "Voor rolstoelgebruikers: ingang aan de achterkant.",
        "Voor studenten: halve prijs.",
        "Voor nieuwkomers, en voor wie hier al woont.",
        "A choir for people with dementia and others.",
    ],
)
def test_prose_that_says_nothing_of_it(prose):
    assert said_to_be_for(prose) == frozenset()


CHOIR = {"title": "Koor", "kind": "activity", "description": "Zingen voor mensen met parkinson."}


@pytest.mark.parametrize(
    "again", ["voor mensen met ", "e", "zelf niet meer kan ", "voor mensen met a, b, ", "<b>", "o.a. "]
)
def test_no_more_of_a_prose_is_read_than_by_others(again):
    began = time.process_time()
    assert said_to_be_for(again * (3_000_000 // len(again)) + " Voor mensen met parkinson.") == frozenset()
    assert time.process_time() - began < 0.5
    assert said_to_be_for(" " * LIMIT + "Voor mensen met parkinson.") == frozenset()
    assert said_to_be_for("<p>Voor mensen&nbsp;met <b>parkinson</b></p>") == {"parkinson"}


def test_it_weighs_as_category_words_do():
    own, other = query(circumstances=["parkinson"]), query()
    assert Asked(IdentityCriterion(), own, CHOIR).expected == [OWN]
    asked = Asked(IdentityCriterion(), other, CHOIR)
    assert asked.expected == [ALSO_OTHERS]
    assert asked.cases() == [[(False, "other_group")]]
    assert asked.tellings()[0][0].params == {"audience": "parkinson"}
    liked = {"interests": ["zingen"]}
    plain = {**CHOIR, "description": "Wij zingen."}
    theirs, all_others = Asked(InterestCriterion(), query(**liked), CHOIR, plain).expected
    assert theirs < all_others


def test_a_title_or_a_field_tells_it_better():
    named = {**CHOIR, "title": "Koor voor mensen met dementie"}
    assert Asked(IdentityCriterion(), query(circumstances=["parkinson"]), named).expected == [OTHERS]


def test_the_words_of_volunteering_tell_whom_they_help():
    helping = {**CHOIR, "kind": "volunteering"}
    assert Asked(IdentityCriterion(), query(), helping).expected == [FOR_ALL]


def test_a_listing_without_words_may_turn_out_to_be_for_a_group():
    """Its own kind raises, another lowers; what it is worth as told stays."""
    silent, told = {"title": "Koor", "kind": "activity"}, CHOIR
    for criterion in (IdentityCriterion(), InterestCriterion()):
        for circumstances in ([], ["parkinson"]):
            asking = query(circumstances=circumstances, interests=["zingen"])
            before, after = (Asked(criterion, asking, one) for one in (silent, told))
            assert before.low[0] <= after.expected[0] <= before.high[0]
            assert before.low < before.expected
    own = Asked(IdentityCriterion(), query(circumstances=["parkinson"]), silent)
    assert (own.low, own.expected, own.high) == ([ALSO_OTHERS], [FOR_ALL], [OWN])


def test_whom_it_is_for_may_turn_out_to_be_whom_one_helps():
    prose = {"title": "Koor", "description": "Voor mensen met parkinson, help als vrijwilliger."}
    asking = query(circumstances=["parkinson"], interests=["zingen"])
    for criterion in (IdentityCriterion(), InterestCriterion()):
        open_kind, helping = Asked(criterion, asking, prose, prose | {"kind": "volunteering"}).values.low
        assert open_kind <= helping
    asked = Asked(IdentityCriterion(), asking, prose, prose | {"kind": "volunteering"})
    assert (asked.low[0], asked.expected) == (FOR_ALL, [OWN, FOR_ALL])


def test_what_is_for_others_is_told_where_it_counts_against():
    found = matcher(CHOIR).recommend(Client(reference="c", interests=["zingen"])).suggestions[0]
    assert [one.code for one in found.reasons_against if one.criterion == "identity"] == ["identity.other_group"]


@pytest.mark.parametrize(
    ("prose", "named"),
    [
        ("Voor mensen die hun partner verloren, minstens een half jaar geleden.", "widowed"),
        ("Voor mensen die een beroerte kregen.", "stroke_abi"),
        ("Voor wie nieuw is in Nederland.", "newcomer"),
        ("Praat Nederlands. Voor vrouwen die hier nieuw zijn.", "newcomer"),
    ],
)
def test_whom_a_verb_tells(prose, named):
    assert said_to_be_for(prose) == {named}


def test_who_is_new_in_the_neighbourhood_is_no_newcomer():
    assert said_to_be_for("Voor wie hier nieuw is in de buurt.") == frozenset()
