"""How long it lasts, for who said how long they can be somewhere; and limits that keep one away."""

import pytest

from making import Asked, query
from wor_match.criteria.dislikes import DislikesCriterion
from wor_match.criteria.interest import InterestCriterion

ENDURES = "Na een uur is het op."


def lasting(end, **more):
    rules = [{"weekday": "tue", "start": "10:00", "end": end}]
    return {"schedule": {"rules": rules, "is_flexible": False}, "kind": "activity", **more}


def of(*offers):
    return Asked(DislikesCriterion(), query(own_words=ENDURES), *offers)


def test_what_lasts_too_long_is_worse_and_is_told():
    asked = of(lasting("11:00"), lasting("11:15"), lasting("12:00"), lasting("13:00"), lasting("16:00"))
    assert asked.is_known()
    assert asked.expected[0] == asked.expected[1] == 1 > asked.expected[2] > asked.expected[3] == asked.expected[4]
    assert asked.cases() == [[], [], [(False, "limit")], [(False, "limit")], [(False, "limit")]]
    assert asked.tellings()[4][0].params == {"limit": "short_sessions"}


@pytest.mark.parametrize(
    "free",
    [{"kind": "drop_in"}, {"kind": "one_to_one"}, {"kind": "service"}, {"setting": "home_visit"}],
)
def test_where_one_leaves_when_one_likes_the_length_is_no_matter(free):
    assert of(lasting("16:00", **free)).expected == [1]


def test_by_appointment_it_can_be_short():
    agreed = lasting("16:00")
    agreed["schedule"]["is_flexible"] = True
    assert of(agreed).expected == [1]


def test_the_shortest_session_counts_unless_all_are_needed():
    rules = [{"weekday": "mon", "start": "10:00", "end": end} for end in ("11:00", "15:00")]
    offers = [{"kind": "course", "schedule": {"rules": rules, "sessions": needed}} for needed in ("any", "all")]
    short, long = of(*offers).expected
    assert short == 1 > long


def test_a_length_that_is_not_told_lies_between_and_is_asked():
    begins = {"kind": "activity", "schedule": {"rules": [{"weekday": "tue", "start": "10:00"}]}}
    asked = of(lasting("11:00"), {"kind": "activity"}, begins, lasting("16:00"))
    yes, unknown, open_end, no = asked.expected
    assert yes >= unknown >= no
    assert yes >= open_end >= no
    for place in (1, 2):
        assert asked.values.low[place] <= no + 1e-9
        assert asked.values.high[place] == 1
    assert asked.criterion.ask(asked.scene, int(asked._place[1])) == ("limit", {"limits": ("short_sessions",)})


def test_a_kind_that_is_not_told_may_let_one_leave():
    told = lasting("16:00", kind=None, title="Xqz")
    asked = of(told)
    assert asked.values.low[0] == pytest.approx(asked.expected[0])
    assert asked.expected[0] < asked.values.high[0] == 1


AWAY = {
    "alcohol": ("Ik drink geen alcohol.", {"description": "Na afloop is er een borrel."}),
    "warmte": ("Ik kan niet tegen warmte.", {"description": "Wij gaan naar de sauna."}),
    "tillen": ("Ik mag niet tillen.", {"description": "We sjouwen met dozen."}),
    "zondag": ("Niet op zondag.", {"schedule": {"rules": [{"weekday": "sun"}]}}),
    "uren": (
        "Na twee uur 's middags is ze op.",
        {"schedule": {"rules": [{"weekday": "tue", "start": "15:00", "end": "17:00"}], "is_flexible": False}},
    ),
}


@pytest.mark.parametrize("limit", AWAY)
def test_a_wish_cannot_be_had_where_a_limit_keeps_one_away(limit):
    said, keeps_away = AWAY[limit]
    schedule = {"rules": [{"weekday": "tue", "start": "10:00", "end": "12:00"}], "is_flexible": False}
    plain = {"title": "Biljarten", "description": "We biljarten samen.", "kind": "activity", "schedule": schedule}
    offers = [plain, {**plain, **keeps_away, "description": f"We biljarten samen. {keeps_away.get('description', '')}"}]
    here, away = Asked(InterestCriterion(), query(interests=["biljarten"], own_words=said), *offers).expected
    free_here, free_away = Asked(InterestCriterion(), query(interests=["biljarten"]), *offers).expected
    assert free_here == free_away == here > away > 0


