"""What is plainly for children or young people, and what only mentions them."""

import pytest

from wor_match.catalogue.marks import FROM_PROSE
from wor_match.catalogue.notice import notice
from wor_match.domain.activity import Activity
from wor_match.rules.age import fits
from wor_match.text.fact_young import for_young
from wor_match.vocabulary.tables import read_table

YOUNG = [
    ("Peutergym", "Lekker bewegen.", 5),
    ("Kinderkoor De Lijsters", "Ouders mogen blijven kijken.", 14),
    ("Jeugd-hockey", "", 21),
    ("Jongerensoos", "", 27),
    ("Dansen voor kids", "", 14),
    ("Kids yoga", "", 14),
    ("Youth soccer", "", 25),
    ("Yoga for kids", "", 14),
    ("Children's choir", "", 17),
    ("Knutselclub", "Voor kinderen van 6 tot 12.", 14),
    ("Knutselclub", "Leuk! Voor kinderen uit de buurt.", 14),
    ("Kookclub", "Alleen voor jongeren.", 27),
    ("Judo", "Speciaal voor basisschoolkinderen", 14),
    ("Spelmiddag", "Bedoeld voor peuters en kleuters.", 7),
    ("Soos", "De soos is voor tieners.", 19),
    ("Club", "Only for children aged 6-12", 17),
]
NOT_YOUNG = [
    ("Inloop", "Voor ouders met kinderen van 0 tot 4 jaar."),
    ("Ouder-kindgym", ""),
    ("Eetcafe", "Kinderopvang aanwezig."),
    ("Eetcafe", "Speelhoek voor kinderen."),
    ("Eetcafe", "Voor kinderen tot 12 jaar is er een oppas."),
    ("Eetcafe", "Voor kinderen is er limonade. Gratis voor kinderen."),
    ("Eetcafe", "Geen kinderen. Niet voor kinderen. Alleen voor volwassenen."),
    ("Koor", "Er is een groep voor kinderen en een voor volwassenen. Alleen voor kinderen: dinsdag."),
    ("Zomerfeest", "Bedoeld voor kinderen en hun ouders."),
    ("Voorlezen voor kinderen", "Word vrijwilliger."),
    ("Breien voor kinderen", "Wij maken truien."),
    ("Kinderboerderij", "Help de dieren verzorgen."),
    ("Jeugdherinneringen delen", "Over vroeger."),
    ("Jeugdsportfonds", ""),
    ("Opa's en kleinkinderen", ""),
    ("Lawyers for Children", "Legal help."),
    ("Preparing for baby's arrival", ""),
    ("Network", "Only for children's services."),
    ("Helder praten met kinderen", "Een cursus."),
    ("Wandelen", "Door de gemeente, over steen en zand."),
]


@pytest.mark.parametrize(("title", "text", "highest"), YOUNG)
def test_plainly_for_the_young(title, text, highest):
    assert for_young(title, text) == highest


@pytest.mark.parametrize(("title", "text"), NOT_YOUNG)
def test_children_are_only_mentioned(title, text):
    assert for_young(title, text) is None
    seen = notice(Activity(id="a", title=title, description=text))
    ages = (seen.group.age_min, seen.group.age_max)
    assert fits(ages, 45) == 1
    assert fits(ages, 75) == 1


@pytest.mark.parametrize("row", read_table("young_words", "wor_match.text"), ids=lambda row: row["word"])
def test_every_word_is_understood(row):
    assert for_young("Club", f"Alleen voor {row['word']}.") == int(row["highest"])
    if row["compound"]:
        assert for_young(f"{row['compound']}club".capitalize(), "") == int(row["highest"])


@pytest.mark.parametrize(("title", "text", "highest"), YOUNG)
def test_the_age_rule_uses_it(title, text, highest):
    seen = notice(Activity(id="a", title=title, description=text))
    assert seen.group.age_is_hard
    assert seen.provenance["group.age_max"] == FROM_PROSE
    assert fits((seen.group.age_min, seen.group.age_max), 45) == -1
    assert fits((seen.group.age_min, seen.group.age_max), None) == 0  # not asked is a question


def test_an_age_that_is_told_goes_before_the_word():
    told = Activity(id="a", title="Kinderkoor", group={"age_max": 10})
    assert notice(told).group.age_max == 10
    grown_up = Activity(id="a", title="Kinderkoor", group={"age_min": 55})
    assert notice(grown_up).group.age_max is None
    assert notice(Activity(id="a", title="Jongerensoos", description="Van 16 tot 24 jaar.")).group.age_max == 24


@pytest.mark.parametrize(
    "facts", [{"kind": "volunteering"}, {"roles": ["help"]}, {"kind_words": ["vrijwilligerswerk"]}]
)
def test_the_age_of_the_children_is_not_that_of_who_helps_them(facts):
    for title in ("Kinderclub", "Kinderclub (8 t/m 12 jaar)"):
        seen = notice(Activity(id="a", title=title, description="Voor kinderen van 8 tot 12 jaar.", **facts))
        assert (seen.group.age_min, seen.group.age_max) == (None, None)
    adults = notice(Activity(id="a", title="Bezoekgroep", description="Voor iedereen vanaf 18 jaar.", **facts))
    assert adults.group.age_min == 18


def test_noticing_it_twice_is_noticing_it_once():
    seen = notice(Activity(id="a", title="Kinderkoor"))
    assert notice(seen) is seen or notice(seen) == seen
