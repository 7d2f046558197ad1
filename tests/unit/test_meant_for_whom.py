"""For whom a service is meant that is not for all: who cannot get out or cycle, and who learns Dutch or teaches it."""

from __future__ import annotations

from typing import Any

import pytest

from wor_match import Activity, Catalogue, Client, Matcher, Profile
from wor_match.criteria.who_cannot import meant_for_who_cannot, takes_along
from wor_match.query import compile_query
from wor_match.query.changed import changed
from wor_match.testing import TODAY
from wor_match.vocabulary.enums import Setting

HOMEBOUND = [
    {"travel": {"is_homebound": True}},
    {"travel": {"modes": ["lift"]}},
    {"travel": {"modes": ["wmo_taxi", "rollator"]}, "max_physical_effort": 1},
    {"travel": {"modes": ["walk", "lift"]}, "max_physical_effort": 0},
    {"circumstances": ["homebound"], "travel": {"modes": ["walk"]}},
]
GOES_OUT = [
    {"travel": {"modes": ["bike"]}},
    {"travel": {"modes": ["car", "walk"], "max_minutes": 30}},
    {"travel": {"modes": ["car", "wheelchair"]}},
    {"travel": {"modes": ["walk", "bus"]}, "max_physical_effort": 2},
]
OPEN = [
    {},
    {"travel": {"modes": ["walk"]}},
    {"travel": {"modes": ["walk", "bus"]}, "max_physical_effort": 1},
    {"travel": {"modes": ["walk"], "max_minutes": 10}, "max_physical_effort": 2},
    {"travel": {"modes": ["bike"]}, "goes_alone": "no"},
    {"travel": {"modes": ["car"]}, "max_physical_effort": 0},
    {"travel": {"modes": ["mobility_scooter"]}},
    {"travel": {"modes": ["wheelchair", "wmo_taxi"]}},
    {"travel": {"modes": ["lift"]}, "goes_alone": "yes"},
    {"own_words": "Lopen gaat tien minuten.", "travel": {"modes": ["walk"]}, "max_physical_effort": 2},
]


def asked(**facts: Any) -> Client:
    return Client(reference="c", **facts)


@pytest.mark.parametrize("facts", HOMEBOUND)
def test_who_cannot_go_out(facts: dict[str, Any]) -> None:
    assert "homebound" in compile_query(asked(**facts), as_of=TODAY).circumstances


@pytest.mark.parametrize("facts", GOES_OUT)
def test_who_plainly_goes_out(facts: dict[str, Any]) -> None:
    query = compile_query(asked(**facts), as_of=TODAY)
    assert "homebound" not in query.circumstances | query.open_circumstances


@pytest.mark.parametrize("facts", OPEN)
def test_what_is_not_told_stays_open(facts: dict[str, Any]) -> None:
    query = compile_query(asked(**facts), as_of=TODAY)
    assert "homebound" in query.open_circumstances
    assert "homebound" not in query.circumstances


def test_cycling_is_open_until_told() -> None:
    cyclist, blind, nobody = (
        compile_query(one, as_of=TODAY)
        for one in (
            asked(travel={"modes": ["ebike"]}),
            asked(circumstances=["visual_impairment"], travel={"modes": ["bus"]}),
            asked(own_words="Zij heeft een herseninfarct gehad."),
        )
    )
    assert "no_cycling" not in cyclist.circumstances | cyclist.open_circumstances
    assert "no_cycling" in blind.circumstances
    assert "no_cycling" in nobody.open_circumstances


