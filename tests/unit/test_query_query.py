"""A client compiled: home, causes, dreads, and what was read."""

import pytest

from making import HOME, TODAY, profile, query
from wor_match import Matcher, load_sample
from wor_match.domain.client import Client
from wor_match.errors import InputError
from wor_match.geo import locate
from wor_match.query.hours import FINE
from wor_match.query.query import causes_in, without_hours
from wor_match.vocabulary.enums import FailureCause, TravelMode


def test_coordinates_are_exact_and_a_postcode_is_not():
    assert query(home=HOME).home == (HOME["lat"], HOME["lon"], 0.0)
    area = locate("3434")
    assert query(home="3434 AB").home == (area.lat, area.lon, area.error_km)
    assert query(home={"postcode": "3434", **HOME}).home == (HOME["lat"], HOME["lon"], 0.0)
    assert query().home is None


def test_an_unknown_postcode_is_an_error_that_does_not_tell_it():
    with pytest.raises(InputError) as caught:
        query(home="1000")
    assert [(one.field, one.code) for one in caught.value.problems] == [("home.postcode", "unknown_postcode")]
    assert "1000" not in str(caught.value)
    assert caught.value.__cause__ is None


def test_a_home_with_exchanged_coordinates_is_an_error_that_does_not_tell_them():
    with pytest.raises(InputError) as caught:
        query(home={"lat": HOME["lon"], "lon": HOME["lat"]})
    assert [one.code for one in caught.value.problems] == ["point_swapped"]
    assert "52.0" not in str(caught.value)


def test_travel_rules_only_when_home_and_minutes_were_both_asked():
    assert query(home=HOME, travel={"max_minutes": 20}).has_travel
    assert not query(home=HOME).has_travel
    assert not query(travel={"max_minutes": 20}).has_travel


def test_own_modes_go_before_the_usual_ones():
    assert query(travel={"modes": ["car"]}).usual_modes == (TravelMode.CAR,)
    assert TravelMode.WALK in query().usual_modes
    assert query().modes == ()


def test_day_number_and_defaults():
    asked = query()
    assert asked.day == TODAY.toordinal()
    assert asked.profile.content_hash == profile().content_hash
    assert asked.travel.name == "straight-line"


def test_causes_are_as_told_or_read_in_why_it_failed():
    told = query(tried=[{"what": "koor", "why_it_failed": "veel te druk", "causes": ["stairs"]}])
    assert told.causes == {FailureCause.STAIRS: 1.0}
    read = query(tried=[{"what": "koor", "why_it_failed": "het was er veel te druk"}])
    assert FailureCause.TOO_LARGE in read.causes
    assert query(tried=[{"what": "koor"}]).causes == {}
    assert causes_in("plorkwiz") == {}
    assert list(causes_in("te druk, te duur en te ver")) == sorted(causes_in("te druk, te duur en te ver"))


def test_dreads_are_named_or_read_and_named_ones_weigh_more():
    named = query(dislikes=["de trap op", "grote groepen", "heel grote groepen"]).dreads
    assert FailureCause.TOO_LARGE in named
    both = query(
        dislikes=["grote groepen"], own_words="Ik kan de trap niet meer op. Ik durf niet naar een grote groep."
    )
    assert both.dreads[FailureCause.TOO_LARGE] == named[FailureCause.TOO_LARGE]
    assert 0 < both.dreads[FailureCause.STAIRS] < 1
    read = query(own_words="Ik moet vaak naar de wc.")
    assert read.limits == {"needs_toilet"}
    assert read.dreads == {}


def test_what_was_read_is_told():
    asked = query(own_words="Ze hield van tuinieren. Ik kan de trap niet meer op.")
    assert [(one.kind, one.code) for one in asked.words_read] == [
        ("interest", "words.interest"),
        ("limit", "words.limit"),
    ]
    assert asked.words_read[0].params == {"sentence": "Ze hield van tuinieren.", "theme": "gardening"}
    assert asked.words_read[1].params["limit"] == "no_stairs"
    assert asked.limits == {"no_stairs"}
    assert query().words_read == ()


def by_half_hours(asked):
    """What is free on Monday."""
    return asked.week[0].reshape(-1, FINE).mean(axis=1).tolist()


def test_taken_hours_narrow_the_week_of_a_query():
    asked = query()
    assert without_hours(asked, []) is asked
    narrowed = without_hours(asked, [(0, 20.0, 21.5)])
    assert by_half_hours(narrowed)[19:23] == [1, 0, 0.5, 1]
    assert narrowed.week_total is not None
    assert asked.week is None
    twice = without_hours(narrowed, [(0, 22.0, 23.0)])
    assert by_half_hours(twice)[19:24] == [1, 0, 0.5, 0, 1]
    assert by_half_hours(narrowed)[22] == 1


def test_a_client_of_whom_nothing_is_known_gets_an_answer():
    catalogue, _ = load_sample()
    advice = Matcher(catalogue, as_of=TODAY).recommend(Client(reference="c-1"), k=3)
    assert len(advice.suggestions) == 3
    assert advice.excluded.counts.get("reach") is None
    assert advice.read_from_words == ()
