"""What clients say of who comes along, of illness, of Dutch and of money; and what only sounds like a trouble."""

from datetime import date

import pytest

from wor_match import Matcher, load_sample
from wor_match.catalogue.said import prose_facts
from wor_match.domain.client import Client
from wor_match.query import compile_query
from wor_match.query.own_words import read_own_words
from wor_match.text.times import read_times


def read(text):
    found = read_own_words(text)
    return dict(found.limits), dict(found.alarms), dict(found.circumstances), {one for one, _, _ in found.complaints}


@pytest.mark.parametrize(
    ("sentence", "limit", "said"),
    [
        ("Geen gepraat over ziekte.", "no_illness_talk", "Geen gepraat over ziekte"),
        ("Ik wil niet steeds over mijn ziekte praten.", "no_illness_talk", "niet steeds over mijn ziekte"),
        ("Ik wil geen lotgenotengroep.", "no_illness_talk", "geen lotgenotengroep"),
        ("Mijn kinderen moeten mee kunnen.", "with_children", "kinderen moeten mee kunnen"),
        ("Of ze gaan mee of ik kan niet.", "with_children", "Of ze gaan mee of ik kan niet"),
        ("Mijn hond moet overal mee.", "with_dog", "hond moet overal mee"),
        ("Mijn Nederlands is niet zo goed.", "little_dutch", "Mijn Nederlands is niet zo goed"),
        ("In een groep versta ik er geen bal van.", "hard_of_hearing", "versta ik er geen bal van"),
        ("'s Avonds ga ik niet meer naar buiten.", "no_evening", "'s Avonds ga ik niet meer naar buiten"),
        ("'s Avonds rijden doe ik niet meer.", "no_evening", "'s Avonds rijden doe ik niet"),
        ("Nu elf maanden droog.", "no_alcohol", "maanden droog"),
        ("Geen plek waar gedronken wordt.", "no_alcohol", "Geen plek waar gedronken wordt"),
        ("Stof, rook en parfum slaat meteen op de keel.", "no_smoking", "rook en parfum"),
        ("Tien minuten lopen gaat, daarna trekt de pijn.", "short_walks", "Tien minuten lopen gaat"),
        (
            "Langer dan een half uur in de auto zitten kan niet.",
            "no_long_sitting",
            "half uur in de auto zitten kan niet",
        ),
    ],
)
def test_a_limit_is_read_and_quoted_as_it_was_said(sentence, limit, said):
    assert read(sentence)[0] == {limit: said}


@pytest.mark.parametrize(
    "sentence",
    [
        "Mijn hond is dood.",
        "De was is al droog.",
        "Ik wandel graag met de kinderen van mijn zus.",
        "Mijn Nederlands is goed.",
        "Over mijn ziekte praat ik graag.",
    ],
)
def test_who_only_names_them_sets_no_limit(sentence):
    assert read(sentence)[0] == {}


def test_money_that_somebody_else_wants_is_abuse_and_no_poverty():
    limits, alarms, circumstances, _ = read("Mijn zoon wordt boos als ik geen geld geef.")
    assert (limits, set(alarms), circumstances) == ({}, {"child_or_elder_abuse"}, {})


@pytest.mark.parametrize(
    ("sentence", "is_trouble"),
    [
        ("Ik ben verslaafd aan breien.", False),
        ("Ik ben verslaafd aan drank, en brei.", True),
        ("Ik ben verslaafd aan gokken.", True),
        ("Ik ben verslaafd aan mijn telefoon.", True),
        ("Ik had schulden, maar die zijn opgelost.", False),
        ("Mijn schulden zijn nog niet opgelost.", True),
        ("Ik heb schulden.", True),
    ],
)
def test_what_only_sounds_like_a_trouble(sentence, is_trouble):
    _, alarms, circumstances, complaints = read(sentence)
    assert bool(alarms) == is_trouble
    assert bool(circumstances or complaints) == is_trouble


@pytest.mark.parametrize("sentence", ["De dokter zegt Parkinson.", "Volgens de huisarts is het Parkinson."])
def test_what_a_doctor_tells_is_the_clients_own(sentence):
    assert set(read(sentence)[2]) == {"parkinson"}


def test_what_a_doctor_tells_of_somebody_else_is_not():
    assert "parkinson" not in read("Volgens de dokter heeft mijn man Parkinson.")[2]


@pytest.mark.parametrize(
    ("sentence", "theme"),
    [
        ("Ik wil mensen ontmoeten.", "meeting_people"),
        ("Buiten zijn helpt.", "outdoors"),
        ("Van zingen knap ik op.", "singing"),
        ("Ik zou zo graag iemand hebben om mee te praten.", "good_talk"),
    ],
)
def test_a_wish_in_few_words(sentence, theme):
    found = read_own_words(sentence).themes[sentence]
    assert theme in found
    assert found.isdisjoint({"volunteering", "volunteering_practical", "helping"})