@pytest.mark.parametrize(
    ("story", "found"),
    [
        ("Ze kan de deur niet meer uit sinds de val.", {"homebound", "no_cycling"}),
        ("Hij is aan huis gebonden.", {"homebound", "no_cycling"}),
        ("Fietsen lukt niet meer.", {"no_cycling"}),
        ("Haar moeder is aan huis gebonden.", set()),
        ("Mijn man kan de deur niet meer uit, ik wel.", set()),
        ("Ik ben niet aan huis gebonden.", set()),
        ("Hij wil de deur niet uit.", set()),
        ("Mijn zoon kan niet meer fietsen.", set()),
        ("Ze belt graag met mensen die huisgebonden zijn.", set()),
        ("Ik wil boeken brengen naar mensen die aan huis gebonden zijn.", set()),
        ("Ze wil voorlezen aan wie bedlegerig is.", set()),
        ("Hij wil koken voor mensen die dakloos zijn.", set()),
        ("Ik ben iemand die dakloos is.", {"homeless"}),
        ("Ze zoekt mensen die ook dakloos zijn.", {"homeless"}),
        ("Hij helpt mensen die oud zijn, hij is dakloos.", {"homeless"}),
        ("Na de operatie was ze zes weken aan huis gebonden, nu niet meer.", set()),
        ("Vorig jaar was ik huisgebonden, nu fiets ik weer.", set()),
        ("Ik was bang dat ik aan huis gebonden zou raken.", set()),
        ("Zijn hond kan niet meer naar buiten.", set()),
        ("Fietsen gaat niet meer zonder ondersteuning.", set()),
    ],
)
def test_what_the_story_tells_of_getting_out(story: str, found: set[str]) -> None:
    assert compile_query(asked(own_words=story), as_of=TODAY).circumstances == found


def test_a_changed_query_is_the_same_as_a_compiled_one() -> None:
    before = compile_query(asked(travel={"modes": ["lift"]}), as_of=TODAY)
    after = asked(travel={"modes": ["bike"]})
    fresh, quick = compile_query(after, as_of=TODAY), changed(before, after)
    assert (quick.circumstances, quick.open_circumstances) == (fresh.circumstances, fresh.open_circumstances)
    assert quick.told_circumstances == fresh.told_circumstances


FOR_HOMEBOUND = [
    ("Leesplezier", "Voor wie niet naar de bibliotheek kan brengen we boeken."),
    ("Op de koffie", "Voor mensen die door ziekte of leeftijd weinig de deur uit komen."),
    ("Op de koffie", "Kunt u moeilijk de deur uit?"),
    ("Op de koffie", "Voor 75-plussers die nauwelijks de deur uit gaan."),
    ("Op de koffie", "Voor aan huis gebonden ouderen."),
    ("Op de koffie", "Voor wie door ziekte zelden de deur uit komt."),
    ("Op de koffie", "Kunt u niet de deur uit? Meld u aan."),
    ("Boodschappendienst", ""),
    ("Warme maaltijd aan huis", ""),
    ("Tafeltje-dek-je", ""),
]
FOR_NO_CYCLING = [
    ("Duofiets", "Zelf niet meer kunnen fietsen maar er wel graag uit?"),
    ("Duofiets", "Voor mensen die niet meer alleen kunnen fietsen."),
    ("Duofiets", "Kunt u niet meer zelf fietsen?"),
    ("Fietsmaatjes", "Zelf niet meer op de fiets durven? Een vrijwilliger trapt."),
]
TAKES_ALONG = [
    ("Duofiets", "Naast elkaar op een elektrische fiets. De vrijwilliger stuurt, u trapt mee zoveel als u wilt."),
    ("Duofiets Zuid", "Op een duofiets, u zit naast een vrijwilliger die stuurt."),
    ("Riksja", "Onze vrijwillige fietsers halen u thuis op."),
    ("Duo bike", "A volunteer steers and you look around."),
]
NOT_ALONG = [
    ("Riksja voor iedereen", "Iedereen mag mee op de riksja. De vrijwilliger trapt."),
    ("Zomerprogramma", "Wandelen, schilderen en een middag duofietsen. Laat je inspireren!"),
    ("Fietsverhuur De Spaak", "Huur een duofiets, tandem of e-bike. Laat u adviseren."),
    ("Duofiets te huur", "Laat u adviseren."),
    ("Fietsclub", "Dertig kilometer. Wie moe is kan op de duofiets achterop; een vrijwilliger rijdt mee."),
    ("Reparatiecafé", "Met onze vrijwilligers repareren we een riksja en fietsen."),
    ("Buurthuis De Kern", "Koffie met een vrijwilliger, biljart, en buiten staat een duofiets."),
    ("Museum met riksja", "Laat je rondleiden."),
    ("Vrijwilligers gezocht voor de duofiets", "De vrijwilliger stuurt, de gast trapt mee."),
]
FOR_ALL = [
    ("Belmaatje", "Ook prettig als u niet de deur uit kunt."),
    ("Koffie", "Voor wie niet alleen thuis wil zitten."),
    ("Moestuin", "Verhoogde bakken voor wie niet kan bukken."),
    ("Brunch", "Wie niet zelf kan komen wordt opgehaald."),
    ("Fietsclub", "Voor wie niet alleen wil fietsen."),
    ("Fietsles", "Voor vrouwen die nog niet kunnen fietsen."),
    ("Thuis in de bieb", "Voor wie graag leest, en voor wie niet naar de bieb kan."),
    ("Boekencafé", "Neem een boek mee naar huis."),
    ("Eetclub", "Voor wie niet alleen naar de markt wil."),
    ("Inloop", "Voor mensen die weinig de deur uit komen: hier is het gezellig."),
    ("Cursus", "Kunt u een keer niet naar de cursus komen, bel dan even."),
    ("Cursus", "Kun je niet zelf naar de cursus komen? Meld je af."),
    ("Fietsles", "Kunt u nog niet zelf fietsen? Hier gaat het stap voor stap."),
    ("Veilig op weg", "Zelf niet meer veilig fietsen? Oefen met de verkeerscoach."),
    ("Fietsclub", "Niet meer alleen fietsen? Elke dinsdag een rondje."),
    ("Duofiets te leen", "Ga met uw partner of buurman een middag weg."),
    ("Fietsclub", "Twintig kilometer, een vrijwilliger rijdt voorop."),
    ("Fietsenwerkplaats", "We knappen samen een oude riksja op."),
    ("E-bike op proef", "Zelf niet meer kunnen fietsen? Met een beetje steun lukt het."),
]


