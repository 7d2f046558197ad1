import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wor_match.domain.clean import clean
from wor_match.text.fact_table import FactPattern, FactValue, default_patterns
from wor_match.text.facts import _longest, read_facts, settled
from wor_match.text.found_fact import FoundFact
from wor_match.text.quote import MAX_LENGTH
from wor_match.text.regex_needles import needles
from wor_match.vocabulary.tables import read_table

PATTERNS = default_patterns()


def values(text: str, fact: str) -> set[FactValue]:
    return {one.value for one in read_facts(text) if one.fact == fact}


@pytest.mark.parametrize("pattern", PATTERNS, ids=lambda pattern: f"{pattern.fact}-{pattern.example[:30]}")
def test_every_pattern_matches_its_example(pattern: FactPattern) -> None:
    assert pattern.value in values(pattern.example, pattern.fact)
    own = read_facts(pattern.example, [pattern])
    assert (pattern.fact, pattern.value) in {(one.fact, one.value) for one in own}


@pytest.mark.parametrize("row", read_table("fact_patterns", "wor_match.text"), ids=lambda row: row["pattern"][:40])
def test_every_pattern_can_be_skipped_quickly(row: dict[str, str]) -> None:
    assert needles(row["pattern"]), "every pattern needs a literal part"
    assert row["language"] in {"nl", "en"}
    assert row["source"]


@pytest.mark.parametrize(
    ("text", "fact", "found"),
    [
        ("Vroeger alleen voor vrouwen, nu voor iedereen.", "gender_rule", set()),
        ("Alleen voor vrouwen. Vroeger was dat anders.", "gender_rule", {"women"}),
        ("Let op: de lift is stuk.", "step_free", {False}),
        ("In ons café schenken we alleen koffie.", "alcohol", set()),
        ("We spelen in het café op de hoek.", "alcohol", {True}),
    ],
)
def test_what_was_once_and_what_is_now(text: str, fact: str, found: set[FactValue]) -> None:
    assert values(text, fact) == found


NEWCOMERS = {
    "Nieuwe leden kunnen pas als er iemand vertrekt.": {True},
    "Nieuwe mensen kunnen er pas bij als er iemand stopt.": {True},
    "Er is pas weer plek als een deelnemer weggaat.": {True},
    "Nieuwe deelnemers kunnen alleen op de eerste dinsdag van de maand instromen.": set(),
    "Nieuwe leden mogen pas na een proefles meedoen.": set(),
    "Nieuwe mensen kunnen pas vanaf januari aansluiten.": set(),
    "Nieuwe deelnemers kunnen alleen na een kennismaking meedoen.": set(),
    "Er is alleen plek als u zich vooraf aanmeldt.": set(),
}


@pytest.mark.parametrize(("text", "found"), NEWCOMERS.items())
def test_only_waiting_for_someone_to_leave_closes_a_group(text: str, found: set[FactValue]) -> None:
    assert values(text, "closed_group") == found


def test_who_is_meant_first_but_not_alone_is_no_rule() -> None:
    assert values("Voor jonge vrouwen uit de wijk.", "gender_named") == {"women"}
    assert values("Voor jonge vrouwen, maar iedereen is welkom.", "open_to_all") == {True}


