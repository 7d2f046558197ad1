"""Hours that a client told of in passing."""

import time

import numpy as np
import pytest

from wor_match.query.hours import CELLS, FINE
from wor_match.query.own_hours import Told, free_of, hours_told
from wor_match.query.own_words import read_own_words
from wor_match.query.unable import EVERY_DAY, WORKDAYS


def told(sentence):
    return [(one.begin / 2, one.end / 2, one.days) for one in hours_told(sentence)]


@pytest.mark.parametrize(
    ("sentence", "until"),
    [
        ("Voor elven komt hij de deur niet uit.", 11),
        ("Hij slaapt tot elf uur, dus bel niet te vroeg.", 11),
        ("Ze komt pas om half elf op gang.", 10.5),
        ("Ze staat rond één uur op.", 13),
        ("Vóór 10.30 uur lukt het mij niet.", 10.5),
        ("De thuiszorg komt tot half tien.", 9.5),
        ("Liefst niet voor tien uur.", 10),
        ("Voor één uur 's middags is er geen persoon aanwezig.", 13),
        ("I can not come before 11 am.", 11),
        ("She sleeps until ten o'clock.", 10),
        ("’s Ochtends lukt het niet.", 12),
        ("De ochtend valt af.", 12),
    ],
)
def test_not_before(sentence, until):
    assert told(sentence) == [(0, until, EVERY_DAY)]


@pytest.mark.parametrize(
    ("sentence", "since"),
    [
        ("Na tweeën is ze op.", 14),
        ("Na twaalven lukt het niet vanwege de kinderen.", 12),
        ("Na een uur of twee 's middags is het licht uit.", 14),
        ("Na zessen komt ze niet meer thuis.", 18),
        ("Hij moet voor vijf uur weer thuis zijn.", 17),
        ("Na vier uur is ze moe.", 16),
        ("After 3 pm she is exhausted.", 15),
        ("’s Avonds zit ze op slot.", 18),
        ("Avonden doet hij niet meer.", 18),
        ("'s Avonds is ze nergens meer.", 18),
    ],
)
def test_not_after(sentence, since):
    assert told(sentence) == [(since, 24, EVERY_DAY)]


def test_in_the_afternoon():
    assert told("'s Middags is ze op.") == [(12, 18, EVERY_DAY)]


@pytest.mark.parametrize(
    "sentence",
    ["Om twee uur moet ze weer bij de school staan.", "Ze haalt haar kleinkinderen om twee uur uit school."],
)
def test_at_the_school_on_working_days(sentence):
    assert told(sentence) == [(14, 18, WORKDAYS)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Om drie uur 's nachts ligt ze te malen.",
        "Na twee uur praten was hij op.",  # how long
        "Voor tien euro doet ze het niet.",
        "Voor vier kinderen zorgen lukt niet.",
        "Ze werkte tot vijf uur bij de bakker.",
        "Alleen donderdag na achten heeft hij even niks.",  # of one day, and free then
        "Na drie keer kwam ze niet meer.",
        "Om acht uur brengt ze de kinderen naar school.",
        "Voor 25 uur betaald, dat kan niet.",
        "Overdag kan ze altijd.",
        "",
    ],
)
def test_an_hour_alone_says_nothing(sentence):
    assert told(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "hours"),
    [
        ("Op woensdag kan ze niet.", (0, 24, (2,))),
        ("Hij kan dinsdagochtend niet.", (6, 12, (1,))),
        ("Zondag valt af.", (0, 24, (6,))),
        ("Donderdag na vier uur is ze moe.", (16, 24, (3,))),
        ("Maandag en dinsdag lukt het niet voor elf uur.", (0, 11, (0, 1))),
        ("Dinsdag moet ze om drie uur bij de school staan.", (15, 18, (1,))),
        ("She can't come on Fridays.", (0, 24, (4,))),
    ],
)
def test_not_able_on_a_day_says_nothing_of_the_others(sentence, hours):
    assert told(sentence) == [hours]


