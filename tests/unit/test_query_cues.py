"""How a client tells that something is liked, with the small words that people put between."""

import pytest

from making import TODAY
from wor_match import Client
from wor_match.query import compile_query
from wor_match.query.own_words import read_own_words
from wor_match.query.wants import clear_themes, theme_place


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("Ik hield altijd van schilderen.", "drawing_painting"),
        ("Ik houd nog steeds heel erg van schilderen.", "drawing_painting"),
        ("Schilderen vond ik altijd ontzettend leuk.", "drawing_painting"),
        ("Ik mis het schilderen.", "drawing_painting"),
        ("Ik wil eigenlijk wel weer schilderen.", "drawing_painting"),
        ("Ik mis mijn moestuin.", "gardening"),
        ("Ik mis mijn tuin.", "gardening"),
        ("Koken mis ik het meest.", "cooking"),
        ("Van tuinieren kikker ik altijd op.", "gardening"),
        ("Van bakken word ik altijd zo blij.", "baking"),
        ("Er is niks mooiers dan samen zingen.", "singing"),
        ("Ik doe niets liever dan schaken.", "chess"),
        ("Er gaat niets boven zingen.", "singing"),
        ("I have always really loved singing.", "singing"),
        ("Ik wil liever koken dan zingen.", "cooking"),
        ("In plaats van zingen zou ik liever koken.", "cooking"),
        ("Zingen vind ik vreselijk, maar schilderen doe ik graag.", "drawing_painting"),
        ("Tuinieren vind ik saai, maar koken vind ik heerlijk.", "cooking"),
        ("Behalve zingen doe ik ook graag aan dansen.", "dance"),
        ("Muziek is mijn leven.", "music"),
    ],
)
def test_what_is_liked_is_read_through_small_words(text, theme):
    assert any(theme in themes for themes in read_own_words(text).themes.values())
    assert read_own_words(text).interests == (text,)


@pytest.mark.parametrize(
    "text",
    [
        "Ik hou niet zo van schilderen.",
        "Schilderen vind ik niet echt leuk.",
        "Ik heb niet veel met schilderen.",
        "Ik was nooit zo van het schilderen.",
        "Bingo, daar heb ik niks mee.",
        "Ik heb weinig met yoga.",
        "Ik mis het werken.",
        "Alles behalve yoga.",
        "Alles is leuk, behalve zingen.",
        "Ik hou van alles, behalve van bingo.",
        "Iedereen in de familie houdt van koken behalve ik.",
        "Bingo, daar krijg je mij met geen tien paarden heen.",
        "Ik ben doodsbang voor honden.",
        "Ik heb last van de honden van de buren.",
        "Ik ben allergisch voor katten.",
        "Ik heb genoeg van puzzelen.",
        "Van koken krijg ik stress.",
        "Vroeger hield ik van dansen, nu niet meer.",
        "Ik zou graag zwemmen, maar het lukt niet meer.",
    ],
)
def test_what_is_not_liked_stays_so(text):
    found = read_own_words(text)
    assert found.interests == found.pastimes == ()


def test_what_is_less_liked_is_left_out():
    for text in ("Ik wil liever koken dan zingen.", "In plaats van zingen zou ik liever koken."):
        assert all("singing" not in themes for themes in read_own_words(text).themes.values())


def test_one_sort_of_group_that_is_not_wished_is_no_fear_of_groups():
    assert "no_crowds" not in dict(read_own_words("Ik wil geen groep met alleen vrouwen.").limits)
    assert "no_crowds" in dict(read_own_words("Ik wil geen groep.").limits)


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("Vroeger schilderde ik veel.", "drawing_painting"),
        ("Ik fotografeerde vogels.", "photography"),
        ("Ik bakte elke week een taart.", "baking"),
        ("We hadden een volkstuin.", "gardening"),
    ],
)
def test_who_did_it_tells_a_pastime(text, theme):
    found = read_own_words(text)
    assert any(theme in themes for themes in found.themes.values())


@pytest.mark.parametrize(
    "text",
    [
        "Ik was schilder.",
        "We hadden veel schilders in huis.",
        "Ik werkte als kok.",
        "De koks waren druk.",
        "We wonen met tuin.",
    ],
)
def test_a_trade_or_a_thing_alone_is_no_pastime(text):
    assert read_own_words(text).pastimes == ()
    assert read_own_words(text).interests == ()


@pytest.mark.parametrize(
    ("text", "modes"),
    [
        ("Ik wandel veel.", ["walk", "bike", "bus"]),
        ("Sinds de operatie loop ik met een rollator.", ["rollator", "bus"]),
        ("Ik zit in een rolstoel.", ["wheelchair", "bus"]),
        ("Ik rijd op mijn scootmobiel overal heen, maar met de bus kan ik niet.", ["mobility_scooter"]),
        ("Fietsen durf ik niet meer.", ["walk", "bus"]),
        ("Mijn man zit in een rolstoel.", ["walk", "bike", "bus"]),
        ("Ik wil nog geen rollator.", ["walk", "bike", "bus"]),
    ],
)
def test_who_was_not_asked_how_they_travel_goes_as_they_told(text, modes):
    asked = compile_query(Client(reference="c", own_words=text), as_of=TODAY)
    assert [mode.value for mode in asked.usual_modes] == modes


