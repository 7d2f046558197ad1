"""Words that say one thing and another leave a fact unknown, with a trace, so that it is asked."""

import pytest

from making import activity
from wor_match import Catalogue, Matcher
from wor_match.catalogue.marks import CONTRADICTED
from wor_match.catalogue.notice import notice
from wor_match.testing import TODAY, a_client, an_activity

REFERRAL = "Er is een verwijzing van de huisarts nodig. Een verwijzing is niet nodig."
STAIRS = "Er is een lift. De zaal is alleen met een trap te bereiken."


def at(one, path):
    for step in path.split("."):
        one = getattr(one, step)
    return one


@pytest.mark.parametrize("told", [None, True, False])
@pytest.mark.parametrize(
    ("text", "path"),
    [
        (REFERRAL, "group.referral_required"),
        ("U moet wel lid zijn. U hoeft geen lid te zijn.", "group.membership_required"),
        ("We zitten momenteel vol. Er zijn nog plekken vrij.", "capacity.is_full"),
        ("De cursus is al begonnen. Instromen kan altijd.", "capacity.can_join_midway"),
    ],
)
def test_what_the_words_say_in_two_ways_is_not_known(text, path, told):
    group, field = path.split(".")
    seen = notice(activity(description=text, **{group: {field: told}}))
    assert at(seen, path) is None
    assert seen.provenance[path] == CONTRADICTED
    assert notice(seen) is seen


@pytest.mark.parametrize(
    ("text", "needed"),
    [
        ("Wmo-indicatie nodig; zonder indicatie mag u één keer meekijken.", True),
        ("Alleen met een indicatie. Zonder indicatie kunnen we u niet plaatsen.", True),
        ("Ook zonder verwijzing kunt u meedoen.", False),
        ("Zonder verwijzing kunt u niet meedoen.", True),
        ("Zonder verwijzing van de huisarts kunnen wij u helaas niet inschrijven.", True),
        ("Zonder indicatie geen toegang.", True),
        ("U kunt zonder verwijzing niet terecht.", True),
        ("Aanmelden is niet mogelijk zonder verwijzing.", True),
        ("Heeft u geen verwijzing, dan kunt u niet meedoen.", True),
        ("Verwijzing van de huisarts is nodig.", True),
        ("Geen verwijzing? Dan kunnen we u niet helpen.", None),
        ("Op verwijzing van de huisarts, of meld u zelf aan.", None),
        ("Zonder verwijzing kunt u ook meedoen, het kost niets.", False),
        ("Ook zonder verwijzing is er geen wachtlijst.", False),
        ("Zonder verwijzing zijn er geen kosten.", False),
        ("U heeft geen verwijzing nodig. U hoeft niet te betalen.", False),
    ],
)
def test_what_cannot_be_without_a_referral_does_not_deny_it(text, needed):
    assert notice(activity(description=text)).group.referral_required is needed


@pytest.mark.parametrize("told", [None, True, False])
def test_a_lift_and_stairs_leave_the_way_in_unknown(told):
    seen = notice(activity(description=STAIRS, places=[{"access": {"step_free": told}}, {}]))
    assert [place.access.step_free for place in seen.places] == [None, None]
    assert seen.provenance["places[0].access.step_free"] == CONTRADICTED
    assert notice(seen) is seen


@pytest.mark.parametrize(
    "text",
    [
        "Deelname is gratis. Bijdrage 5 euro per keer.",
        "Deelname is gratis. Kosten 5 euro.",
        "Kosten: € 5. Gratis!",
        "De bijdrage is 5 euro. Meedoen is gratis.",
    ],
)
@pytest.mark.parametrize("cost", [{}, {"amount_eur": 0}, {"amount_eur": 5, "per": "time"}], ids=str)
def test_free_and_paid_for_leaves_the_price_unknown(text, cost):
    seen = notice(activity(description=text, cost=cost))
    assert (seen.cost.amount_eur, seen.cost.per) == (None, None)
    assert seen.provenance["cost.amount_eur"] == CONTRADICTED
    assert notice(seen) is seen


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("Deelname is gratis. Koffie 2 euro.", 0),
        ("Deelname is gratis. Kosten voor materiaal: 5 euro.", 0),
        ("Deelname is gratis. De kosten worden vergoed.", 0),
        ("De eerste keer gratis. Bijdrage 5 euro per keer.", 5),
        ("Bijdrage 5 euro per keer. Contributie 40 euro per jaar.", None),
        ("Kosten 5 euro.", None),
    ],
)
def test_what_is_paid_for_besides_disputes_nothing(text, amount):
    seen = notice(activity(description=text))
    assert seen.cost.amount_eur == amount
    assert seen.provenance.get("cost.amount_eur") != CONTRADICTED


