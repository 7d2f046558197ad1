"""Who gives and who receives: listings that seek people who help, and those that only look so."""

from __future__ import annotations

import pytest

from wor_match import Activity
from wor_match.catalogue.giving import is_for_givers, seeks_givers
from wor_match.catalogue.notice import notice
from wor_match.vocabulary.enums import ActivityKind, GeoPrecision, Role

GIVERS = [
    ("Taalmaatje worden", ""),
    ("Word buddy van een jonge moeder", ""),
    ("Zelf wandelvrijwilliger worden?", "Iemand van ons helpt u op weg."),
    ("Meerijden als vrijwilliger", ""),
    ("Zonnebus zoekt chauffeurs", "Rijden met gasten door de polder."),
    ("Gezocht: gastvrouwen", "Voor de koffie op de afdeling."),
    ("Boodschappen doen: vrijwilliger", ""),
    ("Vrijwilligers gezocht", "Onze vrijwilligers bezoeken elke week iemand thuis en helpen u op weg."),
    ("Chauffeur worden?", "Een ochtend in de week."),
    ("Help jij mee in de moestuin?", "Wij oogsten op zaterdag."),
    ("Hulp gevraagd bij de kerststal", ""),
    ("Een uurtje luisteren", "Je krijgt een training van twee avonden. Wij vragen een VOG."),
    ("Maatje voor nieuwkomers", "Word taalcoach van een statushouder: 1 uur per week."),
    ("Hospice De Liefde", "Het hospice draait op vrijwilligers. Training van 5 avonden. Eén dagdeel per week."),
    ("Reparateur (m/v/x)", "Ben jij handig? Wij zoeken uitbreiding van ons team."),
    ("Vraagbaak", "Wij zoeken een coördinator. Je helpt bewoners op weg, twee uur per week."),
    ("Suppoost museum De Vlasserij", "Kennis van vlas komt vanzelf."),
    ("Vrijwillige ouderenadviseur", "Na een cursus bezoekt u 75-plussers."),
    ("Held op sokken", "Scoor als spelbegeleider! Je begeleidt een vaste deelnemer."),
    ("Op stap", "Wij koppelen je aan een buurtgenoot. De reiskosten worden vergoed."),
]
NOT_GIVERS = [
    ("Maatje gezocht?", "Een vrijwilliger komt eens in de week bij u langs."),
    ("Huisbezoek door een vrijwilliger", "Voor wie weinig mensen ziet."),
    ("Duofiets met een vrijwilliger", "U trapt mee zoveel u kunt."),
    ("Taalmaatje", "Een vrijwilliger oefent met u. Al onze vrijwilligers hebben een VOG."),
    ("Buurtkoor", "Tenoren gezocht!"),
    ("Computercursus", "De training duurt vier avonden."),
    ("Chauffeur nodig naar het ziekenhuis?", "Bel de automaatjes, zij kennen de weg."),
    ("Chauffeur gezocht? Bel de Automaatje-lijn", "Elke werkdag van negen tot twaalf."),
    ("Hulp gezocht in huis of tuin?", "Klussen voor 65-plussers."),
    ("Klusser nodig?", "De klussendienst heeft tijd."),
    ("Help je kind met leren", "Een avond voor ouders."),
    ("Jij helpt jezelf", "Acht avonden over zelfvertrouwen."),
    ("Thuisvrijwilliger op bezoek", "Een vrijwilliger komt om de week een uurtje langs."),
    ("Respijtvrijwilliger thuis", "U kunt aanvragen dat een vrijwilliger een dagdeel bij uw naaste blijft."),
    ("Terug naar werk", "Twee gesprekken per maand. Beginnen met twee uur per week is ook beginnen."),
    ("Kamer van Hoop", "Tolken zitten aan tafel, dus taal hoeft geen probleem te zijn."),
    ("Koor", "Wij zoeken tenoren. Eén keer per week repeteren we."),
    ("Assertiviteitstraining", "Je volgt een training van acht weken. Reiskosten worden vergoed."),
    ("Werkervaringsplek groen", "Je krijgt training, reiskosten worden vergoed, wij koppelen je aan een collega."),
    ("Wandelmaatje", "Wij koppelen u aan een wandelmaatje. Reiskosten worden vergoed door de gemeente."),
    ("Samen sterk", "Wij koppelen u aan een buurtgenoot. Onze maatjes hebben een VOG nodig."),
    ("Vrijwilliger aan huis", "Een vrijwilliger helpt u met de tuin."),
    ("Vrijwillige thuishulp", "Onze vrijwilligers doen boodschappen met u."),
]
CALLS = [
    "Ook brengers gezocht (auto of sterke fietstas).",
    "Daar zoeken we nog een penningmeester.",
    "Vrijwilligers voor de afwas zijn altijd welkom.",
    "Wij zoeken mensen die willen helpen met koken.",
    "De oude tuinders zoeken iemand voor het zware werk.",
    "Wil je meehelpen in de keuken, kom dan een uur eerder.",
    "Er zijn ook vrijwilligers nodig om te sorteren.",
    "Hulp is altijd welkom.",
    "We are looking for volunteers.",
    "We kunnen nog vrijwilligers gebruiken.",
    "Wij kunnen altijd extra handen gebruiken in de tuin.",
    "Extra handen kunnen we goed gebruiken.",
    "We kunnen nog wat hulp gebruiken bij het opruimen.",
    "Er zijn nog handen nodig in de keuken.",
    "Helpende handen gezocht.",
    "Wie komt ons team versterken?",
    "Kom ons vrijwilligersteam versterken!",
    "We komen nog bezorgers tekort.",
    "We can always use extra hands.",
]
NO_CALLS = [
    "Wij zoeken een vrijwilliger die bij u past.",
    "We zoeken nog tenoren en een bas.",
    "Vrijwilligers zijn op dit moment niet nodig.",
    "Zoekt u een chauffeur?",
    "Heeft u hulp nodig bij de boodschappen?",
    "Een vrijwilliger haalt u op.",
    "We zoeken mensen die van zingen houden.",
    "Het ligt stil tot er nieuwe begeleiders gevonden zijn en gezocht wordt.",
    "Wij helpen u zoeken naar een club.",
    "Mantelzorgers en begeleiders zijn ook welkom.",
    "Begeleiders mogen mee en zijn altijd welkom.",
    "Een kleine bijdrage voor de koks is welkom.",
    "Wij zoeken mensen die graag samen koken.",
    "We zoeken mensen die willen leren koken.",
    "Wij zoeken mensen die boodschappen doen lastig vinden.",
    "Op zoek naar een vrijwilliger? Bel ons.",
    "Hulp gevraagd? De burenhulp staat klaar.",
    "Vrijwilligers gezocht en gevonden: het team is compleet.",
    "We kunnen onze handen gebruiken.",
    "Kunt u wat hulp gebruiken in huis?",
    "Voor mensen die een maatje kunnen gebruiken.",
    "Onze vrijwilligers kunnen de zaal gebruiken.",
    "Wij kunnen momenteel geen vrijwilligers gebruiken.",
    "We kunnen nog leden gebruiken.",
    "Je hebt alleen je handen nodig.",
    "Wie komt ons koor versterken?",
    "Ons koor zoekt versterking bij de bassen.",
    "Kom ons team versterken! We spelen elke zaterdag een wedstrijd.",
    "Wie wil ons team versterken bij het kaarten?",
    "De groep versterkt uw zelfvertrouwen.",
]