EXPECTED: list[tuple[str, str, FactValue]] = [
    ("Ons atelier is op de eerste verdieping, geen lift.", "step_free", False),
    ("Boven, zonder lift.", "step_free", False),
    ("De locatie is niet rolstoeltoegankelijk", "step_free", False),
    ("Niet toegankelijk voor rolstoelen", "step_free", False),
    ("Alles gelijkvloers en drempelvrij", "step_free", True),
    ("Er is een lift naar de tweede etage", "step_free", True),
    ("Er is geen invalidentoilet", "accessible_toilet", False),
    ("Invalidentoilet aanwezig", "accessible_toilet", True),
    ("Een ringleiding is niet aanwezig", "hearing_loop", False),
    ("Geen ringleiding", "hearing_loop", False),
    ("Het is hier niet rumoerig", "noisy", False),
    ("Binnenlopen na school. Muziek hard.", "noisy", True),
    ("De machines maken flink wat lawaai.", "noisy", True),
    ("Gehoorbescherming ligt klaar.", "noisy", True),
    ("Ear protection is provided.", "noisy", True),
    ("Alleen voor vrouwen", "gender_rule", "women"),
    ("Uitsluitend voor mannen", "gender_rule", "men"),
    ("Voor iedereen vanaf 55 jaar", "age_min", 55),
    ("Bingo voor 55-plussers", "age_min", 55),
    ("Soos 60+", "age_min", 60),
    ("voor 18 jaar en ouder", "age_min", 18),
    ("Jongeren van 16-23", "age_max", 23),
    ("Jongeren van 16-23", "age_min", 16),
    ("voor jongeren van 18 t/m 30 jaar", "age_max", 30),
    ("Voor jongeren tot 27 jaar", "age_max", 27),
    ("16 en 17 jaar en 18 t/m 55 jaar", "age_min", 16),
    ("16 en 17 jaar en 18 t/m 55 jaar", "age_max", 55),
    ("46 t/m 85 jaar en 86+", "age_min", 46),
    ("For people aged 50 years and over", "age_min", 50),
    ("We zitten op dit moment helaas vol.", "full", True),
    ("Momenteel is er geen plek", "full", True),
    ("Wachtlijst van ongeveer een jaar", "waiting_weeks", 52),
    ("De wachttijd is 2 maanden", "waiting_weeks", 9),
    ("Er is een wachtlijst van 2 à 3 maanden", "waiting_weeks", 13),
    ("wachttijd van een half jaar", "waiting_weeks", 26),
    ("Er is geen wachtlijst", "waiting_weeks", 0),
    ("Er is geen wachtlijst", "waiting_list", False),
    ("We zitten vol tot maart", "full_until_month", 3),
    ("Vol t/m januari.", "full_until_month", 1),
    ("Vol tot 1 februari 2027", "full_until_month", 2),
    ("Op verwijzing van de huisarts", "referral_required", True),
    ("Geen indicatie nodig", "referral_required", False),
    ("U kunt zonder verwijzing terecht", "referral_required", False),
    ("Niet alleen voor leden", "membership_required", False),
    ("Alleen voor leden van de vereniging", "membership_required", True),
    ("Alleen voor inwoners van Hellevoetsluis", "residents_only", "Hellevoetsluis"),
    ("alleen voor bewoners van de gemeente Den Haag", "residents_only", "Den Haag"),
    ("Een activiteit voor bewoners van het complex", "residents_only", "het complex"),
    ("Instappen kan niet meer", "started_course", True),
    ("Instromen kan altijd", "started_course", False),
    ("Je hoeft je niet aan te melden", "sign_up", "walk_in"),
    ("Aanmelden kan uitsluitend via de website", "sign_up_online_only", True),
    ("We gaan met elkaar in gesprek over het leven", "talk_heavy", True),
    ("Je hoeft niet te praten", "side_by_side", True),
    ("Je hoeft niet elke week te komen", "free_to_skip", True),
    ("Wij rekenen op je aanwezigheid", "free_to_skip", False),
    ("Aanwezigheid wordt bijgehouden", "free_to_skip", False),
    ("Neem gerust een vriendin mee", "companion_welcome", True),
    ("Introducés zijn welkom", "companion_welcome", True),
    ("De eerste keer gratis", "trial_possible", True),
    ("Kom gerust eens kijken", "look_in", True),
    ("Een gastvrouw vangt u op", "newcomers_welcomed", True),
    ("Geen ervaring nodig", "experience_needed", False),
    ("Deze groep is niet voor beginners", "experience_needed", True),
    ("We lopen stevig door en houden een flink tempo aan", "pace", "brisk"),
    ("In uw eigen tempo", "pace", "slow"),
    ("De groep is opgeheven", "ended", True),
    ("Het gaat helaas niet meer door", "ended", True),
    ("We spreken ook Arabisch en Turks", "languages", "ar"),
    ("We spreken ook Arabisch en Turks", "languages", "tr"),
    ("Bij regen gaat de wandeling niet door", "weather_dependent", True),
    ("Huiswerk is niet verplicht", "homework", False),
    ("Geen wedstrijden, gewoon gezellig", "competitive", False),
    ("Wij halen u thuis op", "transport_offered", True),
    ("Rustige groep, vaste begeleiders, busje haalt op.", "transport_offered", True),
    ("Een vrijwilliger haalt u eventueel op", "transport_offered", True),
    ("Ophalen is in overleg mogelijk", "transport_offered", True),
    ("We halen op binnen 12 km", "transport_offered", True),
    ("U zorgt zelf voor vervoer", "transport_offered", False),
    ("Ophalen is niet mogelijk", "transport_offered", False),
    ("Er is geen vaste groep", "fixed_group", False),
    ("Met de Ooievaarspas krijgt u korting", "reduced_cost", True),
    ("Deelname is gratis", "free_of_charge", True),
    ("Er wordt een eigen bijdrage gevraagd", "cost_unknown", True),
    ("Wheelchair accessible, no referral needed", "referral_required", False),
]


