"""Facts that stand only in the prose: they fill what is empty and put in doubt what they contradict."""

from datetime import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from making import activity
from wor_match.catalogue.marks import CONTRADICTED, FROM_PROSE, is_doubted
from wor_match.catalogue.notice import notice
from wor_match.catalogue.said import prose_facts, said_in
from wor_match.domain.activity import Activity
from wor_match.vocabulary.enums import ActivityKind, GroupGender, Setting, SignUp, Status

#: prose -> the field that it fills, its value, and another value that it puts in doubt.
FACTS = [
    ("Deze ochtend is alleen voor vrouwen.", "group.gender_rule", "women", "men"),
    ("Er is een verwijzing van de huisarts nodig.", "group.referral_required", True, False),
    ("Een verwijzing is niet nodig.", "group.referral_required", False, True),
    ("U moet wel lid zijn.", "group.membership_required", True, False),
    ("Je hebt geen ervaring nodig.", "group.experience_needed", False, True),
    ("Nieuwe gezichten zijn altijd welkom.", "group.welcomes_newcomers", True, False),
    ("Het is een gesloten groep.", "group.is_closed", True, False),
    ("De cursus is al begonnen.", "capacity.can_join_midway", False, True),
    ("Instromen kan altijd.", "capacity.can_join_midway", True, False),
    ("We zitten momenteel vol.", "capacity.is_full", True, False),
    ("Neem gerust iemand mee.", "first_step.companion_welcome", True, False),
    ("De eerste les is een gratis proefles.", "first_step.trial_possible", True, False),
    ("Kom gerust een keer kijken.", "first_step.look_in_possible", True, False),
    ("Als het nodig is halen we u op.", "first_step.transport_offered", True, False),
    ("Een goede conditie is nodig.", "effort.physical", 3, 0),
    ("Taalniveau B1 is gewenst.", "language.dutch_level_needed", "B1", "A1"),
    ("Nederlands spreken is niet nodig.", "language.dutch_level_needed", "A0", "B1"),
    ("Met de Stadspas krijgt u korting.", "cost.has_reduction", True, False),
]
#: The field stands where prose differs only in degree.
FIELD_STANDS = [
    ("We lopen in een rustig tempo.", "effort.pace", "slow", "brisk"),
    ("Loop gerust eens binnen.", "first_step.sign_up", "walk_in", "call"),
    ("Je hoeft niet elke week te komen.", "first_step.free_to_skip", True, False),
    ("Er is een vaste kern van tien mensen.", "group.is_fixed", True, False),
    ("Je hoeft niet te praten.", "effort.is_side_by_side", True, False),
    ("We delen ervaringen met elkaar.", "effort.is_side_by_side", False, True),
]
PLACE = [
    ("Er is geen lift, alleen een trap naar de zaal.", "step_free", False),
    ("De locatie is rolstoeltoegankelijk.", "step_free", True),
    ("Er is een invalidentoilet.", "accessible_toilet", True),
    ("In de zaal is een ringleiding aanwezig.", "hearing_loop", True),
    ("We werken in een prikkelarme ruimte.", "quiet_space", True),
    ("Het kan er rumoerig zijn.", "quiet_space", False),
    ("Er is voldoende parkeergelegenheid.", "parking", True),
]


def made(text, path=None, value=None, **facts):
    if path is not None:
        group, field = path.split(".")
        facts[group] = {field: value}
    return activity(description=text, **facts)


def at(one, path):
    for step in path.split("."):
        one = getattr(one, step)
    return one


@pytest.mark.parametrize(("text", "path", "value", "other"), FACTS + FIELD_STANDS)
def test_prose_fills_what_is_empty(text, path, value, other):
    before = made(text)
    seen = notice(before)
    assert at(seen, path) == value
    assert seen.provenance[path] == FROM_PROSE
    assert at(before, path) is None
    assert before.provenance == {}


@pytest.mark.parametrize(("text", "path", "value", "other"), FACTS + FIELD_STANDS)
def test_prose_that_agrees_changes_nothing(text, path, value, other):
    before = made(text, path, value)
    seen = notice(before)
    assert at(seen, path) == value
    assert path not in seen.provenance


