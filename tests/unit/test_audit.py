"""An advice made again, without what it tells of a client, and beside an earlier one."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from types import MappingProxyType

import numpy as np
import pytest

from making import TODAY, catalogue
from talked_about import ADVICE, CATALOGUE, CLIENTS, IDS, SAID, SAMPLE, asking, walk
from wor_match import Advice, Matcher, Profile
from wor_match.domain.overrule import Overrule
from wor_match.errors import InputError
from wor_match.geo import StraightLineTravel
from wor_match.rules import RULES, Rule
from wor_match.rules.base import verdicts
from wor_match.rules.digital import DigitalRule
from wor_match.sample import SAMPLE_DATE


class OtherTravel(StraightLineTravel):
    """A router whose answers changed without a new version."""

    def minutes(self, home, modes, lats, lons, error_km):
        return super().minutes((home[0] + 0.0001, home[1]), modes, lats, lons, error_km)


class SlowTravel(StraightLineTravel):
    """One by which all takes twice as long, under the same name and version."""

    def minutes(self, home, modes, lats, lons, error_km):
        found = super().minutes(home, modes, lats, lons, error_km)
        return replace(found, low=found.low * 2, expected=found.expected * 2, high=found.high * 2)

    def reach_km(self, modes, max_minutes):
        return super().reach_km(modes, max_minutes / 2)


class ShortTitle(Rule):
    """A rule of a host's own without a version."""

    name = "short_title"
    field = "title"

    def __init__(self, most):
        self.most = most

    def applies(self, query):
        return True

    def check(self, scene):
        letters = np.array([len(scene.rows.source(place).activity.title) for place in range(len(scene))])
        return verdicts(no=letters > self.most, yes=letters <= self.most)


