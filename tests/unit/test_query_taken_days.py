"""Hours of named days that a client told to be taken, and days that were only named."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from wor_match.query.hours import CELLS, SLOTS
from wor_match.query.own_hours import free_of, hours_told
from wor_match.query.own_words import read_own_words

MON, TUE, WED, THU, FRI, SAT, SUN = range(7)
TAKEN = [
    ("Dinsdag- en donderdagochtend heeft ze taalles.", [(6, 12, (TUE, THU))]),
    ("Taalles dinsdag-, woensdag- en vrijdagochtend.", [(6, 12, (TUE, WED, FRI))]),
    ("Van maandag tot en met donderdag heeft hij 's ochtends les.", [(6, 12, (MON, TUE, WED, THU))]),
    ("Op woensdagmiddag heeft hij fysio.", [(12, 18, (WED,))]),
    ("Woensdagmiddag fysio.", [(12, 18, (WED,))]),
    ("Iedere dinsdagochtend moet ze naar het UWV.", [(6, 12, (TUE,))]),
    ("Dinsdag en donderdag gaat hij van half tien tot vier naar de dagopvang.", [(9.5, 16, (TUE, THU))]),
    ("Past op de kleinkinderen maandag, dinsdag en donderdag uit school, half drie.", [(14.5, 18, (MON, TUE, THU))]),
    ("Dinsdag haalt ze de kinderen uit school.", [(14, 18, (TUE,))]),
    ("Op woensdag past ze op de buurkinderen.", [(9, 17, (WED,))]),
    ("Alleen op vrijdag past ze op haar kleinzoon.", [(9, 17, (FRI,))]),
    ("Vrijdag is zijn dag met de kinderen, allebei, de hele dag.", [(6, 18, (FRI,))]),
    ("Werkt ma, wo en do van acht tot twaalf.", [(8, 12, (MON, WED, THU))]),
    ("Mevrouw werkt twintig uur in een archief, op maandag, dinsdag en donderdag.", [(9, 17, (MON, TUE, THU))]),
    ("Dinsdag en donderdagochtend revalidatie, tot kerst.", [(6, 12, (TUE, THU))]),
    ("Dinsdagavond eten ze bij zijn moeder.", [(18, 24, (TUE,))]),
    ("Op zaterdag zijn de kleinkinderen er.", [(9, 17, (SAT,))]),
    (
        "Dinsdag tot en met donderdag is er overdag les, zaterdag vakkenvullen.",
        [(9, 17, (TUE, WED, THU)), (9, 17, (SAT,))],
    ),
    ("Dinsdag 's ochtends en donderdag 's middags heeft ze les.", [(6, 12, (TUE,)), (12, 18, (THU,))]),
    ("Ze werkt donderdagavond en zaterdag.", [(18, 24, (THU,)), (9, 17, (SAT,))]),
    ("Maandag werkt ze, woensdag ook.", [(9, 17, (MON, WED))]),
    ("Werk: maandag en dinsdag.", [(9, 17, (MON, TUE))]),
    ("Hij werkt vrijdag t/m maandag.", [(9, 17, (MON, FRI, SAT, SUN))]),
    ("Ze werkt maandag tot drie uur.", [(9, 15, (MON,))]),
    ("Ik werk vanaf één uur op dinsdag.", [(13, 17, (TUE,))]),
    ("Dinsdagavond van zeven tot negen cursus.", [(19, 21, (TUE,))]),
    ("Dinsdag taalles van 9.30-12.00 uur.", [(9.5, 12, (TUE,))]),
    ("Elke dinsdag om tien uur moet hij naar dialyse.", [(10, 12, (TUE,))]),
    ("Maandag is er dagbesteding.", []),  # whose, and when, is not told
    ("Vroeger niet, maar nu werkt ze op maandag.", [(9, 17, (MON,))]),
    ("She works on Mondays and Thursdays from nine to three.", [(9, 15, (MON, THU))]),
    ("On Tuesday mornings he has physio.", [(6, 12, (TUE,))]),
    ("She looks after her grandchildren on Wednesdays.", [(9, 17, (WED,))]),
    ("He goes to the day centre on Fridays.", [(10, 16, (FRI,))]),
]
NOT_TAKEN = [
    # free
    "Hij kan alleen 's avonds of op zaterdag.",
    "Op dinsdag heeft ze ook de avond vrij.",
    "Werken lukt, vrijdag vrij.",
    "Woensdagmiddag rijdt de buurvrouw naar Middelburg en kan hij mee.",
    "Ze brengt ze maandag en donderdag tot half twaalf naar de peuters, dan heeft ze haar handen vrij.",
    "Alleen de maandagen zijn lang.",
    "Hij werkt, maar niet op maandag.",
    "Saturdays are long and on Mondays she is free.",
    # past and longing
    "Vroeger ging hij op maandag kaarten.",
    "Schaken deed hij trouw op donderdagavond.",
    "Twintig jaar alt gezongen, maandagavond.",
    "Ze mist vooral de donderdagavond.",
    "Hij werkte op maandag.",
    "Ze heeft op maandag gewerkt.",
    "Ze zou op maandag willen werken.",
    "I used to work on Mondays.",
    # others
    "Zijn vrouw brengt hem, behalve maandag en vrijdag want dan werkt ze.",
    "Haar man werkt op maandag.",
    "Mevrouw is 80. Hij gaat dinsdag naar de dagbesteding.",
    "Mevrouw zorgt voor haar man. Dinsdag en donderdag haalt het busje van de zorgboerderij hem.",
    "Mijn man werkt op dinsdag.",
    # tried, ended, and not of every week
    "Taalles op dinsdagochtend, na twee keer gestopt.",
    "Ze werkt niet meer op maandag.",
    "Om de week zijn op zaterdag de kleinkinderen er.",
    "Eerste dinsdag van de maand werkt hij.",
    "Soms werkt ze op maandag.",
    # which, or how many
    "Ze werkt dinsdag of donderdag.",
    "Ma en zo, ze werkt hard.",
    "Do, wo en zo werkt het niet.",
    "Dinsdag taalles.",  # at what hour is not told
    "Zaterdagnacht werkt ze.",
    "Ze werkt nachten, zondag tot en met donderdag.",
    "He works shifts on Mondays.",
    "Zijn werk stond in de krant van maandag.",
    "Dat past goed op dinsdag.",
]


def told(story):
    return [(one.begin / 2, one.end / 2, one.days) for one in read_own_words(story).hours]


@pytest.mark.parametrize(("sentence", "hours"), TAKEN)
def test_taken(sentence, hours):
    assert told(sentence) == hours


@pytest.mark.parametrize("sentence", NOT_TAKEN)
def test_a_day_that_was_only_named(sentence):
    assert told(sentence) == []


def test_it_is_told_with_the_words_that_were_read():
    (told_once,) = hours_told("Ze zingt graag, maar ma, wo en do werkt ze, tot kerst.")
    assert told_once.said == "ma, wo en do werkt ze"
    assert hours_told("Hij werkt vier dagen (ma, di, do, vr).")[0].said == "Hij werkt vier dagen (ma, di, do, vr)"


def test_what_is_no_prose_is_not_read():
    assert len(hours_told("Dinsdagochtend heeft ze " + "heel " * 60 + "lang les.")) == 1
    assert hours_told("Dinsdagochtend heeft ze " + "heel " * 100 + "lang les.") == []


_WORDS = st.sampled_from(
    [
        *("maandag", "dinsdag-", "en", "donderdagochtend", "zaterdagavond", "ma,", "wo", "t/m", "tot", "van", "half"),
        *("acht", "twaalf", "uur", "9.30", "25", "ze", "hij", "werkt", "heeft", "les", "past", "op", "de", "kinderen"),
        *("school", ",", ".", "niet", "vrij", "naar", "dagopvang", "İ", "'s", "overdag", "-", "na", "kan", "om"),
    ]
)


@given(st.lists(_WORDS, max_size=14).map(" ".join))
def test_hours_lie_within_the_week_and_are_read_alike_every_time(sentence):
    found = hours_told(sentence)
    assert found == hours_told(sentence)
    for one in found:
        assert 0 <= one.begin < one.end <= SLOTS
        assert one.days == tuple(sorted(set(one.days)))
        assert set(one.days) <= set(range(7))
        assert one.said
    assert np.all(np.diff(free_of(found).reshape(7, CELLS + 1), axis=1) >= 0)


@given(st.lists(st.sampled_from([sentence for sentence, _ in TAKEN]), max_size=4))
def test_a_sentence_among_others_is_read_as_alone_but_for_whose_it_is(sentences):
    alone = {one for sentence in sentences for one in hours_told(sentence)}
    assert set(read_own_words(" ".join(sentences)).hours) <= alone


@pytest.mark.parametrize("sentence", [sentence for sentence, _ in TAKEN])
def test_what_is_told_of_others_is_left_out_but_for_children_and_a_therapist_who_come(sentence):
    everyone = hours_told(sentence)
    assert hours_told(sentence, [False] * 40) == everyone
    is_own = sentence in ("Op zaterdag zijn de kleinkinderen er.", "Woensdagmiddag fysio.")
    assert hours_told(sentence, [True] * 40) == (everyone if is_own else [])
