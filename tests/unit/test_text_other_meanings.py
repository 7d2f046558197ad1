"""Words that look like a wish or a subject, and mostly are none."""

import pytest

from wor_match.query.no_answer import themes_said
from wor_match.query.own_words import read_own_words
from wor_match.text.reading import reading
from wor_match.text.themes import default_reader


def named(text):
    return {theme for theme, weight in default_reader().read(text).items() if weight >= 0.35}


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("iemand buiten de familie", "outdoors"),
        ("een dagdeel per week", "good_talk"),
        ("ik kom met de scootmobiel", "digital_skills"),
        ("dat is zo afgesproken", "addiction_recovery"),
        ("zonder achtergrondmuziek", "illness_peers"),
        ("een proefles", "food"),
        ("met de ooievaarspas", "birdwatching"),
        ("Welzijn Waterhoven", "water"),
        ("ik kan liplezen", "reading"),
        ("een verwijsbrief", "phone_contact"),
        ("de een leest de krant, de ander breit", "lectures"),
        ("je mag ook gewoon zitten", "chair_exercise"),
        ("dicht bij huis", "creative"),
        ("het gaat heel snel", "vehicles"),
        ("op de eerste verdieping", "study"),
        ("een getrainde vrijwilliger", "social_skills"),
        ("haar psycholoog zei dat", "lectures"),
        ("kaartjes kosten vijf euro", "card_games"),
        ("een bak koffie", "baking"),
        ("een kastje aan de muur", "gardening"),
        ("in de buurt", "coffee_meeting"),
        ("een proefles en mosselen", "nature"),
        ("na een fietsongeluk", "cycling"),
        ("de leesbril is kwijt", "reading"),
        ("kwam als bootvluchteling", "water_sports"),
        ("een paar mensen buiten het werk", "outdoors"),
        ("iets buitenshuis", "outdoors"),
        ("hij kent het boekje vanbuiten", "outdoors"),
        ("gesloten in de schoolvakanties", "outings"),
        ("in de kerstvakantie zijn we dicht", "outings"),
        ("we werken aan een lange tafel", "eating_together"),
        ("het ligt op de keukentafel", "eating_together"),
        ("krant lezen bij de koffie", "reading"),
        ("fotograferen met mijn telefoon", "phone_contact"),
        ("tot de operatie", "theatre"),
        ("op de boulevard", "bowls"),
        ("wandelen met de kinderwagen", "vehicles"),
        ("de wijkverpleegkundige is uitsluitend in de ochtend", "film_making"),
        ("vul uw voornaam in", "fishing"),
        ("een rustige groep", "relaxation"),
        ("elke middernacht", "sleep"),
        ("mijn sleutels liggen daar", "repair"),
        ("schelpen in bakjes", "baking"),
        ("vlees roken", "addiction_recovery"),
        ("uitvinden wat ik leuk vind", "technology"),
        ("hij is eenentwintig", "card_games"),
        ("koken voor mijn kinderen", "parents_children"),
        ("dat mijn kinderen zien dat ik wat doe", "parents_children"),
        ("schepen en de haven", "repair"),
        ("last van hooikoorts", "animals"),
        ("de welzijnscoach helpt u", "buddy"),
    ],
)
def test_it_is_not_about(text, theme):
    assert theme not in named(text)


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("lekker buiten zijn", "outdoors"),
        ("naar buiten", "outdoors"),
        ("een dagje uit of op vakantie gaan", "outings"),
        ("samen aan tafel eten", "eating_together"),
        ("boeken lezen", "reading"),
        ("af en toe een telefoontje", "phone_contact"),
        ("samen bellen", "phone_contact"),
        ("opera en klassiek", "listening_music"),
        ("jeu de boules", "bowls"),
        ("oude auto's opknappen", "vehicles"),
        ("tot rust komen", "relaxation"),
        ("sleutelen aan brommers", "repair"),
        ("taarten bakken", "baking"),
        ("stoppen met roken", "healthy_living"),
        ("met mijn kinderen iets doen", "parents_children"),
        ("varen met oude schepen", "water_sports"),
        ("slechte nachten", "sleep"),
        ("nieuwe vrienden", "meeting_people"),
    ],
)
def test_it_is_about(text, theme):
    assert theme in named(text) | {one for one, weight in themes_said(reading(text)).items() if weight >= 0.35}


@pytest.mark.parametrize(
    "text",
    [
        "Lotgenoten zocht ze op Facebook: alleen ruzie.",  # "genoten" is in the word only
        "Ze was bloemist, tien jaar.",
        "Ze mist haar man, die is overleden.",
        "Ze mist haar zus, sinds die Parkinson heeft.",
    ],
)
def test_no_wish_is_in_it(text):
    assert not read_own_words(text).interests