def test_a_price_without_a_period_puts_a_field_that_says_free_in_doubt():
    assert notice(activity(description="Kosten 5 euro.", cost={"amount_eur": 0})).cost.amount_eur is None
    assert notice(activity(description="Kosten 0 euro.", cost={"amount_eur": 0})).cost.amount_eur == 0
    paid = activity(description="Kosten 5 euro.", cost={"amount_eur": 7, "per": "month"})
    assert notice(paid).cost == paid.cost


def test_several_ages_and_waits_and_languages_are_no_dispute():
    text = "Voor iedereen vanaf 55 jaar. Voor jongeren van 12 tot 18 jaar. We spreken Turks. We spreken ook Engels."
    assert CONTRADICTED not in notice(activity(description=text)).provenance.values()


def test_it_is_asked_and_told():
    dispute = an_activity(id="koor", description=f"Wij zingen in een koor. {REFERRAL} {STAIRS}")
    client = a_client(interests=["zingen in een koor"], access_needs=["step_free"])
    advice = Matcher(Catalogue.from_activities([dispute]), as_of=TODAY).recommend(client)
    asked = {one.code for one in advice.suggestions[0].call_first}
    assert {"ask.access.doubted", "ask.referral.doubted"} <= asked
    assert "spreken elkaar tegen over" in advice.to_text(language="nl", audience="coach")


# for whom a group is


def rule(title, description="", **group):
    seen = notice(activity(title=title, description=description, group=group))
    found = seen.group.gender_rule
    return found.value if found else None, seen.provenance.get("group.gender_rule") == CONTRADICTED


@pytest.mark.parametrize(
    ("title", "description", "found"),
    [
        # the others are welcome too
        ("Vrouwengroep, ook mannen welkom", "", "mixed"),
        ("Vrouwengroep", "Mannen mogen ook komen.", "mixed"),
        ("Mannenkoor (vrouwen ook welkom)", "", "mixed"),
        ("Naaien voor vrouwen", "Ook mannen die willen leren naaien zijn van harte welkom.", "mixed"),
        ("Mannengroep", "Vrouwen kunnen ook mee.", "mixed"),
        ("Women's circle for women", "Men are also welcome.", "mixed"),
        # a rule or a name that stands
        ("Vrouwengroep", "Alle vrouwen zijn welkom, jong en oud.", "women"),
        ("Vrouwengroep", "Iedereen doet mee op eigen niveau.", "women"),
        ("Vrouwengroep", "Er is koffie voor iedereen.", "women"),
        ("Mannengroep", "Mannen zijn altijd welkom.", "men"),
        ("Vrouwengroep", "Mannen zijn niet welkom.", "women"),
        ("Alleen voor vrouwen", "Iedereen is welkom.", "women"),
        ("Naaien voor vrouwen", "", "women"),
        # no rule at all
        ("Naaien, vooral voor vrouwen", "", None),
        ("Breien, ook voor mannen", "", "mixed"),
        ("Yoga, niet alleen voor vrouwen", "", None),
        ("Computerles", "Ook voor oudere vrouwen.", None),
        ("Dames- en herengroep", "", None),
        ("Naaien", "Vrouwen zijn welkom op dinsdag.", None),
    ],
)
def test_a_name_gives_way_to_who_is_welcome(title, description, found):
    assert rule(title, description) == (found, False)


@pytest.mark.parametrize(
    ("title", "description"),
    [
        ("Vrouwengroep", "Iedereen is welkom."),
        ("Inloop voor vrouwen", "Iedereen is van harte welkom!"),
        ("Vrouwengroep", "Mannen zijn welkom op vrijdag."),
        ("Vrouwengroep", "Vooral voor oudere vrouwen."),
        ("Naaien", "Alleen voor vrouwen. Mannen zijn ook welkom."),
        ("Vrouwengroep en mannengroep", ""),
    ],
)
def test_what_cannot_be_told_is_asked(title, description):
    assert rule(title, description) == (None, True)


