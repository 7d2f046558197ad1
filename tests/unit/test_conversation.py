"""What a coach can ask of an advice: contrast, and why not."""

from __future__ import annotations

import re
from datetime import timedelta
from itertools import combinations, pairwise, permutations

import pytest

from making import TODAY, catalogue, near
from talked_about import ADVICE, CATALOGUE, CLIENTS, IDS, SAID, SAMPLE, asking, walk
from wor_match import Matcher
from wor_match.errors import UnknownIdError
from wor_match.explain.contrast import Contrast
from wor_match.explain.lint import lint


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

    def test_it_is_one_sentence_or_two_with_what_decides(self):
        for client in CLIENTS:
            advice = SAMPLE.recommend(client)
            ids = [one.activity.id for one in advice.suggestions]
            for one, other in pairwise(ids):
                found = advice.contrast(one, other)
                text = re.sub(r"‘[^’]*’(?!\w)", "X", found.to_text())
                remarks = sum(record.code in ("contrast.by_variety", "contrast.by_lot") for record in found.records)
                assert len(re.findall(r"[.](?: |$)", text)) <= 2 + remarks, text

    def test_the_facts_are_those_of_the_advice_and_differ(self):
        told = 0
        for client in CLIENTS:
            advice = SAMPLE.recommend(client)
            of = {one.activity.id: one for one in advice.suggestions}
            for one, other in permutations(of, 2):
                found = advice.contrast(one, other)
                for fact in found.facts:
                    mine, others = (of[fact.activity_id], of[other if fact.activity_id == one else one])
                    mine, others = ((x.reasons_for if fact.is_for else x.reasons_against) for x in (mine, others))
                    assert fact.criterion in (*found.deciding, *found.other_side)
                    assert (fact.reason.code, fact.reason.params) in [(x.code, x.params) for x in mine]
                    assert (fact.reason.code, fact.reason.params) not in [(x.code, x.params) for x in others]
                    told += 1
        assert told > 100

    def test_of_a_number_both_sides_are_told(self):
        advice = SAMPLE.recommend(CLIENTS[0])
        text = " ".join(
            advice.contrast(one.activity.id, other.activity.id).to_text()
            for one, other in permutations(advice.suggestions, 2)
        )
        assert "de grootte past: ongeveer 6 mensen, tegenover ongeveer 25 mensen" in text

    def test_a_criterion_is_not_named_as_if_it_were_so(self):
        told = 0
        for client in CLIENTS:
            advice = SAMPLE.recommend(client, k=10)
            for one, other in permutations((each.activity.id for each in advice.suggestions), 2):
                found = advice.contrast(one, other)
                if "identity" in found.deciding and not any(fact.criterion == "identity" for fact in found.facts):
                    told += 1
                    assert "voor wie het is (" in found.to_text()
                    assert "dezelfde situatie" not in found.to_text()
        assert told

    def test_the_coach_is_named_only_where_the_coach_turned_these_two(self):
        kinds = set()
        for client in CLIENTS:
            advice = SAMPLE.recommend(client, 6)
            ids = [one.activity.id for one in advice.suggestions]
            for changed in _otherwise(advice, ids):
                now = [one.activity.id for one in changed.suggestions]
                for one, other in combinations(now, 2):
                    turned = ids.index(one) > ids.index(other)
                    found = changed.contrast(one, other)
                    assert found.is_coach_order is turned
                    assert changed.contrast(other, one).is_coach_order is turned
                    codes = {record.code for record in found.records}
                    assert "contrast.by_coach" not in codes or turned
                    assert "contrast.by_variety" not in codes or not turned
                    kinds |= {(code, turned) for code in codes}
        assert {("contrast.by_coach", True), ("contrast.by_variety", False)} <= kinds

    def test_equals_that_nobody_turned_are_still_by_lot(self):
        advice = Matcher(
            catalogue(walk(), walk(), walk(title="Rustig wandelen", places=[near(3)])), as_of=TODAY
        ).recommend(asking())
        equals = [one.activity.id for one in advice.suggestions if one.activity.title == "Wandelgroep"]
        assert len(equals) == 2
        (third,) = {one.activity.id for one in advice.suggestions} - set(equals)
        for changed in (advice.pin(third, **SAID), advice.hide(third, **SAID), advice.pin(equals[0], **SAID)):
            assert changed.contrast(*equals).records[-1].code == "contrast.by_lot"
        turned = advice.pin(equals[1], **SAID).contrast(*equals)
        assert [one.code for one in turned.records] == ["contrast.equal"]