@pytest.mark.parametrize(("text", "fact", "value"), EXPECTED)
def test_reads(text: str, fact: str, value: FactValue) -> None:
    assert value in values(text, fact)


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Kom op tijd, vol is vol!", "full"),
        ("Vrijwilligers halen oud papier op", "transport_offered"),
        ("De bus rijdt elk half uur", "transport_offered"),
        ("De cursus zit vol humor", "full"),
        ("Het programma zit vol verrassingen", "full"),
        ("Niet alleen voor vrouwen", "gender_rule"),
        ("Open vanaf 10.00 uur", "age_min"),
        ("Vanaf 12 mei elke week", "age_min"),
        ("De club bestaat al 55 jaar", "age_min"),
        ("Wij hebben 30+ leden", "age_min"),
        ("Kinderen tot 12 jaar gratis", "age_max"),
        ("Kosten vanaf 15 euro", "age_min"),
        ("wachttijd van 1 tot 2 jaar", "age_max"),
        ("Maandag 15.30 - 16.30 uur", "age_min"),
        ("Kom vrijblijvend kijken", "free_to_skip"),
        ("De eerste les is gratis", "free_of_charge"),
        ("Gratis proefles", "free_of_charge"),
        ("Gratis parkeren", "free_of_charge"),
        ("We spreken geen Engels", "languages"),
        ("Neem een handdoek mee", "companion_welcome"),
        ("Voor informatie kunt u bellen met Ria", "sign_up"),
        ("We gaan samen wedstrijden kijken", "competitive"),
        ("Samen naar concerten luisteren", "performance"),
    ],
)
def test_false_friends(text: str, fact: str) -> None:
    assert not values(text, fact)


@pytest.mark.parametrize(
    ("text", "fact", "wrong"),
    [
        ("niet rolstoeltoegankelijk", "step_free", True),
        ("geen invalidentoilet", "accessible_toilet", True),
        ("Een verwijzing is niet nodig", "referral_required", True),
        ("Niet voor beginners", "experience_needed", False),
        ("Een lift is niet aanwezig", "step_free", True),
        ("Je hoeft geen lid te zijn", "membership_required", True),
    ],
)
def test_a_denial_never_reads_as_its_opposite(text: str, fact: str, wrong: FactValue) -> None:
    assert wrong not in values(text, fact)