@pytest.mark.parametrize(("title", "prose"), GIVERS)
def test_what_calls_those_who_give_is_volunteering(title: str, prose: str) -> None:
    assert is_for_givers(title, prose)
    assert notice(Activity(id="a", title=title, description=prose)).kind is ActivityKind.VOLUNTEERING


@pytest.mark.parametrize(("title", "prose"), NOT_GIVERS)
def test_what_is_for_those_who_receive_is_not(title: str, prose: str) -> None:
    assert not is_for_givers(title, prose)
    assert notice(Activity(id="a", title=title, description=prose)).kind is not ActivityKind.VOLUNTEERING


@pytest.mark.parametrize("sentence", CALLS)
def test_a_listing_with_both_sides_is_for_both(sentence: str) -> None:
    seen = notice(Activity(id="a", title="Samen eten", description=f"Soep en brood. {sentence}"))
    assert seeks_givers(sentence)
    assert set(seen.roles) == {Role.TAKE_PART, Role.HELP}
    assert seen.provenance["roles"] == "prose"


@pytest.mark.parametrize("sentence", NO_CALLS)
def test_other_seeking_is_no_call_for_help(sentence: str) -> None:
    assert not seeks_givers(sentence)
    assert notice(Activity(id="a", title="Samen eten", description=sentence)).roles == ()