@pytest.mark.parametrize(
    ("story", "hours"),
    [
        ("Mevrouw is 80. Hij slaapt tot elf uur.", []),
        ("Meneer is 80. Hij slaapt tot elf uur.", [(0, 11)]),
        ("Zijn vrouw is na tweeën op.", []),
        ("Haar man werkt en na tweeën is ze op.", [(14, 24)]),
        ("Ze past op. De kleinzoon moet om drie uur van school gehaald worden.", [(15, 18)]),
        ("Hij woont alleen. De buurvrouw haalt haar zoon om drie uur uit school.", []),
        ("Ze is 80. De thuiszorg komt tot half tien.", [(0, 9.5)]),
    ],
)
def test_hours_of_others_are_not_the_clients_but_who_is_fetched_takes_theirs(story, hours):
    assert [(one.begin / 2, one.end / 2) for one in read_own_words(story).hours] == hours


def test_said_once_is_told_once_with_its_own_words():
    said = [one.said for one in hours_told("Na tweeën is ze op, na vieren is ze moe!")]
    assert said == ["Na tweeën is ze op", "na vieren is ze moe"]
    assert len(hours_told("na vieren is ze op, na vieren is ze op.")) == 1
    both = "Ze is moe, ze kan alleen van 9.00 tot 11.00 uur weg, want de kinderen zijn dan op school."
    assert {one.said for one in hours_told(both)} == {"ze kan alleen van 9.00 tot 11.00 uur weg"}
    words = read_own_words("Ze zingt graag. Na tweeën is ze op. Voor tien uur lukt niets.")
    assert words.limits == (("own_hours", "Na tweeën is ze op"),)
    assert len(words.hours) == 2


@pytest.mark.parametrize(
    ("story", "said"),
    [
        ("Ze zingt. 's Avonds zit ze op slot.", "'s Avonds zit ze op slot"),
        ("Na twee uur 's middags is ze op.", "Na twee uur 's middags is ze op"),
        ("Ze is moe, ’s avonds doet ze niks.", "'s avonds doet ze niks"),
    ],
)
def test_the_quote_keeps_its_apostrophe(story, said):
    assert {one.said for one in read_own_words(story).hours} == {said}


def test_what_is_left_of_the_week():
    told = [Told(0, 22, EVERY_DAY, ""), Told(28.5, 48, WORKDAYS, "")]
    free = np.diff(free_of(told).reshape(7, CELLS + 1), axis=1)
    assert free[:, : 22 * FINE].sum() == 0
    assert (free[:5, 22 * FINE :].sum(axis=1) / FINE).tolist() == [6.5] * 5
    assert (free[5:, 22 * FINE :].sum(axis=1) / FINE).tolist() == [26] * 2
    assert np.diff(free_of([]).reshape(7, CELLS + 1), axis=1).min() == 1


@pytest.mark.parametrize(
    ("sentence", "begin", "end", "days"),
    [
        ("Ze kan op maandag, dinsdag en vrijdag van half negen tot half twaalf.", 8.5, 11.5, (0, 1, 4)),
        ("Ik kan alleen tussen half tien en twee uur.", 9.5, 14, EVERY_DAY),
        ("He can come between 10 am and 2 pm.", 10, 14, EVERY_DAY),
        (
            "Ze kan maandag en vrijdag van half negen tot half twaalf, als de jongste op de opvang is.",
            8.5,
            11.5,
            (0, 4),
        ),
        ("Dinsdag kan ik van 9.30 tot 11.30 uur", 9.5, 11.5, (1,)),
        ("On Tuesdays I can come between 10 am and 2 pm.", 10, 14, (1,)),
        ("Ik kan alleen van 9.00 tot 11.00 uur op woensdag.", 9, 11, (2,)),
        ("Ik kan dinsdagmiddag van twee uur tot vier uur.", 14, 16, (1,)),
        ("Ik kan alleen van 9.00 tot 11.00 uur weg, want dan is mijn man op de dagbesteding.", 9, 11, EVERY_DAY),
        ("Ze is moe, maar ze kan alleen van 9.00 tot 11.00.", 9, 11, EVERY_DAY),
    ],
)
def test_outside_the_hours_at_which_one_can(sentence, begin, end, days):
    assert told(sentence) == [(0, begin, days), (end, 24, days)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Ze kan alleen onder schooltijd.",
        "Het lukt alleen als de kinderen op school zijn.",
        "Kan alleen als de kinderen op school zijn.",
        "Ze is alleenstaande moeder en ze kan alleen onder schooltijd.",
        "I can only come when the children are at school.",
    ],
)
def test_while_the_children_are_at_school(sentence):
    hours = [(0, 8.5, WORKDAYS), (14.5, 24, WORKDAYS), (0, 24, (5, 6))]
    assert told(sentence) == hours
    assert [(one.begin / 2, one.end / 2, one.days) for one in read_own_words(sentence).hours] == hours


