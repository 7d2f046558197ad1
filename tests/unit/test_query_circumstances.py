"""Circumstances, only to meet a group's own target group."""

import pytest

from making import query
from wor_match.domain.client import Client
from wor_match.query.circumstances import circumstances_in, circumstances_of, circumstances_told
from wor_match.query.own_words import read_client, read_own_words


@pytest.mark.parametrize(
    "said",
    [
        {"circumstances": ["carer"]},
        {"complaints": [{"term": "overbelaste mantelzorger"}]},
        {"household": "mantelzorger voor haar man"},
        {"work": "mantelzorger"},
        {"care_duties": "mantelzorger"},
    ],
    ids=str,
)
def test_what_was_named_or_said(said):
    assert "carer" in circumstances_of(Client(reference="c", **said))
    assert "carer" in query(**said).circumstances


@pytest.mark.parametrize(
    ("story", "found"),
    [
        ("Ik ben mantelzorger.", {"carer"}),
        ("Haar man heeft sinds vier jaar alzheimer.", {"carer", "dementia_partner", "dementia_self"}),
        ("Zijn vrouw is vorig jaar overleden.", {"bereaved", "widowed"}),
        ("Ze verloor haar zoon bij een ongeluk.", {"bereaved", "bereaved_parent"}),
        ("Hij heeft een herseninfarct gehad.", {"chronic_illness", "stroke_abi"}),
        ("Haar vriend drinkt. Haar vader drinkt ook.", {"relative_of_addict"}),
        ("Geen mantelzorger, zegt ze.", set()),
        ("Mijn broer heeft autisme.", set()),
        ("", set()),
    ],
)
def test_circumstances_are_read_in_a_story(story, found):
    assert query(own_words=story).circumstances == found


@pytest.mark.parametrize(
    "story",
    [
        "Ik haal graag oude radio's uit elkaar.",
        "Ik zong altijd uit volle longen.",
        "Mijn man heeft vorig jaar zijn baan verloren.",
        "Mijn man drinkt zijn koffie liever thuis.",
        "Mijn man verzorgt de kippen.",
        "Ik ben een man van 50 en ik ben vaak ziek.",
        "Als kind was ik vaak ziek.",
        "Ik werkte dertig jaar in de gevangenis als bewaarder.",
        "Ik ben een nuchter mens.",
        "Ik schilder het liefst een regenboog.",
        "Mijn schoenen zijn versleten.",
        "De groep is vaak uitgevallen.",
        "De wedstrijd werd op tv uitgezonden.",
        "Alles gescheiden inleveren: afval scheiden vind ik belangrijk.",
        "Ik doe vrijwilligerswerk voor vluchtelingen.",
        "Mijn hond is overleden.",
        "Mijn buurvrouw heeft kanker.",
        "Een vriendin van mij heeft borstkanker.",
        "Mijn dochter is net gescheiden.",
        "Mijn moeder is weduwe.",
        "Mijn zoon zit in de schulden.",
        "Ik heb paniekaanvallen in de bus.",
        "Ik voel me depressief.",
    ],
)
def test_what_is_no_circumstance_of_the_client(story):
    assert circumstances_told(story) == frozenset()


@pytest.mark.parametrize(
    ("story", "found"),
    [
        ("Ik ben een vrouw en zit in een rolstoel.", {"physical_disability"}),
        ("Als kind verloor ik mijn moeder.", {"bereaved"}),
        ("Mijn dochter woont in Canada en ik ben gescheiden.", {"divorced"}),
        ("Haar vriendin is gestorven.", {"bereaved"}),
        ("Ik verzorg mijn moeder.", {"carer"}),
        ("We gingen vorig jaar uit elkaar.", {"divorced"}),
        ("Ik ben al tien jaar nuchter.", {"addiction_recovery"}),
        ("Ik heb een versleten knie.", {"chronic_pain"}),
    ],
)
def test_what_is_one_beside_others_or_in_words_with_two_meanings(story, found):
    assert circumstances_told(story) == found