def test_a_ticked_rule_and_words_that_dispute_it_are_asked():
    assert rule("Vrouwengroep", "Ook mannen zijn welkom.", gender_rule="women") == (None, True)
    assert rule("Vrouwengroep", "Iedereen is welkom.", gender_rule="women") == (None, True)
    assert rule("Naaigroep", "Iedereen is welkom.", gender_rule="women") == ("women", False)
    assert rule("Vrouwengroep", "", gender_rule="women") == ("women", False)


@pytest.mark.parametrize(
    ("title", "text", "is_hard"),
    [
        ("Wandelen 65+", "Jonger mag ook.", False),
        ("Soos", "Vanaf 65 jaar, maar jongeren mogen ook.", False),
        ("Soos", "Alleen vanaf 55 jaar. Ook als u jonger bent, mag u komen.", False),
        ("Soos", "Vanaf 55 jaar. Younger people are welcome too.", False),
        ("Wandelen 65+", "Voor jongeren is er een andere groep.", True),
        ("Soos", "Vanaf 65 jaar. Met jongeren praten wij over vroeger.", True),
        ("Café 18+", "Jongeren worden geweigerd.", True),
        ("Soos 65+", "Ook jongeren van de school helpen mee.", True),
        ("Soos 65+", "Jongeren kunnen ook niet zonder ouderen.", True),
    ],
)
def test_an_age_is_no_rule_where_who_is_younger_may_come_too(title, text, is_hard):
    group = notice(activity(title=title, description=text)).group
    assert group.age_min in (18, 55, 65)
    assert (group.age_is_hard is not False) is is_hard


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        # who is not welcome, or has a group of their own, opens nothing
        ("Zwemmen", "Alleen voor vrouwen. Mannen mogen ook niet in de kantine.", "women"),
        ("Vrouwengroep", "Ook mannen zijn niet welkom.", "women"),
        ("Vrouwengroep", "Ook voor mannen hebben wij een groep.", "women"),
        ("Vrouwengroep", "We praten over onze mannen en ook mannen in het algemeen.", "women"),
        ("Zwemmen", "Alleen voor vrouwen. Wij hebben ook voor mannen een uur.", "women"),
        ("Swimming", "Women only. Men are welcome in the cafe afterwards.", "women"),
        ("Women's group", "We meet on Mondays.", "women"),
        ("Choir", "Men are not welcome.", "women"),
        # once a year, or on another day: it is asked
        ("Herensoos", "Dames zijn ook welkom bij de kerstborrel.", None),
        ("Vrouwencafé, een vrouwengroep", "Mannen zijn ook welkom op de laatste vrijdag.", None),
        ("Moederochtend", "Speciaal voor moeders. Vaders zijn ook welkom.", None),
        # who comes now is no rule
        ("Koor", "Tot nu toe komen er alleen vrouwen.", None),
        ("Koor", "We hebben nu alleen vrouwen, mannen zijn heel welkom.", None),
        ("Koor", "Er doen geen mannen mee op dit moment.", None),
        ("Yoga", "Geen mannen of vrouwen apart, iedereen samen.", None),
        ("Koor", "Uitsluitend vrouwen.", "women"),
        ("Koor", "Er komen geen mannen bij.", "women"),
        # the others are simply welcome
        ("Vrouwengroep", "Ook mannen zijn welkom.", "mixed"),
        ("Vrouwengroep", "Mannen mogen ook.", "mixed"),
        ("Herensoos", "Vrouwen kunnen ook gewoon meedoen.", "mixed"),
        ("Meidengroep", "Jongens zijn ook welkom.", "mixed"),
        ("Dansen voor dames", "Voor dames, maar ook heren.", "mixed"),
        ("Women's group", "Men are also welcome.", "mixed"),
    ],
)
def test_who_else_is_welcome_and_who_is_not(title, text, expected):
    rule = notice(activity(title=title, description=text)).group.gender_rule
    assert (rule.value if rule else None) == expected
