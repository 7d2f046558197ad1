"""How a client tells that something is liked, with the small words that people put between."""

import pytest

from wor_match.query.own_words import read_own_words


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
    ],
)
def test_what_is_not_liked_stays_so(text):
    assert read_own_words(text).interests == ()


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