@pytest.mark.parametrize(("text", "path", "value", "other"), FACTS)
def test_prose_that_contradicts_makes_it_unknown(text, path, value, other):
    before = made(text, path, other)
    seen = notice(before)
    assert at(seen, path) is None
    assert seen.provenance[path] == CONTRADICTED
    assert at(before, path) == other


@pytest.mark.parametrize(("text", "path", "value", "other"), FIELD_STANDS)
def test_what_somebody_filled_in_on_purpose_stands(text, path, value, other):
    assert at(notice(made(text, path, other)), path) == other


@pytest.mark.parametrize("text", ["Er zijn nog plekken vrij.", "Dit is een open groep.", "Er wordt niets gedeeld."])
def test_of_some_facts_only_one_value_is_worth_noticing(text):
    seen = notice(made(text))
    assert seen.capacity.is_full is None
    assert seen.group.is_closed is None
    assert seen.effort.is_side_by_side is None


def test_nothing_noticed_is_the_same_object():
    before = activity(description="Zingen.", kind="activity")
    assert notice(before) is before


def test_a_text_that_contradicts_itself_does_not_fill_a_field():
    seen = notice(made("Er is een verwijzing van de huisarts nodig. Een verwijzing is niet nodig."))
    assert seen.group.referral_required is None


def test_of_several_ways_to_sign_up_none_is_chosen():
    assert notice(made("Loop gerust eens binnen. Aanmelden kan telefonisch bij Ria.")).first_step.sign_up is None
    assert notice(made("Inschrijven kan via de website.")).first_step.sign_up is SignUp.ONLINE


def test_two_facts_for_one_field_fill_it_once():
    seen = notice(made("Je hoeft niet te praten. We delen ervaringen met elkaar."))
    assert seen.effort.is_side_by_side in (True, False)
    assert seen.provenance["effort.is_side_by_side"] == FROM_PROSE


def test_facts_are_read_only():
    with pytest.raises(TypeError):
        prose_facts("Koor", "Alleen voor vrouwen.")["full"] = True


def test_free_places_beside_a_text_that_it_is_full_are_not_sure():
    seen = notice(made("We zitten vol tot maart.", capacity={"places_free": 3, "is_full": False}))
    assert (seen.capacity.places_free, seen.capacity.is_full) == (None, None)
    assert seen.provenance["capacity.places_free"] == seen.provenance["capacity.is_full"] == CONTRADICTED
    assert notice(seen) is seen


# prices and languages

PRICES = [
    ("Bijdrage 15 euro per keer.", 15, "time"),
    ("Zingen voor plezier. € 7,50 per maand.", 7.5, "month"),
    ("Deelname is gratis.", 0, "time"),
    ("We zingen samen. Gratis!", 0, "time"),
    ("We zingen samen. Meedoen is kosteloos", 0, "time"),
]


@pytest.mark.parametrize(("text", "amount", "per"), PRICES)
def test_a_plain_price_fills_an_empty_field(text, amount, per):
    seen = notice(made(text))
    assert (seen.cost.amount_eur, seen.cost.per) == (amount, per)
    assert seen.provenance["cost.amount_eur"] == FROM_PROSE
    assert notice(seen) is seen


@pytest.mark.parametrize(
    ("text", "amount", "per"),
    [
        ("Bijdrage 15 euro per keer.", 0, None),
        ("Bijdrage 15 euro per keer.", 5, "time"),
        ("Deelname is gratis.", 30, "month"),
    ],
)
def test_a_price_that_prose_contradicts_is_unknown(text, amount, per):
    seen = notice(made(text, cost={"amount_eur": amount, "per": per}))
    assert (seen.cost.amount_eur, seen.cost.per) == (None, None)
    assert seen.provenance["cost.amount_eur"] == CONTRADICTED


@pytest.mark.parametrize(
    ("text", "cost"),
    [
        ("Bijdrage 15 euro per keer.", {"amount_eur": 15, "per": "time"}),
        ("Bijdrage 15 euro per keer.", {"amount_eur": 10, "amount_max_eur": 20, "per": "time"}),
        ("Bijdrage 15 euro per keer.", {"amount_eur": 60, "per": "month"}),
        ("Bijdrage 15 euro per keer.", {"text": "in overleg"}),
        ("Bijdrage 15 euro per keer, of 10 euro per keer.", {}),
        ("Leden betalen 5 euro per keer.", {}),
        ("De eerste twee keer gratis.", {"amount_eur": 17, "per": "month"}),
        ("Koffie 1 euro per keer.", {}),
        ("Gratis parkeren.", {}),
    ],
)
def test_other_amounts_leave_the_price_alone(text, cost):
    before = made(text, cost=cost)
    assert notice(before).cost.amount_eur == before.cost.amount_eur
    assert "cost.amount_eur" not in notice(before).provenance