NO_LENGTH = [
    "Om twee uur lopen we naar het park.",
    "We gaan om een uur wandelen.",
    "Vanaf twee uur lopen we een rondje.",
    "Wandelen in een gebied van 20 km rond de stad.",
    "De wandeling begint op 10 km van Zwolle.",
    "Hooguit twee uur wandelen per week.",
    "Keuze uit een wandeling van 3 of 8 kilometer.",
    "Een stevige tocht door de kunstgeschiedenis.",
    "Voor wie graag lange wandelingen maakte maar dat niet meer kan.",
    "Lange tocht met de bus.",
    "Lange tocht met de duofiets.",
    "Een flinke tocht met de huifkar.",
    "Een stevige tocht op de e-bike.",
    "Lange tochten met de scootmobiel.",
    "Het is anderhalf uur wandelen naar het dorp.",
    "We wandelen een uur later.",
    "Vanaf de bushalte is het een kwartier lopen.",
    "Parkeren op een half uur lopen.",
    "A short walk from the station.",
    "Een klein stukje taart bij de koffie.",
    "Een kort stukje lezen en schrijven.",
    "Korte rondjes voorstellen, dan bingo.",
    "Wandelen 2 km buiten de stad.",
    "Keuze uit korte en lange wandelingen.",
    "Lange en korte wandelingen.",
    "Het is een korte wandeling vanaf het station.",
    "We lopen een kwartier uit.",
    "We gaan lopen met elkaar, na een half uur koffie.",
]
WALKS = [
    ("Wandeling van 90 minuten", True),
    ("Een wandeling van 1,5 uur.", True),
    ("1 uur wandelen in het bos.", True),
    ("We wandelen 10 km.", True),
    ("Wij wandelen samen 5 tot 8 kilometer.", True),
    ("De wandeling duurt twee uur.", True),
    ("Anderhalf uur zwijgend lopen door bos en heide.", True),
    ("We lopen een half uur.", False),
    ("Een wandeling van 20 minuten.", False),
    ("We wandelen 2 km.", False),
    ("We wandelen hooguit een kwartier.", False),
]
NO_STEPS = [
    "Er zijn drie treden, of neem de helling.",
    "De lift is vorig jaar stuk geweest maar weer gemaakt.",
    "Nog drie treden op de ladder van participatie.",
    "Met twee trapjes leren we kinderen klussen.",
    "Met de lift naar boven waar radio's zijn die stuk of kapot gaan.",
    "Naar de zaal zijn het drie treden, of neem de helling.",
    "De lift is stuk geweest.",
    "Binnen zijn nog drie treden, er ligt een oprit naast.",
]


@pytest.mark.parametrize("text", NO_LENGTH)
def test_a_time_a_place_or_a_cake_is_no_length_of_a_walk(text: str) -> None:
    assert values(text, "long_walk") == set()


@pytest.mark.parametrize(("text", "is_long"), WALKS)
def test_how_long_or_far_a_walk_is(text: str, is_long: bool) -> None:
    assert values(text, "long_walk") == {is_long}


@pytest.mark.parametrize("text", NO_STEPS)
def test_steps_with_another_way_and_a_lift_that_works_are_no_barrier(text: str) -> None:
    assert False not in values(text, "step_free")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Er is een lift het water in maar die is al sinds de zomer stuk.", {False}),
        ("Er is een lift tot de eerste, de zolder zelf is nog zeven treden.", {True, False}),
        ("Er is een stoep met drie treden.", {False}),
        ("De kelder is via een trap met 14 treden.", {False}),
        ("De lift is al sinds de zomer stuk.", {False}),
    ],
)
def test_steps_and_a_lift_that_is_broken(text: str, found: set[FactValue]) -> None:
    assert values(text, "step_free") == found


def test_a_contradiction_is_shown_but_not_settled() -> None:
    facts = read_facts("Rolstoeltoegankelijk. Let op: een smalle trap.")
    assert {one.value for one in facts if one.fact == "step_free"} == {True, False}
    assert "step_free" not in settled(facts)


def test_a_quote_is_short_and_stands_in_the_text() -> None:
    text = "We komen " + "elke week weer " * 20 + "bij elkaar zonder lift in het pand " + "en zo verder " * 20
    (fact,) = (one for one in read_facts(text) if one.fact == "step_free")
    assert len(fact.quote) <= MAX_LENGTH
    assert "zonder lift" in fact.quote
    assert fact.quote in clean(text)


