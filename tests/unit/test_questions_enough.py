"""When it is said that asking more changes little: only when that is so, and never surer than it is."""

from __future__ import annotations

from typing import Any

import pytest

from wor_match import Activity, Catalogue, Client, Matcher, Profile
from wor_match.domain.next_question import AnswerEffect
from wor_match.domain.wishes import Home
from wor_match.explain.homes import ALL, DRAWS, homes
from wor_match.explain.lint import lint
from wor_match.explain.questions_text import LITTLE, NONE_HERE, NextQuestion, NextQuestions, sampling_error
from wor_match.explain.sentences import sentence
from wor_match.testing import TODAY, draw_activities
from wor_match.testing.inquiry import check_questions

HINT = "Andere vragen veranderen deze lijst bijna niet."
SURE = "Meer vragen verandert deze lijst niet."
LIKELY = "Meer vragen verandert deze lijst waarschijnlijk niet."
KNOWN: dict[str, Any] = {
    "status": "active", "description": "samen zingen in een koor", "last_verified": TODAY,
    "schedule": {"rules": [{"weekday": "mon", "part": "morning", "start": "10:00", "end": "11:00"}]},
    "cost": {"amount_eur": 5, "per": "month", "has_reduction": False},
    "effort": {"physical": 0, "social": 1, "is_side_by_side": True, "hours": 1, "pace": "usual"},
    "group": {
        "size": 10, "size_min": 8, "size_max": 12, "welcomes_newcomers": True, "is_fixed": True, "is_label_free": True,
        "referral_required": False, "membership_required": False, "experience_needed": False,
    },
    "first_step": {
        "sign_up": "walk_in", "trial_possible": True, "look_in_possible": True, "companion_welcome": True,
        "buddy_available": False, "free_to_skip": True,
    },
    "capacity": {
        "places_free": 5, "places_as_of": TODAY, "waiting_weeks": 0, "is_full": False, "can_join_midway": True,
    },
    "language": {"languages": ["nl"], "dutch_level_needed": "A2"},
}  # fmt: skip
ASKED: dict[str, Any] = {
    "reference": "c-1", "interests": ["zingen"], "home": "4102",
    "availability": [{"weekday": "mon", "part": "morning"}],
    "travel": {"modes": ["bike"], "max_minutes": 30, "evening": True}, "access_needs": ["step_free"], "readiness": 8,
    "goes_alone": "yes", "age": 50, "budget_eur_per_month": 50, "dutch_level": "C1", "digital": "own",
    "group": {"size": "any"}, "max_social_effort": 3, "max_physical_effort": 3, "has_city_pass": False,
}  # fmt: skip


def choir(name: str, access: dict[str, bool], **facts: Any) -> Activity:
    places = [{"postcode": "4102", "access": access}]
    return Activity.model_validate({"id": name, "title": f"Koor {name}", "places": places, **KNOWN, **facts})


def matcher(*activities: Activity) -> Matcher:
    return Matcher(Catalogue.from_activities(activities), as_of=TODAY)


def listed(found: Matcher, client: Client, k: int) -> list[str]:
    return [one.activity.id for one in found.recommend(client, k).suggestions]


def test_the_third_question_on_one_fact_takes_the_hint_away() -> None:
    client = Client(**ASKED)
    doubts = [choir(f"u{number}", {}) for number in range(6)]
    several = matcher(choir("k0", {"step_free": True}), *doubts)
    found = check_questions(several, client)
    unasked = set(listed(several, client, 5)) - {one.activity_id for one in found} - {"k0"}
    assert len(unasked) == 2
    assert not found.is_all
    assert HINT not in found.to_text()
    for name in unasked:  # the question that was left out changes the list just as much
        other = [choir(one.id, {"step_free": False}) if one.id == name else one for one in doubts]
        assert name not in listed(matcher(choir("k0", {"step_free": True}), *other), client, 5)
    two = check_questions(matcher(choir("k0", {"step_free": True}), *doubts[:2]), client)
    assert len(two) == 2
    assert two.is_all
    assert two.to_text().endswith(HINT)


@pytest.mark.parametrize("most", range(1, 5))
def test_what_falls_off_the_end_takes_the_hint_away(most: int) -> None:
    bare = Client(reference="b", interests=["wandelen"], home="3434")
    several = Matcher(Catalogue.from_activities(draw_activities(50, seed=4)), as_of=TODAY)
    assert len(several.questions(bare, most=50)) > most
    assert not several.questions(bare, most=most).is_all


def test_a_rare_answer_that_changes_the_list_makes_it_likely_and_no_more() -> None:
    old = {"last_verified": "2024-01-01", "cost": {"amount_eur": 45, "per": "month", "has_reduction": False}}
    loud = [choir(name, {"step_free": True, "quiet_space": False}) for name in ("noisy", "noisy2")]
    several = matcher(*loud, choir("calm", {"step_free": True, "quiet_space": True}, **old))
    intake = {name: value for name, value in ASKED.items() if name != "access_needs"}
    assert listed(several, Client(**intake), 1) != listed(several, Client(**intake, access_needs=["quiet_space"]), 1)
    found = check_questions(several, Client(**intake), 1)
    assert [one.kind for one in found] == ["enough"]
    assert found.to_text() == LIKELY
    client = found.to_text(audience="client")
    assert client == "Meer vertellen mag altijd. Dat verandert de lijst waarschijnlijk niet."
    assert found.to_text(language="en") == "Asking more will probably not change this list."
    assert "probably" in found.to_text(language="en", audience="client")