@pytest.mark.parametrize(
    ("text", "limit"),
    [
        ("Groepen vindt hij eng.", "no_crowds"),
        ("Bellen durft hij niet.", "no_phone_calls"),
        ("Ik durf niet alleen naar binnen.", "not_alone"),
        ("Als er iemand meegaat, dan wel.", "not_alone"),
        ("Zij loopt achter de rollator.", "uses_rollator"),
        ("De avonden zijn het ergst, maar dan durf ik de straat niet op.", "no_evening"),
        ("Ik durf 's avonds de straat niet op.", "no_evening"),
        ("Ik ga 's avonds de deur niet meer uit.", "no_evening"),
        ("In het donker ga ik niet over straat.", "no_evening"),
        ("Alcohol wil ik niet bij zijn.", "no_alcohol"),
        ("Ik ben gauw buiten adem.", "low_energy"),
    ],
)
def test_limits_are_read_in_any_order(text, limit):
    assert limit in dict(read_own_words(text).limits)


@pytest.mark.parametrize(
    "text",
    [
        "Ik woon alleen en voel me alleen.",
        "Ik kom niet alleen voor de koffie, maar ook voor de mensen.",
        "Mijn dochter durft niet alleen naar school.",
        "Niet alleen het lichaam maar ook het hoofd wil wat.",
    ],
)
def test_who_is_alone_or_speaks_of_another_may_go_alone(text):
    assert "not_alone" not in dict(read_own_words(text).limits)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("Ik slaap slecht.", "bad_sleep"),
        ("Mijn dochter is somber en ik pieker.", "worrying"),
        ("Ik slaap slecht sinds mijn dochter somber is.", "bad_sleep"),
    ],
)
def test_complaints_are_told_with_their_sentence(text, complaint):
    assert [(name, said) for name, _, said in read_own_words(text).complaints] == [(complaint, text)]


@pytest.mark.parametrize(
    "text",
    ["Wij hebben een zoon met een beperking.", "Hij vroeg naar kinderen die bang zijn.", "Mijn moeder is somber."],
)
def test_a_complaint_of_somebody_else_is_not_theirs(text):
    assert read_own_words(text).complaints == ()


def test_all_that_was_read_is_told():
    story = "Ik teken graag en ik hou van katten. Ik wil iets voor een ander doen. Ik slaap slecht. Ik ben 61."
    read = compile_query(Client(reference="c", own_words=story), as_of=TODAY).words_read
    assert {one.code for one in read} >= {"words.interest", "words.helps", "words.complaint", "words.told"}
    assert [one.params["theme"] for one in read if one.code == "words.interest"][:2] == ["drawing_painting", "animals"]
    named = Client(reference="c", own_words=story, complaints=[{"term": "slecht slapen"}], age=61, roles=["help"])
    told = {one.code for one in compile_query(named, as_of=TODAY).words_read}
    assert not told & {"words.helps", "words.complaint", "words.told"}


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("Ik ben dol op bloemen.", "flower_arranging"),
        ("Gewoon iets leuks met bloemen.", "flower_arranging"),
        ("Ik wil niet over kanker praten, gewoon iets leuks met bloemen.", "flower_arranging"),
        ("Misschien iets met muziek?", "music"),
        ("Ik heb iets met treinen.", "vehicles"),
        ("Zonder muziek kan ik niet.", "music"),
        ("Er ging geen week voorbij zonder kaarten.", "card_games"),
        ("Ik volg alle wedstrijden van Ajax.", "watching_sport"),
        ("Ik ben vaak in de tuin te vinden.", "gardening"),
        ("Als ik schilder vergeet ik de tijd.", "drawing_painting"),
        ("Ik luisterde altijd naar jazz.", "listening_music"),
        ("Een groep is niks voor mij, maar ik klaverjasde altijd graag.", "card_games"),
        ("Dat is niks voor mij, maar zwemmen vind ik wel leuk.", "swimming"),
        ("Wandelen helpt me.", "walking"),
    ],
)
def test_what_is_liked_is_heard_in_many_forms(text, theme):
    assert theme in {
        name for sentence in read_own_words(text).interests for name in read_own_words(text).themes[sentence]
    }


@pytest.mark.parametrize(
    "text",
    [
        "Ik kan niet zonder mijn rollator.",
        "Er is iets met mijn knie.",
        "Iets met mensen wil ik niet.",
        "De sleutel van de tuin was niet te vinden.",
        "Mijn zoon helpt me met de tuin.",
        "Slapen helpt me niet.",
        "Dus werd ik schilder.",
        "Ik mag niet meer sporten, maar ik vond het altijd heerlijk.",
        "Zwemmen gaat niet meer, maar ik deed het graag.",
        "Ik wil geen spelletjes doen als een kleuter.",
    ],
)
def test_what_only_sounds_like_it_is_none(text):
    assert read_own_words(text).interests == ()


def test_two_wishes_in_one_sentence_are_two():
    found = read_own_words("Ik hou van bakken en ik zou wel iets met muziek willen.")
    assert found.interests == ("Ik hou van bakken", "ik zou wel iets met muziek willen")
    assert read_own_words("Ik hou van bakken en ik woon in Oss.").interests == ("Ik hou van bakken en ik woon in Oss.",)


@pytest.mark.parametrize(("text", "theme"), [("Ik hou van muziek.", "music"), ("Ik ben dol op bloemen.", "gardening")])
def test_what_is_named_less_clearly_is_a_wish_where_nothing_clearer_stands_beside_it(text, theme):
    wants = compile_query(Client(reference="c", own_words=f"Ik hou van bakken. {text}"), as_of=TODAY).wants
    named = {clear for one in wants for clear in clear_themes(one)} | {
        name for one in wants for name, place in theme_place().items() if one.themes[place] > 0
    }
    assert theme in named