def test_languages_that_only_the_prose_tells():
    seen = notice(made("We spreken ook Turks en Engels."))
    assert seen.language.languages == ("nl", "en", "tr")
    assert seen.provenance["language.languages"] == FROM_PROSE
    assert notice(made("We spreken ook Turks.", language={"languages": ["nl"]})).language.languages == ("nl",)


# ages


@pytest.mark.parametrize(
    ("title", "text", "is_hard"),
    [
        ("Soos 55+", "Gezellig.", True),
        ("Soos", "Veel deelnemers zijn 55 jaar of ouder.", False),
        ("Soos", "Voor iedereen vanaf 55 jaar.", True),
        ("Soos", "Alleen voor mensen van 55 jaar en ouder.", True),
    ],
)
def test_an_age_in_running_text_is_a_recommendation(title, text, is_hard):
    seen = notice(activity(title=title, description=text))
    assert seen.group.age_min == 55
    assert seen.group.age_is_hard is is_hard
    assert (seen.provenance.get("group.age_is_hard") == FROM_PROSE) is not is_hard


def test_a_stated_age_stays_a_rule():
    seen = notice(activity(description="Veel deelnemers zijn 55 jaar of ouder.", group={"age_max": 90}))
    assert seen.group.age_min == 55
    assert seen.group.age_is_hard


@pytest.mark.parametrize(
    ("group", "text", "narrower"),
    [
        ({"age_min": 50}, "Voor iedereen vanaf 55 jaar.", {"age_min"}),
        ({"age_min": 60}, "Voor iedereen vanaf 55 jaar.", set()),
        ({"age_max": 40}, "Voor jongeren tot 30 jaar.", {"age_max"}),
        ({"age_max": 20}, "Voor jongeren tot 30 jaar.", set()),
        ({"age_min": 10, "age_max": 40}, "Voor jongeren van 18 t/m 30 jaar.", {"age_min", "age_max"}),
    ],
)
def test_narrower_ages_in_prose_put_the_field_in_doubt(group, text, narrower):
    """The field stays; who is inside it and outside the prose is asked (see the rule on age)."""
    seen = notice(activity(description=text, group=group))
    assert {name: getattr(seen.group, name) for name in group} == group
    assert seen.group.age_is_hard
    doubted = {path for path, how in seen.provenance.items() if how == CONTRADICTED}
    assert doubted == {f"group.{name}" for name in narrower}


def test_ages_that_leave_nobody_are_not_believed():
    seen = notice(activity(description="Voor iedereen vanaf 65 jaar.", group={"age_min": 18, "age_max": 60}))
    assert (seen.group.age_min, seen.group.age_max) == (18, 60)
    assert seen.provenance["group.age_min"] == CONTRADICTED
    seen = notice(activity(description="Voor jongeren tot 30 jaar.", group={"age_min": 50}))
    assert (seen.group.age_min, seen.group.age_max) == (50, None)
    assert seen.provenance["group.age_max"] == CONTRADICTED


@pytest.mark.parametrize(("told", "weeks"), [(None, 9), (2, 9), (30, 30), (9, 9)])
def test_of_two_waits_the_longer_one_stays(told, weeks):
    seen = notice(made("Er is een wachtlijst van 2 maanden.", "capacity.waiting_weeks", told))
    assert seen.capacity.waiting_weeks == weeks
    marks = {None: FROM_PROSE, 2: CONTRADICTED}
    assert seen.provenance.get("capacity.waiting_weeks") == marks.get(told)


# places


@pytest.mark.parametrize(("text", "name", "value"), PLACE)
def test_what_prose_says_of_a_place(text, name, value):
    told = [None, value, not value]
    seen = notice(activity(description=text, places=[{"access": {name: one}} for one in told]))
    assert [getattr(place.access, name) for place in seen.places] == [value, value, None]
    path = "places[{}].access." + name
    assert seen.provenance[path.format(0)] == FROM_PROSE
    assert path.format(1) not in seen.provenance
    assert seen.provenance[path.format(2)] == CONTRADICTED