def test_what_was_only_read_in_the_story_is_told():
    told = query(own_words="Ze is weduwe. Ze zorgt voor haar moeder.", household="weduwe").words_read
    assert [(one.kind, one.params["circumstance"]) for one in told if one.kind == "circumstance"] == [
        ("circumstance", "carer")
    ]


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ({"travel": {"modes": ["wheelchair"]}}, "physical_disability"),
        ({"access_needs": ["hearing_loop"]}, "hearing_impairment"),
        ({"age": 67}, "retired"),
        ({"gender": "non_binary"}, "lgbtq"),
        ({"dutch_level": "A2", "languages": ["ti"]}, "newcomer"),
        ({"complaints": [{"term": "pain"}]}, "chronic_pain"),
        ({"referral_reasons": ["mantelzorg"]}, "carer"),
    ],
)
def test_other_answers_say_it_too(told, found):
    assert found in query(**told).circumstances


@pytest.mark.parametrize(
    "told",
    [
        {"age": 66},
        {"gender": "man"},
        {"dutch_level": "A2", "languages": ["nl", "ti"]},
        {"dutch_level": "B2", "languages": ["ti"]},
    ],
)
def test_what_says_nothing_of_circumstances(told):
    assert query(**told).circumstances == frozenset()


def test_somebody_elses_dementia_is_not_ones_own():
    told = query(own_words="Haar man heeft dementie. Zij wil er niet over praten, over dementie.")
    read = [one.params["circumstance"] for one in told.words_read if one.kind == "circumstance"]
    assert read == ["carer", "dementia_partner"]
    # Where people with dementia are welcome, those who come along with them are.
    assert told.circumstances == {"carer", "dementia_partner", "dementia_self"}


def test_circumstances_of_a_group():
    assert circumstances_in("Cafe voor mantelzorgers") == {"carer"}
    assert circumstances_in("Koor") == frozenset()


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Een man van 62 met een beroerte.", {"stroke_abi"}),
        ("Een vrouw van 70 met kanker.", {"cancer"}),
        ("Zijn vrouw van 70 heeft dementie.", {"carer", "dementia_partner"}),
        ("Ze heeft een man met dementie.", {"carer", "dementia_partner"}),
        ("Haar zieke man vraagt veel.", {"carer"}),
        ("Ze is getrouwd en heeft kanker.", {"cancer"}),
        ("Hij heeft zijn vrouw verloren aan kanker.", {"bereaved", "widowed"}),
        ("Haar man lijdt aan kanker.", {"carer"}),
        ("Zijn vrouw verloor haar baan.", set()),
        ("Mijn man drinkt graag koffie.", set()),
        ("Mijn man drinkt te veel.", {"relative_of_addict"}),
        ("Mijn man zit in de ziektewet.", set()),
        ("Haar baan is weggevallen.", set()),
    ],
)
def test_of_whom_a_sentence_tells_and_of_what(sentence, found):
    assert circumstances_told(sentence) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Mijn moeder is weduwe.", set()),
        ("Haar zoon woont alleen.", set()),
        ("Haar zoon is overleden.", {"bereaved", "bereaved_parent"}),
        ("Mijn dochter is alleenstaande moeder.", set()),
        ("Ze is alleenstaande moeder van een zoon.", {"single_parent"}),
        ("Een vriendin heeft kanker.", set()),
        ("Haar buurman is verslaafd.", set()),
        ("Mijn kleinzoon heeft adhd.", set()),
        ("De scheiding van haar ouders doet pijn.", set()),
    ],
)
def test_the_life_of_relatives_and_friends_is_theirs(sentence, found):
    assert circumstances_told(sentence) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Hij kan goed rondkomen.", set()),
        ("Ze kan niet rondkomen.", {"low_income"}),
        ("Hij was blind van woede.", set()),
        ("Hij is blind.", {"visual_impairment"}),
        ("Ze werkte met verslaafden.", set()),
        ("Ze werkt als psychiater.", set()),
        ("Hij loopt bij de psychiater.", {"mental_health_experience"}),
        ("Het werd op tv uitgezonden.", set()),
        ("Hij is uitgezonden naar Afghanistan.", {"veteran"}),
        ("Hij werkte in de gevangenis.", set()),
        ("Hij heeft in de gevangenis gezeten.", {"ex_offender"}),
        ("Ze is nuchter opgevoed.", set()),
        ("Hij is al drie maanden nuchter.", {"addiction_recovery"}),
        ("Ze is dood van vermoeidheid.", set()),
        ("Haar hond is overleden.", set()),
    ],
)
def test_words_that_mean_something_else(sentence, found):
    assert circumstances_told(sentence) == found