@pytest.mark.parametrize(
    "said",
    ["Niet thuis bellen!", "Haar man controleert haar telefoon.", "Thuis weten ze niks, dat moet zo blijven.",
     "Hij kijkt in mijn telefoon.", "My husband checks my phone.", "Thuis mag niemand weten dat ik hier kom.",
     "Mijn broer leest al mijn berichten.", "Bel haar niet thuis.", "Haar familie mag niet weten dat ze hulp zoekt.",
     "Mijn man kijkt mijn telefoon na.", "Hij kijkt mijn telefoon na.", "Mijn ex controleert mijn telefoon voor me.",
     "Mijn dochter kijkt mijn telefoon na, ze vertrouwt me niet.", "Mijn zoon controleert altijd mijn telefoon.",
     "Mijn dochter zegt dat mijn man mijn berichten leest en hij kijkt mijn telefoon na.",
     "Haar man mag er niets van weten.", "Thuis is het niet veilig voor haar.", "Haar man wil niemand in huis.",
     "Mijn ex, de vader van mijn dochter, controleert mijn telefoon na het werk.",
     "De vriend van mijn dochter controleert mijn telefoon voor haar.",
     "De trainer van mijn zoon checkt mijn telefoon voor hem.", "Papa van mijn zoon checkt mijn telefoon voor hem.",
     "Mijn zoon kijkt mijn telefoon na en vertelt alles aan zijn vader.",
     "Mijn dochter zegt dat haar vader mijn telefoon checkt voor mij.",
     "Sinds mijn zoon het huis uit is controleert mijn man mijn telefoon voor de zekerheid.",
     "Mijn telefoon wordt door mijn man gecontroleerd.", "'s Avonds leest hij mijn berichten."],
)  # fmt: skip
def test_who_must_not_be_reached_at_home_is_not(said):
    offers = [{"title": "Soos"}, {"title": "Soos", "setting": "home_visit"}]
    away, home = Asked(DislikesCriterion(), query(own_words=said), *offers).expected
    assert away == 1 > home


@pytest.mark.parametrize(
    "said",
    ["Ze krijgt niemand over de vloer.", "Bel gerust thuis.", "Ze kijkt op haar telefoon.", "Hij leest de post.",
     "Niemand controleert mijn telefoon.", "Mijn dochter leest mijn berichten voor.",
     "Thuis weet niemand hoe de computer werkt.", "Thuis weten ze het niet meer met haar.",
     "Thuis is het niet veilig, ze valt vaak van de trap.", "Hij krijgt geen post thuis, dat vindt hij jammer.",
     "Mijn dochter kijkt mijn telefoon na.", "Haar kleinzoon komt elke week en kijkt haar telefoon na.",
     "Mijn zoon checkt mijn telefoon voor mij.", "My daughter checks my phone for me.",
     "Mijn zus mag geen bezoek ontvangen.", "Mijn telefoon wordt niet gecontroleerd.",
     "Mijn dochter, die mijn berichten leest voor mij.", "Ik woon alleen en mijn zoon checkt mijn telefoon voor mij."],
)  # fmt: skip
def test_who_only_sees_nobody_at_home_may_be_visited(said):
    assert "no_home_contact" not in query(own_words=said).limits


def test_what_is_not_told_takes_nothing_from_a_wish():
    untold = {"title": "Biljarten", "description": "We biljarten samen.", "kind": "activity"}
    asked = Asked(InterestCriterion(), query(interests=["biljarten"], own_words="Ik drink geen alcohol."), untold)
    free = Asked(InterestCriterion(), query(interests=["biljarten"]), untold)
    assert asked.expected == free.expected
    assert asked.values.low[0] < asked.expected[0]
