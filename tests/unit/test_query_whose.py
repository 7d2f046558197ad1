"""Whom a story tells of."""

import pytest

from making import query
from wor_match.domain.client import Client
from wor_match.query.own_words import read_client, read_own_words
from wor_match.query.whose import told_of_others
from wor_match.text.reading import Notes


def others(story):
    """The words that tell of somebody else, sentence by sentence."""
    readings = [Notes().read(sentence) for sentence in story]
    marks = told_of_others(readings)
    assert [len(one) for one in marks] == [len(one.words) for one in readings]
    return [
        " ".join(word for word, mark in zip(one.words, flags, strict=True) if mark)
        for one, flags in zip(readings, marks, strict=True)
    ]


@pytest.mark.parametrize(
    ("story", "theirs"),
    [
        (["Haar zoon vist, ze leest."], ["haar zoon vist"]),
        (["Mijn man hield van vissen en ik van lezen."], ["mijn man hield van vissen en"]),
        (["Ze ging met haar man graag dansen."], [""]),
        (["Mijn man en ik gingen dansen."], ["mijn man en"]),
        (["Ze heeft een dochter die graag danst."], ["die graag danst"]),
        (["Zijn vrouw mist hij elke dag."], [""]),
        (["Sinds mijn man dood is mis ik het koor."], ["sinds mijn man dood is"]),
        (["Vissen deed mijn man graag."], ["vissen deed mijn man graag"]),
        (
            ["Mevrouw is 80.", "Donderdag gaat hij naar de zorgboerderij."],
            ["", "donderdag gaat hij naar de zorgboerderij"],
        ),
        (["Meneer is 80.", "Donderdag gaat hij naar de zorgboerderij."], ["", ""]),
        (["Haar dochter komt vaak.", "Die danst graag."], ["haar dochter komt vaak", "die danst graag"]),
        (["Ze had een tuin.", "Die mist ze."], ["", ""]),
        (["Moeder van twee, werkt in de zorg."], [""]),
        (["Ze is 40.", "Dochter vertaalt."], ["", "dochter vertaalt"]),
        (["Hij woont met zijn vrouw Ria.", "Ria zingt."], ["", "ria zingt"]),
        (
            ["Hij is 70.", "Vroeger gingen ze dansen.", "Nu zit zij in een tehuis."],
            ["", "", "nu zit zij in een tehuis"],
        ),
        (["Kees, 67, vrouw Ria heeft dementie.", "Hij biljart."], ["vrouw ria heeft dementie", ""]),
        (["Ik kan niet meer, zegt ze.", "Ze leest graag."], ["", ""]),
        (["Spijkerbroek.", ""], ["", ""]),
    ],
)
def test_whom_a_sentence_tells_of(story, theirs):
    assert others(story) == theirs


def test_the_gender_that_is_known_goes_before_the_one_that_is_guessed():
    story = "Zijn zus belt vaak. Hij danst graag."
    assert read_own_words(story).interests == ("Hij danst graag.",)
    assert read_client(Client(reference="c", gender="woman", own_words=story)).interests == ()


@pytest.mark.parametrize(
    "story",
    [
        "Meneer is 50. Gesprek in het Engels. Tolk via de telefoon. Dochter vertaalt.",
        "Ze is 70. De huisarts heeft foto's laten maken. Huisarts schreef 'somber'.",
        "Hij is 30. Nederlands lezen gaat moeizaam.",
        "Ze is 40. De tuin is nog steeds een zandbak.",
        "Ze is 70. Haar dochter komt soms. Die danst graag.",
        "Ze is 70. Donderdag gaat hij naar de zorgboerderij.",
        "Hij is 70. Toen hij de auto ging verzetten, stond ze op straat. Auto, geld en tijd genoeg.",
        "Buschauffeur, 48. Hij slaapt slecht.",
        "Hij is 20. Op zijn telefoon een foto van opa.",
        "Hij is 50. De huisarts adviseert zwemmen.",
    ],
)
def test_what_is_told_in_passing_or_of_others_is_no_wish(story):
    read = read_own_words(story)
    assert (read.interests, read.pastimes) == ((), ())


@pytest.mark.parametrize(
    ("story", "theme"),
    [
        ("Hij is 19. Een oude Kreidler staat bij zijn broer, die zou hij graag weer opknappen.", "repair"),
        ("Ik was kok en dat was mijn lust en mijn leven.", "cooking"),
        ("Italiaans leren, dat wilde ze altijd al.", "foreign_languages"),
        ("Zwemmen vindt ze heerlijk.", "swimming"),
        ("Ze kan niet zonder haar volkstuin.", "gardening"),
        ("Vissen met zijn schoonvader, dat was genieten.", "fishing"),
    ],
)
def test_what_is_liked_in_other_words(story, theme):
    read = read_own_words(story)
    assert theme in read.themes[read.interests[0]]


def test_of_a_sentence_only_the_clients_part_is_a_wish():
    told = query(own_words="Haar man schaakt graag en zij zingt graag.")
    assert [one.params["theme"] for one in told.words_read if one.kind == "interest"] == ["singing"]


@pytest.mark.parametrize(
    ("story", "limits"),
    [
        ("Mijn man is slechthorend.", []),
        ("Hij is 70. Zijn vrouw gaat 's avonds niet de deur uit.", []),
        ("Mijn zoon kan de trap niet op.", []),
        ("Mevrouw is 80. Haar man is slechthorend. Hij gaat 's avonds niet de deur uit.", []),
        ("Mevrouw is 80 en slechthorend.", ["hard_of_hearing"]),
        ("Zij kan de trap niet op en haar man ook niet.", ["no_stairs"]),
        ("Mijn vrouw en ik gaan 's avonds niet de deur uit.", ["no_evening"]),
    ],
)
def test_somebody_elses_limits_are_not_the_clients(story, limits):
    assert [name for name, _ in read_own_words(story).limits] == limits


@pytest.mark.parametrize(
    ("story", "found"),
    [
        ("Hij heeft Parkinson en zijn vrouw zorgt voor hem.", ["parkinson"]),
        ("Ik heb kanker en mijn man kookt.", ["cancer"]),
        ("Haar man heeft Parkinson.", ["carer"]),
        ("Ze zorgt voor haar man met Parkinson.", ["carer"]),
        ("Ze lijdt onder de ziekte van haar man.", ["carer"]),
        ("Haar zieke man vraagt veel.", ["carer"]),
        ("Mevrouw is 80. Haar man komt nergens. Hij heeft dementie.", ["carer", "dementia_partner"]),
        ("Mevrouw is 80. Haar dochter is mantelzorger.", []),
    ],
)
def test_who_is_ill_is_no_carer(story, found):
    assert [name for name, _ in read_own_words(story).circumstances] == found
