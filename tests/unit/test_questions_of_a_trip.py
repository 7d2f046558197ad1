"""The question about a trip is about the longest one of an arrangement."""

from __future__ import annotations

from datetime import date

from wor_match import Activity, Catalogue, Client, Matcher
from wor_match.domain.records import Record
from wor_match.explain.sentences import sentence


def test_of_several_parts_the_longest_trip_is_asked() -> None:
    near, far = {"lat": 52.03, "lon": 5.1, "geo_precision": "town"}, {"lat": 52.06, "lon": 5.1, "geo_precision": "town"}
    doen = Activity(
        id="a", title="Groen doen", themes=["gardening"], status="active", kind="arrangement",
        parts=[{"title": "Tuin", "places": [near]}, {"title": "Wandeling", "places": [far]}], parts_require="all",
    )  # fmt: skip
    client = Client(
        reference="c-1",
        interests=["tuinieren"],
        home={"lat": 52.0, "lon": 5.1},
        travel={"modes": ["bike"], "max_minutes": 20},
    )
    advice = Matcher(Catalogue.from_activities([doen]), as_of=date(2026, 11, 23)).recommend(client)
    (question,) = [one for one in advice.suggestions[0].call_first if one.code == "ask.reach.tight"]
    trips = [one.params["minutes"] for one in advice.suggestions[0].reasons_against if one.code == "travel.far"]
    assert len(trips) == 2
    assert question.params["minutes"] == max(trips)


def test_a_short_trip_is_asked_about_and_not_called_long() -> None:
    def barriers(km_north: float, case: str) -> list[str]:
        place = {"lat": 52.0 + km_north / 111.2, "lon": 5.1, "geo_precision": "town"}
        koor = Activity(id="a", title="Koor", status="active", themes=["singing"], places=[place])
        client = Client(reference="c-1", interests=["zingen"], home={"lat": 52.0, "lon": 5.1},
                        travel={"modes": ["walk"], "max_minutes": 20})  # fmt: skip
        (found,) = Matcher(Catalogue.from_activities([koor]), as_of=date(2026, 11, 23)).recommend(client).suggestions
        assert f"ask.reach.{case}" in [one.code for one in found.call_first]
        return [str(one.params["kind"]) for one in found.first_step if one.code.startswith("first_step.barrier")]

    assert barriers(0.3, "about") == []
    assert barriers(1.2, "tight") == ["bike"]


def test_a_budget_of_nothing_is_a_sum() -> None:
    told = Record(code="budget.too_expensive", params={"eur": 6.5, "limit": 0.0})
    assert sentence(told) == "Kost minstens € 6,50 per maand. Het budget is € 0."
    assert "free" not in sentence(told, "en")