@given(st.lists(st.sampled_from(sorted({text for text, _, _ in EXPECTED})), min_size=1, max_size=4))
def test_sentences_can_stand_in_any_order(sentences: list[str]) -> None:
    forward = {(one.fact, one.value) for one in read_facts(".\n".join(sentences))}
    backward = {(one.fact, one.value) for one in read_facts(".\n".join(reversed(sentences)))}
    assert forward - _ages(forward) == backward - _ages(backward)
    assert {fact for fact, _ in _ages(forward)} == {fact for fact, _ in _ages(backward)}


def _ages(found: set[tuple[str, FactValue]]) -> set[tuple[str, FactValue]]:
    return {one for one in found if one[0].startswith("age_")}


@given(st.text())
def test_any_text_can_be_read(text: str) -> None:
    for fact in read_facts(text):
        assert len(fact.quote) <= MAX_LENGTH


@pytest.mark.parametrize(
    "piece",
    ["a ", "a", "geen ", "niet te ", "voor ", "alleen voor de ", "wachtlijst ", "bij slecht weer ", "we spreken ",
     "18 ", "18-", "1 tot ", "vol tot ", "<", "İ", "trap ", "we delen samen ", "hoeft ", "alleen voor inwoners van "],
)  # fmt: skip
def test_no_text_makes_it_slow(piece: str) -> None:
    text = piece * (20_000 // len(piece))
    read_facts("warm")
    start = time.process_time()
    read_facts(text)
    assert time.process_time() - start < 2.0


class TestManyFinds:
    """A text that says the same a thousand times, by accident or on purpose, is read in time that grows with it."""

    def test_the_longest_of_those_that_overlap_are_kept(self):
        rng = random.Random(5)
        for _ in range(300):
            starts = [(rng.choice("ab"), rng.randrange(60), rng.randrange(1, 12)) for _ in range(rng.randrange(25))]
            found = [FoundFact(fact, value, start, start + long) for value, (fact, start, long) in enumerate(starts)]
            kept: list[FoundFact] = []
            for one in sorted(found, key=lambda one: (one.start - one.end, one.start, str(one.value))):
                if not any(one.fact == two.fact and one.start < two.end and two.start < one.end for two in kept):
                    kept.append(one)
            assert _longest(found) == kept

    def test_four_times_the_text_costs_no_sixteen_times_the_time(self):
        def cost(times: int) -> float:
            text = "gratis borrel " * times
            start = time.process_time()
            facts = {one.fact for one in read_facts(text)}
            assert "free_of_charge" in facts
            return time.process_time() - start

        cost(10)
        assert min(cost(1400) for _ in range(3)) < 10 * min(cost(350) for _ in range(3))


def test_how_often_something_stands_is_no_text():
    assert needles("voor [a-z ]{1,40}vrouwen") == (("voor ",), ("vrouwen",))
    assert needles("voor (ook ){0,2}mannen") == (("voor ",), ("mannen",))
    assert needles("trap(pen){1,2}") == (("trap",), ("pen",))


@pytest.mark.parametrize(
    ("text", "fact", "value"),
    [
        ("Rolstoeltoegankelijk: nee", "step_free", False),
        ("Wheelchair accessible: no.", "step_free", False),
        ("Ringleiding? Nee.", "hearing_loop", False),
        ("Proefles: nee, helaas", "trial_possible", False),
        ("Volgeboekt: nee", "full", False),
        ("Lift: niet aanwezig", "step_free", False),
        ("Rolstoeltoegankelijk: ja", "step_free", True),
        ("Proefles? Bel ons!", "trial_possible", True),
    ],
)
def test_an_answer_behind_a_label_counts(text, fact, value):
    assert values(text, fact) == {value}


@pytest.mark.parametrize(
    "text", ["Rolstoeltoegankelijk: onbekend", "Alleen voor vrouwen: nee", "Verwijzing nodig: nee", "Ringleiding: ?"]
)
def test_what_a_label_leaves_open_or_takes_back_is_no_fact(text):
    assert not read_facts(text)