@pytest.mark.parametrize(("title", "prose"), FOR_HOMEBOUND)
def test_services_for_who_hardly_gets_out(title: str, prose: str) -> None:
    assert meant_for_who_cannot(title, prose) == {"homebound"}


@pytest.mark.parametrize(("title", "prose"), FOR_NO_CYCLING)
def test_services_for_who_cannot_cycle(title: str, prose: str) -> None:
    assert meant_for_who_cannot(title, prose) == {"no_cycling"}


@pytest.mark.parametrize(("title", "prose"), FOR_ALL)
def test_what_leaves_nobody_out(title: str, prose: str) -> None:
    assert meant_for_who_cannot(title, prose) == frozenset()


@pytest.mark.parametrize(("title", "prose"), TAKES_ALONG)
def test_a_bike_for_two_on_which_somebody_else_steers(title: str, prose: str) -> None:
    assert takes_along(title, prose)
    assert meant_for_who_cannot(title, prose) == frozenset()


@pytest.mark.parametrize(("title", "prose"), NOT_ALONG)
def test_a_bike_for_two_for_everybody_or_in_passing(title: str, prose: str) -> None:
    assert not takes_along(title, prose)


def _score(activity: Activity, **facts: Any) -> int:
    no_floor = Profile(limits={"floor_share": 0})
    matcher = Matcher(Catalogue.from_activities([activity]), no_floor, as_of=TODAY)
    found = matcher.recommend(asked(interests=["lezen"], **facts)).suggestions
    values = {one.criterion: one.points_milli / max(one.max_milli, 1) for one in found[0].contributions}
    return round(1000 * values["identity"])


BOOKS = Activity(
    id="a",
    title="Boekenbrenger",
    kind="service",
    setting="home_visit",
    themes=("reading",),
    description="Voor wie niet naar de bieb kan komt iemand boeken brengen.",
)