@pytest.mark.parametrize(
    "sentence",
    [
        "Hij kan niet tussen tien uur en twaalf uur.",
        "Tussen tien uur en twaalf uur kan hij, van twee uur tot een uur niet.",
        "Van tien uur tot twaalf uur slaapt hij.",
        "Ze kan niet onder schooltijd.",
        "Ze werkt onder schooltijd.",
        "Hij kan van tien tot twaalf mensen ontvangen.",
    ],
)
def test_no_hours_at_which_one_can(sentence):
    assert told(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Ik kan altijd, behalve tussen 12.00 en 14.00 uur.",
        "Ik kan de hele dag, alleen van half een tot half twee slaap ik.",
        "Ik kan alleen 's avonds, want ik werk van half negen tot half zes.",
        "Ze kan alleen in het weekend want ze werkt van 8.30 tot 17.00.",
        "Ik kan nergens heen want ik werk van half negen tot half zes.",
        "Ik kan van 9.00 tot 17.00 uur slecht weg",
        "Ik kan moeilijk weg van 9.00 tot 17.00 uur",
        "Ik kan amper weg tussen 9.00 en 17.00 uur",
        "Ik kan tussen 9.00 en 17.00 uur op mijn werk echt niet weg.",
        "I can hardly walk from 10.00 to 12.00.",
        "Ik kan slecht slapen van twee uur tot half zes.",
        "Ik kan alleen slapen van half een tot half zes.",
        "Ik kan dan pas weg, want van half acht tot half negen komt de thuiszorg.",
        "Ik kan me vermaken, want van half negen tot half elf komt de zuster.",
        "De huisarts kan ik tussen 8.00 en 9.00 uur bellen.",
        "Het programma op tv kan ik kijken van half acht tot half negen.",
        "De afwas lukt van half zes tot half zeven.",
        "Bij de bieb kun je terecht van 10.00 tot 17.00 uur.",
        "Je kan hier pannenkoeken eten tussen 12.00 en 14.00 uur.",
        "Hij kan van half negen tot half vier naar de dagbesteding.",
        "Kan het ook tussen 10.00 en 12.00 uur?",
        "Ik kan het best van 9.00 tot 11.00",
        "Ik kan van 9.00 tot 11.00 uur en van 14.00 tot 16.00",
        "Ik kan van 9.00 tot 11.00, maar ook 's avonds",
        "Op dinsdag kan ik van half tien tot half twaalf, op donderdag altijd.",
        "Ik kan dinsdag van 9.30 tot 11.30 en donderdag van 13.00 tot 15.00",
        "Ik kan alleen van 9.00 tot 11.00 uur, want de kinderen eten om half twaalf thuis.",
        "Ik kan van 9.00 tot 11.00 uur, als de kinderen vakantie hebben.",
        "Ik kan 's avonds en ik kan alleen van 9.00 tot 11.00 uur.",
        "Ze werkt en ze kan van 9.00 tot 11.00 uur.",  # she may as well be able to work
        "Ik kan alleen van half acht tot half tien.",  # in the evening, perhaps
        "Ik kan dinsdagavond van 7.30 tot 9.30.",
        "Ik kan alleen van 9.00 tot 11.00 uur?",
        "Op dinsdag fiets ik en ik kan alleen van 9.00 tot 11.00 uur.",
    ],
)
def test_a_word_too_many_tells_of_no_hours(sentence):
    assert told(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Ik kan alleen onder schooltijd niet.",
        "Ik ben juf en kan tijdens schooltijd nooit.",
        "Ik kan onder schooltijd slecht weg van mijn werk.",
        "Ik kan moeilijk tijdens schooltijd",
        "Ik werk alleen onder schooltijd.",
        "Ik ben alleen tijdens schooltijd.",
        "Ik voel me eenzaam, alleen tijdens schooluren is het stil in huis.",
        "Ik huil alleen als de kinderen naar school zijn.",
        "Ik rook alleen als de kinderen op school zitten.",
        "Ik was vroeger alleen tijdens schooltijd gelukkig.",
        "Ik kan tijdens schooltijd goed uitrusten.",
        "Ik kan onder schooltijd en ook 's avonds",
        "Ze kan maandag alleen onder schooltijd.",
        "De was doen is zwaar, het lukt alleen als de kinderen op school zijn.",
    ],
)
def test_school_hours_with_a_word_too_many_are_none(sentence):
    assert told(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "ik kan alleen " * 7000,
        "ik kan " + "alleen " * 14000,
        "ik kan" + " " * 100_000 + "van half tien tot half elf slecht",
        "ik kan van half tien tot half elf" + " .!" * 33_000 + "x",
        "ik kan van half tien tot half elf, want " + "kind " * 20_000,
        "ik kan van half tien tot half elf, want " + "a" * 100_000,
        "want ik kan alleen op dinsdag van half tien tot half elf " * 1700,
    ],
)
def test_a_sentence_of_100_kilobytes_is_read_at_once(sentence):
    begin = time.process_time()
    assert told(sentence) == []
    assert time.process_time() - begin < 2


