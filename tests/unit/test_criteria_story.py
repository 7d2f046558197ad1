"""Words that an activity shares with what the client tells."""

import numpy as np
import pytest

from making import Asked, matcher, query
from wor_match.catalogue.words import PROSE, TITLE
from wor_match.criteria.story import ENOUGH, StoryCriterion
from wor_match.domain.client import Client
from wor_match.query.story import words_told
from wor_match.text.reading import Notes

STORY = "Hij zat veertig jaar in de haven. Nu knutselt hij in de schuur. Geen koor. Die schuur is koud."
HARBOUR = {"title": "Verhalen van de haven", "description": "Kom luisteren."}
SHED = {"title": "Repareren", "description": "In de schuur achter het buurthuis, met een vuurkorf."}
CHOIR = {"title": "Koor", "description": "Wij zingen liederen."}


def told(story: str) -> list[str]:
    return [one.word for one in words_told([Notes().read(story)])]


def test_it_needs_a_story():
    criterion = StoryCriterion()
    assert not criterion.applies(query())
    assert not criterion.applies(query(interests=["haven"]))
    assert not criterion.applies(query(own_words="Nee."))
    assert criterion.applies(query(own_words=STORY))
    assert not criterion.is_link


def test_what_is_denied_was_not_told():
    assert "koor" not in told(STORY)
    assert told("Geen koor, maar wel de haven.") == ["haven"]


def test_limits_and_complaints_are_no_ground_to_go():
    assert told("De trap op gaat niet meer, en zij piekert in de tuin.") == ["tuin"]


def test_a_word_counts_once_with_the_form_that_came_first():
    assert told("De duiven. Twee duiven, een duif.").count("duiven") == 1
    assert "duif" not in told("De duiven. Twee duiven, een duif.")


def test_english_is_read_as_english():
    assert told("She walked with the dogs and they were very happy") == ["walked", "dogs", "happy"]


def test_words_shared_count_by_where_they_stand():
    asked = Asked(StoryCriterion(), query(own_words=STORY), HARBOUR, SHED, CHOIR)
    assert asked.is_known()
    assert asked.expected == [TITLE / ENOUGH, PROSE / ENOUGH, 0]
    both = {**HARBOUR, "description": "In de schuur."}
    assert Asked(StoryCriterion(), query(own_words=STORY), both).expected == [(TITLE + PROSE) / ENOUGH]


def test_there_is_an_end_to_it():
    words = "haven schuur duiven brommer viool"
    offer = {"title": words, "description": "Kom gerust."}
    assert Asked(StoryCriterion(), query(own_words=words), offer).expected == [1]


def test_a_listing_without_words_may_share_more():
    criterion, silent = StoryCriterion(), {"title": "De Kern"}
    asked = Asked(criterion, query(own_words=STORY), silent, {"title": "De haven"})
    assert (asked.low, asked.expected, asked.high) == ([0, 0.5], [criterion.prior, 0.5], [1, 1])


def test_the_words_that_say_most_are_told_as_the_client_said_them():
    asked = Asked(StoryCriterion(), query(own_words=STORY), HARBOUR, SHED, CHOIR)
    assert asked.cases() == [[(True, "shared")], [(True, "shared")], []]
    assert [[one.params for one in each] for each in asked.tellings()] == [
        [{"phrase": "haven"}],
        [{"phrase": "schuur"}],
        [],
    ]


def test_three_words_are_told_at_most_in_the_order_of_the_story():
    story = "De viool, de brommer, de duiven, de haven."
    offer = {"title": "Haven en duiven en brommer", "description": "Met viool."}
    asked = Asked(StoryCriterion(), query(own_words=story), offer)
    assert asked.tellings()[0][0].params == {"phrase": "brommer, duiven, haven"}


@pytest.mark.parametrize("word", ["nicht", "moeder", "thuis"])
def test_words_that_everybody_says_are_not_told(word):
    asked = Asked(StoryCriterion(), query(own_words=f"{word} en {word}"), {"title": "Soep", "description": word})
    assert 0 <= asked.expected[0] < 0.2
    assert asked.cases() == [[]]


def test_other_activities_do_not_weigh():
    alone = Asked(StoryCriterion(), query(own_words=STORY), SHED).expected
    many = Asked(StoryCriterion(), query(own_words=STORY), SHED, *[{**SHED, "title": f"Schuur {n}"} for n in range(9)])
    assert many.expected[:1] == alone


def test_nothing_can_be_asked_about_it():
    asked = Asked(StoryCriterion(), query(own_words=STORY), SHED)
    facts = asked.criterion.open_facts(asked.scene, 0)
    assert facts is not None
    assert facts.names == ()


def test_shared_words_alone_are_no_reason_to_suggest():
    client = Client(reference="c", interests=["schaken"], own_words=STORY)
    offers = [{"title": "Schaakclub", "description": "Wij schaken."}, {"title": "Haven", "description": "De schuur."}]
    advice = matcher(*offers).recommend(client)
    assert [one.activity.id for one in advice.suggestions] == ["a00"]


def test_a_client_does_not_read_which_words():
    client = Client(reference="c", interests=["repareren"], own_words=STORY)
    advice = matcher(SHED).recommend(client)
    assert "‘schuur’" in advice.to_text(language="nl")
    assert "schuur’" not in advice.to_text(language="nl", audience="client")


def test_it_is_the_same_for_part_of_the_rows():
    asked = Asked(StoryCriterion(), query(own_words=STORY), HARBOUR, SHED, CHOIR)
    some = asked.scene.take(np.array([2, 0]))
    assert StoryCriterion().evaluate(some).expected.tolist() == [
        asked.values.expected[2],
        asked.values.expected[0],
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Ik ben verkracht in het park bij de vijver.",
        "Yoga vind ik stom, en de zaal ook.",
        "Ik heb een hekel aan bingo.",
        "Ik ben bang voor honden en water.",
    ],
)
def test_what_someone_fears_or_dislikes_is_no_ground_to_go(sentence):
    assert told(sentence) == []


def test_what_was_named_as_a_dislike_does_not_count_either():
    story, bingo = "Haar zus draait de bingo en kookt.", {"title": "Bingo", "description": "Kom gerust."}
    assert Asked(StoryCriterion(), query(own_words=story), bingo).expected[0] > 0
    disliked = query(own_words=story, dislikes=["bingo"])
    assert Asked(StoryCriterion(), disliked, bingo).expected == [0]


def test_names_of_people_and_places_are_not_shared_words():
    assert told("Zijn man heette Jan Bakker en kwam uit Kanaleneiland.") == ["man", "heette"]
    assert "nederlands" in told("Zij oefent haar Nederlands.")


def test_a_compound_and_its_parts_share_its_weight():
    whole, part = {"title": "Zangavond", "kind": "activity"}, {"title": "Zang", "kind": "activity"}
    asked = Asked(
        StoryCriterion(), query(own_words="De zangavond."), *({**one, "description": "Ja."} for one in (whole, part))
    )
    assert asked.expected == [TITLE / ENOUGH, TITLE / 2 / ENOUGH]


def test_what_was_told_is_not_in_a_repr():
    assert "schuur" not in repr(query(own_words=STORY).story)
