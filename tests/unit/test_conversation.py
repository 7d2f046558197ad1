"""What a coach can ask of an advice, and decide otherwise: contrast, why not, overrules, replay, comparison."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from making import HOME, TODAY, catalogue, near
from wor_match import Advice, Client, Matcher, Profile, load_sample
from wor_match.domain.overrule import Overrule
from wor_match.errors import InputError, UnknownIdError
from wor_match.explain.contrast import Contrast
from wor_match.explain.lint import lint
from wor_match.geo import StraightLineTravel
from wor_match.rules import RULES
from wor_match.rules.digital import DigitalRule
from wor_match.sample import SAMPLE_DATE

CATALOGUE, CLIENTS = load_sample()
SAMPLE = Matcher(CATALOGUE, as_of=SAMPLE_DATE)
ADVICE = SAMPLE.recommend(CLIENTS[1])
IDS = [one.activity.id for one in ADVICE.suggestions]
SAID: dict[str, Any] = {"reason": "Marker-reden: kent daar iemand", "by": "Marker-coach", "on": SAMPLE_DATE}


def asking(**facts: Any) -> Client:
    return Client(**{"reference": "c-1", "interests": ["wandelen"], "home": HOME, **facts})


def walk(**facts: Any) -> dict[str, Any]:
    return {"title": "Wandelgroep", "kind": "activity", "places": [near(1)], **facts}


class TestContrast:
    def test_adds_up_and_names_what_decides(self):
        found = ADVICE.contrast(IDS[0], IDS[1])
        difference = ADVICE.suggestions[0].score_milli - ADVICE.suggestions[1].score_milli
        assert sum(one.difference_milli for one in found.points) == found.difference_milli == difference
        assert 1 <= len(found.deciding) <= 3

    def test_the_other_way_round_says_the_same(self):
        assert ADVICE.contrast(IDS[0], IDS[1]).to_text() == ADVICE.contrast(IDS[1], IDS[0]).to_text()

    def test_of_one_with_itself_nothing_differs(self):
        found = ADVICE.contrast(IDS[0], IDS[0])
        assert found.difference_milli == 0
        assert found.deciding == found.other_side == ()

    @pytest.mark.parametrize("ids", [("nergens", IDS[0]), (IDS[0], "nergens")])
    def test_an_unknown_id_is_refused(self, ids):
        with pytest.raises(UnknownIdError):
            ADVICE.contrast(*ids)

    @pytest.mark.parametrize("language", ["nl", "en"])
    def test_a_client_gets_no_points_and_no_health_words(self, language):
        for client in CLIENTS:
            advice = SAMPLE.recommend(client)
            for one in advice.suggestions[1:]:
                found = advice.contrast(advice.suggestions[0].activity.id, one.activity.id)
                text = found.to_text(language=language, audience="client")
                own = text.replace(found.first_title, "").replace(found.second_title, "")
                assert text
                assert not any(letter.isdigit() for letter in own)
                for word in ("punt", "point", "aanmelding", "referral", "misging", "went wrong", "niet wil"):
                    assert word not in own
                assert not lint(text, language)

    def test_equals_are_told_as_equals(self):
        advice = Matcher(catalogue(walk(), walk()), as_of=TODAY).recommend(asking())
        found = advice.contrast("a00", "a01")
        assert [one.code for one in found.records] == ["contrast.equal", "contrast.by_lot"]

    def test_an_order_that_the_coach_chose_is_told(self):
        turned = ADVICE.reorder(IDS[::-1], **SAID)
        assert "contrast.by_coach" in [one.code for one in turned.contrast(IDS[0], IDS[-1]).records]
        assert Contrast.model_validate_json(turned.contrast(*IDS[:2]).model_dump_json()) == turned.contrast(*IDS[:2])


class TestWhyNot:
    @pytest.mark.parametrize(
        ("offer", "client", "rule", "code", "facts"),
        [
            (
                walk(cost={"amount_eur": 15, "per": "month"}), {"budget_eur_per_month": 10, "has_city_pass": False},
                "budget", "change.budget", {"budget_eur_per_month": 15.0},
            ),
            (
                walk(schedule={"rules": [{"weekday": "tue", "start": "19:30", "end": "21:00"}]}),
                {"availability": [{"weekday": "mon", "part": "morning"}]}, "hours", "change.hours", None,
            ),
            (
                walk(schedule={"rules": [{"weekday": "tue", "start": "19:30", "end": "21:00"}]}),
                {"travel": {"evening": False}}, "evening", "change.evening", {"travel.evening": True},
            ),
            (walk(group={"is_closed": True}), {}, "places", "change.open_again", {"group.is_closed": False}),
            (
                walk(capacity={"waiting_weeks": 30}), {}, "places", "change.shorter_wait",
                {"capacity.waiting_weeks": 16},
            ),
            (
                walk(setting="online", places=[]), {"digital": "none"}, "digital", "change.online_help",
                {"digital": "with_help"},
            ),
            (
                walk(group={"size": 30}), {"group": {"size": "small", "size_is": "must"}}, "company",
                "change.size_wish", {"group.size_is": "wish"},
            ),
            (
                walk(effort={"physical": 3}), {"max_physical_effort": 0}, "physical_effort",
                "change.physical_lighter", {"effort.physical": 1},
            ),
            (
                walk(effort={"social": 3}), {"max_social_effort": 0}, "social_effort", "change.social_lighter",
                {"effort.social": 1},
            ),
            (
                walk(places=[{**near(1), "access": {"step_free": False}}]), {"access_needs": ["step_free"]}, "access",
                "change.accessible", {"places[0].access.step_free": True},
            ),
            (
                walk(kind="course", capacity={"starts_on": TODAY - timedelta(days=30), "can_join_midway": False}), {},
                "start", "change.join_midway", {"capacity.can_join_midway": True},
            ),
            (
                walk(language={"languages": ["nl"], "dutch_level_needed": "B1"}), {"dutch_level": "A1"}, "language",
                "change.language_buddy", {"has_language_buddy": True},
            ),
        ],
        ids=lambda value: value if isinstance(value, str) and "." not in value else "",
    )  # fmt: skip
    def test_the_smallest_change_of_each_rule(self, offer, client, rule, code, facts):
        found = Matcher(catalogue(offer), as_of=TODAY).why_not(asking(**client), "a00")
        assert found.outcome == "excluded"
        assert [one.rule for one in found.exclusions] == [rule]
        assert all(one.field for one in found.exclusions)
        change = found.ways[0].changes[0]
        assert change.code == code
        assert facts is None or change.facts == facts
        assert found.ways[0].is_shown

    def test_ten_more_minutes_or_an_electric_bike(self):
        client = asking(travel={"modes": ["bike"], "max_minutes": 15})
        found = Matcher(catalogue(walk(places=[near(5)])), as_of=TODAY).why_not(client, "a00")
        assert [way.changes[0].code for way in found.ways] == ["change.travel_minutes", *["change.travel_mode"] * 2]
        assert found.ways[0].changes[0].facts["travel.max_minutes"] > 15

    def test_two_rules_take_two_changes(self):
        offer = walk(cost={"amount_eur": 15, "per": "month"}, group={"is_closed": True})
        client = asking(budget_eur_per_month=10, has_city_pass=True)
        found = Matcher(catalogue(offer), as_of=TODAY).why_not(client, "a00")
        assert [one.rule for one in found.exclusions] == ["budget", "places"]
        assert {one.code for one in found.ways[0].changes} == {"change.budget", "change.open_again"}

    @pytest.mark.parametrize(
        ("offer", "client"),
        [
            (walk(group={"age_min": 65}), {"age": 40}),
            (walk(group={"gender_rule": "women"}), {"gender": "man"}),
            (walk(group={"audiences": ["carer"], "audience_is_hard": True}), {"circumstances": ["bereaved"]}),
            (walk(), {"travel": {"is_homebound": True}}),
            (walk(provider="Buurthuis"), {"avoid": ["Buurthuis"]}),
            (walk(access="indicated"), {}),
        ],
    )
    def test_who_someone_is_is_never_to_be_changed(self, offer, client):
        found = Matcher(catalogue(offer), as_of=TODAY).why_not(asking(**client), "a00")
        assert found.outcome == "excluded"
        assert found.ways == ()
        assert "geen kleine verandering" in found.to_text()

    def test_what_is_possible_gets_its_rank_and_the_list_that_shows_it(self):
        shown = {one.activity.id for one in ADVICE.suggestions}
        lower = next(
            found
            for one in CATALOGUE.activities
            if one.id not in shown and (found := SAMPLE.why_not(CLIENTS[1], one.id)).outcome == "lower"
        )
        k = lower.ways[0].changes[0].facts["k"]
        assert lower.rank is not None
        assert lower.activity_id in [one.activity.id for one in SAMPLE.recommend(CLIENTS[1], k).suggestions]

    def test_a_stop_is_not_reasoned_away(self):
        client = asking(safety=[{"signal": "crisis"}])
        found = Matcher(catalogue(walk()), as_of=TODAY).why_not(client, "a00")
        assert (found.outcome, found.ways) == ("stopped", ())
        assert "Veiligheid" in found.to_text()

    def test_what_is_not_in_the_catalogue_is_refused(self):
        with pytest.raises(UnknownIdError):
            SAMPLE.why_not(CLIENTS[1], "nergens")


class TestOverrules:
    def test_a_pin_puts_it_first_and_changes_nothing_else(self):
        pinned = ADVICE.pin(IDS[2], **SAID)
        assert [one.activity.id for one in pinned.suggestions] == [IDS[2], IDS[0], IDS[1], *IDS[3:]]
        assert [one.rank for one in pinned.suggestions] == list(range(1, len(IDS) + 1))
        assert pinned.suggestion(IDS[2]).score_milli == ADVICE.suggestion(IDS[2]).score_milli
        assert ADVICE.overrules == ()

    def test_what_is_hidden_stays_in_the_record(self):
        hidden = ADVICE.hide(IDS[0], **SAID)
        assert [one.activity.id for one in hidden.suggestions] == IDS[1:]
        assert hidden.overrules[0].activity_ids == (IDS[0],)
        assert ADVICE.suggestions[0].activity.title in hidden.to_text()

    def test_an_order_must_name_all(self):
        assert [one.activity.id for one in ADVICE.reorder(IDS[::-1], **SAID).suggestions] == IDS[::-1]
        for wrong in (IDS[:2], [*IDS, IDS[0]]):
            with pytest.raises(InputError):
                ADVICE.reorder(wrong, **SAID)

    def test_why_who_and_when_are_told_to_a_coach_only(self):
        advice = ADVICE.pin(IDS[1], **SAID).hide(IDS[0], **SAID)
        for language in ("nl", "en"):
            text = " ".join(advice.to_text(language=language).split())
            assert text.count("Marker-reden: kent daar iemand (Marker-coach, 23 ") == 2
            assert "Marker" not in advice.to_text(language=language, audience="client")

    @pytest.mark.parametrize("wrong", [{"reason": ""}, {"reason": "  "}, {"by": ""}, {"by": " "}, {"on": None}])
    def test_each_has_a_reason_a_name_and_a_date(self, wrong):
        for change in (lambda **said: ADVICE.pin(IDS[0], **said), lambda **said: ADVICE.hide(IDS[0], **said)):
            with pytest.raises(InputError):
                change(**SAID | wrong)

    def test_only_what_is_shown_can_be_moved(self):
        for change in (ADVICE.pin, ADVICE.hide):
            with pytest.raises(UnknownIdError):
                change("nergens", **SAID)

    def test_a_rule_can_be_set_aside_for_one_activity(self):
        matcher = Matcher(catalogue(walk(group={"age_min": 65}), walk(group={"age_min": 65})), as_of=TODAY)
        mine = Overrule(kind="let_in", activity_ids=("a00",), rules=("age",), **SAID)
        assert matcher.recommend(asking(age=40)).suggestions == ()
        advice = matcher.recommend(asking(age=40), overrules=[mine])
        assert [one.activity.id for one in advice.suggestions] == ["a00"]
        assert advice.overrules[0].titles == ("Wandelgroep",)
        assert "Toch in de lijst" in advice.to_text()

    def test_it_takes_the_last_place_when_its_score_earns_no_better_one(self):
        far = walk(id="ver", title="Bingo", places=[near(60)])
        matcher = Matcher(catalogue(*[walk() for _ in range(4)], far), as_of=TODAY)
        client = asking(travel={"modes": ["bike"], "max_minutes": 20})
        mine = Overrule(kind="let_in", activity_ids=("ver",), rules=("reach",), **SAID)
        advice = matcher.recommend(client, 3, overrules=[mine])
        assert [one.activity.id for one in advice.suggestions][2:] == ["ver"]
        assert len(advice.suggestions) == 3
        assert matcher.replay(Advice.from_json(advice.to_json())).is_same

    def test_every_rule_that_excludes_it_must_be_named(self):
        matcher = Matcher(catalogue(walk(group={"age_min": 65, "is_closed": True})), as_of=TODAY)
        mine = Overrule(kind="let_in", activity_ids=("a00",), rules=("age",), **SAID)
        with pytest.raises(InputError, match="still_excluded"):
            matcher.recommend(asking(age=40), overrules=[mine])

    @pytest.mark.parametrize("rule", ["avoid", "referral"])
    def test_some_rules_nobody_sets_aside(self, rule):
        with pytest.raises(InputError):
            Overrule(kind="let_in", activity_ids=("a00",), rules=(rule,), **SAID)

    def test_what_is_avoided_stays_out(self):
        matcher = Matcher(catalogue(walk(provider="Buurthuis", group={"age_min": 65})), as_of=TODAY)
        mine = Overrule(kind="let_in", activity_ids=("a00",), rules=("age",), **SAID)
        with pytest.raises(InputError, match="still_excluded"):
            matcher.recommend(asking(age=40, avoid=["Buurthuis"]), overrules=[mine])

    def test_a_stop_stands(self):
        matcher = Matcher(catalogue(walk(group={"age_min": 65})), as_of=TODAY)
        mine = Overrule(kind="let_in", activity_ids=("a00",), rules=("age",), **SAID)
        client = asking(age=40, safety=[{"signal": "crisis"}])
        advice = matcher.recommend(client, overrules=[mine])
        assert advice.is_stopped
        assert advice.suggestions == advice.overrules == ()

    def test_unknown_rules_and_activities_are_refused(self):
        def let_in(name: str, rule: str) -> Overrule:
            return Overrule(kind="let_in", activity_ids=(name,), rules=(rule,), **SAID)

        with pytest.raises(InputError, match="unknown_rule"):
            SAMPLE.recommend(CLIENTS[1], overrules=[let_in(IDS[0], "x")])
        with pytest.raises(UnknownIdError):
            SAMPLE.recommend(CLIENTS[1], overrules=[let_in("x", "age")])
        with pytest.raises(InputError):
            ADVICE.overruled(let_in(IDS[0], "age"))


class OtherTravel(StraightLineTravel):
    """A router whose answers changed without a new version."""

    def minutes(self, home, modes, lats, lons, error_km):
        return super().minutes((home[0] + 0.0001, home[1]), modes, lats, lons, error_km)


class TestReplay:
    def test_the_same_to_the_bit_also_on_another_day_and_with_overrules(self):
        stored = Advice.from_json(ADVICE.pin(IDS[2], **SAID).hide(IDS[0], **SAID).to_json())
        later = Matcher(CATALOGUE, as_of=date(2027, 6, 1)).replay(stored)
        assert later.is_same
        assert later.advice is not None
        assert later.advice.to_json() == stored.to_json()
        assert "precies zo" in later.to_text()

    def test_what_changed_is_named(self):
        class MyRule(DigitalRule):
            version = "7"

        heavier = Profile.model_validate({"limits": {"variety_points": 0}})
        cases = {
            "catalogue": Matcher(CATALOGUE.updated(end=[IDS[0]]), as_of=SAMPLE_DATE),
            "profile": Matcher(CATALOGUE, heavier, as_of=SAMPLE_DATE),
            "rules": Matcher(CATALOGUE, as_of=SAMPLE_DATE, rules=[*RULES[:-1], MyRule()]),
            "criteria": Matcher(CATALOGUE, as_of=SAMPLE_DATE, criteria=SAMPLE.criteria[::-1]),
            "travel_times": Matcher(CATALOGUE, as_of=SAMPLE_DATE, travel=OtherTravel()),
        }
        for name, matcher in cases.items():
            found = matcher.replay(ADVICE)
            assert (found.is_same, found.changed) == (False, (name,)), name
            assert found.to_text()
            assert found.to_text(language="en")
        assert any("MyRule 7" in one for one in cases["rules"].recommend(CLIENTS[1]).provenance.rules)

    @pytest.mark.parametrize(
        ("field", "name"), [("vocabulary_hash", "vocabulary"), ("library_version", "library"), ("travel", "travel")]
    )
    def test_what_was_otherwise_then_is_named(self, field, name):
        other = ADVICE.model_copy(update={"provenance": ADVICE.provenance.model_copy(update={field: "anders"})})
        assert SAMPLE.replay(other).changed == (name,)

    def test_an_advice_that_was_tampered_with_is_found(self):
        other = ADVICE.model_copy(update={"possible_milli": 1})
        assert SAMPLE.replay(other).changed == ("advice",)

    def test_the_intake_of_another_client_is_named_and_not_the_travel_times_that_follow_from_it(self):
        for other in (CLIENTS[2], CLIENTS[1].replaced(budget_eur_per_month=0)):
            found = SAMPLE.replay(ADVICE, other)
            assert (found.is_same, found.changed) == (False, ("client",))

    def test_a_profile_under_another_name_is_named(self):
        renamed = Matcher(CATALOGUE, Profile.model_validate({"version": "2"}), as_of=SAMPLE_DATE)
        assert renamed.replay(ADVICE).changed == ("profile",)

    def test_redacted_it_cannot_be_made_again_and_says_why(self):
        found = SAMPLE.replay(ADVICE.redact())
        assert (found.is_same, found.changed, found.advice) == (False, ("client",), None)
        assert "verwijderd" in found.to_text()
        assert SAMPLE.replay(ADVICE.redact(), CLIENTS[1]).is_same


class TestRedact:
    def test_nothing_of_the_client_is_left(self):
        client = asking(
            reference="Marker-kenmerk",
            interests=[{"phrase": "Marker wandelen"}],
            dislikes=["Marker bingo"],
            goals=["Marker rust"],
            own_words="Marker: ik hield van tuinieren. Soms wil ik er niet meer zijn.",
            avoid=["Marker huis"],
            circumstances=["carer"],
            budget_eur_per_month=17.31,
            safety=[{"signal": "debts"}],
            age=47,
        )
        offers = [walk(), walk(cost={"amount_eur": 99, "per": "month"}), walk(group={"age_min": 66})]
        advice = Matcher(catalogue(*offers), as_of=TODAY).recommend(client).pin("a00", **SAID)
        text = advice.to_json()
        assert all(marker in text for marker in ("Marker-kenmerk", "Marker wandelen", "17.31", "debts"))
        redacted = advice.redact()
        for marker in ("Marker", "17.31", "debts", "tuinieren", "niet meer zijn", '"age":47'):
            assert marker not in redacted.to_json()
        assert [one.activity.id for one in redacted.suggestions] == [one.activity.id for one in advice.suggestions]
        assert [one.contributions for one in redacted.suggestions] == [one.contributions for one in advice.suggestions]
        assert redacted.excluded.counts == advice.excluded.counts
        assert redacted.provenance.catalogue_hash == advice.provenance.catalogue_hash
        assert Advice.from_json(redacted.to_json()) == redacted == redacted.redact()
        assert redacted.to_text()

    def test_a_stop_is_still_a_stop(self):
        advice = Matcher(catalogue(walk()), as_of=TODAY).recommend(asking(safety=[{"signal": "crisis"}]))
        assert advice.redact().is_stopped
        assert "crisis" not in advice.redact().to_json()

    def test_it_never_shows_in_a_repr(self):
        assert "werkbank" not in repr(ADVICE.provenance).casefold()
        assert "Marker" not in repr(Overrule(kind="hide", activity_ids=("a",), **SAID))


class TestCompared:
    def test_the_same_is_told_as_the_same(self):
        found = ADVICE.compared(SAMPLE.recommend(CLIENTS[1]))
        assert (found.changed, found.came, found.went, found.moved) == ((), (), (), ())
        assert found.to_text() == "De lijst is gelijk gebleven."

    def test_what_came_and_went_and_why(self):
        without = Matcher(CATALOGUE.updated(end=[IDS[0]]), as_of=SAMPLE_DATE + timedelta(days=14))
        client = CLIENTS[1].replaced(budget_eur_per_month=3, age=81)
        found = without.recommend(client).compared(ADVICE)
        assert found.changed == ("catalogue", "date", "client")
        assert found.intake_fields == ("budget_eur_per_month", "age")
        assert IDS[0] in [one.activity_id for one in found.went]
        for language in ("nl", "en"):
            text = found.to_text(language=language)
            assert "81" not in text
            assert ADVICE.suggestions[0].activity.title in text

    def test_overrules_and_profile_are_named(self):
        found = ADVICE.pin(IDS[1], **SAID).compared(ADVICE)
        assert found.changed == ("overrules",)
        assert {(one.rank_before, one.rank_now) for one in found.moved} == {(1, 2), (2, 1)}
        other = Matcher(CATALOGUE, Profile.model_validate({"limits": {"variety_points": 0}}), as_of=SAMPLE_DATE)
        assert other.recommend(CLIENTS[1], 4).compared(ADVICE).changed == ("profile", "k")

    def test_a_stop_is_told(self):
        stopped = SAMPLE.recommend(CLIENTS[1].replaced(safety=[{"signal": "crisis"}]))
        assert "STOP" in stopped.compared(ADVICE).to_text()
        assert "STOP" in ADVICE.compared(stopped).to_text()

    def test_another_client_is_refused_and_a_redacted_one_is_not(self):
        with pytest.raises(InputError):
            ADVICE.compared(SAMPLE.recommend(CLIENTS[2]))
        found = ADVICE.compared(ADVICE.redact())
        assert not found.is_intake_known
        assert "intake" in found.to_text()
