"""What is hard for a client, in words that no list of phrases holds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wor_match.query.hardship import hardships
from wor_match.query.own_words import read_own_words
from wor_match.text.reading import reading
from wor_match.vocabulary.tables import read_table


def limits(text):
    return dict(read_own_words(text).limits)


@pytest.mark.parametrize(
    ("text", "limit", "said"),
    [
        ("Met de trap heb ik moeite.", "no_stairs", "Met de trap heb ik moeite"),
        ("Mijn knieën willen niet meer, dus veel trappen is niks.", "no_stairs", "veel trappen is niks"),
        ("Veel lawaai trek ik niet.", "no_noise", "Veel lawaai trek ik niet"),
        ("Ik word gek van drukte.", "no_crowds", "gek van drukte"),
        ("Met meer dan vijf mensen sla ik dicht.", "no_crowds", "Met meer dan vijf mensen sla ik dicht"),
        ("Ik hoor niks in een drukke zaal.", "hard_of_hearing", "hoor niks in een drukke zaal"),
        ("Bellen, dat durf ik niet.", "no_phone_calls", "Bellen, dat durf ik niet"),
        ("Ik vind het eng om ergens alleen binnen te stappen.", "not_alone", "eng om ergens alleen"),
        ("Ik lees en schrijf moeilijk.", "no_reading", "lees en schrijf moeilijk"),
        ("Ik wil geen verplichtingen.", "no_fixed_times", "wil geen verplichtingen"),
        ("Zij vindt de bus doodeng.", "no_bus", "de bus doodeng"),
        ("Tillen is te zwaar voor mij.", "no_lifting", "Tillen is te zwaar voor mij"),
        ("Praten doe ik niet, werken wel.", "no_talk", "Praten doe ik niet"),
        ("Met computers kan ik niks.", "no_digital", "Met computers kan ik niks"),
        ("Wedstrijden vind ik niks.", "no_performance", "Wedstrijden vind ik niks"),
        ("Stairs are difficult for me.", "no_stairs", "Stairs are difficult"),
        ("I cannot stand loud music.", "no_noise", "cannot stand loud music"),
    ],
)
def test_a_hardship_is_a_limit_with_the_words_in_which_it_was_told(text, limit, said):
    assert limits(text)[limit] == said


@pytest.mark.parametrize(
    "text",
    [
        "Met de trap heb ik geen moeite.",
        "De trap is niet moeilijk.",
        "Drukte kan ik niet missen.",
        "Ik kan niet zonder herrie om me heen.",
        "Mijn moeder heeft moeite met de trap.",
        "Ik klets graag, maar de trap is mooi.",
        "De trap is mooi, maar slapen lukt niet.",
        "De MS-groep was een ramp.",
        "Een groep met alleen mannen wil ik niet.",
        "De bus gaat niet vaak.",
        "Met mijn man kan ik niet praten.",
        "Ik speel in een groep en slapen lukt niet.",
        "Bellen gaat prima en lezen ook.",
    ],
)
def test_what_is_no_hardship_of_theirs(text):
    told = {row["limit"] for row in read_table("limit_topics")}
    assert told.isdisjoint(limits(text))


def test_every_thing_is_found_when_it_does_not_go():
    for row in read_table("limit_topics"):
        hard = "vind ik moeilijk" if row["language"] == "nl" else "is difficult for me"
        text = f"{row['phrase'].capitalize()} {hard}."
        assert row["limit"] in {hit.key for hit in hardships(reading(text))}, row["phrase"]


WORDS = [
    "ik",
    "de",
    "trap",
    "drukte",
    "groep",
    "niet",
    "kan",
    "moeite",
    "geen",
    "en",
    "maar",
    "bellen",
    ",",
    ".",
    "niks",
]


@given(st.lists(st.sampled_from(WORDS), max_size=12))
def test_places_lie_within_the_sentence(said):
    read = reading(" ".join(said))
    for hit in hardships(read):
        assert 0 <= hit.start_word < hit.end_word <= len(read.words)
        assert not hit.negated