@pytest.mark.parametrize(
    "term",
    ["vergeetachtig", "memory_worries", "bang voor dementie", "warrig", "kan niet van huis", "leren leven met verlies"],
)
def test_a_complaint_that_tells_of_no_circumstance(term):
    assert query(complaints=[{"term": term}]).circumstances == frozenset()


def test_a_complaint_that_names_an_illness_does():
    assert query(complaints=[{"term": "beginnende dementie"}]).circumstances == {"dementia_self"}


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("Koffie in De Regenboog", set()),
        ("Regenboogcafé", {"lgbtq"}),
        ("Clean-up in de wijk", set()),
        ("Wandelen in het buitengebied", set()),
        ("Gratis met Stadspas", set()),
        ("Eten voor minima", {"low_income"}),
        ("Add a stitch", set()),
        ("Café voor volwassenen met ADD", {"adhd"}),
    ],
)
def test_a_name_or_a_place_is_no_target_group(title, found):
    assert circumstances_in(title) == found


@pytest.mark.parametrize(
    ("sentence", "gender", "found"),
    [
        ("Ik val op vrouwen.", "woman", True),
        ("Ik val op vrouwen.", "man", False),
        ("Ik val op vrouwen.", None, False),  # who knows
        ("Hij gaat niet mee omdat hij op mannen valt.", "man", True),
        ("Ze valt op mannen.", None, False),
        ("Ik ben een trans man.", None, True),
        ("Wij zijn regenboogmensen.", None, True),
        ("Sam wil hij genoemd worden, staat ingeschreven onder een meisjesnaam.", None, True),
        ("Ze schildert een regenboog van kleuren.", None, False),
        ("De club is op mannen gericht.", None, False),
    ],
)
def test_loving_whom_is_read_with_who_loves(sentence, gender, found):
    client = Client(reference="c", own_words=sentence, **({"gender": gender} if gender else {}))
    assert ("lgbtq" in dict(read_client(client).circumstances)) is found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Ik kom de deur niet uit.", True),
        ("Ik kom niet meer buiten.", True),
        ("Ik durf de straat niet op.", True),
        ("Alleen laten kan ik haar niet.", True),
        ("Ik zou vaker de deur uit willen.", False),
        ("Ik kom nauwelijks de deur uit omdat ik niemand ken.", False),
        ("Ik ben bang dat ik straks de deur niet meer uit kom.", False),
        ("'s Avonds kom ik de deur niet uit.", False),
        ("De hond kan ik niet alleen laten.", False),
    ],
)
def test_who_cannot_leave_the_house_in_plain_words(sentence, found):
    assert ("homebound" in dict(read_own_words(sentence).circumstances)) is found


@pytest.mark.parametrize(
    "text", ["Mijn zwangerschap is mislukt.", "Ik ben bang dat ik kanker krijg.", "Mijn moeder had kanker."]
)
def test_what_is_over_or_feared_is_no_circumstance(text):
    assert circumstances_in_story(text) == set()


def circumstances_in_story(text):
    return {name for name, _ in read_own_words(text).circumstances}