def test_it_is_sure_only_when_nothing_is_open() -> None:
    full = choir("full", {"step_free": True})
    found = matcher(full).questions(Client(**ASKED))
    assert found.to_text() == SURE
    assert found.to_text(audience="client") == "U hoeft nu niets meer te vertellen."
    for name in ASKED.keys() - {"reference", "interests", "travel"}:
        less = Client(**{key: value for key, value in ASKED.items() if key != name})
        assert SURE not in matcher(full).questions(less).to_text(), name


def test_it_is_sure_of_a_longer_list_only_when_the_rest_cannot_reach_it() -> None:
    level = {"step_free": True}
    client = Client(**ASKED | {"group": {"size": "small"}, "goes_alone": "no", "readiness": 2})
    facts: dict[str, Any] = {
        "cost": {"amount_eur": 49, "per": "month", "has_reduction": False},
        "group": KNOWN["group"] | {"size": 60, "size_min": 50, "size_max": 70, "welcomes_newcomers": False},
        "first_step": {
            "sign_up": "intake", "trial_possible": False, "look_in_possible": False, "companion_welcome": False,
            "buddy_available": False, "free_to_skip": False,
        },
    }  # fmt: skip
    plain = Profile.model_validate({"limits": {"variety_points": 0}})
    both = [choir("good", level), choir("less", level, **facts)]
    apart = Matcher(Catalogue.from_activities(both), plain, as_of=TODAY)
    assert listed(apart, client, 2) == ["good", "less"]
    assert apart.questions(client, 1).to_text() == SURE
    alike = matcher(choir("good", level), choir("same", level))
    assert [one.questions(client, 2).to_text() for one in (apart, alike)] == [SURE] * 2
    assert alike.questions(client, 1).to_text() != SURE
    assert matcher(choir("open", {})).questions(client, 1).to_text() != SURE


def test_a_client_without_questions_reads_no_more_than_is_known() -> None:
    doubts = [choir(f"u{number}", {}) for number in range(6)]
    cut = matcher(choir("k0", {"step_free": True}), *doubts).questions(Client(**ASKED))
    assert cut.to_text(audience="client") == "Er zijn nu geen vragen voor u."
    assert NextQuestions(cut, is_all=True).to_text(audience="client").endswith("waarschijnlijk niet.")
    for record in (LITTLE, NONE_HERE):
        for address in ("u", "je"):
            assert not lint(sentence(record, audience="client", address=address))


def towns(number: int) -> list[Activity]:
    """Choirs, each at a place of its own; the first place has two."""
    spots = [0, *range(number)]
    return [
        choir(f"t{n}", {"step_free": True}).model_copy(
            update={"places": (choir("x", {}).places[0].model_copy(update={"lat": 52 + spot / 50, "lon": 5.0}),)}
        )
        for n, spot in enumerate(spots)
    ]  # fmt: skip


def test_few_places_are_all_tried_by_what_is_there() -> None:
    found, is_sample = homes(Catalogue.from_activities(towns(ALL)))
    assert not is_sample
    assert len(found) == ALL
    assert sum(chance for _, chance in found) == pytest.approx(1)
    assert dict(found)[Home(lat=52.0, lon=5.0)] == pytest.approx(2 / (ALL + 1))
    drawn, is_sample = homes(Catalogue.from_activities(towns(ALL + 1)))
    assert is_sample
    assert len(drawn) == DRAWS


@pytest.mark.parametrize(("number", "how"), [(30, "exact"), (ALL + 10, "sample")])
def test_where_someone_lives_tells_whether_it_is_a_sample(number: int, how: str) -> None:
    client = Client(**{name: value for name, value in ASKED.items() if name != "home"})
    found = check_questions(matcher(*towns(number)), client, 3, 50)
    home = next(one for one in found if one.fact == "home")
    assert home.how == how
    assert ("steekproef" in home.to_text()) is (how == "sample")
    assert (home.sampling_error > 0) is (how == "sample")


def test_a_sampled_question_stands_no_higher_than_what_is_sure_of_it() -> None:
    """Many choirs apart, and one doubt that is nearly as large as what the sample says."""
    seen = 0
    for seed in range(12):
        several = Matcher(Catalogue.from_activities(draw_activities(120, seed=seed)), as_of=TODAY)
        for k in (1, 3, 5):
            found = several.questions(Client(reference="c", interests=["wandelen"]), k, 50)
            places = {one.fact: number for number, one in enumerate(found)}
            home = next((one for one in found if one.how == "sample"), None)
            if home is None:
                continue
            for one in found[: places["home"]]:
                assert one.expected_change >= home.expected_change - home.sampling_error
            for one in found[places["home"] + 1 :]:
                assert one.expected_change <= home.expected_change - home.sampling_error
            seen += any(one.expected_change < home.expected_change for one in found[: places["home"]])
    assert seen > 0


def test_the_error_of_a_sample_is_of_its_draws() -> None:
    def drawn(*changes: int) -> float:
        return sampling_error([
            AnswerEffect(name=str(n), chance=1 / len(changes), enters=tuple(map(str, range(change))))
            for n, change in enumerate(changes)
        ])  # fmt: skip

    assert drawn(0, 2, 0, 2) == pytest.approx(2 * (4 / 3) ** 0.5 / 2)
    assert drawn(1, 1, 1, 1) == 0.25
    assert drawn(3) == 3
    assert NextQuestion(kind="client", question=LITTLE).sampling_error == 0