def _otherwise(advice, ids):
    """The advice as it is, and with pins, hides and orders of a coach, alone and after each other."""
    if len(ids) < 4:
        return
    yield advice
    yield advice.pin(ids[3], **SAID)
    yield advice.pin(ids[0], **SAID)
    yield advice.hide(ids[0], **SAID)
    yield advice.hide(ids[1], **SAID).pin(ids[3], **SAID)
    yield advice.reorder(ids, **SAID)
    yield advice.reorder([*ids[:-2], ids[-1], ids[-2]], **SAID)
    yield advice.pin(ids[2], **SAID).pin(ids[1], **SAID).pin(ids[0], **SAID)
    yield type(advice).from_json(advice.pin(ids[3], **SAID).to_json()).pin(ids[1], **SAID)


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
                {"capacity.waiting_weeks": 12},
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
                "change.physical_lighter", {"effort.physical": 0},
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
        assert [way.changes[0].code for way in found.ways] == ["change.travel_minutes", "change.travel_mode"]
        assert found.ways[1].changes[0].params["mode"] == "lift", "who cycles gets no council transport"
        nearer = Matcher(catalogue(walk(places=[near(3)])), as_of=TODAY)
        ways = nearer.why_not(client, "a00").ways
        assert "ebike" in [change.params.get("mode") for way in ways for change in way.changes]
        unsafe = asking(travel={"modes": ["bike"], "max_minutes": 15}, own_words="Fietsen durf ik niet meer.")
        ways = nearer.why_not(unsafe, "a00").ways
        assert ways
        assert "ebike" not in [change.params.get("mode") for way in ways for change in way.changes]
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
            if one.id not in shown and (found := SAMPLE.why_not(CLIENTS[1], one.id)).ways and found.outcome == "lower"
        )
        k = lower.ways[0].changes[0].facts["k"]
        assert lower.rank is not None
        assert lower.k < k <= 2 * lower.k
        assert lower.activity_id in [one.activity.id for one in SAMPLE.recommend(CLIENTS[1], k).suggestions]

    def test_who_stands_far_below_is_told_the_rank_and_no_way(self):
        client = next(one for one in CLIENTS if one.reference == "c-13")
        found = SAMPLE.why_not(client, "maatje")
        assert (found.outcome, found.ways) == ("lower", ())
        assert found.rank > 2 * found.k
        assert f"op plaats {found.rank} van de" in found.to_text()
        assert "Dit zou helpen" not in found.to_text()

    def test_below_the_floor_it_says_what_costs_points(self):
        client = next(one for one in CLIENTS if one.reference == "c-05")
        found = next(
            one for each in CATALOGUE.activities if (one := SAMPLE.why_not(client, each.id)).outcome == "below_floor"
        )
        run = SAMPLE.run(client)
        place = [CATALOGUE.activities[int(one)].id for one in run.chosen.activity].index(found.activity_id)
        missed = {
            one.name: int(weight) - int(points)
            for one, weight, points in zip(
                run.scored.criteria, run.scored.weights, run.chosen.contributions[1, place], strict=True
            )
            if one.is_link
        }
        assert {one.criterion: one.missed_milli for one in found.costs}.items() <= missed.items()
        assert found.costs[0].missed_milli == max(missed.values())
        assert "te weinig punten" in found.to_text()
        assert "De meeste punten mist het op: " in found.to_text()
        assert "sluit te weinig aan" not in found.to_text()

    def test_a_way_that_asks_another_one_and_more_is_no_way(self):
        two = walk(schedule={"rules": [{"weekday": "tue", "start": "10:00", "end": "15:00"}]})
        client = asking(availability=[{"weekday": "mon", "part": "morning"}])
        found = Matcher(catalogue(two), as_of=TODAY).why_not(client, "a00")
        moments = [set(change.params["moments"]) for way in found.ways for change in way.changes]
        assert moments
        assert not any(one < other for one in moments for other in moments)
        sample = SAMPLE.why_not(next(one for one in CLIENTS if one.reference == "c-15"), "mens-shed")
        assert [one.changes[0].params["moments"] for one in sample.ways] == [("tue morning",), ("thu morning",)]

    def test_a_stop_is_not_reasoned_away(self):
        client = asking(safety=[{"signal": "crisis"}])
        found = Matcher(catalogue(walk()), as_of=TODAY).why_not(client, "a00")
        assert (found.outcome, found.ways) == ("stopped", ())
        assert "Veiligheid" in found.to_text()

    def test_what_is_not_in_the_catalogue_is_refused(self):
        with pytest.raises(UnknownIdError):
            SAMPLE.why_not(CLIENTS[1], "nergens")