@pytest.mark.parametrize(
    "text",
    [
        "Ze wil graag praten met lotgenoten.",
        "Hij zou graag in een rouwgroep komen.",
        "Ze is vogelliefhebber en kijkt elke dag naar vogels.",
        "Ze genoot van het koor.",
    ],
)
def test_a_wish_is_in_it(text):
    assert read_own_words(text).interests


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("ik wil weer heel graag wandelen", "repair"),
        ("weer heel veel lachen", "repair"),
        ("gevlucht voor de oorlog", "local_history"),
        ("een slag om de arm houden", "local_history"),
        ("ze deed aangifte bij de politie", "volunteering_people"),
        ("toegankelijk voor mensen in een rolstoel", "volunteering_people"),
        ("ze zoekt mensen die ook schilderen", "volunteering"),
        ("wie helpt mij met de post", "volunteering"),
        ("met iemand meegaan naar de markt", "volunteering_people"),
        ("het voelde als een warm bad", "swimming"),
        ("het voelde als een warm bad", "water"),
        ("haar dochter Veronica", "listening_music"),
        ("de rekening met een acceptgiro betalen", "watching_sport"),
        ("ik heb me verstapt", "watching_sport"),
        ("ze kolft nog elke dag", "bowls"),
        ("hij heeft een beugel", "games"),
        ("een stel kwajongens", "card_games"),
        ("hij was klokkenluider bij de bank", "making_music"),
        ("vroeg in de ochtend", "calm"),
        ("weer vooruit kunnen", "money_help"),
        ("a big group", "animals"),
        ("we praise our volunteers", "faith"),
        ("I would like to keep busy", "ball_sports"),
        ("a thriving community", "household_flea"),
        ("his actual address", "politics"),
    ],
)
def test_what_mostly_means_something_else_is_not_about(text, theme):
    assert theme not in named(text)


@pytest.mark.parametrize(
    ("text", "theme", "least"),
    [
        ("banenzwemmen", "swimming", 0.8),
        ("banenzwemmen", "moving", 0.8),
        ("wandelvoetbal", "ball_sports", 0.9),
        ("weer kunnen fietsen", "cycling", 1),
        ("weer mensen om me heen", "meeting_people", 1),
        ("met rust gelaten worden", "calm", 1),
        ("rust", "calm", 0.8),
        ("mijn hoofd leeg", "calm", 1),
        ("het dorp van vroeger", "memories", 1),
        ("mijn grenzen aangeven", "social_skills", 0.9),
        ("mijn vak doorgeven", "volunteering_teaching", 1),
        ("aan tafel eten", "eating_together", 0.9),
        ("dagje zee", "water", 1),
        ("zien wat er uit mijn handen komt", "hands_on", 0.9),
    ],
)
def test_a_longer_phrase_is_no_weaker_than_what_it_names(text, theme, least):
    assert default_reader().read(text).get(theme, 0) >= least


@pytest.mark.parametrize(
    "story",
    [
        "Ze is blij met haar buurvrouw, ze kan altijd op haar rekenen.",
        "Ze gaat graag op bezoek bij haar zus.",
        "Ze maakt graag een praatje bij de groenteboer.",
    ],
)
def test_being_with_others_is_no_wish_to_help(story):
    found = {theme for themes in read_own_words(story).themes.values() for theme in themes}
    assert not {theme for theme in found if theme.startswith("volunteering")}


@pytest.mark.parametrize(
    ("word", "theme"),
    [
        *((word, "animals") for word in ("katterig", "katterige", "kattig", "beestachtig", "schaapachtig", "hondsmoe")),
        *((word, "animals") for word in ("beestenweer", "hondenweer", "paardenmiddel", "hanenpoten", "ezelsoren")),
        *((word, "parents_children") for word in ("kinderachtig", "kinderachtige", "kleuterachtig")),
        *((word, "woodwork") for word in ("houterig", "houterige")),
        *((word, "bereavement_peers") for word in ("doodmoe", "doodstil", "doodsangst", "doodsbang")),
        ("een doodlopende straat", "moving"),
        *((word, "illness_peers") for word in ("zeeziek", "reisziek", "wagenziek")),
        *((word, "food") for word in ("boterzacht", "vissig")),
        ("schilderachtig", "drawing_painting"),
        ("zweterig", "moving"),
        ("matig", "buddy"),
        ("schuldig", "money_help"),
        ("rommelig", "household_flea"),
        ("zwanenzang", "singing"),
    ],
)
def test_a_word_for_how_something_is_is_not_the_thing(word, theme):
    assert theme not in named(f"Ik voel me {word}.")
    assert theme not in named(word)


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("mijn kat", "animals"),
        ("katten", "animals"),
        ("beesten verzorgen", "animals"),
        ("schapen", "animals"),
        ("moeders met kleine kinderen", "parents_children"),
        ("houten speelgoed", "woodwork"),
        ("haar dood", "bereavement_peers"),
        ("doodgaan", "bereavement_peers"),
        ("longziek", "illness_peers"),
        ("vissen", "fishing"),
        ("een maatje", "buddy"),
        ("schulden", "money_help"),
        ("naar een rommelmarkt", "household_flea"),
        ("een aandachtige les", "relaxation"),
        ("het is rustig", "calm"),
        ("vergaderachtige dingen", "volunteering_admin"),
        ("zo gelovig als mijn moeder", "faith"),
    ],
)
def test_the_thing_itself_is_still_read(text, theme):
    assert theme in named(text)
