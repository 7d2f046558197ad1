"""How old somebody says to be, and whether man or woman."""

import pytest

from wor_match.query.who_told import who_told


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("Ik ben 74 en mijn man is in maart overleden.", 74),
        ("Mevrouw is 81, slechthorend en haar knieën zijn versleten.", 81),
        ("Mevrouw (86) ontvangt me in haar aanleunwoning.", 86),
        ("Man, 43, Oosterparkwijk.", 43),
        ("Ik ben een man van 68, mijn partner is dood.", 68),
        ("Mevrouw Geesje is negentig en komt het huis niet meer uit.", 90),
        ("Hij is tweeëntwintig.", 22),
        ("I am 43 and lonely.", 43),
        ("Ik ben 40 jaar getrouwd.", None),
        ("Ik ben 20 kilo kwijt.", None),
        ("Ik ben 25 jaar chauffeur geweest.", None),
        ("De buurvrouw van 80 helpt.", None),
        ("Ik woon op nummer 74.", None),
        ("Mijn moeder is 81.", None),
    ],
)
def test_ages(text, age):
    assert who_told([(text, [])]).age == age


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        ("Mevrouw is 81.", "woman"),
        ("Man, 43, Oosterparkwijk.", "man"),
        ("Ik ben een alleenstaande vader.", "man"),
        ("Ik ben transvrouw en schrijf.", "woman"),
        ("Ik zou graag andere moeders leren kennen.", "woman"),
        ("Ik ben getrouwd met een lieve man.", None),
        ("Mijn man is overleden.", None),
        ("Ik ben 74.", None),
        ("Ik ben geen man.", None),
    ],
)
def test_genders(text, gender):
    assert who_told([(text, [])]).gender == gender


def test_what_is_told_of_others_is_not_theirs():
    assert who_told([("Ze is 81.", [True, True, True])]).age is None


def test_the_first_that_is_told_counts():
    assert who_told([("Ik ben 74.", []), ("Ik ben 47.", [])]).age == 74