def test_quiet_and_noisy_at_once_is_quiet_as_told():
    text = "We werken in een prikkelarme ruimte. Op vrijdag is het volle bak."
    seen = notice(activity(description=text, places=[{}]))
    assert seen.places[0].access.quiet_space is True


@pytest.mark.parametrize("facts", [{}, {"places": [{}], "setting": "online"}], ids=str)
def test_without_a_place_there_is_no_place_to_doubt(facts):
    before = activity(description="Er is geen lift, alleen een trap naar de zaal.", **facts)
    assert notice(before).places == before.places


def test_residents_named_in_prose_fill_an_empty_rule_only():
    text = "Alleen voor bewoners van Lindenwaard."
    seen = notice(activity(description=text))
    assert seen.group.residents_of == ("Lindenwaard",)
    assert seen.provenance["group.residents_of"] == FROM_PROSE
    assert notice(activity(description=text, group={"residents_of": ["34"]})).group.residents_of == ("34",)


# status and kind


@pytest.mark.parametrize(
    ("text", "status"), [("De groep is helaas gestopt.", "ended"), ("We zijn tijdelijk gesloten.", "paused")]
)
def test_a_stop_in_prose(text, status):
    seen = notice(made(text))
    assert seen.status == status
    assert seen.provenance["status"] == FROM_PROSE
    seen = notice(made(text, status="active"))
    assert seen.status is None
    assert seen.provenance["status"] == CONTRADICTED
    for stopped in (Status.ENDED, Status.PAUSED, Status.DO_NOT_REFER):
        assert notice(made(text, status=stopped)).status is stopped


def test_ended_goes_before_paused():
    assert notice(made("De groep is helaas gestopt. We zijn tijdelijk gesloten.")).status is Status.ENDED


def test_a_kind_is_read_in_title_and_category_words():
    seen = notice(activity(title="Cursus schilderen"))
    assert seen.kind is ActivityKind.COURSE
    assert seen.provenance["kind"] == FROM_PROSE
    assert notice(activity(title="Cursus schilderen", kind="activity")).kind is ActivityKind.ACTIVITY
    assert notice(activity(title="Xqz")).kind is None
    assert notice(activity(title="Xqz", kind_words=["cursus"])).kind is ActivityKind.COURSE


ONE_TO_ONE = {"title": "Samen Uit", "kind_words": ["maatje, één-op-één"]}


def test_one_to_one_without_hours_is_by_appointment_and_comes_to_you():
    seen = notice(activity(**ONE_TO_ONE))
    assert seen.kind is ActivityKind.ONE_TO_ONE
    assert seen.setting is Setting.HOME_VISIT
    assert seen.schedule.is_flexible is True
    assert {"kind", "setting", "schedule.is_flexible"} <= set(seen.provenance)


def test_one_to_one_with_hours_stays_where_it_is():
    seen = notice(activity(**ONE_TO_ONE, schedule={"rules": [{"weekday": "mon"}]}))
    assert seen.setting is Setting.ONSITE
    assert seen.schedule.is_flexible is None


def test_what_is_told_of_setting_and_appointment_stands():
    seen = notice(activity(**ONE_TO_ONE, setting="online", schedule={"is_flexible": False}))
    assert seen.setting is Setting.ONLINE
    assert seen.schedule.is_flexible is False


def test_volunteering_at_somebodys_home_is_no_home_visit_to_the_client():
    text = "Een vrijwilliger komt elke week bij u thuis."
    assert notice(activity(description=text)).setting is Setting.HOME_VISIT
    seen = notice(activity(description=text, kind="volunteering"))
    assert seen.setting is Setting.ONSITE
    assert seen.schedule.is_flexible is True


def test_no_stated_rule_for_men_or_women():
    assert notice(activity(title="Vrouwengroep")).group.gender_rule is GroupGender.WOMEN
    assert notice(activity(title="Koor")).group.gender_rule is None