def test_it_weighs_less_for_who_goes_out_and_more_for_who_cannot() -> None:
    able, unknown, unable = (
        _score(BOOKS, **facts) for facts in ({"travel": {"modes": ["bike"]}}, {}, {"travel": {"is_homebound": True}})
    )
    assert able < unknown < unable


def test_who_does_not_cycle_is_left_out_of_nothing_by_that_and_gets_nothing_for_it() -> None:
    words = "De vrijwilliger stuurt, u trapt mee of niet."
    bike = Activity(id="a", title="Duofiets", kind="one_to_one", themes=("reading",), description=words)
    cyclist, unknown, unable = ({"modes": modes} for modes in (["bike"], ["bus"], ["rollator"]))
    assert _score(bike, travel=cyclist) < _score(bike, travel=unknown) == _score(bike, travel=unable)
    matcher = Matcher(Catalogue.from_activities([bike]), as_of=TODAY)
    told = matcher.recommend(asked(interests=["lezen"], travel=unable)).suggestions[0]
    assert not [one for one in told.reasons_for + told.reasons_against if one.criterion == "identity"]


def test_a_bike_for_two_stays_for_the_people_whom_its_words_name() -> None:
    words = "Voor mensen met dementie. De vrijwilliger stuurt, u trapt mee."
    bike = Activity(id="a", title="Duofietsen", kind="one_to_one", themes=("reading",), description=words)
    rollator = {"modes": ["rollator"]}
    own = _score(bike, travel=rollator, circumstances=["dementia_self"])
    assert own > _score(bike, travel=rollator, circumstances=["bereaved"])


def test_helping_away_from_home_weighs_less_for_who_cannot_get_there() -> None:
    work = Activity(id="a", title="Rondleider", kind="volunteering", themes=("reading",), description="Twee uur.")
    able, unknown = (_score(work, **facts) for facts in ({"travel": {"modes": ["bike"]}}, {}))
    unable = _score(work, travel={"modes": ["lift"]})
    assert unable < able == unknown
    from_home = work.model_copy(update={"setting": Setting.ONLINE})
    assert _score(from_home, travel={"modes": ["lift"]}) == unknown


def test_who_wants_to_help_is_not_one_of_those_who_are_helped() -> None:
    both = BOOKS.model_copy(update={"description": f"{BOOKS.description} Ook brengers gezocht."})
    cyclist = {"travel": {"modes": ["bike"]}}
    assert _score(both, roles=["help"], **cyclist) > _score(both, **cyclist)
    assert _score(BOOKS, roles=["help"], **cyclist) == _score(BOOKS, **cyclist)
    unable = {"travel": {"is_homebound": True}}
    assert _score(both, roles=["help"], **unable) == _score(both, **unable) > _score(both, roles=["help"], **cyclist)


LESSON = Activity(
    id="a", title="Taalcafé", kind="activity", description="Nederlands oefenen aan tafel.", themes=("reading",)
)
TEACHING = Activity(id="a", title="Taalmaatje worden", description="Samen oefenen.", themes=("reading",))


def test_lessons_weigh_less_for_who_speaks_dutch_well_and_needs_none() -> None:
    fluent, learner, unknown = (_score(LESSON, **facts) for facts in ({"dutch_level": "C1"}, {"dutch_level": "A2"}, {}))
    assert fluent < learner == unknown
    for facts in (
        {"dutch_level": "C1", "roles": ["help"]},
        {"dutch_level": "C1", "circumstances": ["low_literacy"]},
        {"dutch_level": "C1", "complaints": [{"term": "moeite met de taal"}]},
    ):
        assert _score(LESSON, **facts) >= unknown


def test_teaching_dutch_weighs_less_for_who_still_learns_it() -> None:
    fluent, learner, unknown = (
        _score(TEACHING, **facts) for facts in ({"dutch_level": "C1"}, {"dutch_level": "A2"}, {})
    )
    assert learner < fluent == unknown