def test_a_heading_of_volunteers_calls_them_unless_they_come_to_the_reader() -> None:
    words = ["vrijwilliger", "een op een"]
    calls = Activity(id="a", title="Hondenmaatje", kind_words=words, description="Je loopt met de hond van een oudere.")
    comes = Activity(id="b", title="Hondenmaatje", kind_words=words, description="Een vrijwilliger komt bij u thuis.")
    assert notice(calls).kind is ActivityKind.VOLUNTEERING
    assert notice(comes).kind is ActivityKind.ONE_TO_ONE


def test_what_a_directory_tells_stands() -> None:
    told = Activity(id="a", title="Taalmaatje worden", kind="one_to_one", roles=["take_part"])
    seen = notice(told)
    assert seen.kind is ActivityKind.ONE_TO_ONE
    assert seen.roles == (Role.TAKE_PART,)


def test_volunteering_wins_of_one_to_one_and_goes_to_where_the_other_lives() -> None:
    place = {"name": "Kantoor", "lat": 52.0, "lon": 5.1}
    seen = notice(
        Activity(
            id="a", title="Baasje", kind_words=["vrijwilligerswerk", "één-op-één"], places=[place], description="Fijn."
        )
    )
    assert seen.kind is ActivityKind.VOLUNTEERING
    assert seen.places[0].geo_precision is GeoPrecision.ORGANISATION
    assert seen.schedule.is_flexible is True
    assert seen.setting.value == "onsite"


@pytest.mark.parametrize(
    ("title", "roles"), [("Buurtsoep", (Role.TAKE_PART, Role.HELP)), ("Volleybal", ()), ("Zanggroep De Merel", ())]
)
def test_a_team_that_plays_seeks_players(title, roles):
    seen = notice(Activity(id="a", title=title, description="Wie komt ons team versterken?", kind="activity"))
    assert seen.roles == roles


@pytest.mark.parametrize(
    ("title", "prose", "kind"),
    [
        ("Taal aan huis", "Een vrijwilliger komt elke week bij u thuis om te oefenen.", ActivityKind.ONE_TO_ONE),
        ("Samen erop uit", "Een vrijwilliger komt om de twee weken bij u langs.", ActivityKind.ONE_TO_ONE),
        ("Vrijwilliger aan huis", "Een vaste vrijwilliger gaat met u mee naar de winkel.", ActivityKind.ONE_TO_ONE),
        ("Mantelzorgmiddag", "Er is oppas: een vrijwilliger blijft bij uw man.", None),
        ("Wandelgroep", "Onze vrijwilligers lopen mee.", None),
    ],
)
def test_one_who_comes_along_with_one_other_is_one_to_one(title: str, prose: str, kind: ActivityKind | None) -> None:
    assert notice(Activity(id="a", title=title, description=prose)).kind is kind