SENTENCES = [text for text, *_ in (*FACTS, *FIELD_STANDS, *PLACE)] + [
    "De groep is helaas gestopt.",
    "We zijn tijdelijk gesloten.",
    "Voor iedereen vanaf 55 jaar.",
    "Voor jongeren tot 30 jaar.",
    "Er is een wachtlijst van 2 maanden.",
    "Een vrijwilliger komt elke week bij u thuis.",
]
TOLD = st.sampled_from([None, True, False])
NOTICED = st.builds(
    lambda title, texts, group, effort, step, capacity, places, status, setting, kind: Activity(
        id="a",
        title=title,
        description=" ".join(texts),
        group=group,
        effort=effort,
        first_step=step,
        capacity=capacity,
        places=places,
        status=status,
        setting=setting,
        kind=kind,
    ),
    st.sampled_from(["Koor", "Soos 55+", "Cursus schilderen", "Maatje één-op-één", "Vrouwengroep"]),
    st.lists(st.sampled_from(SENTENCES), max_size=4, unique=True),
    st.fixed_dictionaries(
        {
            "gender_rule": st.sampled_from([None, "women", "men", "mixed"]),
            "age_min": st.sampled_from([None, 18, 60]),
            "age_max": st.sampled_from([None, 62, 90]),
            "referral_required": TOLD,
            "is_closed": TOLD,
        }
    ),
    st.fixed_dictionaries({"physical": st.sampled_from([None, 0, 3]), "is_side_by_side": TOLD}),
    st.fixed_dictionaries({"companion_welcome": TOLD, "sign_up": st.sampled_from([None, "call"])}),
    st.fixed_dictionaries({"waiting_weeks": st.sampled_from([None, 0, 40]), "is_full": TOLD}),
    st.lists(
        st.fixed_dictionaries({"access": st.fixed_dictionaries({"step_free": TOLD, "quiet_space": TOLD})}), max_size=2
    ),
    st.sampled_from([None, "active", "ended"]),
    st.sampled_from(["onsite", "online"]),
    st.sampled_from([None, "activity", "one_to_one"]),
)


@settings(derandomize=True, deadline=None, max_examples=150)
@given(NOTICED)
def test_noticing_twice_is_noticing_once_and_leaves_a_valid_activity(before):
    copy = before.model_copy(deep=True)
    seen = notice(before)
    assert before == copy
    assert notice(seen) == seen
    assert Activity.model_validate(seen.model_dump()) == seen


ELSEWHERE = {"rules": [{"weekday": "fri", "start": "10:00"}]}


def test_days_and_times_fill_an_empty_schedule():
    seen = notice(Activity(id="a", title="Kantklossen", description="Elke dinsdag van 10.00 tot 12.00 uur."))
    assert [(one.weekday.value, one.start, one.end) for one in seen.schedule.rules] == [("tue", time(10), time(12))]
    assert seen.provenance["schedule.rules"] == "prose"
    assert notice(seen) == seen
    season = notice(Activity(id="a", title="Kantklossen", description="Van oktober t/m april elke dinsdagavond."))
    assert (season.schedule.season.start, season.schedule.season.end) == ("10-01", "04-30")


def test_other_days_than_the_schedule_are_a_doubt_and_the_same_are_none():
    prose = "Elke dinsdag van 10.00 tot 12.00 uur."
    seen = notice(Activity(id="a", title="Kantklossen", description=prose, schedule=ELSEWHERE))
    assert not seen.schedule.is_known
    assert is_doubted(seen, "schedule.rules")
    assert notice(seen) == seen
    both = {"rules": [{"weekday": "tue"}, {"weekday": "fri"}]}
    for known in (both, {"occurrences": [{"day": "2026-12-04"}]}, {"is_flexible": True}):
        same = Activity(id="a", title="Kantklossen", description=prose, schedule=known)
        assert notice(same) is same


def test_times_in_prose_are_not_those_of_a_part():
    parts = [{"title": "Koken"}, {"title": "Eten"}]
    same = Activity(id="a", title="Twee dingen", description="Elke dinsdagmiddag.", parts=parts)
    assert notice(same) is same


def test_one_to_one_with_a_day_of_its_own_is_not_by_appointment():
    seen = notice(Activity(id="a", title="Maatje", kind="one_to_one", description="Elke dinsdagmiddag."))
    assert seen.schedule.is_flexible is None
    doubted = notice(
        Activity(id="a", title="Maatje", kind="one_to_one", description="Elke dinsdagmiddag.", schedule=ELSEWHERE)
    )
    assert doubted.schedule.is_flexible is None


