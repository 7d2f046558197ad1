"""What a coach decides otherwise: pin, hide, reorder, let in; with a reason, who and when."""

from __future__ import annotations

from datetime import timedelta

import pytest

from making import TODAY, catalogue, near
from talked_about import ADVICE, CLIENTS, IDS, SAID, SAMPLE, asking, walk
from wor_match import Advice, Matcher
from wor_match.domain.overrule import Overrule
from wor_match.errors import InputError, UnknownIdError


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

    @pytest.mark.parametrize(
        "wrong",
        [
            {"reason": ""}, {"reason": "  "}, {"reason": "\u200b"}, {"reason": "\u202e \u200d"},
            {"by": ""}, {"by": " "}, {"by": "\u202e"}, {"by": "\u3164"},
            {"on": None}, {"on": TODAY + timedelta(days=999)},
        ],
    )  # fmt: skip
    def test_each_has_a_reason_a_name_and_a_date(self, wrong):
        for change in (lambda **said: ADVICE.pin(IDS[0], **said), lambda **said: ADVICE.hide(IDS[0], **said)):
            with pytest.raises(InputError):
                change(**SAID | wrong)

    def test_it_is_decided_at_the_latest_on_the_day_of_the_advice(self):
        late = SAID | {"on": SAMPLE.as_of + timedelta(days=1)}
        with pytest.raises(InputError, match="must not be after the day of the advice"):
            ADVICE.pin(IDS[0], **late)
        for kind in ("pin", "hide"):
            with pytest.raises(InputError, match="after_as_of"):
                SAMPLE.recommend(CLIENTS[1], overrules=[Overrule(kind=kind, activity_ids=(IDS[0],), **late)])
        letting = Overrule(kind="let_in", activity_ids=(IDS[0],), rules=("age",), **late)
        with pytest.raises(InputError, match="after_as_of"):
            SAMPLE.recommend(CLIENTS[1], overrules=[letting])
        assert ADVICE.pin(IDS[0], **SAID | {"on": SAMPLE.as_of - timedelta(days=1)}).overrules

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

    def test_no_more_is_let_in_than_the_list_is_long(self):
        matcher = Matcher(catalogue(*[walk(group={"age_min": 65})] * 3), as_of=TODAY)
        mine = [Overrule(kind="let_in", activity_ids=(f"a{n:02}",), rules=("age",), **SAID) for n in range(3)]
        for k in (1, 2):
            with pytest.raises(InputError, match="overrules: must let in at most"):
                matcher.recommend(asking(age=40), k, overrules=mine)
            given = matcher.recommend(asking(age=40), k, overrules=[*mine[:k], mine[0]]).suggestions
            assert {one.activity.id for one in given} == {one.activity_ids[0] for one in mine[:k]}
        assert len(matcher.recommend(asking(age=40), 3, overrules=mine).suggestions) == 3

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

    @pytest.mark.parametrize("rule", ["avoid", "referral"])
    def test_a_copy_with_other_rules_is_checked_again(self, rule):
        matcher = Matcher(catalogue(walk(provider="Buurthuis")), as_of=TODAY)
        mine = Overrule(kind="let_in", activity_ids=("a00",), rules=("status",), **SAID)
        with pytest.raises(InputError, match="what nobody overrules here"):
            matcher.recommend(asking(avoid=["Buurthuis"]), overrules=[mine.model_copy(update={"rules": (rule,)})])
        with pytest.raises(InputError, match="letters that can be seen"):
            ADVICE.overruled(
                Overrule(kind="pin", activity_ids=(IDS[0],), **SAID).model_copy(update={"reason": "\u200b"})
            )

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
