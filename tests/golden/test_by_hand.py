"""Whole answers worked by hand: the arithmetic stands beside each, so that a reader can check it without running."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from hand_made import at, client, offer, street
from wor_match import Advice


def listed(advice: Advice) -> list[tuple[str, int]]:
    return [(one.activity.id, one.score_milli) for one in advice.suggestions]


def points(advice: Advice, name: str) -> dict[str, tuple[int, int, int]]:
    """Low, expected and high of each criterion."""
    parts = advice.suggestion(name).contributions
    return {one.criterion: (one.low_milli, one.points_milli, one.high_milli) for one in parts}


class TestScores:
    """Someone who loves walking, 40 minutes at most, € 20 a month.

    ===========  ========  ============================  ==================================  =====
    activity     interest  travel                        money                               score
    ===========  ========  ============================  ==================================  =====
    park         60        20 min: (1 - 0.8*20/40)*20=12 free: 20                            92
    bos          60        10 min: (1 - 0.8*10/40)*20=16 € 10: (1 - 0.7*10/20)*20 = 13       89
    strand       60        10 min: 16                    not told: 0, or 0.6*20 = 12, or 20  88
    schaken      0         0 min: 20                     free: 20                            40
    dijk         60        44 min: too far by 4          free: 20
    kuur         60        10 min: 16                    € 25: too dear by 5
    ===========  ========  ============================  ==================================  =====
    """

    park, bos, strand = (
        offer("park", "walking", 20, 0),
        offer("bos", "walking", 10, 10),
        offer("strand", "walking", 10, None),
    )
    others = offer("schaken", "chess", 0, 0), offer("dijk", "walking", 44, 0), offer("kuur", "walking", 10, 25)
    matcher = street(park, bos, strand, *others)
    advice = matcher.recommend(client(), 5)

    def test_the_list(self) -> None:
        assert listed(self.advice) == [("park", 92_000), ("bos", 89_000), ("strand", 88_000)]
        assert self.advice.possible_milli == 100_000

    def test_each_criterion(self) -> None:
        sure = {name: (value, value, value) for name, value in {"interest": 60_000, "travel": 16_000}.items()}
        assert points(self.advice, "bos") == {**sure, "money": (13_000, 13_000, 13_000)}
        assert points(self.advice, "strand") == {**sure, "money": (0, 12_000, 20_000)}

    def test_what_is_not_told_is_between_its_bounds_and_asked(self) -> None:
        """16 + 60 without the money is 76; with all of it 96."""
        strand = self.advice.suggestion("strand")
        assert (strand.score_low_milli, strand.score_high_milli) == (76_000, 96_000)
        assert [one.code for one in strand.call_first] == ["ask.budget.price"]

    def test_what_is_not_there_and_why(self) -> None:
        """What they would score: dijk 60 + (1 - 0.8*44/40)*20 + 20, kuur 60 + 16 + (1 - 0.7*25/20)*20."""
        excluded = self.advice.excluded
        assert excluded.counts == {"reach": 1, "budget": 1}
        assert excluded.below_floor == 1
        assert [(one.activity_id, one.score_milli) for one in excluded.near_misses] == [
            ("dijk", 82_400),
            ("kuur", 78_500),
        ]
        assert self.advice.shortfall is not None
        assert (self.advice.shortfall.asked, self.advice.shortfall.given) == (5, 3)

    def test_contrast(self) -> None:
        """Park is 3 ahead of bos: 7 more for money, 4 less for the trip."""
        found = self.advice.contrast("park", "bos")
        differences = {one.criterion: one.difference_milli for one in found.points if one.difference_milli}
        assert differences == {"money": 7_000, "travel": -4_000}
        assert (found.difference_milli, found.deciding, found.other_side) == (3_000, ("money",), ("travel",))

    def test_why_not(self) -> None:
        """With € 25 kuur costs the whole budget: 60 + 16 + 0.3*20 = 82, behind the three others."""
        found = self.matcher.why_not(client(), "kuur")
        assert [one.rule for one in found.exclusions] == ["budget"]
        (way,) = found.ways
        assert way.changes[0].facts == {"budget_eur_per_month": 25.0}
        assert way.rank == 4
        after = self.matcher.recommend(client(budget_eur_per_month=25), 5)
        assert after.suggestion("kuur").score_milli == 82_000

    def test_what_if(self) -> None:
        """Ten minutes more: dijk comes in with 60 + (1 - 0.8*44/50)*20 + 20 = 85.92.

        Park then has (1 - 0.8*20/50)*20 = 13.6 for the trip: the best score was 92 and is 93.6. Bos and strand have
        16.8; the list was 92 + 89 + 88 = 269 and is 93.6 + 89.8 + 88.8 + 85.92 = 358.12, or 89.12 more.
        """
        (found,) = (one for one in self.matcher.what_if(client()) if [c.name for c in one.changes] == ["minutes"])
        assert [(one.activity_id, one.rank, one.score_milli) for one in found.enters] == [("dijk", 4, 85_920)]
        assert (found.best_gain_milli, found.list_gain_milli) == (1_600, 89_120)

    def test_where_first_and_second_swap(self) -> None:
        """The lead is 3. Money gives 7 of it: gone at 1 - 3/7 = 4/7 of its weight. Travel takes 4: at 1 + 3/4 of it.

        Of 100 points again: money 20 * 4/7 of 80 + 20 * 4/7 is 12.5; travel 35 of 115 is 30.43.
        """
        swaps = {one.criterion: one for one in self.matcher.stability(client(), draws=10).swaps}
        assert set(swaps) == {"money", "travel"}
        assert (swaps["money"].factor, swaps["travel"].factor) == (pytest.approx(4 / 7), 1.75)
        assert (swaps["money"].points_then, swaps["travel"].points_then) == (
            pytest.approx(12.5),
            pytest.approx(3500 / 115),
        )


class TestTies:
    """Equal scores go by SHA-256 of "reference|date|id", lowest first; `printf 'c-1|2026-11-23|bank' | sha256sum`.

    =====================  ======  =====================  ======
    c-1|2026-11-23|bank    628799  c-1|2026-11-23|rivier  2a6539
    c-9|2026-11-23|bank    a489c8  c-9|2026-11-23|rivier  3a7135
    c-9|2026-11-24|bank    214f6b  c-9|2026-11-24|rivier  a1ba06
    =====================  ======  =====================  ======
    """

    offers = offer("bank", "walking", 10, 0), offer("rivier", "walking", 10, 0)

    @pytest.mark.parametrize(
        ("reference", "day", "first"),
        [
            ("c-1", date(2026, 11, 23), "rivier"),
            ("c-9", date(2026, 11, 23), "rivier"),
            ("c-9", date(2026, 11, 24), "bank"),
        ],
    )
    def test_order(self, reference: str, day: date, first: str) -> None:
        advice = street(*self.offers, on=day).recommend(client(reference=reference))
        assert [one.score_milli for one in advice.suggestions] == [96_000, 96_000]
        assert advice.suggestions[0].activity.id == first
        turned = street(*self.offers[::-1], on=day).recommend(client(reference=reference))
        assert listed(turned) == listed(advice)


class TestFloor:
    """Of 60 points for interest at least a share must be there, whatever else is good.

    Walking is liked "a little": 0.5 * 60 = 30 points, with 20 for the trip and 20 for money. Chess is not liked: 0.
    """

    offers = offer("ommetje", "walking", 0, 0), offer("schaken", "chess", 0, 0)
    little = client(interests=[{"phrase": "lopen", "strength": 1, "themes": ["walking"]}])

    @pytest.mark.parametrize(
        ("share", "expected"),
        [(0.0, ["ommetje", "schaken"]), (0.2, ["ommetje"]), (0.5, ["ommetje"]), (0.51, [])],
        ids=["no floor", "12 points", "just 30 points", "30.6 points"],
    )
    def test_who_is_left(self, share: float, expected: list[str]) -> None:
        advice = street(*self.offers, floor_share=share).recommend(self.little)
        assert [one.activity.id for one in advice.suggestions] == expected
        assert advice.excluded.below_floor == 2 - len(expected)

    def test_the_scores(self) -> None:
        assert listed(street(*self.offers, floor_share=0.0).recommend(self.little)) == [
            ("ommetje", 70_000), ("schaken", 40_000),
        ]  # fmt: skip


class TestVariety:
    """Two walks alike and a kitchen, for someone who loves both. A likeness takes off so much of the 4 points of room.

    =======  =================================  =====
    activity trip and money                     score
    =======  =================================  =====
    park     5 min: 18, free: 20                98
    bos      10 min: 16, free: 20               96
    keuken   12 min: 15.2, free: 20             95.2
    =======  =================================  =====

    After park, the walk has 96 - 4 * 0.8 (same theme; provider and kind are not told) = 92.8 and the kitchen
    95.2 - 4 * 0 = 95.2: the kitchen goes first, and that costs 96 - 95.2 = 0.8 points.
    """

    both = client(
        interests=[{"phrase": n, "strength": 3, "themes": [t]} for n, t in (("lopen", "walking"), ("koken", "cooking"))]
    )

    def asked(self, minutes: int, room: float) -> Advice:
        offers: Any = (
            offer("park", "walking", 5, 0),
            offer("bos", "walking", 10, 0),
            offer("keuken", "cooking", minutes, 0),
        )
        return street(*offers, variety_points=room).recommend(self.both)

    def test_the_other_kind_goes_first_and_tells_its_price(self) -> None:
        advice = self.asked(12, 4.0)
        assert listed(advice) == [("park", 98_000), ("keuken", 95_200), ("bos", 96_000)]
        assert [one.variety and one.variety.params["points"] for one in advice.suggestions] == [None, 0.8, None]

    def test_without_room_the_scores_decide(self) -> None:
        assert [name for name, _ in listed(self.asked(12, 0.0))] == ["park", "bos", "keuken"]

    def test_more_than_the_room_is_too_much(self) -> None:
        """At 21 minutes the kitchen has 60 + 11.6 + 20 = 91.6: more than 4 below 96.

        At 20 minutes it has 92, within the room, but 92 is less than 92.8; at 17 minutes it has 93.2, which is more.
        """
        assert [name for name, _ in listed(self.asked(21, 4.0))] == ["park", "bos", "keuken"]
        assert [name for name, _ in listed(self.asked(20, 4.0))] == ["park", "bos", "keuken"]
        assert [name for name, _ in listed(self.asked(17, 4.0))] == ["park", "keuken", "bos"]


class TestParts:
    """All parts are required: the trip counts for the farthest (30 min: 8 points), the interest for the best part.

    60 + 8 + 20 = 88. With a part out of reach it is not there at all.
    """

    @pytest.mark.parametrize(("minutes", "expected"), [(30, [("pad", 88_000)]), (41, [])])
    def test_the_farthest_counts(self, minutes: int, expected: list[tuple[str, int]]) -> None:
        parts = [{"title": "Heen", "places": [at(10)]}, {"title": "Terug", "places": [at(minutes)]}]
        pad = offer("pad", "walking", 10, 0, places=[], parts=parts, parts_require="all")
        assert listed(street(pad).recommend(client())) == expected


class TestTelling:
    """What is told of a trip: near up to half the limit or ten minutes, far from more than three quarters on."""

    @pytest.mark.parametrize(
        ("minutes", "limit", "told"),
        [(20, 40, "near"), (21, 40, ""), (30, 40, ""), (31, 40, "far"), (10, 12, "near"), (11, 12, "far")],
    )
    def test_a_trip(self, minutes: int, limit: int, told: str) -> None:
        asked = client(travel={"modes": ["bike"], "max_minutes": limit})
        one = street(offer("park", "walking", minutes, 0)).recommend(asked, 1).suggestions[0]
        found = [reason.code for reason in (*one.reasons_for, *one.reasons_against) if reason.criterion == "travel"]
        assert found == ([f"travel.{told}"] if told else [])
