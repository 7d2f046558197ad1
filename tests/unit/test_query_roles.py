"""Who wants to help others, as told in a story and as named in wishes."""

from __future__ import annotations

import pytest

from wor_match import Client
from wor_match.query import compile_query
from wor_match.testing import TODAY
from wor_match.text.themes import default_reader
from wor_match.vocabulary.enums import Role

GIVERS = [
    "Laat míj die mensen bellen.",
    "Wie heeft er nog wat aan mij?",
    "Ze wil nodig zijn.",
    "Ze wil zich weer nuttig maken.",
    "Ik wil geen hulp, ik wil wat voor een ander doen.",
    "Mijn kennis doorgeven, dat zou ik willen.",
    "He wants to be useful.",
    "Ze wil graag weer nodig zijn.",
    "Ik help graag mensen.",
    "Hij wil zijn kennis kwijt aan jongeren.",
    "Ik wil me weer nuttig voelen.",
    "Ze heeft te veel tijd en wil iets voor een ander doen.",
    "Geld hoeft niet, ik wil graag helpen.",
]
NO_GIVERS = [
    "Ik wil geen vrijwilligerswerk.",
    "Haar dochter wil iets terugdoen.",
    "Hij wil niet nuttig zijn, hij wil rust.",
    "Ik hoef niet nodig te zijn.",
    "Hij vindt iets terugdoen onzin.",
    "Vrijwilligerswerk, een groep, een cursus: nee, nee, nee.",
    "Misschien wil ze later iets voor een ander doen.",
    "Er kwam een vrijwilliger langs.",
    "Ze wil hulp bij haar post.",
    "Altijd maar iets voor anderen doen, daar is ze klaar mee.",
    "Altijd iets voor een ander doen, dat heeft haar opgebroken.",
    "Vrijwilligerswerk lijkt haar niks.",
    "Vrijwilligerswerk lijkt me nog een stap te ver.",
    "Ik moet vrijwilligerswerk zoeken van de gemeente.",
    "Ze wil haar ervaring delen met lotgenoten.",
    "Hij is zijn beste kennis kwijt.",
    "Waar ben ik nog nodig, nergens toch.",
    "Dat wil wat betekenen hoor!",
    "Ze wil graag helpen maar heeft er geen kracht voor.",
    "Hij denkt aan vrijwilligerswerk maar durft niet.",
    "Vrijwilligerswerk lijkt hem te zwaar.",
    "Hij denkt aan vrijwilligerswerk met tegenzin.",
    "Hij moet van de gemeente vrijwilligerswerk zoeken.",
    "Ze kan haar kennis kwijt bij de dokter.",
    "Zich nuttig maken hoeft niet van haar.",
]


@pytest.mark.parametrize("story", GIVERS)
def test_a_story_tells_who_wants_to_give(story: str) -> None:
    assert compile_query(Client(reference="c", own_words=story), as_of=TODAY).roles == (Role.HELP,)


@pytest.mark.parametrize("story", NO_GIVERS)
def test_a_story_about_something_else_does_not(story: str) -> None:
    assert compile_query(Client(reference="c", own_words=story), as_of=TODAY).roles == ()


def test_what_was_filled_in_goes_first() -> None:
    client = Client(reference="c", roles=["learn"], own_words=GIVERS[0])
    assert compile_query(client, as_of=TODAY).roles == (Role.LEARN,)


@pytest.mark.parametrize("phrase", ["anderen opbeuren", "eenzame mensen bellen", "ouderen gezelschap houden"])
def test_helping_others_is_no_wish_for_that_help(phrase: str) -> None:
    query = compile_query(Client(reference="c", interests=[phrase]), as_of=TODAY)
    themes = {
        name for name, weight in zip(default_reader().theme_ids, query.wants[0].themes, strict=True) if weight > 0
    }
    assert "volunteering_people" in themes
    assert themes.isdisjoint({"mood_course", "stress_course", "practical_help"})
    assert query.roles == (Role.HELP,)


def test_wanting_cheer_oneself_is_no_helping() -> None:
    query = compile_query(Client(reference="c", interests=["een opbeurende cursus"]), as_of=TODAY)
    assert query.roles == ()