@pytest.mark.parametrize(
    ("title", "description"),
    [
        ("Wandelen voor vrouwen/mannen", "Elke week."),
        ("Wandelen voor vrouwen, mannen en kinderen", "Elke week."),
        ("Breien voor dames, heren mogen ook", "Elke week."),
        ("Voor vrouwen van alle leeftijden, maar mannen mogen ook", "Elke week."),
        ("Breien", "Alleen voor vrouwen? Nee, mannen zijn ook welkom!"),
    ],
)
def test_where_the_others_are_welcome_too_there_is_no_rule_for_one_gender(title, description):
    rule = notice(Activity(id="a", title=title, description=description)).group.gender_rule
    assert rule in (None, GroupGender.MIXED)


def test_others_who_are_welcome_too_make_a_ticked_rule_a_question():
    seen = notice(
        Activity(id="a", title="Breien", description="Ook mannen zijn welkom.", group={"gender_rule": "women"})
    )
    assert seen.group.gender_rule is None
    assert seen.provenance["group.gender_rule"] == "contradicted by prose"


@pytest.mark.parametrize(
    "description",
    [
        "De wachtlijst is opgeheven.",
        "De opnamestop is voorbij.",
        "De opnamestop is opgeheven.",
        "We zitten vol energie!",
    ],
)
def test_what_is_over_or_only_sounds_full_closes_nothing(description):
    seen = notice(Activity(id="a", title="Breien", description=description))
    assert (seen.status, seen.group.is_closed, seen.capacity.is_full) == (None, None, None)


@pytest.mark.parametrize(
    "text",
    [
        "In juli en augustus is er zomerstop.",
        "Geen zomerstop: wij gaan de hele zomer door!",
        "In de zomervakantie zijn we gesloten tot en met 20 augustus.",
        "Tijdens de schoolvakanties gesloten in verband met zaalhuur.",
        "Ons buurthuis is op maandag gesloten tot 13.00 uur.",
        "De ingang aan de Dorpsstraat is tijdelijk gesloten.",
        "De lift is tijdelijk niet in gebruik.",
        "Wij zitten tijdelijk niet in het buurthuis maar in de kerk.",
        "De soos in het dorp bestaat niet meer, daarom deze inloop.",
        "De vorige groep is gestopt. Er is een nieuwe begonnen.",
        "We zijn gestopt met roken, jij ook?",
        "De jaarlijkse barbecue gaat niet meer door.",
        "Hoofd opgeheven, schouders recht.",
        "De groep wordt gelukkig niet opgeheven.",
    ],
)
def test_what_else_is_closed_or_over_says_nothing_of_the_activity(text):
    found = notice(Activity(id="a", title="Wandelgroep", description=text))
    assert (found.status, found.provenance.get("status")) == (None, None)


@pytest.mark.parametrize(
    "text", ["De groep start weer in september.", "Sommige lessen gaan niet meer door, vraag het na."]
)
def test_what_may_mean_that_it_stopped_is_asked(text):
    found = notice(Activity(id="a", title="Wandelgroep", description=text))
    assert (found.status, found.provenance.get("status")) == (None, CONTRADICTED)


@pytest.mark.parametrize(
    "text",
    [
        "Op dinsdag alleen voor vrouwen, op donderdag gemengd.",
        "Naast de wandelgroep is er een vrouwengroep.",
        "Gekookt door onze vrouwengroep, voor de hele wijk.",
        "In samenwerking met vrouwencafé Zeyneb.",
        "Er is een aparte ruimte alleen voor vrouwen.",
        "Er zijn nu geen mannen in de groep, maar die zijn zeker welkom.",
        "Damesgym en herengym.",
    ],
)
def test_a_gender_named_in_passing_is_asked(text):
    found = notice(Activity(id="a", title="Wandelgroep", description=text))
    assert (found.group.gender_rule, found.provenance["group.gender_rule"]) == (None, CONTRADICTED)


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Wandelgroep", "Alleen voor vrouwen."),
        ("Wandelgroep", "Onze vrouwengroep komt elke dinsdag samen."),
        ("Vrouwengroep", "Naast koffie is er een tafel met boeken."),
    ],
)
def test_a_gender_that_is_plainly_told_is_a_rule(title, text):
    assert notice(Activity(id="a", title=title, description=text)).group.gender_rule is GroupGender.WOMEN