def test_hours_at_which_somebody_else_can_are_not_the_clients():
    story = "Mevrouw wil graag zingen. Haar zoon kan tussen tien uur en twaalf uur."
    assert read_own_words(story).hours == ()


@pytest.mark.parametrize(
    ("sentence", "taken"),
    [
        ("Ik kan alleen 's middags.", [(0, 12, EVERY_DAY), (18, 24, EVERY_DAY)]),
        ("Ik kan alleen op zaterdag.", [(0, 24, (0, 1, 2, 3, 4, 6))]),
        ("Ik kan alleen op maandag en dinsdag.", [(0, 24, (2, 3, 4, 5, 6))]),
        ("Ik kan alleen doordeweeks.", [(0, 24, (5, 6))]),
        ("Alleen in het weekend heb ik tijd.", [(0, 24, WORKDAYS)]),
        ("Doordeweeks werk ik tot zes.", [(9, 18, WORKDAYS)]),
        ("Doordeweeks werk ik.", [(9, 17, WORKDAYS)]),
        ("Ik moet om drie uur op het schoolplein staan.", [(15, 18, WORKDAYS)]),
        ("Vroeg in de ochtend kom ik niet op gang.", [(0, 10, EVERY_DAY)]),
        ("'s Avonds ga ik de deur niet uit.", [(18, 24, EVERY_DAY)]),
    ],
)
def test_the_only_hours_and_those_of_others(sentence, taken):
    found = [hours for own in read_own_words(sentence).hours for hours in [(own.begin / 2, own.end / 2, own.days)]]
    assert found == taken


@pytest.mark.parametrize(
    "sentence",
    [
        "Ik ben alleen op zaterdag.",
        "Ik zit 's middags alleen.",
        "Ik kan op zaterdag alleen met mijn zus.",
        "Ze komt alleen op maandag bij haar moeder.",
        "Ik kan niet alleen 's middags.",
    ],
)
def test_being_alone_is_not_the_only_time(sentence):
    assert read_own_words(sentence).hours == ()