@pytest.mark.parametrize("sentence", ["Ik wil niet zingen.", "Ik wil geen bingo."])
def test_a_wish_that_is_denied_is_none(sentence):
    assert read_own_words(sentence).interests == ()


@pytest.mark.parametrize(
    ("prose", "fact", "value"),
    [
        ("Neem gerust je kinderen mee.", "children_may_come", True),
        ("Er is een speelhoek.", "children_may_come", True),
        ("Kinderen kunnen helaas niet mee.", "children_may_come", False),
        ("Honden zijn aangelijnd welkom.", "dogs_may_come", True),
        ("Honden zijn niet toegestaan.", "dogs_may_come", False),
        ("Wij vangen kinderen op.", "children_may_come", None),
        ("Er wordt Turks gesproken.", "languages", "tr"),
        ("Er gaat wel een biertje open.", "alcohol", True),
        ("In de winter zitten wij bij de houtkachel.", "wood_smoke", True),
        ("Groep voor 50- en 60-plussers.", "age_min", 50),
        ("Leeftijd: 16-99.", "age_max", 99),
        ("Meedoen kost je niks.", "free_of_charge", True),
    ],
)
def test_facts_that_stand_in_prose(prose, fact, value):
    assert prose_facts("Soos", prose).get(fact) == value


def test_a_part_of_the_day_that_two_days_share():
    sessions = read_times("Dinsdag- en donderdagochtend")[0].sessions
    assert [(one.weekday.value, one.part.value) for one in sessions] == [("tue", "morning"), ("thu", "morning")]


@pytest.mark.parametrize(
    ("told", "wished"),
    [
        ({"own_words": "Ik wil mensen ontmoeten."}, {"Ik wil mensen ontmoeten."}),
        ({"own_words": "Ik wil mensen ontmoeten. Ik houd van zingen."}, {"Ik houd van zingen."}),
        ({"own_words": "Ik wil mensen ontmoeten.", "interests": ["zingen"]}, {"zingen"}),
    ],
)
def test_what_is_vague_is_the_wish_of_who_told_no_more(told, wished):
    query = compile_query(Client(reference="c", **told), as_of=date(2026, 11, 23))
    assert {one.phrase for one in query.wants} == wished


@pytest.mark.parametrize(
    ("sentence", "signal"),
    [
        ("Mijn man wordt soms handtastelijk.", "violence"),
        ("Ik moet van hem mijn pinpas afgeven.", "violence"),
        ("Ik eet al drie dagen niet.", "self_neglect"),
        ("Ik begin 's ochtends al met bier.", "addiction"),
        ("Ik drink elke dag wijn bij de koffie.", "addiction"),
        ("Ik weet niet meer waar ik woon.", "crisis"),
    ],
)
def test_an_alarm_in_other_words(sentence, signal):
    assert signal in read(sentence)[1]


@pytest.mark.parametrize("sentence", ["Ik drink elke dag koffie.", "Ik ga met de trein.", "Mijn dochter gaat trouwen."])
def test_no_alarm_in_what_is_daily(sentence):
    assert read(sentence)[1] == {}


@pytest.mark.parametrize(
    ("sentence", "is_poor"),
    [
        ("Ik help op woensdag bij de voedselbank.", False),
        ("Doet vrijwilligerswerk bij de voedselbank.", False),
        ("I volunteer at the food bank.", False),
        ("Ze haalt eten bij de voedselbank en helpt in de tuin.", True),
        ("Hij werkt niet meer, leeft van de voedselbank.", True),
    ],
)
def test_who_helps_at_the_food_bank_does_not_need_it(sentence, is_poor):
    limits, _, circumstances, _ = read(sentence)
    assert ("low_budget" in limits) is is_poor
    assert ("low_income" in circumstances) is is_poor


@pytest.mark.parametrize(
    ("sentence", "limit"),
    [
        ("Client heeft een smalle beurs.", "low_budget"),
        ("Meneer spreekt alleen Turks.", "little_dutch"),
        ("Kan alleen op dinsdag en donderdag.", "own_hours"),
        ("Een half uur en ik ben op.", "short_sessions"),
        ("Niet geïnteresseerd in lotgenotencontact.", "no_illness_talk"),
        ("Ik wil niet over kanker praten.", "no_illness_talk"),
    ],
)
def test_a_coach_notes_it_shortly(sentence, limit):
    assert limit in read(sentence)[0]


def test_a_note_that_begins_with_the_wish():
    assert read_own_words("Wil iets creatiefs doen.").interests == ("Wil iets creatiefs doen.",)
    assert read_own_words("Interesse: tuinieren.").interests == ("Interesse: tuinieren.",)
    assert read_own_words("Geen interesse in tuinieren.").interests == ()