def with_titles(most):
    return Matcher(CATALOGUE, as_of=SAMPLE_DATE, rules=(*RULES, ShortTitle(most)))


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
            "rules": Matcher(
                CATALOGUE, as_of=SAMPLE_DATE, rules=[MyRule() if one.name == "digital" else one for one in RULES]
            ),
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

    @pytest.mark.parametrize(
        "change", [{"reason": "de wethouder wilde dit"}, {"by": "iemand anders"}, {"on": "2020-01-01"}, {"titles": []}]
    )
    def test_an_overrule_that_was_changed_is_named(self, change):
        stored = json.loads(ADVICE.pin(IDS[2], **SAID).hide(IDS[0], **SAID).to_json())
        stored["overrules"][0].update(change)
        found = SAMPLE.replay(Advice.model_validate(stored))
        assert (found.is_same, found.changed) == (False, ("overrules",))
        assert "keuzes van de coach" in found.to_text()

    def test_one_more_overrule_does_not_make_good_what_was_changed_in_an_earlier_one(self):
        stored = json.loads(ADVICE.pin(IDS[2], **SAID).to_json())
        stored["overrules"][0]["by"] = "iemand anders"
        more = Advice.model_validate(stored).hide(IDS[0], **SAID)
        assert SAMPLE.replay(more).changed == ("overrules",)

    def test_an_overrule_that_was_taken_out_or_has_gone_late_is_named(self):
        stored = json.loads(ADVICE.pin(IDS[2], **SAID).to_json())
        assert SAMPLE.replay(Advice.model_validate(stored | {"overrules": []})).changed == ("overrules",)
        stored["overrules"][0]["on"] = "2099-01-01"
        found = SAMPLE.replay(Advice.model_validate(stored))
        assert (found.changed, found.advice) == (("overrules",), None)

    @pytest.mark.parametrize("change", [{"work": "crimineel"}, {"safety": []}, {"interests": []}])
    def test_an_intake_that_was_changed_is_named(self, change):
        client = CLIENTS[1].replaced(work="bakker", safety=[{"signal": "debts"}])
        stored = json.loads(SAMPLE.recommend(client).to_json())
        stored["provenance"]["client"].update(change)
        found = SAMPLE.replay(Advice.model_validate(stored))
        assert (found.is_same, found.changed) == (False, ("intake",))
        assert "de intake die erbij bewaard is" in found.to_text()
        assert "crimineel" not in found.to_text()

    def test_to_the_bit_means_that_no_is_not_nought(self):
        stored = json.loads(SAMPLE.recommend(CLIENTS[1].replaced(safety=[{"signal": "debts"}])).to_json())
        assert stored["gates"][0]["params"]["lapsed"] is False
        assert SAMPLE.replay(Advice.from_json(json.dumps(stored, sort_keys=True))).is_same, (
            "order of keys is no content"
        )
        stored["gates"][0]["params"]["lapsed"] = 0
        found = SAMPLE.replay(Advice.from_json(json.dumps(stored)))
        assert (found.is_same, found.changed) == (False, ("advice",))

    def test_the_intake_of_another_client_is_named_and_not_the_travel_times_that_follow_from_it(self):
        for other in (CLIENTS[2], CLIENTS[1].replaced(budget_eur_per_month=0)):
            found = SAMPLE.replay(ADVICE, other)
            assert (found.is_same, found.changed) == (False, ("client",))

    @pytest.mark.parametrize("most", [20, 22, 28])
    def test_a_rule_without_a_version_that_changed_is_not_called_travel_times(self, most):
        stored = with_titles(40).recommend(CLIENTS[1])
        assert stored.provenance.travel_minutes
        found = with_titles(most).replay(Advice.from_json(stored.to_json()))
        assert found.advice is not None
        assert found.advice.provenance.travel_minutes != stored.provenance.travel_minutes
        assert found.changed == ("advice",)
        assert "reistijden" not in found.to_text()
        assert "iets wat er niet bij bewaard is" in found.to_text()

    def test_slower_trips_are_named_also_when_none_is_shown_any_more_and_beside_another_cause(self):
        slow = Matcher(CATALOGUE, as_of=SAMPLE_DATE, travel=SlowTravel())
        found = slow.replay(ADVICE)
        assert found.changed == ("travel_times",)
        both = Matcher(CATALOGUE.updated(end=["aa-groep"]), as_of=SAMPLE_DATE, travel=SlowTravel()).replay(ADVICE)
        assert both.changed == ("catalogue", "travel_times")
        assert "het aanbod en de reistijden" in both.to_text()
        with_other_intake = slow.replay(ADVICE, CLIENTS[1].replaced(budget_eur_per_month=0))
        assert with_other_intake.changed == ("client", "travel_times")

    def test_a_place_that_moved_is_the_supply_and_not_the_travel_times(self):
        first = next(one.activity for one in ADVICE.suggestions if one.travel_minutes)
        moved = tuple(place.replaced(lat=52.2, lon=5.2, postcode=None) for place in first.places)
        assert moved != first.places
        matcher = Matcher(CATALOGUE.updated(add=[first.replaced(places=moved)]), as_of=SAMPLE_DATE)
        assert matcher.replay(ADVICE).changed == ("catalogue",)

    def test_an_intake_as_json_gives_it_is_taken_for_the_client_that_it_is(self):
        given = CLIENTS[1].model_dump(mode="json")
        assert SAMPLE.replay(ADVICE, given).is_same
        assert SAMPLE.replay(ADVICE.redact(), MappingProxyType(given)).is_same
        other = SAMPLE.replay(ADVICE, CLIENTS[2].model_dump(mode="json"))
        assert other.changed == ("client",)
        assert "verwijderd" not in other.to_text()

    @pytest.mark.parametrize("given", [{}, "", 0, False, [], "c-02", {"reference": "c-02", "agee": 4}, ADVICE])
    @pytest.mark.parametrize("stored", [ADVICE, ADVICE.redact()], ids=["whole", "redacted"])
    def test_what_is_no_client_is_refused_and_the_stored_intake_is_not_taken_for_it(self, given, stored):
        with pytest.raises(InputError) as refused:
            SAMPLE.replay(stored, given)
        assert "c-02" not in str(refused.value)

    def test_a_given_intake_that_cannot_be_placed_is_not_called_removed(self):
        nowhere = CLIENTS[1].replaced(home={"lat": 5.1, "lon": 52.1})
        found = SAMPLE.replay(ADVICE, nowhere)
        assert (found.changed, found.advice) == (("client",), None)
        assert found.to_text() == "Dit advies is nu niet opnieuw te maken. Dit is anders: de intake."

    def test_redacted_with_the_intake_of_someone_else_it_says_that_this_cannot_be_checked(self):
        found = SAMPLE.replay(ADVICE.redact(), CLIENTS[2])
        assert (found.is_same, found.changed) == (False, ("client",))
        assert found.record.code == "replay.intake_unchecked"
        assert "niet te controleren" in found.to_text()
        assert "cannot be checked" in found.to_text(language="en")
        assert "bewaarde advies" not in found.to_text()

    def test_an_intake_that_was_taken_out_is_told_apart_by_its_hash(self):
        without = ADVICE.provenance.model_copy(update={"client": None})
        bare = ADVICE.model_copy(update={"provenance": without})
        assert SAMPLE.replay(bare, CLIENTS[2]).changed == ("client",)
        assert SAMPLE.replay(bare, CLIENTS[1]).changed == ("advice",)

    def test_a_profile_under_another_name_is_named(self):
        renamed = Matcher(CATALOGUE, Profile.model_validate({"version": "2"}), as_of=SAMPLE_DATE)
        assert renamed.replay(ADVICE).changed == ("profile",)

    def test_redacted_it_cannot_be_made_again_and_says_why(self):
        found = SAMPLE.replay(ADVICE.redact())
        assert (found.is_same, found.changed, found.advice) == (False, ("client",), None)
        assert "verwijderd" in found.to_text()
        assert SAMPLE.replay(ADVICE.redact(), CLIENTS[1]).is_same

    def test_redacted_with_overrules_it_says_that_these_are_gone(self):
        redacted = ADVICE.pin(IDS[2], **SAID).hide(IDS[0], **SAID).redact()
        assert (redacted.overrules, redacted.given_order) == ((), ())
        assert IDS[0] not in redacted.to_json()
        found = SAMPLE.replay(ADVICE.pin(IDS[2], **SAID).redact(), CLIENTS[1])
        assert (found.is_same, found.changed) == (False, ("overrules",))
        assert "De keuzes van de coach zijn verwijderd." in found.to_text()


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
        for one, before in zip(redacted.suggestions, advice.suggestions, strict=True):
            for name, score in (
                ("points", one.score_milli),
                ("low", one.score_low_milli),
                ("high", one.score_high_milli),
            ):
                assert sum(getattr(each, f"{name}_milli") for each in one.contributions) == score
            assert one.score_milli == before.score_milli
            assert set(one.contributions[:-1]) < set(before.contributions)
            assert sum(each.max_milli for each in one.contributions) == redacted.possible_milli == 100_000
        assert redacted.excluded.counts == {"redacted": advice.excluded.total}
        assert redacted.provenance.catalogue_hash == advice.provenance.catalogue_hash
        assert Advice.from_json(redacted.to_json()) == redacted == redacted.redact()
        assert redacted.to_text()

    def test_how_one_gets_about_is_gone_too(self):
        rolling = asking(home={"lat": 52.0, "lon": 5.1}, travel={"modes": ["rollator"], "max_minutes": 60})
        advice = Matcher(catalogue(walk(places=[{"lat": 52.001, "lon": 5.1}])), as_of=TODAY).recommend(rolling)
        assert advice.suggestions[0].travel_mode == "rollator"
        assert "rollator" not in advice.redact().to_json()

    def test_of_a_stop_nothing_is_left_either(self):
        matcher = Matcher(catalogue(walk(status="ended")), as_of=TODAY)
        stopped = matcher.recommend(asking(safety=[{"signal": "crisis"}]))
        nothing_found = matcher.recommend(asking())
        assert stopped.is_stopped
        assert not nothing_found.suggestions
        assert stopped.redact() == nothing_found.redact()
        for redacted in (stopped.redact(), Advice.from_json(stopped.redact().to_json())):
            assert not redacted.is_stopped
            assert redacted.shortfall is None
            assert redacted._repr_html_() == nothing_found.redact()._repr_html_()
            for audience in ("coach", "client"):
                assert "STOP" not in redacted.to_text(audience=audience)
                assert "112" not in redacted.to_text(audience=audience)
        assert matcher.replay(stopped.redact(), asking(safety=[{"signal": "crisis"}])).is_same

    def test_which_rules_and_criteria_counted_is_not_told(self):
        offers = [walk(), walk(provider="De Vogel"), *(walk(group={"gender_rule": "women"}) for _ in range(3))]
        matcher = Matcher(catalogue(*offers), as_of=TODAY)
        asked = asking(avoid=["De Vogel"], gender="man", tried=[{"what": "wandelen", "why_it_failed": "te druk"}])
        letting = Overrule(kind="let_in", activity_ids=("a02",), rules=("gender",), **SAID)
        advice = matcher.recommend(asked, overrules=[letting])
        assert {"avoid", "gender"} <= set(advice.excluded.counts)
        assert "earlier" in {one.criterion for one in advice.suggestions[0].contributions}
        redacted = json.loads(advice.redact().to_json())
        made_with = redacted.pop("provenance")
        assert made_with["intake_hash"] == ""
        assert made_with["overrules_hash"] == "redacted"
        assert redacted["overrules"] == []
        assert redacted["excluded"]["counts"] == {"redacted": advice.excluded.total}
        for one in redacted["suggestions"]:
            del one["activity"]
        for word in ("gender", "avoid", "earlier", "Marker", "need"):
            assert word not in json.dumps(redacted)

    def test_who_tried_before_has_no_other_most_than_who_did_not(self):
        matcher = Matcher(catalogue(walk()), as_of=TODAY)
        tried = asking(tried=[{"what": "wandelen", "why_it_failed": "te druk"}])
        most = [
            (one.possible_milli, [(each.criterion, each.max_milli) for each in one.suggestions[0].contributions])
            for one in (matcher.recommend(client).redact() for client in (asking(), tried))
        ]
        assert most[0] == most[1]

    def test_a_repr_does_not_tell_what_was_filled_in(self):
        bare, full = asking(), asking(
            avoid=["x"], gender="man", tried=[{"what": "koor"}],
            safety=[{"signal": "crisis", "clearance": {
                "name": "N", "role": "huisarts", "given_on": TODAY, "action": "gesproken", "expires_on": TODAY}}],
        )  # fmt: skip
        matcher = Matcher(catalogue(walk()), as_of=TODAY)
        stopped = matcher.recommend(asking(safety=[{"signal": "crisis"}]))
        assert repr(bare) == repr(full) == "Client(<private>)"
        assert repr(full.safety[0]) == repr(full.safety[0].replaced(clearance=None)) == str(full.safety[0])
        assert repr(stopped) == repr(matcher.recommend(bare)) == "Advice(<private>)"
        found = matcher.recommend(full).suggestions[0]
        told = repr(found) + repr(found.contributions) + repr(ADVICE.contrast(IDS[0], IDS[1]).points)
        assert "earlier" not in told
        assert "interest" not in told
        assert "Wandelgroep" not in repr(matcher.recommend(asking(age=3)).excluded.near_misses)

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

    def test_other_travel_times_are_named_of_trips_in_both(self):
        found = Matcher(CATALOGUE, as_of=SAMPLE_DATE, travel=OtherTravel()).recommend(CLIENTS[1]).compared(ADVICE)
        assert found.changed == ("travel_times",)
        assert "Dit is anders dan de vorige keer: de reistijden." in found.to_text()
        again = Matcher(CATALOGUE, as_of=SAMPLE_DATE).recommend(CLIENTS[1])
        assert again.compared(ADVICE).changed == ()

    def test_who_moved_or_goes_by_other_means_has_other_trips_and_no_other_router(self):
        for change in ({"home": {"lat": 52.09, "lon": 5.12}}, {"travel": {"modes": ["walk"], "max_minutes": 60}}):
            found = SAMPLE.recommend(CLIENTS[1].replaced(**change)).compared(ADVICE)
            assert found.changed == ("client",)

    def test_without_a_trip_in_both_it_says_that_the_cause_is_not_kept(self):
        slow = Matcher(CATALOGUE, as_of=SAMPLE_DATE, travel=SlowTravel())
        found = slow.recommend(CLIENTS[1], 3).compared(SAMPLE.recommend(CLIENTS[1], 3))
        assert found.changed == ()
        assert found.came
        assert [one.code for one in found.records][-1] == "compared.cause_unknown"
        assert "niet bij de adviezen bewaard" in found.to_text()

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
