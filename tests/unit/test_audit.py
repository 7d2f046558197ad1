"""An advice made again, without what it tells of a client, and beside an earlier one."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from making import TODAY, catalogue
from talked_about import ADVICE, CATALOGUE, CLIENTS, IDS, SAID, SAMPLE, asking, walk
from wor_match import Advice, Matcher, Profile
from wor_match.domain.overrule import Overrule
from wor_match.errors import InputError
from wor_match.geo import StraightLineTravel
from wor_match.rules import RULES
from wor_match.rules.digital import DigitalRule
from wor_match.sample import SAMPLE_DATE


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

    def test_how_one_gets_about_is_gone_too(self):
        rolling = asking(home={"lat": 52.0, "lon": 5.1}, travel={"modes": ["rollator"], "max_minutes": 60})
        advice = Matcher(catalogue(walk(places=[{"lat": 52.001, "lon": 5.1}])), as_of=TODAY).recommend(rolling)
        assert advice.suggestions[0].travel_mode == "rollator"
        assert "rollator" not in advice.redact().to_json()

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