@pytest.mark.parametrize(
    "text",
    [
        "Neem gerust uw kleinkinderen mee (van 4 t/m 12 jaar).",
        "Kinderen van 4 t/m 12 jaar kunnen meespelen in de speelhoek.",
        "Kinderen tot 12 jaar alleen onder begeleiding.",
        "Jeugd van 12 t/m 17 jaar traint op zaterdag, volwassenen op dinsdag.",
        "Activiteit samen met basisschoolleerlingen van 10 t/m 12 jaar.",
        "Vanaf september elke dinsdag. Ouderen vanaf 65 jaar krijgen korting.",
    ],
)
def test_the_age_of_others_is_no_age_of_the_group(text):
    group = notice(Activity(id="a", title="Wandelgroep", description=text)).group
    assert (group.age_min, group.age_max) == (None, None)


@pytest.mark.parametrize(
    ("text", "is_hard"),
    [
        ("Inloop vanaf 10.00 uur. De meeste bezoekers zijn tussen de 65 en 85 jaar.", False),
        ("Inloop vanaf 10.00 uur, veel bezoekers zijn 70+.", False),
        ("Alleen in de even weken. Veel deelnemers zijn boven de 70 jaar.", False),
        ("Elke week koffie. Vanaf 65 jaar.", True),
        ("Alleen voor 65-plussers.", True),
    ],
)
def test_an_age_is_a_rule_by_a_word_in_its_own_clause(text, is_hard):
    group = notice(Activity(id="a", title="Wandelgroep", description=text)).group
    assert group.age_min is not None
    assert group.age_is_hard is is_hard


def step_free(text, ticked=None):
    place = {"name": "De Hal", "postcode": "3511", "access": {} if ticked is None else {"step_free": ticked}}
    return notice(Activity(id="a", title="Koffie", description=text, places=[place])).places[0].access.step_free


@pytest.mark.parametrize(
    "text",
    [
        "Er is een trap naar de zolder, maar wij zitten beneden.",
        "Hoge trappen en een lift.",
        "Voor wie hoge drempels ervaart.",
        "Trap naar de kelder waar het archief staat.",
    ],
)
def test_other_stairs_are_a_question_and_no_rule(text):
    assert (step_free(text), step_free(text, True)) == (None, None)


@pytest.mark.parametrize("text", ["Een steile trap naar boven.", "U moet een trap op.", "Er is een trap en geen lift."])
def test_stairs_that_one_takes_are_told(text):
    assert (step_free(text), step_free(text, True)) == (False, None)


@pytest.mark.parametrize(
    ("text", "fact", "value"),
    [
        ("De wachttijd voor de ggz is nu 20 weken.", "waiting_weeks", None),
        ("Geen wachtlijst; een traject duurt 6 maanden.", "waiting_weeks", 0),
        ("Wachttijd: 6 weken.", "waiting_weeks", 6),
        ("Onze vrijwilligers hebben niveau B1.", "dutch_level_needed", None),
        ("We werken toe naar niveau B1.", "dutch_level_needed", None),
        ("U heeft minimaal A2 nodig.", "dutch_level_needed", "A2"),
        ("Zelf aanmelden of via een verwijzing.", "referral_required", None),
        ("Ook mensen met een Wmo-indicatie zijn welkom.", "referral_required", None),
        ("Alleen via de huisarts of met een verwijzing van het wijkteam.", "referral_required", True),
        ("Alleen met een Wmo-indicatie.", "referral_required", True),
        ("Kosten: € 2,50 per keer, inclusief koffie of thee.", "price", "2.5 time"),
        ("Er is kinderopvang, alleen voor kinderen van 2 tot 6 jaar.", "age_max", None),
        ("Alleen voor kinderen van 2 tot 6 jaar.", "age_max", 6),
        ("U moet in Zeist wonen.", "residents_only", "Zeist"),
        ("U moet in Zeist zijn voor de bus.", "residents_only", None),
    ],
)
def test_what_is_said_of_something_else_is_no_fact(text, fact, value):
    assert said_in("Koffie", text).facts.get(fact) == value