@pytest.mark.parametrize("sentence", ["Sinds mijn pensioen val ik in een gat.", "Ik val steeds in slaap."])
def test_nobody_falls_who_falls_asleep_or_into_a_gap(sentence):
    assert "fear_of_falling" not in read(sentence)[3]
    assert "fear_of_falling" in read("Ik ben gevallen op straat.")[3]


@pytest.mark.parametrize("words", ["Ik ben 70.", "Sinds mijn pensioen zit ik thuis."])
def test_who_is_of_pension_age_by_their_own_words_is_retired(words):
    assert "retired" in compile_query(Client(reference="c", own_words=words), as_of=date(2026, 11, 21)).circumstances
    assert (
        "retired"
        not in compile_query(Client(reference="c", own_words="Ik ben 60."), as_of=date(2026, 11, 21)).circumstances
    )


@pytest.mark.parametrize(
    ("sentence", "signal"),
    [
        ("Sinds Jan er niet meer is hoeft het van mij allemaal niet zo nodig meer.", "suicidal_thoughts"),
        ("Ik heb mijn papieren op orde gemaakt en de kinderen weten waar alles ligt.", "suicidal_thoughts"),
        ("De kat heb ik al naar mijn dochter gebracht.", "suicidal_thoughts"),
        ("Ik spaar mijn slaappillen op, voor het geval dat.", "suicidal_thoughts"),
        ("Hij zegt dat hij me wat aandoet als ik wegga.", "violence"),
        ("Mijn ex staat steeds voor de deur en volgt me op straat.", "violence"),
        ("Mijn zoon pakt mijn pinpas en dan krijg ik niks te eten.", "child_or_elder_abuse"),
    ],
)
def test_what_is_said_in_other_words_is_an_alarm_and_no_interest(sentence, signal):
    found = read_own_words(sentence)
    assert signal in dict(found.alarms)
    assert (found.interests, found.pastimes) == ((), ())


@pytest.mark.parametrize(
    ("sentence", "limit"),
    [
        ("Ik zwem graag, maar niet met vrouwen erbij.", "only_men"),
        ("Ik wil niet tussen de mannen zitten.", "only_women"),
        ("Ik verstijf nog steeds als ik een hond zie.", "no_pets_allergy"),
        ("Ik kan niet tegen kleine kinderen om me heen.", "no_children"),
        ("Een rouwgroep hoef ik niet.", "no_grief_group"),
        ("Van een rouwgroep wil hij niks weten.", "no_grief_group"),
        ("Ik lees niet zo goed, dat weet bijna niemand.", "no_reading"),
        ("Het moet echt gratis.", "low_budget"),
    ],
)
def test_who_or_what_may_not_be_there(sentence, limit):
    assert limit in read(sentence)[0]


@pytest.mark.parametrize("sentence", ["Mijn kinderen kan ik niet vaak zien.", "Een hond mag niet van de huisbaas."])
def test_whom_they_cannot_see_is_no_limit(sentence):
    assert read(sentence)[0] == {}


@pytest.mark.parametrize(
    "sentence",
    [
        "Iets met gereedschap hoef je me niet mee aan te komen.",
        "Vooral met bewegen of lachen gaat het mis.",
        "Ik heb het wel gehad met yoga.",
        "Koken? Nee dank je.",
        "Vrijdagmiddag moet ik naar de moskee.",
        "Ik kom met de geleidehond.",
    ],
)
def test_what_is_refused_or_an_appointment_is_no_interest(sentence):
    found = read_own_words(sentence)
    assert (found.interests, found.pastimes) == ((), ())


@pytest.mark.parametrize(
    ("sentence", "theme"),
    [
        ("Aan zo'n breiclubje heb ik een broertje dood, ik wil vissen.", "fishing"),
        ("Van gereedschap moet ik niks meer hebben, ik schaak graag.", "chess"),
    ],
)
def test_a_refusal_leaves_the_wish_beside_it(sentence, theme):
    found = read_own_words(sentence)
    assert theme in found.themes[found.interests[0]]
    assert found.themes[found.interests[0]].isdisjoint({"knitting", "repair", "woodwork"})


def test_a_coach_is_told_what_to_do_when_the_alarm_is_true():
    matcher = Matcher(load_sample()[0], as_of=date(2026, 11, 21))
    grave = matcher.recommend(Client(reference="c", own_words="Ik wil er niet meer zijn."))
    assert "Klopt het? Doe dan vandaag dit:" in grave.to_text()
    assert "113" in grave.to_text()
    assert "Is it so? Then do this today:" in grave.to_text(language="en")
    assert "113" not in grave.to_text(audience="client")
    debts = matcher.recommend(Client(reference="c", own_words="Ik heb schulden."))
    assert "Doe dan vandaag dit" not in debts.to_text()
